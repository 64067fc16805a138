//! A run laid out for judging: entries, look-ups by id, and what the verdicts say of each.

use compact_str::CompactString;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::config;
use crate::model::contradiction::Contradiction;
use crate::model::run::Run;
use crate::model::verdict::{Answer, Judgement, Mark, Verdict, in_force};
use crate::obey;

use super::closeness::{Tie, ties};
use super::filter::Filter;
use super::queue::{Entry, Facets, Sieve, entries, facets};

/// What an id names; the number is an index into the run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// A contradiction.
    Row(u32),
    /// A cluster.
    Cluster(u32),
    /// A claim.
    Claim(u32),
}

/// A run and what reviewers said of it.
pub struct Desk {
    run: Run,
    keys: Vec<CompactString>,
    cluster_of: Vec<Option<u32>>,
    ties: Vec<Option<Tie>>,
    entries: Vec<Entry>,
    facets: Facets,
    names: FxHashMap<CompactString, Named>,
    opinions: Opinions,
    page: usize,
}

/// What the verdicts in force say.
#[derive(Default)]
struct Opinions {
    /// The answer on each pair of claims, keys in order, and the verdict's place.
    answers: FxHashMap<(CompactString, CompactString), (Answer, usize)>,
    /// Verdicts in force that name each claim, by key.
    of_claim: FxHashMap<CompactString, Vec<usize>>,
    /// Whether each entry was judged.
    judged: Vec<bool>,
}

/// A page of the queue.
pub struct Page<'d> {
    /// Its entries, each with whether it was judged.
    pub entries: Vec<(&'d Entry, bool)>,
    /// Entries that pass the filter.
    pub total: usize,
    /// Number of the page, from 1.
    pub number: usize,
    /// Number of the last page.
    pub last: usize,
}

impl Desk {
    /// Lays out a run.
    pub fn new(run: Run, settings: &config::Review) -> Desk {
        let ties = ties(&run);
        let entries = entries(&run, &ties, settings.uncertain_bits);
        Desk {
            keys: obey::keys(&run.claims, &run.articles),
            cluster_of: run.cluster_of(),
            facets: facets(&entries),
            names: names(&run),
            opinions: Opinions::default(),
            page: settings.page.max(1),
            ties,
            entries,
            run,
        }
    }

    /// The run.
    pub fn run(&self) -> &Run {
        &self.run
    }

    /// What an id names, `None` where this run has no such id.
    pub fn find(&self, id: &str) -> Option<Named> {
        self.names.get(id).copied()
    }

    /// The cluster that an id names or lies in.
    pub fn cluster(&self, named: Named) -> Option<u32> {
        match named {
            Named::Row(row) => Some(self.run.contradictions[row as usize].cluster),
            Named::Cluster(cluster) => Some(cluster),
            Named::Claim(claim) => self.cluster_of[claim as usize],
        }
    }

    /// How a claim hangs on its cluster, `None` for one that is alone.
    pub fn tie(&self, claim: u32) -> Option<&Tie> {
        self.ties[claim as usize].as_ref()
    }

    /// What the entries can be filtered by.
    pub fn facets(&self) -> &Facets {
        &self.facets
    }

    /// A claim as a verdict names it.
    pub fn mark(&self, claim: u32) -> Mark {
        let (claim, key) = (&self.run.claims[claim as usize], &self.keys[claim as usize]);
        obey::mark(claim, &self.run.articles[claim.article as usize], key)
    }

    /// Several claims as a verdict names them.
    pub fn marks(&self, claims: &[u32]) -> Vec<Mark> {
        claims.iter().map(|&claim| self.mark(claim)).collect()
    }

    /// The claim that a mark names in this run, `None` where its text is gone.
    pub fn find_mark(&self, mark: &Mark) -> Option<u32> {
        let at = self.keys.iter().position(|key| *key == mark.key);
        at.map(|at| at as u32)
    }

    /// Takes note of the verdicts.
    pub fn consider(&mut self, verdicts: &[Verdict]) {
        let mut opinions = Opinions::default();
        let mut seen: FxHashSet<&str> = FxHashSet::default();
        for at in in_force(verdicts) {
            let judgement = &verdicts[at].judgement;
            for mark in judgement.marks() {
                opinions
                    .of_claim
                    .entry(mark.key.clone())
                    .or_default()
                    .push(at);
            }
            match judgement {
                Judgement::Contradiction {
                    left,
                    right,
                    answer,
                } => {
                    opinions
                        .answers
                        .insert(pair(&left.key, &right.key), (*answer, at));
                }
                Judgement::Correct { .. } | Judgement::Note { .. } => {}
                judgement => seen.extend(judgement.marks().iter().map(|mark| mark.key.as_str())),
            }
        }
        let judged = |entry: &Entry| match entry.row {
            Some(row) => {
                let row = &self.run.contradictions[row as usize];
                opinions.answers.contains_key(&self.pair(row))
            }
            None => {
                let claims = &self.run.clusters[entry.cluster as usize].claims;
                claims
                    .iter()
                    .all(|&claim| seen.contains(self.keys[claim as usize].as_str()))
            }
        };
        let judged = self.entries.iter().map(judged).collect();
        self.opinions = Opinions { judged, ..opinions };
    }

    fn pair(&self, row: &Contradiction) -> (CompactString, CompactString) {
        pair(
            &self.keys[row.left.quote as usize],
            &self.keys[row.right.quote as usize],
        )
    }

    /// The answer on a contradiction and the verdict's place, `None` while it was not judged.
    pub fn answer(&self, row: &Contradiction) -> Option<(Answer, usize)> {
        self.opinions.answers.get(&self.pair(row)).copied()
    }

    /// Places of the verdicts in force that name a claim.
    pub fn verdicts_on(&self, claim: u32) -> &[usize] {
        let found = self.opinions.of_claim.get(&self.keys[claim as usize]);
        found.map_or(&[], Vec::as_slice)
    }

    /// Entries that pass a filter, by their place in the queue.
    fn passing<'d>(&'d self, filter: &'d Filter) -> impl Iterator<Item = usize> + 'd {
        let sieve = Sieve::new(filter);
        (0..self.entries.len()).filter(move |&at| sieve.passes(&self.entries[at], self.judged(at)))
    }

    fn judged(&self, at: usize) -> bool {
        self.opinions.judged.get(at).copied().unwrap_or(false)
    }

    /// All entries in order, each with whether it was judged.
    pub fn entries(&self) -> impl Iterator<Item = (&Entry, bool)> {
        self.entries
            .iter()
            .enumerate()
            .map(|(at, entry)| (entry, self.judged(at)))
    }

    /// One page of the entries that pass a filter.
    pub fn page(&self, filter: &Filter) -> Page<'_> {
        let found: Vec<usize> = self.passing(filter).collect();
        let last = found.len().div_ceil(self.page).max(1);
        let number = filter.page.clamp(1, last);
        let shown = found.iter().skip((number - 1) * self.page).take(self.page);
        Page {
            entries: shown
                .map(|&at| (&self.entries[at], self.judged(at)))
                .collect(),
            total: found.len(),
            number,
            last,
        }
    }

    /// The entry that comes after (or before) an id among those that pass a filter, around the end; `None` where no
    /// other passes.
    pub fn neighbour(&self, id: &str, filter: &Filter, forward: bool) -> Option<&Entry> {
        let own = self.entries.iter().position(|entry| entry.id == id);
        let found: Vec<usize> = self.passing(filter).filter(|&at| Some(at) != own).collect();
        let own = own.unwrap_or(0);
        let at = match forward {
            true => found.iter().find(|&&at| at > own).or(found.first()),
            false => found.iter().rev().find(|&&at| at < own).or(found.last()),
        };
        at.map(|&at| &self.entries[at])
    }

    /// Entries of the filter that were judged, and all.
    pub fn progress(&self, filter: &Filter) -> (usize, usize) {
        let all = Filter {
            judged: super::filter::Judged::All,
            ..filter.clone()
        };
        let found: Vec<usize> = self.passing(&all).collect();
        (
            found.iter().filter(|&&at| self.judged(at)).count(),
            found.len(),
        )
    }
}

fn pair(left: &CompactString, right: &CompactString) -> (CompactString, CompactString) {
    (left.min(right).clone(), left.max(right).clone())
}

fn names(run: &Run) -> FxHashMap<CompactString, Named> {
    let claims = (0..)
        .zip(&run.claims)
        .map(|(at, claim)| (claim.id.clone(), Named::Claim(at)));
    let clusters = (0..)
        .zip(&run.clusters)
        .map(|(at, cluster)| (cluster.id.clone(), Named::Cluster(at)));
    let rows = (0..)
        .zip(&run.contradictions)
        .map(|(at, row)| (row.id.clone(), Named::Row(at)));
    claims.chain(clusters).chain(rows).collect()
}
