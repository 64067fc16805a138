//! The range of a figure, with the margin that a round one has.

use crate::model::claim::Quantity;

/// Part of itself by which a figure may be rounded at most: 10,000 is no half of 20,000.
const MOST_OF_ITSELF: f64 = 0.25;

/// Whether two intervals touch once round figures have their margin.
pub(in super::super) fn meets(left: &Quantity, right: &Quantity, round_from: f64) -> bool {
    let range = |quantity: &Quantity| {
        let margin = |bound: f64| {
            if bound.abs() >= round_from {
                (coarseness(bound) / 2.0).min(bound.abs() * MOST_OF_ITSELF)
            } else {
                0.0
            }
        };
        let low = quantity
            .low
            .map_or(f64::NEG_INFINITY, |low| low - margin(low));
        let high = quantity
            .high
            .map_or(f64::INFINITY, |high| high + margin(high));
        (low, high)
    };
    let ((low, high), (other_low, other_high)) = (range(left), range(right));
    low <= other_high && other_low <= high
}

/// The value of one in the last digit that is not 0: 1000 for 72,000; 0 for a figure that ends in no zero.
fn coarseness(figure: f64) -> f64 {
    let mut unit = 1.0;
    while figure != 0.0 && unit < 1e15 && (figure / (unit * 10.0)).fract() == 0.0 {
        unit *= 10.0;
    }
    if unit > 1.0 { unit } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exact(figure: f64) -> Quantity {
        Quantity {
            low: Some(figure),
            high: Some(figure),
            unit: "person".into(),
            of: None,
        }
    }

    #[test]
    fn round_figures_have_a_margin() {
        assert!(meets(&exact(72_000.0), &exact(70_000.0), 30.0));
        assert!(meets(&exact(500.0), &exact(471.0), 30.0));
        assert!(!meets(&exact(63.0), &exact(65.0), 30.0));
        assert!(!meets(&exact(20.0), &exact(22.0), 30.0));
        assert!(!meets(&exact(300.0), &exact(500.0), 30.0));
        assert!(!meets(&exact(10_000.0), &exact(20_000.0), 30.0));
    }

    #[test]
    fn open_intervals_meet_all_on_their_side() {
        let least = Quantity {
            high: None,
            ..exact(20.0)
        };
        assert!(meets(&least, &exact(23.0), 30.0));
        assert!(!meets(&least, &exact(11.0), 30.0));
    }
}
