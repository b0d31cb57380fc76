//! The tag change protocol against a Zendesk in memory, in which everything that can come between
//! two of Ferry's calls does, at random but repeatably.
//!
//! `FERRY_INTERLEAVINGS` says how many (a long run: 1000000, with `--release`), `FERRY_SEED` where
//! to begin. A violation prints its seed and the whole course of events.

mod actors;
mod answers;
mod bodies;
mod faults;
mod ferry;
mod invariants;
mod random;
mod scenario;
mod statistics;
mod tags;
mod world;

use std::time::Instant;

use ferry::Sabotage;
use statistics::Statistics;

#[test]
fn whatever_comes_between_the_invariants_hold() {
    let count = number("FERRY_INTERLEAVINGS").unwrap_or(20_000);
    let first = number("FERRY_SEED").unwrap_or(0);
    let began = Instant::now();
    let workers = std::thread::available_parallelism().map_or(1, |n| n.get() as u64);
    let total = std::thread::scope(|scope| {
        let share = |worker: u64| {
            (first..first + count)
                .skip(worker as usize)
                .step_by(workers as usize)
        };
        let work = |worker: u64| move || share(worker).map(run).sum::<Statistics>();
        let handles: Vec<_> = (0..workers)
            .map(|worker| scope.spawn(work(worker)))
            .collect();
        handles
            .into_iter()
            .map(|handle| handle.join().expect("no violation"))
            .sum::<Statistics>()
    });
    let seconds = began.elapsed().as_secs_f64();
    println!("{total}");
    println!(
        "{count} interleavings in {seconds:.1} s: {:.0} a second",
        count as f64 / seconds
    );
    total.check_that_everything_happened(count);
}

/// Runs one interleaving; what it violates is told with all that led to it.
fn run(seed: u64) -> Statistics {
    let (statistics, violations) = scenario::run(seed, Sabotage::None, false);
    if !violations.is_empty() {
        scenario::run(seed, Sabotage::None, true);
    }
    assert!(violations.is_empty(), "seed {seed}: {violations:#?}");
    statistics
}

/// The invariants are worth something only if a protocol that breaks them is found out.
#[test]
fn a_broken_protocol_is_found_out() {
    #[track_caller]
    fn check(sabotage: Sabotage, within: u64) {
        let found = (0..within).find(|&seed| !scenario::run(seed, sabotage, false).1.is_empty());
        println!("{sabotage:?}: found at seed {found:?}");
        assert!(
            found.is_some(),
            "{sabotage:?} was not found within {within} interleavings"
        );
    }
    check(Sabotage::NoSecond, 20_000);
    check(Sabotage::NoProtection, 20_000);
    check(Sabotage::OneTagMore, 100);
    check(Sabotage::OneTagLess, 100);
    check(Sabotage::ReplaysReading, 100);
    check(Sabotage::ReportsDone, 1_000);
}

fn number(variable: &str) -> Option<u64> {
    std::env::var(variable).ok()?.replace('_', "").parse().ok()
}
