//! Every judged ticket of the project is judged right, and stays so however its text is set.

// Helpers of tests may fail loudly, as tests do.
#![allow(clippy::unwrap_used)]

use std::path::{Path, PathBuf};

use ferry::cases;
use ferry::eval;
use ferry::record::Input;
use ferry_core::{Assessment, Judge, Policy, Stage, Texts, Told};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests")
}

fn corpus() -> Vec<Input> {
    std::fs::read_to_string(root().join("corpus/dev.ndjson"))
        .unwrap()
        .lines()
        .map(|line| Input::from_json(line).unwrap())
        .collect()
}

fn all() -> Vec<Input> {
    let mut all = corpus();
    all.extend(cases::read_folder(&root().join("cases")).unwrap());
    all
}

fn judge() -> Judge {
    Judge::new(&Policy::gitlab())
}

#[test]
fn the_labelled_corpus_is_judged_right() {
    let score = eval::score(&judge(), &corpus()).unwrap();
    assert_eq!(score.right, score.cases, "{}", score.report(true));
}

#[test]
fn the_projects_own_cases_are_judged_right() {
    let cases = cases::read_folder(&root().join("cases")).unwrap();
    assert!(cases.len() >= 200, "{} cases", cases.len());
    let score = eval::score(&judge(), &cases).unwrap();
    assert_eq!(score.right, score.cases, "{}", score.report(true));
}

/// As the panel does: it keeps what it read of one ticket while the next one's comments come.
#[test]
fn what_was_read_before_changes_no_assessment() {
    let judge = judge();
    let mut texts = Texts::default();
    for case in all() {
        let Input { record, today, .. } = case;
        let today = today.unwrap_or_default();
        let expected = judge.assess(&record, today);
        for count in 1..record.comments.len() {
            judge.read(&mut texts, &record.comments[..count]);
        }
        let told = Told::default();
        for _ in 0..2 {
            let found = judge.assess_read(&mut texts, &record, today, &told);
            assert_eq!(found, expected, "{:?}", case.case);
        }
    }
}

#[test]
fn half_of_the_cases_need_no_banner() {
    let cases = cases::read_folder(&root().join("cases")).unwrap();
    let negatives = cases
        .iter()
        .filter(|case| {
            case.expected
                .as_ref()
                .and_then(|expected| expected.get("stage"))
                .is_some_and(|stage| stage == "no_action")
        })
        .count();
    assert!(
        negatives * 5 >= cases.len() * 2,
        "{negatives} of {}",
        cases.len()
    );
}

/// What must not change: everything but the evidence's places.
fn conclusion(assessment: &Assessment) -> String {
    format!(
        "{:?} {:?} {:?}>{:?} {:?} {:?} {:?} -{:?} +{:?}",
        assessment.stage,
        assessment.problem_offering,
        assessment.from,
        assessment.to,
        assessment.level,
        assessment.target_date,
        assessment.ops_issue.as_deref().map(str::to_ascii_lowercase),
        assessment.remove,
        assessment.add,
    )
}

/// Judges every case before and after a change that must not matter.
fn check_unchanged(name: &str, change: impl Fn(&mut Input)) {
    let judge = judge();
    let mut changed = Vec::new();
    for case in all() {
        let today = case.day(None).unwrap();
        let before = conclusion(&judge.assess(&case.record, today));
        let mut other = case.clone();
        change(&mut other);
        let after = conclusion(&judge.assess(&other.record, today));
        if before != after {
            changed.push(format!("{:?}\n  {before}\n  {after}", case.case));
        }
    }
    assert!(
        changed.is_empty(),
        "{name} changed {}:\n{}",
        changed.len(),
        changed.join("\n")
    );
}

fn texts(case: &mut Input, change: impl Fn(&str) -> String) {
    for comment in &mut case.record.comments {
        for text in [&mut comment.plain_body, &mut comment.body]
            .into_iter()
            .flatten()
        {
            *text = change(text);
        }
    }
    if let Some(organization) = &mut case.record.organization {
        for text in [&mut organization.notes, &mut organization.details]
            .into_iter()
            .flatten()
        {
            *text = change(text);
        }
    }
}

#[test]
fn upper_and_lower_case_change_nothing() {
    check_unchanged("upper case", |case| texts(case, str::to_uppercase));
    check_unchanged("lower case", |case| texts(case, str::to_lowercase));
}

#[test]
fn white_space_changes_nothing() {
    check_unchanged("double spaces", |case| {
        texts(case, |text| text.replace(". ", ".  "))
    });
    check_unchanged("no-break spaces", |case| {
        texts(case, |text| text.replace(' ', "\u{a0}"))
    });
    check_unchanged("trailing spaces and CRLF", |case| {
        texts(case, |text| text.replace('\n', " \r\n"))
    });
    check_unchanged("empty lines around", |case| {
        texts(case, |text| format!("\n\n{text}\n\n\n"))
    });
}

#[test]
fn unicode_forms_change_nothing() {
    check_unchanged("curly apostrophes", |case| {
        texts(case, |text| text.replace('\'', "\u{2019}"))
    });
    check_unchanged("zero-width characters", |case| {
        texts(case, |text| {
            text.split(' ')
                .map(|word| {
                    if word.contains("://") {
                        word.to_owned()
                    } else {
                        word.replace('a', "a\u{200b}")
                    }
                })
                .collect::<Vec<_>>()
                .join(" ")
        });
    });
    check_unchanged("decomposed accents", |case| {
        texts(case, |text| {
            text.replace('é', "e\u{301}")
                .replace('ä', "a\u{308}")
                .replace('ü', "u\u{308}")
                .replace('ö', "o\u{308}")
        });
    });
}

/// Wraps prose as a mail client does; lists, quotes and lines that are no prose stay.
fn wrap(text: &str, width: usize) -> String {
    let mut wrapped = String::new();
    for line in text.split('\n') {
        let is_prose = line.len() > width
            && line.starts_with(|c: char| c.is_alphabetic())
            && !line.contains(['{', '|', '`', '"'])
            && !line.contains("://");
        if !is_prose {
            wrapped.push_str(line);
            wrapped.push('\n');
            continue;
        }
        let mut length = 0;
        for word in line.split(' ') {
            // A line must not begin with what would make it a list entry or a label.
            let breaks = length + word.len() > width
                && word.starts_with(|c: char| c.is_lowercase())
                && word.chars().all(char::is_alphabetic)
                && word.len() > 1;
            if breaks {
                wrapped.push('\n');
                length = 0;
            } else if length > 0 {
                wrapped.push(' ');
            }
            wrapped.push_str(word);
            length += word.len() + 1;
        }
        wrapped.push('\n');
    }
    wrapped
}

#[test]
fn wrapping_changes_nothing() {
    for width in [48, 60, 76] {
        check_unchanged("wrapping", |case| texts(case, |text| wrap(text, width)));
    }
}

#[test]
fn quoting_earlier_mails_changes_nothing() {
    for depth in 1..=3 {
        check_unchanged("quoting", |case| {
            let bodies: Vec<(bool, String)> = case
                .record
                .comments
                .iter()
                .map(|comment| {
                    (
                        comment.public,
                        comment.plain_body.clone().unwrap_or_default(),
                    )
                })
                .collect();
            for (at, comment) in case.record.comments.iter_mut().enumerate() {
                let earlier = bodies
                    .get(..at)
                    .and_then(|earlier| earlier.iter().rfind(|(public, _)| *public));
                if let (true, Some((_, earlier))) = (comment.public, earlier) {
                    let quote: String = earlier
                        .lines()
                        .map(|line| format!("{}{line}\n", "> ".repeat(depth)))
                        .collect();
                    let text = comment.plain_body.clone().unwrap_or_default();
                    comment.plain_body = Some(format!(
                        "{text}\n\nOn Mon, Nov 2, 2026 at 2:20 PM Support <s@support.example> wrote:\n{quote}"
                    ));
                }
            }
        });
    }
}

#[test]
fn unrelated_tags_change_nothing() {
    check_unchanged("unrelated tags", |case| {
        for tag in [
            "sub_consumption_storage",
            "sub_ss_ase",
            "premium_customer",
            "gold_customer",
            "support_category_ci_cd",
            "vip",
        ] {
            case.record.ticket.tags.push(tag.to_owned());
        }
    });
}

#[test]
fn an_unrelated_comment_changes_nothing() {
    check_unchanged("an unrelated comment", |case| {
        for (public, text) in [
            (true, "Thank you, that helped. The pipeline is green again."),
            (
                false,
                "Reproduced on my test instance, asked the team in their channel.",
            ),
        ] {
            let mut comment = case.record.comments.last().cloned().unwrap_or_default();
            comment.id += 1;
            comment.public = public;
            comment.author_id = case
                .record
                .users
                .iter()
                .find(|user| user.is_staff())
                .map(|user| user.id);
            comment.via = None;
            comment.plain_body = Some(text.to_owned());
            comment.body = None;
            comment.html_body = None;
            case.record.comments.push(comment);
        }
    });
}

#[test]
fn every_banner_has_its_quote() {
    let judge = judge();
    for case in all() {
        let assessment = judge.assess(&case.record, case.day(None).unwrap());
        if assessment.stage != Stage::NoAction {
            let quoted = assessment.evidence.iter().any(|evidence| {
                evidence.supports == ferry_core::Conclusion::Migration && !evidence.quote.is_empty()
            });
            assert!(quoted, "{:?} has no quote for its migration", case.case);
        }
    }
}

#[test]
fn quotes_stand_where_the_evidence_says() {
    let judge = judge();
    for case in all() {
        for evidence in judge.assess(&case.record, case.day(None).unwrap()).evidence {
            if let ferry_core::Source::Comment { comment_id } = evidence.source {
                let comment = case
                    .record
                    .comments
                    .iter()
                    .find(|comment| comment.id == comment_id)
                    .unwrap();
                assert_eq!(
                    comment.text().0.get(evidence.start..evidence.end),
                    Some(evidence.quote.as_str())
                );
            }
        }
    }
}
