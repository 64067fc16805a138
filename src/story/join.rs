//! Stories that grew apart and are one after all.

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};

use rustc_hash::FxHashMap;

use super::Settings;
use super::strand::Strand;

/// Two stories that could be joined: likeness in millionths, the places of the earlier and the later one, and how often
/// each had grown when they were compared.
type Proposal = (u32, Reverse<(usize, usize)>, (u32, u32));

/// Stories on the way to being joined, the most alike first.
struct Joining<'s> {
    strands: Vec<Option<Strand>>,
    /// Places of those that share a weighty word.
    near: Vec<BTreeSet<usize>>,
    grown: Vec<u32>,
    settings: &'s Settings,
}

/// Joins what is alike enough on average, the most alike first.
pub(super) fn join(strands: Vec<Strand>, settings: &Settings) -> Vec<Strand> {
    let near = near(&strands, settings);
    let mut joining = Joining {
        grown: vec![0; strands.len()],
        strands: strands.into_iter().map(Some).collect(),
        near,
        settings,
    };
    let mut heap: BinaryHeap<Proposal> = BinaryHeap::new();
    for place in 0..joining.strands.len() {
        let later = joining.near[place].range(place + 1..);
        heap.extend(later.filter_map(|&other| joining.proposal(place, other)));
    }
    while let Some((_, Reverse((low, high)), grown)) = heap.pop() {
        if (joining.grown[low], joining.grown[high]) == grown {
            heap.extend(joining.join(low, high));
        }
    }
    joining.strands.into_iter().flatten().collect()
}

/// Of each story those that share one of its weightiest words, unless too many bear it.
fn near(strands: &[Strand], settings: &Settings) -> Vec<BTreeSet<usize>> {
    let mut under: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
    for (place, strand) in strands.iter().enumerate() {
        for word in strand.top() {
            under.entry(word).or_default().push(place);
        }
    }
    let mut near = vec![BTreeSet::new(); strands.len()];
    let few = under
        .values()
        .filter(|places| places.len() <= settings.neighbours);
    for places in few {
        for &place in places {
            near[place].extend(places.iter().filter(|&&other| other != place));
        }
    }
    near
}

impl Joining<'_> {
    fn proposal(&self, left: usize, right: usize) -> Option<Proposal> {
        let (low, high) = (left.min(right), left.max(right));
        let (own, other) = (self.strands[low].as_ref()?, self.strands[high].as_ref()?);
        if !own.is_near(other.days, self.settings.days) {
            return None;
        }
        let likeness = own.likeness_to(other);
        let grown = (self.grown[low], self.grown[high]);
        let millionths = (likeness * 1e6) as u32;
        (likeness >= self.settings.least_likeness).then_some((
            millionths,
            Reverse((low, high)),
            grown,
        ))
    }

    /// Joins the later one to the earlier; gives what could be joined to both now.
    fn join(&mut self, low: usize, high: usize) -> Vec<Proposal> {
        if let Some(later) = self.strands[high].take()
            && let Some(earlier) = &mut self.strands[low]
        {
            earlier.absorb(later);
        }
        self.grown[low] += 1;
        self.grown[high] += 1;
        let others = std::mem::take(&mut self.near[high]);
        for &other in others.iter().filter(|&&other| other != low) {
            self.near[other].remove(&high);
            self.near[other].insert(low);
            self.near[low].insert(other);
        }
        self.near[low].remove(&high);
        let near = self.near[low].iter();
        near.filter_map(|&other| self.proposal(low, other))
            .collect()
    }
}
