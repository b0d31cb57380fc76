//! Icons, drawn in the text's colour.

use leptos::prelude::*;

fn icon(path: &'static str) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
            <path d=path fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"></path>
        </svg>
    }
}

/// A ferry on water.
pub(super) fn ferry() -> impl IntoView {
    view! {
        <svg class="mark" viewBox="0 0 32 32" width="20" height="20" aria-hidden="true" focusable="false">
            <path fill="currentColor" d="M14 4h4v4h5a1 1 0 0 1 1 1v5l4 1.5-3 7.5H7l-3-7.5L8 14V9a1 1 0 0 1 1-1h5Zm-4 6.5v3l6-2 6 2v-3Z"></path>
            <path fill="none" stroke="currentColor" stroke-width="2.4" stroke-linecap="round" d="M3 27c2.2 0 2.2-1.6 4.3-1.6S9.5 27 11.7 27s2.2-1.6 4.3-1.6 2.2 1.6 4.3 1.6 2.2-1.6 4.3-1.6S26.8 27 29 27"></path>
        </svg>
    }
}

pub(super) fn close() -> impl IntoView {
    icon("M4 4l8 8M12 4l-8 8")
}

pub(super) fn switch_side() -> impl IntoView {
    icon("M2.5 5.5h10M10 3l2.5 2.5L10 8M13.5 10.5h-10M6 8l-2.5 2.5L6 13")
}

pub(super) fn collapse() -> impl IntoView {
    icon("M4 8h8")
}

pub(super) fn chevron() -> impl IntoView {
    icon("M4 6l4 4 4-4")
}

pub(super) fn check() -> impl IntoView {
    icon("M3.5 8.5l3 3 6-7")
}

pub(super) fn hourglass() -> impl IntoView {
    icon("M8 4v4l2.5 1.5M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8")
}

pub(super) fn question() -> impl IntoView {
    icon("M6 6a2 2 0 1 1 3 1.7c-.7.4-1 .8-1 1.6M8 12v.1")
}
