//! Clusters to contradictions: one file a rule, one ordered list [`RULES`].
//!
//! Two claims of one cluster clash when opposed parties hold them and they cannot both be true of the same thing at the
//! same time. Every rule first asks that question of two claims and then names the ground that they share, in bits; a
//! clash on too little ground is dropped. Clashes of the same two positions become one row, with the clearest quote of
//! each side. A missing field is never a difference, but it is no ground either.
//!
//! How a pipeline chains the rooms from claims to contradictions:
//!
//! ```
//! use atodds::config::Config;
//! use atodds::{block, cluster, contradict, copies, score};
//! use atodds::lexicon::assertions::Assertions;
//! use atodds::model::{article::Article, claim::Claim, contradiction::Contradiction};
//!
//! fn run(claims: &[Claim], articles: &[Article]) -> Vec<Contradiction> {
//!     let (config, assertions) = (Config::default(), Assertions::builtin());
//!     // Candidate pairs: one table for each rule, then the partners of each claim; both loops may run in parallel.
//!     let prepared = block::Prepared::new(claims, articles, assertions, &config.block);
//!     let tables = (0..block::RULES.len()).map(|rule| prepared.table(rule)).collect();
//!     let blocks = prepared.join(tables);
//!     // Edges: candidates that are worth at least the threshold; a loop over claims that may run in parallel.
//!     let scorer = score::Scorer::new(claims, articles, assertions, score::Levels::builtin());
//!     let edge = |candidate| scorer.edge(candidate, config.cluster.least_bits);
//!     let edges = (0..claims.len() as u32).flat_map(|claim| blocks.partners(claim)).filter_map(edge).collect();
//!     // Clusters: one component after the other; a loop that may run in parallel.
//!     let verdicts = cluster::Verdicts::default();
//!     let ready = cluster::Prepared::new(claims, articles, &config.cluster);
//!     let components = cluster::components(claims.len(), edges, &verdicts);
//!     let weigh = |left, right| scorer.weigh(left, right);
//!     let mut clusters: Vec<_> =
//!         components.iter().flat_map(|component| cluster::cut(component, &ready, &verdicts, weigh)).collect();
//!     clusters.sort_by(|a, b| a.claims.cmp(&b.claims));
//!     // Independent reports.
//!     let copies = copies::find(articles, copies::Agencies::builtin(), &config.copies);
//!     let reports = copies::Reports::new(articles.len(), &copies);
//!     let count = |chosen: &[u32]| reports.count(chosen, claims);
//!     for cluster in &mut clusters {
//!         cluster.independent_reports = count(&cluster.claims);
//!     }
//!     // Contradictions: one cluster after the other, and pairs across; a loop that may run in parallel.
//!     // What answers what, article by article; a loop that may run in parallel.
//!     let texts = contradict::Texts::new(claims, articles);
//!     let told = (&texts, &config.contradict);
//!     let answers = |group: &Vec<u32>| contradict::answers_within(group, claims, articles, told);
//!     let replies: Vec<_> = contradict::by_article(claims).iter().flat_map(answers).collect();
//!     let loose = cluster::loose(&components, &clusters, &replies, &ready, &verdicts);
//!     // Which words are nearest to a denial of another article.
//!     let told = block::Told::new(claims, articles, &config.block);
//!     let words = told.words(|_| true);
//!     let place = |word, denial| words.place(word, denial);
//!     let context = contradict::Context::new(claims, articles, assertions, &config.contradict, &count, &place);
//!     let found = (0..).zip(&clusters).flat_map(|(index, cluster)| contradict::find(index, cluster, loose.of(index), &context));
//!     contradict::rank(found.collect(), &context)
//! }
//! assert!(run(&[], &[]).is_empty());
//! ```

mod admission;
mod captures;
mod cause;
mod clash;
mod concession;
mod control;
mod denial;
mod ends;
mod facts;
mod fitted;
mod gather;
mod ground;
mod later;
mod nearest;
mod note;
mod occurrence;
mod passage;
mod person;
mod quantity;
mod quote;
mod reply;
mod responsibility;
mod revision;
mod spare;
mod spoken;
mod stance;
mod status;
mod twins;
mod victims_told;
mod view;
mod weight;
mod window;

use std::cmp::Ordering;

pub use crate::config::Contradict as Settings;
use crate::lexicon::assertions::Assertions;
use crate::model::article::Article;
use crate::model::claim::{Claim, day_number};
use crate::model::cluster::Cluster;
use crate::model::contradiction::{Contradiction, Kind};
use crate::model::pair::Step;

use admission::Known;
pub use clash::Clash;
pub use ends::{answers_alone, answers_within};
use facts::Fact;
pub use fitted::AND;
pub use nearest::{Lack, find as find_lack};
pub use note::Notes;
pub use reply::{
    Elsewhere, Graded, Texts, Weighed, Yielded, answers_across, by_article, possible_concessions,
    possible_figures, possible_replies, possible_rivals, replies, weigh_status,
};
use spoken::Spoken;
use view::View;

/// What the rules read besides the cluster.
pub struct Context<'a> {
    pub(crate) claims: &'a [Claim],
    pub(crate) articles: &'a [Article],
    pub(crate) assertions: &'a Assertions,
    pub(crate) settings: &'a Settings,
    pub(crate) notes: &'a Notes,
    pub(crate) count: &'a (dyn Fn(&[u32]) -> u32 + Sync),
    /// The place of a word among the claims that share most words with a denial.
    place: &'a (dyn Fn(u32, u32) -> Option<u32> + Sync),
    /// Day of the latest article, from which age is counted.
    pub(crate) newest: Option<i32>,
    /// What is known of each claim.
    facts: Vec<Fact<'a>>,
    /// What is known of each article.
    texts: Texts,
    /// What each party said of what.
    spoken: Spoken,
    /// Which claims are admissions.
    pub(crate) admissions: Known,
}

impl<'a> Context<'a> {
    /// `count` gives the independent reports among claims, and `place` that of a word, given first, among the claims of
    /// other articles that share most words with a denial, from 0, `None` where it is none of those.
    pub fn new(
        claims: &'a [Claim],
        articles: &'a [Article],
        assertions: &'a Assertions,
        settings: &'a Settings,
        count: &'a (dyn Fn(&[u32]) -> u32 + Sync),
        place: &'a (dyn Fn(u32, u32) -> Option<u32> + Sync),
    ) -> Self {
        let days = articles.iter().filter_map(|article| article.published);
        let mut context = Context {
            claims,
            articles,
            assertions,
            settings,
            notes: Notes::builtin(),
            count,
            place,
            newest: days.map(day_number).max(),
            facts: facts::facts(claims, articles, assertions, settings.capture_days),
            texts: Texts::new(claims, articles),
            spoken: Spoken::default(),
            admissions: Known::nothing(claims.len()),
        };
        context.spoken = Spoken::new(&context);
        context
    }

    /// The day on which a claim's article was published, `None` when it is not told.
    pub(crate) fn published(&self, claim: u32) -> Option<i32> {
        self.facts[claim as usize].published
    }
}

/// One rule: whether two claims clash, and on what ground.
pub struct Rule {
    /// Stable code.
    pub code: &'static str,
    /// Kind of contradiction.
    pub kind: Kind,
    /// When it holds, for the reader.
    pub why: &'static str,
    /// The check; `left` is the affirming claim or the one with the first answer.
    check: fn(&View<'_>, &View<'_>, &Context<'_>) -> Option<Clash>,
}

/// Every rule in order; the first that holds for two claims names their clash.
pub const RULES: &[Rule] = &[
    denial::BACK_REFERENCE,
    denial::SAME,
    denial::KINDRED,
    reply::REPLIED,
    denial::REWORDED,
    reply::REPLIED_ELSEWHERE,
    control::TWO_HOLDERS,
    control::PART,
    control::CONTESTED,
    control::LOST,
    responsibility::TWO_DOERS,
    reply::OTHER_DOER,
    quantity::DISJOINT,
    reply::OTHER_FIGURE,
    reply::OTHER_FIGURE_BESIDE,
    reply::OTHER_FIGURE_ELSEWHERE,
    cause::TWO_CAUSES,
    cause::CAUSE_OR_DOER,
    occurrence::SHAM,
    occurrence::KEPT,
    occurrence::OTHER_END,
    occurrence::TWO_WINNERS,
    occurrence::OTHER_TARGET,
    stance::FOR_AND_AGAINST,
    reply::OTHER_ACCOUNT,
    reply::OTHER_ACCOUNT_ELSEWHERE,
];

/// The contradictions of one cluster, unranked; `index` is the cluster's place in the run. Of `loose`, pairs of claims
/// with the first in this cluster and the second in another, those that clash belong to it.
pub fn find(
    index: u32,
    cluster: &Cluster,
    loose: impl IntoIterator<Item = (u32, u32)>,
    context: &Context<'_>,
) -> Vec<Contradiction> {
    let mut views = view::views(&cluster.claims, context);
    let mut clashes = clash::find_all(&views, context);
    let across = loose.into_iter();
    let across = across.filter_map(|(own, other)| clash::find_across(own, other, context));
    let across: Vec<Clash> = across.collect();
    if !across.is_empty() {
        let voices = across.iter().flat_map(|clash| [clash.left, clash.right]);
        let mut claims: Vec<u32> = cluster.claims.iter().copied().chain(voices).collect();
        claims.sort_unstable();
        claims.dedup();
        views = view::views(&claims, context);
        clashes.extend(across);
    }
    gather::rows(index, cluster, &views, &clashes, context)
}

/// The rule that holds for two claims and the ground they share, `None` where they do not clash; for explaining.
pub fn clash(left: u32, right: u32, context: &Context<'_>) -> Option<Clash> {
    let views = view::views(&[left, right], context);
    clash::find(&views[0], &views[1], context)
}

/// What a claim holds, in a few words, such as `Russia captured Pokrovsk`.
pub fn position(claim: u32, context: &Context<'_>) -> String {
    note::position(&view::views(&[claim], context)[0], context)
}

/// The rule with a code, `None` when there is none.
pub fn find_rule(code: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.code == code)
}

/// The place of the rule with a code: the first are the most explicit.
fn place_of(code: &str) -> Option<usize> {
    RULES.iter().position(|rule| rule.code == code)
}

/// The steps whose sum is a contradiction's weight.
pub fn weigh(contradiction: &Contradiction, context: &Context<'_>) -> Vec<Step> {
    weight::steps(contradiction, context)
}

/// Whether a row holds a state against its end, so that the end, told later, is news and no confession.
fn is_of_state(row: &Contradiction) -> bool {
    row.code == occurrence::KEPT.code
}

/// Whether a party contradicts its own word, and not one of its bodies another.
pub fn is_self(contradiction: &Contradiction, claims: &[Claim]) -> bool {
    let [left, right] = [&contradiction.left, &contradiction.right];
    let quotes = [left, right].map(|side| &claims[side.quote as usize]);
    left.party.is_some()
        && left.party == right.party
        && !person::are_two_bodies(quotes[0], quotes[1])
}

/// Puts first what an analyst should see first: the greatest weight, then the latest, then by id. Denials that quote the
/// same two sentences become one.
pub fn rank(mut found: Vec<Contradiction>, context: &Context<'_>) -> Vec<Contradiction> {
    found.sort_by(order);
    let mut rows = twins::unite(found, context);
    rows.sort_by(order);
    let mut rows = spare::leave_out(rows, context);
    passage::complete(&mut rows, context);
    rows
}

fn order(a: &Contradiction, b: &Contradiction) -> Ordering {
    let last = |row: &Contradiction| row.dates.map(|dates| dates.last);
    b.weight
        .total_cmp(&a.weight)
        .then_with(|| last(b).cmp(&last(a)))
        .then_with(|| a.id.cmp(&b.id))
}
