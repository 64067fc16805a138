//! The words of a mention told apart: the bare name, what of the place is meant, and the name of what holds it.

use std::ops::Range;

use crate::lexicon::places::{Gazetteer, PlaceRef, QualifierWord, Sense, Side};
use crate::model::claim::LexiconLine;
use crate::model::place::PlaceKind;

use super::kind::is_owned;
use super::without_mark;

/// How much of a place a mention means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Qualifier {
    /// The place.
    #[default]
    Whole,
    /// A part of it ("northern Pokrovsk").
    Part,
    /// Round about it ("the outskirts of Bakhmut", "the Pokrovsk area").
    Near,
}

/// A mention's words told apart.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadName<'t> {
    /// The bare name; empty where the mention holds none.
    pub name: &'t str,
    /// Where it stands in the mention, in bytes.
    pub span: Range<usize>,
    /// The name of what holds it, where the mention has one ("Gaza City" in "al-Ahli hospital in Gaza City").
    pub within: Option<&'t str>,
    /// How much is meant.
    pub qualifier: Qualifier,
    /// What the name is asked to be: [`Sense::Whole`] for any place, or a region, facility, natural feature, quarter.
    pub sense: Sense,
    /// The word that says so, as the list has it ("airport"); empty where none does.
    pub kind: &'t str,
    /// The line that holds that word.
    pub line: Option<LexiconLine>,
}

/// Tells the words of `text` apart. Never panics, whatever the text.
pub fn read_name<'t>(text: &'t str, gazetteer: &'t Gazetteer) -> ReadName<'t> {
    let words = words(text);
    let lower: Vec<String> = words
        .iter()
        .map(|w| text[w.clone()].to_lowercase().replace('’', "'"))
        .collect();
    let mut reader = Reader {
        text,
        words: &words,
        lower: lower.iter().map(String::as_str).collect(),
        first: 0,
        last: words.len(),
        gazetteer,
        out: ReadName {
            name: "",
            span: 0..0,
            within: None,
            qualifier: Qualifier::Whole,
            sense: Sense::Whole,
            kind: "",
            line: None,
        },
    };
    while !reader.is_known() && reader.strip() {}
    reader.finish()
}

struct Reader<'t, 'w> {
    text: &'t str,
    words: &'w [Range<usize>],
    lower: Vec<&'w str>,
    first: usize,
    last: usize,
    gazetteer: &'t Gazetteer,
    out: ReadName<'t>,
}

impl<'t> Reader<'t, '_> {
    /// Takes one qualifier off; false where there is none.
    fn strip(&mut self) -> bool {
        self.last - self.first > 1
            && (self.strip_before()
                || self.strip_owner()
                || self.strip_holder()
                || self.strip_after()
                || self.strip_mate())
    }

    fn strip_before(&mut self) -> bool {
        // "West Bank camp": the direction is a part of the name.
        if self.begins_known() {
            return false;
        }
        let lower = &self.lower[self.first..self.last];
        match self
            .gazetteer
            .qualifiers()
            .find(Side::Before, &lower[..lower.len() - 1])
        {
            Some(word) => {
                self.note(word);
                self.first += word.words;
                true
            }
            None => false,
        }
    }

    fn strip_after(&mut self) -> bool {
        let lower = &self.lower[self.first..self.last];
        match self.gazetteer.qualifiers().find(Side::After, &lower[1..]) {
            Some(word) => {
                self.note(word);
                self.last -= word.words;
                true
            }
            None => false,
        }
    }

    /// Whether two or more of the first words are a name.
    fn begins_known(&self) -> bool {
        (self.first + 2..self.last).any(|end| {
            let span = self.words[self.first].start..self.words[end - 1].end;
            self.gazetteer.find(&self.text[span]).next().is_some()
        })
    }

    /// Takes off the land that owns the name behind it ("Syria's Aleppo"), also where its mark got lost ("Syrias Aleppo").
    fn strip_owner(&mut self) -> bool {
        let owner = owner_of(&self.text[self.words[self.first].clone()], self.gazetteer);
        let named = || {
            self.words[self.first + 1..self.last]
                .iter()
                .any(|word| self.text[word.clone()].starts_with(char::is_uppercase))
        };
        let Some(owner) = owner.filter(|_| named()) else {
            return false;
        };
        self.out.within = self.out.within.or(Some(owner));
        self.first += 1;
        true
    }

    /// Takes off the second of two names that share the word behind them ("the Kherson and Mykolaiv regions").
    fn strip_mate(&mut self) -> bool {
        let mate = (self.first + 1..self.last.saturating_sub(1)).find(|&at| {
            let word = &self.lower[at..=at];
            let found = self.gazetteer.qualifiers().find(Side::Between, word);
            found.is_some_and(|word| word.sense == Sense::Beside)
        });
        if let Some(at) = mate {
            self.last = at;
        }
        mate.is_some()
    }

    /// Takes off the second of two names, after a comma or a word such as "in".
    fn strip_holder(&mut self) -> bool {
        for at in self.first + 1..self.last {
            let comma = self.text[self.words[at - 1].end..self.words[at].start]
                .contains([',', '(', '–', '—']);
            let between = self
                .gazetteer
                .qualifiers()
                .find(Side::Between, &self.lower[at..self.last - 1])
                .filter(|word| word.sense != Sense::Beside);
            let skipped = match between {
                Some(word) => word.words,
                None if comma => 0,
                None => continue,
            };
            let holder = self.words[at + skipped].start..self.words[self.last - 1].end;
            self.out.within = self.out.within.or(Some(&self.text[holder]));
            self.last = at;
            return true;
        }
        false
    }

    fn note(&mut self, word: &'t QualifierWord) {
        match word.sense {
            Sense::Part => self.out.qualifier = self.out.qualifier.max(Qualifier::Part),
            Sense::Near => self.out.qualifier = Qualifier::Near,
            Sense::Whole | Sense::Within | Sense::Beside => {}
            sense if self.out.sense == Sense::Whole => {
                self.out.sense = sense;
                self.out.kind = &word.canonical;
                self.out.line = Some(word.line);
            }
            _ => {}
        }
    }

    fn is_known(&self) -> bool {
        let span = self.span();
        !span.is_empty() && self.gazetteer.find(&self.text[span]).next().is_some()
    }

    fn span(&self) -> Range<usize> {
        match (
            self.words.get(self.first),
            self.words.get(self.last.wrapping_sub(1)),
        ) {
            (Some(first), Some(last)) if self.first < self.last => first.start..last.end,
            _ => 0..0,
        }
    }

    fn finish(mut self) -> ReadName<'t> {
        self.out.span = self.span();
        self.out.name = &self.text[self.out.span.clone()];
        self.out
    }
}

/// The land whose name a word is with the owner's mark.
fn owner_of<'t>(word: &'t str, gazetteer: &Gazetteer) -> Option<&'t str> {
    let marked = is_owned(word).then_some(word);
    let owner = marked.or_else(|| without_mark(word, gazetteer))?;
    let lands = |place: &PlaceRef<'_>| place.kind() == PlaceKind::Country;
    gazetteer
        .find(owner)
        .any(|place| lands(&place))
        .then_some(owner)
}

/// Words between spaces, without the punctuation at their edges.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    for part in text.split_whitespace() {
        let at = part.as_ptr() as usize - text.as_ptr() as usize;
        let is_edge = |c: char| {
            !c.is_alphanumeric() && !matches!(c, '.' | '\'' | '’' | 'ʼ' | 'ʻ' | '‘' | '`')
        };
        let start = at + (part.len() - part.trim_start_matches(is_edge).len());
        let end = at + part.trim_end_matches(is_edge).len();
        if start < end {
            out.push(start..end);
        }
    }
    out
}
