//! Undo, and what is written down.

use ferry_zendesk::tags::{Entry, Journal};

use crate::script::{
    COM, Course, SM, SM_ULTIMATE, carried_out, me, opening, planned, taken, ticket,
};

/// Removes SM from a ticket that then has the tags `after`.
fn removal(after: &[&str]) -> Course {
    let mut answers = opening(&[SM, COM], "1");
    answers.extend([me("one"), taken(), ticket(after, "2")]);
    carried_out(&planned(&[SM, COM], &[SM], &[]), answers)
}

/// Adds SM to a ticket with COM, then removes COM; it ends with the tags `after`.
fn retag(after: &[&str]) -> Course {
    let mut answers = opening(&[COM], "1");
    answers.extend([
        me("one"),
        taken(),
        ticket(&[COM, SM], "2"),
        ticket(&[COM, SM], "2"),
    ]);
    answers.extend([me("two"), taken(), ticket(after, "3")]);
    carried_out(&planned(&[COM], &[COM], &[SM]), answers)
}

#[test]
fn undo_brings_back_exactly_what_was() {
    let back = removal(&[COM]).report.undo().unwrap();
    assert!(back.undoes() && back.remove().is_empty() && back.add().iter().eq([SM]));
    let mut answers = opening(&[COM], "2");
    answers.extend([me("one"), taken(), ticket(&[COM, SM], "3")]);
    carried_out(&back, answers)
        .ended("done", "Added")
        .wrote(&["PUT sub_sm_premium @2 one"]);

    let back = retag(&[SM]).report.undo().unwrap();
    assert!(back.remove().iter().eq([SM]) && back.add().iter().eq([COM]));
    assert!(back.target().iter().eq([COM]));
    // The removal did not last: only the addition is left to take back.
    let back = retag(&[COM, SM]).report.undo().unwrap();
    assert!(back.remove().iter().eq([SM]) && back.add().is_empty());
}

#[test]
fn there_is_no_undo_for_what_others_did() {
    let kind = |course: Course| course.report.undo().unwrap_err().kind();
    assert_eq!(kind(removal(&[SM, COM])), "nothing_to_undo");
    assert_eq!(kind(removal(&[COM, SM_ULTIMATE])), "level_tags_changed");
    // Undoing on a ticket that was changed since is refused when it is tried.
    let back = removal(&[COM]).report.undo().unwrap();
    let changed = carried_out(&back, opening(&[SM_ULTIMATE], "5"));
    changed
        .ended(
            "refused",
            "added sub_sm_ultimate; removed sub_dotcom_premium",
        )
        .wrote(&[]);
    // A ticket that had no support level does not lose the one that it got.
    let mut answers = opening(&[], "1");
    answers.extend([me("one"), taken(), ticket(&[SM], "2")]);
    let course = carried_out(&planned(&[], &[], &[SM]), answers);
    assert_eq!(kind(course), "would_be_bare");
}

#[test]
fn the_journal_becomes_an_internal_note() {
    let mut journal = Journal::default();
    assert_eq!(journal.note(7), None);
    journal.push(Entry::new("2026-03-01 10:00", &retag(&[SM]).report));
    let back = removal(&[COM]).report.undo().unwrap();
    let refused = carried_out(&back, opening(&[], "5"));
    journal.push(Entry::new("2026-03-01 10:05", &refused.report));
    let note = journal.note(7).unwrap();
    assert_eq!(
        note,
        "Support-level tags (changed with Ferry):\n\
         - 2026-03-01 10:00: add sub_sm_premium; remove sub_dotcom_premium. Added sub_sm_premium. \
         Removed sub_dotcom_premium. Support-level tags as just read: sub_sm_premium.\n\
         - 2026-03-01 10:05: undo: add sub_sm_premium. Somebody changed the ticket's support-level \
         tags meanwhile (removed sub_dotcom_premium). Look at the new assessment before going on. \
         The ticket has no support-level tags, as just read.\n"
    );
    assert_eq!(
        journal
            .of(7)
            .map(|entry| entry.report.kind())
            .collect::<Vec<_>>(),
        ["done", "refused"]
    );
    assert_eq!(journal.of(8).count(), 0);
}
