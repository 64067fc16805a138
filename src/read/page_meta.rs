//! What a page says of itself: JSON-LD, meta tags, the canonical address.

use dom_query::Document;
use serde_json::{Map, Value};

/// Fields of an article as its page gives them, each `None` where it does not.
#[derive(Debug, Default)]
pub(super) struct PageMeta {
    pub outlet: Option<String>,
    pub url: Option<String>,
    pub published: Option<String>,
    pub title: Option<String>,
}

/// Names of meta tags for each field, the more reliable first.
const OUTLET: &[&str] = &[
    "og:site_name",
    "application-name",
    "publisher",
    "dc.publisher",
    "article:publisher",
    "twitter:site",
];
const URL: &[&str] = &["og:url", "twitter:url"];
const TITLE: &[&str] = &["og:title", "twitter:title", "dc.title", "title", "headline"];
const PUBLISHED: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
    "publish_date",
    "publish-date",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "og:published_time",
    "article:modified_time",
];

/// Reads a page's own account of the article: JSON-LD first, then meta tags, then elements.
pub(super) fn read(document: &Document) -> PageMeta {
    let linked = linked_data(document);
    let tags = meta_tags(document);
    let tag = |names: &[&str]| names.iter().find_map(|name| lookup(&tags, name));
    PageMeta {
        outlet: linked
            .outlet
            .or_else(|| tag(OUTLET).map(|name| name.trim_start_matches('@').to_owned())),
        url: attribute(document, "link[rel='canonical']", "href")
            .filter(|url| url.contains("://"))
            .or_else(|| tag(URL))
            .or(linked.url),
        published: linked
            .published
            .or_else(|| tag(PUBLISHED))
            .or_else(|| attribute(document, "time[datetime]", "datetime")),
        title: linked
            .title
            .or_else(|| tag(TITLE))
            .or_else(|| heading(document)),
    }
}

fn meta_tags(document: &Document) -> Vec<(String, String)> {
    let mut tags = Vec::new();
    for node in document.select("meta[content]").iter() {
        let names = ["property", "name", "itemprop"];
        let name = names.iter().find_map(|name| node.attr(name));
        if let (Some(name), Some(content)) = (name, node.attr("content")) {
            let content = content.trim().to_owned();
            if !content.is_empty() {
                tags.push((name.trim().to_lowercase(), content));
            }
        }
    }
    tags
}

fn lookup(tags: &[(String, String)], name: &str) -> Option<String> {
    tags.iter()
        .find(|(known, _)| known == name)
        .map(|(_, content)| content.clone())
}

fn attribute(document: &Document, selector: &str, name: &str) -> Option<String> {
    let value = document.select(selector).attr(name)?;
    let value = value.trim();
    (!value.is_empty()).then(|| value.to_owned())
}

/// The only first-level heading of the page.
fn heading(document: &Document) -> Option<String> {
    let headings = document.select("h1");
    let text = headings.text().trim().to_owned();
    (headings.length() == 1 && !text.is_empty()).then_some(text)
}

/// The article among the page's JSON-LD blocks.
fn linked_data(document: &Document) -> PageMeta {
    for node in document.select("script[type='application/ld+json']").iter() {
        let text = node.text();
        // Pages wrap the block in comments or CDATA, which is no JSON.
        let json = text
            .trim()
            .trim_start_matches("<!--")
            .trim_end_matches("-->")
            .trim();
        let json = json
            .trim_start_matches("//<![CDATA[")
            .trim_end_matches("//]]>");
        if let Ok(value) = serde_json::from_str::<Value>(json)
            && let Some(article) = find_article(&value, 0)
        {
            return of_article(article);
        }
    }
    PageMeta::default()
}

/// Deepest nesting of JSON-LD in which an article is looked for.
const MAX_NESTING: usize = 6;

/// The first object of an article type (`NewsArticle`, `LiveBlogPosting` …).
fn find_article(value: &Value, depth: usize) -> Option<&Map<String, Value>> {
    if depth > MAX_NESTING {
        return None;
    }
    match value {
        Value::Array(values) => values
            .iter()
            .find_map(|value| find_article(value, depth + 1)),
        Value::Object(object) if is_article(object) => Some(object),
        Value::Object(object) => ["@graph", "mainEntity", "itemListElement"]
            .iter()
            .find_map(|name| object.get(*name))
            .and_then(|value| find_article(value, depth + 1)),
        _ => None,
    }
}

fn is_article(object: &Map<String, Value>) -> bool {
    let is =
        |name: &str| name.ends_with("Article") || name.ends_with("Posting") || name == "Report";
    match object.get("@type") {
        Some(Value::String(name)) => is(name),
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).any(is),
        _ => false,
    }
}

fn of_article(object: &Map<String, Value>) -> PageMeta {
    let first = |names: &[&str]| {
        names
            .iter()
            .find_map(|name| object.get(*name).and_then(name_of))
    };
    PageMeta {
        outlet: first(&["publisher", "sourceOrganization", "provider"]),
        url: first(&["url", "mainEntityOfPage"]).filter(|url| url.contains("://")),
        published: first(&["datePublished", "dateCreated", "dateModified"]),
        title: first(&["headline", "name"]).map(|title| super::page::fragment(&title)),
    }
}

/// A text, or the name or address of the thing that stands for it.
fn name_of(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        Value::Array(values) => values.first().and_then(name_of),
        Value::Object(object) => ["name", "@id", "url"]
            .iter()
            .find_map(|name| object.get(*name).and_then(name_of)),
        _ => None,
    }
}
