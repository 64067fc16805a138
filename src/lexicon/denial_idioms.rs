//! Idioms that deny what was said before without a word of denial (`denial_idioms.tsv`).

use rustc_hash::FxHashMap;

use super::overlay::{Overlay, list_rows};
use super::table::Row;
use crate::model::claim::LexiconLine;

/// Stands for any one word.
const ANY: &str = "*";

/// Stands for a copula, or for the auxiliary of a passive.
const BE: &str = "be";

/// Marks an idiom whose verb is negated.
const NOT: &str = "not";

/// Marks an idiom whose verb stands with an auxiliary of will ("would not have it").
const WILL: &str = "will";

/// Marks an idiom whose verb stands with an auxiliary of what must be ("must have dreamt it").
const MUST: &str = "must";

/// Marks an idiom in which the verb's subject denies.
const SUBJECT: &str = "subject";

/// Marks an idiom in which the verb's subject denies what he is charged with, and nothing else.
const CHARGED: &str = "charged";

/// The same of one in which whoever reports it denies that.
const CLEARED: &str = "cleared";

/// Marks an idiom of which the subject is whose word is denied, by whoever reports it ("the union has it wrong").
const ERRS: &str = "errs";

/// One idiom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Idiom {
    /// Lemmas behind the verb.
    rest: Vec<String>,
    /// The verb must be negated.
    pub negated: bool,
    /// The verb must stand with an auxiliary of will.
    pub willed: bool,
    /// The verb must stand with an auxiliary of what must be.
    pub supposed: bool,
    /// The verb must stand in the passive.
    pub passive: bool,
    /// The verb's subject denies; otherwise whoever reports the clause, and the subject is what is denied.
    pub by_subject: bool,
    /// Only what the denier is charged with is denied ("did nothing wrong").
    pub charged: bool,
    /// The subject is whose word is denied.
    pub errs: bool,
    /// Its line in the list.
    pub line: LexiconLine,
}

impl Idiom {
    /// How many of the lemmas behind the verb are the idiom's; `None` where they are others.
    pub fn fits(&self, lemmas: &[&str]) -> Option<usize> {
        let mut pairs = self.rest.iter().zip(lemmas);
        let long = self.rest.len() <= lemmas.len();
        (long && pairs.all(|(own, word)| own == ANY || own == word)).then_some(self.rest.len())
    }
}

/// The idioms by the lemma of their verb.
#[derive(Debug, Default)]
pub struct DenialIdioms {
    by_verb: FxHashMap<String, Vec<Idiom>>,
    telling: Vec<String>,
}

impl DenialIdioms {
    /// The list that is compiled in.
    ///
    /// ```
    /// use atodds::lexicon::denial_idioms::DenialIdioms;
    /// let list = DenialIdioms::embedded();
    /// let fits = |verb, rest: &[&str]| list.of_verb(verb).iter().any(|idiom| idiom.fits(rest).is_some());
    /// assert!(fits("pour", &["cold", "water", "on", "the", "claim"]));
    /// assert!(fits("wash", &["its", "hand", "of"]));
    /// assert!(!fits("pour", &["water", "on"]));
    /// ```
    pub fn embedded() -> Self {
        DenialIdioms::read(&Overlay::default())
    }

    /// The same with a user's lines laid over them.
    pub fn read(overlay: &Overlay) -> Self {
        let mut list = DenialIdioms::default();
        for row in list_rows!(overlay, "denial_idioms.tsv") {
            list.add(&row);
        }
        list
    }

    fn add(&mut self, row: &Row) {
        let mut words: Vec<&str> = row.column(0).split(' ').collect();
        let willed = take_mark(&mut words, WILL);
        let supposed = take_mark(&mut words, MUST);
        self.note_telling(&words, willed);
        let idiom = Idiom {
            rest: Vec::new(),
            negated: take_mark(&mut words, NOT),
            willed,
            supposed,
            passive: false,
            by_subject: [SUBJECT, CHARGED].contains(&row.column(1)),
            charged: [CHARGED, CLEARED].contains(&row.column(1)),
            errs: row.column(1) == ERRS,
            line: row.line,
        };
        self.put(&words, idiom.clone());
        // "be make up": "was made up".
        if words.first() == Some(&BE) {
            let passive = true;
            self.put(&words[1..], Idiom { passive, ..idiom });
        }
    }

    /// Notes by which words a sentence is found: by all of an idiom with an auxiliary of will, whose words are common and only
    /// tell together ("have it").
    fn note_telling(&mut self, words: &[&str], willed: bool) {
        let longest = words.iter().max_by_key(|word| word.len());
        match willed {
            true => self.telling.push(words.join(" ")),
            false => self.telling.extend(longest.map(|word| (*word).to_owned())),
        }
    }

    fn put(&mut self, words: &[&str], idiom: Idiom) {
        if let [verb, rest @ ..] = words {
            let rest = rest.iter().map(|word| (*word).to_owned()).collect();
            let of_verb = self.by_verb.entry((*verb).to_owned()).or_default();
            of_verb.push(Idiom { rest, ..idiom });
        }
    }

    /// The idioms of a verb.
    pub fn of_verb(&self, lemma: &str) -> &[Idiom] {
        self.by_verb.get(lemma).map_or(&[], Vec::as_slice)
    }

    /// Whether the words behind a verb make an idiom of it by which its subject denies, where the verb is negated or not as the
    /// idiom wants it.
    pub fn denies_by_subject(&self, verb: &str, negated: bool, behind: &[&str]) -> bool {
        let fits = |idiom: &Idiom| {
            idiom.by_subject && idiom.negated == negated && idiom.fits(behind).is_some()
        };
        self.of_verb(verb).iter().any(fits)
    }

    /// The longest word of each idiom, or the idiom where none tells, by which a sentence that holds it is found.
    pub fn telling_words(&self) -> impl Iterator<Item = &str> {
        self.telling.iter().map(String::as_str)
    }
}

/// Takes a mark from before the words of an idiom; whether it stood there.
fn take_mark(words: &mut Vec<&str>, mark: &str) -> bool {
    let marked = words.first() == Some(&mark);
    if marked {
        words.remove(0);
    }
    marked
}
