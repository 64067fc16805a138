//! Dictionary forms: exceptions, suffix rules and an index of known words, as spaCy's English lemmatizer applies them.

use compact_str::CompactString;
use rustc_hash::FxHashMap;

use super::chars::{Chars, class};
use super::file::{File, Opened};
use super::hash::murmur;
use super::ruler::{Features, feature};
use crate::model::parsed::Pos;

struct Table {
    /// Endings and what replaces them.
    rules: Vec<(&'static str, &'static str)>,
    exceptions: FxHashMap<u64, Vec<&'static str>>,
    /// Hashes of known base forms, sorted.
    index: &'static [u64],
}

/// The tables of all parts of speech.
pub(crate) struct Lemmas {
    tables: FxHashMap<u8, Table>,
}

/// Set in a key when the form is its own lemma.
const BASE: u8 = 0x80;

impl Lemmas {
    /// Reads the tables.
    pub fn open(file: &File) -> Opened<Self> {
        let names = [
            (
                Pos::Adj,
                ["lemma.adj.rules", "lemma.adj.exceptions", "lemma.adj.index"],
            ),
            (
                Pos::Adv,
                ["lemma.adv.rules", "lemma.adv.exceptions", "lemma.adv.index"],
            ),
            (
                Pos::Noun,
                [
                    "lemma.noun.rules",
                    "lemma.noun.exceptions",
                    "lemma.noun.index",
                ],
            ),
            (
                Pos::Punct,
                [
                    "lemma.punct.rules",
                    "lemma.punct.exceptions",
                    "lemma.punct.index",
                ],
            ),
            (
                Pos::Verb,
                [
                    "lemma.verb.rules",
                    "lemma.verb.exceptions",
                    "lemma.verb.index",
                ],
            ),
        ];
        let tables = names.into_iter().map(|(pos, [rules, exceptions, index])| {
            let rules = file
                .cursor(rules)?
                .list(|cursor| Ok((cursor.text()?, cursor.text()?)))?;
            let exceptions = file
                .cursor(exceptions)?
                .list(|cursor| Ok((cursor.key()?, cursor.short_list(|cursor| cursor.text())?)))?;
            let exceptions = exceptions.into_iter().collect();
            Ok((
                pos as u8,
                Table {
                    rules,
                    exceptions,
                    index: file.values(index)?,
                },
            ))
        });
        Ok(Lemmas {
            tables: tables.collect::<Opened<_>>()?,
        })
    }

    /// What the lemma of a text depends on: its part of speech, and whether it is a base form already.
    pub fn key(pos: Pos, features: Features) -> u8 {
        let has = |bits: Features| features & bits == bits;
        let base = match pos {
            Pos::Noun if has(feature::SINGULAR) => true,
            Pos::Verb if has(feature::FINITE | feature::PRESENT) && !has(feature::NUMBER) => true,
            _ => has(feature::INFINITIVE) || has(feature::POSITIVE),
        };
        pos as u8 | if base { BASE } else { 0 }
    }

    /// Whether the word lists hold a word, given in lower case, in some form.
    pub fn is_word(&self, lower: &str) -> bool {
        self.tables.values().any(|table| {
            table.knows(lower)
                || table.exceptions.contains_key(&murmur(lower.as_bytes()))
                || table.forms(lower).any(|form| table.knows(&form))
        })
    }

    /// The lemma of a text, given also in lower case, for a [`Lemmas::key`].
    pub fn find(&self, text: &str, lower: &str, key: u8, chars: &Chars) -> CompactString {
        if key & BASE != 0 {
            return lower.into();
        }
        match self.tables.get(&key) {
            Some(table) => table.find(text, lower, chars),
            None if key == Pos::Propn as u8 => text.into(),
            None => lower.into(),
        }
    }
}

impl Table {
    fn find(&self, text: &str, lower: &str, chars: &Chars) -> CompactString {
        // Of exceptions, the last one given wins; each is put in front of the forms that the rules make.
        if let Some(exceptions) = self.exceptions.get(&murmur(lower.as_bytes())) {
            let formed: Vec<CompactString> = self.known_forms(lower, chars).collect();
            let unknown = exceptions
                .iter()
                .rev()
                .find(|form| !formed.iter().any(|known| known == **form));
            if let Some(form) = unknown {
                return (*form).into();
            }
        }
        self.by_rule(lower, chars).unwrap_or_else(|| text.into())
    }

    /// The form that the rules make: the last one in the index, else the first that is no word at all, else the first.
    fn by_rule(&self, lower: &str, chars: &Chars) -> Option<CompactString> {
        let indexed = self.forms(lower).filter(|form| self.knows(form)).last();
        let odd = || {
            self.forms(lower)
                .find(|form| !chars.all(form, class::ALPHABETIC))
        };
        indexed.or_else(odd).or_else(|| self.forms(lower).next())
    }

    fn known_forms(&self, lower: &str, chars: &Chars) -> impl Iterator<Item = CompactString> {
        self.forms(lower)
            .filter(|form| self.knows(form) || !chars.all(form, class::ALPHABETIC))
    }

    fn forms(&self, lower: &str) -> impl Iterator<Item = CompactString> {
        self.rules.iter().filter_map(move |(ending, new)| {
            let form = CompactString::from(lower.strip_suffix(ending)?) + new;
            (!form.is_empty()).then_some(form)
        })
    }

    fn knows(&self, form: &str) -> bool {
        self.index.binary_search(&murmur(form.as_bytes())).is_ok()
    }
}
