//! How far a review has come, and how often reviewer and program agree.

use crate::model::verdict::{Answer, Judgement, Verdict, in_force};

/// A share with what it is of.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Share {
    /// Judged as the program has it.
    pub right: usize,
    /// Judged at all, unsure ones left out.
    pub of: usize,
}

impl Share {
    /// The share, `None` where nothing was judged.
    pub fn value(self) -> Option<f64> {
        (self.of > 0).then(|| self.right as f64 / self.of as f64)
    }

    /// Wilson's interval at 95 %, `None` where nothing was judged.
    pub fn interval(self) -> Option<(f64, f64)> {
        let (n, p) = (self.of as f64, self.value()?);
        let z = 1.96f64;
        let scale = 1.0 + z * z / n;
        let middle = (p + z * z / (2.0 * n)) / scale;
        let half = z / scale * (p * (1.0 - p) / n + z * z / (4.0 * n * n)).sqrt();
        Some(((middle - half).max(0.0), (middle + half).min(1.0)))
    }

    /// `0.80 (8 of 10, 95 %: 0.49 to 0.94)`, `""` where nothing was judged.
    pub fn tell(self) -> String {
        match (self.value(), self.interval()) {
            (Some(value), Some((low, high))) => format!(
                "{value:.2} ({} of {}, 95 %: {low:.2} to {high:.2})",
                self.right, self.of
            ),
            _ => String::new(),
        }
    }
}

/// Agreement of the verdicts in force with the program.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Agreement {
    /// Contradictions judged right, of those judged right or wrong: precision.
    pub contradictions: Share,
    /// Contradictions on which the reviewer was unsure.
    pub unsure: usize,
    /// Clusters kept as they are, of those kept, split or thinned by an ejected claim.
    pub clusters: Share,
}

/// Counts the verdicts that count.
pub fn agreement(verdicts: &[Verdict]) -> Agreement {
    let mut agreement = Agreement::default();
    let mut met = std::collections::BTreeSet::new();
    // The last verdict on a pair is the one that counts.
    for at in in_force(verdicts).into_iter().rev() {
        match &verdicts[at].judgement {
            Judgement::Contradiction {
                left,
                right,
                answer,
            } => {
                let pair = (
                    left.key.clone().min(right.key.clone()),
                    left.key.clone().max(right.key.clone()),
                );
                if met.insert(pair) {
                    agreement.count(*answer);
                }
            }
            Judgement::Keep { .. } => {
                agreement.clusters.right += 1;
                agreement.clusters.of += 1;
            }
            Judgement::Eject { .. } | Judgement::Split { .. } => agreement.clusters.of += 1,
            _ => {}
        }
    }
    agreement
}

impl Agreement {
    fn count(&mut self, answer: Answer) {
        match answer {
            Answer::Unsure => self.unsure += 1,
            answer => {
                self.contradictions.of += 1;
                self.contradictions.right += usize::from(answer == Answer::Right);
            }
        }
    }

    /// The figures in a sentence each, `""` where nothing was judged.
    pub fn tell(&self) -> String {
        let mut text = String::new();
        if self.contradictions.of > 0 {
            text += &format!(
                "Precision of contradictions: {}",
                self.contradictions.tell()
            );
        }
        if self.unsure > 0 {
            text += &format!(
                "{}{} unsure",
                if text.is_empty() { "" } else { ", " },
                self.unsure
            );
        }
        if self.clusters.of > 0 {
            let gap = if text.is_empty() { "" } else { ". " };
            text += &format!("{gap}Clusters kept whole: {}", self.clusters.tell());
        }
        text
    }
}

/// Verdicts an hour over the last half hour of work, `None` before the second one.
pub fn rate(verdicts: &[Verdict], reviewer: &str) -> Option<f64> {
    let own = |&at: &usize| verdicts[at].who == reviewer;
    let times: Vec<_> = in_force(verdicts)
        .into_iter()
        .filter(own)
        .map(|at| verdicts[at].when)
        .collect();
    let last = *times.last()?;
    let recent: Vec<_> = times
        .iter()
        .filter(|&&when| last.duration_since(when).as_secs() <= 1800)
        .collect();
    let span = last.duration_since(**recent.first()?).as_secs_f64();
    (recent.len() > 1 && span > 0.0).then(|| (recent.len() - 1) as f64 * 3600.0 / span)
}
