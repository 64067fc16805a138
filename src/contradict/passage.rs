//! Gives the sides of a row that was found by its words all that the two quoted sentences say of the matter.
//!
//! A rule of answers takes the likeliest claim of each sentence: "he wrote on 20 November to ask for approval" beside "no
//! letter of that kind had been sent". A reader sees both sentences, so the row stands for what else the same voices say in
//! them.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::model::claim::{Claim, Modality};
use crate::model::contradiction::{Contradiction, Side};
use crate::model::span::{Span, TextField};

use super::Context;
use super::facts::voice;
use super::reply::{OTHER_ACCOUNT, REPLIED, REPLIED_ELSEWHERE};

/// Where a quote stands.
type Sentence = (u32, TextField, Span);

/// Rules that find what is at odds by where it stands and what words it shares.
const BY_WORDS: [&str; 3] = [REPLIED.code, REPLIED_ELSEWHERE.code, OTHER_ACCOUNT.code];

/// Adds to both sides of each such row the claims of its quoted sentences that the same voice makes in the same sense.
pub(super) fn complete(rows: &mut [Contradiction], context: &Context<'_>) {
    let by_words = |row: &&mut Contradiction| BY_WORDS.contains(&row.code);
    let told = told(
        rows.iter().filter(|row| BY_WORDS.contains(&row.code)),
        context,
    );
    for row in rows.iter_mut().filter(by_words) {
        let opposed = [&row.left, &row.right].map(|side| side.claims.clone());
        let sides = [&mut row.left, &mut row.right].into_iter();
        for (side, opposed) in sides.zip(opposed.into_iter().rev()) {
            add(side, &opposed, &told, context);
        }
    }
}

/// The claims of every sentence that the rows quote.
fn told<'r>(
    rows: impl Iterator<Item = &'r Contradiction>,
    context: &Context<'_>,
) -> FxHashMap<Sentence, Vec<u32>> {
    let quotes = rows.flat_map(|row| [row.left.quote, row.right.quote]);
    let quoted: FxHashSet<Sentence> = quotes
        .map(|quote| sentence(&context.claims[quote as usize]))
        .collect();
    let mut told: FxHashMap<Sentence, Vec<u32>> = FxHashMap::default();
    for (index, claim) in (0..).zip(context.claims) {
        let at = sentence(claim);
        if quoted.contains(&at) {
            told.entry(at).or_default().push(index);
        }
    }
    told
}

fn add(
    side: &mut Side,
    opposed: &[u32],
    told: &FxHashMap<Sentence, Vec<u32>>,
    context: &Context<'_>,
) {
    let quote = &context.claims[side.quote as usize];
    let also = |claim: &u32| {
        let other = &context.claims[*claim as usize];
        let same = voice(other) == voice(quote) && other.stance.value == quote.stance.value;
        same && other.modality.value != Modality::Possible && !opposed.contains(claim)
    };
    let of_sentence = told.get(&sentence(quote));
    let new: Vec<u32> = of_sentence
        .into_iter()
        .flatten()
        .copied()
        .filter(also)
        .collect();
    side.claims.extend(new);
    side.claims.sort_unstable();
    side.claims.dedup();
    side.independent_reports = (context.count)(&side.claims);
}

fn sentence(claim: &Claim) -> Sentence {
    (claim.article, claim.field, claim.sentence)
}
