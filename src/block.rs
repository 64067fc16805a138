//! Claims to candidate pairs, by ordered rules that never hold everything against everything.
//!
//! Each rule gives a claim some keys; claims that share a key stand in one block, sorted by day, then by object and
//! actor, then by id. A claim meets its [`Settings::neighbours`] nearest neighbours to either side in that order, as
//! long as the days are within the window of its ground. So a hot block (a capital with fifty thousand claims) costs as
//! much for each claim as a small one, and the order within the day brings like claims side by side.
//! A pair keeps the first rule of [`RULES`] that proposed it.

mod keys;
mod table;
mod told;

pub use crate::config::Block as Settings;
use crate::lexicon::assertions::{Assertions, Ground};
use crate::model::article::Article;
use crate::model::claim::Claim;
use crate::model::pair::Candidate;

use keys::Facts;
pub use keys::{RULES, Rule};
pub use table::{Meeting, Table};
pub use told::{Told, Words, place_among};

/// Days between two claims of a ground that are held against each other.
fn days(settings: &Settings, ground: Ground) -> i32 {
    match ground {
        Ground::Control => settings.control_days,
        Ground::Event => settings.event_days,
        Ground::Stance => settings.stance_days,
    }
}

/// All blocks of a run.
pub struct Blocks {
    tables: Vec<Table>,
    windows: Vec<i32>,
    days: Vec<i32>,
    neighbours: u32,
}

/// What the rules need of every claim, computed once.
pub struct Prepared<'a> {
    facts: Vec<Facts<'a>>,
    settings: &'a Settings,
}

impl<'a> Prepared<'a> {
    /// Reads the claims; `articles` give the day of publication to claims without a date.
    pub fn new(
        claims: &'a [Claim],
        articles: &[Article],
        assertions: &'a Assertions,
        settings: &'a Settings,
    ) -> Self {
        Prepared {
            facts: keys::facts(claims, articles, assertions, settings.common_word),
            settings,
        }
    }

    /// The blocks of one rule, an index into [`RULES`]; rules are independent of each other, so a caller may run them
    /// side by side.
    pub fn table(&self, rule: usize) -> Table {
        Table::build(&self.facts, &RULES[rule])
    }

    /// Puts one table for each rule together, in the order of [`RULES`].
    pub fn join(&self, tables: Vec<Table>) -> Blocks {
        let windows = self
            .facts
            .iter()
            .map(|fact| days(self.settings, fact.ground));
        Blocks {
            tables,
            windows: windows.collect(),
            days: self.facts.iter().map(|fact| fact.day).collect(),
            neighbours: self.settings.neighbours,
        }
    }
}

impl Blocks {
    /// All claims by day, then by index. Whoever asks for partners in this order finds what it needs near at hand, since
    /// the partners of claims of one day are mostly the same.
    pub fn by_day(&self) -> Vec<u32> {
        let mut order: Vec<u32> = (0..self.days.len() as u32).collect();
        order.sort_unstable_by_key(|&claim| (self.days[claim as usize], claim));
        order
    }

    /// Number of claims.
    pub fn len(&self) -> usize {
        self.windows.len()
    }

    /// Whether there is no claim.
    pub fn is_empty(&self) -> bool {
        self.windows.is_empty()
    }

    /// The candidates in which `left` is the claim of the lower index, by ascending `right`.
    pub fn partners(&self, left: u32) -> Vec<Candidate> {
        self.partners_that(left, |_| true)
    }

    /// Those of them of which `may_be` holds; a cheap look before anything is stored.
    pub fn partners_that(&self, left: u32, may_be: impl Fn(u32) -> bool) -> Vec<Candidate> {
        let mut met: Vec<(u32, u8)> = Vec::new();
        let window = self.windows[left as usize];
        for (rule, table) in (0..).zip(&self.tables) {
            table.neighbours(left, window, self.neighbours, |right| {
                if right > left && may_be(right) {
                    met.push((right, rule));
                }
            });
        }
        met.sort_unstable();
        met.dedup_by_key(|(right, _)| *right);
        met.into_iter()
            .map(|(right, rule)| Candidate {
                left,
                right,
                rule: RULES[rule as usize].code,
            })
            .collect()
    }

    /// How each rule sees two claims, in the order of [`RULES`]; for explaining.
    pub fn meetings(&self, left: u32, right: u32) -> Vec<(&'static Rule, Meeting)> {
        let (left, right) = (left.min(right), left.max(right));
        let window = self.windows[left as usize];
        let meeting = |table: &Table| table.meeting(left, right, window, self.neighbours);
        RULES.iter().zip(self.tables.iter().map(meeting)).collect()
    }

    /// The rule that brings two claims together, `None` when none does.
    pub fn find_rule(&self, left: u32, right: u32) -> Option<&'static Rule> {
        let (left, right) = (left.min(right), left.max(right));
        let found = self
            .partners(left)
            .into_iter()
            .find(|pair| pair.right == right)?;
        RULES.iter().find(|rule| rule.code == found.rule)
    }
}

/// All candidate pairs, one claim after the other; for small runs and tests.
pub fn candidates(
    claims: &[Claim],
    articles: &[Article],
    assertions: &Assertions,
    settings: &Settings,
) -> Vec<Candidate> {
    let prepared = Prepared::new(claims, articles, assertions, settings);
    let tables = (0..RULES.len()).map(|rule| prepared.table(rule)).collect();
    let blocks = prepared.join(tables);
    (0..claims.len() as u32)
        .flat_map(|left| blocks.partners(left))
        .collect()
}
