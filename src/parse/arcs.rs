//! The dependency parser: an arc-eager transition system that may also put words back and set sentence starts.

use super::file::{File, Opened, broken};
use super::scorer::{Prepared, Scorer};
use crate::model::parsed::Dep;

/// Tokens that a state points at: two of the buffer, three of the stack, and three children.
const ROLES: usize = 8;
/// Kinds of actions, as the model numbers them.
const SHIFT: usize = 0;
const REDUCE: usize = 1;
const LEFT: usize = 2;
const RIGHT: usize = 3;
const BREAK: usize = 4;
const KINDS: usize = 5;
/// No token.
const NONE: i32 = -1;

/// A relation as the parser predicts it: an arc that was lifted to keep the tree without crossings also tells the
/// relation of the token that it belongs under.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Label {
    /// The relation.
    pub dep: Dep,
    /// Relation of the true head, for a lifted arc.
    pub under: Option<Dep>,
}

/// The parser.
pub(crate) struct ArcParser {
    scorer: Scorer<ROLES>,
    labels: Vec<Label>,
    /// First action of each kind, and the count of all.
    kinds: [usize; KINDS + 1],
}

/// Heads and labels of a text's tokens; a root has no head.
#[derive(Default)]
pub(crate) struct Arcs {
    /// Head, -1 for a root.
    pub heads: Vec<i32>,
    /// Relation to the head.
    pub labels: Vec<Label>,
}

impl ArcParser {
    /// Reads the network and its actions.
    pub fn open(file: &File) -> Opened<Self> {
        let scorer = Scorer::open(file, "parser", "parser.actions")?;
        let labels = scorer
            .actions
            .iter()
            .map(|(_, label)| read_label(label))
            .collect::<Opened<_>>()?;
        let kinds = std::array::from_fn(|kind| {
            scorer
                .actions
                .partition_point(|(k, _)| usize::from(*k) < kind)
        });
        Ok(ArcParser {
            scorer,
            labels,
            kinds,
        })
    }

    /// Finds heads and labels from the tokens' vectors.
    pub fn parse(&self, vectors: &[f32], tokens: usize, buffers: &mut Prepared, arcs: &mut Arcs) {
        self.scorer.prepare(vectors, buffers);
        let mut state = State::new(tokens);
        // The model was never seen to need more than a few steps a token; the bound is there for odd input.
        for _ in 0..tokens * 12 + 50 {
            let valid = state.valid();
            let Some(only) = valid.iter().position(|valid| *valid) else {
                break;
            };
            let choice = if valid[only + 1..].contains(&true)
                || self.kinds[only + 1] - self.kinds[only] > 1
            {
                self.scorer.score(buffers, state.roles());
                self.best(&buffers.scores, &valid)
            } else {
                self.kinds[only]
            };
            state.apply(self.kind(choice), self.labels[choice]);
        }
        arcs.heads = state.heads;
        arcs.labels = state.labels;
    }

    /// The first of the best actions whose kind is valid.
    fn best(&self, scores: &[f32], valid: &[bool; KINDS]) -> usize {
        let mut best = None;
        for kind in (0..KINDS).filter(|kind| valid[*kind]) {
            for action in self.kinds[kind]..self.kinds[kind + 1] {
                if best.is_none_or(|best: usize| scores[action] > scores[best]) {
                    best = Some(action);
                }
            }
        }
        best.unwrap_or(0)
    }

    fn kind(&self, action: usize) -> usize {
        (1..KINDS)
            .rev()
            .find(|kind| self.kinds[*kind] <= action)
            .unwrap_or(0)
    }
}

fn read_label(text: &str) -> Opened<Label> {
    let known = |text| {
        Dep::from_label(text).ok_or_else(|| broken("parser.actions", "a relation is unknown"))
    };
    match text.split_once("||") {
        _ if text.is_empty() => Ok(Label {
            dep: Dep::Root,
            under: None,
        }),
        Some((dep, under)) => Ok(Label {
            dep: known(dep)?,
            under: Some(known(under)?),
        }),
        None => Ok(Label {
            dep: known(text)?,
            under: None,
        }),
    }
}

/// Where the parser stands in a text.
struct State {
    stack: Vec<i32>,
    /// Words that were put back in front of the buffer, the first one last.
    returned: Vec<i32>,
    /// First word that was never taken from the buffer.
    next: usize,
    heads: Vec<i32>,
    labels: Vec<Label>,
    /// Child that was attached last, left and right of each word.
    last_child: [Vec<i32>; 2],
    /// Child of the same side that was attached before a word.
    older_child: Vec<i32>,
    /// Words that may not be put on the stack again.
    stuck: Vec<bool>,
    starts: Vec<bool>,
}

impl State {
    fn new(tokens: usize) -> Self {
        State {
            stack: Vec::with_capacity(16),
            returned: Vec::new(),
            next: 0,
            heads: vec![NONE; tokens],
            labels: vec![
                Label {
                    dep: Dep::Root,
                    under: None
                };
                tokens
            ],
            last_child: [vec![NONE; tokens], vec![NONE; tokens]],
            older_child: vec![NONE; tokens],
            stuck: vec![false; tokens],
            starts: vec![false; tokens],
        }
    }

    fn stacked(&self, depth: usize) -> i32 {
        let place = self.stack.len().checked_sub(depth + 1);
        place.map_or(NONE, |place| self.stack[place])
    }

    fn buffered(&self, place: usize) -> i32 {
        match self.returned.len().checked_sub(place + 1) {
            Some(returned) => self.returned[returned],
            None => {
                let word = self.next + (place - self.returned.len());
                if word < self.heads.len() {
                    word as i32
                } else {
                    NONE
                }
            }
        }
    }

    fn buffer_length(&self) -> usize {
        self.heads.len() - self.next + self.returned.len()
    }

    fn child(&self, side: usize, head: i32) -> i32 {
        usize::try_from(head).map_or(NONE, |head| self.last_child[side][head])
    }

    fn roles(&self) -> [i32; ROLES] {
        let (first, top) = (self.buffered(0), self.stacked(0));
        [
            first,
            self.buffered(1),
            top,
            self.stacked(1),
            self.stacked(2),
            self.child(0, first),
            self.child(0, top),
            self.child(1, top),
        ]
    }

    /// Which kinds of actions are possible; none at the end.
    fn valid(&self) -> [bool; KINDS] {
        let (first, second) = (self.buffered(0), self.buffered(1));
        let (stacked, left) = (!self.stack.is_empty(), self.buffer_length());
        let starts = |word: i32| usize::try_from(word).is_ok_and(|word| self.starts[word]);
        let stuck = |word: i32| usize::try_from(word).is_ok_and(|word| self.stuck[word]);
        let attach = stacked && left > 0 && !starts(first);
        let shift = left > 0 && (!stacked || left > 1 && !starts(first) && !stuck(first));
        [
            shift,
            stacked,
            attach,
            attach,
            left > 1 && second == first + 1 && !starts(second),
        ]
    }

    fn apply(&mut self, kind: usize, label: Label) {
        let (first, top) = (self.buffered(0), self.stacked(0));
        match kind {
            SHIFT => self.push(),
            REDUCE => {
                self.stack.pop();
                // A word without head goes back to the buffer, unless nothing is left that could become its head.
                if self.heads[top as usize] < 0 && !self.stack.is_empty() {
                    self.stuck[top as usize] = true;
                    self.returned.push(top);
                }
            }
            LEFT => {
                self.attach(first, top, label);
                self.stuck[first as usize] = false;
                self.stack.pop();
            }
            RIGHT => {
                self.attach(top, first, label);
                self.push();
            }
            BREAK => self.starts[first as usize + 1] = true,
            _ => {}
        }
    }

    fn push(&mut self) {
        let word = self.buffered(0);
        if self.returned.pop().is_none() {
            self.next += 1;
        }
        self.stack.push(word);
    }

    fn attach(&mut self, head: i32, child: i32, label: Label) {
        if self.heads[child as usize] >= 0 {
            self.detach(child);
        }
        let last = &mut self.last_child[usize::from(head < child)][head as usize];
        self.older_child[child as usize] = std::mem::replace(last, child);
        self.heads[child as usize] = head;
        self.labels[child as usize] = label;
    }

    fn detach(&mut self, child: i32) {
        let head = self.heads[child as usize];
        let older = self.older_child[child as usize];
        let last = &mut self.last_child[usize::from(head < child)][head as usize];
        if *last == child {
            *last = older;
            return;
        }
        let mut younger = *last;
        while younger >= 0 && self.older_child[younger as usize] != child {
            younger = self.older_child[younger as usize];
        }
        if younger >= 0 {
            self.older_child[younger as usize] = older;
        }
    }
}
