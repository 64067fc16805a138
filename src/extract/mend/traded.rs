//! "Lima, Quito trade blame over port": two names without "and" before their verb in a headline, and the verb that the parser
//! takes for a part of the noun behind it.

use crate::lexicon::cues::{CueClass, CuePart};
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::{COMMA, Draft};

pub(super) fn mend(draft: &mut Draft) {
    for token in 3..draft.len() {
        trade(draft, token);
        pair(draft, token);
    }
}

/// The same outside of headlines, where the two are joined by a word: "Peru and Chile trade blame over the raid".
pub(super) fn joined(draft: &mut Draft) {
    for token in 3..draft.len() {
        if draft.dep(token - 2) == Dep::Cc {
            trade(draft, token);
        }
    }
}

fn trade(draft: &mut Draft, word: usize) {
    if trades(draft, word) {
        turn(draft, word);
    }
}

/// "Lima, Quito blame": both are subjects of one verb.
fn pair(draft: &mut Draft, verb: usize) {
    let (second, first) = (verb - 1, verb - 3);
    let name = |at: usize| draft.pos(at) == Pos::Propn && draft.head(at) == verb;
    let both = name(first)
        && name(second)
        && matches!(draft.dep(first), Dep::Nsubj | Dep::Npadvmod)
        && draft.dep(second) == Dep::Nsubj;
    let plural = matches!(draft.tag(verb), Tag::VBP | Tag::VBD);
    if both && plural && draft.word(verb - 2) == COMMA {
        draft.hang(first, verb, Dep::Nsubj);
        draft.hang(second, first, Dep::Conj);
    }
}

/// A word of exchange before a noun of blame, behind two names.
fn trades(draft: &Draft, word: usize) -> bool {
    let words = &draft.lexicon.words;
    let object = word + 1;
    if object >= draft.len() || draft.head(word) != object || draft.pos(word) != Pos::Noun {
        return false;
    }
    let lemma = draft.lemma(object);
    let entry = draft.lexicon.cues.find(lemma, CuePart::Noun);
    let blame = words.has(Set::ChargeNoun, lemma)
        || entry.is_some_and(|entry| entry.class == CueClass::Accuse);
    let joint = draft.word(word - 2) == COMMA || draft.dep(word - 2) == Dep::Cc;
    let names = [word - 1, word - 3]
        .into_iter()
        .all(|at| draft.pos(at) == Pos::Propn);
    words.has(Set::TradeVerb, draft.lemma(word)) && blame && joint && names
}

/// Makes the word of exchange the verb of the two names before it and of the noun behind it.
fn turn(draft: &mut Draft, verb: usize) {
    let (object, second, first) = (verb + 1, verb - 1, verb - 3);
    let old = (0..draft.len()).find(|&at| draft.head(at) == at && at != verb);
    draft.make_root(verb);
    let word = &mut draft.sentence.tokens[verb];
    (word.pos, word.tag) = (Pos::Verb, Tag::VBP);
    draft.hang(object, verb, Dep::Dobj);
    let beside: Vec<usize> = draft
        .kids(object)
        .filter(|&kid| draft.dep(kid) == Dep::Prep)
        .collect();
    draft.hand_over(beside, verb);
    draft.hang(first, verb, Dep::Nsubj);
    draft.hang(second, first, Dep::Conj);
    draft.hang(verb - 2, first, Dep::Cc);
    if let Some(old) = old.filter(|&old| old > object) {
        matter(draft, verb, old);
    }
}

/// "over plant shelling": the parser may take the last noun for the verb of the sentence.
fn matter(draft: &mut Draft, verb: usize, last: usize) {
    let noun = last - 1;
    let preposition = draft.head(noun);
    let under = draft.dep(noun) == Dep::Pobj && draft.head(preposition) == verb;
    if under && draft.tag(last) == Tag::VBG {
        draft.hang(last, preposition, Dep::Pobj);
        draft.hang(noun, last, Dep::Compound);
        draft.respell(last, draft.words[last].clone());
        let word = &mut draft.sentence.tokens[last];
        (word.pos, word.tag) = (Pos::Noun, Tag::NN);
    } else {
        draft.hang(last, verb, Dep::Dep);
    }
}
