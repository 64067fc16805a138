//! "Poured cold water on the claim", "that does not add up": idioms that deny what was said before (`denial_idioms.tsv`).

use crate::lexicon::denial_idioms::Idiom;
use crate::lexicon::words::Set;
use crate::model::claim::Stance;
use crate::model::parsed::{Dep, EntityLabel, Pos, Tag};

use super::super::cue::{is_hypothetical, is_negated, is_purpose};
use super::super::reading::Reading;
use super::super::voice::Voice;
use super::Answer;
use super::reply::reporters;
use super::target::{points_back, tells};

/// What an idiom denies, where it names it, and the line of the list.
pub(in super::super) fn idiom(reading: &Reading, token: usize) -> Option<Answer> {
    let tree = &reading.tree;
    let (idiom, last) = denial(reading, token)?;
    let denied = match idiom.by_subject {
        true => (last + 1..tree.len())
            .filter(|&at| tree.head(at) == Some(last))
            .find(|&at| tree.is_nominal(at)),
        false if idiom.charged => None,
        false => tree.subject(token),
    };
    // "bristled at the suggestion that he had fled": what is denied is told.
    // "did not buy him": a person is nothing that was said.
    let person = |at: usize| {
        let words = &reading.lexicon().words;
        idiom.by_subject && words.has(Set::PersonPronoun, tree.lemma(at))
    };
    let pronoun = |at: usize| tree.pos(at) == Pos::Pron && !person(at);
    let answers = |&at: &usize| pronoun(at) || points_back(reading, at) && !tells(tree, at);
    // "pours cold water on the party": it says of nothing that it is untrue.
    let denies = denied
        .as_ref()
        .map_or(idiom.by_subject || idiom.charged, answers);
    denies.then_some((denied, Stance::Deny, idiom.line))
}

/// Whether the idiom at `token` denies only what its subject is charged with.
pub(super) fn of_charge(reading: &Reading, token: usize) -> bool {
    found(reading, token).is_some_and(|(idiom, _)| idiom.charged)
}

/// "Norway had acted in good faith, Roe said": whether the idiom at `token` clears a land of nothing that it is charged with;
/// a firm or its board is cleared by its own.
pub(super) fn clears_another(reading: &Reading, token: usize) -> bool {
    let tree = &reading.tree;
    let cleared =
        found(reading, token).is_some_and(|(idiom, _)| idiom.charged && !idiom.by_subject);
    let subject = tree.subject(token).filter(|_| cleared);
    subject.is_some_and(|at| tree.label(at) == Some(EntityLabel::Gpe))
}

/// "The union has it wrong": whether the subject of the verb is whose word is denied.
pub(super) fn errs(reading: &Reading, token: usize) -> bool {
    found(reading, token).is_some_and(|(idiom, _)| idiom.errs)
}

/// Who denies by the idiom at `token`.
pub(super) fn deniers(reading: &Reading, token: usize) -> Option<Vec<Voice>> {
    let (idiom, _) = denial(reading, token)?;
    match idiom.by_subject {
        // "was not persuaded".
        true if idiom.passive => {
            let subject = reading.tree.kid(token, Dep::Nsubjpass)?;
            Some(vec![Voice::plain(subject, Stance::Deny)])
        }
        true => None,
        false => Some(reporters(reading, token).unwrap_or_default()),
    }
}

/// The idiom of a verb that denies by itself, and its last word; not one that tells of another that he errs.
fn denial<'r>(reading: &'r Reading, token: usize) -> Option<(&'r Idiom, usize)> {
    found(reading, token).filter(|(idiom, _)| !idiom.errs)
}

/// The idiom of a verb, and its last word.
fn found<'r>(reading: &'r Reading, token: usize) -> Option<(&'r Idiom, usize)> {
    let tree = &reading.tree;
    if !may_hold(reading, token) {
        return None;
    }
    let loose = |at: usize| tree.dep(at) == Dep::Neg || tree.pos(at) == Pos::Adv;
    let all: Vec<usize> = (token + 1..tree.len()).collect();
    // "does not quite hold water".
    let tight: Vec<usize> = all.iter().copied().filter(|&at| !loose(at)).collect();
    let fits = |behind: Vec<usize>| fitting(reading, token, &behind);
    [all, tight].into_iter().find_map(fits)
}

/// Whether a token is a verb of idioms and tells what is done.
fn may_hold(reading: &Reading, token: usize) -> bool {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let verb = matches!(tree.pos(token), Pos::Verb | Pos::Aux);
    if !verb || lexicon.idioms.of_verb(tree.lemma(token)).is_empty() {
        return false;
    }
    // "is trying to wash its hands of it": not done; "was quick to put that right" was.
    let prompt = |at: usize| lexicon.words.has(Set::PromptWord, tree.lemma(at));
    let tried = is_purpose(tree, token) && !tree.head(token).is_some_and(prompt);
    !tried
}

/// The idiom whose words are those behind its verb, and its last word.
fn fitting<'r>(reading: &'r Reading, verb: usize, behind: &[usize]) -> Option<(&'r Idiom, usize)> {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let lemmas: Vec<&str> = behind.iter().map(|&at| tree.lemma(at)).collect();
    let negated = is_negated(tree, &lexicon.words, verb);
    let helped = |set: Set| {
        let mut kids = tree.kids(verb);
        kids.any(|kid| tree.dep(kid) == Dep::Aux && lexicon.words.has(set, tree.lemma(kid)))
    };
    // "will not hear of it": a refusal, whatever the mood.
    let told = negated || !is_hypothetical(tree, &lexicon.words, verb);
    let mood = |idiom: &&Idiom| {
        idiom.negated == negated
            && (told || idiom.supposed)
            && (!idiom.passive || tree.is_passive(verb))
            && (!idiom.willed || helped(Set::PlannedAux))
            && (!idiom.supposed || helped(Set::OughtAux))
    };
    let mut idioms = lexicon.idioms.of_verb(tree.lemma(verb)).iter().filter(mood);
    idioms.find_map(|idiom| {
        let words = idiom.fits(&lemmas)?;
        let last = words.checked_sub(1).map_or(verb, |at| behind[at]);
        // "put that right wheel on", "was not persuaded to stay": more is said than the idiom.
        let told = |at: Option<usize>| at.is_some_and(|at| tree.tag(at) == Tag::VB);
        let before = tree.dep(last) == Dep::Amod && tree.head(last).is_some_and(|at| at > last);
        let goes_on = before || idiom.passive && told(tree.kid(verb, Dep::Xcomp));
        (!goes_on).then_some((idiom, last))
    })
}
