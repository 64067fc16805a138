//! "…, a charge Norway rejects", "…, a claim that the crew has denied": a report that stands for the clause before it, and who
//! answers it, where the parser takes both for one name.

use crate::lexicon::cues::CueClass;
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::{COMMA, Draft};

/// Most words between the noun and the verb ("the transport minister of the province has").
const MOST: usize = 8;

pub(super) fn mend(draft: &mut Draft) {
    for noun in 3..draft.len() {
        if let Some(verb) = answering(draft, noun) {
            apply(draft, noun, verb);
        }
    }
}

/// The verb of answer that closes the sentence behind a noun of report with an article and a comma.
fn answering(draft: &Draft, noun: usize) -> Option<usize> {
    let words = &draft.lexicon.words;
    let named = words.has(Set::BackNoun, draft.lemma(noun))
        && draft.pos(noun - 1) == Pos::Det
        && draft.word(noun - 2) == COMMA;
    let thing = words.has(Set::ThingPronoun, draft.lemma(noun)) && draft.word(noun - 1) == COMMA;
    let apposed = named || thing;
    let last = (noun + 2..draft.len()).take(MOST);
    let verb = last.clone().find(|&at| {
        let ends = at + 1 == draft.len() || draft.pos(at + 1) == Pos::Punct;
        ends && draft.cue_class(at) == Some(CueClass::Deny)
    })?;
    let plain = (noun + 1..verb).all(|at| draft.pos(at) != Pos::Punct);
    let mended =
        draft.pos(verb) == Pos::Verb && draft.dep(verb) == Dep::Relcl && draft.head(verb) == noun;
    (apposed && plain && !mended && subject(draft, noun, verb).is_some()).then_some(verb)
}

/// The last noun or pronoun before the verb, its auxiliaries aside.
fn subject(draft: &Draft, noun: usize, verb: usize) -> Option<usize> {
    let last =
        (noun + 1..verb).rfind(|&at| draft.pos(at) != Pos::Aux && draft.pos(at) != Pos::Adv)?;
    draft.is_nominal(last).then_some(last)
}

fn apply(draft: &mut Draft, noun: usize, verb: usize) {
    let Some(subject) = subject(draft, noun, verb) else {
        return;
    };
    let inside = |at: usize| (noun..=verb).contains(&at);
    let outer = [noun, verb, subject]
        .into_iter()
        .map(|at| draft.head(at))
        .find(|&head| !inside(head));
    // It stands for the clause, not for the noun before it.
    let mut clause = outer.unwrap_or(noun - 3);
    while !matches!(draft.pos(clause), Pos::Verb | Pos::Aux) && draft.head(clause) != clause {
        clause = draft.head(clause);
    }
    draft.hang(noun, clause, Dep::Npadvmod);
    if draft.pos(noun - 1) == Pos::Det {
        draft.hang(noun - 1, noun, Dep::Det);
    }
    let word = &mut draft.sentence.tokens[verb];
    (word.pos, word.tag) = (Pos::Verb, Tag::VBZ);
    draft.hang(verb, noun, Dep::Relcl);
    draft.hang(subject, verb, Dep::Nsubj);
    for at in (noun + 1..verb).filter(|&at| at != subject) {
        let (head, dep) = match draft.pos(at) {
            Pos::Aux => (verb, Dep::Aux),
            Pos::Adv => (verb, Dep::Advmod),
            Pos::Det => (subject, Dep::Det),
            Pos::Adj => (subject, Dep::Amod),
            Pos::Sconj => {
                let word = &mut draft.sentence.tokens[at];
                (word.pos, word.tag) = (Pos::Pron, Tag::WDT);
                (verb, Dep::Dobj)
            }
            _ if inside(draft.head(at)) => (subject, Dep::Compound),
            _ => continue,
        };
        draft.hang(at, head, dep);
    }
}
