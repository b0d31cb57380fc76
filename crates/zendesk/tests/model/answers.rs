//! The server: what a call gets, with the bodies of the real one.

use ferry_protocol::{ApiCall, Outcome, Refusal, TagsBody};

use crate::actors::OldToken;
use crate::bodies::{FIELDS, closed, html, json, with_retry_after};
use crate::faults::{Fault, Protection, Role};
use crate::tags::Tags;
use crate::world::{TICKET, Verb, Verdict, World, Write};

impl World {
    pub(crate) fn answer(&mut self, call: &ApiCall) -> Outcome {
        let way = self.random.below(self.habits.latency + 1);
        self.pass(way);
        let fault = self.troubles.next(&mut self.random);
        let outcome = self.answer_with(call, fault);
        self.watch
            .note(|| format!("ferry: {call:?} ({fault:?}): {outcome:?}"));
        self.watch
            .saw(call, &outcome, self.tags, self.updated_second, self.version);
        let way_back = self.random.below(self.habits.latency + 1);
        self.pass(way_back);
        outcome
    }

    fn answer_with(&mut self, call: &ApiCall, fault: Option<Fault>) -> Outcome {
        let about_the_ticket = !matches!(call, ApiCall::Me | ApiCall::TicketFields { .. });
        match fault {
            _ if self.troubles.elsewhere_for > 0 && about_the_ticket => Outcome::Refused {
                reason: Refusal::OtherVisit,
            },
            Some(Fault::LostOnTheWay) => Outcome::NoResponse,
            Some(Fault::ArrivesLate) => {
                let protected = self.troubles.protection == Protection::Honoured;
                self.under_way.extend(self.write_of(call, protected));
                Outcome::NoResponse
            }
            Some(Fault::Unauthorized) => json(401, r#"{"error":"Couldn't authenticate you"}"#),
            Some(Fault::Forbidden) => json(
                403,
                r#"{"error":{"title":"Forbidden","message":"You do not have access"}}"#,
            ),
            Some(Fault::NotFound) => json(
                404,
                r#"{"error":"RecordNotFound","description":"Not found"}"#,
            ),
            Some(Fault::UpdateConflict) => json(
                409,
                r#"{"error":"UpdateConflict","description":"Safe Update prevented"}"#,
            ),
            Some(Fault::DatabaseConflict) => json(
                409,
                r#"{"error":"DatabaseConflict","description":"Database collision"}"#,
            ),
            Some(Fault::Invalid) => closed(),
            Some(Fault::RateLimited) => {
                let told = self.random.of(&[None, Some(0), Some(2), Some(30)]);
                with_retry_after(429, told)
            }
            Some(Fault::RateLimitedForLong) => with_retry_after(429, Some(3_600)),
            Some(Fault::Unavailable) => {
                let told = self.random.of(&[None, Some(4)]);
                with_retry_after(503, told)
            }
            Some(Fault::ErrorBefore) => json(500, r#"{"error":"InternalError"}"#),
            Some(Fault::HtmlBefore) => html(),
            fault => self.taken(call, fault),
        }
    }

    /// The call reaches Zendesk and is dealt with; the answer may suffer on its way back.
    fn taken(&mut self, call: &ApiCall, fault: Option<Fault>) -> Outcome {
        let outcome = self.properly(call, fault);
        let Outcome::Response {
            status,
            content_type,
            retry_after,
            api_warn,
            mut body,
        } = outcome
        else {
            return outcome;
        };
        match fault {
            Some(Fault::LostOnTheWayBack) => return Outcome::NoResponse,
            Some(Fault::ErrorAfter) => return json(500, r#"{"error":"InternalError"}"#),
            Some(Fault::HtmlAfter) => return html(),
            Some(Fault::Truncated) => body.truncate(body.len() / 2),
            _ => {}
        }
        let other = fault == Some(Fault::OtherContentType);
        let content_type = if other {
            "text/plain".to_owned()
        } else {
            content_type
        };
        Outcome::Response {
            status,
            content_type,
            retry_after,
            api_warn,
            body,
        }
    }

    fn properly(&mut self, call: &ApiCall, fault: Option<Fault>) -> Outcome {
        if self.troubles.signed_out_for > 0 && !matches!(call, ApiCall::Me) {
            return json(401, r#"{"error":"Couldn't authenticate you"}"#);
        }
        match call {
            ApiCall::Me => json(200, &self.me()),
            ApiCall::TicketFields { .. } => json(200, FIELDS),
            ApiCall::Ticket { ticket } if *ticket == TICKET && !self.deleted => {
                json(200, &self.ticket(fault == Some(Fault::NoTags)))
            }
            ApiCall::AddTags { csrf, .. } | ApiCall::RemoveTags { csrf, .. }
                if *csrf != self.token() || fault == Some(Fault::OldToken) =>
            {
                match self.habits.old_token_gets {
                    OldToken::Unauthorized => json(401, r#"{"error":"Couldn't authenticate you"}"#),
                    OldToken::Forbidden => json(
                        403,
                        r#"{"error":{"title":"Forbidden","message":"InvalidToken"}}"#,
                    ),
                    OldToken::Html => html(),
                }
            }
            ApiCall::AddTags { .. } | ApiCall::RemoveTags { .. } if !self.deleted => {
                self.write(call, fault)
            }
            _ => json(
                404,
                r#"{"error":"RecordNotFound","description":"Not found"}"#,
            ),
        }
    }

    fn write(&mut self, call: &ApiCall, fault: Option<Fault>) -> Outcome {
        let unprotected = fault == Some(Fault::Unprotected)
            || self.troubles.protection == Protection::IgnoredAloud;
        let warned = |names: &str| {
            Some(format!(
                "{{:allowed_parameters=>{{:controller=>\"tags\", :action=>\"destroy\", \
                 :unpermitted_keys=>[{names}], :invalid_values=>[]}}}}"
            ))
        };
        let api_warn = match fault {
            Some(Fault::TagsIgnored) => warned("\"tags\""),
            _ if unprotected => warned("\"updated_stamp\", \"safe_update\""),
            _ => None,
        };
        if fault != Some(Fault::TagsIgnored) {
            let protected = !unprotected && self.troubles.protection == Protection::Honoured;
            let verdict = self.write_of(call, protected).map(|write| self.take(write));
            match verdict {
                Some(Verdict::Taken) => {}
                Some(Verdict::Closed) => return closed(),
                Some(Verdict::Outdated) | None => {
                    return json(
                        409,
                        r#"{"error":"UpdateConflict","description":"Safe Update prevented"}"#,
                    );
                }
            }
        }
        let bare = matches!(call, ApiCall::RemoveTags { .. }) && self.habits.delete_answers_204;
        let (status, body) = if bare {
            (204, String::new())
        } else {
            (200, format!(r#"{{"tags":{:?}}}"#, self.tags))
        };
        let content_type = if bare {
            String::new()
        } else {
            "application/json".to_owned()
        };
        Outcome::Response {
            status,
            content_type,
            retry_after: None,
            api_warn,
            body,
        }
    }

    fn write_of(&self, call: &ApiCall, protected: bool) -> Option<Write> {
        let (
            verb,
            TagsBody {
                tags,
                updated_stamp,
                ..
            },
        ) = match call {
            ApiCall::AddTags { body, .. } => (Verb::Add, body),
            ApiCall::RemoveTags { body, .. } => (Verb::Remove, body),
            _ => return None,
        };
        let stamp = updated_stamp.parse().ok()?;
        let version_read = self.watch.version_read(stamp);
        Some(Write {
            verb,
            tags: Tags::named(tags)?,
            stamp,
            version_read,
            protected,
            change: self.watch.change,
        })
    }

    fn ticket(&self, no_tags: bool) -> String {
        let status = if self.closed { "closed" } else { "open" };
        let tags = if no_tags {
            "null".to_owned()
        } else {
            format!("{:?}", self.tags)
        };
        let second = self.updated_second;
        format!(
            r#"{{"ticket":{{"id":{TICKET},"status":"{status}","tags":{tags},"updated_at":"{second}"}}}}"#
        )
    }

    fn token(&self) -> String {
        format!("token-{}", self.csrf)
    }

    fn me(&self) -> String {
        if self.troubles.signed_out_for > 0 {
            return r#"{"user":{"id":null,"name":"Anonymous user","role":"end-user"}}"#.to_owned();
        }
        let role = match self.troubles.role {
            Role::Agent => r#""agent""#,
            Role::Admin => r#""admin""#,
            Role::Light => r#""agent","role_type":1"#,
            Role::PrivateOnly => r#""agent","only_private_comments":true"#,
            Role::EndUser => r#""end-user""#,
        };
        format!(
            r#"{{"user":{{"id":7,"role":{role},"authenticity_token":"{}"}}}}"#,
            self.token()
        )
    }
}
