//! Messages between page adapter, panel and background: what is taken for one is exactly that.

#![no_main]

use ferry_protocol::{FromPage, ToBackground, ToPage};
use libfuzzer_sys::fuzz_target;
use serde_json::Value;

fuzz_target!(|text: &str| {
    if let Ok(value) = serde_json::from_str(text) {
        held(value);
    }
});

fn held(value: Value) {
    // The examples of the contract are lists of messages.
    match &value {
        Value::Array(items) => items.iter().cloned().for_each(held),
        Value::Object(members) => members.values().cloned().for_each(held),
        _ => return,
    }
    if let Some(message) = FromPage::read(value.clone()) {
        assert_eq!(serde_json::to_value(&message).ok(), Some(value.clone()));
    }
    // A member that may be null may be left out where serde reads; written it is there.
    if let Ok(message) = serde_json::from_value::<ToPage>(value.clone()) {
        let written = serde_json::to_value(&message).unwrap_or_default();
        assert_eq!(
            serde_json::from_value::<ToPage>(written).ok(),
            Some(message)
        );
    }
    if let Ok(message) = serde_json::from_value::<ToBackground>(value.clone()) {
        assert_eq!(serde_json::to_value(&message).ok(), Some(value));
    }
}
