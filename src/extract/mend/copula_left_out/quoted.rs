//! "Roe rejects criticism: strike 'not a holiday'": a headline leaves "is" out before a quoted predicate that is negated; the
//! mark stands for it.

use compact_str::CompactString;

use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::super::super::matter::BE;
use super::super::{COLON, COMMA, Draft};

pub(super) fn mend(draft: &mut Draft) {
    if let Some(found) = (4..draft.len()).find_map(|not| found(draft, not)) {
        apply(draft, &found);
    }
}

/// What the words behind the colon are.
struct Found {
    /// The verb before the colon.
    verb: usize,
    colon: usize,
    subject: usize,
    mark: usize,
    predicate: usize,
}

/// A negation right behind a mark of quotation, which only a noun stands between and the colon.
fn found(draft: &Draft, not: usize) -> Option<Found> {
    let (mark, subject) = (not - 1, not - 2);
    let negated = draft.lexicon.words.has(Set::Negator, draft.word(not)) && is_mark(draft, mark);
    let colon = (1..subject).rfind(|&at| draft.word(at) == COLON)?;
    let verb = (0..colon).find(|&at| draft.head(at) == at && draft.pos(at) == Pos::Verb)?;
    let noun = draft.is_nominal(subject) && draft.is_finite(verb);
    let last = (not + 1..draft.len())
        .take_while(|&at| !is_mark(draft, at))
        .last()?;
    let whole = (last + 1..draft.len()).all(|at| is_mark(draft, at));
    let plain = |at: usize| !matches!(draft.pos(at), Pos::Verb | Pos::Aux | Pos::Adp);
    let bare = (colon + 1..=subject).chain(not + 1..=last).all(plain);
    let named = matches!(draft.pos(last), Pos::Noun | Pos::Adj | Pos::Propn);
    (negated && noun && whole && bare && named).then_some(Found {
        verb,
        colon,
        subject,
        mark,
        predicate: last,
    })
}

/// A sign that is neither a comma nor a colon, whatever the parser tagged it.
fn is_mark(draft: &Draft, at: usize) -> bool {
    let word = draft.word(at);
    !word.contains(char::is_alphanumeric) && word != COMMA && word != COLON
}

fn apply(draft: &mut Draft, found: &Found) {
    let &Found {
        verb,
        colon,
        subject,
        mark,
        predicate,
    } = found;
    draft.make_root(mark);
    draft.respell(mark, CompactString::from(BE));
    let word = &mut draft.sentence.tokens[mark];
    (word.pos, word.tag) = (Pos::Verb, Tag::VBZ);
    draft.hang(mark, verb, Dep::Ccomp);
    draft.hang(subject, mark, Dep::Nsubj);
    let dep = match draft.pos(predicate) {
        Pos::Adj => Dep::Acomp,
        _ => Dep::Attr,
    };
    draft.hang(predicate, mark, dep);
    draft.hang(mark + 1, mark, Dep::Neg);
    gather(draft, colon + 1..subject, subject);
    gather(draft, mark + 2..predicate, predicate);
}

/// Hangs on a word what stands before it and hangs elsewhere.
fn gather(draft: &mut Draft, stretch: std::ops::Range<usize>, head: usize) {
    for token in stretch.clone() {
        let above = draft.head(token);
        if above != head && !stretch.contains(&above) {
            let dep = match draft.dep(token) {
                dep @ (Dep::Det | Dep::Amod | Dep::Advmod | Dep::Poss | Dep::Nummod) => dep,
                _ => Dep::Compound,
            };
            draft.hang(token, head, dep);
        }
    }
}
