//! Who is declared to have won: "declared her the winner", "was proclaimed president-elect", "X named winner of the vote".

use crate::lexicon::words::{Set, WordSets};
use crate::model::claim::{Claim, Found, Stance};
use crate::model::parsed::{Dep, Tag};
use crate::model::span::TextField;

use super::actor::actor;
use super::anaphora::Memory;
use super::cue::{is_hypothetical, is_negated, verb_speaker};
use super::draft::Draft;
use super::reading::Reading;
use super::tree::{OF, Tree};
use super::voice::Voice;

/// A word that proclaims, who won by it, and the noun that says so.
struct Proclaimed {
    verb: usize,
    winner: usize,
    noun: usize,
    /// Who is proclaimed stands as its subject.
    passive: bool,
}

/// The verbs of a sentence that proclaim who won, which report nothing else.
pub(super) fn proclaiming(tree: &Tree, words: &WordSets, field: TextField) -> Vec<usize> {
    let title = field == TextField::Title;
    let verbs = 0..tree.len();
    verbs
        .filter(|&verb| proclaimed(tree, words, title, verb).is_some())
        .collect()
}

/// Whom a verb proclaims the winner, and the noun that says so.
pub(super) fn winner_of(reading: &Reading, verb: usize) -> Option<(usize, usize)> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let title = reading.setting.field == TextField::Title;
    let found = proclaimed(tree, words, title, verb)?;
    Some((found.winner, found.noun))
}

/// Who is proclaimed by a verb, if it is one that proclaims.
fn proclaimed(tree: &Tree, words: &WordSets, title: bool, verb: usize) -> Option<Proclaimed> {
    if !tree.is_verb(verb) || !words.has(Set::ProclaimingVerb, tree.lemma(verb)) {
        return None;
    }
    let won = |&at: &usize| words.has(Set::WinnerNoun, tree.lemma(at));
    let beside = || tree.kids(verb).filter(|&kid| kid > verb);
    let appended = || {
        let named = beside().find(|&kid| tree.dep(kid) == Dep::Dobj)?;
        let named = tree.kid(named, Dep::Appos)?;
        let noun = tree.kid(named, Dep::Appos).filter(won)?;
        Some((noun, Some(named)))
    };
    let direct = || {
        let noun = beside().find(won)?;
        let object = beside().find(|&kid| tree.dep(kid) == Dep::Dobj && !won(&kid) && kid < noun);
        Some((noun, object))
    };
    // "declared his rival, Jane Roe, the winner": the parser may hang it on the name.
    let (noun, object) = direct().or_else(appended)?;
    let bare = !tree.kids(noun).any(|kid| tree.dep(kid) == Dep::Det);
    // "X declared winner of the vote": headlines leave the auxiliary out.
    let headline = title && bare && object.is_none();
    let passive = tree.is_passive(verb) || headline && tree.tag(verb) != Tag::VBZ;
    let winner = match passive {
        true => tree
            .kids(verb)
            .find(|&kid| matches!(tree.dep(kid), Dep::Nsubjpass | Dep::Nsubj) && kid < verb),
        false => object.or_else(|| tree.kid(noun, Dep::Nsubj)),
    };
    let winner = winner.filter(|&at| at != noun && tree.is_nominal(at))?;
    // "has not declared her the winner", "refused to declare her the winner".
    let undone = is_negated(tree, words, verb) || tree.dep(verb) == Dep::Xcomp;
    (!undone && !is_hypothetical(tree, words, verb)).then_some(Proclaimed {
        verb,
        winner,
        noun,
        passive,
    })
}

/// The claims of who won that the proclaiming verbs of a sentence tell.
pub(super) fn elected_claims(reading: &Reading, memory: &Memory) -> Vec<Claim> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let title = reading.setting.field == TextField::Title;
    let found = (0..tree.len()).filter_map(|verb| proclaimed(tree, words, title, verb));
    found
        .flat_map(|own| {
            let voices = own.voices(reading);
            let told = voices
                .into_iter()
                .map(|voice| own.claim(reading, &voice, memory));
            told.collect::<Vec<Claim>>()
        })
        .collect()
}

impl Proclaimed {
    /// Whoever proclaims says so; a passive without a doer is told by whoever tells the sentence.
    fn voices(&self, reading: &Reading) -> Vec<Voice> {
        let (tree, words) = (&reading.tree, &reading.lexicon().words);
        let speaker = match self.passive {
            true => tree.agent(self.verb),
            false => verb_speaker(tree, words, self.verb),
        };
        match speaker {
            Some(speaker) => vec![Voice::plain(speaker, Stance::Affirm)],
            None => reading.voices_of(self.verb),
        }
    }

    fn claim(&self, reading: &Reading, voice: &Voice, memory: &Memory) -> Claim {
        let tree = &reading.tree;
        let trigger = tree.sentence.tokens[self.verb].span;
        let found = Found::at(WIN.into(), trigger, "assertion.proclaimed");
        let mut draft = Draft::bare(reading, trigger, found, voice, memory);
        let question = reading.lexicon().question(WIN);
        draft.claim.question = question;
        draft.claim.actor = actor(
            reading,
            Some(self.winner),
            self.verb,
            voice,
            memory,
            question,
        );
        let words = &reading.lexicon().words;
        let vote = tree
            .under_preposition(self.noun, OF)
            .filter(|&at| words.has(Set::ElectionNoun, tree.lemma(at)));
        draft.set_object(reading, vote);
        draft.set_date(reading, self.verb, voice, memory);
        draft.at_clause(reading, self.verb, memory).finish(reading)
    }
}

/// The assertion that somebody won a vote.
const WIN: &str = "win";
