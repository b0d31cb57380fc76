//! Takes out what is not the author's own prose, and joins wrapped lines into paragraphs.

use std::ops::Range;

use super::{fold, token::is_space};

/// How a text is to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reader {
    /// Mail to or from a customer: lines with `>` repeat an earlier mail.
    Mail,
    /// An internal text: lines with `>` are a pasted chat, unless somebody "wrote:" them.
    Note,
}

/// The author's own paragraphs of `text`, each a list of line ranges.
pub(crate) fn paragraphs(text: &str, reader: Reader) -> Paragraphs {
    let lines = lines(text);
    let mut cleaner = Cleaner {
        text,
        lines: &lines,
        reader,
        own: Vec::new(),
        quoted: Vec::new(),
        open: false,
    };
    let mut at = 0;
    while at < lines.len() {
        at += cleaner.line(at).max(1);
    }
    Paragraphs {
        own: cleaner.own,
        quoted: cleaner.quoted,
    }
}

/// What a text consists of.
pub(crate) struct Paragraphs {
    /// What the author wrote.
    pub(crate) own: Vec<Vec<Range<usize>>>,
    /// Lines with `>` in a note: part of the note, unless they repeat a comment of the ticket.
    pub(crate) quoted: Vec<Vec<Range<usize>>>,
}

fn lines(text: &str) -> Vec<Range<usize>> {
    let mut start = 0;
    text.split('\n')
        .map(|line| {
            let range = start..start + line.trim_end_matches('\r').len();
            start += line.len() + 1;
            range
        })
        .collect()
}

struct Cleaner<'a> {
    text: &'a str,
    lines: &'a [Range<usize>],
    reader: Reader,
    own: Vec<Vec<Range<usize>>>,
    quoted: Vec<Vec<Range<usize>>>,
    /// Whether the next line may continue the last paragraph.
    open: bool,
}

impl<'a> Cleaner<'a> {
    fn get(&self, at: usize) -> &'a str {
        self.lines
            .get(at)
            .and_then(|range| self.text.get(range.clone()))
            .unwrap_or_default()
    }

    /// Reads the line at `at`, with what belongs to it, and returns how many lines that was.
    fn line(&mut self, at: usize) -> usize {
        let line = self.get(at).trim();
        if let Some(skipped) = self.fence(at).or_else(|| self.attribution(at)) {
            self.open = false;
            return skipped;
        }
        if line.is_empty() || is_rule(line) || is_machine_output(line) {
            self.open = false;
            return 1;
        }
        if line.starts_with('>') {
            return self.quote(at);
        }
        if is_mail_header_block(at, self.lines.len(), |index| self.get(index)) {
            return self.lines.len() - at;
        }
        let pasted = ["forward", "newsletter", "press", "blog"]
            .iter()
            .any(|title| is_titled_rule(line, title));
        if pasted || starts_forwarded(line) {
            return self.forwarded(at);
        }
        if is_signature_mark(self.get(at)) && self.lines.len() - at <= 14 {
            return self.signature(at);
        }
        let range = self.trimmed(at, line);
        self.push(range, line);
        1
    }

    fn trimmed(&self, at: usize, line: &str) -> Range<usize> {
        let offset = line.as_ptr() as usize - self.text.as_ptr() as usize;
        debug_assert!(
            self.lines
                .get(at)
                .is_some_and(|range| range.contains(&offset))
        );
        offset..offset + line.len()
    }

    fn push(&mut self, range: Range<usize>, line: &str) {
        match self.own.last_mut() {
            Some(paragraph)
                if self.open
                    && (!starts_paragraph(line) || is_cut(self.text, paragraph, line))
                    && !is_entry(self.text, paragraph) =>
            {
                paragraph.push(range);
            }
            _ => self.own.push(vec![range]),
        }
        self.open = true;
    }

    /// A fenced code block; one without an end is no fence.
    fn fence(&self, at: usize) -> Option<usize> {
        let mark = self.get(at).trim_start();
        let mark = ["```", "~~~"]
            .into_iter()
            .find(|fence| mark.starts_with(fence))?;
        let one_line = self.get(at).trim().len() > 6 && self.get(at).trim().ends_with(mark);
        if one_line {
            return Some(1);
        }
        (at + 1..self.lines.len())
            .find(|&end| self.get(end).trim_start().starts_with(mark))
            .map(|end| end - at + 1)
    }

    /// "On Tue, somebody wrote:" with the mail that it brings.
    fn attribution(&mut self, at: usize) -> Option<usize> {
        let length = (1..=3).find(|&length| {
            let lines = (at..at + length).map(|index| self.get(index).trim());
            if !lines.clone().next_back().is_some_and(may_end_attribution) {
                return false;
            }
            let joined: Vec<_> = lines.collect();
            // Wrapped over lines it must open as one, so that no own sentence is taken for it.
            let opens = length == 1 || opens_attribution(&fold(joined.first().unwrap_or(&"")));
            opens && joined.iter().all(|line| !line.is_empty()) && is_attribution(&joined.join(" "))
        })?;
        let mut end = at + length;
        while end < self.lines.len() && self.get(end).trim().is_empty() {
            end += 1;
        }
        if !self.get(end).trim_start().starts_with('>') {
            // The client did not mark the quote: it runs to the end.
            return Some(self.lines.len() - at);
        }
        while end < self.lines.len() {
            let line = self.get(end).trim();
            let more = line.starts_with('>')
                || (line.is_empty() && self.get(end + 1).trim_start().starts_with('>'));
            if !more {
                break;
            }
            end += 1;
        }
        Some(end - at)
    }

    fn quote(&mut self, at: usize) -> usize {
        self.open = false;
        if self.reader == Reader::Note {
            let line = self.get(at).trim();
            let inner = line.trim_start_matches(|c: char| c == '>' || is_space(c));
            let attributed = is_attribution(inner);
            if attributed {
                return (at..self.lines.len())
                    .take_while(|&index| self.get(index).trim_start().starts_with('>'))
                    .count();
            }
            let inner = inner.trim_end();
            if !inner.is_empty() && !is_machine_output(inner) {
                let range = self.trimmed(at, inner);
                match self.quoted.last_mut() {
                    Some(paragraph)
                        if !starts_paragraph(inner)
                            && paragraph.last().is_some_and(|last| {
                                self.text
                                    .get(last.end..range.start)
                                    .is_some_and(|gap| gap.matches('\n').count() == 1)
                            }) =>
                    {
                        paragraph.push(range);
                    }
                    _ => self.quoted.push(vec![range]),
                }
            }
        }
        1
    }

    /// A forwarded mail runs to a rule, or to the end.
    fn forwarded(&mut self, at: usize) -> usize {
        self.open = false;
        let end = (at + 1..self.lines.len()).find(|&index| {
            let line = self.get(index).trim();
            is_rule(line) || is_titled_rule(line, "end") || fold(line).contains("end of forwarded")
        });
        end.map_or(self.lines.len(), |end| end + 1) - at
    }

    /// A signature is skipped up to a postscript.
    fn signature(&mut self, at: usize) -> usize {
        self.open = false;
        let postscript = (at + 1..self.lines.len()).find(|&index| {
            let line = fold(self.get(index).trim_start());
            ["ps:", "ps ", "p.s", "pps"]
                .iter()
                .any(|mark| line.starts_with(mark))
                || self.get(index).trim_start().starts_with('>')
        });
        postscript.unwrap_or(self.lines.len()) - at
    }
}

fn is_signature_mark(line: &str) -> bool {
    matches!(line, "-- " | "--" | "—" | "__")
}

fn is_rule(line: &str) -> bool {
    line.len() >= 3
        && line
            .bytes()
            .all(|byte| matches!(byte, b'-' | b'=' | b'*' | b'_' | b'~'))
}

/// "---- forwarded ----", "---- end ----".
fn is_titled_rule(line: &str, title: &str) -> bool {
    line.starts_with("---") && line.ends_with("---") && fold(line).contains(title)
}

/// Whether folded text can start with one of some letters: most lines do not, and need no folding.
fn may_start_with(line: &str, letters: &str) -> bool {
    line.chars().next().is_some_and(|first| {
        !first.is_ascii() || first.is_control() || letters.contains(first.to_ascii_lowercase())
    })
}

fn starts_forwarded(line: &str) -> bool {
    let line = line.trim_matches(|c: char| matches!(c, '-' | '_' | '=' | '*') || is_space(c));
    if !may_start_with(line, "fbwmuod") {
        return false;
    }
    let folded = fold(line);
    [
        "forwarded message",
        "begin forwarded message",
        "weitergeleitete nachricht",
        "message transfere",
        "original message",
        "ursprungliche nachricht",
        "message d'origine",
        "mensaje original",
        "mensagem original",
        "oorspronkelijk bericht",
        "messaggio originale",
        "wiadomosc oryginalna",
        "mensaje reenviado",
        "messaggio inoltrato",
        "doorgestuurd bericht",
    ]
    .iter()
    .any(|mark| folded.starts_with(mark))
}

/// The first words of "On 3 Nov, somebody wrote:".
const OPENINGS: &[&str] = &[
    "on ", "am ", "le ", "el ", "em ", "op ", "il ", "dne ", "den ", "w dniu ", "dnia ", "pe ",
    "von:", "vom ", "201", "202", "пн", "вт", "lun", "mar", "mer", "jeu", "ven", "sam", "dim",
    "mon", "tue", "wed", "thu", "fri", "sat", "sun", "ti ", "ke ", "ma ",
];

fn opens_attribution(folded: &str) -> bool {
    OPENINGS.iter().any(|opening| folded.starts_with(opening))
        && folded.bytes().any(|byte| byte.is_ascii_digit())
}

/// Whether a line ends as the last one of "On 3 Nov, somebody wrote:" does: few do, and this is
/// asked of every line.
fn may_end_attribution(line: &str) -> bool {
    line.chars().next_back().is_some_and(|last| {
        matches!(last, ':' | 'e' | 'E' | 'b' | 'B') || !last.is_ascii() || last.is_control()
    })
}

/// "On 3 Nov, somebody wrote:", in the languages of common mail clients.
fn is_attribution(line: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "wrote:",
        "wrote :",
        "writes:",
        "schrieb:",
        "geschrieben:",
        "a ecrit :",
        "a ecrit:",
        "escribio:",
        "escreveu:",
        "schreef:",
        "ha scritto:",
        "napsal(a):",
        "napsal:",
        "napsala:",
        "napisal(a):",
        "napisal:",
        "napisala:",
        "skrev:",
        "kirjoitti:",
        "irta:",
        "wrote",
        "yazdi:",
        "написал:",
        "пише:",
        "写道：",
        "写道:",
        "のメール:",
        "书写：",
        "님이 작성:",
        "scris:",
        "pise:",
        "je napisao:",
        "schrieb",
    ];
    if line.len() > 300 || line.len() < 8 {
        return false;
    }
    let folded = fold(line);
    let folded = folded.trim_end();
    let ends = ENDINGS.iter().any(|ending| folded.ends_with(ending))
        || (folded.ends_with(':')
            && (folded.contains(" schrieb ") || folded.contains("@") && folded.contains(" wrote")));
    ends && (OPENINGS.iter().any(|opening| folded.starts_with(opening)) || folded.contains('@'))
        && folded.bytes().any(|byte| byte.is_ascii_digit())
}

/// Outlook's way of quoting: `From:` with `Sent:` or `Date:` and `Subject:` or `To:` below it.
fn is_mail_header_block<'a>(at: usize, count: usize, get: impl Fn(usize) -> &'a str) -> bool {
    const FROM: &[&str] = &[
        "from:", "von:", "de:", "de :", "van:", "da:", "fra:", "od:", "från:",
    ];
    const SENT: &[&str] = &[
        "sent:",
        "date:",
        "gesendet:",
        "datum:",
        "envoye:",
        "envoye :",
        "date :",
        "verzonden:",
        "inviato:",
        "enviado:",
        "enviado el:",
        "sendt:",
        "data:",
        "wyslano:",
        "odeslano:",
    ];
    let starts = |index: usize, marks: &[&str]| {
        let line = get(index).trim_start_matches(['*', ' ']);
        if !may_start_with(line, "fvdosgeiw") {
            return false;
        }
        let line = fold(line).replace('*', "");
        marks.iter().any(|mark| line.starts_with(mark))
    };
    starts(at, FROM) && (at + 1..(at + 4).min(count)).any(|index| starts(index, SENT))
}

/// Whether a line begins something new: a list entry, a heading, a `key: value`, a chat line.
fn starts_paragraph(line: &str) -> bool {
    let mut chars = line.chars();
    let first = chars.next().unwrap_or(' ');
    let second = chars.next().unwrap_or(' ');
    if matches!(first, '#' | '|' | '•' | '·' | '▪' | '‣' | '☐' | '✓' | '[') {
        return true;
    }
    if matches!(first, '-' | '*' | '+' | '–' | '—')
        && (is_space(second) || second == first || second == '[')
    {
        return true;
    }
    is_numbered(line) || is_key_value(line) || is_chat_line(line)
}

/// `1.`, `2)`, `(a)`, `b)`, `Q1:`, `A2.`
fn is_numbered(line: &str) -> bool {
    let line = line.strip_prefix('(').unwrap_or(line);
    let mark: String = line
        .chars()
        .take_while(|c| c.is_alphanumeric())
        .take(4)
        .collect();
    let rest = line.get(mark.len()..).unwrap_or_default();
    let short = match mark.len() {
        0 => false,
        1 => true,
        _ => mark.chars().skip(1).all(|c| c.is_ascii_digit()) && mark.len() <= 3,
    };
    let mut rest = rest.chars();
    let mark_end = rest.next();
    short
        && matches!(mark_end, Some(')' | '.' | ':'))
        && rest.next().is_none_or(|c| is_space(c) || c == ')')
}

/// "... from self-managed to", then "Dedicated: how do we ...": a sentence that was wrapped before a
/// word with a colon.
fn is_cut(text: &str, paragraph: &[Range<usize>], line: &str) -> bool {
    let last = paragraph.last().and_then(|last| text.get(last.clone()));
    let word = last.and_then(|last| last.split_whitespace().next_back());
    is_key_value(line)
        && word.is_some_and(|word| {
            matches!(
                fold(word).as_str(),
                "to" | "from"
                    | "the"
                    | "a"
                    | "an"
                    | "of"
                    | "our"
                    | "your"
                    | "and"
                    | "or"
                    | "for"
                    | "with"
                    | "in"
                    | "on"
                    | "is"
                    | "are"
                    | "was"
                    | "were"
                    | "be"
                    | "been"
                    | "has"
                    | "have"
                    | "will"
                    | "not"
            )
        })
}

/// "TAM: nobody" above "Offering migration ...": a short entry of a list, which the next line does
/// not continue.
fn is_entry(text: &str, paragraph: &[Range<usize>]) -> bool {
    let [only] = paragraph else {
        return false;
    };
    let line = text.get(only.clone()).unwrap_or_default();
    line.split_whitespace().count() <= 4
        && is_key_value(line)
        && !line.ends_with([':', ',', '-', '('])
}

/// A short key, a colon and a value.
fn is_key_value(line: &str) -> bool {
    let Some(colon) = line.find(':') else {
        return false;
    };
    let key = line.get(..colon).unwrap_or_default();
    let value = line.get(colon + 1..).unwrap_or_default();
    let words = key.split_whitespace().count();
    let first = fold(key.split_whitespace().next().unwrap_or_default());
    // "to: GitLab.com" is an entry; "to go live: ..." runs on.
    let label = words == 1
        && matches!(first.as_str(), "to" | "from")
        && value.split_whitespace().count() <= 3;
    // "after: SaaS" is an entry as well; "after the pilot: ..." runs on.
    let conjunction = words > 1
        && matches!(
            first.as_str(),
            "after" | "before" | "since" | "because" | "while" | "although" | "until"
        );
    let inside = conjunction
        || !label
            && matches!(
                first.as_str(),
                "the"
                    | "from"
                    | "a"
                    | "an"
                    | "of"
                    | "our"
                    | "your"
                    | "to"
                    | "for"
                    | "and"
                    | "or"
                    | "that"
                    | "this"
                    | "is"
                    | "with"
                    | "in"
                    | "on"
                    | "we"
                    | "as"
            );
    (1..=4).contains(&words)
        && !inside
        && key.len() <= 40
        && (value.is_empty() || value.starts_with(|c: char| is_space(c) || c == '*'))
        && !key.contains(['.', ',', ';', '!', '?'])
        && key.matches('(').count() == key.matches(')').count()
}

/// `**me** 10:02:`, `[10:02] Lena:`, `Lena H (CSM) 10:15`
fn is_chat_line(line: &str) -> bool {
    let head: String = line.chars().take(48).collect();
    let mut digits = 0;
    let mut previous = ' ';
    for c in head.chars() {
        if c == ':' && digits > 0 && digits <= 2 && previous.is_ascii_digit() {
            return line.starts_with(['[', '*', '<', '('])
                || head.starts_with(|c: char| c.is_ascii_digit())
                || head
                    .trim_end()
                    .ends_with(|c: char| c.is_ascii_digit() || c == ']' || c == ':')
                || head.contains("):")
                || head.contains("**");
        }
        digits = if c.is_ascii_digit() { digits + 1 } else { 0 };
        previous = c;
    }
    line.starts_with("**")
        && head
            .get(2..)
            .is_some_and(|rest| rest.contains("**:") || rest.contains(":**"))
}

/// Lines that a program wrote: JSON, stack traces, log lines, shell prompts.
fn is_machine_output(line: &str) -> bool {
    if line.starts_with(['{', '}', '$']) || line.starts_with("==") || line.starts_with("\"{") {
        return true;
    }
    let lower = fold(&line.chars().take(64).collect::<String>());
    let starts = [
        "fatal:",
        "error:",
        "warn:",
        "stderr:",
        "stdout:",
        "time=\"",
        "traceback",
        "caused by:",
        "at /",
        "cloning into",
        "git@",
        "remote:",
        "docker:",
        "http/1",
        "http/2",
        "curl:",
        "mixlib::",
        "pg::",
        "standarderror",
        "rake aborted",
    ];
    if starts.iter().any(|mark| lower.starts_with(mark))
        || (lower.contains('=') && lower.contains("level="))
        || (lower.contains('"') && lower.contains("\"severity\""))
    {
        return true;
    }
    is_timestamped(line)
}

/// A time stamp with seconds at the line's start.
fn is_timestamped(line: &str) -> bool {
    let line = line.trim_start_matches('[');
    if !line.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let head: String = line.chars().take(24).collect();
    let starts_with_year = head.len() >= 19
        && head.chars().take(4).all(|c| c.is_ascii_digit())
        && head.chars().nth(4).is_some_and(|c| matches!(c, '-' | '/'))
        && head.matches(':').count() >= 2;
    let starts_with_time = head
        .chars()
        .take(8)
        .collect::<String>()
        .matches(':')
        .count()
        == 2;
    starts_with_year || starts_with_time
}
