//! Near-duplicate texts, the agencies they credit, and how many reports are independent of each other.
//!
//! Texts are cut into shingles of [`Settings::shingle_words`] folded words (Broder 1997). The share of an article's
//! shingles that stand in another is exact, not estimated: an inverted index finds the few articles that share any, so
//! MinHash would save nothing at the size of a news corpus and would lose the direction of the copying.

mod agencies;
mod reports;
mod shingles;

use std::cell::OnceCell;

use rustc_hash::FxHashMap;

pub use crate::config::Copies as Settings;
use crate::model::article::Article;
use crate::model::cluster::Copy;

pub use agencies::Agencies;
pub use reports::Reports;
use shingles::Index;

/// Every article that copies an earlier one, by ascending article; the earliest article of the nearest text is the
/// original.
pub fn find(articles: &[Article], agencies: &Agencies, settings: &Settings) -> Vec<Copy> {
    let index = Index::new(articles, settings);
    let order = ranks(articles);
    // Looked up once an article, and only where a share calls for it.
    let credits = vec![OnceCell::new(); articles.len()];
    let credit = |article: u32| {
        let find = || agencies.find_credit(&articles[article as usize]);
        *credits[article as usize].get_or_init(find)
    };
    let copies = (0..articles.len() as u32).filter_map(|article| {
        let of = find_original(article, &index, &order, &credit, settings)?;
        Some(describe(article, of, &index, articles, agencies))
    });
    copies.collect()
}

/// The earlier article in which most of the text stands.
fn find_original<'a>(
    article: u32,
    index: &Index,
    order: &[u32],
    credit: &impl Fn(u32) -> Option<&'a str>,
    settings: &Settings,
) -> Option<u32> {
    let own = order[article as usize];
    let mut best: Option<(u32, u32)> = None;
    for (other, shared) in index.shared(article) {
        let earlier = order[other as usize] < own;
        let share = shared as f32 / index.len(article) as f32;
        let near = (settings.agency_share..settings.copy_share).contains(&share);
        let needed = if near && credit(article).is_some() && credit(article) == credit(other) {
            settings.agency_share
        } else {
            settings.copy_share
        };
        let better = best.is_none_or(|(kept, most)| {
            (shared, order[kept as usize]) > (most, order[other as usize])
        });
        if earlier && share >= needed && better {
            best = Some((other, shared));
        }
    }
    best.map(|(other, _)| other)
}

fn describe(
    article: u32,
    of: u32,
    index: &Index,
    articles: &[Article],
    agencies: &Agencies,
) -> Copy {
    let share = index.share(article, of);
    let (copy, original) = (&articles[article as usize], &articles[of as usize]);
    let agency = agencies
        .find_credit(copy)
        .or_else(|| agencies.find_mention(copy));
    let credited = agency.filter(|&agency| agencies.find_credit(original) == Some(agency));
    let mut how = format!(
        "{:.0} % of its text stands in {}",
        share * 100.0,
        original.key
    );
    if let Some(agency) = credited {
        how.push_str(&format!(", and both credit {agency}"));
    }
    Copy {
        article,
        of,
        share,
        agency: agency.map(Into::into),
        how,
    }
}

/// Order by publication, then key; undated articles come last.
fn ranks(articles: &[Article]) -> Vec<u32> {
    let mut order: Vec<u32> = (0..articles.len() as u32).collect();
    order.sort_by_key(|&index| {
        let article = &articles[index as usize];
        (
            article.published.is_none(),
            article.published,
            &article.key,
            index,
        )
    });
    let mut ranks = vec![0; articles.len()];
    for (rank, article) in (0..).zip(order) {
        ranks[article as usize] = rank;
    }
    ranks
}

/// How many shingles an article shares with each other that it shares any with.
type Shared = FxHashMap<u32, u32>;
