//! What is remembered across pages: dismissed tickets, by number only, the panel's side, and
//! whether it is collapsed. Only what differs from the beginning is stored.

use ferry_protocol::Side;
use futures_util::future::join3;
use leptos::prelude::{GetUntracked, Set, Update};
use leptos::task::spawn_local;

use crate::app::App;
use crate::browser::storage;

const DISMISSED: &str = "dismissed";
const SIDE: &str = "side";
const COLLAPSED: &str = "collapsed";
/// The oldest ones are forgotten; by then their tickets are closed.
const MOST: usize = 500;

/// Reads what is remembered.
pub(crate) async fn recall(app: App) {
    let (dismissed, side, collapsed) = join3(
        storage::load(DISMISSED),
        storage::load(SIDE),
        storage::load(COLLAPSED),
    )
    .await;
    if let Some(dismissed) = dismissed {
        app.dismissed.set(dismissed);
    }
    if let Some(side) = side {
        app.side.set(side);
    }
    if let Some(collapsed) = collapsed {
        app.collapsed.set(collapsed);
    }
}

/// Remembers that a ticket's banner is not wanted, or is wanted again.
pub(crate) fn dismiss(app: App, ticket: u64, dismissed: bool) {
    app.dismissed
        .update(|tickets| *tickets = changed(tickets, ticket, dismissed));
    spawn_local(async move {
        // Another tab may have stored others meanwhile.
        let stored: Vec<u64> = storage::load(DISMISSED).await.unwrap_or_default();
        storage::save(DISMISSED, &changed(&stored, ticket, dismissed)).await;
    });
}

/// Makes a small handle of the panel, or a banner again.
pub(crate) fn collapse(app: App, collapsed: bool) {
    app.open.set(false);
    app.collapsed.set(collapsed);
    spawn_local(async move {
        if collapsed {
            storage::save(COLLAPSED, &true).await;
        } else {
            storage::forget(COLLAPSED).await;
        }
    });
}

/// Moves the panel to the other side.
pub(crate) fn switch_side(app: App) {
    let side = match app.side.get_untracked() {
        Side::End => Side::Start,
        Side::Start => Side::End,
    };
    app.side.set(side);
    spawn_local(async move {
        if side == Side::End {
            storage::forget(SIDE).await;
        } else {
            storage::save(SIDE, &side).await;
        }
    });
}

fn changed(tickets: &[u64], ticket: u64, dismissed: bool) -> Vec<u64> {
    let mut changed: Vec<u64> = tickets
        .iter()
        .copied()
        .filter(|other| *other != ticket)
        .collect();
    if dismissed {
        changed.push(ticket);
    }
    let surplus = changed.len().saturating_sub(MOST);
    changed.split_off(surplus)
}

#[cfg(test)]
mod tests {
    use super::{MOST, changed};

    #[test]
    fn a_ticket_is_remembered_once_and_can_be_forgotten() {
        assert_eq!(changed(&[1, 2], 1, true), [2, 1]);
        assert_eq!(changed(&[1, 2], 1, false), [2]);
        assert_eq!(changed(&[], 7, false), [0_u64; 0]);
    }

    #[test]
    fn the_oldest_are_forgotten_first() {
        let full: Vec<u64> = (0..MOST as u64).collect();
        let after = changed(&full, 9_999, true);
        assert_eq!(after.len(), MOST);
        assert_eq!(after.first(), Some(&1));
        assert_eq!(after.last(), Some(&9_999));
    }
}
