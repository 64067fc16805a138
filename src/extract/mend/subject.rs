//! "Ombaka said": a name that the parser takes for an adverb speaks, and so does a noun that it takes for another name of what
//! stands before it; "was completely liberated": an adjective with the
//! auxiliary of a passive is a participle.

use crate::lexicon::cues::CuePart;
use crate::model::parsed::{Dep, EntityLabel, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for token in 0..draft.len() {
        name_before_report(draft, token);
        name_as_subject(draft, token);
        noun_behind_phrase(draft, token);
        initials(draft, token);
        if draft.tag(token) == Tag::JJ && draft.kid(token, Dep::Auxpass).is_some() {
            draft.sentence.tokens[token].tag = Tag::VBN;
            draft.sentence.tokens[token].pos = Pos::Verb;
        }
    }
}

fn name_before_report(draft: &mut Draft, token: usize) {
    let verb = draft.head(token);
    let beside = verb == token + 1
        && matches!(
            draft.dep(token),
            Dep::Advmod | Dep::Intj | Dep::Npadvmod | Dep::Dep | Dep::Amod
        );
    let subject = || {
        draft
            .kids(verb)
            .any(|kid| matches!(draft.dep(kid), Dep::Nsubj | Dep::Nsubjpass | Dep::Csubj))
    };
    if beside && is_name(draft, token) && reports(draft, verb) && !subject() {
        let word = &mut draft.sentence.tokens[token];
        (word.pos, word.tag, word.dep) = (Pos::Propn, Tag::NNP, Dep::Nsubj);
    }
}

/// "In a post on Telegram the ministry wrote": the noun right before a report that has no subject, and no other name of
/// what stands before it.
fn noun_behind_phrase(draft: &mut Draft, token: usize) {
    let name = draft.head(token);
    let apposed = draft.dep(token) == Dep::Appos && draft.dep(name) == Dep::Pobj;
    let verb = token + 1;
    let told = verb < draft.len()
        && reports(draft, verb)
        && !draft
            .kids(verb)
            .any(|kid| matches!(draft.dep(kid), Dep::Nsubj | Dep::Nsubjpass));
    let bare = name < token && (name..token).all(|at| draft.pos(at) != Pos::Punct);
    let article = draft.kid(token, Dep::Det).is_some();
    if apposed && told && bare && article {
        draft.hang(token, verb, Dep::Nsubj);
    }
}

/// "Aldera put the number at 12": an adverb is no subject; with a capital it is a name that nobody has heard of. "Falconer said":
/// nor is one thing of many without an article, where the parser itself takes it for somebody's name.
fn name_as_subject(draft: &mut Draft, token: usize) {
    let capital = draft.sentence.word(token).starts_with(char::is_uppercase);
    let verb = draft.head(token);
    let subject = draft.dep(token) == Dep::Nsubj && verb == token + 1 && draft.is_finite(verb);
    let thing = || {
        let bare = draft.kids(token).all(|kid| draft.pos(kid) == Pos::Punct);
        let common = draft.lexicon.words.is_somebody(draft.lemma(token));
        draft.tag(token) == Tag::NN && is_name(draft, token) && bare && !common
    };
    if capital && subject && (draft.tag(token) == Tag::RB || thing()) {
        let word = &mut draft.sentence.tokens[token];
        (word.pos, word.tag) = (Pos::Propn, Tag::NNP);
    }
}

/// "The union IF Metall said": two letters before a name, which the parser takes for a small word.
fn initials(draft: &mut Draft, token: usize) {
    let name = token + 1;
    let capitals = |at: usize| {
        let word = draft.sentence.word(at);
        word.len() > 1 && word.chars().all(char::is_uppercase)
    };
    let taken = name < draft.len()
        && matches!(
            draft.dep(token),
            Dep::Mark | Dep::Advmod | Dep::Prep | Dep::Aux
        )
        && draft.tag(token) == Tag::NNP
        && capitals(token);
    if taken && draft.tag(name) == Tag::NNP && !capitals(name) {
        draft.hang(token, name, Dep::Compound);
        draft.sentence.tokens[token].pos = Pos::Propn;
    }
}

fn reports(draft: &Draft, verb: usize) -> bool {
    draft.pos(verb) == Pos::Verb
        && draft.is_finite(verb)
        && draft
            .lexicon
            .cues
            .find(draft.lemma(verb), CuePart::Verb)
            .is_some()
}

fn is_name(draft: &Draft, token: usize) -> bool {
    matches!(
        draft.label(token),
        Some(EntityLabel::Person | EntityLabel::Org | EntityLabel::Gpe | EntityLabel::Norp)
    )
}
