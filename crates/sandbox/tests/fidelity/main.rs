//! The sandbox against the facts about Zendesk. Each test quotes the statement that it holds the
//! sandbox to.

#[cfg(test)]
mod client;
mod control;
mod errors;
mod faults;
mod limits;
mod paging;
mod reading;
mod search;
mod tags;
mod tls;
mod who;
mod writing;
