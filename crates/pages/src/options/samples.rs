//! Sample tickets for trying the policy out. Everybody in them is invented.

/// Whose words a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Voice {
    /// The organization's notes.
    Notes,
    /// A colleague, internally.
    Internal,
    /// A colleague, to the customer.
    Agent,
    /// The customer.
    Customer,
}

impl Voice {
    pub(super) const ALL: [Self; 4] = [Self::Notes, Self::Internal, Self::Agent, Self::Customer];

    /// Its name in the page.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Notes => "notes",
            Self::Internal => "internal",
            Self::Agent => "agent",
            Self::Customer => "customer",
        }
    }
}

/// A sample ticket.
pub(super) struct Sample {
    pub(super) subject: &'static str,
    pub(super) form: u64,
    pub(super) tags: &'static str,
    pub(super) organization_tags: &'static str,
    pub(super) texts: &'static [(Voice, &'static str)],
}

/// One for each of the steps that look most different.
pub(super) const SAMPLES: &[Sample] = &[
    Sample {
        subject: "Import of our groups stops half way",
        form: 334_447,
        tags: "sub_sm_premium",
        organization_tags: "sub_sm_premium",
        texts: &[(
            Voice::Customer,
            "Hello, we are moving from our self-managed instance to GitLab.com. The import of \
                 two groups stops half way. What can we do?",
        )],
    },
    Sample {
        subject: "Pipelines are slow since yesterday",
        form: 334_447,
        tags: "sub_sm_premium sub_dotcom_premium",
        organization_tags: "sub_sm_premium sub_dotcom_premium",
        texts: &[
            (
                Voice::Notes,
                "This customer is migrating from Self-Managed to SaaS. Both support levels are \
                 approved until 2099-03-31.",
            ),
            (
                Voice::Customer,
                "Pipelines in our group on GitLab.com are slow since yesterday.",
            ),
        ],
    },
    Sample {
        subject: "How many seats do we need?",
        form: 334_447,
        tags: "sub_dotcom_premium",
        organization_tags: "sub_dotcom_premium",
        texts: &[(
            Voice::Customer,
            "We migrated from Jenkins to GitLab CI last year and now want to add ten seats.",
        )],
    },
];
