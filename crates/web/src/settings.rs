//! Where settings are kept: the agent's own in `storage.local`, the administrator's in
//! `storage.managed`. Nothing is written until somebody sets something.

use ferry_core::Policy;
use ferry_core::policy::PolicyError;
use ferry_settings::{InForce, Managed, Reading, Settings, in_force};
use futures_util::future::join;
use js_sys::{Function, Promise, Reflect};
use serde_json::{Map, Value};
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::storage;

const NAME: &str = "settings";
/// Settings that could not be read when others were stored in their place.
const SET_ASIDE: &str = "settings_set_aside";

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "managed"], js_name = get)]
    fn managed() -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "onChanged"], js_name = addListener)]
    fn listen(listener: &Function) -> Result<(), JsValue>;
}

/// All layers, as they are kept.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Kept {
    /// The administrator's.
    pub managed: Managed,
    /// The agent's own.
    pub local: Settings,
    /// What of the agent's own could not be read.
    pub mistakes: Vec<PolicyError>,
    /// The agent's own as text, where something of it could not be read.
    pub unread: Option<String>,
}

impl Kept {
    /// Reads all layers.
    pub async fn read() -> Self {
        let (text, shipped) = join(storage::load_text(NAME), shipped()).await;
        let Reading { settings, mistakes } = match &text {
            Some(text) => Settings::read(text),
            None => Reading::default(),
        };
        Self {
            managed: Managed::read(shipped.unwrap_or_default()),
            local: settings,
            unread: text.filter(|_| !mistakes.is_empty()),
            mistakes,
        }
    }

    /// Stores the agent's own settings; where nothing is set, nothing is stored. What could not be
    /// read is set aside first.
    pub async fn store(&self, settings: &Settings) -> bool {
        if let Some(unread) = &self.unread
            && !storage::save_text(SET_ASIDE, unread).await
        {
            return false;
        }
        if settings.is_empty() {
            storage::forget(NAME).await
        } else {
            storage::save(NAME, &settings.to_value()).await
        }
    }

    /// What is in force.
    pub fn in_force(&self) -> InForce {
        in_force(&Policy::gitlab(), &self.managed, &self.local)
    }
}

/// What was set aside, if anything.
pub async fn set_aside() -> Option<String> {
    storage::load_text(SET_ASIDE).await
}

/// Lets go of what was set aside.
pub async fn forget_set_aside() -> bool {
    storage::forget(SET_ASIDE).await
}

/// What an administrator ships. Firefox refuses where there is nothing.
async fn shipped() -> Option<Map<String, Value>> {
    let all = JsFuture::from(managed().ok()?).await.ok()?;
    let text = js_sys::JSON::stringify(&all).ok()?.as_string()?;
    match serde_json::from_str(&text).ok()? {
        Value::Object(object) => Some(object),
        _ => None,
    }
}

/// Calls back whenever settings of either kind have changed, in this page or another.
pub fn on_change(heard: impl Fn() + 'static) {
    let listener =
        Closure::<dyn Fn(JsValue, JsValue)>::new(move |changes: JsValue, area: JsValue| {
            let ours = Reflect::has(&changes, &JsValue::from_str(NAME)).unwrap_or(false);
            if ours || area.as_string().as_deref() == Some("managed") {
                heard();
            }
        });
    // A page that cannot listen shows what it read.
    let _ = listen(listener.as_ref().unchecked_ref());
    // The page has it as long as it lives.
    listener.forget();
}
