//! What the panel says and offers, decided in plain functions.

pub(crate) mod badge;
pub(crate) mod health;
pub(crate) mod judgement;
pub(crate) mod language;
pub(crate) mod outcome;
pub(crate) mod report;
pub(crate) mod steps;
pub(crate) mod tags;

pub(crate) use ferry_words::{evidence, headline, text, trouble};

#[cfg(test)]
mod tests;
