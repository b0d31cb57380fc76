//! Dates in digits: `2026-12-31`, `31.12.2026`, `12/31/26`.

use chrono::NaiveDate;

use super::When;
use super::calendar::{day, full_year, next_day};
use crate::text::{Kind, Token};

/// Reads a numeric date at the start of `tail`. `before` is the token before it.
pub(super) fn read(
    tail: &[Token],
    before: Option<&Token>,
    reference: Option<NaiveDate>,
) -> Option<(usize, When)> {
    let glued_before = before.is_some_and(|before| {
        !tail.first().is_none_or(|token| token.spaced)
            && (before.is_punct('.')
                || before.is_punct('/')
                || before.is_punct('-')
                || before.is_punct(':'))
    });
    if glued_before {
        return None;
    }
    let first = tail.first()?.number()?;
    let mark = separator(tail.get(1)?)?;
    let second_token = tail.get(2).filter(|token| !token.spaced || mark == '.')?;
    if !second_token.norm.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let digits = tail.first()?.norm.len();
    let third_mark = tail.get(3).and_then(separator) == Some(mark);
    if digits == 4 && third_mark {
        return iso(tail, first);
    }
    let second = second_token.number()?;
    let third = tail
        .get(4)
        .filter(|token| third_mark && token.kind == Kind::Number);
    match third.and_then(|token| Some((token.number()?, token.norm.len()))) {
        Some((third, digits)) => {
            let year = full_year(third, digits)?;
            Some((
                5,
                order(first, second, |month, number| day(year, month, number))?,
            ))
        }
        None => without_year(tail, mark, before, first, second, reference),
    }
}

/// `2027-01-31`, also with a time glued on: `2027-01-31T00:00Z`.
fn iso(tail: &[Token], year: u32) -> Option<(usize, When)> {
    let year = full_year(year, 4)?;
    let month = tail.get(2)?.number()?;
    let last = tail.get(4)?;
    let digits: String = last.norm.chars().take_while(char::is_ascii_digit).collect();
    let rest = last.norm.get(digits.len()..)?;
    if digits.len() > 2 || !(rest.is_empty() || rest.starts_with('t')) {
        return None;
    }
    Some((5, When::Day(day(year, month, digits.parse().ok()?)?)))
}

/// `31.12.` or, after a word that announces a date, `31/12`.
fn without_year(
    tail: &[Token],
    mark: char,
    before: Option<&Token>,
    first: u32,
    second: u32,
    reference: Option<NaiveDate>,
) -> Option<(usize, When)> {
    let announced = before.is_some_and(|token| {
        matches!(
            token.norm.as_str(),
            "by" | "until" | "till" | "on" | "before" | "til" | "date" | "bis" | "from"
        )
    });
    let closed = mark == '.'
        && tail
            .get(3)
            .is_some_and(|token| token.is_punct('.') && !token.spaced);
    let next_is_digit = tail
        .get(3)
        .is_some_and(|token| !token.spaced && separator(token).is_some())
        && tail
            .get(4)
            .is_some_and(|token| token.kind == Kind::Number && !token.spaced);
    if mark == '-' || next_is_digit || !(announced || closed) || (mark == '.' && !closed) {
        return None;
    }
    let when = order(first, second, |month, number| {
        next_day(reference?, month, number)
    })?;
    Some((if closed { 4 } else { 3 }, when))
}

/// Day and month, where one of them is over 12 or both are the same.
fn order(first: u32, second: u32, build: impl Fn(u32, u32) -> Option<NaiveDate>) -> Option<When> {
    if first == 0 || second == 0 || first > 31 || second > 31 || (first > 12 && second > 12) {
        return None;
    }
    if first > 12 || first == second {
        return Some(When::Day(build(second, first)?));
    }
    if second > 12 {
        return Some(When::Day(build(first, second)?));
    }
    Some(When::Unclear)
}

fn separator(token: &Token) -> Option<char> {
    if token.spaced || token.kind != Kind::Punct {
        return None;
    }
    token
        .norm
        .chars()
        .next()
        .filter(|mark| matches!(mark, '-' | '/' | '.'))
}
