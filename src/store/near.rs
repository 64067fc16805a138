//! The claims of a store that could be on one matter with some new ones, found by index, and what hangs on them.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use jiff::{Span, ToSpan};
use rusqlite::{Connection, params};
use rustc_hash::FxHashMap;

use super::trouble::broken;
use super::{Store, claim, rows};
use crate::config::Block;
use crate::error::Error;
use crate::lexicon::assertions::{Assertions, Ground};
use crate::model::claim::{Claim, Question};
use crate::model::run::Run;

impl Store {
    /// The part of the last run that could bear on the claims of `new`: claims that share a place, an actor or an object
    /// with one of them and are near in time, those that stand in a cluster with such a claim, and their articles.
    ///
    /// The cost depends on the new claims, hardly on the size of the store.
    ///
    /// # Errors
    /// The store cannot be read, or is damaged.
    pub fn near(&self, new: &Run, settings: &Block) -> Result<Run, Error> {
        let finder = Finder {
            connection: &self.connection,
            settings,
        };
        let found = finder.find(new).and_then(|claims| self.part(&claims));
        found.map_err(|error| self.trouble(error))
    }

    /// How many articles the last run had.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn count_articles(&self) -> Result<usize, Error> {
        let count = self
            .connection
            .query_row("SELECT count(*) FROM article", [], |row| {
                row.get::<_, i64>(0)
            })
            .map(|count| count as usize);
        count.map_err(|error| self.trouble(error))
    }

    /// Some claims with their articles, as a run in which nothing was brought together yet.
    fn part(&self, claims: &BTreeSet<i64>) -> rusqlite::Result<Run> {
        let mut run = Run::default();
        let mut places: FxHashMap<i64, u32> = FxHashMap::default();
        let mut of_article: BTreeMap<i64, Vec<i64>> = BTreeMap::new();
        let mut article = self
            .connection
            .prepare_cached("SELECT article FROM claim WHERE claim = ?")?;
        for &number in claims {
            let of: i64 = article.query_row([number], |row| row.get(0))?;
            of_article.entry(of).or_default().push(number);
        }
        let sql = format!(
            "SELECT {} FROM article JOIN article_text USING (article) WHERE article = ?",
            rows::ARTICLE
        );
        let mut text = self.connection.prepare_cached(&sql)?;
        let mut packed = self
            .connection
            .prepare_cached("SELECT packed FROM claim WHERE claim = ?")?;
        for (of, numbers) in of_article {
            let index = run.articles.len() as u32;
            places.insert(of, index);
            run.articles.push(text.query_row([of], rows::article)?);
            for number in numbers {
                let bytes: Vec<u8> = packed.query_row([number], |row| row.get(0))?;
                let claim = claim::unpack(&bytes, index, &self.symbols);
                let claim = claim.ok_or_else(|| broken("a claim that cannot be read"))?;
                run.claims.push(claim);
            }
        }
        Ok(run)
    }
}

/// Claims that are looked up to either side of a day under one key: fewer than the blocks hold against each other, as
/// every article that comes along is read with its text.
const LOOK: u32 = 10;

struct Finder<'a> {
    connection: &'a Connection,
    settings: &'a Block,
}

/// What is looked up: a column with its value, and a second one that is asked for each of some values.
type Key<'k> = (&'static str, &'k str, &'static str, &'k [&'k str]);

impl Finder<'_> {
    fn find(&self, new: &Run) -> rusqlite::Result<BTreeSet<i64>> {
        let mut found = BTreeSet::new();
        for claim in &new.claims {
            let published = new.articles.get(claim.article as usize);
            let published = published.and_then(|article| article.published);
            self.around(claim, published, &mut found)?;
        }
        let mut members = self.connection.prepare_cached(
            "SELECT other.claim FROM member JOIN member AS other USING (cluster) WHERE member.claim = ?",
        )?;
        let mut all = found.clone();
        for number in found {
            for other in members.query_map([number], |row| row.get(0))? {
                all.insert(other?);
            }
        }
        Ok(all)
    }

    /// The claims around one new claim, by the same keys as the blocking rules as far as columns hold them.
    fn around(
        &self,
        claim: &Claim,
        published: Option<Date>,
        found: &mut BTreeSet<i64>,
    ) -> rusqlite::Result<()> {
        let ground = Ground::of(claim.question);
        let questions: Vec<&str> = questions(ground).iter().map(|q| q.as_str()).collect();
        let kin = kin(&claim.assertion.value);
        let day = claim
            .dates
            .as_ref()
            .map(|dates| dates.value.first)
            .or(published);
        let place = claim.place.as_ref().map(|place| &place.value);
        let whole = place.and_then(|place| place.part_of.as_deref());
        let actor = claim.actor_party.as_ref().map(|party| party.value.as_str());
        let object = claim.object.as_ref().map(|object| object.value.as_str());
        let keys: [Option<Key<'_>>; 4] = [
            place.map(|place| ("place_key", place.key.as_str(), "question", &questions[..])),
            whole.map(|whole| ("place_key", whole, "question", &questions[..])),
            actor.map(|actor| ("actor_party", actor, "assertion", &kin[..])),
            object.map(|object| ("object", object, "question", &questions[..])),
        ];
        for key in keys.into_iter().flatten() {
            self.look(key, day, days(self.settings, ground), found)?;
        }
        Ok(())
    }

    /// The nearest claims under one key before and after a day; the latest where there is no day.
    fn look(
        &self,
        (column, value, second, kinds): Key<'_>,
        day: Option<Date>,
        window: i32,
        found: &mut BTreeSet<i64>,
    ) -> rusqlite::Result<()> {
        let span: Span = i64::from(window).days();
        let day_or_last = day.unwrap_or(Date::MAX);
        let (first, last) = match day {
            Some(day) => (day.saturating_sub(span), day.saturating_add(span)),
            None => (Date::MIN, Date::MAX),
        };
        let limits = [
            ("day >= ?3 AND day <= ?4 ORDER BY day", day_or_last, last),
            (
                "day < ?3 AND day >= ?4 ORDER BY day DESC",
                day_or_last,
                first,
            ),
        ];
        for (order, from, to) in limits {
            let sql = format!(
                "SELECT claim FROM claim WHERE {column} = ?1 AND {second} = ?2 AND {order} LIMIT ?5"
            );
            let mut statement = self.connection.prepare_cached(&sql)?;
            for kind in kinds {
                let row = params![
                    value,
                    kind,
                    from.to_string(),
                    to.to_string(),
                    LOOK.min(self.settings.neighbours)
                ];
                for number in statement.query_map(row, |row| row.get(0))? {
                    found.insert(number?);
                }
            }
        }
        Ok(())
    }
}

/// Days between two claims of a ground that are held against each other.
fn days(settings: &Block, ground: Ground) -> i32 {
    match ground {
        Ground::Control => settings.control_days,
        Ground::Event => settings.event_days,
        Ground::Stance => settings.stance_days,
    }
}

fn questions(ground: Ground) -> &'static [Question] {
    match ground {
        Ground::Control => &[Question::Control],
        Ground::Event => &[
            Question::Occurrence,
            Question::Responsibility,
            Question::Cause,
            Question::Quantity,
        ],
        Ground::Stance => &[Question::Stance],
    }
}

/// The assertions of one family.
fn kin(key: &str) -> Vec<&str> {
    let assertions = Assertions::builtin();
    let family = assertions.family(key);
    let rows = assertions.rows().iter().filter(|row| row.family == family);
    let mut kin: Vec<&str> = rows.map(|row| row.key.as_str()).collect();
    if !kin.contains(&key) {
        kin.push(key);
    }
    kin
}
