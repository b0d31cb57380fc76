//! # Ops link
//!
//! What it does: finds links to issues, work items and merge requests in the trackers of Support
//! Ops.
//!
//! Why: a link in an internal text says that Support Ops was asked.
//!
//! Example: `https://gitlab.com/gitlab-com/eta/css/issue-tracker/-/issues/3377#note_5` is
//! issue 3377.

use crate::judge::{Line, Place};
use crate::policy::Policy;
use crate::text::Kind;

/// The last such link of a line, without anchor and query.
pub(crate) fn find(policy: &Policy, source: &str, line: &Line) -> Option<(String, Place)> {
    line.sentence
        .tokens
        .iter()
        .enumerate()
        .filter(|(_, token)| token.kind == Kind::Url)
        .filter_map(|(at, token)| {
            let address = source.get(token.range.clone())?;
            Some((tracked(policy, address)?, at..at + 1))
        })
        .next_back()
}

fn tracked(policy: &Policy, address: &str) -> Option<String> {
    let rest = policy.ops.trackers.iter().find_map(|project| {
        let prefix = format!("{}/{}/", policy.ops.base.trim_end_matches('/'), project);
        let head = address.get(..prefix.len())?;
        head.eq_ignore_ascii_case(&prefix)
            .then(|| address.get(prefix.len()..))?
    })?;
    let path = rest.strip_prefix("-/").unwrap_or(rest);
    let (kind, number) = path.split_once('/')?;
    let digits = number.bytes().take_while(u8::is_ascii_digit).count();
    let known = ["issues", "work_items", "merge_requests"]
        .iter()
        .any(|name| kind.eq_ignore_ascii_case(name));
    (known && digits > 0).then(|| {
        let length = address.len() - number.len() + digits;
        address.get(..length).unwrap_or_default().to_owned()
    })
}

#[cfg(test)]
pub(crate) const CARD: super::Card = super::Card {
    name: "ops link",
    source: include_str!("ops_link.rs"),
    finds: &[
        "see https://gitlab.com/gitlab-com/eta/css/issue-tracker/-/issues/3377#note_5.",
        "[here](https://gitlab.com/gitlab-com/support/support-ops/zendesk-organizations/-/merge_requests/12)",
    ],
    passes: &[
        "https://gitlab.com/gitlab-org/gitlab/-/issues/498211",
        "https://gitlab.com/gitlab-com/eta/css/issue-tracker/-/issues",
        "https://gitlab.com/gitlab-com/eta/css/issue-tracker-two/-/issues/1",
    ],
    found: |text| {
        let doc = super::tests::doc(text, crate::judge::Author::Staff, true);
        doc.lines
            .iter()
            .any(|line| find(&Policy::gitlab(), text, line).is_some())
    },
};
