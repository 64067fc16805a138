//! What somebody finds: "inspectors found cracks in the dam", "the council has counted 2,000 faulty sheets" are the word of
//! those who found it, also where nobody reports it.

use crate::lexicon::parties::RoleKind;
use crate::lexicon::words::Set;
use crate::model::claim::Claim;
use crate::model::parsed::{Dep, EntityLabel, Pos, Tag};

use super::anaphora::Memory;
use super::cue::is_hypothetical;
use super::draft::plain_of;
use super::phrase::phrase_text;
use super::reading::Reading;
use super::voice::Voice;

/// The claims of those who find or count something that no other claim of the sentence tells.
pub fn found_claims(reading: &Reading, memory: &Memory, claims: &[Claim]) -> Vec<Claim> {
    let tree = &reading.tree;
    let told = |at: usize| {
        let mut triggers = claims
            .iter()
            .filter_map(|claim| tree.token_at(claim.trigger));
        triggers.any(|trigger| tree.is_below(trigger, at))
    };
    (0..tree.len())
        .filter_map(|verb| finder(reading, verb).map(|finder| (verb, finder)))
        .filter(|(verb, _)| !told(*verb))
        .flat_map(|(verb, finder)| {
            let voices = reading.voices_of(verb).into_iter();
            // "tests found salmonella, the agency announced": the agency says so.
            let owned = voices.map(move |voice| Voice {
                speaker: voice.speaker.or(finder),
                ..voice
            });
            owned
                .filter(|voice| !voice.presupposed && voice.speaker.is_some())
                .flat_map(move |voice| plain_of(reading, verb, &voice, memory))
                .collect::<Vec<_>>()
        })
        .collect()
}

/// Who finds a thing in the clause of a verb: `Some(None)` where nobody who could say so.
fn finder(reading: &Reading, verb: usize) -> Option<Option<usize>> {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let words = &lexicon.words;
    let finds = tree.is_verb(verb)
        && words.has(Set::FindingVerb, tree.lemma(verb))
        && !tree.is_passive(verb)
        && matches!(tree.dep(verb), Dep::Root | Dep::Conj | Dep::Ccomp)
        && !is_hypothetical(tree, words, verb);
    // "found him guilty", "found that it leaked".
    let judges = tree.kids(verb).any(|kid| {
        matches!(
            tree.dep(kid),
            Dep::Ccomp | Dep::Xcomp | Dep::Oprd | Dep::Acomp | Dep::Attr | Dep::Prt
        )
    });
    let object = tree.kid(verb, Dep::Dobj).filter(|_| finds && !judges)?;
    let thing = tree.pos(object) == Pos::Noun
        && !words.has(Set::BackNoun, tree.lemma(object))
        && !words.has(Set::TruthNoun, tree.lemma(object))
        && (lexicon.frames.of_noun(tree.lemma(object)).is_empty()
            || tree.kid(object, Dep::Nummod).is_some());
    // "found hope", "is finding new allies", "count on it": idioms.
    let told = tree.tag(object) == Tag::NNS
        || tree
            .kids(object)
            .any(|kid| matches!(tree.dep(kid), Dep::Det | Dep::Nummod))
        // "found lead in the paint": where it was.
        || tree
            .prepositions(object)
            .any(|kid| words.has(Set::PlacePreposition, tree.lemma(kid)));
    let counted = !words.has(Set::CountVerb, tree.lemma(verb))
        || tree.kids(object).any(|kid| tree.dep(kid) == Dep::Nummod);
    // "counted 300 protesters": a frame tells it.
    let framed = reading.events.iter().any(|event| event.trigger == verb);
    let open = thing && told && counted && !framed && tree.tag(verb) != Tag::VBG;
    let subject = tree.kid(verb, Dep::Nsubj).filter(|_| open)?;
    let speaks = |at: &usize| can_find(reading, *at);
    // "tests by the city found lead": the city's.
    let issuer = || tree.issuer(subject).filter(speaks);
    Some(Some(subject).filter(speaks).or_else(issuer))
}

/// Whether a noun names a body or a side that may find something.
fn can_find(reading: &Reading, at: usize) -> bool {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let role = lexicon.parties.role_of(tree.word(at));
    let body = role.is_some_and(|role| {
        matches!(
            role.kind,
            RoleKind::Body | RoleKind::Force | RoleKind::Institution
        )
    });
    let side = || {
        let name = phrase_text(tree, &lexicon.words, at).0;
        tree.label(at) == Some(EntityLabel::Org) || lexicon.is_side(&name)
    };
    tree.is_nominal(at) && tree.pos(at) != Pos::Pron && (body || side())
}
