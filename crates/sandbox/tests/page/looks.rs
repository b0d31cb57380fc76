//! "Look: Zendesk Garden."

use ferry_sandbox::{Direction, Switches, Theme};

use crate::browser::on_page;

/// "light: background #ffffff …; dark (per agent; page background about rgb(21,26,30))"; "layout
/// also right-to-left"
#[test]
fn themes_and_directions() {
    for (theme, background) in [
        (Theme::Light, "rgb(244, 246, 246)"),
        (Theme::Dark, "rgb(21, 26, 30)"),
    ] {
        let switches = Switches {
            theme,
            direction: Direction::Rtl,
            locale: "ar".to_owned(),
            ..Switches::default()
        };
        on_page(switches, async |page| {
            page.ticket(1005).await;
            assert_eq!(
                page.eval("getComputedStyle(document.body).backgroundColor")
                    .await,
                background
            );
            assert_eq!(
                page.eval("getComputedStyle(document.body).direction").await,
                "rtl"
            );
            assert_eq!(page.eval("document.documentElement.lang").await, "ar");
            let fields = "document.querySelector('.pane-fields').getBoundingClientRect().left";
            let context = "document.querySelector('.pane-context').getBoundingClientRect().left";
            assert_eq!(page.eval(&format!("{fields} > {context}")).await, true);
        });
    }
}

/// The agent switches it on the page, and it stays.
#[test]
fn the_agent_switches_the_theme() {
    on_page(Switches::default(), async |page| {
        page.ticket(1005).await;
        page.run("document.querySelector('[aria-label^=Appearance]').click()")
            .await;
        assert_eq!(
            page.eval("document.documentElement.dataset.theme").await,
            "dark"
        );
        page.ticket(1006).await;
        assert_eq!(
            page.eval("document.documentElement.dataset.theme").await,
            "dark"
        );
    });
}
