//! How fast Zendesk is asked. Its smallest plans allow 200 calls a minute, and the agent's own page
//! needs most of them.

use std::cell::RefCell;
use std::collections::VecDeque;

use ferry_web::clock;

const MINUTE_MS: f64 = 60_000.0;
const CALLS_A_MINUTE: usize = 100;

/// The times of the last minute's calls.
#[derive(Debug, Default)]
pub(crate) struct Pace(RefCell<VecDeque<f64>>);

impl Pace {
    /// Waits until one more call fits into the minute, and counts it.
    pub(crate) async fn turn(&self) {
        loop {
            let now = clock::milliseconds();
            let wait = wait(&mut self.0.borrow_mut(), now);
            match wait {
                None => return,
                Some(milliseconds) => clock::sleep(milliseconds).await,
            }
        }
    }
}

/// `None`: the call is counted at `now`. Otherwise how long to wait before asking again.
fn wait(calls: &mut VecDeque<f64>, now: f64) -> Option<u32> {
    while calls.front().is_some_and(|call| now - call >= MINUTE_MS) {
        calls.pop_front();
    }
    match calls.front() {
        Some(first) if calls.len() >= CALLS_A_MINUTE => {
            let left = (MINUTE_MS - (now - first)).clamp(1.0, MINUTE_MS).ceil();
            // Between one and 60,000.
            #[allow(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "see above"
            )]
            Some(left as u32)
        }
        _ => {
            calls.push_back(now);
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::VecDeque;

    use super::{CALLS_A_MINUTE, wait};

    #[test]
    fn as_many_calls_as_a_minute_allows_and_then_a_wait() {
        let mut calls = VecDeque::new();
        for call in 0..CALLS_A_MINUTE {
            assert_eq!(wait(&mut calls, 1_000.0), None, "call {call}");
        }
        assert_eq!(wait(&mut calls, 11_000.0), Some(50_000));
        assert_eq!(wait(&mut calls, 61_000.0), None);
    }

    #[test]
    fn a_clock_that_is_set_back_does_not_stop_everything() {
        let mut calls = VecDeque::from(vec![9e9; CALLS_A_MINUTE]);
        assert_eq!(wait(&mut calls, 0.0), Some(60_000));
    }
}
