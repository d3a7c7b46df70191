//! The parts of a pattern in, a flat list of states out, which walk through a text side by side
//! (Thompson's construction).

use super::Fault;
use super::parse::{Atom, Branches, Piece};
use super::set::Set;
use crate::limits::PATTERN_STATES;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Program {
    pub(super) states: Vec<State>,
    pub(super) sets: Vec<Set>,
}

/// A state; where it says nothing else, the state behind it comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    Character(char),
    /// One character of the set of this index.
    Set(usize),
    /// Goes on in both places.
    Split(usize, usize),
    Jump(usize),
    Start,
    End,
    Accept,
}

pub(super) fn compile(branches: &Branches) -> Result<Program, Fault> {
    let mut compiler =
        Compiler { program: Program { states: Vec::new(), sets: Vec::new() }, size: 0 };
    compiler.branches(branches)?;
    compiler.emit(State::Accept)?;
    Ok(compiler.program)
}

struct Compiler {
    program: Program,
    /// States, and ranges of sets.
    size: usize,
}

impl Compiler {
    fn branches(&mut self, branches: &Branches) -> Result<(), Fault> {
        let Some((last, others)) = branches.split_last() else { return Ok(()) };
        let mut jumps = Vec::new();
        for branch in others {
            let split = self.emit(State::Split(0, 0))?;
            self.branch(branch)?;
            jumps.push(self.emit(State::Jump(0))?);
            self.set(split, State::Split(split + 1, self.here()));
        }
        self.branch(last)?;
        for jump in jumps {
            self.set(jump, State::Jump(self.here()));
        }
        Ok(())
    }

    fn branch(&mut self, branch: &[Piece]) -> Result<(), Fault> {
        branch.iter().try_for_each(|piece| self.piece(piece))
    }

    fn piece(&mut self, piece: &Piece) -> Result<(), Fault> {
        let set = match &piece.atom {
            Atom::Set(set) => {
                self.grow(set.len())?;
                self.program.sets.push(set.clone());
                self.program.sets.len() - 1
            }
            _ => 0,
        };
        for _ in 0..piece.least {
            let before = self.here();
            self.atom(&piece.atom, set)?;
            if self.here() == before {
                // Nothing, however often, is nothing.
                return Ok(());
            }
        }
        match piece.most {
            None => {
                let split = self.emit(State::Split(0, 0))?;
                self.atom(&piece.atom, set)?;
                self.emit(State::Jump(split))?;
                self.set(split, State::Split(split + 1, self.here()));
            }
            Some(most) => {
                let mut splits = Vec::new();
                for _ in piece.least..most {
                    splits.push(self.emit(State::Split(0, 0))?);
                    self.atom(&piece.atom, set)?;
                }
                for split in splits {
                    self.set(split, State::Split(split + 1, self.here()));
                }
            }
        }
        Ok(())
    }

    fn atom(&mut self, atom: &Atom, set: usize) -> Result<(), Fault> {
        let state = match atom {
            Atom::Character(character) => State::Character(*character),
            Atom::Set(_) => State::Set(set),
            Atom::Group(branches) => return self.branches(branches),
            Atom::Start => State::Start,
            Atom::End => State::End,
        };
        self.emit(state).map(drop)
    }

    fn emit(&mut self, state: State) -> Result<usize, Fault> {
        self.grow(1)?;
        self.program.states.push(state);
        Ok(self.program.states.len() - 1)
    }

    fn grow(&mut self, size: usize) -> Result<(), Fault> {
        self.size += size;
        if self.size > PATTERN_STATES { Err(Fault::TooLarge) } else { Ok(()) }
    }

    fn set(&mut self, at: usize, state: State) {
        if let Some(place) = self.program.states.get_mut(at) {
            *place = state;
        }
    }

    fn here(&self) -> usize {
        self.program.states.len()
    }
}
