use std::sync::Arc;

use ferry_core::ticket::{Comment, Organization, Ticket, User};
use ferry_core::{
    Assessment, Conclusion, Evidence, LevelId, NaiveDate, OfferingId, Policy, Record, Source, Stage,
};
use ferry_protocol::{ToBackground, Tone};

use super::badge::badge;
use super::evidence::{leading, quotes};
use super::headline::{direction, has_banner, headline};
use super::judgement::{Choices, Compiled};
use super::steps::{Progress, Step, current, steps};
use super::tags::{Fate, Place, rows};

const STAGES: [Stage; 9] = [
    Stage::ContactCustomer,
    Stage::AwaitCustomer,
    Stage::OpenOpsIssue,
    Stage::AwaitSupportOps,
    Stage::Retag,
    Stage::Expired,
    Stage::AskSupportOps,
    Stage::Done,
    Stage::NoAction,
];

fn judge(policy: &Policy, record: &Record, today: NaiveDate, choices: &Choices) -> Assessment {
    Compiled::new(Arc::new(policy.clone())).judge(record, today, choices)
}

fn offering(id: &str) -> Option<OfferingId> {
    Some(OfferingId(id.to_owned()))
}

fn assessment(stage: Stage) -> Assessment {
    Assessment {
        ticket_id: 1,
        stage,
        problem_offering: offering("saas"),
        from: offering("self_managed"),
        to: offering("saas"),
        level: None,
        target_date: None,
        remove: Vec::new(),
        add: Vec::new(),
        ops_issue: None,
        evidence: Vec::new(),
        warnings: Vec::new(),
    }
}

fn tagged(ticket: &[&str], organization: &[&str]) -> Record {
    let names = |tags: &[&str]| tags.iter().map(|tag| (*tag).to_owned()).collect();
    Record {
        ticket: Ticket {
            id: 1,
            tags: names(ticket),
            ..Ticket::default()
        },
        organization: Some(Organization {
            id: 2,
            tags: names(organization),
            ..Organization::default()
        }),
        ..Record::default()
    }
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 25).expect("a date")
}

#[test]
fn at_most_one_step_is_current_and_all_before_it_are_done() {
    for stage in STAGES {
        let states = steps(&assessment(stage));
        let open: Vec<Step> = states
            .iter()
            .filter(|state| !matches!(state.progress, Progress::Done | Progress::Later))
            .map(|state| state.step)
            .collect();
        assert_eq!(
            open,
            current(stage).into_iter().collect::<Vec<_>>(),
            "{stage:?}"
        );
        let first_later = states.iter().position(|s| s.progress == Progress::Later);
        let last_done = states.iter().rposition(|s| s.progress == Progress::Done);
        if let (Some(later), Some(done)) = (first_later, last_done) {
            assert!(done < later, "{stage:?}");
        }
    }
}

#[test]
fn only_no_action_and_dismissed_tickets_have_no_banner() {
    for stage in STAGES {
        assert_eq!(
            has_banner(&assessment(stage), false),
            stage != Stage::NoAction
        );
        assert!(!has_banner(&assessment(stage), true));
    }
}

#[test]
fn the_retag_sentence_names_the_tags() {
    let mut retag = assessment(Stage::Retag);
    retag.remove = vec!["premium".into()];
    let title = headline(&retag).title;
    assert_eq!(
        (title.key, title.values),
        ("stage_retag_remove", vec!["premium".to_owned()])
    );
    retag.add = vec!["gold".into()];
    let title = headline(&retag).title;
    assert_eq!(title.key, "stage_retag_replace");
    assert_eq!(title.values, ["premium", "gold"]);
}

#[test]
fn the_direction_says_what_is_known() {
    let policy = Policy::gitlab();
    let mut moving = assessment(Stage::ContactCustomer);
    let key = |assessment: &Assessment| direction(&policy, assessment).map(|text| text.key);
    assert_eq!(key(&moving), Some("direction"));
    moving.from = None;
    assert_eq!(key(&moving), Some("direction_to"));
    moving.to = None;
    assert_eq!(key(&moving), None);
}

#[test]
fn the_badge_is_silent_on_ordinary_tickets_and_loud_on_trouble() {
    let sign = |message: ToBackground| {
        let ToBackground::Badge { text, tone } = message;
        (text, tone)
    };
    assert_eq!(sign(badge(None, false, true)), ("!".to_owned(), Tone::Warn));
    assert_eq!(
        sign(badge(Some(&assessment(Stage::NoAction)), false, true)).0,
        ""
    );
    assert_eq!(
        sign(badge(Some(&assessment(Stage::Retag)), true, true)).0,
        ""
    );
    assert_eq!(
        sign(badge(Some(&assessment(Stage::Retag)), false, false)).0,
        ""
    );
    assert_eq!(
        sign(badge(Some(&assessment(Stage::Retag)), false, true)),
        ("4".to_owned(), Tone::Act)
    );
}

#[test]
fn tags_are_listed_with_their_meaning_and_fate() {
    let policy = Policy::gitlab();
    let record = tagged(
        &["sub_sm_premium", "billing", "premium"],
        &["sub_sm_premium", "sub_dotcom_premium"],
    );
    let mut retag = assessment(Stage::Retag);
    retag.remove = vec!["sub_sm_premium".into()];
    retag.add = vec!["sub_dotcom_premium".into()];
    let rows = rows(&policy, &record, &retag);
    let seen: Vec<_> = rows
        .iter()
        .map(|row| (row.tag.as_str(), row.meaning.as_str(), row.place, row.fate))
        .collect();
    assert_eq!(
        seen,
        [
            (
                "sub_sm_premium",
                "Self-Managed Premium",
                Place::Ticket,
                Fate::Goes
            ),
            (
                "sub_dotcom_premium",
                "GitLab.com Premium",
                Place::OrganizationOnly,
                Fate::Comes
            ),
        ]
    );
}

#[test]
fn quotes_tell_who_wrote_them_and_keep_the_layout() {
    let policy = Policy::gitlab();
    let record = Record {
        comments: vec![Comment {
            id: 7,
            audit_id: Some(8),
            author_id: Some(9),
            public: false,
            ..Comment::default()
        }],
        users: vec![User {
            id: 9,
            name: Some("Ada\u{202e}".into()),
            ..User::default()
        }],
        ..Record::default()
    };
    let mut contact = assessment(Stage::ContactCustomer);
    let evidence = Evidence {
        source: Source::Comment { comment_id: 7 },
        start: 0,
        end: 1,
        quote: format!("moving\n to {}\u{2066}", "x".repeat(400)),
        supports: Conclusion::Migration,
    };
    contact.evidence = vec![evidence.clone(), evidence];
    let all = quotes(&policy, &record, &contact, true);
    assert_eq!(all.len(), 1, "each quote once");
    let quote = leading(&policy, &record, &contact).expect("a quote");
    assert_eq!(quote, all[0]);
    assert_eq!(quote.comment, Some((7, Some(8))));
    assert_eq!(
        (quote.place.key, quote.place.values),
        ("place_internal_by", vec!["Ada".to_owned()])
    );
    assert!(quote.text.starts_with("moving to xxx") && quote.text.ends_with('…'));
    assert!(!quote.text.contains('\u{2066}'));
}

#[test]
fn a_migration_that_only_the_agent_knows_starts_the_workflow() {
    let policy = Policy::gitlab();
    let record = tagged(&["sub_sm_premium"], &["sub_sm_premium"]);
    let mut choices = Choices::default();
    assert_eq!(
        judge(&policy, &record, today(), &choices).stage,
        Stage::NoAction
    );
    choices.from = offering("self_managed");
    choices.to = offering("saas");
    assert_eq!(
        judge(&policy, &record, today(), &choices).stage,
        Stage::ContactCustomer
    );
    choices.level = Some(LevelId("premium".into()));
    choices.date = NaiveDate::from_ymd_opt(2027, 3, 31);
    let stated = judge(&policy, &record, today(), &choices);
    assert_eq!(stated.stage, Stage::OpenOpsIssue);
    assert_eq!(stated.target_date, choices.date);
}

#[test]
fn by_hand_the_tags_follow_the_same_rules() {
    let policy = Policy::gitlab();
    let both = ["sub_sm_premium", "sub_dotcom_premium"];
    let mut choices = Choices {
        from: offering("self_managed"),
        to: offering("saas"),
        ..Choices::default()
    };
    let stage = |choices: &Choices, ticket: &[&str]| {
        judge(&policy, &tagged(ticket, &both), today(), choices)
    };
    assert_eq!(stage(&choices, &both).stage, Stage::AskSupportOps);
    choices.problem = offering("saas");
    let retag = stage(&choices, &both);
    assert_eq!(
        (retag.stage, retag.remove, retag.add.len()),
        (Stage::Retag, vec!["sub_sm_premium".to_owned()], 0)
    );
    let add = stage(&choices, &["sub_sm_premium"]);
    assert_eq!(add.add, ["sub_dotcom_premium"]);
    assert_eq!(stage(&choices, &["sub_dotcom_premium"]).stage, Stage::Done);
    choices.date = NaiveDate::from_ymd_opt(2026, 11, 24);
    assert_eq!(stage(&choices, &both).stage, Stage::Expired);
}

#[test]
fn a_form_is_quoted_by_its_name_unless_the_agent_chose() {
    let policy = Policy::gitlab();
    let mut contact = assessment(Stage::ContactCustomer);
    contact.evidence = vec![Evidence {
        source: Source::TicketForm,
        start: 0,
        end: 6,
        quote: "334447".into(),
        supports: Conclusion::ProblemOffering,
    }];
    let record = Record::default();
    assert_eq!(quotes(&policy, &record, &contact, true)[0].text, "SaaS");
    assert!(quotes(&policy, &record, &contact, false).is_empty());
}
