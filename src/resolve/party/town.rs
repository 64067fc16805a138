//! For which town a mayor speaks: in an article of one state alone, for the town and not for the state.

use compact_str::CompactString;
use rustc_hash::FxHashMap;

use super::items::{Item, Label};
use super::names::ArticleNames;
use super::phrase::Phrase;
use super::{PartyContext, PartyDecision};

/// The decision with the town in the place of its state, where the phrase is of a mayor and the article tells of no other
/// state.
pub(super) fn of_mayor(
    decision: PartyDecision,
    phrase: &Phrase<'_>,
    article: &ArticleNames,
    context: &PartyContext<'_>,
) -> PartyDecision {
    let mut items = phrase.parts.iter().flat_map(|part| &part.items);
    let mayor = items.any(|item| {
        item.role()
            .is_some_and(|role| [MAYOR, CITY].contains(&role.class.as_str()))
    });
    let lent = mayor && LENT.contains(&decision.rule) && decision.line.is_none();
    let state = article.sole_state();
    let lent = lent && state.is_some() && decision.party.as_ref() == state;
    let town = || in_phrase(phrase, context).or_else(|| main_town(article));
    match lent.then(town).flatten() {
        Some(town) => PartyDecision {
            party: Some(town),
            rule: "party.town",
            ..decision
        },
        None => decision,
    }
}

/// "The mayor of Tarn": the town that the phrase names.
fn in_phrase(phrase: &Phrase<'_>, context: &PartyContext<'_>) -> Option<CompactString> {
    let mut items = phrase.parts.iter().flat_map(|part| &part.items);
    let town = |item: &&Item<'_>| {
        let unknown = matches!(item.label, Label::Unknown);
        unknown && (context.country_of)(phrase.written(item)).is_some()
    };
    items.find(town).map(|item| phrase.written(item).into())
}

/// The town that the article names more often than any other.
fn main_town(article: &ArticleNames) -> Option<CompactString> {
    let mut times: FxHashMap<&CompactString, usize> = FxHashMap::default();
    let mentions = article.mentions.iter().map(|m| &m.decision.entity);
    for name in mentions.filter(|name| article.is_placed(name)) {
        *times.entry(name).or_default() += 1;
    }
    let most = times.values().max().copied()?;
    let mut first = times.iter().filter(|(_, n)| **n == most);
    let (town, _) = first.next()?;
    first.next().is_none().then(|| (*town).clone())
}

/// Class of the mayors and their offices.
const MAYOR: &str = "mayor";
/// Class of the towns that speak as their mayors do.
const CITY: &str = "city";

/// Rules that give a mayor to the state in which the town lies.
const LENT: &[&str] = &[
    "party.pattern-governor",
    "party.pattern-place",
    "party.state-of-place",
    "party.state-of-scene",
];
