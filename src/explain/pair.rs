//! Two claims: who proposed the pair, what it weighs step by step, what excludes it, and whether one cluster holds both.

use serde::Serialize;

use crate::block::{Meeting, RULES};
use crate::model::pair::Candidate;
use crate::{block, cluster, contradict};

use super::Explainer;
use super::lack::RowWhy;
use super::source::{Bits, Source, bits};
use super::telling::Weight;

/// Why two claims were or were not brought together.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PairWhy {
    /// One claim.
    pub left: Source,
    /// The other.
    pub right: Source,
    /// What each blocking rule says of the pair, in the order of the rules.
    pub proposals: Vec<Proposal>,
    /// Whether the one is held against the other as its denial in another article; `None` where it is none.
    pub answer: Option<AnswerWhy>,
    /// The steps of the weight.
    pub steps: Vec<Bits>,
    /// Their sum in bits.
    pub weight: f32,
    /// Least bits of a pair that speaks for one matter.
    pub least_bits: f32,
    /// Why the two could not be one cluster; `None` where nothing excludes it.
    pub exclusion: Option<&'static str>,
    /// How the clusters of the two stand to each other.
    pub grouping: Grouping,
    /// Whether the two stand against each other in a row, and if not, what keeps them from it.
    pub row: RowWhy,
    /// The outcome in one sentence.
    pub verdict: String,
}

/// What one blocking rule says of a pair.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Proposal {
    /// Code of the rule.
    pub rule: &'static str,
    /// What two claims share that it brings together.
    pub brings: &'static str,
    /// Whether it proposed the pair.
    pub proposed: bool,
    /// Why it did or did not.
    pub why: String,
}

/// How likely the one of two claims of two articles answers the other as its denial.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AnswerWhy {
    /// Whether the two were held against each other, and why.
    pub met: String,
    /// The steps of the weight.
    pub steps: Vec<Bits>,
    /// Their sum in bits.
    pub weight: f32,
    /// Least bits of an answer.
    pub least_bits: f32,
}

/// The clusters of two claims.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Grouping {
    /// Id of the cluster of the left claim.
    pub left: Option<String>,
    /// Id of the cluster of the right claim.
    pub right: Option<String>,
    /// Whether it is one.
    pub together: bool,
    /// Mean bits between the claims of two different clusters; `None` for one cluster.
    pub mean_bits: Option<f32>,
    /// Why two different clusters could not be joined; `None` where nothing excludes it.
    pub exclusion: Option<&'static str>,
}

impl Explainer<'_> {
    pub(super) fn pair(&self, left: u32, right: u32) -> PairWhy {
        let proposals = self.proposals(left, right);
        let candidate = Candidate {
            left: left.min(right),
            right: left.max(right),
            rule: self
                .blocks
                .find_rule(left, right)
                .map_or("", |rule| rule.code),
        };
        let pair = self.scorer.pair(candidate);
        let verdicts = cluster::Verdicts::default();
        let mut why = PairWhy {
            left: self.source(left),
            right: self.source(right),
            proposals,
            answer: self.answer(left, right),
            steps: bits(Weight::Pair, &pair.steps),
            weight: pair.weight,
            least_bits: self.config.cluster.least_bits,
            exclusion: cluster::find_exclusion(left, right, &self.extents, &verdicts),
            grouping: self.grouping(left, right),
            row: self.row_of_pair(left, right),
            verdict: String::new(),
        };
        why.verdict = verdict(&why);
        why
    }

    fn proposals(&self, left: u32, right: u32) -> Vec<Proposal> {
        let rule = |(rule, meeting): (&'static crate::block::Rule, Meeting)| Proposal {
            rule: rule.code,
            brings: rule.why,
            proposed: meeting == Meeting::Proposed,
            why: meet(meeting),
        };
        self.blocks
            .meetings(left, right)
            .into_iter()
            .map(rule)
            .collect()
    }

    fn answer(&self, left: u32, right: u32) -> Option<AnswerWhy> {
        let (claims, articles) = (&self.run.claims, &self.run.articles);
        let elsewhere = contradict::Elsewhere::new(claims, articles);
        let (word, denial) = elsewhere.in_order(left, right)?;
        let told = block::Told::new(claims, articles, &self.config.block);
        let place = told.words(|_| true).place(word, denial);
        let (_, _, steps) = elsewhere.possible((word, denial), place, f32::MIN)?;
        let most = self.config.block.answered;
        let met = match place {
            Some(place) => format!(
                "the denial is held against the {most} claims that share most words with it, of which this is number {}",
                place + 1
            ),
            None => format!(
                "{most} other claims share more words with the denial, or all of this one are too common"
            ),
        };
        Some(AnswerWhy {
            met,
            weight: steps.iter().map(|step| step.bits).sum(),
            steps: bits(Weight::Row, &steps),
            least_bits: self.config.contradict.least_across,
        })
    }

    fn grouping(&self, left: u32, right: u32) -> Grouping {
        let clusters = [left, right].map(|claim| self.cluster_of[claim as usize]);
        let mut grouping = Grouping {
            left: self.cluster_id(left),
            right: self.cluster_id(right),
            together: clusters[0].is_some() && clusters[0] == clusters[1],
            mean_bits: None,
            exclusion: None,
        };
        if let [Some(a), Some(b)] = clusters
            && a != b
        {
            let [a, b] = [a, b].map(|index| &self.run.clusters[index as usize].claims);
            let weigh = |left, right| self.scorer.weigh(left, right);
            grouping.mean_bits = Some(cluster::mean_bits(a, b, weigh));
            grouping.exclusion = cluster::find_group_exclusion(a, b, &self.extents);
        }
        grouping
    }

    /// The rule that proposed a pair, as a reader is told it.
    pub(super) fn proposer(&self, left: u32, right: u32) -> Option<&'static str> {
        self.blocks.find_rule(left, right).map(|rule| rule.code)
    }
}

fn meet(meeting: Meeting) -> String {
    match meeting {
        Meeting::Proposed => "it proposed the pair".into(),
        Meeting::NoKey => "the two share nothing that it looks at".into(),
        Meeting::Days { apart, .. } if apart > FOREVER => {
            "the two share what it looks at, but one has no day".into()
        }
        Meeting::Days { apart, window } => format!(
            "the two share what it looks at, but lie {apart} days apart, and it looks {window} days far"
        ),
        Meeting::Crowded { between, reach } => format!(
            "the two share what it looks at, but {between} claims stand nearer, and it looks at {reach} to either side"
        ),
    }
}

/// More days than any news spans: one of the claims has none.
const FOREVER: i32 = 1_000_000;

/// The outcome in one sentence, from the last link of the chain that decided it.
fn verdict(why: &PairWhy) -> String {
    let proposed = why.proposals.iter().any(|rule| rule.proposed);
    let enough = why.weight >= why.least_bits;
    let (bits, least) = (why.weight, why.least_bits);
    if why.grouping.together {
        return match (proposed, enough) {
            (true, true) => format!(
                "They stand in one cluster: the pair was compared and weighs {bits:.2} bits, at least {least:.2}."
            ),
            (true, false) => format!(
                "They stand in one cluster through other claims: the pair itself weighs only {bits:.2} bits."
            ),
            (false, _) => format!(
                "They stand in one cluster through other claims: no rule proposed this pair, which would weigh {bits:.2} bits."
            ),
        };
    }
    let mean = why.grouping.mean_bits.unwrap_or(0.0);
    match (why.exclusion.or(why.grouping.exclusion), proposed, enough) {
        (_, false, _) => format!(
            "They stand apart: none of the {} rules that look for like claims proposed the pair, which would weigh {bits:.2} bits.",
            RULES.len()
        ),
        (_, _, false) => {
            format!("They stand apart: the pair weighs {bits:.2} bits, and {least:.2} are wanted.")
        }
        (Some(reason), _, _) => {
            format!("They stand apart, though the pair weighs {bits:.2} bits: {reason}.")
        }
        (None, _, _) => format!(
            "They stand apart, though the pair weighs {bits:.2} bits: between all claims of their two clusters it is {mean:.2} bits on average, and {least:.2} are wanted."
        ),
    }
}
