//! The claims that stand for what an answer points back to, until they are tied.

use compact_str::CompactString;

use crate::lexicon::words::Set;
use crate::model::claim::{
    ANSWERED, BackReference, CLAIMANT, Claim, Found, LexiconLine, MATTER, Stance,
};
use crate::model::parsed::{Dep, EntityLabel, Pos, Tag};

use super::super::anaphora::Memory;
use super::super::cue::maker;
use super::super::draft::Draft;
use super::super::phrase::object_key;
use super::super::reading::Reading;
use super::super::tree::OF;
use super::super::voice::Voice;
use super::reply::answered;

/// The rule of an answer that may mean what the outlet tells itself.
pub(super) const TOLD_RULE: &str = "assertion.back-told";

/// The rule of an answer to "the charge", whoever was charged.
pub(super) const CHARGE_RULE: &str = "assertion.back-charge";

/// The rule of an answer to the clause before it.
pub(super) const BESIDE_RULE: &str = "assertion.back-beside";

/// The rule of an answer that clears another of a charge: without a charge it says nothing.
pub(super) const CLEARED_RULE: &str = "assertion.back-cleared";

/// An answer and what it can mean.
pub(super) struct Pointer {
    /// It may answer what the outlet tells itself ("denied this").
    pub(super) told: bool,
    /// It stands for the clause before it ("a charge Norway rejects"), and so for nothing that other sentences tell.
    pub(super) beside: bool,
    /// It answers "the charge" that was just made, by that name.
    pub(super) charge: bool,
    /// It clears another than whoever gives it ("Norway had acted in good faith, Roe said").
    pub(super) cleared: bool,
    /// The word that it hangs on.
    pub(super) token: usize,
    pub(super) stance: Stance,
    pub(super) line: LexiconLine,
    pub(super) key: CompactString,
    pub(super) claimant: Option<Found<CompactString>>,
    /// What the word that is pointed at tells of ("the report of a leak").
    pub(super) matter: Option<usize>,
    /// The word that is pointed at, where it is rejected and the sentence tells whose or about what it is.
    pub(super) answered: Option<usize>,
}

impl Pointer {
    pub(super) fn claims(
        &self,
        reading: &Reading,
        memory: &Memory,
        voices: Vec<Voice>,
    ) -> Vec<Claim> {
        let said = |voice: &Voice| reading.is_said(voice);
        let claim = |voice: Voice| self.claim(reading, memory, &voice);
        voices.into_iter().filter(said).map(claim).collect()
    }

    fn rule(&self) -> &'static str {
        if self.beside {
            BESIDE_RULE
        } else if self.told {
            TOLD_RULE
        } else if self.charge {
            CHARGE_RULE
        } else if self.cleared {
            CLEARED_RULE
        } else {
            "assertion.back"
        }
    }

    fn claim(&self, reading: &Reading, memory: &Memory, voice: &Voice) -> Claim {
        let mut claim = Draft::plain(reading, self.token, voice, memory).finish(reading);
        let span = reading.tree.sentence.tokens[self.token].span;
        claim.assertion = Found::at(self.key.clone(), span, self.rule()).from_line(Some(self.line));
        claim.stance = Found {
            value: self.stance,
            span: claim.assertion.span,
            rule: "stance.cue",
            line: Some(self.line),
        };
        claim.actor.clone_from(&self.claimant);
        if let Some(noun) = self.matter {
            let span = reading.tree.sentence.tokens[noun].span;
            claim.object = Some(Found::at(object_key(&reading.tree, noun), span, MATTER));
        }
        let answered = self.answered.filter(|_| claim.object.is_none());
        if let Some(noun) = answered {
            let span = reading.tree.sentence.tokens[noun].span;
            let key = object_key(&reading.tree, noun);
            claim.object = Some(Found::at(key, span, ANSWERED));
        }
        claim.back_reference = Some(BackReference {
            target: None,
            how: String::new(),
        });
        claim
    }
}

/// "the report of a leak", "the findings on the bridge": the leak, the bridge. "The report of the council" is the council's.
pub(super) fn matter(reading: &Reading, noun: usize) -> Option<usize> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    // "the Philippine account of the clash": that they clashed is told by both.
    if words.has(Set::VersionNoun, tree.lemma(noun)) {
        return None;
    }
    let thing = |told: &usize| {
        tree.pos(*told) == Pos::Noun
            && (!words.is_somebody(tree.lemma(*told)) || tree.tag(*told) == Tag::NNS)
            && !words.has(Set::BackNoun, tree.lemma(*told))
            && !tree.is_time(*told)
    };
    let about = || {
        let below = tree.prepositions(noun);
        let mut below = below.filter(|&kid| words.has(Set::MatterPreposition, tree.lemma(kid)));
        below.find_map(|kid| tree.governed(kid).filter(thing))
    };
    tree.under_preposition(noun, OF)
        .filter(thing)
        .or_else(about)
}

/// "the findings of the audit office": the office, where one body or a name is told of.
fn author(reading: &Reading, noun: usize) -> Option<usize> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let whose = tree.under_preposition(noun, OF)?;
    let said = words.has(Set::BackNoun, tree.lemma(noun));
    let one = tree.tag(whose) != Tag::NNS && words.is_somebody(tree.lemma(whose));
    // "the report of seven Azerbaijani dead": whom it tells of.
    let counted = tree.kid(whose, Dep::Nummod).is_some();
    let named = tree.tag(whose) == Tag::NNP && tree.label(whose) != Some(EntityLabel::Norp);
    (said && !counted && (one || named)).then_some(whose)
}

/// "rejects the ministry's claims about the mine": the claims, on which a stand is taken whatever they were.
pub(super) fn rejected(reading: &Reading, token: usize, noun: usize) -> Option<usize> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let declines = tree.is_verb(token) && words.has(Set::DecliningVerb, tree.lemma(token));
    let about = tree.prepositions(noun).next().is_some();
    let whose = tree.owner(noun).is_some() || maker(tree, words, noun).is_some();
    // "dismisses Novak body double rumours".
    let named = tree.kid(noun, Dep::Compound).is_some();
    let whose = whose || named;
    let report = tree.pos(noun) == Pos::Noun && words.has(Set::BackNoun, tree.lemma(noun));
    Some(noun).filter(|_| declines && report && (about || whose))
}

/// "Moscow's claims": Moscow.
pub(super) fn claimant(
    reading: &Reading,
    memory: &Memory,
    noun: usize,
) -> Option<Found<CompactString>> {
    let tree = &reading.tree;
    let itself = tree
        .head(noun)
        .filter(|&verb| answered(reading, verb) == Some(noun));
    let owner = itself.map(|_| noun).or_else(|| owner(reading, noun))?;
    Some(reading.named(owner, memory, CLAIMANT, "actor.claimant-pronoun"))
}

/// Whose a word is that was said.
pub(super) fn owner(reading: &Reading, noun: usize) -> Option<usize> {
    let tree = &reading.tree;
    tree.issuer(noun)
        .or_else(|| maker(tree, &reading.lexicon().words, noun))
        .or_else(|| tree.nationality(noun))
        .or_else(|| author(reading, noun))
}
