//! What tells whether a word of another side, right behind the first, tells it otherwise.

use std::sync::LazyLock;

use crate::lexicon::words::{Set, WordSets};
use crate::model::article::Article;
use crate::model::claim::Claim;
use crate::model::pair::Step;

use super::super::fitted::Fitted;
use super::traits::{
    Word, admission, asserted, doers, length, level, modality, named, place, sentence, stands,
    telling, told_in,
};

/// The bits as they are compiled in, read once.
static FITTED: LazyLock<Fitted> =
    LazyLock::new(|| Fitted::parse(include_str!("../data/rival_levels.tsv")));

/// The steps of how likely a word tells otherwise what another has told, by the fitted table.
pub(in super::super) fn steps(told: &Word<'_>, answer: &Word<'_>, article: &Article) -> Vec<Step> {
    let (left, right) = (told.claim, answer.claim);
    FITTED.steps([
        ("prior", "prior"),
        ("stands", stands(left, right, article)),
        ("retort", retort(right)),
        ("charge", charge(told, answer)),
        ("doers", doers(left, right)),
        ("named", named(told, answer)),
        ("sentence", sentence(told, answer)),
        ("first-in-second", level(told_in(told, answer))),
        ("second-in-first", level(told_in(answer, told))),
        ("asserted", asserted(left, right)),
        ("told", telling(told)),
        ("retold", telling(answer)),
        ("first-question", left.question.as_str()),
        ("second-question", right.question.as_str()),
        ("place", place(left, right)),
        ("modality", modality(left, right)),
        ("left-voice", told.kind()),
        ("right-voice", answer.kind()),
        ("length", length(right)),
        ("admission", admission(right)),
    ])
}

/// Whether the word that reports the second says that it answers ("countered", "insisted").
fn retort(answer: &Claim) -> &'static str {
    let sets = WordSets::shared();
    let is_retort = |word: &str| sets.has(Set::RetortWord, &word.to_lowercase());
    let cue = answer.cue.as_ref();
    match cue.is_some_and(|cue| cue.value.split_whitespace().any(is_retort)) {
        true => "yes",
        false => "no",
    }
}

/// Whether the first charges the second's side, and that one the first's.
pub(super) fn charge(told: &Word<'_>, answer: &Word<'_>) -> &'static str {
    let charges = |from: &Word<'_>, to: &Word<'_>| {
        let doer = from
            .claim
            .actor_party
            .as_ref()
            .map(|doer| doer.value.as_str());
        doer.is_some() && doer == to.voice
    };
    match (charges(told, answer), charges(answer, told)) {
        (true, true) => "each-other",
        (true, false) if charges(answer, answer) => "owned",
        (true, false) => "accused",
        (false, true) => "charges",
        (false, false) => "none",
    }
}
