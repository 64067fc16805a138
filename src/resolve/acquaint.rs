//! Whom persons speak for, and what acronyms stand for, where another article of the run tells it and their own does not.

mod bodies;
mod days;
mod land;
mod lands;
mod organ;
mod ties;
mod together;
mod venue;

use std::collections::{BTreeMap, BTreeSet};

use compact_str::CompactString;
use jiff::civil::Date;

use crate::lexicon::parties::{PartyKind, PartyLexicon};
use crate::model::article::Article;
use crate::model::claim::{Claim, Found};
use crate::model::story::Story;

use super::party::PartyContext;
use lands::Lands;
use ties::Ties;

/// The claims, by index, whose speaker another article knows, as they become by it; ascending.
pub fn acquaint(
    claims: &[Claim],
    articles: &[Article],
    stories: &[Story],
    lexicon: &PartyLexicon,
) -> Vec<(u32, Claim)> {
    let mut changed = known_in_run(claims, articles, lexicon);
    let mut of_article: Vec<Vec<u32>> = vec![Vec::new(); articles.len()];
    for (index, claim) in (0..).zip(claims) {
        if let Some(own) = of_article.get_mut(claim.article as usize) {
            own.push(index);
        }
    }
    for story in stories.iter().filter(|story| story.articles.len() > 1) {
        let own = story
            .articles
            .iter()
            .filter_map(|&at| of_article.get(at as usize));
        let indices: Vec<u32> = own.flatten().copied().collect();
        tell_story(&indices, claims, articles, lexicon, &mut changed);
    }
    changed.into_iter().collect()
}

/// Tells the claims of a story what its articles know together.
fn tell_story(
    indices: &[u32],
    claims: &[Claim],
    articles: &[Article],
    lexicon: &PartyLexicon,
    changed: &mut BTreeMap<u32, Claim>,
) {
    let drawn = |index: u32| &claims[index as usize];
    let now = |index: &u32| changed.get(index).unwrap_or_else(|| drawn(*index)).clone();
    let mut own: Vec<Claim> = indices.iter().map(now).collect();
    let first = own
        .first()
        .and_then(|claim| articles.get(claim.article as usize));
    let day = first.and_then(|article| article.published);
    let told: BTreeSet<u32> = own.iter().map(|claim| claim.article).collect();
    let texts = told.iter().filter_map(|&at| articles.get(at as usize));
    let texts: Vec<&Article> = texts.collect();
    let lands = Lands::read(told.into_iter(), articles, lexicon);
    together::tell(&mut own, &lands, &PartyContext::new(lexicon, day));
    days::lend(&mut own, articles);
    venue::tell(&mut own, &texts);
    for (&index, claim) in indices.iter().zip(own) {
        let before = drawn(index);
        let told = claim.dates != before.dates || claim.place != before.place;
        if told || sides(&claim) != sides(before) {
            changed.insert(index, claim);
        }
    }
}

/// Whom a claim names in shared terms.
fn sides(claim: &Claim) -> [Option<&CompactString>; 4] {
    let sides = [
        &claim.speaker,
        &claim.party,
        &claim.actor_party,
        &claim.object_party,
    ];
    sides.map(|side| side.as_ref().map(|found| &found.value))
}

/// The claims whose speaker some other article of the run knows.
fn known_in_run(
    claims: &[Claim],
    articles: &[Article],
    lexicon: &PartyLexicon,
) -> BTreeMap<u32, Claim> {
    let ties = Ties::read(claims, articles, lexicon);
    let changed = |(index, claim): (u32, &Claim)| {
        let day = articles
            .get(claim.article as usize)
            .and_then(|article| article.published);
        let person = side_of_person(claim, day, &ties, lexicon);
        (person.is_some() || ties.knows_a_side(claim)).then(|| (index, known(claim, person, &ties)))
    };
    (0..).zip(claims).filter_map(changed).collect()
}

/// A claim with the side of its speaker, and with acronyms spelled out.
fn known(claim: &Claim, person: Option<CompactString>, ties: &Ties) -> Claim {
    let mut known = claim.clone();
    if let (Some(side), Some(party)) = (person, known.party.as_mut()) {
        become_known(party, side, "party.person-in-run");
    }
    let sides = [
        &mut known.party,
        &mut known.actor_party,
        &mut known.object_party,
    ];
    for party in sides.into_iter().flatten() {
        if let Some(full) = ties.spelled_out(&party.value) {
            become_known(party, full.clone(), "party.acronym-in-run");
        }
    }
    known
}

/// Rules that take a side from where an article is and where somebody is said to be.
const WEAK: &[&str] = &[
    "party.pattern-governor",
    "party.pattern-place",
    "party.state-of-article",
    "party.state-of-place",
    "party.state-of-scene",
];

fn become_known(party: &mut Found<CompactString>, side: CompactString, rule: &'static str) {
    party.value = side;
    party.rule = rule;
    party.line = None;
}

/// The side that other articles of the time tell for the speaker of a claim whose own article gives him none, or by the
/// words around him alone another state.
fn side_of_person(
    claim: &Claim,
    day: Option<Date>,
    ties: &Ties,
    lexicon: &PartyLexicon,
) -> Option<CompactString> {
    let party = &claim.party.as_ref()?.value;
    let speaker = &claim.speaker.as_ref()?.value;
    // "Mr Roe", where nothing else is called so: no firm and no land that bears a person's name.
    let alone = !party.contains(' ')
        && lexicon.named(party, day).is_none()
        && speaker.rsplit(' ').next() == Some(party.as_str());
    let surname = || ties.bearer_of(party, day).filter(|_| alone);
    // "Jane Roe", whom only another article introduces.
    // "Jane Roe chief", whom her article calls by her office alone; "Rebel spokeswoman Jane Roe".
    let called = speaker.strip_prefix(party.as_str());
    let same = called.is_some_and(|office| office.is_empty() || office.starts_with(' '));
    let titled = speaker.strip_suffix(party.as_str());
    let same = same || titled.is_some_and(|office| office.ends_with(' '));
    let full = || Some(party).filter(|name| same && name.contains(' '));
    let name = ties
        .name_of(claim.article, speaker)
        .or_else(surname)
        .or_else(full)?;
    let side = ties.side_of(name, day).unwrap_or(name);
    let is_state = |side: &str| {
        let entry = lexicon.named(side, day);
        entry.is_some_and(|entry| entry.kind == PartyKind::State)
    };
    let own = party == name || party == speaker || name.ends_with(party.as_str());
    let told = ties.tells_itself(claim.article, name);
    let rule = claim.party.as_ref().map_or("", |found| found.rule);
    let weak = is_state(side) || WEAK.contains(&rule);
    let guessed = !told && is_state(party) && weak;
    // "The union said ... its president, Jane Roe": another article gives the union's name.
    let nameless = !told
        && !party.contains(char::is_uppercase)
        && side.contains(char::is_uppercase)
        && side != name;
    (side != party && (own || guessed || nameless)).then(|| side.clone())
}
