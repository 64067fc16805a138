//! One worker's way through a batch: its caches and buffers, and the steps from text to parsed sentence.

use compact_str::CompactString;
use rustc_hash::FxHashMap;

use super::Parser;
use super::arcs::Arcs;
use super::encoder::{Buffers, Layout};
use super::kernel::WIDTH;
use super::lemma::Lemmas;
use super::ruler::Attributes;
use super::scorer::Prepared;
use super::special::{Match, choose};
use super::tagger;
use super::tree::Tree;
use super::words::{NO_ROW, WordId, Words};
use crate::model::parsed::{Entity, ParsedSentence, Pos, Tag, Token};
use crate::model::span::Span;

/// Word types that are kept; beyond, the caches start anew, so that memory stays at some tens of megabytes.
const MOST_WORDS: usize = 20_000;
/// Tokens that go through the network together: enough to keep it busy, few enough for the processor's cache.
const BATCH: usize = 512;
/// Tokens of a text that are parsed as one piece.
const LONGEST: usize = 4_000;
/// Longest chunk whose tokens are remembered, in bytes.
const LONGEST_KNOWN: usize = 64;

/// A token before it is analysed.
#[derive(Debug, Clone, Copy)]
struct Piece {
    word: WordId,
    start: u32,
    end: u32,
    /// Whether a blank that is no token follows.
    blank: bool,
}

/// Caches and buffers.
#[derive(Default)]
pub(crate) struct Workspace {
    words: Words,
    /// Tokens of chunks that were met: word types and lengths in bytes, as a range of `chunk_parts`.
    chunks: FxHashMap<CompactString, (u32, u32)>,
    chunk_parts: Vec<(WordId, u32)>,
    /// Mixed rows of the two encoders, by [`super::words::Word::rows`].
    mixed: [Vec<f32>; 2],
    layout: Layout,
    vectors: Vec<f32>,
    buffers: Buffers,
    tagging: tagger::Buffers,
    prepared: Prepared,
    tags: Vec<Tag>,
    arcs: Arcs,
}

/// A stretch of a text's tokens that is parsed as one.
struct Part {
    text: usize,
    pieces: Vec<Piece>,
}

impl Workspace {
    /// Parses a batch.
    pub fn run(&mut self, parser: &Parser, texts: &[(&str, usize)]) -> Vec<ParsedSentence> {
        let empty = |(text, offset): &(&str, usize)| ParsedSentence {
            text: (*text).to_owned(),
            offset: *offset as u32,
            ..ParsedSentence::default()
        };
        let mut parsed: Vec<ParsedSentence> = texts.iter().map(empty).collect();
        let mut parts = Vec::new();
        let mut tokens = 0;
        for (number, (text, _)) in texts.iter().enumerate() {
            if tokens == 0 && self.words.len() > MOST_WORDS {
                self.forget();
            }
            for pieces in self.tokenize(parser, text).chunks(LONGEST) {
                tokens += pieces.len();
                parts.push(Part {
                    text: number,
                    pieces: pieces.to_vec(),
                });
            }
            if tokens >= BATCH || number + 1 == texts.len() {
                self.analyse(parser, &parts, &mut parsed);
                parts.clear();
                tokens = 0;
            }
        }
        parsed
    }

    fn forget(&mut self) {
        self.words = Words::default();
        self.chunks.clear();
        self.chunk_parts.clear();
        self.mixed.iter_mut().for_each(Vec::clear);
    }

    fn tokenize(&mut self, parser: &Parser, text: &str) -> Vec<Piece> {
        let mut pieces = Vec::with_capacity(text.len() / 5 + 1);
        parser.tokenizer.chunks(text, |start, chunk, blank| {
            let mut place = start as u32;
            let known = self.chunk(parser, chunk);
            for (word, length) in &self.chunk_parts[known] {
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
        self.join_phrases(parser, text, pieces)
    }

    /// The tokens of a chunk, as a range of `chunk_parts`.
    fn chunk(&mut self, parser: &Parser, chunk: &str) -> std::ops::Range<usize> {
        if let Some((start, end)) = self.chunks.get(chunk) {
            return *start as usize..*end as usize;
        }
        let start = self.chunk_parts.len();
        parser.tokenizer.split(chunk, |(text, norm)| {
            let word = intern(&mut self.words, parser, text, norm);
            self.chunk_parts.push((word, text.len() as u32));
        });
        let end = self.chunk_parts.len();
        if chunk.len() <= LONGEST_KNOWN {
            self.chunks.insert(chunk.into(), (start as u32, end as u32));
        }
        start..end
    }

    /// Puts special cases back together that the cutting rules took apart.
    fn join_phrases(&mut self, parser: &Parser, text: &str, pieces: Vec<Piece>) -> Vec<Piece> {
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
        if matches.is_empty() {
            return pieces;
        }
        let mut joined = Vec::with_capacity(pieces.len());
        let mut next = 0;
        for found in choose(matches) {
            let Some(chunk) = found.chunk else {
                continue;
            };
            joined.extend_from_slice(&pieces[next..found.start]);
            let mut place = pieces[found.start].start;
            for (token, norm) in parser.tokenizer.special(chunk) {
                let word = intern(&mut self.words, parser, token, norm);
                joined.push(Piece {
                    word,
                    start: place,
                    end: place + token.len() as u32,
                    blank: false,
                });
                place += token.len() as u32;
            }
            if let Some(last) = joined.last_mut() {
                last.blank = pieces[found.end - 1].blank;
            }
            next = found.end;
        }
        joined.extend_from_slice(&pieces[next..]);
        debug_assert!(
            joined
                .last()
                .is_none_or(|last| last.end as usize <= text.len())
        );
        joined
    }

    fn analyse(&mut self, parser: &Parser, parts: &[Part], parsed: &mut [ParsedSentence]) {
        self.layout.clear();
        parts
            .iter()
            .for_each(|part| self.layout.push(part.pieces.len()));
        self.mix(parser, parts);
        self.gather(parts, 0);
        parser
            .encoder
            .encode(&self.layout, &mut self.vectors, &mut self.buffers);
        let trees: Vec<_> = parts
            .iter()
            .enumerate()
            .map(|(number, part)| self.tree(parser, number, part))
            .collect();
        self.gather(parts, 1);
        parser
            .entity_encoder
            .encode(&self.layout, &mut self.vectors, &mut self.buffers);
        for (number, (part, (tokens, starts))) in parts.iter().zip(trees).enumerate() {
            let vectors = vectors_of(&self.layout, &self.vectors, number);
            let space = |token: usize| self.words.get(part.pieces[token].word).space;
            let entities = parser
                .recogniser
                .find(vectors, &starts, space, &mut self.prepared);
            append(&mut parsed[part.text], tokens, entities);
        }
    }

    /// Works out the mixed rows of words that were not met before.
    fn mix(&mut self, parser: &Parser, parts: &[Part]) {
        let mut new: [Vec<[u64; 6]>; 2] = Default::default();
        for piece in parts.iter().flat_map(|part| &part.pieces) {
            let word = self.words.get_mut(piece.word);
            for (view, encoder) in [(usize::from(piece.blank), 0), (2, 1)] {
                if word.rows[view] == NO_ROW {
                    word.rows[view] =
                        (self.mixed[encoder].len() / WIDTH + new[encoder].len()) as u32;
                    let [norm, prefix, suffix, shape] = word.features;
                    new[encoder].push([
                        norm,
                        prefix,
                        suffix,
                        shape,
                        piece.blank.into(),
                        word.space.into(),
                    ]);
                }
            }
        }
        let [new_words, new_entities] = new;
        parser.encoder.mix(
            new_words.iter().map(|keys| &keys[..]),
            &mut self.buffers,
            &mut self.mixed[0],
        );
        parser.entity_encoder.mix(
            new_entities.iter().map(|keys| &keys[..4]),
            &mut self.buffers,
            &mut self.mixed[1],
        );
    }

    /// Fills `vectors` with the mixed rows of an encoder.
    fn gather(&mut self, parts: &[Part], encoder: usize) {
        self.vectors.clear();
        self.vectors.resize(self.layout.rows() * WIDTH, 0.0);
        for (part, start) in parts.iter().zip(&self.layout.starts) {
            let rows = self.vectors[*start as usize * WIDTH..].chunks_exact_mut(WIDTH);
            for (piece, out) in part.pieces.iter().zip(rows) {
                let view = if encoder == 0 {
                    usize::from(piece.blank)
                } else {
                    2
                };
                let row = self.words.get(piece.word).rows[view] as usize * WIDTH;
                out.copy_from_slice(&self.mixed[encoder][row..row + WIDTH]);
            }
        }
    }

    /// Tags, tree and lemmas of a part, and where its sentences start.
    fn tree(&mut self, parser: &Parser, number: usize, part: &Part) -> (Vec<Token>, Vec<bool>) {
        let vectors = vectors_of(&self.layout, &self.vectors, number);
        parser
            .tagger
            .tag(vectors, &mut self.tagging, &mut self.tags);
        parser.arcs.parse(
            vectors,
            part.pieces.len(),
            &mut self.prepared,
            &mut self.arcs,
        );
        let tree = Tree::new(&self.arcs, |token| {
            self.words.get(part.pieces[token].word).space
        });
        let mut attributes: Vec<Attributes> = self.tags.iter().zip(&tree.deps).map(bare).collect();
        parser.ruler.apply(&mut attributes, |token| {
            let word = self.words.get(part.pieces[token].word);
            (&word.lower, word.space, &word.patterns)
        });
        let tokens =
            part.pieces
                .iter()
                .zip(attributes)
                .zip(&tree.heads)
                .map(|((piece, token), head)| {
                    let lemma = match token.lemma {
                        "" => {
                            let key = Lemmas::key(token.pos, token.features);
                            self.words.lemma(
                                piece.word,
                                key,
                                &parser.lemmas,
                                parser.tokenizer.chars(),
                            )
                        }
                        set => CompactString::const_new(set),
                    };
                    let span = Span::new(piece.start as usize, piece.end as usize);
                    Token {
                        span,
                        lemma,
                        tag: token.tag,
                        pos: token.pos,
                        head: *head,
                        dep: token.dep,
                    }
                });
        (tokens.collect(), tree.starts)
    }
}

fn bare((tag, dep): (&Tag, &crate::model::parsed::Dep)) -> Attributes {
    Attributes {
        tag: *tag,
        dep: *dep,
        pos: Pos::Unset,
        features: 0,
        lemma: "",
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

/// The vectors of one text of the layout.
fn vectors_of<'a>(layout: &Layout, vectors: &'a [f32], number: usize) -> &'a [f32] {
    let (start, length) = (
        layout.starts[number] as usize,
        layout.lengths[number] as usize,
    );
    &vectors[start * WIDTH..(start + length) * WIDTH]
}

/// Adds a part to its sentence: token and entity numbers count from the sentence's start, spans from the field's.
fn append(sentence: &mut ParsedSentence, tokens: Vec<Token>, entities: Vec<Entity>) {
    let (first, offset) = (sentence.tokens.len() as u32, sentence.offset);
    sentence
        .tokens
        .extend(tokens.into_iter().map(|token| Token {
            head: token.head + first,
            span: Span {
                start: token.span.start + offset,
                end: token.span.end + offset,
            },
            ..token
        }));
    sentence
        .entities
        .extend(entities.into_iter().map(|entity| Entity {
            first: entity.first + first,
            last: entity.last + first,
            ..entity
        }));
}
