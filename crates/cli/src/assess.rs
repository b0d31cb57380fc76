//! `ferry assess`: tickets in, assessments out, line by line.

use std::io::{BufRead, Write};

use anyhow::Result;
use ferry_core::{Assessment, Judge, NaiveDate};
use serde::Serialize;

use crate::record::Input;

/// One line of output.
#[derive(Serialize)]
struct Output<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    case: Option<&'a serde_json::Value>,
    #[serde(flatten)]
    assessment: &'a Assessment,
}

/// Assesses every line of `input`, in order. Returns whether all lines could be read.
///
/// # Errors
/// Where the output cannot be written or the input not be read on.
pub fn run(
    judge: &Judge,
    today: Option<NaiveDate>,
    mut input: impl BufRead,
    mut output: impl Write,
) -> Result<bool> {
    let mut fine = true;
    let mut bytes = Vec::new();
    let mut number = 0_u64;
    loop {
        bytes.clear();
        if input.read_until(b'\n', &mut bytes)? == 0 {
            break;
        }
        number += 1;
        let line = String::from_utf8_lossy(&bytes);
        if line.trim().is_empty() {
            continue;
        }
        match one(judge, today, &line) {
            Ok(text) => writeln!(output, "{text}")?,
            Err(error) => {
                fine = false;
                let error = serde_json::json!({ "error": format!("{error:#}"), "line": number });
                writeln!(output, "{error}")?;
            }
        }
    }
    output.flush()?;
    Ok(fine)
}

fn one(judge: &Judge, today: Option<NaiveDate>, line: &str) -> Result<String> {
    let input = Input::from_json(line.trim_start_matches('\u{feff}'))?;
    let assessment = judge.assess(&input.record, input.day(today)?);
    to_line(input.case.as_ref(), &assessment)
}

/// An assessment as a line of output.
pub(crate) fn to_line(case: Option<&serde_json::Value>, assessment: &Assessment) -> Result<String> {
    Ok(serde_json::to_string(&Output { case, assessment })?)
}
