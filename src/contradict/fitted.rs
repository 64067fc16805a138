//! Bits that were fitted on judged data: a table of fields, levels and bits.

use rustc_hash::FxHashMap;

use crate::model::pair::Step;

use super::ground::step;

/// More bits than adding a dozen numbers in another order can lose.
const ROUNDING: f32 = 0.01;

/// Stands between the names of two fields that are weighed together, and between their levels.
pub const AND: &str = " & ";

/// A level as its line names it, and its bits.
type Line = (&'static str, f32);

/// The bits of each level of each field; a level that no line names is worth nothing.
pub(super) struct Fitted(FxHashMap<(&'static str, &'static str), Line>);

impl Fitted {
    /// Reads a table as it is compiled in: field, level, bits and what the fit saw of them.
    pub(super) fn parse(text: &'static str) -> Self {
        Fitted(text.lines().filter_map(line).collect())
    }

    /// The steps of some levels.
    pub(super) fn steps<const N: usize>(
        &self,
        levels: [(&'static str, &'static str); N],
    ) -> Vec<Step> {
        let levels = levels.into_iter();
        levels
            .map(|(field, level)| self.step(field, level))
            .collect()
    }

    /// The most bits that any level of a field is worth.
    pub(super) fn most(&self, field: &'static str) -> f32 {
        let levels = self.0.iter().filter(|((of, _), _)| *of == field);
        levels.map(|(_, (_, bits))| *bits).fold(0.0, f32::max)
    }

    /// Whether steps are worth less than `least` bits whatever the fields that are still open add to them, at most `most`.
    pub(super) fn fall_short(steps: &[Step], most: f32, least: f32) -> bool {
        let bits: f32 = steps.iter().map(|step| step.bits).sum();
        bits + most + ROUNDING < least
    }

    /// The step of one level.
    pub(super) fn step(&self, field: &'static str, level: &'static str) -> Step {
        let line = self.0.get(&(field, level));
        step(field, level, line.map_or(0.0, |(_, bits)| *bits))
    }

    /// The step of what the levels of two fields tell together; `field` names both, one after the other.
    pub(super) fn together(&self, field: &'static str, levels: [&str; 2]) -> Step {
        let level = levels.join(AND);
        let line = self.0.get(&(field, level.as_str()));
        let (level, bits) = line.copied().unwrap_or((UNSEEN, 0.0));
        step(field, level, bits)
    }
}

/// The level of two that were never seen together.
const UNSEEN: &str = "unseen";

fn line(line: &'static str) -> Option<((&'static str, &'static str), Line)> {
    let mut cells = line.split('\t');
    let (field, level, bits) = (cells.next()?, cells.next()?, cells.next()?);
    Some(((field, level), (level, bits.parse().ok()?)))
}
