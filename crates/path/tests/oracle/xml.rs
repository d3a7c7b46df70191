//! A text in, read as XML by this crate and by its rules straight over the parser's tree: no word where
//! they agree, for properties and for fuzzing.

use serde_json::{Map, Value};
use switchhook_path::{Document, Format, Path, Step, normalized};

/// Reads a text both ways, and asks for all that is in it, by every name that it goes by.
pub(crate) fn agree(text: &str) {
    let document = Document::from_text(Format::Xml, text);
    let (document, tree) = match (document, roxmltree::Document::parse(text)) {
        (Ok(document), Ok(tree)) => (document, tree),
        (Ok(_), Err(error)) => panic!("the parser does not read it: {error}"),
        // The parser reads references to characters that XML does not have.
        (Err(_), Ok(_)) if text.contains("&#") => return,
        (Err(error), Ok(_)) => panic!("the parser reads it: {error}"),
        (Err(error), Err(_)) => {
            let place = format!("line {}, column {}", error.line, error.column);
            assert!(error.message.contains(&place), "{place} is not in “{error}”");
            return;
        }
    };
    let reading = Reading { text };
    let take = |steps: &[Step]| -> Option<Value> {
        let path = Path::parse(&normalized(steps)).unwrap();
        let taken = document.take(&path).unwrap()?;
        Some(serde_json::from_str(taken.value.as_json()).unwrap())
    };
    let name = |name: &str| Step::Name(name.to_owned());

    let root = tree.root_element();
    let (written, local) = (reading.name(root), root.tag_name().name());
    assert_eq!(take(&[name(&written)]), Some(reading.value(root)));
    assert_eq!(take(&[name(local)]), Some(reading.value(root)));
    // Each element, on its way by names and indexes.
    let mut ahead = vec![(root, vec![name(&written)])];
    while let Some((element, steps)) = ahead.pop() {
        let members = reading.members(element);
        let written = members.iter().map(|(written, ..)| written.as_str());
        let local = members.iter().map(|(_, local, _)| local.as_str());
        for wanted in written.chain(local).chain(["none", "@none", "z:a", "@z:k"]) {
            let mut steps = steps.clone();
            steps.push(name(wanted));
            let expected = reading.find(&members, wanted);
            assert_eq!(take(&steps), expected, "{}", normalized(&steps));
        }
        let children: Vec<_> = element.children().filter(Element::is_element).collect();
        for (index, child) in children.iter().enumerate() {
            let before = children[..index].iter();
            let same = |other: &&Element<'_>| reading.name(**other) == reading.name(*child);
            let mut steps = steps.clone();
            steps.extend([name(&reading.name(*child)), Step::Index(before.filter(same).count())]);
            assert_eq!(take(&steps), Some(reading.value(*child)), "{}", normalized(&steps));
            ahead.push((*child, steps));
        }
    }
}

/// The rules, straight over the parser's tree.
struct Reading<'d> {
    text: &'d str,
}

type Element<'d> = roxmltree::Node<'d, 'd>;

impl Reading<'_> {
    fn name(&self, element: Element<'_>) -> String {
        let rest = &self.text[element.range().start + 1..];
        rest.split(['>', '/', ' ', '\t', '\r', '\n']).next().unwrap().to_owned()
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
