//! One article from text to resolved claims: the serial core that the pipeline runs on every thread.

use std::cell::OnceCell;

use rustc_hash::FxHashSet;

use crate::config::Config;
use crate::error::Error;
use crate::extract::headline::{lower_shouts, lower_title};
use crate::extract::plan::{Known, Planned, plan};
use crate::extract::scan::Scan;
use crate::extract::{self, Placed, back, towns};
use crate::lexicon::Lexicon;
use crate::lexicon::parties::{PartyMatch, split_words};
use crate::lexicon::words::Set;
use crate::model::article::Article;
use crate::model::claim::Claim;
use crate::model::parsed::ParsedSentence;
use crate::model::run::Sentence;
use crate::model::span::TextField;
use crate::parse::Parser;
use crate::resolve::{self, article::ArticleTerms};
use crate::segment;

/// What every article needs: lists, automaton, parser. Made once, shared by all threads.
pub struct Tools {
    /// The word lists.
    pub lexicon: Lexicon,
    /// Picks the sentences worth parsing.
    pub scan: Scan,
    /// The parser.
    pub parser: &'static Parser,
}

impl Tools {
    /// The lists and weights that are compiled in.
    pub fn embedded() -> Self {
        Tools::new(Lexicon::embedded())
    }

    /// The lists that the settings ask for, with the weights that are compiled in.
    ///
    /// # Errors
    /// As [`Lexicon::with_overlay`].
    pub fn configured(config: &Config) -> Result<Self, Error> {
        Ok(Tools::new(Lexicon::with_overlay(&config.lexicon.overlay)?))
    }

    /// Lists of the caller's choice with the weights that are compiled in.
    pub fn new(lexicon: Lexicon) -> Self {
        Tools {
            scan: Scan::new(&lexicon),
            lexicon,
            parser: Parser::embedded(),
        }
    }
}

/// What one article gave.
#[derive(Debug, Default)]
pub struct ArticleClaims {
    /// Its sentences in the order of the text.
    pub sentences: Vec<Sentence>,
    /// Its claims in the order of the text, parties and places resolved, denials tied to what they deny.
    pub claims: Vec<Claim>,
}

/// Draws the claims of one article; `index` is its index in the run.
///
/// ```
/// use atodds::model::article::Article;
/// use atodds::pipeline::{Tools, claims_of};
/// let article = Article { body: "Kyiv denied that Russian troops had captured Pokrovsk.".into(), ..Article::default() };
/// let claims = claims_of(0, &article, &Tools::embedded()).claims;
/// assert_eq!(claims[0].place_as_written, "Pokrovsk");
/// ```
pub fn claims_of(index: u32, article: &Article, tools: &Tools) -> ArticleClaims {
    batch_claims(index, std::slice::from_ref(article), tools)
        .pop()
        .unwrap_or_default()
}

/// The names of one article in shared terms, every sentence read: what `atodds` takes them for, without claims.
pub fn terms_of<'a>(article: &'a Article, tools: &'a Tools) -> ArticleTerms<'a> {
    let title = headline(article, tools);
    let read = |text: &str| -> Vec<ParsedSentence> {
        let spans = segment::sentences(text);
        let texts: Vec<(&str, usize)> = spans
            .iter()
            .map(|span| (span.of(text), span.start as usize))
            .collect();
        tools.parser.parse_batch(&texts)
    };
    let (title, body) = (
        read(title.as_deref().unwrap_or(&article.title)),
        read(&article.body),
    );
    let mut terms = ArticleTerms::collect(article, &title, &body, &tools.lexicon);
    terms.judge(&title, &body);
    terms
}

/// [`claims_of`] for neighbouring articles at once, so that the parser's matrix products run over many sentences.
pub fn batch_claims(first: u32, articles: &[Article], tools: &Tools) -> Vec<ArticleClaims> {
    let articles: Vec<(u32, &Article)> = (first..).zip(articles).collect();
    batch(&articles, tools)
}

/// The same for any articles, given with their indices in the run.
pub(super) fn batch(articles: &[(u32, &Article)], tools: &Tools) -> Vec<ArticleClaims> {
    let known = Known {
        speaks: &|name| tools.lexicon.speaks(name),
        places: &|word| tools.lexicon.words.has(Set::ScenePreposition, word),
        voice: &|noun| tools.lexicon.is_voice(noun),
        speakers: &|noun| tools.lexicon.are_speakers(noun),
        outlet: &|name| tools.lexicon.is_outlet(name),
        party: &|name| tools.lexicon.is_side(name),
        place: &|name| tools.lexicon.is_place(name),
        document: &|noun| tools.lexicon.is_statement(noun),
        label: &|word| tools.lexicon.is_page_label(word),
        of: &|word| tools.lexicon.parties.is_of(word),
        link: &|word| tools.lexicon.parties.is_link(word),
        opens: &|word| tools.lexicon.opens_sentence(word),
        common: &|word| is_common(word, tools),
        reports: &|word| tools.lexicon.is_report_form(word),
        given: &|word| tools.lexicon.parties.is_first_name(word),
        issues: &|outlet, title, body| tools.lexicon.issues_own_word(outlet, title, body),
    };
    let plans: Vec<Vec<Planned>> = articles
        .iter()
        .map(|(_, article)| plan(article, &tools.scan, &segment::sentences, known))
        .collect();
    let titles: Vec<Option<String>> = articles
        .iter()
        .map(|(_, article)| headline(article, tools))
        .collect();
    let texts: Vec<(&str, usize)> = articles
        .iter()
        .zip(&plans)
        .zip(&titles)
        .flat_map(|(((_, article), plan), title)| wanted(article, plan, title.as_deref()))
        .collect();
    let mut parsed = tools.parser.parse_batch(&texts).into_iter();
    let read = |(&(index, article), plan): (&(u32, &Article), &Vec<Planned>)| {
        let placed: Vec<Placed> = plan
            .iter()
            .filter(|planned| planned.wanted)
            .zip(parsed.by_ref())
            .map(|(planned, sentence)| Placed {
                field: planned.field,
                run: planned.run,
                paragraph: planned.paragraph,
                label: planned.label.clone(),
                sentence,
            })
            .collect();
        read_article(index, article, plan, placed, tools)
    };
    articles.iter().zip(&plans).map(read).collect()
}

/// The sentences to parse with their offsets; `title` stands in for a headline in title case.
fn wanted<'a>(
    article: &'a Article,
    plan: &'a [Planned],
    title: Option<&'a str>,
) -> impl Iterator<Item = (&'a str, usize)> {
    plan.iter()
        .filter(|planned| planned.wanted)
        .map(move |planned| {
            let text = match title.filter(|_| planned.field == TextField::Title) {
                Some(title) => title,
                None => article.text(planned.field),
            };
            (planned.span.of(text), planned.span.start as usize)
        })
}

/// A headline in title case with its ordinary words in small letters; listed names of several words keep their capitals
/// ("White House").
fn headline(article: &Article, tools: &Tools) -> Option<String> {
    let title = article.title.as_str();
    let names = OnceCell::new();
    let named = |word: &str| {
        let names = names.get_or_init(|| names_in(&article.body));
        names.contains(word) && !tools.lexicon.words.knows(word)
    };
    let common = |word: &str| is_common(word, tools) && !named(word);
    let Some(mut lowered) = lower_title(title, &common) else {
        return lower_shouts(title, &common);
    };
    let words = split_words(title);
    let mut at = 0;
    while at < words.len() {
        let found = tools.lexicon.parties.longest_name(&words, at);
        let strong = |m: &PartyMatch<'_>| !m.form.weak;
        let name = found.filter(|(length, hits)| *length > 1 && hits.iter().any(strong));
        let length = name.map_or(1, |(length, _)| length);
        if length > 1 {
            let span = words[at].start..words[at + length - 1].end;
            lowered.replace_range(span.clone(), &title[span]);
        }
        at += length;
    }
    Some(lowered)
}

/// Whether a word of a headline is an ordinary one: English, and nobody's name and no town's of any size.
fn is_common(word: &str, tools: &Tools) -> bool {
    let lexicon = &tools.lexicon;
    let listed = lexicon.words.knows(word);
    let name = || {
        lexicon.is_person(word)
            || lexicon
                .places
                .find(word)
                .any(|place| place.population() >= KNOWN_TOWN)
    };
    // The lists have names with their capitals; a surname that is a word too ("Price") may be either.
    let capital = || {
        let mut letters = word.chars();
        let first = letters.next().map(|letter| letter.to_ascii_uppercase());
        let written: String = first.into_iter().chain(letters).collect();
        lexicon.is_party(&written) && lexicon.places.stop_line(word).is_none()
    };
    let ordinary =
        || !capital() && (tools.scan.wants(word) || tools.parser.is_word(word) && !name());
    !lexicon.is_party(word) && (listed || ordinary())
}

/// Words, in small letters, that a text writes with a capital inside its sentences and never without one.
fn names_in(body: &str) -> FxHashSet<String> {
    let (mut names, mut plain) = (FxHashSet::default(), FxHashSet::default());
    let mut before = "";
    for piece in body.split_whitespace() {
        let word = piece.trim_matches(|letter: char| !letter.is_alphanumeric());
        let inside = before.ends_with(|last: char| last.is_alphanumeric() || last == ',');
        let capital = word.starts_with(char::is_uppercase);
        match capital {
            true if inside => names.insert(word.to_lowercase()),
            true => false,
            false => plain.insert(word.to_lowercase()),
        };
        before = piece;
    }
    names.retain(|name| !plain.contains(name));
    names
}

/// Inhabitants from which a town's name in a headline is taken for the town, though it is a word as well.
const KNOWN_TOWN: u32 = 20_000;

fn read_article(
    index: u32,
    article: &Article,
    plan: &[Planned],
    mut placed: Vec<Placed>,
    tools: &Tools,
) -> ArticleClaims {
    towns::settle(&mut placed, &article.body, &tools.lexicon);
    let mut drawn = extract::claims(index, article, &placed, &tools.lexicon);
    let (title, body): (Vec<Placed>, Vec<Placed>) = placed
        .into_iter()
        .partition(|placed| placed.field == TextField::Title);
    let bare = |placed: Vec<Placed>| -> Vec<ParsedSentence> {
        placed.into_iter().map(|placed| placed.sentence).collect()
    };
    let claims = std::mem::take(&mut drawn.claims);
    drawn.claims = resolve::claims(claims, article, &bare(title), &bare(body), &tools.lexicon);
    let tell = |planned: &Planned| Sentence {
        article: index,
        field: planned.field,
        span: planned.span,
        parsed: planned.wanted,
    };
    ArticleClaims {
        sentences: plan.iter().map(tell).collect(),
        claims: back::tie(drawn),
    }
}
