//! The report, in English for whoever looks after Ferry. Of a page it tells which elements were
//! found, never what they hold.

use super::facts::{Facts, Page};

/// The facts as plain text.
pub(crate) fn report(facts: &Facts) -> String {
    let mut lines = vec![
        "Ferry: health".to_owned(),
        String::new(),
        format!("Ferry {}", facts.version),
        format!("Browser: {}", facts.browser),
        format!("Language: {}", facts.language),
        format!("Permissions: {}", facts.permissions.join(", ")),
    ];
    if facts.pages.is_empty() {
        lines.push("No open agent page answers.".to_owned());
    }
    for page in &facts.pages {
        lines.push(String::new());
        lines.extend(of_page(page));
    }
    lines.push(String::new());
    lines.push("Last errors:".to_owned());
    if facts.troubles.is_empty() {
        lines.push("- none".to_owned());
    }
    let troubles = facts.troubles.iter();
    lines.extend(troubles.map(|trouble| format!("- {} {}", trouble.at, trouble.kind)));
    lines.join("\n")
}

fn of_page(page: &Page) -> Vec<String> {
    let Some(state) = &page.state else {
        return vec![format!("{}: no ticket on screen", page.host)];
    };
    let layout = state.layout.as_deref().unwrap_or("unknown");
    let tab = if state.tab_agrees {
        "agrees"
    } else {
        "unclear"
    };
    let channel = state.composer.as_ref().map_or("not found", |composer| {
        composer.channel.as_deref().unwrap_or("unknown channel")
    });
    let mut lines = vec![format!(
        "{}: layout {layout}, tab {tab}, composer {channel}",
        page.host
    )];
    let selectors = state.selectors.iter();
    lines.extend(selectors.map(|selector| match selector.matched {
        Some(way) => format!("- {}: found, way {}", selector.name, way + 1),
        None => format!("- {}: NOT FOUND", selector.name),
    }));
    lines
}

#[cfg(test)]
mod tests {
    use ferry_protocol::{Composer, PageState, SelectorState};
    use ferry_web::troubles::Trouble;

    use super::report;
    use crate::health::facts::{Facts, Page};

    #[test]
    fn tells_what_was_found_and_not_what_it_holds() {
        let selector = |name: &str, matched| SelectorState {
            name: name.to_owned(),
            matched,
        };
        let report = report(&Facts {
            version: "0.1.0".into(),
            browser: "Browser".into(),
            language: "en".into(),
            permissions: vec!["storage".into()],
            pages: vec![Page {
                host: "gitlab.zendesk.com".into(),
                state: Some(PageState {
                    tab_agrees: true,
                    layout: Some("grid".into()),
                    tags: Some(vec!["zanzibar".into()]),
                    composer: Some(Composer {
                        channel: Some("web".into()),
                        has_text: true,
                    }),
                    edited: false,
                    selectors: vec![selector("scope", Some(1)), selector("tags", None)],
                }),
            }],
            troubles: vec![Trouble {
                at: "2026-11-25T10:00:00Z".into(),
                kind: "rate_limited".into(),
            }],
        });
        for told in [
            "- scope: found, way 2",
            "- tags: NOT FOUND",
            "- 2026-11-25T10:00:00Z rate_limited",
        ] {
            assert!(report.contains(told), "{told} is not in {report}");
        }
        assert!(!report.contains("zanzibar"), "{report}");
    }
}
