//! The text of a pattern in, its parts out, or that it is none (RFC 9485 §4).

use std::iter::Peekable;
use std::str::Chars;

use super::Fault;
use super::set::Set;
use crate::limits::PATH_NESTING;

/// `branch *( "|" branch )`.
pub(super) type Branches = Vec<Vec<Piece>>;

/// An atom, and how often it comes.
pub(super) struct Piece {
    pub(super) atom: Atom,
    pub(super) least: u32,
    /// Nothing where there is no end to it.
    pub(super) most: Option<u32>,
}

pub(super) enum Atom {
    Character(char),
    Set(Set),
    Group(Branches),
    /// `^` at the beginning of the pattern.
    Start,
    /// `$` at the end of the pattern.
    End,
}

pub(super) fn parse(text: &str) -> Result<Branches, Fault> {
    let mut parser = Parser { rest: text.chars().peekable(), nesting: 0 };
    let mut anchored = parser.rest.clone();
    // With a quantifier behind it, it is the character.
    let start = anchored.next() == Some('^') && !anchored.peek().is_some_and(is_quantifier);
    if start {
        parser.rest = anchored;
    }
    let mut branches = parser.branches()?;
    if parser.rest.next().is_some() {
        return Err(Fault::NoPattern);
    }
    if start && let Some(first) = branches.first_mut() {
        first.insert(0, Piece::once(Atom::Start));
    }
    Ok(branches)
}

struct Parser<'t> {
    rest: Peekable<Chars<'t>>,
    nesting: usize,
}

impl Parser<'_> {
    /// Up to the end, or to a parenthesis that closes.
    fn branches(&mut self) -> Result<Branches, Fault> {
        let mut branches = Vec::new();
        let mut branch = Vec::new();
        loop {
            match self.rest.peek() {
                None | Some(')') => {
                    branches.push(branch);
                    return Ok(branches);
                }
                Some('|') => {
                    self.rest.next();
                    branches.push(std::mem::take(&mut branch));
                }
                Some(_) => branch.push(self.piece()?),
            }
        }
    }

    fn piece(&mut self) -> Result<Piece, Fault> {
        let atom = self.atom()?;
        let (least, most) = match self.rest.peek() {
            Some('*') => (0, None),
            Some('+') => (1, None),
            Some('?') => (0, Some(1)),
            Some('{') => {
                self.rest.next();
                let least = self.quantity()?;
                let most = match self.rest.next_if_eq(&',') {
                    None => Some(least),
                    Some(_) if self.rest.peek() == Some(&'}') => None,
                    Some(_) => Some(self.quantity()?),
                };
                if self.rest.peek() != Some(&'}') || most.is_some_and(|most| most < least) {
                    return Err(Fault::NoPattern);
                }
                (least, most)
            }
            _ => return Ok(Piece::once(atom)),
        };
        self.rest.next();
        Ok(Piece { atom, least, most })
    }

    /// Numbers without end are large enough at the largest that there is.
    fn quantity(&mut self) -> Result<u32, Fault> {
        let mut quantity = None;
        while let Some(digit) = self.rest.peek().and_then(|next| next.to_digit(10)) {
            self.rest.next();
            quantity = Some(quantity.unwrap_or(0u32).saturating_mul(10).saturating_add(digit));
        }
        quantity.ok_or(Fault::NoPattern)
    }

    fn atom(&mut self) -> Result<Atom, Fault> {
        match self.rest.next().ok_or(Fault::NoPattern)? {
            '(' => self.group(),
            '.' => Ok(Atom::Set(Set::any())),
            '[' => Ok(Atom::Set(self.class()?)),
            '\\' => match self.rest.next().ok_or(Fault::NoPattern)? {
                kind @ ('p' | 'P') => {
                    let mut set = Set::default();
                    self.category(&mut set, kind == 'P')?;
                    Ok(Atom::Set(set))
                }
                escaped => Ok(Atom::Character(unescape(escaped)?)),
            },
            '$' if self.nesting == 0 && self.rest.peek().is_none() => Ok(Atom::End),
            '*' | '+' | '?' | '{' | '}' | ']' | ')' => Err(Fault::NoPattern),
            normal => Ok(Atom::Character(normal)),
        }
    }

    fn group(&mut self) -> Result<Atom, Fault> {
        if self.nesting == PATH_NESTING {
            return Err(Fault::TooLarge);
        }
        self.nesting += 1;
        let branches = self.branches()?;
        self.nesting -= 1;
        match self.rest.next() {
            Some(')') => Ok(Atom::Group(branches)),
            _ => Err(Fault::NoPattern),
        }
    }

    /// `charClassExpr`, behind its bracket.
    fn class(&mut self) -> Result<Set, Fault> {
        let mut set = Set::default();
        set.negated = self.rest.next_if_eq(&'^').is_some();
        let mut first = true;
        loop {
            match self.rest.next().ok_or(Fault::NoPattern)? {
                ']' if !first => return Ok(set.finish()),
                // Alone at the beginning or at the end, it is the character.
                '-' if first || self.rest.peek() == Some(&']') => set.add('-', '-'),
                '\\' if matches!(self.rest.peek(), Some('p' | 'P')) => {
                    let negated = self.rest.next() == Some('P');
                    self.category(&mut set, negated)?;
                }
                next => {
                    let low = self.class_character(next)?;
                    let mut high = low;
                    let mut ahead = self.rest.clone();
                    if ahead.next() == Some('-') && ahead.peek() != Some(&']') {
                        self.rest = ahead;
                        let next = self.rest.next().ok_or(Fault::NoPattern)?;
                        high = self.class_character(next)?;
                    }
                    if low > high {
                        return Err(Fault::NoPattern);
                    }
                    set.add(low, high);
                }
            }
            first = false;
        }
    }

    fn class_character(&mut self, character: char) -> Result<char, Fault> {
        match character {
            '\\' => unescape(self.rest.next().ok_or(Fault::NoPattern)?),
            '-' | '[' | ']' => Err(Fault::NoPattern),
            normal => Ok(normal),
        }
    }

    /// `\p{…}` behind its letter.
    fn category(&mut self, set: &mut Set, negated: bool) -> Result<(), Fault> {
        let mut name = String::new();
        if self.rest.next() != Some('{') {
            return Err(Fault::NoPattern);
        }
        while let Some(letter) = self.rest.next_if(char::is_ascii_alphabetic) {
            name.push(letter);
        }
        if self.rest.next() != Some('}') {
            return Err(Fault::NoPattern);
        }
        set.add_category(&name, negated).ok_or(Fault::NoPattern)
    }
}

impl Piece {
    fn once(atom: Atom) -> Piece {
        Piece { atom, least: 1, most: Some(1) }
    }
}

fn is_quantifier(character: &char) -> bool {
    matches!(character, '*' | '+' | '?' | '{')
}

/// `SingleCharEsc`, behind its backslash.
fn unescape(character: char) -> Result<char, Fault> {
    match character {
        'n' => Ok('\n'),
        'r' => Ok('\r'),
        't' => Ok('\t'),
        '('..='+' | '-' | '.' | '?' | '['..='^' | '{'..='}' => Ok(character),
        _ => Err(Fault::NoPattern),
    }
}
