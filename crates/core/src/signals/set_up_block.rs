//! # Set-up block
//!
//! What it does: reads the block that Support Ops wrote into an organization's notes: starting
//! product, ending product, and the tags of both sides.
//!
//! Why: with tags for both sides the migration is set up, whatever tags the organization has.
//!
//! Example: "Migration information: / * Starting product: SM / * Ending product: SaaS / *
//! Self-managed tag(s): premium / * SaaS tag(s): silver"

use crate::judge::{Doc, Line};
use crate::policy::{Policy, SupportTag};

/// A filled-in block.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Block {
    /// The starting product's offering.
    pub(crate) from: Option<usize>,
    /// The ending product's offering.
    pub(crate) to: Option<usize>,
    /// Named tags.
    pub(crate) tags: Vec<NamedTag>,
    /// The line that the block starts at.
    pub(crate) at: usize,
}

/// A tag that a block names, by the policy's table or only by a level's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NamedTag {
    pub(crate) offering: usize,
    pub(crate) level: usize,
    /// As written, where it is a tag of the policy's table.
    pub(crate) tag: Option<String>,
}

/// The last block of a text that names at least one product.
pub(crate) fn find(policy: &Policy, doc: &Doc) -> Option<Block> {
    let mut block = Block::default();
    let mut seen = false;
    for (at, line) in doc.lines.iter().enumerate() {
        let Some((key, value)) = entry(line) else {
            continue;
        };
        let named = || {
            line.offerings_in(&(value..line.sentence.tokens.len()))
                .map(|(offering, _)| offering)
                .next()
        };
        match key {
            Key::Starting => {
                block = Block {
                    from: named(),
                    at,
                    ..Block::default()
                };
            }
            Key::Ending => block.to = named(),
            Key::Tags(offering) => block.tags.extend(tags(policy, line, value, offering)),
        }
        seen |= block.from.is_some() || block.to.is_some();
    }
    seen.then_some(block)
}

enum Key {
    Starting,
    Ending,
    Tags(usize),
}

/// Whether a line is an entry of a block, filled in or not.
pub(crate) fn is_entry(line: &Line) -> bool {
    entry(line).is_some()
}

/// The key of a line, and the token at which its value starts.
fn entry(line: &Line) -> Option<(Key, usize)> {
    let colon = line
        .sentence
        .tokens
        .iter()
        .position(|token| token.is_punct(':'))?;
    let words: Vec<&str> = (0..colon)
        .map(|at| line.word(at))
        .filter(|word| !matches!(*word, "*" | "-" | "•" | "+"))
        .collect();
    let key = match words.as_slice() {
        [
            "starting" | "start" | "source" | "from",
            "product" | "offering",
        ] => Key::Starting,
        ["ending" | "end" | "target" | "to", "product" | "offering"] => Key::Ending,
        words if words.iter().any(|word| matches!(*word, "tag" | "tags")) => Key::Tags(
            line.offerings_in(&(0..colon))
                .map(|(offering, _)| offering)
                .next()?,
        ),
        _ => return None,
    };
    Some((key, colon + 1))
}

fn tags(policy: &Policy, line: &Line, value: usize, offering: usize) -> Vec<NamedTag> {
    let of_offering = |tag: &&SupportTag| policy.offering_index(tag) == Some(offering);
    (value..line.sentence.tokens.len())
        .filter_map(|at| {
            let word = line.word(at);
            let tag = policy
                .tags
                .iter()
                .filter(of_offering)
                .find(|tag| tag.tag == word);
            let level = match tag {
                Some(tag) => policy.levels.iter().position(|level| level.id == tag.level),
                None => line.levels_in(&(at..at + 1)).map(|(level, _)| level).next(),
            };
            level.map(|level| NamedTag {
                offering,
                level,
                tag: tag.map(|tag| tag.tag.clone()),
            })
        })
        .collect()
}

#[cfg(test)]
pub(crate) const CARD: super::Card = super::Card {
    name: "set-up block",
    source: include_str!("set_up_block.rs"),
    finds: &[
        "Migration information:\n* Starting product: SM\n* Ending product: SaaS\n* Self-managed tag(s): premium\n* SaaS tag(s): silver",
        "Starting product: SaaS\nEnding product: SM",
    ],
    passes: &[
        "Migration information:\n- Starting product:\n- Ending product:",
        "Product: GitLab.com",
    ],
    found: |text| {
        find(
            &Policy::gitlab(),
            &super::tests::doc(text, crate::judge::Author::Organization, true),
        )
        .is_some()
    },
};
