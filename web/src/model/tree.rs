//! A document and what is unfolded in it in, the rows of its tree that are in view out.

use std::collections::{BTreeSet, VecDeque};

use switchhook::path::{Document, Key, Kind, Node, Step, normalized, shorthand};

/// Longest value of a row, in characters.
const CHARACTERS: usize = 200;
/// So many rows are unfolded at first.
const AT_FIRST: usize = 120;

/// One row of the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TreeRow {
    /// Normalized path: the row's identity.
    pub path: String,
    /// The path that a mapping would have.
    pub shorthand: String,
    /// Names on the way to it, outermost first, for the name of a parameter.
    pub names: Vec<String>,
    /// How deep it stands, from 1.
    pub level: usize,
    /// Name or index; none for the root.
    pub key: Option<String>,
    /// Whether the key is an index.
    pub is_index: bool,
    /// What the value is.
    pub kind: Kind,
    /// The value; of an object or a list, how many there are in it.
    pub value: String,
    /// Whether it is unfolded; none where there is nothing to unfold.
    pub open: Option<bool>,
}

/// A node on its way to be a row.
struct Branch<'d> {
    node: Node<'d>,
    key: Option<Key<'d>>,
    /// The way to it as written in the document.
    steps: Vec<Step>,
    /// The way to it as a designer would write it.
    short: Vec<Step>,
}

/// The paths that are unfolded at first: the outermost ones, as far as they fit.
pub fn opened(document: &Document) -> BTreeSet<String> {
    let mut open = BTreeSet::new();
    let mut shown = 0;
    let mut queue = VecDeque::from([root(document)]);
    while let Some(branch) = queue.pop_front() {
        let children = branch.node.children().take(AT_FIRST + 1).count();
        if children == 0 || shown + children > AT_FIRST && !open.is_empty() {
            continue;
        }
        shown += children;
        open.insert(normalized(&branch.steps));
        queue.extend(branch.children().take(AT_FIRST));
    }
    open
}

/// The first `limit` rows in view, and whether there are more.
pub fn rows(document: &Document, open: &BTreeSet<String>, limit: usize) -> (Vec<TreeRow>, bool) {
    let mut rows = Vec::new();
    let root = root(document);
    // The root has no row of its own where it holds something: its members are the first level.
    if root.node.is_empty() {
        return (vec![row(&root, None)], false);
    }
    let mut stack: Vec<Box<dyn Iterator<Item = Branch<'_>>>> = vec![Box::new(root.children())];
    while let Some(siblings) = stack.last_mut() {
        let Some(branch) = siblings.next() else {
            stack.pop();
            continue;
        };
        if rows.len() == limit {
            return (rows, true);
        }
        let is_open = (!branch.node.is_empty()).then(|| open.contains(&normalized(&branch.steps)));
        rows.push(row(&branch, is_open));
        if is_open == Some(true) {
            stack.push(Box::new(branch.children()));
        }
    }
    (rows, false)
}

fn root(document: &Document) -> Branch<'_> {
    Branch { node: document.root(), key: None, steps: Vec::new(), short: Vec::new() }
}

impl<'d> Branch<'d> {
    fn children(&self) -> impl Iterator<Item = Branch<'d>> + use<'d> {
        let (parent, steps, short) = (self.node, self.steps.clone(), self.short.clone());
        self.node.children().map(move |(key, node)| {
            let step = Step::from(key.clone());
            let short_step = match &step {
                Step::Name(name) => Step::Name(parent.short_name(name).into_owned()),
                Step::Index(index) => Step::Index(*index),
            };
            let with = |steps: &[Step], step| steps.iter().cloned().chain([step]).collect();
            Branch {
                node,
                key: Some(key),
                steps: with(&steps, step),
                short: with(&short, short_step),
            }
        })
    }
}

fn row(branch: &Branch<'_>, open: Option<bool>) -> TreeRow {
    let kind = branch.node.kind();
    let value = match (kind, open) {
        (Kind::Object, Some(_)) => format!("{{{}}}", branch.node.len()),
        (Kind::Array, Some(_)) => format!("[{}]", branch.node.len()),
        _ => branch.node.preview(CHARACTERS),
    };
    let names = branch.short.iter().filter_map(|step| match step {
        Step::Name(name) => Some(name.trim_start_matches(['@', '#']).to_owned()),
        Step::Index(_) => None,
    });
    TreeRow {
        path: normalized(&branch.steps),
        shorthand: shorthand(&branch.short),
        names: names.collect(),
        level: branch.steps.len().max(1),
        key: branch.key.as_ref().map(|key| match key {
            Key::Name(name) => name.to_string(),
            Key::Index(index) => index.to_string(),
        }),
        is_index: matches!(branch.key, Some(Key::Index(_))),
        kind,
        value,
        open,
    }
}

#[cfg(test)]
mod tests {
    use switchhook::path::{Document, Format};

    use super::{opened, rows};

    /// The rows in view, a line each, indented by level.
    fn drawn(format: Format, body: &str, limit: usize) -> String {
        let document = Document::parse(format, body.as_bytes()).expect("a document");
        let (rows, more) = rows(&document, &opened(&document), limit);
        let lines = rows.iter().map(|row| {
            let mark = row.open.map_or("", |open| if open { "▾ " } else { "▸ " });
            let key = row.key.as_deref().unwrap_or("$");
            let indent = "  ".repeat(row.level - 1);
            format!("{indent}{mark}{key}: {} <{}>\n", row.value, row.shorthand)
        });
        lines.chain(more.then(|| "…\n".to_owned())).collect()
    }

    #[test]
    fn rows_follow_the_document() {
        let json = r#"{"order": {"id": 7, "items": [{"n": "a b"}], "none": {}}, "a-b": null}"#;
        let expected = "\
▾ order: {3} <order>
  id: 7 <order.id>
  ▾ items: [1] <order.items>
    ▾ 0: {1} <order.items[0]>
      n: \"a b\" <order.items[0].n>
  none: {} <order.none>
a-b: null <a-b>
";
        assert_eq!(drawn(Format::Json, json, 100), expected);
        assert_eq!(drawn(Format::Json, "[1,2,3]", 2), "0: 1 <[0]>\n1: 2 <[1]>\n…\n");
        assert_eq!(drawn(Format::Json, "\"x\"", 9), "$: \"x\" <$>\n");
        let xml = "<s:note xmlns:s='u' id='1'><s:to>Tove</s:to></s:note>";
        let expected = "\
▾ s:note: {2} <note>
  @id: \"1\" <note['@id']>
  s:to: \"Tove\" <note.to>
";
        assert_eq!(drawn(Format::Xml, xml, 9), expected);
    }

    #[test]
    fn a_long_list_is_folded_and_a_long_root_is_not() {
        let long = format!("[{}]", vec!["0"; 5_000].join(","));
        assert_eq!(
            drawn(Format::Json, &format!("{{\"a\":1,\"b\":{long}}}"), 300).lines().count(),
            2
        );
        assert_eq!(drawn(Format::Json, &long, 300).lines().count(), 301);
    }
}
