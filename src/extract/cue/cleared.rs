//! "The judge cleared the banker of fraud", "was acquitted of stealing cars": whoever clears somebody of a deed denies that it was
//! his.

use crate::lexicon::cues::CueClass;
use crate::lexicon::words::{LIST, Set, WordSets};
use crate::model::parsed::{EntityLabel, Pos};

use super::super::tree::{OF, Tree};
use super::purpose::is_purpose;
use super::{Cue, is_hypothetical, is_negated, verb_speaker};

/// Whether a cue clears somebody.
pub fn clears(cue: &Cue) -> bool {
    cue.rule == RULE
}

const RULE: &str = "speaker.clearing";

pub(super) fn cleared(tree: &Tree, words: &WordSets, token: usize) -> Option<Cue> {
    let clears = words.has(Set::ClearingVerb, tree.lemma(token))
        && !is_purpose(tree, token)
        && !is_hypothetical(tree, words, token);
    let whom = tree.object(token).filter(|_| clears)?;
    let mut of = [token, whom]
        .into_iter()
        .flat_map(|at| tree.prepositions(at));
    let of = of.find(|&at| at > token && tree.lemma(at) == OF)?;
    let deed = tree.governed(of)?;
    // "cleared of GBH": the parser takes an abbreviation for a name.
    let named = tree.pos(deed) == Pos::Propn && tree.label(deed).is_none();
    let thing = (tree.pos(deed) == Pos::Noun || named) && !words.is_somebody(tree.lemma(deed));
    let charged = thing && !is_ground(tree, words, whom);
    if !charged && !tree.is_verb(deed) {
        return None;
    }
    // "cleared of all charges": which, the text has told before, and the verb says it again.
    let told = words.has(Set::ChargeNoun, tree.lemma(deed));
    Some(Cue {
        token,
        class: CueClass::Deny,
        modality: None,
        line: LIST,
        speaker: verb_speaker(tree, words, token),
        contents: if told {
            vec![token]
        } else {
            tree.conjuncts(deed)
        },
        up: Some(token),
        accused: Some(whom),
        undecided: is_negated(tree, words, token),
        nominal: false,
        charges: false,
        rule: RULE,
    })
}

/// "cleared Norda of rebels", "the road of mines": a stretch of land, and nobody who was charged.
fn is_ground(tree: &Tree, words: &WordSets, noun: usize) -> bool {
    let ground = [
        Set::PlaceNoun,
        Set::FacilityNoun,
        Set::RoadNoun,
        Set::PremisesNoun,
        Set::WorksNoun,
    ];
    let lemma = tree.lemma(noun);
    tree.label(noun) == Some(EntityLabel::Gpe)
        || ground.into_iter().any(|set| words.has(set, lemma))
}
