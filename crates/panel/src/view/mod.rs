//! What is drawn. Decisions are in `model`; a view only shows them.
#![allow(
    unreachable_pub,
    reason = "the component macro makes each component's properties as visible as it can"
)]

mod banner;
mod contact;
mod evidence;
mod facts;
mod handle;
mod health;
mod icons;
mod journal;
mod ops;
mod parts;
mod retag;
mod root;
mod sidebar;
mod status;
mod steps;
mod tags;
mod wrong;

pub(crate) use root::mount;
