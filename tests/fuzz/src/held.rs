//! What holds for every assessment.

use std::sync::LazyLock;

use ferry_core::{Assessment, Judge, NaiveDate, Policy, Record, Source, Stage};

/// The default policy, read once.
pub static POLICY: LazyLock<Policy> = LazyLock::new(Policy::gitlab);
static JUDGE: LazyLock<Judge> = LazyLock::new(|| Judge::new(&POLICY));

/// Judges a record and checks what must hold whatever is in it.
///
/// # Panics
/// It does not hold.
pub fn assess_and_hold(record: &Record) -> Assessment {
    let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap_or_default();
    let assessment = JUDGE.assess(record, today);
    let is_level = |tag: &String| POLICY.tags.iter().any(|entry| &entry.tag == tag);
    let on_ticket = &record.ticket.tags;
    assert!(
        assessment
            .remove
            .iter()
            .all(|tag| is_level(tag) && on_ticket.contains(tag)),
        "a tag is to go that is no support level of the ticket: {assessment:?}"
    );
    assert!(
        assessment
            .add
            .iter()
            .all(|tag| is_level(tag) && !on_ticket.contains(tag)),
        "a tag is to come that is no support level, or is there: {assessment:?}"
    );
    let is_left = |tag: &&String| is_level(tag) && !assessment.remove.contains(tag);
    assert!(
        assessment.remove.is_empty()
            || on_ticket.iter().any(|tag| is_left(&tag))
            || !assessment.add.is_empty(),
        "the ticket would be bare: {assessment:?}"
    );
    assert!(
        assessment.stage == Stage::Retag
            || (assessment.remove.is_empty() && assessment.add.is_empty()),
        "tags change at another stage: {assessment:?}"
    );
    for evidence in &assessment.evidence {
        let Source::Comment { comment_id } = evidence.source else {
            continue;
        };
        // Of several comments with one number, it may be any.
        let quoted = record
            .comments
            .iter()
            .filter(|comment| comment.id == comment_id)
            .any(|comment| {
                comment.text().0.get(evidence.start..evidence.end) == Some(evidence.quote.as_str())
            });
        assert!(quoted, "a quote that is not in its comment: {evidence:?}");
    }
    assessment
}
