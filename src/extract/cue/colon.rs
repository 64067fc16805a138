//! "The army denied it: its men were holding the bridge": what stands behind the colon is the word of whoever answers
//! before it.

use crate::lexicon::Lexicon;
use crate::lexicon::cues::{CueClass, CuePart};
use crate::lexicon::words::{Set, WordSets};
use crate::model::parsed::{Dep, EntityLabel, Pos, Tag};

use super::super::tree::{OF, Tree};
use super::account::from_account;
use super::{Cue, is_negated, verb_entry, verb_speaker};

/// The rule of who speaks behind a colon.
pub const BEFORE_COLON: &str = "speaker.before-colon";

/// The sign.
const COLON: &str = ":";

/// Gives the clause behind a colon to whoever reports, answers or assures before it.
pub(super) fn behind_colon(tree: &Tree, lexicon: &Lexicon, found: &mut Vec<Cue>) {
    let words = &lexicon.words;
    let Some(colon) = (1..tree.len()).find(|&at| tree.word(at) == COLON) else {
        return;
    };
    for clause in (colon + 1..tree.len()).filter(|&at| tree.is_verb(at)) {
        let Some(report) = report_of(tree, lexicon, clause, colon) else {
            continue;
        };
        let Some(speaker) = line_of(tree, words, report)
            .or_else(|| verb_speaker(tree, words, report))
            // "was not convinced: …".
            .or_else(|| {
                // "Work from home blamed for empty shops: …": whoever is accused says nothing.
                let accuses = verb_entry(tree, &lexicon.cues, report)
                    .is_some_and(|entry| entry.class == CueClass::Accuse);
                tree.kid(report, Dep::Nsubjpass).filter(|_| !accuses)
            })
        else {
            continue;
        };
        shows_for(tree, words, clause, found);
        // The verb of the clause reports nothing that stands before the colon, and that of the report denies nothing behind.
        let own = |cue: &&mut Cue| cue.token == clause || cue.token == report;
        for cue in found.iter_mut().filter(own) {
            let before = cue.token < colon;
            cue.contents.retain(|&at| (at < colon) == before);
        }
        found.retain(|cue| !cue.contents.is_empty());
        found.push(from_account(colon, speaker, clause, BEFORE_COLON));
    }
}

/// "The minister's line never varies: no ship left": whose line it is.
fn line_of(tree: &Tree, words: &WordSets, verb: usize) -> Option<usize> {
    let subject = tree.kid(verb, Dep::Nsubj)?;
    // "Another of his figures was bleaker: 40 shops had closed".
    let of_these = || tree.under_preposition(subject, OF);
    let noun = match tree.possessor(subject) {
        Some(_) => subject,
        None => of_these().unwrap_or(subject),
    };
    let lemma = tree.lemma(noun);
    let line = [Set::PositionNoun, Set::ReplyNoun, Set::FigureNoun]
        .into_iter()
        .any(|set| words.has(set, lemma));
    tree.possessor(noun).filter(|_| line)
}

/// The verb before the colon whose clause the parser tied to the one behind it, where it takes a stand or names an answer.
fn report_of(tree: &Tree, lexicon: &Lexicon, clause: usize, colon: usize) -> Option<usize> {
    let (cues, words) = (&lexicon.cues, &lexicon.words);
    let tied = |at: usize| matches!(tree.dep(at), Dep::Ccomp | Dep::Parataxis);
    let below = tree
        .kids(clause)
        .find(|&kid| kid < colon && tied(kid) && tree.is_verb(kid));
    let above = || {
        // "denies it: 'Never saw them'": the parser may take the words without a subject for a part of what is denied.
        let bare = tree.dep(clause) == Dep::Xcomp && tree.tag(clause) == Tag::VBD;
        tree.head(clause)
            .filter(|&head| head < colon && (tied(clause) || bare) && tree.is_verb(head))
    };
    // The parser may tie neither to the other.
    let beside = || {
        let apart = tree.head(clause).is_none();
        let root = |&at: &usize| tree.is_verb(at) && tree.head(at).is_none();
        (0..colon).rfind(root).filter(|_| apart)
    };
    let verb = below.or_else(above).or_else(beside)?;
    let stand = |class: CueClass| {
        matches!(
            class,
            CueClass::Deny | CueClass::Confirm | CueClass::Doubt | CueClass::Accuse
        )
    };
    let answers = verb_entry(tree, cues, verb).is_some_and(|entry| stand(entry.class))
        || words.has(Set::AnsweringVerb, tree.lemma(verb));
    let names = || {
        tree.kid(verb, Dep::Dobj).is_some_and(|noun| {
            let lemma = tree.lemma(noun);
            words.has(Set::ReplyNoun, lemma)
                || cues
                    .find(lemma, CuePart::Noun)
                    .is_some_and(|entry| entry.class == CueClass::Say || stand(entry.class))
        })
    };
    // "now says it aloud: the owners cut the budget".
    let says_it = || {
        let says = verb_entry(tree, cues, verb).is_some_and(|entry| entry.class == CueClass::Say);
        let it = tree
            .kid(verb, Dep::Dobj)
            .is_some_and(|at| words.has(Set::ItPronoun, tree.lemma(at)));
        says && it
    };
    let line = line_of(tree, words, verb).is_some();
    let holds = || {
        let manner = upholds(tree, words, verb)
            || is_blunt(tree, words, verb)
            || dissents(tree, words, verb);
        let subject = [Dep::Nsubj, Dep::Nsubjpass];
        let subject = subject.into_iter().find_map(|dep| tree.kid(verb, dep));
        subject.is_some_and(|at| is_somebody(tree, words, at))
            && (manner || dismisses(tree, lexicon, verb))
    };
    (answers || line || says_it() || names() || holds()).then_some(verb)
}

/// "Would have none of it: the men had been paid", "poured cold water on this: nobody had left".
fn dismisses(tree: &Tree, lexicon: &Lexicon, verb: usize) -> bool {
    let words = &lexicon.words;
    let loose = |at: &usize| tree.dep(*at) == Dep::Neg || tree.pos(*at) == Pos::Adv;
    let behind = (verb + 1..tree.len()).filter(|at| !loose(at));
    let behind: Vec<&str> = behind.map(|at| tree.lemma(at)).collect();
    let negated = is_negated(tree, words, verb);
    let idioms = &lexicon.idioms;
    let idiom = idioms.denies_by_subject(tree.lemma(verb), negated, &behind);
    idiom || words.has(Set::DissentVerb, tree.lemma(verb)) || has_none_of_it(tree, words, verb)
}

/// "Has none of it".
fn has_none_of_it(tree: &Tree, words: &WordSets, verb: usize) -> bool {
    let none = tree
        .kid(verb, Dep::Dobj)
        .filter(|&at| words.has(Set::Negator, tree.lemma(at)));
    let below = none.and_then(|at| tree.prepositions(at).find_map(|kid| tree.governed(kid)));
    below.is_some_and(|at| tree.pos(at) == Pos::Pron)
}

/// "The widow stuck to her figure: eleven had died", "the union goes further: …": what is upheld or added is told behind the
/// colon.
fn upholds(tree: &Tree, words: &WordSets, verb: usize) -> bool {
    let phrase = |kid: usize| {
        let beside = match tree.dep(kid) {
            Dep::Advmod => tree.word(kid).to_lowercase(),
            _ => tree.lemma(kid).to_owned(),
        };
        format!("{}_{beside}", tree.lemma(verb))
    };
    let beside = |&kid: &usize| kid > verb && matches!(tree.dep(kid), Dep::Prep | Dep::Advmod);
    let mut below = tree.kids(verb).filter(beside);
    below.any(|kid| words.has(Set::UpholdingPhrase, &phrase(kid)))
}

/// "The mayor disagrees: the dam holds", "sees it otherwise: the dam holds".
fn dissents(tree: &Tree, words: &WordSets, verb: usize) -> bool {
    let otherwise = |kid: usize| words.has(Set::OtherwiseWord, tree.lemma(kid));
    let sees = words.has(Set::SeeingVerb, tree.lemma(verb)) && tree.kids(verb).any(otherwise);
    words.has(Set::DissentVerb, tree.lemma(verb)) || sees
}

/// "The mayor sees it otherwise: the ruling proves that he stole": the ruling speaks for nobody; he says what it shows.
fn shows_for(tree: &Tree, words: &WordSets, verb: usize, found: &mut [Cue]) {
    let subject = tree.kid(verb, Dep::Nsubj);
    let thing = subject.is_some_and(|at| tree.pos(at) == Pos::Noun && tree.label(at).is_none());
    let shows = words.has(Set::ShowingVerb, tree.lemma(verb)) && thing;
    for cue in found.iter_mut().filter(|cue| shows && cue.token == verb) {
        cue.speaker = None;
    }
}

/// "The mayor was blunt: the dam had been opened": how somebody says what stands behind the colon.
fn is_blunt(tree: &Tree, words: &WordSets, copula: usize) -> bool {
    tree.kid(copula, Dep::Acomp).is_some_and(|at| {
        let lemma = tree.lemma(at);
        words.has(Set::AssuredWord, lemma) || words.has(Set::BluntWord, lemma)
    })
}

fn is_somebody(tree: &Tree, words: &WordSets, at: usize) -> bool {
    matches!(tree.pos(at), Pos::Propn | Pos::Pron) || words.is_somebody(tree.lemma(at))
}

/// "Jane Roe was just as clear: 'They hold nothing.'": a quotation behind a colon is the word of the person who acts before it.
pub(super) fn quoted_behind(tree: &Tree, words: &WordSets, found: &mut Vec<Cue>) {
    let Some(colon) = (1..tree.len()).find(|&at| tree.word(at) == COLON) else {
        return;
    };
    let opens = colon + 1 < tree.len() && words.has(Set::DoubleQuote, tree.word(colon + 1));
    let told = found.iter().any(|cue| {
        let speaks = cue.speaker.is_some();
        speaks && (cue.token > colon || cue.contents.iter().any(|&at| at > colon))
    });
    if !opens || told {
        return;
    }
    let main = (0..colon).find(|&at| {
        let above = tree.head(at).is_none_or(|head| head > colon);
        tree.is_verb(at) && above && tree.kid(at, Dep::Nsubj).is_some_and(|kid| kid < colon)
    });
    // "Jane Roe, speaking to reporters: 'No.'": the name that begins a clause without a verb of its own.
    let named = || {
        let first = (0..colon).find(|&at| tree.label(at) == Some(EntityLabel::Person))?;
        let last = (first..colon).take_while(|&at| tree.label(at) == Some(EntityLabel::Person));
        let comma = (0..first).any(|at| tree.tag(at) == Tag::Comma || tree.is_verb(at));
        last.last().filter(|_| !comma)
    };
    let speaker = match main {
        Some(verb) => tree.kid(verb, Dep::Nsubj),
        None => named(),
    };
    let acts = |&head: &usize| {
        let person = [
            Set::PersonNoun,
            Set::RoleNoun,
            Set::BodyNoun,
            Set::PersonPronoun,
        ]
        .into_iter()
        .any(|set| words.has(set, tree.lemma(head)));
        person || tree.pos(head) == Pos::Propn
    };
    let Some(speaker) = speaker.filter(acts) else {
        return;
    };
    for clause in clauses_behind(tree, colon) {
        found.push(from_account(colon, speaker, clause, BEFORE_COLON));
    }
}

/// "They hold the port, the army said; no ship has left": what follows a semicolon is still the word of who spoke before it.
pub(super) fn behind_semicolon(tree: &Tree, words: &WordSets, found: &mut Vec<Cue>) {
    let Some(mark) = (1..tree.len()).find(|&at| words.has(Set::Semicolon, tree.word(at))) else {
        return;
    };
    let says = |cue: &&Cue| {
        let report = matches!(
            cue.class,
            CueClass::Say | CueClass::Confirm | CueClass::Deny
        );
        cue.token < mark && report && !cue.nominal && !cue.undecided && cue.speaker.is_some()
    };
    let main = |cue: &&Cue| {
        tree.head(cue.token)
            .is_none_or(|head| head > mark || head < cue.token)
    };
    let Some(speaker) = found
        .iter()
        .filter(says)
        .rfind(main)
        .and_then(|cue| cue.speaker)
    else {
        return;
    };
    for clause in clauses_behind(tree, mark) {
        let other = found.iter().any(|cue| {
            cue.token > mark
                && cue.speaker.is_some()
                && (cue.token == clause || cue.contents.contains(&clause))
        });
        if !other {
            found.push(from_account(
                mark,
                speaker,
                clause,
                "speaker.before-semicolon",
            ));
        }
    }
}

/// The uppermost verbs behind a mark.
fn clauses_behind(tree: &Tree, mark: usize) -> Vec<usize> {
    let upper = |&at: &usize| {
        let above = tree.head(at).is_none_or(|head| head < mark);
        tree.is_verb(at) && above
    };
    (mark + 1..tree.len()).filter(upper).collect()
}

/// The parser sometimes gives a quotation its own root: it is taken where quotation marks stand between.
pub(super) fn neighbour_root(tree: &Tree, words: &WordSets, token: usize) -> Option<usize> {
    let quotes = (0..tree.len())
        .filter(|&at| words.has(Set::DoubleQuote, tree.word(at)))
        .count();
    let roots: Vec<usize> = (0..tree.len())
        .filter(|&at| tree.head(at).is_none() && tree.is_verb(at))
        .collect();
    let own = roots.iter().position(|&root| root == token)?;
    let before = own.checked_sub(1).map(|at| roots[at]);
    (quotes > 0).then_some(before.or_else(|| roots.get(own + 1).copied())?)
}
