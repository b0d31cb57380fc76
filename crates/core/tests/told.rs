//! What the engineer states in the sidebar replaces what the texts say, under the same rules.
#![allow(clippy::unwrap_used)]

use ferry_core::ticket::{Organization, Ticket};
use ferry_core::{Judge, LevelId, NaiveDate, OfferingId, Policy, Record, Stage, Told};

fn offering(id: &str) -> Option<OfferingId> {
    Some(OfferingId(id.to_owned()))
}

fn tagged(ticket: &[&str], organization: &[&str]) -> Record {
    let owned = |tags: &[&str]| tags.iter().map(|tag| (*tag).to_owned()).collect();
    Record {
        ticket: Ticket {
            id: 1,
            tags: owned(ticket),
            ..Ticket::default()
        },
        organization: Some(Organization {
            tags: owned(organization),
            ..Organization::default()
        }),
        ..Record::default()
    }
}

fn check(told: &Told, record: &Record, stage: Stage, remove: &[&str], add: &[&str]) {
    let judge = Judge::new(&Policy::gitlab());
    let today = NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();
    let given = judge.assess_told(record, today, told);
    assert_eq!(given.stage, stage, "{told:?}");
    assert_eq!(given.remove, remove, "{told:?}");
    assert_eq!(given.add, add, "{told:?}");
}

fn to_saas() -> Told {
    Told {
        problem: offering("saas"),
        from: offering("self_managed"),
        to: offering("saas"),
        ..Told::default()
    }
}

#[test]
fn a_migration_that_no_text_states_starts_with_the_customer() {
    let record = tagged(&["sub_sm_premium"], &["sub_sm_premium"]);
    check(&Told::default(), &record, Stage::NoAction, &[], &[]);
    check(&to_saas(), &record, Stage::ContactCustomer, &[], &[]);
    let answered = Told {
        level: Some(LevelId("premium".to_owned())),
        date: NaiveDate::from_ymd_opt(2027, 3, 31),
        ..to_saas()
    };
    check(&answered, &record, Stage::OpenOpsIssue, &[], &[]);
}

#[test]
fn a_told_migration_changes_tags_by_the_same_rules() {
    let both = ["sub_sm_premium", "sub_dotcom_premium"];
    let told = to_saas();
    check(
        &told,
        &tagged(&both, &both),
        Stage::Retag,
        &["sub_sm_premium"],
        &[],
    );
    check(
        &told,
        &tagged(&["sub_sm_premium"], &both),
        Stage::Retag,
        &["sub_sm_premium"],
        &["sub_dotcom_premium"],
    );
    check(
        &told,
        &tagged(&["sub_dotcom_premium"], &both),
        Stage::Done,
        &[],
        &[],
    );
    let late = Told {
        date: NaiveDate::from_ymd_opt(2026, 11, 24),
        ..to_saas()
    };
    check(&late, &tagged(&both, &both), Stage::Expired, &[], &[]);
}

#[test]
fn an_offering_that_the_policy_does_not_have_is_not_told() {
    let told = Told {
        to: offering("cloud_nine"),
        ..Told::default()
    };
    let record = tagged(&["sub_sm_premium"], &[]);
    check(&told, &record, Stage::NoAction, &[], &[]);
}
