//! What a reviewer wrote for a field, read and put into the claim.

use compact_str::{CompactString, format_compact};
use jiff::civil::Date;

use crate::lexicon::parties::PartyLexicon;
use crate::lexicon::places::Gazetteer;
use crate::model::claim::{Claim, DateRange, Found, Quantity, Stance};
use crate::model::place::{Place, PlaceKind};
use crate::model::verdict::Field;

/// Rule of a value that a reviewer gave.
const RULE: &str = "review.corrected";

/// A value for a field; `None` where the reviewer says that the text gives none.
#[derive(Debug, Clone, PartialEq)]
pub enum Correction {
    /// The side that the speaker speaks for.
    Party(Option<CompactString>),
    /// Where.
    Place(Option<Box<Place>>),
    /// When.
    Date(Option<DateRange>),
    /// Affirmed or denied.
    Stance(Stance),
    /// How many; the unit stays that of the claim where it is empty.
    Quantity(Option<Quantity>),
}

/// Reads what a reviewer wrote: a name; a day or `first/last`; `affirm` or `deny`; `20`, `20-30`, `20-` or `-30`, with or
/// without a unit behind. Nothing means that the text gives no value.
///
/// # Errors
/// What the field wants instead, one sentence.
pub fn read_correction(
    field: Field,
    value: &str,
    places: &Gazetteer,
    parties: &PartyLexicon,
) -> Result<Correction, &'static str> {
    let value = value.trim();
    let given = !value.is_empty();
    match field {
        Field::Party => Ok(Correction::Party(given.then(|| party(value, parties)))),
        Field::Place => Ok(Correction::Place(
            given.then(|| Box::new(place(value, places))),
        )),
        Field::Date if given => days(value).map(|days| Correction::Date(Some(days))),
        Field::Date => Ok(Correction::Date(None)),
        Field::Stance => stance(value).map(Correction::Stance),
        Field::Quantity if given => amount(value).map(|amount| Correction::Quantity(Some(amount))),
        Field::Quantity => Ok(Correction::Quantity(None)),
    }
}

/// The side that a listed name speaks for, else the name itself.
fn party(name: &str, parties: &PartyLexicon) -> CompactString {
    let found = parties.find(name, None);
    found.first().map_or_else(
        || name.into(),
        |found| found.entry.speaks_for.as_str().into(),
    )
}

/// The largest place of that name or the one with that key, else an unlisted one.
fn place(name: &str, places: &Gazetteer) -> Place {
    let largest = || places.find(name).max_by_key(|place| place.population());
    if let Some(found) = places.find_key(name).or_else(largest) {
        return found.to_place();
    }
    Place {
        key: format_compact!("name:{}", places.fold(name)),
        name: name.into(),
        kind: PlaceKind::Unlisted,
        region: None,
        country: None,
        coordinates: None,
        part_of: None,
        undecided: Vec::new(),
    }
}

fn days(text: &str) -> Result<DateRange, &'static str> {
    let (first, last) = text.split_once('/').unwrap_or((text, text));
    let day = |text: &str| text.trim().parse::<Date>().ok();
    match (day(first), day(last)) {
        (Some(first), Some(last)) if first <= last => Ok(DateRange { first, last }),
        _ => Err("a date is a day such as 2025-12-01 or two such as 2025-12-01/2025-12-03"),
    }
}

fn stance(text: &str) -> Result<Stance, &'static str> {
    match text {
        "affirm" => Ok(Stance::Affirm),
        "deny" => Ok(Stance::Deny),
        _ => Err("a stance is affirm or deny"),
    }
}

fn amount(text: &str) -> Result<Quantity, &'static str> {
    let (bounds, unit) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let (low, high) = bounds.split_once('-').unwrap_or((bounds, bounds));
    let number = |text: &str| match text {
        "" => Ok(None),
        text => text.replace(',', "").parse::<f64>().map(Some),
    };
    let wrong =
        "a quantity is a number such as 20, a range such as 20-30, 20- or -30, and its unit";
    let (Ok(low), Ok(high)) = (number(low), number(high)) else {
        return Err(wrong);
    };
    let finite = low.into_iter().chain(high).all(f64::is_finite);
    let ordered = low.zip(high).is_none_or(|(low, high)| low <= high);
    if !(finite && ordered) || low.or(high).is_none() {
        return Err(wrong);
    }
    Ok(Quantity {
        low,
        high,
        unit: unit.trim().into(),
        of: None,
    })
}

impl Correction {
    /// Puts the value into a claim; the words that held the old one stay marked.
    pub fn apply(&self, claim: &mut Claim) {
        match self {
            Correction::Party(party) => replace(&mut claim.party, party.clone()),
            Correction::Place(place) => {
                replace(&mut claim.place, place.as_deref().cloned());
            }
            Correction::Date(days) => replace(&mut claim.dates, *days),
            Correction::Stance(stance) => claim.stance = corrected(*stance, claim.stance.span),
            Correction::Quantity(amount) => {
                let old = claim.quantity.as_ref().map(|found| &found.value);
                let amount = amount.clone().map(|amount| completed(amount, old));
                replace(&mut claim.quantity, amount);
            }
        }
    }
}

/// A figure without a unit counts what the old one counted.
fn completed(mut amount: Quantity, old: Option<&Quantity>) -> Quantity {
    if let Some(old) = old {
        amount.of = old.of.clone();
        if amount.unit.is_empty() {
            amount.unit = old.unit.clone();
        }
    }
    amount
}

fn replace<T>(slot: &mut Option<Found<T>>, value: Option<T>) {
    let span = slot.as_ref().and_then(|found| found.span);
    *slot = value.map(|value| corrected(value, span));
}

fn corrected<T>(value: T, span: Option<crate::model::span::Span>) -> Found<T> {
    Found {
        value,
        span,
        rule: RULE,
        line: None,
    }
}
