//! The note for colleagues.

use expect_test::{Expect, expect};
use ferry_core::draft::{AgreedBy, Migration, NoteInput, internal_note};
use ferry_core::{LevelId, NaiveDate, OfferingId, Policy};

fn check(input: NoteInput, expected: Expect) {
    expected.assert_eq(&internal_note(&Policy::gitlab(), &input).text);
}

fn to_saas() -> Migration {
    Migration {
        from: Some(OfferingId("self_managed".to_owned())),
        to: Some(OfferingId("saas".to_owned())),
        level: Some(LevelId("premium".to_owned())),
        target_date: NaiveDate::from_ymd_opt(2027, 3, 31),
    }
}

#[test]
fn it_says_what_was_agreed_by_whom_for_what_and_until_when() {
    check(
        NoteInput {
            migration: to_saas(),
            agreed_by: Some(AgreedBy::Customer),
            scope: Some("group acme/platform only".to_owned()),
            ops_issue: Some("https://gitlab.com/gitlab-com/support/-/issues/7".to_owned()),
        },
        expect![[r#"
            Offering migration: the customer is moving from GitLab Self-Managed to GitLab.com. We support them on GitLab.com during the move, although the current subscription covers GitLab Self-Managed only.

            - Agreed with: the customer
            - Scope: group acme/platform only
            - Support level on GitLab.com: Premium
            - Target date: 2027-03-31
            - Support Ops issue: https://gitlab.com/gitlab-com/support/-/issues/7
            - Workflow: https://handbook.gitlab.com/handbook/support/workflows/handling_offer_migration_tickets/"#]],
    );
}

#[test]
fn it_leaves_out_what_is_not_known() {
    check(
        NoteInput::default(),
        expect![[r#"
            Offering migration: the customer is moving to another offering.

            - Workflow: https://handbook.gitlab.com/handbook/support/workflows/handling_offer_migration_tickets/"#]],
    );
    let blank = NoteInput {
        migration: Migration {
            from: None,
            ..to_saas()
        },
        agreed_by: Some(AgreedBy::Other(" the partner ".to_owned())),
        scope: Some("  ".to_owned()),
        ops_issue: Some(String::new()),
    };
    check(
        blank,
        expect![[r#"
            Offering migration: the customer is moving to GitLab.com. We support them on GitLab.com during the move, although the current subscription covers another offering only.

            - Agreed with: the partner
            - Support level on GitLab.com: Premium
            - Target date: 2027-03-31
            - Workflow: https://handbook.gitlab.com/handbook/support/workflows/handling_offer_migration_tickets/"#]],
    );
}

#[test]
fn it_is_a_list_in_a_rich_text_composer() {
    let note = internal_note(
        &Policy::gitlab(),
        &NoteInput {
            migration: to_saas(),
            agreed_by: Some(AgreedBy::SupportOps),
            ..NoteInput::default()
        },
    );
    expect![[r#"<p>Offering migration: the customer is moving from GitLab Self-Managed to GitLab.com. We support them on GitLab.com during the move, although the current subscription covers GitLab Self-Managed only.</p><ul><li>Agreed with: Support Ops</li><li>Support level on GitLab.com: Premium</li><li>Target date: 2027-03-31</li><li>Workflow: <a href="https://handbook.gitlab.com/handbook/support/workflows/handling_offer_migration_tickets/">https://handbook.gitlab.com/handbook/support/workflows/handling_offer_migration_tickets/</a></li></ul>"#]].assert_eq(&note.html);
}
