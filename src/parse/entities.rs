//! The entity recogniser: for every token whether a name begins, goes on, ends or stands alone there.

use std::ops::Range;

use super::file::{File, Opened, broken};
use super::scorer::{Prepared, Scorer};
use crate::model::parsed::{Entity, EntityLabel};

/// Tokens that a state points at: the next one, the first of an open name, and the one before the next.
const ROLES: usize = 3;

/// Kinds of actions, as the model numbers them.
const BEGIN: usize = 1;
const IN: usize = 2;
const LAST: usize = 3;
const UNIT: usize = 4;
const OUT: usize = 5;

/// The recogniser.
pub(crate) struct Recogniser {
    scorer: Scorer<ROLES>,
    /// The actions of each kind, without those that have no label and need one.
    kinds: [Range<usize>; OUT + 1],
    /// Labels in the order in which each kind has them.
    labels: Vec<EntityLabel>,
}

/// A name that was begun: its first token, and the place of its label.
type Open = (usize, usize);

impl Recogniser {
    /// Reads the network and its actions.
    pub fn open(file: &File) -> Opened<Self> {
        let scorer = Scorer::open(file, "ner", "ner.actions")?;
        let actions = &scorer.actions;
        let of_kind = |kind: usize| {
            let start = actions.partition_point(|(other, _)| usize::from(*other) < kind);
            let mut length = actions[start..]
                .iter()
                .take_while(|(other, _)| usize::from(*other) == kind);
            let labelled = |(_, label): &&(u8, &str)| kind == OUT || !label.is_empty();
            start..start + length.by_ref().take_while(labelled).count()
        };
        let kinds: [Range<usize>; OUT + 1] = std::array::from_fn(of_kind);
        let names = |kind: usize| actions[kinds[kind].clone()].iter().map(|(_, label)| *label);
        if ![IN, LAST, UNIT]
            .iter()
            .all(|kind| names(*kind).eq(names(BEGIN)))
            || kinds[OUT].len() != 1
        {
            return Err(broken(
                "ner.actions",
                "kinds of actions differ in their labels",
            ));
        }
        let known = |label| {
            EntityLabel::from_label(label)
                .ok_or_else(|| broken("ner.actions", "a label is unknown"))
        };
        let labels = names(BEGIN).map(known).collect::<Opened<_>>()?;
        Ok(Recogniser {
            scorer,
            kinds,
            labels,
        })
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
        let mut found = Vec::new();
        let mut open: Option<Open> = None;
        for token in 0..starts.len() {
            let (first, before) =
                open.map_or((-1, -1), |(first, _)| (first as i32, token as i32 - 1));
            self.scorer.score(buffers, [token as i32, first, before]);
            // A name ends with its sentence.
            let goes_on = starts.get(token + 1) == Some(&false);
            let label = |action: usize, kind: usize| self.labels[action - self.kinds[kind].start];
            match (
                open,
                self.best(&buffers.scores, open, goes_on, space(token)),
            ) {
                (Some((first, _)), Some((LAST, action))) => {
                    found.push(entity(first, token, label(action, LAST)));
                    open = None;
                }
                (None, Some((BEGIN, action))) => {
                    open = Some((token, action - self.kinds[BEGIN].start))
                }
                (None, Some((UNIT, action))) => {
                    found.push(entity(token, token, label(action, UNIT)))
                }
                _ => {}
            }
        }
        found
    }

    /// The first of the best possible actions, with its kind.
    fn best(
        &self,
        scores: &[f32],
        open: Option<Open>,
        goes_on: bool,
        space: bool,
    ) -> Option<(usize, usize)> {
        let mut best: Option<(usize, usize)> = None;
        let mut consider = |kind: usize, actions: Range<usize>| {
            for action in actions {
                if best.is_none_or(|(_, best)| scores[action] > scores[best]) {
                    best = Some((kind, action));
                }
            }
        };
        match open {
            Some((_, label)) => {
                let own = |kind: usize| {
                    self.kinds[kind].start + label..self.kinds[kind].start + label + 1
                };
                if goes_on {
                    consider(IN, own(IN));
                }
                consider(LAST, own(LAST));
            }
            None => {
                if goes_on && !space {
                    consider(BEGIN, self.kinds[BEGIN].clone());
                }
                if !space {
                    consider(UNIT, self.kinds[UNIT].clone());
                }
                consider(OUT, self.kinds[OUT].clone());
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
