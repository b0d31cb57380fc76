//! The agent's day and time.

use ferry_core::NaiveDate;
use js_sys::Date;
use wasm_bindgen::JsValue;

/// Today where the agent is.
pub fn today() -> NaiveDate {
    let now = Date::new_0();
    let year = i32::try_from(now.get_full_year()).unwrap_or(1970);
    NaiveDate::from_ymd_opt(year, now.get_month() + 1, now.get_date()).unwrap_or_default()
}

/// The time of day, as people write it in the agent's language.
pub fn time() -> String {
    String::from(Date::new_0().to_locale_time_string("en-GB"))
        .chars()
        .take(5)
        .collect()
}

/// The time as a number, for measuring spans of it.
pub fn milliseconds() -> f64 {
    Date::now()
}

/// Now, RFC 3339 in UTC.
pub fn stamp() -> String {
    String::from(Date::new_0().to_iso_string())
}

/// A date, written out in the panel's language.
pub fn date_in_words(date: NaiveDate) -> String {
    let options = js_sys::Object::new();
    for (name, value) in [
        ("timeZone", "UTC"),
        ("year", "numeric"),
        ("month", "long"),
        ("day", "numeric"),
    ] {
        let _ = js_sys::Reflect::set(
            &options,
            &JsValue::from_str(name),
            &JsValue::from_str(value),
        );
    }
    let day = Date::new(&JsValue::from_str(&date.to_string()));
    String::from(day.to_locale_date_string(&super::words::language(), &options))
}

/// Waits.
pub async fn sleep(milliseconds: u32) {
    gloo_timers::future::TimeoutFuture::new(milliseconds).await;
}
