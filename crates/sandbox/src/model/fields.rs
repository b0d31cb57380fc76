//! Ticket fields. "A tag that is a field's value": such a tag and the field move together.

use serde::Deserialize;
use serde_json::{Value, json};

/// A ticket field.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct TicketField {
    /// Its number.
    pub(crate) id: u64,
    /// `tagger`, `checkbox`, `text` or a system field's kind.
    #[serde(rename = "type")]
    pub(crate) kind: String,
    /// Its name.
    pub(crate) title: String,
    /// A checkbox's tag.
    #[serde(default)]
    pub(crate) tag: Option<String>,
    /// A drop-down's values; each is a tag.
    #[serde(default)]
    pub(crate) options: Vec<String>,
}

impl TicketField {
    /// Whether tickets carry a value of it under `custom_fields`.
    pub(crate) fn is_custom(&self) -> bool {
        matches!(self.kind.as_str(), "tagger" | "checkbox" | "text")
    }

    /// The value that a ticket's tags give it; `None` for fields without tags.
    pub(crate) fn value_from_tags(&self, tags: &[String]) -> Option<Value> {
        match self.kind.as_str() {
            "tagger" => Some(json!(
                self.options.iter().find(|option| tags.contains(option))
            )),
            "checkbox" => Some(json!(
                self.tag.as_ref().is_some_and(|tag| tags.contains(tag))
            )),
            _ => None,
        }
    }

    /// The tags that may go and the tag that comes when the field gets a value.
    pub(crate) fn tags_for(&self, value: &Value) -> (Vec<String>, Option<String>) {
        match self.kind.as_str() {
            "tagger" => (self.options.clone(), value.as_str().map(str::to_owned)),
            "checkbox" => {
                let tag = self.tag.clone();
                (
                    tag.iter().cloned().collect(),
                    if value == &json!(true) { tag } else { None },
                )
            }
            _ => (Vec::new(), None),
        }
    }

    /// As the API shows it.
    pub(crate) fn json(&self, origin: &str) -> Value {
        let options: Vec<Value> = self
            .options
            .iter()
            .zip(1_u64..)
            .map(|(value, n)| json!({"id": self.id + n, "name": value, "raw_name": value, "value": value, "default": false}))
            .collect();
        let mut field = json!({
            "id": self.id,
            "url": format!("{origin}/api/v2/ticket_fields/{}.json", self.id),
            "type": self.kind,
            "title": self.title, "raw_title": self.title,
            "description": "", "raw_description": "",
            "position": 1, "active": true, "required": false, "collapsed_for_agents": false,
            "regexp_for_validation": null,
            "title_in_portal": self.title, "raw_title_in_portal": self.title,
            "visible_in_portal": false, "editable_in_portal": false, "required_in_portal": false,
            "agent_can_edit": true,
            "tag": self.tag,
            "created_at": "2024-01-15T08:00:00Z", "updated_at": "2024-01-15T08:00:00Z",
            "removable": self.is_custom(),
        });
        if self.kind == "tagger" {
            field["custom_field_options"] = Value::Array(options);
        }
        field
    }
}
