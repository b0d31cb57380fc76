//! The policy: everything that is one company's and not Ferry's.
//!
//! GitLab's values are in `data/gitlab.json`, the default.

mod check;
mod difference;
mod error;
mod locate;
mod lookup;
mod patch;
mod problem;
mod problem_words;
mod read;
#[cfg(feature = "schema")]
mod schema;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use error::{PolicyError, PolicyErrors, Position};
pub use problem::{Kind, Problem};
#[cfg(feature = "schema")]
pub use schema::policy_schema;

/// The version of the policy format that this Ferry reads.
pub const VERSION: u32 = 1;

/// Names an offering in the policy, for example `self_managed`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct OfferingId(pub String);

/// Names a support level in the policy, for example `premium`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct LevelId(pub String);

/// A company's offerings, tags, forms, trackers and texts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Policy {
    /// The policy format's version; today 1.
    pub version: u32,
    /// Whose policy it is, for people.
    pub name: String,
    /// What customers buy.
    pub offerings: Vec<Offering>,
    /// The support levels, lowest first.
    pub levels: Vec<Level>,
    /// The table of support-level tags. No other tag is ever touched.
    pub tags: Vec<SupportTag>,
    /// Tags that look like support-level tags and are none; `*` stands for anything.
    pub untouched_tags: Vec<String>,
    /// Ticket forms and what they are about.
    pub forms: Vec<Form>,
    /// Zendesk instances that the policy is for.
    pub hosts: Vec<Host>,
    /// Where Support Ops is asked.
    pub ops: Ops,
    /// Channel and handbook.
    pub links: Links,
    /// Other vendors' products; a move from or to one of them is no offering migration.
    pub foreign_products: Vec<String>,
    /// The texts that Ferry drafts.
    pub templates: Templates,
}

/// Something that customers buy and run or use.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Offering {
    /// How the policy refers to it.
    pub id: OfferingId,
    /// Its public name, for customers: "GitLab Self-Managed".
    pub name: String,
    /// Its short name, for the panel: "Self-Managed".
    pub short: String,
    /// What people call it in running text; matched without regard to case, a space in a name
    /// matches white space or a hyphen.
    pub names: Vec<String>,
    /// What people call an instance of it; it names the offering only next to words of having,
    /// leaving or moving ("our own server", "the old box"). Alternatives of a word are parted by
    /// `|` ("old|own server|box"), `_` stands for one to four words, and `~` in front marks what an
    /// offering runs on, which counts only as an end of a move ("~kubernetes").
    pub described_as: Vec<String>,
    /// The support levels that it is sold with.
    pub levels: Vec<LevelId>,
}

/// A support level.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// How the policy refers to it.
    pub id: LevelId,
    /// Its public name: "Premium".
    pub name: String,
    /// All its names in running text, old ones too.
    pub names: Vec<String>,
}

/// A tag that stands for a support level on an offering.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SupportTag {
    /// The tag as Zendesk has it.
    pub tag: String,
    /// Which offering.
    pub offering: OfferingId,
    /// Which level.
    pub level: LevelId,
    /// Which of the two schemes the tag belongs to.
    pub scheme: Scheme,
    /// `true` where the tag is no longer given; it counts, but is never added.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub legacy: bool,
}

/// A set of tags that are used together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Scheme {
    /// The scheme in use (`sub_sm_premium`).
    Current,
    /// The older one (`premium`), counted only where neither the ticket nor its organization has
    /// a tag of the current one.
    Plain,
}

/// A ticket form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Form {
    /// Zendesk's number of the form.
    pub id: u64,
    /// Its name, for people.
    pub name: String,
    /// What its tickets are about; `null`: it does not say.
    pub offering: Option<OfferingId>,
}

/// A Zendesk instance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Host {
    /// Its host name: `gitlab.zendesk.com`.
    pub host: String,
    /// Its name, for people.
    pub name: String,
    /// Whether organizations are changed through an ops issue there, or by hand.
    pub ops_issue: bool,
}

/// Where Support Ops is asked for the second support level.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Ops {
    /// The GitLab instance: `https://gitlab.com`.
    pub base: String,
    /// The project in which new issues are opened.
    pub project: String,
    /// The issue template to name, if any.
    pub template: Option<String>,
    /// Paths of all projects in which a linked issue or merge request counts as asked.
    pub trackers: Vec<String>,
    /// The budget of an encoded address, in bytes.
    pub url_budget: usize,
}

/// Where agents read and ask.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Links {
    /// The channel in which Support Ops is asked.
    pub channel: Link,
    /// The workflow's page.
    pub handbook: Link,
}

/// A named address.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// What people call it.
    pub name: String,
    /// Its address.
    pub url: String,
}

/// The texts that Ferry drafts; `{field}` is replaced by the ticket's value.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Templates {
    /// The message of step 1, by the requester's language (`en` must be there).
    pub customer_message: BTreeMap<String, String>,
    /// The reminder where the customer has not answered all of it, likewise.
    pub customer_reminder: BTreeMap<String, String>,
    /// The note for colleagues.
    pub internal_note: String,
    /// The ops issue's title.
    pub ops_title: String,
    /// The ops issue's description.
    pub ops_description: String,
}
