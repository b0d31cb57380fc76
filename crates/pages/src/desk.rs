//! The way to Zendesk: an open agent page, whose adapter reads for this page.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::pin::pin;
use std::rc::Rc;

use ferry_protocol::{ApiCall, FromDesk, Outcome, PageState, RequestId, ToDesk};
use ferry_web::port::{self, Port};
use ferry_web::{clock, document};
use ferry_zendesk::Transport;
use futures_channel::oneshot;
use futures_util::future::{Either, join_all, select};
use js_sys::{Array, Reflect};
use serde_json::{Value, json};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::pace::Pace;

const PORT: &str = "ferry-desk";
/// A page that is busy loading may be late; one that is none says nothing at all.
const PATIENCE_MS: u32 = 2_000;

/// An agent page in one of the browser's tabs.
pub(crate) struct Desk {
    port: Port,
    tab: i32,
    /// Whether it is the tab that the agent looks at.
    pub(crate) in_front: bool,
    /// Which Zendesk.
    pub(crate) host: String,
    /// The ticket on screen.
    pub(crate) ticket: Option<u64>,
    next: Cell<RequestId>,
    waiting: RefCell<HashMap<RequestId, oneshot::Sender<FromDesk>>>,
}

/// A tab, as far as an extension without permissions is told of it.
#[derive(Debug, Clone, Copy)]
struct Tab {
    id: i32,
    in_front: bool,
}

/// All agent pages that answer, the one in front first.
pub(crate) async fn open_desks() -> Vec<Rc<Desk>> {
    let tabs = tabs().await;
    let mut desks: Vec<Rc<Desk>> = join_all(tabs.into_iter().map(Desk::open))
        .await
        .into_iter()
        .flatten()
        .collect();
    desks.sort_by_key(|desk| !desk.in_front);
    desks
}

async fn tabs() -> Vec<Tab> {
    let Ok(query) = port::query_tabs(&js_sys::Object::new()) else {
        return Vec::new();
    };
    let Ok(found) = JsFuture::from(query).await else {
        return Vec::new();
    };
    let member = |tab: &JsValue, name: &str| Reflect::get(tab, &JsValue::from_str(name)).ok();
    Array::from(&found)
        .iter()
        .filter_map(|tab| {
            let id = member(&tab, "id")?.as_f64()?;
            // The browser counts tabs in whole numbers of 32 bits.
            #[allow(clippy::cast_possible_truncation, reason = "see above")]
            let id = id as i32;
            let in_front = member(&tab, "active").is_some_and(|active| active.is_truthy());
            Some(Tab { id, in_front })
        })
        .collect()
}

impl Desk {
    /// Asks the tab's adapter, if there is one, where it is.
    async fn open(tab: Tab) -> Option<Rc<Self>> {
        let how = document::to_js(&json!({ "name": PORT, "frameId": 0 }))?;
        let port = port::connect(tab.id, &how).ok()?;
        let (first, told) = oneshot::channel();
        let first = RefCell::new(Some(first));
        let desk: Rc<RefCell<Option<Rc<Self>>>> = Rc::default();

        let (listening, closing) = (Rc::clone(&desk), Rc::clone(&desk));
        let heard = Closure::<dyn Fn(JsValue)>::new(move |raw: JsValue| {
            let Some(message) = read(&raw) else { return };
            match (listening.borrow().as_ref(), message) {
                (Some(desk), message) => desk.route(message),
                (None, FromDesk::Here { host, ticket }) => {
                    if let Some(first) = first.borrow_mut().take() {
                        let _ = first.send((host, ticket));
                    }
                }
                (None, _) => {}
            }
        });
        let (gone, ended) = oneshot::channel::<()>();
        let gone = RefCell::new(Some(gone));
        let closed = Closure::<dyn Fn()>::new(move || {
            port::note_last_error();
            gone.borrow_mut().take();
            if let Some(desk) = closing.borrow().as_ref() {
                desk.waiting.borrow_mut().clear();
            }
        });
        port.on_message()
            .add_listener(heard.as_ref().unchecked_ref());
        port.on_disconnect()
            .add_listener(closed.as_ref().unchecked_ref());
        // The port lives as long as this page.
        heard.forget();
        closed.forget();

        let nobody = pin!(async {
            let silent = pin!(clock::sleep(PATIENCE_MS));
            select(ended, silent).await;
        });
        let Either::Left((Ok((host, ticket)), _)) = select(told, nobody).await else {
            return None;
        };
        let opened = Rc::new(Self {
            port,
            tab: tab.id,
            in_front: tab.in_front,
            host,
            ticket,
            next: Cell::new(1),
            waiting: RefCell::default(),
        });
        *desk.borrow_mut() = Some(Rc::clone(&opened));
        Some(opened)
    }

    /// What the page shows of the ticket on screen.
    pub(crate) async fn look(&self) -> Option<PageState> {
        match self.ask(|id| ToDesk::LookAtPage { id }).await? {
            FromDesk::Page { page, .. } => page,
            _ => None,
        }
    }

    /// Opens or closes the sidebar of the ticket on screen, as the keyboard command does.
    pub(crate) async fn toggle_sidebar(&self) {
        let message = document::to_js(&json!({ "type": "command", "command": "toggle_sidebar" }));
        let how = document::to_js(&json!({ "frameId": 0 }));
        if let (Some(message), Some(how)) = (message, how)
            && let Ok(sent) = port::send_to_tab(self.tab, &message, &how)
        {
            // The adapter hears it and answers nothing.
            let _ = JsFuture::from(sent).await;
        }
    }

    async fn ask(&self, request: impl FnOnce(RequestId) -> ToDesk) -> Option<FromDesk> {
        let id = self.next.get();
        self.next.set(id.wrapping_add(1));
        let (sender, receiver) = oneshot::channel();
        self.waiting.borrow_mut().insert(id, sender);
        self.port.post_message(&document::to_js(&request(id))?);
        receiver.await.ok()
    }

    fn route(&self, message: FromDesk) {
        let id = match &message {
            FromDesk::Answer { id, .. } | FromDesk::Page { id, .. } => *id,
            FromDesk::Here { .. } => return,
        };
        if let Some(sender) = self.waiting.borrow_mut().remove(&id) {
            let _ = sender.send(message);
        }
    }
}

/// The desk, with a pace for its calls.
#[derive(Clone)]
pub(crate) struct Reads {
    desk: Rc<Desk>,
    pace: Rc<Pace>,
}

impl Reads {
    pub(crate) fn new(desk: Rc<Desk>) -> Self {
        Self {
            desk,
            pace: Rc::default(),
        }
    }
}

impl Transport for Reads {
    async fn send(&self, call: ApiCall) -> Outcome {
        self.pace.turn().await;
        match self.desk.ask(|id| ToDesk::Read { id, call }).await {
            Some(FromDesk::Answer { outcome, .. }) => outcome,
            _ => Outcome::NoResponse,
        }
    }
}

fn read(raw: &JsValue) -> Option<FromDesk> {
    let text = js_sys::JSON::stringify(raw).ok()?;
    let value: Value = serde_json::from_str(&String::from(text)).ok()?;
    FromDesk::read(value)
}
