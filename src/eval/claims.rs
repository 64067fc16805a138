//! Claims found, missed and made up, and how right the fields of the found ones are.

use crate::model::measure::{Measure, f1};
use crate::model::run::Run;

use super::fields::FIELDS;
use super::finding::{Finding, claim_line, gold_line, gold_text, place_of, sentence};
use super::gold::Gold;
use super::pairing::Pairing;
use super::sample::SET;

/// Recall, precision and field accuracy, over all episodes and for each.
pub fn measure(run: &Run, gold: &Gold, pairing: &Pairing) -> Vec<Measure> {
    let mut found = found(run, gold, pairing, |_| true);
    for (index, episode) in gold.episodes.iter().enumerate() {
        let part = |at: u32| at == index as u32;
        found.extend(
            self::found(run, gold, pairing, part)
                .into_iter()
                .map(|measure| measure.of(episode)),
        );
    }
    found.extend(fields(run, gold, pairing));
    found.push(background(run, pairing));
    found
}

/// Missed claims, false claims and wrong fields.
pub fn findings(run: &Run, gold: &Gold, pairing: &Pairing) -> Vec<Finding> {
    let mut found = missed(run, gold, pairing);
    found.extend(false_claims(run, pairing));
    for (gold_index, claim) in pairing.fitting() {
        found.extend(wrong_fields(run, gold, gold_index, claim));
    }
    found
}

fn found(run: &Run, gold: &Gold, pairing: &Pairing, in_part: impl Fn(u32) -> bool) -> Vec<Measure> {
    let wanted: Vec<usize> = (0..gold.claims.len())
        .filter(|&at| in_part(gold.claims[at].episode))
        .collect();
    let of_gold =
        |test: &dyn Fn(usize) -> bool| wanted.iter().filter(|&&at| test(at)).count() as u64;
    let ours =
        |claim: &&crate::model::claim::Claim| pairing.episode_of_claim(claim).is_some_and(&in_part);
    let (total, ours) = (
        wanted.len() as u64,
        run.claims.iter().filter(ours).count() as u64,
    );
    let (in_sentence, paired, fitting) = (
        of_gold(&|at| pairing.in_sentence[at]),
        of_gold(&|at| pairing.claim_of[at].is_some()),
        of_gold(&|at| pairing.fits[at]),
    );
    let strict = [
        Measure::share(SET, "claims.recall", fitting, total),
        Measure::share(SET, "claims.precision", fitting, ours),
    ];
    let both = f1(strict[1].value, strict[0].value);
    let mut all = vec![
        Measure::share(SET, "claims.anchor_recall", in_sentence, total),
        Measure::share(SET, "claims.anchor_precision", paired, ours),
    ];
    all.extend(strict);
    all.push(Measure::mean(SET, "claims.f1", both));
    all
}

fn fields(run: &Run, gold: &Gold, pairing: &Pairing) -> Vec<Measure> {
    let measure = |field: &super::fields::Field| {
        let verdicts: Vec<bool> = pairing
            .fitting()
            .filter_map(|(at, claim)| {
                (field.judge)(&gold.claims[at as usize], &run.claims[claim as usize])
            })
            .collect();
        let right = verdicts.iter().filter(|&&right| right).count();
        Measure::share(SET, field.metric, right as u64, verdicts.len() as u64)
    };
    FIELDS.iter().map(measure).collect()
}

/// Claims in articles that no gold speaks of.
fn background(run: &Run, pairing: &Pairing) -> Measure {
    let elsewhere = run
        .claims
        .iter()
        .filter(|claim| pairing.episode_of_claim(claim).is_none())
        .count();
    Measure::mean(SET, "claims.background_count", elsewhere as f64)
}

fn missed(run: &Run, gold: &Gold, pairing: &Pairing) -> Vec<Finding> {
    let missed = (0..gold.claims.len()).filter(|&at| !pairing.fits[at]);
    let finding = |at: usize| Finding {
        sort: if pairing.in_sentence[at] {
            "claim.unfit"
        } else {
            "claim.missed"
        },
        place: place_of(gold, at as u32),
        text: gold_text(run, pairing.article_of[at], &gold.claims[at]),
        gold: gold_line(&gold.claims[at]),
        ours: pairing.claim_of[at].map_or(String::new(), |claim| claim_line(run, claim)),
    };
    missed.map(finding).collect()
}

fn false_claims(run: &Run, pairing: &Pairing) -> Vec<Finding> {
    let is_false = |&at: &u32| {
        let claim = &run.claims[at as usize];
        pairing.gold_of[at as usize].is_none() && pairing.episode_of_claim(claim).is_some()
    };
    let finding = |at: u32| Finding {
        sort: "claim.false",
        place: run.articles[run.claims[at as usize].article as usize]
            .key
            .clone(),
        text: sentence(run, at),
        gold: String::new(),
        ours: claim_line(run, at),
    };
    (0..run.claims.len() as u32)
        .filter(is_false)
        .map(finding)
        .collect()
}

fn wrong_fields(run: &Run, gold: &Gold, gold_index: u32, claim_index: u32) -> Vec<Finding> {
    let (gold_claim, claim) = (
        &gold.claims[gold_index as usize],
        &run.claims[claim_index as usize],
    );
    let wrong = FIELDS
        .iter()
        .filter(|field| (field.judge)(gold_claim, claim) == Some(false));
    let finding = |field: &super::fields::Field| Finding {
        sort: field.metric,
        place: place_of(gold, gold_index),
        text: sentence(run, claim_index),
        gold: format!("{} ({})", (field.gold)(gold_claim), gold_claim.assertion),
        ours: (field.ours)(claim),
    };
    wrong.map(finding).collect()
}
