//! Scores of the actions of a transition system, from the vectors of a few tokens that its state points at.

use super::dense::Dense;
use super::file::{File, Opened, broken};
use super::kernel::{HIDDEN, ROLE, Upper, WIDTH, score};

/// The network of a transition system whose state points at `ROLES` tokens.
pub(crate) struct Scorer<const ROLES: usize> {
    linear: Dense,
    lower: Dense,
    upper: Upper<'static>,
    /// What stands for a role that no token fills.
    pad: &'static [[f32; ROLE]],
    /// Kind and label of every action, kinds ascending.
    pub actions: Vec<(u8, &'static str)>,
}

/// Buffers of a scorer.
#[derive(Default)]
pub(crate) struct Prepared {
    integers: Vec<i16>,
    offsets: Vec<u32>,
    narrow: Vec<f32>,
    /// What each token adds in each role.
    roles: Vec<f32>,
    /// Scores of all actions of the last state.
    pub scores: Vec<f32>,
}

impl<const ROLES: usize> Scorer<ROLES> {
    /// Reads the network `name`.
    pub fn open(file: &File, name: &str, actions: &'static str) -> Opened<Self> {
        let section = |part: &str| format!("{name}.{part}");
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
        let upper = Upper {
            start: &file.exactly(&section("lower.start"), 1)?[0],
            weights: file.exactly(&section("upper.weights"), HIDDEN * bias.len())?,
            bias,
        };
        Ok(Scorer {
            linear: Dense::open(file, &section("linear"), WIDTH, HIDDEN)?,
            lower: Dense::open(file, &section("lower"), HIDDEN, ROLES * ROLE)?,
            upper,
            pad: file.exactly(&section("pad"), ROLES)?,
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
            scores,
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
        scores.clear();
        scores.resize(self.upper.bias.len(), 0.0);
    }

    /// Scores all actions when the roles are filled by `tokens`, negative for none.
    pub fn score(&self, buffers: &mut Prepared, tokens: [i32; ROLES]) {
        let stride = self.lower.columns();
        let mut filled = [&self.pad[0]; ROLES];
        for (role, (filled, token)) in filled.iter_mut().zip(tokens).enumerate() {
            let start = usize::try_from(token).map(|token| token * stride + role * ROLE);
            let values = start
                .ok()
                .and_then(|start| buffers.roles.get(start..)?.first_chunk());
            *filled = values.unwrap_or(&self.pad[role]);
        }
        score(filled, self.upper, &mut buffers.scores);
    }
}
