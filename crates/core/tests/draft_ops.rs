//! The Support Ops issue: its address, its text, and that nothing personal is in it.

// Helpers outside of test functions are test code too.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;

use expect_test::{Expect, expect};
use ferry_core::draft::{IssueForm, Migration, OpsInput, ops_issue};
use ferry_core::{LevelId, NaiveDate, OfferingId, Policy};
use proptest::prelude::*;

fn input<'p>(policy: &'p Policy, migration: Migration) -> OpsInput<'p> {
    let host = policy.host("gitlab.zendesk.com").unwrap();
    OpsInput {
        host,
        ticket: 500_001,
        organization: Some(7001),
        migration,
    }
}

fn to_saas() -> Migration {
    Migration {
        from: Some(OfferingId("self_managed".to_owned())),
        to: Some(OfferingId("saas".to_owned())),
        level: Some(LevelId("premium".to_owned())),
        target_date: NaiveDate::from_ymd_opt(2027, 3, 31),
    }
}

fn check_text(migration: Migration, organization: Option<u64>, expected: Expect) {
    let policy = Policy::gitlab();
    let issue = ops_issue(
        &policy,
        &OpsInput {
            organization,
            ..input(&policy, migration)
        },
    );
    expected.assert_eq(&format!("{}\n\n{}\n", issue.title, issue.description));
}

fn check_form(change: impl FnOnce(&mut Policy), expected: Expect) {
    let mut policy = Policy::gitlab();
    policy.templates.ops_title = "Migration of {organization}".to_owned();
    policy.templates.ops_description = "Level: {level}\n/confidential".to_owned();
    change(&mut policy);
    let issue = ops_issue(&policy, &input(&policy, to_saas()));
    expected.assert_debug_eq(&issue.form);
}

#[test]
fn the_description_says_all_that_support_ops_needs() {
    check_text(
        to_saas(),
        Some(7001),
        expect![[r#"
        Offering migration: organization 7001 from GitLab Self-Managed to GitLab.com

        ## Request

        Support a product offering migration: please add the second support-level tag to the organization, and a note that the customer is migrating and until when this support is approved.

        - Organization in Zendesk: https://gitlab.zendesk.com/agent/organizations/7001 (ID 7001)
        - Ticket: https://gitlab.zendesk.com/agent/tickets/500001
        - Current offering: GitLab Self-Managed
        - New offering: GitLab.com
        - New support level for the organization: Premium (`sub_dotcom_premium`)
        - Target date of the migration: 2027-03-31

        Workflow: https://handbook.gitlab.com/handbook/support/workflows/handling_offer_migration_tickets/

        /confidential
    "#]],
    );
}

#[test]
fn what_is_not_known_is_said_to_be_so() {
    check_text(
        Migration::default(),
        None,
        expect![[r#"
        Offering migration: ticket 500001

        ## Request

        Support a product offering migration: please add the second support-level tag to the organization, and a note that the customer is migrating and until when this support is approved.

        - Organization in Zendesk: the ticket has none
        - Ticket: https://gitlab.zendesk.com/agent/tickets/500001
        - Current offering: not known
        - New offering: not known
        - New support level for the organization: not known
        - Target date of the migration: not known

        Workflow: https://handbook.gitlab.com/handbook/support/workflows/handling_offer_migration_tickets/

        /confidential
    "#]],
    );
    let legacy = Migration {
        level: Some(LevelId("starter".to_owned())),
        ..to_saas()
    };
    check_text(
        legacy,
        Some(7001),
        expect![[r#"
        Offering migration: organization 7001 from GitLab Self-Managed to GitLab.com

        ## Request

        Support a product offering migration: please add the second support-level tag to the organization, and a note that the customer is migrating and until when this support is approved.

        - Organization in Zendesk: https://gitlab.zendesk.com/agent/organizations/7001 (ID 7001)
        - Ticket: https://gitlab.zendesk.com/agent/tickets/500001
        - Current offering: GitLab Self-Managed
        - New offering: GitLab.com
        - New support level for the organization: Starter
        - Target date of the migration: 2027-03-31

        Workflow: https://handbook.gitlab.com/handbook/support/workflows/handling_offer_migration_tickets/

        /confidential
    "#]],
    );
}

#[test]
fn the_address_fills_in_the_whole_issue() {
    check_form(
        |_| {},
        expect![[r#"
        Prefilled {
            url: "https://gitlab.com/gitlab-com/support/support-ops/zendesk-organizations/-/issues/new?issue%5Btitle%5D=Migration%20of%207001&issue%5Bissue_type%5D=issue&issue%5Bconfidential%5D=true&issue%5Bdescription%5D=Level%3A%20Premium%0A%2Fconfidential",
        }
    "#]],
    );
    check_form(
        |policy| policy.ops.template = Some("Bug & more".to_owned()),
        expect![[r#"
            Prefilled {
                url: "https://gitlab.com/gitlab-com/support/support-ops/zendesk-organizations/-/issues/new?issue%5Btitle%5D=Migration%20of%207001&issue%5Bissue_type%5D=issue&issue%5Bconfidential%5D=true&issuable_template=Bug%20%26%20more&issue%5Bdescription%5D=Level%3A%20Premium%0A%2Fconfidential",
            }
        "#]],
    );
}

#[test]
fn beyond_the_budget_the_description_is_pasted() {
    let long = |policy: &mut Policy| policy.templates.ops_description = "移 ".repeat(700);
    check_form(
        long,
        expect![[r#"
        PasteDescription {
            url: "https://gitlab.com/gitlab-com/support/support-ops/zendesk-organizations/-/issues/new?issue%5Btitle%5D=Migration%20of%207001&issue%5Bissue_type%5D=issue&issue%5Bconfidential%5D=true",
            bytes: 8601,
            budget: 7500,
        }
    "#]],
    );
    let all_long = |policy: &mut Policy| policy.templates.ops_title = "移".repeat(900);
    check_form(
        all_long,
        expect![[r#"
        PasteDescription {
            url: "https://gitlab.com/gitlab-com/support/support-ops/zendesk-organizations/-/issues/new",
            bytes: 8319,
            budget: 7500,
        }
    "#]],
    );
}

#[test]
fn gitlabs_own_issue_fits_by_far() {
    let policy = Policy::gitlab();
    let issue = ops_issue(&policy, &input(&policy, to_saas()));
    assert!(
        matches!(&issue.form, IssueForm::Prefilled { url } if url.len() < 2_500),
        "{issue:?}"
    );
}

/// The words of a text, with an address's parts as words of their own.
fn words(text: &str) -> BTreeSet<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .map(str::to_owned)
        .collect()
}

/// The text that an address's query carries.
fn decoded(url: &str) -> String {
    let mut bytes = url.bytes();
    let mut text = Vec::new();
    while let Some(byte) = bytes.next() {
        let hex: String = if byte == b'%' {
            bytes.by_ref().take(2).map(char::from).collect()
        } else {
            String::new()
        };
        text.push(if byte == b'%' {
            u8::from_str_radix(&hex, 16).unwrap()
        } else {
            byte
        });
    }
    String::from_utf8(text).unwrap()
}

proptest! {
    /// Ids that the policy does not know could be anything, so they must not get through either.
    #[test]
    fn nothing_but_the_policy_the_numbers_and_the_date_gets_in(
        ticket in any::<u64>(),
        organization in any::<Option<u64>>(),
        host in 0_usize..4,
        from in prop_oneof![Just("saas".to_owned()), "[A-Z][a-z]{5,9}"],
        to in prop_oneof![Just("dedicated".to_owned()), "[A-Z][a-z]{5,9}"],
        level in prop_oneof![Just("ultimate".to_owned()), "[A-Z][a-z]{5,9}"],
        date in prop::option::of((2026..2030, 1_u32..13, 1_u32..29)),
    ) {
        let policy = Policy::gitlab();
        let target_date = date.and_then(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day));
        let host = &policy.hosts[host];
        let migration = Migration {
            from: Some(OfferingId(from)),
            to: Some(OfferingId(to)),
            level: Some(LevelId(level)),
            target_date,
        };
        let issue = ops_issue(&policy, &OpsInput { host, ticket, organization, migration });

        let mut allowed = words(&serde_json::to_string(&policy).unwrap().replace("\\n", " "));
        allowed.extend(words(&format!("{ticket} {organization:?} {target_date:?}")));
        allowed.extend(words("https agent tickets organizations new issues issue title issue_type confidential true description"));
        for text in [&issue.title, &issue.description, &decoded(issue.form.url())] {
            let strange: Vec<_> = words(text).difference(&allowed).cloned().collect();
            prop_assert!(strange.is_empty(), "{:?} in {}", strange, text);
        }
        prop_assert!(issue.form.url().len() <= policy.ops.url_budget);
    }
}
