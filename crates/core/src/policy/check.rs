//! stub
pub(super) fn check(_policy: &super::Policy) -> Vec<super::PolicyError> {
    Vec::new()
}
