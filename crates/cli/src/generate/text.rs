//! What made-up customers and agents write.

use std::fmt::Write as _;

use super::chance::Chance;

/// A ticket's texts.
pub(super) struct Story {
    pub(super) subject: String,
    /// Whether an agent wrote it, whether it is public, and the text.
    pub(super) comments: Vec<(bool, bool, String)>,
    /// The organization's notes.
    pub(super) notes: String,
}

pub(super) const REGIONS: &[&str] = &[
    "americas__usa",
    "europe__middle_east__africa",
    "asia_pacific",
];

pub(super) const AREAS: &[&str] = &[
    "support_category_ci",
    "support_category_authentication",
    "support_category_geo",
    "support_category_import",
    "priority_normal",
];

pub(super) const NAMES: &[&str] = &[
    "Jordan Ames",
    "Céline Marchetti",
    "Jürgen Groß",
    "佐藤 恵",
    "Ana Souza",
];

const SUBJECTS: &[&str] = &[
    "Pipelines stay pending since this morning",
    "SAML group links are not applied",
    "502 when pushing large packages",
    "Question about our next invoice",
    "Database migration fails after the upgrade",
    "Runners moved to a new subnet cannot connect",
    "Merge request approvals are skipped",
    "Container registry is slow",
    "Importing repositories from Bitbucket stops",
    "Moving a project between groups loses its labels",
];

/// What problems are told with. A tenth speaks of moves that are none between offerings.
const SENTENCES: &[&str] = &[
    "Since the update on Tuesday the jobs of one group stay pending for about twenty minutes.",
    "We have checked the proxy and the certificates, and nothing has changed there.",
    "The same configuration works in another project of ours.",
    "Could you tell us which log we should look at next?",
    "Only users who sign in through the identity provider are affected.",
    "The error disappears when the page is reloaded, but comes back within the hour.",
    "We're running the latest patch release and see this on every node.",
    "I have attached the output of the diagnostic script.",
    "Is there a limit that we reach, and can it be raised for our namespace?",
    "Our developers can’t merge at the moment, so this is rather urgent for us.",
    "After the restart of Sidekiq the queue was empty, yet the mails were never sent.",
    "The webhook is called twice, with the same payload and two different ids.",
    "Please let me know whether you need anything else from our side.",
    "It seems that the cache key is not computed as the documentation says.",
    "Wir sehen den Fehler auch im Testsystem, dort aber nur für Gruppen mit Unterprojekten.",
    "The artifacts are there, but the download button returns a 404.",
    "Nous avons redémarré le service, sans effet notable.",
    "A colleague of mine reported something similar two years ago.",
    "The background migration has been at 97 % since Sunday.",
    "We moved the runners to another cluster last week and had to register them again.",
];

const ANSWERS: &[&str] = &[
    "Thank you for the details. Could you send me the full log of one such job?",
    "I could reproduce this on a test instance and have opened an issue with the developers.",
    "This setting is read only once, so please restart the service after the change.",
    "The correlation id in your message leads to a timeout of the object storage.",
    "As a workaround, you can disable the cache for this one job.",
    "Please find the steps in the documentation; I have linked the section below.",
    "A fix is planned for the next patch release. I will keep this ticket open until then.",
    "Could you run the check again and tell me the number that it prints last?",
];

const PATHS: &[&str] = &[
    "projects",
    "groups",
    "merge_requests",
    "packages",
    "users",
    "jobs",
];

/// A problem, told over some comments, with logs.
pub(super) fn problem(chance: &mut Chance) -> Story {
    let mut comments = Vec::new();
    for index in 0..2 + chance.below(6) {
        let by_agent = index % 2 == 1;
        let public = !by_agent || chance.below(3) > 0;
        comments.push((by_agent, public, said(by_agent, chance)));
    }
    Story {
        subject: chance.one(SUBJECTS).to_owned(),
        comments,
        notes: String::new(),
    }
}

fn said(by_agent: bool, chance: &mut Chance) -> String {
    let mut text = String::from(if by_agent {
        "Hi,\n\n"
    } else {
        "Hello team,\n\n"
    });
    for _ in 0..1 + chance.below(3) {
        for _ in 0..1 + chance.below(4) {
            text.push_str(chance.one(if by_agent { ANSWERS } else { SENTENCES }));
            text.push(' ');
        }
        text.push_str("\n\n");
    }
    if !by_agent && chance.below(2) == 0 {
        text.push_str("```\n");
        for _ in 0..2 + chance.below(8) {
            log_line(chance, &mut text);
        }
        text.push_str("```\n\n");
    }
    text.push_str(if by_agent {
        "Kind regards,\nSam"
    } else {
        "Best regards\n"
    });
    text
}

fn log_line(chance: &mut Chance, text: &mut String) {
    let _ = writeln!(
        text,
        "{{\"severity\":\"{}\",\"time\":\"2026-11-{:02}T{:02}:{:02}:51.102Z\",\"correlation_id\":\
         \"01J{:013X}\",\"path\":\"/api/v4/{}/{}\",\"status\":{},\"duration_s\":{}.{}}}",
        chance.one(&["INFO", "WARN", "ERROR"]),
        1 + chance.below(28),
        chance.below(24),
        chance.below(60),
        chance.below(1 << 52),
        chance.one(PATHS),
        chance.below(90_000),
        chance.one(&[200, 201, 404, 500, 502]),
        chance.below(30),
        chance.below(1000),
    );
}

/// How an offering is called: GitLab.com, Self-Managed.
const CALLED: [[&str; 3]; 2] = [
    ["GitLab.com", "gitlab.com SaaS", "GitLab.com"],
    [
        "self-managed",
        "our self-hosted instance",
        "GitLab Self-Managed",
    ],
];

/// A customer who moves to the offering on `side`, at some step of the workflow.
pub(super) fn migration(side: usize, chance: &mut Chance) -> Story {
    let [to, from] =
        [side, side + 1].map(|side| chance.one(CALLED.get(side % 2).unwrap_or(&CALLED[0])));
    let opening = format!(
        "Hello,\n\nwe are moving from {from} to {to} and have a question on the new side. {}",
        chance.one(SENTENCES)
    );
    let mut story = problem(chance);
    if let Some((_, _, first)) = story.comments.first_mut() {
        *first = opening;
    }
    let step = chance.below(4);
    if step >= 1 {
        let asked = format!(
            "Hi,\n\nwhich support level do you plan to have on {to}, and what is the target date of \
             the migration?\n\nKind regards,\nSam"
        );
        story.comments.push((true, true, asked));
    }
    if step >= 2 {
        let answer = "We plan to have Premium, and to be done by 31 January 2027.".to_owned();
        story.comments.push((false, true, answer));
    }
    if step == 3 {
        story.notes = format!(
            "Customer is migrating from {from} to {to}. Premium level support on {to} approved \
             until 2027-01-31."
        );
    }
    story
}
