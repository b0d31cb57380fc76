//! A tag change with its answers, told in a few words.

use ferry_core::ticket::Ticket;
use ferry_core::{Assessment, Policy, Stage};
use ferry_protocol::{ApiCall, Outcome, TagsBody};
use ferry_zendesk::Client;
use ferry_zendesk::tags::{OnScreen, Reason, Report, TagChange, plan, run};

use crate::support::{HOST, Script, Shows, Waits, at_once, json, on_screen};

pub(crate) const TICKET: u64 = 7;
pub(crate) const SM: &str = "sub_sm_premium";
pub(crate) const SM_ULTIMATE: &str = "sub_sm_ultimate";
pub(crate) const COM: &str = "sub_dotcom_premium";

/// Answers, in the order in which the protocol asks.
pub(crate) fn ticket(tags: &[&str], stamp: &str) -> Outcome {
    ticket_with(tags, stamp, r#""status":"open""#)
}

pub(crate) fn ticket_with(tags: &[&str], stamp: &str, rest: &str) -> Outcome {
    json(
        200,
        &format!(r#"{{"ticket":{{"id":{TICKET},"tags":{tags:?},"updated_at":"{stamp}",{rest}}}}}"#),
    )
}

pub(crate) fn fields() -> Outcome {
    json(
        200,
        r#"{"ticket_fields":[{"id":1,"custom_field_options":[{"value":"red"}]}]}"#,
    )
}

pub(crate) fn me(token: &str) -> Outcome {
    json(
        200,
        &format!(r#"{{"user":{{"id":1,"role":"agent","authenticity_token":"{token}"}}}}"#),
    )
}

pub(crate) fn taken() -> Outcome {
    json(200, r#"{"tags":[]}"#)
}

pub(crate) fn conflict() -> Outcome {
    json(
        409,
        r#"{"error":"UpdateConflict","description":"Safe Update prevented the update"}"#,
    )
}

/// What every change begins with: the ticket, the fields, and the ticket twice, a second apart.
pub(crate) fn opening(tags: &[&str], stamp: &str) -> Vec<Outcome> {
    vec![
        ticket(tags, stamp),
        fields(),
        ticket(tags, stamp),
        ticket(tags, stamp),
    ]
}

/// The change that takes `remove` off a ticket with `tags` and puts `add` on it.
pub(crate) fn planned(tags: &[&str], remove: &[&str], add: &[&str]) -> TagChange {
    plan_of(tags, remove, add).unwrap()
}

pub(crate) fn plan_of(tags: &[&str], remove: &[&str], add: &[&str]) -> Result<TagChange, Reason> {
    let ticket = Ticket {
        id: TICKET,
        tags: owned(tags),
        ..Ticket::default()
    };
    plan(&Policy::gitlab(), &ticket, &assessment(remove, add))
}

pub(crate) fn assessment(remove: &[&str], add: &[&str]) -> Assessment {
    Assessment {
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
    }
}

/// A change carried out: what it said, asked and waited for.
pub(crate) struct Course {
    pub(crate) report: Report,
    pub(crate) calls: Vec<String>,
    pub(crate) waits: Waits,
}

/// Carries `change` out against `answers`; the page shows the ticket, with nothing odd.
pub(crate) fn carried_out(change: &TagChange, answers: Vec<Outcome>) -> Course {
    let mut page = on_screen(TICKET, &[], false);
    page.state.tags = None;
    carried_out_on(change, answers, Some(page), Waits::default())
}

pub(crate) fn carried_out_on(
    change: &TagChange,
    answers: Vec<Outcome>,
    page: Option<OnScreen>,
    waits: Waits,
) -> Course {
    let script = Script::new(answers);
    let client = Client::new(&script, HOST);
    let report = at_once(run(&client, &Shows(page), &waits, change));
    let calls = script.calls().iter().map(in_short).collect();
    Course {
        report,
        calls,
        waits,
    }
}

impl Course {
    /// The writes among the calls.
    pub(crate) fn writes(&self) -> Vec<&str> {
        let is_write = |call: &&String| call.starts_with("PUT") || call.starts_with("DELETE");
        self.calls
            .iter()
            .filter(is_write)
            .map(String::as_str)
            .collect()
    }

    /// It ended as `kind`, with `words` in what it says, notices included.
    #[track_caller]
    pub(crate) fn ended(&self, kind: &str, words: &str) -> &Self {
        let notices = self
            .report
            .notices
            .iter()
            .map(|notice| format!(" {notice}"));
        let told: String = std::iter::once(self.report.to_string())
            .chain(notices)
            .collect();
        assert_eq!(self.report.kind(), kind, "{told}\n{:?}", self.calls);
        assert!(told.contains(words), "{told}");
        self
    }

    #[track_caller]
    pub(crate) fn wrote(&self, writes: &[&str]) -> &Self {
        assert_eq!(self.writes(), writes);
        self
    }

    #[track_caller]
    pub(crate) fn waited(&self, seconds: &[u32]) -> &Self {
        let waits = self.waits.waits.borrow();
        assert_eq!(
            waits.iter().map(|wait| wait.seconds).collect::<Vec<_>>(),
            seconds
        );
        self
    }
}

/// "DELETE sub_sm_premium @1 token".
fn in_short(call: &ApiCall) -> String {
    let write = |verb: &str, body: &TagsBody, csrf: &str| {
        assert_eq!(body.safe_update, "true");
        format!(
            "{verb} {} @{} {csrf}",
            body.tags.join(","),
            body.updated_stamp
        )
    };
    match call {
        ApiCall::Ticket { ticket: TICKET } => "ticket".to_owned(),
        ApiCall::TicketFields { .. } => "fields".to_owned(),
        ApiCall::Me => "me".to_owned(),
        ApiCall::AddTags {
            ticket: TICKET,
            body,
            csrf,
        } => write("PUT", body, csrf),
        ApiCall::RemoveTags {
            ticket: TICKET,
            body,
            csrf,
        } => write("DELETE", body, csrf),
        other => unreachable!("{other:?}"),
    }
}

pub(crate) fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}
