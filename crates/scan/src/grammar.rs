//! A state and a token in, what it does and the next state out: the grammar of JSON (RFC 8259 §2) as
//! a table, so that most tokens cost a look-up, and no guess of the branch predictor.

/// Where a walk stands between two tokens; what a value stands in is a part of it. The number is
/// that of a row of the table, times its columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct State(u8);

/// Columns of the table: what a token can be, by its byte.
const CLASSES: usize = 8;

impl State {
    /// The document's value comes next, a member's, or an element.
    pub(crate) const DOCUMENT: State = State::row(0);
    pub(crate) const MEMBER: State = State::row(1);
    pub(crate) const ELEMENT: State = State::row(2);
    /// The first element comes next, or the array's end.
    pub(crate) const FIRST_ELEMENT: State = State::row(3);
    /// The first name comes next, or the object's end.
    pub(crate) const FIRST_NAME: State = State::row(4);
    /// A name comes next.
    pub(crate) const NAME: State = State::row(5);
    /// A colon comes next.
    pub(crate) const COLON: State = State::row(6);
    /// A value is whole: the document's, a member's, or an element.
    pub(crate) const AFTER_DOCUMENT: State = State::row(7);
    pub(crate) const AFTER_MEMBER: State = State::row(8);
    pub(crate) const AFTER_ELEMENT: State = State::row(9);
    /// A string has begun: the document's value, a member's, an element, or a name.
    pub(crate) const DOCUMENT_TEXT: State = State::row(10);
    pub(crate) const MEMBER_TEXT: State = State::row(11);
    pub(crate) const ELEMENT_TEXT: State = State::row(12);
    pub(crate) const NAME_TEXT: State = State::row(13);

    const fn row(row: u8) -> State {
        State(row * CLASSES as u8)
    }

    /// Whether it is inside of a string or a name.
    #[inline(always)]
    pub(crate) const fn is_text(self) -> bool {
        self.0 >= State::DOCUMENT_TEXT.0
    }

    /// Whether a value comes next.
    #[inline(always)]
    pub(crate) const fn is_value(self) -> bool {
        self.0 <= State::FIRST_ELEMENT.0
    }

    /// Behind the value that comes next.
    #[inline(always)]
    pub(crate) const fn behind(self) -> State {
        match self {
            State::DOCUMENT => State::AFTER_DOCUMENT,
            State::MEMBER => State::AFTER_MEMBER,
            _ => State::AFTER_ELEMENT,
        }
    }

    /// Behind a value, by what it stands in.
    #[inline(always)]
    pub(crate) fn after(in_object: bool) -> State {
        if in_object { State::AFTER_MEMBER } else { State::AFTER_ELEMENT }
    }
}

/// What is done with a token beside going on to the next state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    /// Nothing.
    Pass,
    /// Tell of a name, of which this is the closing quote.
    Name,
    /// Tell of a string, of which this is the closing quote.
    Text,
    /// Check a number or a word.
    Scalar,
    OpenObject,
    OpenArray,
    Close,
    /// Stop: the token does not belong here.
    Wrong,
}

const fn class(byte: u8) -> u8 {
    match byte {
        b'"' => 0,
        b'{' => 1,
        b'}' => 2,
        b'[' => 3,
        b']' => 4,
        b',' => 5,
        b':' => 6,
        _ => 7,
    }
}

const CLASS: [u8; 256] = {
    let mut classes = [0; 256];
    let mut byte = 0;
    while byte < classes.len() {
        classes[byte] = class(byte as u8);
        byte += 1;
    }
    classes
};

/// A power of two, so that no index is out of bounds.
const CELLS: usize = 16 * CLASSES;

const TABLE: [(Action, State); CELLS] = {
    let mut table = [(Action::Wrong, State::DOCUMENT); CELLS];
    let mut row = 0;
    while row < VALUES.len() {
        let (state, text, after) = VALUES[row];
        table[cell(state, b'"')] = (Action::Pass, text);
        table[cell(state, b'{')] = (Action::OpenObject, State::FIRST_NAME);
        table[cell(state, b'[')] = (Action::OpenArray, State::FIRST_ELEMENT);
        table[cell(state, b'0')] = (Action::Scalar, after);
        table[cell(text, b'"')] = (Action::Text, after);
        row += 1;
    }
    row = 0;
    while row < OTHERS.len() {
        let (state, byte, does) = OTHERS[row];
        table[cell(state, byte)] = does;
        row += 1;
    }
    table
};

/// The states in which a value may come, and where that leads to.
const VALUES: [(State, State, State); 4] = [
    (State::DOCUMENT, State::DOCUMENT_TEXT, State::AFTER_DOCUMENT),
    (State::MEMBER, State::MEMBER_TEXT, State::AFTER_MEMBER),
    (State::ELEMENT, State::ELEMENT_TEXT, State::AFTER_ELEMENT),
    (State::FIRST_ELEMENT, State::ELEMENT_TEXT, State::AFTER_ELEMENT),
];

/// All else; where a container closes, the state behind it depends on what is around it.
const OTHERS: [(State, u8, (Action, State)); 10] = [
    (State::FIRST_ELEMENT, b']', (Action::Close, State::AFTER_ELEMENT)),
    (State::FIRST_NAME, b'}', (Action::Close, State::AFTER_ELEMENT)),
    (State::FIRST_NAME, b'"', (Action::Pass, State::NAME_TEXT)),
    (State::NAME, b'"', (Action::Pass, State::NAME_TEXT)),
    (State::NAME_TEXT, b'"', (Action::Name, State::COLON)),
    (State::COLON, b':', (Action::Pass, State::MEMBER)),
    (State::AFTER_MEMBER, b',', (Action::Pass, State::NAME)),
    (State::AFTER_MEMBER, b'}', (Action::Close, State::AFTER_ELEMENT)),
    (State::AFTER_ELEMENT, b',', (Action::Pass, State::ELEMENT)),
    (State::AFTER_ELEMENT, b']', (Action::Close, State::AFTER_ELEMENT)),
];

#[inline(always)]
const fn cell(State(state): State, byte: u8) -> usize {
    (state | CLASS[byte as usize]) as usize % CELLS
}

/// What a token does in a state.
#[inline(always)]
pub(crate) fn step(state: State, byte: u8) -> (Action, State) {
    TABLE[cell(state, byte)]
}
