//! Times and dates that are written relative to today.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};

/// `-3d 09:00`: a time of a day before or after today.
pub(super) fn time(spec: &str, today: NaiveDate) -> DateTime<Utc> {
    let (days, clock) = spec.split_once("d ").unwrap_or(("0", "00:00"));
    let day = today + TimeDelta::days(days.parse().unwrap_or(0));
    let time = NaiveTime::parse_from_str(clock, "%H:%M").unwrap_or(NaiveTime::MIN);
    day.and_time(time).and_utc()
}

/// Lines of text with their dates filled in: `{iso:+60}`, `{long:+60}`; `{nest:N}` is markup N deep.
pub(super) fn text(lines: &[String], today: NaiveDate) -> Option<String> {
    let joined = lines.join("\n");
    let mut out = String::new();
    let mut rest = joined.as_str();
    while let Some(start) = rest.find(['{']) {
        out.push_str(&rest[..start]);
        rest = &rest[start..];
        let filled = rest
            .find('}')
            .and_then(|end| Some((fill(&rest[1..end], today)?, end)));
        match filled {
            Some((value, end)) => {
                out.push_str(&value);
                rest = &rest[end + 1..];
            }
            None => {
                out.push('{');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    (!out.is_empty()).then_some(out)
}

fn fill(placeholder: &str, today: NaiveDate) -> Option<String> {
    let (kind, number) = placeholder.split_once(':')?;
    let days: i64 = number.parse().ok()?;
    let day = today + TimeDelta::days(days);
    match kind {
        "iso" => Some(day.to_string()),
        "long" => Some(day.format("%-d %B %Y").to_string()),
        "nest" => Some("<b>[".repeat(usize::try_from(days).ok()?)),
        _ => None,
    }
}
