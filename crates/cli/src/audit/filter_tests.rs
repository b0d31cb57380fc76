//! The first scan never keeps back a ticket that the judgement would flag.

use std::path::Path;

use ferry_core::{Judge, Policy, Stage};
use proptest::prelude::*;
use serde_json::Value;

use super::filter::{Filter, Scratch};
use crate::cases;
use crate::record::Input;

fn tests() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests")
}

/// All judged tickets of the project, as records.
fn records() -> Vec<Value> {
    let corpus = std::fs::read_to_string(tests().join("corpus/dev.ndjson")).unwrap();
    let mut records: Vec<Value> = corpus
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    for case in cases::read_folder(&tests().join("cases")).unwrap() {
        let mut record = serde_json::to_value(&case.record).unwrap();
        record["today"] = serde_json::to_value(case.today).unwrap();
        records.push(record);
    }
    records
}

/// Policy and tickets, made ready once.
struct Bench {
    judge: Judge,
    filter: Filter,
    records: Vec<Value>,
}

impl Bench {
    fn new() -> Self {
        let policy = Policy::gitlab();
        Self {
            judge: Judge::new(&policy),
            filter: Filter::new(&policy).unwrap(),
            records: records(),
        }
    }

    /// What the judgement says of a line; `None` where it cannot be read.
    fn stage(&self, line: &[u8]) -> Option<Stage> {
        let input = Input::from_json(&String::from_utf8_lossy(line)).ok()?;
        let day = input.day(Some("2026-11-23".parse().unwrap())).unwrap();
        Some(self.judge.assess(&input.record, day).stage)
    }

    /// Whether the line is kept back, which only those may be that need nothing.
    fn check(&self, line: &[u8]) -> bool {
        let excluded = self.filter.excludes(line, &mut Scratch::default());
        if excluded {
            let stage = self.stage(line);
            assert_eq!(
                stage,
                Some(Stage::NoAction),
                "{}",
                String::from_utf8_lossy(line)
            );
        }
        excluded
    }
}

thread_local! {
    static BENCH: Bench = Bench::new();
}

/// Ways to write the same, or nearly the same, text.
#[derive(Debug, Clone, Copy)]
enum Form {
    AsIs,
    Upper,
    FullWidth,
    SoftHyphens,
    CombiningMarks,
    NonBreaking,
    Wrapped,
    WrappedWithReturns,
    Quoted,
    WideSpaces,
    Deleted,
    OnlyHtml,
    HtmlEntities,
    HtmlInside,
}

const FORMS: [Form; 14] = [
    Form::AsIs,
    Form::Upper,
    Form::FullWidth,
    Form::SoftHyphens,
    Form::CombiningMarks,
    Form::NonBreaking,
    Form::Wrapped,
    Form::WrappedWithReturns,
    Form::Quoted,
    Form::WideSpaces,
    Form::Deleted,
    Form::OnlyHtml,
    Form::HtmlEntities,
    Form::HtmlInside,
];

impl Form {
    fn is_html(self) -> bool {
        matches!(self, Self::OnlyHtml | Self::HtmlEntities | Self::HtmlInside)
    }

    fn write(self, text: &str) -> String {
        let each = |write: &dyn Fn(char) -> String| text.chars().map(write).collect::<String>();
        let escaped = || {
            text.replace('&', "&amp;")
                .replace('<', "&lt;")
                .replace('\n', "<br>")
        };
        match self {
            Self::AsIs => text.to_owned(),
            Self::Upper => text.to_uppercase(),
            Self::FullWidth => each(&|c| match c {
                'a'..='z' | 'A'..='Z' => char::from_u32(c as u32 + 0xfee0).unwrap().to_string(),
                c => c.to_string(),
            }),
            Self::SoftHyphens => each(&|c| match c {
                'o' | 'i' => format!("{c}\u{ad}"),
                'e' => "e\u{200b}".to_owned(),
                c => c.to_string(),
            }),
            Self::CombiningMarks => each(&|c| match c {
                'o' => "\u{f6}".to_owned(),
                'e' => "e\u{301}".to_owned(),
                c => c.to_string(),
            }),
            Self::NonBreaking => text.replace(' ', "\u{a0}"),
            // At every blank, so that each phrase of several words is parted.
            Self::Wrapped => text.replace(' ', "\n"),
            Self::WrappedWithReturns => text.replace(' ', " \r\n"),
            Self::Quoted => format!("> {}", text.replace(' ', "\n> ")),
            Self::WideSpaces => text.replace(' ', " \t\u{2003} ").replace('-', " - "),
            Self::Deleted => text.replace('e', "e\u{7f}"),
            Self::OnlyHtml => escaped(),
            Self::HtmlEntities => each(&|c| match c {
                'o' => "&#111;".to_owned(),
                'e' => "&#x65;".to_owned(),
                '\n' => "<br>".to_owned(),
                '<' => "&lt;".to_owned(),
                '&' => "&amp;".to_owned(),
                c => c.to_string(),
            }),
            Self::HtmlInside => escaped()
                .replace("ov", "o<b>v</b>")
                .replace("ig", "i<i>g</i>"),
        }
    }

    /// The record with all its texts so written.
    fn apply(self, record: &Value) -> Value {
        let mut record = record.clone();
        for comment in record["comments"].as_array_mut().unwrap() {
            let text = ["plain_body", "body"]
                .iter()
                .find_map(|key| comment[*key].as_str());
            let Some(text) = text.map(|text| self.write(text)) else {
                continue;
            };
            let comment = comment.as_object_mut().unwrap();
            comment.remove("body");
            comment.remove("plain_body");
            let key = if self.is_html() {
                "html_body"
            } else {
                "plain_body"
            };
            comment.insert(key.to_owned(), text.into());
        }
        for key in ["notes", "details"] {
            if let Some(text) = record["organization"][key].as_str()
                && !self.is_html()
            {
                record["organization"][key] = self.write(text).into();
            }
        }
        record
    }
}

/// JSON as other programs write it: every `one_in`th letter of a string as `\u` and its number.
fn json(value: &Value, one_in: usize) -> String {
    match value {
        Value::String(text) => {
            let mut written = String::from("\"");
            for (at, c) in text.chars().enumerate() {
                if one_in > 0 && at % one_in == 0 {
                    for unit in c.encode_utf16(&mut [0; 2]) {
                        written.push_str(&format!("\\u{unit:04x}"));
                    }
                } else {
                    let plain = serde_json::to_string(&c.to_string()).unwrap();
                    written.push_str(
                        plain
                            .trim_start_matches('"')
                            .strip_suffix('"')
                            .unwrap_or("\\\""),
                    );
                }
            }
            written + "\""
        }
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(|item| json(item, one_in)).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Object(members) => {
            let members: Vec<String> = members
                .iter()
                .map(|(key, value)| format!("\"{key}\": {}", json(value, one_in)))
                .collect();
            format!("{{{}}}", members.join(", "))
        }
        other => other.to_string(),
    }
}

/// A record with its members in another order, some of them twice, the first time with another
/// value: the last one counts.
fn in_other_order(value: &Value, turn: usize) -> String {
    match value {
        Value::Array(items) => {
            let items = items.iter().map(|item| in_other_order(item, turn));
            format!("[{}]", items.collect::<Vec<_>>().join(","))
        }
        Value::Object(members) if !members.is_empty() => {
            let member = |(key, value)| format!("{}:{}", Value::from(String::clone(key)), value);
            let mut written: Vec<String> = members
                .iter()
                .map(|(key, value)| member((key, in_other_order(value, turn))))
                .collect();
            let length = written.len();
            written.rotate_left(turn % length);
            if turn % 2 == 1 {
                written.reverse();
            }
            let others = [
                "null",
                "\"premium\"",
                "[]",
                "{}",
                "[\"sub_sm_premium\"]",
                "7",
            ];
            if let (Some(other), Some((key, _))) =
                (others.get(turn % 11), members.iter().nth(turn % length))
            {
                written.insert(0, member((key, (*other).to_owned())));
            }
            format!("{{{}}}", written.join(" , "))
        }
        other => json(other, 0),
    }
}

/// The record with what programs write beside each comment, and a text that quotes tags.
fn with_everything_beside(record: &Value) -> Value {
    let mut record = record.clone();
    for comment in record["comments"].as_array_mut().unwrap() {
        comment["metadata"] = serde_json::json!({"system": {"client": "Mozilla/5.0 \"x\"", "location": "Lyon\\France"}, "custom": {}});
        comment["attachments"] = serde_json::json!([{"file_name": "product: a\\\"b"}]);
        comment["old_text"] = serde_json::json!({"plain_body": "product: x", "tags": ["sub_sm_premium", "sub_dotcom_premium"]});
    }
    record["audits"] = serde_json::json!("{\"ticket\":{\"tags\":[\"premium\"]}} \\\\ \\\" \u{1}");
    record
}

#[test]
fn a_ticket_is_told_by_its_own_tags_in_whatever_order_they_come() {
    let bench = Bench::new();
    // What is paid for is GitLab.com alone, and so is what the form asks about.
    let line = |ticket: &str, text: &str| {
        format!(
            "{{\"comments\":[{{\"plain_body\":\"{text}\"}}],\"ticket\":{{{ticket}}},\"today\":\"2026-11-23\"}}"
        )
    };
    let own = "\"tags\":[\"sub_dotcom_premium\"],\"ticket_form_id\":334447,\"id\":1";
    let moves = "we are moving from self-managed to GitLab.com";
    let tags_in_text = "\\\"tags\\\":[\\\"sub_sm_premium\\\"], \\\"organization\\\"";
    for text in [moves, tags_in_text, "product", "the product is: slow"] {
        assert!(bench.check(line(own, text).as_bytes()), "{text}");
    }
    for ticket in [
        "\"tags\":[\"sub_sm_premium\"],\"ticket_form_id\":334447,\"id\":1",
        "\"ticket_form_id\":334447,\"id\":1,\"tags\":[\"sub_sm_premium\"]",
        "\"tags\":[\"sub_dotcom_premium\",\"sub_sm_\\u0070remium\"],\"ticket_form_id\":334447,\"id\":1",
        "\"tags\":[\"sub_dotcom_premium\"],\"ticket_form_id\":334447,\"id\":1,\"tags\":[\"sub_sm_premium\"]",
        "\"t\\u0061gs\":[\"sub_sm_premium\"],\"ticket_form_id\":334447,\"id\":1",
    ] {
        assert!(!bench.check(line(ticket, moves).as_bytes()), "{ticket}");
    }
    for key in [
        "Starting product: x",
        "STARTING PRODUCT : x",
        "starting \\u0070roduct: x",
        "starting product\\u003a x",
        "starting \u{ff50}roduct: x",
        "starting pro\u{ad}duct: x",
        "starting pro\u{7f}duct: x",
        "ending offering\u{ff1a} x",
        "ending offering\\n: x",
    ] {
        assert!(!bench.check(line(own, key).as_bytes()), "{key}");
    }
}

#[test]
fn what_is_written_as_in_an_earlier_comment_is_no_less_looked_at() {
    let bench = Bench::new();
    let line = |second: &str| {
        format!(
            "{{\"ticket\":{{\"id\":1}},\"comments\":[{{\"via\":{{\"channel\":\"web\"}},\"plain_body\":\"a\"}},{{{second}}}],\"today\":\"2026-11-23\"}}"
        )
    };
    for sound in [
        "\"via\":{\"channel\":\"web\"},\"plain_body\":\"b\"",
        "\"via\":{\"channel\":\"web\"}",
        "\"vid\":{\"channel\":\"web\"},\"via\":{\"channel\":\"web\",\"source\":{}}",
    ] {
        assert!(bench.check(line(sound).as_bytes()), "{sound}");
    }
    for broken in [
        "\"via\":{\"channel\":\"web\"",
        "\"via\":{\"channel\":\"web\"}}",
        "\"via\":{\"channel\":\"web\"}\"x\":1",
        "\"via\":{\"channel\":\"web\"},",
        "\"via\":{\"channel\":\"web\"},\"plain_body\":\"\\q\"",
    ] {
        assert!(!bench.check(line(broken).as_bytes()), "{broken}");
    }
    let block = "\"via\":{\"channel\":\"web\"},\"plain_body\":\"Starting product: SM\"";
    assert!(!bench.check(line(block).as_bytes()));
}

#[test]
fn every_judged_ticket_that_needs_something_passes_in_every_form() {
    let bench = Bench::new();
    let mut flagged = 0;
    let mut kept_back = 0;
    for (place, record) in bench.records.iter().enumerate() {
        for form in FORMS {
            let line = json(&form.apply(record), 0);
            kept_back += usize::from(bench.check(line.as_bytes()));
            flagged += usize::from(bench.stage(line.as_bytes()) != Some(Stage::NoAction));
        }
        for one_in in [1, 3] {
            bench.check(json(record, one_in).as_bytes());
        }
        let beside = with_everything_beside(record);
        kept_back += usize::from(bench.check(json(&beside, 0).as_bytes()));
        for turn in [place, place + 1] {
            bench.check(in_other_order(&beside, turn).as_bytes());
        }
    }
    // A scan that lets everything pass, or tickets that need nothing, would prove nothing.
    assert!(flagged > bench.records.len(), "{flagged} need something");
    assert!(kept_back > bench.records.len() / 2, "{kept_back} kept back");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Texts mixed from those of all tickets, under any tags and form, in any form and escapes.
    #[test]
    fn no_mixture_is_lost(
        texts in prop::collection::vec((0_usize..10_000, 0_usize..100, any::<bool>()), 1..5),
        tags in 0_usize..10_000,
        form in 0_usize..FORMS.len(),
        one_in in 0_usize..9,
        block in prop::option::of(0_usize..4),
    ) {
        BENCH.with(|bench| {
            let pick = |at: usize| &bench.records[at % bench.records.len()];
            let mut record = pick(tags).clone();
            let mut comments = Vec::new();
            for (at, comment, public) in texts {
                let from = pick(at)["comments"].as_array().unwrap();
                if let Some(comment) = from.get(comment % from.len().max(1)) {
                    let mut comment = comment.clone();
                    comment["public"] = public.into();
                    comments.push(comment);
                }
            }
            record["comments"] = comments.into();
            if let Some(block) = block {
                let keys = ["Starting product: SM\nEnding product: SaaS", "**Source offering** : saas\n* target offering: sm",
                    "FROM PRODUCT\u{ff1a}Dedicated\nto pro\u{ad}duct: SM", "- start product:SM\n- end product:saas"];
                record["organization"] = serde_json::json!({"id": 1, "tags": [], "details": "",
                    "notes": format!("Migration information:\n{}\nSM tags: premium\nSaaS tags: silver", keys[block])});
            }
            let line = json(&FORMS[form].apply(&record), one_in);
            bench.check(line.as_bytes());
        });
    }

    /// Lines that somebody cut, doubled or overwrote.
    #[test]
    fn no_broken_line_is_passed_over(
        at in 0_usize..10_000,
        beside in any::<bool>(),
        edits in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..40, prop::sample::select(vec![
            "", "\"", "\\", "{", "}", "[", "]", ",", ":", "null", "\\u00", "\\ud83d", "1e999", "01", "-", "\u{7f}", "\u{e9}",
            "\\\\", "\\\"", "\\q", "\n", "\t", "\\u0070", "},\"via\":{\"channel\":\"web\"", "\"metadata\":{},",
            "\"ticket\":{},", "\"tags\":[\"sub_sm_premium\"],", "\"comments\":[],", "\"id\":-1,", "\"today\":\"soon\",", "product:",
        ])), 1..4),
    ) {
        BENCH.with(|bench| {
            let record = &bench.records[at % bench.records.len()];
            let mut line = match beside {
                true => json(&with_everything_beside(record), 0),
                false => json(record, 0),
            }.into_bytes();
            for (place, cut, insert) in edits {
                let start = place.index(line.len() + 1);
                let end = (start + cut).min(line.len());
                line.splice(start..end, insert.bytes());
            }
            bench.check(&line);
        });
    }
}
