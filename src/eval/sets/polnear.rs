//! PolNeAR: who says what in political news (Newell, Margolin and Ruths, "An Attribution Relations Corpus for Political
//! News", LREC 2018).
//!
//! A found attribution answers to the gold one whose cue shares a word with its own; of several, the one that gives the
//! most pairs with the most words in common. Cues count as found by such a shared word, or exactly. Sources and contents
//! count by words, punctuation aside: exactly, and by the share of words in common, over all attributions and over those
//! whose cue was found.

use serde::Deserialize;

use crate::eval::assign::assign;
use crate::eval::finding::Finding;
use crate::extract::attribution::{Attribution, Heard, attributions, drawn_out};
use crate::extract::cue::{Cue, find_cues};
use crate::extract::mend::mended;
use crate::extract::tree::Tree;
use crate::lexicon::Lexicon;
use crate::lexicon::words::Set;
use crate::model::measure::{Measure, f1};
use crate::model::parsed::{ParsedSentence, Pos};
use crate::model::span::Span;
use crate::parse::Parser;
use crate::segment;

use super::spans::{Overlap, Words, common};

mod examples;

pub use examples::{Example, examples};

/// Name of the set in reports.
pub const SET: &str = "polnear";

/// An article of the set. Offsets count letters, ends are exclusive.
#[derive(Debug, Deserialize)]
pub struct Article {
    id: String,
    text: String,
    attributions: Vec<Gold>,
}

#[derive(Debug, Deserialize)]
struct Gold {
    #[serde(default)]
    source: Vec<Part>,
    #[serde(default)]
    cue: Vec<Part>,
    #[serde(default)]
    content: Vec<Part>,
}

#[derive(Debug, Deserialize)]
struct Part {
    spans: Vec<(usize, usize)>,
}

/// Source, cue and content as word indices of the article.
#[derive(Debug, Clone, Default, PartialEq)]
struct Triple {
    source: Words,
    cue: Words,
    content: Words,
}

/// The words of an article: where each stands and whether it is punctuation.
struct Text<'a> {
    text: &'a str,
    words: Vec<(Span, bool)>,
}

/// Sums over the articles.
#[derive(Debug, Default)]
pub struct Tally {
    shared_cues: u64,
    cue: Overlap,
    source: Overlap,
    content: Overlap,
    source_given_cue: Overlap,
    content_given_cue: Overlap,
    /// Missed and false cues, and spans that differ, in the order of the text.
    pub findings: Vec<Finding>,
}

/// A sentence as its attributions are looked for.
struct Setting<'t> {
    tree: &'t Tree<'t>,
    cues: Vec<Cue>,
    open: bool,
    paragraph: bool,
}

/// Measures one article into the tally.
pub fn add(article: &Article, lexicon: &Lexicon, parser: &Parser, tally: &mut Tally) {
    let sentences = parsed(article, lexicon, parser);
    let trees: Vec<Tree> = sentences
        .iter()
        .map(|sentence| Tree::mended(sentence, lexicon))
        .collect();
    let text = Text::new(&article.text, &sentences);
    let wanted = text.wanted(&article.attributions);
    let found = text.found(&trees, lexicon);
    compare(article, &text, &wanted, &found, tally);
}

fn parsed(article: &Article, lexicon: &Lexicon, parser: &Parser) -> Vec<ParsedSentence> {
    let spans = segment::sentences(&article.text);
    let texts: Vec<(&str, usize)> = spans
        .iter()
        .map(|span| (span.of(&article.text), span.start as usize))
        .collect();
    let sentences = parser.parse_batch(&texts);
    sentences
        .iter()
        .map(|sentence| mended(sentence, false, lexicon))
        .collect()
}

impl<'a> Text<'a> {
    fn new(text: &'a str, sentences: &[ParsedSentence]) -> Self {
        let tokens = sentences.iter().flat_map(|sentence| &sentence.tokens);
        let is_mark = |pos| matches!(pos, Pos::Punct | Pos::Space | Pos::Sym);
        Text {
            text,
            words: tokens
                .map(|token| (token.span, is_mark(token.pos)))
                .collect(),
        }
    }

    fn found(&self, trees: &[Tree], lexicon: &Lexicon) -> Vec<Triple> {
        let words = &lexicon.words;
        let heard: Vec<Heard> = self
            .settings(trees, lexicon)
            .into_iter()
            .map(|setting| Heard {
                tree: setting.tree,
                open: setting.open,
                paragraph: setting.paragraph,
                found: attributions(setting.tree, words, &setting.cues, setting.open),
            })
            .collect();
        let triple = |attribution: Attribution| Triple {
            source: self.unmarked(attribution.source),
            cue: attribution.cue,
            content: self.unmarked(attribution.content),
        };
        drawn_out(&heard, words).into_iter().map(triple).collect()
    }

    /// Each sentence with its cues and whether it begins inside a quotation.
    fn settings<'t>(&self, trees: &'t [Tree<'t>], lexicon: &Lexicon) -> Vec<Setting<'t>> {
        let (mut open, mut end) = (false, 0);
        let mut found = Vec::with_capacity(trees.len());
        for tree in trees {
            let start = tree.sentence.offset as usize;
            let paragraph = self.text[end..start].contains('\n');
            // A quotation that goes on in the next paragraph opens it with a mark of its own.
            open &= !paragraph;
            let cues = find_cues(tree, lexicon);
            found.push(Setting {
                tree,
                cues,
                open,
                paragraph,
            });
            let is_mark = |at: &usize| lexicon.words.has(Set::DoubleQuote, tree.word(*at));
            open ^= (0..tree.len()).filter(is_mark).count() % 2 == 1;
            end = start + tree.sentence.text.len();
        }
        found
    }

    fn wanted(&self, gold: &[Gold]) -> Vec<Triple> {
        let bytes: Vec<usize> = self
            .text
            .char_indices()
            .map(|(at, _)| at)
            .chain([self.text.len()])
            .collect();
        let words = |parts: &[Part]| {
            let spans = parts.iter().flat_map(|part| &part.spans);
            let mut words: Words = spans
                .flat_map(|&(start, end)| self.inside(bytes[start], bytes[end]))
                .collect();
            words.sort_unstable();
            words.dedup();
            words
        };
        let triple = |gold: &Gold| Triple {
            source: self.unmarked(words(&gold.source)),
            cue: words(&gold.cue),
            content: self.unmarked(words(&gold.content)),
        };
        gold.iter().map(triple).collect()
    }

    /// Words that share a byte with `start..end`.
    fn inside(&self, start: usize, end: usize) -> std::ops::Range<usize> {
        let first = self
            .words
            .partition_point(|(span, _)| span.end as usize <= start);
        let last = self
            .words
            .partition_point(|(span, _)| (span.start as usize) < end);
        first..last.max(first)
    }

    fn unmarked(&self, words: Words) -> Words {
        words
            .into_iter()
            .filter(|&word| !self.words[word].1)
            .collect()
    }

    fn show(&self, words: &[usize]) -> String {
        let word = |&word: &usize| self.words[word].0.of(self.text);
        words.iter().map(word).collect::<Vec<_>>().join(" ")
    }
}

fn compare(article: &Article, text: &Text, wanted: &[Triple], found: &[Triple], tally: &mut Tally) {
    let answer = pair(wanted, found);
    let nothing = Triple::default();
    for (want, answer) in wanted.iter().zip(&answer) {
        let ours = answer.map_or(&nothing, |at| &found[at]);
        tally.add(want, ours);
        tally.note(article, text, want, ours);
    }
    for (at, ours) in found
        .iter()
        .enumerate()
        .filter(|(at, _)| !answer.contains(&Some(*at)))
    {
        debug_assert!(at < found.len());
        tally.add(&nothing, ours);
        tally.note(article, text, &nothing, ours);
    }
}

/// For each wanted attribution the found one that answers to it.
fn pair(wanted: &[Triple], found: &[Triple]) -> Vec<Option<usize>> {
    // One shared word of the cue outweighs any agreement of the other parts.
    const SHARED: f64 = 1e3;
    let worth = |want: &Triple, ours: &Triple| {
        if common(&want.cue, &ours.cue) == 0 {
            return 0.0;
        }
        let part = |want: &[usize], ours: &[usize]| {
            2.0 * common(want, ours) as f64 / (want.len() + ours.len()).max(1) as f64
        };
        SHARED
            + part(&want.cue, &ours.cue)
            + part(&want.source, &ours.source)
            + part(&want.content, &ours.content)
    };
    let weights: Vec<Vec<f64>> = wanted
        .iter()
        .map(|want| found.iter().map(|ours| worth(want, ours)).collect())
        .collect();
    assign(&weights)
}

impl Tally {
    fn add(&mut self, wanted: &Triple, found: &Triple) {
        self.cue.add(&found.cue, &wanted.cue);
        self.source.add(&found.source, &wanted.source);
        self.content.add(&found.content, &wanted.content);
        if !found.cue.is_empty() && !wanted.cue.is_empty() {
            self.shared_cues += 1;
            self.source_given_cue.add(&found.source, &wanted.source);
            self.content_given_cue.add(&found.content, &wanted.content);
        }
    }

    fn note(&mut self, article: &Article, text: &Text, wanted: &Triple, found: &Triple) {
        let sort = match (wanted.cue.is_empty(), found.cue.is_empty()) {
            (false, true) => "polnear.missed",
            (true, false) => "polnear.false",
            _ if wanted.source != found.source => "polnear.source",
            _ if wanted.content != found.content => "polnear.content",
            _ => return,
        };
        let show = |triple: &Triple| {
            let parts =
                [&triple.source, &triple.cue, &triple.content].map(|words| text.show(words));
            parts.join(" | ")
        };
        self.findings.push(Finding {
            sort,
            place: article.id.clone(),
            text: text.show(if found.cue.is_empty() {
                &wanted.cue
            } else {
                &found.cue
            }),
            gold: show(wanted),
            ours: show(found),
        });
    }

    /// The figures of the set.
    pub fn measures(&self) -> Vec<Measure> {
        let mut all = vec![
            Measure::share(SET, "cue.precision", self.shared_cues, self.cue.found),
            Measure::share(SET, "cue.recall", self.shared_cues, self.cue.wanted),
        ];
        all.push(Measure::mean(SET, "cue.f1", f1(all[0].value, all[1].value)));
        all.push(Measure::mean(SET, "cue.exact_f1", self.cue.exact_f1()));
        for (names, overlap) in [
            (["source.exact_f1", "source.overlap_f1"], &self.source),
            (["content.exact_f1", "content.overlap_f1"], &self.content),
            (
                ["source.exact_f1_given_cue", "source.overlap_f1_given_cue"],
                &self.source_given_cue,
            ),
            (
                ["content.exact_f1_given_cue", "content.overlap_f1_given_cue"],
                &self.content_given_cue,
            ),
        ] {
            all.push(Measure::mean(SET, names[0], overlap.exact_f1()));
            all.push(Measure::mean(SET, names[1], overlap.overlap_f1()));
        }
        all
    }
}
