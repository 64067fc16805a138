//! A corpus and new articles as one list.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::article::Article;

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
