//! The table of levels: how often each is reached by pairs on one matter and by random pairs, and the bits of both.

use std::sync::OnceLock;

use crate::lexicon::assertions::Ground;
use crate::model::pair::Step;

use super::{
    actor, answer, assertion, date, matter, nearness, object, place, quantity, reference, story,
    whose, wording,
};

/// The file as it is compiled in.
const BUILTIN: &str = include_str!("data/levels.tsv");

/// Weight of claims of different grounds, which never meet.
pub const NEVER: f32 = -100.0;

/// A field that is compared.
pub struct Field {
    /// Its name in steps and in the table.
    pub name: &'static str,
    /// Its levels; level 0 is a missing value and worth nothing, except in `prior`.
    pub levels: &'static [&'static str],
}

/// Every field in the order of the steps.
pub const FIELDS: &[Field] = &[
    field("prior", &["prior"]),
    field("assertion", assertion::LEVELS),
    field("actor", actor::LEVELS),
    field("object", object::LEVELS),
    field("whose", whose::LEVELS),
    field("place", place::LEVELS),
    field("date", date::LEVELS),
    field("quantity", quantity::LEVELS),
    field("wording", wording::LEVELS),
    field("reference", reference::LEVELS),
    field("story", story::LEVELS),
    field("matter", matter::LEVELS),
    field("answer", answer::LEVELS),
    field("nearness", nearness::LEVELS),
];

/// The level that a pair reaches in each field.
pub type Reached = [u8; FIELDS.len()];

/// The tables: one a ground for claims of different stories, then one a ground for claims of one story. What sets two
/// stories apart (a name, a day) sets nothing apart within one, so the shares are counted for each. The last is for
/// claims on one event that may answer each other: two sides in one story mostly do.
pub const TABLES: [&str; 7] = [
    "control",
    "event",
    "stance",
    "control-story",
    "event-story",
    "stance-story",
    "event-answer",
];

/// Tables of different stories, and as many of one.
const APART: usize = 3;

/// Place of the wording in [`Reached`].
pub const WORDING: usize = 8;

/// Place of the story in [`Reached`].
const STORY: usize = 10;

/// Place of the table of answers in [`TABLES`].
const ANSWERS: usize = 2 * APART;

/// Place of the answer in [`Reached`].
const ANSWER: usize = 12;

/// The table for two claims of a ground that reach these levels.
pub fn table_of(ground: Ground, reached: Reached) -> usize {
    match (is_answer(reached), story::is_one(reached[STORY])) {
        (true, _) => ANSWERS,
        (_, true) => ground as usize + APART,
        _ => ground as usize,
    }
}

/// Whether two claims that reach these levels may answer each other.
pub fn is_answer(reached: Reached) -> bool {
    reached[ANSWER] > 0
}

const fn field(name: &'static str, levels: &'static [&'static str]) -> Field {
    Field { name, levels }
}

/// `m` and `u` of each level.
#[derive(Debug, Clone, PartialEq)]
pub struct Levels {
    /// `rates[table][field][level]`: share of pairs on one matter, share of random pairs.
    rates: Vec<Vec<Vec<(f64, f64)>>>,
    bits: Vec<Vec<Vec<f32>>>,
}

impl Levels {
    /// The table that is compiled in.
    pub fn builtin() -> &'static Levels {
        static TABLE: OnceLock<Levels> = OnceLock::new();
        TABLE.get_or_init(|| Levels::parse(BUILTIN).0)
    }

    /// Reads a table; lines that do not fit come back as `line N: why`. A level that no line names is worth nothing.
    pub fn parse(text: &str) -> (Levels, Vec<String>) {
        let empty = |field: &Field| vec![(1.0, 1.0); field.levels.len()];
        let mut rates = vec![FIELDS.iter().map(empty).collect::<Vec<_>>(); TABLES.len()];
        let mut problems = Vec::new();
        for (number, line) in (1..).zip(text.lines()) {
            if line.starts_with('#') || line.trim().is_empty() {
                continue;
            }
            match parse_row(line) {
                Ok(row) => row.enter(&mut rates),
                Err(why) => problems.push(format!("line {number}: {why}")),
            }
        }
        (Levels::from_rates(rates), problems)
    }

    /// Bits follow from the rates.
    pub(super) fn from_rates(rates: Vec<Vec<Vec<(f64, f64)>>>) -> Self {
        let bits = rates.iter().map(|fields| {
            fields
                .iter()
                .map(|levels| levels.iter().map(bits).collect())
                .collect()
        });
        Levels {
            bits: bits.collect(),
            rates,
        }
    }

    /// `m` and `u` of a level in a table, an index into [`TABLES`].
    pub fn rate(&self, table: usize, field: usize, level: usize) -> (f64, f64) {
        self.rates[table][field][level]
    }

    /// The weight of a pair: prior plus levels, added in the order of [`FIELDS`].
    pub fn sum(&self, ground: Ground, reached: Reached) -> f32 {
        let fields = &self.bits[table_of(ground, reached)];
        fields
            .iter()
            .zip(reached)
            .map(|(bits, level)| bits[level as usize])
            .sum()
    }

    /// The most bits that the wording can be worth in the table of some levels.
    pub fn most_of_wording(&self, ground: Ground, reached: Reached) -> f32 {
        let bits = &self.bits[table_of(ground, reached)][WORDING];
        bits.iter().copied().fold(0.0, f32::max)
    }

    /// The same weight step by step.
    pub fn steps(&self, ground: Ground, reached: Reached) -> Vec<Step> {
        let bits = &self.bits[table_of(ground, reached)];
        let fields = FIELDS.iter().zip(bits).zip(reached);
        fields
            .map(|((field, bits), level)| Step {
                field: field.name,
                level: field.levels[level as usize],
                bits: bits[level as usize],
            })
            .collect()
    }

    /// The table as text, in the form that [`Levels::parse`] reads, without its header.
    pub fn to_table(&self) -> String {
        let mut text = String::new();
        for (table, of) in TABLES.iter().enumerate() {
            for (index, field) in FIELDS.iter().enumerate() {
                for (level, name) in field.levels.iter().enumerate().skip(usize::from(index > 0)) {
                    let (m, u) = self.rate(table, index, level);
                    text.push_str(&format!(
                        "{of}\t{}\t{name}\t{m:.5}\t{u:.5}\testimated\n",
                        field.name
                    ));
                }
            }
        }
        text
    }
}

/// Levels of publication stand beside those of the event: the shares of each group add up to one.
pub(super) fn is_reported(level: &str) -> bool {
    level.starts_with("reported-")
}

fn bits(&(m, u): &(f64, f64)) -> f32 {
    (m / u).log2() as f32
}

/// One line of the table.
struct Row {
    grounds: Vec<usize>,
    field: usize,
    level: usize,
    rates: (f64, f64),
}

impl Row {
    fn enter(&self, rates: &mut [Vec<Vec<(f64, f64)>>]) {
        for &ground in &self.grounds {
            rates[ground][self.field][self.level] = self.rates;
        }
    }
}

fn parse_row(line: &str) -> Result<Row, String> {
    let cells: Vec<&str> = line.split('\t').collect();
    let &[ground, field, level, m, u, _why] = cells.as_slice() else {
        return Err(format!("{} cells, 6 wanted", cells.len()));
    };
    let index = FIELDS.iter().position(|known| known.name == field);
    let index = index.ok_or_else(|| format!("no field is called {field}"))?;
    let place = FIELDS[index]
        .levels
        .iter()
        .position(|&known| known == level);
    let rate = |text: &str| match text.parse::<f64>() {
        Ok(rate) if rate > 0.0 && rate <= 1.0 => Ok(rate),
        _ => Err(format!("{text} is no share above 0 and up to 1")),
    };
    Ok(Row {
        grounds: parse_grounds(ground)?,
        field: index,
        level: place.ok_or_else(|| format!("{field} has no level {level}"))?,
        rates: (rate(m)?, rate(u)?),
    })
}

fn parse_grounds(text: &str) -> Result<Vec<usize>, String> {
    if text == "*" {
        return Ok((0..APART).collect());
    }
    let found = TABLES.iter().position(|&table| table == text);
    found
        .map(|table| vec![table])
        .ok_or_else(|| format!("no table is called {text}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wording_stands_in_its_place() {
        assert_eq!(FIELDS[WORDING].name, "wording");
        assert_eq!(FIELDS[STORY].name, "story");
        assert_eq!(FIELDS[ANSWER].name, "answer");
    }

    #[test]
    fn builtin_table_reads_without_a_complaint() {
        assert_eq!(Levels::parse(BUILTIN).1, Vec::<String>::new());
    }

    #[test]
    fn shares_of_a_field_add_up_to_one() {
        let levels = Levels::builtin();
        // The table of answers is fitted as a whole, not counted field by field.
        for (table, of) in TABLES.iter().enumerate().take(ANSWERS) {
            for (index, field) in FIELDS.iter().enumerate() {
                let rates = &levels.rates[table][index];
                // A field that a table does not tell of weighs nothing there.
                if rates.iter().skip(1).all(|rate| rate.0 == rate.1) {
                    continue;
                }
                for reported in [false, true] {
                    let group = rates.iter().zip(field.levels).skip(1);
                    let group = group.filter(|(_, name)| is_reported(name) == reported);
                    let (m, u) =
                        group.fold((0.0, 0.0), |(m, u), (rate, _)| (m + rate.0, u + rate.1));
                    let fits = |sum: f64| {
                        field.levels.len() <= 2 || sum == 0.0 || (sum - 1.0).abs() <= 0.03
                    };
                    assert!(fits(m) && fits(u), "{} {}: {m} {u}", of, field.name);
                }
            }
        }
    }

    #[test]
    fn a_missing_value_weighs_nothing() {
        let levels = Levels::builtin();
        for ground in Ground::ALL {
            assert!(
                levels
                    .steps(ground, [0; FIELDS.len()])
                    .iter()
                    .skip(1)
                    .all(|step| step.bits == 0.0)
            );
        }
    }
}
