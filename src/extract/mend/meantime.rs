//! "Suspect held as minister blames miners": of a headline's two clauses the parser may join the second verb to the first
//! subject, as if what stands behind "as" told only when.

use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for as_ in 2..draft.len().saturating_sub(2) {
        if let Some(clauses) = clauses(draft, as_) {
            part(draft, as_, &clauses);
        }
    }
}

struct Clauses {
    /// What the first clause is about, and its participle.
    subject: usize,
    participle: usize,
    /// Who acts meanwhile, and the verb.
    doer: usize,
    verb: usize,
}

fn clauses(draft: &Draft, as_: usize) -> Option<Clauses> {
    let participle = draft.head(as_);
    let begins = draft.lexicon.words.has(Set::AsPreposition, draft.word(as_))
        && draft.dep(as_) == Dep::Prep
        && draft.tag(participle) == Tag::VBN
        && draft.dep(participle) == Dep::Acl
        && participle < as_;
    let subject = draft.head(participle);
    let verb = draft.head(subject);
    let joined = draft.dep(subject) == Dep::Nsubj
        && verb > as_
        && draft.is_finite(verb)
        && draft.pos(verb) == Pos::Verb;
    let doer = (as_ + 1..verb)
        .rev()
        .find(|&at| draft.pos(at) != Pos::Adv)
        .filter(|&at| draft.is_nominal(at))?;
    let own = draft.head(doer) == as_ || draft.head(doer) == verb;
    (begins && joined && own).then_some(Clauses {
        subject,
        participle,
        doer,
        verb,
    })
}

fn part(draft: &mut Draft, as_: usize, clauses: &Clauses) {
    let Clauses {
        subject,
        participle,
        doer,
        verb,
    } = *clauses;
    draft.put_in_place(participle, verb);
    draft.hang(verb, participle, Dep::Advcl);
    draft.hang(subject, participle, Dep::Nsubjpass);
    draft.hang(doer, verb, Dep::Nsubj);
    draft.hang(as_, verb, Dep::Mark);
    let word = &mut draft.sentence.tokens[as_];
    (word.pos, word.tag) = (Pos::Sconj, Tag::IN);
}
