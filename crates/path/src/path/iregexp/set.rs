//! A set of characters: ranges and categories in, whether a character is in it out (RFC 9485 §4,
//! charClassExpr and charClassEsc).

use unicode_general_category::{GeneralCategory, get_general_category};

use crate::sort::order;

/// The characters that one step of a pattern accepts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Set {
    pub(super) negated: bool,
    /// Sorted, without overlaps, once the set is [`Set::finish`]ed.
    ranges: Vec<(char, char)>,
    /// A bit for each category.
    categories: u32,
}

impl Set {
    /// `.`: everything but line breaks.
    pub(super) fn any() -> Set {
        Set { negated: true, ranges: vec![('\n', '\n'), ('\r', '\r')], categories: 0 }
    }

    pub(super) fn add(&mut self, first: char, last: char) {
        self.ranges.push((first, last));
    }

    /// Adds `\p{…}`, or where it is negated `\P{…}`; nothing where there is no such category.
    pub(super) fn add_category(&mut self, name: &str, negated: bool) -> Option<()> {
        let of_name = CATEGORIES.iter().filter(|(short, _)| match name.len() {
            1 => short.starts_with(name),
            _ => *short == name,
        });
        let bits = of_name.fold(0, |bits, (_, category)| bits | bit(*category));
        if bits == 0 {
            return None;
        }
        self.categories |= if negated { !bits } else { bits };
        Some(())
    }

    /// Sorts and joins the ranges.
    pub(super) fn finish(self) -> Set {
        let range = |place| self.ranges.get(place);
        let order = order(self.ranges.len(), &|left, right| range(left).cmp(&range(right)));
        let mut joined: Vec<(char, char)> = Vec::new();
        for (first, last) in order.into_iter().filter_map(|place| range(place).copied()) {
            match joined.last_mut() {
                Some((_, before)) if first <= *before => *before = last.max(*before),
                _ => joined.push((first, last)),
            }
        }
        Set { ranges: joined, ..self }
    }

    pub(super) fn contains(&self, character: char) -> bool {
        let behind = self.ranges.partition_point(|(first, _)| *first <= character);
        let range = behind.checked_sub(1).and_then(|index| self.ranges.get(index));
        let found = range.is_some_and(|(_, last)| character <= *last)
            || (self.categories != 0
                && self.categories & bit(get_general_category(character)) != 0);
        found != self.negated
    }

    pub(super) fn len(&self) -> usize {
        self.ranges.len()
    }
}

fn bit(category: GeneralCategory) -> u32 {
    1 << category as u32
}

/// Those of RFC 9485, which leaves surrogates out.
const CATEGORIES: [(&str, GeneralCategory); 29] = [
    ("Ll", GeneralCategory::LowercaseLetter),
    ("Lm", GeneralCategory::ModifierLetter),
    ("Lo", GeneralCategory::OtherLetter),
    ("Lt", GeneralCategory::TitlecaseLetter),
    ("Lu", GeneralCategory::UppercaseLetter),
    ("Mc", GeneralCategory::SpacingMark),
    ("Me", GeneralCategory::EnclosingMark),
    ("Mn", GeneralCategory::NonspacingMark),
    ("Nd", GeneralCategory::DecimalNumber),
    ("Nl", GeneralCategory::LetterNumber),
    ("No", GeneralCategory::OtherNumber),
    ("Pc", GeneralCategory::ConnectorPunctuation),
    ("Pd", GeneralCategory::DashPunctuation),
    ("Pe", GeneralCategory::ClosePunctuation),
    ("Pf", GeneralCategory::FinalPunctuation),
    ("Pi", GeneralCategory::InitialPunctuation),
    ("Po", GeneralCategory::OtherPunctuation),
    ("Ps", GeneralCategory::OpenPunctuation),
    ("Sc", GeneralCategory::CurrencySymbol),
    ("Sk", GeneralCategory::ModifierSymbol),
    ("Sm", GeneralCategory::MathSymbol),
    ("So", GeneralCategory::OtherSymbol),
    ("Zl", GeneralCategory::LineSeparator),
    ("Zp", GeneralCategory::ParagraphSeparator),
    ("Zs", GeneralCategory::SpaceSeparator),
    ("Cc", GeneralCategory::Control),
    ("Cf", GeneralCategory::Format),
    ("Cn", GeneralCategory::Unassigned),
    ("Co", GeneralCategory::PrivateUse),
];
