//! The day that a sentence itself tells for a deed.

use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Tag};

use super::super::date::{DateMention, date_of_event};
use super::super::reading::Reading;

/// The day that hangs on a deed, or on what went on beside it.
pub(in crate::extract) fn own_day<'r>(
    reading: &'r Reading,
    trigger: usize,
) -> Option<&'r DateMention> {
    day_at(reading, trigger).or_else(|| attendant(reading, trigger))
}

fn day_at<'r>(reading: &'r Reading, verb: usize) -> Option<&'r DateMention> {
    let reports = |at: usize| reading.cues.iter().any(|cue| cue.token == at);
    date_of_event(&reading.tree, verb, &reading.dates, &reports)
}

/// "came down minutes after leaving the port on Monday, killing six", "tore through a crowd leaving a rally on Monday": what
/// went on then, or right before, was on the same day.
fn attendant<'r>(reading: &'r Reading, trigger: usize) -> Option<&'r DateMention> {
    let tree = &reading.tree;
    let own_subject = tree.kid(trigger, Dep::Nsubj).is_some();
    let above = tree
        .head(trigger)
        .filter(|_| tree.dep(trigger) == Dep::Advcl && !own_subject);
    let past = |&verb: &usize| tree.tag(verb) == Tag::VBD;
    let mut verbs = std::iter::once(trigger).chain(above).filter(past);
    verbs.find_map(|verb| {
        let mut beside = going_on(reading, verb).into_iter();
        beside.find_map(|other| day_at(reading, other))
    })
}

/// The participles that tell what went on at the time of a deed.
fn going_on(reading: &Reading, verb: usize) -> Vec<usize> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let going = |at: &usize| tree.tag(*at) == Tag::VBG;
    let timed = tree
        .prepositions(verb)
        .filter(|&at| words.has(Set::DatingPreposition, tree.lemma(at)))
        .filter_map(|at| tree.kid(at, Dep::Pcomp));
    let object = tree.kid(verb, Dep::Dobj);
    let whom = object.into_iter().chain(
        tree.prepositions(verb)
            .filter_map(|at| tree.kid(at, Dep::Pobj)),
    );
    let whose = whom.filter_map(|noun| tree.kid(noun, Dep::Acl));
    timed.chain(whose).filter(going).collect()
}
