//! "Its roster shows he reported for duty", "the airport is ours": a verb in the present that the parser tagged as a plural
//! noun, a pronoun that it tagged as an adjective.

use compact_str::CompactString;

use crate::lexicon::cues::CuePart;
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::super::tree::OF;
use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for token in 0..draft.len() {
        person(draft, token);
    }
    for token in 1..draft.len() {
        possessive(draft, token);
        account(draft, token);
        tells(draft, token);
        boasts(draft, token);
        let clause = match draft.dep(token) {
            Dep::Ccomp => true,
            // "slams claims on the blasts": a sentence that has its verb needs no other.
            Dep::Root => {
                let deed = !draft.lexicon.frames.of_noun(draft.lemma(token)).is_empty();
                !deed && !(0..draft.len()).any(|at| draft.is_finite(at))
            }
            _ => false,
        };
        let noun = draft.tag(token) == Tag::NNS && draft.pos(token) == Pos::Noun;
        // A noun that is a predicate has its copula above it: one with a subject of its own is none.
        let root = draft.dep(token) == Dep::Root;
        // "Jane Roe, the director, begs to differ".
        let to_do = draft
            .kid(token, Dep::Xcomp)
            .is_some_and(|at| draft.tag(at) == Tag::VB);
        let subject = draft
            .kid(token, Dep::Nsubj)
            .is_some_and(|subject| subject < token && (!root || subject + 1 == token || to_do));
        let bare = !draft.kids(token).any(|kid| {
            matches!(
                draft.dep(kid),
                Dep::Det | Dep::Amod | Dep::Poss | Dep::Nummod | Dep::Compound
            )
        });
        if clause && noun && subject && bare {
            draft.make_verb(token);
        }
    }
}

/// "the general denied it": a word for a person that the parser took for an adjective.
fn person(draft: &mut Draft, token: usize) {
    let subject = matches!(draft.dep(token), Dep::Nsubj | Dep::Nsubjpass | Dep::Agent);
    let adjective = draft.tag(token) == Tag::JJ && draft.kid(token, Dep::Det).is_some();
    // "Several of the guards threatened to quit".
    let of_many = draft.kid(token, Dep::Prep).is_some_and(|at| {
        let many = draft.kid(at, Dep::Pobj);
        draft.lemma(at) == OF && many.is_some_and(|at| draft.pos(at) != Pos::Pron)
    });
    if subject && of_many && draft.tag(token) == Tag::JJ {
        let word = &mut draft.sentence.tokens[token];
        (word.pos, word.tag) = (Pos::Pron, Tag::DT);
        return;
    }
    if subject && adjective && draft.lexicon.words.is_somebody(draft.lemma(token)) {
        let word = &mut draft.sentence.tokens[token];
        (word.pos, word.tag) = (Pos::Noun, Tag::NN);
    }
}

/// "Trump maintains that …": a name before a word of report with a clause.
fn tells(draft: &mut Draft, verb: usize) {
    let subject = verb - 1;
    let noun = draft.tag(verb) == Tag::NNS && draft.dep(verb) == Dep::Root;
    let named = draft.dep(subject) == Dep::Compound
        && draft.head(subject) == verb
        && draft
            .sentence
            .entities
            .iter()
            .any(|entity| entity.last as usize == subject);
    let that = |clause: usize| draft.kid(clause, Dep::Mark).is_some();
    let told = draft
        .kids(verb)
        .any(|kid| matches!(draft.dep(kid), Dep::Ccomp | Dep::Acl) && kid > verb && that(kid));
    let entry = draft.lexicon.cues.find(draft.lemma(verb), CuePart::Verb);
    let points = draft.lexicon.words.has(Set::PointVerb, draft.lemma(verb))
        && draft.kids(verb).any(|kid| {
            let at = draft.lemma(kid);
            kid == verb + 1 && draft.lexicon.words.has(Set::FingerPreposition, at)
        });
    if !noun || !named || !(told || points) || entry.is_none() {
        return;
    }
    let before: Vec<usize> = draft.kids(verb).filter(|&kid| kid < subject).collect();
    draft.make_verb(verb);
    draft.hang(subject, verb, Dep::Nsubj);
    draft.sentence.tokens[subject].pos = Pos::Propn;
    draft.hand_over(before, subject);
    let clause = draft
        .kids(verb)
        .find(|&kid| draft.dep(kid) == Dep::Acl && kid > verb);
    if let Some(clause) = clause {
        draft.sentence.tokens[clause].dep = Dep::Ccomp;
    }
}

/// "Opposition claims win in Utopia": a word of report that the parser took for an auxiliary of what is claimed.
fn boasts(draft: &mut Draft, verb: usize) {
    let noun = draft.head(verb);
    let lexicon = draft.lexicon;
    let taken = draft.dep(verb) == Dep::Aux
        && draft.tag(verb) == Tag::NNS
        && noun == verb + 1
        && lexicon.words.has(Set::BoastedNoun, draft.lemma(noun))
        && lexicon
            .cues
            .find(draft.lemma(verb), CuePart::Verb)
            .is_some();
    let subject = draft.kid(noun, Dep::Nsubj).filter(|&at| taken && at < verb);
    let Some(subject) = subject else {
        return;
    };
    draft.put_in_place(verb, noun);
    draft.make_verb(verb);
    let rest: Vec<usize> = draft.kids(noun).filter(|&kid| kid > noun).collect();
    draft.hand_over(rest, verb);
    draft.hang(subject, verb, Dep::Nsubj);
    draft.hang(noun, verb, Dep::Dobj);
    let word = &mut draft.sentence.tokens[noun];
    (word.pos, word.tag) = (Pos::Noun, Tag::NN);
}

/// "In their telling the bank paid": a noun for an account that the parser takes for a verb.
fn account(draft: &mut Draft, token: usize) {
    let owned = draft
        .kid(token, Dep::Poss)
        .is_some_and(|kid| kid + 1 == token);
    let gerund = draft.tag(token) == Tag::VBG && draft.dep(token) == Dep::Pcomp;
    let bare = draft.kid(token, Dep::Dobj).is_none();
    if owned && gerund && bare && draft.lexicon.words.has(Set::AccountNoun, draft.word(token)) {
        let lemma = CompactString::from(draft.word(token));
        draft.lemmas[token].clone_from(&lemma);
        let word = &mut draft.sentence.tokens[token];
        (word.pos, word.tag, word.dep, word.lemma) = (Pos::Noun, Tag::NN, Dep::Pobj, lemma);
    }
}

/// "is ours", "remains theirs".
fn possessive(draft: &mut Draft, token: usize) {
    let predicate = matches!(draft.dep(token), Dep::Acomp | Dep::Attr)
        && matches!(draft.pos(token), Pos::Adj | Pos::Noun | Pos::Pron);
    let word = draft.word(token);
    let pronoun = [Set::OwnPronoun, Set::ItPronoun]
        .into_iter()
        .any(|set| draft.lexicon.words.has(set, word));
    if predicate && pronoun {
        let word = &mut draft.sentence.tokens[token];
        (word.pos, word.tag) = (Pos::Pron, Tag::PRP);
    }
}
