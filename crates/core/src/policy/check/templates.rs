//! The texts that Ferry drafts.

use std::collections::BTreeMap;

use super::{Mistakes, is_blank};
use crate::draft::FALLBACK_LANGUAGE;
use crate::draft::fields::{self, Field};
use crate::draft::template::{Token, tokens};
use crate::policy::Policy;

pub(super) fn messages_are_in_english_too(policy: &Policy, mistakes: &mut Mistakes) {
    for (name, messages) in messages(policy) {
        if !messages.contains_key(FALLBACK_LANGUAGE) {
            let problem = "`en` is missing: write it for requesters whose language is not there";
            mistakes.add(format!("templates.{name}"), problem);
        }
    }
}

pub(super) fn are_named_by_language(policy: &Policy, mistakes: &mut Mistakes) {
    for (name, messages) in messages(policy) {
        for language in messages.keys().filter(|language| !is_language(language)) {
            let problem = format!("`{language}` is no language: write it as in `de` or `pt-br`");
            mistakes.add(format!("templates.{name}.{language}"), problem);
        }
    }
}

fn is_language(name: &str) -> bool {
    let mut parts = name.split('-');
    let first = parts.next().unwrap_or_default();
    matches!(first.len(), 2 | 3)
        && first.chars().all(|c| c.is_ascii_lowercase())
        && parts.all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric()))
}

pub(super) fn are_filled(policy: &Policy, mistakes: &mut Mistakes) {
    for template in all(policy).filter(|template| is_blank(template.text)) {
        mistakes.add(
            template.field,
            "this is empty: write the text that Ferry is to draft",
        );
    }
}

pub(super) fn name_known_fields(policy: &Policy, mistakes: &mut Mistakes) {
    for template in all(policy) {
        let is_known = |name: &str| template.fields.iter().any(|field| field.name == name);
        for token in tokens(template.text) {
            let name = match token {
                Token::Field(name) | Token::Known(name) | Token::Missing(name) => name,
                Token::Text(_) | Token::End(_) | Token::Stray(_) => continue,
            };
            if !is_known(name) {
                let known: Vec<_> = template
                    .fields
                    .iter()
                    .map(|field| format!("{{{}}}", field.name))
                    .collect();
                let problem = format!(
                    "`{{{name}}}` is no field: write one of {}",
                    known.join(", ")
                );
                mistakes.add(template.field.clone(), problem);
            }
        }
    }
}

pub(super) fn have_paired_braces(policy: &Policy, mistakes: &mut Mistakes) {
    for template in all(policy) {
        if let Err(problem) = paired(template.text) {
            mistakes.add(template.field, problem);
        }
    }
}

/// The first section or brace that has no partner: the rest may only follow from it.
fn paired(text: &str) -> Result<(), String> {
    let mut open: Vec<&str> = Vec::new();
    for token in tokens(text) {
        match token {
            Token::Known(name) | Token::Missing(name) => open.push(name),
            Token::End(name) => match open.pop() {
                Some(opened) if opened == name => {}
                Some(opened) => {
                    return Err(format!(
                        "`{{/{name}}}` stands where the section of `{opened}` ends: write \
                         `{{/{opened}}}`"
                    ));
                }
                None => {
                    return Err(format!(
                        "`{{/{name}}}` ends a section that does not begin: remove it, or write \
                         `{{?{name}}}` or `{{!{name}}}` before it"
                    ));
                }
            },
            Token::Stray(brace) => {
                return Err(format!(
                    "a `{brace}` has no partner: write fields as `{{field}}`, and no other braces"
                ));
            }
            Token::Text(_) | Token::Field(_) => {}
        }
    }
    match open.pop() {
        Some(name) => Err(format!(
            "the section of `{name}` does not end: write `{{/{name}}}`"
        )),
        None => Ok(()),
    }
}

fn messages(policy: &Policy) -> [(&'static str, &BTreeMap<String, String>); 2] {
    [
        ("customer_message", &policy.templates.customer_message),
        ("customer_reminder", &policy.templates.customer_reminder),
    ]
}

struct Template<'p> {
    field: String,
    text: &'p str,
    fields: &'static [Field],
}

fn all(policy: &Policy) -> impl Iterator<Item = Template<'_>> {
    let templates = &policy.templates;
    let messages = messages(policy).into_iter().flat_map(|(name, messages)| {
        messages.iter().map(move |(language, text)| {
            (format!("{name}.{language}"), text.as_str(), fields::MESSAGE)
        })
    });
    let others = [
        (
            "internal_note".to_owned(),
            templates.internal_note.as_str(),
            fields::NOTE,
        ),
        (
            "ops_title".to_owned(),
            templates.ops_title.as_str(),
            fields::OPS,
        ),
        (
            "ops_description".to_owned(),
            templates.ops_description.as_str(),
            fields::OPS,
        ),
    ];
    messages.chain(others).map(|(name, text, fields)| Template {
        field: format!("templates.{name}"),
        text,
        fields,
    })
}
