//! What holds for any settings, however broken.

use ferry_core::Policy;
use ferry_settings::{Feature, Managed, Mode, Settings, imported, in_force, read_import};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use serde_json::{Map, Value};

/// Values that are often nearly right: the names of real fields, and odd things behind them.
fn value() -> impl Strategy<Value = Value> {
    let name = prop::sample::select(vec![
        "version",
        "policy",
        "features",
        "lock",
        "name",
        "tags",
        "gold",
        "offerings",
        "saas",
        "hosts",
        "host",
        "templates",
        "internal_note",
        "customer_message",
        "en",
        "ops",
        "banner",
        "draft",
        "levels",
        "premium",
        "id",
        "offering",
        "x",
    ]);
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (0_u64..3).prop_map(Value::from),
        "[a-z{}é. ]{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 32, 4, move |inner| {
        prop_oneof![
            vec(inner.clone(), 0..3).prop_map(Value::from),
            btree_map(name.clone().prop_map(str::to_owned), inner, 0..5)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

fn object() -> impl Strategy<Value = Map<String, Value>> {
    value().prop_map(|value| match value {
        Value::Object(object) => object,
        other => Map::from_iter([("policy".to_owned(), other)]),
    })
}

/// Settings that change something, and are right or nearly so.
fn settings() -> impl Strategy<Value = Settings> {
    let patch = prop_oneof![
        object().boxed(),
        "[A-Za-z]{1,6}"
            .prop_map(|name| Map::from_iter([("name".to_owned(), name.into())]))
            .boxed(),
    ];
    let switch = (prop::sample::select(Feature::ALL.to_vec()), any::<bool>());
    (patch, vec(switch, 0..4)).prop_map(|(policy, switches)| Settings {
        policy,
        features: switches.into_iter().collect(),
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_is_stored_and_shipped_a_right_policy_is_in_force(
        managed in object(), local in value()
    ) {
        let managed = Managed::read(managed);
        let local = Settings::from_value(local).settings;
        let now = in_force(&Policy::gitlab(), &managed, &local);
        prop_assert_eq!(now.policy.mistakes(), []);
        prop_assert_eq!(now.base.mistakes(), []);
    }

    #[test]
    fn settings_are_read_as_they_were_written(settings in settings()) {
        let reading = Settings::read(&settings.to_json());
        prop_assert_eq!(reading.mistakes, []);
        prop_assert_eq!(reading.settings, settings);
    }

    #[test]
    fn what_is_managed_wins_and_what_the_agent_set_is_kept(
        shipped in settings(), local in settings()
    ) {
        let managed = Managed { settings: shipped, lock: true, mistakes: Vec::new() };
        let now = in_force(&Policy::gitlab(), &managed, &local);
        let without = in_force(&Policy::gitlab(), &managed, &Settings::default());
        for feature in managed.settings.features.keys() {
            prop_assert_eq!(now.is_on(*feature), without.is_on(*feature));
        }
        let kept = now.own_policy(&now.policy, &local);
        let again = Settings { policy: kept, features: local.features.clone() };
        let after = in_force(&Policy::gitlab(), &managed, &again);
        prop_assert_eq!(&after.policy, &now.policy);
        for field in local.policy.keys().filter(|field| now.locked_fields.contains(*field)) {
            prop_assert_eq!(again.policy.get(field), local.policy.get(field));
        }
    }

    #[test]
    fn switching_there_and_back_leaves_nothing(
        shipped in settings(), feature in prop::sample::select(Feature::ALL.to_vec())
    ) {
        let managed = Managed { settings: shipped, lock: false, mistakes: Vec::new() };
        let on = in_force(&Policy::gitlab(), &managed, &Settings::default()).is_on(feature);
        let mut local = Settings::default();
        local.switch(&managed, feature, !on);
        prop_assert_eq!(in_force(&Policy::gitlab(), &managed, &local).is_on(feature), !on);
        local.switch(&managed, feature, on);
        prop_assert!(local.is_empty());
    }

    #[test]
    fn an_import_is_refused_or_leaves_nothing_wrong(text in value(), local in settings()) {
        let managed = Managed::default();
        let now = in_force(&Policy::gitlab(), &managed, &local);
        let Ok(import) = read_import(&text.to_string(), &now) else { return Ok(()) };
        for mode in [Mode::Merge, Mode::Replace] {
            if let Ok(settings) = imported(&import, mode, &now, &managed, &local) {
                let after = in_force(&Policy::gitlab(), &managed, &settings);
                prop_assert_eq!(after.policy.mistakes(), []);
            }
        }
    }
}
