//! Host names, addresses and project paths.

use super::Mistakes;
use crate::policy::{Policy, Problem};

/// GitLab's application server takes 10,240 bytes of query; some room is left for the path.
const BUDGET: std::ops::RangeInclusive<usize> = 500..=10_000;

pub(super) fn hosts_are_host_names(policy: &Policy, mistakes: &mut Mistakes) {
    for (index, host) in policy.hosts.iter().enumerate() {
        if !host.host.is_empty() && !is_host_name(&host.host) {
            let problem = Problem::NotAHost {
                host: host.host.clone(),
            };
            mistakes.add(format!("hosts[{index}].host"), problem);
        }
    }
}

pub(super) fn ops_base_is_https(policy: &Policy, mistakes: &mut Mistakes) {
    let base = &policy.ops.base;
    if !is_https(base) || base.contains(['?', '#']) {
        let problem = Problem::NotAnInstance { base: base.clone() };
        mistakes.add("ops.base", problem);
    }
}

pub(super) fn projects_are_paths(policy: &Policy, mistakes: &mut Mistakes) {
    let trackers = policy.ops.trackers.iter().enumerate();
    let trackers = trackers.map(|(index, path)| (format!("ops.trackers[{index}]"), path));
    for (field, path) in [("ops.project".to_owned(), &policy.ops.project)]
        .into_iter()
        .chain(trackers)
    {
        if !is_project_path(path) {
            let problem = Problem::NotAProject { path: path.clone() };
            mistakes.add(field, problem);
        }
    }
}

pub(super) fn trackers_include_the_project(policy: &Policy, mistakes: &mut Mistakes) {
    let project = &policy.ops.project;
    if !policy.ops.trackers.contains(project) {
        let problem = Problem::ProjectNotCounted {
            project: project.clone(),
        };
        mistakes.add("ops.trackers", problem);
    }
}

pub(super) fn url_budget_is_usable(policy: &Policy, mistakes: &mut Mistakes) {
    let budget = policy.ops.url_budget;
    if !BUDGET.contains(&budget) {
        let problem = Problem::BudgetOutOfRange {
            budget,
            least: *BUDGET.start(),
            most: *BUDGET.end(),
        };
        mistakes.add("ops.url_budget", problem);
    }
}

pub(super) fn links_are_https(policy: &Policy, mistakes: &mut Mistakes) {
    let links = &policy.links;
    for (field, url) in [
        ("links.channel.url", &links.channel.url),
        ("links.handbook.url", &links.handbook.url),
    ] {
        if !is_https(url) {
            let problem = Problem::NotAnAddress { url: url.clone() };
            mistakes.add(field, problem);
        }
    }
}

fn is_https(url: &str) -> bool {
    let Some(rest) = url.strip_prefix("https://") else {
        return false;
    };
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (host, port) = rest[..end].split_once(':').unwrap_or((&rest[..end], "443"));
    is_host_name(host)
        && port.parse::<u16>().is_ok()
        && url.chars().all(|c| !c.is_whitespace() && !c.is_control())
}

fn is_host_name(name: &str) -> bool {
    let is_label = |label: &str| {
        let inside = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        !label.is_empty()
            && label.chars().all(inside)
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    name.len() <= 253 && name.contains('.') && name.split('.').all(is_label)
}

fn is_project_path(path: &str) -> bool {
    let is_part = |part: &str| {
        let inside = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
        part.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_')
            && part.chars().all(inside)
    };
    path.contains('/') && path.split('/').all(is_part)
}
