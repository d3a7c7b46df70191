//! The members of an object in; those that the format does not know out, to be kept and written again.

use switchhook_path::{Json, JsonObject, sort::order};

/// Members that the format does not know, in the order of the source. They are kept, and do nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unknown(Vec<(String, Json)>);

impl Unknown {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What is left of an object without the members that are known.
    pub(super) fn of(members: &[(String, Json)], known: &[&str]) -> Unknown {
        let is_unknown = |(name, _): &&(String, Json)| !known.contains(&name.as_str());
        let mut unknown: Vec<_> = members.iter().filter(is_unknown).cloned().collect();
        if unknown.iter().any(|(name, _)| name.contains(char::REPLACEMENT_CHARACTER)) {
            keep_last(&mut unknown);
        }
        Unknown(unknown)
    }

    /// Their names.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| name.as_str())
    }

    /// Writes them after the known members. One that has become known since, because another part of the
    /// object says so (the `type` of a body), gives way.
    pub(super) fn write(&self, json: &mut JsonObject, known: &[&str]) {
        for (name, value) in self.0.iter().filter(|(name, _)| !known.contains(&name.as_str())) {
            json.put(name, value);
        }
    }
}

/// Names that differ in halves of surrogate pairs are one name here, where each half is U+FFFD: as
/// everywhere else, the last member of a name counts.
fn keep_last(members: &mut Vec<(String, Json)>) {
    let name = |place| members.get(place).map(|(name, _)| name);
    let order = order(members.len(), &|left, right| name(left).cmp(&name(right)));
    let mut is_kept = vec![true; members.len()];
    for pair in order.windows(2) {
        if let [earlier, later] = *pair
            && name(earlier) == name(later)
            && let Some(is_kept) = is_kept.get_mut(earlier)
        {
            *is_kept = false;
        }
    }
    let mut is_kept = is_kept.into_iter();
    members.retain(|_| is_kept.next().unwrap_or(true));
}
