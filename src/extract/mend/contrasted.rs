//! "Says a lack of rain, not pumps, is to blame": what stands before the contrast is the subject of what is said, and no object of
//! the word of report.

use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Tag};

use super::{COMMA, Draft};

pub(super) fn mend(draft: &mut Draft) {
    for verb in 1..draft.len() {
        let object = draft.kid(verb, Dep::Dobj).filter(|&at| at > verb);
        let Some(object) = object.filter(|_| draft.says(verb) && draft.is_finite(verb)) else {
            continue;
        };
        if let Some(clause) = joined(draft, verb).filter(|&at| contrasts(draft, object, at)) {
            draft.sentence.tokens[clause].dep = Dep::Ccomp;
            draft.hang(object, clause, Dep::Nsubj);
        } else if let Some(to) = to_blame(draft, object).filter(|&at| contrasts(draft, object, at))
        {
            let blame = to + 1;
            draft.hang(blame, verb, Dep::Ccomp);
            draft.hang(object, blame, Dep::Nsubjpass);
            draft.sentence.tokens[blame].tag = Tag::VBN;
            draft.sentence.tokens[to].dep = Dep::Auxpass;
        }
    }
}

/// The verb behind the contrast, which the parser takes for a second deed of whoever says so.
fn joined(draft: &Draft, verb: usize) -> Option<usize> {
    let bare = |at: usize| {
        [Dep::Nsubj, Dep::Cc]
            .iter()
            .all(|&dep| draft.kid(at, dep).is_none())
    };
    let next = |&at: &usize| draft.dep(at) == Dep::Conj && draft.is_finite(at) && bare(at);
    let alone = draft.kid(verb, Dep::Cc).is_none() && draft.kid(verb, Dep::Ccomp).is_none();
    draft.kids(verb).find(next).filter(|_| alone)
}

/// The "to" of "to blame", where a headline leaves out its copula.
fn to_blame(draft: &Draft, noun: usize) -> Option<usize> {
    let blames = |&at: &usize| {
        let clause = matches!(draft.dep(at), Dep::Relcl | Dep::Acl);
        clause && draft.lexicon.words.has(Set::BlameVerb, draft.lemma(at))
    };
    let verb = draft.kids(noun).find(blames)?;
    draft
        .kid(verb, Dep::Aux)
        .filter(|&to| draft.tag(to) == Tag::TO && to + 1 == verb)
}

/// Whether "not" something stands between commas before a word.
fn contrasts(draft: &Draft, object: usize, end: usize) -> bool {
    let comma = end > 0 && draft.word(end - 1) == COMMA;
    let negates = |at: usize| {
        let words = &draft.lexicon.words;
        words.has(Set::Negator, draft.lemma(at)) && (object..at).any(|at| draft.word(at) == COMMA)
    };
    comma && (object + 1..end).any(negates)
}
