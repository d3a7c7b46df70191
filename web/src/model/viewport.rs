//! How far a list is scrolled in, the rows to put on the page and where out: of a million rows, a page holds
//! those in view.

/// Height of a row in pixels; the style sheets have it as `--row-height`.
pub const ROW: f64 = 24.0;
/// Tallest element that every browser takes, in pixels. Longer lists are scrolled in larger steps.
const TALLEST: f64 = 12_000_000.0;
/// Rows beyond either end of the view, so that short ways show no gap.
const BEYOND: usize = 12;

/// The rows on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The first one.
    pub first: usize,
    /// How many there are.
    pub count: usize,
    /// Where the first one stands, in pixels.
    pub offset: i32,
}

/// Height of the whole list in pixels.
pub fn height(rows: usize) -> f64 {
    (rows as f64 * ROW).min(TALLEST)
}

/// What is seen of so many rows through a view of this height.
pub fn seen(rows: usize, scrolled: f64, view: f64) -> Seen {
    let top = scrolled * scale(rows, view);
    let first = ((top / ROW) as usize).saturating_sub(BEYOND).min(rows.saturating_sub(1));
    // Going on by a few rows at a time leaves the page alone in between.
    let first = first - first % 4;
    let count = ((view / ROW) as usize + 2 * BEYOND + 8).min(rows - first.min(rows));
    let offset = scrolled - (top - first as f64 * ROW);
    Seen { first, count, offset: offset as i32 }
}

/// How far to scroll so that a row is in view; none where it is already.
pub fn reveal(rows: usize, row: usize, scrolled: f64, view: f64) -> Option<f64> {
    let top = scrolled * scale(rows, view);
    let place = row as f64 * ROW;
    if place >= top && place + ROW <= top + view {
        return None;
    }
    // One row further is a step; anything else is a jump, and lands in the middle.
    let to = if place < top && place + 2.0 * ROW > top {
        place
    } else if place + ROW > top + view && place < top + view + ROW {
        place + ROW - view
    } else {
        place - view / 2.0
    };
    Some(to.max(0.0) / scale(rows, view))
}

/// The first of so many rows that is in view.
pub fn top(rows: usize, scrolled: f64, view: f64) -> usize {
    (scrolled * scale(rows, view) / ROW) as usize
}

/// How far to scroll so that a row is the first in view.
pub fn put_at_top(rows: usize, row: usize, view: f64) -> f64 {
    row as f64 * ROW / scale(rows, view)
}

/// Pixels of the list for each pixel of scrolling.
fn scale(rows: usize, view: f64) -> f64 {
    let whole = rows as f64 * ROW;
    if whole <= TALLEST { 1.0 } else { (whole - view) / (TALLEST - view) }
}

#[cfg(test)]
mod tests {
    use super::{ROW, Seen, height, put_at_top, reveal, seen, top};

    #[test]
    fn a_page_holds_the_rows_in_view() {
        assert_eq!(seen(10, 0.0, 480.0), Seen { first: 0, count: 10, offset: 0 });
        assert_eq!(seen(0, 0.0, 480.0), Seen { first: 0, count: 0, offset: 0 });
        let middle = seen(1_000, 2_400.0, 480.0);
        assert_eq!((middle.first, middle.offset), (88, 88 * 24));
        assert!(middle.first + middle.count > 120);
    }

    #[test]
    fn the_last_of_many_rows_is_reached() {
        let rows = 3_000_000;
        let view = 480.0;
        let end = seen(rows, height(rows) - view, view);
        assert_eq!(end.first + end.count, rows);
        // It stands at the foot of the list.
        let last = f64::from(end.offset) + end.count as f64 * ROW;
        assert!((last - height(rows)).abs() < 2.0, "{last}");
    }

    #[test]
    fn a_row_comes_into_view() {
        assert_eq!(reveal(100, 3, 0.0, 480.0), None);
        assert_eq!(reveal(100, 20, 0.0, 480.0), Some(24.0));
        assert_eq!(reveal(100, 60, 0.0, 480.0), Some(1_200.0));
        assert_eq!(reveal(100, 4, 120.0, 480.0), Some(96.0));
        let rows = 3_000_000;
        let to = reveal(rows, 2_000_000, 0.0, 480.0).expect("a way");
        assert_eq!(reveal(rows, 2_000_000, to, 480.0), None);
    }
    #[test]
    fn the_first_row_in_view_can_be_put_back() {
        for rows in [1_000, 3_000_000] {
            for row in [0, 7, 900, rows - 100] {
                let scrolled = put_at_top(rows, row, 480.0).ceil();
                assert_eq!(top(rows, scrolled, 480.0), row, "of {rows}");
            }
        }
    }
}
