//! From an assessment to a change, or a reason why there is none.

use std::collections::BTreeSet;

use ferry_core::ticket::Ticket;
use ferry_core::{Assessment, Policy, Stage};

use super::change::{Levels, TagChange};
use super::reason::Reason;

/// Plans the tag change that `assessment` of `ticket` calls for.
///
/// # Errors
/// Why it would not be right or not be safe. What can change until the click is looked at again
/// by [`super::run`].
pub fn plan(
    policy: &Policy,
    ticket: &Ticket,
    assessment: &Assessment,
) -> Result<TagChange, Reason> {
    if assessment.ticket_id != ticket.id {
        return Err(Reason::OtherTicket {
            on_screen: Some(ticket.id),
        });
    }
    if assessment.stage != Stage::Retag {
        return Err(Reason::NothingToDo);
    }
    let levels = Levels::of(policy);
    let remove: BTreeSet<String> = assessment.remove.iter().cloned().collect();
    let add: BTreeSet<String> = assessment.add.iter().cloned().collect();
    if let Some(tag) = remove.iter().chain(&add).find(|tag| !levels.contains(tag)) {
        return Err(Reason::NotInTable { tag: tag.clone() });
    }
    if let Some(tag) = remove.iter().find(|tag| !ticket.tags.contains(tag)) {
        return Err(Reason::NotOnTicket { tag: tag.clone() });
    }
    if let Some(tag) = remove.intersection(&add).next() {
        return Err(Reason::Contradiction { tag: tag.clone() });
    }
    if let Some(tag) = add.iter().find(|tag| is_legacy(policy, tag)) {
        return Err(Reason::NoLongerGiven { tag: tag.clone() });
    }
    if ticket.status.as_deref() == Some("closed") {
        return Err(Reason::Closed);
    }
    let start = levels.among(&ticket.tags);
    let add: BTreeSet<String> = add.difference(&start).cloned().collect();
    if remove.is_empty() && add.is_empty() {
        return Err(Reason::NothingToDo);
    }
    let change = TagChange::new(ticket.id, remove, add, start, levels);
    if change.is_bare(&change.target()) {
        return Err(Reason::WouldBeBare);
    }
    Ok(change)
}

fn is_legacy(policy: &Policy, tag: &str) -> bool {
    policy
        .tags
        .iter()
        .any(|entry| entry.tag == tag && entry.legacy)
}
