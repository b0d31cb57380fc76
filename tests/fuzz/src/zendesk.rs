//! A Zendesk, a page and an agent that do whatever the fuzzer's bytes say.

use std::cell::{Cell, RefCell};

use arbitrary::{Result, Unstructured};
use ferry_protocol::{ApiCall, Composer, Outcome, PageState, Refusal};
use ferry_zendesk::tags::{OnScreen, Page};
use ferry_zendesk::{Flow, Pause, Transport, Wait};

/// The Zendesk's name.
pub const HOST: &str = "gitlab.zendesk.com";
/// The ticket on screen.
pub const TICKET: u64 = 7;

/// Tags that a ticket is read with.
const TAGS: &[&str] = &[
    "sub_sm_premium",
    "sub_sm_ultimate",
    "sub_dotcom_premium",
    "premium",
    "vip",
];
const STAMPS: &[&str] = &["2026-11-23T10:00:00Z", "2026-11-23T10:00:01Z", "", "x"];
const STATUSES: &[u16] = &[
    200, 204, 302, 400, 401, 403, 404, 409, 422, 429, 500, 503, 418, 0,
];
const TYPES: &[&str] = &["application/json", "text/html", ""];
const ERRORS: &[&str] = &[
    r#"{"error":"UpdateConflict"}"#,
    r#"{"error":"DatabaseConflict"}"#,
    r#"{"details":{"status":[{"description":"closed prevents ticket update"}]}}"#,
    r#"{"errors":[{"code":"InvalidPaginationDepth"}]}"#,
    "{",
    "<html>",
];
const WARNINGS: &[&str] = &[
    r#"{:allowed_parameters=>{:unpermitted_keys=>["safe_update"]}}"#,
    r#"{:allowed_parameters=>{:unpermitted_keys=>["ticket.id"]}}"#,
    "tags",
];

/// Answers each call from the bytes, and remembers what was asked. When they end, no answer comes.
pub struct Zendesk<'a> {
    bytes: RefCell<Unstructured<'a>>,
    /// All calls, and the answer that each got.
    pub calls: RefCell<Vec<(ApiCall, Outcome)>>,
}

impl<'a> Zendesk<'a> {
    /// A Zendesk that lives on `bytes`.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self {
            bytes: RefCell::new(Unstructured::new(bytes)),
            calls: RefCell::default(),
        }
    }
}

impl Transport for &Zendesk<'_> {
    async fn send(&self, call: ApiCall) -> Outcome {
        let outcome = answer(&call, &mut self.bytes.borrow_mut()).unwrap_or(Outcome::NoResponse);
        self.calls.borrow_mut().push((call, outcome.clone()));
        outcome
    }
}

fn answer(call: &ApiCall, of: &mut Unstructured<'_>) -> Result<Outcome> {
    Ok(match of.int_in_range(0..=9_u8)? {
        // Mostly an answer of the right kind: the way through the protocol is long.
        0..=6 => response(200, "application/json", fitting(call, of)?),
        7 => Outcome::NoResponse,
        8 if of.ratio(1, 4)? => Outcome::Refused {
            reason: *of.choose(&[
                Refusal::OtherVisit,
                Refusal::TabDisagrees,
                Refusal::OtherTicket,
            ])?,
        },
        _ => {
            let body = if of.arbitrary()? {
                (*of.choose(ERRORS)?).to_owned()
            } else {
                String::from_utf8_lossy(of.bytes(of.len().min(64))?).into_owned()
            };
            let mut odd = response(*of.choose(STATUSES)?, of.choose(TYPES)?, body);
            if let Outcome::Response {
                retry_after,
                api_warn,
                ..
            } = &mut odd
            {
                *retry_after = of.arbitrary()?;
                *api_warn = of.arbitrary::<bool>()?.then(|| WARNINGS[0].to_owned());
                if of.arbitrary()? {
                    *api_warn = Some((*of.choose(WARNINGS)?).to_owned());
                }
            }
            odd
        }
    })
}

fn response(status: u16, content_type: &str, body: String) -> Outcome {
    Outcome::Response {
        status,
        content_type: content_type.to_owned(),
        retry_after: None,
        api_warn: None,
        body,
    }
}

/// An answer such as Zendesk gives to the call.
fn fitting(call: &ApiCall, of: &mut Unstructured<'_>) -> Result<String> {
    Ok(match call {
        ApiCall::Ticket { ticket } => {
            let id = if of.ratio(1, 16)? { 8 } else { *ticket };
            let status = *of.choose(&["open", "open", "open", "solved", "closed"])?;
            let field = if of.ratio(1, 16)? {
                of.choose(TAGS)?
            } else {
                &"red"
            };
            format!(
                r#"{{"ticket":{{"id":{id},"tags":{:?},"status":"{status}","updated_at":"{}","organization_id":2,"custom_fields":[{{"id":1,"value":"{field}"}}]}}}}"#,
                tags(of)?,
                of.choose(STAMPS)?,
            )
        }
        ApiCall::Me => {
            let role = *of.choose(&["agent", "agent", "agent", "admin", "end-user"])?;
            let kind = if of.ratio(1, 8)? { 1 } else { 0 };
            format!(
                r#"{{"user":{{"id":1,"role":"{role}","role_type":{kind},"authenticity_token":"t"}}}}"#
            )
        }
        ApiCall::TicketFields { .. } => {
            let tag = if of.ratio(1, 16)? {
                of.choose(TAGS)?
            } else {
                &""
            };
            let more = of.ratio(1, 8)?;
            format!(
                r#"{{"ticket_fields":[{{"tag":"{tag}"}}],"meta":{{"has_more":{more},"after_cursor":"{}"}}}}"#,
                of.int_in_range(0..=9_u8)?
            )
        }
        ApiCall::Comments { .. } => {
            let more = of.arbitrary::<bool>()?;
            format!(
                r#"{{"comments":[{{"id":{},"plain_body":"x","created_at":"2026"}}],"meta":{{"has_more":{more},"after_cursor":"{}"}}}}"#,
                of.arbitrary::<u8>()?,
                of.arbitrary::<u8>()?
            )
        }
        _ => format!(
            r#"{{"tags":{:?},"organization":{{"id":2}},"user":{{"id":3}},"results":[]}}"#,
            tags(of)?
        ),
    })
}

fn tags(of: &mut Unstructured<'_>) -> Result<Vec<&'static str>> {
    let mask: u8 = if of.ratio(3, 4)? {
        0b0_0101
    } else {
        of.arbitrary()?
    };
    let there = |(index, tag): (usize, &&'static str)| (mask >> index & 1 == 1).then_some(*tag);
    Ok(TAGS.iter().enumerate().filter_map(there).collect())
}

/// What the page shows: mostly the ticket.
pub struct Screen<'a, 'b>(pub &'b Zendesk<'a>);

impl Page for Screen<'_, '_> {
    async fn look(&self) -> Option<OnScreen> {
        let of = &mut self.0.bytes.borrow_mut();
        if of.ratio(1, 32).unwrap_or_default() {
            return None;
        }
        let shown = of.arbitrary().unwrap_or_default();
        Some(OnScreen {
            ticket: TICKET + u64::from(of.ratio(1, 32).unwrap_or_default()),
            state: PageState {
                tab_agrees: !of.ratio(1, 32).unwrap_or_default(),
                layout: None,
                tags: if shown {
                    tags(of)
                        .ok()
                        .map(|tags| tags.into_iter().map(str::to_owned).collect())
                } else {
                    None
                },
                composer: Some(Composer {
                    channel: None,
                    has_text: shown,
                }),
                edited: !shown,
                selectors: Vec::new(),
            },
        })
    }
}

/// Lets no time pass; the agent loses patience after some waits.
pub struct Waiting(pub Cell<u8>);

impl Pause for Waiting {
    async fn wait(&self, _: Wait) -> Flow {
        let left = self.0.get().saturating_sub(1);
        self.0.set(left);
        if left == 0 { Flow::Cancel } else { Flow::GoOn }
    }
}
