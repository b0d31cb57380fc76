//! Policies are written by hand: any text is read, or refused with the place of each mistake.

#![no_main]

use ferry_core::Policy;
use ferry_fuzz::POLICY;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let default = &*POLICY;
    for read in [Policy::from_json(text), Policy::merge(default, text)] {
        match read {
            Ok(policy) => held(&policy, default),
            Err(errors) => {
                assert!(!errors.0.is_empty(), "refused without a reason");
                let _ = errors.to_string();
            }
        }
    }
});

/// A policy that was read has no mistakes, and survives being written and being stored as a patch.
fn held(policy: &Policy, default: &Policy) {
    assert!(policy.mistakes().is_empty(), "read with mistakes");
    let written = serde_json::to_string(policy).unwrap_or_default();
    assert!(
        Policy::from_json(&written).is_ok_and(|again| &again == policy),
        "reads differently once written"
    );
    let patch = policy.difference(default).to_string();
    assert!(
        Policy::merge(default, &patch).is_ok_and(|again| &again == policy),
        "reads differently from its patch {patch}"
    );
}
