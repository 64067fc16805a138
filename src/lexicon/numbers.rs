//! Words of number (`numbers.tsv`): number words, bounds, shares, money, measures and what a figure is told by.

use compact_str::{CompactString, format_compact};

use super::forms::{self, Forms};
use super::overlay::{Overlay, list_rows};
use super::table::Fault;

/// How a word of a bound moves the number beside it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bound {
    /// Factor of the lower bound; `None` where open.
    pub low: Option<f64>,
    /// Factor of the upper bound; `None` where open.
    pub high: Option<f64>,
    /// The number is not meant to be exact.
    pub approximate: bool,
}

/// A word that joins numbers or what they count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Link {
    And,
    To,
    Dash,
    Or,
    Between,
    Of,
    OutOf,
    From,
    At,
    By,
    In,
}

/// A canonical unit, by its place in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnitName(u16);

/// One meaning of a form.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Sense {
    /// A number below a hundred.
    Number(f64),
    /// Multiplies what stands before it.
    Scale(f64),
    /// A scale written onto digits.
    GluedScale(f64),
    /// "a", which is one before a scale.
    Article,
    /// "half".
    Half,
    /// Denominator.
    Fraction(f64),
    /// Joint.
    Link(Link),
    /// Lowest and highest number meant, `None` for open.
    Vague(Option<f64>, Option<f64>),
    /// Stands in front of its number.
    Bound(Bound),
    /// Stands behind its number.
    BoundAfter(Bound),
    /// May stand between a bound and its number.
    Filler,
    /// Lowest and highest percentage, `None` for open.
    Share(Option<f64>, Option<f64>),
    /// Currency.
    Money(UnitName),
    /// Percent.
    Percent,
    /// Unit of a figure that is no measure, such as a percentage point.
    Unit(UnitName),
    /// Unit of measure.
    Measure(UnitName),
    /// Letters of a measure that may also be a scale.
    ShortMeasure(UnitName),
    /// Unit of time.
    TimeUnit(UnitName),
    /// Counts people.
    Person,
    /// Belongs to a time of day.
    Clock,
    /// Month.
    Month,
    /// Stands in front of an age.
    AgeBefore,
    /// Stands behind an age.
    AgeAfter,
    /// Counts from a day ("ago").
    Turn,
    /// Places a span of time ("the past").
    Trailing,
    /// A noun whose number is told ("the number of").
    CountNoun,
    /// A bare number with it counts people.
    Harm,
    /// A noun for people whose number is told.
    Group,
    /// A noun that has two ends.
    RangeNoun,
    /// Currency, only behind a scale.
    ScaledMoney(UnitName),
    /// A number behind it is a name.
    Reference,
    /// How often.
    Times(f64),
    /// Ends an adjective of number ("20,000-strong").
    Suffix,
    /// No figure here.
    Never,
}

/// What forms that begin with one word can mean.
pub type Entry = forms::Entry<Sense>;

/// Every form, by its first word in lower case.
#[derive(Debug)]
pub struct NumberWords {
    forms: Forms<Sense>,
    units: Vec<CompactString>,
    /// Endings of plural names and what the singular has for them, longest first.
    plurals: Vec<(CompactString, CompactString)>,
}

impl NumberWords {
    /// Reads the list that is compiled in.
    pub fn embedded() -> Self {
        NumberWords::read(&Overlay::default(), &mut Vec::new())
    }

    /// The same with a user's lines laid over it; lines that do not fit are noted in `faults`.
    pub fn read(overlay: &Overlay, faults: &mut Vec<Fault>) -> Self {
        let rows = list_rows!(overlay, "numbers.tsv");
        let (mut units, mut plurals) = (Vec::new(), Vec::new());
        let mut read = Vec::new();
        for row in rows {
            if row.column(0) == PLURAL {
                plurals.push((row.column(1).into(), row.column(2).into()));
                continue;
            }
            let sense = read_sense(row.column(0), row.columns.get(2), &mut units);
            match (sense, row.columns.get(1)) {
                (Some(sense), Some(form)) => read.push((*form, sense)),
                _ => faults.push(row.fault("no meaning of the header, or the word is missing")),
            }
        }
        plurals.sort_by_key(|(ending, _): &(CompactString, CompactString)| {
            std::cmp::Reverse(ending.len())
        });
        NumberWords {
            plurals,
            forms: Forms::new(read.into_iter()),
            units,
        }
    }

    /// What begins with `word` (lower case).
    pub fn entry(&self, word: &str) -> Option<&Entry> {
        self.forms.entry(word)
    }

    /// Whether `word` (lower case) alone has the meaning.
    pub fn has(&self, word: &str, sense: Sense) -> bool {
        self.entry(word)
            .is_some_and(|entry| entry.senses().contains(&sense))
    }

    /// The singular of a plural name in lower case ("palestinians": palestinian).
    pub fn singular(&self, word: &str) -> CompactString {
        let cut = self.plurals.iter().find_map(|(ending, instead)| {
            let stem = word.strip_suffix(ending.as_str())?;
            (stem.len() > 1).then(|| format_compact!("{stem}{instead}"))
        });
        cut.unwrap_or_else(|| word.into())
    }

    /// The canonical name of a unit.
    pub fn unit(&self, unit: UnitName) -> &CompactString {
        &self.units[usize::from(unit.0)]
    }
}

/// The sense that holds endings instead of words.
const PLURAL: &str = "plural";

/// `None` where the line does not follow the header of the file.
fn read_sense(sense: &str, value: Option<&&str>, units: &mut Vec<CompactString>) -> Option<Sense> {
    let value = *value?;
    Some(match sense {
        "number" => Sense::Number(value.parse().ok()?),
        "scale" => Sense::Scale(value.parse().ok()?),
        "glued_scale" => Sense::GluedScale(value.parse().ok()?),
        "fraction" => Sense::Fraction(value.parse().ok()?),
        "times" => Sense::Times(value.parse().ok()?),
        "link" => Sense::Link(read_link(value)?),
        "vague" => read_ends(value).map(|(low, high)| Sense::Vague(low, high))?,
        "share" => read_ends(value).map(|(low, high)| Sense::Share(low, high))?,
        "bound" => Sense::Bound(read_bound(value)?),
        "bound_after" => Sense::BoundAfter(read_bound(value)?),
        "money" => Sense::Money(intern(value, units)),
        "scaled_money" => Sense::ScaledMoney(intern(value, units)),
        "unit" => Sense::Unit(intern(value, units)),
        "measure" => Sense::Measure(intern(value, units)),
        "short_measure" => Sense::ShortMeasure(intern(value, units)),
        "time_unit" => Sense::TimeUnit(intern(value, units)),
        other => read_plain(other)?,
    })
}

/// Senses without a value.
fn read_plain(sense: &str) -> Option<Sense> {
    Some(match sense {
        "article" => Sense::Article,
        "half" => Sense::Half,
        "filler" => Sense::Filler,
        "percent" => Sense::Percent,
        "person" => Sense::Person,
        "clock" => Sense::Clock,
        "month" => Sense::Month,
        "age_before" => Sense::AgeBefore,
        "age_after" => Sense::AgeAfter,
        "turn" => Sense::Turn,
        "trailing" => Sense::Trailing,
        "count_noun" => Sense::CountNoun,
        "harm" => Sense::Harm,
        "suffix" => Sense::Suffix,
        "reference" => Sense::Reference,
        "group" => Sense::Group,
        "range_noun" => Sense::RangeNoun,
        "never" => Sense::Never,
        _ => return None,
    })
}

fn read_link(value: &str) -> Option<Link> {
    Some(match value {
        "and" => Link::And,
        "to" => Link::To,
        "dash" => Link::Dash,
        "or" => Link::Or,
        "between" => Link::Between,
        "of" => Link::Of,
        "outof" => Link::OutOf,
        "from" => Link::From,
        "at" => Link::At,
        "by" => Link::By,
        "in" => Link::In,
        _ => return None,
    })
}

fn read_ends(value: &str) -> Option<(Option<f64>, Option<f64>)> {
    let (low, high) = value.split_once(' ')?;
    Some((read_end(low)?, read_end(high)?))
}

/// A number, or the mark for open; `None` where it is neither.
fn read_end(value: &str) -> Option<Option<f64>> {
    match value {
        "-" => Some(None),
        number => number.parse().ok().map(Some),
    }
}

fn read_bound(value: &str) -> Option<Bound> {
    let (ends, certainty) = value.rsplit_once(' ')?;
    let (low, high) = read_ends(ends)?;
    let approximate = match certainty {
        "about" => true,
        "exact" => false,
        _ => return None,
    };
    Some(Bound {
        low,
        high,
        approximate,
    })
}

fn intern(name: &str, units: &mut Vec<CompactString>) -> UnitName {
    let at = units.iter().position(|unit| unit == name);
    let at = at.unwrap_or_else(|| {
        units.push(name.into());
        units.len() - 1
    });
    UnitName(at as u16)
}

#[cfg(test)]
mod tests {
    use super::super::table;
    use super::*;

    #[test]
    fn every_line_is_read_sorted_and_unique() {
        let text = include_str!("data/numbers.tsv");
        let lines: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
        assert!(lines.windows(2).all(|pair| pair[0] < pair[1]));
        let mut units = Vec::new();
        for row in table::rows("numbers.tsv", text) {
            let sense = read_sense(row.column(0), row.columns.get(2), &mut units);
            let known = sense.is_some() || row.column(0) == PLURAL;
            assert!(known, "line {}", row.line.line);
        }
    }

    #[test]
    fn no_bound_turns_a_number_upside_down() {
        let mut units = Vec::new();
        for row in table::rows("numbers.tsv", include_str!("data/numbers.tsv")) {
            if let Some(Sense::Bound(bound) | Sense::BoundAfter(bound)) =
                read_sense(row.column(0), row.columns.get(2), &mut units)
            {
                assert!(bound.low.unwrap_or(0.0) <= bound.high.unwrap_or(f64::MAX));
            }
        }
    }
}
