//! "The reports were fabricated", "the army inflated the toll": a verb that judges what the text told before.

use crate::lexicon::cues::{CueClass, CuePart};
use crate::lexicon::words::{LIST, Set};
use crate::model::claim::{Claim, Stance};
use crate::model::parsed::{Dep, Pos, Tag};

use super::super::cue::{is_negated, judged_as_made_up};
use super::super::reading::Reading;
use super::{Answer, is_told_below, points_back};

/// "the reports were fabricated": what the participle judges, where the sentence does not tell what it was.
pub(super) fn made_up(reading: &Reading, token: usize, claimed: &[Claim]) -> Option<Answer> {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let judged = judged_as_made_up(tree, &lexicon.cues, &lexicon.words, token);
    let judged = judged.map(|(noun, entry)| (noun, entry.line));
    let (noun, line) = judged.or_else(|| Some((inflated(reading, token)?, LIST)))?;
    let told = is_told_below(reading, claimed, noun);
    let open = !told && points_back(reading, noun) && !is_negated(tree, &lexicon.words, token);
    open.then_some((Some(noun), Stance::Deny, line))
}

/// "had levelled baseless allegations", "against these false charges": an adjective of denial before the word for what was said,
/// where somebody reports the clause.
pub(super) fn baseless(reading: &Reading, token: usize, claimed: &[Claim]) -> Option<Answer> {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let noun = charge_called(reading, token)?;
    let entry = lexicon.cues.find(tree.lemma(token), CuePart::Adjective)?;
    let verb = tree.head_verb(noun)?;
    // "accused him of levelling false charges" is told as such.
    let mut own = reading.cues.iter().filter(|cue| cue.token == verb);
    let own = own.any(|cue| cue.contents.iter().any(|&at| tree.is_verb(at)));
    let told = own || is_told_below(reading, claimed, noun);
    let mut voices = reading.voices_of(verb).into_iter();
    let reported = voices.any(|voice| voice.speaker.is_some());
    let open = !told && (reported || reading.is_somebodys());
    open.then_some((Some(noun), Stance::Deny, entry.line))
}

/// "Rivera had levelled baseless allegations": Rivera.
pub(super) fn accuser(reading: &Reading, charge: usize) -> Option<usize> {
    let tree = &reading.tree;
    let verb = tree
        .head(charge)
        .filter(|_| tree.dep(charge) == Dep::Dobj)?;
    let subject = tree.kid(verb, Dep::Nsubj)?;
    tree.is_nominal(subject).then_some(subject)
}

/// The noun for a charge that an adjective of denial calls so.
pub(in crate::extract) fn charge_called(reading: &Reading, token: usize) -> Option<usize> {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let entry = lexicon.cues.find(tree.lemma(token), CuePart::Adjective)?;
    let described = matches!(tree.dep(token), Dep::Amod | Dep::Conj) && tree.pos(token) == Pos::Adj;
    let noun = tree
        .ancestors(token)
        .find(|&at| tree.pos(at) == Pos::Noun)?;
    let charge = lexicon.words.has(Set::ChargeNoun, tree.lemma(noun)) && tree.tag(noun) == Tag::NNS;
    let clause = matches!(tree.dep(noun), Dep::Dobj | Dep::Pobj);
    (entry.class == CueClass::Deny && described && charge && clause).then_some(noun)
}

/// "the army inflated the toll", "invented the number", "branded the figure magic arithmetic": the noun of the figure.
fn inflated(reading: &Reading, verb: usize) -> Option<usize> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    if !tree.is_verb(verb) {
        return None;
    }
    let tally = |&figure: &usize| {
        let sets = [Set::FigureNoun, Set::TallyNoun];
        let counts = sets.iter().any(|&set| words.has(set, tree.lemma(figure)));
        counts && tree.pos(figure) == Pos::Noun
    };
    let inflates = words.has(Set::InflatingVerb, tree.lemma(verb));
    let object = tree.kid(verb, Dep::Dobj).filter(|_| inflates).filter(tally);
    // The parser may take what is branded for a part of the word that brands it.
    let brands = words.has(Set::BrandingVerb, tree.lemma(verb));
    let mut behind = (verb + 1..tree.len()).take(NEAR).filter(|_| brands);
    let branded =
        || behind.find(|at| tally(at) && tree.kid(*at, Dep::Det).is_none_or(|det| det > verb));
    object.or_else(branded)
}

/// Tokens behind a verb within which what it brands stands.
const NEAR: usize = 2;
