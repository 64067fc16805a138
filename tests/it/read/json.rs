//! JSON lines, JSON lists, gzip.

use std::io::Write;

use atodds::config::{Config, SlashDates};
use flate2::{Compression, write::GzEncoder};
use jiff::civil::date;

use crate::folder::Folder;

const LINES: &str = "{\"outlet\": \"cnn.com\", \"date\": \"2022-03-17 23:55:47+00:00\", \"title\": \"Six dead, official\\n says\", \"text\": \"A pileup left six dead.\", \"url\": \"https://www.cnn.com/x\"}\n\n{\"source\": {\"id\": 3, \"name\": \"BBC\"}, \"publishedAt\": \"2022-03-18T00:00:00Z\", \"title\": \"\", \"description\": \"One &amp; <b>two</b> ways.\", \"link\": \"https://bbc.co.uk/y\", \"lang\": \"en\"}\n";

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn one_article_a_line() {
    let (articles, skipped) = Folder::with("n.jsonl", LINES).read();
    assert_eq!(skipped, []);
    assert_eq!(articles[0].key, "n.jsonl#1");
    assert_eq!(articles[0].title, "Six dead, official says");
    assert_eq!(articles[0].outlet.as_deref(), Some("cnn.com"));
    assert_eq!(articles[0].published, Some(date(2022, 3, 17)));
    assert_eq!(articles[1].key, "n.jsonl#3");
    assert_eq!(articles[1].outlet.as_deref(), Some("BBC"));
    assert_eq!(articles[1].published, Some(date(2022, 3, 18)));
    assert_eq!(articles[1].body, "One & two ways.");
    assert_eq!(articles[1].extra, [("lang".to_owned(), "en".to_owned())]);
}

#[test]
fn gzip_is_known_by_its_bytes() {
    let plain = Folder::with("n.jsonl", LINES).read().0;
    for name in ["n.jsonl.gz", "n"] {
        let packed = Folder::with(name, gzip(LINES.as_bytes())).read().0;
        let strip = |articles: &[atodds::model::article::Article]| -> Vec<String> {
            articles
                .iter()
                .map(|article| article.body.clone())
                .collect()
        };
        assert_eq!(strip(&packed), strip(&plain), "{name}");
    }
    let two = [gzip(LINES.as_bytes()), gzip(LINES.as_bytes())].concat();
    assert_eq!(Folder::with("n.gz", two).read().0.len(), 4);
    let page = Folder::with("a.txt.gz", gzip(b"Headline\n\nThe text of it.\n")).article();
    assert_eq!(page.title, "Headline");
}

#[test]
fn gzip_that_breaks_off_keeps_what_came_before() {
    let lines: String = (0..40_000)
        .map(|n| format!("{{\"title\": \"Title {n} {}\"}}\n", n * 7919 % 1013))
        .collect();
    let packed = gzip(lines.as_bytes());
    let (articles, skipped) = Folder::with("n.jsonl.gz", &packed[..packed.len() / 2]).read();
    assert!(articles.len() > 100, "{}", articles.len());
    assert_eq!(skipped.len(), 1);
    assert!(skipped[0].why.contains("breaks off"), "{skipped:?}");
}

#[test]
fn a_broken_line_costs_itself_only() {
    let lines = "{\"title\": \"One\"}\n{\"title\": \n[1, 2]\n{\"a\": 1}\n{\"title\": \"T\", \"date\": \"soon\"}\n{\"title\": \"\", \"text\": \"\"}\n{\"title\": \"Last\"}";
    let (articles, skipped) = Folder::with("n.jsonl", lines).read();
    let keys: Vec<&str> = articles
        .iter()
        .map(|article| article.key.as_str())
        .collect();
    assert_eq!(keys, ["n.jsonl#1", "n.jsonl#5", "n.jsonl#7"]);
    let why: Vec<String> = skipped
        .iter()
        .map(|skip| format!("{}: {}", skip.file, skip.why))
        .collect();
    insta::assert_snapshot!(why.join("\n"), @r"
    n.jsonl#2: not JSON: EOF while parsing a value at line 1 column 9
    n.jsonl#3: not a JSON object, as an article must be
    n.jsonl#4: neither a title nor a text among the fields a: name them in [read.fields]
    n.jsonl#5: `soon` is no date that can be read, the article is taken as undated: write YYYY-MM-DD
    n.jsonl#6: no text: neither a title nor a body was found in it
    ");
}

#[test]
fn a_line_without_end_is_left_out_and_the_rest_is_read() {
    let mut config = Config::default();
    config.read.max_line_mib = 1;
    let lines = format!(
        "{{\"title\": \"One\"}}\n{{\"text\": \"{}\"}}\n{{\"title\": \"Three\"}}\n",
        "x".repeat(3 << 20)
    );
    let (articles, skipped) = Folder::with("n.jsonl", lines).read_with(&config);
    assert_eq!(articles.len(), 2);
    assert!(
        skipped[0].file.ends_with("#2") && skipped[0].why.contains("max_line_mib"),
        "{skipped:?}"
    );
}

#[test]
fn a_list_and_a_single_object() {
    let list = "[\n  {\"title\": \"One\"},\n  {\"headline\": \"Two\"}\n]";
    let keys: Vec<String> = Folder::with("n.json", list)
        .read()
        .0
        .into_iter()
        .map(|article| article.key)
        .collect();
    assert_eq!(keys, ["n.json#1", "n.json#2"]);
    let single = "{\n  \"title\": \"One\",\n  \"text\": \"Two.\\nThree.\"\n}";
    let article = Folder::with("n.json", single).article();
    assert_eq!(
        (article.key.as_str(), article.body.as_str()),
        ("n.json", "Two.\n\nThree.")
    );
    assert!(
        Folder::with("n.json", "{\n \"title\": ")
            .reason()
            .starts_with("not JSON")
    );
}

#[test]
fn names_and_slashes_are_settings() {
    let mut config = Config::default();
    config.read.fields.text = vec!["payload.html".into()];
    config.read.slash_dates = SlashDates::DayFirst;
    let line = "{\"date\": \"4/5/2017\", \"payload\": {\"html\": \"<p>One.</p><p>Two.</p>\"}}\n";
    let (articles, _) = Folder::with("n.jsonl", line).read_with(&config);
    assert_eq!(articles[0].published, Some(date(2017, 5, 4)));
    assert_eq!(articles[0].body, "One.\n\nTwo.");
}

#[test]
fn the_feeds_and_the_long_articles_that_are_measured_on() {
    let config = Config::default();
    for (path, count) in [
        ("../shared/data/rss/ukraine.jsonl.gz", 21_336),
        ("../shared/data/fakes/syria.jsonl.gz", 804),
    ] {
        if !std::path::Path::new(path).exists() {
            eprintln!("SKIPPED: {path} is not here, it was not read");
            continue;
        }
        let (articles, skipped) = crate::folder::read_paths(&[path.into()], &config);
        assert_eq!(
            articles.len() + skipped.len(),
            count,
            "{path}: {:?}",
            &skipped[..skipped.len().min(3)]
        );
        let dated = articles
            .iter()
            .filter(|article| article.published.is_some())
            .count();
        assert_eq!(dated, articles.len(), "{path}");
    }
}
