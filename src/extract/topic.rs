//! Labels of headlines that tell what an article is about, and nobody who speaks: "Jane Roe: Corva Rovers sign striker".

use crate::lexicon::Lexicon;
use crate::lexicon::parties::{FormKind, PartyKind, PartyMatch};
use crate::lexicon::words::{Set, WordSets};
use crate::model::article::Article;
use crate::model::parsed::{Dep, Tag};
use crate::model::span::TextField;

use super::phrase::phrase_text;
use super::reading::Reading;

/// Whether a name before the colon of a headline is its topic: a person in full, a state, a firm or a name that no list knows,
/// where nobody of that name says anything in the text and what stands behind is told of somebody.
pub(super) fn is_topic(
    name: &str,
    said: &str,
    article: &Article,
    readings: &[Reading],
    lexicon: &Lexicon,
) -> bool {
    let told = !article.body.trim().is_empty();
    let own = is_own_word(said, &lexicon.words) || claims_more(readings);
    let surname = || is_surname(name, &article.body);
    told && is_open(name, lexicon) && !own && !surname() && !speaks(name, readings)
}

/// "Altamer: our powder was clean": a name that the text has too, before what its bearer says of itself.
pub(super) fn speaks_for_itself(
    name: &str,
    title: &str,
    article: &Article,
    lexicon: &Lexicon,
) -> bool {
    let said = title
        .strip_prefix(name)
        .and_then(|rest| rest.strip_prefix(": "));
    let own = |said: &str| {
        let mut bare = said.split(|sign: char| !sign.is_alphanumeric());
        bare.any(|word| lexicon.words.has(Set::OwnPronoun, &word.to_lowercase()))
    };
    let capital = name
        .split(' ')
        .all(|word| word.starts_with(char::is_uppercase));
    let named = capital && article.body.contains(name) && !lexicon.is_place(name);
    named && said.is_some_and(own)
}

/// Whether the headline of an article begins with its topic and a colon.
pub(super) fn opens_with_topic(article: &Article, readings: &[Reading], lexicon: &Lexicon) -> bool {
    let parts = article.title.split_once(": ");
    parts.is_some_and(|(name, said)| is_topic(name, said, article, readings, lexicon))
}

/// Whether a name may be a topic as well as a speaker: "Jane Roe", "Utopia", "Corva Games", but not "Judge", "Roe", "Corva police".
fn is_open(name: &str, lexicon: &Lexicon) -> bool {
    let words = || name.split_whitespace();
    let shouted = |word: &str| !word.chars().any(char::is_lowercase);
    let noun = |word: &str| {
        let word = word.to_lowercase();
        lexicon.is_voice(&word)
            || lexicon.words.has(Set::RoleNoun, &word)
            || lexicon.words.has(Set::BodyNoun, &word)
    };
    // "JANE ROE: …": the author of a column.
    if words().any(noun) || words().count() > 1 && words().all(shouted) {
        return false;
    }
    let hits = lexicon.parties.find(name, None);
    let several = words().count() > 1;
    let open = |hit: &PartyMatch<'_>| match hit.entry.kind {
        PartyKind::State => hit.form.kind == FormKind::Name && !hit.form.weak,
        PartyKind::Person => several,
        PartyKind::Company => true,
        _ => false,
    };
    hits.iter().all(open)
}

/// "Roe: it will burn", where the text has Jane Roe: whom a headline calls so speaks.
fn is_surname(name: &str, body: &str) -> bool {
    let full = |(at, _): (usize, &str)| {
        let before = body[..at].trim_end_matches(' ');
        let given = before.rsplit(' ').next().unwrap_or(before);
        let given = given.chars().all(char::is_alphabetic) && given.starts_with(char::is_uppercase);
        given
            && before.len() + 1 == at
            && !body[at + name.len()..].starts_with(char::is_alphanumeric)
    };
    !name.contains(' ') && body.match_indices(name).any(full)
}

/// "'We hold it'", "our powder was clean": what somebody says himself.
fn is_own_word(said: &str, words: &WordSets) -> bool {
    let opens = said.trim_start().starts_with(is_quote);
    let mut bare = said.split(|sign: char| !sign.is_alphanumeric());
    opens || bare.any(|word| words.has(Set::OwnPronoun, &word.to_lowercase()))
}

fn is_quote(sign: char) -> bool {
    matches!(sign, '"' | '“' | '\'' | '‘')
}

/// "Jane Roe: the town should pay": a headline that only tells what happened has no such word.
fn claims_more(readings: &[Reading]) -> bool {
    let mut titles = readings
        .iter()
        .filter(|reading| reading.setting.field == TextField::Title);
    titles.any(|title| (0..title.tree.len()).any(|at| title.tree.tag(at) == Tag::MD))
}

/// Whether somebody of that name says anything in the text, or somebody whom it does not name.
fn speaks(name: &str, readings: &[Reading]) -> bool {
    let last = name.rsplit(' ').next().unwrap_or(name).to_lowercase();
    let body = readings
        .iter()
        .filter(|reading| reading.setting.field == TextField::Body);
    let mut spoken = body.flat_map(|reading| {
        let cues = reading.cues.iter();
        cues.filter_map(move |cue| Some((reading, cue.speaker?)))
    });
    spoken.any(|(reading, head)| {
        let (tree, words) = (&reading.tree, &reading.lexicon().words);
        let (phrase, _) = phrase_text(tree, words, head);
        let lemma = tree.lemma(head);
        let points = words.has(Set::PersonPronoun, lemma) || words.has(Set::ItPronoun, lemma);
        // "The striker said", "Corva chief says", but not "a fan said".
        let known = tree
            .kid(head, Dep::Det)
            .is_none_or(|at| words.has(Set::Determined, tree.lemma(at)));
        let titled = tree.tag(head) == Tag::NN
            && known
            && (words.is_somebody(lemma) || words.has(Set::RoleNoun, lemma));
        let named = phrase
            .split(|sign: char| !sign.is_alphanumeric())
            .any(|word| word.to_lowercase() == last);
        points || titled || named
    })
}
