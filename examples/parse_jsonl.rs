//! Reads JSON lines with a `text` and prints our analysis of each as a JSON line: how `benches/peers` asks the parser.
//!
//! With `--speed` it prints only tokens a second on one thread, the batch being read before the clock starts.
#![allow(clippy::print_stdout)]

use std::io::{self, BufRead, Write};
use std::time::Instant;

use atodds::model::parsed::ParsedSentence;
use atodds::parse::{Parser, sentence_starts};
use serde_json::{Value, json};

fn main() -> io::Result<()> {
    let texts = io::stdin()
        .lock()
        .lines()
        .map(|line| text_of(&line?))
        .collect::<io::Result<Vec<String>>>()?;
    let batch: Vec<(&str, usize)> = texts.iter().map(|text| (text.as_str(), 0)).collect();
    if std::env::args().any(|argument| argument == "--speed") {
        return print_speed(&batch);
    }
    let mut out = io::BufWriter::new(io::stdout().lock());
    for parsed in Parser::embedded().parse_batch(&batch) {
        writeln!(out, "{}", line(&parsed))?;
    }
    out.flush()
}

fn text_of(line: &str) -> io::Result<String> {
    let value: Value = serde_json::from_str(line)?;
    Ok(value["text"].as_str().unwrap_or_default().to_owned())
}

fn print_speed(batch: &[(&str, usize)]) -> io::Result<()> {
    let started = Instant::now();
    let parser = Parser::embedded();
    let opened = started.elapsed();
    let (started, processor) = (Instant::now(), processor_seconds());
    let tokens: usize = parser
        .parse_batch(batch)
        .iter()
        .map(|parsed| parsed.tokens.len())
        .sum();
    let seconds = started.elapsed().as_secs_f64();
    let processor = processor_seconds()
        .zip(processor)
        .map(|(end, start)| end - start);
    let line = json!({
        "tokens": tokens,
        "seconds": seconds,
        "tokens_per_second": tokens as f64 / seconds,
        "tokens_per_processor_second": processor.map(|seconds| tokens as f64 / seconds),
        "open_milliseconds": opened.as_secs_f64() * 1e3,
    });
    writeln!(io::stdout(), "{line}")
}

/// Time that this thread has had a processor, where the system tells.
fn processor_seconds() -> Option<f64> {
    let statistics = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds: f64 = statistics.split(' ').next()?.parse().ok()?;
    Some(nanoseconds / 1e9)
}

/// One line: `tokens` as start, end (characters), tag, coarse tag, lemma, head, relation; `starts`; `entities`.
fn line(parsed: &ParsedSentence) -> Value {
    let mut places = vec![0u32; parsed.text.len() + 1];
    for (characters, (byte, char)) in parsed.text.char_indices().enumerate() {
        places[byte..byte + char.len_utf8()].fill(characters as u32);
    }
    places[parsed.text.len()] = parsed.text.chars().count() as u32;
    let tokens: Vec<Value> = parsed
        .tokens
        .iter()
        .map(|token| {
            let (start, end) = (
                places[token.span.start as usize],
                places[token.span.end as usize],
            );
            json!([
                start,
                end,
                token.tag.as_str(),
                token.pos.as_str(),
                token.lemma.as_str(),
                token.head,
                token.dep.as_str()
            ])
        })
        .collect();
    let entities: Vec<Value> = parsed
        .entities
        .iter()
        .map(|entity| json!([entity.first, entity.last, entity.label.as_str()]))
        .collect();
    json!({"tokens": tokens, "starts": sentence_starts(parsed), "entities": entities})
}
