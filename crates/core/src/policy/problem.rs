//! What can be wrong with a policy or with settings.
//!
//! Each kind carries what its sentence names and no sentence, so that whoever shows it can say it
//! in the reader's language; [`Display`](std::fmt::Display) is English, for the command line.

/// What is wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// The text is not JSON; the reason is the JSON reader's own, in English.
    NotJson {
        /// Why not.
        reason: String,
    },
    /// The whole is something else than a JSON object.
    NotAnObject {
        /// How such an object begins.
        example: &'static str,
    },
    /// The value is of another kind than the field's.
    WrongKind(Kind),
    /// The reader refuses the value for a reason that has no kind here.
    Unreadable {
        /// The reader's reason, in English.
        reason: String,
    },
    /// A field that every policy has is missing.
    Missing,
    /// A field that every such entry has is missing.
    MissingField {
        /// Its name.
        name: String,
    },
    /// A policy has no field of this name.
    UnknownPolicyField,
    /// Such an entry has no field of this name.
    UnknownField {
        /// The fields that it has.
        known: Vec<String>,
    },
    /// The value is none of those that are possible.
    NotOneOf {
        /// The value.
        value: String,
        /// Those that are possible.
        known: Vec<String>,
    },
    /// The policy is of a version that this Ferry does not read.
    OtherVersion {
        /// Its version.
        version: u64,
        /// The version that is read.
        known: u32,
    },
    /// An object has the same key twice: one of the two would get lost in silence.
    DoubleKey,
    /// A patch's entry is neither an object nor null.
    NotAChange,
    /// A patch's entry has another name inside than outside.
    OtherName {
        /// The field that holds the name.
        key: String,
        /// The name outside.
        name: String,
    },

    /// The policy has no name.
    NoPolicyName,
    /// There are fewer than two offerings to move between.
    TooFewOfferings,
    /// There are no support-level tags.
    NoTags,
    /// An entry has no id.
    NoId,
    /// An entry has another one's id.
    DuplicateId {
        /// The id.
        id: String,
    },
    /// A name that people are shown is empty.
    NoShownName,

    /// An offering is sold with no level.
    NoLevels {
        /// The policy's levels.
        known: Vec<String>,
    },
    /// The policy has no such offering.
    UnknownOffering {
        /// The id that names it.
        id: String,
        /// The policy's offerings.
        known: Vec<String>,
    },
    /// The policy has no such level.
    UnknownLevel {
        /// The id that names it.
        id: String,
        /// The policy's levels.
        known: Vec<String>,
    },

    /// A tag is empty.
    NoTag,
    /// A tag is none that Zendesk could have.
    NotATag {
        /// The tag.
        tag: String,
    },
    /// A tag of the table has a `*`, which only untouched tags may.
    PatternInTable {
        /// The tag.
        tag: String,
    },
    /// A tag is in the table twice.
    DuplicateTag {
        /// The tag.
        tag: String,
    },
    /// A tag stands for a level that its offering is not sold with.
    LevelNotSold {
        /// The offering.
        offering: String,
        /// The level.
        level: String,
        /// The levels that the offering is sold with.
        sold: Vec<String>,
    },
    /// A tag of the table is also one that is never taken off.
    UntouchedTag {
        /// The tag.
        tag: String,
    },

    /// There is no name to find an offering or a level by.
    NoNames,
    /// A name is empty, and would be found everywhere.
    BlankName,
    /// A name means something else already.
    NameTaken {
        /// The name.
        name: String,
        /// The id of what it means already.
        owner: String,
    },

    /// This is no host name.
    NotAHost {
        /// What stands there.
        host: String,
    },
    /// This is no address of a GitLab instance.
    NotAnInstance {
        /// What stands there.
        base: String,
    },
    /// This is no path of a project.
    NotAProject {
        /// What stands there.
        path: String,
    },
    /// The project for new issues is none of those that count.
    ProjectNotCounted {
        /// The project.
        project: String,
    },
    /// The budget of an address is too small or too large.
    BudgetOutOfRange {
        /// The budget.
        budget: usize,
        /// The smallest that is possible.
        least: usize,
        /// The largest that is possible.
        most: usize,
    },
    /// This is no `https` address.
    NotAnAddress {
        /// What stands there.
        url: String,
    },

    /// A message has no English text to fall back on.
    NoEnglish,
    /// This is no language's code.
    NotALanguage {
        /// What stands there.
        language: String,
    },
    /// A template is empty.
    NoText,
    /// A template has no field of this name.
    UnknownTemplateField {
        /// The name.
        name: String,
        /// The fields that it has.
        known: &'static [&'static str],
    },
    /// A section ends where one inside it is still open.
    SectionCrossed {
        /// The section that is ended.
        name: String,
        /// The one that is open.
        opened: String,
    },
    /// A section ends that does not begin.
    SectionNotBegun {
        /// The section.
        name: String,
    },
    /// A section begins that does not end.
    SectionNotEnded {
        /// The section.
        name: String,
    },
    /// A brace has no partner.
    StrayBrace {
        /// The brace.
        brace: String,
    },

    // Settings hold a policy's patch, and their mistakes are shown in one list with its own.
    /// Settings are of a newer Ferry's version.
    NewerSettings {
        /// Their version.
        version: u64,
    },
    /// The version of settings is none.
    NoSettingsVersion {
        /// The version to write.
        known: u32,
    },
    /// Settings have no field of this name.
    UnknownSetting,
    /// Ferry has no feature of this name.
    UnknownFeature {
        /// The features that it has.
        known: Vec<String>,
    },
}

/// What kind of value belongs in a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `"…"`.
    Text,
    /// `1`.
    WholeNumber,
    /// `true` or `false`.
    Bool,
    /// `[ … ]`.
    List,
    /// `{ … }`.
    Object,
}

impl Problem {
    /// From the reason for which serde refuses a value of a policy. It comes as a sentence only;
    /// what it does not say in the known words stays as it is.
    pub(super) fn from_serde(reason: &str) -> Self {
        // What was written may hold words of serde's too; the expectation stands behind it.
        let (what, expected) = reason.rsplit_once(", expected ").unwrap_or((reason, ""));
        let quoted = || expected.split('`').skip(1).step_by(2).map(str::to_owned);
        let named = |before: &str| what.strip_prefix(before)?.strip_suffix('`');
        if let Some(name) = named("missing field `") {
            let name = name.to_owned();
            return Self::MissingField { name };
        }
        if named("unknown field `").is_some() {
            let known = quoted().collect();
            return Self::UnknownField { known };
        }
        if let Some(value) = named("unknown variant `") {
            return Self::NotOneOf {
                value: value.to_owned(),
                known: quoted().collect(),
            };
        }
        match Kind::from_serde(expected) {
            Some(kind) => Self::WrongKind(kind),
            None => Self::Unreadable {
                reason: reason.to_owned(),
            },
        }
    }
}

impl Kind {
    fn from_serde(expected: &str) -> Option<Self> {
        Some(match expected {
            // Names of a fixed set, such as a scheme, are texts to whoever writes them.
            "a string" | "string or map" => Self::Text,
            "u32" | "u64" | "usize" => Self::WholeNumber,
            "a boolean" => Self::Bool,
            "a sequence" => Self::List,
            "a map" => Self::Object,
            _ if expected.starts_with("struct ") => Self::Object,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check<T: serde::de::DeserializeOwned + std::fmt::Debug>(json: &str, problem: Problem) {
        let reason = serde_json::from_value::<T>(serde_json::from_str(json).unwrap()).unwrap_err();
        assert_eq!(Problem::from_serde(&reason.to_string()), problem, "{json}");
    }

    #[test]
    fn serdes_sentences_are_understood() {
        use crate::policy::{Form, Ops, Scheme};
        let known = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        check::<Form>("{}", Problem::MissingField { name: "id".into() });
        check::<Form>(
            r#"{"it`s": 1}"#,
            Problem::UnknownField {
                known: known(&["id", "name", "offering"]),
            },
        );
        check::<Scheme>(
            r#""o`l`d""#,
            Problem::NotOneOf {
                value: "o`l`d".into(),
                known: known(&["current", "plain"]),
            },
        );
        for (json, kind) in [
            (r#"{"id": -1}"#, Kind::WholeNumber),
            (r#"{"id": "7, expected a map"}"#, Kind::WholeNumber),
            (r#"{"id": 1, "name": []}"#, Kind::Text),
        ] {
            check::<Form>(json, Problem::WrongKind(kind));
        }
        check::<Form>("7", Problem::WrongKind(Kind::Object));
        check::<Scheme>("7", Problem::WrongKind(Kind::Text));
        check::<bool>("7", Problem::WrongKind(Kind::Bool));
        check::<Ops>(r#"{"trackers": 7}"#, Problem::WrongKind(Kind::List));
        let reason = "something new".to_owned();
        assert_eq!(
            Problem::from_serde("something new"),
            Problem::Unreadable { reason }
        );
    }
}
