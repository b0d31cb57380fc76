//! `ferry audit` as a user meets it.

// Helpers of tests may fail loudly, as tests do.
#![allow(clippy::unwrap_used)]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use flate2::Compression;
use flate2::write::GzEncoder;

const CORPUS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/corpus/dev.ndjson");

fn ferry(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_ferry"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    // Beside it: a program that writes while it reads must not wait for this test.
    let writer = std::thread::spawn(move || {
        // A call that fails early does not read its input.
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// The lines that `ferry assess` gives for tickets that need something.
fn assessed(input: &[u8]) -> String {
    let all = text(&ferry(&["assess"], input).stdout);
    all.lines()
        .filter(|line| {
            let line: serde_json::Value = serde_json::from_str(line).unwrap();
            !matches!(line["stage"].as_str(), Some("no_action" | "done") | None)
        })
        .map(|line| format!("{line}\n"))
        .collect()
}

struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = format!("ferry-audit-{name}-{}", std::process::id());
        let folder = std::env::temp_dir().join(folder);
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn file(&self, name: &str, bytes: &[u8]) -> String {
        let file = self.0.join(name);
        std::fs::write(&file, bytes).unwrap();
        file.to_str().unwrap().to_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::fast());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

#[test]
fn the_report_is_what_assess_says_in_the_order_of_the_input() {
    // So often that several blocks are under way at once.
    let input = std::fs::read(CORPUS).unwrap().repeat(20);
    let expected = assessed(&input);
    assert!(!expected.is_empty());
    for threads in ["1", "2", "5"] {
        let output = ferry(
            &["audit", "--format", "jsonl", "--threads", threads],
            &input,
        );
        assert_eq!(output.status.code(), Some(0));
        assert!(text(&output.stdout) == expected, "{threads} threads");
    }
}

#[test]
fn lines_may_end_and_be_parted_in_any_way() {
    let input = std::fs::read_to_string(CORPUS).unwrap();
    let expected = assessed(input.as_bytes());
    let lines: Vec<&str> = input.lines().collect();
    for (name, input) in [
        ("returns", lines.join("\r\n") + "\r\n"),
        ("no last end", lines.join("\n")),
        ("blank lines", lines.join("\n\n \n\r\n") + "\n\n"),
        ("blanks around", format!("  {}\t\n", lines.join("  \n "))),
        ("empty pages", lines.join("\n{\"tickets\":[]}\n")),
    ] {
        for packed in [input.clone().into_bytes(), gzip(input.as_bytes())] {
            let output = ferry(&["audit", "--format", "jsonl"], &packed);
            assert_eq!(output.status.code(), Some(0), "{name}");
            assert!(text(&output.stdout) == expected, "{name}");
        }
    }
}

#[test]
fn packed_files_are_told_by_their_bytes() {
    let input = std::fs::read(CORPUS).unwrap();
    let expected = assessed(&input);
    let folder = Folder::new("packed");
    let mut parts = gzip(&input);
    parts.extend(gzip(&input));
    let zstd = zstd::encode_all(&*input, 3).unwrap();
    for (name, bytes, times) in [
        ("plain", input.clone(), 1),
        ("gzip-in-two-parts", parts, 2),
        ("zstd-in-two-parts", [zstd.clone(), zstd].concat(), 2),
    ] {
        let file = folder.file(name, &bytes);
        let output = ferry(&["audit", "--format", "jsonl", &file], b"");
        assert!(text(&output.stdout) == expected.repeat(times), "{name}");
        let output = ferry(&["audit", "--format", "jsonl", "-"], &bytes);
        assert!(
            text(&output.stdout) == expected.repeat(times),
            "{name} piped"
        );
    }
}

fn record(id: u64) -> String {
    format!(
        r#"{{"today":"2026-11-23","ticket":{{"id":{id},"tags":["sub_sm_premium"],"ticket_form_id":334447,"requester_id":1}},"comments":[{{"id":1,"author_id":1,"public":true,"plain_body":"We are moving from self-managed to GitLab.com.","created_at":"2026-11-20T10:00:00Z"}}],"users":[],"organization":null}}"#
    )
}

#[test]
fn bad_lines_are_named_and_cost_nothing_else() {
    let folder = Folder::new("bad");
    let lines = [
        record(1),
        "nonsense".into(),
        String::new(),
        record(2).replace("\"id\":2", "\"id\":-2"),
        "[]".into(),
        record(3),
    ];
    let first = folder.file("first", record(7).as_bytes());
    let second = folder.file("second", lines.join("\n").as_bytes());
    let output = ferry(&["audit", "--format", "jsonl", &first, &second], b"");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(text(&output.stdout).lines().count(), 3);
    let said = text(&output.stderr);
    for line in [2, 4, 5] {
        assert!(said.contains(&format!("second, line {line}: ")), "{said}");
    }
    assert!(said.contains("3 lines could not be read"), "{said}");
}

#[test]
fn a_source_that_cannot_be_read_does_not_keep_the_others_from_it() {
    let folder = Folder::new("sources");
    let good = folder.file("good", record(1).as_bytes());
    let packed = gzip(&format!("{}\n", record(2)).repeat(2000).into_bytes());
    let cut = folder.file("cut", &packed[..packed.len() - 20]);
    let output = ferry(
        &["audit", "--format", "jsonl", "/nowhere", &cut, &good],
        b"",
    );
    assert_eq!(output.status.code(), Some(2));
    let said = text(&output.stderr);
    assert!(said.contains("/nowhere: cannot be opened"), "{said}");
    assert!(said.contains("cut: "), "{said}");
    let last = text(&output.stdout).lines().last().unwrap().to_owned();
    assert!(last.starts_with(r#"{"ticket_id":1,"#), "{last}");
}

#[test]
fn stages_can_be_chosen() {
    let input = std::fs::read(CORPUS).unwrap();
    let output = ferry(
        &["audit", "--format", "csv", "--stage", "retag,done"],
        &input,
    );
    let table = text(&output.stdout);
    let stages: Vec<&str> = table
        .lines()
        .skip(1)
        .map(|line| line.split(',').nth(1).unwrap())
        .collect();
    assert!(stages.contains(&"retag") && stages.contains(&"done"));
    assert!(
        stages
            .iter()
            .all(|stage| matches!(*stage, "retag" | "done"))
    );
    for wrong in ["no_action", "nonsense"] {
        let output = ferry(&["audit", "--stage", wrong], b"");
        assert_eq!(output.status.code(), Some(2), "{wrong}");
    }
}

#[test]
fn links_lead_to_the_host_that_is_named_or_to_the_tickets_own() {
    let own = record(5).replace(
        r#""id":5"#,
        r#""id":5,"url":"https://acme.zendesk.com/api/v2/tickets/5.json""#,
    );
    let links = |arguments: &[&str], line: &str| {
        let output = ferry(
            &[&["audit", "--format", "csv"], arguments].concat(),
            line.as_bytes(),
        );
        let table = text(&output.stdout);
        let row = table.lines().nth(1).unwrap();
        row.split(',').nth(6).unwrap().to_owned()
    };
    assert_eq!(
        links(&[], &record(5)),
        "https://gitlab.zendesk.com/agent/tickets/5"
    );
    assert_eq!(links(&[], &own), "https://acme.zendesk.com/agent/tickets/5");
    let host = ["--host", "other.zendesk.com"];
    assert_eq!(
        links(&host, &own),
        "https://other.zendesk.com/agent/tickets/5"
    );
    let lines = ferry(
        &[&["audit", "--format", "jsonl"], &host[..]].concat(),
        own.as_bytes(),
    );
    let line: serde_json::Value = serde_json::from_slice(&lines.stdout).unwrap();
    assert_eq!(line["link"], "https://other.zendesk.com/agent/tickets/5");
    assert_eq!(line["stage"], "contact_customer");
}

#[test]
fn the_table_is_for_people() {
    let output = ferry(&["audit"], record(5).as_bytes());
    let table = text(&output.stdout);
    let mut lines = table.lines();
    assert!(lines.next().unwrap().contains("stage"));
    let words: Vec<&str> = lines.next().unwrap().split_whitespace().collect();
    let link = "https://gitlab.zendesk.com/agent/tickets/5";
    assert_eq!(
        words,
        [
            "5",
            "contact_customer",
            "self_managed",
            "saas",
            "-",
            "-",
            link,
            "-",
            "-",
            "-"
        ]
    );
    // No bar where nobody watches.
    assert_eq!(
        text(&output.stderr),
        "1 tickets, 1 reported: 1 contact_customer\n"
    );
}

#[test]
fn the_date_is_the_callers_or_the_records_or_todays() {
    let note = r#""organization":{"tags":["sub_sm_premium","sub_dotcom_premium"],"notes":"Customer is migrating from SM to GitLab.com. Premium level support approved until 2020-12-31."}"#;
    let record = record(1).replace(r#""organization":null"#, note);
    let stage = |arguments: &[&str], line: &str| {
        let output = ferry(
            &[&["audit", "--format", "jsonl"], arguments].concat(),
            line.as_bytes(),
        );
        let line: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        line["stage"].clone()
    };
    assert_eq!(stage(&[], &record), "expired");
    assert_eq!(stage(&["--today", "2020-12-31"], &record), "retag");
    let undated = record.replace(r#""today":"2026-11-23","#, "");
    assert_eq!(stage(&[], &undated), "expired");
}

/// A page of the export: one ticket in need, one that only its comments could make so, one that
/// is about what is paid for, one that is deleted.
fn page() -> serde_json::Value {
    let note = "Customer is migrating from SM to GitLab.com. Premium level support approved until 2026-12-31.";
    serde_json::json!({
        "tickets": [
            {"id": 1, "url": "https://acme.zendesk.com/api/v2/tickets/1.json", "status": "open", "organization_id": 9,
             "requester_id": 4, "ticket_form_id": 334_447, "tags": ["sub_sm_premium", "sub_dotcom_premium"]},
            {"id": 2, "status": "open", "organization_id": null, "requester_id": 4, "ticket_form_id": 334_447, "tags": ["sub_sm_premium"]},
            {"id": 3, "status": "open", "requester_id": 4, "ticket_form_id": 426_148, "tags": ["sub_sm_premium"]},
            {"id": 4, "status": "deleted", "requester_id": 4, "ticket_form_id": 334_447, "tags": ["sub_sm_premium"]},
        ],
        "organizations": [{"id": 9, "tags": ["sub_sm_premium", "sub_dotcom_premium"], "notes": note}],
        "users": [{"id": 4, "role": "end-user"}],
        "after_cursor": "x", "end_of_stream": true,
    })
}

const DAY: [&str; 4] = ["audit", "--today=2026-11-23", "--format", "jsonl"];

#[test]
fn an_export_without_comments_is_judged_as_far_as_it_goes() {
    let folder = Folder::new("export");
    let unjudged = folder.file("unjudged", b"");
    let arguments = [&DAY[..], &["--unjudged", &unjudged]].concat();
    let output = ferry(&arguments, page().to_string().as_bytes());
    let line: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(
        (&line["ticket_id"], &line["stage"]),
        (&1.into(), &"retag".into())
    );
    assert_eq!(output.status.code(), Some(0));
    let said = text(&output.stderr);
    assert!(said.contains("3 tickets came without comments"), "{said}");
    assert!(said.contains("; 1 of them could need"), "{said}");
    assert_eq!(
        std::fs::read_to_string(Path::new(&unjudged)).unwrap(),
        "2\n"
    );
}

#[test]
fn comments_may_stand_in_the_tickets_or_beside_them() {
    let comment = serde_json::json!({"id": 8, "author_id": 4, "public": true, "created_at": "2026-11-20T10:00:00Z",
        "plain_body": "We are moving from self-managed to GitLab.com."});
    let mut inside = page();
    for ticket in inside["tickets"].as_array_mut().unwrap() {
        ticket["comments"] = if ticket["id"] == 2 {
            serde_json::json!([comment])
        } else {
            serde_json::json!([])
        };
    }
    let mut beside = page();
    beside["comments"] = serde_json::json!([comment]);
    beside["comments"][0]["ticket_id"] = 2.into();
    let bare: String = inside["tickets"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|ticket| ticket["id"] == 2)
        .map(|ticket| format!("{ticket}\n"))
        .collect();
    for (input, count) in [(inside.to_string(), 2), (beside.to_string(), 2), (bare, 1)] {
        let output = ferry(&DAY, input.as_bytes());
        let lines = text(&output.stdout);
        assert_eq!(lines.lines().count(), count, "{lines}");
        assert!(
            lines.contains(r#""ticket_id":2,"stage":"contact_customer""#),
            "{lines}"
        );
        assert!(!text(&output.stderr).contains("without comments"));
    }
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_ferry"))
        .args(["audit", CORPUS])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
}

#[cfg(unix)]
#[test]
fn an_interrupt_ends_it_with_what_was_found() {
    use std::io::{BufRead, BufReader};

    let mut child = Command::new(env!("CARGO_BIN_EXE_ferry"))
        .args(["audit", "--format", "jsonl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // The pipe stays open: the program would wait for ever.
    let mut stdin = child.stdin.take().unwrap();
    stdin
        .write_all(format!("{}\n", record(1)).as_bytes())
        .unwrap();
    stdin.flush().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    assert!(lines.next().unwrap().unwrap().contains("contact_customer"));
    let killed = Command::new("kill")
        .args(["-INT", &child.id().to_string()])
        .status();
    assert!(killed.unwrap().success());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(130));
    assert!(text(&output.stderr).contains("Stopped before the end"));
    drop(stdin);
}

#[test]
fn made_up_tickets_are_the_same_for_the_same_seed() {
    let made = |seed: &str| ferry(&["generate", "--bytes", "3000000", "--seed", seed], b"").stdout;
    let one = made("1");
    assert!(one.len() >= 3_000_000 && one.ends_with(b"\n"));
    assert!(one == made("1") && one != made("2"));
    let expected = assessed(&one);
    let output = ferry(&["audit", "--format", "jsonl"], &one);
    assert!(text(&output.stdout) == expected);
    let tickets = text(&one).lines().count();
    assert_eq!(expected.lines().count(), tickets / 200);
}
