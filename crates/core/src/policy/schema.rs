//! The policy's JSON Schema, for editors and for the documentation.

use super::Policy;

/// The schema of a whole policy as JSON text, made from the types that read it.
pub fn policy_schema() -> String {
    let schema = schemars::schema_for!(Policy);
    format!("{:#}\n", schema.as_value())
}
