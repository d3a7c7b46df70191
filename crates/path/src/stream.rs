//! A JSON body piece by piece in, what singular paths take from it out: the body is not kept.
//!
//! What is wrong with a body is said as if it had been read whole. What came instead of JSON shows
//! at its beginning, so that much of it is kept; and the body itself, where it is wrong from there.

use switchhook_scan::{Lines, Take, Wrong};

use crate::document::decode::{self, JSON_START, json_mark};
use crate::document::{Document, Format, came};
use crate::one_pass::OnePass;
use crate::take::Taken;
use crate::unreadable::{Place, Unreadable};

/// One body, as it arrives.
///
/// ```
/// use switchhook_path::{OnePass, Path, Stream};
///
/// let one_pass = OnePass::compile(&[Path::parse("a.b")?]).ok_or("a singular path")?;
/// let mut stream = Stream::new(&one_pass);
/// for piece in ["{\"a\": {\"", "b\": tr", "ue}}"] {
///     stream.feed(piece.as_bytes());
/// }
/// let taken = stream.finish()?;
/// assert_eq!(taken[0].as_ref().ok_or("missing")?.raw.as_ref(), "true");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Stream<'p> {
    one_pass: &'p OnePass,
    take: Take<'p>,
    /// The first bytes of the body, whatever a message may tell of; all of them where it is wrong
    /// early on.
    start: Vec<u8>,
    /// How many more bytes are kept.
    room: usize,
    /// Bytes of the mark before the text; not known before there are enough bytes to tell.
    mark: Option<usize>,
    /// Whether the body is wrong, and kept to say how.
    keeps: bool,
    /// Bytes of the text that have been read, and how far they go.
    passed: u64,
    lines: Lines,
    /// Where the last string began that was open at the end of a piece.
    open_string: (u64, Lines),
    late: Option<Late>,
}

/// A fault behind the bytes that are kept.
#[derive(Debug)]
struct Late {
    wrong: Wrong,
    place: Place,
    /// The first bytes at the fault.
    rest: Vec<u8>,
}

/// Bytes of a character, of which a message shows the first at a fault.
const CHARACTER: usize = 4;

impl<'p> Stream<'p> {
    /// Stands before a body.
    pub fn new(one_pass: &'p OnePass) -> Stream<'p> {
        Stream {
            one_pass,
            take: Take::new(&one_pass.trie),
            start: Vec::new(),
            room: decode::GLIMPSE,
            mark: None,
            keeps: false,
            passed: 0,
            lines: Lines::default(),
            open_string: (0, Lines::default()),
            late: None,
        }
    }

    /// Reads the next piece, of any length.
    pub fn feed(&mut self, piece: &[u8]) {
        if self.keeps {
            self.start.extend_from_slice(piece);
        } else if self.mark.is_some() {
            self.read(piece);
        } else {
            self.start.extend_from_slice(piece);
            if self.start.len() >= JSON_START {
                self.begin();
            }
        }
    }

    /// The body ends here: what each path takes, in their order.
    ///
    /// # Errors
    /// The body is no JSON, or not UTF-8, anywhere.
    pub fn finish(mut self) -> Result<Vec<Option<Taken>>, Unreadable> {
        if self.mark.is_none() && !self.keeps {
            self.begin();
        }
        let mark = self.mark.unwrap_or(0) as u64;
        let is_kept = self.keeps || self.passed + mark <= self.start.len() as u64;
        self.one_pass.taken(self.take.finish()).map_err(|wrong| {
            if is_kept {
                return Document::parse(Format::Json, &self.start).err().unwrap_or_default();
            }
            let late = self.late.filter(|late| late.wrong == wrong);
            let late = late.unwrap_or_else(|| Late {
                wrong,
                place: place(&wrong, self.passed, self.lines, self.open_string),
                rest: Vec::new(),
            });
            late.said(&self.start)
        })
    }

    /// The first bytes are there.
    fn begin(&mut self) {
        let start = std::mem::take(&mut self.start);
        match json_mark(&start) {
            Ok(mark) => {
                self.mark = Some(mark);
                self.start.extend_from_slice(start.get(..mark).unwrap_or_default());
                self.read(start.get(mark..).unwrap_or_default());
            }
            Err(_) => {
                self.keeps = true;
                self.start = start;
            }
        }
    }

    fn read(&mut self, piece: &[u8]) {
        let before = self.take.wrong();
        self.take.feed(piece);
        let wrong = self.take.wrong();
        let passed = self.passed;
        let mark = self.mark.unwrap_or(0) as u64;
        if wrong.is_some() && before.is_none() && passed + mark == self.start.len() as u64 {
            self.keeps = true;
            self.start.extend_from_slice(piece);
            return;
        }
        self.keep(piece);
        match wrong {
            Some(wrong) if before != Some(wrong) => self.late(wrong, piece),
            Some(_) => {
                self.late.iter_mut().for_each(|late| late.more(piece));
                self.lines.pass(piece);
            }
            None => {
                let string = self.take.open_string().filter(|start| *start >= passed);
                let split = string.map_or(0, |start| (start - passed) as usize);
                let (before, after) = piece.split_at_checked(split).unwrap_or((piece, &[]));
                self.lines.pass(before);
                if let Some(start) = string {
                    self.open_string = (start, self.lines);
                }
                self.lines.pass(after);
            }
        }
        self.passed += piece.len() as u64;
    }

    /// Keeps what belongs to the beginning. White space before everything else takes no room.
    fn keep(&mut self, piece: &[u8]) {
        let space = if self.room == decode::GLIMPSE { decode::leading_space(piece) } else { 0 };
        let kept = self.room.min(piece.len() - space);
        self.room -= kept;
        self.start.extend_from_slice(piece.get(..space + kept).unwrap_or_default());
    }

    /// Notes what is wrong while the bytes are there.
    fn late(&mut self, wrong: Wrong, piece: &[u8]) {
        let split = at(&wrong).saturating_sub(self.passed) as usize;
        let (before, rest) = piece.split_at_checked(split).unwrap_or((piece, &[]));
        let mut lines = self.lines;
        lines.pass(before);
        let now = self.passed + before.len() as u64;
        let place = place(&wrong, now, lines, self.open_string);
        let mut late = Late { wrong, place, rest: Vec::new() };
        late.more(rest);
        self.lines.pass(piece);
        self.late = Some(late);
    }
}

impl Late {
    fn more(&mut self, piece: &[u8]) {
        let room = CHARACTER.saturating_sub(self.rest.len()).min(piece.len());
        self.rest.extend_from_slice(piece.get(..room).unwrap_or_default());
    }

    /// What is wrong, with the beginning of the body.
    fn said(self, start: &[u8]) -> Unreadable {
        let what = match self.wrong {
            Wrong::Utf8 { .. } => decode::NOT_UTF8.to_owned(),
            Wrong::Json(fault) => fault.describe(&self.rest),
        };
        came::instead(Format::Json, &decode::glimpse(start), self.place, &what)
    }
}

fn at(wrong: &Wrong) -> u64 {
    match wrong {
        Wrong::Utf8 { at } => *at,
        Wrong::Json(fault) => fault.at,
    }
}

/// The place of a fault, given how far the text has been read and where its last string began. What
/// else begins in an earlier piece is a word or an escape, whose bytes are characters, or else one
/// character.
fn place(wrong: &Wrong, now: u64, mut lines: Lines, (start, string): (u64, Lines)) -> Place {
    let earlier = now.saturating_sub(at(wrong)) as usize;
    match wrong {
        Wrong::Json(fault) if earlier > 0 && fault.at == start => lines = string,
        Wrong::Json(_) => lines.back(earlier),
        Wrong::Utf8 { .. } => lines.back(earlier.min(1)),
    }
    Place { line: lines.line(), column: lines.column() }
}
