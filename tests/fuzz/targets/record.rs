//! Records of tickets, with the words that the rules react to.

#![no_main]

use arbitrary::{Result, Unstructured};
use ferry_core::Record;
use ferry_core::ticket::{Comment, Organization, User, Via};
use ferry_fuzz::assess_and_hold;
use libfuzzer_sys::fuzz_target;

const PIECES: &[&str] = &[
    "we are moving",
    "from self-managed",
    "to GitLab.com",
    "to Dedicated",
    "->",
    "SM",
    ".com",
    "not",
    "any more",
    "cancelled",
    "?",
    ".",
    "\n",
    "\n> ",
    "```\n",
    "- ",
    "Premium",
    "Ultimate",
    "Premium level support is approved until 2027-01-31.",
    "until 31.12.",
    "in eight weeks",
    "https://gitlab.com/gitlab-com/support/support-ops/zendesk-organizations/-/issues/12",
    "offering migration",
    "Starting product: SM\nEnding product: SaaS\n",
    "SaaS tag(s): silver\n",
    "Self-managed tag(s): premium\n",
    "which support level do you intend",
    "target date",
    "On Mon, 2 Nov 2026 x wrote:\n",
    "<blockquote>",
    "</p><p>",
    "&amp;",
    "&#x202e;",
    "\u{202e}",
    "日本",
    "\u{0}",
    "This customer is migrating from Self-Managed to GitLab.com.",
    "finished",
];
const TAGS: &[&str] = &[
    "sub_sm_premium",
    "sub_sm_ultimate",
    "sub_dotcom_premium",
    "sub_dotcom_ultimate",
    "sub_gitlab_dedicated",
    "premium",
    "gold",
    "silver",
    "vip",
    "",
];
const FORMS: &[u64] = &[334_447, 426_148, 4_414_917_877_650, 1];

fuzz_target!(|bytes: &[u8]| {
    if let Ok(record) = record(&mut Unstructured::new(bytes)) {
        assess_and_hold(&record);
    }
});

fn text(of: &mut Unstructured<'_>) -> Result<String> {
    let mut text = String::new();
    for _ in 0..of.int_in_range(0..=12)? {
        if of.ratio(1, 8)? {
            text.push_str(&String::from_utf8_lossy(of.bytes(of.len().min(9))?));
        } else {
            text.push_str(of.choose(PIECES)?);
        }
        text.push(' ');
    }
    Ok(text)
}

fn tags(of: &mut Unstructured<'_>) -> Result<Vec<String>> {
    (0..of.int_in_range(0..=4)?)
        .map(|_| Ok((*of.choose(TAGS)?).to_owned()))
        .collect()
}

fn comment(of: &mut Unstructured<'_>) -> Result<Comment> {
    let written = text(of)?;
    let html = of.ratio(1, 3)?;
    Ok(Comment {
        id: of.int_in_range(1..=9)?,
        author_id: Some(of.int_in_range(0..=3)?),
        public: of.arbitrary()?,
        plain_body: (!html).then(|| written.clone()),
        html_body: html.then_some(written),
        created_at: Some(format!(
            "2026-{:02}-{:02}T10:00:00Z",
            of.int_in_range(1..=13)?,
            of.int_in_range(0..=31)?
        )),
        via: of.ratio(1, 3)?.then(|| Via {
            channel: Some("api".to_owned()),
        }),
        ..Comment::default()
    })
}

fn record(of: &mut Unstructured<'_>) -> Result<Record> {
    let mut record = Record::default();
    record.ticket.id = of.arbitrary()?;
    record.ticket.tags = tags(of)?;
    record.ticket.subject = Some(text(of)?);
    record.ticket.requester_id = Some(0);
    record.ticket.ticket_form_id = if of.arbitrary()? {
        Some(*of.choose(FORMS)?)
    } else {
        None
    };
    record.users = (0..3)
        .map(|id| User {
            id,
            role: Some(if id == 0 { "end-user" } else { "agent" }.to_owned()),
            ..User::default()
        })
        .collect();
    for _ in 0..of.int_in_range(0..=5)? {
        record.comments.push(comment(of)?);
    }
    if of.arbitrary()? {
        record.organization = Some(Organization {
            id: 2,
            tags: tags(of)?,
            notes: Some(text(of)?),
            details: Some(text(of)?),
            ..Organization::default()
        });
    }
    Ok(record)
}
