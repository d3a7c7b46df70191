//! XML is read by the rules of this crate as a second, plain reading of roxmltree reads it.

use proptest::prelude::*;

use super::{config, joined};
use crate::oracle::xml::agree;

const NAMES: [&str; 7] = ["a", "b", "p:a", "q:a", "p:b", "größe", "c-d.e"];

const ATTRIBUTES: [&str; 8] = [
    " k='1'",
    " p:k='2'",
    " q:k = \"it's &lt;\"",
    " xml:space='preserve'",
    " xml:space='default'",
    " xmlns='d'",
    " xmlns:p='other'",
    "\n",
];

const TEXTS: [&str; 9] =
    ["x", " ", "\n\t", "&amp;", "&#65;", "é😀", "<![CDATA[ <y> ]]>", "<!-- c -->", "<?p i?>"];

/// An element with its attributes, texts and children; one attribute of each name.
fn element() -> impl Strategy<Value = String> {
    let attributes = prop::sample::subsequence(&ATTRIBUTES[..], 0..3);
    let attributes = attributes.prop_map(|list| list.concat());
    let name = prop::sample::select(&NAMES[..]);
    let empty = (name.clone(), attributes.clone()).prop_map(|(name, attributes)| {
        // `xml:space` stands once.
        format!("<{name}{}/>", once(&attributes))
    });
    let text = (name.clone(), attributes.clone(), joined(&TEXTS, 4));
    let text = text.prop_map(|(name, attributes, text)| {
        format!("<{name}{}>{text}</{name}>", once(&attributes))
    });
    prop_oneof![empty, text].prop_recursive(3, 8, 4, move |inner| {
        let children = prop::collection::vec((inner, joined(&TEXTS, 1)), 1..4);
        (name.clone(), attributes.clone(), children).prop_map(|(name, attributes, children)| {
            let inside: String =
                children.into_iter().map(|(child, text)| format!("{child}{text}")).collect();
            format!("<{name}{}>{inside}</{name} >", once(&attributes))
        })
    })
}

fn once(attributes: &str) -> String {
    attributes.replace(" xml:space='preserve' xml:space='default'", " xml:space='preserve'")
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn trees(element in element()) {
        let body = format!("<p:r xmlns:p='u' xmlns:q='v'>{element}</p:r>");
        agree(&body);
    }
}
