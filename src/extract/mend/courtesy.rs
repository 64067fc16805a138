//! "The ministry would like to stress that …", "is pleased to announce that …": what is told politely is told; "A group
//! boasted of …": a word of report that the parser took for a participle of who reports.

use crate::lexicon::cues::CueClass;
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for token in 1..draft.len() {
        polite(draft, token);
        participle(draft, token);
    }
}

/// A word of report with a clause, in the infinitive under a word of wish or pleasure: it takes that word's place.
fn polite(draft: &mut Draft, report: usize) {
    let infinitive = draft.tag(report) == Tag::VB && draft.dep(report) == Dep::Xcomp;
    let told = draft.kid(report, Dep::Ccomp).is_some();
    if !infinitive || !told || !says(draft, report) {
        return;
    }
    let above = draft.head(report);
    let root = match draft.pos(above) {
        Pos::Adj => draft.head(above),
        _ => above,
    };
    let glad = draft.lexicon.words.has(Set::GladWord, draft.lemma(above));
    let affirmed = draft.kid(root, Dep::Neg).is_none();
    let tense = draft.kids(root).any(|kid| {
        let aux = draft.dep(kid) == Dep::Aux;
        aux && draft.lexicon.words.has(Set::PossibleAux, draft.lemma(kid))
    });
    let subject = draft.kid(root, Dep::Nsubj).filter(|&at| at < report);
    let Some(subject) = subject.filter(|_| glad && affirmed && !tense) else {
        return;
    };
    draft.put_in_place(report, root);
    draft.hang(root, report, Dep::Dep);
    draft.hang(subject, report, Dep::Nsubj);
    draft.sentence.tokens[report].tag = Tag::VBP;
}

/// "A hacking group boasted of 2,000 records." has no other verb.
fn participle(draft: &mut Draft, verb: usize) {
    let noun = draft.head(verb);
    let taken = draft.tag(verb) == Tag::VBN
        && draft.dep(verb) == Dep::Acl
        && draft.dep(noun) == Dep::Root
        && draft.is_nominal(noun)
        && noun + 1 == verb;
    let last = draft.len() - 1;
    let whole = draft.tag(last) == Tag::Stop;
    let agent = draft.kid(verb, Dep::Agent).is_some();
    let alone = !(0..draft.len()).any(|at| draft.is_finite(at));
    if taken && whole && alone && !agent && says(draft, verb) {
        draft.make_root(verb);
        draft.hang(noun, verb, Dep::Nsubj);
        draft.sentence.tokens[verb].tag = Tag::VBD;
    }
}

fn says(draft: &Draft, token: usize) -> bool {
    draft.says(token) || draft.cue_class(token) == Some(CueClass::Deny)
}
