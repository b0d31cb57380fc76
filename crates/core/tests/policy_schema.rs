//! The committed schema is the one that the types make (`UPDATE_EXPECT=1` writes it anew).

use expect_test::expect_file;
use ferry_core::policy::policy_schema;

#[test]
fn the_committed_schema_is_current() {
    expect_file!["../../../docs/policy.schema.json"].assert_eq(&policy_schema());
}
