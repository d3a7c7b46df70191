//! A list and how two places of it compare in, the places in sorted order out.
//!
//! One merge sort for whatever is sorted: the standard library's are compiled anew for each type,
//! at 2 kB of the module each.

use std::cmp::Ordering;

/// How what stands in two places of a list compares.
pub type Compare<'c> = &'c dyn Fn(usize, usize) -> Ordering;

/// The places of a list of this length in the order of what stands there. Equal ones stay in their
/// order, and what is sorted already takes linear time for each doubling.
///
/// ```
/// # use switchhook_path::sort::order;
/// let names = ["b", "c", "a", "b"];
/// assert_eq!(order(names.len(), &|left, right| names[left].cmp(names[right])), [2, 0, 3, 1]);
/// ```
pub fn order(length: usize, compare: Compare<'_>) -> Vec<usize> {
    let mut order: Vec<usize> = (0..length).collect();
    let mut merged = Vec::with_capacity(length);
    let mut width = 1;
    while width < length {
        for pair in order.chunks(2 * width) {
            let (left, right) = pair.split_at_checked(width).unwrap_or((pair, &[]));
            merge(left, right, &mut merged, compare);
        }
        std::mem::swap(&mut order, &mut merged);
        merged.clear();
        width *= 2;
    }
    order
}

fn merge(mut left: &[usize], mut right: &[usize], merged: &mut Vec<usize>, compare: Compare<'_>) {
    if let (Some(last), Some(first)) = (left.last(), right.first())
        && compare(*last, *first) == Ordering::Greater
    {
        while let ([first, rest @ ..], [other, others @ ..]) = (left, right) {
            if compare(*first, *other) == Ordering::Greater {
                merged.push(*other);
                right = others;
            } else {
                merged.push(*first);
                left = rest;
            }
        }
    }
    merged.extend_from_slice(left);
    merged.extend_from_slice(right);
}

/// For each place of a list the first one where the same stands.
///
/// ```
/// # use switchhook_path::sort::firsts;
/// let names = ["b", "a", "b", "b"];
/// assert_eq!(firsts(names.len(), &|left, right| names[left].cmp(names[right])), [0, 1, 0, 0]);
/// ```
pub fn firsts(length: usize, compare: Compare<'_>) -> Vec<usize> {
    let mut firsts = vec![0; length];
    let mut first = 0;
    for place in order(length, compare) {
        if compare(first, place) != Ordering::Equal {
            first = place;
        }
        if let Some(entry) = firsts.get_mut(place) {
            *entry = first;
        }
    }
    firsts
}
