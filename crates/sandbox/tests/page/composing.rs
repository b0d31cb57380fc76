//! The composer.

use ferry_sandbox::Switches;

use crate::browser::on_page;

const EDITOR: &str =
    "document.querySelector('.is-shown [data-test-id=\"omnicomposer-rich-text-ckeditor\"]')";

/// "The composer is CKEditor 5: `element.ckeditorInstance` is visible to the page's own world"; "A
/// synthetic `paste` event is accepted (no `isTrusted` check), prefers `text/html`, inserts at the
/// model's selection."
#[test]
fn the_editor_is_ckeditor_and_takes_pastes() {
    on_page(Switches::default(), async |page| {
        page.ticket(1005).await;
        assert_eq!(
            page.eval(&format!(
                "{EDITOR}.isContentEditable && Boolean({EDITOR}.ckeditorInstance)"
            ))
            .await,
            true
        );
        page.run(&format!(
            "const editor = {EDITOR}; editor.focus();
             const data = new DataTransfer();
             data.setData('text/html', '<p>Hello</p><ol><li>One</li></ol>');
             data.setData('text/plain', 'plain');
             editor.dispatchEvent(new ClipboardEvent('paste', {{bubbles: true, cancelable: true, clipboardData: data}}));"
        ))
        .await;
        page.until(&format!("{EDITOR}.textContent.includes('One')"))
            .await;
        assert_eq!(
            page.eval(&format!("{EDITOR}.querySelectorAll('ol li').length"))
                .await,
            1
        );
        page.run(&format!("{EDITOR}.ckeditorInstance.execute('undo')"))
            .await;
        assert_eq!(page.eval(&format!("{EDITOR}.textContent.trim()")).await, "");
    });
}

/// "`omnichannel-channel-switcher-button` (`data-channel` = `web`, `internal`, …)"
#[test]
fn the_channel_is_told() {
    on_page(Switches::default(), async |page| {
        page.ticket(1005).await;
        let button = "document.querySelector('.is-shown [data-test-id=\"omnichannel-channel-switcher-button\"]')";
        assert_eq!(page.eval(&format!("{button}.dataset.channel")).await, "web");
        page.run(&format!("{button}.click()")).await;
        page.run("document.querySelector('.is-shown [data-test-id=\"omnichannel-channel-switcher-menuitem-internal\"]').click()").await;
        assert_eq!(
            page.eval(&format!("{button}.dataset.channel")).await,
            "internal"
        );
    });
}

/// "`omni-header-subject` (an input)": the facts know no sign of an edit that is not submitted, so
/// the page has none, in the header, the tabs or the submit button; it is sent with the submit.
#[test]
fn changed_fields_show_nowhere_until_they_are_submitted() {
    on_page(Switches::default(), async |page| {
        page.ticket(1005).await;
        let signs = "[...document.querySelectorAll('header, .is-shown footer, .is-shown .fields')].map((part) => \
                     part.outerHTML.replaceAll('urgent', '').replaceAll('high', '').replaceAll('normal', '').replaceAll('low', '')).join()";
        let before = page.eval(signs).await;
        page.run(
            "const subject = document.querySelector('.is-shown [data-test-id=\"omni-header-subject\"]');
             subject.value = 'Another subject';
             subject.dispatchEvent(new Event('input', {bubbles: true}));
             const field = document.querySelector('.is-shown [data-test-id=\"ticket-fields-priority-select\"]');
             field.querySelector('[role=combobox]').click();
             field.querySelector('[role=option]:last-child').click();",
        )
        .await;
        assert_eq!(page.eval(signs).await, before);
        page.run(
            "document.querySelector('.is-shown [data-test-id=\"submit_button-button\"]').click()",
        )
        .await;
        page.until("document.querySelector('.toast') !== null")
            .await;
        let ticket = "fetch('/api/v2/tickets/1005').then(r => r.json()).then(j => j.ticket.subject + ', ' + j.ticket.priority)";
        assert_eq!(page.eval(ticket).await, "Another subject, urgent");
    });
}

/// "**A stale page can undo a removal**: … a captured submit of the page sent its whole `tags` array
/// with `"safe_update": false`"; writes carry the token and `X-Requested-With`.
#[test]
fn submitting_brings_a_removed_tag_back() {
    on_page(Switches::default(), async |page| {
        page.ticket(1005).await;
        let event = serde_json::from_value(serde_json::json!({
            "event": "other_agent", "ticket": 1005, "remove_tags": ["sub_sm_ultimate"], "add_tags": ["vip"],
        }));
        page.control().happen(&event.unwrap());
        assert!(
            page.tags().await.contains(&"sub_sm_ultimate".to_owned()),
            "the page is stale"
        );
        page.run(&format!(
            "{EDITOR}.ckeditorInstance.setData('<p>Done &amp; dusted</p>')"
        ))
        .await;
        page.run(
            "document.querySelector('.is-shown [data-test-id=\"submit_button-button\"]').click()",
        )
        .await;
        page.until("[...document.querySelectorAll('.is-shown article')].at(-1).textContent.includes('Done & dusted')").await;

        let log = page.control().requests();
        let submit = log.iter().find(|one| one.method == "PUT").unwrap();
        assert_eq!(submit.path, "/api/v2/tickets/1005.json");
        assert!(
            submit.body.contains("\"safe_update\":false")
                && submit.body.contains("\"sub_sm_ultimate\"")
        );
        assert_eq!(submit.header("x-requested-with"), Some("XMLHttpRequest"));
        assert!(submit.header("x-csrf-token").is_some());
        let tags = page.control().tags(1005);
        assert!(tags.contains(&"sub_sm_ultimate".to_owned()) && tags.contains(&"vip".to_owned()));
        assert_eq!(page.tags().await, tags);
        assert_eq!(page.eval(&format!("{EDITOR}.textContent.trim()")).await, "");
    });
}

/// "`ticket-system-field-tags-item-selected` (one a tag)", editable.
#[test]
fn tags_are_edited() {
    on_page(Switches::default(), async |page| {
        page.ticket(1005).await;
        page.run("document.querySelector('.is-shown .tag-remove').click()")
            .await;
        page.run(
            "const input = document.querySelector('.is-shown .tag-input'); input.value = 'fresh';
             input.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter'}))",
        )
        .await;
        assert_eq!(
            page.tags().await,
            [
                "sub_sm_ultimate",
                "support_category_ci",
                "ultimate_customer",
                "fresh"
            ]
        );
        page.run(
            "document.querySelector('.is-shown [data-test-id=\"submit_button-button\"]').click()",
        )
        .await;
        page.until("document.querySelector('.toast')").await;
        assert_eq!(
            page.control().tags(1005),
            [
                "fresh",
                "sub_sm_ultimate",
                "support_category_ci",
                "ultimate_customer"
            ]
        );
    });
}
