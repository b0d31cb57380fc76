//! The sandbox's time: the machine's, moved so that "today" is the day asked for.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

/// Tells the time in whole seconds, as Zendesk does.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Clock {
    offset: TimeDelta,
}

impl Clock {
    /// A clock on which it is `today` now; the machine's day if none is given.
    pub(crate) fn new(today: Option<NaiveDate>) -> Self {
        let offset = today.map_or(TimeDelta::zero(), |day| day - machine_now().date_naive());
        Self { offset }
    }

    /// Now, without fractions of a second: two updates in one second get the same stamp.
    pub(crate) fn now(&self) -> DateTime<Utc> {
        let now = machine_now() + self.offset;
        DateTime::from_timestamp(now.timestamp(), 0).unwrap_or(now)
    }

    /// Lets time pass at once, so that tests need not wait for limits to end.
    pub(crate) fn advance(&mut self, by: Duration) {
        self.offset += TimeDelta::from_std(by).unwrap_or(TimeDelta::zero());
    }
}

fn machine_now() -> DateTime<Utc> {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    DateTime::from_timestamp(
        since.as_secs().try_into().unwrap_or(0),
        since.subsec_nanos(),
    )
    .unwrap_or_default()
}

/// A time in Zendesk's form: `2012-04-04T09:14:57Z`.
pub(crate) fn stamp(time: DateTime<Utc>) -> String {
    time.format("%Y-%m-%dT%H:%M:%SZ").to_string()
}
