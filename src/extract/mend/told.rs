//! "Said in a report published on Monday that …": what is told hangs on the word of report, not on the document or day beside
//! it; and a name set off by commas before that word is its subject.

use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::{COMMA, Draft};

pub(super) fn mend(draft: &mut Draft) {
    for clause in 3..draft.len() {
        described(draft, clause);
    }
    for token in 0..draft.len() {
        set_off(draft, token);
        clause_of_document(draft, token);
    }
}

/// A clause with "that" which the parser hung on the noun of a phrase behind the word of report.
fn clause_of_document(draft: &mut Draft, verb: usize) {
    // "…, the army said, in a case that shocked the town": an inserted report tells what stands around it.
    let inserted = draft.dep(verb) == Dep::Parataxis;
    let active = draft.is_finite(verb) && draft.pos(verb) == Pos::Verb && draft.says(verb);
    if !active
        || inserted
        || draft.kid(verb, Dep::Ccomp).is_some()
        || draft.kid(verb, Dep::Dobj).is_some()
    {
        return;
    }
    let told = |clause: usize| {
        let that = |kid: usize| draft.dep(kid) == Dep::Mark && draft.tag(kid) == Tag::IN;
        let subject =
            |kid: usize| matches!(draft.dep(kid), Dep::Nsubj | Dep::Nsubjpass | Dep::Expl);
        let acl = draft.dep(clause) == Dep::Acl && draft.kids(clause).any(that);
        (acl || is_whole(draft, clause)) && draft.kids(clause).any(subject)
    };
    let nouns = draft
        .kids(verb)
        .filter(|&kid| kid > verb && draft.dep(kid) == Dep::Prep)
        .filter_map(|kid| {
            draft
                .kid(kid, Dep::Pobj)
                .filter(|&noun| !answered(draft, kid, noun))
        });
    // "at a session of the council that …": the last noun of the phrase.
    let within = |noun: usize| {
        let below = draft
            .kids(noun)
            .filter(|&kid| draft.dep(kid) == Dep::Prep)
            .filter_map(|kid| draft.kid(kid, Dep::Pobj));
        std::iter::once(noun).chain(below.collect::<Vec<_>>())
    };
    let clause =
        { nouns.flat_map(within) }.find_map(|noun| draft.kids(noun).find(|&kid| told(kid)));
    if let Some(clause) = clause {
        draft.hang(clause, verb, Dep::Ccomp);
    }
}

/// "responded to claims that she had lied": what is claimed, and nothing that she says.
fn answered(draft: &Draft, preposition: usize, noun: usize) -> bool {
    let to = draft
        .lexicon
        .words
        .has(Set::GoalPreposition, draft.lemma(preposition));
    to && draft.names_report(noun)
}

/// "insisted in an interview that she had not lied": a clause with all that it needs describes no interview, though the parser
/// takes its "that" for one of those that do.
fn is_whole(draft: &Draft, clause: usize) -> bool {
    let that = |kid: usize| draft.dep(kid) == Dep::Mark && draft.tag(kid) == Tag::WDT;
    let filled = |kid: usize| {
        matches!(
            draft.dep(kid),
            Dep::Dobj | Dep::Attr | Dep::Acomp | Dep::Ccomp | Dep::Xcomp | Dep::Nsubjpass
        )
    };
    draft.dep(clause) == Dep::Relcl
        && draft.kids(clause).any(that)
        && draft.kids(clause).any(filled)
}

/// "The chair of the board, Jane Roe, announced on Monday that …": no participle of the noun, but what the noun did.
fn set_off(draft: &mut Draft, verb: usize) {
    let noun = draft.head(verb);
    let participle = draft.dep(verb) == Dep::Acl && draft.tag(verb) == Tag::VBN && noun < verb;
    let root = draft.dep(noun) == Dep::Root && draft.is_nominal(noun);
    let comma = verb > 0 && draft.word(verb - 1) == COMMA;
    let tells = draft
        .kids(verb)
        .any(|kid| draft.dep(kid) == Dep::Ccomp && kid > verb);
    // "replied by text message that …": by what means, and not by whom.
    let means = |agent: usize| {
        let noun = draft.kid(agent, Dep::Pobj);
        noun.is_some_and(|at| draft.lexicon.words.has(Set::DocumentNoun, draft.lemma(at)))
    };
    let agent = draft.kid(verb, Dep::Agent).is_some_and(|at| !means(at));
    if participle && root && comma && tells && !agent && draft.says(verb) {
        draft.make_root(verb);
        draft.sentence.tokens[verb].tag = Tag::VBD;
        draft.hang(noun, verb, Dep::Nsubj);
    }
}

/// "Said the sheets that Roe showed were forged": what is told of the sheets, and nothing that Roe showed beside them.
fn described(draft: &mut Draft, clause: usize) {
    let relative = draft.head(clause);
    let noun = draft.head(relative);
    let report = draft.head(noun);
    let taken = draft.dep(clause) == Dep::Ccomp
        && relative < clause
        && draft.dep(relative) == Dep::Relcl
        && noun < relative;
    let own = |dep| draft.kid(clause, dep).is_some();
    let bare = taken && !own(Dep::Nsubj) && !own(Dep::Nsubjpass) && !own(Dep::Mark);
    let gap = |kid: usize| {
        draft.dep(kid) == Dep::Dobj
            && matches!(draft.tag(kid), Tag::WDT | Tag::WP)
            && kid < relative
    };
    let finite = draft.is_finite(clause) || draft.kids(clause).any(|kid| draft.is_finite(kid));
    let told = draft.dep(noun) == Dep::Dobj && report < noun && draft.says(report);
    if bare && finite && told && draft.kids(relative).any(gap) {
        draft.hang(clause, report, Dep::Ccomp);
        draft.hang_subject(noun, clause);
    }
}
