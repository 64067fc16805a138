//! A claim as an explanation cites it, and the steps of a weight in words.

use serde::Serialize;

use crate::contradict;
use crate::model::pair::Step;

use super::telling::{Weight, tell};
use super::{Explainer, Subject};

/// Who said what, and where it stands.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Source {
    /// Id of the claim.
    pub claim: String,
    /// What it holds, in a few words.
    pub position: String,
    /// Who says it, as the text names them; `None` for the outlet's own voice.
    pub speaker: Option<String>,
    /// The side that the speaker speaks for.
    pub party: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Day of publication.
    pub published: Option<String>,
    /// Key of the article.
    pub article: String,
    /// The sentence.
    pub quote: String,
}

/// One step of a weight, in words.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Bits {
    /// What was compared.
    pub field: &'static str,
    /// The level that it reached.
    pub level: &'static str,
    /// What that means.
    pub words: String,
    /// Bits for or against.
    pub bits: f32,
}

/// Steps in words, in their order.
pub(super) fn bits(weight: Weight, steps: &[Step]) -> Vec<Bits> {
    let step = |step: &Step| Bits {
        field: step.field,
        level: step.level,
        words: tell(weight, step.field, step.level),
        bits: step.bits,
    };
    steps.iter().map(step).collect()
}

impl Explainer<'_> {
    pub(super) fn source(&self, index: u32) -> Source {
        let claim = &self.run.claims[index as usize];
        let article = &self.run.articles[claim.article as usize];
        let value = |found: &Option<crate::model::claim::Found<compact_str::CompactString>>| {
            found.as_ref().map(|found| found.value.to_string())
        };
        Source {
            claim: claim.id.to_string(),
            position: self.with_context(|context| contradict::position(index, context)),
            speaker: value(&claim.speaker),
            party: value(&claim.party),
            outlet: article.outlet.clone(),
            published: article.published.map(|day| day.to_string()),
            article: article.key.clone(),
            quote: claim.sentence.of(article.text(claim.field)).to_owned(),
        }
    }

    /// Ids of the contradictions in which a claim stands.
    pub(super) fn rows_of(&self, subject: Subject) -> Vec<String> {
        let concerns = |row: &&crate::model::contradiction::Contradiction| match subject {
            Subject::Claim(claim) => {
                row.left.claims.contains(&claim) || row.right.claims.contains(&claim)
            }
            Subject::Cluster(cluster) => row.cluster == cluster,
            Subject::Contradiction(_) | Subject::Story(_) => false,
        };
        let rows = self.run.contradictions.iter().filter(concerns);
        rows.map(|row| row.id.to_string()).collect()
    }
}
