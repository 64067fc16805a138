//! From a phrase to a decision: pronouns first, then the core part, and what has no side says so.

use crate::lexicon::parties::{PartyKind, RoleKind};

use super::names::ArticleNames;
use super::phrase::Phrase;
use super::side::{Reading, with_rule};
use super::{PartyContext, PartyDecision};
use super::{anaphora, epithet, own_land, town};

/// Decides whom `text` names.
pub(super) fn decide(
    text: &str,
    at: Option<u32>,
    article: &ArticleNames,
    context: &PartyContext<'_>,
) -> PartyDecision {
    let phrase = Phrase::read(text, context);
    let found = match pronoun_of(&phrase) {
        None if phrase.is_dateline() => None,
        Some(RoleKind::They) if phrase.has(RoleKind::Quantity) => {
            anaphora::one_of_them(at, article)
        }
        Some(kind) => anaphora::pronoun(kind, at, article),
        None => {
            let reading = Reading {
                phrase: &phrase,
                article,
                context,
                at,
            };
            epithet::the_defence(&reading).or_else(|| reading.resolve(0))
        }
    };
    let decision = found.unwrap_or_else(|| none(text));
    let decision = own_land::checked(decision, &phrase, article, context);
    let decision = town::of_mayor(decision, &phrase, article, context);
    let decision = in_full(decision, at, article);
    let decision = match mate(&phrase, at, article, context) {
        Some(mate) if is_other_side(&mate, &decision) => several(text),
        _ => decision,
    };
    without_own_voice(decision, article, context)
}

/// "Accord army says", "count office says": a headline shortens or writes small what the text below names in full.
fn in_full(decision: PartyDecision, at: Option<u32>, article: &ArticleNames) -> PartyDecision {
    let own = decision
        .party
        .as_ref()
        .is_none_or(|party| *party == decision.entity);
    let short = at.is_none() && own && decision.line.is_none() && decision.entity.contains(' ');
    let full = short
        .then(|| article.longer_name(&decision.entity))
        .flatten();
    full.map_or(decision, |full| with_rule(full, "party.name-in-article"))
}

/// The second of two names that "and" joins.
fn mate(
    phrase: &Phrase<'_>,
    at: Option<u32>,
    article: &ArticleNames,
    context: &PartyContext<'_>,
) -> Option<PartyDecision> {
    let word = phrase.words.get(phrase.mate?)?;
    let rest = phrase.text.get(word.start..)?;
    Some(decide(rest, at, article, context))
}

/// Media that report the same, and persons who speak for themselves, are not two sides.
fn is_other_side(mate: &PartyDecision, first: &PartyDecision) -> bool {
    let media = mate.kind == PartyKind::Outlet && first.kind == PartyKind::Outlet;
    let own = |d: &PartyDecision| {
        matches!(d.kind, PartyKind::Person | PartyKind::Unlisted)
            && d.party.as_ref() == Some(&d.entity)
    };
    let private = own(mate) && own(first);
    mate.party.is_some() && mate.party != first.party && !media && !private
}

/// Two sides in one phrase are no one side.
fn several(text: &str) -> PartyDecision {
    PartyDecision {
        rule: "party.several",
        ..none(text)
    }
}

fn pronoun_of(phrase: &Phrase<'_>) -> Option<RoleKind> {
    let items = &phrase.parts.first()?.items;
    let kind = items.first()?.role_kind()?;
    (items.len() == 1 && super::kinds::is_pronoun(kind)).then_some(kind)
}

/// The outlet that published the article has no side in it.
fn without_own_voice(
    decision: PartyDecision,
    article: &ArticleNames,
    context: &PartyContext<'_>,
) -> PartyDecision {
    let own = article.is_own_outlet(&decision.entity)
        || context.outlet.is_some_and(|outlet| {
            decision.kind == PartyKind::Outlet
                && (outlet == decision.entity || {
                    let found = context.lexicon.find(outlet, context.date);
                    found.iter().any(|m| {
                        Some(&m.entry.canonical) == decision.party.as_ref()
                            || m.entry.canonical == decision.entity
                    })
                })
        });
    PartyDecision {
        party: decision.party.filter(|_| !own),
        rule: if own {
            "party.own-voice"
        } else {
            decision.rule
        },
        ..decision
    }
}

/// Nobody with a side.
fn none(text: &str) -> PartyDecision {
    PartyDecision {
        entity: text.trim().into(),
        kind: PartyKind::Unlisted,
        party: None,
        rule: "party.none",
        line: None,
    }
}
