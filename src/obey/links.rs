//! Must-link and cannot-link pairs from verdicts, made free of contradiction: the later verdict wins.

use rustc_hash::FxHashMap;

use crate::model::verdict::{Fate, Judgement, Verdict};

use super::Known;

/// Pairs that agree with each other.
#[derive(Debug, Default)]
pub struct Links {
    pub together: Vec<(u32, u32)>,
    pub apart: Vec<(u32, u32)>,
}

/// The pairs of all verdicts in `latest` (the latest first); who yields is told by which verdict it was overruled.
pub fn settle(verdicts: &[Verdict], latest: &[usize], known: &Known, fates: &mut [Fate]) -> Links {
    let mut ledger = Ledger::default();
    for &at in latest {
        let (together, apart) = pairs(&verdicts[at].judgement, known);
        let joined = together
            .into_iter()
            .filter_map(|(a, b)| ledger.join(a, b, at));
        let against = joined.last();
        let parted = apart.into_iter().filter_map(|(a, b)| ledger.part(a, b, at));
        if let Some(by) = parted.last().or(against) {
            fates[at] = Fate::Overruled(verdicts[by].id.clone());
        }
    }
    ledger.links
}

type Pairs = Vec<(u32, u32)>;

/// What a judgement wants together and what apart.
fn pairs(judgement: &Judgement, known: &Known) -> (Pairs, Pairs) {
    match judgement {
        Judgement::Keep { claims } => (chain(&known.find_all(claims)), Vec::new()),
        Judgement::Merge { one, other } => {
            let all = [known.find_all(one), known.find_all(other)];
            // One side gone: nothing is left to be merged.
            let whole = all.iter().all(|side| !side.is_empty());
            let pairs = if whole {
                chain(&all.concat())
            } else {
                Vec::new()
            };
            (pairs, Vec::new())
        }
        Judgement::Eject { claim, from } => {
            let apart = cross(known.find(claim), &known.find_all(from));
            (Vec::new(), apart)
        }
        Judgement::Split { one, other } | Judgement::Never { one, other } => {
            let apart = cross(&known.find_all(one), &known.find_all(other));
            (Vec::new(), apart)
        }
        _ => (Vec::new(), Vec::new()),
    }
}

fn chain(claims: &[u32]) -> Pairs {
    claims.windows(2).map(|pair| (pair[0], pair[1])).collect()
}

fn cross(left: &[u32], right: &[u32]) -> Pairs {
    let pairs = left
        .iter()
        .flat_map(|&a| right.iter().map(move |&b| (a, b)));
    pairs.filter(|(a, b)| a != b).collect()
}

/// What was accepted so far.
#[derive(Default)]
struct Ledger {
    links: Links,
    /// A claim's neighbour on the way to the head of its group.
    parents: FxHashMap<u32, u32>,
    /// Of each head: claims that its group is kept from, and by which verdict.
    kept: FxHashMap<u32, Vec<(u32, usize)>>,
    /// The latest verdict that joined a claim to another.
    joined_by: FxHashMap<u32, usize>,
}

impl Ledger {
    fn head(&self, mut claim: u32) -> u32 {
        while let Some(&parent) = self.parents.get(&claim) {
            claim = parent;
        }
        claim
    }

    /// Joins two claims, or names the verdict that is against it.
    fn join(&mut self, a: u32, b: u32, verdict: usize) -> Option<usize> {
        let (left, right) = (self.head(a), self.head(b));
        if left != right {
            let against = self.kept.get(&left).into_iter().flatten();
            let against = against
                .copied()
                .find(|&(other, _)| self.head(other) == right);
            if let Some((_, by)) = against {
                return Some(by);
            }
            self.parents.insert(right, left);
            let moved = self.kept.remove(&right).unwrap_or_default();
            self.kept.entry(left).or_default().extend(moved);
            for claim in [a, b] {
                self.joined_by.entry(claim).or_insert(verdict);
            }
        }
        self.links.together.push((a, b));
        None
    }

    /// Keeps two claims apart, or names the verdict that is against it.
    fn part(&mut self, a: u32, b: u32, verdict: usize) -> Option<usize> {
        let (left, right) = (self.head(a), self.head(b));
        if left == right {
            let by = self.joined_by.get(&a).or(self.joined_by.get(&b));
            return Some(by.copied().unwrap_or(verdict));
        }
        self.kept.entry(left).or_default().push((b, verdict));
        self.kept.entry(right).or_default().push((a, verdict));
        self.links.apart.push((a, b));
        None
    }
}
