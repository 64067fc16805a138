//! What stands on the way from an assertion up to its first cue: negation, possibility, plan and condition.

use crate::lexicon::words::{Set, WordSets};
use crate::model::claim::Modality;
use crate::model::parsed::{Dep, Pos, Tag};

use super::prospect::prospect;
use super::scope::{bounds, is_negated_phrase, is_not_only, is_without, is_yet_to};
use super::{is_far_from, is_no_longer, is_none, rhetoric};
use crate::extract::tree::Tree;

/// Everything on the way from the trigger to its first cue that bears on polarity and modality.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Path {
    pub(super) negative: bool,
    pub(super) presupposed: bool,
    pub(super) dropped: bool,
    /// A finite clause stands between ("to see that the town was held"): what it says is not what is wanted.
    pub(super) finite: bool,
    /// It is told as done in a clause beside what is wished ("urged calm after rebels shelled the port").
    pub(super) aside: bool,
    pub(super) modality: Option<Modality>,
    /// What stands above adds nothing: it was said of none.
    pub(super) settled: bool,
}

/// Takes in what hangs on one token of the way up.
pub(super) fn absorb(
    tree: &Tree,
    words: &WordSets,
    at: usize,
    from: Option<usize>,
    path: &mut Path,
) {
    if path.presupposed {
        return;
    }
    let joined = from.is_some_and(|from| tree.dep(from) == Dep::Conj);
    if joined && !from.is_some_and(|from| shares_auxiliary(tree, from)) {
        // "neither assessed nor approved": the first word reaches both.
        let neither = |kid: usize| {
            tree.dep(kid) == Dep::Preconj
                && words.has(Set::Negator, tree.lemma(kid))
                && !is_not_only(tree, words, kid)
        };
        let nobody = |kid: usize| {
            matches!(tree.dep(kid), Dep::Nsubj | Dep::Nsubjpass) && is_none(tree, words, kid)
        };
        // "neither man works or has ever worked there": nobody does either.
        let shared = from.is_some_and(|from| !has_subject(tree, from)) && is_or(tree, words, at);
        // "no shell or rocket": the first word reaches both nouns.
        let no = |kid: usize| {
            tree.dep(kid) == Dep::Det && kid < at && words.has(Set::Negator, tree.lemma(kid))
        };
        let nouns = tree.pos(at) == Pos::Noun && is_or(tree, words, at);
        path.negative ^= tree
            .kids(at)
            .any(|kid| neither(kid) || shared && nobody(kid) || nouns && no(kid));
        return;
    }
    path.negative ^= is_behind_nor(tree, words, at);
    // "no shell and no rocket could have done it": one negation, said twice.
    let mut subjects = 0;
    for kid in tree.kids(at).filter(|&kid| Some(kid) != from) {
        let empty =
            matches!(tree.dep(kid), Dep::Nsubj | Dep::Nsubjpass) && is_none(tree, words, kid);
        subjects += usize::from(empty);
        if !empty || subjects == 1 {
            absorb_dependent(tree, words, at, kid, path);
        }
    }
    if let Some(modality) = rhetoric(tree, words, at) {
        path.negative = !path.negative;
        path.modality = Some(modality).filter(|&of| of != Modality::Stated);
    }
    // "rejected a book for being too long": why, and nothing that is refused.
    let why = |from: usize| words.has(Set::ForPreposition, tree.lemma(from));
    let under = from.is_some_and(|from| match tree.dep(from) {
        Dep::Prep => !why(from),
        dep => matches!(dep, Dep::Xcomp | Dep::Pcomp),
    });
    if from.is_some_and(|from| is_arranged(tree, at, from)) {
        path.modality = path.modality.or(Some(Modality::Planned));
    }
    if let Some((modality, turned)) = from.and_then(|from| prospect(tree, words, at, from)) {
        path.modality = path.modality.or(Some(modality));
        path.negative ^= turned;
    }
    let phrase = from.is_some_and(|from| matches!(tree.dep(from), Dep::Prep))
        && words.has(Set::NegativePhrase, tree.lemma(at));
    let far = from.is_some_and(|from| tree.dep(from) == Dep::Pcomp) && is_far_from(tree, words, at);
    let yet = from.is_some_and(|from| is_yet_to(tree, words, at, from));
    path.negative ^= from.is_none() && is_negated_phrase(tree, at);
    path.negative ^= from.is_none() && is_without(tree, words, at);
    if under && words.has(Set::NegativeVerb, tree.lemma(at)) || phrase || far || yet {
        path.negative = !path.negative;
    }
    // "do not touch the levers": bidden, and what is forbidden is not denied.
    if tree.is_command(at) {
        path.modality = path.modality.or(Some(Modality::Planned));
        path.dropped |= path.negative;
    }
    // "Chad to rejoin the union": a headline tells so what is to come.
    // "Chad to hold talks", but not "Chad to investigate the attack".
    let told = from.is_none_or(|from| {
        matches!(tree.dep(from), Dep::Xcomp | Dep::Conj)
            || tree.dep(from) == Dep::Dobj && words.has(Set::EmptyVerb, tree.lemma(at))
    });
    if told && is_to_come(tree, at) {
        path.modality = path.modality.or(Some(Modality::Planned));
    }
    // "insisted on naming the minister": wished, not done.
    if is_subjunctive(tree, at) {
        path.modality = path.modality.or(Some(Modality::Planned));
    }
    let insists = under && words.has(Set::InsistingVerb, tree.lemma(at));
    if insists || under && words.has(Set::RefusalVerb, tree.lemma(at)) {
        // "refuses to withdraw": said of what is to come, not of what was done.
        path.modality = Some(Modality::Planned);
    }
}

/// "the suggestion that he walk away", "urged that it be sold": wished for, and not done.
fn is_subjunctive(tree: &Tree, verb: usize) -> bool {
    let subject = |kid: usize| matches!(tree.dep(kid), Dep::Nsubj | Dep::Nsubjpass);
    // The parser takes a sign of quotation for an auxiliary.
    let helped = |kid: usize| {
        matches!(tree.dep(kid), Dep::Aux) && tree.word(kid).starts_with(char::is_alphabetic)
    };
    tree.tag(verb) == Tag::VB
        && tree
            .kid(verb, Dep::Mark)
            .is_some_and(|mark| tree.tag(mark) == Tag::IN)
        && tree.kids(verb).any(subject)
        && !tree.kids(verb).any(helped)
}

/// An infinitive with "to" that is the sentence and has a subject before it.
fn is_to_come(tree: &Tree, verb: usize) -> bool {
    let to = |kid: usize| tree.dep(kid) == Dep::Aux && tree.tag(kid) == Tag::TO && kid > 0;
    let subject = |kid: usize| {
        let hangs = matches!(tree.dep(kid), Dep::Nsubj | Dep::Nsubjpass | Dep::Dep);
        hangs && kid < verb && tree.is_nominal(kid)
    };
    let root = tree.head(verb).is_none() && matches!(tree.tag(verb), Tag::VB | Tag::VBN);
    root && tree.kids(verb).any(to) && tree.kids(verb).any(subject)
}

fn has_subject(tree: &Tree, verb: usize) -> bool {
    tree.kids(verb)
        .any(|kid| matches!(tree.dep(kid), Dep::Nsubj | Dep::Nsubjpass | Dep::Expl))
}

/// Whether a clause and its mate are two of which neither holds: joined by "or", "nor".
fn is_or(tree: &Tree, words: &WordSets, verb: usize) -> bool {
    tree.kids(verb)
        .any(|kid| tree.dep(kid) == Dep::Cc && words.has(Set::OrWord, tree.lemma(kid)))
}

/// "the prisoners were to be exchanged": arranged, not done.
fn is_arranged(tree: &Tree, at: usize, from: usize) -> bool {
    let to = tree.kids(from).any(|kid| tree.tag(kid) == Tag::TO);
    let infinitive = tree.dep(from) == Dep::Xcomp && to;
    let bare = !tree
        .kids(at)
        .any(|kid| matches!(tree.dep(kid), Dep::Acomp | Dep::Attr | Dep::Oprd));
    infinitive && bare && tree.pos(at) == Pos::Aux
}

/// "will attack and seize": a bare verb takes the auxiliary of its mate; a finite one stands for itself.
fn shares_auxiliary(tree: &Tree, mate: usize) -> bool {
    let bare = matches!(tree.tag(mate), Tag::VB | Tag::VBN | Tag::VBG);
    bare && !tree
        .kids(mate)
        .any(|kid| matches!(tree.dep(kid), Dep::Aux | Dep::Nsubj | Dep::Nsubjpass))
}

/// "never used it, nor would it now": a clause with a helper of its own behind the word that joins it.
fn is_behind_nor(tree: &Tree, words: &WordSets, at: usize) -> bool {
    let first = tree.head(at).filter(|_| tree.dep(at) == Dep::Conj);
    let Some(first) = first.filter(|_| tree.is_verb(at) && !shares_auxiliary(tree, at)) else {
        return false;
    };
    let helped = |cc: usize| {
        let mut kids = tree.kids(at);
        kids.any(|kid| tree.dep(kid) == Dep::Aux && cc < kid && kid < at)
    };
    let mut kids = tree.kids(first);
    kids.any(|cc| tree.dep(cc) == Dep::Cc && words.has(Set::Negator, tree.lemma(cc)) && helped(cc))
}

fn absorb_dependent(tree: &Tree, words: &WordSets, at: usize, kid: usize, path: &mut Path) {
    let word = tree.lemma(kid);
    if words.has(Set::Negator, word) && is_not_only(tree, words, kid) {
        return;
    }
    // "how many were on board is not known": asked, and not told.
    let argument = matches!(tree.dep(kid), Dep::Nsubj | Dep::Nsubjpass | Dep::Dobj);
    path.dropped |= argument && asks(tree, kid);
    match tree.dep(kid) {
        Dep::Neg if bounds(tree, words, at, kid) => {}
        Dep::Neg => path.negative = !path.negative,
        Dep::Det | Dep::Preconj if words.has(Set::Negator, word) => path.negative = !path.negative,
        // "nor was trade a lever": said of what follows.
        Dep::Cc if kid < at && words.has(Set::Negator, word) => path.negative = !path.negative,
        // "could not have struck without help": it did, with help.
        Dep::Prep if words.has(Set::Negator, word) && is_possible(tree, words, at) => {
            path.negative = false;
        }
        // "came to no harm".
        Dep::Prep
            if tree.is_verb(at)
                && tree
                    .governed(kid)
                    .is_some_and(|noun| !tree.is_verb(noun) && is_none(tree, words, noun)) =>
        {
            path.negative = !path.negative;
        }
        Dep::Nsubj | Dep::Nsubjpass | Dep::Dobj | Dep::Attr
            if is_none(tree, words, kid) && tree.is_verb(at) && tree.tag(kid) != Tag::VBG =>
        {
            path.negative = !path.negative;
        }
        Dep::Aux | Dep::Auxpass => absorb_auxiliary(tree, words, kid, path),
        Dep::Advmod | Dep::Amod if words.has(Set::PossibleWord, word) => {
            path.modality = Some(Modality::Possible)
        }
        Dep::Advmod if words.has(Set::Negator, word) || is_no_longer(tree, words, kid) => {
            path.negative = !path.negative
        }
        Dep::Mark | Dep::Advmod if words.has(Set::ConditionOnly, word) => path.dropped = true,
        _ => {}
    }
}

/// "how many", "how many sailors".
fn asks(tree: &Tree, noun: usize) -> bool {
    let how = |at: usize| {
        tree.kids(at)
            .any(|kid| tree.tag(kid) == Tag::WRB && kid < at)
    };
    let many = |kid: usize| kid < noun && matches!(tree.dep(kid), Dep::Amod | Dep::Nummod);
    how(noun) || tree.kids(noun).any(|kid| many(kid) && how(kid))
}

fn is_possible(tree: &Tree, words: &WordSets, verb: usize) -> bool {
    let aux =
        |kid: usize| tree.dep(kid) == Dep::Aux && words.has(Set::PossibleAux, tree.lemma(kid));
    tree.kids(verb).any(aux)
}

fn absorb_auxiliary(tree: &Tree, words: &WordSets, kid: usize, path: &mut Path) {
    let word = tree.lemma(kid);
    if words.has(Set::PossibleAux, word) {
        path.modality = Some(Modality::Possible);
    } else if words.has(Set::PlannedAux, word) || words.has(Set::OughtAux, word) {
        path.modality = path.modality.or(Some(Modality::Planned));
    }
}
