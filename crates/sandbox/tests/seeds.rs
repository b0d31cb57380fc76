//! Every seeded ticket is at its stage, on whatever day the sandbox starts.

use ferry_core::policy::Policy;
use ferry_core::{NaiveDate, Record, assess};
use ferry_sandbox::{records, seeds};

const STAGES: [&str; 9] = [
    "contact_customer",
    "await_customer",
    "open_ops_issue",
    "await_support_ops",
    "retag",
    "expired",
    "ask_support_ops",
    "done",
    "no_action",
];

#[test]
fn there_is_a_ticket_for_every_stage() {
    let seeds = seeds();
    assert!(seeds.len() >= 16);
    for stage in STAGES {
        assert!(
            seeds.iter().any(|seed| seed.stage == stage),
            "none at {stage}"
        );
    }
}

#[test]
fn the_core_judges_every_ticket_as_it_is_labelled() {
    let policy: Policy = serde_json::from_str(include_str!("../../core/data/gitlab.json")).unwrap();
    for day in ["2026-11-25", "2026-12-31", "2027-01-31", "2028-02-29"] {
        let today: NaiveDate = NaiveDate::parse_from_str(day, "%Y-%m-%d").unwrap();
        for value in records(today) {
            let record: Record = serde_json::from_value(value.clone()).unwrap();
            let judged = serde_json::to_value(assess(&policy, &record, today)).unwrap();
            for key in ["stage", "problem_offering", "remove", "add", "ops_issue"] {
                assert_eq!(
                    judged[key], value["expected"][key],
                    "{day} {} {key}",
                    value["case"]
                );
            }
        }
    }
}
