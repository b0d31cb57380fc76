//! Both sides are held to `examples/messages.json`: the adapter's checker by
//! `extension/tests/protocol.test.js`, the types here.

use serde_json::Value;

use crate::{FromDesk, FromPage, ToDesk, ToPage};

fn examples() -> Value {
    serde_json::from_str(include_str!("../examples/messages.json")).expect("examples are JSON")
}

fn list(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}

#[test]
fn valid_messages_to_the_page_come_back_as_they_were() {
    for example in list(&examples()["to_page"]["valid"]) {
        let message: ToPage = serde_json::from_value(example.clone())
            .unwrap_or_else(|error| panic!("{example}: {error}"));
        assert_eq!(&serde_json::to_value(message).expect("writes"), example);
    }
}

#[test]
fn messages_outside_the_set_are_refused() {
    for example in list(&examples()["to_page"]["invalid"]) {
        let refused = serde_json::from_value::<ToPage>(example.clone());
        assert!(refused.is_err(), "{example} was read as {refused:?}");
    }
}

#[test]
fn messages_from_the_page_come_back_as_they_were() {
    for example in list(&examples()["from_page"]) {
        let message = FromPage::read(example.clone()).unwrap_or_else(|| panic!("{example}"));
        assert_eq!(&serde_json::to_value(message).expect("writes"), example);
    }
}

#[test]
fn a_member_more_or_less_makes_a_message_from_the_page_none() {
    for example in list(&examples()["from_page"]) {
        let members = example.as_object().expect("an object");
        let mut more = members.clone();
        more.insert("extra".into(), Value::Null);
        assert_eq!(FromPage::read(more.into()), None, "{example} with more");
        for name in members.keys() {
            let mut less = members.clone();
            less.remove(name);
            assert_eq!(
                FromPage::read(less.into()),
                None,
                "{example} without {name}"
            );
        }
    }
    for nothing in [
        "null",
        "[]",
        "{}",
        "\"ticket\"",
        "{\"type\":\"eval\",\"visit\":1}",
    ] {
        let value = serde_json::from_str(nothing).expect("JSON");
        assert_eq!(FromPage::read(value), None, "{nothing}");
    }
}

#[test]
fn messages_to_and_from_the_desk_come_back_as_they_were() {
    for example in list(&examples()["to_desk"]["valid"]) {
        let message: ToDesk = serde_json::from_value(example.clone())
            .unwrap_or_else(|error| panic!("{example}: {error}"));
        assert_eq!(&serde_json::to_value(message).expect("writes"), example);
    }
    for example in list(&examples()["from_desk"]) {
        let message = FromDesk::read(example.clone()).unwrap_or_else(|| panic!("{example}"));
        assert_eq!(&serde_json::to_value(message).expect("writes"), example);
        let mut more = example.clone();
        more["extra"] = Value::Null;
        assert_eq!(FromDesk::read(more), None, "{example} with more");
    }
}

#[test]
fn messages_outside_the_desks_set_are_refused() {
    for example in list(&examples()["to_desk"]["invalid"]) {
        let refused = serde_json::from_value::<ToDesk>(example.clone());
        assert!(refused.is_err(), "{example} was read as {refused:?}");
    }
}
