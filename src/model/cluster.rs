//! A cluster: the claims on one question across outlets, and what copies what.

use compact_str::CompactString;

/// Claims on one matter.
#[derive(Debug, Clone, PartialEq)]
pub struct Cluster {
    /// Stable id.
    pub id: CompactString,
    /// Indices of the claims in the run, ascending.
    pub claims: Vec<u32>,
    /// How many reports are independent of each other, copies counted once.
    pub independent_reports: u32,
}

/// The index of each claim's cluster, for so many claims; `None` for a claim in no cluster.
pub fn cluster_of(clusters: &[Cluster], claims: usize) -> Vec<Option<u32>> {
    let mut cluster_of = vec![None; claims];
    for (index, cluster) in (0..).zip(clusters) {
        for &claim in &cluster.claims {
            if let Some(slot) = cluster_of.get_mut(claim as usize) {
                *slot = Some(index);
            }
        }
    }
    cluster_of
}

/// An article whose text, or most of it, stands in an earlier one.
#[derive(Debug, Clone, PartialEq)]
pub struct Copy {
    /// Index of the copying article.
    pub article: u32,
    /// Index of the article it copies.
    pub of: u32,
    /// Share of the copy's text that stands in the other, 0 to 1.
    pub share: f32,
    /// The agency named in text, byline or dateline; `None` when none is.
    pub agency: Option<CompactString>,
    /// How it is known, for the reader.
    pub how: String,
}
