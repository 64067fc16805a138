//! What the articles of one story tell together: whose staff somebody is, whom "the company" means, of which land "the army" is.

use compact_str::CompactString;
use indexmap::{IndexMap, IndexSet};

use super::super::article::unite::{
    Renamed, nouns_served, point_to, rename_all, served_across, shortened, voices_of,
};
use super::super::party::PartyContext;
use super::bodies::bodies_told;
use super::land::give_land;
use super::lands::Lands;
use super::organ::give_by_noun;
use crate::lexicon::parties::{PartyLexicon, Word, split_words};
use crate::lexicon::ranks;
use crate::model::claim::Claim;

/// Tells the claims of one story what those of its other articles know.
pub(super) fn tell(claims: &mut [Claim], lands: &Lands<'_>, context: &PartyContext<'_>) {
    let named = named(claims);
    let voices = voices_of(claims, context);
    let told = bodies_told(&nouns_served(&voices), &lands.texts(), context.lexicon);
    let bodies: Vec<&CompactString> = named.iter().chain(&told).collect();
    let named: Vec<&CompactString> = named.iter().collect();
    let staff = served_across(&voices, &bodies);
    rename_all(&staff, claims);
    let shortened = shortened(claims, &named);
    rename_all(&shortened, claims);
    let surnames = surnames(claims, context.lexicon);
    rename_all(&surnames, claims);
    give_full_names(claims, context.lexicon);
    let voices = voices_of(claims, context);
    point_to(&voices, claims, context);
    give_land(claims, lands, context);
    give_by_noun(claims, context);
}

/// The sides of the claims, each once.
fn named(claims: &[Claim]) -> IndexSet<CompactString> {
    let sides = claims.iter().flat_map(|claim| {
        let sides = [&claim.party, &claim.actor_party, &claim.object_party];
        sides.into_iter().flatten().map(|found| found.value.clone())
    });
    sides.collect()
}

/// The full names of those who speak, by their last words, each with the sides that its claims give.
type Bearers = IndexMap<CompactString, IndexMap<CompactString, IndexSet<CompactString>>>;

fn bearers(claims: &[Claim], lexicon: &PartyLexicon) -> Bearers {
    let mut bearers = Bearers::new();
    for claim in claims {
        let Some(name) = claim.speaker.as_ref().map(|found| &found.value) else {
            continue;
        };
        let last = last_word(name);
        if !is_full_name(name, lexicon) || is_rank_before(name, last) {
            continue;
        }
        let named = bearers.entry(last.into()).or_default();
        let sides = named.entry(name.clone()).or_default();
        sides.extend(claim.party.as_ref().map(|found| found.value.clone()));
    }
    bearers
}

/// "Roe", "Inspector Roe", where those who speak elsewhere under full names that end so are all of one side.
fn surnames(claims: &[Claim], lexicon: &PartyLexicon) -> Vec<Renamed> {
    let bearers = bearers(claims, lexicon);
    let side_of = |party: &CompactString, speaker: &CompactString| {
        let last = last_word(speaker);
        let alone = party == last || is_rank_before(party, last);
        let name = alone && party.starts_with(char::is_uppercase);
        let others = bearers.get(last).filter(|_| name)?.iter();
        let mut sides = others
            .filter(|(name, _)| *name != speaker)
            .flat_map(|(_, sides)| sides);
        let side = sides.next().filter(|side| *side != party)?;
        let one = sides.all(|other| other == side) && lexicon.named(party, None).is_none();
        one.then(|| side.clone())
    };
    let mut renamed: IndexMap<CompactString, CompactString> = IndexMap::new();
    for claim in claims {
        if let (Some(party), Some(speaker)) = (&claim.party, &claim.speaker)
            && !renamed.contains_key(&party.value)
            && let Some(side) = side_of(&party.value, &speaker.value)
        {
            renamed.insert(party.value.clone(), side);
        }
    }
    renamed.into_iter().collect()
}

/// "Inspector Roe", where the one other speaker of the surname is Jane Roe: she speaks.
fn give_full_names(claims: &mut [Claim], lexicon: &PartyLexicon) {
    let bearers = bearers(claims, lexicon);
    for speaker in claims.iter_mut().filter_map(|claim| claim.speaker.as_mut()) {
        let last = last_word(&speaker.value);
        let mut others = bearers.get(last).into_iter().flat_map(IndexMap::keys);
        let bearer = others.next().filter(|_| others.next().is_none());
        if let Some(bearer) = bearer.filter(|_| is_rank_before(&speaker.value, last)) {
            speaker.value = bearer.clone();
        }
    }
}

fn last_word(name: &str) -> &str {
    name.rsplit(' ').next().unwrap_or(name)
}

/// "Inspector Roe": nothing but a rank stands before the last word.
fn is_rank_before(name: &str, last: &str) -> bool {
    let before = name
        .strip_suffix(last)
        .map(|rank| rank.trim_end().to_lowercase());
    before.is_some_and(|rank| ranks::held_by(&rank).is_some_and(|held| held.rank == rank))
}

/// Some words with capitals, the last of which is no noun for a body.
fn is_full_name(name: &str, lexicon: &PartyLexicon) -> bool {
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let plain = lexicon.role_of(last_word(name)).is_none();
    // "Corvane's Jane Roe": her name and another.
    let owned = split_words(name).iter().any(Word::is_possessive);
    name.contains(' ') && !name.contains(',') && plain && !owned && name.split(' ').all(capital)
}
