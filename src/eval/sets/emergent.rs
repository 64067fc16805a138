//! Emergent: rumours, the headlines that report them, and whether these are for, against or observing (Ferreira and
//! Vlachos, "Emergent: a novel data-set for stance classification", NAACL 2016).
//!
//! The set holds headlines only, and says nothing of what else the articles tell. The rumour and each headline are read
//! as articles of their own. A rumour and its headlines, whichever side they take, are to be one story; beside that it is
//! measured how far the clusters of their claims alone bring them together.
//! A headline is against when it denies what the rumour tells of, or calls it made up, observing when one is possible, planned or another's word, for
//! when its claims are stated in the outlet's own voice or it makes no claim that was found.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::config::Config;
use crate::error::Error;
use crate::eval::coref::b_cubed;
use crate::eval::finding::Finding;
use crate::lexicon::assertions::{Assertions, Effect};
use crate::lexicon::likeness::{Sense, share, telling_words};
use crate::model::article::Article;
use crate::model::claim::{Claim, HOAX, Modality, Stance};
use crate::model::measure::{Measure, f1};
use crate::model::run::Run;
use crate::pipeline::{self, Silent};
use crate::read::restore;

/// Name of the set in reports.
pub const SET: &str = "emergent";

/// A headline of the set.
#[derive(Debug, Deserialize)]
pub struct Record {
    emergent_page: String,
    claim: String,
    page_headline: String,
    page_position: String,
}

/// Least share of what is denied that a rumour tells of: a tenth is more than chance words have in common.
const LEAST_SHARE: f32 = 0.1;

/// The positions that are measured; others (`ignoring`, `null`) are left out, as in the literature.
const POSITIONS: [&str; 3] = ["for", "against", "observing"];

/// Clustering and stance figures, and the headlines whose stance went wrong.
///
/// # Errors
/// The user's word lists cannot be used.
pub fn measure(records: &[Record], config: &Config) -> Result<(Vec<Measure>, Vec<Finding>), Error> {
    let records: Vec<&Record> = records
        .iter()
        .filter(|record| POSITIONS.contains(&record.page_position.as_str()))
        .collect();
    let run = pipeline::run_articles(articles(&records), config, &Silent)?;
    let by_article = by_article(&run);
    let headline = |at: usize| {
        by_article[at]
            .iter()
            .map(|&claim| &run.claims[claim as usize])
    };
    let ours: Vec<&str> = (0..records.len())
        .map(|at| position(headline(at), &records[at].claim))
        .collect();
    let mut measures = clusters(&records, &run);
    measures.extend(stances(&records, &ours));
    measures.push(Measure::share(
        SET,
        "with_claims",
        (0..records.len())
            .filter(|&at| !by_article[at].is_empty())
            .count() as u64,
        records.len() as u64,
    ));
    Ok((measures, findings(&records, &ours)))
}

/// A headline an article, then a rumour an article; keys keep that order when sorted.
fn articles(records: &[&Record]) -> Vec<Article> {
    let headlines = records.iter().map(|record| record.page_headline.as_str());
    let texts = headlines.chain(rumours(records).into_values());
    let article = |(at, title): (usize, &str)| Article {
        key: format!("{at:06}"),
        title: restore(title).into_owned(),
        ..Article::default()
    };
    texts.enumerate().map(article).collect()
}

/// The rumour of each page, without the label before it.
fn rumours<'a>(records: &[&'a Record]) -> BTreeMap<&'a str, &'a str> {
    let bare = |claim: &'a str| claim.split_once(':').map_or(claim, |(_, rest)| rest.trim());
    records
        .iter()
        .map(|record| (record.emergent_page.as_str(), bare(&record.claim)))
        .collect()
}

fn by_article(run: &Run) -> Vec<Vec<u32>> {
    let mut found = vec![Vec::new(); run.articles.len()];
    for (index, claim) in run.claims.iter().enumerate() {
        found[claim.article as usize].push(index as u32);
    }
    found
}

/// The position of a headline's claims towards a rumour.
fn position<'c>(mut claims: impl Iterator<Item = &'c Claim> + Clone, rumour: &str) -> &'static str {
    let open = |claim: &Claim| claim.modality.value != Modality::Stated || claim.speaker.is_some();
    // Who says that something was made up is against it.
    let made_up =
        |claim: &Claim| Assertions::builtin().get(&claim.assertion.value).effect == Effect::Sham;
    let denies = |claim: &Claim| claim.stance.value == Stance::Deny || made_up(claim);
    let rumour: Vec<String> = words_of(rumour);
    let rumour: Vec<Sense<'_>> = rumour.iter().map(|word| Sense::of(word)).collect();
    if claims
        .clone()
        .any(|claim| denies(claim) && concerns(claim, &rumour))
    {
        "against"
    } else if claims.any(open) {
        "observing"
    } else {
        "for"
    }
}

/// Whether what is denied is told of in the rumour, in whatever words; a headline that speaks of a hoax means its rumour.
fn concerns(denial: &Claim, rumour: &[Sense<'_>]) -> bool {
    let object = denial.object.as_ref().map(|object| object.value.as_str());
    let telling = telling_words(&denial.assertion.value, object);
    let telling: Vec<Sense<'_>> = telling.into_iter().map(Sense::of).collect();
    denial.stance.rule == HOAX || telling.is_empty() || share(&telling, rumour) >= LEAST_SHARE
}

/// The words of a rumour in small letters, which those of a claim are too.
fn words_of(text: &str) -> Vec<String> {
    let pieces = text.split(|letter: char| !letter.is_alphanumeric());
    pieces
        .filter(|piece| !piece.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// B-cubed of the headlines and rumours, grouped by rumour, and by story or by shared clusters of claims.
fn clusters(records: &[&Record], run: &Run) -> Vec<Measure> {
    let pages: Vec<&str> = rumours(records).into_keys().collect();
    let page = |at: usize| {
        records
            .get(at)
            .map_or_else(|| pages[at - records.len()], |record| &record.emergent_page)
    };
    let mut key: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for at in 0..run.articles.len() {
        key.entry(page(at)).or_default().push(at as u32);
    }
    let key: Vec<Vec<u32>> = key.into_values().collect();
    let stories: Vec<Vec<u32>> = run
        .stories
        .iter()
        .map(|story| story.articles.clone())
        .collect();
    let (stories, claims) = (b_cubed(&key, &stories), b_cubed(&key, &shared(run)));
    vec![
        Measure::mean(SET, "stories.b3_precision", stories.precision),
        Measure::mean(SET, "stories.b3_recall", stories.recall),
        Measure::mean(SET, "stories.b3_f1", stories.f1),
        Measure::mean(SET, "clusters.b3_precision", claims.precision),
        Measure::mean(SET, "clusters.b3_recall", claims.recall),
        Measure::mean(SET, "clusters.b3_f1", claims.f1),
    ]
}

/// Articles that are joined by clusters of claims.
fn shared(run: &Run) -> Vec<Vec<u32>> {
    let mut group: Vec<u32> = (0..run.articles.len() as u32).collect();
    for cluster in &run.clusters {
        let mut articles = cluster
            .claims
            .iter()
            .map(|&claim| run.claims[claim as usize].article);
        let Some(first) = articles.next().map(|article| group[article as usize]) else {
            continue;
        };
        for other in articles {
            let merged = group[other as usize];
            group
                .iter_mut()
                .filter(|at| **at == merged)
                .for_each(|at| *at = first);
        }
    }
    let mut groups: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for (article, group) in group.into_iter().enumerate() {
        groups.entry(group).or_default().push(article as u32);
    }
    groups.into_values().collect()
}

fn stances(records: &[&Record], ours: &[&str]) -> Vec<Measure> {
    let pairs: Vec<(&str, &str)> = records
        .iter()
        .map(|record| record.page_position.as_str())
        .zip(ours.iter().copied())
        .collect();
    let right = pairs.iter().filter(|(wanted, ours)| wanted == ours).count() as u64;
    let mut all = vec![Measure::share(
        SET,
        "stance.accuracy",
        right,
        pairs.len() as u64,
    )];
    let mut sum = 0.0;
    for position in POSITIONS {
        let count = |test: &dyn Fn(&(&str, &str)) -> bool| {
            pairs.iter().filter(|pair| test(pair)).count() as u64
        };
        let both = count(&|pair| *pair == (position, position));
        let precision = Measure::share(
            SET,
            "stance.precision",
            both,
            count(&|pair| pair.1 == position),
        );
        let recall = Measure::share(
            SET,
            "stance.recall",
            both,
            count(&|pair| pair.0 == position),
        );
        let mean = Measure::mean(SET, "stance.f1", f1(precision.value, recall.value));
        sum += mean.value;
        all.extend([precision, recall, mean].map(|measure| measure.of(position)));
    }
    all.insert(
        1,
        Measure::mean(SET, "stance.macro_f1", sum / POSITIONS.len() as f64),
    );
    all
}

fn findings(records: &[&Record], ours: &[&str]) -> Vec<Finding> {
    let wrong = records
        .iter()
        .zip(ours)
        .filter(|(record, ours)| record.page_position != **ours);
    let mut found: Vec<Finding> = wrong
        .map(|(record, ours)| Finding {
            sort: "emergent.stance",
            place: record.emergent_page.clone(),
            text: record.page_headline.clone(),
            gold: format!("{} ({})", record.page_position, record.claim),
            ours: (*ours).to_owned(),
        })
        .collect();
    found.sort();
    found
}
