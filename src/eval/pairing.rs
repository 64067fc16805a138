//! Which claim of the program answers to which gold claim.
//!
//! Claims and gold claims of one sentence are paired one to one. The pairing is the best one: as many pairs as can be
//! whose questions fit, then as many pairs as can be, then the greatest likeness of trigger, place, quantity, stance,
//! party and actor. A gold claim lies in the sentence that holds more than half of its anchor.

use rustc_hash::FxHashMap;

use crate::model::claim::{Claim, Question};
use crate::model::run::Run;
use crate::model::span::{Span, TextField};

use super::assign::assign;
use super::fields;
use super::gold::{Gold, GoldClaim};

/// Worth of a pair whose questions fit; more than any number of pairs that do not.
const FITS: f64 = 1e6;
/// Worth of a pair; more than any likeness.
const PAIRED: f64 = 1e3;

/// How a run's claims answer to the gold.
#[derive(Debug, Clone, Default)]
pub struct Pairing {
    /// For each gold claim the claim it is paired with.
    pub claim_of: Vec<Option<u32>>,
    /// For each claim the gold claim it is paired with.
    pub gold_of: Vec<Option<u32>>,
    /// For each gold claim, whether some claim's sentence holds its anchor.
    pub in_sentence: Vec<bool>,
    /// For each gold claim, whether it is paired and the questions fit.
    pub fits: Vec<bool>,
    /// For each gold claim, the index of its article in the run; `None` when the run lacks it or its anchor.
    pub article_of: Vec<Option<u32>>,
    /// For each article of the run, the index of its episode; `None` when no gold speaks of it.
    pub episode_of: Vec<Option<u32>>,
}

impl Pairing {
    /// The pairs whose questions fit, as gold and claim indices.
    pub fn fitting(&self) -> impl Iterator<Item = (u32, u32)> + '_ {
        let paired = |(gold, claim): (usize, &Option<u32>)| Some((gold as u32, (*claim)?));
        self.claim_of
            .iter()
            .enumerate()
            .filter_map(paired)
            .filter(|&(gold, _)| self.fits[gold as usize])
    }

    /// The gold claims that some claims are paired with.
    pub fn gold_claims(&self, claims: &[u32]) -> Vec<u32> {
        claims
            .iter()
            .filter_map(|&claim| self.gold_of[claim as usize])
            .collect()
    }

    /// The episode of a claim's article; `None` when no gold speaks of it.
    pub fn episode_of_claim(&self, claim: &Claim) -> Option<u32> {
        self.episode_of[claim.article as usize]
    }
}

/// Whether a claim's question can be the gold's.
///
/// Whether an event is put as occurrence, responsibility or cause hangs on how much the sentence says of the doer, so
/// these three fit each other; a figure fits them when both sides carry one.
pub fn is_fit(gold: &GoldClaim, claim: &Claim) -> bool {
    let is_event = |question| {
        matches!(
            question,
            Question::Occurrence | Question::Responsibility | Question::Cause
        )
    };
    let counted = |question| is_event(question) || question == Question::Quantity;
    let both_count = gold.quantity.is_some() && claim.quantity.is_some();
    gold.question == claim.question
        || is_event(gold.question) && is_event(claim.question)
        || both_count && counted(gold.question) && counted(claim.question)
}

/// Pairs the claims of a run with the gold.
pub fn pair(run: &Run, gold: &Gold) -> Pairing {
    let mut pairing = Pairing {
        claim_of: vec![None; gold.claims.len()],
        gold_of: vec![None; run.claims.len()],
        in_sentence: vec![false; gold.claims.len()],
        fits: vec![false; gold.claims.len()],
        article_of: vec![None; gold.claims.len()],
        episode_of: episodes(run, gold),
    };
    let keys = KeyIndex::new(run);
    let sentences = sentences(run);
    let mut groups: FxHashMap<Sentence, Vec<u32>> = FxHashMap::default();
    for (index, claim) in gold.claims.iter().enumerate() {
        pairing.article_of[index] = keys.find(&claim.article);
        let Some(sentence) = locate(run, &sentences, pairing.article_of[index], claim) else {
            continue;
        };
        pairing.in_sentence[index] = true;
        groups.entry(sentence).or_default().push(index as u32);
    }
    for (sentence, members) in groups {
        pair_sentence(run, gold, &members, &sentences[&sentence], &mut pairing);
    }
    pairing
}

/// A sentence with claims.
type Sentence = (u32, TextField, Span);

fn sentences(run: &Run) -> FxHashMap<Sentence, Vec<u32>> {
    let mut found: FxHashMap<Sentence, Vec<u32>> = FxHashMap::default();
    for (index, claim) in run.claims.iter().enumerate() {
        found
            .entry((claim.article, claim.field, claim.sentence))
            .or_default()
            .push(index as u32);
    }
    found
}

/// The sentence with claims that holds more than half of the anchor.
fn locate(
    run: &Run,
    sentences: &FxHashMap<Sentence, Vec<u32>>,
    article: Option<u32>,
    claim: &GoldClaim,
) -> Option<Sentence> {
    let article = article?;
    let anchor = anchor(run, article, claim)?;
    let here = sentences
        .keys()
        .filter(|(at, field, _)| *at == article && *field == claim.field);
    here.filter(|(_, _, span)| common(*span, anchor) * 2 > anchor.end - anchor.start)
        .min()
        .copied()
}

/// Where the anchor stands in its article.
pub fn anchor(run: &Run, article: u32, claim: &GoldClaim) -> Option<Span> {
    let start = run.articles[article as usize]
        .text(claim.field)
        .find(&claim.anchor)?;
    Some(Span::new(start, start + claim.anchor.len()))
}

/// Bytes that two spans share.
pub fn common(left: Span, right: Span) -> u32 {
    left.end
        .min(right.end)
        .saturating_sub(left.start.max(right.start))
}

fn pair_sentence(run: &Run, gold: &Gold, members: &[u32], claims: &[u32], pairing: &mut Pairing) {
    let worth = |gold_index: &u32| -> Vec<f64> {
        let gold_claim = &gold.claims[*gold_index as usize];
        let article = pairing.article_of[*gold_index as usize];
        let anchor = article.and_then(|article| anchor(run, article, gold_claim));
        claims
            .iter()
            .map(|&claim| worth(gold_claim, &run.claims[claim as usize], anchor))
            .collect()
    };
    let weights: Vec<Vec<f64>> = members.iter().map(worth).collect();
    for (row, column) in assign(&weights).into_iter().enumerate() {
        let Some(column) = column else { continue };
        let (gold_index, claim) = (members[row] as usize, claims[column]);
        pairing.claim_of[gold_index] = Some(claim);
        pairing.gold_of[claim as usize] = Some(members[row]);
        pairing.fits[gold_index] = is_fit(&gold.claims[gold_index], &run.claims[claim as usize]);
    }
}

fn worth(gold: &GoldClaim, claim: &Claim, anchor: Option<Span>) -> f64 {
    let base = if is_fit(gold, claim) { FITS } else { PAIRED };
    let in_anchor = anchor.is_some_and(|anchor| common(anchor, claim.trigger) > 0);
    // Likeness in tenths, so that no sum of them reaches a pair's worth.
    let likeness = [
        (in_anchor, 6.0),
        (fields::place(gold, claim), 4.0),
        (fields::quantity(gold, claim), 4.0),
        (fields::stance(gold, claim), 3.0),
        (fields::party(gold, claim), 3.0),
        (gold.question == claim.question, 2.0),
        (fields::actor(gold, claim), 2.0),
        (gold.points_back == claim.back_reference.is_some(), 1.0),
    ];
    base + likeness
        .iter()
        .filter(|(alike, _)| *alike)
        .map(|(_, worth)| worth)
        .sum::<f64>()
}

/// Article indices by key, and by the key's end when the run was started inside the corpus folder.
struct KeyIndex<'a>(Vec<(&'a str, u32)>);

impl<'a> KeyIndex<'a> {
    fn new(run: &'a Run) -> Self {
        KeyIndex(
            run.articles
                .iter()
                .map(|article| article.key.as_str())
                .zip(0..)
                .collect(),
        )
    }

    fn find(&self, key: &str) -> Option<u32> {
        let same = self.0.iter().find(|(own, _)| *own == key);
        let below = || {
            self.0
                .iter()
                .find(|(own, _)| is_end(key, own) || is_end(own, key))
        };
        same.or_else(below).map(|(_, index)| *index)
    }
}

fn is_end(long: &str, short: &str) -> bool {
    long.strip_suffix(short)
        .is_some_and(|head| head.ends_with('/'))
}

fn episodes(run: &Run, gold: &Gold) -> Vec<Option<u32>> {
    let mut found = vec![None; run.articles.len()];
    let keys = KeyIndex::new(run);
    for claim in &gold.claims {
        if let Some(article) = keys.find(&claim.article) {
            found[article as usize] = Some(claim.episode);
        }
    }
    found
}

/// The index of the article with a gold key; `None` when the run lacks it.
pub fn find_article(run: &Run, key: &str) -> Option<u32> {
    KeyIndex::new(run).find(key)
}
