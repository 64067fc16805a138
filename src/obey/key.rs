//! Keys of claims that hold as long as their words stand.

use compact_str::{CompactString, format_compact};
use rustc_hash::FxHashMap;

use crate::model::article::Article;
use crate::model::claim::Claim;
use crate::model::id::stable_id;
use crate::model::verdict::Mark;

/// A key for each claim, from outlet, day, sentence, the asserting words and the names in it.
///
/// Where an article lies, what else stands in it and what a reviewer can correct do not count. Claims that agree in all
/// of this within one article are numbered in the order of the text.
pub fn keys(claims: &[Claim], articles: &[Article]) -> Vec<CompactString> {
    let mut met: FxHashMap<(u32, CompactString), u32> = FxHashMap::default();
    let mut key = |claim: &Claim| {
        let base = base(claim, &articles[claim.article as usize]);
        let number = met.entry((claim.article, base.clone())).or_default();
        *number += 1;
        match *number {
            1 => base,
            number => format_compact!("{base}-{number}"),
        }
    };
    claims.iter().map(&mut key).collect()
}

fn base(claim: &Claim, article: &Article) -> CompactString {
    let sentence = sentence(claim, article);
    let within = claim.trigger.start.saturating_sub(claim.sentence.start);
    let published = article.published.map(|day| day.to_string());
    let parts = [
        article.outlet.as_deref().unwrap_or(""),
        published.as_deref().unwrap_or(""),
        &sentence,
        &within.to_string(),
        claim.assertion.value.as_str(),
        claim
            .speaker
            .as_ref()
            .map_or("", |found| found.value.as_str()),
        claim
            .actor
            .as_ref()
            .map_or("", |found| found.value.as_str()),
        claim.place_as_written.as_str(),
    ];
    stable_id('w', parts)
}

/// The sentence with single spaces, so that another line break is no other text.
fn sentence(claim: &Claim, article: &Article) -> String {
    let text = claim.sentence.of(article.text(claim.field));
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A claim as a verdict names it; `key` is its key.
pub fn mark(claim: &Claim, article: &Article, key: &str) -> Mark {
    Mark {
        key: key.into(),
        outlet: article.outlet.clone(),
        published: article.published,
        sentence: sentence(claim, article),
    }
}
