//! Articles held against a corpus: what of their claims contradicts it, is denied or superseded there, corroborated, or new.
//!
//! Like every view this reads a [`Run`], one that holds the corpus and the articles together, so it says of their claims
//! what `report` over both would say.

mod answer;
mod dispute;
mod gather;
mod later;
mod markdown;
mod table;
mod text;

use serde::Serialize;

use crate::config::Config;
use crate::copies::Reports;
use crate::model::run::Run;
use crate::{contradict, model::article::Article, pipeline};

pub use answer::{HeldClaim, Standing};
pub use dispute::{Dispute, Words};
pub use gather::{gather, join};
pub use markdown::markdown;
pub use table::csv;
pub use text::write;

/// Some articles held against a corpus.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Comparison {
    /// Articles of the corpus.
    pub corpus: usize,
    /// The articles, in the order of the run.
    pub articles: Vec<Held>,
}

/// One article held against a corpus.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Held {
    /// Its key.
    pub article: String,
    /// Who published it.
    pub outlet: Option<String>,
    /// Day of publication.
    pub published: Option<String>,
    /// Headline.
    pub title: String,
    /// Key of the article that it copies.
    pub copy_of: Option<String>,
    /// Contradictions in which its claims stand, those against the corpus first, then by weight.
    pub disputes: Vec<Dispute>,
    /// Its claims, those that contradict first, then in the order of the text.
    pub claims: Vec<HeldClaim>,
}

impl Held {
    /// Whether an open contradiction stands between the article and the corpus.
    pub fn contradicts(&self) -> bool {
        self.disputes.iter().any(Dispute::is_open)
    }

    /// Claims of one standing.
    pub fn count(&self, standing: Standing) -> usize {
        let same = |claim: &&HeldClaim| claim.standing == standing;
        self.claims.iter().filter(same).count()
    }
}

impl Comparison {
    /// Whether any article contradicts the corpus.
    pub fn contradicts(&self) -> bool {
        self.articles.iter().any(Held::contradicts)
    }
}

/// Holds the articles `new` of a run, given by index, against the others. The new ones are not held against each other.
pub fn hold(run: &Run, new: &[u32], config: &Config) -> Comparison {
    let reports = Reports::new(run.articles.len(), &run.copies);
    let mut is_new = vec![false; run.articles.len()];
    new.iter()
        .for_each(|&article| is_new[article as usize] = true);
    pipeline::with_context(run, &reports, config, |context| {
        let holder = Holder {
            run,
            cluster_of: run.cluster_of(),
            is_new,
            reports: &reports,
            context,
        };
        Comparison {
            corpus: run.articles.len() - new.len(),
            articles: new.iter().map(|&article| holder.hold(article)).collect(),
        }
    })
}

/// What every answer is read from.
struct Holder<'a> {
    run: &'a Run,
    cluster_of: Vec<Option<u32>>,
    is_new: Vec<bool>,
    reports: &'a Reports,
    context: &'a contradict::Context<'a>,
}

impl Holder<'_> {
    fn hold(&self, index: u32) -> Held {
        let article: &Article = &self.run.articles[index as usize];
        let claims = (0..).zip(&self.run.claims);
        let own: Vec<u32> = claims
            .filter(|(_, claim)| claim.article == index)
            .map(|(claim, _)| claim)
            .collect();
        let disputes = self.disputes(&own);
        let mut claims: Vec<HeldClaim> = own
            .iter()
            .map(|&claim| self.claim(claim, &disputes))
            .collect();
        claims.sort_by_key(|claim| claim.standing);
        let copy = self.run.copies.iter().find(|copy| copy.article == index);
        Held {
            article: article.key.clone(),
            outlet: article.outlet.clone(),
            published: article.published.map(|day| day.to_string()),
            title: article.title.clone(),
            copy_of: copy.map(|copy| self.run.articles[copy.of as usize].key.clone()),
            disputes,
            claims,
        }
    }

    /// Whether a claim stands in the corpus.
    fn is_old(&self, claim: u32) -> bool {
        !self.is_new[self.run.claims[claim as usize].article as usize]
    }
}
