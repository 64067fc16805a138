//! "Belmar, which a rival accused of theft, closed": the clause about Belmar, which the parser takes for two names of it;
//! "attacks that Peru blamed on Chile", where the parser takes the verb for a participle; "that it fell, which the army
//! disputes", where it takes it for a noun.

use compact_str::CompactString;

use crate::lexicon::cues::{CueClass, CuePart};
use crate::model::parsed::{Dep, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for verb in 3..draft.len() {
        blamed(draft, verb);
        answered(draft, verb);
        let subject = draft.head(verb);
        let pronoun = draft.head(subject);
        let noun = draft.head(pronoun);
        let participle = draft.tag(verb) == Tag::VBN
            && draft.dep(verb) == Dep::Acl
            && draft.cue_class(verb).is_some();
        let taken = draft.dep(subject) == Dep::Appos
            && draft.dep(pronoun) == Dep::Appos
            && matches!(draft.tag(pronoun), Tag::WDT | Tag::WP);
        let order = noun < pronoun && pronoun < subject && subject < verb;
        if participle && taken && order && draft.is_nominal(subject) {
            draft.sentence.tokens[verb].tag = Tag::VBD;
            draft.hang(subject, pronoun, Dep::Dep);
            draft.hang(verb, noun, Dep::Relcl);
            draft.hang(subject, verb, Dep::Nsubj);
            draft.hang(pronoun, verb, Dep::Dobj);
        }
    }
}

/// "attacks that Peru blamed on Chile": a verb with its own subject and a word that stands for what is blamed tells what
/// somebody did, whatever the parser takes it for.
fn blamed(draft: &mut Draft, verb: usize) {
    let participle = draft.tag(verb) == Tag::VBN
        && matches!(draft.dep(verb), Dep::Acl | Dep::Relcl | Dep::Conj)
        && draft.cue_class(verb) == Some(CueClass::Accuse);
    let helped = [Dep::Aux, Dep::Auxpass]
        .into_iter()
        .any(|dep| draft.kid(verb, dep).is_some());
    let subject = draft.kid(verb, Dep::Nsubj);
    let object = draft.kid(verb, Dep::Dobj);
    let relative = |at: usize| matches!(draft.tag(at), Tag::WDT | Tag::IN);
    let told = object.is_some_and(relative) && object < subject;
    if participle && told && !helped {
        draft.sentence.tokens[verb].tag = Tag::VBD;
        if draft.dep(verb) == Dep::Acl {
            draft.sentence.tokens[verb].dep = Dep::Relcl;
        }
    }
}

/// "that they are orphans, which the charity disputes": the verb of the answer, which the parser takes for a plural noun.
fn answered(draft: &mut Draft, verb: usize) {
    let subject = verb - 1;
    let taken = draft.tag(verb) == Tag::NNS
        && draft.dep(verb) == Dep::Relcl
        && draft.head(subject) == verb
        && matches!(draft.dep(subject), Dep::Compound | Dep::Nmod)
        && draft.is_nominal(subject);
    let relative = |&kid: &usize| kid < subject && draft.tag(kid) == Tag::WDT;
    let Some(which) = draft.kids(verb).find(relative).filter(|_| taken) else {
        return;
    };
    let lemma = CompactString::from(draft.lemma(verb));
    let meant = draft.lexicon.lemmas.meant(&lemma).map(CompactString::from);
    let lemma = meant.unwrap_or(lemma);
    let entry = draft.lexicon.cues.find(&lemma, CuePart::Verb);
    if entry.is_none_or(|entry| !matches!(entry.class, CueClass::Deny | CueClass::Confirm)) {
        return;
    }
    let before: Vec<usize> = draft
        .kids(verb)
        .filter(|&kid| which < kid && kid < subject)
        .collect();
    draft.respell(verb, lemma);
    draft.make_verb(verb);
    draft.hand_over(before, subject);
    draft.hang(subject, verb, Dep::Nsubj);
    draft.hang(which, verb, Dep::Dobj);
}
