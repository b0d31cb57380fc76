//! Why Ferry does not change a ticket's tags.

use std::fmt;

use super::changes::Changes;
use crate::answers::Rights;

/// A reason not to write; nothing was written because of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// The assessment calls for no tag change.
    NothingToDo,
    /// Nothing of a change is known to be there.
    NothingToUndo,
    /// Another ticket is on screen.
    OtherTicket {
        /// Which, if any.
        on_screen: Option<u64>,
    },
    /// The address and the selected tab show different tickets.
    TabDisagrees,
    /// The ticket is closed.
    Closed,
    /// The tag is not in the policy's table of support-level tags.
    NotInTable {
        /// The tag.
        tag: String,
    },
    /// The tag is not on the ticket.
    NotOnTicket {
        /// The tag.
        tag: String,
    },
    /// The tag is to go and to come.
    Contradiction {
        /// The tag.
        tag: String,
    },
    /// The tag to add is one of the past.
    NoLongerGiven {
        /// The tag.
        tag: String,
    },
    /// The tag is the value of a ticket field, which would change with it.
    FieldValue {
        /// The tag.
        tag: String,
    },
    /// Which tags are values of ticket fields could not be read to the end.
    FieldsUnknown,
    /// The ticket would be left without a support-level tag.
    WouldBeBare,
    /// The agent may not change tickets.
    MayNotEdit(Rights),
    /// The ticket's support-level tags are not what the assessment rests on any more.
    LevelTagsChanged(Changes),
    /// The ticket has no time of its last update, which protects a write.
    NoStamp,
}

impl Reason {
    /// A stable name, for translations and tests.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::NothingToDo => "nothing_to_do",
            Self::NothingToUndo => "nothing_to_undo",
            Self::OtherTicket { .. } => "other_ticket",
            Self::TabDisagrees => "tab_disagrees",
            Self::Closed => "closed",
            Self::NotInTable { .. } => "not_in_table",
            Self::NotOnTicket { .. } => "not_on_ticket",
            Self::Contradiction { .. } => "contradiction",
            Self::NoLongerGiven { .. } => "no_longer_given",
            Self::FieldValue { .. } => "field_value",
            Self::FieldsUnknown => "fields_unknown",
            Self::WouldBeBare => "would_be_bare",
            Self::MayNotEdit(_) => "may_not_edit",
            Self::LevelTagsChanged(_) => "level_tags_changed",
            Self::NoStamp => "no_stamp",
        }
    }
}

/// Two sentences: why not, and what to do next.
impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NothingToDo => f.write_str(
                "The ticket's support-level tags are as they should be. There is nothing to do.",
            ),
            Self::NothingToUndo => f.write_str(
                "There is no change of Ferry's on the ticket that could be taken back. Look at \
                 the ticket's tags if you expected one.",
            ),
            Self::OtherTicket {
                on_screen: Some(ticket),
            } => write!(
                f,
                "Ticket {ticket} is on screen, and this is about another one. Go back to the \
                 ticket, and try again."
            ),
            Self::OtherTicket { on_screen: None } => {
                f.write_str("The ticket is not on screen any more. Go back to it, and try again.")
            }
            Self::TabDisagrees => f.write_str(
                "The address and the selected tab show different tickets. Select the ticket's \
                 tab once more, and try again.",
            ),
            Self::Closed => f.write_str(
                "The ticket is closed, and Zendesk changes no tags on closed tickets. If it \
                 matters, change them on the follow-up ticket.",
            ),
            Self::NotInTable { tag } => write!(
                f,
                "\"{tag}\" is not in the policy's table of support-level tags, so Ferry does not \
                 touch it. Change it by hand, or add it to the policy."
            ),
            Self::NotOnTicket { tag } => write!(
                f,
                "\"{tag}\" is not on the ticket any more. Look at the new assessment."
            ),
            Self::Contradiction { tag } => write!(
                f,
                "\"{tag}\" would have to go and to come. Check the policy, and ask Support Ops."
            ),
            Self::NoLongerGiven { tag } => write!(
                f,
                "\"{tag}\" is no longer given to tickets. Ask Support Ops which tag to use."
            ),
            Self::FieldValue { tag } => write!(
                f,
                "\"{tag}\" is the value of a ticket field, which would change with it. Change \
                 the field by hand if it is wrong."
            ),
            Self::FieldsUnknown => f.write_str(
                "Zendesk did not list all ticket fields, so Ferry cannot tell whether the tag is \
                 the value of one. Change the tag by hand.",
            ),
            Self::WouldBeBare => f.write_str(
                "The ticket would be left without a support level. Ask Support Ops which tag it \
                 should have.",
            ),
            Self::MayNotEdit(rights) => write!(f, "{} Ask a colleague to do it.", who(*rights)),
            Self::LevelTagsChanged(changes) => write!(
                f,
                "Somebody changed the ticket's support-level tags meanwhile ({changes}). Look at \
                 the new assessment before going on."
            ),
            Self::NoStamp => f.write_str(
                "Zendesk does not say when the ticket was last updated, so a change could not be \
                 a safe one. Change the tag by hand.",
            ),
        }
    }
}

fn who(rights: Rights) -> &'static str {
    match rights {
        Rights::LightAgent => "You are a light agent in Zendesk, and they cannot change tags.",
        Rights::OnlyPrivateComments => "Your Zendesk role allows internal comments only.",
        Rights::SignedOut => "Nobody is signed in to Zendesk.",
        Rights::NotAnAgent | Rights::MayEdit => "You are not an agent in this Zendesk.",
    }
}
