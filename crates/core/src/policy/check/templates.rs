//! The texts that Ferry drafts.

use std::collections::BTreeMap;

use super::{Mistakes, is_blank};
use crate::draft::FALLBACK_LANGUAGE;
use crate::draft::fields;
use crate::draft::template::{Token, tokens};
use crate::policy::{Policy, Problem};

pub(super) fn messages_are_in_english_too(policy: &Policy, mistakes: &mut Mistakes) {
    for (name, messages) in messages(policy) {
        if !messages.contains_key(FALLBACK_LANGUAGE) {
            mistakes.add(format!("templates.{name}"), Problem::NoEnglish);
        }
    }
}

pub(super) fn are_named_by_language(policy: &Policy, mistakes: &mut Mistakes) {
    for (name, messages) in messages(policy) {
        for language in messages.keys().filter(|language| !is_language(language)) {
            let problem = Problem::NotALanguage {
                language: language.clone(),
            };
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
        mistakes.add(template.field, Problem::NoText);
    }
}

pub(super) fn name_known_fields(policy: &Policy, mistakes: &mut Mistakes) {
    for template in all(policy) {
        for token in tokens(template.text) {
            let name = match token {
                Token::Field(name) | Token::Known(name) | Token::Missing(name) => name,
                Token::Text(_) | Token::End(_) | Token::Stray(_) => continue,
            };
            if !template.fields.contains(&name) {
                let problem = Problem::UnknownTemplateField {
                    name: name.to_owned(),
                    known: template.fields,
                };
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
fn paired(text: &str) -> Result<(), Problem> {
    let mut open: Vec<&str> = Vec::new();
    for token in tokens(text) {
        match token {
            Token::Known(name) | Token::Missing(name) => open.push(name),
            Token::End(name) => {
                let (opened, name) = (open.pop(), name.to_owned());
                match opened {
                    Some(opened) if opened == name => {}
                    Some(opened) => {
                        let opened = opened.to_owned();
                        return Err(Problem::SectionCrossed { name, opened });
                    }
                    None => return Err(Problem::SectionNotBegun { name }),
                }
            }
            Token::Stray(brace) => {
                let brace = brace.to_owned();
                return Err(Problem::StrayBrace { brace });
            }
            Token::Text(_) | Token::Field(_) => {}
        }
    }
    match open.pop() {
        Some(name) => Err(Problem::SectionNotEnded {
            name: name.to_owned(),
        }),
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
    fields: &'static [&'static str],
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
