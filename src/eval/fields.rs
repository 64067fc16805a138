//! Each field of a claim held against the gold: right, wrong, or nothing to judge.

use crate::model::claim::{Claim, DateRange, Found, Quantity, Question, parted_owner};
use crate::model::place::Place;

use super::gold::{GoldClaim, GoldQuantity};
use super::names;

/// Two figures that differ by no more than this share are one (`61,500` written as `61.5 thousand`).
const ROUNDING: f64 = 0.005;

/// A field as `atodds eval` reports it.
pub struct Field {
    /// Name of the metric.
    pub metric: &'static str,
    /// Whether the claim has it right; `None` when neither side has anything to compare.
    pub judge: fn(&GoldClaim, &Claim) -> Option<bool>,
    /// The gold's value for a reader.
    pub gold: fn(&GoldClaim) -> String,
    /// The program's value for a reader.
    pub ours: fn(&Claim) -> String,
}

/// The fields in the order of the report.
pub const FIELDS: &[Field] = &[
    Field {
        metric: "field.party",
        judge: |gold, claim| Some(party(gold, claim)),
        gold: |gold| gold.party.clone(),
        ours: |claim| text(&claim.party).to_owned(),
    },
    Field {
        metric: "field.speaker",
        judge: |gold, claim| Some(names::is_like(&gold.speaker, text(&claim.speaker))),
        gold: |gold| gold.speaker.clone(),
        ours: |claim| text(&claim.speaker).to_owned(),
    },
    Field {
        metric: "field.actor",
        judge: |gold, claim| Some(is_doer(gold, claim)),
        gold: |gold| gold.actor.clone(),
        ours: |claim| doer(claim).to_owned(),
    },
    Field {
        metric: "field.actor_party",
        judge: |gold, claim| Some(actor_party(gold, claim)),
        gold: |gold| gold.actor_party.clone(),
        ours: |claim| text(&claim.actor_party).to_owned(),
    },
    Field {
        metric: "field.question",
        judge: |gold, claim| Some(gold.question == claim.question),
        gold: |gold| format!("{:?}", gold.question),
        ours: |claim| format!("{:?} {}", claim.question, claim.assertion.value),
    },
    Field {
        metric: "field.stance",
        judge: |gold, claim| Some(stance(gold, claim)),
        gold: |gold| format!("{:?}", gold.stance),
        ours: |claim| format!("{:?}", claim.stance.value),
    },
    Field {
        metric: "field.modality",
        judge: |gold, claim| Some(gold.modality == claim.modality.value),
        gold: |gold| format!("{:?}", gold.modality),
        ours: |claim| format!("{:?}", claim.modality.value),
    },
    Field {
        metric: "field.place",
        judge: |gold, claim| {
            given(
                !gold.places.is_empty(),
                claim.place.is_some(),
                place(gold, claim),
            )
        },
        gold: |gold| gold.places.join(" | "),
        ours: |claim| {
            claim
                .place
                .as_ref()
                .map_or(String::new(), |place| place.value.name.to_string())
        },
    },
    Field {
        metric: "field.place_given",
        judge: |gold, claim| claim.place.as_ref().map(|_| place(gold, claim)),
        gold: |gold| gold.places.join(" | "),
        ours: |claim| {
            claim
                .place
                .as_ref()
                .map_or(String::new(), |place| place.value.name.to_string())
        },
    },
    Field {
        metric: "field.date",
        judge: |gold, claim| given(has_date(gold), claim.dates.is_some(), date(gold, claim)),
        gold: |gold| format!("{}..{}", shown(gold.first), shown(gold.last)),
        ours: |claim| {
            claim.dates.as_ref().map_or(String::new(), |dates| {
                format!("{}..{}", dates.value.first, dates.value.last)
            })
        },
    },
    Field {
        metric: "field.date_given",
        judge: |gold, claim| claim.dates.as_ref().map(|_| date(gold, claim)),
        gold: |gold| format!("{}..{}", shown(gold.first), shown(gold.last)),
        ours: |claim| {
            claim
                .dates
                .as_ref()
                .map_or(String::new(), |dates| dates.rule.to_owned())
        },
    },
    Field {
        metric: "field.quantity",
        judge: |gold, claim| {
            given(
                gold.quantity.is_some(),
                claim.quantity.is_some(),
                quantity(gold, claim),
            )
        },
        gold: |gold| {
            let shown =
                |gold: &GoldQuantity| format!("{:?}..{:?} {}", gold.low, gold.high, gold.unit);
            gold.quantity.as_ref().map_or(String::new(), shown)
        },
        ours: |claim| {
            let shown = |ours: &Quantity| format!("{:?}..{:?} {}", ours.low, ours.high, ours.unit);
            claim
                .quantity
                .as_ref()
                .map_or(String::new(), |ours| shown(&ours.value))
        },
    },
    Field {
        metric: "field.back_reference",
        judge: |gold, claim| {
            let ours = claim.back_reference.is_some();
            given(gold.points_back, ours, gold.points_back == ours)
        },
        gold: |gold| gold.points_back.to_string(),
        ours: |claim| {
            claim
                .back_reference
                .as_ref()
                .map_or(String::new(), |back| back.how.clone())
        },
    },
];

/// Whether the side that the speaker speaks for is right.
pub fn party(gold: &GoldClaim, claim: &Claim) -> bool {
    names::is_party(&gold.party, text(&claim.party))
}

/// Whether the doer is the same or a shorter or fuller form of it.
pub fn actor(gold: &GoldClaim, claim: &Claim) -> bool {
    names::is_like(&gold.actor, doer(claim))
}

/// The same, or whether it is another name of the same body ("Kyiv", "Ukraine"), or whose dead or arms a figure counts.
fn is_doer(gold: &GoldClaim, claim: &Claim) -> bool {
    let doer = doer(claim);
    let owner = parted_owner(doer).map(|(_, owner)| owner);
    let listed = |name: &str| !name.is_empty() && names::is_party(&gold.actor, name);
    actor(gold, claim)
        || listed(doer)
        || owner.is_some_and(listed)
        || are_troops(gold, claim)
        || whose(gold, claim)
}

/// Whether the side of the doer is right.
fn actor_party(gold: &GoldClaim, claim: &Claim) -> bool {
    names::is_party(&gold.actor_party, text(&claim.actor_party)) || whose(gold, claim)
}

/// Whether both name the troops of one side, by whatever word ("Ukrainian forces", "his men (the general)").
fn are_troops(gold: &GoldClaim, claim: &Claim) -> bool {
    let (troops, _) = parted_owner(doer(claim)).unwrap_or((doer(claim), ""));
    names::are_troops(&gold.actor, troops)
        && names::is_party(&gold.actor_party, text(&claim.actor_party))
}

/// Whether a claim without a doer is of the right side's dead or arms ("203 rebels were killed"): the gold has those as the
/// actor of a figure, and a claim as the side of what was done to.
fn whose(gold: &GoldClaim, claim: &Claim) -> bool {
    let owner = text(&claim.object_party);
    gold.question == Question::Quantity
        && claim.doer().is_none()
        && !owner.is_empty()
        && names::is_party(&gold.actor_party, owner)
}

fn doer(claim: &Claim) -> &str {
    claim.doer().map_or("", |found| found.value.as_str())
}

/// Whether the stance is right.
pub fn stance(gold: &GoldClaim, claim: &Claim) -> bool {
    gold.stance == claim.stance.value
}

/// Whether the place is one of the gold's, or neither has one.
pub fn place(gold: &GoldClaim, claim: &Claim) -> bool {
    let Some(place) = &claim.place else {
        return gold.places.is_empty();
    };
    let mut wanted = gold.places.iter().chain(&gold.other_places);
    let known = wanted.any(|name| {
        names::is_place(name, &place.value) || names::is_same(name, &claim.place_as_written)
    });
    known && is_in_region(gold, &place.value)
}

/// Whether nothing speaks against the place lying in the gold's region.
fn is_in_region(gold: &GoldClaim, place: &Place) -> bool {
    let region = place.region.as_deref().unwrap_or("");
    gold.region.is_empty() || region.is_empty() || names::is_region(&gold.region, region)
}

/// Whether both ends of the days are right; an end that the gold leaves open may lie anywhere.
pub fn date(gold: &GoldClaim, claim: &Claim) -> bool {
    let Some(dates) = &claim.dates else {
        return !has_date(gold);
    };
    let DateRange { first, last } = dates.value;
    has_date(gold)
        && gold.first.is_none_or(|day| day == first)
        && gold.last.is_none_or(|day| day == last)
}

/// Whether both bounds are right, or neither has a figure.
pub fn quantity(gold: &GoldClaim, claim: &Claim) -> bool {
    match (&gold.quantity, &claim.quantity) {
        (Some(gold), Some(ours)) => {
            same_bound(gold.low, ours.value.low) && same_bound(gold.high, ours.value.high)
        }
        (gold, ours) => gold.is_none() && ours.is_none(),
    }
}

/// An open lower bound is zero: the gold writes "up to 30" as 0 to 30.
fn same_bound(left: Option<f64>, right: Option<f64>) -> bool {
    match (left, right) {
        (Some(left), Some(right)) => (left - right).abs() <= ROUNDING * left.abs().max(right.abs()),
        (Some(bound), None) | (None, Some(bound)) => bound == 0.0,
        (None, None) => true,
    }
}

fn has_date(gold: &GoldClaim) -> bool {
    gold.first.is_some() || gold.last.is_some()
}

fn given(in_gold: bool, in_ours: bool, right: bool) -> Option<bool> {
    (in_gold || in_ours).then_some(right)
}

fn shown(date: Option<jiff::civil::Date>) -> String {
    date.map_or(String::new(), |date| date.to_string())
}

fn text(found: &Option<Found<compact_str::CompactString>>) -> &str {
    found.as_ref().map_or("", |found| found.value.as_str())
}
