//! Words by which a party owns to what it had said otherwise.

use std::collections::BTreeSet;
use std::sync::LazyLock;

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
    view.party.is_some() && (owns(view.claim, context) || goes_on(view, context))
}

fn goes_on(view: &View<'_>, context: &Context<'_>) -> bool {
    let claim = view.claim;
    let before = (view.index.saturating_sub(LOOK_BACK)..view.index)
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

/// Whether the sentence of a claim gives no day for what it tells.
pub(super) fn is_untold(view: &View<'_>) -> bool {
    let dates = view.claim.dates.as_ref();
    dates.is_none_or(|dates| dates.span.is_none())
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
