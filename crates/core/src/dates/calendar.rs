//! Days of the calendar, without panic.

use chrono::{Datelike, Days, Months, NaiveDate};

pub(super) fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

/// Years of two digits are 20YY.
pub(super) fn full_year(number: u32, digits: usize) -> Option<i32> {
    match digits {
        2 => i32::try_from(2000 + number).ok(),
        4 if (1990..=2100).contains(&number) => i32::try_from(number).ok(),
        _ => None,
    }
}

pub(super) fn end_of_month(year: i32, month: u32) -> Option<NaiveDate> {
    day(year, month, 1)?
        .checked_add_months(Months::new(1))?
        .checked_sub_days(Days::new(1))
}

pub(super) fn end_of_quarter(year: i32, quarter: u32) -> Option<NaiveDate> {
    end_of_month(year, quarter.checked_mul(3)?)
}

/// The next day of that month and number, on or after `reference`.
pub(super) fn next_day(reference: NaiveDate, month: u32, number: u32) -> Option<NaiveDate> {
    (reference.year()..=reference.year() + 8)
        .filter_map(|year| day(year, month, number))
        .find(|day| *day >= reference)
}

/// The last day of the next such month; the month that `reference` is in counts.
pub(super) fn next_month_end(reference: NaiveDate, month: u32) -> Option<NaiveDate> {
    let year = reference.year() + i32::from(month < reference.month());
    end_of_month(year, month)
}

pub(super) fn next_quarter_end(reference: NaiveDate, quarter: u32) -> Option<NaiveDate> {
    let year = reference.year() + i32::from(quarter < quarter_of(reference));
    end_of_quarter(year, quarter)
}

pub(super) fn quarter_of(date: NaiveDate) -> u32 {
    date.month0() / 3 + 1
}

pub(super) fn add_days(date: NaiveDate, days: u32) -> Option<NaiveDate> {
    date.checked_add_days(Days::new(u64::from(days)))
}

/// A month from the 31st is the last day of the month.
pub(super) fn add_months(date: NaiveDate, months: u32) -> Option<NaiveDate> {
    date.checked_add_months(Months::new(months))
}
