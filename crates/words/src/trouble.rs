//! What went wrong or speaks against something, in the agent's language: what happened and what
//! to do next.

use ferry_zendesk::tags::{Changes, Notice, Reason, Stop};
use ferry_zendesk::{ConflictCause, Error, Fault, Rights};

use crate::text::{Text, text};

/// The sentence for a failed call.
pub fn of_error(error: &Error) -> Text {
    match &error.fault {
        Fault::SignedOut => text("fault_signed_out"),
        Fault::Forbidden => text("fault_forbidden"),
        Fault::NotFound => text("fault_not_found"),
        Fault::Conflict {
            cause: ConflictCause::Update,
            changes,
        } => text("fault_conflict").with(in_signs(changes)),
        Fault::Conflict {
            cause: ConflictCause::Database,
            ..
        } => text("fault_database_conflict"),
        Fault::RateLimited { .. } => text("fault_rate_limited"),
        Fault::Unavailable { status, .. } => text("fault_unavailable").with(status),
        Fault::Closed => text("reason_closed"),
        Fault::Invalid { text: said, .. } => text("fault_invalid").with(said),
        Fault::NotJson { .. } => text("fault_not_json"),
        Fault::Garbled => text("fault_garbled"),
        Fault::Missing { field } => text("fault_missing").with(field),
        Fault::NoResponse => text("fault_no_response"),
        Fault::OtherTicket { .. } => text("reason_other_ticket"),
        Fault::Unprotected { keys } => text("fault_unprotected").with(keys.join(", ")),
        Fault::Status { status } => text("fault_status").with(status),
        Fault::Busy => text("fault_busy"),
        Fault::Cancelled => text("fault_cancelled"),
    }
}

/// The sentence for a change that Ferry does not make.
pub fn of_reason(reason: &Reason) -> Text {
    match reason {
        Reason::NothingToDo => text("reason_nothing_to_do"),
        Reason::NothingToUndo => text("reason_nothing_to_undo"),
        Reason::OtherTicket { .. } => text("reason_other_ticket"),
        Reason::TabDisagrees => text("reason_tab_disagrees"),
        Reason::Closed => text("reason_closed"),
        Reason::NotInTable { tag } => text("reason_not_in_table").with(tag),
        Reason::NotOnTicket { tag } => text("reason_not_on_ticket").with(tag),
        Reason::Contradiction { tag } => text("reason_contradiction").with(tag),
        Reason::NoLongerGiven { tag } => text("reason_no_longer_given").with(tag),
        Reason::FieldValue { tag } => text("reason_field_value").with(tag),
        Reason::FieldsUnknown => text("reason_fields_unknown"),
        Reason::WouldBeBare => text("reason_would_be_bare"),
        Reason::MayNotEdit(Rights::SignedOut) => text("fault_signed_out"),
        Reason::MayNotEdit(_) => text("reason_may_not_edit"),
        Reason::LevelTagsChanged(changes) => {
            text("reason_level_tags_changed").with(in_signs(changes))
        }
        Reason::NoStamp => text("reason_no_stamp"),
    }
}

/// The sentence for whatever kept a change from being done.
pub fn of_stop(stop: &Stop) -> Text {
    match stop {
        Stop::Refused(reason) => of_reason(reason),
        Stop::Failed(error) => of_error(error),
    }
}

/// The sentence for what the agent should know beside the result.
pub fn of_notice(notice: &Notice) -> Text {
    match notice {
        Notice::Draft => text("notice_draft"),
        Notice::Edits => text("notice_edits"),
        Notice::PageTags(changes) => text("notice_page_tags").with(in_signs(changes)),
        Notice::PageStillShows { tags } => text("notice_page_still_shows").with(tags.join(", ")),
        Notice::Conflict(changes) => text("notice_conflict").with(in_signs(changes)),
        Notice::OthersChanged(changes) => text("notice_others_changed").with(in_signs(changes)),
        Notice::Unprotected { keys } => text("fault_unprotected").with(keys.join(", ")),
    }
}

/// Differences in signs, which need no translation: "+a, −b, open → solved".
fn in_signs(changes: &Changes) -> String {
    let added = changes.added.iter().map(|tag| format!("+{tag}"));
    let removed = changes.removed.iter().map(|tag| format!("−{tag}"));
    let status = changes.status.iter();
    let status = status.map(|(before, after)| format!("{before} → {after}"));
    let all: Vec<String> = added.chain(removed).chain(status).collect();
    if all.is_empty() {
        return "…".to_owned();
    }
    all.join(", ")
}
