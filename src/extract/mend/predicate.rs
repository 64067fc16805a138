//! "The union put the number at 31", "holds the militia responsible": predicates that the parser took for a part of what
//! stands before them.

use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::{COMMA, Draft};

pub(super) fn mend(draft: &mut Draft) {
    for verb in 1..draft.len() {
        part_from_object(draft, verb);
        adjective(draft, verb);
        named_cause(draft, verb);
        blamed_for(draft, verb);
        captive(draft, verb);
        of_lede(draft, verb);
        gauge(draft, verb);
        if draft.tag(verb) != Tag::VBN || draft.dep(verb) != Dep::Acl {
            continue;
        }
        let noun = draft.head(verb);
        // A participle with an object is none: "the union put the number" and not "the number put by the union".
        let whole = draft.kid(verb, Dep::Dobj).is_some() && draft.kid(verb, Dep::Agent).is_none();
        if whole && noun < verb && heads_clause(draft, noun) && !has_other_verb(draft, noun, verb) {
            turn(draft, noun, verb);
        }
    }
}

/// "Hendrik Bosman, head of the firm, left by agreement, the firm said": what is said of him, and no part of his name.
fn of_lede(draft: &mut Draft, verb: usize) {
    let noun = draft.head(verb);
    let comma = draft.sentence.word(verb - 1) == COMMA;
    let behind = draft.tag(verb) == Tag::VBN && draft.dep(verb) == Dep::Acl && noun < verb;
    let report = draft.head(noun);
    let told = behind
        && comma
        && report > verb
        && draft.is_finite(report)
        && draft
            .kid(report, Dep::Nsubj)
            .is_some_and(|subject| subject > verb)
        && draft.kid(noun, Dep::Appos).is_some_and(|name| name < verb)
        && !has_other_verb(draft, noun, verb);
    if told {
        let after: Vec<usize> = draft.kids(noun).filter(|&kid| kid > verb).collect();
        draft.hang(verb, report, Dep::Ccomp);
        draft.hang(noun, verb, Dep::Nsubj);
        draft.sentence.tokens[verb].tag = Tag::VBD;
        draft.hand_over(after, verb);
    }
}

/// "put the number who came at 40,000": the figure is where the number is put, and not where they came.
fn gauge(draft: &mut Draft, preposition: usize) {
    let words = &draft.lexicon.words;
    let clause = draft.head(preposition);
    let noun = draft.head(clause);
    let verb = draft.head(noun);
    let inside = draft.dep(preposition) == Dep::Prep
        && words.has(Set::GaugePreposition, draft.lemma(preposition))
        && matches!(draft.dep(clause), Dep::Relcl | Dep::Acl)
        && draft.dep(noun) == Dep::Dobj
        && words.has(Set::FigureNoun, draft.lemma(noun))
        && words.has(Set::GaugeVerb, draft.lemma(verb));
    let figure = draft.kid(preposition, Dep::Pobj);
    if inside && figure.is_some_and(|at| draft.pos(at) == Pos::Num) {
        draft.hang(preposition, verb, Dep::Prep);
    }
}

/// The noun stands where a clause's verb should.
fn heads_clause(draft: &Draft, noun: usize) -> bool {
    let root = draft.head(noun) == noun;
    draft.is_nominal(noun) && (root || matches!(draft.dep(noun), Dep::Ccomp | Dep::Parataxis))
}

fn has_other_verb(draft: &Draft, noun: usize, verb: usize) -> bool {
    let inside = |at: usize| draft.is_below(at, noun) && !draft.is_below(at, verb);
    (0..draft.len()).any(|at| {
        inside(at)
            && draft.is_finite(at)
            && matches!(draft.pos(at), Pos::Verb | Pos::Aux)
            && !matches!(draft.dep(at), Dep::Parataxis | Dep::Relcl)
    })
}

fn turn(draft: &mut Draft, noun: usize, verb: usize) {
    let (head, dep) = (draft.head(noun), draft.dep(noun));
    let behind: Vec<usize> = draft.kids(noun).filter(|&kid| kid > verb).collect();
    if head == noun {
        draft.make_root(verb);
    } else {
        draft.set_head(verb, head);
        draft.sentence.tokens[verb].dep = dep;
    }
    draft.sentence.tokens[verb].tag = Tag::VBD;
    draft.hang(noun, verb, Dep::Nsubj);
    draft.hand_over(behind, verb);
}

/// "took 120 soldiers prisoner": the soldiers, and what they became.
fn captive(draft: &mut Draft, word: usize) {
    let taken = draft.tag(word) == Tag::NN
        && draft.dep(word) == Dep::Dobj
        && draft.lexicon.words.has(Set::CaptiveNoun, draft.lemma(word));
    let people = draft.tag(word - 1) == Tag::NNS && draft.head(word - 1) == word;
    if !taken || !people {
        return;
    }
    let (noun, verb) = (word - 1, draft.head(word));
    let kids: Vec<usize> = draft.kids(word).filter(|&kid| kid < noun).collect();
    draft.hang(noun, verb, Dep::Dobj);
    draft.hang(word, verb, Dep::Oprd);
    draft.hand_over(kids, noun);
}

/// "that 14 of its employees were unaccounted for": an adjective has no passive; the copula is the verb.
fn adjective(draft: &mut Draft, word: usize) {
    let copula = draft.kid(word, Dep::Auxpass);
    let copula =
        copula.filter(|&at| draft.tag(word) == Tag::JJ && draft.kid(at, Dep::Nsubj).is_some());
    if let Some(copula) = copula {
        draft.put_in_place(copula, word);
        draft.hang(word, copula, Dep::Acomp);
    }
}

/// "the cause was overloading of the deck": a cause does nothing, and what the parser takes for its deed is its name.
fn named_cause(draft: &mut Draft, word: usize) {
    let copula = draft.kid(word, Dep::Aux);
    let words = &draft.lexicon.words;
    let is = |at: usize| words.has(Set::Copula, draft.lemma(at));
    let cause = |at: usize| words.has(Set::CauseNoun, draft.lemma(at));
    let named = draft.tag(word) == Tag::VBG && draft.kid(word, Dep::Nsubj).is_some_and(cause);
    let Some(copula) = copula.filter(|&at| named && is(at)) else {
        return;
    };
    let before = draft.kids(word).filter(|&kid| kid < word && kid != copula);
    let before: Vec<usize> = before.collect();
    draft.put_in_place(copula, word);
    draft.hand_over(before, copula);
    draft.hang(word, copula, Dep::Attr);
    draft.sentence.tokens[word].tag = Tag::NN;
    draft.sentence.tokens[word].pos = Pos::Noun;
}

/// "blame missed checks for the cracks": what for is the verb's, not a part of what is blamed.
fn blamed_for(draft: &mut Draft, preposition: usize) {
    let words = &draft.lexicon.words;
    let noun = draft.head(preposition);
    let verb = draft.head(noun);
    let inside = draft.dep(preposition) == Dep::Prep
        && words.has(Set::BlameMatter, draft.lemma(preposition))
        && draft.dep(noun) == Dep::Dobj
        && words.has(Set::BlameVerb, draft.lemma(verb));
    if inside {
        draft.hang(preposition, verb, Dep::Prep);
    }
}

/// "holds the militia responsible for it": the word of blame is the verb's, not a part of the militia's name.
fn part_from_object(draft: &mut Draft, word: usize) {
    let noun = draft.head(word);
    let behind = draft.dep(word) == Dep::Amod && noun < word && draft.dep(noun) == Dep::Dobj;
    let blames = draft
        .lexicon
        .words
        .has(Set::ResponsibleWord, draft.lemma(word));
    if behind && blames {
        let verb = draft.head(noun);
        draft.hang(word, verb, Dep::Oprd);
    }
}
