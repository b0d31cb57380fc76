//! What the panel says and offers, decided in plain functions.

pub(crate) mod badge;
pub(crate) mod evidence;
pub(crate) mod headline;
pub(crate) mod judgement;
pub(crate) mod outcome;
pub(crate) mod steps;
pub(crate) mod tags;
pub(crate) mod text;
pub(crate) mod trouble;

#[cfg(test)]
mod tests;
