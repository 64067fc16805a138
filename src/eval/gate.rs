//! The floors below which no figure may fall (`tests/gate.toml`), and how they are moved.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde::Deserialize;

use crate::model::id::stable_id;
use crate::model::measure::{ALL, Measure};
use crate::model::run::Run;

/// How far a figure may lie below its floor. The program is deterministic, so any drop is a change for the worse.
pub const NOISE: f64 = 0.0;

/// Floors are kept with this many steps to one, cut off, so that a figure never lies below its own floor.
const STEPS: f64 = 1e4;

/// The gate as its file holds it.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gate {
    /// Hash of the articles and the gold that the floors were measured on.
    pub fingerprint: String,
    /// Lowest value allowed, by metric.
    pub floors: BTreeMap<String, f64>,
    /// Every lowering of a floor, oldest first.
    #[serde(default)]
    pub lowered: Vec<Lowered>,
}

/// A floor that was lowered, and why.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lowered {
    /// The metric.
    pub metric: String,
    /// Floor before.
    pub from: f64,
    /// Floor after.
    pub to: f64,
    /// Why that is right.
    pub reason: String,
}

/// A figure below its floor.
#[derive(Debug, Clone, PartialEq)]
pub struct Drop {
    /// The metric.
    pub metric: String,
    /// Its floor.
    pub floor: f64,
    /// What was measured; `None` when nothing was.
    pub value: Option<f64>,
}

impl Gate {
    /// Reads the file's text.
    ///
    /// # Errors
    /// The text is no TOML of this shape, or a lowering has no reason; the message says where.
    pub fn parse(text: &str) -> Result<Gate, String> {
        let gate: Gate = toml::from_str(text).map_err(|error| error.to_string())?;
        match gate
            .lowered
            .iter()
            .find(|lowered| lowered.reason.trim().is_empty())
        {
            Some(lowered) => Err(format!(
                "the lowering of `{}` gives no reason",
                lowered.metric
            )),
            None => Ok(gate),
        }
    }

    /// Figures that lie below their floors.
    pub fn drops(&self, measures: &[Measure]) -> Vec<Drop> {
        let judge = |(metric, &floor): (&String, &f64)| {
            let value = value(measures, metric);
            let fell = value.is_none_or(|value| cut(value) < floor - NOISE);
            fell.then(|| Drop {
                metric: metric.clone(),
                floor,
                value,
            })
        };
        self.floors.iter().filter_map(judge).collect()
    }

    /// Moves every floor to what was measured, upward freely, downward only with a reason, which is noted.
    ///
    /// # Errors
    /// The figures below their floors, when there is no reason; the gate is unchanged then.
    pub fn bless(
        &mut self,
        measures: &[Measure],
        fingerprint: &str,
        reason: Option<&str>,
    ) -> Result<(), Vec<Drop>> {
        let drops = self.drops(measures);
        let reason = reason.map(str::trim).filter(|reason| !reason.is_empty());
        if !drops.is_empty() && reason.is_none() {
            return Err(drops);
        }
        for (metric, floor) in &mut self.floors {
            let to = cut(value(measures, metric).unwrap_or(0.0));
            if let Some(reason) = reason.filter(|_| to < *floor) {
                self.lowered.push(Lowered {
                    metric: metric.clone(),
                    from: *floor,
                    to,
                    reason: reason.to_owned(),
                });
            }
            *floor = to;
        }
        fingerprint.clone_into(&mut self.fingerprint);
        Ok(())
    }

    /// The text of the file.
    pub fn render(&self) -> String {
        let mut text = HEADER.to_owned();
        // Writing to a string cannot fail; TOML's basic strings are quoted as Rust's debug strings are.
        let _ = write!(text, "\nfingerprint = {:?}\n\n[floors]\n", self.fingerprint);
        for (metric, floor) in &self.floors {
            let _ = writeln!(text, "{metric:?} = {floor:.4}");
        }
        for Lowered {
            metric,
            from,
            to,
            reason,
        } in &self.lowered
        {
            let _ = write!(
                text,
                "\n[[lowered]]\nmetric = {metric:?}\nfrom = {from:.4}\nto = {to:.4}\nreason = {reason:?}\n"
            );
        }
        text
    }
}

const HEADER: &str = "\
# The floors of `atodds eval` on the sample corpus: a figure below its floor fails the tests.
#
# `atodds eval --bless` moves every floor to what is measured today. It refuses to lower one;
# `atodds eval --bless --reason TEXT` lowers it and notes the reason below.
# To pin another metric, add its line with 0.0 and bless.
# The fingerprint is that of the articles and the gold: when they change, the floors are measured anew.
";

/// Hash of everything that the figures depend on but the program: the articles as read, and the gold files.
pub fn fingerprint(run: &Run, gold_files: &[String]) -> String {
    let published: Vec<String> = run
        .articles
        .iter()
        .map(|article| {
            article
                .published
                .map_or(String::new(), |day| day.to_string())
        })
        .collect();
    let articles = run
        .articles
        .iter()
        .zip(&published)
        .flat_map(|(article, published)| {
            let outlet = article.outlet.as_deref().unwrap_or("");
            [
                article.key.as_str(),
                outlet,
                published,
                &article.title,
                &article.body,
            ]
        });
    stable_id('g', articles.chain(gold_files.iter().map(String::as_str))).to_string()
}

fn value(measures: &[Measure], metric: &str) -> Option<f64> {
    let found = measures
        .iter()
        .find(|measure| measure.metric == metric && measure.part == ALL);
    found.map(|measure| measure.value)
}

fn cut(value: f64) -> f64 {
    (value * STEPS).floor() / STEPS
}
