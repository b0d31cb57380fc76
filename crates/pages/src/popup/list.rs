//! The list of migrations of one Zendesk, while it grows.

use std::sync::Arc;

use ferry_core::Policy;
use ferry_web::clock;
use ferry_web::words::{say, t};
use ferry_words::headline::{direction, headline, tone_name};
use ferry_words::{text, trouble};
use leptos::prelude::*;

use super::finding::{Progress, Search, Summary};
use super::migrations::{Found, Part, listed};

#[component]
pub(super) fn Migrations(
    policy: Arc<Policy>,
    search: Search,
    /// Named where there are several.
    host: Option<String>,
) -> impl IntoView {
    let parts = move || {
        let found = search.found.get();
        let parts = Part::ALL.into_iter().filter_map(|part| {
            let tickets = listed(&found, part);
            (!tickets.is_empty()).then(|| section(&policy, part, tickets))
        });
        parts.collect_view()
    };
    view! {
        {host.map(|host| view! { <h2 class="host">{host}</h2> })}
        <div role="status" data-testid="popup-progress">
            {move || told(&search.progress.get())}
            {move || search.waiting.get().map(|seconds| view! { <p>{say(&text("wait_seconds").with(seconds))}</p> })}
        </div>
        {move || bar(&search.progress.get())}
        {parts}
    }
}

/// Progress in words, told as it goes.
fn told(progress: &Progress) -> AnyView {
    match progress {
        Progress::Searching => view! { <p class="reading">{t("popup_searching")}</p> }.into_any(),
        Progress::Reading { done, all } => {
            let words = say(&text("popup_reading").with(done).with(all));
            view! { <p class="reading">{words}</p> }.into_any()
        }
        Progress::Ready(summary) => summed_up(*summary).into_any(),
        Progress::Failed(error) => view! {
            <div class="card" data-tone="warn" data-testid="popup-trouble" data-kind=error.kind()>
                <p>{say(&trouble::of_error(error))}</p>
            </div>
        }
        .into_any(),
    }
}

fn bar(progress: &Progress) -> Option<impl IntoView + use<>> {
    let Progress::Reading { done, all } = progress else {
        return None;
    };
    let (done, all) = (done.to_string(), all.to_string());
    Some(view! { <progress value=done max=all aria-label=t("popup_searching")></progress> })
}

fn summed_up(summary: Summary) -> impl IntoView {
    let Summary { read, failed, more } = summary;
    let failed = (failed > 0).then(|| say(&text("popup_failed").with(failed)));
    let more = more.then(|| t("popup_more"));
    let words = [Some(say(&text("popup_read").with(read))), failed, more];
    let words: Vec<String> = words.into_iter().flatten().collect();
    view! { <p class="hint" data-testid="popup-summary">{words.join(" ")}</p> }
}

fn section(policy: &Policy, part: Part, tickets: Vec<Found>) -> impl IntoView + use<> {
    let id = format!("part-{}", part.name());
    let (labelled_by, test_id) = (id.clone(), id.clone());
    let items = tickets.into_iter().map(|found| item(policy, &found));
    view! {
        <section aria-labelledby=labelled_by data-testid=test_id>
            <h2 id=id>
                {part.number().map(|number| view! { <span class="number">{number}</span> " " })}
                {t(part.title())}
            </h2>
            <ul class="found">{items.collect_view()}</ul>
        </section>
    }
}

fn item(policy: &Policy, found: &Found) -> impl IntoView + use<> {
    let Found {
        host,
        subject,
        assessment,
    } = found;
    let ticket = assessment.ticket_id;
    let headline = headline(assessment);
    let date = assessment.target_date.map(clock::date_in_words);
    let pills = [
        direction(policy, assessment).map(|direction| say(&direction)),
        date.map(|date| say(&text("until").with(date))),
    ];
    let pills = pills.into_iter().flatten();
    view! {
        <li data-testid="popup-ticket" data-ticket=ticket.to_string() data-tone=tone_name(headline.tone)>
            <a
                href=format!("https://{host}/agent/tickets/{ticket}")
                target="_blank"
                rel="noopener noreferrer"
            >
                <span class="ticket-number">{format!("#{ticket}")}</span>
                " "
                <span dir="auto">{subject.clone()}</span>
            </a>
            <p class="next">{say(&headline.title)}</p>
            <p class="pills">
                {pills.map(|pill| view! { <span class="pill">{pill}</span> }).collect_view()}
            </p>
        </li>
    }
}
