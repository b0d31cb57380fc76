//! The protocol in trouble.

use ferry_protocol::{Outcome, Refusal};
use ferry_zendesk::Why;

use crate::script::{
    COM, Course, SM, SM_ULTIMATE, TICKET, carried_out, carried_out_on, conflict, me, opening,
    planned, taken, ticket,
};
use crate::support::{Waits, json, on_screen, response};

const BOTH: &[&str] = &[SM, COM];
const DELETE: &str = "DELETE sub_sm_premium @1 one";

/// Takes SM off: the first attempt is answered by `answer`, then come `rest`.
fn answered(answer: Outcome, rest: Vec<Outcome>) -> Course {
    let mut answers = opening(BOTH, "1");
    answers.extend([me("one"), answer]);
    answers.extend(rest);
    carried_out(&planned(BOTH, &[SM], &[]), answers)
}

/// A second attempt that finds the ticket with `tags` and stamp `stamp`, and works.
fn again(tags: &[&str], stamp: &str, after: &[&str]) -> Vec<Outcome> {
    vec![
        ticket(tags, stamp),
        ticket(tags, stamp),
        me("two"),
        taken(),
        ticket(after, "9"),
    ]
}

/// "409: read, show what changed, try once more only if nothing about the support-level tags
/// changed"
#[test]
fn a_conflict_is_looked_at_and_tried_once_more() {
    let course = answered(conflict(), again(&[SM, COM, "vip"], "2", &[COM, "vip"]));
    course.ended(
        "done",
        "Somebody else updated the ticket first (added vip).",
    );
    course.wrote(&[DELETE, "DELETE sub_sm_premium @2 two"]);

    let changed = &[SM, SM_ULTIMATE];
    let course = answered(conflict(), vec![ticket(changed, "2"), ticket(changed, "2")]);
    course
        .ended(
            "refused",
            "added sub_sm_ultimate; removed sub_dotcom_premium",
        )
        .wrote(&[DELETE]);

    let mut rest = again(BOTH, "2", BOTH);
    rest[3] = conflict();
    rest[4] = ticket(&[SM, COM, "bug"], "3");
    let course = answered(conflict(), rest);
    course.ended(
        "failed",
        "somebody else changed the ticket first (added bug)",
    );
    assert_eq!(course.writes().len(), 2);

    // The other one did what was to be done.
    let course = answered(conflict(), vec![ticket(&[COM], "2"), ticket(&[COM], "2")]);
    course
        .ended(
            "done",
            "Support-level tags as just read: sub_dotcom_premium.",
        )
        .wrote(&[DELETE]);
}

/// "`DatabaseConflict`: transient, retry once"
#[test]
fn a_collision_is_tried_once_more() {
    let collision = || {
        json(
            409,
            r#"{"error":"DatabaseConflict","description":"Database collision"}"#,
        )
    };
    answered(collision(), again(BOTH, "1", &[COM])).ended("done", "Removed sub_sm_premium");
    let mut rest = again(BOTH, "1", BOTH);
    rest[3] = collision();
    answered(collision(), rest).ended("failed", "being saved at the same moment");
}

/// "429 and 503: wait as told, with a visible countdown and cancel"
#[test]
fn a_wait_is_waited_for_and_can_be_cancelled() {
    let limited = |seconds| response(429, "text/plain", Some(seconds), "");
    answered(limited(31), again(BOTH, "1", &[COM]))
        .ended("done", "")
        .waited(&[1, 31, 1]);
    let down = response(503, "text/html", None, "");
    let course = answered(down, again(BOTH, "1", &[COM]));
    course.ended("done", "").waited(&[1, 3, 1]);
    assert_eq!(course.waits.waits.borrow()[1].why, Why::Unavailable);
    // Nobody waits for an hour at a ticket.
    answered(limited(3_600), vec![ticket(BOTH, "1")]).ended("failed", "wait for 3600 seconds");

    let mut answers = opening(BOTH, "1");
    answers.extend([me("one"), limited(31), ticket(BOTH, "1")]);
    let waits = Waits {
        cancel_at: Some(1),
        ..Waits::default()
    };
    let page = Some(on_screen(TICKET, &[], false));
    let course = carried_out_on(&planned(BOTH, &[SM], &[]), answers, page, waits);
    course.ended("failed", "you cancelled it").wrote(&[DELETE]);
}

#[test]
fn waiting_ends() {
    let limited = || response(429, "text/plain", Some(2), "");
    let round = || vec![ticket(BOTH, "1"), ticket(BOTH, "1"), me("one"), limited()];
    let mut rest: Vec<Outcome> = (0..3).flat_map(|_| round()).collect();
    rest.push(ticket(BOTH, "1"));
    let course = answered(limited(), rest);
    course.ended("failed", "wait for 2 seconds");
    assert_eq!(course.writes().len(), 4);
}

/// "401, 403, HTML or a lost session: fetch the token once more, retry once, then a clear message"
#[test]
fn a_lost_session_is_looked_after_once() {
    let refusals = [
        json(401, r#"{"error":"Couldn't authenticate you"}"#),
        json(
            403,
            r#"{"error":{"title":"Forbidden","message":"InvalidAuthenticityToken"}}"#,
        ),
        response(200, "text/html", None, "<html>"),
    ];
    for refusal in refusals {
        let course = answered(refusal.clone(), again(BOTH, "1", &[COM]));
        course
            .ended("done", "")
            .wrote(&[DELETE, "DELETE sub_sm_premium @1 two"]);
        let mut rest = again(BOTH, "1", BOTH);
        rest[3] = refusal.clone();
        assert_eq!(
            answered(refusal, rest)
                .ended("failed", "could not be changed")
                .writes()
                .len(),
            2
        );
    }
    let anonymous = || json(200, r#"{"user":{"id":null,"role":"end-user"}}"#);
    let rest = vec![ticket(BOTH, "1"), ticket(BOTH, "1"), anonymous()];
    let course = answered(json(401, "{}"), rest);
    course
        .ended("failed", "Zendesk does not take your session")
        .wrote(&[DELETE]);
    // Not even readable any more: what became of the write is unknown, and that is said.
    let rest = vec![json(401, "{}"), anonymous(), json(401, "{}"), anonymous()];
    answered(json(401, "{}"), rest).ended("unknown", "could not be read afterwards");
}

/// "Anything ambiguous (timeout after sending): read again before saying anything"
#[test]
fn what_is_ambiguous_is_read_again() {
    let done = || vec![ticket(&[COM], "2"), ticket(&[COM], "2")];
    for lost in [
        Outcome::NoResponse,
        json(500, ""),
        response(200, "text/plain", None, ""),
    ] {
        answered(lost.clone(), done())
            .ended("done", "Removed sub_sm_premium")
            .wrote(&[DELETE]);
        let course = answered(lost, again(BOTH, "1", &[COM]));
        assert_eq!(course.ended("done", "").writes().len(), 2);
    }
    answered(Outcome::NoResponse, vec![]).ended("unknown", "look at its tags before going on");
    let elsewhere = || Outcome::Refused {
        reason: Refusal::OtherVisit,
    };
    let course = answered(taken(), vec![elsewhere()]);
    course
        .ended("unknown", "another ticket is on screen")
        .wrote(&[DELETE]);
    let course = answered(elsewhere(), vec![]);
    course.ended("failed", "another ticket is on screen");
    assert!(!course.report.sent, "the adapter did not let it out");
}

#[test]
fn a_write_that_does_not_last_is_no_success() {
    let course = answered(taken(), vec![ticket(BOTH, "2")]);
    course
        .ended("not_kept", "sub_sm_premium is still or again on the ticket")
        .wrote(&[DELETE]);
    let course = answered(taken(), vec![ticket(&[COM, SM_ULTIMATE], "2")]);
    course.ended(
        "done_amid_changes",
        "at the same time (added sub_sm_ultimate)",
    );
}

fn warned(keys: &str) -> Outcome {
    let header =
        format!("{{:controller=>\"tags\", :unpermitted_keys=>[{keys}], :invalid_values=>[]}}");
    Outcome::Response {
        status: 200,
        content_type: "application/json".to_owned(),
        retry_after: None,
        api_warn: Some(header),
        body: "{}".to_owned(),
    }
}

/// "If it names `updated_stamp`, `safe_update` or `tags`, the write was not protected, or not done"
#[test]
fn an_unprotected_write_is_read_again_and_reported() {
    let course = answered(warned("\"safe_update\""), vec![ticket(&[COM], "2")]);
    course.ended(
        "done",
        "ignored a part of the request that protects it (safe_update)",
    );
    let course = answered(warned("\"tags\""), vec![ticket(BOTH, "1")]);
    course.ended("not_kept", "protects it (tags)");
    answered(warned("\"other\""), vec![ticket(&[COM], "2")]).ended("done", "Removed");

    // After an unprotected addition the removal would be as unprotected: it is not sent.
    let mut answers = opening(&[COM], "1");
    answers.extend([
        me("one"),
        warned("\"updated_stamp\""),
        ticket(&[COM, SM], "2"),
    ]);
    let course = carried_out(&planned(&[COM], &[COM], &[SM]), answers);
    course.ended("failed", "Added sub_sm_premium. Then it stopped.");
    course.wrote(&["PUT sub_sm_premium @1 one"]);
}

/// "never bare": a removal that met with somebody else's is made good.
#[test]
fn a_bare_ticket_gets_its_tag_back() {
    let course = answered(
        warned("\"safe_update\""),
        vec![ticket(&[], "2"), me("two"), taken(), ticket(&[SM], "3")],
    );
    course.ended("put_back", "so sub_sm_premium was put back");
    course.wrote(&[DELETE, "PUT sub_sm_premium @2 two"]);
    // Somebody else was faster.
    let answers = vec![
        ticket(&[], "2"),
        me("two"),
        conflict(),
        ticket(&[SM_ULTIMATE], "3"),
    ];
    answered(taken(), answers).ended("put_back", "just read: sub_sm_ultimate");
    let closed = r#"{"details":{"status":[{"description":"closed prevents ticket update"}]}}"#;
    let answers = vec![
        ticket(&[], "2"),
        me("two"),
        json(422, closed),
        ticket(&[], "2"),
    ];
    answered(taken(), answers).ended("bare", "add it by hand");
}
