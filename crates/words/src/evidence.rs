//! The quotes that the assessment rests on, ready to be shown.

use ferry_core::policy::Form;
use ferry_core::{Assessment, Conclusion, Evidence, Policy, Record, Source, Stage};

use crate::text::{Text, text};

const LONGEST: usize = 280;

/// A quote with where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// The quoted words, shortened.
    pub text: String,
    /// What they prove.
    pub proves: Text,
    /// Where they stand.
    pub place: Text,
    /// The comment and the audit that the page names it after, where it is one.
    pub comment: Option<(u64, Option<u64>)>,
}

/// All quotes, each once. What the agent chose by hand needs no proof: `form_counts` is false then.
pub fn quotes(
    policy: &Policy,
    record: &Record,
    assessment: &Assessment,
    form_counts: bool,
) -> Vec<Quote> {
    let mut quotes: Vec<Quote> = Vec::new();
    for evidence in &assessment.evidence {
        if evidence.source == Source::TicketForm && !form_counts {
            continue;
        }
        let quote = quote(policy, record, evidence);
        if !quotes.contains(&quote) {
            quotes.push(quote);
        }
    }
    quotes
}

/// The quote that the banner's sentence rests on.
pub fn leading(policy: &Policy, record: &Record, assessment: &Assessment) -> Option<Quote> {
    let wanted = match assessment.stage {
        Stage::AwaitCustomer => Conclusion::Asked,
        Stage::AwaitSupportOps => Conclusion::OpsIssue,
        Stage::NoAction => return None,
        _ => Conclusion::Migration,
    };
    let of = |conclusion| {
        assessment
            .evidence
            .iter()
            .find(move |evidence| evidence.supports == conclusion)
    };
    of(wanted)
        .or_else(|| of(Conclusion::Migration))
        .or(assessment.evidence.first())
        .map(|evidence| quote(policy, record, evidence))
}

fn quote(policy: &Policy, record: &Record, evidence: &Evidence) -> Quote {
    // A form's number says nothing to people.
    let form = |form: &&Form| form.id.to_string() == evidence.quote;
    let form = policy.forms.iter().find(form);
    let words = match form.filter(|_| evidence.source == Source::TicketForm) {
        Some(form) => form.name.clone(),
        None => shortened(&evidence.quote),
    };
    Quote {
        text: words,
        proves: conclusion(evidence.supports),
        place: place(record, &evidence.source),
        comment: comment(record, &evidence.source),
    }
}

/// What a quote proves, in words.
pub fn conclusion(conclusion: Conclusion) -> Text {
    text(match conclusion {
        Conclusion::Migration => "proves_migration",
        Conclusion::NoMigration => "proves_no_migration",
        Conclusion::ProblemOffering => "proves_problem_offering",
        Conclusion::PaidOffering => "proves_paid_offering",
        Conclusion::Level => "proves_level",
        Conclusion::TargetDate => "proves_target_date",
        Conclusion::OpsIssue => "proves_ops_issue",
        Conclusion::Asked => "proves_asked",
        Conclusion::Tags => "proves_tags",
    })
}

fn comment(record: &Record, source: &Source) -> Option<(u64, Option<u64>)> {
    let Source::Comment { comment_id } = source else {
        return None;
    };
    let found = record
        .comments
        .iter()
        .find(|comment| comment.id == *comment_id);
    Some((*comment_id, found.and_then(|comment| comment.audit_id)))
}

fn place(record: &Record, source: &Source) -> Text {
    let Source::Comment { comment_id } = source else {
        return text(match source {
            Source::OrganizationNotes => "place_organization_notes",
            Source::OrganizationDetails => "place_organization_details",
            Source::TicketTags => "place_ticket_tags",
            Source::OrganizationTags => "place_organization_tags",
            Source::TicketSubject => "place_ticket_subject",
            Source::TicketForm | Source::Comment { .. } => "place_ticket_form",
        });
    };
    let found = record
        .comments
        .iter()
        .find(|comment| comment.id == *comment_id);
    let author = found
        .and_then(|comment| comment.author_id)
        .and_then(|id| record.users.iter().find(|user| user.id == id))
        .and_then(|user| user.name.as_deref())
        .map(|name| plain(name).trim().to_owned())
        .filter(|name| !name.is_empty());
    let public = found.is_none_or(|comment| comment.public);
    match (author, public) {
        (Some(author), true) => text("place_comment_by").with(author),
        (Some(author), false) => text("place_internal_by").with(author),
        (None, true) => text("place_comment"),
        (None, false) => text("place_internal"),
    }
}

/// One line without control and direction characters, cut at a sensible length.
fn shortened(quote: &str) -> String {
    let line = plain(quote)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    }
}

/// Customers' text must not turn the layout around.
fn plain(text: &str) -> String {
    let harmless = |c: &char| {
        let turns = matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        !turns && (!c.is_control() || c.is_whitespace())
    };
    text.chars().filter(harmless).collect()
}
