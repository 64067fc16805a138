//! "The firm, the union told its members, will close the plant": a report with a hearer between the subject and its verb;
//! "…, its mayor, Ana Roe, reported, …": one whose speaker the parser takes for an apposition.

use crate::model::parsed::{Dep, Pos, Tag};

use super::{COLON, COMMA, Draft};

pub(super) fn mend(draft: &mut Draft) {
    for verb in 2..draft.len() {
        if let Some((subject, clause)) = parted(draft, verb) {
            join(draft, verb, subject, clause);
        }
        lost(draft, verb);
        if let Some(speaker) = apposed(draft, verb) {
            let clause = draft.head(verb);
            draft.hang(speaker, verb, Dep::Nsubj);
            draft.hang(verb, clause, Dep::Parataxis);
        }
    }
}

/// Most words between the second comma and the verb of the clause ("has already").
const MOST: usize = 4;

/// The subject and the verb that a report with a hearer stands between.
fn parted(draft: &Draft, verb: usize) -> Option<(usize, usize)> {
    let told = draft.says(verb) && draft.tag(verb) == Tag::VBD;
    let hearer = draft
        .kid(verb, Dep::Dobj)
        .filter(|&at| at > verb)
        .or_else(|| where_said(draft, verb))
        .filter(|_| told)?;
    let speaker = draft.kids(verb).filter(|&kid| kid < verb).max()?;
    if draft.dep(speaker) != Dep::Nsubj {
        return None;
    }
    let opened = first_of(draft, speaker).checked_sub(1)?;
    let closed = (hearer + 1..draft.len()).find(|&at| draft.word(at) == COMMA)?;
    let comma = |at: usize| at < draft.len() && draft.word(at) == COMMA;
    let inside = (hearer..closed).all(|at| draft.is_below(at, verb));
    if !comma(opened) || !inside || opened == 0 {
        return None;
    }
    let helper = |at: &usize| matches!(draft.pos(*at), Pos::Aux | Pos::Adv);
    let clause = (closed + 1..draft.len())
        .take(MOST)
        .find(|at| !helper(at))?;
    let helped = draft.kids(clause).any(|kid| {
        matches!(draft.dep(kid), Dep::Aux | Dep::Auxpass) && kid > closed && kid < clause
    });
    let own = |kid: usize| is_subject(draft, kid) && kid > closed;
    let open = draft.pos(clause) == Pos::Verb && (helped || draft.is_finite(clause));
    if !open || draft.kids(clause).any(own) {
        return None;
    }
    let subject = (0..opened).rev().find(|&at| {
        let outside = [verb, clause].contains(&draft.head(at)) || draft.head(at) == at;
        outside && matches!(draft.pos(at), Pos::Noun | Pos::Propn)
    })?;
    let first = first_of(draft, subject);
    // "It sees another plan: Russia, the firm told the paper, is …".
    let begins = first == 0 || draft.word(first - 1) == COLON;
    (begins && last_of(draft, subject) < opened).then_some((subject, clause))
}

/// "the company said in a statement": what stands right behind the report, up to the comma, hangs on it.
fn where_said(draft: &Draft, verb: usize) -> Option<usize> {
    let closed = (verb + 1..draft.len()).find(|&at| draft.word(at) == COMMA)?;
    let below = (verb + 1..closed).all(|at| draft.is_below(at, verb));
    let clause = |at: usize| draft.is_finite(at) && at > verb;
    let said = (verb + 1..closed).any(clause);
    (below && !said && closed > verb + 1).then_some(closed - 1)
}

fn is_subject(draft: &Draft, token: usize) -> bool {
    matches!(draft.dep(token), Dep::Nsubj | Dep::Nsubjpass | Dep::Expl)
}

fn join(draft: &mut Draft, verb: usize, subject: usize, clause: usize) {
    let subject_of_passive = draft.kid(clause, Dep::Auxpass).is_some();
    if draft.is_below(clause, verb) {
        draft.put_in_place(clause, verb);
    }
    draft.hang(verb, clause, Dep::Parataxis);
    let dep = if subject_of_passive {
        Dep::Nsubjpass
    } else {
        Dep::Nsubj
    };
    draft.hang(subject, clause, dep);
}

fn first_of(draft: &Draft, token: usize) -> usize {
    (0..token)
        .find(|&at| draft.is_below(at, token))
        .unwrap_or(token)
}

/// The last word of the phrase that goes on without a comma.
fn last_of(draft: &Draft, token: usize) -> usize {
    (token..draft.len())
        .take_while(|&at| draft.is_below(at, token) && draft.word(at) != COMMA)
        .last()
        .unwrap_or(token)
}

/// "…, its mayor, Ana Roe, reported, …": the noun for somebody that a name explains, before a verb of report without subject.
fn apposed(draft: &Draft, verb: usize) -> Option<usize> {
    let lone = draft.says(verb)
        && draft.tag(verb) == Tag::VBD
        && matches!(draft.dep(verb), Dep::Advcl | Dep::Conj)
        && draft.head(verb) < verb
        && !draft.kids(verb).any(|kid| is_subject(draft, kid))
        && draft.kid(verb, Dep::Mark).is_none()
        && draft.word(verb - 1) == COMMA;
    if !lone {
        return None;
    }
    let name = (0..verb - 1).rev().find(|&at| {
        draft.pos(at) == Pos::Propn && draft.dep(at) == Dep::Appos && last_of(draft, at) + 2 == verb
    })?;
    let noun = draft.head(name);
    let somebody = draft.lexicon.words.is_somebody(draft.lemma(noun));
    let set_off = first_of(draft, noun)
        .checked_sub(1)
        .map(|at| draft.word(at));
    let apposed = draft.dep(noun) == Dep::Appos && set_off == Some(COMMA);
    (somebody && apposed && noun < name).then_some(noun)
}

/// "Parts of the city, officials in the capital insist, remain theirs": a report that the parser takes for a noun of the phrase
/// before it, which leaves the clause two subjects.
fn lost(draft: &mut Draft, verb: usize) {
    let taken = draft.tag(verb) == Tag::NN
        && draft.dep(verb) == Dep::Pobj
        && draft.says(verb)
        && draft.word((verb + 1).min(draft.len() - 1)) == COMMA;
    let place = verb - 1;
    let glued = draft.head(place) == verb && draft.dep(place) == Dep::Compound;
    let preposition = draft.head(verb);
    let speaker = draft.head(preposition);
    let clause = draft.head(speaker);
    let second = is_subject(draft, speaker)
        && draft
            .kids(clause)
            .any(|kid| is_subject(draft, kid) && kid < speaker);
    let opened = first_of(draft, speaker).checked_sub(1);
    let set_off = opened.is_some_and(|at| draft.word(at) == COMMA);
    if !(taken && glued && second && set_off) {
        return;
    }
    let before: Vec<usize> = draft.kids(verb).filter(|&kid| kid < place).collect();
    draft.hang(place, preposition, Dep::Pobj);
    draft.hand_over(before, place);
    draft.sentence.tokens[verb].pos = Pos::Verb;
    draft.sentence.tokens[verb].tag = Tag::VBP;
    draft.hang(verb, clause, Dep::Parataxis);
    draft.hang(speaker, verb, Dep::Nsubj);
}
