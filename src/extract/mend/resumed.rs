//! "The mayor said that all had gone and denied that …", "Norland says four killed, Sudland denies it": the second verb is
//! no part of what the first one tells.

use crate::lexicon::cues::CueClass;
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::{COMMA, Draft};

pub(super) fn mend(draft: &mut Draft, title: bool) {
    for verb in 1..draft.len() {
        if draft.pos(verb) != Pos::Verb || !answers(draft, verb) {
            continue;
        }
        go_on(draft, verb);
        if title {
            answer_in_title(draft, verb);
        }
    }
}

/// Whether a verb reports, answers or judges.
fn answers(draft: &Draft, verb: usize) -> bool {
    draft.cue_class(verb).is_some() || draft.lexicon.words.has(Set::NamingVerb, draft.lemma(verb))
}

/// "Said that they had gone and rejected the claim": one who tells what had been goes on himself in the plain past.
fn go_on(draft: &mut Draft, verb: usize) {
    let clause = first_of_row(draft, draft.head(verb));
    let plain = draft.tag(verb) == Tag::VBD
        && draft.dep(verb) == Dep::Conj
        && [
            Dep::Nsubj,
            Dep::Nsubjpass,
            Dep::Aux,
            Dep::Auxpass,
            Dep::Mark,
        ]
        .into_iter()
        .all(|dep| draft.kid(verb, dep).is_none());
    let content = matches!(draft.dep(clause), Dep::Ccomp | Dep::Acl);
    let had = draft.tag(clause) == Tag::VBN
        && content
        && draft
            .kids(clause)
            .any(|kid| draft.dep(kid) == Dep::Aux && draft.tag(kid) == Tag::VBD);
    // "rejected the charge that they had robbed it and blamed smugglers": the clause hangs on the noun.
    let above = draft.head(clause);
    let noun = draft.dep(clause) == Dep::Acl;
    let report = if noun { draft.head(above) } else { above };
    let answers = noun && draft.cue_class(report).is_some();
    let told = draft.tag(report) == Tag::VBD && (draft.says(report) || answers) && report < clause;
    let told_by_thing = plain && told && !noun && judges(draft, verb) && is_mute(draft, clause);
    if plain && had && told || told_by_thing || denies_now(draft, verb) {
        draft.hang(verb, report, Dep::Conj);
    }
}

/// "That two had been killed and three girls wounded": the first of clauses in a row.
fn first_of_row(draft: &Draft, clause: usize) -> usize {
    let above = draft.head(clause);
    match draft.dep(clause) == Dep::Conj && above < clause {
        true => first_of_row(draft, above),
        false => clause,
    }
}

/// A verb that answers or names what others told.
fn judges(draft: &Draft, verb: usize) -> bool {
    let names = draft.lexicon.words.has(Set::NamingVerb, draft.lemma(verb));
    let stands = matches!(
        draft.cue_class(verb),
        Some(CueClass::Deny | CueClass::Accuse)
    );
    names || stands
}

/// "said that her own count put her ahead and called the result a lie": a count calls nothing anything.
fn is_mute(draft: &Draft, clause: usize) -> bool {
    let words = &draft.lexicon.words;
    let Some(subject) = draft.kid(clause, Dep::Nsubj) else {
        return false;
    };
    let lemma = draft.lemma(subject);
    let speaks = words.is_somebody(lemma) || words.has(Set::DocumentNoun, lemma);
    draft.pos(subject) == Pos::Noun && draft.label(subject).is_none() && !speaks
}

/// "Norland says that Sudland has attacked but denies losses": one who says now what has been goes on himself.
fn denies_now(draft: &Draft, verb: usize) -> bool {
    let clause = draft.head(verb);
    let report = draft.head(clause);
    let bare = [Dep::Nsubj, Dep::Nsubjpass, Dep::Aux, Dep::Mark]
        .into_iter()
        .all(|dep| draft.kid(verb, dep).is_none());
    let denies = draft.tag(verb) == Tag::VBZ
        && draft.dep(verb) == Dep::Conj
        && matches!(
            draft.cue_class(verb),
            Some(CueClass::Deny | CueClass::Accuse)
        );
    let past = draft.tag(clause) == Tag::VBD
        || draft.tag(clause) == Tag::VBN && draft.kid(clause, Dep::Aux).is_some();
    let says = draft.tag(report) == Tag::VBZ && draft.says(report) && report < clause;
    bare && denies && past && draft.dep(clause) == Dep::Ccomp && says
}

/// "X says four soldiers killed in a clash, Y denies advance": the parser takes both nouns for subjects of the last verb.
fn answer_in_title(draft: &mut Draft, verb: usize) {
    let report = draft.head(verb);
    let told = draft.dep(verb) == Dep::Ccomp && draft.says(report) && report < verb;
    let dead = draft
        .kids(verb)
        .find(|&kid| draft.dep(kid) == Dep::Nsubj && kid > report);
    let Some(dead) = dead.filter(|_| told && draft.is_finite(verb)) else {
        return;
    };
    let speaker = verb - 1;
    let comma = (dead + 1..speaker)
        .rev()
        .find(|&at| draft.word(at) == COMMA);
    let beside = draft.head(speaker) == verb && draft.is_nominal(speaker) && speaker != dead;
    let Some(participle) = draft
        .bare_participle(dead)
        .filter(|_| beside && comma.is_some())
    else {
        return;
    };
    draft.make_content(participle, dead, report);
    draft.hang(verb, report, Dep::Conj);
    draft.sentence.tokens[speaker].dep = Dep::Nsubj;
}
