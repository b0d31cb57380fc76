//! What the panel tells the background.

use serde::{Deserialize, Serialize};

/// What the panel tells the background about its tab, over `runtime.sendMessage`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum ToBackground {
    /// The toolbar button's badge.
    Badge {
        /// At most four characters; empty takes the badge away.
        text: String,
        /// Its colour.
        tone: Tone,
    },
}

/// How urgent something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    /// Something is to be done.
    Act,
    /// Somebody else is to do something.
    Wait,
    /// Something needs a look.
    Warn,
    /// All is well.
    Done,
}
