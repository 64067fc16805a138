//! Words by which a party owns to what it had said otherwise.

use std::collections::BTreeSet;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU8, Ordering};

use crate::lexicon::admissions::{Admissions, Shown};
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

/// How a claim shows that its speaker owns to what he had said otherwise, from the weakest sign up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub(super) enum Owning {
    /// Not at all.
    No,
    /// Its sentence holds a phrase that is said of other things as well.
    Hint,
    /// It goes on where a plainer sentence stood right before ("He admitted ... \"They were beaten.\"").
    GoesOn,
    /// Its sentence tells that its speaker goes back on his word.
    Phrase,
    /// It is told with a word of admission.
    Cue,
}

impl Owning {
    /// All, by the number of each.
    const ALL: [Owning; 5] = [
        Owning::No,
        Owning::Hint,
        Owning::GoesOn,
        Owning::Phrase,
        Owning::Cue,
    ];

    pub(super) fn as_str(self) -> &'static str {
        match self {
            Owning::No => "no",
            Owning::Hint => "hint",
            Owning::GoesOn => "goes-on",
            Owning::Phrase => "phrase",
            Owning::Cue => "cue",
        }
    }
}

/// Whether a claim plainly is an admission.
pub(super) fn admits(view: &View<'_>, context: &Context<'_>) -> bool {
    is_admission(view.index, context)
}

/// The same of a claim, by its index.
pub(super) fn is_admission(index: u32, context: &Context<'_>) -> bool {
    owning(index, context) > Owning::Hint
}

/// How a claim shows that its speaker owns to something.
pub(super) fn owning(index: u32, context: &Context<'_>) -> Owning {
    context.admissions.get_or(index, || {
        let claim = &context.claims[index as usize];
        if claim.party.is_none() && claim.speaker.is_none() {
            return Owning::No;
        }
        match owns(claim, context) {
            plain @ (Owning::Cue | Owning::Phrase) => plain,
            _ if goes_on(index, context) => Owning::GoesOn,
            other => other,
        }
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

    fn get_or(&self, index: u32, find: impl FnOnce() -> Owning) -> Owning {
        // Whoever asks first writes what everybody else would find, so no order is needed.
        let known = &self.0[index as usize];
        let number = known.load(Ordering::Relaxed);
        let found = Owning::ALL.get(usize::from(number)).copied();
        found.unwrap_or_else(|| {
            let found = find();
            known.store(found as u8, Ordering::Relaxed);
            found
        })
    }
}

/// The number of no [`Owning`].
const UNKNOWN: u8 = u8::MAX;

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
    next.any(|earlier| owns(earlier, context) > Owning::Hint)
}

/// How a claim's own sentence shows it.
fn owns(claim: &Claim, context: &Context<'_>) -> Owning {
    if has_cue(claim) {
        return Owning::Cue;
    }
    let article = context.articles.get(claim.article as usize);
    let sentence = article.map(|article| claim.sentence.of(article.text(claim.field)));
    match sentence.and_then(|text| Admissions::embedded().shown(text)) {
        Some(Shown::Plainly) => Owning::Phrase,
        Some(Shown::Hint) => Owning::Hint,
        None => Owning::No,
    }
}

/// Whether a claim is told with a word of admission.
pub(super) fn is_cue(view: &View<'_>) -> bool {
    has_cue(view.claim)
}

/// The same of a claim.
pub(super) fn has_cue(claim: &Claim) -> bool {
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
