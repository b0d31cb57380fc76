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
    OnlyHtml,
    HtmlEntities,
    HtmlInside,
}

const FORMS: [Form; 9] = [
    Form::AsIs,
    Form::Upper,
    Form::FullWidth,
    Form::SoftHyphens,
    Form::CombiningMarks,
    Form::NonBreaking,
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

#[test]
fn every_judged_ticket_that_needs_something_passes_in_every_form() {
    let bench = Bench::new();
    let mut flagged = 0;
    let mut kept_back = 0;
    for record in &bench.records {
        for form in FORMS {
            let line = json(&form.apply(record), 0);
            kept_back += usize::from(bench.check(line.as_bytes()));
            flagged += usize::from(bench.stage(line.as_bytes()) != Some(Stage::NoAction));
        }
        for one_in in [1, 3] {
            bench.check(json(record, one_in).as_bytes());
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
        edits in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..40, prop::sample::select(vec![
            "", "\"", "\\", "{", "}", "[", "]", ",", ":", "null", "\\u00", "\\ud83d", "1e999", "01", "-", "\u{7f}", "\u{e9}",
            "\"ticket\":{},", "\"tags\":[\"sub_sm_premium\"],", "\"comments\":[],", "\"id\":-1,", "\"today\":\"soon\",", "product:",
        ])), 1..4),
    ) {
        BENCH.with(|bench| {
            let record = &bench.records[at % bench.records.len()];
            let mut line = json(record, 0).into_bytes();
            for (place, cut, insert) in edits {
                let start = place.index(line.len() + 1);
                let end = (start + cut).min(line.len());
                line.splice(start..end, insert.bytes());
            }
            bench.check(&line);
        });
    }
}
