//! Articles with fields between `---` lines.

use jiff::civil::date;

use crate::folder::Folder;

#[test]
fn fields_and_body() {
    let article = Folder::with(
        "a/b.md",
        "---\noutlet: CGTN\nurl: https://news.cgtn.com/x\ndate: 2025-12-03\ntitle: No deal: talks end\nnote: own words\n---\n\nFirst paragraph\nwrapped here.\n\nSecond.\n",
    )
    .article();
    assert_eq!(article.key, "a/b.md");
    assert_eq!(article.outlet.as_deref(), Some("CGTN"));
    assert_eq!(article.url.as_deref(), Some("https://news.cgtn.com/x"));
    assert_eq!(article.published, Some(date(2025, 12, 3)));
    assert_eq!(article.title, "No deal: talks end");
    assert_eq!(article.body, "First paragraph wrapped here.\n\nSecond.");
    assert_eq!(article.extra, [("note".to_owned(), "own words".to_owned())]);
}

#[test]
fn is_tolerant_of_how_people_write_it() {
    let text = "\u{feff}\r\n---\r\nOutlet: \"The \\\"Daily\\\" Post\"\r\nDate: 2023-06-06T05:14:00+03:00\r\n# a remark\r\nTITLE: 'It''s over'\r\ntags:\r\n  - war\r\n  - dam\r\nsummary: >\r\n  one\r\n  two\r\n---\r\nText.\r\n";
    let article = Folder::with("a.txt", text).article();
    assert_eq!(article.outlet.as_deref(), Some("The \"Daily\" Post"));
    assert_eq!(article.published, Some(date(2023, 6, 6)));
    assert_eq!(article.title, "It's over");
    assert_eq!(article.body, "Text.");
    let extra: Vec<(&str, &str)> = article
        .extra
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    assert_eq!(extra, [("tags", "war; dam"), ("summary", "one two")]);
}

#[test]
fn dates_of_many_forms() {
    for (written, day) in [
        ("2025-12-03", date(2025, 12, 3)),
        ("2025-12-03 15:29:57", date(2025, 12, 3)),
        ("2025-12-03T23:59:00-08:00", date(2025, 12, 3)),
        ("20251203", date(2025, 12, 3)),
        ("20251203T152957Z", date(2025, 12, 3)),
        ("2025/12/03", date(2025, 12, 3)),
        ("3 December 2025", date(2025, 12, 3)),
        ("December 3rd, 2025, 3:29 pm", date(2025, 12, 3)),
        ("Wed, 03 Dec 2025 15:29:57 GMT", date(2025, 12, 3)),
        ("Sept. 7, 2023", date(2023, 9, 7)),
        ("03.12.2025", date(2025, 12, 3)),
        ("03-Dec-2025", date(2025, 12, 3)),
        ("4/16/2017", date(2017, 4, 16)),
        ("16/4/2017", date(2017, 4, 16)),
        ("4/5/2017", date(2017, 4, 5)),
        ("1764775797", date(2025, 12, 3)),
        ("1764775797000", date(2025, 12, 3)),
    ] {
        let text = format!("---\ndate: {written}\n---\nText.\n");
        let article = Folder::with("a.md", text).article();
        assert_eq!(article.published, Some(day), "{written}");
    }
}

#[test]
fn a_date_that_is_none_is_told_by_line() {
    for written in ["soon", "2025-13-03", "2025-02-30", "31 November 2025", "12"] {
        let folder = Folder::with(
            "a.md",
            format!("---\ntitle: T\ndate: {written}\n---\nText.\n"),
        );
        let (articles, skipped) = folder.read();
        assert_eq!(articles[0].published, None, "{written}");
        assert!(
            skipped[0]
                .why
                .starts_with(&format!("line 3: `{written}` is no date")),
            "{skipped:?}"
        );
    }
}

#[test]
fn a_broken_line_is_told_and_the_rest_is_read() {
    let folder = Folder::with(
        "a.md",
        "---\ntitle: T\nthis is no field\noutlet: O\n---\nText.\n",
    );
    let (articles, skipped) = folder.read();
    assert_eq!(articles[0].outlet.as_deref(), Some("O"));
    assert_eq!(skipped[0].file, "a.md");
    assert!(
        skipped[0].why.starts_with("line 3: `this is no field`"),
        "{skipped:?}"
    );
}

#[test]
fn front_matter_that_is_never_closed() {
    let why = Folder::with("a.md", "\n---\ntitle: T\noutlet: O\n\nText.\n").reason();
    assert!(why.starts_with("line 2: the front matter"), "{why}");
}

#[test]
fn a_rule_across_the_page_is_no_front_matter() {
    let article = Folder::with(
        "a.md",
        "---\n\nThe first sentence stands here. And a second one.\n",
    )
    .article();
    assert_eq!(
        article.body,
        "The first sentence stands here. And a second one."
    );
}

#[test]
fn markdown_becomes_running_text() {
    let body = "# Heading\n\nThe **ministry** said on _Tuesday_ that [Pokrovsk](https://a.b/c_(d)) was \"taken\".[^1]\n\n> Kyiv denied it,\n> the spokesman said.\n\n- one point\n- another\n  point\n\n![a picture](x.png)\n\n| Place | Holder |\n|---|---|\n| Bakhmut | disputed |\n\n***\n\nAn 1\\*1 &amp; `code` <b>bold</b> end.\n\n[^1]: A note.\n";
    let article = Folder::with("a.md", format!("---\ntitle: T\n---\n{body}")).article();
    insta::assert_snapshot!(article.body, @r#"
    Heading

    The ministry said on Tuesday that Pokrovsk was "taken".

    Kyiv denied it, the spokesman said.

    one point

    another point

    Place | Holder

    Bakhmut | disputed

    An 1*1 & code bold end.

    A note.
    "#);
}

#[test]
fn a_first_heading_is_the_title_where_no_field_is() {
    let article =
        Folder::with("a.md", "---\noutlet: O\n---\n# The *headline*\n\nText.\n").article();
    assert_eq!(
        (article.title.as_str(), article.body.as_str()),
        ("The headline", "Text.")
    );
}

#[test]
fn the_outlet_is_the_host_where_no_field_is() {
    let article = Folder::with(
        "a.md",
        "---\nurl: https://www.example.com:443/x?y\ntitle: T\n---\nText.\n",
    )
    .article();
    assert_eq!(article.outlet.as_deref(), Some("example.com"));
}
