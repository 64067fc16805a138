//! "Police said two died; the opposition counted 24": what stands behind a semicolon with a subject of its own is a sentence of
//! its own, and no part of what the first one reports.

use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for sign in 1..draft.len().saturating_sub(1) {
        let semicolon = draft.lexicon.words.has(Set::Semicolon, draft.word(sign));
        if semicolon {
            part_subject(draft, sign);
        }
        if let Some((report, clause)) = semicolon.then(|| swallowed(draft, sign)).flatten() {
            let told: Vec<usize> = draft
                .kids(clause)
                .filter(|&kid| kid < sign && draft.dep(kid) == Dep::Ccomp)
                .collect();
            draft.hand_over(told, report);
            draft.hang(clause, report, Dep::Conj);
        }
    }
}

/// "The union said 800 workers would go; the firm's chief called that invented and said so": whoever stands right behind the
/// sign is the subject of the verb behind, and no other name of what stands before it.
fn part_subject(draft: &mut Draft, sign: usize) {
    let across = |at: &usize| draft.head(*at) < sign && draft.dep(*at) == Dep::Appos;
    let Some(noun) = (sign + 1..draft.len()).find(across) else {
        return;
    };
    let finite = |&kid: &usize| draft.dep(kid) == Dep::Acl && draft.is_finite(kid) && kid > noun;
    let Some(verb) = draft.kids(noun).find(finite) else {
        return;
    };
    let open = |&at: &usize| {
        let own = draft
            .kid(at, Dep::Nsubj)
            .is_some_and(|subject| subject > sign);
        draft.dep(at) == Dep::Conj && draft.head(at) < sign && !own
    };
    let mates: Vec<usize> = (verb + 1..draft.len()).filter(open).collect();
    draft.make_root(verb);
    draft.hang(noun, verb, Dep::Nsubj);
    for mate in mates {
        draft.hang(mate, verb, Dep::Conj);
    }
}

/// The word of report before a sign and the clause behind it that the parser takes for told by it, though it tells something
/// else.
fn swallowed(draft: &Draft, sign: usize) -> Option<(usize, usize)> {
    let clause = (sign + 1..draft.len()).find(|&at| {
        let verb = matches!(draft.pos(at), Pos::Verb | Pos::Aux);
        verb && draft.head(at) < sign && draft.dep(at) == Dep::Ccomp
    })?;
    let report = draft.head(clause);
    let subject = draft
        .kids(clause)
        .find(|&kid| matches!(draft.dep(kid), Dep::Nsubj | Dep::Nsubjpass))?;
    // "said: we won; they lost" goes on telling, and so does "the army said it had won; it held the town".
    let own = subject > sign && draft.pos(subject) != Pos::Pron;
    let content = |kid: usize| kid < sign && draft.dep(kid) == Dep::Ccomp && kid != clause;
    let told = draft.kids(report).any(content) || draft.kids(clause).any(content);
    let tells = draft.says(clause) || draft.cue_class(clause).is_some();
    // "the rebels said 40": a number in answer to the one before is read as it stands.
    let number = draft.kids(clause).any(|kid| draft.pos(kid) == Pos::Num);
    let after = report < sign && draft.says(report) && sign == report + 1;
    (own && told && !(number && draft.says(clause)) && (tells || after)).then_some((report, clause))
}
