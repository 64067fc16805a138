//! Finds the parts of an assertion: who did it and what it was done to, where the frame says that they stand.

use crate::lexicon::Lexicon;
use crate::lexicon::cues::{CueClass, CuePart};
use crate::lexicon::frames::{Frame, Slot};
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, EntityLabel, Pos, Tag};

use super::super::tree::{OF, Tree};
use super::super::voice::is_none;
use super::event_at;
use super::preposition::preposition_slot;

/// What fills a slot of a frame whose head is `token`; `None` where the sentence does not tell.
pub(super) fn slot(
    tree: &Tree,
    lexicon: &Lexicon,
    token: usize,
    needed: Option<usize>,
    slot: &Slot,
) -> Option<usize> {
    match slot {
        Slot::None | Slot::Accused => None,
        Slot::Subject if tree.is_passive(token) => tree.agent(token),
        // "Russian shelling wounded a worker": a gerund has its doer before it, as a noun has.
        Slot::Subject if tree.is_gerund_noun(token) => tree.owner(token),
        Slot::Subject => tree
            .subject(token)
            .filter(|&at| !is_means(tree, lexicon, token, at)),
        Slot::Object => tree
            .object(token)
            .or_else(|| small_subject(tree, needed))
            .or_else(|| attribute(tree, token, needed)),
        Slot::By => doer(tree, lexicon, token),
        // "his contract ran out": whose the thing is that the frame needs.
        Slot::Possessive if tree.is_verb(token) => needed.and_then(|at| tree.possessor(at)),
        Slot::Recipient => recipient(tree, token),
        Slot::Possessive => tree.possessor(token).or_else(|| doer(tree, lexicon, token)),
        Slot::Preposition(preposition) => {
            let noun = preposition_slot(tree, lexicon, token, needed, preposition);
            let clause = || agreed_deed(tree, lexicon, token, preposition);
            noun.or_else(|| clause().filter(|_| needed.is_none()))
        }
    }
}

/// "a motive to blow it up", "the means to wreck it": the noun is what somebody has, and does nothing.
fn is_means(tree: &Tree, lexicon: &Lexicon, verb: usize, noun: usize) -> bool {
    let described =
        matches!(tree.dep(verb), Dep::Acl | Dep::Relcl) && tree.head(verb) == Some(noun);
    let to = || tree.kids(verb).any(|kid| tree.tag(kid) == Tag::TO);
    let none = is_none(tree, &lexicon.words, noun);
    let means = lexicon.words.has(Set::AbilityNoun, tree.lemma(noun)) && !none;
    described && tree.tag(verb) == Tag::VB && to() && means
}

/// "denied any part in it", "any hand in it": common words that name a deed only so.
pub(super) fn of_any<'l>(tree: &Tree, lexicon: &'l Lexicon, noun: usize) -> &'l [Frame] {
    let any = tree
        .kids(noun)
        .find(|&kid| lexicon.words.has(Set::AnyWord, tree.lemma(kid)));
    any.map_or(&[], |any| {
        let name = format!("{}_{}", tree.lemma(any), tree.lemma(noun));
        lexicon.frames.of_noun(&name)
    })
}

/// By-phrase, possessive or nationality of a noun, or the subject of the light verb that governs it.
fn doer(tree: &Tree, lexicon: &Lexicon, noun: usize) -> Option<usize> {
    let nationality = tree.nationality(noun).filter(|&name| {
        tree.label(name) != Some(EntityLabel::Gpe) || lexicon.is_party(tree.word(name))
    });
    let own = tree
        .by_phrase(noun)
        // "The year's deadliest Utopian raid".
        .or_else(|| tree.possessor(noun).filter(|&at| !tree.is_time(at)))
        .or(nationality);
    own.or_else(|| boaster(tree, lexicon, noun))
        .or_else(|| said_to_be_of(tree, lexicon, noun))
        .or_else(|| {
            // "the killings were carried out by X": the verb's by-phrase.
            let passive = tree.dep(noun) == Dep::Nsubjpass;
            let verb = tree
                .head(noun)
                .filter(|&head| (passive || tree.dep(noun) == Dep::Dobj) && tree.is_verb(head))?;
            let light = lexicon.words.has(Set::LightVerb, tree.lemma(verb));
            match passive {
                _ if !light => None,
                true => tree.agent(verb),
                false if is_told_of_others(tree, lexicon, noun, verb) => None,
                false => tree.subject(verb),
            }
        })
}

/// "The senator's claim of victory": the victory of whoever claims it.
fn boaster(tree: &Tree, lexicon: &Lexicon, noun: usize) -> Option<usize> {
    let of = tree.head(noun).filter(|_| tree.dep(noun) == Dep::Pobj)?;
    let claim = tree.head(of).filter(|&at| tree.is_report(at))?;
    let boasts = tree.lemma(of) == OF && lexicon.words.has(Set::BoastedNoun, tree.lemma(noun));
    tree.owner(claim).filter(|_| boasts)
}

/// "officials reported attacks from Alba", "the governor reported strikes on two towns": who tells of it did not do it.
fn is_told_of_others(tree: &Tree, lexicon: &Lexicon, noun: usize, verb: usize) -> bool {
    let words = &lexicon.words;
    let says = lexicon
        .cues
        .find(tree.lemma(verb), CuePart::Verb)
        .is_some_and(|entry| matches!(entry.class, CueClass::Say | CueClass::Confirm));
    let place = |at: usize| {
        matches!(
            tree.label(at),
            Some(EntityLabel::Gpe | EntityLabel::Location)
        )
    };
    let from = || {
        let mut below = tree.prepositions(noun);
        below.any(|kid| {
            words.has(Set::AgentPreposition, tree.lemma(kid))
                && tree.governed(kid).is_some_and(place)
        })
    };
    let civil = || {
        let role = [Set::RoleNoun, Set::PersonNoun];
        let subject = tree.subject(verb);
        subject.is_some_and(|at| role.into_iter().any(|set| words.has(set, tree.lemma(at))))
    };
    // "the chief of staff reported the seizure of the town": by his own men.
    let attack = words.has(Set::AttackNoun, tree.lemma(noun));
    says && attack && (from() || words.has(Set::RelayingVerb, tree.lemma(verb)) && civil())
}

/// "the destruction of the dam was an act of sabotage by X": whose deed the subject is said to be.
fn said_to_be_of(tree: &Tree, lexicon: &Lexicon, noun: usize) -> Option<usize> {
    let verb = tree.head(noun).filter(|_| tree.dep(noun) == Dep::Nsubj)?;
    let deed = tree.kid(verb, Dep::Attr)?;
    let inner = tree.under_preposition(deed, OF);
    let known = |at: &usize| {
        let attack = lexicon.words.has(Set::AttackNoun, tree.lemma(*at));
        attack || !lexicon.frames.of_noun(tree.lemma(*at)).is_empty()
    };
    let deeds = || std::iter::once(deed).chain(inner);
    deeds().find(known)?;
    deeds().find_map(|at| tree.by_phrase(at))
}

/// "the killings were carried out by X": what the clause tells is who did the deed, whatever it was done to.
pub fn is_carried_out(tree: &Tree, lexicon: &Lexicon, noun: usize) -> bool {
    let verb = tree.head(noun).filter(|&head| {
        tree.dep(noun) == Dep::Nsubjpass && lexicon.words.has(Set::LightVerb, tree.lemma(head))
    });
    verb.and_then(|verb| tree.agent(verb)).is_some()
}

/// "left five dead": the subject of the predicate that the frame needs.
fn small_subject(tree: &Tree, needed: Option<usize>) -> Option<usize> {
    needed.and_then(|needed| tree.kid(needed, Dep::Nsubj))
}

/// "the cause was a short circuit": what the subject that the frame needs is said to be.
fn attribute(tree: &Tree, copula: usize, needed: Option<usize>) -> Option<usize> {
    let subject = needed.filter(|&at| tree.dep(at) == Dep::Nsubj);
    subject.and_then(|_| tree.kid(copula, Dep::Attr))
}

/// "gave the mayor 51 percent", "gave 51 percent to the mayor".
fn recipient(tree: &Tree, verb: usize) -> Option<usize> {
    let objects: Vec<usize> = tree
        .kids(verb)
        .filter(|&kid| tree.dep(kid) == Dep::Dobj && kid > verb)
        .collect();
    match (tree.kid(verb, Dep::Dative), objects.as_slice()) {
        (Some(given), _) => tree.governed(given).or(Some(given)),
        // "handed President Roe a third term": the parser may call both an object.
        (None, [given, _]) if tree.pos(*given) == Pos::Propn => Some(*given),
        (None, _) => tree.under_preposition(verb, TO),
    }
}

/// "agreed to hold new elections", "agreed that the mine will be closed": an infinitive or a clause of what is to come stands
/// where "agreed to new elections" has its noun, and its thing is the same; a deed that a frame knows says more by itself.
fn agreed_deed(tree: &Tree, lexicon: &Lexicon, verb: usize, preposition: &str) -> Option<usize> {
    let aux = |clause: usize, holds: &dyn Fn(usize) -> bool| {
        tree.kids(clause)
            .any(|kid| tree.dep(kid) == Dep::Aux && holds(kid))
    };
    // "agreed in April to lower its tariffs": the parser may take it for a clause of purpose.
    let bare = tree.kid(verb, Dep::Dobj).is_none();
    let infinitive = || {
        let clauses = tree.kids(verb).filter(|&kid| kid > verb);
        let below = |kid: usize| match tree.dep(kid) {
            Dep::Xcomp => true,
            Dep::Advcl => bare && tree.kid(kid, Dep::Mark).is_none(),
            _ => false,
        };
        let mut told = clauses.filter(|&kid| below(kid));
        told.find(|&clause| aux(clause, &|kid| tree.tag(kid) == Tag::TO))
    };
    let planned = |kid: usize| {
        [Set::PlannedAux, Set::OughtAux]
            .into_iter()
            .any(|set| lexicon.words.has(set, tree.lemma(kid)))
    };
    let clause = || {
        tree.kid(verb, Dep::Ccomp)
            .filter(|&clause| aux(clause, &planned))
    };
    let active = preposition == TO && tree.is_verb(verb) && !tree.is_passive(verb);
    let deed = infinitive().or_else(clause).filter(|_| active)?;
    let thing = tree.object(deed)?;
    event_at(tree, lexicon, deed).is_none().then_some(thing)
}

/// The preposition before whom something is given to, and before what is agreed to.
const TO: &str = "to";
