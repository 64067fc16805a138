//! Claims that edges or reviewers connect, however indirectly.

use crate::model::pair::Edge;

use super::Verdicts;

/// Claims that are connected, with the edges among them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Component {
    /// Indices of the claims, ascending.
    pub claims: Vec<u32>,
    /// Edges among them.
    pub edges: Vec<Edge>,
}

/// All components of `claims` claims, ordered by their first claim; a claim without edges is one by itself.
pub fn components(claims: usize, edges: Vec<Edge>, verdicts: &Verdicts) -> Vec<Component> {
    let mut forest = Forest::new(claims);
    for edge in &edges {
        forest.join(edge.left as usize, edge.right as usize);
    }
    for &(left, right) in &verdicts.together {
        forest.join(left as usize, right as usize);
    }
    let mut number = vec![u32::MAX; claims];
    let mut found: Vec<Component> = Vec::new();
    for claim in 0..claims {
        let root = forest.root(claim);
        if number[root] == u32::MAX {
            number[root] = found.len() as u32;
            found.push(Component::default());
        }
        found[number[root] as usize].claims.push(claim as u32);
    }
    for edge in edges {
        let root = forest.root(edge.left as usize);
        found[number[root] as usize].edges.push(edge);
    }
    found
}

/// Union-find with path halving; the smaller index is the root.
pub struct Forest {
    parents: Vec<u32>,
}

impl Forest {
    /// Every item by itself.
    pub fn new(items: usize) -> Self {
        Forest {
            parents: (0..items as u32).collect(),
        }
    }

    /// The root of an item.
    pub fn root(&mut self, mut item: usize) -> usize {
        while self.parents[item] as usize != item {
            let parent = self.parents[item] as usize;
            self.parents[item] = self.parents[parent];
            item = self.parents[item] as usize;
        }
        item
    }

    /// Joins two trees.
    pub fn join(&mut self, left: usize, right: usize) {
        let (left, right) = (self.root(left), self.root(right));
        let (low, high) = (left.min(right), left.max(right));
        self.parents[high] = low as u32;
    }
}
