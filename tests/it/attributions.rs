//! Source, cue and content of a report: every row of `tests/spec/attributions.md` against what its text gives.

use atodds::extract::attribution::{Heard, attributions, drawn_out};
use atodds::extract::cue::find_cues;
use atodds::extract::mend::mended;
use atodds::extract::tree::Tree;
use atodds::lexicon::Lexicon;
use atodds::lexicon::words::Set;
use atodds::parse::Parser;
use atodds::segment;

use crate::spec_table::{report, rows};

/// Source, cue and content of each attribution, punctuation left out.
fn attributed(text: &str) -> Vec<[String; 3]> {
    let lexicon = Lexicon::embedded();
    let spans = segment::sentences(text);
    let texts: Vec<(&str, usize)> = spans
        .iter()
        .map(|span| (span.of(text), span.start as usize))
        .collect();
    let sentences: Vec<_> = Parser::embedded()
        .parse_batch(&texts)
        .iter()
        .map(|sentence| mended(sentence, false, &lexicon))
        .collect();
    let trees: Vec<Tree> = sentences
        .iter()
        .map(|sentence| Tree::mended(sentence, &lexicon))
        .collect();
    let mut open = false;
    let mut heard = Vec::new();
    for tree in &trees {
        let cues = find_cues(tree, &lexicon);
        let found = attributions(tree, &lexicon.words, &cues, open);
        let paragraph = false;
        heard.push(Heard {
            tree,
            open,
            paragraph,
            found,
        });
        let is_mark = |at: &usize| lexicon.words.has(Set::DoubleQuote, tree.word(*at));
        open ^= (0..tree.len()).filter(is_mark).count() % 2 == 1;
    }
    let words: Vec<&str> = trees
        .iter()
        .flat_map(|tree| (0..tree.len()).map(|at| tree.word(at)))
        .collect();
    let show = |tokens: &[usize]| {
        let words = tokens.iter().map(|&at| words[at]);
        let plain = words.filter(|word| word.chars().any(char::is_alphanumeric));
        plain.collect::<Vec<_>>().join(" ")
    };
    drawn_out(&heard, &lexicon.words)
        .iter()
        .map(|one| [&one.source, &one.cue, &one.content].map(|tokens| show(tokens)))
        .collect()
}

#[test]
fn every_report_of_the_spec_has_its_source_and_its_content() {
    let rows = rows(include_str!("../spec/attributions.md"));
    let mut wrong = Vec::new();
    for row in &rows {
        let [text, source, cue, content] = row.cells.as_slice() else {
            wrong.push(format!("line {}: four cells", row.line));
            continue;
        };
        let found = attributed(text);
        let named = found.iter().filter(|one| one[1] == *cue);
        let right = match content.as_str() {
            "no report" => named.count() == 0,
            _ => named
                .into_iter()
                .any(|one| one[0] == *source && one[2] == *content),
        };
        if !right {
            wrong.push(format!("line {}: {} gives {found:?}", row.line, text));
        }
    }
    assert!(rows.len() >= 30, "the spec has {} rows", rows.len());
    report("attributions.md", rows.len(), &wrong);
}
