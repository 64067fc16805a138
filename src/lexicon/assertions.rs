//! Assertion types: the question each answers, its effect on the answer, its kin, and the words that state a position.

mod ground;

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::kin::Kin;
use crate::model::claim::{Question, Stance};

pub use ground::Ground;

/// The file as it is compiled in.
const BUILTIN: &str = include_str!("data/assertions.tsv");

/// Keys of verbs that no frame knows start with this, the lemma follows.
pub const OTHER: &str = "other:";

/// What an assertion does to the answer of its question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Effect {
    /// The actor holds the place from then on.
    Gain,
    /// The actor holds the place.
    Hold,
    /// The actor is in the place or holds a part.
    Part,
    /// The actor no longer holds the place.
    Lose,
    /// The actor's defence stands.
    Repel,
    /// Fighting goes on; nobody holds the whole.
    Contest,
    /// The actor surrounds the place.
    Siege,
    /// The actor gains ground near the place.
    Advance,
    /// Something done by someone.
    Event,
    /// The actor only made it look as if it had happened.
    Sham,
    /// People or things lost.
    Toll,
    /// A figure.
    Count,
    /// The actor is for it.
    Accept,
    /// The actor is against it.
    Reject,
    /// The actor means to do it.
    Plan,
    /// The actors spoke with each other.
    Talk,
    /// The actor has it or is it.
    State,
}

/// One line of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assertion {
    /// Key, such as `capture`.
    pub key: String,
    /// The question it answers.
    pub question: Question,
    /// What it does to the answer.
    pub effect: Effect,
    /// Types of one family speak of one matter in other words.
    pub family: String,
    /// Keys of types that are true when this one is, with `~` at the end where the actor is whose the object is.
    pub implies: Vec<String>,
    /// Position when affirmed, with fillers.
    pub affirmed: String,
    /// Position when denied, with fillers.
    pub denied: String,
    /// Line in the file, from 1.
    pub line: u32,
}

impl Assertion {
    /// Whether it is a stand that one takes by saying so: for or against, a demand, a proposal, no comment.
    pub fn is_uttered(&self) -> bool {
        let apart = UTTERED.contains(&self.family.as_str());
        self.is_side() || self.question == Question::Stance && apart
    }

    /// Whether it is to be for or against something.
    pub fn is_side(&self) -> bool {
        let side = matches!(self.effect, Effect::Accept | Effect::Reject);
        side && self.question == Question::Stance
    }
}

/// Families of stands that are neither for nor against.
const UTTERED: &[&str] = &["demand", "no_comment", "propose"];

/// What fills a position; `None` where the claim does not tell.
#[derive(Debug, Clone, Copy, Default)]
pub struct Parts<'a> {
    /// Who.
    pub actor: Option<&'a str>,
    /// What or whom.
    pub object: Option<&'a str>,
    /// Where.
    pub place: Option<&'a str>,
    /// How many of what; an object stands in for it.
    pub quantity: Option<&'a str>,
}

/// The table of assertion types.
#[derive(Debug, Clone)]
pub struct Assertions {
    rows: Vec<Assertion>,
    by_key: FxHashMap<String, usize>,
    missing: FxHashMap<String, String>,
    other: usize,
}

impl Assertions {
    /// The table that is compiled in.
    pub fn builtin() -> &'static Assertions {
        static TABLE: OnceLock<Assertions> = OnceLock::new();
        TABLE.get_or_init(|| Assertions::parse(BUILTIN).0)
    }

    /// Reads a table; lines that do not fit come back as `line N: why`.
    pub fn parse(text: &str) -> (Assertions, Vec<String>) {
        let mut table = Assertions {
            rows: vec![unknown_verb()],
            by_key: FxHashMap::default(),
            missing: FxHashMap::default(),
            other: 0,
        };
        let mut problems = Vec::new();
        for (number, line) in (1..).zip(text.lines()) {
            if let Some(comment) = line.strip_prefix('#') {
                table.read_comment(comment);
            } else if !line.trim().is_empty() {
                match parse_row(line, number) {
                    Ok(row) => table.insert(row),
                    Err(why) => problems.push(format!("line {number}: {why}")),
                }
            }
        }
        (table, problems)
    }

    /// The type of a key; a key that the table lacks is taken for a verb that no frame knows.
    pub fn get(&self, key: &str) -> &Assertion {
        let index = self.by_key.get(key).copied().unwrap_or(self.other);
        &self.rows[index]
    }

    /// The family of a key. A verb that no frame knows is of that of the type that bears its name or that of its kin
    /// ("rob", "steal"), or of the verbs that `kin.tsv` puts with it; else it is its own.
    pub fn family<'a>(&'a self, key: &'a str) -> &'a str {
        let of_type = |key: &str| {
            let index = self.by_key.get(key)?;
            Some(self.rows[*index].family.as_str())
        };
        let of_verb = || {
            let lemma = key.strip_prefix(OTHER)?;
            let group = Kin::embedded().verb(lemma);
            of_type(lemma).or(group.and_then(of_type)).or(group)
        };
        of_type(key).or_else(of_verb).unwrap_or(key)
    }

    /// Whether `key` must be true when `held` is: `Some(true)` where its actor is whose the object of `held` is.
    pub fn implied(&self, held: &str, key: &str) -> Option<bool> {
        let row = &self.rows[*self.by_key.get(held)?];
        let name = |implied: &String| implied.strip_suffix('~').unwrap_or(implied) == key;
        let found = row.implies.iter().find(|implied| name(implied))?;
        Some(found.ends_with('~'))
    }

    /// Whether what `held` says of a thing (it is afloat) rules out that `key` is true of it (it sank).
    pub fn excludes(&self, held: &str, key: &str) -> bool {
        let mut implied = self.get(held).implies.iter();
        implied.any(|implied| implied.strip_prefix('!') == Some(key))
    }

    /// All types in the order of the file.
    pub fn rows(&self) -> &[Assertion] {
        &self.rows[1..]
    }

    /// States a position in words: `Russia captured Pokrovsk`, `Russia did not capture Pokrovsk`.
    pub fn position(&self, key: &str, stance: Stance, parts: Parts<'_>) -> String {
        let word = |rest: &&str| rest.is_empty() || rest.starts_with(' ');
        let state = key.strip_prefix(IS).filter(word);
        let row = self.get(state.map_or(key, |_| STATE));
        let template = match stance {
            Stance::Affirm => &row.affirmed,
            Stance::Deny => &row.denied,
        };
        let lemma = state
            .or(key.strip_prefix(OTHER))
            .unwrap_or(key)
            .trim_start();
        self.fill(template, parts, &lemma.replace('_', " "))
    }

    fn fill(&self, template: &str, parts: Parts<'_>, lemma: &str) -> String {
        let mut filled = String::new();
        for (index, piece) in template.split('[').enumerate() {
            let (inside, after) = match piece.split_once(']') {
                Some((inside, after)) if index > 0 => (Some(inside), after),
                _ => (None, piece),
            };
            if let Some(text) = inside.and_then(|text| self.fill_piece(text, parts, lemma, true)) {
                filled.push_str(&text);
            }
            filled.push_str(
                &self
                    .fill_piece(after, parts, lemma, false)
                    .unwrap_or_default(),
            );
        }
        filled.trim().to_owned()
    }

    /// Fills one piece of a template; `None` where a filler is missing and the piece may be dropped.
    fn fill_piece(
        &self,
        piece: &str,
        parts: Parts<'_>,
        lemma: &str,
        optional: bool,
    ) -> Option<String> {
        let mut filled = String::new();
        let mut rest = piece;
        while let Some((before, tail)) = rest.split_once('{') {
            let (name, after) = tail.split_once('}')?;
            filled.push_str(before);
            match filler(name, parts, lemma) {
                Some(text) => filled.push_str(text),
                None if optional => return None,
                None => filled.push_str(self.missing.get(name).map_or("", String::as_str)),
            }
            rest = after;
        }
        filled.push_str(rest);
        Some(filled)
    }

    fn read_comment(&mut self, comment: &str) {
        let filler = comment.trim().strip_prefix("missing:");
        if let Some((name, word)) = filler.and_then(|text| text.split_once('=')) {
            self.missing.insert(name.trim().into(), word.trim().into());
        }
    }

    fn insert(&mut self, row: Assertion) {
        if row.key == format!("{OTHER}*") {
            self.other = self.rows.len();
        }
        self.by_key.insert(row.key.clone(), self.rows.len());
        self.rows.push(row);
    }
}

fn filler<'a>(name: &str, parts: Parts<'a>, lemma: &'a str) -> Option<&'a str> {
    match name {
        "actor" => parts.actor,
        "object" => parts.object,
        "place" => parts.place,
        "quantity" => parts.quantity.or(parts.object),
        "count" => parts.quantity,
        "lemma" => Some(lemma).filter(|lemma| !lemma.is_empty()),
        _ => None,
    }
}

/// How the keys of what something is begin, which no frame knows; what it is follows.
const IS: &str = "other:be";

/// The row that states what something is.
const STATE: &str = "other:be *";

/// Stands in for the row `other:*` where a user's table has none.
fn unknown_verb() -> Assertion {
    Assertion {
        key: format!("{OTHER}*"),
        question: Question::Occurrence,
        effect: Effect::Event,
        family: format!("{OTHER}*"),
        implies: Vec::new(),
        affirmed: "{actor} {lemma}[ {object}]".into(),
        denied: "{actor} not {lemma}[ {object}]".into(),
        line: 0,
    }
}

fn parse_row(line: &str, number: u32) -> Result<Assertion, String> {
    let cells: Vec<&str> = line.split('\t').collect();
    let &[key, question, effect, family, implies, affirmed, denied] = cells.as_slice() else {
        return Err(format!("{} cells, 7 wanted", cells.len()));
    };
    Ok(Assertion {
        key: key.into(),
        question: parse_question(question)?,
        effect: parse_effect(effect)?,
        family: family.into(),
        implies: implies
            .split('|')
            .filter(|key| !key.is_empty())
            .map(Into::into)
            .collect(),
        affirmed: affirmed.into(),
        denied: denied.into(),
        line: number,
    })
}

fn parse_question(text: &str) -> Result<Question, String> {
    Ok(match text {
        "control" => Question::Control,
        "occurrence" => Question::Occurrence,
        "responsibility" => Question::Responsibility,
        "quantity" => Question::Quantity,
        "cause" => Question::Cause,
        "stance" => Question::Stance,
        _ => return Err(format!("no question is called {text}")),
    })
}

fn parse_effect(text: &str) -> Result<Effect, String> {
    Ok(match text {
        "gain" => Effect::Gain,
        "hold" => Effect::Hold,
        "part" => Effect::Part,
        "lose" => Effect::Lose,
        "repel" => Effect::Repel,
        "contest" => Effect::Contest,
        "siege" => Effect::Siege,
        "advance" => Effect::Advance,
        "event" => Effect::Event,
        "sham" => Effect::Sham,
        "toll" => Effect::Toll,
        "count" => Effect::Count,
        "accept" => Effect::Accept,
        "reject" => Effect::Reject,
        "plan" => Effect::Plan,
        "talk" => Effect::Talk,
        "state" => Effect::State,
        _ => return Err(format!("no effect is called {text}")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn builtin_table_reads_without_a_complaint() {
        let (table, problems) = Assertions::parse(BUILTIN);
        assert_eq!(problems, Vec::<String>::new());
        assert!(table.rows().is_sorted_by(|a, b| a.key < b.key));
        for implied in table.rows().iter().flat_map(|row| &row.implies) {
            assert!(table.by_key.contains_key(implied.trim_matches(['~', '!'])));
        }
    }

    #[test]
    fn positions_drop_what_is_missing() {
        let table = Assertions::builtin();
        let parts = Parts {
            actor: Some("Russia"),
            ..Parts::default()
        };
        let place = Parts {
            place: Some("Pokrovsk"),
            ..parts
        };
        let say = |key, stance, parts| table.position(key, stance, parts);
        assert_eq!(
            say("capture", Stance::Affirm, place),
            "Russia captured Pokrovsk"
        );
        assert_eq!(
            say("attack", Stance::Deny, place),
            "Russia did not attack in Pokrovsk"
        );
        assert_eq!(say("attack", Stance::Deny, parts), "Russia did not attack");
        assert_eq!(
            say("other:renounce", Stance::Deny, parts),
            "Russia did not renounce"
        );
        assert_eq!(say("sink", Stance::Affirm, Parts::default()), "it sank");
    }

    #[test]
    fn an_unknown_key_is_a_verb_of_its_own_family() {
        let table = Assertions::builtin();
        assert_eq!(table.get("other:renounce").question, Question::Occurrence);
        assert_eq!(table.family("other:renounce"), "other:renounce");
        assert_eq!(table.family("die"), table.family("kill"));
    }
}
