//! The Zendesk instances that Ferry works on.

use ferry_core::policy::Host;
use ferry_web::words::t;
use ferry_words::text;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::page::{Page, Part};
use super::parts::{Locked, Result, Said};
use super::permissions::{self, Access, Hosts as Permitted};
use super::problems::say_problem;

#[component]
pub(super) fn Hosts() -> impl IntoView {
    let page = expect_context::<Page>();
    let permitted = RwSignal::new(Permitted::default());
    let look = move || spawn_local(async move { permitted.set(Permitted::read().await) });
    look();
    let locked = Memo::new(move |_| page.now.get().locked_fields.contains("hosts"));
    let row = move |host: Host| {
        view! { <Row host permitted locked look=Callback::new(move |()| look()) /> }
    };
    view! {
        <p class="lead">
            {t("options_hosts_hint")}
            " "
            <Show when=move || locked.get()>
                <Locked />
            </Show>
        </p>
        <ul class="hosts">
            {move || page.now.get().policy.hosts.iter().cloned().map(row).collect_view()}
        </ul>
        <Show when=move || !locked.get()>
            <Add look=Callback::new(move |()| look()) />
        </Show>
        <Result part=Part::Hosts />
    }
}

#[component]
fn Row(
    host: Host,
    permitted: RwSignal<Permitted>,
    locked: Memo<bool>,
    look: Callback<()>,
) -> impl IntoView {
    let page = expect_context::<Page>();
    let name = StoredValue::new(host.host.clone());
    let access = move || permitted.with(|permitted| permitted.access(&name.get_value()));
    let allow = move |_| {
        let asked = permissions::request(&name.get_value());
        spawn_local(async move {
            let said = if asked.await {
                Said::done(text("host_allowed_now").with(name.get_value()))
            } else {
                Said::warn(text("host_not_allowed").with(name.get_value()))
            };
            page.say(Part::Hosts, said);
            look.run(());
        });
    };
    let remove = move |_| {
        let host = name.get_value();
        let mut policy = page.now.get_untracked().policy.as_ref().clone();
        policy.hosts.retain(|other| other.host != host);
        let mistakes = policy.mistakes();
        if let Some(mistake) = mistakes.first() {
            let said = Said::warn(text("host_stays").with(say_problem(&mistake.problem)));
            return page.say(Part::Hosts, said);
        }
        page.save_policy(Part::Hosts, &policy);
        // The manifest's own hosts can come back without asking.
        if access() == Access::Allowed {
            spawn_local(async move {
                permissions::give_back(&host).await;
                look.run(());
            });
        }
    };
    let status = move || match access() {
        Access::BuiltIn => t("host_built_in"),
        Access::Allowed => t("host_allowed"),
        Access::NotYet => t("host_not_yet"),
        Access::NoZendesk => t("host_no_zendesk"),
    };
    let removing = ferry_web::words::say(&text("options_remove_named").with(&host.host));
    let data_host = host.host.clone();
    view! {
        <li class="host" data-testid="host" data-host=data_host>
            <div>
                <p class="host-name">
                    <strong>{host.name}</strong>
                    <code>{host.host}</code>
                </p>
                <p class="hint" data-testid="host-status">
                    {status}
                    ". "
                    {if host.ops_issue { t("host_ops_issue") } else { t("host_by_hand") }}
                </p>
            </div>
            <div class="buttons">
                <Show when=move || access() == Access::NotYet>
                    <button type="button" class="primary" data-testid="allow" on:click=allow>
                        {t("host_allow")}
                    </button>
                </Show>
                <button
                    type="button"
                    data-testid="remove-host"
                    aria-label=removing
                    disabled=locked
                    on:click=remove
                >
                    {t("options_remove")}
                </button>
            </div>
        </li>
    }
}

#[component]
fn Add(look: Callback<()>) -> impl IntoView {
    let page = expect_context::<Page>();
    let (host, name) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let ops_issue = RwSignal::new(true);
    let problem = RwSignal::new(None::<String>);
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = host_name(&host.get_untracked());
        let mut policy = page.now.get_untracked().policy.as_ref().clone();
        let index = policy.hosts.len();
        let title = name.get_untracked().trim().to_owned();
        policy.hosts.push(Host {
            name: if title.is_empty() {
                typed.clone()
            } else {
                title
            },
            host: typed.clone(),
            ops_issue: ops_issue.get_untracked(),
        });
        let at = format!("hosts[{index}]");
        let mistakes = policy.mistakes();
        let wrong = mistakes.iter().find(|error| error.field.starts_with(&at));
        let wrong = wrong
            .or(mistakes.first())
            .map(|error| say_problem(&error.problem));
        if let Some(wrong) = wrong {
            problem.set(Some(wrong));
            return;
        }
        let asked = typed
            .ends_with(".zendesk.com")
            .then(|| permissions::request(&typed));
        problem.set(None);
        host.set(String::new());
        name.set(String::new());
        page.save_policy(Part::Hosts, &policy);
        spawn_local(async move {
            let refused = match asked {
                Some(asked) => !asked.await,
                None => false,
            };
            if refused {
                page.say(
                    Part::Hosts,
                    Said::warn(text("host_not_allowed").with(typed)),
                );
            }
            look.run(());
        });
    };
    view! {
        <form class="add-host" on:submit=add>
            <h3>{t("host_add")}</h3>
            <div class="entry">
                <div class="field">
                    <label for="new-host">{t("field_host")}</label>
                    <input
                        id="new-host"
                        type="text"
                        placeholder="company.zendesk.com"
                        spellcheck="false"
                        autocomplete="off"
                        data-testid="new-host"
                        prop:value=host
                        aria-invalid=move || problem.get().map(|_| "true")
                        aria-describedby="new-host-wrong"
                        on:input=move |event| host.set(event_target_value(&event))
                    />
                    <div id="new-host-wrong" role="status">
                        {move || {
                            problem
                                .get()
                                .map(|problem| {
                                    view! {
                                        <p class="mistake" data-testid="field-mistake">
                                            {problem}
                                        </p>
                                    }
                                })
                        }}
                    </div>
                </div>
                <div class="field">
                    <label for="new-host-name">{t("field_name")}</label>
                    <input
                        id="new-host-name"
                        type="text"
                        autocomplete="off"
                        data-testid="new-host-name"
                        prop:value=name
                        on:input=move |event| name.set(event_target_value(&event))
                    />
                </div>
                <div class="field check">
                    <label for="new-host-ops">{t("host_ops_issue")}</label>
                    <input
                        id="new-host-ops"
                        type="checkbox"
                        prop:checked=ops_issue
                        on:change=move |event| ops_issue.set(event_target_checked(&event))
                    />
                </div>
            </div>
            <button type="submit" class="primary" data-testid="add-host">
                {t("options_add")}
            </button>
        </form>
    }
}

/// What people paste may be a page's whole address.
fn host_name(typed: &str) -> String {
    let typed = typed.trim();
    let name = typed.strip_prefix("https://").unwrap_or(typed);
    let name = name.split(['/', '?', '#']).next().unwrap_or(name);
    name.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::host_name;

    #[test]
    fn an_address_is_taken_for_its_host() {
        assert_eq!(
            host_name(" https://Acme.zendesk.com/agent/tickets/1 "),
            "acme.zendesk.com"
        );
        assert_eq!(host_name("acme.zendesk.com"), "acme.zendesk.com");
        assert_eq!(host_name("not a host"), "not a host");
    }
}
