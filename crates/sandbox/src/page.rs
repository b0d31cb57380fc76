//! Serves the agent page, its parts, and the sign-in page.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};

use crate::call::{Call, encode};
use crate::markup::escape;
use crate::reply::{self, Reply};
use crate::session::COOKIE;
use crate::world::World;

/// Zendesk's policy is not public. This is the strict one that Ferry's ways were tried on.
const POLICY: &str = "default-src 'self'; script-src 'self'; connect-src 'self'; style-src 'self'; \
    img-src 'self' data:; object-src 'none'; frame-src 'none'; base-uri 'self'; frame-ancestors 'self'";

/// The page's parts, by name.
const PARTS: [(&str, &str); 18] = [
    ("app.js", include_str!("../page/app.js")),
    ("composer.js", include_str!("../page/composer.js")),
    ("context.js", include_str!("../page/context.js")),
    ("control.css", include_str!("../page/control.css")),
    ("control.js", include_str!("../page/control.js")),
    ("dom.js", include_str!("../page/dom.js")),
    ("fields.js", include_str!("../page/fields.js")),
    ("footer.js", include_str!("../page/footer.js")),
    ("frame.css", include_str!("../page/frame.css")),
    ("icon.svg", include_str!("../page/icon.svg")),
    ("log.js", include_str!("../page/log.js")),
    ("marks.js", include_str!("../page/marks.js")),
    ("net.js", include_str!("../page/net.js")),
    ("tagsfield.js", include_str!("../page/tagsfield.js")),
    ("ticket.css", include_str!("../page/ticket.css")),
    ("ticket.js", include_str!("../page/ticket.js")),
    ("tokens.css", include_str!("../page/tokens.css")),
    ("views.js", include_str!("../page/views.js")),
];

/// Everything that is no API.
#[derive(Debug)]
pub(crate) struct Page {
    ckeditor: Option<PathBuf>,
}

impl Page {
    /// A page with CKEditor from that folder, if any.
    pub(crate) fn new(ckeditor: Option<PathBuf>) -> Self {
        Self { ckeditor }
    }

    /// Answers a request.
    pub(crate) fn answer(&self, world: &mut World, call: &Call) -> Reply {
        if let Some(name) = call.path.strip_prefix("/agent/assets/") {
            return self.part(name);
        }
        match call.path.as_str() {
            "/" => Reply::html(302, "").with("location", "/agent/filters/360001"),
            "/access/unauthenticated" => with_policy(reply::sign_in_page()),
            "/access/login" if call.method == "POST" => {
                let user = world.page_user();
                let cookie = cookie_header(&world.sessions.sign_in(user), call);
                Reply::html(302, "")
                    .with("set-cookie", cookie)
                    .with("location", "/agent/filters/360001")
            }
            path if path == "/agent" || path.starts_with("/agent/") => self.agent(world, call),
            _ => with_policy(Reply::html(
                404,
                "<!doctype html><title>Not found</title><p>Not found",
            )),
        }
    }

    /// A browser with an ended session is sent to sign in; one without any is signed in at once.
    fn agent(&self, world: &mut World, call: &Call) -> Reply {
        let cookie = call.cookie(COOKIE);
        if cookie.is_some_and(|id| world.sessions.knows(id)) {
            return self.html(world, call);
        }
        if cookie.is_none() && world.switches.auto_sign_in {
            let user = world.page_user();
            let cookie = cookie_header(&world.sessions.sign_in(user), call);
            return self.html(world, call).with("set-cookie", cookie);
        }
        let location = format!("/access/unauthenticated?return_to={}", encode(&call.path));
        Reply::html(302, "").with("location", location)
    }

    fn html(&self, world: &World, call: &Call) -> Reply {
        let switches = json!(world.switches);
        let set = |name: &str| call.param(name).map(str::to_owned);
        let or_switch = |name: &str| switches[name].as_str().unwrap_or_default().to_owned();
        let theme = set("theme").or_else(|| call.cookie("sandbox_theme").map(str::to_owned));
        let editor = if self.ckeditor.is_some() {
            "ckeditor"
        } else {
            "plain"
        };
        let values = [
            (
                "locale",
                set("locale").unwrap_or_else(|| or_switch("locale")),
            ),
            (
                "direction",
                set("direction").unwrap_or_else(|| or_switch("direction")),
            ),
            ("theme", theme.unwrap_or_else(|| or_switch("theme"))),
            (
                "layout",
                set("layout").unwrap_or_else(|| or_switch("layout")),
            ),
            ("behaviour", or_switch("page")),
            (
                "comments",
                switches
                    .get("page_comments")
                    .map_or_else(String::new, Value::to_string),
            ),
            ("editor", editor.to_owned()),
        ];
        let mut html = include_str!("../page/index.html").to_owned();
        for (name, value) in values {
            html = html.replace(&format!("{{{{{name}}}}}"), &escape(&value));
        }
        with_policy(Reply::html(200, html))
    }

    fn part(&self, name: &str) -> Reply {
        let kind = match name.rsplit('.').next() {
            Some("js") => "text/javascript; charset=utf-8",
            Some("css") => "text/css; charset=utf-8",
            _ => "image/svg+xml",
        };
        if let Some((_, text)) = PARTS.iter().find(|(part, _)| *part == name) {
            return Reply::text(200, kind, *text);
        }
        if !matches!(name, "ckeditor5.js" | "ckeditor5.css") {
            return reply::not_found();
        }
        let file = self
            .ckeditor
            .as_ref()
            .map(|folder| folder.join("dist/browser").join(name));
        match file.map(fs::read) {
            Some(Ok(bytes)) => Reply::text(200, kind, bytes),
            // Without the editor its style sheet is asked for all the same.
            _ => Reply::text(200, kind, ""),
        }
    }
}

/// Adds the headers that Zendesk's pages have.
pub(crate) fn with_policy(reply: Reply) -> Reply {
    reply
        .with("content-security-policy", POLICY)
        .with("x-content-type-options", "nosniff")
        .with("x-frame-options", "SAMEORIGIN")
        .with("referrer-policy", "strict-origin-when-cross-origin")
}

/// The session cookie: out of reach for scripts, and for other sites.
pub(crate) fn cookie_header(id: &str, call: &Call) -> String {
    let secure = if call.origin.starts_with("https:") {
        "; Secure"
    } else {
        ""
    };
    format!("{COOKIE}={id}; Path=/; HttpOnly; SameSite=Strict{secure}")
}
