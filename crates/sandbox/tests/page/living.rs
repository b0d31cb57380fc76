//! What changes while the page is open.

use ferry_sandbox::{Event, PageBehaviour, Switches};

use crate::browser::on_page;

/// "The page's own conversation log loads older messages lazily"
#[test]
fn older_comments_come_on_demand() {
    on_page(Switches::default(), async |page| {
        page.ticket(1013).await;
        let count = "document.querySelectorAll('.is-shown article').length";
        assert_eq!(page.eval(count).await, 20);
        page.run("document.querySelector('[data-test-id=\"convolog-show-more-button\"]').click()")
            .await;
        page.until(&format!("{count} === 40")).await;
        let texts = page
            .eval("document.querySelector('.is-shown article').textContent")
            .await;
        assert!(
            texts.as_str().unwrap().contains("209"),
            "the 211th comment of 250: {texts}"
        );
    });
}

/// The other outcome: a page that follows what others do.
#[test]
fn a_live_page_follows() {
    on_page(
        Switches {
            page: PageBehaviour::Live,
            ..Switches::default()
        },
        async |page| {
            page.ticket(1005).await;
            let event = Event::OtherAgent {
                ticket: 1005,
                add_tags: Vec::new(),
                remove_tags: vec!["sub_sm_ultimate".to_owned()],
                status: Some("pending".to_owned()),
                note: Some("Seen live".to_owned()),
                reply: None,
            };
            page.control().happen(&event);
            page.until("document.querySelector('.is-shown').textContent.includes('Seen live')")
                .await;
            assert!(!page.tags().await.contains(&"sub_sm_ultimate".to_owned()));
        },
    );
}

/// A signed-out browser is sent to sign in, and comes back.
#[test]
fn an_ended_session_signs_in_again() {
    on_page(Switches::default(), async |page| {
        page.ticket(1005).await;
        page.control().happen(&Event::SessionExpired);
        let me = "fetch('/api/v2/users/me').then(r => r.json()).then(j => j.user.id)";
        assert!(page.eval(me).await.is_null());
        page.load("/agent/tickets/1005").await;
        assert_eq!(
            page.eval("location.pathname").await,
            "/access/unauthenticated"
        );
        page.run("document.querySelector('button').click()").await;
        page.until("location.pathname.startsWith('/agent/')").await;
        assert!(page.eval(me).await.is_u64());
    });
}
