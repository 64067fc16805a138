//! Scores of the actions of a transition system, from the vectors of a few tokens that its state points at.

use super::dense::Dense;
use super::file::{File, Opened, broken};
use super::kernel::WIDTH;

/// Hidden units, each the greater of two pieces.
const HIDDEN: usize = 64;
/// Values of one token in one role: the first pieces of all units, then the second.
const ROLE: usize = 2 * HIDDEN;

/// The network of a transition system whose state points at `ROLES` tokens.
pub(crate) struct Scorer<const ROLES: usize> {
    linear: Dense,
    lower: Dense,
    start: &'static [f32; ROLE],
    /// What stands for a role that no token fills.
    pad: &'static [f32],
    weights: &'static [f32],
    bias: &'static [f32],
    /// Kind and label of every action, kinds ascending.
    pub actions: Vec<(u8, &'static str)>,
}

/// Buffers of a scorer; `roles` holds what each token adds in each role.
#[derive(Default)]
pub(crate) struct Prepared {
    integers: Vec<i16>,
    offsets: Vec<u32>,
    narrow: Vec<f32>,
    roles: Vec<f32>,
}

impl<const ROLES: usize> Scorer<ROLES> {
    /// Reads the network `name`.
    pub fn open(file: &File, name: &str, actions: &'static str) -> Opened<Self> {
        let section = |part: &str| format!("{name}.{part}");
        let start = file.exactly(&section("lower.start"), ROLE)?;
        let bias = file.values(&section("upper.bias"))?;
        let actions = file
            .cursor(actions)?
            .list(|cursor| Ok((cursor.byte()?, cursor.text()?)))?;
        if actions.len() > bias.len() || !actions.is_sorted_by_key(|(kind, _)| *kind) {
            return Err(broken(
                &section("actions"),
                "more actions than scores, or kinds out of order",
            ));
        }
        Ok(Scorer {
            linear: Dense::open(file, &section("linear"), WIDTH, HIDDEN)?,
            lower: Dense::open(file, &section("lower"), HIDDEN, ROLES * ROLE)?,
            start: start
                .try_into()
                .map_err(|_| broken(&section("lower.start"), "not one row"))?,
            pad: file.exactly(&section("pad"), ROLES * ROLE)?,
            weights: file.exactly(&section("upper.weights"), HIDDEN * bias.len())?,
            bias,
            actions,
        })
    }

    /// Works out what each token adds in each role, from its vector.
    pub fn prepare(&self, vectors: &[f32], buffers: &mut Prepared) {
        let Prepared {
            integers,
            offsets,
            narrow,
            roles,
        } = buffers;
        let tokens = vectors.len() / WIDTH;
        self.linear.quantise(vectors, integers);
        offsets.clear();
        offsets.extend((0..tokens).map(|token| (token * WIDTH) as u32));
        self.linear.apply(integers, offsets, narrow);
        self.lower.quantise(narrow, integers);
        let stride = self.linear.columns();
        offsets.clear();
        offsets.extend((0..tokens).map(|token| (token * stride) as u32));
        self.lower.apply(integers, offsets, roles);
    }

    /// Scores of all actions when the roles are filled by `tokens`, negative for none.
    pub fn score(&self, buffers: &Prepared, tokens: [i32; ROLES], scores: &mut Vec<f32>) {
        let stride = self.lower.columns();
        let mut sums = [0f32; ROLE];
        for (role, token) in tokens.into_iter().enumerate() {
            let values = match usize::try_from(token) {
                Ok(token) => &buffers.roles[token * stride + role * ROLE..][..ROLE],
                Err(_) => &self.pad[role * ROLE..][..ROLE],
            };
            sums.iter_mut()
                .zip(values)
                .for_each(|(sum, value)| *sum += value);
        }
        sums.iter_mut()
            .zip(self.start)
            .for_each(|(sum, value)| *sum += value);
        let mut hidden = [0f32; HIDDEN];
        for (unit, value) in hidden.iter_mut().enumerate() {
            let (first, second) = (sums[unit], sums[HIDDEN + unit]);
            *value = if second > first { second } else { first };
        }
        scores.clear();
        scores.resize(self.bias.len(), 0.0);
        for (value, weights) in hidden
            .iter()
            .zip(self.weights.chunks_exact(self.bias.len()))
        {
            scores
                .iter_mut()
                .zip(weights)
                .for_each(|(score, weight)| *score += value * weight);
        }
        scores
            .iter_mut()
            .zip(self.bias)
            .for_each(|(score, bias)| *score += bias);
    }
}
