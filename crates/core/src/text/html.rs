//! The text of an HTML body: tags out, blocks on lines of their own, entities resolved.

/// The text, and pairs of (offset in the text, offset in the source) at every place where the
/// two stop running side by side.
pub(super) fn text(html: &str) -> (String, Vec<(usize, usize)>) {
    let mut out = Out {
        text: String::with_capacity(html.len()),
        map: Vec::new(),
    };
    let mut at = 0;
    while let Some(rest) = html.get(at..).filter(|rest| !rest.is_empty()) {
        at += match rest.as_bytes().first() {
            Some(b'<') => tag(rest, at, &mut out),
            Some(b'&') => entity(rest, at, &mut out),
            _ => {
                let length = rest.find(['<', '&']).unwrap_or(rest.len());
                out.copy(rest.get(..length).unwrap_or_default(), at);
                length
            }
        };
    }
    (out.text, out.map)
}

struct Out {
    text: String,
    map: Vec<(usize, usize)>,
}

impl Out {
    fn copy(&mut self, piece: &str, source: usize) {
        self.map.push((self.text.len(), source));
        self.text.push_str(piece);
    }
}

const BLOCKS: &[&str] = &[
    "p",
    "div",
    "br",
    "li",
    "ul",
    "ol",
    "tr",
    "table",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "blockquote",
    "section",
    "article",
    "header",
    "footer",
];

/// Reads a tag and returns its length in the source.
fn tag(rest: &str, at: usize, out: &mut Out) -> usize {
    if rest.starts_with("<!--") {
        return rest.find("-->").map_or(rest.len(), |end| end + 3);
    }
    let after = rest.get(1..).unwrap_or_default();
    let closing = after.starts_with('/');
    let name: String = after
        .trim_start_matches('/')
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .take(12)
        .collect::<String>()
        .to_ascii_lowercase();
    if name.is_empty() {
        out.copy("<", at);
        return 1;
    }
    let length = rest.find('>').map_or(rest.len(), |end| end + 1);
    if !closing && matches!(name.as_str(), "pre" | "script" | "style" | "blockquote") {
        // Code is no prose, and a blockquote repeats an earlier mail.
        out.copy("\n", at);
        return skip_element(rest, &name).max(length);
    }
    if BLOCKS.contains(&name.as_str()) {
        out.copy("\n", at);
        if matches!(name.as_str(), "p" | "div") {
            out.copy("\n", at);
        }
        if name == "li" && !closing {
            out.copy("- ", at);
        }
    }
    length
}

/// The length of an element up to the end of its closing tag; nested ones are counted.
fn skip_element(rest: &str, name: &str) -> usize {
    let (open, close) = (format!("<{name}"), format!("</{name}"));
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(step) = rest.get(at..).and_then(|tail| tail.find('<')) {
        at += step;
        let tail = rest.get(at..).unwrap_or_default();
        if starts_with_ignoring_case(tail, &close) {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                return at + tail.find('>').map_or(tail.len(), |end| end + 1);
            }
        } else if starts_with_ignoring_case(tail, &open) {
            depth += 1;
        }
        at += 1;
    }
    rest.len()
}

fn starts_with_ignoring_case(text: &str, prefix: &str) -> bool {
    text.get(..prefix.len())
        .is_some_and(|head| head.eq_ignore_ascii_case(prefix))
}

/// Reads an entity, or a lone `&`, and returns its length in the source.
fn entity(rest: &str, at: usize, out: &mut Out) -> usize {
    let end = rest.bytes().take(12).position(|byte| byte == b';');
    let resolved = end.and_then(|end| rest.get(1..end)).and_then(resolve);
    match (resolved, end) {
        (Some(c), Some(end)) => {
            out.copy(c.encode_utf8(&mut [0; 4]), at);
            end + 1
        }
        _ => {
            out.copy("&", at);
            1
        }
    }
}

fn resolve(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code);
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" | "rsquo" | "lsquo" => '\'',
        "nbsp" => ' ',
        "rarr" => '→',
        "ndash" => '–',
        "mdash" => '—',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::Readable;

    #[test]
    fn blocks_become_lines_and_ranges_lead_back() {
        let html = "<p>We&rsquo;re <b>leaving</b></p><blockquote>old <blockquote>x</blockquote></blockquote><p>soon</p>";
        let readable = Readable::new(html, true);
        assert_eq!(
            readable.text.split_whitespace().collect::<Vec<_>>(),
            ["We're", "leaving", "soon"]
        );
        let start = readable.text.find("leaving").unwrap();
        let range = readable.source_range(&(start..start + 7));
        assert_eq!(&html[range], "leaving");
    }

    #[test]
    fn broken_html_is_read_to_the_end() {
        for html in [
            "<",
            "<b",
            "a < b && c",
            "&#x110000;",
            "<blockquote><blockquote>",
            "<!-- x",
        ] {
            let _ = Readable::new(html, true);
        }
    }
}
