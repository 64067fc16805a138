//! A corpus and new articles as one list.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::article::Article;
use crate::model::claim::Claim;
use crate::model::run::Run;

/// Puts new articles among those of the corpus, ordered by key, and gives the places of the new ones.
///
/// A new article whose text the corpus holds already is held against the rest of it; one whose key another article
/// bears gets a key of its own.
pub fn gather(corpus: Vec<Article>, new: Vec<Article>) -> (Vec<Article>, Vec<u32>) {
    let mut known: BTreeMap<(String, String), String> = BTreeMap::new();
    let mut keys: BTreeSet<String> = BTreeSet::new();
    let mut all = corpus;
    for article in &all {
        known.insert(
            (article.title.clone(), article.body.clone()),
            article.key.clone(),
        );
        keys.insert(article.key.clone());
    }
    let mut wanted: BTreeSet<String> = BTreeSet::new();
    for mut article in new {
        let text = (article.title.clone(), article.body.clone());
        if let Some(key) = known.get(&text) {
            wanted.insert(key.clone());
            continue;
        }
        while !keys.insert(article.key.clone()) {
            article.key.push('+');
        }
        known.insert(text, article.key.clone());
        wanted.insert(article.key.clone());
        all.push(article);
    }
    all.sort_by(|left, right| left.key.cmp(&right.key));
    let places = (0..)
        .zip(&all)
        .filter(|(_, article)| wanted.contains(&article.key));
    let places = places.map(|(place, _)| place).collect();
    (all, places)
}

/// A part of a corpus, and new articles with their claims, as one run ordered by key, and the places of the new ones.
///
/// An article of the part whose text is that of a new one is left out: a new article is held against the others.
pub fn join(part: Run, new: Run) -> (Run, Vec<u32>) {
    let new = split(new);
    let texts: BTreeSet<(String, String)> = new.iter().map(|(article, _)| text(article)).collect();
    let old = split(part).into_iter();
    let old: Vec<Entry> = old
        .filter(|(article, _)| !texts.contains(&text(article)))
        .collect();
    let mut keys: BTreeSet<String> = old.iter().map(|(article, _)| article.key.clone()).collect();
    let mut all: Vec<(Entry, bool)> = old.into_iter().map(|entry| (entry, false)).collect();
    for (mut article, claims) in new {
        while !keys.insert(article.key.clone()) {
            article.key.push('+');
        }
        all.push(((article, claims), true));
    }
    all.sort_by(|(left, _), (right, _)| left.0.key.cmp(&right.0.key));
    let mut run = Run::default();
    let mut places = Vec::new();
    for ((article, claims), is_new) in all {
        let index = run.articles.len() as u32;
        places.extend(is_new.then_some(index));
        run.articles.push(article);
        let claims = claims.into_iter().map(|claim| Claim {
            article: index,
            ..claim
        });
        run.claims.extend(claims);
    }
    (run, places)
}

type Entry = (Article, Vec<Claim>);

fn text(article: &Article) -> (String, String) {
    (article.title.clone(), article.body.clone())
}

/// Articles with their claims.
fn split(run: Run) -> Vec<Entry> {
    let mut entries: Vec<Entry> = run
        .articles
        .into_iter()
        .map(|article| (article, Vec::new()))
        .collect();
    for claim in run.claims {
        if let Some(entry) = entries.get_mut(claim.article as usize) {
            entry.1.push(claim);
        }
    }
    entries
}
