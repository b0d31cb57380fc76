//! One world from its making to the undo.

use std::cell::{Cell, RefCell};
use std::pin::pin;
use std::sync::LazyLock;
use std::task::{Context, Poll, Waker};

use ferry_core::ticket::Ticket;
use ferry_core::{Assessment, Policy, Stage};
use ferry_zendesk::Client;
use ferry_zendesk::tags::{Ending, Reason, Report, TagChange, plan, run as carry_out};

use crate::actors::Habits;
use crate::faults::{Role, Troubles};
use crate::ferry::{Link, Sabotage};
use crate::invariants::Watch;
use crate::random::Random;
use crate::statistics::Statistics;
use crate::tags::Tags;
use crate::world::{TICKET, World};

static POLICY: LazyLock<Policy> = LazyLock::new(Policy::gitlab);

/// What a world is to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Nothing comes in between: the change and its undo must be done.
    Calm,
    /// One call goes wrong and nobody else acts: they must be done all the same.
    OneFault,
    /// Anything.
    Wild,
}

/// Runs the world of `seed`: what happened, and what should not have.
pub(crate) fn run(seed: u64, sabotage: Sabotage, tracing: bool) -> (Statistics, Vec<String>) {
    let mut random = Random::new(seed);
    let kind = match random.below(16) {
        0 => Kind::Calm,
        1..=3 => Kind::OneFault,
        _ => Kind::Wild,
    };
    let (tags, remove, add) = change(&mut random);
    let mut statistics = Statistics::of_one();
    let world = RefCell::new(world(random, kind, tags, remove.and(add), tracing));
    let ticket = Ticket {
        id: TICKET,
        tags: tags.owned(),
        ..Ticket::default()
    };
    let change = match plan(&POLICY, &ticket, &assessment(remove, add)) {
        Ok(change) => change,
        Err(reason) => return (statistics, vec![format!("not planned: {reason:?}")]),
    };
    let link = Link {
        world: &world,
        sabotage,
        wrote: Cell::new(false),
        page_tags: tags,
        wanted: Cell::new(tags.and(add).without(remove)),
    };
    let client = Client::new(&link, "example.zendesk.com");

    let forward = one(&client, &link, &change);
    statistics.count(&forward);
    must_be_done(&world, kind, &forward);
    match forward.undo() {
        Ok(back) => {
            link.wanted.set(tags);
            let undo = one(&client, &link, &back);
            statistics.count_undo(&undo);
            must_be_done(&world, kind, &undo);
            exact(&world, &undo, tags);
        }
        // A ticket that had no support level does not lose the one that it got.
        Err(Reason::WouldBeBare) if change.start().is_empty() => {}
        Err(_) if kind == Kind::Wild => {}
        Err(reason) => world
            .borrow_mut()
            .watch
            .violation(format!("no undo: {reason:?}")),
    }
    let mut world = world.into_inner();
    arrive_after_all(&mut world);
    statistics.bared_unprotected += world.watch.bared_unprotected;
    statistics.calls += world.watch.all_calls;
    statistics.ended_bare += u64::from(world.watch.is_bared);
    (statistics, world.watch.violations)
}

/// Tags of a ticket, with what is to go and to come.
fn change(random: &mut Random) -> (Tags, Tags, Tags) {
    let tag = |index: usize| Tags::one(index);
    let others = Tags::named(&["vip".to_owned(), "bug".to_owned()]).unwrap_or_default();
    let (level, remove, add) = match random.below(6) {
        0 | 1 => (tag(0).and(tag(2)), tag(0), Tags::NONE),
        2 => (
            tag(0).and(tag(1)).and(tag(3)),
            tag(0).and(tag(1)),
            Tags::NONE,
        ),
        3 => (tag(2), tag(2), tag(1)),
        4 => (tag(5).and(tag(6)), tag(5), Tags::NONE),
        _ => (Tags::NONE, Tags::NONE, tag(4)),
    };
    (level.and(others), remove, add)
}

fn world(mut random: Random, kind: Kind, tags: Tags, named: Tags, tracing: bool) -> World {
    let habits = Habits::new(&mut random, tags, named);
    let (habits, troubles) = match kind {
        Kind::Calm => (habits.quiet(), Troubles::none()),
        Kind::OneFault => (habits.quiet(), Troubles::one(&mut random)),
        Kind::Wild => (habits, Troubles::new(&mut random)),
    };
    let milliseconds = 1_000_000 + random.below(1_000);
    let may_write = matches!(troubles.role, Role::Agent | Role::Admin);
    let watch = Watch::new(tags, may_write, tracing);
    let age = random.of(&[0, 0, 1, 100]);
    World {
        random,
        milliseconds,
        tags,
        updated_second: milliseconds / 1_000 - age,
        version: 0,
        closed: false,
        deleted: false,
        csrf: 0,
        habits,
        troubles,
        under_way: Vec::new(),
        watch,
    }
}

fn assessment(remove: Tags, add: Tags) -> Assessment {
    Assessment {
        ticket_id: TICKET,
        stage: Stage::Retag,
        problem_offering: None,
        from: None,
        to: None,
        level: None,
        target_date: None,
        remove: remove.owned(),
        add: add.owned(),
        ops_issue: None,
        evidence: Vec::new(),
        warnings: Vec::new(),
    }
}

/// Carries out one change and checks what it says of itself.
fn one(client: &Client<&Link<'_>>, link: &Link<'_>, change: &TagChange) -> Report {
    let tags = |names| Tags::named(names).unwrap_or_default();
    link.world.borrow_mut().watch.begin(
        tags(change.remove()),
        tags(change.add()),
        tags(change.start()),
    );
    link.wrote.set(false);
    let report = at_once(carry_out(client, link, link, change));
    let mut world = link.world.borrow_mut();
    let now = world.tags;
    world
        .watch
        .note(|| format!("report: {report:#?}\n{report}"));
    world.watch.end(&report, now);
    report
}

/// Nothing in the model really waits: a future is ready the first time that it is asked.
fn at_once<R>(future: impl Future<Output = R>) -> R {
    let mut context = Context::from_waker(Waker::noop());
    match pin!(future).poll(&mut context) {
        Poll::Ready(result) => result,
        Poll::Pending => unreachable!("the model never waits"),
    }
}

fn must_be_done(world: &RefCell<World>, kind: Kind, report: &Report) {
    let mut world = world.borrow_mut();
    let done = matches!(report.ending, Ending::Done);
    let writes = usize::from(!report.change.add().is_empty())
        + usize::from(!report.change.remove().is_empty());
    match kind {
        Kind::Wild => {}
        Kind::Calm if done && world.watch.writes == writes as u64 => {}
        Kind::OneFault if done => {}
        _ => world
            .watch
            .violation(format!("not done, with {kind:?}: {report}")),
    }
}

/// An undo that says it is done has brought back exactly the support-level tags of before.
fn exact(world: &RefCell<World>, undo: &Report, tags: Tags) {
    let after = undo
        .after
        .as_ref()
        .map(|after| tags.level().is_set(&after.level_tags));
    let target = tags.level().is_set(&undo.change.target());
    if !target || (matches!(undo.ending, Ending::Done | Ending::AlreadyDone) && after != Some(true))
    {
        world
            .borrow_mut()
            .watch
            .violation(format!("not undone exactly: {undo:?}"));
    }
}

/// Writes that are still under way when all is over arrive now, with everybody else acting on.
fn arrive_after_all(world: &mut World) {
    for _ in 0..40 {
        if world.under_way.is_empty() {
            return;
        }
        world.pass(500);
    }
}
