//! Weights and reviewers' verdicts to clusters that do not chain unlike things together.
//!
//! Edges above the threshold join claims to components ([`components`]). Within a component clusters grow by average
//! linkage ([`cut`]): the two clusters whose claims agree best on average are joined first, until no two agree better
//! than the threshold. This is done for one day of publication after the other, so that later news never takes apart what
//! earlier news brought together. Two clusters are never joined when their places or days exclude each other ([`extent`])
//! or when a reviewer said so, however well some middle claim without place or day fits both. Pairs that weigh enough and
//! still end in two clusters are told by [`loose`]. Everything is ordered by content (publication, then id), and weights
//! are added as whole thousandths of a bit, so the order of the input cannot matter.

mod agglomerate;
mod component;
mod disputed;
mod extent;
mod linkage;
mod loose;

pub use crate::config::Cluster as Settings;
use crate::lexicon::assertions::Ground;
use crate::model::article::Article;
use crate::model::claim::{Claim, day_number};
use crate::model::cluster::Cluster;
use crate::model::id::stable_id;

pub use component::{Component, components};
pub use disputed::join_disputed;
use extent::{Extent, Named, Spot};
pub use loose::{Loose, loose};

/// What reviewers said, as indices of claims.
#[derive(Debug, Clone, Default)]
pub struct Verdicts {
    /// Pairs that belong together whatever they weigh. They win over `apart` where reviewers disagree.
    pub together: Vec<(u32, u32)>,
    /// Pairs that never belong together.
    pub apart: Vec<(u32, u32)>,
}

/// What clustering needs of every claim, computed once.
pub struct Prepared<'a> {
    spots: Vec<Spot>,
    places: Vec<Named<'a>>,
    /// Order by publication, then id.
    ranks: Vec<u32>,
    /// Day of publication of each claim.
    published: Vec<Published>,
    claims: &'a [Claim],
    settings: &'a Settings,
}

impl<'a> Prepared<'a> {
    /// Reads the claims; `articles` give the day of publication.
    pub fn new(claims: &'a [Claim], articles: &[Article], settings: &'a Settings) -> Self {
        let (spots, places) = extent::spots(claims);
        Prepared {
            spots,
            places,
            ranks: ranks(claims, articles),
            published: claims
                .iter()
                .map(|claim| published(claim, articles))
                .collect(),
            claims,
            settings,
        }
    }

    /// Days that may lie between claims of one ground, `None` where time does not exclude.
    fn days(&self, ground: Ground) -> Option<i32> {
        match ground {
            Ground::Control => Some(self.settings.control_days),
            Ground::Event => Some(self.settings.event_days),
            Ground::Stance => None,
        }
    }

    /// Whether the places or days of two claims exclude each other. Such claims never come together by weight, whatever
    /// joins them, as a cluster is where and when all its claims are; so an edge between them can be left out.
    pub fn excludes(&self, left: u32, right: u32) -> bool {
        self.spots[left as usize].excludes(&self.spots[right as usize], self)
    }

    /// The extent of one claim.
    fn extent(&self, claim: u32) -> Extent {
        Extent::from(&self.spots[claim as usize])
    }

    /// When a claim was published; undated articles come last.
    fn published(&self, claim: u32) -> Published {
        self.published[claim as usize]
    }

    fn cluster(&self, mut claims: Vec<u32>) -> Cluster {
        claims.sort_unstable();
        let founder = claims
            .iter()
            .min_by_key(|&&claim| self.ranks[claim as usize]);
        let founder = founder.map_or("", |&claim| self.claims[claim as usize].id.as_str());
        Cluster {
            id: stable_id('k', [founder]),
            independent_reports: 0,
            claims,
        }
    }
}

/// The clusters of one component, ordered by their first claim; `independent_reports` stays 0 for the caller to fill.
///
/// `weigh` gives the bits of any two claims. The id of a cluster is made from its earliest claim, so it stays when later
/// claims join.
pub fn cut(
    component: &Component,
    prepared: &Prepared<'_>,
    verdicts: &Verdicts,
    weigh: impl Fn(u32, u32) -> f32,
) -> Vec<Cluster> {
    let groups = agglomerate::groups(component, prepared, verdicts, &weigh);
    let mut clusters: Vec<Cluster> = groups
        .into_iter()
        .map(|claims| prepared.cluster(claims))
        .collect();
    clusters.sort_by(|a, b| a.claims.cmp(&b.claims));
    clusters
}

/// Why two claims could not stand in one cluster, `None` where nothing excludes it.
pub fn find_exclusion(
    left: u32,
    right: u32,
    prepared: &Prepared<'_>,
    verdicts: &Verdicts,
) -> Option<&'static str> {
    let is_pair = |&(a, b): &(u32, u32)| (a, b) == (left, right) || (b, a) == (left, right);
    if verdicts.apart.iter().any(is_pair) {
        return Some("a reviewer keeps them apart");
    }
    prepared
        .extent(left)
        .find_exclusion(&prepared.extent(right), prepared)
}

/// Why two groups of claims could not be one cluster, `None` where nothing excludes it. Neither may be empty.
pub fn find_group_exclusion(
    left: &[u32],
    right: &[u32],
    prepared: &Prepared<'_>,
) -> Option<&'static str> {
    let extent = |claims: &[u32]| {
        let all = claims.iter().map(|&claim| prepared.extent(claim));
        all.reduce(|mut sum, other| {
            sum.add(&other);
            sum
        })
    };
    extent(left)?.find_exclusion(&extent(right)?, prepared)
}

/// Claims in the order of publication, then of id: the first is the founder of a cluster of them.
pub fn by_publication(claims: &[u32], prepared: &Prepared<'_>) -> Vec<u32> {
    let mut order = claims.to_vec();
    order.sort_unstable_by_key(|&claim| prepared.ranks[claim as usize]);
    order
}

/// The mean weight in bits between two groups of claims, over all pairs; 0 where one is empty.
pub fn mean_bits(left: &[u32], right: &[u32], weigh: impl Fn(u32, u32) -> f32) -> f32 {
    let pairs = left
        .iter()
        .flat_map(|&a| right.iter().map(move |&b| (a, b)));
    let bits = |(a, b)| f64::from(linkage::capped(weigh(a, b)));
    let count = (left.len() * right.len()).max(1) as f64;
    (pairs.map(bits).sum::<f64>() / count) as f32
}

/// Whether the day is unknown, and the day.
type Published = (bool, Option<i32>);

fn published(claim: &Claim, articles: &[Article]) -> Published {
    let article = articles.get(claim.article as usize);
    let day = article
        .and_then(|article| article.published)
        .map(day_number);
    (day.is_none(), day)
}

fn ranks(claims: &[Claim], articles: &[Article]) -> Vec<u32> {
    let mut order: Vec<u32> = (0..claims.len() as u32).collect();
    order.sort_by_cached_key(|&index| {
        let claim = &claims[index as usize];
        (published(claim, articles), claim.id.clone(), index)
    });
    let mut ranks = vec![0; claims.len()];
    for (rank, claim) in (0..).zip(order) {
        ranks[claim as usize] = rank;
    }
    ranks
}
