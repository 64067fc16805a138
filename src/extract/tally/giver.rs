//! Whose a figure is that leaves out what it counts, where its construction tells.

use crate::lexicon::cues::CueClass;
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos};

use super::super::cue::{is_negated, verb_entry};
use super::super::polled::put_at;
use super::super::quantity::Figure;
use super::super::reading::Reading;
use super::super::tree::OF;
use super::number_of;

/// "the 12 that the army gives", "the nine reported by the army", "11, as the army says", "the army's figure of 11": who
/// gives the figure that another is held against.
pub(super) fn ascribed(reading: &Reading, figure: &Figure) -> Option<usize> {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let words = &lexicon.words;
    let reports = |verb: usize| {
        let says = || {
            verb_entry(tree, &lexicon.cues, verb)
                .is_some_and(|entry| matches!(entry.class, CueClass::Say | CueClass::Confirm))
        };
        tree.is_verb(verb) && (words.has(Set::GaugeVerb, tree.lemma(verb)) || says())
    };
    let giver = |verb: usize| {
        let subject = || {
            let subject = tree.kid(verb, Dep::Nsubj)?;
            (tree.pos(subject) != Pos::Pron && subject > figure.last).then_some(subject)
        };
        tree.agent(verb).or_else(subject)
    };
    let clause = tree
        .kids(figure.head)
        .chain(tree.kids(number_of(reading, figure)))
        .find(|&kid| {
            kid > figure.last && matches!(tree.dep(kid), Dep::Relcl | Dep::Acl) && reports(kid)
        });
    let as_clause = || {
        let mark = |verb: usize| {
            tree.kids(verb).any(|kid| {
                kid > figure.last
                    && kid <= figure.last + 2
                    && words.has(Set::AsPreposition, tree.lemma(kid))
            })
        };
        (figure.last + 1..tree.len())
            .find(|&at| tree.dep(at) == Dep::Advcl && reports(at) && mark(at))
    };
    let owner = || {
        let tally = |&at: &usize| words.has(Set::TallyNoun, tree.lemma(at));
        let noun = tree
            .ancestors(number_of(reading, figure))
            .take(2)
            .find(tally)?;
        let of = tree.under_preposition(noun, OF) == Some(number_of(reading, figure));
        tree.owner(noun).filter(|_| of)
    };
    let clause = clause.or_else(as_clause).and_then(giver);
    clause.or_else(owner).or_else(|| in_gap(reading, figure))
}

/// "The ministry has stuck to 50", "stands by its figure of 80": whoever holds to a number.
pub(super) fn upheld(reading: &Reading, figure: &Figure) -> Option<usize> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let number = number_of(reading, figure);
    let preposition = tree
        .ancestors(number)
        .take(3)
        .find(|&at| tree.dep(at) == Dep::Prep && tree.lemma(at) != OF)?;
    let verb = tree.head(preposition).filter(|&at| tree.is_verb(at))?;
    let phrase = format!("{}_{}", tree.lemma(verb), tree.lemma(preposition));
    let holds = words.has(Set::UpholdingPhrase, &phrase) && !is_negated(tree, words, verb);
    let subject = tree.kid(verb, Dep::Nsubj).filter(|_| holds)?;
    let somebody = matches!(tree.pos(subject), Pos::Propn | Pos::Pron)
        || words.is_somebody(tree.lemma(subject));
    somebody.then_some(subject)
}

/// "the organisers spoke of 100,000 people, the police of 15,000": whoever stands before the same preposition again.
fn in_gap(reading: &Reading, figure: &Figure) -> Option<usize> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let preposition = figure.first.checked_sub(1)?;
    let speaker = preposition
        .checked_sub(1)
        .filter(|&at| tree.is_nominal(at))?;
    if !words.has(Set::ContentPreposition, tree.lemma(preposition)) {
        return None;
    }
    let earlier = reading.figures.iter().rfind(|other| other.last < speaker)?;
    let led = earlier.first.checked_sub(1)?;
    let same = tree.lemma(led) == tree.lemma(preposition);
    let told = tree.head(led).is_some_and(|verb| {
        let says = verb_entry(tree, &reading.lexicon().cues, verb).is_some();
        tree.is_verb(verb) && (says || words.has(Set::GaugeVerb, tree.lemma(verb)))
    });
    let verbs = (earlier.last + 1..preposition).any(|at| tree.is_verb(at));
    // "puts Otieno at 54 percent and Kalenga at 43": who has the share, and not who tells it.
    let voted = tree
        .head(led)
        .is_some_and(|verb| figure.share && put_at(reading, verb).is_some());
    (same && told && !verbs && !voted).then_some(speaker)
}

/// "Haiti's police: two": whoever stands before the colon.
pub(super) fn alone(reading: &Reading, figure: &Figure) -> Option<usize> {
    let tree = &reading.tree;
    let speaker = tree.head(figure.head)?;
    let colon = (speaker + 1..figure.first).any(|at| tree.word(at) == COLON);
    let whole =
        tree.head(speaker).is_none() && tree.is_nominal(speaker) && figure.last + 3 >= tree.len();
    (colon && whole).then_some(speaker)
}

/// "27 for the state, 23 for the watchdog": each gives the figure before their name, where two do.
pub(super) fn paired(reading: &Reading, figure: &Figure) -> Option<usize> {
    let giver = for_whom(reading, figure)?;
    let mut givers = reading
        .figures
        .iter()
        .filter_map(|other| for_whom(reading, other));
    givers.any(|other| other != giver).then_some(giver)
}

fn for_whom(reading: &Reading, figure: &Figure) -> Option<usize> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let behind = figure.last + 1;
    let led = behind < tree.len()
        && words.has(Set::ForPreposition, tree.lemma(behind))
        && figure.counted.is_none();
    let giver = tree.governed(Some(behind).filter(|_| led)?)?;
    let somebody = tree.pos(giver) == Pos::Propn || words.is_somebody(tree.lemma(giver));
    (somebody || reading.lexicon().is_voice(tree.lemma(giver))).then_some(giver)
}

/// The sign behind a speaker.
const COLON: &str = ":";

/// "only 41 did", "32 of them were", "there were two", "about 50,000 were affected": the verb stands for the one before.
pub(super) fn stand_in(reading: &Reading, figure: &Figure) -> Option<usize> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let verb = tree.head(figure.head)?;
    let subject = matches!(tree.dep(figure.head), Dep::Nsubj | Dep::Nsubjpass);
    let there = tree.dep(figure.head) == Dep::Attr && tree.kid(verb, Dep::Expl).is_some();
    let says_more = tree.kids(verb).any(|kid| match tree.dep(kid) {
        Dep::Attr => !there,
        Dep::Acomp | Dep::Dobj | Dep::Xcomp | Dep::Ccomp | Dep::Oprd | Dep::Agent | Dep::Advcl => {
            true
        }
        Dep::Prep => tree.governed(kid).is_none_or(|at| !tree.is_time(at)),
        _ => false,
    });
    let stands = words.has(Set::StandInVerb, tree.lemma(verb));
    (stands && (subject || there) && !says_more && !is_negated(tree, words, verb))
        .then_some(figure.head)
}

/// "the ministry gave 8,000": all that somebody gives is a number.
pub(super) fn given(reading: &Reading, figure: &Figure) -> Option<usize> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let number = number_of(reading, figure);
    let verb = tree
        .head(number)
        .filter(|_| tree.dep(number) == Dep::Dobj)?;
    let gives = figure.counted.is_none()
        && words.has(Set::GaugeVerb, tree.lemma(verb))
        && !tree.is_passive(verb)
        && !is_negated(tree, words, verb);
    let whom = |kid: usize| {
        let to = || words.has(Set::GoalPreposition, tree.lemma(kid));
        tree.dep(kid) == Dep::Dative || tree.dep(kid) == Dep::Prep && to()
    };
    (gives && !tree.kids(verb).any(whom)).then_some(number)
}

/// "the UN count": whose name stands before a word for a count of one's own.
pub(super) fn counter(reading: &Reading, noun: usize) -> Option<usize> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let sets = [Set::FigureNoun, Set::AccountNoun];
    let own = sets.iter().all(|&set| words.has(set, tree.lemma(noun)));
    let named = |&kid: &usize| tree.dep(kid) == Dep::Compound && tree.pos(kid) == Pos::Propn;
    tree.kids(noun).filter(|_| own).find(named)
}
