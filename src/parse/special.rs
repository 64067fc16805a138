//! Chunks with a tokenization of their own, such as `don't` and `a.m.`, and where they show up inside other chunks.

use rustc_hash::FxHashMap;

use super::file::{File, Opened};

/// One token of a special case: its text, and its norm where the case sets one.
pub(crate) type Part = (&'static str, &'static str);

/// The table of special cases.
pub(crate) struct Specials {
    cases: FxHashMap<&'static str, Vec<Part>>,
    longest: usize,
}

impl Specials {
    /// Reads the table.
    pub fn open(file: &File) -> Opened<Self> {
        let list = file.cursor("exceptions")?.list(|cursor| {
            let chunk = cursor.text()?;
            Ok((
                chunk,
                cursor.short_list(|cursor| Ok((cursor.text()?, cursor.text()?)))?,
            ))
        })?;
        let longest = list.iter().map(|(chunk, _)| chunk.len()).max().unwrap_or(0);
        Ok(Specials {
            cases: list.into_iter().collect(),
            longest,
        })
    }

    /// The tokens of a chunk that is a special case.
    pub fn get(&self, chunk: &str) -> Option<&[Part]> {
        if chunk.len() > self.longest {
            return None;
        }
        self.cases.get(chunk).map(Vec::as_slice)
    }

    /// Every chunk that is a special case, in no order.
    pub fn chunks(&self) -> impl Iterator<Item = &'static str> {
        self.cases.keys().copied()
    }
}

/// Special cases that the cutting rules would take apart, to be found again over neighbouring tokens.
pub(crate) struct Phrases {
    by_first: FxHashMap<&'static str, Vec<Phrase>>,
}

/// The tokens that the rules make of a special case.
pub(crate) struct Phrase {
    /// The case.
    pub chunk: &'static str,
    /// Its tokens.
    pub tokens: Vec<&'static str>,
}

impl Phrases {
    /// Indexes phrases by their first token.
    pub fn new(phrases: impl Iterator<Item = Phrase>) -> Self {
        let mut by_first = FxHashMap::<_, Vec<Phrase>>::default();
        for phrase in phrases {
            if let Some(first) = phrase.tokens.first() {
                by_first.entry(*first).or_default().push(phrase);
            }
        }
        Phrases { by_first }
    }

    /// The phrases that start with a token.
    pub fn starting_with(&self, token: &str) -> &[Phrase] {
        self.by_first.get(token).map_or(&[], Vec::as_slice)
    }
}

/// A stretch of tokens that reads like a special case.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Match {
    /// First token.
    pub start: usize,
    /// One past the last token.
    pub end: usize,
    /// The case; `None` where blanks between the tokens make it another text, so that it only blocks its place.
    pub chunk: Option<&'static str>,
}

/// The matches that count: longer before shorter, then earlier before later, as far as they do not overlap.
pub(crate) fn choose(mut matches: Vec<Match>) -> Vec<Match> {
    matches.sort_by_key(|found| (std::cmp::Reverse(found.end - found.start), found.start));
    let mut taken = rustc_hash::FxHashSet::default();
    matches.retain(|found| {
        let free = !taken.contains(&found.start) && !taken.contains(&(found.end - 1));
        // Overlapping matches block their tokens too, although they are not used: so does spaCy.
        taken.extend(found.start..found.end);
        free
    });
    matches.sort_by_key(|found| found.start);
    matches
}
