//! Web pages.

use jiff::civil::date;

use crate::folder::Folder;

const TEXT: &str = "<p>The army said on Tuesday that it had taken the town of Example after weeks of fighting, a claim that the other side rejected at once and in strong words.</p><p>Kyiv denied it. &ldquo;Nothing of the kind has happened,&rdquo; the spokesman said, adding that the soldiers of the brigade still hold the northern part of the town &amp; the road.</p><p>Neither account could be checked by reporters, who have had no access to the place since the spring, when the last bridge was blown up by one of the armies.</p>";

fn page(head: &str, body: &str) -> String {
    format!(
        "<!DOCTYPE html><html lang=en><head><title>Town falls | Daily Post</title>{head}</head><body><nav><a href=/>Home</a> <a href=/w>World</a></nav><article><h1>Town falls</h1>{body}</article><footer>Copyright Daily Post. All rights reserved.</footer></body></html>"
    )
}

#[test]
fn json_ld_gives_the_fields() {
    let head = r#"<link rel="canonical" href="https://example.org/town"><script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},{"@type":["NewsArticle"],"headline":"Town falls &amp; army rejoices","datePublished":"2025-12-03T01:02:03+02:00","publisher":{"@type":"Organization","name":"Daily Post"},"url":"https://example.org/other"}]}</script>"#;
    let article = Folder::with("a.html", page(head, TEXT)).article();
    assert_eq!(article.outlet.as_deref(), Some("Daily Post"));
    assert_eq!(article.published, Some(date(2025, 12, 3)));
    assert_eq!(article.title, "Town falls & army rejoices");
    assert_eq!(article.url.as_deref(), Some("https://example.org/town"));
    let paragraphs: Vec<&str> = article.body.split("\n\n").collect();
    assert_eq!(paragraphs.len(), 3, "{paragraphs:#?}");
    assert!(
        paragraphs[1]
            .starts_with("Kyiv denied it. “Nothing of the kind has happened,” the spokesman said")
    );
    assert!(paragraphs[1].ends_with("the town & the road."));
}

#[test]
fn meta_tags_where_there_is_no_json_ld() {
    let head = r#"<meta property="og:site_name" content="Daily Post"><meta property="og:title" content="Town falls | Daily Post"><meta property="article:published_time" content="2025-12-03T01:02:03Z"><meta property="og:url" content="https://example.org/town">"#;
    let article = Folder::with("saved page", page(head, TEXT)).article();
    assert_eq!(article.outlet.as_deref(), Some("Daily Post"));
    assert_eq!(article.published, Some(date(2025, 12, 3)));
    assert_eq!(article.title, "Town falls");
    assert_eq!(article.url.as_deref(), Some("https://example.org/town"));
    assert!(
        !article.body.contains("Copyright") && !article.body.contains("Home"),
        "{}",
        article.body
    );
}

#[test]
fn a_page_that_says_nothing_of_itself() {
    let article = Folder::with(
        "a.htm",
        page(
            "",
            &format!("<time datetime='2025-12-03'>yesterday</time>{TEXT}"),
        ),
    )
    .article();
    assert_eq!(article.title, "Town falls");
    assert_eq!(article.published, Some(date(2025, 12, 3)));
    assert_eq!(article.outlet, None);
}

#[test]
fn broken_json_ld_is_passed_over() {
    let head = r#"<script type="application/ld+json">{"@type":"NewsArticle",</script><script type="application/ld+json">//<![CDATA[
    {"@type":"NewsArticle","headline":"Right one","publisher":{"name":"Post"}}//]]></script>"#;
    let article = Folder::with("a.html", page(head, TEXT)).article();
    assert_eq!(
        (article.title.as_str(), article.outlet.as_deref()),
        ("Right one", Some("Post"))
    );
}

#[test]
fn a_declared_encoding_is_believed() {
    let head = "<meta charset=windows-1251>";
    let text = page(head, &format!("<p>Город Покровск остаётся под контролем, сообщили в штабе, и добавили, что бои продолжаются на окраинах города.</p>{TEXT}")).replace(['“', '”'], "\"");
    let (bytes, _, unmappable) = encoding_rs::WINDOWS_1251.encode(&text);
    assert!(!unmappable);
    let article = Folder::with("a.html", bytes).article();
    assert!(
        article
            .body
            .contains("Город Покровск остаётся под контролем"),
        "{}",
        article.body
    );
}

#[test]
fn captions_with_a_credit_are_dropped() {
    let body = format!(
        "<figure><img src=x><figcaption>Soldiers near the town. [File: Jane Doe/Reuters]</figcaption></figure>{TEXT}"
    );
    let article = Folder::with("a.html", page("", &body)).article();
    assert!(!article.body.contains("Soldiers near"), "{}", article.body);
}

#[test]
fn pages_without_text() {
    for html in ["<html></html>", "<html><body><div></div></body></html>"] {
        let why = Folder::with("a.html", html).reason();
        assert!(why.contains("no "), "{why}");
    }
}

#[test]
fn nesting_without_end_is_refused_not_followed() {
    let deep = format!(
        "<html><body>{}text{}",
        "<div>".repeat(200_000),
        "</div>".repeat(200_000)
    );
    let why = Folder::with("a.html", deep).reason();
    assert!(why.contains("nested"), "{why}");
    let allowed = format!(
        "<html><body>{}{TEXT}{}",
        "<div>".repeat(900),
        "</div>".repeat(900)
    );
    assert!(
        Folder::with("a.html", allowed)
            .article()
            .body
            .contains("Kyiv denied it.")
    );
    let unclosed = format!("<html><body>{}{TEXT}", "<p>word ".repeat(20_000));
    let (articles, skipped) = Folder::with("a.html", unclosed).read();
    assert_eq!(articles.len() + skipped.len(), 1);
}

#[test]
fn a_feed_is_no_page() {
    let why = Folder::with(
        "a.xml",
        "<?xml version=\"1.0\"?><rss><channel></channel></rss>",
    )
    .reason();
    assert!(why.starts_with("XML"), "{why}");
}
