//! Average linkage over one component, exact in whole numbers up to the sample size.
//!
//! Clusters grow day by day, as news comes: what was brought together by the evening stays together, whatever is
//! published later. So a contradiction of two claims does not come apart when later articles tell of the same matter.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BinaryHeap};

use rustc_hash::FxHashMap;

use crate::model::pair::Edge;

use super::component::{Component, Forest};
use super::extent::Extent;
use super::linkage::{Linkage, capped, sample, thousandths};
use super::{Prepared, Published, Verdicts};

/// Two clusters that could be joined next; the better mean first, then the earlier clusters.
#[derive(PartialEq, Eq)]
struct Proposal {
    linkage: Linkage,
    low: usize,
    high: usize,
    versions: (u32, u32),
    /// The cluster of which this is the best of all proposals; `None` for one that a new edge made.
    best_of: Option<usize>,
}

impl Ord for Proposal {
    fn cmp(&self, other: &Self) -> Ordering {
        let earlier = (other.low, other.high).cmp(&(self.low, self.high));
        let mean = self.linkage.cmp_mean(other.linkage);
        mean.then(earlier).then(self.versions.cmp(&other.versions))
    }
}

impl PartialOrd for Proposal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// A growing cluster, known by the place of its earliest claim in `order`.
struct Node {
    members: Vec<u32>,
    extent: Extent,
    near: FxHashMap<usize, Linkage>,
    version: u32,
}

struct State<'a, W> {
    nodes: Vec<Option<Node>>,
    forest: Forest,
    /// Claims of the component by rank.
    order: Vec<u32>,
    /// Places in `order` that reviewers keep from each place in `order`.
    apart: FxHashMap<u32, Vec<u32>>,
    prepared: &'a Prepared<'a>,
    weigh: &'a W,
}

/// The claims of each cluster of a component.
pub fn groups(
    component: &Component,
    prepared: &Prepared<'_>,
    verdicts: &Verdicts,
    weigh: &impl Fn(u32, u32) -> f32,
) -> Vec<Vec<u32>> {
    if component.claims.len() == 1 {
        return vec![component.claims.clone()];
    }
    let mut state = State::new(component, prepared, verdicts, weigh);
    state.join_by_verdict(verdicts);
    for day in days(&component.edges, prepared) {
        let proposals = state.link(day);
        state.grow(proposals);
    }
    state.groups()
}

/// The edges of each day on which the later of their claims was published, the earliest day first.
fn days<'e>(edges: &'e [Edge], prepared: &Prepared<'_>) -> impl Iterator<Item = Vec<&'e Edge>> {
    let mut days: BTreeMap<Published, Vec<&Edge>> = BTreeMap::new();
    for edge in edges {
        let day = prepared
            .published(edge.left)
            .max(prepared.published(edge.right));
        days.entry(day).or_default().push(edge);
    }
    days.into_values()
}

impl<'a, W: Fn(u32, u32) -> f32> State<'a, W> {
    fn new(
        component: &Component,
        prepared: &'a Prepared<'a>,
        verdicts: &Verdicts,
        weigh: &'a W,
    ) -> Self {
        let mut order = component.claims.clone();
        order.sort_unstable_by_key(|&claim| prepared.ranks[claim as usize]);
        let node = |(place, &claim): (u32, &u32)| {
            Some(Node {
                members: vec![place],
                extent: prepared.extent(claim),
                near: FxHashMap::default(),
                version: 0,
            })
        };
        let mut state = State {
            nodes: (0..).zip(&order).map(node).collect(),
            forest: Forest::new(order.len()),
            order,
            apart: FxHashMap::default(),
            prepared,
            weigh,
        };
        for &(left, right) in &verdicts.apart {
            if let (Some(left), Some(right)) = (state.find_place(left), state.find_place(right)) {
                state.apart.entry(left).or_default().push(right);
                state.apart.entry(right).or_default().push(left);
            }
        }
        state
    }

    /// Where a claim stands in `order`, `None` when it is not of this component.
    fn find_place(&self, claim: u32) -> Option<u32> {
        let rank = self.prepared.ranks[claim as usize];
        let found = self
            .order
            .binary_search_by_key(&rank, |&claim| self.prepared.ranks[claim as usize]);
        found.ok().map(|place| place as u32)
    }

    fn join_by_verdict(&mut self, verdicts: &Verdicts) {
        for &(left, right) in &verdicts.together {
            if let (Some(left), Some(right)) = (self.find_place(left), self.find_place(right)) {
                let (left, right) = (
                    self.forest.root(left as usize),
                    self.forest.root(right as usize),
                );
                if left != right {
                    self.join(left.min(right), left.max(right));
                }
            }
        }
    }

    /// Links the clusters that edges connect; gives what could be joined by the new links.
    fn link(&mut self, edges: Vec<&Edge>) -> BinaryHeap<Proposal> {
        let mut heap = BinaryHeap::new();
        for edge in edges {
            let (Some(left), Some(right)) =
                (self.find_place(edge.left), self.find_place(edge.right))
            else {
                continue;
            };
            let (left, right) = (
                self.forest.root(left as usize),
                self.forest.root(right as usize),
            );
            if left != right && !self.is_linked(left, right) && !self.is_elsewhere(left, right) {
                let linkage = match self.are_single(left, right) {
                    true => Linkage {
                        sum: thousandths(capped(edge.weight)),
                        pairs: 1,
                    },
                    false => self.measure(left, right),
                };
                self.set(left, right, linkage);
                heap.extend(self.proposal(left, right, linkage));
            }
        }
        heap
    }

    fn are_single(&self, left: usize, right: usize) -> bool {
        let is_single =
            |node: &Option<Node>| node.as_ref().is_some_and(|node| node.members.len() == 1);
        is_single(&self.nodes[left]) && is_single(&self.nodes[right])
    }

    /// Joins what is near enough, the nearest first.
    fn grow(&mut self, mut heap: BinaryHeap<Proposal>) {
        while let Some(best) = heap.pop() {
            let (low, high) = (best.low, best.high);
            if self.is_current(&best) {
                if self.is_elsewhere(low, high) || self.is_kept(low, high) {
                    self.unlink(low, high);
                } else {
                    self.join(low, high);
                    heap.extend(self.best(low));
                    continue;
                }
            }
            // What stood behind it comes up now. A cluster that has grown meanwhile has a proposal of its own.
            if let Some(owner) = best.best_of {
                let version = if owner == low {
                    best.versions.0
                } else {
                    best.versions.1
                };
                if self.version(owner) == version {
                    heap.extend(self.best(owner));
                }
            }
        }
    }

    /// The best proposal of a cluster, so that the others need not wait in line with it.
    fn best(&self, node: usize) -> Option<Proposal> {
        let links = self.nodes[node].as_ref()?.near.iter();
        let proposals = links.filter_map(|(&other, &linkage)| self.proposal(node, other, linkage));
        proposals.max().map(|best| Proposal {
            best_of: Some(node),
            ..best
        })
    }

    /// Forgets the link of two clusters that can never be one.
    fn unlink(&mut self, left: usize, right: usize) {
        for (own, other) in [(left, right), (right, left)] {
            if let Some(node) = &mut self.nodes[own] {
                node.near.remove(&other);
            }
        }
    }

    /// The joining of two linked clusters, `None` where the link is too weak.
    fn proposal(&self, left: usize, right: usize, linkage: Linkage) -> Option<Proposal> {
        let least = Linkage {
            sum: thousandths(self.prepared.settings.least_bits),
            pairs: 1,
        };
        let (low, high) = (left.min(right), left.max(right));
        (linkage.cmp_mean(least) != Ordering::Less).then(|| Proposal {
            linkage,
            low,
            high,
            versions: (self.version(low), self.version(high)),
            best_of: None,
        })
    }

    fn version(&self, node: usize) -> u32 {
        self.nodes[node]
            .as_ref()
            .map_or(u32::MAX, |node| node.version)
    }

    fn is_current(&self, proposal: &Proposal) -> bool {
        let alive = self.nodes[proposal.low].is_some() && self.nodes[proposal.high].is_some();
        alive && proposal.versions == (self.version(proposal.low), self.version(proposal.high))
    }

    fn is_linked(&self, left: usize, right: usize) -> bool {
        self.nodes[left]
            .as_ref()
            .is_some_and(|node| node.near.contains_key(&right))
    }

    /// Whether places or days keep two clusters apart, now and whatever they grow to.
    fn is_elsewhere(&self, left: usize, right: usize) -> bool {
        let (Some(a), Some(b)) = (&self.nodes[left], &self.nodes[right]) else {
            return true;
        };
        a.extent.find_exclusion(&b.extent, self.prepared).is_some()
    }

    /// Whether a reviewer keeps two clusters apart.
    fn is_kept(&mut self, left: usize, right: usize) -> bool {
        let Some(a) = &self.nodes[left] else {
            return true;
        };
        if self.apart.is_empty() {
            return false;
        }
        let members = a.members.clone();
        let kept = members
            .iter()
            .filter_map(|member| self.apart.get(member))
            .flatten();
        let kept: Vec<u32> = kept.copied().collect();
        kept.iter()
            .any(|&other| self.forest.root(other as usize) == right)
    }

    fn set(&mut self, left: usize, right: usize, linkage: Linkage) {
        for (own, other) in [(left, right), (right, left)] {
            if let Some(node) = &mut self.nodes[own] {
                node.near.insert(other, linkage);
            }
        }
    }

    /// Joins `high` into `low`; the links of both go over, and a link that only one had is measured for the other. What
    /// the two exclude together is linked no more.
    fn join(&mut self, low: usize, high: usize) {
        let (Some(kept), Some(gone)) = (self.nodes[low].take(), self.nodes[high].take()) else {
            return;
        };
        let mut extent = kept.extent.clone();
        extent.add(&gone.extent);
        let mut links: Vec<(usize, Option<Linkage>)> = Vec::new();
        let others = gone.near.keys();
        let others = others.filter(|other| !kept.near.contains_key(other));
        for &other in kept.near.keys().chain(others) {
            if other != low && other != high {
                links.push((other, self.common(&kept, &gone, &extent, other)));
            }
        }
        self.nodes[low] = Some(merged(kept, gone, extent));
        self.forest.join(low, high);
        for (other, linkage) in links {
            if let Some(node) = &mut self.nodes[other] {
                node.near.remove(&high);
                if linkage.is_none() {
                    node.near.remove(&low);
                }
            }
            if let Some(linkage) = linkage {
                self.set(low, other, linkage);
            }
        }
    }

    /// How two clusters that are joined agree with a third, `None` where their common extent excludes it.
    fn common(&self, kept: &Node, gone: &Node, extent: &Extent, other: usize) -> Option<Linkage> {
        let node = self.nodes[other].as_ref()?;
        if extent.find_exclusion(&node.extent, self.prepared).is_some() {
            return None;
        }
        let linkage = |own: &Node| {
            let known = own.near.get(&other).copied();
            known.unwrap_or_else(|| self.measure_members(&own.members, other))
        };
        Some(linkage(kept).add(linkage(gone)))
    }

    fn measure(&self, left: usize, right: usize) -> Linkage {
        let members = self.nodes[left]
            .as_ref()
            .map(|node| node.members.as_slice());
        self.measure_members(members.unwrap_or(&[]), right)
    }

    /// The linkage of some members to a cluster: all pairs, or an even sample scaled up where there are too many.
    fn measure_members(&self, left: &[u32], right: usize) -> Linkage {
        let right = self.nodes[right]
            .as_ref()
            .map_or(&[][..], |node| node.members.as_slice());
        let pairs = (left.len() * right.len()) as i64;
        let (left, right) = sample(left, right, self.prepared.settings.sample);
        let claim = |place: u32| self.order[place as usize];
        let mut sum = 0;
        for &a in &left {
            for &b in &right {
                let bits = (self.weigh)(claim(a), claim(b));
                sum += thousandths(capped(bits));
            }
        }
        let seen = (left.len() * right.len()).max(1) as i64;
        Linkage {
            sum: if seen == pairs {
                sum
            } else {
                sum * pairs / seen
            },
            pairs,
        }
    }

    fn groups(&self) -> Vec<Vec<u32>> {
        let claims = |node: &Node| {
            node.members
                .iter()
                .map(|&place| self.order[place as usize])
                .collect()
        };
        self.nodes.iter().flatten().map(claims).collect()
    }
}

fn merged(mut kept: Node, gone: Node, extent: Extent) -> Node {
    kept.members.extend(&gone.members);
    kept.members.sort_unstable();
    kept.extent = extent;
    kept.near = FxHashMap::default();
    kept.version += 1;
    kept
}
