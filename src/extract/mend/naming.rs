//! "called the claim that police had tortured detainees a lie": the last word judges the object, and is no part of it.

use compact_str::CompactString;

use crate::lexicon::cues::{CueClass, CuePart};
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for verb in 0..draft.len() {
        part_verdict(draft, verb);
        lower_verdict(draft, verb);
        part_winner(draft, verb);
        let names = matches!(draft.pos(verb), Pos::Verb)
            && draft.lexicon.words.has(Set::NamingVerb, draft.lemma(verb));
        if !names {
            continue;
        }
        pointed_at(draft, verb);
        whose_report(draft, verb);
        apposed_verdict(draft, verb);
        if let Some(object) = draft.kid(verb, Dep::Dobj) {
            part_from_object(draft, verb, object);
        }
        settle_verdicts(draft, verb);
    }
}

fn part_from_object(draft: &mut Draft, verb: usize, object: usize) {
    take_clause(draft, verb, object);
    under_as(draft, verb, object);
    if let Some(verdict) = swallowed(draft, verb, object) {
        let article = verdict
            .checked_sub(1)
            .filter(|&at| draft.dep(at) == Dep::Det && draft.head(at) == verdict);
        release(draft, verdict, article);
        draft.hang(verdict, verb, Dep::Oprd);
    }
}

/// "calls that nonsense", "called that a fabrication": "that" is what is called so, and no article of the word.
fn pointed_at(draft: &mut Draft, verb: usize) {
    let pointer = verb + 1;
    let points = |at: usize| draft.lexicon.words.has(Set::Demonstrative, draft.word(at));
    if pointer >= draft.len() || !points(pointer) {
        return;
    }
    let named = draft
        .kids(verb)
        .find(|&kid| kid > pointer && matches!(draft.dep(kid), Dep::Dobj | Dep::Oprd | Dep::Ccomp));
    // The parser may hang the word below "that" instead.
    let hung = || {
        draft
            .kids(pointer)
            .find(|&kid| kid > pointer && draft.is_nominal(kid))
    };
    let hung = || hung().filter(|_| draft.head(pointer) == verb);
    let Some(verdict) = named.or_else(hung) else {
        return;
    };
    let near = draft.head(pointer) == verdict || draft.head(verdict) == pointer;
    let below = near && verdict <= pointer + 2;
    let bare = draft
        .kids(verdict)
        .all(|kid| kid == pointer || matches!(draft.dep(kid), Dep::Det | Dep::Punct));
    let denies = [CuePart::Noun, CuePart::Adjective].into_iter().any(|part| {
        let entry = draft.lexicon.cues.find(draft.lemma(verdict), part);
        entry.is_some_and(|entry| entry.class == CueClass::Deny)
    });
    let scorns = draft
        .lexicon
        .words
        .has(Set::VerdictWord, draft.lemma(verdict));
    if below && bare && (denies || scorns) {
        draft.hang(pointer, verb, Dep::Dobj);
        draft.hang(verdict, verb, Dep::Oprd);
        let word = &mut draft.sentence.tokens[pointer];
        (word.tag, word.pos) = (Tag::DT, Pos::Pron);
    }
}

/// "called the Ukrainian account a fabrication": the adjective is the noun's, which is what is called so.
fn whose_report(draft: &mut Draft, verb: usize) {
    let Some(adjective) = draft.kid(verb, Dep::Dobj).filter(|&at| {
        matches!(draft.tag(at), Tag::JJ | Tag::NNP) && at + 1 < draft.len() && at > verb
    }) else {
        return;
    };
    let noun = adjective + 1;
    let named = |&kid: &usize| draft.dep(kid) == Dep::Oprd && kid > noun;
    let beside = draft.head(noun) == verb && draft.dep(noun) == Dep::Oprd;
    let reports = draft.lexicon.words.has(Set::BackNoun, draft.lemma(noun));
    if beside && reports && draft.kids(verb).any(|kid| named(&kid)) {
        let before: Vec<usize> = draft.kids(adjective).collect();
        draft.hang(noun, verb, Dep::Dobj);
        draft.hang(adjective, noun, Dep::Amod);
        draft.hand_over(before, noun);
    }
}

/// "called the report a pamphlet without any foundation": what stands behind an object with an article of its own and no comma
/// is what it is called.
fn apposed_verdict(draft: &mut Draft, verb: usize) {
    let Some(object) = draft.kid(verb, Dep::Dobj).filter(|&at| at > verb) else {
        return;
    };
    let article = |at: usize| draft.pos(at) == Pos::Det && draft.word(at - 1) != super::COMMA;
    let named = draft.kids(object).find(|&kid| {
        let first = (object + 1..=kid).find(|&at| draft.is_below(at, kid));
        draft.dep(kid) == Dep::Appos && first.is_some_and(article)
    });
    if let Some(named) = named.filter(|_| draft.kid(verb, Dep::Oprd).is_none()) {
        draft.hang(named, verb, Dep::Oprd);
    }
}

/// "declared Jane Roe of the Unity Party the winner": what she is declared to be is no other name of hers.
fn part_winner(draft: &mut Draft, verb: usize) {
    let words = &draft.lexicon.words;
    let proclaims = words.has(Set::ProclaimingVerb, draft.lemma(verb));
    // "declared Jane Roe of the Unity Party ...": the parser may make a clause of her.
    let clause = |at: &usize| draft.pos(*at) == Pos::Propn;
    let clause = draft.kid(verb, Dep::Ccomp).filter(clause);
    let object = draft.kid(verb, Dep::Dobj).or(clause).filter(|_| proclaims);
    let winner = object.and_then(|object| {
        let mut beside = draft.kids(object);
        beside.find(|&kid| {
            draft.dep(kid) == Dep::Appos && words.has(Set::WinnerNoun, draft.lemma(kid))
        })
    });
    if let Some((winner, object)) = winner.zip(object) {
        draft.hang(winner, verb, Dep::Oprd);
        draft.hang(object, verb, Dep::Dobj);
    }
}

/// "called the allegations of torture fabricated": the verdict that the parser took for the verb of the sentence.
fn lower_verdict(draft: &mut Draft, verb: usize) {
    let verdict = draft.head(verb);
    let under = draft.dep(verb) == Dep::Ccomp
        && verdict > verb
        && draft.head(verdict) == verdict
        && draft.kid(verb, Dep::Dobj).is_some()
        && draft.lexicon.words.has(Set::NamingVerb, draft.lemma(verb));
    if under && denies_as_written(draft, verdict) && draft.kid(verdict, Dep::Nsubj).is_none() {
        draft.make_root(verb);
        draft.hang(verdict, verb, Dep::Oprd);
    }
}

/// "rejected as absurd Canada's charge": the verdict is no part of what it judges.
fn part_verdict(draft: &mut Draft, verb: usize) {
    let lemma = draft.lemma(verb);
    let denies = || {
        let entry = draft.lexicon.cues.find(lemma, CuePart::Verb);
        entry.is_some_and(|entry| entry.class == CueClass::Deny)
    };
    let judges = draft.pos(verb) == Pos::Verb
        && (draft.lexicon.words.has(Set::NamingVerb, lemma) || denies());
    if !judges || draft.kid(verb, Dep::Dobj).is_some() || draft.kid(verb, Dep::Nsubjpass).is_some()
    {
        return;
    }
    let is_as = |&at: &usize| draft.lexicon.words.has(Set::AsPreposition, draft.lemma(at));
    let Some(preposition) = draft.kids(verb).find(is_as) else {
        return;
    };
    let Some(object) = draft.kid(preposition, Dep::Pobj) else {
        return;
    };
    let verdict =
        (preposition + 1..object).find(|&at| is_verdict(draft, at) && draft.is_below(at, object));
    if let Some(verdict) = verdict.filter(|&at| !is_verdict(draft, object) && at != object) {
        draft.hang(verdict, preposition, Dep::Pobj);
        draft.hang(object, verb, Dep::Dobj);
    }
}

/// "Moscow's denial that …": the clause behind the noun is what it says, not the verb's.
fn take_clause(draft: &mut Draft, verb: usize, object: usize) {
    let clause = draft
        .kids(verb)
        .find(|&kid| draft.dep(kid) == Dep::Ccomp && kid > object);
    let marked = clause.and_then(|clause| draft.kid(clause, Dep::Mark));
    if let (Some(clause), true) = (clause, marked == Some(object + 1)) {
        draft.hang(clause, object, Dep::Acl);
    }
}

/// "described allegations of fraud as groundless": "as" belongs to the verb.
fn under_as(draft: &mut Draft, verb: usize, object: usize) {
    let preposition = (object + 1..draft.len()).find(|&at| {
        draft.lexicon.words.has(Set::AsPreposition, draft.lemma(at))
            && draft.pos(at) == Pos::Adp
            && draft.is_below(at, object)
    });
    // "described the attack as terrorism", but not "described the role of the army as a guard of the border".
    let beside = |at: usize| draft.head(at) == object;
    let judged =
        preposition.filter(|&at| beside(at) || draft.kids(at).any(|kid| is_verdict(draft, kid)));
    if let Some(preposition) = judged {
        draft.hang(preposition, verb, Dep::Prep);
    }
}

fn is_verdict(draft: &Draft, token: usize) -> bool {
    let part = match draft.pos(token) {
        Pos::Adj => CuePart::Adjective,
        Pos::Noun => CuePart::Noun,
        _ => return denies_as_written(draft, token),
    };
    let lemma = draft.lemma(token);
    let either = [part, CuePart::Adjective, CuePart::Noun]
        .into_iter()
        .find_map(|part| draft.lexicon.cues.find(lemma, part));
    either.is_some_and(|entry| entry.class == CueClass::Deny)
}

/// "fabricated", "baseless": an adjective of denial that the parser took for a verb or a noun.
fn denies_as_written(draft: &Draft, token: usize) -> bool {
    let entry = draft
        .lexicon
        .cues
        .find(draft.word(token), CuePart::Adjective);
    entry.is_some_and(|entry| entry.class == CueClass::Deny)
}

/// "called the report baseless": what judges is an adjective, whatever it was taken for.
fn settle_verdicts(draft: &mut Draft, verb: usize) {
    for token in verb + 1..draft.len() {
        if draft.head(token) != verb {
            continue;
        }
        // "was described as invented": what the parser takes for a clause.
        let as_word = draft.kid(token, Dep::Mark).filter(|&at| {
            let words = &draft.lexicon.words;
            words.has(Set::AsPreposition, draft.lemma(at))
        });
        if let Some(preposition) = as_word.filter(|_| denies_as_written(draft, token)) {
            draft.hang(preposition, verb, Dep::Prep);
            draft.hang(token, preposition, Dep::Pobj);
        }
        let judges = draft.dep(token) == Dep::Oprd || as_word.is_some();
        let wrong = !matches!(draft.pos(token), Pos::Adj | Pos::Adv);
        let noun = draft
            .lexicon
            .cues
            .find(draft.lemma(token), CuePart::Noun)
            .is_some();
        if judges && wrong && !noun && denies_as_written(draft, token) {
            let lemma = CompactString::from(draft.word(token));
            draft.lemmas[token].clone_from(&lemma);
            let word = &mut draft.sentence.tokens[token];
            (word.pos, word.tag, word.lemma) = (Pos::Adj, Tag::JJ, lemma);
        }
    }
}

/// The last word of the sentence, where it is a verdict that hangs inside the object.
fn swallowed(draft: &Draft, verb: usize, object: usize) -> Option<usize> {
    let last = (0..draft.len())
        .rev()
        .find(|&at| !matches!(draft.pos(at), Pos::Punct | Pos::Space))?;
    let inside = last > object && draft.is_below(last, verb) && last != object;
    let already = draft.head(last) == verb && draft.dep(last) == Dep::Oprd;
    let beside_as = draft
        .lexicon
        .words
        .has(Set::AsPreposition, draft.lemma(draft.head(last)));
    (inside && !already && !beside_as && is_verdict(draft, last)).then_some(last)
}

/// The word before the verdict takes its place, and what else hung on it.
fn release(draft: &mut Draft, verdict: usize, article: Option<usize>) {
    let rest: Vec<usize> = draft
        .kids(verdict)
        .filter(|&kid| Some(kid) != article && kid < verdict)
        .collect();
    let Some(heir) = rest
        .iter()
        .copied()
        .rev()
        .find(|&kid| matches!(draft.tag(kid), Tag::NN | Tag::NNS | Tag::NNP | Tag::NNPS))
    else {
        return;
    };
    let (head, dep) = (draft.head(verdict), draft.dep(verdict));
    draft.hang(heir, head, dep);
    let others = rest.into_iter().filter(|&kid| kid != heir);
    draft.hand_over(others.collect(), heir);
}
