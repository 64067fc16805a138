//! Sentences to tags, lemmas, trees and entities, with the weights of spaCy's small English pipeline.
//!
//! [`Parser::embedded`] opens the model that is compiled in; [`Parser::parse_batch`] is the fast way to use it.
//!
//! `file` opens the model, which `data/build_model.py` makes from spaCy's wheel. `tokenizer` (with `affix`, `address`
//! and `special`) cuts chunks, `pieces` remembers them, `words` works out once a word type what the network needs.
//! `encoder` (with `rows`, `split`, `dense` and `kernel`) turns tokens into vectors, from which `tagger`, `arcs` with `tree`, and
//! `entities` read tags, heads and names. `ruler` and `lemma` finish the tokens; `workspace` knows the order. Sums are
//! of integers and the rest keeps a fixed order: tests hold batch sizes, threads and the VNNI, AVX2 and portable paths to
//! the same answer. Processors other than x86-64 were not tried.

mod address;
mod affix;
mod arcs;
mod chars;
mod dense;
mod encoder;
mod entities;
mod file;
mod hash;
mod kernel;
mod lemma;
mod pieces;
mod rows;
mod ruler;
mod scorer;
mod special;
mod split;
mod tagger;
mod tokenizer;
mod tree;
mod words;
mod workspace;

use std::sync::{Mutex, OnceLock, PoisonError};

use crate::model::parsed::ParsedSentence;

pub use tree::sentence_starts;

use arcs::ArcParser;
use encoder::Encoder;
use entities::Recogniser;
use file::{File, Opened};
use lemma::Lemmas;
use ruler::Ruler;
use tagger::Tagger;
use tokenizer::Tokenizer;
use words::WordMaker;
use workspace::Workspace;

/// Keeps the bytes of the model at a place from which numbers can be read without copying.
#[repr(C, align(64))]
struct Aligned<Bytes: ?Sized>(Bytes);

static EMBEDDED: &Aligned<[u8]> = &Aligned(*include_bytes!("parse/data/en_core_web_sm.bin"));

/// The parser: reads English text, and may be shared by any number of threads.
pub struct Parser {
    tokenizer: Tokenizer,
    words: WordMaker,
    encoder: Encoder,
    tagger: Tagger,
    arcs: ArcParser,
    ruler: Ruler,
    lemmas: Lemmas,
    entity_encoder: Encoder,
    recogniser: Recogniser,
    /// Buffers and caches of workers that are done; a worker takes one or starts a new one.
    idle: Mutex<Vec<Workspace>>,
}

impl Parser {
    /// The parser with the model that is part of the program; opened at the first call, which takes milliseconds.
    ///
    /// # Panics
    ///
    /// If the embedded file is broken, which a test rules out.
    pub fn embedded() -> &'static Parser {
        static PARSER: OnceLock<Parser> = OnceLock::new();
        PARSER.get_or_init(|| Parser::open(&EMBEDDED.0).expect("the embedded model is whole"))
    }

    fn open(bytes: &'static [u8]) -> Opened<Self> {
        let file = File::open(bytes)?;
        Ok(Parser {
            tokenizer: Tokenizer::open(&file)?,
            words: WordMaker::open(&file)?,
            encoder: Encoder::open(&file, "tok2vec")?,
            tagger: Tagger::open(&file)?,
            arcs: ArcParser::open(&file)?,
            ruler: Ruler::open(&file)?,
            lemmas: Lemmas::open(&file)?,
            entity_encoder: Encoder::open(&file, "ner.tok2vec")?,
            recogniser: Recogniser::open(&file)?,
            idle: Mutex::default(),
        })
    }

    /// Whether an English word, given in lower case, stands in the model's word lists in some form.
    pub fn is_word(&self, lower: &str) -> bool {
        self.lemmas.is_word(lower)
    }

    /// Parses one text; `offset` is its first byte in the article's field, and is added to every token's span.
    ///
    /// The text should be a sentence or a few. Beyond some thousand tokens it is parsed piece by piece.
    ///
    /// ```
    /// let parsed = atodds::parse::Parser::embedded().parse("Kyiv denied the claim.", 0);
    /// assert_eq!(parsed.tokens[1].lemma, "deny");
    /// assert_eq!(parsed.tokens[0].head, 1);
    /// ```
    pub fn parse(&self, text: &str, offset: usize) -> ParsedSentence {
        self.parse_batch(&[(text, offset)])
            .pop()
            .unwrap_or_default()
    }

    /// Parses many texts, each with its offset; gives the same as [`Parser::parse`] of each, several times faster.
    pub fn parse_batch(&self, texts: &[(&str, usize)]) -> Vec<ParsedSentence> {
        let mut workspace = self.idle().pop().unwrap_or_default();
        let parsed = workspace.run(self, texts);
        self.idle().push(workspace);
        parsed
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<Workspace>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_model_is_whole() {
        assert!(Parser::open(&EMBEDDED.0).is_ok());
    }

    #[test]
    fn a_cut_model_is_refused() {
        let cut: &'static [u8] = &EMBEDDED.0[..EMBEDDED.0.len() / 2];
        assert!(Parser::open(cut).is_err());
    }
}
