//! "Debris of a drone set a unit alight, the crew said", "the sheets that the party uploaded were forged": a verb in the past
//! that the parser takes for a participle of the noun before it.

use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::{COMMA, Draft};

pub(super) fn mend(draft: &mut Draft) {
    for noun in 0..draft.len() {
        described(draft, noun);
        timed(draft, noun);
        let report = draft.head(noun);
        let loose = matches!(draft.dep(noun), Dep::Npadvmod | Dep::Dep | Dep::Ccomp);
        if !loose || draft.pos(noun) != Pos::Noun || report <= noun || !draft.says(report) {
            continue;
        }
        if let Some(verb) = told_by(draft, noun, report) {
            draft.sentence.tokens[verb].tag = Tag::VBD;
            draft.hang(verb, report, Dep::Ccomp);
            draft.hang(noun, verb, Dep::Nsubj);
        }
    }
}

/// The participle with an object below the noun, where the speaker of the report stands behind a comma.
fn told_by(draft: &Draft, noun: usize, report: usize) -> Option<usize> {
    let speaker = draft.kid(report, Dep::Nsubj).filter(|&at| at > noun)?;
    let own = |&at: &usize| draft.is_below(at, noun);
    let comma = (noun..speaker).any(|at| draft.word(at) == COMMA);
    let finite = (noun..speaker).filter(own).any(|at| draft.is_finite(at));
    let verb = (noun + 1..speaker).filter(own).find(|&at| {
        draft.tag(at) == Tag::VBN && draft.dep(at) == Dep::Acl && draft.kid(at, Dep::Dobj).is_some()
    });
    verb.filter(|_| comma && !finite)
}

/// "The sheets that the party uploaded were forged": the sentence is that they were forged, and the party uploaded them.
fn described(draft: &mut Draft, noun: usize) {
    let root = draft.head(noun) == noun && draft.pos(noun) == Pos::Noun;
    let clause = draft
        .kids(noun)
        .find(|&kid| kid > noun && draft.dep(kid) == Dep::Relcl && draft.tag(kid) == Tag::VBN);
    let Some(clause) = clause.filter(|_| root) else {
        return;
    };
    let that = draft.kid(clause, Dep::Mark).filter(|&at| at == noun + 1);
    let subject = draft.kid(clause, Dep::Nsubjpass);
    let helper = draft.kid(clause, Dep::Auxpass);
    let (Some(that), Some(subject), Some(helper)) = (that, subject, helper) else {
        return;
    };
    let verb = draft
        .kids(subject)
        .find(|&kid| draft.dep(kid) == Dep::Acl && draft.tag(kid) == Tag::VBN && kid < helper);
    let Some(verb) = verb else { return };
    draft.put_in_place(clause, noun);
    draft.hang(noun, clause, Dep::Nsubjpass);
    draft.sentence.tokens[verb].tag = Tag::VBD;
    draft.hang(verb, noun, Dep::Relcl);
    draft.hang(subject, verb, Dep::Nsubj);
    draft.hang(that, verb, Dep::Dobj);
    draft.sentence.tokens[that].tag = Tag::WDT;
    let before: Vec<usize> = draft
        .kids(noun)
        .filter(|&kid| kid < noun && draft.dep(kid) == Dep::Prep)
        .collect();
    draft.hand_over(before, clause);
}

/// "closed after a march turned violent", "fell ill after a plane sprayed the yard": a verb in the past right behind the noun
/// of such a phrase is that of a clause of time.
fn timed(draft: &mut Draft, verb: usize) {
    let noun = draft.head(verb);
    let prior = draft.head(noun);
    let finite = draft.tag(verb) == Tag::VBD && draft.dep(verb) == Dep::Acl && noun + 1 == verb;
    let phrase = draft.dep(noun) == Dep::Pobj
        && draft.dep(prior) == Dep::Prep
        && draft.lexicon.words.has(Set::PriorMark, draft.lemma(prior));
    let goes_on = draft.kids(verb).any(|kid| {
        let told = matches!(
            draft.dep(kid),
            Dep::Dobj | Dep::Oprd | Dep::Acomp | Dep::Prep
        );
        told && kid > verb
    });
    let agent = draft.kid(verb, Dep::Agent).is_some();
    if finite && phrase && goes_on && !agent {
        draft.hang(verb, draft.head(prior), Dep::Advcl);
        draft.hang(noun, verb, Dep::Nsubj);
        draft.hang(prior, verb, Dep::Mark);
    }
}
