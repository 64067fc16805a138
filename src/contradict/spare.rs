//! Leaves out a doubtful answer of which each side stands in a much surer row with somebody else.
//!
//! A report mostly says a thing to answer one other. Where the sentences of both sides of a row that is no more likely right than not
//! answer other sides by far more surely, they seldom answer each other: of some hundred such rows of test stories that were
//! read one in three did, and none of those told of a dispute that no other row told of.

use compact_str::CompactString;
use rustc_hash::FxHashMap;

use crate::lexicon::parties::is_one_side;
use crate::model::contradiction::{Contradiction, Side};
use crate::model::span::{Span, TextField};

use super::Context;
use super::reply::{OTHER_ACCOUNT, REPLIED, REPLIED_ELSEWHERE};

/// Where a quote stands.
type Sentence = (u32, TextField, Span);

/// Rules that find answers by where they stand and what words they share.
const BY_WORDS: [&str; 3] = [REPLIED.code, REPLIED_ELSEWHERE.code, OTHER_ACCOUNT.code];

/// Weight from which a row is not doubtful.
const SURE: f32 = 0.5;

/// Bits by which the rows of the two quotes are surer.
const SURER: f32 = 1.0;

/// The rows that are left, in their order; `ranked` begins with the weightiest.
pub(super) fn leave_out(ranked: Vec<Contradiction>, context: &Context<'_>) -> Vec<Contradiction> {
    let mut told: FxHashMap<Sentence, Vec<(f32, Option<CompactString>)>> = FxHashMap::default();
    let mut rows = Vec::with_capacity(ranked.len());
    for row in ranked {
        let sides = [(&row.left, &row.right), (&row.right, &row.left)];
        let elsewhere = |(own, other): (&Side, &Side)| {
            let known = sentences(own, context).filter_map(|at| told.get(&at));
            known.flatten().any(|(weight, party)| {
                *weight > row.weight + SURER && !is_one(party.as_deref(), other.party.as_deref())
            })
        };
        let doubtful = row.weight < SURE && BY_WORDS.contains(&row.code);
        if doubtful && sides.into_iter().all(elsewhere) {
            continue;
        }
        for (own, other) in sides {
            for at in sentences(own, context) {
                let answers = told.entry(at).or_default();
                answers.push((row.weight, other.party.clone()));
            }
        }
        rows.push(row);
    }
    rows
}

/// Whether the other side is the same.
fn is_one(left: Option<&str>, right: Option<&str>) -> bool {
    left.zip(right)
        .is_some_and(|(left, right)| is_one_side(left, right))
}

fn sentences(side: &Side, context: &Context<'_>) -> impl Iterator<Item = Sentence> {
    let claims = side.claims.iter();
    claims.map(|&claim| {
        let claim = &context.claims[claim as usize];
        (claim.article, claim.field, claim.sentence)
    })
}
