//! "The commission puts Otieno at 54 percent", "credits him with 54 percent", "gave Otieno 54 percent", "Otieno stands at 54
//! percent": the share of the vote that somebody is said to have.

use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, EntityLabel, Pos, Tag};

use super::super::cue::verb_speaker;
use super::super::quantity::Figure;
use super::super::reading::Reading;
use super::super::voice::Voice;
use super::gapped::is_followed;

/// Whom a verb puts at a share of the vote, or who stands at one, and the share.
pub(in super::super) fn put_at<'r>(
    reading: &'r Reading,
    verb: usize,
) -> Option<(usize, &'r Figure)> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    if !tree.is_verb(verb) {
        return None;
    }
    let lemma = tree.lemma(verb);
    let puts = words.has(Set::GaugeVerb, lemma);
    let credits = words.has(Set::CreditVerb, lemma);
    let led = |set: Set| {
        let kids = tree.prepositions(verb);
        let mut kids = kids.filter(move |&kid| words.has(set, tree.lemma(kid)));
        kids.find_map(|kid| share_at(reading, tree.governed(kid)?))
    };
    let given = || {
        let who = tree
            .kid(verb, Dep::Dative)
            .filter(|_| puts && is_poll(reading, verb))?;
        let beside = tree
            .kids(verb)
            .filter(|&kid| matches!(tree.dep(kid), Dep::Dobj | Dep::Npadvmod));
        Some((who, beside.filter_map(|kid| share_at(reading, kid)).next()?))
    };
    let object = tree.kid(verb, Dep::Dobj);
    let put = match object {
        // "put her share at 67 percent": hers.
        Some(share) if puts && words.has(Set::ShareNoun, tree.lemma(share)) => {
            let who = tree.possessor(share).filter(|&at| is_person(reading, at));
            who.zip(led(Set::GaugePreposition))
        }
        // "put her ahead with 51 percent".
        Some(who) if puts => led(Set::GaugePreposition)
            .or_else(|| led(Set::WithPreposition))
            .map(|share| (who, share)),
        Some(who) if credits => led(Set::WithPreposition).map(|share| (who, share)),
        None if words.has(Set::LevelVerb, lemma) => {
            let who = tree.kid(verb, Dep::Nsubj);
            who.zip(led(Set::GaugePreposition))
        }
        _ => None,
    };
    let (who, share) = put.or_else(given).or_else(|| held(reading, verb))?;
    let of_vote = |noun: usize| words.has(Set::ElectionNoun, tree.lemma(noun));
    (share.of.is_none_or(of_vote) && is_candidate(reading, who, share)).then_some((who, share))
}

/// "Otieno has 54 percent".
fn held<'r>(reading: &'r Reading, verb: usize) -> Option<(usize, &'r Figure)> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let has = words.has(Set::HaveVerb, tree.lemma(verb));
    let who = tree.kid(verb, Dep::Nsubj).filter(|_| has)?;
    let named = |at: usize| tree.label(at) == Some(EntityLabel::Person);
    let person = named(who) || tree.kid(who, Dep::Appos).is_some_and(named);
    let share = share_at(reading, tree.kid(verb, Dep::Dobj)?)?;
    person.then_some((who, share))
}

fn share_at<'r>(reading: &'r Reading, at: usize) -> Option<&'r Figure> {
    let shares = reading.figures.iter().filter(|figure| figure.share);
    let mut here =
        shares.filter(|figure| figure.head == at || (figure.first..=figure.last).contains(&at));
    here.next()
}

/// "the poll gave", "a survey, which gave": a count of votes, asked or cast.
fn is_poll(reading: &Reading, verb: usize) -> bool {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let counts = |noun: usize| {
        let sets = [Set::PollNoun, Set::AccountNoun];
        sets.iter().any(|&set| words.has(set, tree.lemma(noun)))
    };
    let described = || tree.head(verb).filter(|_| tree.dep(verb) == Dep::Relcl);
    let subject = tree.subject(verb).is_some_and(counts);
    subject || described().is_some_and(counts)
}

fn is_person(reading: &Reading, who: usize) -> bool {
    let tree = &reading.tree;
    let pronoun = reading
        .lexicon()
        .words
        .has(Set::PersonPronoun, tree.lemma(who));
    pronoun || tree.label(who) == Some(EntityLabel::Person)
}

/// A person, a party, or whoever is put beside another with a share of his own.
fn is_candidate(reading: &Reading, who: usize, share: &Figure) -> bool {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let apposed = tree
        .kid(who, Dep::Appos)
        .is_some_and(|at| is_person(reading, at));
    let person = is_person(reading, who) || apposed;
    let of_vote = share.of.is_some();
    let side = tree.pos(who) == Pos::Propn || lexicon.words.is_somebody(tree.lemma(who));
    person
        || side && (of_vote || is_followed(reading, share))
        || tree.pos(who) == Pos::Noun && lexicon.is_voice(tree.lemma(who))
}

/// Who puts somebody there, and who passes that on.
pub(super) fn teller(reading: &Reading, verb: usize, voice: Voice) -> Voice {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let puts = [Set::GaugeVerb, Set::CreditVerb, Set::ProclaimingVerb]
        .iter()
        .any(|&set| words.has(set, tree.lemma(verb)));
    // "said that her own count put her ahead": she says so, and no count.
    let hers = |at: usize| tree.tag(at) == Tag::PRPS || owned_by_pronoun(reading, at);
    let reported = voice.speaker.is_some();
    let own = verb_speaker(tree, words, verb).filter(|&at| puts && !(reported && hers(at)));
    let Some(own) = own.filter(|&own| voice.speaker != Some(own)) else {
        return voice;
    };
    Voice {
        speaker: Some(own),
        relayed_by: voice.speaker.into_iter().chain(voice.relayed_by).collect(),
        ..voice
    }
}

/// "her own count".
fn owned_by_pronoun(reading: &Reading, noun: usize) -> bool {
    let tree = &reading.tree;
    tree.possessor(noun)
        .is_some_and(|at| tree.tag(at) == Tag::PRPS)
}

/// "Otieno's board credits her": the person whose the subject is, whom a pronoun means.
///
/// "Kort said that her own count put her ahead": whoever says so.
pub(super) fn owner_meant(
    reading: &Reading,
    verb: usize,
    who: usize,
    voice: &Voice,
) -> Option<usize> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let pronoun = words.has(Set::PersonPronoun, tree.lemma(who));
    let owner = tree
        .subject(verb)
        .and_then(|subject| tree.possessor(subject))
        .filter(|_| pronoun)?;
    if tree.tag(owner) == Tag::PRPS {
        return voice.speaker;
    }
    (tree.label(owner) == Some(EntityLabel::Person)).then_some(owner)
}
