//! The tag change against a Zendesk, a page and an agent that do anything at all. What the truth
//! on the server is, the model test of `crates/zendesk` knows; here every answer may be a lie, and
//! still only named tags are sent, protected, and what is reported is what was last read.

#![no_main]

use std::cell::Cell;

use ferry_core::ticket::Ticket;
use ferry_core::{Assessment, Stage};
use ferry_fuzz::{HOST, POLICY, Screen, TICKET, Waiting, Zendesk, at_once};
use ferry_protocol::{ApiCall, Outcome};
use ferry_zendesk::Client;
use ferry_zendesk::tags::{Ending, Report, TagChange, plan, run};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (u8, &[u8])| {
    let (head, bytes) = input;
    let Some(change) = planned(head) else { return };
    let zendesk = Zendesk::new(bytes);
    let client = Client::new(&zendesk, HOST);
    let report = at_once(run(
        &client,
        &Screen(&zendesk),
        &Waiting(Cell::new(head)),
        &change,
    ));
    held(&zendesk, &change, &report);
    let _ = (report.to_string(), report.kind());
    zendesk.calls.borrow_mut().clear();
    if let Ok(back) = report.undo() {
        assert_eq!(&back.target(), change.start(), "an undo is exact");
        let report = at_once(run(
            &client,
            &Screen(&zendesk),
            &Waiting(Cell::new(head)),
            &back,
        ));
        held(&zendesk, &back, &report);
    }
});

fn planned(head: u8) -> Option<TagChange> {
    let owned = |tags: &[&str]| tags.iter().map(|tag| (*tag).to_owned()).collect::<Vec<_>>();
    let (tags, remove, add): (&[&str], &[&str], &[&str]) = match head % 3 {
        0 => (
            &["sub_sm_premium", "sub_dotcom_premium"],
            &["sub_sm_premium"],
            &[],
        ),
        1 => (
            &["sub_sm_premium"],
            &["sub_sm_premium"],
            &["sub_dotcom_premium"],
        ),
        _ => (&["sub_sm_premium"], &[], &["sub_dotcom_premium"]),
    };
    let ticket = Ticket {
        id: TICKET,
        tags: owned(tags),
        ..Ticket::default()
    };
    let assessment = Assessment {
        ticket_id: TICKET,
        stage: Stage::Retag,
        problem_offering: None,
        from: None,
        to: None,
        level: None,
        target_date: None,
        remove: owned(remove),
        add: owned(add),
        ops_issue: None,
        evidence: Vec::new(),
        warnings: Vec::new(),
    };
    plan(&POLICY, &ticket, &assessment).ok()
}

fn held(zendesk: &Zendesk<'_>, change: &TagChange, report: &Report) {
    let calls = zendesk.calls.borrow();
    let mut read = None;
    let mut out = 0;
    for (call, outcome) in calls.iter() {
        let (body, allowed) = match call {
            ApiCall::AddTags { body, .. } => {
                let back = change.remove().iter().cloned().collect::<Vec<_>>();
                let there = change.add().iter().cloned().collect::<Vec<_>>();
                (body, body.tags == there || body.tags == back)
            }
            ApiCall::RemoveTags { body, .. } => (
                body,
                body.tags == change.remove().iter().cloned().collect::<Vec<_>>(),
            ),
            ApiCall::Ticket { .. } => {
                read = stamp(outcome).or(read);
                continue;
            }
            _ => continue,
        };
        assert!(
            allowed && !body.tags.is_empty(),
            "sent {body:?} for {change:?}"
        );
        assert_eq!(body.safe_update, "true");
        assert_eq!(
            Some(&body.updated_stamp),
            read.as_ref(),
            "another stamp than the last one read"
        );
        out += usize::from(!matches!(outcome, Outcome::Refused { .. }));
    }
    assert!(out < 20, "{out} writes for one change");
    assert_eq!(report.sent, out > 0, "what was sent is told");
    if report.ending == Ending::Done {
        let after = report.after.as_ref().map(|after| &after.level_tags);
        assert_eq!(
            after,
            Some(&change.target()),
            "done, and it was not read so"
        );
    }
}

/// The stamp of a ticket that was read.
fn stamp(outcome: &Outcome) -> Option<String> {
    let Outcome::Response { body, .. } = outcome else {
        return None;
    };
    let answer: serde_json::Value = serde_json::from_str(body).ok()?;
    // Another ticket's answer is none.
    if answer["ticket"]["id"] != TICKET {
        return None;
    }
    Some(answer["ticket"]["updated_at"].as_str()?.to_owned())
}
