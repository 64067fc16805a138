//! "Offered a swap, but Uganda dismissed it": which offer a pronoun means that somebody turns down.

use crate::lexicon::Lexicon;
use crate::lexicon::cues::CueClass;
use crate::lexicon::frames::{Condition, Frame};
use crate::lexicon::words::{Set, WordSets};
use crate::model::parsed::{Dep, EntityLabel, Pos, Tag};

use super::super::cue::{is_declined_idea, verb_entry, withholds};
use super::super::tree::Tree;
use super::force::{is_force, is_troops};
use super::{PART_IN, event_at};

/// What is turned down where the object of a verb of refusal is a pronoun: the noun that a relative one describes, or the
/// last offer, request or agreement before the verb.
pub fn refused_before(tree: &Tree, words: &WordSets, verb: usize, object: usize) -> Option<usize> {
    let refuses = words.has(Set::DecliningVerb, tree.lemma(verb));
    let wish = |at: usize| {
        [Set::AgreementNoun, Set::ProposalNoun, Set::RefusableNoun]
            .into_iter()
            .any(|set| words.has(set, tree.lemma(at)))
    };
    if !refuses || tree.pos(object) != Pos::Pron {
        return None;
    }
    if matches!(tree.tag(object), Tag::WDT | Tag::WP) {
        let noun = tree.head(verb).filter(|_| tree.dep(verb) == Dep::Relcl)?;
        return Some(noun).filter(|&noun| wish(noun));
    }
    let thing = words.has(Set::ItPronoun, tree.lemma(object));
    let noun = |at: &usize| {
        tree.pos(*at) == Pos::Noun && !matches!(tree.dep(*at), Dep::Compound | Dep::Nmod)
    };
    let theirs = |at: usize| matches!(tree.dep(at), Dep::Dobj | Dep::Nsubjpass | Dep::Nsubj);
    let said = |at: usize| words.has(Set::BackNoun, tree.lemma(at));
    // What was said last is what is answered, and no offer before it.
    let last = (0..verb)
        .rev()
        .filter(noun)
        .find(|&at| wish(at) && theirs(at) || said(at))?;
    (thing && wish(last)).then_some(last)
}

/// "attacked the minister for saying so": with words, and no deed.
pub(super) fn is_rebuke(tree: &Tree, words: &WordSets, frame: &Frame, verb: usize) -> bool {
    let for_saying = |&kid: &usize| {
        let clause = tree.kid(kid, Dep::Pcomp);
        words.has(Set::ForPreposition, tree.lemma(kid))
            && clause.is_some_and(|at| tree.tag(at) == Tag::VBG)
    };
    // "attacked the plan as unfair", "was attacked as a bully".
    let called = |kid: usize| {
        let name = tree.governed(kid).is_some() || tree.kid(kid, Dep::Amod).is_some();
        words.has(Set::AsPreposition, tree.lemma(kid)) && name
    };
    frame.assertion == ATTACK
        && tree.is_verb(verb)
        && tree.judges(verb)
        && tree
            .prepositions(verb)
            .any(|kid| for_saying(&kid) || called(kid))
}

/// "fired back at critics", "blasted the new rules": with words, where whoever does it is no force that could use arms.
pub(super) fn is_retort(
    tree: &Tree,
    lexicon: &Lexicon,
    frame: &Frame,
    verb: usize,
    (agent, theme): (Option<usize>, Option<usize>),
) -> bool {
    let words = &lexicon.words;
    let back = || {
        let mut kids = tree.kids(verb);
        kids.any(|kid| kid > verb && words.has(Set::BackParticle, tree.lemma(kid)))
    };
    let said = theme.is_some_and(|theme| is_said(tree, lexicon, theme));
    let somebody = theme.is_some_and(|theme| is_person(tree, lexicon, theme));
    let armed = theme.is_some_and(|theme| is_troops(tree, lexicon, theme));
    let scolds = match frame.assertion.as_str() {
        ATTACK => back() && !armed,
        DESTROY => words.has(Set::ScoldingVerb, tree.lemma(verb)) && (said || somebody),
        _ => false,
    };
    // "Jane Roe, a senator": no force, whatever she is listed for.
    let speaks = |agent: usize| {
        let person = tree.label(agent) == Some(EntityLabel::Person);
        person || is_person(tree, lexicon, agent) && !is_force(tree, lexicon, agent)
    };
    scolds
        && tree.is_verb(verb)
        && !tree.is_passive(verb)
        && agent.is_some_and(|agent| speaks(agent) || said && !is_force(tree, lexicon, agent))
}

/// Something that was said, or that one can be for or against ("calls", "the bill").
fn is_said(tree: &Tree, lexicon: &Lexicon, theme: usize) -> bool {
    let sets = [
        Set::DocumentNoun,
        Set::RefusableNoun,
        Set::ProposalNoun,
        Set::AgreementNoun,
        Set::BackNoun,
        Set::StandardNoun,
    ];
    let mut sets = sets.into_iter();
    tree.pos(theme) == Pos::Noun && sets.any(|set| lexicon.words.has(set, tree.lemma(theme)))
}

/// A name, a pronoun or a word for somebody.
fn is_person(tree: &Tree, lexicon: &Lexicon, at: usize) -> bool {
    let named = tree.label(at).is_some() || tree.pos(at) == Pos::Pron;
    named || lexicon.words.is_somebody(tree.lemma(at))
}

/// The assertion that a thing was destroyed.
const DESTROY: &str = "destroy";

/// The assertion that somebody was attacked.
const ATTACK: &str = "attack";

/// "denied Utopia victory": nobody won.
pub(super) fn is_withheld(tree: &Tree, noun: usize) -> bool {
    let verb = tree.head(noun).filter(|_| tree.dep(noun) == Dep::Dobj);
    verb.is_some_and(|verb| tree.is_verb(verb) && withholds(tree, verb))
}

/// "rejected the claim": a denial, not a stance on a matter.
pub(super) fn disputes_a_report(
    tree: &Tree,
    lexicon: &Lexicon,
    token: usize,
    theme: Option<usize>,
) -> bool {
    let denies =
        verb_entry(tree, &lexicon.cues, token).is_some_and(|cue| cue.class == CueClass::Deny);
    let report = |theme: usize| {
        let part = lexicon.frames.of_noun(tree.lemma(theme));
        let said = lexicon.words.has(Set::BackNoun, tree.lemma(theme))
            || lexicon.words.has(Set::ExistenceNoun, tree.lemma(theme));
        said && !is_idea_of(tree, lexicon, theme)
            || part.iter().any(|frame| {
                // "rejects part of the plan" is no word on a deed.
                let deed = frame.condition == Condition::Deed;
                frame.assertion == PART_IN && (!deed || event_at(tree, lexicon, theme).is_some())
            })
    };
    denies && tree.is_verb(token) && theme.is_some_and(report)
}

/// "rejects the idea of a levy": what is turned down is told.
pub(super) fn is_idea_of(tree: &Tree, lexicon: &Lexicon, noun: usize) -> bool {
    let told = tree.prepositions(noun).next().is_some();
    told && is_declined_idea(tree, &lexicon.words, noun)
}
