//! Text to word types: the tokenizer with its memory of chunks and words.

use compact_str::CompactString;
use rustc_hash::FxHashMap;

use super::Parser;
use super::special::{Match, choose};
use super::words::{WordId, Words};

/// Longest chunk whose tokens are remembered, in bytes.
const LONGEST_KNOWN: usize = 64;

/// A token before it is analysed: a word at a place of a text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Piece {
    /// Its type.
    pub word: WordId,
    /// First byte in the text.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// Whether a blank that is no token follows.
    pub blank: bool,
}

/// Words and chunks that were met.
#[derive(Default)]
pub(crate) struct Pieces {
    /// The words.
    pub words: Words,
    /// Tokens of chunks: types and lengths in bytes, as a range of `parts`.
    chunks: FxHashMap<CompactString, (u32, u32)>,
    parts: Vec<(WordId, u32)>,
}

impl Pieces {
    /// The tokens of a text.
    pub fn of(&mut self, parser: &Parser, text: &str) -> Vec<Piece> {
        let mut pieces = Vec::with_capacity(text.len() / 5 + 1);
        parser.tokenizer.chunks(text, |start, chunk, blank| {
            let mut place = start as u32;
            let known = self.chunk(parser, chunk);
            for (word, length) in &self.parts[known] {
                pieces.push(Piece {
                    word: *word,
                    start: place,
                    end: place + length,
                    blank: false,
                });
                place += length;
            }
            if let Some(last) = pieces.last_mut() {
                last.blank = blank;
            }
        });
        let matches = self.phrases(parser, &pieces);
        if matches.is_empty() {
            pieces
        } else {
            self.joined(parser, &pieces, matches)
        }
    }

    /// The tokens of a chunk, as a range of `parts`.
    fn chunk(&mut self, parser: &Parser, chunk: &str) -> std::ops::Range<usize> {
        if let Some((start, end)) = self.chunks.get(chunk) {
            return *start as usize..*end as usize;
        }
        let start = self.parts.len();
        parser.tokenizer.split(chunk, |(text, norm)| {
            let word = intern(&mut self.words, parser, text, norm);
            self.parts.push((word, text.len() as u32));
        });
        let end = self.parts.len();
        if chunk.len() <= LONGEST_KNOWN {
            self.chunks.insert(chunk.into(), (start as u32, end as u32));
        }
        start..end
    }

    /// Where tokens read like a special case that the cutting rules took apart.
    fn phrases(&self, parser: &Parser, pieces: &[Piece]) -> Vec<Match> {
        let mut matches = Vec::new();
        for start in 0..pieces.len() {
            let first = self.words.get(pieces[start].word);
            if !first.starts_phrase {
                continue;
            }
            for phrase in parser.tokenizer.phrases().starting_with(&first.text) {
                let end = start + phrase.tokens.len();
                let Some(found) = pieces.get(start..end) else {
                    continue;
                };
                let mut tokens = found.iter().zip(&phrase.tokens);
                if tokens.all(|(piece, token)| self.words.get(piece.word).text == *token) {
                    let split = found[..found.len() - 1].iter().any(|piece| piece.blank);
                    matches.push(Match {
                        start,
                        end,
                        chunk: (!split).then_some(phrase.chunk),
                    });
                }
            }
        }
        matches
    }

    /// The tokens with special cases put back together.
    fn joined(&mut self, parser: &Parser, pieces: &[Piece], matches: Vec<Match>) -> Vec<Piece> {
        let mut joined = Vec::with_capacity(pieces.len());
        let mut next = 0;
        for found in choose(matches) {
            let Some(chunk) = found.chunk else {
                continue;
            };
            joined.extend_from_slice(&pieces[next..found.start]);
            let mut start = pieces[found.start].start;
            for (token, norm) in parser.tokenizer.special(chunk) {
                let word = intern(&mut self.words, parser, token, norm);
                let end = start + token.len() as u32;
                joined.push(Piece {
                    word,
                    start,
                    end,
                    blank: false,
                });
                start = end;
            }
            if let Some(last) = joined.last_mut() {
                last.blank = pieces[found.end - 1].blank;
            }
            next = found.end;
        }
        joined.extend_from_slice(&pieces[next..]);
        joined
    }
}

fn intern(words: &mut Words, parser: &Parser, text: &str, norm: &'static str) -> WordId {
    let tokenizer = &parser.tokenizer;
    words.intern(text, norm, || {
        parser.words.make(
            text,
            norm,
            tokenizer.chars(),
            tokenizer.phrases(),
            &parser.ruler,
        )
    })
}
