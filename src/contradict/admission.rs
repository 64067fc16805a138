//! Words by which a party owns to what it had said otherwise.

use std::collections::BTreeSet;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU8, Ordering};

use crate::lexicon::admissions::Admissions;
use crate::lexicon::cues::{CueClass, Cues};
use crate::lexicon::likeness::share;
use crate::model::claim::{Claim, LexiconLine};

use super::Context;
use super::view::View;

/// Share of the telling words of each claim that the other's sentence must hold, in the same words or near in meaning.
const LEAST_TELLING: f32 = 0.6;

/// Letters between two sentences that follow each other.
const NEXT: u32 = 4;

/// Claims before one that are looked at for the sentence before its own.
const LOOK_BACK: u32 = 6;

/// Whether a claim is told with a word of admission, or its sentence tells that its speaker goes back on his word, or goes
/// on where the sentence before did ("He admitted ... \"They were beaten.\"").
pub(super) fn admits(view: &View<'_>, context: &Context<'_>) -> bool {
    is_admission(view.index, context)
}

/// The same of a claim, by its index.
pub(super) fn is_admission(index: u32, context: &Context<'_>) -> bool {
    context.admissions.get_or(index, || {
        let claim = &context.claims[index as usize];
        let named = claim.party.is_some() || claim.speaker.is_some();
        named && (owns(claim, context) || goes_on(index, context))
    })
}

/// What was found out about claims, kept because hot places ask it again and again.
#[derive(Debug, Default)]
pub(crate) struct Known(Vec<AtomicU8>);

impl Known {
    /// Nothing is known of so many claims.
    pub(super) fn nothing(claims: usize) -> Self {
        Known((0..claims).map(|_| AtomicU8::new(UNKNOWN)).collect())
    }

    fn get_or(&self, index: u32, find: impl FnOnce() -> bool) -> bool {
        // Whoever asks first writes what everybody else would find, so no order is needed.
        let known = &self.0[index as usize];
        match known.load(Ordering::Relaxed) {
            UNKNOWN => {
                let found = find();
                known.store(u8::from(found), Ordering::Relaxed);
                found
            }
            found => found == 1,
        }
    }
}

/// Neither 0 (no) nor 1 (yes).
const UNKNOWN: u8 = 2;

fn goes_on(index: u32, context: &Context<'_>) -> bool {
    let claim = &context.claims[index as usize];
    let before = (index.saturating_sub(LOOK_BACK)..index)
        .filter_map(|index| context.claims.get(index as usize));
    let mut next = before.filter(|earlier| {
        let follows = earlier.sentence.end <= claim.sentence.start
            && claim.sentence.start - earlier.sentence.end <= NEXT;
        let place = earlier.article == claim.article && earlier.field == claim.field;
        place && follows && earlier.party_name() == claim.party_name()
    });
    next.any(|earlier| owns(earlier, context))
}

fn owns(claim: &Claim, context: &Context<'_>) -> bool {
    if has_cue(claim) {
        return true;
    }
    let article = context.articles.get(claim.article as usize);
    let sentence = article.map(|article| claim.sentence.of(article.text(claim.field)));
    sentence.is_some_and(|text| Admissions::embedded().shows(text))
}

/// Whether a claim is told with a word of admission.
pub(super) fn is_cue(view: &View<'_>) -> bool {
    has_cue(view.claim)
}

fn has_cue(claim: &Claim) -> bool {
    let line = claim.cue.as_ref().and_then(|cue| cue.line);
    line.is_some_and(|line| ADMITTING.contains(&line))
}

/// Whether what one claim asserts follows from the other's, or stands in its sentence in words near in meaning.
pub(super) fn is_worded_alike(view: &View<'_>, answer: &View<'_>, context: &Context<'_>) -> bool {
    let key = |view: &View<'_>| view.claim.assertion.value.clone();
    let follows = |a: &View<'_>, b: &View<'_>| {
        let implied = context.assertions.implied(&key(a), &key(b));
        implied == Some(false)
    };
    if follows(view, answer) || follows(answer, view) {
        return true;
    }
    let (admitted, told) = (view.telling(), answer.telling());
    let shares =
        |words: &[_], others: &[_]| !words.is_empty() && share(words, others) >= LEAST_TELLING;
    shares(&admitted, &answer.senses()) && shares(&told, &view.senses())
}

/// Lines of the words that hold a thing true against an expectation.
static ADMITTING: LazyLock<BTreeSet<LexiconLine>> = LazyLock::new(|| {
    let cues = Cues::embedded();
    cues.lines(CueClass::Confirm).collect()
});
