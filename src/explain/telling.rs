//! What the levels of a weight mean, in words, from `data/levels.tsv`.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::contradict::AND;

/// Which weight a step belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Weight {
    /// That of two claims: whether they are on one matter.
    Pair,
    /// That of a contradiction: how strong it is.
    Row,
    /// That of a later admission: whether it gives the other side of a contradiction right.
    Status,
}

const BUILTIN: &str = include_str!("data/levels.tsv");

type Table = FxHashMap<(Weight, &'static str, &'static str), &'static str>;

/// The words for a level, or for those of two fields that are weighed together; the level's own name where the table has
/// none.
pub fn tell(weight: Weight, field: &str, level: &str) -> String {
    let fields = field.split(AND);
    let words = fields
        .zip(level.split(AND))
        .map(|(field, level)| tell_one(weight, field, level));
    words.collect::<Vec<_>>().join("; ")
}

fn tell_one<'a>(weight: Weight, field: &'a str, level: &'a str) -> &'a str {
    static TABLE: OnceLock<Table> = OnceLock::new();
    let table = TABLE.get_or_init(|| BUILTIN.lines().filter_map(parse).collect());
    table.get(&(weight, field, level)).copied().unwrap_or(level)
}

fn parse(line: &'static str) -> Option<((Weight, &'static str, &'static str), &'static str)> {
    let mut cells = line.split('\t');
    let weight = match cells.next()? {
        "pair" => Weight::Pair,
        "row" => Weight::Row,
        "status" => Weight::Status,
        _ => return None,
    };
    Some(((weight, cells.next()?, cells.next()?), cells.next()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_level_of_a_pair_is_told_in_words() {
        let silent: Vec<String> = crate::score::FIELDS
            .iter()
            .flat_map(|field| field.levels.iter().map(|level| (field.name, *level)))
            .filter(|(field, level)| tell(Weight::Pair, field, level) == *level && field != level)
            .map(|(field, level)| format!("pair\t{field}\t{level}"))
            .collect();
        assert_eq!(
            silent,
            Vec::<String>::new(),
            "lines missing in data/levels.tsv"
        );
    }
}
