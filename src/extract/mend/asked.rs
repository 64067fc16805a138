//! "Asked whether his men had burned the school, the colonel said: 'Nothing of the sort.'": whoever gives a flat answer to a
//! question denies what was asked.

use compact_str::CompactString;

use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for asked in 0..draft.len() {
        let asks = draft.lexicon.words.has(Set::AskingVerb, draft.lemma(asked));
        if !asks || !matches!(draft.tag(asked), Tag::VBN | Tag::VBD) {
            continue;
        }
        if let Some(report) = report_of(draft, asked)
            && let Some(clause) = asked_clause(draft, asked)
            && is_flat_answer(draft, report)
        {
            give_subject(draft, asked, report);
            deny(draft, report, clause);
        }
    }
}

/// The verb by which the answer is reported: that above "asked …," or that of whoever was asked.
fn report_of(draft: &Draft, asked: usize) -> Option<usize> {
    let above = draft.head(asked);
    let report = match draft.dep(asked) {
        Dep::Advcl => above,
        Dep::Acl | Dep::Relcl if draft.dep(above) == Dep::Nsubj => draft.head(above),
        // "Norway's general, asked whether he had fled, said": the parser may take what he was asked for who speaks.
        Dep::Csubj => above,
        _ => return None,
    };
    (report > asked && draft.pos(report) == Pos::Verb && draft.says(report)).then_some(report)
}

/// What was asked: "whether he had fled", "about claims that he had fled".
fn asked_clause(draft: &Draft, asked: usize) -> Option<usize> {
    let words = &draft.lexicon.words;
    let open = |at: usize| {
        let mark = draft.kid(at, Dep::Mark);
        mark.is_some_and(|mark| words.has(Set::ConditionOnly, draft.lemma(mark)))
    };
    let whether = |&kid: &usize| {
        let clause = matches!(draft.dep(kid), Dep::Ccomp | Dep::Advcl | Dep::Xcomp);
        clause && kid > asked && open(kid)
    };
    let told = || {
        let about = draft
            .kids(asked)
            .find(|&kid| draft.dep(kid) == Dep::Prep && kid > asked)?;
        let report = draft.kid(about, Dep::Pobj)?;
        let clause = |&kid: &usize| {
            matches!(draft.dep(kid), Dep::Acl | Dep::Relcl) && draft.kid(kid, Dep::Mark).is_some()
        };
        let named = draft.names_report(report);
        draft.kids(report).find(clause).filter(|_| named)
    };
    draft.kids(asked).find(whether).or_else(told)
}

/// Whether all that is reported behind the verb is a word or two of denial.
fn is_flat_answer(draft: &Draft, report: usize) -> bool {
    let words = &draft.lexicon.words;
    let said: Vec<&str> = (report + 1..draft.len())
        .filter(|&at| !matches!(draft.pos(at), Pos::Punct | Pos::Space))
        .map(|at| draft.word(at))
        .collect();
    let no = |word: &&str| words.has(Set::NoAnswer, word);
    words.has(Set::FlatDenial, &said.join("_")) || said.len() == 1 && said.iter().all(no)
}

/// Whoever was asked answers, where nobody else does.
fn give_subject(draft: &mut Draft, asked: usize, report: usize) {
    let own = draft.kid(report, Dep::Nsubj).is_some();
    let subject = [Dep::Nsubj, Dep::Nsubjpass]
        .into_iter()
        .find_map(|dep| draft.kid(asked, dep).filter(|&at| at < asked));
    if let Some(subject) = subject.filter(|_| !own) {
        draft.hang(subject, report, Dep::Nsubj);
        draft.hang(asked, report, Dep::Advcl);
    }
}

/// Makes the answer a denial of what was asked.
fn deny(draft: &mut Draft, report: usize, clause: usize) {
    let words = &draft.lexicon.words;
    let (Some(lemma), Some(that)) = (
        words.of(Set::DenialStandIn).min(),
        words.of(Set::ThatMark).min(),
    ) else {
        return;
    };
    let (lemma, that) = (CompactString::from(lemma), CompactString::from(that));
    if let Some(mark) = draft.kid(clause, Dep::Mark) {
        draft.respell(mark, that);
    }
    draft.respell(report, lemma);
    let answer: Vec<usize> = draft.kids(report).filter(|&kid| kid > report).collect();
    for token in answer {
        draft.sentence.tokens[token].dep = Dep::Dep;
    }
    draft.hang(clause, report, Dep::Ccomp);
}
