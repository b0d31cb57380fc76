//! `x-zendesk-api-warn`: Zendesk's way to say that it ignored a part of the body.

/// What a tag call's body consists of; without one of these it is not protected, or not done.
const OURS: [&str; 3] = ["updated_stamp", "safe_update", "tags"];

/// The keys of our body that the header names.
///
/// The header is a Ruby hash in print. It also names the controller, which for these calls may
/// well be `"tags"`: a word right after `controller` or `action` says nothing about the body.
pub(crate) fn named_keys(header: Option<&str>) -> Vec<String> {
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let words = header
        .unwrap_or_default()
        .split(|c| !is_word(c))
        .filter(|word| !word.is_empty());
    let mut named = Vec::new();
    let mut previous = "";
    for word in words {
        let about_the_body = !matches!(previous, "controller" | "action");
        if about_the_body && OURS.contains(&word) && !named.iter().any(|known| known == word) {
            named.push(word.to_owned());
        }
        previous = word;
    }
    named
}

#[cfg(test)]
mod tests {
    use super::named_keys;

    #[track_caller]
    fn check(header: &str, expected: &[&str]) {
        assert_eq!(named_keys(Some(header)), expected);
    }

    #[test]
    fn names_only_keys_of_the_body() {
        let hash = |controller: &str, keys: &str| {
            format!(
                "{{:allowed_parameters=>{{:controller=>\"{controller}\", :action=>\"update\", \
                 :unpermitted_keys=>[{keys}], :invalid_values=>[]}}}}"
            )
        };
        check(&hash("tickets", "\"ticket.id\""), &[]);
        check(&hash("tags", "\"ticket.id\""), &[]);
        check(
            &hash("tags", "\"safe_update\", \"updated_stamp\""),
            &["safe_update", "updated_stamp"],
        );
        check(&hash("tickets", "\"ticket.tags\""), &["tags"]);
        assert!(named_keys(None).is_empty());
    }
}
