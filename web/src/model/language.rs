//! A body in; its parts out, by what they are in its language: for colours, and for formatting.

/// What a part of a body is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    /// White space between parts.
    Space,
    /// JSON: a bracket, a comma, a colon.
    Mark,
    /// JSON: the name of a member.
    Key,
    /// JSON: a string.
    Str,
    /// JSON: a number, `true`, `false`, `null`, a parameter; anything else that stands where a value does.
    Atom,
    /// XML and HTML: a tag that opens an element.
    Open,
    /// XML and HTML: a tag that closes one.
    Close,
    /// XML and HTML: a tag that is a whole element.
    Empty,
    /// XML and HTML: a comment, a processing instruction, a declaration.
    Aside,
    /// XML and HTML: text, CDATA included.
    Text,
}

/// Parts, one after the other; together they are the body.
pub type Pieces<'t> = Vec<(Piece, &'t str)>;

/// The parts of a JSON template. None where a string is not closed.
pub fn json_pieces(text: &str) -> Option<Pieces<'_>> {
    let parameters = switchhook::parameter_ranges(text);
    let mut parameters = parameters.iter().peekable();
    let mut pieces: Pieces<'_> = Vec::new();
    let mut at = 0;
    while let Some(first) = text.get(at..).and_then(|rest| rest.chars().next()) {
        while parameters.next_if(|range| range.start < at).is_some() {}
        let rest = text.get(at..)?;
        let (piece, length) = match first {
            '"' => (Piece::Str, string(rest)?),
            '{' | '}' | '[' | ']' | ',' | ':' => (Piece::Mark, 1),
            _ if first.is_whitespace() => (Piece::Space, run(rest, char::is_whitespace)),
            _ => match parameters.next_if(|range| range.start == at) {
                Some(range) => (Piece::Atom, range.len()),
                None => {
                    (Piece::Atom, first.len_utf8() + run(rest.get(first.len_utf8()..)?, in_atom))
                }
            },
        };
        if rest.starts_with(':') {
            // What stands before a colon was a name.
            let name = pieces.iter_mut().rev().find(|(piece, _)| *piece != Piece::Space);
            if let Some((piece @ Piece::Str, _)) = name {
                *piece = Piece::Key;
            }
        }
        pieces.push((piece, rest.get(..length)?));
        at += length;
    }
    Some(pieces)
}

/// The parts of XML or HTML. None where a tag, a comment or a quoted value is not closed.
pub fn markup_pieces(text: &str) -> Option<Pieces<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (piece, length) = if rest.starts_with("<!--") {
            (Piece::Aside, rest.find("-->")? + 3)
        } else if rest.starts_with("<![CDATA[") {
            (Piece::Text, rest.find("]]>")? + 3)
        } else if rest.starts_with("<?") {
            (Piece::Aside, rest.find("?>")? + 2)
        } else if rest.starts_with('<') {
            let length = tag(rest)?;
            let piece = match rest.get(..length)? {
                tag if tag.starts_with("<!") => Piece::Aside,
                tag if tag.starts_with("</") => Piece::Close,
                tag if tag.ends_with("/>") => Piece::Empty,
                _ => Piece::Open,
            };
            (piece, length)
        } else {
            let length = rest.find('<').unwrap_or(rest.len());
            let is_space = rest.get(..length)?.chars().all(char::is_whitespace);
            (if is_space { Piece::Space } else { Piece::Text }, length)
        };
        pieces.push((piece, rest.get(..length)?));
        rest = rest.get(length..)?;
    }
    Some(pieces)
}

/// How long the string is that begins here, with its quotes.
fn string(text: &str) -> Option<usize> {
    let mut escaped = false;
    let mut letters = text.char_indices().skip(1);
    let end = letters.find(|(_, letter)| {
        let ends = *letter == '"' && !escaped;
        escaped = *letter == '\\' && !escaped;
        ends
    });
    end.map(|(at, _)| at + 1)
}

/// How long the tag is that begins here.
fn tag(text: &str) -> Option<usize> {
    let mut quote = None;
    let end = text.char_indices().find(|(_, letter)| match quote {
        Some(open) => {
            if *letter == open {
                quote = None;
            }
            false
        }
        None => {
            quote = Some(*letter).filter(|letter| matches!(letter, '"' | '\''));
            *letter == '>'
        }
    });
    end.map(|(at, _)| at + 1)
}

fn in_atom(letter: char) -> bool {
    !(letter.is_whitespace() || matches!(letter, '{' | '}' | '[' | ']' | ',' | ':' | '"' | '$'))
}

fn run(text: &str, is: impl Fn(char) -> bool) -> usize {
    text.find(|letter| !is(letter)).unwrap_or(text.len())
}
