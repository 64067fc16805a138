//! A web page to an article: the text by reading scores, the fields by what the page says of itself.

use std::panic::{AssertUnwindSafe, catch_unwind};

use dom_query::Document;
use dom_smoothie::{Config, Readability, TextMode};

use super::draft::Draft;
use super::{days, page_meta, tidy};
use crate::config;

/// Most elements of a page; the longest live pages have some fifty thousand.
const MAX_ELEMENTS: usize = 500_000;

/// Reads a page.
///
/// # Errors
/// No text was found on it, or the page is built so that it cannot be taken apart.
pub(super) fn read(html: String, settings: &config::Read) -> Result<Draft, String> {
    if depth(&html) > MAX_DEPTH {
        return Err(format!(
            "a page with elements nested more than {MAX_DEPTH} deep"
        ));
    }
    // The extractor is not ours, and one page must not end a run over thousands.
    catch_unwind(AssertUnwindSafe(|| take_apart(html, settings)))
        .unwrap_or_else(|_| Err("a page that the text extractor fails on".into()))
}

fn take_apart(html: String, settings: &config::Read) -> Result<Draft, String> {
    let document = Document::from(html);
    let meta = page_meta::read(&document);
    let config = Config {
        text_mode: TextMode::Formatted,
        max_elements_to_parse: MAX_ELEMENTS,
        disable_json_ld: true,
        ..Config::default()
    };
    let mut page = Readability::with_document(document, None, Some(config)).map_err(no_text)?;
    let article = page.parse().map_err(no_text)?;
    let published = meta.published.as_deref();
    Ok(Draft {
        outlet: meta.outlet,
        url: meta.url,
        published: published.and_then(|text| days::find(text, settings.slash_dates)),
        title: meta.title.unwrap_or(article.title),
        paragraphs: tidy::paragraphs(&article.text_content),
        ..Draft::default()
    })
}

fn no_text(error: dom_smoothie::ReadabilityError) -> String {
    format!("no article text found on the page: {error}")
}

/// A piece of HTML as text.
pub(super) fn fragment(html: &str) -> String {
    if depth(html) > MAX_DEPTH {
        return html.to_owned();
    }
    Document::fragment(html).formatted_text().trim().to_owned()
}

/// Deepest nesting that is read; real pages have some forty levels, and the extractor walks the tree by recursion.
const MAX_DEPTH: usize = 1000;

/// The most elements that can be open at once, told by counting tags.
fn depth(html: &str) -> usize {
    let bytes = html.as_bytes();
    let (mut open, mut deepest) = (0_usize, 0_usize);
    for (at, _) in html.match_indices('<') {
        match bytes.get(at + 1) {
            Some(b'/') => open = open.saturating_sub(1),
            Some(byte) if byte.is_ascii_alphabetic() && !is_void(&html[at + 1..]) => open += 1,
            _ => {}
        }
        deepest = deepest.max(open);
    }
    deepest
}

/// Elements of HTML that have no end tag, and those whose end tag is mostly left out.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr", "p", "li", "td", "tr", "th", "option", "dt", "dd", "path",
];

fn is_void(tag: &str) -> bool {
    let end = tag
        .find(|c: char| !c.is_ascii_alphanumeric())
        .unwrap_or(tag.len());
    VOID.iter()
        .any(|name| tag[..end].eq_ignore_ascii_case(name))
}
