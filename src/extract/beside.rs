//! What is told beside a report: what it concedes, and how many of a thing somebody found.

use crate::lexicon::cues::CueClass;
use crate::lexicon::words::Set;
use crate::model::claim::{Claim, Stance};
use crate::model::parsed::{Dep, Pos, Tag};

use super::anaphora::Memory;
use super::cue::{Cue, is_hypothetical};
use super::draft::plain_of;
use super::reading::Reading;
use super::voice::Voice;

/// "the report lists eleven deficiencies", "inspectors found cracks in seven blades": whoever finds so many says so.
pub fn recorded_claims(reading: &Reading, memory: &Memory) -> Vec<Claim> {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let counted = |cue: &&Cue| {
        let thing = tree.kid(cue.token, Dep::Dobj).filter(|&noun| {
            let event = reading.events.iter().any(|event| event.trigger == noun);
            tree.pos(noun) == Pos::Noun && !tree.is_time(noun) && !event
        });
        let numbered = |noun: usize| {
            reading
                .figures
                .iter()
                .any(|figure| figure.counted == Some(noun))
        };
        let sees = [Set::SeeVerb, Set::RecordingVerb]
            .into_iter()
            .any(|set| lexicon.words.has(set, tree.lemma(cue.token)));
        let free = reading
            .voices_of(cue.token)
            .iter()
            .all(|voice| voice.speaker.is_none());
        let plain = !cue.undecided && !is_hypothetical(tree, &lexicon.words, cue.token);
        sees && cue.class == CueClass::Say && free && plain && thing.is_some_and(numbered)
    };
    let people = |claim: &Claim| {
        let unit = claim
            .quantity
            .as_ref()
            .map(|found| found.value.unit.as_str());
        [
            Set::PersonNoun,
            Set::LossNoun,
            Set::ArmsNoun,
            Set::TargetNoun,
        ]
        .into_iter()
        .any(|set| unit.is_some_and(|unit| lexicon.words.has(set, unit)))
    };
    let told = reading.cues.iter().filter(counted).filter_map(|cue| {
        let voice = Voice::plain(cue.speaker?, Stance::Affirm);
        Some(plain_of(reading, cue.token, &voice, memory))
    });
    told.flatten()
        .filter(|claim| claim.quantity.is_some() && !people(claim))
        .collect()
}

/// "said it complied although none of its products was spoilt": what stands beside is said as well.
pub fn conceded<'r>(reading: &'r Reading, root: usize) -> impl Iterator<Item = usize> + 'r {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    tree.kids(root).filter(move |&kid| {
        let marked =
            |at: usize| tree.dep(at) == Dep::Mark && words.has(Set::ConcessionMark, tree.lemma(at));
        let own = tree
            .kids(kid)
            .any(|at| matches!(tree.dep(at), Dep::Nsubj | Dep::Nsubjpass | Dep::Expl));
        let reports = reading.cues.iter().any(|cue| cue.token == kid);
        tree.dep(kid) == Dep::Advcl
            && tree.is_verb(kid)
            && !reports
            && own
            && tree.kids(kid).any(marked)
    })
}

/// "said pupils fell ill after a plane sprayed the school", "when the power failed": what somebody says went before is said
/// as well.
pub fn circumstances<'r>(reading: &'r Reading, root: usize) -> impl Iterator<Item = usize> + 'r {
    let reports = |at: usize| reading.cues.iter().any(|cue| cue.token == at);
    let kids = reading.tree.kids(root);
    kids.filter(move |&kid| is_circumstance(reading, kid) && !reports(kid))
}

/// A clause of time in the past with a subject of its own that is no pronoun.
pub fn is_circumstance(reading: &Reading, verb: usize) -> bool {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let timed = |kid: usize| {
        let opens = matches!(tree.dep(kid), Dep::Mark | Dep::Advmod) && kid < verb;
        opens && words.has(Set::PriorMark, tree.lemma(kid))
    };
    let subject = |kid: usize| {
        let own = matches!(tree.dep(kid), Dep::Nsubj | Dep::Nsubjpass);
        own && matches!(tree.pos(kid), Pos::Noun | Pos::Propn)
    };
    let past = |at: usize| tree.tag(at) == Tag::VBD;
    let helped = |kid: usize| matches!(tree.dep(kid), Dep::Aux | Dep::Auxpass) && past(kid);
    tree.dep(verb) == Dep::Advcl
        && tree.pos(verb) == Pos::Verb
        && (past(verb) || tree.kids(verb).any(helped))
        && tree.kids(verb).any(timed)
        && tree.kids(verb).any(subject)
}

impl Reading<'_> {
    /// "passed the test", "failed a trial": how it went is told, and not that it was held.
    pub(super) fn is_passed(&self, noun: usize) -> bool {
        let verb = self
            .tree
            .head(noun)
            .filter(|_| self.tree.dep(noun) == Dep::Dobj);
        let words = &self.lexicon().words;
        verb.is_some_and(|verb| words.has(Set::OutcomeVerb, self.tree.lemma(verb)))
    }
}
