//! One claim: every field, the words it stands on, the rule and the line of a list that found it, and what is missing.

use serde::Serialize;

use crate::model::claim::{Claim, Found, LexiconLine, Quantity};
use crate::model::place::Place;

use super::source::Source;
use super::{Explainer, Subject};

/// Why a claim is what it is.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ClaimWhy {
    /// The claim.
    #[serde(flatten)]
    pub source: Source,
    /// The question that it answers.
    pub question: &'static str,
    /// Its fields that have a value.
    pub fields: Vec<Field>,
    /// Names of the fields that the text does not tell.
    pub missing: Vec<&'static str>,
    /// For a denial that points back: the claim it was tied to, `None` inside where nothing fits, and how.
    pub denies: Option<(Option<String>, String)>,
    /// Id of its cluster.
    pub cluster: Option<String>,
    /// Ids of the contradictions in which it stands.
    pub contradictions: Vec<String>,
}

/// One field of a claim.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// Its value.
    pub value: String,
    /// The words of the text that it stands on; `None` where it follows from elsewhere.
    pub words: Option<String>,
    /// First byte and one past the last of these words in the article's title or body.
    pub span: Option<(u32, u32)>,
    /// Code of the rule that found it.
    pub rule: &'static str,
    /// The line of a word list that decided, such as `frames.tsv line 12`; `None` where syntax alone did.
    pub list: Option<String>,
}

impl Explainer<'_> {
    pub(super) fn claim(&self, index: u32) -> ClaimWhy {
        let claim = &self.run.claims[index as usize];
        let text = self.run.articles[claim.article as usize].text(claim.field);
        let (fields, missing) = Reader { claim, text }.read();
        let target = |back: &crate::model::claim::BackReference| {
            let target = back.target.as_ref().map(|id| id.to_string());
            (target, back.how.clone())
        };
        ClaimWhy {
            source: self.source(index),
            question: claim.question.as_str(),
            fields,
            missing,
            denies: claim.back_reference.as_ref().map(target),
            cluster: self.cluster_id(index),
            contradictions: self.rows_of(Subject::Claim(index)),
        }
    }
}

struct Reader<'a> {
    claim: &'a Claim,
    text: &'a str,
}

impl Reader<'_> {
    fn read(&self) -> (Vec<Field>, Vec<&'static str>) {
        let claim = self.claim;
        let plain = |value: &compact_str::CompactString| value.to_string();
        let all = [
            ("speaker", self.maybe(&claim.speaker, "speaker", plain)),
            ("cue", self.maybe(&claim.cue, "cue", plain)),
            ("party", self.maybe(&claim.party, "party", plain)),
            (
                "stance",
                Some(self.field(&claim.stance, "stance", |value| value.as_str().into())),
            ),
            (
                "modality",
                Some(self.field(&claim.modality, "modality", |value| value.as_str().into())),
            ),
            ("actor", self.maybe(&claim.actor, "actor", plain)),
            (
                "actor_party",
                self.maybe(&claim.actor_party, "actor_party", plain),
            ),
            (
                "assertion",
                Some(self.field(&claim.assertion, "assertion", plain)),
            ),
            ("object", self.maybe(&claim.object, "object", plain)),
            (
                "object_party",
                self.maybe(&claim.object_party, "object_party", plain),
            ),
            ("place", self.maybe(&claim.place, "place", place)),
            (
                "date",
                self.maybe(&claim.dates, "date", |dates| days(dates.first, dates.last)),
            ),
            ("quantity", self.maybe(&claim.quantity, "quantity", amount)),
        ];
        let missing = all.iter().filter(|(_, field)| field.is_none());
        let missing = missing.map(|(name, _)| *name).collect();
        let relayed = claim.relayed_by.iter();
        let relayed = relayed.map(|found| self.field(found, "relayed_by", plain));
        let found = all.into_iter().filter_map(|(_, field)| field);
        (found.chain(relayed).collect(), missing)
    }

    fn maybe<T>(
        &self,
        found: &Option<Found<T>>,
        name: &'static str,
        show: impl Fn(&T) -> String,
    ) -> Option<Field> {
        found.as_ref().map(|found| self.field(found, name, show))
    }

    fn field<T>(&self, found: &Found<T>, name: &'static str, show: impl Fn(&T) -> String) -> Field {
        let words = found.span.map(|span| span.of(self.text).to_owned());
        Field {
            name,
            value: show(&found.value),
            words: words.filter(|words| !words.is_empty()),
            span: found.span.map(|span| (span.start, span.end)),
            rule: found.rule,
            list: found.line.map(list),
        }
    }
}

fn list(line: LexiconLine) -> String {
    format!("{} line {}", line.file, line.line)
}

fn place(place: &Place) -> String {
    let around = [place.region.as_deref(), place.country.as_deref()];
    let around: Vec<&str> = around.into_iter().flatten().collect();
    match around.is_empty() {
        true => format!("{} [{}]", place.name, place.key),
        false => format!("{}, {} [{}]", place.name, around.join(", "), place.key),
    }
}

fn days(first: jiff::civil::Date, last: jiff::civil::Date) -> String {
    if first == last {
        first.to_string()
    } else {
        format!("{first} to {last}")
    }
}

fn amount(quantity: &Quantity) -> String {
    let unit = quantity.unit.as_str();
    let figure = match (quantity.low, quantity.high) {
        (Some(low), Some(high)) if low == high => format!("{low} {unit}"),
        (Some(low), Some(high)) => format!("{low} to {high} {unit}"),
        (Some(low), None) => format!("at least {low} {unit}"),
        (None, Some(high)) => format!("at most {high} {unit}"),
        (None, None) => unit.to_owned(),
    };
    match &quantity.of {
        Some(of) => format!("{figure} ({of})"),
        None => figure,
    }
}
