//! A document and the numbers of some of its nodes in, the rows that show them in its tree out.

use switchhook::path::{Document, Key, Kind, Node, Step, normalized, shorthand};

use crate::model::outline::Outline;

/// Longest value of a row, in characters.
const CHARACTERS: usize = 200;

/// One row of the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TreeRow {
    /// The node's number in the outline: the row's identity.
    pub number: u32,
    /// Normalized path.
    pub path: String,
    /// The path that a mapping would have.
    pub shorthand: String,
    /// Names on the way to it, outermost first, for the name of a parameter.
    pub names: Vec<String>,
    /// How deep it stands, from 1.
    pub level: usize,
    /// Which one of its parent's it is, from 1, and how many there are of them.
    pub place: (usize, usize),
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

/// A node that is being gone through.
struct Level<'d, C> {
    branch: Branch<'d>,
    children: C,
    /// The number of the next child.
    next: u32,
    end: u32,
    /// How many children are gone past, and how many there are.
    place: (usize, usize),
}

/// The rows of these nodes, whose numbers ascend; `open` says which nodes are unfolded.
pub fn rows(
    document: &Document,
    outline: &Outline,
    open: &[bool],
    numbers: &[u32],
) -> Vec<TreeRow> {
    let root = Branch { node: document.root(), key: None, steps: Vec::new(), short: Vec::new() };
    if outline.is_empty() {
        return vec![row(&root, 0, (1, 1), None)];
    }
    let is_open = |number: u32| open.get(number as usize).copied().unwrap_or_default();
    let mut rows = Vec::new();
    let mut levels = vec![level(root, 0, outline)];
    for number in numbers {
        while let Some(within) = levels.last_mut() {
            let child = if *number < within.end { within.children.next() } else { None };
            let Some((key, node)) = child else {
                levels.pop();
                continue;
            };
            let here = within.next;
            within.next = outline.end(here);
            within.place.0 += 1;
            if *number >= within.next {
                continue;
            }
            let branch = within.branch.child(key, node);
            if here == *number {
                let holds = within.next > here + 1;
                rows.push(row(&branch, here, within.place, holds.then(|| is_open(here))));
            }
            levels.push(level(branch, here, outline));
            if here == *number {
                break;
            }
        }
    }
    rows
}

fn level<'d>(
    branch: Branch<'d>,
    number: u32,
    outline: &Outline,
) -> Level<'d, impl Iterator<Item = (Key<'d>, Node<'d>)> + use<'d>> {
    Level {
        children: branch.node.children(),
        next: number + 1,
        end: outline.end(number),
        place: (0, branch.node.len()),
        branch,
    }
}

impl<'d> Branch<'d> {
    fn child(&self, key: Key<'d>, node: Node<'d>) -> Branch<'d> {
        let step = Step::from(key.clone());
        let short = match &step {
            Step::Name(name) => Step::Name(self.node.short_name(name).into_owned()),
            Step::Index(index) => Step::Index(*index),
        };
        let with = |steps: &[Step], step| steps.iter().cloned().chain([step]).collect();
        Branch {
            node,
            key: Some(key),
            steps: with(&self.steps, step),
            short: with(&self.short, short),
        }
    }
}

fn row(branch: &Branch<'_>, number: u32, place: (usize, usize), open: Option<bool>) -> TreeRow {
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
        number,
        path: normalized(&branch.steps),
        shorthand: shorthand(&branch.short),
        names: names.collect(),
        level: branch.steps.len().max(1),
        place,
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

    use super::rows;
    use crate::model::outline::Outline;

    /// The rows from one to another, a line each, indented by level.
    fn drawn(format: Format, body: &str, from: usize, to: usize) -> String {
        let document = Document::parse(format, body.as_bytes()).expect("a document");
        let outline = Outline::of(&document);
        let open = outline.opened(&document);
        let numbers = outline.visible(&open);
        let numbers = &numbers[from..to.min(numbers.len())];
        let lines = rows(&document, &outline, &open, numbers).into_iter().map(|row| {
            let mark = row.open.map_or("", |open| if open { "▾ " } else { "▸ " });
            let key = row.key.as_deref().unwrap_or("$");
            let indent = "  ".repeat(row.level - 1);
            let (place, size) = row.place;
            format!("{indent}{mark}{key}: {} <{}> {place}/{size}\n", row.value, row.shorthand)
        });
        lines.collect()
    }

    #[test]
    fn rows_follow_the_document() {
        let json = r#"{"order": {"id": 7, "items": [{"n": "a b"}], "none": {}}, "a-b": null}"#;
        let expected = "\
▾ order: {3} <order> 1/2
  id: 7 <order.id> 1/3
  ▾ items: [1] <order.items> 2/3
    ▾ 0: {1} <order.items[0]> 1/1
      n: \"a b\" <order.items[0].n> 1/1
  none: {} <order.none> 3/3
a-b: null <a-b> 2/2
";
        assert_eq!(drawn(Format::Json, json, 0, 100), expected);
        let some: String =
            expected.lines().skip(4).take(2).map(|line| format!("{line}\n")).collect();
        assert_eq!(drawn(Format::Json, json, 4, 6), some);
        assert_eq!(drawn(Format::Json, "\"x\"", 0, 9), "$: \"x\" <$> 1/1\n");
        let xml = "<s:note xmlns:s='u' id='1'><s:to>Tove</s:to></s:note>";
        let expected = "\
▾ s:note: {2} <note> 1/1
  @id: \"1\" <note['@id']> 1/2
  s:to: \"Tove\" <note.to> 2/2
";
        assert_eq!(drawn(Format::Xml, xml, 0, 9), expected);
    }

    #[test]
    fn the_last_rows_of_a_long_list_are_reached() {
        let long = format!("[{}]", vec!["0"; 5_000].join(","));
        assert_eq!(
            drawn(Format::Json, &long, 4_998, 5_000),
            "4998: 0 <[4998]> 4999/5000\n4999: 0 <[4999]> 5000/5000\n"
        );
    }
}
