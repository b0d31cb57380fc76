//! Futures that never wait: nothing in a fuzz target happens later.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// The result of a future that is ready whenever it is asked.
///
/// # Panics
/// It waits for something.
pub fn at_once<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(result) => result,
        Poll::Pending => unreachable!("a future waits where nothing is to come"),
    }
}
