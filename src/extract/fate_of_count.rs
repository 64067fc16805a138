//! What befell those whom a noun counts: "the number killed", "the number of people detained", "the number of arrests".

use compact_str::CompactString;

use crate::lexicon::assertions::Assertions;
use crate::lexicon::frames::Frame;
use crate::lexicon::numbers::Sense;
use crate::lexicon::words::Set;
use crate::model::claim::{Claim, Found};
use crate::model::parsed::{Dep, Pos, Tag};

use super::fate::FATES;
use super::leftover::{COUNT, COUNTED_RULE};
use super::phrase::object_key;
use super::quantity::PERSON;
use super::reading::Reading;
use super::tree::OF;

/// What befell those whom a noun counts.
struct Fate {
    /// The assertion.
    key: CompactString,
    /// Whether the noun counts the deeds ("arrests"), and so those whom they befell.
    of_deeds: bool,
}

/// A claim that there are so many as one of what befell those whom the noun counts; `None` where nothing tells that.
pub(super) fn fated(reading: &Reading, noun: usize, claim: &Claim) -> Option<Claim> {
    let tree = &reading.tree;
    let fate = fate_of_count(reading, noun)?;
    let mut fated = claim.clone();
    if let Some(quantity) = fated.quantity.as_mut() {
        quantity.value.of = Some(fate.key.clone());
        if fate.of_deeds {
            quantity.value.unit = PERSON.into();
        }
    }
    fated.assertion.value = fate.key;
    let counted = tree.under_preposition(noun, OF).filter(|_| !fate.of_deeds);
    if let Some(counted) = counted {
        let span = tree.sentence.tokens[counted].span;
        fated.object = Some(Found::at(object_key(tree, counted), span, COUNTED_RULE));
    } else if fate.of_deeds {
        fated.object = None;
    }
    Some(fated)
}

/// Claims that there are so many, as [`fated`] where something tells what befell those whom the noun counts.
pub(super) fn fated_all(reading: &Reading, noun: usize, claims: Vec<Claim>) -> Vec<Claim> {
    let told = claims.into_iter();
    told.map(|claim| fated(reading, noun, &claim).unwrap_or(claim))
        .collect()
}

/// What befell those whom a noun counts, as the words under it tell. `None` where they tell nothing, or the noun does not
/// count.
fn fate_of_count(reading: &Reading, noun: usize) -> Option<Fate> {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    if !lexicon.numbers.has(tree.lemma(noun), Sense::CountNoun) && !is_described(reading, noun) {
        return None;
    }
    let told = |key: CompactString, of_deeds| Fate { key, of_deeds };
    let verb = by_participle(reading, noun).map(|key| told(key, false));
    verb.or_else(|| {
        let counted = tree.under_preposition(noun, OF)?;
        let role = by_role(reading, counted).map(|key| told(key, false));
        role.or_else(|| by_deed(reading, counted).map(|key| told(key, true)))
    })
}

/// "put the civilians killed at 40": people, with a participle of their own.
fn is_described(reading: &Reading, noun: usize) -> bool {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let participle = |kid: usize| tree.dep(kid) == Dep::Acl && tree.tag(kid) == Tag::VBN;
    let people = tree.tag(noun) == Tag::NNS && words.has(Set::PersonNoun, tree.lemma(noun));
    people && tree.kids(noun).any(participle)
}

/// "the number killed", "the number of people detained".
fn by_participle(reading: &Reading, noun: usize) -> Option<CompactString> {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let near = |at: &usize| tree.ancestors(*at).take(REACH).any(|over| over == noun);
    let participle = |at: &usize| {
        let told = matches!(tree.dep(*at), Dep::Acl | Dep::Relcl | Dep::Amod | Dep::Pobj);
        told && *at > noun && near(at) && tree.pos(*at) != Pos::Noun
    };
    let fate = |at: usize| {
        let mut frames = lexicon.frames.of_verb(tree.lemma(at)).iter();
        let beside = |frame: &Frame| tree.kids(at).any(|kid| frame.needs_word(tree.lemma(kid)));
        frames.find(|frame| (frame.needs.is_none() || beside(frame)) && is_fate(&frame.assertion))
    };
    let told = (0..tree.len()).filter(participle).find_map(fate);
    told.map(|frame| frame.assertion.clone())
}

/// Relations between a noun that counts and the participle that tells of whom.
const REACH: usize = 3;

/// "the number of marchers": what the list says of whoever counts them.
pub(super) fn by_role(reading: &Reading, counted: usize) -> Option<CompactString> {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let mut frames = lexicon.frames.of_verb(COUNT).iter();
    let frame = frames.find(|frame| frame.needs_word(tree.lemma(counted)))?;
    Some(frame.assertion.clone())
}

/// "the number of arrests": what the deed does to whom it befalls.
fn by_deed(reading: &Reading, counted: usize) -> Option<CompactString> {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let mut frames = lexicon.frames.of_noun(tree.lemma(counted)).iter();
    let plain = frames.find(|frame| frame.needs.is_none() && is_fate(&frame.assertion))?;
    (tree.pos(counted) == Pos::Noun).then(|| plain.assertion.clone())
}

fn is_fate(key: &str) -> bool {
    FATES.contains(&Assertions::builtin().family(key))
}
