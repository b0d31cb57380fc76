//! Where in a JSON text a field stands.
//!
//! The JSON reader gives places for syntax errors only. This walks the text once more and notes
//! where each value begins; it is called on text that has been read as JSON already, so it can be
//! simple, and stops without harm on anything else.

use std::collections::BTreeMap;

use super::{PolicyError, PolicyErrors, Position, Problem};

/// The places of a text's values, by path: `tags[3].offering`.
pub(super) struct Places<'t> {
    text: &'t str,
    starts: BTreeMap<String, usize>,
    duplicates: Vec<(String, usize)>,
}

impl<'t> Places<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        let mut walk = Walk {
            text,
            at: 0,
            places: Self {
                text,
                starts: BTreeMap::new(),
                duplicates: Vec::new(),
            },
        };
        walk.value(&mut String::new());
        walk.places
    }

    /// Keys that an object has twice: one of the two would get lost in silence.
    pub(super) fn duplicate_keys(&self) -> Vec<PolicyError> {
        self.duplicates
            .iter()
            .map(|(path, at)| PolicyError {
                field: path.clone(),
                problem: Problem::DoubleKey,
                position: Some(self.position(*at)),
            })
            .collect()
    }

    /// Adds the place to each mistake that has none: that of its field, or of what the missing
    /// field belongs to, but for the policy as a whole.
    pub(super) fn locate(&self, errors: PolicyErrors) -> PolicyErrors {
        self.locate_as(errors, str::to_owned)
    }

    /// The same for a text in which fields have other paths.
    pub(super) fn locate_as(
        &self,
        mut errors: PolicyErrors,
        path_of: impl Fn(&str) -> String,
    ) -> PolicyErrors {
        for error in errors.0.iter_mut().filter(|error| error.position.is_none()) {
            error.position = self
                .start(&path_of(&error.field))
                .map(|at| self.position(at));
        }
        errors
    }

    fn start(&self, path: &str) -> Option<usize> {
        let mut path = path;
        loop {
            if let Some(at) = self.starts.get(path) {
                return Some(*at);
            }
            path = &path[..path.rfind(['.', '['])?];
        }
    }

    fn position(&self, at: usize) -> Position {
        let before = self.text.get(..at).unwrap_or(self.text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Position {
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }
}

struct Walk<'t> {
    text: &'t str,
    at: usize,
    places: Places<'t>,
}

impl Walk<'_> {
    /// Walks over one value. The JSON reader limits how deep values nest, and so this.
    fn value(&mut self, path: &mut String) {
        self.space();
        self.places.starts.insert(path.clone(), self.at);
        match self.peek() {
            Some(b'{') => self.object(path),
            Some(b'[') => self.array(path),
            Some(b'"') => drop(self.string()),
            _ => {
                self.skip(|byte| !matches!(byte, b',' | b'}' | b']') && !byte.is_ascii_whitespace())
            }
        }
        self.space();
    }

    fn object(&mut self, path: &mut String) {
        self.at += 1;
        let mut seen = std::collections::BTreeSet::new();
        loop {
            self.space();
            let key_at = self.at;
            if self.peek() != Some(b'"') {
                break;
            }
            let key = self.string();
            let length = path.len();
            if !path.is_empty() {
                path.push('.');
            }
            path.push_str(&key);
            if !seen.insert(key) {
                self.places.duplicates.push((path.clone(), key_at));
            }
            self.space();
            self.take(b':');
            self.value(path);
            path.truncate(length);
            if !self.take(b',') {
                break;
            }
        }
        self.take(b'}');
    }

    fn array(&mut self, path: &mut String) {
        self.at += 1;
        self.space();
        if self.take(b']') {
            return;
        }
        for index in 0_usize.. {
            let length = path.len();
            path.push_str(&format!("[{index}]"));
            self.value(path);
            path.truncate(length);
            if !self.take(b',') {
                break;
            }
        }
        self.take(b']');
    }

    /// Walks over a string and returns what it says.
    fn string(&mut self) -> String {
        let start = self.at;
        self.at += 1;
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'\\' => self.at += 1,
                b'"' => break,
                _ => {}
            }
        }
        let literal = self.text.get(start..self.at).unwrap_or_default();
        serde_json::from_str(literal).unwrap_or_default()
    }

    fn space(&mut self) {
        self.skip(|byte| byte.is_ascii_whitespace());
    }

    fn skip(&mut self, inside: impl Fn(u8) -> bool) {
        while self.peek().is_some_and(&inside) {
            self.at += 1;
        }
    }

    fn take(&mut self, byte: u8) -> bool {
        let there = self.peek() == Some(byte);
        self.at += usize::from(there);
        there
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, path: &str, line: usize, column: usize) {
        let errors = Places::of(text).locate(PolicyError::new(path, Problem::Missing).into());
        assert_eq!(
            errors.0[0].position,
            Some(Position { line, column }),
            "{path} in {text}"
        );
    }

    #[test]
    fn a_field_is_found_where_its_value_begins() {
        let text = "{ \"ä\\\"b\": [ {\"x\": 1}, {\"x\": \"]\", \"y\": -2.5e3} ],\n  \"z\": [],\n \"last\": null }";
        check(text, "ä\"b[1].y", 1, 39);
        check(text, "ä\"b[1]", 1, 23);
        check(text, "z", 2, 8);
        check(text, "last", 3, 10);
    }

    #[test]
    fn a_missing_field_is_placed_at_what_it_belongs_to() {
        check("{\"tags\": [{}]}", "tags[0].offering", 1, 11);
        let errors = Places::of("{}").locate(PolicyError::new("tags", Problem::Missing).into());
        assert_eq!(errors.0[0].position, None);
    }
}
