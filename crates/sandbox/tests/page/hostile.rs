//! Hostile text, and the page's policy.

use ferry_sandbox::Switches;

use crate::browser::on_page;

/// Nothing that people typed executes, and nothing of the page itself breaks its policy.
#[test]
fn hostile_text_stays_text() {
    on_page(Switches::default(), async |page| {
        page.load("/agent/filters/360003").await;
        page.until("document.querySelector('a[href=\"/agent/tickets/1014\"]')")
            .await;
        page.run(
            "window.violations = [];
             addEventListener('securitypolicyviolation', event => violations.push(event.violatedDirective + ' ' + event.blockedURI));
             document.querySelector('a[href=\"/agent/tickets/1014\"]').click()",
        )
        .await;
        page.until("document.querySelector('.is-shown .ck-editor__editable') && document.querySelectorAll('.is-shown article').length === 3").await;
        assert_ne!(page.eval("document.title").await, "executed");
        assert_eq!(page.eval("violations.join()").await, "");
        assert_eq!(page.eval("document.querySelectorAll('.is-shown article script, .is-shown article img, iframe').length").await, 0);
        assert_eq!(
            page.eval("document.documentElement.scrollWidth <= innerWidth")
                .await,
            true
        );
    });
}

/// "The page's Content-Security-Policy is not public. Tried on a strict one (`script-src 'self'`):
/// WebAssembly in a content script is refused"
#[test]
fn the_policy_is_strict() {
    on_page(Switches::default(), async |page| {
        page.ticket(1005).await;
        let compile = "WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(() => 'runs', e => e.name)";
        assert_eq!(page.eval(compile).await, "CompileError");
        page.run("const script = document.createElement('script'); script.textContent = 'document.title = 1'; document.body.append(script)").await;
        assert_ne!(page.eval("document.title").await, "1");
        assert_eq!(
            page.eval("document.cookie.includes('_zendesk_session')")
                .await,
            false,
            "HttpOnly"
        );
    });
}
