//! What can go wrong with a call.

use crate::random::Random;

/// How much trouble one world has.
#[derive(Debug, Clone)]
pub(crate) struct Troubles {
    /// A call goes wrong once in so many; 0: never.
    pub(crate) rarity: u64,
    /// The one call (counted from 0) that goes wrong, whatever `rarity` says.
    pub(crate) once_at: Option<u64>,
    /// Whether only such faults come as pass by themselves.
    pub(crate) passing: bool,
    /// Calls for which the session stays lost.
    pub(crate) signed_out_for: u64,
    /// Calls for which the agent looks at another ticket.
    pub(crate) elsewhere_for: u64,
    pub(crate) role: Role,
    pub(crate) protection: Protection,
    calls: u64,
}

/// What Zendesk makes of a stamp. The documentation promises the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Protection {
    Honoured,
    /// Ignored, and `x-zendesk-api-warn` names it.
    IgnoredAloud,
    IgnoredSilently,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Agent,
    Admin,
    Light,
    PrivateOnly,
    EndUser,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    LostOnTheWay,
    LostOnTheWayBack,
    /// No answer, and the call arrives after Ferry has given it up.
    ArrivesLate,
    Unauthorized,
    Forbidden,
    UpdateConflict,
    DatabaseConflict,
    RateLimited,
    ErrorBefore,
    ErrorAfter,
    Unavailable,
    HtmlBefore,
    HtmlAfter,
    OtherContentType,
    Truncated,
    NoTags,
    OldToken,
    NotFound,
    Invalid,
    RateLimitedForLong,
    SignedOut,
    Elsewhere,
    /// `x-zendesk-api-warn` names the stamp: it was not looked at.
    Unprotected,
    /// `x-zendesk-api-warn` names the tags: nothing was done.
    TagsIgnored,
}

use Fault::{
    ArrivesLate, DatabaseConflict, Elsewhere, ErrorAfter, ErrorBefore, Forbidden, HtmlAfter,
    HtmlBefore, Invalid, LostOnTheWay, LostOnTheWayBack, NoTags, NotFound, OldToken,
    OtherContentType, RateLimited, RateLimitedForLong, SignedOut, TagsIgnored, Truncated,
    Unauthorized, Unavailable, Unprotected, UpdateConflict,
};

/// One of these alone must not keep Ferry from getting its work done.
const PASSING: [Fault; 16] = [
    LostOnTheWay,
    LostOnTheWayBack,
    Unauthorized,
    Forbidden,
    UpdateConflict,
    DatabaseConflict,
    RateLimited,
    ErrorBefore,
    ErrorAfter,
    Unavailable,
    HtmlBefore,
    HtmlAfter,
    Truncated,
    NoTags,
    OtherContentType,
    OldToken,
];

const ALL: [Fault; 24] = [
    LostOnTheWay,
    LostOnTheWayBack,
    ArrivesLate,
    Unauthorized,
    Forbidden,
    UpdateConflict,
    DatabaseConflict,
    RateLimited,
    ErrorBefore,
    ErrorAfter,
    Unavailable,
    HtmlBefore,
    HtmlAfter,
    OtherContentType,
    Truncated,
    NoTags,
    OldToken,
    NotFound,
    Invalid,
    RateLimitedForLong,
    SignedOut,
    Elsewhere,
    Unprotected,
    TagsIgnored,
];

impl Troubles {
    pub(crate) fn new(random: &mut Random) -> Self {
        let role = match random.below(40) {
            0 => Role::Light,
            1 => Role::PrivateOnly,
            2 => Role::EndUser,
            3..=8 => Role::Admin,
            _ => Role::Agent,
        };
        let protection = match random.below(12) {
            0 => Protection::IgnoredAloud,
            1 => Protection::IgnoredSilently,
            _ => Protection::Honoured,
        };
        Self {
            rarity: random.of(&[0, 4, 8, 16, 30]),
            role,
            protection,
            ..Self::none()
        }
    }

    pub(crate) fn none() -> Self {
        Self {
            rarity: 0,
            once_at: None,
            passing: false,
            signed_out_for: 0,
            elsewhere_for: 0,
            role: Role::Agent,
            protection: Protection::Honoured,
            calls: 0,
        }
    }

    /// A world in which exactly one call goes wrong, and not for good.
    pub(crate) fn one(random: &mut Random) -> Self {
        Self {
            once_at: Some(random.below(24)),
            passing: true,
            ..Self::none()
        }
    }

    /// What goes wrong with the next call.
    pub(crate) fn next(&mut self, random: &mut Random) -> Option<Fault> {
        let strikes = self.once_at == Some(self.calls) || random.once_in(self.rarity);
        self.calls += 1;
        self.signed_out_for = self.signed_out_for.saturating_sub(1);
        self.elsewhere_for = self.elsewhere_for.saturating_sub(1);
        if !strikes {
            return None;
        }
        let fault = random.of(if self.passing { &PASSING[..] } else { &ALL[..] });
        match fault {
            SignedOut => self.signed_out_for = random.of(&[1, 2, 3, 50]),
            Elsewhere => self.elsewhere_for = random.of(&[1, 2, 3, 50]),
            _ => {}
        }
        Some(fault)
    }
}
