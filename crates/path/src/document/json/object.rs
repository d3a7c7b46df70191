//! Members in, the JSON text of an object out (RFC 8259 §4).

use super::string;
use super::value::{Json, push_name};

/// An object that is written member by member.
///
/// ```
/// use switchhook_path::{Json, JsonObject};
///
/// let mut order = JsonObject::new();
/// order.text("id", "A 17");
/// order.put("total", &Json::from(41_i64));
/// assert_eq!(Json::from(order).as_json(), r#"{"id":"A 17","total":41}"#);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JsonObject(String);

impl JsonObject {
    /// An object without members.
    pub fn new() -> JsonObject {
        JsonObject("{".to_owned())
    }

    /// Whether it has no members yet.
    pub fn is_empty(&self) -> bool {
        self.0.len() == 1
    }

    /// Adds a member, whose name should be new.
    pub fn put(&mut self, name: &str, value: &Json) {
        push_name(&mut self.0, name);
        self.0.push_str(value.as_json());
    }

    /// Adds a member that is a string.
    pub fn text(&mut self, name: &str, text: &str) {
        push_name(&mut self.0, name);
        string::write(&mut self.0, text);
    }

    /// Adds a member that is a list of what becomes of these things.
    pub fn list<T>(&mut self, name: &str, things: &[T], json: impl Fn(&T) -> Json) {
        self.put(name, &Json::array(things.iter().map(json)));
    }
}

impl Default for JsonObject {
    fn default() -> JsonObject {
        JsonObject::new()
    }
}

impl From<JsonObject> for Json {
    fn from(object: JsonObject) -> Json {
        let mut json = object.0;
        json.push('}');
        Json::of_compact(json)
    }
}
