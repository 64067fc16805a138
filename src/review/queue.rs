//! What there is to judge, in order of use: contradictions, uncertain merges, big clusters, and last single claims.

use std::collections::BTreeSet;

use compact_str::CompactString;

use crate::model::claim::{Claim, DateRange, Question};
use crate::model::cluster::Cluster;
use crate::model::contradiction::Contradiction;
use crate::model::run::Run;

use super::closeness::Tie;
use super::filter::{Filter, Judged};

/// Sort of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// Two positions held against each other.
    Contradiction,
    /// A cluster with a claim that hardly fits.
    Merge,
    /// Another cluster of several claims.
    Cluster,
    /// A claim by itself.
    Single,
}

impl Sort {
    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Sort::Contradiction => "contradiction",
            Sort::Merge => "merge",
            Sort::Cluster => "cluster",
            Sort::Single => "single",
        }
    }
}

/// One entry of the queue.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Sort.
    pub sort: Sort,
    /// Id of the contradiction or cluster.
    pub id: CompactString,
    /// Index of the cluster.
    pub cluster: u32,
    /// Index of the contradiction, `None` for a cluster.
    pub row: Option<u32>,
    /// The question.
    pub question: Question,
    /// Where; `""` where no claim tells.
    pub place: String,
    /// First and last day.
    pub dates: Option<DateRange>,
    /// What it is about, one sentence.
    pub title: String,
    /// Number of claims.
    pub claims: usize,
    /// Status of the contradiction, `""` for a cluster.
    pub status: &'static str,
    episodes: BTreeSet<String>,
    parties: BTreeSet<String>,
    outlets: BTreeSet<String>,
    /// Everything that a search looks through, lower case.
    text: String,
}

/// All entries of a run in order; `ties` are those of its claims.
pub fn entries(run: &Run, ties: &[Option<Tie>], uncertain_bits: f32) -> Vec<Entry> {
    let rows = run.contradictions.iter().enumerate();
    let mut entries: Vec<Entry> = rows
        .map(|(index, row)| dispute(run, index as u32, row))
        .collect();
    let mut clusters: Vec<(Sort, i64, Entry)> = Vec::new();
    for (index, cluster) in run.clusters.iter().enumerate() {
        let (sort, rank) = rank(cluster, ties, uncertain_bits);
        clusters.push((sort, rank, group(run, index as u32, cluster, sort)));
    }
    clusters.sort_by(|a, b| (a.0, a.1, &a.2.id).cmp(&(b.0, b.1, &b.2.id)));
    entries.extend(clusters.into_iter().map(|(_, _, entry)| entry));
    entries
}

/// The least certain first, then the biggest.
fn rank(cluster: &Cluster, ties: &[Option<Tie>], uncertain_bits: f32) -> (Sort, i64) {
    let size = -(cluster.claims.len() as i64);
    if cluster.claims.len() < 2 {
        return (Sort::Single, size);
    }
    let means = cluster
        .claims
        .iter()
        .filter_map(|&claim| ties[claim as usize]);
    let weakest = means.map(|tie| tie.mean).fold(f32::INFINITY, f32::min);
    if weakest < uncertain_bits {
        return (Sort::Merge, (weakest * 1000.0) as i64);
    }
    (Sort::Cluster, size)
}

fn dispute(run: &Run, index: u32, row: &Contradiction) -> Entry {
    let cluster = &run.clusters[row.cluster as usize];
    let sides: Vec<u32> = row
        .left
        .claims
        .iter()
        .chain(&row.right.claims)
        .copied()
        .collect();
    let quote = &run.claims[row.left.quote as usize];
    Entry {
        sort: Sort::Contradiction,
        id: row.id.clone(),
        row: Some(index),
        title: row.note.clone(),
        status: row.status.as_str(),
        dates: row.dates,
        question: quote.question,
        ..describe(run, row.cluster, cluster, &sides)
    }
}

fn group(run: &Run, index: u32, cluster: &Cluster, sort: Sort) -> Entry {
    Entry {
        sort,
        ..describe(run, index, cluster, &cluster.claims)
    }
}

fn describe(run: &Run, index: u32, cluster: &Cluster, shown: &[u32]) -> Entry {
    let claims: Vec<&Claim> = shown
        .iter()
        .map(|&claim| &run.claims[claim as usize])
        .collect();
    let article = |claim: &&Claim| &run.articles[claim.article as usize];
    let sentence = |claim: &&Claim| {
        claim
            .sentence
            .of(article(claim).text(claim.field))
            .to_owned()
    };
    let parties = claims.iter().filter_map(|claim| claim.party_name());
    let places = claims.iter().filter_map(|claim| claim.place.as_ref());
    let ranges = claims
        .iter()
        .filter_map(|claim| claim.dates.as_ref().map(|dates| dates.value));
    let title = claims.first().map(sentence).unwrap_or_default();
    let mut entry = Entry {
        sort: Sort::Cluster,
        id: cluster.id.clone(),
        cluster: index,
        row: None,
        question: claims
            .first()
            .map_or(Question::Occurrence, |claim| claim.question),
        place: places
            .clone()
            .next()
            .map_or_else(String::new, |place| place.value.name.to_string()),
        dates: ranges.reduce(joined),
        claims: claims.len(),
        status: "",
        episodes: claims
            .iter()
            .map(|claim| episode(&article(claim).key).to_owned())
            .collect(),
        parties: parties.map(str::to_owned).collect(),
        outlets: claims
            .iter()
            .filter_map(|claim| article(claim).outlet.clone())
            .collect(),
        text: String::new(),
        title,
    };
    entry.text = searchable(&entry, claims.iter().map(sentence));
    entry
}

fn joined(left: DateRange, right: DateRange) -> DateRange {
    DateRange {
        first: left.first.min(right.first),
        last: left.last.max(right.last),
    }
}

fn searchable(entry: &Entry, sentences: impl Iterator<Item = String>) -> String {
    let mut text = entry.place.clone();
    let names = entry.parties.iter().chain(&entry.outlets).cloned();
    for part in names.chain(sentences) {
        text.push('\n');
        text.push_str(&part);
    }
    text.to_lowercase()
}

/// The folder right below the corpus in which an article lies, `""` for one that lies in none.
fn episode(key: &str) -> &str {
    key.split_once('/').map_or("", |(folder, _)| folder)
}

/// The values that an entry can be filtered by.
#[derive(Debug, Default)]
pub struct Facets {
    /// First folders of the articles.
    pub episodes: BTreeSet<String>,
    /// Places.
    pub places: BTreeSet<String>,
    /// Parties.
    pub parties: BTreeSet<String>,
    /// Outlets.
    pub outlets: BTreeSet<String>,
}

/// What the entries can be filtered by.
pub fn facets(entries: &[Entry]) -> Facets {
    let mut facets = Facets::default();
    for entry in entries {
        facets.episodes.extend(
            entry
                .episodes
                .iter()
                .filter(|name| !name.is_empty())
                .cloned(),
        );
        facets.parties.extend(entry.parties.iter().cloned());
        facets.outlets.extend(entry.outlets.iter().cloned());
        if !entry.place.is_empty() {
            facets.places.insert(entry.place.clone());
        }
    }
    facets
}

/// A filter made ready for many entries.
pub struct Sieve<'f> {
    filter: &'f Filter,
    words: Vec<String>,
    place: String,
    party: String,
    outlet: String,
}

impl<'f> Sieve<'f> {
    /// Prepares a filter.
    pub fn new(filter: &'f Filter) -> Self {
        let words = filter.words.to_lowercase();
        Sieve {
            filter,
            words: words.split_whitespace().map(str::to_owned).collect(),
            place: filter.place.to_lowercase(),
            party: filter.party.to_lowercase(),
            outlet: filter.outlet.to_lowercase(),
        }
    }

    /// Whether an entry passes; `judged` says whether it was judged.
    pub fn passes(&self, entry: &Entry, judged: bool) -> bool {
        let filter = self.filter;
        let kind = match filter.kind.as_str() {
            "" => entry.sort != Sort::Single,
            kind => entry.sort.name() == kind,
        };
        let judged = match filter.judged {
            Judged::Todo => !judged,
            Judged::Done => judged,
            Judged::All => true,
        };
        let is = |wish: &str, value: &str| wish.is_empty() || wish == value;
        kind && judged
            && is(&filter.question, entry.question.as_str())
            && is(&filter.status, entry.status)
            && (filter.episode.is_empty() || entry.episodes.contains(&filter.episode))
            && starts(&self.place, std::iter::once(&entry.place))
            && starts(&self.party, entry.parties.iter())
            && starts(&self.outlet, entry.outlets.iter())
            && self.in_time(entry)
            && self.matches_words(entry)
    }

    /// Whether an entry holds every word that is searched for.
    pub fn matches_words(&self, entry: &Entry) -> bool {
        self.words
            .iter()
            .all(|word| entry.text.contains(word.as_str()))
    }

    fn in_time(&self, entry: &Entry) -> bool {
        let late = self
            .filter
            .from
            .is_none_or(|from| entry.dates.is_some_and(|dates| dates.last >= from));
        let early = self
            .filter
            .to
            .is_none_or(|to| entry.dates.is_some_and(|dates| dates.first <= to));
        late && early
    }
}

fn starts<'v>(wish: &str, values: impl Iterator<Item = &'v String>) -> bool {
    let mut values = values;
    wish.is_empty() || values.any(|value| value.to_lowercase().starts_with(wish))
}
