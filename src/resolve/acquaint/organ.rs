//! "Prosecutors said": of the one land to which the articles of the story give bodies that go by the same noun.

use compact_str::CompactString;
use indexmap::IndexMap;
use rustc_hash::FxHashSet;

use super::super::party::{Calling, PartyContext, body_alone, callings};
use super::become_known;
use crate::lexicon::parties::{PartyKind, PartyLexicon, RoleKind, fold};
use crate::model::claim::{Claim, Found};

/// Gives bodies without an owner to the land of those that the story calls by the same noun.
pub(super) fn give_by_noun(claims: &mut [Claim], context: &PartyContext<'_>) {
    let owners = owners(claims, context);
    for claim in claims.iter_mut() {
        let Some(speaker) = claim.speaker.as_ref() else {
            continue;
        };
        let Some(organ) = organ(&speaker.value, context).filter(|own| own.nameless) else {
            continue;
        };
        let land = owners.get(&organ.noun).and_then(sole);
        let Some(land) = land.filter(|_| is_nobodys(claim, context)).cloned() else {
            continue;
        };
        let span = speaker.span;
        let party = claim.party.get_or_insert_with(|| Found {
            value: land.clone(),
            span,
            rule: "",
            line: None,
        });
        become_known(party, land, "party.state-of-story");
    }
}

/// By the noun of a body the lands whose the claims say that it is, each with the articles that do.
type Owners = IndexMap<CompactString, IndexMap<CompactString, FxHashSet<u32>>>;

fn owners(claims: &[Claim], context: &PartyContext<'_>) -> Owners {
    let mut owners = Owners::new();
    for claim in claims {
        let (Some(speaker), Some(party)) = (&claim.speaker, &claim.party) else {
            continue;
        };
        if let Some(organ) = organ(&speaker.value, context)
            && is_state(&party.value, context.lexicon)
        {
            let lands = owners.entry(organ.noun).or_default();
            let articles = lands.entry(party.value.clone()).or_default();
            articles.insert(claim.article);
        }
    }
    owners
}

/// The only land, where more than one article gives the body to it.
fn sole(lands: &IndexMap<CompactString, FxHashSet<u32>>) -> Option<&CompactString> {
    let mut lands = lands.iter();
    let (land, articles) = lands.next()?;
    (lands.next().is_none() && articles.len() > 1).then_some(land)
}

/// What a phrase for one organ of a state calls it.
fn organ(phrase: &str, context: &PartyContext<'_>) -> Option<Calling> {
    let mut called = callings(phrase, context).into_iter();
    let organ = called.next().filter(|_| called.next().is_none())?;
    matches!(organ.kind, RoleKind::Body | RoleKind::Force).then_some(organ)
}

/// Whether nothing but its own noun stands for the side of the speaker.
fn is_nobodys(claim: &Claim, context: &PartyContext<'_>) -> bool {
    let (Some(party), Some(speaker)) = (&claim.party, &claim.speaker) else {
        return true;
    };
    let body = body_alone(&speaker.value, context);
    body.is_some_and(|body| fold(&body) == fold(&party.value))
}

fn is_state(name: &str, lexicon: &PartyLexicon) -> bool {
    let entry = lexicon.named(name, None);
    entry.is_some_and(|entry| entry.kind == PartyKind::State)
}
