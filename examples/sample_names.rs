//! Draws a seeded sample of place names or of speakers from a file of articles, and prints what the program makes of each.
//!
//! `sample_names places|speakers FILE COUNT SEED` prints one line a mention: address of the item, field, first byte, the words,
//! the decision, and the sentence, parted by tabs. It is how the readings below `tests/spec` were drawn.
#![allow(clippy::print_stdout)]

use std::hash::Hasher;
use std::path::PathBuf;

use atodds::config::Config;
use atodds::model::article::Article;
use atodds::model::span::{Span, TextField};
use atodds::pipeline::{Tools, claims_of, terms_of};
use atodds::read;
use rustc_hash::FxHasher;

struct Line {
    field: TextField,
    at: u32,
    words: String,
    decision: String,
    sentence: String,
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [what, file, count, seed] = arguments.as_slice() else {
        println!("sample_names places|speakers FILE COUNT SEED");
        return;
    };
    let (count, seed) = (count.parse().unwrap_or(200), seed.parse().unwrap_or(1));
    let tools = Tools::embedded();
    let mut drawn = 0;
    for article in shuffled(&PathBuf::from(file), seed) {
        if drawn == count {
            break;
        }
        let lines = if what == "places" {
            places(&article, &tools)
        } else {
            speakers(&article, &tools)
        };
        let address = address(&article);
        let chosen = lines
            .into_iter()
            .min_by_key(|line| hash(seed, &format!("{address} {}", line.at)));
        if let Some(line) = chosen {
            print(&address, &line);
            drawn += 1;
        }
    }
}

/// The articles of a file in an order that the seed gives.
fn shuffled(file: &PathBuf, seed: u64) -> Vec<Article> {
    let config = Config::default();
    let (inputs, _) = read::walk(std::slice::from_ref(file), &config.read);
    let mut articles: Vec<Article> = inputs
        .iter()
        .flat_map(|input| read::load(input, &config.read).0)
        .collect();
    articles.sort_by_cached_key(|article| hash(seed, &address(article)));
    articles.dedup_by_key(|article| address(article));
    articles
}

/// The item's address, or its number in the source.
fn address(article: &Article) -> String {
    let number = || article.extra.iter().find(|(key, _)| key == "id");
    match (&article.url, number()) {
        (Some(url), _) => url.clone(),
        (None, Some((_, id))) => id.clone(),
        (None, None) => article.key.clone(),
    }
}

fn hash(seed: u64, text: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write_u64(seed);
    hasher.write(text.as_bytes());
    hasher.finish().wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

fn places(article: &Article, tools: &Tools) -> Vec<Line> {
    let terms = terms_of(article, tools);
    let line = |name: atodds::resolve::article::JudgedName| Line {
        field: name.field,
        at: name.span.start,
        words: name.span.of(article.text(name.field)).to_owned(),
        decision: format!(
            "{} {} {} [{}]",
            if name.verdict.is_place { "yes" } else { "no" },
            name.verdict.rule,
            name.decision.rule,
            told(&name.decision.place)
        ),
        sentence: around(article.text(name.field), name.span),
    };
    terms.names().map(line).collect()
}

fn told(place: &atodds::model::place::Place) -> String {
    format!(
        "{} {}, {}, {}",
        place.key,
        place.name,
        place.region.as_deref().unwrap_or("-"),
        place.country.as_deref().unwrap_or("-")
    )
}

fn speakers(article: &Article, tools: &Tools) -> Vec<Line> {
    let claims = claims_of(0, article, tools).claims;
    let line = |claim: &atodds::model::claim::Claim| {
        let speaker = claim.speaker.as_ref()?;
        let span = speaker.span?;
        Some(Line {
            field: claim.field,
            at: span.start,
            words: span.of(article.text(claim.field)).to_owned(),
            decision: match &claim.party {
                Some(party) => format!("{} {} ({})", party.value, party.rule, speaker.value),
                None => "-".to_owned(),
            },
            sentence: around(article.text(claim.field), span),
        })
    };
    claims.iter().filter_map(line).collect()
}

/// The words round a span, on one line.
fn around(text: &str, span: Span) -> String {
    const SIDE: usize = 110;
    let (mut from, mut to) = (
        (span.start as usize).saturating_sub(SIDE),
        (span.end as usize + SIDE).min(text.len()),
    );
    while !text.is_char_boundary(from) {
        from -= 1;
    }
    while !text.is_char_boundary(to) {
        to += 1;
    }
    text[from..to].replace(['\n', '\t'], " ")
}

fn print(address: &str, line: &Line) {
    let field = match line.field {
        TextField::Title => "title",
        TextField::Body => "body",
    };
    println!(
        "{address}\t{field}\t{}\t{}\t{}\t{}",
        line.at, line.words, line.decision, line.sentence
    );
}
