//! `ferry assess` as a user meets it.

// Helpers of tests may fail loudly, as tests do.
#![allow(clippy::unwrap_used)]

use std::io::Write;
use std::process::{Command, Stdio};

/// Runs `ferry` with `input` and gives exit code and lines.
fn check(arguments: &[&str], input: &str) -> (Option<i32>, Vec<serde_json::Value>) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_ferry"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A call that fails early does not read its input.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let output = child.wait_with_output().unwrap();
    let lines = String::from_utf8(output.stdout).unwrap();
    let lines = lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    (output.status.code(), lines)
}

fn record(id: u64) -> String {
    format!(
        r#"{{"case":"c{id}","today":"2026-11-23","ticket":{{"id":{id},"tags":["sub_sm_premium"],"ticket_form_id":334447,"requester_id":1}},"comments":[{{"id":1,"author_id":1,"public":true,"plain_body":"We are moving from self-managed to GitLab.com.","created_at":"2026-11-20T10:00:00Z"}}],"users":[],"organization":null}}"#
    )
}

#[test]
fn lines_come_out_in_order() {
    let (code, lines) = check(&["assess"], &format!("{}\n{}\n", record(1), record(2)));
    assert_eq!(code, Some(0));
    let ids: Vec<_> = lines
        .iter()
        .map(|line| line["ticket_id"].as_u64().unwrap())
        .collect();
    assert_eq!(ids, [1, 2]);
    assert_eq!(lines[0]["case"], "c1");
    assert_eq!(lines[0]["stage"], "contact_customer");
    assert_eq!(lines[0]["from"], "self_managed");
}

#[test]
fn a_malformed_line_gives_an_error_with_its_number_and_the_rest_goes_on() {
    let (code, lines) = check(
        &["assess", "-"],
        &format!("{}\nnonsense\n\n[1]\n{}", record(1), record(2)),
    );
    assert_eq!(code, Some(1));
    assert_eq!(lines.len(), 4);
    assert_eq!(lines[1]["line"], 2);
    assert_eq!(lines[2]["line"], 4);
    assert_eq!(lines[3]["ticket_id"], 2);
}

#[test]
fn the_callers_date_goes_over_the_records_own() {
    let note = r#""organization":{"tags":["sub_sm_premium","sub_dotcom_premium"],"notes":"Customer is migrating from SM to GitLab.com. Premium level support approved until 2026-12-31."}"#;
    let record = record(1).replace(r#""organization":null"#, note);
    let stage =
        |today: &[&str]| check(&[&["assess"], today].concat(), &record).1[0]["stage"].clone();
    assert_eq!(stage(&[]), "retag");
    assert_eq!(stage(&["--today", "2026-12-31"]), "retag");
    assert_eq!(stage(&["--today", "2027-01-01"]), "expired");
}

#[test]
fn a_policy_with_a_mistake_names_the_field() {
    let folder = std::env::temp_dir().join(format!("ferry-policy-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("policy.json");
    std::fs::write(&file, r#"{"version": 1, "offerings": 3}"#).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_ferry"))
        .args(["assess", "--policy", file.to_str().unwrap()])
        .stdin(Stdio::null())
        .output()
        .unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    assert_eq!(output.status.code(), Some(2));
    let message = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(message.contains("offerings"), "{message}");
}

#[test]
fn labels_and_names_influence_nothing() {
    let plain = check(&["assess"], &record(1)).1;
    let labelled = record(1).replace(
        r#""ticket""#,
        r#""expected":{"stage":"retag"},"why":"x","ticket""#,
    );
    let mut labelled = check(&["assess"], &labelled).1;
    labelled[0]["case"] = plain[0]["case"].clone();
    assert_eq!(plain, labelled);
}
