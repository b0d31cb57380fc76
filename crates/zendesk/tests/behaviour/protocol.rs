//! The protocol where all goes well, and where Ferry's own rules stop it.

use ferry_protocol::Outcome;

use crate::script::{
    COM, SM, SM_ULTIMATE, TICKET, carried_out, carried_out_on, fields, me, opening, planned, taken,
    ticket, ticket_with,
};
use crate::support::{Waits, json, on_screen, response};

const BOTH: &[&str] = &[SM, COM, "vip"];

/// Takes SM off; after the opening, `rest` is answered. It ends as `kind` with nothing written.
#[track_caller]
fn check_refused(answers: Vec<Outcome>, kind: &str, words: &str) {
    carried_out(&planned(BOTH, &[SM], &[]), answers)
        .ended(kind, words)
        .wrote(&[]);
}

#[test]
fn one_removal_is_one_delete_between_two_readings() {
    for answer in [taken(), response(204, "", None, "")] {
        let mut answers = opening(BOTH, "1");
        answers.extend([me("token"), answer, ticket(&[COM, "vip"], "2")]);
        let course = carried_out(&planned(BOTH, &[SM], &[]), answers);
        let words = "Removed sub_sm_premium. Support-level tags as just read: sub_dotcom_premium.";
        course.ended("done", words).waited(&[1]);
        let delete = "DELETE sub_sm_premium @1 token";
        assert_eq!(
            course.calls,
            [
                "ticket", "fields", "ticket", "ticket", "me", delete, "ticket"
            ]
        );
    }
}

#[test]
fn several_removals_are_still_one_delete() {
    let tags = &[SM, SM_ULTIMATE, COM];
    let mut answers = opening(tags, "1");
    answers.extend([me("token"), taken(), ticket(&[COM], "2")]);
    let course = carried_out(&planned(tags, &[SM, SM_ULTIMATE], &[]), answers);
    course
        .ended("done", "")
        .wrote(&["DELETE sub_sm_premium,sub_sm_ultimate @1 token"]);
}

/// "where a tag must also be added, add first, then remove, so that the ticket is never bare"
#[test]
fn what_comes_comes_first() {
    let mut answers = opening(&[COM], "1");
    answers.extend([
        me("one"),
        taken(),
        ticket(&[COM, SM], "2"),
        ticket(&[COM, SM], "2"),
    ]);
    answers.extend([me("two"), taken(), ticket(&[SM], "3")]);
    let course = carried_out(&planned(&[COM], &[COM], &[SM]), answers);
    course.ended("done", "Added sub_sm_premium. Removed sub_dotcom_premium.");
    course.wrote(&[
        "PUT sub_sm_premium @1 one",
        "DELETE sub_dotcom_premium @2 two",
    ]);
}

/// "`updated_at` has one-second resolution, so a match proves little": a write waits for a reading
/// whose stamp is older than the second it was made in.
#[test]
fn a_stamp_of_this_very_second_is_not_relied_on() {
    let both = |stamp: &str| ticket(BOTH, stamp);
    let mut answers = vec![
        both("1"),
        fields(),
        both("1"),
        both("2"),
        both("3"),
        both("3"),
    ];
    answers.extend([me("token"), taken(), ticket(&[COM, "vip"], "4")]);
    let course = carried_out(&planned(BOTH, &[SM], &[]), answers);
    course
        .ended("done", "")
        .waited(&[1, 1, 1])
        .wrote(&["DELETE sub_sm_premium @3 token"]);

    let restless = (0..8)
        .map(|n| {
            if n == 1 {
                fields()
            } else {
                both(&n.to_string())
            }
        })
        .collect();
    check_refused(restless, "failed", "being changed all the time");
}

/// "Removing a tag that is not there: success after reading again"
#[test]
fn what_is_done_already_is_not_done_again() {
    check_refused(
        vec![ticket(&[COM], "1")],
        "already_done",
        "nothing left to do",
    );
}

#[test]
fn the_ticket_as_it_is_now_decides() {
    // "Tag calls do not work on closed tickets"
    let closed = || ticket_with(BOTH, "1", r#""status":"closed""#);
    check_refused(
        vec![closed(), fields(), closed(), closed()],
        "refused",
        "is closed",
    );
    // Somebody changed the support-level tags since the assessment.
    check_refused(
        opening(&[SM, SM_ULTIMATE, COM], "1"),
        "refused",
        "added sub_sm_ultimate",
    );
    check_refused(opening(&[SM], "1"), "refused", "removed sub_dotcom_premium");
    check_refused(
        opening(&[], "1"),
        "refused",
        "no support-level tags, as just read",
    );
    // A ticket without a stamp cannot be changed safely.
    let bare = || {
        json(
            200,
            r#"{"ticket":{"id":7,"tags":["sub_sm_premium","sub_dotcom_premium"]}}"#,
        )
    };
    check_refused(
        vec![bare(), fields(), bare(), bare()],
        "refused",
        "could not be a safe one",
    );
    // Tags that cannot be read are no empty list.
    let odd = || json(200, r#"{"ticket":{"id":7,"tags":null}}"#);
    check_refused(vec![odd(), odd()], "failed", "no usable \"tags\"");
}

/// "a tag that is a field's value; removing it clears the field"
#[test]
fn a_field_value_is_left_alone() {
    let fields = json(200, r#"{"ticket_fields":[{"tag":"sub_sm_premium"}]}"#);
    check_refused(
        vec![ticket(BOTH, "1"), fields],
        "refused",
        "the value of a ticket field",
    );
    let fields = json(200, r#"{"ticket_fields":[],"meta":{"has_more":true}}"#);
    check_refused(
        vec![ticket(BOTH, "1"), fields],
        "refused",
        "did not list all ticket fields",
    );
    for value in [r#""sub_sm_premium""#, r#"["red","sub_sm_premium"]"#] {
        let custom =
            format!(r#""custom_fields":[{{"id":1,"value":null}},{{"id":2,"value":{value}}}]"#);
        let read = || ticket_with(BOTH, "1", &custom);
        let answers = vec![read(), crate::script::fields(), read(), read()];
        check_refused(answers, "refused", "the value of a ticket field");
    }
}

#[test]
fn only_who_may_edit_writes() {
    #[track_caller]
    fn check(user: &str, kind: &str, words: &str) {
        let mut answers = opening(BOTH, "1");
        answers.push(json(
            200,
            &format!(r#"{{"user":{{{user},"authenticity_token":"t"}}}}"#),
        ));
        check_refused(answers, kind, words);
    }
    check(
        r#""id":1,"role":"agent","role_type":1"#,
        "refused",
        "light agent",
    );
    check(
        r#""id":1,"role":"agent","only_private_comments":true"#,
        "refused",
        "internal comments only",
    );
    check(r#""id":1,"role":"end-user""#, "refused", "not an agent");
    check(r#""id":null,"role":"end-user""#, "failed", "sign in");
}

#[test]
fn the_page_must_show_the_ticket() {
    #[track_caller]
    fn check(page: Option<ferry_zendesk::tags::OnScreen>, words: &str) {
        let change = planned(BOTH, &[SM], &[]);
        let course = carried_out_on(&change, opening(BOTH, "1"), page, Waits::default());
        course.ended("refused", words);
        assert!(course.calls.is_empty());
    }
    check(None, "not on screen any more");
    check(Some(on_screen(8, &[], false)), "Ticket 8 is on screen");
    let mut page = on_screen(TICKET, &[], false);
    page.state.tab_agrees = false;
    check(Some(page), "different tickets");
}

/// "The page's unsaved edits are noticed and said"; "if its tags field still shows the tag, say so"
#[test]
fn what_the_page_holds_is_said() {
    let mut answers = opening(BOTH, "1");
    answers.extend([me("token"), taken(), ticket(&[COM, "vip"], "2")]);
    let mut page = on_screen(TICKET, &[SM, COM, "bug"], true);
    page.state.edited = true;
    let page = Some(page);
    let course = carried_out_on(&planned(BOTH, &[SM], &[]), answers, page, Waits::default());
    course.ended("done", "text in the composer that was not sent");
    course.ended(
        "done",
        "other fields of this ticket and may not be submitted",
    );
    course.ended("done", "(added bug; removed vip)");
    course.ended("done", "The page still shows sub_sm_premium.");
}
