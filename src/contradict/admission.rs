//! Words by which a party owns to what it had said otherwise.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::lexicon::admissions::Admissions;
use crate::lexicon::cues::{CueClass, Cues};
use crate::lexicon::likeness::share;
use crate::model::claim::LexiconLine;

use super::Context;
use super::view::View;

/// Share of the telling words of each claim that the other's sentence must hold, in the same words or near in meaning.
const LEAST_TELLING: f32 = 0.6;

/// Whether a claim is told with a word of admission, or its sentence tells that its speaker goes back on his word.
pub(super) fn admits(view: &View<'_>, context: &Context<'_>) -> bool {
    if is_cue(view) {
        return true;
    }
    let article = context.articles.get(view.claim.article as usize);
    let sentence = article.map(|article| view.claim.sentence.of(article.text(view.claim.field)));
    view.party.is_some() && sentence.is_some_and(|text| Admissions::embedded().shows(text))
}

/// Whether a claim is told with a word of admission.
pub(super) fn is_cue(view: &View<'_>) -> bool {
    let line = view.claim.cue.as_ref().and_then(|cue| cue.line);
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
