//! "Poured cold water on the claim that it was for sale": an idiom of denial before a report that is told denies it as the verb
//! of its line in the list would ("refuted the claim that …").

use compact_str::CompactString;

use crate::lexicon::denial_idioms::Idiom;
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::super::tree::OF;
use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for verb in 0..draft.len() {
        if draft.pos(verb) != Pos::Verb {
            continue;
        }
        if let Some(last) = last_word(draft, verb)
            && let Some(report) = told_report(draft, last)
        {
            stand_in(draft, verb, last, report);
        }
    }
}

/// The last word of the idiom of a verb by which its subject denies; `None` where it has none.
fn last_word(draft: &Draft, verb: usize) -> Option<usize> {
    let idioms = draft.lexicon.idioms.of_verb(draft.lemma(verb));
    if idioms.is_empty() || draft.kid(verb, Dep::Neg).is_some() {
        return None;
    }
    let behind: Vec<&str> = (verb + 1..draft.len()).map(|at| draft.lemma(at)).collect();
    let plain = |idiom: &&Idiom| {
        idiom.by_subject && !idiom.charged && !idiom.negated && !idiom.passive && !idiom.willed
    };
    let mut lengths = idioms
        .iter()
        .filter(plain)
        .filter_map(|idiom| idiom.fits(&behind));
    lengths.find(|&words| words > 0).map(|words| verb + words)
}

/// The word for what was said behind the idiom, where a clause or a noun below it tells it.
fn told_report(draft: &Draft, last: usize) -> Option<usize> {
    let report = draft
        .kids(last)
        .find(|&kid| kid > last && draft.dep(kid) == Dep::Pobj)?;
    let words = &draft.lexicon.words;
    let talk = words.has(Set::SingularReport, draft.lemma(report)) && draft.tag(report) == Tag::NN;
    let clause = |kid: usize| {
        matches!(draft.dep(kid), Dep::Acl | Dep::Ccomp | Dep::Relcl)
            && draft.kid(kid, Dep::Mark).is_some()
    };
    let matter = |kid: usize| {
        let about = words.has(Set::MatterPreposition, draft.lemma(kid)) || draft.lemma(kid) == OF;
        draft.dep(kid) == Dep::Prep && about && draft.kid(kid, Dep::Pobj).is_some()
    };
    let told = draft
        .kids(report)
        .any(|kid| kid > report && (clause(kid) || matter(kid)));
    (told && (talk || draft.names_report(report))).then_some(report)
}

/// Makes the verb that stands in for the idiom govern the report.
fn stand_in(draft: &mut Draft, verb: usize, last: usize, report: usize) {
    let Some(lemma) = draft.lexicon.words.of(Set::DenialStandIn).min() else {
        return;
    };
    let lemma = CompactString::from(lemma);
    let inner: Vec<usize> = draft
        .kids(verb)
        .filter(|kid| (verb + 1..=last).contains(kid))
        .collect();
    for token in inner {
        draft.sentence.tokens[token].dep = Dep::Dep;
    }
    draft.hang(report, verb, Dep::Dobj);
    draft.sentence.tokens[verb].lemma = lemma.clone();
    draft.lemmas[verb] = lemma;
}
