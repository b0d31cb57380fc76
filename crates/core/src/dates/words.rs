//! Dates in words: `31 January 2027`, `end of Q1`, `in eight weeks`.

use chrono::{Datelike, NaiveDate};

use super::When;
use super::calendar::{
    add_days, add_months, day, end_of_month, end_of_quarter, full_year, next_day, next_month_end,
    next_quarter_end, quarter_of,
};
use crate::text::{Kind, Token};

/// Month names, long and short, in the languages that customers write dates in.
const MONTHS: &[&[&str]] = &[
    &[
        "january", "jan", "januar", "janvier", "enero", "janeiro", "gennaio", "januari", "jaenner",
    ],
    &[
        "february",
        "feb",
        "febr",
        "februar",
        "fevrier",
        "febrero",
        "fevereiro",
        "febbraio",
        "februari",
    ],
    &[
        "march", "mar", "marz", "mars", "marzo", "marco", "maart", "maerz",
    ],
    &["april", "apr", "avril", "abril", "aprile"],
    &["may", "mai", "mayo", "maio", "maggio", "mei"],
    &["june", "jun", "juni", "juin", "junio", "junho", "giugno"],
    &["july", "jul", "juli", "juillet", "julio", "julho", "luglio"],
    &["august", "aug", "aout", "agosto", "augustus"],
    &[
        "september",
        "sep",
        "sept",
        "septembre",
        "septiembre",
        "setembro",
        "settembre",
    ],
    &[
        "october", "oct", "oktober", "okt", "octobre", "octubre", "outubro", "ottobre",
    ],
    &["november", "nov", "novembre", "noviembre", "novembro"],
    &[
        "december",
        "dec",
        "dezember",
        "dez",
        "decembre",
        "diciembre",
        "dezembro",
        "dicembre",
    ],
];

/// Whether a word is a month's name.
pub(crate) fn is_month(word: &str) -> bool {
    month(word).is_some()
}

fn month(word: &str) -> Option<u32> {
    let at = MONTHS.iter().position(|names| names.contains(&word))?;
    u32::try_from(at + 1).ok()
}

/// Names that are other words as well count only beside a number.
fn is_ambiguous_month(word: &str) -> bool {
    matches!(
        word,
        "may" | "mar" | "march" | "mars" | "mai" | "jun" | "sep" | "dec" | "mei" | "jan" | "marco"
    )
}

/// Reads a date in words. `before` is the word in front of it: "in March" is a month, "we march" is
/// none.
pub(super) fn read(
    tail: &[Token],
    before: Option<&Token>,
    reference: Option<NaiveDate>,
) -> Option<(usize, When)> {
    let mut cursor = Cursor { tail, at: 0 };
    let first = cursor.word()?;
    match first {
        "end" | "eo" | "ende" | "fin" => end_of(&mut cursor, reference),
        "eoy" => reference.and_then(|date| cursor.done_day(end_of_month(date.year(), 12))),
        "eom" => {
            reference.and_then(|date| cursor.done_day(end_of_month(date.year(), date.month())))
        }
        "eoq" => reference
            .and_then(|date| cursor.done_day(end_of_quarter(date.year(), quarter_of(date)))),
        "month" | "quarter" | "year" => period_end(&mut cursor, first, reference),
        "mid" | "middle" | "early" | "beginning" | "start" | "late" | "anfang" | "mitte" => {
            unclear_part(&mut cursor)
        }
        "in" | "within" => relative(&mut cursor, reference),
        _ => quarter(&mut Cursor { tail, at: 0 }, reference)
            .or_else(|| from_now(&mut Cursor { tail, at: 0 }, reference))
            .or_else(|| day_first(&mut Cursor { tail, at: 0 }, reference))
            .or_else(|| year_first(&mut Cursor { tail, at: 0 }))
            .or_else(|| month_first(&mut Cursor { tail, at: 0 }, before, reference)),
    }
}

struct Cursor<'a> {
    tail: &'a [Token],
    at: usize,
}

impl<'a> Cursor<'a> {
    fn peek(&self) -> Option<&'a Token> {
        self.tail.get(self.at)
    }

    fn word(&mut self) -> Option<&'a str> {
        let token = self.peek()?;
        self.at += 1;
        Some(token.norm.as_str())
    }

    fn skip(&mut self, words: &[&str]) {
        while self
            .peek()
            .is_some_and(|token| words.contains(&token.norm.as_str()))
        {
            self.at += 1;
        }
    }

    fn eat(&mut self, words: &[&str]) -> bool {
        let found = self
            .peek()
            .is_some_and(|token| words.contains(&token.norm.as_str()));
        self.at += usize::from(found);
        found
    }

    /// A year of four digits, or of two where `'` or a glued mark announces it.
    fn year(&mut self) -> Option<i32> {
        let mut at = self.at;
        while self.tail.get(at).is_some_and(|token| {
            matches!(
                token.norm.as_str(),
                "," | "." | "/" | "-" | "'" | "of" | "in" | "de" | "("
            ) || token.norm == "'"
        }) {
            at += 1;
        }
        let token = self.tail.get(at)?;
        let announced = at > self.at
            && self
                .tail
                .get(at - 1)
                .is_some_and(|mark| matches!(mark.norm.as_str(), "'" | "-" | "/") && !token.spaced);
        let digits = token.norm.len();
        if token.kind != Kind::Number || !(digits == 4 || (digits == 2 && announced)) {
            return None;
        }
        let year = full_year(token.number()?, digits)?;
        self.at = at + 1;
        Some(year)
    }

    /// A day's number: `31`, `31st`.
    fn day(&mut self) -> Option<u32> {
        let token = self.peek()?;
        let digits = token
            .norm
            .trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let ending = token.norm.get(digits.len()..)?;
        if !matches!(ending, "" | "st" | "nd" | "rd" | "th" | "er")
            || digits.is_empty()
            || digits.len() > 2
        {
            return None;
        }
        let number = digits
            .parse()
            .ok()
            .filter(|number| (1..=31).contains(number))?;
        self.at += 1;
        Some(number)
    }

    fn month(&mut self) -> Option<u32> {
        let found = month(&self.peek()?.norm)?;
        self.at += 1;
        Some(found)
    }

    fn done(&self, when: When) -> Option<(usize, When)> {
        Some((self.at, when))
    }

    fn done_day(&self, day: Option<NaiveDate>) -> Option<(usize, When)> {
        self.done(day.map_or(When::Unclear, When::Day))
    }
}

/// "end of January", "end of Q1 2027", "end of the year", "end of 2026".
fn end_of(cursor: &mut Cursor<'_>, reference: Option<NaiveDate>) -> Option<(usize, When)> {
    cursor.skip(&[
        "of", "the", "this", "current", "calendar", "month", "des", "de", "des", "du", "our",
    ]);
    if cursor
        .tail
        .get(cursor.at.saturating_sub(1))
        .is_some_and(|token| token.is("month"))
        && cursor.peek().is_none_or(|token| !is_month(&token.norm))
    {
        cursor.at -= 1;
    }
    let next = cursor.eat(&["next", "following", "coming"]);
    if let Some(month) = cursor.month() {
        let year = cursor.year();
        let date = match (year, reference) {
            (Some(year), _) => end_of_month(year, month),
            (None, Some(reference)) => next_month_end(reference, month),
            _ => None,
        };
        return cursor.done_day(date);
    }
    if let Some(found) = quarter(cursor, reference) {
        return Some(found);
    }
    if cursor.peek()?.kind == Kind::Number {
        let year = cursor.year()?;
        // "new end 2027-04-30": a whole date, not a year.
        let goes_on = cursor
            .tail
            .get(cursor.at)
            .is_some_and(|mark| matches!(mark.norm.as_str(), "-" | "/" | ".") && !mark.spaced)
            && cursor
                .tail
                .get(cursor.at + 1)
                .is_some_and(|next| next.kind == Kind::Number && !next.spaced);
        if goes_on {
            return None;
        }
        return cursor.done_day(end_of_month(year, 12));
    }
    let unit = cursor.word()?;
    let reference = reference?;
    let date = match (unit, next) {
        ("month", false) => end_of_month(reference.year(), reference.month()),
        ("month", true) => add_months(day(reference.year(), reference.month(), 1)?, 1)
            .and_then(|date| end_of_month(date.year(), date.month())),
        ("quarter", false) => end_of_quarter(reference.year(), quarter_of(reference)),
        ("quarter", true) => match quarter_of(reference) {
            4 => end_of_quarter(reference.year() + 1, 1),
            quarter => end_of_quarter(reference.year(), quarter + 1),
        },
        ("year" | "jahres" | "annee", false) => {
            end_of_month(cursor.year().unwrap_or(reference.year()), 12)
        }
        ("year", true) => end_of_month(reference.year() + 1, 12),
        _ => return None,
    };
    cursor.done_day(date)
}

/// "year end", "month end", "quarter end".
fn period_end(
    cursor: &mut Cursor<'_>,
    unit: &str,
    reference: Option<NaiveDate>,
) -> Option<(usize, When)> {
    if !cursor.eat(&["end"]) {
        return None;
    }
    let date = match (unit, cursor.year(), reference) {
        ("year", Some(year), _) => end_of_month(year, 12),
        ("year", None, Some(reference)) => end_of_month(reference.year(), 12),
        ("month", None, Some(reference)) => end_of_month(reference.year(), reference.month()),
        ("quarter", None, Some(reference)) => {
            end_of_quarter(reference.year(), quarter_of(reference))
        }
        _ => None,
    };
    cursor.done_day(date)
}

/// "mid-March", "early January 2027", "beginning of Q2": not recognised as a day.
fn unclear_part(cursor: &mut Cursor<'_>) -> Option<(usize, When)> {
    cursor.skip(&["of", "in", "the", "to", "mid", "next"]);
    let is_period =
        cursor.month().is_some() || quarter(cursor, None).is_some() || cursor.year().is_some();
    if !is_period {
        return None;
    }
    let _ = cursor.year();
    cursor.done(When::Unclear)
}

const ORDINALS: &[(&str, u32)] = &[
    ("first", 1),
    ("1st", 1),
    ("second", 2),
    ("2nd", 2),
    ("third", 3),
    ("3rd", 3),
    ("fourth", 4),
    ("4th", 4),
    ("last", 4),
];

/// "Q1", "Q1 2027", "1Q27", "first quarter of 2027", "Q1 of next year"; a financial year is unclear.
fn quarter(cursor: &mut Cursor<'_>, reference: Option<NaiveDate>) -> Option<(usize, When)> {
    let start = cursor.at;
    let financial = cursor.eat(&["fiscal", "financial"])
        || cursor
            .peek()
            .is_some_and(|token| token.norm.starts_with("fy"));
    if cursor
        .peek()
        .is_some_and(|token| token.norm.starts_with("fy"))
    {
        cursor.at += 1;
    }
    cursor.skip(&["the"]);
    let token = cursor.word()?;
    let bytes = token.as_bytes();
    let mut glued_year = None;
    let number = match bytes {
        [b'q', number @ b'1'..=b'4'] | [number @ b'1'..=b'4', b'q'] => {
            Some(u32::from(number - b'0'))
        }
        [number @ b'1'..=b'4', b'q', tens, ones]
        | [b'q', number @ b'1'..=b'4', b'y', tens, ones]
            if tens.is_ascii_digit() && ones.is_ascii_digit() =>
        {
            glued_year = Some(2000 + i32::from(tens - b'0') * 10 + i32::from(ones - b'0'));
            Some(u32::from(number - b'0'))
        }
        _ => ORDINALS
            .iter()
            .find(|(word, _)| *word == token)
            .map(|&(_, number)| number)
            .filter(|_| {
                cursor.eat(&["calendar"]);
                cursor.eat(&["quarter"])
            }),
    };
    let Some(number) = number else {
        cursor.at = start;
        return None;
    };
    let fiscal_after = cursor
        .peek()
        .is_some_and(|token| token.norm.starts_with("fy") || token.is("fiscal"));
    if financial || fiscal_after {
        cursor.at += usize::from(fiscal_after);
        return cursor.done(When::Unclear);
    }
    let mark = cursor.at;
    cursor.skip(&["of"]);
    if cursor.eat(&["next"]) && cursor.eat(&["year"]) {
        return cursor.done_day(reference.and_then(|date| end_of_quarter(date.year() + 1, number)));
    }
    cursor.at = mark;
    if let Some(year) = glued_year.or_else(|| cursor.year()) {
        return cursor.done_day(end_of_quarter(year, number));
    }
    cursor.done_day(reference.and_then(|date| next_quarter_end(date, number)))
}

/// `31 January 2027`, `31st of January`, `31. Januar`, `26-Feb-27`, `10-20 January 2027`.
fn day_first(cursor: &mut Cursor<'_>, reference: Option<NaiveDate>) -> Option<(usize, When)> {
    let mut number = cursor.day()?;
    let mark = cursor.at;
    if cursor.eat(&["-", "–", "/", "to", "and", "or"]) {
        match cursor.day() {
            Some(last) => number = last,
            None => cursor.at = mark,
        }
    }
    cursor.skip(&["of", ".", "-", "de", "."]);
    let month = cursor.month()?;
    cursor.skip_dot();
    let year = cursor.year();
    cursor.done_day(resolve(year, month, number, reference))
}

/// `2027 January 31`, `2027, January 31`.
fn year_first(cursor: &mut Cursor<'_>) -> Option<(usize, When)> {
    let token = cursor
        .peek()
        .filter(|token| token.kind == Kind::Number && token.norm.len() == 4)?;
    let year = full_year(token.number()?, 4)?;
    cursor.at += 1;
    cursor.skip(&[",", "-", "/"]);
    let month = cursor.month()?;
    cursor.skip_dot();
    let mark = cursor.at;
    cursor.skip(&["-", "/"]);
    let Some(number) = cursor.day() else {
        cursor.at = mark;
        return cursor.done_day(end_of_month(year, month));
    };
    cursor.done_day(day(year, month, number))
}

/// `January 31st, 2027`, `Jan 31`, `January 2027`, `January`.
fn month_first(
    cursor: &mut Cursor<'_>,
    before: Option<&Token>,
    reference: Option<NaiveDate>,
) -> Option<(usize, When)> {
    let name = cursor.peek()?.norm.as_str();
    let month = cursor.month()?;
    cursor.skip_dot();
    let mark = cursor.at;
    cursor.skip(&["the", "-"]);
    if let Some(number) = cursor.day() {
        // "March 27" is a day; "March '27" and "Mar 2027" are not.
        let mark = cursor.at;
        if cursor.eat(&["-", "–", "to", "and"]) {
            if let Some(last) = cursor.day() {
                let year = cursor.year();
                return cursor.done_day(resolve(year, month, last, reference));
            }
            cursor.at = mark;
        }
        let year = cursor.year();
        return cursor.done_day(resolve(year, month, number, reference));
    }
    cursor.at = mark;
    if let Some(year) = cursor.year() {
        return cursor.done_day(end_of_month(year, month));
    }
    let mark = cursor.at;
    cursor.skip(&["of"]);
    if cursor.eat(&["next"]) && cursor.eat(&["year"]) {
        return cursor.done_day(reference.and_then(|date| end_of_month(date.year() + 1, month)));
    }
    cursor.at = mark;
    let announced = before.is_some_and(|word| {
        matches!(
            word.norm.as_str(),
            "in" | "until" | "till" | "before" | "during" | "through" | "of" | "by"
        )
    });
    // "by Jan" and "of Mars" may be people and places.
    let labelled = before.is_some_and(|mark| [':', '=', '/'].iter().any(|c| mark.is_punct(*c)))
        && cursor
            .peek()
            .is_none_or(|next| next.kind == crate::text::Kind::Punct);
    let surely = labelled || announced && (name == "march" || name == "may");
    if is_ambiguous_month(name) && !surely {
        return None;
    }
    cursor.done_day(reference.and_then(|date| next_month_end(date, month)))
}

impl Cursor<'_> {
    /// The full stop of an abbreviated month.
    fn skip_dot(&mut self) {
        if self
            .peek()
            .is_some_and(|token| token.is_punct('.') && !token.spaced)
        {
            self.at += 1;
        }
    }
}

fn resolve(
    year: Option<i32>,
    month: u32,
    number: u32,
    reference: Option<NaiveDate>,
) -> Option<NaiveDate> {
    match year {
        Some(year) => day(year, month, number),
        None => next_day(reference?, month, number),
    }
}

const NUMBERS: &[(&str, u32)] = &[
    ("a", 1),
    ("an", 1),
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("eighteen", 18),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("sixty", 60),
    ("ninety", 90),
];

/// "in about six weeks", "within 3 months".
fn relative(cursor: &mut Cursor<'_>, reference: Option<NaiveDate>) -> Option<(usize, When)> {
    cursor.skip(&[
        "about",
        "around",
        "approximately",
        "approx",
        ".",
        "roughly",
        "ca",
        "circa",
        "some",
        "the",
        "next",
        "~",
        "say",
        "maybe",
        "exactly",
        "just",
        "under",
        "another",
    ]);
    span(cursor, reference)
}

/// "six weeks from now", "8 weeks from today".
fn from_now(cursor: &mut Cursor<'_>, reference: Option<NaiveDate>) -> Option<(usize, When)> {
    let (_, when) = span(cursor, reference)?;
    (cursor.eat(&["from"]) && cursor.eat(&["now", "today"])).then(|| cursor.done(when))?
}

fn span(cursor: &mut Cursor<'_>, reference: Option<NaiveDate>) -> Option<(usize, When)> {
    let mut number = count(cursor)?;
    let mark = cursor.at;
    if cursor.eat(&["-", "–", "to", "or"]) {
        match count(cursor) {
            Some(last) => number = last,
            None => cursor.at = mark,
        }
    }
    cursor.skip(&["more", "calendar", "full", "-"]);
    let reference = reference?;
    let date = match cursor.word()? {
        "day" | "days" | "tagen" => add_days(reference, number),
        "week" | "weeks" | "wks" | "wk" | "wochen" => add_days(reference, number.checked_mul(7)?),
        "fortnight" | "fortnights" => add_days(reference, number.checked_mul(14)?),
        "month" | "months" | "mths" | "monaten" => add_months(reference, number),
        _ => return None,
    };
    let _ = cursor.eat(&["'"]) && cursor.eat(&["time"]) || cursor.eat(&["time"]);
    cursor.done_day(date)
}

fn count(cursor: &mut Cursor<'_>) -> Option<u32> {
    let token = cursor.peek()?;
    let number = token.number().filter(|number| *number <= 400).or_else(|| {
        NUMBERS
            .iter()
            .find(|(word, _)| token.is(word))
            .map(|&(_, number)| number)
    })?;
    cursor.at += 1;
    Some(number)
}
