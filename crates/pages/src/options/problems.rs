//! What is wrong with a policy or with settings, in words of `_locales`.

use ferry_core::policy::{Kind, Problem};
use ferry_web::words::say;
use ferry_words::{Text, text};

/// The sentence in the reader's language.
pub(super) fn say_problem(problem: &Problem) -> String {
    say(&problem_text(problem))
}

fn problem_text(problem: &Problem) -> Text {
    use Problem as P;
    match problem {
        P::NotJson { reason } => text("mistake_not_json").with(reason),
        P::NotAnObject { example } => text("mistake_not_an_object").with(example),
        P::WrongKind(Kind::Text) => text("mistake_not_text"),
        P::WrongKind(Kind::WholeNumber) => text("mistake_not_whole_number"),
        P::WrongKind(Kind::Bool) => text("mistake_not_bool"),
        P::WrongKind(Kind::List) => text("mistake_not_list"),
        P::WrongKind(Kind::Object) => text("mistake_not_object"),
        P::Unreadable { reason } => text("mistake_unreadable").with(reason),
        P::Missing => text("mistake_missing"),
        P::MissingField { name } => text("mistake_missing_field").with(name),
        P::UnknownPolicyField => text("mistake_unknown_policy_field"),
        P::UnknownField { known } => text("mistake_unknown_field").with(quoted(known)),
        P::NotOneOf { value, known } => text("mistake_not_one_of").with(value).with(quoted(known)),
        P::OtherVersion { version, known } => {
            text("mistake_other_version").with(version).with(known)
        }
        P::DoubleKey => text("mistake_double_key"),
        P::NotAChange => text("mistake_not_a_change"),
        P::OtherName { key, name } => text("mistake_other_name").with(key).with(name),

        P::NoPolicyName => text("mistake_no_policy_name"),
        P::TooFewOfferings => text("mistake_too_few_offerings"),
        P::NoTags => text("mistake_no_tags"),
        P::NoId => text("mistake_no_id"),
        P::DuplicateId { id } => text("mistake_duplicate_id").with(id),
        P::NoShownName => text("mistake_no_shown_name"),
        P::NoLevels { known } if known.is_empty() => text("mistake_no_levels_yet"),
        P::NoLevels { known } => text("mistake_no_levels").with(quoted(known)),
        P::UnknownOffering { id, known } if known.is_empty() => {
            text("mistake_no_offering_yet").with(id)
        }
        P::UnknownOffering { id, known } => text("mistake_unknown_offering")
            .with(id)
            .with(quoted(known)),
        P::UnknownLevel { id, known } if known.is_empty() => text("mistake_no_level_yet").with(id),
        P::UnknownLevel { id, known } => text("mistake_unknown_level").with(id).with(quoted(known)),

        P::NoTag => text("mistake_no_tag"),
        P::NotATag { tag } => text("mistake_not_a_tag").with(tag),
        P::PatternInTable { tag } => text("mistake_pattern_in_table").with(tag),
        P::DuplicateTag { tag } => text("mistake_duplicate_tag").with(tag),
        P::LevelNotSold {
            offering,
            level,
            sold,
        } => text("mistake_level_not_sold")
            .with(offering)
            .with(level)
            .with(quoted(sold)),
        P::UntouchedTag { tag } => text("mistake_untouched_tag").with(tag),
        P::NoNames => text("mistake_no_names"),
        P::BlankName => text("mistake_blank_name"),
        P::NameTaken { name, owner } => text("mistake_name_taken").with(name).with(owner),

        P::NotAHost { host } => text("mistake_not_a_host").with(host),
        P::NotAnInstance { base } => text("mistake_not_an_instance").with(base),
        P::NotAProject { path } => text("mistake_not_a_project").with(path),
        P::ProjectNotCounted { project } => text("mistake_project_not_counted").with(project),
        P::BudgetOutOfRange {
            budget,
            least,
            most,
        } => text("mistake_budget").with(budget).with(least).with(most),
        P::NotAnAddress { url } => text("mistake_not_an_address").with(url),

        P::NoEnglish => text("mistake_no_english"),
        P::NotALanguage { language } => text("mistake_not_a_language").with(language),
        P::NoText => text("mistake_no_text"),
        P::UnknownTemplateField { name, known } => {
            let known: Vec<_> = known.iter().map(|name| format!("{{{name}}}")).collect();
            text("mistake_unknown_template_field")
                .with(name)
                .with(known.join(", "))
        }
        P::SectionCrossed { name, opened } => {
            text("mistake_section_crossed").with(name).with(opened)
        }
        P::SectionNotBegun { name } => text("mistake_section_not_begun").with(name),
        P::SectionNotEnded { name } => text("mistake_section_not_ended").with(name),
        P::StrayBrace { brace } => text("mistake_stray_brace").with(brace),

        P::NewerSettings { version } => text("mistake_newer_settings").with(version),
        P::NoSettingsVersion { known } => text("mistake_no_settings_version").with(known),
        P::UnknownSetting => text("mistake_unknown_setting"),
        P::UnknownFeature { known } => text("mistake_unknown_feature").with(quoted(known)),
    }
}

/// Names as a list that is the same in every language: `a`, `b`.
fn quoted(names: &[String]) -> String {
    let names: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
    names.join(", ")
}

#[cfg(test)]
#[path = "problems_tests.rs"]
mod tests;
