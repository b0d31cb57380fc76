//! The template language: as little as a support team needs.
//!
//! - `{field}` stands for the field's value; an unknown value leaves nothing.
//! - `{?field}…{/field}` is there only where the field is known, `{!field}…{/field}` only where it
//!   is not. Sections can stand inside one another.
//! - `{n}` counts: 1 where it first shows, 2 where it next does.
//! - Braces have no other use. Blank lines that omitted sections leave behind are closed up.

use std::collections::BTreeMap;

/// The field that counts.
pub(crate) const COUNTER: &str = "n";

/// What the fields of a template stand for; a field without a value is not known.
#[derive(Debug, Clone, Default)]
pub(super) struct Values(BTreeMap<&'static str, String>);

impl Values {
    /// Says what a field stands for.
    pub(super) fn set(&mut self, field: &'static str, value: Option<impl ToString>) {
        if let Some(value) = value {
            self.0.insert(field, value.to_string());
        }
    }
}

/// Fills in a template. What is no part of the language stays as it stands: a policy is checked
/// before it is used, so this is for texts that are still being edited.
pub(super) fn render(template: &str, values: Values) -> String {
    let mut out = String::new();
    let mut sections: Vec<bool> = Vec::new();
    let mut count = 0_usize;
    for token in tokens(template) {
        let visible = sections.iter().all(|shown| *shown);
        match token {
            Token::Known(field) => sections.push(values.0.contains_key(field)),
            Token::Missing(field) => sections.push(!values.0.contains_key(field)),
            Token::End(_) => drop(sections.pop()),
            _ if !visible => {}
            Token::Field(COUNTER) => {
                count += 1;
                out.push_str(&count.to_string());
            }
            Token::Field(field) => out.push_str(values.0.get(field).map_or("", String::as_str)),
            Token::Text(text) | Token::Stray(text) => out.push_str(text),
        }
    }
    close_up(&out)
}

/// Leaves at most one blank line between two lines, and none at the ends.
fn close_up(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut blank = false;
    for line in text.lines().map(str::trim_end) {
        if line.is_empty() {
            blank = true;
            continue;
        }
        if !out.is_empty() {
            out.push_str(if blank { "\n\n" } else { "\n" });
        }
        blank = false;
        out.push_str(line);
    }
    out
}

/// A piece of a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Token<'t> {
    /// Text as it stands.
    Text(&'t str),
    /// `{field}`.
    Field(&'t str),
    /// `{?field}`.
    Known(&'t str),
    /// `{!field}`.
    Missing(&'t str),
    /// `{/field}`.
    End(&'t str),
    /// A brace without its partner.
    Stray(&'t str),
}

/// Splits a template into its pieces.
pub(crate) fn tokens(template: &str) -> impl Iterator<Item = Token<'_>> {
    let mut rest = template;
    std::iter::from_fn(move || {
        let length = token_length(rest)?;
        let (token, behind) = rest.split_at(length);
        rest = behind;
        Some(classify(token))
    })
}

/// The length of the piece that `rest` begins with: up to the next brace, or from a `{` to its `}`.
fn token_length(rest: &str) -> Option<usize> {
    let first = rest.chars().next()?;
    let end = |from: usize| rest[from..].find(['{', '}']).map(|at| at + from);
    Some(match first {
        '{' => match end(1) {
            Some(at) if rest[at..].starts_with('}') => at + 1,
            _ => 1,
        },
        '}' => 1,
        _ => end(0).unwrap_or(rest.len()),
    })
}

fn classify(token: &str) -> Token<'_> {
    if token == "{" || token == "}" {
        return Token::Stray(token);
    }
    let Some(inner) = token
        .strip_prefix('{')
        .and_then(|rest| rest.strip_suffix('}'))
    else {
        return Token::Text(token);
    };
    match inner.split_at_checked(1) {
        Some(("?", field)) => Token::Known(field),
        Some(("!", field)) => Token::Missing(field),
        Some(("/", field)) => Token::End(field),
        _ => Token::Field(inner),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(template: &str, rendered: &str) {
        let mut values = Values::default();
        values.set("a", Some("A"));
        values.set("b", Some("{a}"));
        assert_eq!(render(template, values), rendered, "{template}");
    }

    #[test]
    fn fields_stand_for_their_values() {
        check("{a}-{b}-{unknown}-", "A-{a}--");
    }

    #[test]
    fn sections_depend_on_what_is_known() {
        check("{?a}1{/a}{!a}2{/a}{?c}3{/c}{!c}4{/c}", "14");
        check("{?c}{?a}1{/a}2{/c}{?a}3{?c}4{/c}5{/a}", "35");
    }

    #[test]
    fn only_what_is_shown_is_counted() {
        check("{?c}{n}{/c}{n}{!c}{n}{/c}", "12");
    }

    #[test]
    fn blank_lines_are_closed_up() {
        check(
            "\n{?c}x{/c}\n1 \n{?c}y{/c}\n\n{?c}z{/c}\n2\n3\n\n",
            "1\n\n2\n3",
        );
    }

    #[test]
    fn what_is_no_part_of_the_language_stays() {
        check("{ {a} } {{a}}", "{ A } {A}");
        check("{?a}1", "1");
        check("{/a}1", "1");
    }
}
