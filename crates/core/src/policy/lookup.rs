//! Looking things up in a policy.

use super::{Host, Level, LevelId, Offering, OfferingId, Policy, Scheme, SupportTag};

impl Policy {
    /// The offering with this id.
    pub fn offering(&self, id: &OfferingId) -> Option<&Offering> {
        self.offerings.iter().find(|offering| offering.id == *id)
    }

    /// The support level with this id.
    pub fn level(&self, id: &LevelId) -> Option<&Level> {
        self.levels.iter().find(|level| level.id == *id)
    }

    /// The Zendesk instance with this host name.
    pub fn host(&self, name: &str) -> Option<&Host> {
        self.hosts.iter().find(|host| host.host == name)
    }

    /// Whether a tag is one of those that only look like a support-level tag.
    pub fn is_untouched(&self, tag: &str) -> bool {
        self.untouched_tags
            .iter()
            .any(|pattern| matches_pattern(pattern, tag))
    }

    /// The levels that an offering is sold with today: those that have a tag which is still given.
    /// An offering without any such tag is taken to be sold with all its levels.
    pub fn levels_on_sale(&self, offering: &Offering) -> Vec<&Level> {
        let listed: Vec<&Level> = offering
            .levels
            .iter()
            .filter_map(|level| self.level(level))
            .collect();
        let on_sale: Vec<&Level> = listed
            .iter()
            .copied()
            .filter(|level| self.tag_on_sale(&offering.id, &level.id).is_some())
            .collect();
        if on_sale.is_empty() { listed } else { on_sale }
    }

    /// The tag that is given today for a level on an offering.
    pub fn tag_on_sale(&self, offering: &OfferingId, level: &LevelId) -> Option<&SupportTag> {
        self.tags.iter().find(|tag| {
            tag.offering == *offering
                && tag.level == *level
                && tag.scheme == Scheme::Current
                && !tag.legacy
        })
    }
}

/// Whether a tag matches a pattern in which `*` stands for anything.
fn matches_pattern(pattern: &str, tag: &str) -> bool {
    let mut parts = pattern.split('*');
    let Some(mut rest) = parts.next().and_then(|start| tag.strip_prefix(start)) else {
        return false;
    };
    let mut parts = parts.peekable();
    if parts.peek().is_none() {
        return rest.is_empty();
    }
    while let Some(part) = parts.next() {
        if parts.peek().is_none() {
            return rest.ends_with(part);
        }
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::matches_pattern;

    #[test]
    fn a_star_stands_for_anything() {
        for (pattern, tag, matches) in [
            ("sub_edu", "sub_edu", true),
            ("sub_edu", "sub_edu_x", false),
            ("sub_ss_*", "sub_ss_ase", true),
            ("sub_ss_*", "sub_ss_", true),
            ("sub_ss_*", "sub_sm_ase", false),
            ("*_plan", "gold_plan", true),
            ("*_plan", "gold_plans", false),
            ("a*b*c", "a-b-b-c", true),
            ("a*b*c", "a-c-b", false),
            ("ab*ba", "aba", false),
            ("*", "", true),
            ("", "", true),
            ("", "x", false),
        ] {
            assert_eq!(matches_pattern(pattern, tag), matches, "{pattern} on {tag}");
        }
    }
}
