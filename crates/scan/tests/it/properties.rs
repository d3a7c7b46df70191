//! Arbitrary JSON and arbitrary bytes: what is read, refused and taken is what serde_json says.

use proptest::prelude::*;
use serde_json::Value;
use switchhook_scan::{Step, Take, Trie, tape};

/// What JSON is made of, in any order: mostly refused, and often only late.
fn soup() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        3 => prop::sample::select(vec![
            "{", "}", "[", "]", ":", ",", "\"", "\\", "\\\"", "\\u00e9", "\\n", "\\x", " ", "\n",
            "true", "false", "null", "0", "-", "1.5", "e", "E+", "01", "\"a\"", "\"a\":", "\u{1}",
            "é", "{}", "[]", "[[", "]]", "\"\\\\\"", "\\ud800",
        ]).prop_map(str::to_owned),
        1 => "[ -~é😀\\t\\n]{0,12}",
    ];
    prop::collection::vec(part, 0..60).prop_map(|parts| parts.concat())
}

fn json() -> impl Strategy<Value = Value> {
    let scalar = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<i32>().prop_map(|number| Value::from(f64::from(number) / 8.0)),
        "[ab\"\\\\\n\u{1}é😀]{0,80}".prop_map(Value::from),
    ];
    scalar.prop_recursive(5, 60, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec(("[abc\"é]{0,3}", inner), 0..6)
                .prop_map(|members| members.into_iter().collect()),
        ]
    })
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => "[abc\"é]{0,3}".prop_map(Step::Name),
        2 => (0..4_usize).prop_map(Step::Index),
        2 => (1..4_usize).prop_map(Step::FromEnd),
        1 => (0..4_usize).prop_map(|index| Step::Either(index.to_string(), index)),
    ]
}

/// What is at the end of a way, by the tree.
fn find<'v>(value: &'v Value, way: &[Step]) -> Option<&'v Value> {
    way.iter().try_fold(value, |value, step| match (step, value) {
        (Step::Name(name) | Step::Either(name, _), Value::Object(members)) => members.get(name),
        (Step::Index(index) | Step::Either(_, index), Value::Array(elements)) => {
            elements.get(*index)
        }
        (Step::FromEnd(count), Value::Array(elements)) => {
            elements.len().checked_sub(*count).and_then(|index| elements.get(index))
        }
        _ => None,
    })
}

fn pieces(text: &[u8], cuts: &[usize]) -> Vec<Vec<u8>> {
    let mut places: Vec<usize> = cuts.iter().map(|cut| cut % (text.len() + 1)).collect();
    places.extend([0, text.len()]);
    places.sort_unstable();
    places.windows(2).map(|pair| text[pair[0]..pair[1]].to_vec()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn soup_is_read_as_serde_json_reads_it(text in soup(), cuts in prop::collection::vec(any::<usize>(), 0..4)) {
        // A value that is not looked at is checked by its grammar alone, which is what is compared.
        let expected = serde_json::from_str::<serde::de::IgnoredAny>(&text).is_ok();
        prop_assert_eq!(tape(&text).is_ok(), expected);
        let trie = Trie::new();
        let mut take = Take::new(&trie);
        pieces(text.as_bytes(), &cuts).iter().for_each(|piece| take.feed(piece));
        prop_assert_eq!(take.finish().is_ok(), expected);
    }

    #[test]
    fn one_pass_takes_what_the_tree_holds(
        value in json(),
        ways in prop::collection::vec(prop::collection::vec(step(), 0..4), 1..6),
        pretty in any::<bool>(),
        cuts in prop::collection::vec(any::<usize>(), 0..4),
    ) {
        let text = if pretty { format!("{value:#}") } else { value.to_string() };
        let mut trie = Trie::new();
        let slots: Vec<usize> =
            ways.iter().map(|way| trie.insert(way.clone()).expect("a way")).collect();
        let mut take = Take::new(&trie);
        pieces(text.as_bytes(), &cuts).iter().for_each(|piece| take.feed(piece));
        let values = take.finish().expect("JSON");
        for (way, slot) in ways.iter().zip(slots) {
            let found = values[slot].as_deref();
            let found = found.map(|text| serde_json::from_str::<Value>(text).expect("JSON"));
            prop_assert_eq!(found.as_ref(), find(&value, way), "{:?} in {}", way, text);
        }
    }
}
