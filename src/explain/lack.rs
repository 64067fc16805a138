//! Why two claims make no row: the rule that comes nearest and what it lacks.

use serde::Serialize;

use crate::contradict;

use super::Explainer;
use super::source::{Bits, bits};
use super::telling::Weight;

/// Whether two claims stand against each other in a row, and if not, what keeps them from it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RowWhy {
    /// Ids of the rows that set the one against the other.
    pub contradictions: Vec<String>,
    /// Code of the rule that holds or comes nearest; `None` where no rule comes near, or where there are rows.
    pub rule: Option<&'static str>,
    /// The outcome in one sentence.
    pub says: String,
    /// The steps that are worth too little.
    pub steps: Vec<Bits>,
    /// Their sum in bits.
    pub weight: f32,
}

impl Explainer<'_> {
    pub(super) fn row_of_pair(&self, left: u32, right: u32) -> RowWhy {
        let contradictions = self.rows_between(left, right);
        if !contradictions.is_empty() {
            return RowWhy {
                contradictions,
                rule: None,
                says: "They stand against each other in a row.".into(),
                steps: Vec::new(),
                weight: 0.0,
            };
        }
        let lack = self.with_context(|context| contradict::find_lack(left, right, context));
        RowWhy {
            contradictions,
            rule: lack.rule().map(|rule| rule.code),
            says: lack.text(),
            steps: bits(Weight::Row, lack.steps()),
            weight: lack.steps().iter().map(|step| step.bits).sum(),
        }
    }

    /// Ids of the rows that hold the one on one side and the other on the other.
    fn rows_between(&self, left: u32, right: u32) -> Vec<String> {
        let rows = self.run.contradictions.iter().filter(|row| {
            let holds = |a, b| row.left.claims.contains(&a) && row.right.claims.contains(&b);
            holds(left, right) || holds(right, left)
        });
        rows.map(|row| row.id.to_string()).collect()
    }
}
