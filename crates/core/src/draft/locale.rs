//! The requester's language: which template, and how a date is written in it.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

/// The language that every policy has.
pub const FALLBACK_LANGUAGE: &str = "en";

/// The language in which a requester with this locale is written to: the template for `de-AT`,
/// else the one for `de`, else `en`.
pub fn template_language<'t>(
    templates: &'t BTreeMap<String, String>,
    locale: &str,
) -> Option<&'t str> {
    choose(templates, locale).map(|(language, _)| language)
}

/// The best template for a locale, with its language.
pub(super) fn choose<'t>(
    templates: &'t BTreeMap<String, String>,
    locale: &str,
) -> Option<(&'t str, &'t str)> {
    let locale = locale.trim().replace('_', "-");
    let mut wanted = locale.as_str();
    loop {
        if let Some(found) = find(templates, wanted) {
            return Some(found);
        }
        match wanted.rfind('-') {
            Some(end) => wanted = &wanted[..end],
            None => return find(templates, FALLBACK_LANGUAGE),
        }
    }
}

fn find<'t>(templates: &'t BTreeMap<String, String>, name: &str) -> Option<(&'t str, &'t str)> {
    let (language, template) = templates
        .iter()
        .find(|(key, _)| key.eq_ignore_ascii_case(name))?;
    Some((language, template))
}

/// A date as one writes it in a letter; ISO in a language that is not known here.
pub(super) fn date_in_words(date: NaiveDate, language: &str) -> String {
    let (year, month, day) = (date.year(), date.month0() as usize, date.day());
    let named = |months: &[&'static str; 12]| months.get(month).copied().unwrap_or_default();
    match language
        .split('-')
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase()
        .as_str()
    {
        "en" => format!("{day} {} {year}", named(&ENGLISH)),
        "de" => format!("{day}. {} {year}", named(&GERMAN)),
        "fr" if day == 1 => format!("1er {} {year}", named(&FRENCH)),
        "fr" => format!("{day} {} {year}", named(&FRENCH)),
        "es" => format!("{day} de {} de {year}", named(&SPANISH)),
        "ja" => format!("{year}年{}月{day}日", date.month()),
        _ => date.to_string(),
    }
}

const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const GERMAN: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];
const FRENCH: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const SPANISH: [&str; 12] = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];
