//! Reviewers' verdicts and claims to corrected claims, pairs to hold together or apart, and contradictions judged wrong.
//!
//! A verdict names claims by their words ([`keys`]), so it finds them again however the articles are stored, numbered or
//! clustered. Where two verdicts disagree the later one is obeyed and the earlier one says by which it was overruled
//! ([`Fate`]); none is dropped.

mod correct;
mod key;
mod links;

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use crate::lexicon::parties::PartyLexicon;
use crate::lexicon::places::Gazetteer;
use crate::model::article::Article;
use crate::model::claim::Claim;
use crate::model::contradiction::{Contradiction, Side, Status};
use crate::model::verdict::{Answer, Fate, Field, Judgement, Mark, Verdict, in_force};

pub use correct::{Correction, read_correction};
pub use key::{keys, mark};

/// What a run has to do so that the verdicts are obeyed.
#[derive(Debug, Clone, Default)]
pub struct Orders {
    /// Pairs of claims, by index, that belong together; they contradict none of `apart`.
    pub together: Vec<(u32, u32)>,
    /// Pairs of claims that never belong together.
    pub apart: Vec<(u32, u32)>,
    /// Judged contradictions: the claims of each side and the verdict's place.
    judged: Vec<Judged>,
    /// Claims before they were corrected, by index, ascending.
    pub uncorrected: Vec<(u32, Claim)>,
    fates: Vec<Fate>,
}

#[derive(Debug, Clone)]
struct Judged {
    left: Vec<u32>,
    right: Vec<u32>,
    answer: Answer,
    verdict: usize,
}

/// The claims that each key means.
struct Known(FxHashMap<compact_str::CompactString, Vec<u32>>);

impl Known {
    fn new(keys: Vec<compact_str::CompactString>) -> Known {
        let mut known: FxHashMap<_, Vec<u32>> = FxHashMap::default();
        for (index, key) in (0..).zip(keys) {
            known.entry(key).or_default().push(index);
        }
        Known(known)
    }

    fn find(&self, mark: &Mark) -> &[u32] {
        self.0.get(&mark.key).map_or(&[], Vec::as_slice)
    }

    fn find_all(&self, marks: &[Mark]) -> Vec<u32> {
        marks
            .iter()
            .flat_map(|mark| self.find(mark))
            .copied()
            .collect()
    }

    /// How much of a judgement's text is there.
    fn presence(&self, judgement: &Judgement) -> Fate {
        let marks = judgement.marks();
        let missing = marks.iter().filter(|mark| self.find(mark).is_empty());
        match missing.count() {
            0 => Fate::Obeyed,
            missing if missing == marks.len() => Fate::Gone,
            missing => Fate::Partly(missing as u32),
        }
    }
}

/// What the verdicts make of each other when every text that they name is there; in their order.
pub fn quarrels(verdicts: &[Verdict]) -> Vec<Fate> {
    let marks = verdicts
        .iter()
        .flat_map(|verdict| verdict.judgement.marks());
    let keys: BTreeSet<_> = marks.map(|mark| mark.key.clone()).collect();
    let known = Known::new(keys.into_iter().collect());
    let latest = latest_first(verdicts);
    let mut fates = presence(verdicts, &latest, &known);
    links::settle(verdicts, &latest, &known, &mut fates);
    let mut done = FxHashMap::default();
    for &at in &latest {
        let Some((matter, says)) = statement(&verdicts[at].judgement) else {
            continue;
        };
        let (first, by) = done.entry(matter).or_insert((says.clone(), at));
        if *first != says {
            fates[at] = Fate::Overruled(verdicts[*by].id.clone());
        }
    }
    fates
}

/// What a judgement speaks of, and what it says of it.
type Statement<'a> = ((Vec<&'a str>, Option<Field>), String);

/// What a verdict that links nothing is about, and what it says of it.
fn statement(judgement: &Judgement) -> Option<Statement<'_>> {
    match judgement {
        Judgement::Contradiction {
            left,
            right,
            answer,
        } => {
            let mut keys = vec![left.key.as_str(), right.key.as_str()];
            keys.sort_unstable();
            Some(((keys, None), format!("{answer:?}")))
        }
        Judgement::Correct {
            claim,
            field,
            value,
        } => Some(((vec![claim.key.as_str()], Some(*field)), value.clone())),
        _ => None,
    }
}

/// The verdicts in force, the latest first: what is settled already overrules what comes.
fn latest_first(verdicts: &[Verdict]) -> Vec<usize> {
    let mut latest = in_force(verdicts);
    latest.reverse();
    latest
}

/// What would become of each verdict if none was against another.
fn presence(verdicts: &[Verdict], latest: &[usize], known: &Known) -> Vec<Fate> {
    let mut fates = vec![Fate::Undone; verdicts.len()];
    for &at in latest {
        fates[at] = known.presence(&verdicts[at].judgement);
    }
    for (fate, verdict) in fates.iter_mut().zip(verdicts) {
        // Undo and redo are obeyed by what they did to others.
        if matches!(
            verdict.judgement,
            Judgement::Undo { .. } | Judgement::Redo { .. }
        ) {
            *fate = Fate::Obeyed;
        }
    }
    fates
}

/// Corrects `claims` as the verdicts say and works out what else they demand.
pub fn prepare(claims: &mut [Claim], articles: &[Article], verdicts: &[Verdict]) -> Orders {
    if verdicts.is_empty() {
        return Orders::default();
    }
    let known = Known::new(keys(claims, articles));
    let latest = latest_first(verdicts);
    let mut orders = Orders {
        fates: presence(verdicts, &latest, &known),
        ..Orders::default()
    };
    correct_all(claims, verdicts, &latest, &known, &mut orders);
    let links = links::settle(verdicts, &latest, &known, &mut orders.fates);
    orders.together = links.together;
    orders.apart = links.apart;
    orders.judged = judged(verdicts, &latest, &known);
    orders
}

fn correct_all(
    claims: &mut [Claim],
    verdicts: &[Verdict],
    latest: &[usize],
    known: &Known,
    orders: &mut Orders,
) {
    let mut before = BTreeMap::new();
    let mut done = FxHashMap::default();
    for &at in latest {
        let Judgement::Correct {
            claim,
            field,
            value,
        } = &verdicts[at].judgement
        else {
            continue;
        };
        let (places, parties) = (Gazetteer::embedded(), PartyLexicon::embedded());
        let Ok(correction) = read_correction(*field, value, places, parties) else {
            orders.fates[at] = Fate::Unreadable;
            continue;
        };
        let first: usize = *done.entry((&claim.key, *field)).or_insert(at);
        if first == at {
            for &index in known.find(claim) {
                let drawn = &claims[index as usize];
                before.entry(index).or_insert_with(|| drawn.clone());
                correction.apply(&mut claims[index as usize]);
            }
        } else if !says_the_same(&verdicts[first], value) {
            orders.fates[at] = Fate::Overruled(verdicts[first].id.clone());
        }
    }
    orders.uncorrected = before.into_iter().collect();
}

fn says_the_same(verdict: &Verdict, own: &str) -> bool {
    matches!(&verdict.judgement, Judgement::Correct { value, .. } if value == own)
}

fn judged(verdicts: &[Verdict], latest: &[usize], known: &Known) -> Vec<Judged> {
    let judged = |&verdict: &usize| match &verdicts[verdict].judgement {
        Judgement::Contradiction {
            left,
            right,
            answer,
        } => Some(Judged {
            left: known.find(left).to_vec(),
            right: known.find(right).to_vec(),
            answer: *answer,
            verdict,
        }),
        _ => None,
    };
    latest.iter().filter_map(judged).collect()
}

impl Judged {
    /// Whether the row holds one claim against the other.
    fn is_about(&self, row: &Contradiction) -> bool {
        let holds = |side: &Side, claims: &[u32]| {
            claims
                .iter()
                .any(|claim| side.claims.binary_search(claim).is_ok())
        };
        holds(&row.left, &self.left) && holds(&row.right, &self.right)
            || holds(&row.left, &self.right) && holds(&row.right, &self.left)
    }
}

impl Orders {
    /// Rejects the contradictions that a reviewer judged wrong and says what became of each verdict, in their order.
    pub fn settle(mut self, rows: &mut [Contradiction], verdicts: &[Verdict]) -> Vec<Fate> {
        // The latest verdict on a row is met first.
        let mut answers: Vec<Option<(Answer, usize)>> = vec![None; rows.len()];
        for judged in &self.judged {
            if matches!(self.fates[judged.verdict], Fate::Gone | Fate::Partly(_)) {
                continue;
            }
            let mut fate = Fate::Idle;
            for (row, answer) in rows.iter_mut().zip(&mut answers) {
                if !judged.is_about(row) {
                    continue;
                }
                let (first, by) = *answer.get_or_insert((judged.answer, judged.verdict));
                fate = match first == judged.answer {
                    true => Fate::Obeyed,
                    false => Fate::Overruled(verdicts[by].id.clone()),
                };
                if first == Answer::Wrong {
                    row.status = Status::Rejected;
                }
            }
            self.fates[judged.verdict] = fate;
        }
        self.fates
    }
}
