//! A document and a path that is being typed in, the paths that continue it out, in document order.

use std::borrow::Cow;

use crate::document::Document;
use crate::document::kind::Kind;
use crate::document::node::Node;
use crate::document::tree::Key;
use crate::path::Path;
use crate::path::evaluate::evaluate;
use crate::path::normalized::{bracketed, indexed};
use crate::path::shorthand::{is_name, is_strict_name, member};

/// A path that continues what has been typed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Suggestion {
    /// The whole path, ready to use.
    pub path: String,
    /// What the path finds.
    pub kind: Kind,
    /// The beginning of what it finds, as JSON.
    pub preview: String,
}

/// Characters of a preview.
const PREVIEW: usize = 60;

/// Children that are looked at for one list of suggestions, so that a keystroke stays quick.
const LOOKED_AT: usize = 20_000;

impl Document {
    /// Paths that continue what has been typed, one segment further, at most `limit` of them. Where
    /// a whole name is typed, what is below it follows.
    ///
    /// ```
    /// # use switchhook_path::{Document, Format};
    /// let document = Document::parse(Format::Json, br#"{"data": {"id": 7, "full name": "Ada"}}"#)?;
    /// let paths = |typed: &str| -> Vec<String> {
    ///     document.suggest(typed, 50).into_iter().map(|suggestion| suggestion.path).collect()
    /// };
    /// assert_eq!(paths("da"), ["data"]);
    /// assert_eq!(paths("data."), ["data.id", "data['full name']"]);
    /// # Ok::<(), switchhook_path::Unreadable>(())
    /// ```
    pub fn suggest(&self, typed: &str, limit: usize) -> Vec<Suggestion> {
        let Some(typed) = Typed::of(typed) else { return Vec::new() };
        let Some(parents) = self.find(typed.base) else { return Vec::new() };
        let with = |same_case| {
            let mut list = List { typed, limit, same_case, seen: Vec::new(), found: Vec::new() };
            list.fill(&parents);
            list.found
        };
        let found = with(true);
        if found.is_empty() { with(false) } else { found }
    }

    fn find(&self, base: &str) -> Option<Vec<Node<'_>>> {
        if base.is_empty() {
            return Some(vec![self.root()]);
        }
        evaluate(&Path::parse(base).ok()?.query, self.root()).ok()
    }
}

/// What has been typed: a whole path, and the beginning of the segment that is to follow.
#[derive(Clone, Copy)]
struct Typed<'t> {
    base: &'t str,
    begun: Begun<'t>,
    /// Whether the path begins with `$`, which leaves fewer names plain.
    strict: bool,
}

#[derive(Clone, Copy)]
enum Begun<'t> {
    /// Letters of a name, behind a dot or at the beginning.
    Name(&'t str),
    /// What stands behind a bracket that is still open.
    Bracket(&'t str),
    /// Nothing: the path ends with `$` or a closed bracket.
    Nothing,
}

impl<'t> Typed<'t> {
    /// Nothing where a segment has been begun that cannot be completed by a name.
    fn of(typed: &'t str) -> Option<Typed<'t>> {
        let mut split = (0, 0);
        let mut open = None;
        // Brackets inside of the one that is open, as a filter has them.
        let mut inner = 0;
        let mut quote = None;
        let mut escaped = false;
        for (at, next) in typed.char_indices() {
            match (open, quote, next) {
                _ if escaped => escaped = false,
                (_, Some(_), '\\') => escaped = true,
                (_, Some(mark), _) if mark == next => quote = None,
                (_, Some(_), _) => (),
                (Some(_), None, '\'' | '"') => quote = Some(next),
                (Some(_), None, '[') => inner += 1,
                (Some(_), None, ']') if inner > 0 => inner -= 1,
                (Some(_), None, ']') => {
                    open = None;
                    split = (at + 1, at + 1);
                }
                (Some(_), None, _) => (),
                (None, None, '[') => open = Some(at),
                (None, None, '.') => split = (at, at + 1),
                (None, None, _) => (),
            }
        }
        let (end, begun) = match open {
            Some(open) => (open, Begun::Bracket(typed.get(open + 1..)?)),
            None if typed == "$" => (1, Begun::Nothing),
            None if split.0 == split.1 && split.0 > 0 => {
                let rest = typed.get(split.1..)?;
                (split.0, if rest.is_empty() { Begun::Nothing } else { return None })
            }
            None => (split.0, Begun::Name(typed.get(split.1..)?)),
        };
        Some(Typed { base: typed.get(..end)?, begun, strict: typed.starts_with('$') })
    }
}

struct List<'t> {
    typed: Typed<'t>,
    limit: usize,
    same_case: bool,
    /// The paths that are found, sorted.
    seen: Vec<String>,
    found: Vec<Suggestion>,
}

impl List<'_> {
    fn fill(&mut self, parents: &[Node<'_>]) {
        let mut left = LOOKED_AT;
        for parent in parents {
            self.every_element(*parent);
            for (key, child) in parent.children() {
                let Some(less) = left.checked_sub(1) else { return };
                left = less;
                if self.found.len() >= self.limit {
                    return;
                }
                self.child(*parent, &key, child);
            }
        }
    }

    /// `[*]`, where an array is asked on.
    fn every_element(&mut self, parent: Node<'_>) {
        let begun =
            matches!(self.typed.begun, Begun::Nothing | Begun::Name("") | Begun::Bracket("" | "*"));
        if begun && parent.kind() == Kind::Array && !parent.is_empty() {
            self.add(format!("{}[*]", self.base()), parent);
        }
    }

    fn child(&mut self, parent: Node<'_>, key: &Key<'_>, child: Node<'_>) {
        let mut path = self.base().to_owned();
        match key {
            Key::Index(index) => {
                let begun = match self.typed.begun {
                    Begun::Bracket(digits) | Begun::Name(digits) => digits,
                    Begun::Nothing => "",
                };
                if index.to_string().starts_with(begun) {
                    indexed(&mut path, *index);
                    self.add(path, child);
                }
            }
            Key::Name(name) => {
                let short = unprefixed(name);
                let begun = match self.typed.begun {
                    Begun::Name(begun) => begun,
                    Begun::Bracket(quoted) => quoted.trim_start_matches(['\'', '"']),
                    Begun::Nothing => "",
                };
                if !self.continues(name, begun) && !self.continues(&short, begun) {
                    return;
                }
                // Asked for names that fit alone: the parent has to look whether it is unambiguous.
                let short = parent.short_name(name);
                let shown = if self.continues(&short, begun) { &short } else { name };
                match self.typed.begun {
                    Begun::Bracket(_) => bracketed(&mut path, shown),
                    _ => member(&mut path, shown, self.is_plain()),
                }
                self.add(path.clone(), child);
                if matches!(self.typed.begun, Begun::Name(begun) if begun == shown.as_ref()) {
                    self.below(&path, child);
                }
            }
        }
    }

    /// A whole name is typed: what is below it comes next.
    fn below(&mut self, path: &str, node: Node<'_>) {
        let room = self.limit.saturating_sub(self.found.len());
        if node.kind() == Kind::Array && !node.is_empty() {
            self.add(format!("{path}[*]"), node);
        }
        for (key, child) in node.children().take(room) {
            let mut path = path.to_owned();
            match key {
                Key::Index(index) => indexed(&mut path, index),
                Key::Name(name) => member(&mut path, &node.short_name(&name), self.is_plain()),
            }
            self.add(path, child);
        }
    }

    fn add(&mut self, path: String, node: Node<'_>) {
        if self.found.len() < self.limit
            && let Err(place) = self.seen.binary_search(&path)
        {
            self.seen.insert(place, path.clone());
            let preview = node.preview(PREVIEW);
            self.found.push(Suggestion { path, kind: node.kind(), preview });
        }
    }

    fn continues(&self, name: &str, begun: &str) -> bool {
        if self.same_case {
            return name.starts_with(begun);
        }
        name.get(..begun.len()).is_some_and(|start| start.eq_ignore_ascii_case(begun))
    }

    fn base(&self) -> &str {
        self.typed.base
    }

    fn is_plain(&self) -> fn(&str) -> bool {
        if self.typed.strict { is_strict_name } else { is_name }
    }
}

/// A name of XML without its prefix.
fn unprefixed(name: &str) -> Cow<'_, str> {
    match (name.starts_with('@'), name.split_once(':')) {
        (_, None) => Cow::Borrowed(name),
        (true, Some((_, local))) => Cow::Owned(format!("@{local}")),
        (false, Some((_, local))) => Cow::Borrowed(local),
    }
}
