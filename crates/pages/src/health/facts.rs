//! What the page and the browser tell.

use ferry_protocol::PageState;
use ferry_web::troubles::{self, Trouble};
use ferry_web::{chrome, document, words};

use crate::browser;
use crate::desk;

/// All that is known.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Facts {
    pub(crate) version: String,
    pub(crate) browser: String,
    pub(crate) language: String,
    /// Names of permissions and hosts.
    pub(crate) permissions: Vec<String>,
    pub(crate) pages: Vec<Page>,
    pub(crate) troubles: Vec<Trouble>,
}

/// An open agent page.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Page {
    pub(crate) host: String,
    /// `None`: no ticket is on screen.
    pub(crate) state: Option<PageState>,
}

impl Facts {
    pub(crate) async fn gather() -> Self {
        let mut pages = Vec::new();
        for desk in desk::open_desks().await {
            pages.push(Page {
                host: desk.host.clone(),
                state: desk.look().await,
            });
        }
        Self {
            version: chrome::version(),
            browser: document::user_agent(),
            language: words::language(),
            permissions: browser::permissions().await,
            pages,
            troubles: troubles::last().await,
        }
    }
}
