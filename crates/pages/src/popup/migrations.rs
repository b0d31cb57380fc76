//! Which of the agent's tickets are migrations, and in which order they are listed.

use ferry_core::{Assessment, NaiveDate, Stage};

/// A ticket that is a migration.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Found {
    pub(crate) host: String,
    pub(crate) subject: String,
    pub(crate) assessment: Assessment,
}

/// A part of the list, in its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Part {
    Expired,
    Contact,
    OpsIssue,
    SetUp,
    Retag,
    Done,
}

impl Part {
    pub(crate) const ALL: [Self; 6] = [
        Self::Expired,
        Self::Contact,
        Self::OpsIssue,
        Self::SetUp,
        Self::Retag,
        Self::Done,
    ];

    /// Where a ticket is listed; `None`: it is no migration.
    pub(crate) fn of(stage: Stage) -> Option<Self> {
        Some(match stage {
            Stage::Expired => Self::Expired,
            Stage::ContactCustomer | Stage::AwaitCustomer => Self::Contact,
            Stage::OpenOpsIssue => Self::OpsIssue,
            Stage::AwaitSupportOps => Self::SetUp,
            Stage::Retag | Stage::AskSupportOps => Self::Retag,
            Stage::Done => Self::Done,
            Stage::NoAction => return None,
        })
    }

    /// The name of its heading.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Expired => "part_expired",
            Self::Contact => "step_contact",
            Self::OpsIssue => "step_ops_issue",
            Self::SetUp => "step_set_up",
            Self::Retag => "step_retag",
            Self::Done => "part_done",
        }
    }

    /// The number of its step, where it is one.
    pub(crate) fn number(self) -> Option<u8> {
        match self {
            Self::Contact => Some(1),
            Self::OpsIssue => Some(2),
            Self::SetUp => Some(3),
            Self::Retag => Some(4),
            Self::Expired | Self::Done => None,
        }
    }

    /// A stable name for tests.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Expired => "expired",
            Self::Contact => "contact",
            Self::OpsIssue => "ops-issue",
            Self::SetUp => "set-up",
            Self::Retag => "retag",
            Self::Done => "done",
        }
    }
}

/// The tickets of a part: what is to be done before what is waited for, earlier dates first.
pub(crate) fn listed(found: &[Found], part: Part) -> Vec<Found> {
    let of_part = |found: &&Found| Part::of(found.assessment.stage) == Some(part);
    let mut tickets: Vec<Found> = found.iter().filter(of_part).cloned().collect();
    tickets.sort_by(|a, b| order(a).cmp(&order(b)));
    tickets
}

fn order(found: &Found) -> (bool, NaiveDate, &str, u64) {
    let Found {
        host, assessment, ..
    } = found;
    let waits = matches!(
        assessment.stage,
        Stage::AwaitCustomer | Stage::AwaitSupportOps
    );
    let date = assessment.target_date.unwrap_or(NaiveDate::MAX);
    (waits, date, host, assessment.ticket_id)
}

#[cfg(test)]
mod tests {
    use ferry_core::{Assessment, NaiveDate, Stage};

    use super::{Found, Part, listed};

    fn found(ticket_id: u64, stage: Stage, day: Option<u32>) -> Found {
        Found {
            host: "gitlab.zendesk.com".to_owned(),
            subject: String::new(),
            assessment: Assessment {
                ticket_id,
                stage,
                problem_offering: None,
                from: None,
                to: None,
                level: None,
                target_date: day.and_then(|day| NaiveDate::from_ymd_opt(2026, 12, day)),
                remove: Vec::new(),
                add: Vec::new(),
                ops_issue: None,
                evidence: Vec::new(),
                warnings: Vec::new(),
            },
        }
    }

    #[test]
    fn expired_ones_come_first_and_ordinary_tickets_not_at_all() {
        let all = [
            found(1, Stage::Done, None),
            found(2, Stage::NoAction, None),
            found(3, Stage::Retag, None),
            found(4, Stage::Expired, Some(1)),
        ];
        let order: Vec<u64> = Part::ALL
            .into_iter()
            .flat_map(|part| listed(&all, part))
            .map(|found| found.assessment.ticket_id)
            .collect();
        assert_eq!(order, [4, 3, 1]);
    }

    #[test]
    fn within_a_step_work_comes_before_waiting_and_early_dates_before_late_ones() {
        let all = [
            found(1, Stage::AwaitCustomer, Some(1)),
            found(2, Stage::ContactCustomer, None),
            found(3, Stage::ContactCustomer, Some(9)),
            found(4, Stage::ContactCustomer, Some(2)),
        ];
        let order: Vec<u64> = listed(&all, Part::Contact)
            .iter()
            .map(|found| found.assessment.ticket_id)
            .collect();
        assert_eq!(order, [4, 3, 2, 1]);
    }
}
