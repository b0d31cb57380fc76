//! "This is wrong": what an assessment rests on, by structure and kind. No text of the ticket, no
//! name and no number of it; the agent sees the report and adds what may be told. It is in English,
//! for whoever looks after Ferry.

use std::fmt::Write;

use ferry_core::{Assessment, Evidence, Policy, Record, Source};
use ferry_protocol::PageState;
use ferry_zendesk::Reading;
use serde::Serialize;

use super::judgement::Choices;
use super::tags::counted;

/// What the report is made of.
pub(crate) struct Input<'a> {
    pub(crate) version: &'a str,
    pub(crate) browser: &'a str,
    pub(crate) host: &'a str,
    pub(crate) policy: &'a Policy,
    pub(crate) reading: &'a Reading,
    pub(crate) assessment: &'a Assessment,
    pub(crate) choices: &'a Choices,
    pub(crate) page: Option<&'a PageState>,
}

/// The report.
pub(crate) fn report(input: &Input<'_>) -> String {
    let Input {
        reading,
        assessment,
        ..
    } = input;
    let mut lines = vec![
        "Ferry: this assessment is wrong".to_owned(),
        String::new(),
        format!("Ferry {}, {}", input.version, input.browser),
        format!("Zendesk: {}, {}", input.host, page(input.page)),
        format!("Concluded: {}", concluded(assessment)),
        format!("Tags: {}", tags(input)),
        format!("Read: {}", read(reading)),
        format!("Chosen by hand: {}", chosen(input.choices)),
        format!("Warnings: {}", assessment.warnings.len()),
        "Evidence:".to_owned(),
    ];
    let evidence = assessment.evidence.iter();
    lines.extend(evidence.map(|evidence| kind(&reading.record, evidence)));
    lines.push(String::new());
    lines.push("What would be right (no text of the customer's, please):".to_owned());
    lines.push(String::new());
    lines.join("\n")
}

fn page(page: Option<&PageState>) -> String {
    let Some(page) = page else {
        return "page not looked at".to_owned();
    };
    let selectors = page.selectors.iter();
    let missing: Vec<&str> = selectors
        .filter(|selector| selector.matched.is_none())
        .map(|selector| selector.name.as_str())
        .collect();
    let layout = page.layout.as_deref().unwrap_or("unknown");
    format!("layout {layout}, not found: {}", or_none(&missing))
}

fn concluded(assessment: &Assessment) -> String {
    let mut said = name(&assessment.stage);
    let offerings = [
        ("from", &assessment.from),
        ("to", &assessment.to),
        ("about", &assessment.problem_offering),
    ];
    for (what, offering) in offerings {
        let offering = offering.as_ref().map_or("unknown", |id| id.0.as_str());
        let _ = write!(said, ", {what} {offering}");
    }
    let known = |known: bool| if known { "known" } else { "unknown" };
    let (level, date) = (
        known(assessment.level.is_some()),
        known(assessment.target_date.is_some()),
    );
    let issue = known(assessment.ops_issue.is_some());
    let _ = write!(said, ", level {level}, date {date}, ops issue {issue}");
    said
}

/// Only tags of the policy's table: others may name customers.
fn tags(input: &Input<'_>) -> String {
    let record = &input.reading.record;
    let organization = record.organization.as_ref();
    let organization = organization.map_or(&[][..], |organization| &organization.tags);
    let names = |tags: &[String], others: &[String]| {
        let known = counted(input.policy, tags, others);
        let names: Vec<&str> = known.iter().map(|entry| entry.tag.as_str()).collect();
        or_none(&names)
    };
    format!(
        "ticket {}; organization {}; to remove {}; to add {}",
        names(&record.ticket.tags, organization),
        names(organization, &record.ticket.tags),
        or_none(&input.assessment.remove),
        or_none(&input.assessment.add),
    )
}

fn read(reading: &Reading) -> String {
    let Record {
        ticket,
        comments,
        organization,
        ..
    } = &reading.record;
    let internal = comments.iter().filter(|comment| !comment.public).count();
    let form = match ticket.ticket_form_id {
        Some(form) => form.to_string(),
        None => "none".to_owned(),
    };
    let organization = match organization {
        _ if reading.organization_hidden => "hidden",
        Some(_) => "read",
        None => "none",
    };
    let rest = if reading.incomplete {
        ", not all of them"
    } else {
        ""
    };
    format!(
        "form {form}, {} comments ({internal} internal){rest}, organization {organization}",
        comments.len()
    )
}

fn chosen(choices: &Choices) -> String {
    let all = [
        (choices.problem.is_some(), "about"),
        (choices.from.is_some(), "from"),
        (choices.to.is_some(), "to"),
        (choices.level.is_some(), "level"),
        (choices.date.is_some(), "date"),
    ];
    let chosen: Vec<&str> = all
        .into_iter()
        .filter(|(chosen, _)| *chosen)
        .map(|(_, name)| name)
        .collect();
    or_none(&chosen)
}

fn kind(record: &Record, evidence: &Evidence) -> String {
    let place = match &evidence.source {
        Source::Comment { comment_id } => comment(record, *comment_id),
        other => serde_json::to_value(other)
            .ok()
            .and_then(|source| source["source"].as_str().map(str::to_owned))
            .unwrap_or_default(),
    };
    let (what, start, end) = (name(&evidence.supports), evidence.start, evidence.end);
    format!("- {what}: {place}, bytes {start} to {end}")
}

/// "comment 3 of 12, internal, by staff".
fn comment(record: &Record, id: u64) -> String {
    let all = record.comments.len();
    let mut comments = (1..).zip(&record.comments);
    let Some((number, comment)) = comments.find(|(_, comment)| comment.id == id) else {
        return "a comment that is not there".to_owned();
    };
    let visible = if comment.public { "public" } else { "internal" };
    let mut users = record.users.iter();
    let by = match users.find(|user| Some(user.id) == comment.author_id) {
        Some(user) if user.is_staff() => "staff",
        Some(_) => "customer",
        None => "unknown",
    };
    format!("comment {number} of {all}, {visible}, by {by}")
}

fn or_none<T: AsRef<str>>(names: &[T]) -> String {
    if names.is_empty() {
        return "none".to_owned();
    }
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    names.join(" ")
}

/// The stable name of a stage or a kind of conclusion.
fn name(value: &impl Serialize) -> String {
    let value = serde_json::to_value(value).ok();
    let name = value.as_ref().and_then(|value| value.as_str());
    name.unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use ferry_core::ticket::{Comment, Organization, Ticket, User};
    use ferry_core::{NaiveDate, Policy, Record, assess};
    use ferry_zendesk::Reading;

    use super::{Input, report};
    use crate::model::judgement::Choices;

    /// A ticket whose every text says a word that must not come out.
    fn reading() -> Reading {
        let secret = || {
            Some(
                "Zanzibar: we are migrating from Self-Managed to GitLab.com, Premium, by 2026-12-31"
                    .to_owned(),
            )
        };
        Reading {
            record: Record {
                ticket: Ticket {
                    id: 424_242,
                    subject: secret(),
                    description: secret(),
                    tags: vec!["sub_sm_premium".into(), "zanzibar".into()],
                    organization_id: Some(7),
                    requester_id: Some(9),
                    ..Ticket::default()
                },
                comments: vec![Comment {
                    id: 5,
                    author_id: Some(9),
                    public: true,
                    body: secret(),
                    ..Comment::default()
                }],
                users: vec![User {
                    id: 9,
                    name: secret(),
                    ..User::default()
                }],
                organization: Some(Organization {
                    id: 7,
                    name: secret(),
                    notes: secret(),
                    details: secret(),
                    tags: vec!["zanzibar".into()],
                }),
            },
            organization_hidden: false,
            incomplete: false,
        }
    }

    #[test]
    fn the_report_tells_structure_and_kinds_and_no_text() {
        let policy = Policy::gitlab();
        let reading = reading();
        let today = NaiveDate::from_ymd_opt(2026, 11, 25).expect("a date");
        let assessment = assess(&policy, &reading.record, today);
        let report = report(&Input {
            version: "0.1.0",
            browser: "Browser",
            host: "gitlab.zendesk.com",
            policy: &policy,
            reading: &reading,
            assessment: &assessment,
            choices: &Choices::default(),
            page: None,
        });
        assert!(!assessment.evidence.is_empty(), "nothing to report");
        let lower = report.to_lowercase();
        for secret in ["zanzibar", "424242", "2026-12-31", "migrating"] {
            assert!(!lower.contains(secret), "{secret} in {report}");
        }
        assert!(report.contains("sub_sm_premium"), "{report}");
        assert!(report.contains("1 comments (0 internal)"), "{report}");
    }
}
