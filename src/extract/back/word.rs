//! The verb, noun or adjective of an answer that tells no matter of its own ("denied the claims", "the claims are false").

use crate::lexicon::cues::{CueClass, CuePart};
use crate::lexicon::words::{LIST, Set};
use crate::model::claim::{Claim, LexiconLine, Stance};
use crate::model::parsed::{Dep, Pos, Tag};

use super::super::cue::{
    BEFORE_COLON, is_answerable, is_hypothetical, is_negated, is_purpose, verb_entry, verb_speaker,
};
use super::super::reading::Reading;
use super::super::voice::is_none;
use super::reply::bare_verdict;
use super::target::{predicate_subject, puts_down, verb_target};
use super::{Answer, is_told_below};

/// The word that points back (`claims` in "denied the claims"), when `token` denies or confirms nothing else.
pub(super) fn answering_word(reading: &Reading, token: usize, claimed: &[Claim]) -> Option<Answer> {
    let part = part_of(reading, token)?;
    let word = Word {
        reading,
        token,
        part,
    };
    if word.is_undone() || word.is_within_quotation() || word.judges_clause() {
        return None;
    }
    let (stance, line) = word.listed()?;
    let target = word.target()?;
    if word.scorns_deed(target) || word.is_told(target, claimed) {
        return None;
    }
    Some((target, word.settled(stance)?, line))
}

fn part_of(reading: &Reading, token: usize) -> Option<CuePart> {
    match reading.tree.pos(token) {
        Pos::Verb => Some(CuePart::Verb),
        Pos::Noun => Some(CuePart::Noun),
        Pos::Adj => Some(CuePart::Adjective),
        // "called the report baseless", where the parser takes the verdict for an adverb.
        Pos::Adv if reading.tree.dep(token) == Dep::Oprd => Some(CuePart::Adjective),
        _ => None,
    }
}

/// A word that may deny or confirm.
struct Word<'r> {
    reading: &'r Reading<'r>,
    token: usize,
    part: CuePart,
}

impl Word<'_> {
    fn is_verb(&self) -> bool {
        self.part == CuePart::Verb
    }

    /// "an attempt to deny it", "went there to deny it", "called on the minister to repudiate the comments": what is meant, or
    /// what another is asked to do, is not done.
    fn is_undone(&self) -> bool {
        let (tree, token) = (&self.reading.tree, self.token);
        if !is_purpose(tree, token) {
            return false;
        }
        let held = matches!(tree.dep(token), Dep::Xcomp | Dep::Ccomp) && !tree.is_passive(token);
        let above = tree
            .head(token)
            .filter(|&at| held && tree.is_verb(at))
            .and_then(|verb| tree.subject(verb));
        let speaker = || verb_speaker(tree, &self.reading.lexicon().words, token);
        let asked = above.is_some() && speaker() != above;
        matches!(tree.dep(token), Dep::Acl | Dep::Advcl) || asked || held && self.is_what_for()
    }

    /// "the report that he cited to disprove the theory": what a thing served for.
    fn is_what_for(&self) -> bool {
        let tree = &self.reading.tree;
        let verb = tree
            .head(self.token)
            .filter(|&at| tree.dep(at) == Dep::Relcl);
        let subject = verb.and_then(|verb| tree.kid(verb, Dep::Nsubj));
        subject.is_some_and(|at| !matches!(tree.tag(at), Tag::WDT | Tag::WP))
    }

    /// "“… on the side of X, which denies it”": within a quotation that another speaks.
    fn is_within_quotation(&self) -> bool {
        self.reading.quoted_by.is_some() && self.reading.tree.dep(self.token) == Dep::Relcl
    }

    /// "it is untrue that the plant was hit": a verdict on a clause is told as such.
    fn judges_clause(&self) -> bool {
        let tree = &self.reading.tree;
        let mut cues = self.reading.cues.iter();
        !self.is_verb()
            && cues.any(|cue| {
                let verb = cue.contents.iter().any(|&at| tree.is_verb(at));
                cue.token == self.token && cue.nominal && verb
            })
    }

    /// Whether the word denies or confirms, and the line of the list that says so.
    fn listed(&self) -> Option<(Stance, LexiconLine)> {
        let (reading, token) = (self.reading, self.token);
        let put_down = || puts_down(reading, token).then_some((CueClass::Deny, LIST));
        let (class, line) = self.entry().or_else(put_down)?;
        let judges = || self.is_verb() || predicate_subject(reading, token).is_some();
        let stance = match class {
            CueClass::Deny => Stance::Deny,
            CueClass::Confirm if judges() => Stance::Affirm,
            _ if is_hearsay(reading, token) => Stance::Deny,
            _ => return None,
        };
        Some((stance, line))
    }

    fn entry(&self) -> Option<(CueClass, LexiconLine)> {
        let (tree, cues) = (&self.reading.tree, &self.reading.lexicon().cues);
        let lemma = tree.lemma(self.token);
        let nominal = || cues.nominal(lemma).next().copied();
        let entry = match self.is_verb() {
            true => verb_entry(tree, cues, self.token),
            false => cues.find(lemma, self.part).copied().or_else(nominal),
        };
        entry.map(|entry| (entry.class, entry.line))
    }

    /// What is answered, `Some(None)` where no word names it.
    fn target(&self) -> Option<Option<usize>> {
        let (reading, token) = (self.reading, self.token);
        if self.is_verb() {
            return verb_target(reading, token);
        }
        let judged = predicate_subject(reading, token).map(Some);
        let alone = bare_verdict(reading, token) || given(reading, token).is_some();
        judged.or_else(|| alone.then_some(None))
    }

    /// "mocked the raid", "rebuffed the call for a truce", "scoffed at the video": scorn and refusal answer what was said, and
    /// no deed.
    fn scorns_deed(&self, target: Option<usize>) -> bool {
        let (tree, lexicon) = (&self.reading.tree, self.reading.lexicon());
        let words = &lexicon.words;
        if !self.is_verb() || !words.has(Set::ScornVerb, tree.lemma(self.token)) {
            return false;
        }
        let shows = |at: usize| words.has(Set::ExhibitNoun, tree.lemma(at));
        let below = || {
            let mut governed = tree
                .prepositions(self.token)
                .filter_map(|kid| tree.governed(kid));
            governed.find(|&at| shows(at))
        };
        let deed = |at: usize| shows(at) || !is_answerable(tree, &lexicon.cues, words, at);
        target.or_else(below).is_some_and(deed)
    }

    /// "denied the report that it had fled": the sentence tells what is answered.
    fn is_told(&self, target: Option<usize>, claimed: &[Claim]) -> bool {
        let tree = &self.reading.tree;
        // "a claim rejected by Norway, which said the fight went on": what is told below the answer is no part of the claim.
        let aside = |claim: &Claim| {
            let trigger = tree.token_at(claim.trigger);
            trigger.is_some_and(|at| at != self.token && tree.is_below(at, self.token))
        };
        let apart = |noun: usize| noun != self.token && tree.is_below(self.token, noun);
        let below = |noun: usize| {
            let mut claimed = claimed.iter().filter(|claim| !apart(noun) || !aside(claim));
            claimed.any(|claim| is_told_below(self.reading, std::slice::from_ref(claim), noun))
        };
        let span = Some(self.reading.tree.sentence.tokens[self.token].span);
        let mut cues = claimed.iter().filter_map(|claim| claim.cue.as_ref());
        target.is_some_and(below) || self.is_verb() && cues.any(|cue| cue.span == span)
    }

    /// The stance once the negation of the clause is counted in; `None` where the word then answers nothing.
    fn settled(&self, stance: Stance) -> Option<Stance> {
        let (tree, words) = (&self.reading.tree, &self.reading.lexicon().words);
        let verb = match self.is_verb() {
            true => self.token,
            false => tree.head(self.token)?,
        };
        let open = self.is_verb() && is_hypothetical(tree, words, verb);
        if open || stance == Stance::Affirm && self.confirms_behind_colon(verb) {
            return None;
        }
        // "not a word of that is true".
        let subject = tree.kid(verb, Dep::Nsubj).filter(|_| !self.is_verb());
        let of_none = || subject.is_some_and(|at| is_none(tree, words, at));
        match is_negated(tree, words, verb) || of_none() {
            false => Some(stance),
            true => (!self.is_verb() && stance == Stance::Affirm).then_some(Stance::Deny),
        }
    }

    /// "owned up to the matter: the plane was shot down": what is confirmed stands behind the colon.
    fn confirms_behind_colon(&self, verb: usize) -> bool {
        let reading = self.reading;
        let speaker = verb_speaker(&reading.tree, &reading.lexicon().words, verb);
        let mut behind = reading.cues.iter().filter(|cue| cue.rule == BEFORE_COLON);
        behind.any(|cue| cue.speaker == speaker)
    }
}

/// "those are the rumours of a few", "it is all speculation": what is only told is held not to be so.
fn is_hearsay(reading: &Reading, token: usize) -> bool {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    words.has(Set::HearsayNoun, tree.lemma(token))
        && predicate_subject(reading, token).is_some_and(|at| tree.pos(at) == Pos::Pron)
}

/// "issued a denial", "repeated the ministry's denial": the verb by which a denial is given.
pub(super) fn given(reading: &Reading, token: usize) -> Option<usize> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let verb = tree.head(token).filter(|_| tree.dep(token) == Dep::Dobj)?;
    let gives = words.has(Set::LightVerb, tree.lemma(verb)) && !is_negated(tree, words, verb);
    let denial = words.has(Set::DenialNoun, tree.lemma(token));
    (gives && denial && tree.prepositions(token).next().is_none()).then_some(verb)
}
