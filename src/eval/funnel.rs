//! Where a missed dispute is lost: the first broken link between the texts and a contradiction row.

use crate::block::Blocks;
use crate::config::Config;
use crate::contradict;
use crate::copies::Reports;
use crate::model::pair::Candidate;
use crate::model::run::Run;
use crate::pipeline;
use crate::score::Scorer;
use crate::{cluster, cluster::Verdicts};

use super::fields;
use super::finding::{Finding, claim_line};
use super::gold::{Dispute, Gold};
use super::pairing::{Pairing, is_fit};

/// The links in their order, as the sort of a finding: a dispute is lost at the first that no two claims of its sides pass.
pub const LINKS: [&str; 7] = [
    "dispute.missed.1-not-drawn",
    "dispute.missed.2-misread",
    "dispute.missed.3-not-paired",
    "dispute.missed.4-too-light",
    "dispute.missed.5-apart",
    "dispute.missed.6-no-rule",
    "dispute.missed.7-left-out",
];

const NOT_DRAWN: usize = 0;
const MISREAD: usize = 1;
const NOT_PAIRED: usize = 2;
const TOO_LIGHT: usize = 3;
const APART: usize = 4;
const NO_RULE: usize = 5;
const LEFT_OUT: usize = 6;

/// How far the best two claims of a dispute's sides come.
struct Reach {
    link: usize,
    /// What breaks there, in words.
    why: String,
    /// The two claims, absent where a side has none.
    claims: Option<(u32, u32)>,
}

/// The rooms between claims and rows, ready to be asked about single pairs.
struct Rooms<'a> {
    run: &'a Run,
    gold: &'a Gold,
    pairing: &'a Pairing,
    config: &'a Config,
    blocks: Blocks,
    scorer: Scorer<'a>,
    extents: cluster::Prepared<'a>,
    cluster_of: Vec<Option<u32>>,
    reports: Reports,
}

/// One finding for each dispute in `missed` (indices into the gold), its sort the broken link.
pub fn findings(
    run: &Run,
    gold: &Gold,
    pairing: &Pairing,
    missed: &[usize],
    config: &Config,
) -> Vec<Finding> {
    let rooms = Rooms::new(run, gold, pairing, config);
    let of = |&at: &usize| rooms.finding(&gold.disputes[at]);
    missed.iter().map(of).collect()
}

impl<'a> Rooms<'a> {
    fn new(run: &'a Run, gold: &'a Gold, pairing: &'a Pairing, config: &'a Config) -> Self {
        Rooms {
            blocks: pipeline::blocks(&run.claims, &run.articles, config),
            scorer: pipeline::scorer(&run.claims, &run.articles),
            extents: cluster::Prepared::new(&run.claims, &run.articles, &config.cluster),
            cluster_of: run.cluster_of(),
            reports: Reports::new(run.articles.len(), &run.copies),
            run,
            gold,
            pairing,
            config,
        }
    }

    fn finding(&self, dispute: &Dispute) -> Finding {
        let reach = self.best(dispute);
        let lines = reach.claims.map_or(String::new(), |(left, right)| {
            let line = |claim| claim_line(self.run, claim);
            format!(" | {}  <>  {}", line(left), line(right))
        });
        Finding {
            sort: LINKS[reach.link],
            place: format!(
                "{} {}",
                self.gold.episodes[dispute.episode as usize], dispute.id
            ),
            text: self.quotes(dispute),
            gold: format!("{:?}: {}", dispute.kind, dispute.proposition),
            ours: format!("{}{lines}", reach.why),
        }
    }

    fn quotes(&self, dispute: &Dispute) -> String {
        let quote = |&claim: &u32| {
            let claim = &self.gold.claims[claim as usize];
            format!("{} “{}”", claim.id, claim.anchor)
        };
        let side = |side: &Vec<u32>| side.iter().map(quote).collect::<Vec<_>>().join(", ");
        dispute
            .sides
            .iter()
            .map(side)
            .collect::<Vec<_>>()
            .join("  <>  ")
    }

    /// The pair of claims of two sides that comes farthest; of equals the first.
    fn best(&self, dispute: &Dispute) -> Reach {
        let mut best = Reach {
            link: NOT_DRAWN,
            why: "a side has no claim".to_owned(),
            claims: None,
        };
        for (at, side) in dispute.sides.iter().enumerate() {
            let others = dispute.sides[at + 1..].iter().flatten();
            for (&left, &right) in
                others.flat_map(|right| side.iter().map(move |left| (left, right)))
            {
                if let Some(reach) = self
                    .reach(left, right)
                    .filter(|reach| reach.link > best.link)
                {
                    best = reach;
                }
            }
        }
        best
    }

    /// How far two gold claims come; `None` where the program has no claim for one of them.
    fn reach(&self, left: u32, right: u32) -> Option<Reach> {
        let ours = |gold: u32| self.pairing.claim_of[gold as usize];
        let pair = (ours(left)?, ours(right)?);
        let misread =
            [(left, pair.0), (right, pair.1)].map(|(gold, claim)| self.misread(gold, claim));
        let (link, why) = match misread.concat().as_str() {
            "" => {
                let (link, why) = self.between(pair.0, pair.1);
                (link, format!("{why} | {}", self.lack(pair.0, pair.1)))
            }
            wrong => (MISREAD, format!("misread:{wrong}")),
        };
        Some(Reach {
            link,
            why,
            claims: Some(pair),
        })
    }

    /// Names of the fields without which no rule can see the dispute and that are wrong.
    fn misread(&self, gold: u32, claim: u32) -> String {
        let (gold, claim) = (
            &self.gold.claims[gold as usize],
            &self.run.claims[claim as usize],
        );
        let tests = [
            ("question", is_fit(gold, claim)),
            ("stance", fields::stance(gold, claim)),
            ("party", fields::party(gold, claim)),
        ];
        let wrong = tests.iter().filter(|(_, right)| !right);
        wrong.map(|(name, _)| format!(" {name}")).collect()
    }

    fn between(&self, left: u32, right: u32) -> (usize, String) {
        let weight = self.scorer.weigh(left, right);
        let clusters = [left, right].map(|claim| self.cluster_of[claim as usize]);
        if clusters[0].is_some() && clusters[0] == clusters[1] {
            return self.in_cluster(left, right);
        }
        if self.blocks.find_rule(left, right).is_none() {
            return (
                NOT_PAIRED,
                format!("{weight:.1} bits: {}", self.steps(left, right)),
            );
        }
        if weight < self.config.cluster.least_bits {
            return (
                TOO_LIGHT,
                format!("{weight:.1} bits: {}", self.steps(left, right)),
            );
        }
        let excluded = cluster::find_exclusion(left, right, &self.extents, &Verdicts::default());
        (
            APART,
            format!(
                "{weight:.1} bits; {}",
                excluded.unwrap_or("other claims drew them apart")
            ),
        )
    }

    fn steps(&self, left: u32, right: u32) -> String {
        let (left, right) = (left.min(right), left.max(right));
        let pair = self.scorer.pair(Candidate {
            left,
            right,
            rule: "",
        });
        let told = pair.steps.iter().filter(|step| step.bits != 0.0);
        let told = told.map(|step| format!("{} {} {:+.1}", step.field, step.level, step.bits));
        told.collect::<Vec<_>>().join(", ")
    }

    /// What the nearest rule lacks.
    fn lack(&self, left: u32, right: u32) -> String {
        let lack = |context: &contradict::Context<'_>| contradict::find_lack(left, right, context);
        pipeline::with_context(self.run, &self.reports, self.config, lack).text()
    }

    fn in_cluster(&self, left: u32, right: u32) -> (usize, String) {
        let clash = |context: &contradict::Context<'_>| contradict::clash(left, right, context);
        match pipeline::with_context(self.run, &self.reports, self.config, clash) {
            Some(clash) => (LEFT_OUT, format!("{} holds for them", clash.code)),
            None => (NO_RULE, self.steps(left, right)),
        }
    }
}
