//! Prints the words of PolNeAR that can be cues, for `build_report_weights.py`: 1 or 0, the word's own trait, all its traits.
//!
//! `cargo run --example report_traits < FILE.jsonl`, one article a line.
#![allow(clippy::print_stdout)]

use std::io::{self, BufRead, Write};

use atodds::eval::sets::polnear::{Article, examples};
use atodds::lexicon::Lexicon;
use atodds::parse::Parser;

fn main() -> io::Result<()> {
    let (lexicon, parser) = (Lexicon::embedded(), Parser::embedded());
    let mut out = io::BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let article: Article = serde_json::from_str(&line?)?;
        for example in examples(&article, &lexicon, parser) {
            let cue = u8::from(example.cue);
            // A blank line inside a sentence is a word as well, and no line of a list can hold it.
            let is_plain = |name: &String| !name.contains(['\n', '\r', '\t']);
            let traits: Vec<String> = example.traits.into_iter().filter(is_plain).collect();
            let traits = traits.join("\t");
            writeln!(out, "{cue}\t{}\t{traits}", example.own)?;
        }
    }
    out.flush()
}
