//! `ferry eval`: how well the judgement agrees with judged tickets.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anyhow::Result;
use ferry_core::{Assessment, Judge};
use serde_json::Value;

use crate::record::Input;

/// The fields that are scored, as far as a case expects them.
pub const FIELDS: &[&str] = &[
    "stage",
    "problem_offering",
    "from",
    "to",
    "level",
    "target_date",
    "ops_issue",
    "remove",
    "add",
];

/// The score of a set of cases.
#[derive(Debug, Default)]
pub struct Score {
    /// Cases scored.
    pub cases: usize,
    /// Cases that are right in every expected field.
    pub right: usize,
    /// By field: right, scored.
    pub fields: BTreeMap<&'static str, (usize, usize)>,
    /// By expected and given stage: how many.
    pub stages: BTreeMap<(String, String), usize>,
    /// Cases in which a tag would be removed or added that should not.
    pub wrong_tags: Vec<String>,
    /// Cases with a banner where none is due.
    pub false_banners: Vec<String>,
    /// What failed, with evidence, for people.
    pub failures: String,
}

/// Scores all cases.
///
/// # Errors
/// Where a case gives no date.
pub fn score(judge: &Judge, cases: &[Input]) -> Result<Score> {
    let mut score = Score::default();
    for case in cases {
        let assessment = judge.assess(&case.record, case.day(None)?);
        score.add(case, &assessment)?;
    }
    Ok(score)
}

impl Score {
    fn add(&mut self, case: &Input, assessment: &Assessment) -> Result<()> {
        let Some(expected) = &case.expected else {
            return Ok(());
        };
        let given = serde_json::to_value(assessment)?;
        let name = case.case.as_ref().map_or_else(String::new, |name| {
            name.as_str()
                .map_or_else(|| name.to_string(), str::to_owned)
        });
        let mut wrong = Vec::new();
        for field in FIELDS {
            let Some(want) = expected.get(*field) else {
                continue;
            };
            let have = given.get(*field).unwrap_or(&Value::Null);
            let entry = self.fields.entry(field).or_default();
            entry.1 += 1;
            if same(want, have) {
                entry.0 += 1;
            } else {
                wrong.push(format!("{field}: want {want}, have {have}"));
            }
        }
        let stage = |value: Option<&Value>| value.and_then(Value::as_str).unwrap_or("?").to_owned();
        let (want, have) = (stage(expected.get("stage")), stage(given.get("stage")));
        if want == "no_action" && have != "no_action" {
            self.false_banners.push(name.clone());
        }
        if ["remove", "add"]
            .iter()
            .any(|field| unexpected_tag(expected.get(*field), given.get(*field)))
        {
            self.wrong_tags.push(name.clone());
        }
        *self.stages.entry((want, have)).or_default() += 1;
        self.cases += 1;
        if wrong.is_empty() {
            self.right += 1;
        } else {
            self.describe(&name, &wrong, assessment);
        }
        Ok(())
    }

    fn describe(&mut self, name: &str, wrong: &[String], assessment: &Assessment) {
        let _ = writeln!(self.failures, "{name}");
        wrong.iter().for_each(|wrong| {
            let _ = writeln!(self.failures, "    {wrong}");
        });
        for evidence in &assessment.evidence {
            let quote: String = evidence.quote.chars().take(160).collect();
            let _ = writeln!(self.failures, "      {:?}: {:?}", evidence.supports, quote);
        }
    }

    /// The score as a report.
    pub fn report(&self, verbose: bool) -> String {
        let mut text = String::new();
        if verbose {
            let _ = writeln!(text, "{}", self.failures);
        }
        let _ = writeln!(
            text,
            "{} of {} cases right in every field",
            self.right, self.cases
        );
        for field in FIELDS {
            if let Some((right, all)) = self.fields.get(field) {
                let _ = writeln!(text, "  {field:<18}{right:>4} of {all:<4}");
            }
        }
        let _ = writeln!(
            text,
            "wrong tags: {} {}",
            self.wrong_tags.len(),
            self.wrong_tags.join(", ")
        );
        let _ = writeln!(
            text,
            "false banners: {} {}",
            self.false_banners.len(),
            self.false_banners.join(", ")
        );
        let _ = writeln!(text, "stages, expected -> given:");
        for ((want, have), count) in &self.stages {
            let mark = if want == have { ' ' } else { '!' };
            let _ = writeln!(text, "{mark} {want:<20} {have:<20} {count}");
        }
        text
    }
}

/// Lists are compared as sets.
fn same(want: &Value, have: &Value) -> bool {
    match (want.as_array(), have.as_array()) {
        (Some(want), Some(have)) => {
            want.len() == have.len() && want.iter().all(|item| have.contains(item))
        }
        _ => want == have,
    }
}

fn unexpected_tag(want: Option<&Value>, have: Option<&Value>) -> bool {
    let want = want.and_then(Value::as_array);
    have.and_then(Value::as_array)
        .is_some_and(|have| want.is_some_and(|want| have.iter().any(|tag| !want.contains(tag))))
}
