//! Who stays where they are: "we remain on GitLab.com".

use crate::judge::{Line, Place};
use crate::lexicon::{Class, beside};
use crate::signals::frame;

/// "we remain on self-managed for the foreseeable future", "we stay on GitLab.com".
pub(super) fn stays(line: &Line, clause: &Place) -> bool {
    let for_good = line.has_in(Class::ForGood, clause)
        && line.offerings_in(clause).next().is_some()
        && line
            .marks_in(Class::Stay, clause)
            .any(|mark| !matches!(line.word(mark.tokens.end), "read" | "up" | "running"));
    let moves = |place: &Place| line.has_in(Class::Move, place) || line.has_in(Class::Leave, place);
    for_good && !moves(clause) || stays_outright(line, clause, moves)
}

/// "we remain on GitLab.com", "they stay self-managed", "we stay where we are": said of the whole
/// customer and of no time, it needs no word of good.
fn stays_outright(line: &Line, clause: &Place, moves: impl Fn(&Place) -> bool) -> bool {
    line.marks_in(Class::Stay, clause).any(|mark| {
        let phrase = frame::phrase(line, mark.tokens.start);
        let subject = mark.tokens.start.saturating_sub(5).max(clause.start)..mark.tokens.start;
        // "We dropped GitLab.com and stay self-managed."
        let opening = clause.start..(clause.start + 3).min(mark.tokens.start);
        let joined = mark
            .tokens
            .start
            .checked_sub(1)
            .is_some_and(|at| line.word(at) == "and")
            && line.says(&opening, beside::WHO_STAYS);
        let of_customer = (joined || line.says(&subject, beside::WHO_STAYS))
            && !line.says(&subject, beside::NOT_ALL_STAY);
        let where_now = (mark.tokens.end..mark.tokens.end + 4).any(|at| {
            line.word(at) == "where"
                && matches!(line.word(at + 1), "we" | "they")
                && line.word(at + 2) == "are"
        });
        let keeps = matches!(line.word(mark.tokens.start), "keep" | "keeps" | "keeping");
        let place = mark.tokens.end..(mark.tokens.end + 5).min(clause.end);
        let on_offering = line.offerings_in(&place).any(|(_, name)| {
            (mark.tokens.end..name.tokens.start).all(|at| beside::STAYS_ON.contains(&line.word(at)))
        });
        of_customer
            && (!keeps || is_all_said(line, &place))
            && (where_now || on_offering)
            && !moves(&phrase)
            && !line.says(&phrase, beside::FOR_NOW)
    })
}

/// "they keep their on-prem GitLab.": nothing says what for or how long.
fn is_all_said(line: &Line, place: &Place) -> bool {
    line.offerings_in(place).any(|(_, name)| {
        let rest = (name.tokens.end..name.tokens.end + 2).find(|&at| {
            !matches!(
                line.word(at),
                "gitlab" | "server" | "instance" | "installation" | "one" | "subscription"
            )
        });
        rest.is_some_and(|at| {
            matches!(
                line.word(at),
                "" | "," | "." | ")" | "after" | "instead" | "for" | "indefinitely"
            ) && !(line.word(at) == "for" && line.word(at + 1) != "good")
        })
    })
}
