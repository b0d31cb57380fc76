//! The agent page in a real Chromium, held to the facts about Zendesk's page. Each test quotes the
//! statement that it holds the page to.

#[cfg(test)]
mod browser;
mod composing;
mod hostile;
#[cfg(test)]
mod layouts;
mod living;
mod looks;
