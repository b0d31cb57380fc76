//! What a policy must be: each rule, with what it says where it is broken.

// Helpers outside of test functions are test code too.
#![allow(clippy::unwrap_used)]

use expect_test::{Expect, expect};
use ferry_core::Policy;
use serde_json::{Value, json};

/// The mistakes in GitLab's policy after a change.
fn check(change: impl FnOnce(&mut Value), expected: Expect) {
    let mut policy = serde_json::to_value(Policy::gitlab()).unwrap();
    change(&mut policy);
    expected.assert_eq(&mistakes(&policy.to_string()));
}

/// The mistakes without their places, which are tested by themselves.
fn mistakes(text: &str) -> String {
    let Err(errors) = Policy::from_json(text) else {
        return String::new();
    };
    let lines = errors
        .0
        .into_iter()
        .map(|error| format!("{}: {}", error.field, error.problem));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn it_has_a_name_two_offerings_and_tags() {
    check(
        |policy| {
            policy["name"] = json!(" ");
            policy["offerings"] = json!([]);
            policy["tags"] = json!([]);
            policy["forms"] = json!([]);
        },
        expect![[r#"
            name: this is empty: write whose policy it is
            offerings: a migration goes from one offering to another one: write at least two
            tags: there are no tags, so that Ferry could not tell what anybody has paid for: write each support-level tag with its offering and level"#]],
    );
}

#[test]
fn ids_are_unique_and_filled() {
    check(
        |policy| {
            policy["forms"][1]["id"] = policy["forms"][0]["id"].clone();
            policy["hosts"][1]["host"] = policy["hosts"][0]["host"].clone();
            policy["hosts"][2]["host"] = json!("");
            policy["levels"]
                .as_array_mut()
                .unwrap()
                .push(json!({ "id": "premium", "name": "P", "names": ["p"] }));
            let mut again = policy["offerings"][0].clone();
            again["id"] = json!("");
            again["names"] = json!(["x"]);
            again["described_as"] = json!([]);
            policy["offerings"].as_array_mut().unwrap().push(again);
        },
        expect![[r#"
            offerings[3].id: this is empty: write what the entry is called in the policy
            levels[3].id: `premium` is there already: write another one
            forms[1].id: `334447` is there already: write another one
            hosts[1].host: `gitlab.zendesk.com` is there already: write another one
            hosts[2].host: this is empty: write what the entry is called in the policy"#]],
    );
}

#[test]
fn shown_names_are_filled() {
    check(
        |policy| {
            policy["offerings"][0]["name"] = json!("");
            policy["offerings"][0]["short"] = json!("");
            policy["levels"][0]["name"] = json!("");
            policy["forms"][0]["name"] = json!("");
            policy["hosts"][0]["name"] = json!("");
            policy["links"]["channel"]["name"] = json!("");
            policy["links"]["handbook"]["name"] = json!("");
        },
        expect![[r#"
            offerings[0].name: this is empty: write the name that people are shown
            offerings[0].short: this is empty: write the name that people are shown
            levels[0].name: this is empty: write the name that people are shown
            forms[0].name: this is empty: write the name that people are shown
            hosts[0].name: this is empty: write the name that people are shown
            links.channel.name: this is empty: write the name that people are shown
            links.handbook.name: this is empty: write the name that people are shown"#]],
    );
}

#[test]
fn references_are_known() {
    check(
        |policy| {
            policy["offerings"][0]["levels"][0] = json!("gold");
            policy["offerings"][2]["levels"] = json!([]);
            policy["tags"][1]["offering"] = json!("sass");
            policy["tags"][1]["level"] = json!("gold");
            policy["forms"][0]["offering"] = json!("sass");
        },
        expect![[r#"
            offerings[0].levels[0]: `gold` is no level: write one of `starter`, `premium`, `ultimate`
            offerings[2].levels: this is empty: write at least one of `starter`, `premium`, `ultimate`
            tags[1].offering: `sass` is no offering: write one of `self_managed`, `saas`, `dedicated`
            tags[1].level: `gold` is no level: write one of `starter`, `premium`, `ultimate`
            forms[0].offering: `sass` is no offering: write one of `self_managed`, `saas`, `dedicated`
            tags[0].level: `self_managed` is sold with `gold`, `premium`, `ultimate`, not with `starter`: write one that it is sold with, or add `starter` to the offering's levels
            tags[7].level: `self_managed` is sold with `gold`, `premium`, `ultimate`, not with `starter`: write one that it is sold with, or add `starter` to the offering's levels
            tags[8].level: `self_managed` is sold with `gold`, `premium`, `ultimate`, not with `starter`: write one that it is sold with, or add `starter` to the offering's levels"#]],
    );
}

#[test]
fn tags_are_tags_and_there_once() {
    check(
        |policy| {
            policy["tags"][0]["tag"] = json!("Sub SM");
            policy["tags"][1]["tag"] = json!("sub_sm_*");
            policy["tags"][2]["tag"] = json!("");
            policy["tags"][3]["tag"] = json!("gold");
            policy["untouched_tags"][0] = json!("");
        },
        expect![[r#"
            tags[0].tag: `Sub SM`: Zendesk's tags have no spaces, commas or capitals: write it as Zendesk shows it
            tags[1].tag: `sub_sm_*`: `*` stands for anything in untouched_tags only: write each tag by itself
            tags[2].tag: this is empty: write a tag
            untouched_tags[0]: this is empty: write a tag
            tags[13].tag: `gold` is there already: a tag stands for one level, so remove one of the two"#]],
    );
}

#[test]
fn a_tags_level_is_sold() {
    check(
        |policy| policy["tags"][6]["level"] = json!("premium"),
        expect![
            "tags[6].level: `dedicated` is sold with `ultimate`, not with `premium`: write one that it is sold with, or add `premium` to the offering's levels"
        ],
    );
}

#[test]
fn a_tag_of_the_table_is_not_untouched() {
    check(
        |policy| {
            policy["untouched_tags"][0] = json!("*_premium");
            policy["untouched_tags"][1] = json!("gold");
        },
        expect![[r#"
            tags[1].tag: `sub_sm_premium` is one of the untouched_tags, which are never taken off: remove it here or there
            tags[4].tag: `sub_dotcom_premium` is one of the untouched_tags, which are never taken off: remove it here or there
            tags[13].tag: `gold` is one of the untouched_tags, which are never taken off: remove it here or there"#]],
    );
}

#[test]
fn a_name_means_one_thing() {
    check(
        |policy| {
            policy["offerings"][1]["names"][0] = json!("Self-Hosted");
            policy["offerings"][2]["described_as"][0] = json!("the cloud");
            policy["levels"][1]["names"][0] = json!("GOLD");
            policy["foreign_products"][0] = json!("dot-com");
        },
        expect![[r#"
            offerings[1].names[0]: `Self-Hosted` is also a name of `self_managed`: remove it here or there
            offerings[2].described_as[0]: `the cloud` is also a name of `saas`: remove it here or there
            foreign_products[0]: `dot-com` is also a name of `saas`: remove it here or there
            levels[2].names[1]: `gold` is also a name of `premium`: remove it here or there"#]],
    );
}

#[test]
fn names_are_filled() {
    check(
        |policy| {
            policy["offerings"][0]["names"][2] = json!(" - ");
            policy["offerings"][1]["names"] = json!([]);
            policy["offerings"][1]["described_as"][0] = json!("");
            policy["levels"][0]["names"] = json!([]);
            policy["foreign_products"][3] = json!("");
        },
        expect![[r#"
            offerings[0].names[2]: this is empty and would be found everywhere: write a name
            offerings[1].names: this is empty: write at least one name that people use in text
            offerings[1].described_as[0]: this is empty and would be found everywhere: write a name
            levels[0].names: this is empty: write at least one name that people use in text
            foreign_products[3]: this is empty and would be found everywhere: write a name"#]],
    );
}

#[test]
fn hosts_are_host_names() {
    for host in [
        "https://gitlab.zendesk.com",
        "gitlab.zendesk.com/agent",
        "GitLab.zendesk.com",
        "gitlab",
        "a..b",
        "-a.b",
        "a.b:443",
        "*.zendesk.com",
    ] {
        let mut policy = Policy::gitlab();
        policy.hosts[0].host = host.to_owned();
        let fields: Vec<_> = policy
            .mistakes()
            .into_iter()
            .map(|error| error.field)
            .collect();
        assert_eq!(fields, ["hosts[0].host"], "{host}");
    }
    check(
        |policy| policy["hosts"][0]["host"] = json!("https://gitlab.zendesk.com/"),
        expect![
            "hosts[0].host: `https://gitlab.zendesk.com/` is no host name: write it without `https://`, port or path, in lower case, such as `company.zendesk.com`"
        ],
    );
}

#[test]
fn the_ops_project_is_addressable() {
    check(
        |policy| {
            policy["ops"]["base"] = json!("http://gitlab.com");
            policy["ops"]["project"] = json!("https://gitlab.com/a/b");
            policy["ops"]["trackers"][1] = json!("a//b");
            policy["ops"]["url_budget"] = json!(20_000);
        },
        expect![[r#"
            ops.base: `http://gitlab.com` is no GitLab instance's address: write `https://` and its host name, such as `https://gitlab.com`
            ops.project: `https://gitlab.com/a/b` is no project's path: write it as in the project's address, such as `group/subgroup/project`
            ops.trackers[1]: `a//b` is no project's path: write it as in the project's address, such as `group/subgroup/project`
            ops.trackers: `https://gitlab.com/a/b` is missing, so that Ferry would not recognise the issues that it helps to open: add it
            ops.url_budget: 20000 is out of range: write 500 to 10000, such as 7500"#]],
    );
}

#[test]
fn links_are_https() {
    check(
        |policy| {
            policy["links"]["channel"]["url"] = json!("javascript:alert(1)");
            policy["links"]["handbook"]["url"] = json!("handbook");
        },
        expect![[r#"
            links.channel.url: `javascript:alert(1)` is no address: write the whole of it, with `https://`
            links.handbook.url: `handbook` is no address: write the whole of it, with `https://`"#]],
    );
}

#[test]
fn templates_are_there_and_filled() {
    check(
        |policy| {
            policy["templates"]["customer_message"]
                .as_object_mut()
                .unwrap()
                .remove("en");
            policy["templates"]["customer_reminder"] = json!({ "English": "Hm?" });
            policy["templates"]["internal_note"] = json!("\n");
        },
        expect![[r#"
            templates.customer_message: `en` is missing: write it for requesters whose language is not there
            templates.customer_reminder: `en` is missing: write it for requesters whose language is not there
            templates.customer_reminder.English: `English` is no language: write it as in `de` or `pt-br`
            templates.internal_note: this is empty: write the text that Ferry is to draft"#]],
    );
}

#[test]
fn templates_name_known_fields() {
    check(
        |policy| {
            policy["templates"]["customer_message"]["en"] =
                json!("{requester} {?offering}x{/offering}");
            policy["templates"]["ops_title"] = json!("{agreed_by}");
        },
        expect![[r#"
            templates.customer_message.en: `{requester}` is no field: write one of {current_offering}, {new_offering}, {level}, {noted_level}, {level_choices}, {date}, {n}, {questions}, {noted}
            templates.customer_message.en: `{offering}` is no field: write one of {current_offering}, {new_offering}, {level}, {noted_level}, {level_choices}, {date}, {n}, {questions}, {noted}
            templates.ops_title: `{agreed_by}` is no field: write one of {ticket}, {ticket_url}, {organization}, {organization_url}, {zendesk}, {current_offering}, {new_offering}, {level}, {tag}, {date}, {handbook_url}"#]],
    );
}

#[test]
fn templates_have_paired_braces() {
    check(
        |policy| {
            let message = &mut policy["templates"]["customer_message"];
            message["en"] = json!("{level");
            message["de"] = json!("{?level}{?date}{/level}{/date}");
            message["fr"] = json!("{?level}");
            message["ja"] = json!("{/level}");
            message["es"] = json!("{{level}}");
        },
        expect![[r#"
            templates.customer_message.de: `{/level}` stands where the section of `date` ends: write `{/date}`
            templates.customer_message.en: a `{` has no partner: write fields as `{field}`, and no other braces
            templates.customer_message.es: a `{` has no partner: write fields as `{field}`, and no other braces
            templates.customer_message.fr: the section of `level` does not end: write `{/level}`
            templates.customer_message.ja: `{/level}` ends a section that does not begin: remove it, or write `{?level}` or `{!level}` before it"#]],
    );
}
