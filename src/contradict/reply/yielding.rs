//! Who gives in, in whatever words: a side's later admission, held against both quotes of a row by traits that were fitted.

use std::sync::{LazyLock, OnceLock};

use crate::lexicon::parties::is_one_side;
use crate::model::claim::{Claim, Stance};
use crate::model::contradiction::{Contradiction, Kind};
use crate::model::pair::Step;

use super::super::Context;
use super::super::admission::{Owning, owning};
use super::super::fitted::Fitted;
use super::traits::{
    Word, asserted, doers, field, level, modality, object, place, share_in, since, told_in,
};

/// The bits as they are compiled in, read once.
static FITTED: LazyLock<Fitted> =
    LazyLock::new(|| Fitted::parse(include_str!("../data/concession_levels.tsv")));

/// Most admissions of a side that are looked through for one row, the earliest first: a party of which everybody writes
/// makes thousands, and what it gives in to it gives in to soon.
const MOST: usize = 64;

/// The level of a word that is affirmed or denied as the side's own was, and so takes nothing back.
const AS_OWN: &str = "as-own";

/// Fields that hold sentences against each other, which costs most.
const SENTENCES: [&str; 4] = ["other-matter", "matter", "sentence", "own-sentence"];

/// The most that the fields of [`SENTENCES`] can add.
fn most() -> f32 {
    static MOST: OnceLock<f32> = OnceLock::new();
    *MOST.get_or_init(|| SENTENCES.iter().map(|field| FITTED.most(field)).sum())
}

/// A row seen from the side that may give in.
struct Seen<'c> {
    kind: Kind,
    /// What that side is quoted as saying, and what the other.
    own: Word<'c>,
    other: Word<'c>,
    /// The last day on which the side said its own.
    last: i32,
    /// Indices of what the side said in the row.
    claims: &'c [u32],
}

/// An admission of a side of a row and the steps of how likely it gives the other side right.
pub type Yielded = (u32, Vec<Step>);

/// The likeliest admission by which a side gives in, of those that `may` do so; `None` where none is worth the least bits
/// that are set.
pub(in super::super) fn find(
    row: &Contradiction,
    context: &Context<'_>,
    may: impl Fn(u32) -> bool,
) -> Option<Yielded> {
    let least = context.settings.least_concession;
    let mut found = possible(row, context, least);
    found.retain(|(claim, _)| may(*claim));
    let bits = |(_, steps): &Yielded| -> f32 { steps.iter().map(|step| step.bits).sum() };
    let id = |(claim, _): &Yielded| &context.claims[*claim as usize].id;
    found.sort_by(|a, b| bits(b).total_cmp(&bits(a)).then_with(|| id(a).cmp(id(b))));
    found.into_iter().next()
}

/// The steps of how likely the claim that settled a row gives the other side right; empty where it shows no sign of
/// admission.
pub fn weigh_status(row: &Contradiction, context: &Context<'_>) -> Vec<Step> {
    let given = possible(row, context, f32::MIN);
    let settling = |(claim, _): &Yielded| Some(*claim) == row.status_claim;
    given
        .into_iter()
        .find(settling)
        .map_or(Vec::new(), |(_, steps)| steps)
}

/// Every admission of either side of a row that comes after what the side said there and is worth at least some bits.
pub fn possible(row: &Contradiction, context: &Context<'_>, least: f32) -> Vec<Yielded> {
    let sides = [(&row.left, &row.right), (&row.right, &row.left)];
    let seen = sides.into_iter().filter_map(|(own, other)| {
        if !is_at_length(own.quote, context) {
            return None;
        }
        let claim = |index: u32| &context.claims[index as usize];
        let published = own
            .claims
            .iter()
            .filter_map(|&index| context.published(index));
        Some(Seen {
            kind: row.kind,
            own: Word::of(claim(own.quote)),
            other: Word::of(claim(other.quote)),
            last: published.max()?,
            claims: &own.claims,
        })
    });
    let given = seen.flat_map(|seen| seen.admissions(context, least));
    given.collect()
}

impl Seen<'_> {
    fn admissions(&self, context: &Context<'_>, least: f32) -> Vec<Yielded> {
        let Some(party) = self.own.claim.party_name() else {
            return Vec::new();
        };
        let days = (
            self.last,
            self.last.saturating_add(context.settings.admission_days),
        );
        let owned = context.spoken.owned(party, days);
        let own = |index: &u32| {
            let named = context.claims[*index as usize].party_name();
            named.is_some_and(|named| is_one_side(named, party))
        };
        let at_length = |index: &u32| is_at_length(*index, context);
        let again = |index: &u32| self.polarity(&context.claims[*index as usize]) == AS_OWN;
        let owned = owned.filter(own).filter(at_length);
        let owned = owned.filter(|index| !again(index));
        let later = owned.filter(|&index| self.is_later(index, context));
        let mut later: Vec<u32> = later.collect();
        if later.len() > MOST {
            // By the claims themselves, so that the order of the articles cannot matter.
            let key = |&index: &u32| (context.published(index), &context.claims[index as usize].id);
            later.sort_unstable_by(|a, b| key(a).cmp(&key(b)));
            later.truncate(MOST);
        }
        let least = least + choice(later.len());
        let weighed = later.into_iter().filter_map(|index| {
            let steps = self.steps(index, context, least)?;
            Some((index, steps))
        });
        weighed.collect()
    }

    /// Whether a claim is said after all that the side said in the row: on a later day, or behind it in its own article.
    fn is_later(&self, index: u32, context: &Context<'_>) -> bool {
        let claim = &context.claims[index as usize];
        let mut own = self.claims.iter().map(|&own| &context.claims[own as usize]);
        let later = context.published(index) > Some(self.last);
        let behind = |own: &Claim| {
            own.article == claim.article
                && (own.field, own.sentence.start) < (claim.field, claim.sentence.start)
        };
        !self.claims.contains(&index) && (later || own.all(behind))
    }

    /// `None` where whatever the sentences say it is worth less than `least` bits.
    fn steps(&self, index: u32, context: &Context<'_>, least: f32) -> Option<Vec<Step>> {
        let claim = &context.claims[index as usize];
        let mut steps = self.plain(claim, owning(index, context), context.published(index));
        if Fitted::fall_short(&steps, most(), least) {
            return None;
        }
        let given = Word::of(claim);
        let levels = [
            told_in(&self.other, &given),
            told_in(&given, &self.other),
            share_in(&self.other, &given),
            share_in(&self.own, &given),
        ];
        let fields = SENTENCES.into_iter().zip(levels);
        steps.extend(fields.map(|(field, share)| FITTED.step(field, level(share))));
        let bits: f32 = steps.iter().map(|step| step.bits).sum();
        (bits >= least).then_some(steps)
    }

    /// What is told by the claims without the words of their sentences.
    fn plain(&self, given: &Claim, owning: Owning, published: Option<i32>) -> Vec<Step> {
        let other = self.other.claim;
        FITTED.steps([
            ("prior", "prior"),
            ("owned", owning.as_str()),
            ("kind", self.kind.as_str()),
            ("role", self.role()),
            ("polarity", self.polarity(given)),
            ("asserted", asserted(other, given)),
            ("object", object(other, given)),
            ("place", place(other, given)),
            (
                "interval",
                since(published.map_or(0, |day| day - self.last)),
            ),
            ("figure", figure(other, given)),
            ("doer", doers(other, given)),
            ("field", field(given)),
            ("modality", modality(other, given)),
        ])
    }

    /// Whether the side denied what the other said, was denied, or both stated.
    fn role(&self) -> &'static str {
        match (self.own.claim.stance.value, self.other.claim.stance.value) {
            (Stance::Deny, _) => "denier",
            (_, Stance::Deny) => "told",
            _ => "rival",
        }
    }

    /// Whether the later word is affirmed or denied as the other's was, or as the side's own.
    fn polarity(&self, given: &Claim) -> &'static str {
        let stance = given.stance.value;
        let stands = [self.own.claim, self.other.claim].map(|claim| claim.stance.value == stance);
        match stands {
            [false, true] => "as-other",
            [true, false] => AS_OWN,
            [true, true] => "as-both",
            [false, false] => "as-neither",
        }
    }
}

/// Whether a claim stands in no item of a ticker: what those admit is mostly of another matter, and none were judged.
fn is_at_length(claim: u32, context: &Context<'_>) -> bool {
    let article = context.claims[claim as usize].article;
    !context.texts.is_item(article)
}

/// Admissions that a side of the judged rows had made, of which at most one or two were of the row.
const JUDGED: f32 = 2.5;

/// Bits that the choice among some admissions costs: of many each is the less likely of the row.
fn choice(admissions: usize) -> f32 {
    (admissions as f32 / JUDGED).log2().max(0.0)
}

fn figure(other: &Claim, given: &Claim) -> &'static str {
    match (&other.quantity, &given.quantity) {
        (Some(a), Some(b)) if a.value.low == b.value.low && a.value.high == b.value.high => "same",
        (_, Some(_)) => "other",
        (_, None) => "none",
    }
}
