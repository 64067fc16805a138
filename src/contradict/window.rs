//! Days near those that some claims speak of.

use super::view::View;

/// Ranges of days, ascending, none touching another.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Window(Vec<(i32, i32)>);

impl Window {
    /// The days at most so many away from those of some claims; a claim without a day adds none.
    pub(super) fn near<'v, 'a: 'v>(
        views: impl IntoIterator<Item = &'v View<'a>>,
        days: i32,
    ) -> Self {
        let ranges = views.into_iter().filter_map(View::when);
        Window::of(
            ranges.map(|(first, last)| (first.saturating_sub(days), last.saturating_add(days))),
        )
    }

    fn of(ranges: impl Iterator<Item = (i32, i32)>) -> Self {
        let mut ranges: Vec<(i32, i32)> = ranges.collect();
        ranges.sort_unstable();
        ranges.dedup_by(|next, kept| {
            let touches = next.0 <= kept.1.saturating_add(1);
            if touches {
                kept.1 = kept.1.max(next.1);
            }
            touches
        });
        Window(ranges)
    }

    /// Whether some day of a range lies in it.
    pub(super) fn meets(&self, (first, last): (i32, i32)) -> bool {
        let next = self.0.partition_point(|range| range.1 < first);
        self.0.get(next).is_some_and(|range| range.0 <= last)
    }

    /// Its ranges of days.
    pub(super) fn ranges(&self) -> impl Iterator<Item = (i32, i32)> {
        self.0.iter().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_that_touch_are_one() {
        let window = Window::of([(5, 9), (1, 2), (3, 4), (20, 21), (6, 7)].into_iter());
        assert_eq!(window, Window(vec![(1, 9), (20, 21)]));
    }

    #[test]
    fn a_range_meets_what_it_shares_a_day_with() {
        let window = Window::of([(1, 9), (20, 21)].into_iter());
        assert!(window.meets((9, 12)) && window.meets((-3, 1)) && window.meets((12, 30)));
        assert!(!window.meets((10, 19)) && !window.meets((22, 30)) && !window.meets((-3, 0)));
    }
}
