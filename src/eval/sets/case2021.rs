//! CASE 2021, task 2: conflict snippets of thirty event classes (Haneczok et al., "Fine-grained Event Classification in
//! News-like Text Snippets", 2021).
//!
//! `case_classes.tsv` says which classes are one group to us and which claims stand for a group. A snippet's answer is
//! the group of the highest rank among its claims. Precision, recall and F1 of a group are over all snippets, so a
//! claim in a snippet of a class that no group covers is a false one; weighted F1 is over the snippets of covered classes.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::eval::finding::Finding;
use crate::lexicon::case_classes::{self, CaseClass, Kind};
use crate::model::article::Article;
use crate::model::claim::{Claim, Modality, Stance};
use crate::model::measure::{Measure, f1};
use crate::pipeline::{Tools, batch_claims};

/// Name of the set in reports.
pub const SET: &str = "case2021";

/// A snippet of the set.
#[derive(Debug, Deserialize)]
pub struct Snippet {
    id: String,
    text: String,
    label: String,
}

/// A snippet's wanted group and our answer; `None` where no group covers the class or no claim speaks for one.
struct Verdict {
    wanted: Option<&'static str>,
    ours: Option<&'static str>,
}

/// Figures by group, weighted F1, and the snippets that went wrong.
pub fn measure(snippets: &[Snippet], tools: &Tools) -> (Vec<Measure>, Vec<Finding>) {
    let classes = case_classes::embedded();
    let articles: Vec<Article> = snippets.iter().map(Snippet::article).collect();
    let claims = batch_claims(0, &articles, tools);
    let mut verdicts = Vec::new();
    let mut findings = Vec::new();
    for (snippet, drawn) in snippets.iter().zip(&claims) {
        let verdict = Verdict {
            wanted: find_group(&classes, |line| {
                line.kind == Kind::Class && line.key == snippet.label
            }),
            ours: find_group(&classes, |line| {
                drawn.claims.iter().any(|claim| speaks_for(claim, line))
            }),
        };
        findings.extend(finding(snippet, &drawn.claims, &verdict));
        verdicts.push(verdict);
    }
    findings.sort();
    (measures(&verdicts), findings)
}

impl Snippet {
    fn article(&self) -> Article {
        Article {
            key: self.id.clone(),
            body: self.text.clone(),
            ..Article::default()
        }
    }
}

/// The group of the highest rank that has a line for which the test holds.
fn find_group(classes: &[CaseClass], test: impl Fn(&CaseClass) -> bool) -> Option<&'static str> {
    let fitting = classes.iter().filter(|line| test(line));
    fitting.max_by_key(|line| line.rank).map(|line| line.group)
}

fn speaks_for(claim: &Claim, line: &CaseClass) -> bool {
    match line.kind {
        Kind::Class => false,
        Kind::Assertion => {
            claim.assertion.value == line.key
                && claim.stance.value == Stance::Affirm
                && claim.modality.value != Modality::Planned
        }
        Kind::Denied => claim.stance.value == Stance::Deny && claim.question.as_str() == line.key,
        Kind::Rule => claim
            .actor
            .as_ref()
            .is_some_and(|actor| actor.rule == line.key),
    }
}

fn measures(verdicts: &[Verdict]) -> Vec<Measure> {
    let mut wanted: BTreeMap<&'static str, u64> = BTreeMap::new();
    for group in verdicts.iter().filter_map(|verdict| verdict.wanted) {
        *wanted.entry(group).or_default() += 1;
    }
    let covered: u64 = wanted.values().sum();
    let mut weighted = 0.0;
    let mut all = Vec::new();
    for (&group, &count) in &wanted {
        let within = verdicts.iter().filter(|verdict| verdict.wanted.is_some());
        weighted += of_group(within, group)[2].value * count as f64 / covered.max(1) as f64;
        all.extend(
            of_group(verdicts.iter(), group)
                .into_iter()
                .map(|measure| measure.of(group)),
        );
    }
    all.insert(0, Measure::mean(SET, "weighted_f1", weighted));
    all.insert(
        1,
        Measure::share(SET, "covered", covered, verdicts.len() as u64),
    );
    all
}

/// Precision, recall and F1 of a group.
fn of_group<'v>(verdicts: impl Iterator<Item = &'v Verdict>, group: &'static str) -> [Measure; 3] {
    let (mut right, mut ours, mut wanted) = (0, 0, 0);
    for verdict in verdicts {
        let (is_ours, is_wanted) = (verdict.ours == Some(group), verdict.wanted == Some(group));
        right += u64::from(is_ours && is_wanted);
        ours += u64::from(is_ours);
        wanted += u64::from(is_wanted);
    }
    let (precision, recall) = (
        Measure::share(SET, "precision", right, ours),
        Measure::share(SET, "recall", right, wanted),
    );
    let both = Measure::mean(SET, "f1", f1(precision.value, recall.value));
    [precision, recall, both]
}

fn finding(snippet: &Snippet, claims: &[Claim], verdict: &Verdict) -> Option<Finding> {
    let sort = match (verdict.wanted, verdict.ours) {
        (wanted, ours) if wanted == ours => return None,
        (Some(_), None) => "case2021.missed",
        (None, Some(_)) => "case2021.false",
        _ => "case2021.other",
    };
    let shown: Vec<String> = claims
        .iter()
        .map(|claim| format!("{:?} {}", claim.stance.value, claim.assertion.value))
        .collect();
    Some(Finding {
        sort,
        place: snippet.id.clone(),
        text: snippet.text.clone(),
        gold: format!("{} ({})", snippet.label, verdict.wanted.unwrap_or("-")),
        ours: format!("{} ({})", verdict.ours.unwrap_or("-"), shown.join(", ")),
    })
}
