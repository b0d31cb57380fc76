//! Names of offerings that are used for something else: "a dedicated server", "self-managed
//! runners", "Jenkins (self-hosted)".

use std::ops::Range;

use super::Class;
use crate::text::{Kind, Token};

/// Nouns after which any offering's name is an adjective.
const NOUNS: &[&str] = &[
    "runner",
    "runners",
    "agent",
    "agents",
    "executor",
    "jenkins",
    "github",
    "bitbucket",
    "jira",
    "artifactory",
    "nexus",
    "linux",
    "team",
    "teams",
    "engineer",
    "engineers",
    "host",
    "hosts",
    "vm",
    "vms",
    "machine",
    "machines",
    "node",
    "nodes",
    "channel",
    "slack",
    "subnet",
    "storage",
    "volume",
    "disk",
    "line",
    "hardware",
    "person",
    "people",
    "macos",
    "windows",
    "gitea",
    "sentry",
    "prometheus",
    "grafana",
    "kubernetes",
    "k8s",
    "mail",
    "smtp",
    "proxy",
    "user",
    "bot",
    "contact",
    "database",
    "databases",
    "db",
    "postgres",
    "postgresql",
    "pg",
    "mysql",
    "elasticsearch",
    "opensearch",
    "ldap",
    "nfs",
    "s3",
    "minio",
    "gitaly",
    "keycloak",
    "vault",
    "redis",
    "ai",
    "aigw",
    "gateway",
    "model",
    "models",
    "llm",
    "vllm",
    "duo",
    "sonarqube",
    "mattermost",
];

/// Nouns of the support desk and of pages, after which it is only theirs: "the SM queue".
const DESK_NOUNS: &[&str] = &[
    "form",
    "queue",
    "queues",
    "ticket",
    "tickets",
    "docs",
    "folks",
    "sre",
    "login",
    "registry",
    "portal",
    "button",
    "colleague",
    "colleagues",
    "specialists",
];

/// Nouns after which a name that is an English adjective is just that.
const ADJECTIVE_NOUNS: &[&str] = &[
    "server",
    "servers",
    "ec2",
    "box",
    "boxes",
    "cluster",
    "environment",
    "infrastructure",
    "gpu",
    "cpu",
    "resources",
    "connection",
    "namespace",
    "page",
    "section",
    "domain",
    "repo",
    "repository",
    "account",
    "admin",
    "link",
    "network",
    "vlan",
    "ci",
    "instances",
    "virtual",
    "bare",
    "metal",
    "aws",
    "mac",
    "physical",
];

/// Nouns after which it is the offering even behind an article: "a Dedicated tenant".
const OFFERING_NOUNS: &[&str] = &[
    "tenant",
    "customer",
    "customers",
    "instance",
    "subscription",
    "offering",
];

/// Names that are English adjectives as well.
const ADJECTIVES: &[&str] = &["dedicated", "hosted", "managed", "private", "public"];

/// Other vendors' products that are hosted in the same ways.
const PRODUCTS: &[&str] = &[
    "jenkins",
    "github",
    "bitbucket",
    "jira",
    "artifactory",
    "nexus",
    "sonarqube",
    "vault",
    "keycloak",
];

pub(super) fn is_other_use(tokens: &[Token], at: &Range<usize>, class: Class) -> bool {
    let word = |index: usize| tokens.get(index).map_or("", |token| token.norm.as_str());
    let back = |steps: usize| at.start.checked_sub(steps).map_or("", word);
    if matches!(class, Class::Level(_)) {
        // "on prem" is a place, no level.
        return word(at.start) == "prem" && back(1) == "on";
    }
    if matches!(class, Class::Described(_)) {
        // "multi-tenant gitlab.com"
        return word(at.start) == "tenant" && matches!(back(1), "multi" | "entra" | "azure");
    }
    if !matches!(class, Class::Offering(_)) {
        return false;
    }
    let next = word(at.end);
    let is_product = PRODUCTS.contains(&back(1)) || (back(1) == "(" && PRODUCTS.contains(&back(2)));
    is_product
        || NOUNS.contains(&next)
        || DESK_NOUNS.contains(&next)
        || is_glued(tokens, at)
        || is_adjective(&word, at, back(1))
}

/// "saas-linux-medium": a part of a longer name.
fn is_glued(tokens: &[Token], at: &Range<usize>) -> bool {
    let first = tokens.get(at.start).map_or("", |token| token.norm.as_str());
    let next = tokens.get(at.end);
    at.len() == 1
        && first.chars().all(char::is_alphabetic)
        && next.is_some_and(|next| {
            !next.spaced && next.kind == Kind::Word && NOUNS.contains(&next.norm.as_str())
        })
}

/// "a dedicated server", "is dedicated to", "dedicated (EC2 hosts)".
fn is_adjective<'a>(word: &impl Fn(usize) -> &'a str, at: &Range<usize>, before: &str) -> bool {
    if at.len() != 1 || !ADJECTIVES.contains(&word(at.start)) {
        return false;
    }
    let next = word(at.end);
    let article = matches!(
        before,
        "a" | "an" | "is" | "be" | "are" | "more" | "fully" | "very" | "separate"
    );
    let noun = |word: &str| ADJECTIVE_NOUNS.contains(&word) || NOUNS.contains(&word);
    let opened = next == "(" && (at.end + 1..at.end + 4).any(|index| noun(word(index)));
    noun(next) || opened || (article && !OFFERING_NOUNS.contains(&next))
}
