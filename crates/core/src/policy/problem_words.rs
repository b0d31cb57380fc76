//! A policy's problems in English, for the command line. `extension/_locales` has the same for the
//! options page; a test there compares the two.

use std::fmt;

use super::problem::{Kind, Problem};

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use Problem as P;
        match self {
            P::NotJson { reason } => write!(f, "this is not JSON: {reason}"),
            P::NotAnObject { example } => {
                write!(f, "a JSON object belongs here: write {example}")
            }
            P::WrongKind(kind) => write!(f, "this is of the wrong kind: write {kind}"),
            P::Unreadable { reason } => write!(f, "this cannot be used: {reason}"),
            P::Missing => write!(f, "this is missing: every policy has it"),
            P::MissingField { name } => write!(f, "`{name}` is missing: add it"),
            P::UnknownPolicyField => write!(
                f,
                "a policy has no such field: remove it, or see docs/policy.md for its name"
            ),
            P::UnknownField { known } => {
                write!(f, "there is no such field: write one of {}", quoted(known))
            }
            P::NotOneOf { value, known } => {
                write!(
                    f,
                    "`{value}` is not possible: write one of {}",
                    quoted(known)
                )
            }
            P::OtherVersion { version, known } => write!(
                f,
                "version {version} is not one that this Ferry reads: write {known}, or update Ferry"
            ),
            P::DoubleKey => write!(f, "this is there twice in its object: remove one of them"),
            P::NotAChange => write!(f, "write an object with what is to change, or null"),
            P::OtherName { key, name } => write!(
                f,
                "its `{key}` must be `{name}`, as it is named here: leave `{key}` out"
            ),

            P::NoPolicyName => write!(f, "this is empty: write whose policy it is"),
            P::TooFewOfferings => write!(
                f,
                "a migration goes from one offering to another one: write at least two"
            ),
            P::NoTags => write!(
                f,
                "there are no tags, so that Ferry could not tell what anybody has paid for: write \
                 each support-level tag with its offering and level"
            ),
            P::NoId => write!(
                f,
                "this is empty: write what the entry is called in the policy"
            ),
            P::DuplicateId { id } => write!(f, "`{id}` is there already: write another one"),
            P::NoShownName => write!(f, "this is empty: write the name that people are shown"),
            P::NoLevels { known } if known.is_empty() => {
                write!(f, "this is empty: the policy needs a level first")
            }
            P::NoLevels { known } => {
                write!(f, "this is empty: write at least one of {}", quoted(known))
            }
            P::UnknownOffering { id, known } if known.is_empty() => {
                write!(f, "`{id}` is no offering: the policy has none yet")
            }
            P::UnknownOffering { id, known } => {
                write!(f, "`{id}` is no offering: write one of {}", quoted(known))
            }
            P::UnknownLevel { id, known } if known.is_empty() => {
                write!(f, "`{id}` is no level: the policy has none yet")
            }
            P::UnknownLevel { id, known } => {
                write!(f, "`{id}` is no level: write one of {}", quoted(known))
            }

            P::NoTag => write!(f, "this is empty: write a tag"),
            P::NotATag { tag } => write!(
                f,
                "`{tag}`: Zendesk's tags have no spaces, commas or capitals: write it as Zendesk \
                 shows it"
            ),
            P::PatternInTable { tag } => write!(
                f,
                "`{tag}`: `*` stands for anything in untouched_tags only: write each tag by itself"
            ),
            P::DuplicateTag { tag } => write!(
                f,
                "`{tag}` is there already: a tag stands for one level, so remove one of the two"
            ),
            P::LevelNotSold {
                offering,
                level,
                sold,
            } => write!(
                f,
                "`{offering}` is sold with {}, not with `{level}`: write one that it is sold with, \
                 or add `{level}` to the offering's levels",
                quoted(sold)
            ),
            P::UntouchedTag { tag } => write!(
                f,
                "`{tag}` is one of the untouched_tags, which are never taken off: remove it here \
                 or there"
            ),
            P::NoNames => write!(
                f,
                "this is empty: write at least one name that people use in text"
            ),
            P::BlankName => write!(
                f,
                "this is empty and would be found everywhere: write a name"
            ),
            P::NameTaken { name, owner } => write!(
                f,
                "`{name}` is also a name of `{owner}`: remove it here or there"
            ),

            P::NotAHost { host } => write!(
                f,
                "`{host}` is no host name: write it without `https://`, port or path, in lower \
                 case, such as `company.zendesk.com`"
            ),
            P::NotAnInstance { base } => write!(
                f,
                "`{base}` is no GitLab instance's address: write `https://` and its host name, \
                 such as `https://gitlab.com`"
            ),
            P::NotAProject { path } => write!(
                f,
                "`{path}` is no project's path: write it as in the project's address, such as \
                 `group/subgroup/project`"
            ),
            P::ProjectNotCounted { project } => write!(
                f,
                "`{project}` is missing, so that Ferry would not recognise the issues that it \
                 helps to open: add it"
            ),
            P::BudgetOutOfRange {
                budget,
                least,
                most,
            } => write!(
                f,
                "{budget} is out of range: write {least} to {most}, such as 7500"
            ),
            P::NotAnAddress { url } => write!(
                f,
                "`{url}` is no address: write the whole of it, with `https://`"
            ),

            P::NoEnglish => write!(
                f,
                "`en` is missing: write it for requesters whose language is not there"
            ),
            P::NotALanguage { language } => write!(
                f,
                "`{language}` is no language: write it as in `de` or `pt-br`"
            ),
            P::NoText => write!(f, "this is empty: write the text that Ferry is to draft"),
            P::UnknownTemplateField { name, known } => {
                let known: Vec<_> = known.iter().map(|name| format!("{{{name}}}")).collect();
                let known = known.join(", ");
                write!(f, "`{{{name}}}` is no field: write one of {known}")
            }
            P::SectionCrossed { name, opened } => write!(
                f,
                "`{{/{name}}}` stands where the section of `{opened}` ends: write `{{/{opened}}}`"
            ),
            P::SectionNotBegun { name } => write!(
                f,
                "`{{/{name}}}` ends a section that does not begin: remove it, or write \
                 `{{?{name}}}` or `{{!{name}}}` before it"
            ),
            P::SectionNotEnded { name } => write!(
                f,
                "the section of `{name}` does not end: write `{{/{name}}}`"
            ),
            P::StrayBrace { brace } => write!(
                f,
                "a `{brace}` has no partner: write fields as `{{field}}`, and no other braces"
            ),
            P::NewerSettings { version } => write!(
                f,
                "version {version} is of a newer Ferry than this one: update Ferry"
            ),
            P::NoSettingsVersion { known } => write!(f, "this is no version: write {known}"),
            P::UnknownSetting => write!(f, "settings have no such field: remove it"),
            P::UnknownFeature { known } => {
                write!(
                    f,
                    "there is no such feature: write one of {}",
                    quoted(known)
                )
            }
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Text => "a text, \"…\"",
            Self::WholeNumber => "a whole number",
            Self::Bool => "true or false",
            Self::List => "a list, [ … ]",
            Self::Object => "an object, { … }",
        })
    }
}

/// What can be written: `a`, `b`.
fn quoted(names: &[String]) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    names.join(", ")
}
