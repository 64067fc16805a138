//! What a negation reaches: bounds it only sets, negations that stand beside the verb, and what is only aimed at.

use crate::lexicon::cues::CueClass;
use crate::lexicon::words::{Set, WordSets};
use crate::model::parsed::{Dep, Pos, Tag};

use super::super::cue::{Cue, is_negated};
use super::super::tree::Tree;

/// "not only the bridge", "not as fast as expected": the negation bounds how far it is so, and does not undo it.
pub(super) fn bounds(tree: &Tree, words: &WordSets, at: usize, negation: usize) -> bool {
    let degree = |kid: usize| {
        tree.dep(kid) == Dep::Advmod
            && kid > at
            && tree.kids(kid).any(|by| {
                tree.dep(by) == Dep::Advmod && words.has(Set::AsPreposition, tree.lemma(by))
            })
    };
    is_not_only(tree, words, negation) || tree.kids(at).any(degree)
}

/// "not only", "not just".
pub(super) fn is_not_only(tree: &Tree, words: &WordSets, negation: usize) -> bool {
    let next = negation + 1;
    next < tree.len() && words.has(Set::LimitWord, tree.lemma(next))
}

/// "has yet to visit", "is yet to agree": not so far.
pub(in crate::extract) fn is_yet_to(tree: &Tree, words: &WordSets, at: usize, from: usize) -> bool {
    let yet = |kid: usize| words.has(Set::YetWord, tree.lemma(kid));
    let holds = words.has(Set::HavingVerb, tree.lemma(at)) || tree.pos(at) == Pos::Aux;
    let bare = tree.kid(at, Dep::Neg).is_none();
    tree.dep(from) == Dep::Xcomp
        && tree.tag(from) == Tag::VB
        && holds
        && bare
        && tree.kids(at).chain(tree.kids(from)).any(yet)
}

/// "for not visiting": the parser may hang the negation on the preposition.
pub(super) fn is_negated_phrase(tree: &Tree, at: usize) -> bool {
    tree.dep(at) == Dep::Pcomp
        && tree
            .head(at)
            .is_some_and(|preposition| tree.kid(preposition, Dep::Neg).is_some())
}

/// "had been without power since Monday": there was none.
pub(super) fn is_without(tree: &Tree, words: &WordSets, at: usize) -> bool {
    let lacks = |kid: usize| words.has(Set::LackingPreposition, tree.lemma(kid));
    words.has(Set::Copula, tree.lemma(at)) && tree.prepositions(at).any(lacks)
}

/// "no", and the "neither" of "neither the bridge nor the dam".
pub(super) fn is_determiner(tree: &Tree, kid: usize, noun: usize) -> bool {
    tree.dep(kid) == Dep::Det || kid < noun && matches!(tree.dep(kid), Dep::Preconj | Dep::Cc)
}

/// "an operation to seize the town": not yet done; the parser may take it for a relative clause.
pub(super) fn is_purpose_of_noun(tree: &Tree, at: usize) -> bool {
    tree.dep(at) == Dep::Acl && tree.tag(at) == Tag::VB || tree.is_aim_of_noun(at)
}

/// "sent men to seize the town", "fought to hold it": what somebody set out to do.
pub(super) fn is_purpose(tree: &Tree, words: &WordSets, at: usize, head: usize) -> bool {
    let clause = matches!(tree.dep(at), Dep::Advcl | Dep::Xcomp);
    let sets_out = tree.is_verb(head) && words.has(Set::PurposeVerb, tree.lemma(head));
    clause && sets_out && at > head && tree.is_bare_infinitive(at)
}

/// "it would be a mistake for the army to enter the city": weighed, not done.
pub(super) fn is_weighed(tree: &Tree, words: &WordSets, at: usize, head: usize) -> bool {
    let to = tree.kids(at).any(|kid| tree.tag(kid) == Tag::TO);
    let copula = if tree.pos(head) == Pos::Aux {
        Some(head)
    } else {
        let predicate = matches!(tree.dep(head), Dep::Attr | Dep::Acomp);
        tree.head(head).filter(|_| predicate)
    };
    let it = |copula: usize| {
        tree.kid(copula, Dep::Nsubj)
            .is_some_and(|subject| tree.lemma(subject) == IT && tree.pos(subject) == Pos::Pron)
    };
    let judged = |copula: usize| {
        let of_whom = tree.kids(at).any(|kid| tree.dep(kid) == Dep::Nsubj);
        let open = [Set::PossibleAux, Set::PlannedAux, Set::OughtAux];
        let may = tree.kids(copula).any(|kid| {
            let aux = tree.dep(kid) == Dep::Aux;
            aux && open.into_iter().any(|set| words.has(set, tree.lemma(kid)))
        });
        tree.kids(copula)
            .any(|kid| matches!(tree.dep(kid), Dep::Attr | Dep::Acomp))
            && words.has(Set::Copula, tree.lemma(copula))
            && (of_whom || may)
    };
    tree.tag(at) == Tag::VB
        && to
        && matches!(
            tree.dep(at),
            Dep::Xcomp | Dep::Advcl | Dep::Acl | Dep::Ccomp | Dep::Relcl
        )
        && copula.is_some_and(|copula| it(copula) && judged(copula))
}

/// The pronoun that stands for a clause behind it.
const IT: &str = "it";

/// "concentrating on taking the town", "tasked with holding it": aimed at.
pub(super) fn is_aim(tree: &Tree, words: &WordSets, at: usize) -> bool {
    let preposition = tree.head(at).filter(|_| tree.dep(at) == Dep::Pcomp);
    preposition.is_some_and(|preposition| {
        let tasked = tree
            .head(preposition)
            .is_some_and(|verb| words.has(Set::TaskVerb, tree.lemma(verb)));
        tasked || words.has(Set::AimPreposition, tree.lemma(preposition))
    })
}

/// "stopped because the men shut it down": whoever gives the reason says that it is so.
pub(in crate::extract) fn is_reason(tree: &Tree, words: &WordSets, verb: usize) -> bool {
    let because = |kid: usize| words.has(Set::ReasonWord, tree.lemma(kid));
    let head = tree.head(verb);
    tree.dep(verb) == Dep::Advcl
        && tree.kid(verb, Dep::Mark).is_some_and(because)
        && !head.is_some_and(|head| is_negated(tree, words, head))
}

/// "repeated a claim which has been debunked that …": what the text holds of the claim is no denial by whoever repeats it.
pub(super) fn is_verdict_aside(tree: &Tree, cue: &Cue) -> bool {
    let judged = tree.head(cue.token).filter(|_| {
        cue.class == CueClass::Deny && cue.speaker.is_none() && tree.dep(cue.token) == Dep::Relcl
    });
    tree.is_passive(cue.token) && judged.is_some_and(|noun| tree.is_report(noun))
}

/// "denies causing the deaths of two guards": that they died is not what is denied.
pub(super) fn is_caused(tree: &Tree, words: &WordSets, noun: usize, verb: usize) -> bool {
    let known =
        |kid: usize| tree.dep(kid) == Dep::Det && words.has(Set::Determined, tree.lemma(kid));
    let causes = words.has(Set::CausingVerb, tree.lemma(verb)) && tree.tag(verb) == Tag::VBG;
    causes && tree.pos(noun) == Pos::Noun && tree.kids(noun).any(known)
}

/// "on trial for killing two men", "arrested for hitting a cyclist": a charge that nobody has proved yet.
pub(super) fn is_only_charged(tree: &Tree, words: &WordSets, at: usize, head: usize) -> bool {
    let gerund = tree
        .kid(at, Dep::Pcomp)
        .filter(|&at| tree.tag(at) == Tag::VBG);
    let charge = words.has(Set::AccusePreposition, tree.lemma(at));
    let suspects = |at: usize| words.has(Set::SuspicionWord, tree.lemma(at));
    let object = || tree.kid(head, Dep::Dobj).filter(|&noun| noun < at);
    let below = || {
        let mut phrases = tree.prepositions(head).filter(|&kid| kid < at);
        phrases.find_map(|kid| tree.governed(kid).filter(|&noun| suspects(noun)))
    };
    let named = || object().filter(|&noun| suspects(noun)).or_else(below);
    tree.dep(at) == Dep::Prep
        && charge
        && gerund.is_some()
        && (suspects(head) || tree.is_verb(head) && named().is_some())
}

/// "after rebels shelled the port", "the port that they shelled": told as done, whatever is wished around it.
pub(super) fn is_told_aside(tree: &Tree, at: usize) -> bool {
    let past = |at: usize| tree.tag(at) == Tag::VBD;
    let helped = |kid: usize| matches!(tree.dep(kid), Dep::Aux | Dep::Auxpass) && past(kid);
    matches!(tree.dep(at), Dep::Advcl | Dep::Relcl) && (past(at) || tree.kids(at).any(helped))
}
