//! The assessment that the panel shows: the core's, with what the agent knows better.

use ferry_core::draft::Migration;
use ferry_core::policy::Form;
use ferry_core::{Assessment, LevelId, NaiveDate, OfferingId, Policy, Record, Stage, assess};

use super::tags;

/// Stands for a form that says what the agent said; Zendesk's own numbers start at 1.
const CHOSEN_FORM: u64 = 0;

/// What the agent set by hand on a ticket; each replaces what the texts say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Choices {
    pub(crate) problem: Option<OfferingId>,
    pub(crate) from: Option<OfferingId>,
    pub(crate) to: Option<OfferingId>,
    pub(crate) level: Option<LevelId>,
    pub(crate) date: Option<NaiveDate>,
}

impl Choices {
    /// Whether the agent stated a migration.
    fn states_migration(&self) -> bool {
        self.to.is_some()
    }
}

/// Judges the ticket with the agent's choices.
pub(crate) fn judge(
    policy: &Policy,
    record: &Record,
    today: NaiveDate,
    choices: &Choices,
) -> Assessment {
    let mut assessment = match &choices.problem {
        None => assess(policy, record, today),
        Some(offering) => assess_as(policy, record, today, offering),
    };
    let found_nothing = assessment.stage == Stage::NoAction;
    assessment.from = choices.from.clone().or(assessment.from);
    assessment.to = choices.to.clone().or(assessment.to);
    assessment.level = choices.level.clone().or(assessment.level);
    assessment.target_date = choices.date.or(assessment.target_date);
    if found_nothing && choices.states_migration() {
        by_hand(policy, record, today, assessment)
    } else {
        with_answers(policy, assessment)
    }
}

/// The core has no parameter for the problem offering: a ticket's form decides it, so the agent's
/// word is put there.
fn assess_as(
    policy: &Policy,
    record: &Record,
    today: NaiveDate,
    offering: &OfferingId,
) -> Assessment {
    let mut policy = policy.clone();
    policy.forms.push(Form {
        id: CHOSEN_FORM,
        name: String::new(),
        offering: Some(offering.clone()),
    });
    let mut record = record.clone();
    record.ticket.ticket_form_id = Some(CHOSEN_FORM);
    assess(&policy, &record, today)
}

/// Where level and date are known, whoever said them, the customer need not be asked.
fn with_answers(policy: &Policy, mut assessment: Assessment) -> Assessment {
    let asking = matches!(
        assessment.stage,
        Stage::ContactCustomer | Stage::AwaitCustomer
    );
    if asking && Migration::from(&assessment).missing(policy).is_empty() {
        assessment.stage = Stage::OpenOpsIssue;
    }
    assessment
}

/// A migration that only the agent knows of: the rules of the stages over the tags alone.
fn by_hand(
    policy: &Policy,
    record: &Record,
    today: NaiveDate,
    mut assessment: Assessment,
) -> Assessment {
    let organization = record.organization.as_ref();
    let organization = organization.map_or(&[][..], |organization| &organization.tags);
    let on_ticket = tags::counted(policy, &record.ticket.tags, organization);
    let on_organization = tags::counted(policy, organization, &record.ticket.tags);
    let paid = |offering: &OfferingId| {
        let mut all = on_ticket.iter().chain(&on_organization);
        all.any(|tag| tag.offering == *offering)
    };
    let both =
        assessment.from.as_ref().is_some_and(paid) && assessment.to.as_ref().is_some_and(paid);
    if !both {
        assessment.stage = Stage::ContactCustomer;
        return with_answers(policy, assessment);
    }
    let Some(problem) = assessment.problem_offering.clone() else {
        assessment.stage = Stage::AskSupportOps;
        return assessment;
    };
    if assessment.target_date.is_some_and(|date| date < today) {
        assessment.stage = Stage::Expired;
        return assessment;
    }
    let (right, others): (Vec<_>, Vec<_>) =
        on_ticket.iter().partition(|tag| tag.offering == problem);
    let names = |tags: Vec<&&ferry_core::policy::SupportTag>| -> Vec<String> {
        tags.into_iter().map(|tag| tag.tag.clone()).collect()
    };
    let missing = on_organization.iter().filter(|tag| tag.offering == problem);
    assessment.add = if right.is_empty() {
        names(missing.take(1).collect())
    } else {
        Vec::new()
    };
    assessment.stage = if right.is_empty() && assessment.add.is_empty() {
        Stage::AskSupportOps
    } else if right.is_empty() || !others.is_empty() {
        assessment.remove = names(others);
        Stage::Retag
    } else {
        Stage::Done
    };
    assessment
}
