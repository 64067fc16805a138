//! Bits that were fitted on judged data: a table of fields, levels and bits.

use rustc_hash::FxHashMap;

use crate::model::pair::Step;

use super::ground::step;

/// The bits of each level of each field; a level that no line names is worth nothing.
pub(super) struct Fitted(FxHashMap<(&'static str, &'static str), f32>);

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
        levels.map(|(_, bits)| *bits).fold(0.0, f32::max)
    }

    /// The step of one level.
    pub(super) fn step(&self, field: &'static str, level: &'static str) -> Step {
        let bits = self.0.get(&(field, level)).copied();
        step(field, level, bits.unwrap_or(0.0))
    }
}

fn line(line: &'static str) -> Option<((&'static str, &'static str), f32)> {
    let mut cells = line.split('\t');
    let (field, level, bits) = (cells.next()?, cells.next()?, cells.next()?);
    Some(((field, level), bits.parse().ok()?))
}
