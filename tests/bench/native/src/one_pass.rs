//! Paths in; out come their values of a body in one pass of serde_json, without a tree: what no path wants is skipped.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use crate::body::Step;

/// The paths as a tree of steps.
#[derive(Clone, Default)]
pub(crate) struct OnePass {
    root: Place,
    count: usize,
}

#[derive(Clone, Default)]
struct Place {
    /// The path that ends here, by its number.
    wanted: Option<usize>,
    below: Vec<(Step, Place)>,
}

impl OnePass {
    pub(crate) fn new(paths: &[Vec<Step>]) -> OnePass {
        let mut root = Place::default();
        for (number, path) in paths.iter().enumerate() {
            path.iter().fold(&mut root, |place, step| place.at(step)).wanted = Some(number);
        }
        OnePass { root, count: paths.len() }
    }

    pub(crate) fn take(&self, bytes: &[u8]) -> serde_json::Result<Vec<Value>> {
        let mut values = vec![Value::Null; self.count];
        let mut deserializer = serde_json::Deserializer::from_slice(bytes);
        Walk { place: &self.root, values: &mut values }.deserialize(&mut deserializer)?;
        deserializer.end()?;
        Ok(values)
    }
}

impl Place {
    fn at(&mut self, step: &Step) -> &mut Place {
        let known = self.below.iter().position(|(known, _)| known == step);
        let index = known.unwrap_or_else(|| {
            self.below.push((step.clone(), Place::default()));
            self.below.len() - 1
        });
        &mut self.below[index].1
    }
}

struct Walk<'a> {
    place: &'a Place,
    values: &'a mut [Value],
}

impl<'de> DeserializeSeed<'de> for Walk<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        if let Some(number) = self.place.wanted {
            self.values[number] = serde::Deserialize::deserialize(deserializer)?;
            return Ok(());
        }
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Walk<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object or an array on the way to a value")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(place) = map.next_key_seed(Key(self.place))? {
            match place {
                Some(place) => map.next_value_seed(Walk { place, values: self.values })?,
                None => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        for number in 0.. {
            let is_it = |(step, _): &&(Step, Place)| *step == Step::Index(number);
            let go_on = match self.place.below.iter().find(is_it) {
                Some((_, place)) => {
                    list.next_element_seed(Walk { place, values: self.values })?.is_some()
                }
                None => list.next_element::<IgnoredAny>()?.is_some(),
            };
            if !go_on {
                break;
            }
        }
        Ok(())
    }
}

/// A member's name, for the place that it leads to.
struct Key<'a>(&'a Place);

impl<'de, 'a> DeserializeSeed<'de> for Key<'a> {
    type Value = Option<&'a Place>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'a> Visitor<'_> for Key<'a> {
    type Value = Option<&'a Place>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a name")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<Self::Value, E> {
        let is_it = |(step, _): &&(Step, Place)| matches!(step, Step::Name(name) if name == key);
        Ok(self.0.below.iter().find(is_it).map(|(_, place)| place))
    }
}
