//! The four pictures: drawings of Zendesk's page without words, in the page's own colours.

use leptos::prelude::*;

/// A rounded box: left, top, width, height.
type Place = (u32, u32, u32, u32);

fn block(class: &'static str, place: Place) -> impl IntoView {
    let (x, y, width, height) = place;
    view! { <rect class=class x=x y=y width=width height=height rx="3"></rect> }
}

fn blocks(class: &'static str, places: &[Place]) -> impl IntoView + use<> {
    let blocks = places.iter().map(|place| block(class, *place));
    blocks.collect_view()
}

/// A ticket's page: fields, conversation, composer.
fn ticket() -> impl IntoView {
    view! {
        {block("paper", (1, 1, 318, 178))}
        {blocks("subtle", &[(1, 1, 14, 178), (16, 14, 64, 165)])}
        {blocks("words", &[(22, 24, 40, 4), (22, 44, 40, 4), (22, 64, 40, 4)])}
        {blocks("field", &[(22, 31, 52, 9), (22, 51, 52, 9), (22, 71, 52, 9)])}
        {block("words strong", (88, 18, 90, 5))}
    }
}

fn conversation(top: u32) -> impl IntoView {
    let line = |at: u32, width: u32| (100, top + at, width, 4);
    view! {
        {block("message", (92, top, 140, 36))}
        {blocks("words", &[line(8, 120), line(16, 104), line(24, 76)])}
    }
}

fn composer() -> impl IntoView {
    view! {
        {block("field", (92, 136, 140, 34))}
        {block("words", (98, 143, 60, 4))}
    }
}

fn picture(content: AnyView) -> impl IntoView {
    view! {
        <svg class="picture" viewBox="0 0 320 180" aria-hidden="true" focusable="false">
            {content}
        </svg>
    }
}

/// The line above the conversation.
pub(super) fn banner() -> impl IntoView {
    picture(
        view! {
            {ticket()}
            {block("act-back", (84, 30, 234, 34))}
            {block("act", (84, 30, 4, 34))}
            {block("words strong", (96, 38, 96, 5))}
            {block("words", (96, 50, 130, 4))}
            {block("act", (258, 37, 50, 14))}
            {conversation(74)}
            {composer()}
        }
        .into_any(),
    )
}

/// The sidebar with its steps, and the message in the composer.
pub(super) fn sidebar() -> impl IntoView {
    let step = |number: u32| {
        let class = if number == 0 { "act" } else { "ring" };
        view! {
            <circle class=class cx="252" cy=44 + number * 22 r="6"></circle>
            {block("words", (264, 42 + number * 22, 44, 4))}
        }
    };
    picture(
        view! {
            {ticket()}
            {conversation(30)}
            {conversation(76)}
            {block("field", (92, 122, 140, 48))}
            {blocks("words strong", &[(98, 130, 120, 4), (98, 139, 110, 4), (98, 148, 84, 4)])}
            {block("paper raised", (240, 14, 79, 165))}
            {block("words strong", (248, 22, 50, 5))}
            {(0..4).map(step).collect_view()}
            {block("act", (248, 136, 62, 16))}
            <path class="arrow" d="M236 144H226m4-5l-5 5 5 5"></path>
        }
        .into_any(),
    )
}

/// Two tags, of which one goes.
pub(super) fn tags() -> impl IntoView {
    picture(
        view! {
            {ticket()}
            {conversation(30)}
            {composer()}
            {block("field", (22, 92, 110, 56))}
            {block("pill", (28, 99, 84, 14))}
            {block("words", (34, 104, 60, 4))}
            {block("pill", (28, 122, 84, 14))}
            {block("words", (34, 127, 66, 4))}
            <path class="strike" d="M26 129h90"></path>
            <circle class="done" cx="150" cy="120" r="11"></circle>
            <path class="check" d="M145 120l4 4 7-8"></path>
        }
        .into_any(),
    )
}

/// The toolbar button's list.
pub(super) fn list() -> impl IntoView {
    let row = |number: u32| {
        let class = if number == 0 { "warn" } else { "act" };
        let top = 58 + number * 28;
        view! {
            {block(class, (176, top, 3, 20))}
            {block("words strong", (186, top + 2, 90, 4))}
            {block("words", (186, top + 12, 62, 4))}
        }
    };
    picture(
        view! {
            {block("subtle", (1, 1, 318, 24))}
            {block("field", (12, 7, 220, 12))}
            <circle class="act" cx="292" cy="13" r="8"></circle>
            {block("paper", (1, 25, 318, 154))}
            {conversation(40)}
            {block("paper raised", (164, 28, 146, 146))}
            {block("words strong", (176, 40, 70, 6))}
            {(0..4).map(row).collect_view()}
        }
        .into_any(),
    )
}
