//! Who is asking: session cookies with their CSRF tokens, and API tokens for external clients.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use ring::rand::{SecureRandom as _, SystemRandom};
use serde::{Deserialize, Serialize};

use crate::call::Call;
use crate::model::User;
use crate::reply::{Reply, forbidden, sign_in_page, unauthorized};
use crate::switches::CsrfFailure;

/// The session cookie's name.
pub(crate) const COOKIE: &str = "_zendesk_session";
/// The API token that goes with every user's address: `Authorization: Basic email/token:TOKEN`.
pub(crate) const API_TOKEN: &str = "sandbox-token";
/// How many CSRF tokens a session keeps; each `/users/me` hands out another one.
const TOKENS: usize = 50;

/// The people that a browser can be signed in as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// An agent with all that support engineers have.
    Agent,
    /// An admin.
    Admin,
    /// A light agent: reads, comments in private, changes nothing.
    Light,
    /// An agent who may not read organizations.
    Restricted,
}

impl Role {
    /// The seeded user's key.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Agent => "agent",
            Self::Admin => "admin",
            Self::Light => "light",
            Self::Restricted => "restricted",
        }
    }
}

/// Who a request is from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Caller {
    /// Nobody that is known.
    Anonymous,
    /// A user, and the session if it is a browser.
    User { id: u64, session: Option<String> },
}

/// All sessions.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sessions {
    open: BTreeMap<String, Session>,
}

#[derive(Debug, Clone)]
struct Session {
    user: u64,
    tokens: Vec<String>,
}

impl Sessions {
    /// Signs a user in; the cookie's value.
    pub(crate) fn sign_in(&mut self, user: u64) -> String {
        let id = random();
        self.open.insert(
            id.clone(),
            Session {
                user,
                tokens: Vec::new(),
            },
        );
        id
    }

    /// Whether a cookie is one of an open session.
    pub(crate) fn knows(&self, id: &str) -> bool {
        self.open.contains_key(id)
    }

    /// Ends all sessions.
    pub(crate) fn expire(&mut self) {
        self.open.clear();
    }

    /// Makes all CSRF tokens old.
    pub(crate) fn rotate_tokens(&mut self) {
        for session in self.open.values_mut() {
            session.tokens.clear();
        }
    }

    /// Hands out a CSRF token.
    pub(crate) fn token(&mut self, id: &str) -> String {
        let token = random();
        if let Some(session) = self.open.get_mut(id) {
            session.tokens.push(token.clone());
            if session.tokens.len() > TOKENS {
                session.tokens.remove(0);
            }
        }
        token
    }

    /// Tells who is asking, or the refusal that they get.
    pub(crate) fn identify(
        &self,
        call: &Call,
        users: &BTreeMap<u64, User>,
        csrf_failure: CsrfFailure,
    ) -> Result<Caller, Reply> {
        if let Some(authorization) = call.header("authorization") {
            let user = credentials(authorization)
                .and_then(|email| users.values().find(|user| user.email == email));
            return user
                .map(|user| Caller::User {
                    id: user.id,
                    session: None,
                })
                .ok_or_else(unauthorized);
        }
        let Some((id, session)) = call
            .cookie(COOKIE)
            .and_then(|id| self.open.get_key_value(id))
        else {
            return Ok(Caller::Anonymous);
        };
        if call
            .header("origin")
            .is_some_and(|origin| origin != call.origin)
        {
            return Err(forbidden());
        }
        if call.writes()
            && !call
                .header("x-csrf-token")
                .is_some_and(|token| session.tokens.iter().any(|t| t == token))
        {
            return Err(match csrf_failure {
                CsrfFailure::Unauthorized => unauthorized(),
                CsrfFailure::Forbidden => forbidden(),
                CsrfFailure::Html => sign_in_page(),
            });
        }
        Ok(Caller::User {
            id: session.user,
            session: Some(id.clone()),
        })
    }
}

/// The address in valid credentials: an API token, any password but an empty one, or the address
/// itself behind `Bearer`.
fn credentials(authorization: &str) -> Option<String> {
    if let Some(email) = authorization.strip_prefix("Bearer ") {
        return Some(email.to_owned());
    }
    let decoded = STANDARD
        .decode(authorization.strip_prefix("Basic ")?)
        .ok()?;
    let text = String::from_utf8(decoded).ok()?;
    let (name, secret) = text.split_once(':')?;
    match name.strip_suffix("/token") {
        Some(email) => (secret == API_TOKEN).then(|| email.to_owned()),
        None => (!secret.is_empty()).then(|| name.to_owned()),
    }
}

/// An unguessable value.
fn random() -> String {
    let mut bytes = [0_u8; 24];
    if SystemRandom::new().fill(&mut bytes).is_err() {
        // A stand-in may go on without randomness: it keeps no secrets.
        bytes = [7; 24];
    }
    URL_SAFE_NO_PAD.encode(bytes)
}
