//! The stage rules, on top of what was found.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::findings::{Findings, Indication};
use super::problem::Problem;
use super::tags::Held;
use crate::assessment::{Assessment, Conclusion, Evidence, Source, Stage};
use crate::policy::{OfferingId, Policy, Scheme};
use crate::signals::set_up_block::NamedTag;
use crate::ticket::Record;

pub(crate) fn decide(
    policy: &Policy,
    record: &Record,
    held: &Held<'_>,
    problem: &Problem,
    findings: Findings,
    today: NaiveDate,
) -> Assessment {
    let case = Case {
        policy,
        held,
        paid: held.paid(policy),
        problem: problem.offering,
        findings: &findings,
        today,
    };
    let stage = case.stage();
    let (remove, add) = if stage == Stage::Retag {
        case.tags()
    } else {
        (Vec::new(), Vec::new())
    };
    let target_date = case.target_date();
    let offering = |index: Option<usize>| -> Option<OfferingId> {
        index
            .and_then(|index| policy.offerings.get(index))
            .map(|offering| offering.id.clone())
    };
    let mut assessment = Assessment {
        ticket_id: record.ticket.id,
        stage,
        problem_offering: offering(problem.offering),
        from: offering(findings.from),
        to: offering(findings.to),
        level: findings
            .level
            .and_then(|index| policy.levels.get(index))
            .map(|level| level.id.clone()),
        target_date,
        remove,
        add,
        ops_issue: findings.ops_issue.clone(),
        evidence: problem.evidence.clone(),
        warnings: findings.warnings.clone(),
    };
    assessment.evidence.extend(findings.evidence);
    let tags = tag_evidence(record, &assessment);
    assessment.evidence.extend(tags);
    assessment
}

struct Case<'a> {
    policy: &'a Policy,
    held: &'a Held<'a>,
    paid: BTreeSet<usize>,
    problem: Option<usize>,
    findings: &'a Findings,
    today: NaiveDate,
}

impl Case<'_> {
    fn stage(&self) -> Stage {
        if self.findings.migration == Indication::None {
            return Stage::NoAction;
        }
        if self.is_set_up() {
            self.when_set_up()
        } else {
            self.when_not_set_up()
        }
    }

    fn is_set_up(&self) -> bool {
        let paid =
            self.paid.len() >= 2 && self.findings.to.is_none_or(|to| self.paid.contains(&to));
        self.findings.migration == (Indication::Strong { certain: true })
            && (paid || self.block_names_both_sides())
    }

    fn block_tags(&self) -> &[NamedTag] {
        self.findings
            .block
            .as_ref()
            .map(|block| block.tags.as_slice())
            .unwrap_or_default()
    }

    fn block_names_both_sides(&self) -> bool {
        self.block_tags()
            .iter()
            .map(|tag| tag.offering)
            .collect::<BTreeSet<_>>()
            .len()
            >= 2
    }

    fn when_not_set_up(&self) -> Stage {
        let covered = self
            .problem
            .is_some_and(|problem| self.paid.contains(&problem));
        if self.paid.is_empty() || covered || self.is_about_a_third_offering() {
            return Stage::NoAction;
        }
        if self.paid.len() >= 2
            && self.findings.migration != (Indication::Strong { certain: true })
            && self.problem.is_none()
        {
            return Stage::NoAction;
        }
        if self.findings.ops_issue.is_some() {
            Stage::AwaitSupportOps
        } else if self.findings.level.is_some() && self.target_date().is_some() {
            Stage::OpenOpsIssue
        } else if self.findings.asked {
            Stage::AwaitCustomer
        } else {
            Stage::ContactCustomer
        }
    }

    /// The ticket is about an offering that the migration neither comes from nor goes to.
    fn is_about_a_third_offering(&self) -> bool {
        match (self.findings.from, self.findings.to, self.problem) {
            (Some(from), Some(to), Some(problem)) => problem != from && problem != to,
            _ => false,
        }
    }

    fn when_set_up(&self) -> Stage {
        if self.target_date().is_some_and(|date| date < self.today) {
            return Stage::Expired;
        }
        let Some(problem) = self.problem else {
            return Stage::AskSupportOps;
        };
        let known = self.paid.contains(&problem)
            || self.block_tags().iter().any(|tag| tag.offering == problem);
        if !known {
            return Stage::AskSupportOps;
        }
        let (remove, add) = self.tags();
        if remove.is_empty() && add.is_empty() {
            Stage::Done
        } else {
            Stage::Retag
        }
    }

    /// What is to come off the ticket and what is to go on it.
    fn tags(&self) -> (Vec<String>, Vec<String>) {
        let Some(problem) = self.problem else {
            return Default::default();
        };
        let is_of_problem =
            |tag: &&&crate::policy::SupportTag| self.policy.offering_index(tag) == Some(problem);
        let mut remove: Vec<String> = self
            .held
            .ticket
            .iter()
            .filter(|tag| !is_of_problem(tag))
            .map(|tag| tag.tag.clone())
            .collect();
        remove.sort();
        if self.held.ticket.iter().any(|tag| is_of_problem(&tag)) {
            return (remove, Vec::new());
        }
        let from_organization = self
            .held
            .organization
            .iter()
            .filter(is_of_problem)
            .max_by_key(|tag| {
                self.policy
                    .levels
                    .iter()
                    .position(|level| level.id == tag.level)
            })
            .map(|tag| tag.tag.clone());
        let add = from_organization.or_else(|| {
            let named = self
                .block_tags()
                .iter()
                .find(|tag| tag.offering == problem)?;
            self.written_in_scheme(named)
        });
        match add {
            Some(add) => (remove, vec![add]),
            // Without a tag to put on, nothing is taken off: the ticket is never left bare.
            None => Default::default(),
        }
    }

    /// A block's tag in the scheme that the ticket and its organization use.
    fn written_in_scheme(&self, named: &NamedTag) -> Option<String> {
        let nothing_held = self.held.ticket.is_empty() && self.held.organization.is_empty();
        if let Some(tag) = &named.tag {
            let scheme = self
                .policy
                .tags
                .iter()
                .find(|entry| &entry.tag == tag)
                .map(|entry| entry.scheme);
            if nothing_held || scheme == Some(self.held.scheme) {
                return Some(tag.clone());
            }
        }
        let scheme = if nothing_held {
            Scheme::Current
        } else {
            self.held.scheme
        };
        let level = self.policy.levels.get(named.level)?;
        self.policy
            .tags
            .iter()
            .find(|tag| {
                tag.scheme == scheme
                    && self.policy.offering_index(tag) == Some(named.offering)
                    && tag.level == level.id
            })
            .map(|tag| tag.tag.clone())
    }

    /// Once set up, the newest date in an internal text, and only without one the newest public
    /// one; before, the newest of all.
    fn target_date(&self) -> Option<NaiveDate> {
        let findings = self.findings;
        if !self.is_set_up() {
            return findings.any_date;
        }
        if findings.internal_date_said {
            findings.internal_date
        } else {
            findings.public_date
        }
    }
}

/// The tags that are to go, quoted from the ticket's tags.
fn tag_evidence(record: &Record, assessment: &Assessment) -> Vec<Evidence> {
    let joined = record.ticket.tags.join(" ");
    let mut start = 0;
    let mut found = Vec::new();
    for tag in &record.ticket.tags {
        if assessment.remove.contains(tag) {
            found.push(Evidence {
                source: Source::TicketTags,
                start,
                end: start + tag.len(),
                quote: joined
                    .get(start..start + tag.len())
                    .unwrap_or_default()
                    .to_owned(),
                supports: Conclusion::Tags,
            });
        }
        start += tag.len() + 1;
    }
    found
}
