//! What is planned, and what is refused before anything is asked.

use ferry_core::ticket::Ticket;
use ferry_core::{Policy, Stage};
use ferry_zendesk::tags::plan;

use crate::script::{COM, SM, SM_ULTIMATE, TICKET, assessment, owned, plan_of, planned};

#[track_caller]
fn check(tags: &[&str], remove: &[&str], add: &[&str], kind: &str) {
    let reason = plan_of(tags, remove, add).unwrap_err();
    assert_eq!(reason.kind(), kind);
    let told = reason.to_string();
    assert!(
        told.split(". ").count() == 2 && told.ends_with('.'),
        "two sentences: {told}"
    );
}

#[test]
fn only_what_is_safe_is_planned() {
    check(&[SM, COM], &[], &[], "nothing_to_do");
    check(&[SM, COM], &[], &[COM], "nothing_to_do");
    check(&[SM, COM, "vip"], &["vip"], &[], "not_in_table");
    check(
        &[SM, COM, "sub_consumption_ci"],
        &["sub_consumption_ci"],
        &[],
        "not_in_table",
    );
    check(&[COM], &[SM], &[], "not_on_ticket");
    check(&[SM, COM], &[SM], &[SM], "contradiction");
    check(&[COM], &[COM], &["sub_sm_starter"], "no_longer_given");
    check(&[SM], &[SM], &[], "would_be_bare");
    check(
        &[SM, SM_ULTIMATE, "vip"],
        &[SM, SM_ULTIMATE],
        &[],
        "would_be_bare",
    );
    // "Plain tags count only where neither the ticket nor the organization has a `sub_*` one"
    check(&[SM, "premium"], &[SM], &[], "would_be_bare");
    check(&["premium"], &["premium"], &[], "would_be_bare");
}

#[test]
fn a_plan_names_exactly_what_goes_and_comes() {
    let change = planned(&["vip", COM, SM], &[SM], &[]);
    assert_eq!(change.ticket(), TICKET);
    assert!(change.remove().iter().eq([SM]) && change.add().is_empty());
    assert!(change.start().iter().eq([COM, SM]) && change.target().iter().eq([COM]));
    let change = planned(&[COM], &[COM], &[SM]);
    assert!(change.target().iter().eq([SM]));
    let change = planned(&["premium", "gold"], &["premium"], &[]);
    assert!(change.target().iter().eq(["gold"]));
    // What is there already needs not be added.
    assert!(planned(&[COM, SM], &[COM], &[SM]).add().is_empty());
}

#[test]
fn the_assessment_must_be_of_this_ticket_and_call_for_it() {
    let policy = Policy::gitlab();
    let kind = |ticket: &Ticket, assessment| plan(&policy, ticket, &assessment).unwrap_err().kind();
    let ticket = Ticket {
        id: TICKET,
        tags: owned(&[SM, COM]),
        ..Ticket::default()
    };
    let other = Ticket {
        id: 8,
        ..ticket.clone()
    };
    assert_eq!(kind(&other, assessment(&[SM], &[])), "other_ticket");
    let mut expired = assessment(&[SM], &[]);
    expired.stage = Stage::Expired;
    assert_eq!(kind(&ticket, expired), "nothing_to_do");
    let closed = Ticket {
        status: Some("closed".to_owned()),
        ..ticket
    };
    assert_eq!(kind(&closed, assessment(&[SM], &[])), "closed");
}
