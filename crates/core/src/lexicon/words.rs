//! Which words and phrases of the language mean what: a file of `data/lexicon` for each class, a
//! phrase a line, sorted. They are written folded: lower case, without accents, contractions in
//! their long form, a space for a hyphen; `_` stands for one to four words. A line that begins
//! with `#` says what the class is.

use super::Class;

/// All phrases that do not depend on the policy, with their class.
pub(super) fn words() -> impl Iterator<Item = (&'static str, Class)> {
    FILES.iter().flat_map(|(class, file)| {
        file.lines()
            .filter(|line| !line.starts_with('#'))
            .map(|phrase| (phrase, *class))
    })
}

const FILES: &[(Class, &str)] = &[
    (Class::Move, include_str!("../../data/lexicon/move.txt")),
    (Class::Carry, include_str!("../../data/lexicon/carry.txt")),
    (Class::Leave, include_str!("../../data/lexicon/leave.txt")),
    (
        Class::UntilNow,
        include_str!("../../data/lexicon/until_now.txt"),
    ),
    (Class::Arrive, include_str!("../../data/lexicon/arrive.txt")),
    (
        Class::Between,
        include_str!("../../data/lexicon/between.txt"),
    ),
    (Class::Not, include_str!("../../data/lexicon/not.txt")),
    (Class::Hedge, include_str!("../../data/lexicon/hedge.txt")),
    (
        Class::Decided,
        include_str!("../../data/lexicon/decided.txt"),
    ),
    (Class::Cancel, include_str!("../../data/lexicon/cancel.txt")),
    (Class::Resume, include_str!("../../data/lexicon/resume.txt")),
    (
        Class::Stopped,
        include_str!("../../data/lexicon/stopped.txt"),
    ),
    (Class::Stay, include_str!("../../data/lexicon/stay.txt")),
    (
        Class::ForGood,
        include_str!("../../data/lexicon/for_good.txt"),
    ),
    (Class::Finish, include_str!("../../data/lexicon/finish.txt")),
    (
        Class::LongAgo,
        include_str!("../../data/lexicon/long_ago.txt"),
    ),
    (
        Class::Partial,
        include_str!("../../data/lexicon/partial.txt"),
    ),
    (Class::Third, include_str!("../../data/lexicon/third.txt")),
    (
        Class::OtherThing,
        include_str!("../../data/lexicon/other_thing.txt"),
    ),
    (Class::Whole, include_str!("../../data/lexicon/whole.txt")),
    (Class::Plan, include_str!("../../data/lexicon/plan.txt")),
    (Class::Given, include_str!("../../data/lexicon/given.txt")),
    (Class::Ask, include_str!("../../data/lexicon/ask.txt")),
    (
        Class::LevelWord,
        include_str!("../../data/lexicon/level_word.txt"),
    ),
    (
        Class::DateWord,
        include_str!("../../data/lexicon/date_word.txt"),
    ),
    (Class::Due, include_str!("../../data/lexicon/due.txt")),
    (
        Class::Approve,
        include_str!("../../data/lexicon/approve.txt"),
    ),
    (
        Class::Contract,
        include_str!("../../data/lexicon/contract.txt"),
    ),
    (
        Class::Otherwise,
        include_str!("../../data/lexicon/otherwise.txt"),
    ),
    (Class::Have, include_str!("../../data/lexicon/have.txt")),
    (Class::Future, include_str!("../../data/lexicon/future.txt")),
    (Class::Same, include_str!("../../data/lexicon/same.txt")),
    (
        Class::Withdraw,
        include_str!("../../data/lexicon/withdraw.txt"),
    ),
    (
        Class::Trouble,
        include_str!("../../data/lexicon/trouble.txt"),
    ),
    (Class::Fine, include_str!("../../data/lexicon/fine.txt")),
];

#[cfg(test)]
mod tests {
    use super::FILES;

    #[test]
    fn every_file_says_what_its_class_is_and_is_sorted_without_doubles() {
        for (class, file) in FILES {
            let mut lines = file.lines();
            let heading = lines.next().unwrap_or_default();
            assert!(heading.starts_with("# "), "{class:?}: no heading");
            let phrases: Vec<&str> = lines.collect();
            assert!(!phrases.is_empty(), "{class:?}: no phrase");
            for pair in phrases.windows(2) {
                assert!(pair[0] < pair[1], "{class:?}: {pair:?}");
            }
        }
    }
}
