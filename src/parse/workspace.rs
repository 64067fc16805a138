//! One worker's way through a batch: its memory and buffers, and the steps from text to parsed sentence.

use compact_str::CompactString;

use super::Parser;
use super::arcs::Arcs;
use super::encoder::Layout;
use super::kernel::WIDTH;
use super::lemma::Lemmas;
use super::pieces::{Piece, Pieces};
use super::rows::{Look, Rows};
use super::ruler::Attributes;
use super::scorer::Prepared;
use super::tagger;
use super::tree::Tree;
use super::words::Words;
use crate::model::parsed::{Dep, Entity, ParsedSentence, Pos, Tag, Token};
use crate::model::span::Span;

/// Word types that are kept; beyond, the memory starts anew, so that a worker stays below some 60 MB.
const MOST_WORDS: usize = 20_000;
/// Tokens that go through the network together: enough to keep it busy, few enough for the processor's cache.
const BATCH: usize = 512;
/// Tokens of a text that are parsed as one piece.
const LONGEST: usize = 4_000;

/// Memory and buffers; what it remembers never changes a result.
pub(crate) struct Workspace {
    pieces: Pieces,
    syntax: Rows,
    entities: Rows,
    layout: Layout,
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

/// Tokens of a part, and where sentences start.
type Analysed = (Vec<Token>, Vec<bool>);

impl Default for Workspace {
    fn default() -> Self {
        Workspace {
            pieces: Pieces::default(),
            syntax: Rows::new(Look::Syntax),
            entities: Rows::new(Look::Entities),
            layout: Layout::default(),
            tagging: tagger::Buffers::default(),
            prepared: Prepared::default(),
            tags: Vec::new(),
            arcs: Arcs::default(),
        }
    }
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
        for (text, (words, _)) in texts.iter().enumerate() {
            if parts.is_empty() && self.pieces.words.len() > MOST_WORDS {
                *self = Workspace::default();
            }
            for pieces in self.pieces.of(parser, words).chunks(LONGEST) {
                tokens += pieces.len();
                parts.push(Part {
                    text,
                    pieces: pieces.to_vec(),
                });
            }
            if tokens >= BATCH {
                self.analyse(parser, &parts, &mut parsed);
                parts.clear();
                tokens = 0;
            }
        }
        self.analyse(parser, &parts, &mut parsed);
        parsed
    }

    fn analyse(&mut self, parser: &Parser, parts: &[Part], parsed: &mut [ParsedSentence]) {
        let texts: Vec<&[Piece]> = parts.iter().map(|part| &part.pieces[..]).collect();
        self.layout.clear();
        texts
            .iter()
            .for_each(|pieces| self.layout.push(pieces.len()));
        self.syntax.encode(
            &parser.encoder,
            &self.layout,
            &texts,
            &mut self.pieces.words,
        );
        let analysed: Vec<Analysed> = (0..parts.len())
            .map(|part| self.tree(parser, part, texts[part]))
            .collect();
        self.entities.encode(
            &parser.entity_encoder,
            &self.layout,
            &texts,
            &mut self.pieces.words,
        );
        for (number, (part, (tokens, starts))) in parts.iter().zip(analysed).enumerate() {
            let vectors = vectors_of(&self.layout, &self.entities.vectors, number);
            let space = spaces(&self.pieces.words, &part.pieces);
            let entities = parser
                .recogniser
                .find(vectors, &starts, space, &mut self.prepared);
            append(&mut parsed[part.text], tokens, entities);
        }
    }

    /// Tags, tree and lemmas of a part.
    fn tree(&mut self, parser: &Parser, number: usize, pieces: &[Piece]) -> Analysed {
        let words = &mut self.pieces.words;
        let vectors = vectors_of(&self.layout, &self.syntax.vectors, number);
        parser
            .tagger
            .tag(vectors, &mut self.tagging, &mut self.tags);
        parser
            .arcs
            .parse(vectors, pieces.len(), &mut self.prepared, &mut self.arcs);
        let tree = Tree::new(&self.arcs, spaces(words, pieces));
        let mut attributes: Vec<Attributes> = self.tags.iter().zip(&tree.deps).map(bare).collect();
        parser.ruler.apply(&mut attributes, |token| {
            let word = words.get(pieces[token].word);
            (&word.lower, word.space, &word.patterns)
        });
        let tokens = pieces.iter().zip(attributes).zip(&tree.heads);
        let tokens = tokens.map(|((piece, token), head)| Token {
            span: Span::new(piece.start as usize, piece.end as usize),
            lemma: lemma(parser, words, piece, &token),
            tag: token.tag,
            pos: token.pos,
            head: *head,
            dep: token.dep,
        });
        (tokens.collect(), tree.starts)
    }
}

fn bare((tag, dep): (&Tag, &Dep)) -> Attributes {
    Attributes {
        tag: *tag,
        dep: *dep,
        pos: Pos::Unset,
        features: 0,
        lemma: "",
    }
}

/// Tells which tokens are white space.
fn spaces<'a>(words: &'a Words, pieces: &'a [Piece]) -> impl Fn(usize) -> bool + 'a {
    |token| words.get(pieces[token].word).space
}

fn lemma(parser: &Parser, words: &mut Words, piece: &Piece, token: &Attributes) -> CompactString {
    match token.lemma {
        "" => {
            let key = Lemmas::key(token.pos, token.features);
            words.lemma(piece.word, key, &parser.lemmas, parser.tokenizer.chars())
        }
        set => CompactString::const_new(set),
    }
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
