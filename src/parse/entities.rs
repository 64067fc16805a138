//! The entity recogniser: for every token whether a name begins, goes on, ends or stands alone there.

use super::file::{File, Opened, broken};
use super::scorer::{Prepared, Scorer};
use crate::model::parsed::{Entity, EntityLabel};

/// Tokens that a state points at: the next one, the first of an open name, and the one before the next.
const ROLES: usize = 3;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Action {
    Begin(EntityLabel),
    In(EntityLabel),
    Last(EntityLabel),
    Unit(EntityLabel),
    Out,
    /// A name alone without label, which only preset names could use.
    Never,
}

/// The recogniser.
pub(crate) struct Recogniser {
    scorer: Scorer<ROLES>,
    actions: Vec<Action>,
}

impl Recogniser {
    /// Reads the network and its actions.
    pub fn open(file: &File) -> Opened<Self> {
        let scorer = Scorer::open(file, "ner", "ner.actions")?;
        let actions = scorer
            .actions
            .iter()
            .map(|(kind, label)| read_action(*kind, label))
            .collect::<Opened<_>>()?;
        Ok(Recogniser { scorer, actions })
    }

    /// Finds names from the tokens' vectors, sentence starts, and which tokens are white space.
    pub fn find(
        &self,
        vectors: &[f32],
        starts: &[bool],
        space: impl Fn(usize) -> bool,
        buffers: &mut Prepared,
    ) -> Vec<Entity> {
        self.scorer.prepare(vectors, buffers);
        let (mut found, mut scores) = (Vec::new(), Vec::new());
        let mut open: Option<(usize, EntityLabel)> = None;
        for token in 0..starts.len() {
            let opened = open.map_or(-1, |(first, _)| first as i32);
            let before = if open.is_some() { token as i32 - 1 } else { -1 };
            self.scorer
                .score(buffers, [token as i32, opened, before], &mut scores);
            // A name ends with its sentence.
            let goes_on = starts.get(token + 1) == Some(&false);
            let blank = space(token);
            let valid = |action: Action| match (action, open) {
                (Action::Begin(_), None) => goes_on && !blank,
                (Action::Unit(_), None) => !blank,
                (Action::Out, None) => true,
                (Action::In(label), Some((_, own))) => label == own && goes_on,
                (Action::Last(label), Some((_, own))) => label == own,
                _ => false,
            };
            match self.best(&scores, valid) {
                Action::Begin(label) => open = Some((token, label)),
                Action::Unit(label) => found.push(entity(token, token, label)),
                Action::Last(label) => {
                    found.extend(open.take().map(|(first, _)| entity(first, token, label)));
                }
                _ => {}
            }
        }
        found
    }

    fn best(&self, scores: &[f32], valid: impl Fn(Action) -> bool) -> Action {
        let (mut best, mut top) = (Action::Never, f32::NEG_INFINITY);
        for (action, score) in self.actions.iter().zip(scores) {
            if *score > top && valid(*action) {
                (best, top) = (*action, *score);
            }
        }
        best
    }
}

fn entity(first: usize, last: usize, label: EntityLabel) -> Entity {
    Entity {
        first: first as u32,
        last: last as u32,
        label,
    }
}

fn read_action(kind: u8, label: &str) -> Opened<Action> {
    if label.is_empty() {
        return Ok(if kind == 5 {
            Action::Out
        } else {
            Action::Never
        });
    }
    let label = EntityLabel::from_label(label)
        .ok_or_else(|| broken("ner.actions", "a label is unknown"))?;
    match kind {
        1 => Ok(Action::Begin(label)),
        2 => Ok(Action::In(label)),
        3 => Ok(Action::Last(label)),
        4 => Ok(Action::Unit(label)),
        _ => Err(broken("ner.actions", "an action is unknown")),
    }
}
