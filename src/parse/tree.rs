//! Trees: how far a head's words reach, where sentences start, and lifted arcs put back under their true heads.

use super::arcs::{Arcs, Label};
use crate::model::parsed::{Dep, ParsedSentence};

/// A tree under construction: every token's head (a root is its own) and relation.
pub(crate) struct Tree {
    /// Head of each token.
    pub heads: Vec<u32>,
    /// Relation of each token.
    pub deps: Vec<Dep>,
    /// Whether a sentence starts at the token.
    pub starts: Vec<bool>,
}

/// First and last token below a token.
struct Edges {
    left: Vec<u32>,
    right: Vec<u32>,
}

/// After so many rounds spaCy stops to look for heads beyond their sentence.
const ROUNDS: usize = 12;

impl Tree {
    /// The tree of the parser's arcs. `space` tells white-space tokens, which never become heads here.
    pub fn new(arcs: &Arcs, space: impl Fn(usize) -> bool) -> Self {
        let head = |(token, head): (usize, &i32)| u32::try_from(*head).unwrap_or(token as u32);
        let mut heads: Vec<u32> = arcs.heads.iter().enumerate().map(head).collect();
        let mut labels = arcs.labels.clone();
        let mut edges = Edges::new(&heads);
        let mut moved = false;
        for token in 0..heads.len() {
            if heads[token] as usize == token {
                labels[token] = Label {
                    dep: Dep::Root,
                    under: None,
                };
            } else if let Some(under) = labels[token].under {
                heads[token] = true_head(token, under, &heads, &labels, &edges, &space);
                labels[token].under = None;
                moved = true;
            }
        }
        if moved {
            edges = Edges::new(&heads);
        }
        let mut starts = vec![false; heads.len()];
        for token in roots(&heads) {
            starts[edges.left[token] as usize] = true;
        }
        Tree {
            deps: labels.into_iter().map(|label| label.dep).collect(),
            heads,
            starts,
        }
    }
}

/// For each token, whether a sentence starts there: a parsed text holds as many as the parser found roots.
pub fn sentence_starts(parsed: &ParsedSentence) -> Vec<bool> {
    let heads: Vec<u32> = parsed.tokens.iter().map(|token| token.head).collect();
    let edges = Edges::new(&heads);
    let mut starts = vec![false; heads.len()];
    for token in roots(&heads) {
        starts[edges.left[token] as usize] = true;
    }
    starts
}

fn roots(heads: &[u32]) -> impl Iterator<Item = usize> {
    heads
        .iter()
        .enumerate()
        .filter(|(token, head)| *token == **head as usize)
        .map(|(token, _)| token)
}

/// The first token with the relation `under`, level by level below the head of a lifted arc; else that head.
fn true_head(
    token: usize,
    under: Dep,
    heads: &[u32],
    labels: &[Label],
    edges: &Edges,
    space: impl Fn(usize) -> bool,
) -> u32 {
    let mut level = vec![heads[token]];
    while !level.is_empty() {
        let mut next = Vec::new();
        for head in level {
            for child in edges.left[head as usize]..=edges.right[head as usize] {
                let place = child as usize;
                if child == head || heads[place] != head || place == token || space(place) {
                    continue;
                }
                if labels[place].dep == under && labels[place].under.is_none() {
                    return child;
                }
                next.push(child);
            }
        }
        level = next;
    }
    heads[token]
}

impl Edges {
    /// The reach of every token; repeated while a crossing arc leaves a sentence, as spaCy does.
    fn new(heads: &[u32]) -> Self {
        let all = || (0..heads.len() as u32).collect();
        let mut edges = Edges {
            left: all(),
            right: all(),
        };
        for _ in 0..ROUNDS {
            (0..heads.len()).for_each(|token| edges.widen(token, heads[token] as usize));
            (0..heads.len())
                .rev()
                .for_each(|token| edges.widen(token, heads[token] as usize));
            if edges.holds_heads(heads) {
                break;
            }
        }
        edges
    }

    fn widen(&mut self, token: usize, head: usize) {
        self.left[head] = self.left[head].min(self.left[token]);
        self.right[head] = self.right[head].max(self.right[token]);
    }

    /// Whether every head lies in its token's sentence, as sentences start now.
    fn holds_heads(&self, heads: &[u32]) -> bool {
        let mut starts = vec![false; heads.len()];
        roots(heads).for_each(|root| starts[self.left[root] as usize] = true);
        let mut first = 0;
        for token in 0..heads.len() {
            if !(token > 0 && starts[token] || token + 1 == heads.len()) {
                continue;
            }
            let inside = first as u32..=token as u32;
            if heads[first..token]
                .iter()
                .any(|head| !inside.contains(head))
            {
                return false;
            }
            first = token;
        }
        true
    }
}
