//! Try it: what Ferry concludes from a text, and why.

use ferry_core::ticket::{Comment, Organization, Ticket, User};
use ferry_core::{Assessment, Policy, Record, Source, assess};
use ferry_protocol::Tone;
use ferry_web::clock;
use ferry_web::words::{say, t};
use ferry_words::evidence::{Quote, conclusion, quotes};
use ferry_words::headline::{direction, headline};
use ferry_words::{Text, text};
use leptos::prelude::*;

use super::marks::{Piece, pieces};
use super::page::Page;
use super::samples::{SAMPLES, Sample, Voice};

const CUSTOMER: u64 = 1;
const COLLEAGUE: u64 = 2;

/// The ticket that is tried.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Trial {
    subject: String,
    form: Option<u64>,
    tags: String,
    organization_tags: String,
    texts: Vec<(Voice, String)>,
}

impl Trial {
    fn of(sample: &Sample) -> Self {
        let texts = sample.texts.iter();
        Self {
            subject: sample.subject.to_owned(),
            form: Some(sample.form),
            tags: sample.tags.to_owned(),
            organization_tags: sample.organization_tags.to_owned(),
            texts: texts
                .map(|(voice, text)| (*voice, (*text).to_owned()))
                .collect(),
        }
    }

    fn empty() -> Self {
        Self {
            subject: String::new(),
            form: None,
            tags: String::new(),
            organization_tags: String::new(),
            texts: vec![(Voice::Notes, String::new())],
        }
    }

    /// The ticket as Zendesk would have it. A comment's number is its place among the texts.
    fn record(&self) -> Record {
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect();
        let notes: Vec<&str> = self
            .texts
            .iter()
            .filter(|(voice, _)| *voice == Voice::Notes)
            .map(|(_, text)| text.as_str())
            .collect();
        let comments = (1..)
            .zip(&self.texts)
            .filter(|(_, (voice, _))| *voice != Voice::Notes);
        let user = |id, role: &str| User {
            id,
            name: None,
            role: Some(role.to_owned()),
            ..User::default()
        };
        Record {
            ticket: Ticket {
                id: 1,
                subject: Some(self.subject.clone()),
                tags: words(&self.tags),
                ticket_form_id: self.form,
                requester_id: Some(CUSTOMER),
                ..Ticket::default()
            },
            comments: comments
                .map(|(id, (voice, text)): (u64, _)| Comment {
                    id,
                    author_id: Some(if *voice == Voice::Customer {
                        CUSTOMER
                    } else {
                        COLLEAGUE
                    }),
                    public: *voice != Voice::Internal,
                    plain_body: Some(text.clone()),
                    ..Comment::default()
                })
                .collect(),
            users: vec![user(CUSTOMER, "end-user"), user(COLLEAGUE, "agent")],
            organization: Some(Organization {
                tags: words(&self.organization_tags),
                notes: Some(notes.join(NOTES_APART)),
                ..Organization::default()
            }),
        }
    }

    /// One of the texts with what was found in it.
    fn marked(&self, index: usize, assessment: &Assessment) -> Vec<Piece> {
        let Some((voice, text)) = self.texts.get(index) else {
            return Vec::new();
        };
        let evidence = assessment.evidence.iter();
        if *voice != Voice::Notes {
            let id = u64::try_from(index).unwrap_or_default() + 1;
            let source = Source::Comment { comment_id: id };
            return pieces(text, evidence.filter(|evidence| evidence.source == source));
        }
        // All notes are one text to the core.
        let notes = self.texts[..index]
            .iter()
            .filter(|(voice, _)| *voice == Voice::Notes);
        let before: usize = notes.map(|(_, text)| text.len() + NOTES_APART.len()).sum();
        let moved: Vec<_> = evidence
            .filter(|evidence| evidence.source == Source::OrganizationNotes)
            .filter(|evidence| evidence.start >= before)
            .map(|evidence| {
                let mut evidence = evidence.clone();
                evidence.start -= before;
                evidence.end -= before;
                evidence
            })
            .collect();
        pieces(text, moved.iter())
    }
}

const NOTES_APART: &str = "\n\n";

#[component]
pub(super) fn TryOut() -> impl IntoView {
    let page = expect_context::<Page>();
    let trial = RwSignal::new(SAMPLES.first().map_or_else(Trial::empty, Trial::of));
    let assessment = Memo::new(move |_| {
        let policy = &page.now.get().policy;
        trial.with(|trial| assess(policy, &trial.record(), clock::today()))
    });
    let pick = move |event| {
        let index: Option<usize> = event_target_value(&event).parse().ok();
        let sample = index.and_then(|index| SAMPLES.get(index));
        trial.set(sample.map_or_else(Trial::empty, Trial::of));
    };
    let sample = |(index, sample): (usize, &Sample)| {
        view! { <option value=index.to_string()>{sample.subject}</option> }
    };
    let length = Memo::new(move |_| trial.with(|trial| trial.texts.len()));
    let card = move |index: usize| view! { <TextCard trial assessment index /> };
    let add = move |_| {
        trial.update(|trial| trial.texts.push((Voice::Internal, String::new())));
    };
    view! {
        <p class="lead">{t("options_try_hint")}</p>
        <div class="two">
            <div class="stack">
                <div class="field">
                    <label for="sample">{t("try_sample")}</label>
                    <select id="sample" data-testid="sample" on:change=pick>
                        {SAMPLES.iter().enumerate().map(sample).collect_view()}
                        <option value="own">{t("try_own")}</option>
                    </select>
                </div>
                {move || (0..length.get()).map(card).collect_view()}
                <button type="button" data-testid="add-text" on:click=add>
                    {t("try_add_text")}
                </button>
                <About trial />
            </div>
            <Conclusions trial assessment />
        </div>
    }
}

/// Form and tags of the ticket.
#[component]
fn About(trial: RwSignal<Trial>) -> impl IntoView {
    let page = expect_context::<Page>();
    let form = move |event| {
        let form = event_target_value(&event).parse().ok();
        trial.update(|trial| trial.form = form);
    };
    let chosen = move || trial.with(|trial| trial.form);
    let forms = move || {
        let now = page.now.get();
        let form = |form: &ferry_core::policy::Form| (form.id, form.name.clone());
        now.policy.forms.iter().map(form).collect::<Vec<_>>()
    };
    view! {
        <div class="field">
            <label for="try-subject">{t("place_ticket_subject")}</label>
            <input
                id="try-subject"
                type="text"
                prop:value=move || trial.with(|trial| trial.subject.clone())
                on:input=move |event| {
                    trial.update(|trial| trial.subject = event_target_value(&event));
                }
            />
        </div>
        <div class="field">
            <label for="try-form">{t("place_ticket_form")}</label>
            <select id="try-form" on:change=form>
                <option value="" selected=move || chosen().is_none()>
                    {t("unknown")}
                </option>
                {move || {
                    forms()
                        .into_iter()
                        .map(|(id, name)| {
                            view! {
                                <option
                                    value=id.to_string()
                                    selected=move || chosen() == Some(id)
                                >
                                    {name}
                                </option>
                            }
                        })
                        .collect_view()
                }}
            </select>
        </div>
        <div class="field">
            <label for="try-tags">{t("place_ticket_tags")}</label>
            <input
                id="try-tags"
                type="text"
                spellcheck="false"
                prop:value=move || trial.with(|trial| trial.tags.clone())
                on:input=move |event| {
                    trial.update(|trial| trial.tags = event_target_value(&event));
                }
            />
        </div>
        <div class="field">
            <label for="try-organization-tags">{t("place_organization_tags")}</label>
            <input
                id="try-organization-tags"
                type="text"
                spellcheck="false"
                prop:value=move || trial.with(|trial| trial.organization_tags.clone())
                on:input=move |event| {
                    trial.update(|trial| trial.organization_tags = event_target_value(&event));
                }
            />
        </div>
    }
}

#[component]
fn TextCard(trial: RwSignal<Trial>, assessment: Memo<Assessment>, index: usize) -> impl IntoView {
    let voice = move || trial.with(|trial| trial.texts.get(index).map(|(voice, _)| *voice));
    let shown = move || trial.with(|trial| trial.texts.get(index).map(|(_, text)| text.clone()));
    let change = move |change: &dyn Fn(&mut (Voice, String))| {
        trial.update(|trial| {
            if let Some(text) = trial.texts.get_mut(index) {
                change(text);
            }
        });
    };
    let speak = move |event| {
        let name = event_target_value(&event);
        if let Some(voice) = Voice::ALL.into_iter().find(|voice| voice.name() == name) {
            change(&|text| text.0 = voice);
        }
    };
    let marked = move || trial.with(|trial| trial.marked(index, &assessment.get()));
    let found = move || marked().iter().any(|piece| !piece.proves.is_empty());
    let option = move |of: Voice| {
        view! {
            <option value=of.name() selected=move || voice() == Some(of)>
                {voice_name(of)}
            </option>
        }
    };
    let id = format!("try-text-{index}");
    view! {
        <div class="text-card" data-testid="text-card">
            <div class="text-head">
                <select aria-label=t("try_voice") data-testid="voice" on:change=speak>
                    {Voice::ALL.map(option).collect_view()}
                </select>
                <button
                    type="button"
                    class="link"
                    data-testid="remove-text"
                    on:click=move |_| {
                        trial.update(|trial| {
                            if index < trial.texts.len() {
                                trial.texts.remove(index);
                            }
                        });
                    }
                >
                    {t("options_remove")}
                </button>
            </div>
            <label for=id.clone() class="off-screen">
                {t("try_text")}
            </label>
            <textarea
                id=id
                rows="4"
                data-testid="try-text"
                placeholder=t("try_text")
                prop:value=move || shown().unwrap_or_default()
                on:input=move |event| change(&|text| text.1 = event_target_value(&event))
            ></textarea>
            <Show when=found>
                <p class="marked" data-testid="marked" dir="auto">
                    {move || marked().into_iter().map(mark).collect_view()}
                </p>
            </Show>
        </div>
    }
}

/// A piece of text; what it proves stands behind it, so that it is not told by colour alone.
fn mark(piece: Piece) -> AnyView {
    if piece.proves.is_empty() {
        return piece.text.into_any();
    }
    let proves = piece.proves.iter().map(|proves| say(&conclusion(*proves)));
    let proves: Vec<String> = proves.collect();
    view! {
        <mark>{piece.text}<span class="proof">{proves.join(", ")}</span></mark>
    }
    .into_any()
}

#[component]
fn Conclusions(trial: RwSignal<Trial>, assessment: Memo<Assessment>) -> impl IntoView {
    let page = expect_context::<Page>();
    let facts = move || {
        let now = page.now.get();
        assessment.with(|assessment| facts(&now.policy, assessment))
    };
    // What the cards cannot show: tags, form, subject.
    let elsewhere = move || -> Vec<Quote> {
        let record = trial.with(Trial::record);
        let now = page.now.get();
        let all = assessment.with(|assessment| quotes(&now.policy, &record, assessment, true));
        let is_in_a_card = |quote: &Quote| {
            quote.comment.is_some() || quote.place.key == "place_organization_notes"
        };
        all.into_iter()
            .filter(|quote| !is_in_a_card(quote))
            .collect()
    };
    let title = move || assessment.with(|assessment| say(&headline(assessment).title));
    let tone = move || {
        assessment.with(|assessment| match headline(assessment).tone {
            Tone::Act => "act",
            Tone::Wait => "wait",
            Tone::Warn => "warn",
            Tone::Done => "done",
        })
    };
    let stage = move || {
        let stage = assessment.with(|assessment| serde_json::to_value(assessment.stage));
        stage
            .ok()
            .and_then(|stage| stage.as_str().map(str::to_owned))
    };
    let warnings = move || assessment.with(|assessment| assessment.warnings.clone());
    view! {
        <div class="stack conclusions" aria-live="polite" data-testid="conclusions" data-stage=stage>
            <h3>{t("try_conclusions")}</h3>
            <div class="card" data-tone=tone>
                <p class="card-title" data-testid="try-title">
                    {title}
                </p>
                <dl class="fact-list">
                    {move || {
                        facts()
                            .into_iter()
                            .map(|(name, value)| {
                                view! {
                                    <dt>{say(&name)}</dt>
                                    <dd>{value}</dd>
                                }
                            })
                            .collect_view()
                    }}
                </dl>
            </div>
            <h3>{t("evidence_title")}</h3>
            <p class="hint">{t("try_marked")}</p>
            <ul class="quotes">
                {move || {
                    elsewhere()
                        .into_iter()
                        .map(|quote| {
                            view! {
                                <li>
                                    <span class="proves">{say(&quote.proves)}</span>
                                    <q dir="auto">{quote.text}</q>
                                    <span class="place">{say(&quote.place)}</span>
                                </li>
                            }
                        })
                        .collect_view()
                }}
            </ul>
            <ul class="remarks">
                {move || {
                    warnings().into_iter().map(|warning| view! { <li>{warning}</li> }).collect_view()
                }}
            </ul>
            <button
                type="button"
                data-testid="try-clear"
                on:click=move |_| trial.set(Trial::empty())
            >
                {t("try_clear")}
            </button>
        </div>
    }
}

/// What was concluded, by name.
fn facts(policy: &Policy, assessment: &Assessment) -> Vec<(Text, String)> {
    let mut facts = Vec::new();
    if let Some(direction) = direction(policy, assessment) {
        facts.push((text("proves_migration"), say(&direction)));
    }
    let level = assessment.level.as_ref().and_then(|id| policy.level(id));
    if let Some(level) = level {
        facts.push((text("facts_level"), level.name.clone()));
    }
    if let Some(date) = assessment.target_date {
        facts.push((text("facts_date"), clock::date_in_words(date)));
    }
    let problem = assessment.problem_offering.as_ref();
    if let Some(problem) = problem.and_then(|id| policy.offering(id)) {
        facts.push((text("facts_problem"), problem.short.clone()));
    }
    if let Some(issue) = &assessment.ops_issue {
        facts.push((text("proves_ops_issue"), issue.clone()));
    }
    facts
}

fn voice_name(voice: Voice) -> String {
    match voice {
        Voice::Notes => t("try_notes"),
        Voice::Internal => t("try_internal"),
        Voice::Agent => t("try_agent"),
        Voice::Customer => t("try_customer"),
    }
}

#[cfg(test)]
mod tests {
    use ferry_core::{NaiveDate, Stage};

    use super::*;

    fn try_out(trial: &Trial) -> Assessment {
        let today = NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();
        assess(&Policy::gitlab(), &trial.record(), today)
    }

    #[test]
    fn each_sample_shows_another_step() {
        let stages: Vec<Stage> = SAMPLES
            .iter()
            .map(|sample| try_out(&Trial::of(sample)).stage)
            .collect();
        assert_eq!(
            stages,
            [Stage::ContactCustomer, Stage::Retag, Stage::NoAction]
        );
    }

    #[test]
    fn what_is_found_is_marked_in_its_own_text() {
        let note = "Customer is migrating from Self-Managed to SaaS.";
        let trial = Trial {
            texts: vec![
                (Voice::Notes, "Ring before noon.".to_owned()),
                (Voice::Notes, note.to_owned()),
                (Voice::Customer, "Pipelines are slow.".to_owned()),
            ],
            ..Trial::of(&SAMPLES[1])
        };
        let assessment = try_out(&trial);
        let marked = |index| {
            let pieces = trial.marked(index, &assessment);
            pieces.iter().any(|piece| !piece.proves.is_empty())
        };
        assert!(marked(1));
        assert!(!marked(0) && !marked(2));
    }
}
