//! Which words mean what: the lexicon of the language, and the policy's own names.

pub(crate) mod beside;
mod other_use;
mod words;

use std::ops::Range;

use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use crate::policy::Policy;
use crate::text::{Kind, Token, tokenize};

/// What a word or phrase stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Class {
    /// An offering of the policy, by one of its names; its place in the policy.
    Offering(u8),
    /// What people call an instance of an offering: "our own server".
    Described(u8),
    /// What an offering runs on: it stands for the offering only as an end of a move.
    Hosted(u8),
    /// A support level of the policy.
    Level(u8),
    /// Another vendor's product.
    Foreign,
    /// Verbs and nouns of moving.
    Move,
    /// Verbs that state a move only with more beside them.
    Carry,
    /// Verbs of leaving; the object is what is left.
    Leave,
    /// "until now".
    UntilNow,
    /// Phrases of being somewhere for good.
    Arrive,
    /// "offering migration" and the like.
    Between,
    /// Negation.
    Not,
    /// What is not decided.
    Hedge,
    /// What is decided after all.
    Decided,
    /// What is taken back.
    Cancel,
    /// What is on again.
    Resume,
    /// What is done to an undertaking that is off.
    Stopped,
    /// Verbs of staying.
    Stay,
    /// "after all", "for the foreseeable future".
    ForGood,
    /// What is over.
    Finish,
    /// A time long past.
    LongAgo,
    /// A part only.
    Partial,
    /// Other companies.
    Third,
    /// Things whose move is no offering migration.
    OtherThing,
    /// The whole of something.
    Whole,
    /// A plan, or a thing under way.
    Plan,
    /// Openings of a clause that takes its content for granted.
    Given,
    /// Requests.
    Ask,
    /// "support level", "tier".
    LevelWord,
    /// "target date", "by when".
    DateWord,
    /// Words that a target date stands with.
    Due,
    /// Words of approval.
    Approve,
    /// Words of contracts.
    Contract,
    /// Words of other happenings.
    Otherwise,
    /// Having a licence now.
    Have,
    /// Having a licence later.
    Future,
    /// "the same tier".
    Same,
    /// A date or level that is open again.
    Withdraw,
    /// Words of a problem.
    Trouble,
    /// Words of no problem.
    Fine,
}

/// A phrase of the lexicon found in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mark {
    /// What it stands for.
    pub(crate) class: Class,
    /// Which tokens of the sentence it is.
    pub(crate) tokens: Range<usize>,
}

/// The compiled lexicon.
#[derive(Debug, Clone)]
pub(crate) struct Lexicon {
    /// By first word: the other words of a phrase, and what it stands for.
    phrases: FxHashMap<SmolStr, Vec<(Vec<SmolStr>, Class)>>,
}

impl Lexicon {
    pub(crate) fn new(policy: &Policy) -> Self {
        let mut lexicon = Self {
            phrases: FxHashMap::default(),
        };
        for (phrase, class) in words::words() {
            lexicon.add(phrase, class);
        }
        for (index, offering) in (0_u8..).zip(&policy.offerings) {
            offering
                .names
                .iter()
                .for_each(|name| lexicon.add(name, Class::Offering(index)));
            for name in &offering.described_as {
                match name.strip_prefix('~') {
                    Some(name) => lexicon.add(name, Class::Hosted(index)),
                    None => lexicon.add(name, Class::Described(index)),
                }
            }
        }
        for (index, level) in (0_u8..).zip(&policy.levels) {
            level
                .names
                .iter()
                .for_each(|name| lexicon.add(name, Class::Level(index)));
        }
        for tag in &policy.tags {
            if let Some(level) = policy.levels.iter().position(|level| level.id == tag.level)
                && tag.tag.contains('_')
            {
                lexicon.add(
                    &tag.tag,
                    Class::Level(u8::try_from(level).unwrap_or(u8::MAX)),
                );
            }
        }
        policy
            .foreign_products
            .iter()
            .for_each(|name| lexicon.add(name, Class::Foreign));
        lexicon
    }

    /// Adds a phrase; alternatives of a word are parted by `|`, and `_` stands for one to four
    /// words.
    fn add(&mut self, phrase: &str, class: Class) {
        for phrase in alternatives(phrase) {
            let mut words = phrase.into_iter();
            if let Some(first) = words.next() {
                let rest: Vec<SmolStr> = words.collect();
                let same_start = self.phrases.entry(first).or_default();
                // The longest first.
                let place = same_start.partition_point(|(other, _)| other.len() >= rest.len());
                same_start.insert(place, (rest, class));
            }
        }
    }

    /// The words of all phrases of some classes; `_` stands for a gap.
    pub(crate) fn phrases(&self, wanted: impl Fn(Class) -> bool) -> Vec<Vec<&str>> {
        self.phrases
            .iter()
            .flat_map(|(first, rest)| rest.iter().map(move |(rest, class)| (first, rest, class)))
            .filter(|(_, _, class)| wanted(**class))
            .map(|(first, rest, _)| {
                let rest = rest.iter().map(SmolStr::as_str);
                std::iter::once(first.as_str()).chain(rest).collect()
            })
            .collect()
    }

    /// All phrases in a sentence; of one class only the longest at each place.
    pub(crate) fn marks(&self, tokens: &[Token]) -> Vec<Mark> {
        let mut found: Vec<Mark> = Vec::new();
        for (at, token) in tokens.iter().enumerate() {
            let first = found.len();
            for (rest, class) in self.candidates(token) {
                let next = tokens.get(at + 1..).unwrap_or_default();
                let Some(length) = match_length(next, rest) else {
                    continue;
                };
                let end = at + 1 + length;
                let seen = found
                    .iter()
                    .skip(first)
                    .any(|mark| same_kind(mark.class, *class))
                    || found.iter().any(|mark| {
                        same_kind(mark.class, *class)
                            && mark.tokens.end > at
                            && mark.tokens.start < at
                    });
                if !seen && !other_use::is_other_use(tokens, &(at..end), *class) {
                    found.push(Mark {
                        class: *class,
                        tokens: at..end,
                    });
                }
            }
        }
        found
    }

    fn candidates(&self, token: &Token) -> impl Iterator<Item = &(Vec<SmolStr>, Class)> {
        let norm = token.norm.as_str();
        let key = match token.kind {
            Kind::Url | Kind::Word => host_of(norm).unwrap_or(norm),
            _ => norm,
        };
        self.phrases.get(key).into_iter().flatten()
    }
}

/// All ways to read a phrase with alternatives, each as its folded words. An alternative of
/// several words stands at the end of its group: `a|b c|d` is "a c", "b c", "a d", "b d" only
/// where each part is one word; "data center" keeps both of its words.
fn alternatives(phrase: &str) -> Vec<Vec<SmolStr>> {
    let groups = groups(phrase);
    let mut found: Vec<Vec<SmolStr>> = vec![Vec::new()];
    for group in groups {
        found = found
            .iter()
            .flat_map(|head| {
                group.iter().map(|part| {
                    let mut tokens = Vec::new();
                    tokenize(part, 0..part.len(), &mut tokens);
                    head.iter()
                        .cloned()
                        .chain(tokens.into_iter().map(|token| token.norm))
                        .collect()
                })
            })
            .collect();
    }
    found
}

/// "own|old server|data center" is the groups [own, old] and [server, data center]: a space ends
/// a group where the next word has alternatives of its own and none is open.
fn groups(phrase: &str) -> Vec<Vec<String>> {
    if !phrase.contains('|') {
        return phrase
            .split(' ')
            .map(|word| vec![word.to_owned()])
            .collect();
    }
    let (first, rest) = phrase.split_once(' ').unwrap_or((phrase, ""));
    if !first.contains('|') && !rest.is_empty() {
        let mut groups = vec![vec![first.to_owned()]];
        groups.extend(self::groups(rest));
        return groups;
    }
    let mut groups = vec![first.split('|').map(str::to_owned).collect()];
    if rest.contains('|') {
        groups.push(rest.split('|').map(str::to_owned).collect());
    } else if !rest.is_empty() {
        groups.extend(rest.split(' ').map(|word| vec![word.to_owned()]));
    }
    groups
}

/// How many tokens the rest of a phrase takes, if it is there.
fn match_length(tokens: &[Token], rest: &[SmolStr]) -> Option<usize> {
    let Some((word, more)) = rest.split_first() else {
        return Some(0);
    };
    if word == "_" {
        return (1..=4).find_map(|gap| Some(gap + match_length(tokens.get(gap..)?, more)?));
    }
    let first = tokens.first()?;
    first
        .is(word)
        .then(|| match_length(tokens.get(1..)?, more).map(|length| length + 1))?
}

/// Names of offerings exclude each other, and so do levels.
fn same_kind(one: Class, other: Class) -> bool {
    use Class::{Described, Level, Offering};
    match (one, other) {
        (Offering(_) | Described(_), Offering(_) | Described(_)) | (Level(_), Level(_)) => true,
        _ => one == other,
    }
}

/// `gitlab.com` of `https://gitlab.com/acme/app` or `gitlab.com/acme`; not of pages about the
/// product itself.
fn host_of(address: &str) -> Option<&str> {
    let rest = address
        .strip_prefix("https://")
        .or_else(|| address.strip_prefix("http://"));
    let (host, path) = rest
        .unwrap_or(address)
        .split_once('/')
        .or(rest.map(|rest| (rest, "")))?;
    let about_the_product = ["gitlab-org", "gitlab-com", "gitlab-cn", "gitlab-community"]
        .iter()
        .any(|group| path.starts_with(group));
    (!about_the_product).then_some(host)
}
