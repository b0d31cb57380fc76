//! Languages by their own names: whoever looks for one knows it.

/// The name of a language, or its tag where it is not known here.
pub(crate) fn name(tag: &str) -> String {
    match tag {
        "de" => "Deutsch",
        "en" => "English",
        "es" => "Español",
        "fr" => "Français",
        "ja" => "日本語",
        other => other,
    }
    .to_owned()
}
