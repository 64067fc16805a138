//! Answers that take back what another said without telling it again: "not so", "that never happened", "sees it otherwise".

use crate::lexicon::cues::{CueClass, CuePart};
use crate::lexicon::words::{LIST, Set};
use crate::model::claim::Stance;
use crate::model::parsed::{Dep, Pos, Tag};

use super::super::cue::{against_facts, is_hypothetical, is_negated, verb_entry, verb_speaker};
use super::super::reading::Reading;
use super::super::tree::Tree;
use super::super::voice::Voice;
use super::dissent::{dissents, pleads};
use super::elliptic::elliptic;
use super::flat::flat;
use super::idiom::errs;
use super::perspective::perspective;
use super::scare::scare;
use super::so::{is_admitted, is_bare_so};
use super::{Answer, points_back};

/// An answer of a sentence.
pub(super) struct Reply {
    /// The word that it hangs on.
    pub(super) token: usize,
    /// Whose words it answers, where it names them.
    pub(super) claimant: Option<usize>,
    /// It may answer what the outlet tells itself.
    pub(super) told: bool,
    /// It answers only what is laid at the door of whoever gives it.
    pub(super) charged: bool,
    /// Who gives it.
    pub(super) voices: Vec<Voice>,
}

/// The answers of a sentence, in its order.
pub(super) fn replies(reading: &Reading) -> Vec<Reply> {
    let mut found: Vec<Reply> = flat(reading).into_iter().collect();
    for token in 0..reading.tree.len() {
        let reply = never_happened(reading, token)
            .or_else(|| differs(reading, token))
            .or_else(|| lies(reading, token))
            .or_else(|| not_us(reading, token))
            .or_else(|| off_the_facts(reading, token))
            .or_else(|| dissents(reading, token))
            .or_else(|| pleads(reading, token))
            .or_else(|| elliptic(reading, token))
            .or_else(|| perspective(reading, token))
            .or_else(|| scare(reading, token));
        found.extend(reply);
    }
    found
}

/// Those who report a clause, as deniers of what it answers; none where the outlet says so itself.
pub(super) fn reporters(reading: &Reading, token: usize) -> Option<Vec<Voice>> {
    let deny = |voice: Voice| Voice {
        stance: Stance::Deny,
        ..voice
    };
    let voices: Vec<Voice> = reading.voices_of(token).into_iter().map(deny).collect();
    let said = reading.is_somebodys() || voices.iter().any(|voice: &Voice| voice.speaker.is_some());
    said.then_some(voices)
}

/// "that did not happen", "nothing of the kind took place", "there was no such incident".
fn never_happened(reading: &Reading, token: usize) -> Option<Reply> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    if !tree.is_verb(token) {
        return None;
    }
    let lemma = tree.lemma(token);
    let happens = words.has(Set::SaidOfEvent, lemma)
        || tree.kids(token).any(|kid| {
            let phrase = format!("{lemma}_{}", tree.lemma(kid));
            words.has(Set::SaidOfEvent, &phrase)
        });
    let there = tree.kid(token, Dep::Expl).and(tree.kid(token, Dep::Attr));
    let told = |at: usize| tree.pos(at) != Pos::Noun && points_back(reading, at);
    let answers = match there {
        Some(thing) => is_no_such(tree, reading, thing) || is_no_sign(reading, token, thing),
        None if is_other_than_so(reading, token) => !is_admitted(reading, token),
        None if happens => {
            let subject = tree.subject(token)?;
            is_no_such(tree, reading, subject) || told(subject) && is_negated(tree, words, token)
        }
        None => false,
    };
    let voices = reporters(reading, token).filter(|_| answers)?;
    Some(Reply {
        token,
        told: true,
        claimant: None,
        charged: false,
        voices,
    })
}

/// "that is not what happened", "this was not how it was".
fn is_other_than_so(reading: &Reading, copula: usize) -> bool {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let that = tree
        .kid(copula, Dep::Nsubj)
        .is_some_and(|at| tree.pos(at) != Pos::Noun && points_back(reading, at));
    let so = |clause: usize| {
        let asks = tree
            .kids(clause)
            .any(|kid| matches!(tree.tag(kid), Tag::WP | Tag::WRB));
        let lemma = tree.lemma(clause);
        asks && (words.has(Set::SaidOfEvent, lemma) || words.has(Set::Copula, lemma))
    };
    let told = |&kid: &usize| kid > copula && matches!(tree.dep(kid), Dep::Ccomp | Dep::Attr);
    that && words.has(Set::Copula, tree.lemma(copula))
        && is_negated(tree, words, copula)
        && (tree.kids(copula).filter(told).any(so)
            || tree.kids(copula).any(|kid| is_bare_so(reading, kid)))
}

/// "there was no sign of one", "no truth in it", "nothing to it".
pub(super) fn is_no_sign(reading: &Reading, copula: usize, thing: usize) -> bool {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let negates = |at: usize| words.has(Set::Negator, tree.lemma(at));
    let sign = words.has(Set::TruthNoun, tree.lemma(thing)) && tree.kids(thing).any(negates);
    let it = |at: usize| matches!(tree.pos(at), Pos::Pron | Pos::Num) && at > thing;
    let governed = |at: usize| tree.governed(at);
    if sign {
        let mut below = tree.prepositions(thing).chain(tree.prepositions(copula));
        return below.any(|at| governed(at).is_some_and(it));
    }
    let to = |&at: &usize| words.has(Set::EmptyPreposition, tree.lemma(at));
    let mut below = tree
        .prepositions(thing)
        .chain(tree.prepositions(copula))
        .filter(to);
    let pronoun = |at: usize| words.has(Set::BackNoun, tree.lemma(at)) && it(at);
    negates(thing) && below.any(|at| governed(at).is_some_and(pronoun))
}

/// "no such incident", "nothing of the kind".
fn is_no_such(tree: &Tree, reading: &Reading, thing: usize) -> bool {
    let words = &reading.lexicon().words;
    let none = |at: usize| words.has(Set::Negator, tree.lemma(at));
    let such = |at: usize| words.has(Set::Such, tree.lemma(at));
    let blank = |preposition: usize| {
        tree.governed(preposition)
            .is_some_and(|at| words.has(Set::BlankThing, tree.lemma(at)))
    };
    // "no such thing as a free lunch" says what there is none of.
    let as_what = tree
        .prepositions(thing)
        .any(|kid| words.has(Set::AsPreposition, tree.lemma(kid)));
    let no_such = tree.kids(thing).any(none) && tree.kids(thing).any(such) && !as_what;
    no_such || none(thing) && tree.prepositions(thing).any(blank)
}

/// "begs to differ", "disagrees", "sees it otherwise", "will have none of it".
fn differs(reading: &Reading, token: usize) -> Option<Reply> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let to = tree.kid(token, Dep::Aux).is_some() && tree.dep(token) != Dep::Xcomp;
    if !tree.is_verb(token) || is_negated_by_word(tree, reading, token) {
        return None;
    }
    let lemma = tree.lemma(token);
    let bare = !tree.kids(token).any(|kid| {
        matches!(
            tree.dep(kid),
            Dep::Prep | Dep::Dobj | Dep::Ccomp | Dep::Xcomp
        )
    });
    let otherwise =
        |kid: usize| tree.dep(kid) == Dep::Advmod && words.has(Set::OtherwiseWord, tree.lemma(kid));
    let tells = || {
        let says = verb_entry(tree, &reading.lexicon().cues, token)
            .is_some_and(|entry| entry.class == CueClass::Say);
        (says || words.has(Set::SeeingVerb, lemma))
            && !to
            && tree.kids(token).any(otherwise)
            && tree.kid(token, Dep::Ccomp).is_none()
    };
    let none_of_it = || {
        let none = tree
            .kid(token, Dep::Dobj)
            .filter(|&at| words.has(Set::Negator, tree.lemma(at)))?;
        tree.prepositions(none)
            .filter_map(|kid| tree.governed(kid))
            .find(|&at| tree.pos(at) == Pos::Pron)
    };
    // "said the opposite".
    let opposite = || {
        let says = verb_entry(tree, &reading.lexicon().cues, token)
            .is_some_and(|entry| entry.class == CueClass::Say);
        let object = tree.kid(token, Dep::Dobj).filter(|_| says && !to);
        object.is_some_and(|at| words.has(Set::OppositeNoun, tree.lemma(at)))
    };
    let answers = words.has(Set::DissentVerb, lemma) && bare
        || tells()
        || none_of_it().is_some()
        || opposite();
    let speaker = verb_speaker(tree, words, token).filter(|_| answers)?;
    Some(Reply {
        token,
        told: false,
        claimant: None,
        charged: false,
        voices: vec![Voice::plain(speaker, Stance::Deny)],
    })
}

/// A negation of the verb itself, whatever its object is.
fn is_negated_by_word(tree: &Tree, reading: &Reading, verb: usize) -> bool {
    let negator = |kid: usize| reading.lexicon().words.has(Set::Negator, tree.lemma(kid));
    tree.kids(verb)
        .any(|kid| tree.dep(kid) == Dep::Neg || tree.is_particle(kid) && negator(kid))
}

/// "it was not us": whatever was laid at our door.
fn not_us(reading: &Reading, token: usize) -> Option<Reply> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let it = tree
        .kid(token, Dep::Nsubj)
        .is_some_and(|at| words.has(Set::ItPronoun, tree.lemma(at)));
    let us = tree
        .kid(token, Dep::Attr)
        .is_some_and(|at| words.has(Set::OwnPronoun, tree.lemma(at)));
    let denied = it && us && tree.pos(token) == Pos::Aux && is_negated(tree, words, token);
    if !denied {
        return None;
    }
    Some(Reply {
        token,
        told: true,
        claimant: None,
        charged: true,
        voices: reporters(reading, token)?,
    })
}

/// "the general lies", "they are lying", "the union is mistaken", "has it wrong": what the other said is not so.
fn lies(reading: &Reading, token: usize) -> Option<Reply> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let verb = if tree.pos(token) == Pos::Verb {
        token
    } else {
        tree.head(token).filter(|&head| {
            matches!(tree.dep(token), Dep::Attr | Dep::Acomp)
                && words.has(Set::Copula, tree.lemma(head))
        })?
    };
    let placed = tree.kids(token).any(|kid| {
        matches!(
            tree.dep(kid),
            Dep::Prep | Dep::Advmod | Dep::Prt | Dep::Xcomp
        ) && kid > token
    });
    let says_so = words.has(Set::LyingWord, tree.lemma(token)) && !placed;
    let says_so = says_so && !is_negated(tree, words, verb) || errs(reading, token);
    if !says_so {
        return None;
    }
    // "the claim is a lie" judges what it tells, and nobody.
    let judged = |at: usize| words.has(Set::BackNoun, tree.lemma(at)) && tree.pos(at) == Pos::Noun;
    let claimant = tree
        .subject(verb)
        .filter(|&at| tree.is_nominal(at) && !judged(at))?;
    Some(Reply {
        token,
        told: false,
        claimant: Some(claimant),
        charged: false,
        voices: reporters(reading, verb)?,
    })
}

/// "this does not correspond to reality", "the report has no basis".
fn off_the_facts(reading: &Reading, token: usize) -> Option<Reply> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let judged = against_facts(tree, words, token)?;
    let content = reading.cues.iter().any(|cue| {
        (cue.token == token || cue.token == judged.subject) && !cue.contents.is_empty() && {
            cue.token == judged.subject || !cue.contents.contains(&judged.subject)
        }
    });
    if content || !points_back(reading, judged.subject) {
        return None;
    }
    Some(Reply {
        token,
        told: true,
        claimant: tree.possessor(judged.subject),
        charged: false,
        voices: reporters(reading, judged.verb)?,
    })
}

/// "its army had done no such thing", "did nothing of the sort", "had agreed to no such thing".
pub(super) fn no_such_thing(reading: &Reading, token: usize) -> Option<Answer> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let verb = Some(token).filter(|&at| tree.is_verb(at))?;
    let governed = || {
        let below = tree.prepositions(verb).filter(|&kid| kid > verb);
        below.filter_map(|kid| tree.governed(kid)).next()
    };
    let thing = tree.kid(verb, Dep::Dobj).or_else(governed)?;
    let does = words.has(Set::DoVerb, tree.lemma(verb));
    let none = |at: usize| words.has(Set::Negator, tree.lemma(at));
    let such = |at: usize| words.has(Set::Such, tree.lemma(at));
    let blank = |at: usize| words.has(Set::BlankThing, tree.lemma(at));
    let no_such = blank(thing) && tree.kids(thing).any(none) && tree.kids(thing).any(such);
    let of_kind = || {
        let below = tree
            .prepositions(thing)
            .filter_map(|kid| tree.governed(kid));
        none(thing) && below.into_iter().any(blank)
    };
    (no_such || does && of_kind()).then_some((None, Stance::Deny, LIST))
}

/// "told senators the same", "said the same": what another said before is so.
pub(super) fn same_again(reading: &Reading, token: usize) -> Option<Answer> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let says = verb_entry(tree, &reading.lexicon().cues, token)
        .is_some_and(|entry| entry.class == CueClass::Say);
    let same = |&kid: &usize| {
        let object = matches!(tree.dep(kid), Dep::Dobj | Dep::Npadvmod | Dep::Advmod);
        object
            && words.has(Set::SameWord, tree.lemma(kid))
            && tree.kids(kid).all(|at| tree.dep(at) == Dep::Det)
    };
    let open = is_negated(tree, words, token) || is_hypothetical(tree, words, token);
    let told = says && tree.is_verb(token) && !open && tree.kid(token, Dep::Ccomp).is_none();
    (told && tree.kids(token).any(|kid| same(&kid))).then_some((None, Stance::Affirm, LIST))
}

/// "Complete fiction," said X: a quotation that is nothing but a word of denial.
pub(super) fn bare_verdict(reading: &Reading, token: usize) -> bool {
    let tree = &reading.tree;
    let said = reading
        .cues
        .iter()
        .any(|cue| cue.contents.contains(&token) && cue.class == CueClass::Say && !cue.nominal);
    let verbless = tree.kids(token).all(|kid| !tree.is_verb(kid));
    matches!(tree.pos(token), Pos::Noun | Pos::Adj)
        && said
        && verbless
        && tree.dep(token) != Dep::Dobj
}

/// "contradicted him", "rebutted the minister": whose words are answered.
pub(super) fn answered(reading: &Reading, token: usize) -> Option<usize> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let object = tree.kid(token, Dep::Dobj)?;
    let lemma = tree.lemma(object);
    let somebody = words.has(Set::ItPronoun, lemma)
        || words.has(Set::RoleNoun, lemma)
        || words.has(Set::BodyNoun, lemma)
        || tree.pos(object) == Pos::Propn
        // "contradicted the drug maker Nordvital".
        || tree
            .kid(object, Dep::Appos)
            .is_some_and(|name| tree.pos(name) == Pos::Propn);
    (words.has(Set::AnsweringVerb, tree.lemma(token)) && somebody).then_some(object)
}

/// "dismissed it as a ploy", "as immoral": judged, but not as untrue; whoever dismisses a claim as a ploy denies it.
pub(super) fn names_otherwise(reading: &Reading, verb: usize) -> bool {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let verdict = tree
        .kids(verb)
        .filter(|&kid| lexicon.words.has(Set::AsPreposition, tree.lemma(kid)))
        .find_map(|kid| tree.kids(kid).next());
    let denies = |at: usize| {
        let mut judges = lexicon.cues.nominal(tree.lemma(at));
        judges.any(|entry| matches!(entry.class, CueClass::Deny | CueClass::Say))
    };
    // "laughed it off as a script": whatever it is called, it was waved away.
    if lexicon.words.has(Set::WavingVerb, tree.lemma(verb)) {
        return false;
    }
    let opinion =
        |at: &usize| !tree.conjuncts(*at).into_iter().any(denies) && !tree.kids(*at).any(denies);
    verdict.filter(opinion).is_some() && !is_said(reading, verb)
}

/// "their claims were dismissed", "claims that the firm dismissed": something said, and no deed.
fn is_said(reading: &Reading, verb: usize) -> bool {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let described = || tree.head(verb).filter(|_| tree.dep(verb) == Dep::Relcl);
    let judged = match tree.object(verb) {
        Some(object) if matches!(tree.tag(object), Tag::WDT | Tag::WP) => described(),
        object => object,
    };
    let said = |at: usize| {
        let lemma = tree.lemma(at);
        let entry = lexicon.cues.find(lemma, CuePart::Noun);
        tree.pos(at) == Pos::Noun
            && lexicon.words.has(Set::BackNoun, lemma)
            && entry.is_some_and(|entry| entry.class == CueClass::Say)
    };
    judged.is_some_and(said)
}
