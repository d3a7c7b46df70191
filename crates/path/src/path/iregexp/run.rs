//! A compiled pattern and a text in, whether they match out: all states that the text so far can
//! lead to, character by character (Pike's simulation, without captures).

use super::program::{Program, State};
use crate::budget::{Budget, TooComplex};

pub(super) fn matches(
    program: &Program,
    text: &str,
    whole: bool,
    budget: &mut Budget,
) -> Result<bool, TooComplex> {
    let mut now = States::of(program);
    let mut next = States::of(program);
    let mut characters = text.chars();
    let mut at_start = true;
    loop {
        let ahead = characters.next();
        // A part may begin anywhere.
        if at_start || !whole {
            now.add(program, 0, at_start, ahead.is_none());
        }
        at_start = false;
        budget.hops(now.added)?;
        if now.accepted && (!whole || ahead.is_none()) {
            return Ok(true);
        }
        let Some(character) = ahead else { return Ok(false) };
        if now.list.is_empty() && whole {
            return Ok(false);
        }
        let at_end = characters.as_str().is_empty();
        for at in &now.list {
            let accepts = match program.states.get(*at) {
                Some(State::Character(wanted)) => *wanted == character,
                Some(State::Set(set)) => {
                    program.sets.get(*set).is_some_and(|set| set.contains(character))
                }
                _ => false,
            };
            if accepts {
                next.add(program, at + 1, false, at_end);
            }
        }
        std::mem::swap(&mut now, &mut next);
        next.clear();
    }
}

/// States that wait for a character.
struct States {
    list: Vec<usize>,
    accepted: bool,
    /// How many states were looked at.
    added: usize,
    /// For each state the round in which it was added last.
    rounds: Vec<usize>,
    round: usize,
    ahead: Vec<usize>,
}

impl States {
    fn of(program: &Program) -> States {
        States {
            list: Vec::new(),
            accepted: false,
            added: 0,
            rounds: vec![0; program.states.len()],
            round: 1,
            ahead: Vec::new(),
        }
    }

    fn clear(&mut self) {
        self.list.clear();
        self.accepted = false;
        self.added = 0;
        self.round += 1;
    }

    /// Adds a state, and all that it leads to without a character.
    fn add(&mut self, program: &Program, at: usize, at_start: bool, at_end: bool) {
        self.ahead.push(at);
        while let Some(at) = self.ahead.pop() {
            match self.rounds.get_mut(at) {
                Some(round) if *round != self.round => *round = self.round,
                _ => continue,
            }
            self.added += 1;
            match program.states.get(at) {
                Some(State::Split(first, second)) => self.ahead.extend([*second, *first]),
                Some(State::Jump(to)) => self.ahead.push(*to),
                Some(State::Start) if at_start => self.ahead.push(at + 1),
                Some(State::End) if at_end => self.ahead.push(at + 1),
                Some(State::Character(_) | State::Set(_)) => self.list.push(at),
                Some(State::Accept) => self.accepted = true,
                Some(State::Start | State::End) | None => (),
            }
        }
    }
}
