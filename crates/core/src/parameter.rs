//! Parameters of the agent: their declarations and entities, and which values fit.

use std::{cmp::Ordering, collections::BTreeMap, sync::Arc};

use switchhook_path::{Json, Kind, sort::order};

use crate::decimal::decimal;

/// Values of parameters, by name, as the conversation has them.
pub type Values = BTreeMap<Arc<str>, Json>;

/// What is shown in place of a secret.
pub const MASK: &str = "•••";

/// A parameter of the agent that the node belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParameterDeclaration {
    /// The name, without `$`.
    pub name: String,
    /// The entity: `sys.any`, `sys.number`, …
    pub entity: String,
    /// The predefined value.
    pub value: Option<Json>,
    /// Whether the value is shown as `•••` wherever people or logs can see it.
    pub secret: bool,
}

/// The parameters of an agent, found by their names.
#[derive(Clone, Debug)]
pub(crate) struct Declarations {
    list: Vec<ParameterDeclaration>,
    /// Their places, by name.
    sorted: Vec<usize>,
}

impl Declarations {
    pub(crate) fn new(list: Vec<ParameterDeclaration>) -> Declarations {
        let name = |place: usize| list.get(place).map_or("", |declaration| &declaration.name);
        let sorted = order(list.len(), &|left, right| by_name(name(left), name(right)));
        Declarations { list, sorted }
    }

    /// In the order of the agent.
    pub(crate) fn as_slice(&self) -> &[ParameterDeclaration] {
        &self.list
    }

    /// The declaration of a name; the first where there are more.
    pub(crate) fn get(&self, name: &str) -> Option<&ParameterDeclaration> {
        let first = self.first(|declared| by_name(declared, name).is_lt())?;
        (first.name == name).then_some(first)
    }

    /// A declaration whose name differs in capitals at most.
    pub(crate) fn get_in_any_case(&self, name: &str) -> Option<&ParameterDeclaration> {
        let first = self.first(|declared| by_letters(declared, name).is_lt())?;
        first.name.eq_ignore_ascii_case(name).then_some(first)
    }

    /// The first in order that does not stand before what is looked for.
    fn first(&self, is_before: impl Fn(&str) -> bool) -> Option<&ParameterDeclaration> {
        let name = |place: &usize| self.list.get(*place).map_or("", |declared| &declared.name);
        let first = self.sorted.partition_point(|place| is_before(name(place)));
        self.list.get(*self.sorted.get(first)?)
    }
}

/// Names that differ in capitals alone stand together.
fn by_name(left: &str, right: &str) -> Ordering {
    by_letters(left, right).then_with(|| left.cmp(right))
}

fn by_letters(left: &str, right: &str) -> Ordering {
    let lower = |byte: u8| byte.to_ascii_lowercase();
    left.bytes().map(lower).cmp(right.bytes().map(lower))
}

/// What a parameter may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entity {
    /// `sys.any`: everything.
    Any,
    /// `sys.number`: numbers, and strings that are decimal numbers.
    Number,
    /// The entities that hold text (`sys.date`, `sys.time`, `sys.names`): strings, and numbers as text.
    Text,
}

impl Entity {
    /// The entity of a name; none for a name that is not known.
    pub fn of(name: &str) -> Option<Entity> {
        match name {
            "sys.any" => Some(Entity::Any),
            "sys.number" => Some(Entity::Number),
            "sys.date" | "sys.time" | "sys.names" => Some(Entity::Text),
            _ => None,
        }
    }

    /// The value as this entity holds it, or none where it does not fit.
    ///
    /// ```
    /// use switchhook::{Entity, path::Json};
    /// assert_eq!(Entity::Number.fit(&Json::string("12.50")), Some(Json::from(12.5)));
    /// assert_eq!(Entity::Number.fit(&Json::string("twelve")), None);
    /// // A double would lose digits here, so the text stays.
    /// let id = Json::string("4634343214213523454");
    /// assert_eq!(Entity::Number.fit(&id), Some(id));
    /// ```
    pub fn fit(self, value: &Json) -> Option<Json> {
        match (self, value.kind()) {
            (_, kind) if self.holds(kind) => Some(value.clone()),
            (Entity::Number, Kind::String) => decimal(&value.as_text()),
            (Entity::Text, Kind::Number) => Some(Json::string(value.as_json())),
            _ => None,
        }
    }

    /// Whether it holds values of this kind as they are.
    pub(crate) fn holds(self, kind: Kind) -> bool {
        matches!(
            (self, kind),
            (Entity::Any, _) | (Entity::Number, Kind::Number) | (Entity::Text, Kind::String)
        )
    }

    /// What `fit` gives, but for a value that a person wrote down: null empties a parameter of any entity.
    pub(crate) fn take(self, value: &Json) -> Option<Json> {
        if value.kind() == Kind::Null { Some(value.clone()) } else { self.fit(value) }
    }
}

/// Whether a name can be a parameter's: `[A-Za-z_][A-Za-z0-9_]*`, and none that JavaScript objects have already.
pub fn is_parameter_name(name: &str) -> bool {
    let mut bytes = name.bytes();
    bytes.next().is_some_and(|first| first.is_ascii_alphabetic() || first == b'_')
        && bytes.all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        && !is_reserved(name)
}

/// Whether every JavaScript object has a member of this name.
pub(crate) fn is_reserved(name: &str) -> bool {
    matches!(name, "__proto__" | "constructor" | "prototype")
}

/// Why a name cannot be a parameter's, and what to do; to follow the name in quotes.
pub(crate) fn not_a_name(name: &str) -> &'static str {
    if is_reserved(name) {
        "is a name that JavaScript objects have already: choose another"
    } else {
        "cannot be a parameter's name: use letters, digits and “_”, and begin with no digit"
    }
}
