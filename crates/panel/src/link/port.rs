//! The port to the adapter of this tab: what is sent, and who waits for which answer.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use ferry_protocol::{FromPage, Insertion, Outcome, PageState, RequestId, ToPage, VERSION, Visit};
use futures_channel::oneshot;
use js_sys::Reflect;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::browser::{chrome, document};

/// What can come back for a request.
#[derive(Debug)]
pub(crate) enum Answer {
    Call(Outcome),
    Page(PageState),
    Inserted(Insertion),
    Scrolled(bool),
}

/// The open port.
pub(crate) struct Link {
    port: chrome::Port,
    next: Cell<RequestId>,
    waiting: RefCell<HashMap<RequestId, (Visit, oneshot::Sender<Answer>)>>,
}

impl Link {
    /// Opens the port; `heard` gets every message that is no answer.
    pub(crate) async fn open(heard: impl Fn(FromPage) + 'static) -> Option<Rc<Self>> {
        let port = JsFuture::from(chrome::connect().ok()?).await.ok()?;
        let port: chrome::Port = port.unchecked_into();

        let link = Rc::new(Self {
            port,
            next: Cell::new(1),
            waiting: RefCell::default(),
        });
        let listening = Rc::clone(&link);
        let listener = Closure::<dyn Fn(JsValue)>::new(move |raw: JsValue| {
            if let Some(message) = read(&raw) {
                listening.route(message, &heard);
            }
        });
        link.port
            .on_message()
            .add_listener(listener.as_ref().unchecked_ref());
        // The port lives as long as the page.
        listener.forget();
        link.send(&ToPage::Hello {
            version: VERSION,
            secret: document::secret(),
        });
        Some(link)
    }

    /// Sends a message that has no answer.
    pub(crate) fn send(&self, message: &ToPage) {
        if let Some(message) = document::to_js(message) {
            self.port.post_message(&message);
        }
    }

    /// Sends a request and waits for its answer; `None`: the port closed.
    pub(crate) async fn ask(
        &self,
        visit: Visit,
        request: impl FnOnce(RequestId) -> ToPage,
    ) -> Option<Answer> {
        let id = self.next.get();
        self.next.set(id.wrapping_add(1));
        let (sender, receiver) = oneshot::channel();
        self.waiting.borrow_mut().insert(id, (visit, sender));
        self.send(&request(id));
        receiver.await.ok()
    }

    fn route(&self, message: FromPage, heard: &impl Fn(FromPage)) {
        let (id, visit, answer) = match message {
            FromPage::Answer { id, visit, outcome } => (id, visit, Answer::Call(outcome)),
            FromPage::Page { id, visit, page } => (id, visit, Answer::Page(page)),
            FromPage::Inserted { id, visit, result } => (id, visit, Answer::Inserted(result)),
            FromPage::Scrolled { id, visit, found } => (id, visit, Answer::Scrolled(found)),
            event => return heard(event),
        };
        let mut waiting = self.waiting.borrow_mut();
        // An answer of another visit than the request's is none.
        if waiting.get(&id).is_some_and(|(asked, _)| *asked == visit)
            && let Some((_, sender)) = waiting.remove(&id)
        {
            let _ = sender.send(answer);
        }
    }
}

fn read(raw: &JsValue) -> Option<FromPage> {
    let body = take_body(raw);
    let text = js_sys::JSON::stringify(raw).ok()?;
    let mut message = FromPage::read(serde_json::from_str(&String::from(text)).ok()?)?;
    if let (
        Some(whole),
        FromPage::Answer {
            outcome: Outcome::Response { body, .. },
            ..
        },
    ) = (body, &mut message)
    {
        *body = whole;
    }
    Some(message)
}

/// Takes the text of an answer out of the message, and leaves an empty one: it is by far the
/// largest part, and would be written as JSON and read again for nothing.
fn take_body(raw: &JsValue) -> Option<String> {
    let key = JsValue::from_str("body");
    let outcome = Reflect::get(raw, &JsValue::from_str("outcome")).ok()?;
    let body = outcome
        .is_object()
        .then(|| Reflect::get(&outcome, &key))?
        .ok()?;
    let text = body.as_string()?;
    Reflect::set(&outcome, &key, &JsValue::from_str("")).ok()?;
    Some(text)
}
