//! What the words for a place name: a name, or those before it that "the city" and "both towns" stand for.

use compact_str::CompactString;

use super::anaphora::Memory;
use super::place::PlaceMention;
use super::reading::Reading;
use crate::lexicon::words::Set;

/// The rule of "the country": that of the side that speaks, once it is known.
pub const LAND: &str = "place.land";

/// The name of a place, or the names that "the city" and "both towns" stand for: those before it in the sentence, else
/// the last ones of the article.
pub(super) fn names_of(
    reading: &Reading,
    mention: &PlaceMention,
    memory: &Memory,
) -> Vec<(CompactString, &'static str)> {
    let noun = reading.tree.lemma(mention.token);
    if reading.lexicon().words.has(Set::LandNoun, noun) {
        return vec![(mention.name.clone(), LAND)];
    }
    if mention.anaphoric == 0 {
        return vec![(mention.name.clone(), mention.rule)];
    }
    if mention.facility {
        let known = memory.facility(reading.tree.lemma(mention.token));
        return known
            .or(mention.site.as_ref())
            .map(|name| (name.clone(), "place.anaphora"))
            .into_iter()
            .collect();
    }
    let here = reading.settlements_before(mention.token);
    let earlier = if here.is_empty() {
        memory.settlements(mention.anaphoric)
    } else {
        &here
    };
    let from = earlier
        .len()
        .saturating_sub(mention.anaphoric.min(earlier.len()));
    earlier[from..]
        .iter()
        .map(|name| (name.clone(), "place.anaphora"))
        .collect()
}
