//! Dates are written in many ways: any text where a date is expected.

#![no_main]

use ferry_core::Record;
use ferry_core::ticket::Comment;
use ferry_fuzz::assess_and_hold;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let comment = |id, public, text: String| Comment {
        id,
        public,
        plain_body: Some(text),
        created_at: Some(format!("2026-11-{:02}T10:00:00Z", id + 1)),
        ..Comment::default()
    };
    let mut record = Record::default();
    record.ticket.id = 1;
    record.comments = vec![
        comment(
            1,
            true,
            format!("We are moving from Self-Managed to GitLab.com until {text}"),
        ),
        comment(
            2,
            false,
            format!("Premium level support is approved until {text}."),
        ),
        comment(3, true, format!("Target date: {text}")),
    ];
    assess_and_hold(&record);
});
