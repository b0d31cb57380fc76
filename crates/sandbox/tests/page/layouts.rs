//! What scripts can find on the page.

use ferry_sandbox::{Layout, Switches};

use crate::browser::on_page;

fn layout(layout: Layout) -> Switches {
    Switches {
        layout,
        ..Switches::default()
    }
}

/// "`data-test-id`s seen: …"; in every layout that can be recognised at all.
const TEST_IDS: [&str; 15] = [
    "omni-header-subject",
    "omni-log-container",
    "omni-log-comment-item",
    "omni-log-internal-note-tag",
    "convolog-show-more-button",
    "omnicomposer-rich-text-ckeditor",
    "omnichannel-channel-switcher-button",
    "ticket-fields-tags",
    "ticket-system-field-tags-multiselect",
    "ticket-system-field-tags-item-selected",
    "customer-context-tab-navigation",
    "header-tab",
    "header-toolbar",
    "global-notifications-button",
    "submit_button-button",
];

#[test]
fn test_ids_are_there_in_both_known_layouts_and_gone_in_the_unknown_one() {
    for (which, there) in [
        (Layout::Grid, true),
        (Layout::Panes, true),
        (Layout::Unknown, false),
    ] {
        on_page(layout(which), async |page| {
            page.ticket(1013).await;
            for id in TEST_IDS {
                let found = page
                    .eval(&format!(
                        "document.querySelector('[data-test-id=\"{id}\"]') !== null"
                    ))
                    .await;
                assert_eq!(found, there, "{which:?} {id}");
            }
        });
    }
}

#[test]
fn nothing_known_is_found_in_the_unknown_layout() {
    on_page(layout(Layout::Unknown), async |page| {
        page.ticket(1005).await;
        let known = "[data-test-id], [data-ticket-id], [data-channel], [data-entity-id], [data-is-active], \
                     [data-side-conversations-anchor-id], .ticket-panes-grid-layout, [data-comment-id], [id^=comment-]";
        assert_eq!(
            page.eval(&format!("document.querySelectorAll(`{known}`).length"))
                .await,
            0
        );
    });
}

/// "**All open tickets stay in the document at once**; … Scopes used by others:
/// `[data-side-conversations-anchor-id="ID"]`, …, `.ticket-panes-grid-layout[data-is-active="true"]`;
/// the selected tab is `[data-test-id="header-tab"][aria-current="page"]` with `data-entity-id`"
#[test]
fn the_grid_keeps_all_open_tickets() {
    on_page(layout(Layout::Grid), async |page| {
        page.ticket(1005).await;
        go(page, 1006).await;
        let count = |selector: &str| format!("document.querySelectorAll('{selector}').length");
        assert_eq!(page.eval(&count(".ticket-panes-grid-layout")).await, 2);
        assert_eq!(
            page.eval(&count(".ticket-panes-grid-layout[data-is-active=true]"))
                .await,
            1
        );
        assert_eq!(
            page.eval(&count("[data-side-conversations-anchor-id=\"1005\"]"))
                .await,
            1
        );
        assert_eq!(page.eval(&count("[data-test-id=header-tab]")).await, 2);
        let selected = "document.querySelector('[data-test-id=header-tab][aria-current=page]').dataset.entityId";
        assert_eq!(page.eval(selected).await, "1006");
        assert_eq!(page.eval(&count("[data-entity-is-selected]")).await, 0);
    });
}

/// "`[data-ticket-id="ID"]` … (or `[data-entity-is-selected="true"]`)"
#[test]
fn the_panes_hide_by_aria() {
    on_page(layout(Layout::Panes), async |page| {
        page.ticket(1005).await;
        go(page, 1006).await;
        let hidden = "[...document.querySelectorAll('[data-ticket-id]')].map(e => e.dataset.ticketId + e.getAttribute('aria-hidden')).join()";
        assert_eq!(page.eval(hidden).await, "1005true,1006false");
        let selected = "document.querySelector('[data-test-id=header-tab][data-entity-is-selected=true]').dataset.entityId";
        assert_eq!(page.eval(selected).await, "1006");
        assert_eq!(
            page.eval(
                "document.querySelectorAll('.ticket-panes-grid-layout, [aria-current]').length"
            )
            .await,
            0
        );
    });
}

/// "A comment's element: `[id="comment-AUDITID"]`, older `[data-comment-id]`"
#[test]
fn comments_can_be_found() {
    for (which, expression, key) in [
        (
            Layout::Grid,
            "document.querySelector('article').id",
            "audit_id",
        ),
        (
            Layout::Panes,
            "'comment-' + document.querySelector('article').dataset.commentId",
            "id",
        ),
    ] {
        on_page(layout(which), async |page| {
            page.ticket(1005).await;
            let first = page.eval("fetch('/api/v2/tickets/1005/comments').then(r => r.json()).then(j => j.comments[0])").await;
            assert_eq!(
                page.eval(expression).await,
                format!("comment-{}", first[key])
            );
        });
    }
}

/// "A single-page application: it navigates by `history.pushState`"; ticket addresses, "new tickets
/// are `/agent/tickets/new/N`; others `/agent/filters/ID`, `/agent/dashboard`, `/agent/search/...`"
#[test]
fn it_navigates_without_loading() {
    on_page(layout(Layout::Grid), async |page| {
        page.load("/agent/filters/360003").await;
        page.until("document.querySelector('a[href=\"/agent/tickets/1005\"]')")
            .await;
        page.run("window.stays = true; document.querySelector('a[href=\"/agent/tickets/1005\"]').click()").await;
        page.until("document.querySelector('.is-shown article')")
            .await;
        assert_eq!(
            page.eval("location.pathname + window.stays").await,
            "/agent/tickets/1005true"
        );
        page.run("document.querySelector('.tab-add').click()").await;
        assert_eq!(page.eval("location.pathname").await, "/agent/tickets/new/1");
        page.run("history.back()").await;
        page.until(
            "location.pathname === '/agent/tickets/1005' && document.querySelector('.is-shown')",
        )
        .await;
        for path in ["/agent/dashboard", "/agent/search/1"] {
            page.load(path).await;
            page.until("document.querySelector('h1')").await;
            assert_eq!(
                page.eval("document.querySelectorAll('.workspace').length")
                    .await,
                0
            );
        }
    });
}

/// Goes to another ticket as a click on a link does.
async fn go(page: &crate::browser::Page, ticket: u64) {
    page.run(&format!("history.pushState({{}}, '', '/agent/tickets/{ticket}'); dispatchEvent(new PopStateEvent('popstate'))")).await;
    page.until("document.querySelector('.is-shown .ck-editor__editable') && document.querySelector('.is-shown article')").await;
}
