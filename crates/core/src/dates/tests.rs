use chrono::NaiveDate;

use super::*;
use crate::text::tokenize;

/// Reads `text` as written on 2026-11-23.
fn check(text: &str, expected: &str) {
    let mut tokens = Vec::new();
    tokenize(text, 0..text.len(), &mut tokens);
    let reference = NaiveDate::from_ymd_opt(2026, 11, 23);
    let found: Vec<_> = find(&tokens, reference)
        .into_iter()
        .map(|mention| match mention.when {
            When::Day(day) => day.to_string(),
            When::Unclear => "?".to_owned(),
        })
        .collect();
    assert_eq!(found.join(" "), expected, "{text}");
}

#[test]
fn days_in_any_order() {
    check("2027-01-31", "2027-01-31");
    check("until 2027/01/31.", "2027-01-31");
    check("on 2027-01-31T12:00:00Z", "2027-01-31");
    check("31 January 2027", "2027-01-31");
    check("the 28th of February 2027", "2027-02-28");
    check("January 29, 2027", "2027-01-29");
    check("Feb 26th, 2027 at the latest", "2027-02-26");
    check("2027 January 31", "2027-01-31");
    check("26-Feb-27", "2027-02-26");
    check("31. März 2027", "2027-03-31");
    check("le 31 mars 2027", "2027-03-31");
}

#[test]
fn without_a_year_the_next_one_counts() {
    check("December 20", "2026-12-20");
    check("20 Nov", "2027-11-20");
    check("23 Nov", "2026-11-23");
    check("29 February", "2028-02-29");
    check("by 31.12.", "2026-12-31");
}

#[test]
fn months_quarters_and_ends() {
    check("in January 2027", "2027-01-31");
    check("by February", "2027-02-28");
    check("end of Feb", "2027-02-28");
    check("end of Q1 2027", "2027-03-31");
    check("Q1", "2027-03-31");
    check("Q4", "2026-12-31");
    check("second quarter of 2027", "2027-06-30");
    check("1Q27", "2027-03-31");
    check("the end of the year", "2026-12-31");
    check("end of next month", "2026-12-31");
    check("end of month", "2026-11-30");
    check("EOY", "2026-12-31");
    check("by year-end", "2026-12-31");
    check("the end of 2027", "2027-12-31");
    check("end of next year", "2027-12-31");
}

#[test]
fn ranges_end_on_their_last_day() {
    check("10-20 January 2027", "2027-01-20");
    check("from 1 March 2027 to 15 April 2027", "2027-04-15");
    check("between January 10 and January 20", "2027-01-20");
    check("January - March 2027", "2027-03-31");
    check("2027-01-01 - 2027-02-15", "2027-02-15");
}

#[test]
fn counted_from_the_day_of_writing() {
    check("in 8 weeks", "2027-01-18");
    check("in about six weeks", "2027-01-04");
    check("within three months", "2027-02-23");
    check("in 10 days", "2026-12-03");
    check("in a month", "2026-12-23");
    check("ten weeks from now", "2027-02-01");
    check("in 6-8 weeks", "2027-01-18");
}

#[test]
fn a_month_from_the_31st_ends_on_the_last_day() {
    let mut tokens = Vec::new();
    let text = "in one month";
    tokenize(text, 0..text.len(), &mut tokens);
    let found = find(&tokens, NaiveDate::from_ymd_opt(2027, 1, 31));
    assert_eq!(
        found.first().map(|mention| mention.when),
        NaiveDate::from_ymd_opt(2027, 2, 28).map(When::Day)
    );
}

#[test]
fn numeric_only_where_it_can_be_read_one_way() {
    check("15/01/2027", "2027-01-15");
    check("12/31/2026", "2026-12-31");
    check("31.12.26", "2026-12-31");
    check("05/05/2027", "2027-05-05");
    check("03/04/2027", "?");
    check("3.4.2027", "?");
}

#[test]
fn other_forms_are_unclear_or_nothing() {
    check("mid-March", "?");
    check("early January 2027", "?");
    check("fiscal Q1", "?");
    check("Q1 FY27", "?");
    check("by Friday", "");
    check("next month", "");
    check("we may go", "");
    check("version 18.5.2 and 17.11", "");
    check("image 14/200", "");
    check("10.20.4.12", "");
    check("31 February 2027", "?");
}
