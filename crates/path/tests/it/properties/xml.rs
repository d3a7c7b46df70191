//! XML is read by the rules of this crate as a second, plain reading of roxmltree reads it.

use proptest::prelude::*;
use serde_json::{Map, Value};
use switchhook_path::{Path, Step, normalized};

use super::{config, joined};
use crate::table::xml;

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

/// The rules, straight over the parser's tree.
struct Reading<'d> {
    text: &'d str,
}

type Element<'d> = roxmltree::Node<'d, 'd>;

impl Reading<'_> {
    fn name(&self, element: Element<'_>) -> String {
        let rest = &self.text[element.range().start + 1..];
        rest.split(['>', '/', ' ', '\n']).next().unwrap().to_owned()
    }

    fn own_text(&self, element: Element<'_>) -> String {
        let texts = element.children().filter(Element::is_text).filter_map(|node| node.text());
        let text: String = texts.collect();
        let space =
            element.ancestors().find_map(|node| node.attribute((roxmltree::NS_XML_URI, "space")));
        match space {
            Some("preserve") => text,
            _ => text.trim_matches([' ', '\t', '\r', '\n']).to_owned(),
        }
    }

    /// What an element has, in order, by names as written; with the local name of each.
    fn members(&self, element: Element<'_>) -> Vec<(String, String, Value)> {
        let mut members = Vec::new();
        for attribute in element.attributes() {
            let written = &self.text[attribute.range_qname()];
            let value = Value::from(attribute.value());
            members.push((format!("@{written}"), format!("@{}", attribute.name()), value));
        }
        let text = self.own_text(element);
        if !text.trim_matches([' ', '\t', '\r', '\n']).is_empty() {
            members.push(("#text".to_owned(), "#text".to_owned(), Value::from(text)));
        }
        for child in element.children().filter(Element::is_element) {
            let local = child.tag_name().name().to_owned();
            members.push((self.name(child), local, self.value(child)));
        }
        members
    }

    fn value(&self, element: Element<'_>) -> Value {
        let has_elements = element.children().any(|child| child.is_element());
        if element.attributes().len() == 0 && !has_elements {
            return Value::from(self.own_text(element));
        }
        let members = self.members(element);
        let names = members.iter().map(|(name, ..)| name.clone());
        let object = names.map(|name| (name.clone(), self.find(&members, &name).unwrap()));
        Value::Object(object.collect::<Map<_, _>>())
    }

    /// What a name finds: as written, or where that is nothing without prefixes; one or a list.
    fn find(&self, members: &[(String, String, Value)], name: &str) -> Option<Value> {
        let all = |written: bool| -> Vec<Value> {
            let is = |member: &&(String, String, Value)| {
                if written { member.0 == name } else { member.1 == name }
            };
            members.iter().filter(is).map(|member| member.2.clone()).collect()
        };
        let found = Some(all(true)).filter(|found| !found.is_empty()).unwrap_or(all(false));
        match found.len() {
            0 => None,
            1 => found.into_iter().next(),
            _ => Some(Value::from(found)),
        }
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn trees(element in element()) {
        let body = format!("<p:r xmlns:p='u' xmlns:q='v'>{element}</p:r>");
        let tree = roxmltree::Document::parse(&body).unwrap();
        let reading = Reading { text: &body };
        let document = xml(&body);
        let take = |steps: &[Step]| -> Option<Value> {
            let path = Path::parse(&normalized(steps)).unwrap();
            let taken = document.take(&path).unwrap()?;
            Some(serde_json::from_str(taken.value.as_json()).unwrap())
        };
        let name = |name: &str| Step::Name(name.to_owned());

        let root = tree.root_element();
        prop_assert_eq!(take(&[name("p:r")]), Some(reading.value(root)));
        prop_assert_eq!(take(&[name("r")]), Some(reading.value(root)));
        // Each element, on its way by names and indexes.
        let mut ahead = vec![(root, vec![name("p:r")])];
        while let Some((element, steps)) = ahead.pop() {
            let members = reading.members(element);
            let written = members.iter().map(|(written, ..)| written.as_str());
            let local = members.iter().map(|(_, local, _)| local.as_str());
            for wanted in written.chain(local).chain(["none", "@none", "z:a", "@z:k"]) {
                let mut steps = steps.clone();
                steps.push(name(wanted));
                prop_assert_eq!(take(&steps), reading.find(&members, wanted), "{}", normalized(&steps));
            }
            let children: Vec<_> = element.children().filter(Element::is_element).collect();
            for (index, child) in children.iter().enumerate() {
                let before = children[..index].iter();
                let same = |other: &&Element<'_>| reading.name(**other) == reading.name(*child);
                let mut steps = steps.clone();
                steps.extend([name(&reading.name(*child)), Step::Index(before.filter(same).count())]);
                prop_assert_eq!(take(&steps), Some(reading.value(*child)), "{}", normalized(&steps));
                ahead.push((*child, steps));
            }
        }
    }
}
