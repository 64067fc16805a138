//! "To mourn a boy who died, his father said, while being chased by troops": a report between commas that is inserted in a
//! clause which describes somebody tells that clause, and not the one around it.

use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::{COMMA, Draft};

/// Tokens by which the verb of the clause may stand before the comma: "was shot", "was shot dead".
const NEAR: usize = 2;

pub(super) fn mend(draft: &mut Draft) {
    for verb in 3..draft.len() {
        if let Some((told, next)) = inserted(draft, verb) {
            tell(draft, (verb, told, next));
        }
    }
}

/// The verb of the clause in which a report is inserted, and the word with which that clause goes on.
fn inserted(draft: &Draft, verb: usize) -> Option<(usize, usize)> {
    let (closing, next) = (verb + 1, verb + 2);
    let reports = draft.says(verb) && draft.is_finite(verb) && next < draft.len();
    if !reports || draft.word(closing) != COMMA || !goes_on(draft, next) {
        return None;
    }
    let subject = draft.kid(verb, Dep::Nsubj).filter(|&at| at < verb)?;
    let first = (0..=subject).find(|&at| draft.is_below(at, subject))?;
    let opening = first.checked_sub(1).filter(|&at| draft.word(at) == COMMA)?;
    let before = opening.saturating_sub(NEAR)..opening;
    let told = before.rev().find(|&at| draft.dep(at) == Dep::Relcl)?;
    let whole = (told + 1..opening).all(|at| draft.is_below(at, told));
    (whole && !draft.is_below(told, subject)).then_some((told, next))
}

/// A preposition or a word that joins a clause of circumstance: "and" would go on with the clause around.
fn goes_on(draft: &Draft, next: usize) -> bool {
    draft.tag(next) == Tag::IN || draft.pos(next) == Pos::Adp
}

fn tell(draft: &mut Draft, (verb, told, next): (usize, usize, usize)) {
    let above = draft.head(verb);
    let around = draft.kids(verb).find(|&kid| draft.is_below(told, kid));
    if let Some(around) = around {
        draft.put_in_place(around, verb);
    }
    draft.hang(verb, told, Dep::Parataxis);
    // "…, a claim the police deny": the parser may take it for what is said.
    let behind = |&kid: &usize| kid > next && draft.dep(kid) == Dep::Dobj;
    let apposed = draft.kids(verb).find(behind);
    if let Some(apposed) = apposed {
        draft.hang(apposed, told, Dep::Npadvmod);
    }
    // What the clause goes on with stands under the word that opens it, or under the verb that the word marks.
    let mut rest = next;
    while draft.head(rest) > next && draft.head(rest) != rest {
        rest = draft.head(rest);
    }
    let hangs = draft.head(rest);
    if hangs != verb && hangs != above && Some(hangs) != around {
        return;
    }
    let by = draft.kid(told, Dep::Auxpass).is_some() && is_by(draft, next);
    let dep = match draft.dep(rest) {
        Dep::Prep if by => Dep::Agent,
        dep => dep,
    };
    draft.hang(rest, told, dep);
}

fn is_by(draft: &Draft, token: usize) -> bool {
    let words = &draft.lexicon.words;
    words.has(Set::AgentPreposition, draft.lemma(token))
}
