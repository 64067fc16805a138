//! Bare text as pasted from a page.

use std::path::Path;

use atodds::config::{Config, LeadingDate};
use jiff::civil::date;

use crate::folder::{Folder, read_paths};

const PASTED: &str = "Talks end without result\n\nSource\nCGTN\nEditor\nLi Weichao\nTime\n2025-12-03 15:29:57\n\nThe president (2-L) meets the envoy in Moscow, 02 December 2025. /VCG\n\nTalks between the two sides ended late on Tuesday without a breakthrough, officials said.\n\nSecond section\n\nThe army said it had taken the town. Kyiv denied it.\n\nback\n";

#[test]
fn labels_caption_and_footer() {
    let article = Folder::with("a.txt", PASTED).article();
    assert_eq!(article.title, "Talks end without result");
    assert_eq!(article.outlet.as_deref(), Some("CGTN"));
    assert_eq!(article.published, Some(date(2025, 12, 3)));
    assert_eq!(
        article.extra,
        [("editor".to_owned(), "Li Weichao".to_owned())]
    );
    assert_eq!(
        article.body,
        "Talks between the two sides ended late on Tuesday without a breakthrough, officials said.\n\nSecond section\n\nThe army said it had taken the town. Kyiv denied it."
    );
}

#[test]
fn the_article_that_the_owner_gave() {
    let folder = Path::new("../shared/articles");
    let path = folder.join("cgtn-2025-12-03.txt");
    if !path.exists() {
        eprintln!(
            "SKIPPED: {} is not here, the article as pasted was not read",
            path.display()
        );
        return;
    }
    let (articles, _) = read_paths(&[path], &Config::default());
    let article = &articles[0];
    assert_eq!(
        article.title,
        "Russia-U.S. talks on Ukraine peace plan end without breakthrough"
    );
    assert_eq!(article.outlet.as_deref(), Some("CGTN"));
    assert_eq!(article.published, Some(date(2025, 12, 3)));
    assert!(
        article.body.starts_with("High-level talks between Russia"),
        "{}",
        article.body
    );
    assert!(
        article
            .body
            .ends_with("the areas were under Russian control."),
        "{}",
        article.body
    );
    assert!(
        article
            .body
            .contains("\n\nZelenskyy calls for transparency\n\n")
    );
    assert!(!article.body.contains("VCG"));
}

#[test]
fn labels_with_their_value_on_the_line() {
    let text = "Town falls, army says\nBy Jane Doe\nSource: Daily Post\nPublished: 3 December 2025 at 15:29 GMT\nhttps://example.org/a/b\n\nKYIV, Dec 2 (Reuters) - The army said on Tuesday that the town had fallen.\n\nRelated articles\nOther things that happened\nMore of them\n";
    let article = Folder::with("a.txt", text).article();
    assert_eq!(article.title, "Town falls, army says");
    assert_eq!(article.outlet.as_deref(), Some("Daily Post"));
    assert_eq!(article.published, Some(date(2025, 12, 3)));
    assert_eq!(article.url.as_deref(), Some("https://example.org/a/b"));
    assert_eq!(article.extra, [("by".to_owned(), "Jane Doe".to_owned())]);
    assert_eq!(
        article.body,
        "KYIV, Dec 2 (Reuters) - The army said on Tuesday that the town had fallen."
    );
}

#[test]
fn a_day_of_publication_beats_the_day_of_change() {
    let text = "A headline\nUpdated: 5 December 2025\nPublished: 3 December 2025\n\nThe text of the article stands here.\n";
    assert_eq!(
        Folder::with("a.txt", text).article().published,
        Some(date(2025, 12, 3))
    );
}

#[test]
fn a_loose_date_line_and_a_section_above_the_headline() {
    let text = "World\nTown falls\nDecember 3, 2025\n\nThe army said on Tuesday that it had taken the town.\n";
    let article = Folder::with("a.txt", text).article();
    assert_eq!(
        (article.title.as_str(), article.published),
        ("Town falls", Some(date(2025, 12, 3)))
    );
}

#[test]
fn text_without_a_headline_stays_text() {
    let text = "The army said on Tuesday that it had taken the town. Kyiv denied it.\n\nA second paragraph.\n";
    let article = Folder::with("a.txt", text).article();
    assert_eq!(article.title, "");
    assert_eq!(article.body, text.trim_end());
}

#[test]
fn one_paragraph_a_line_without_blank_lines() {
    let text = "Town falls\nThe army said on Tuesday that it had taken the town of Example after long and heavy fighting in the east.\nA short subheading\nKyiv denied it, and said that the soldiers had only raised a flag there for the cameras before they left.\n";
    let article = Folder::with("a.txt", text).article();
    assert_eq!(article.body.split("\n\n").count(), 3, "{}", article.body);
}

#[test]
fn lines_broken_by_a_machine_are_joined() {
    let text = "Town falls\n\nThe army said on Tuesday that it had taken the town of\nExample after long and heavy fighting in the eastern\npart of the region. Kyiv denied it, and said that the\nsoldiers had left.\n";
    let article = Folder::with("a.txt", text).article();
    assert_eq!(
        article.body,
        "The army said on Tuesday that it had taken the town of Example after long and heavy fighting in the eastern part of the region. Kyiv denied it, and said that the soldiers had left."
    );
}

#[test]
fn prose_that_looks_like_a_label_stays() {
    let text = "A headline\n\nSource close to the ministry: the deal is off, the paper wrote, and nobody will sign it now.\n\nBy Tuesday the town had fallen.\n\nTime is running out.\n";
    let article = Folder::with("a.txt", text).article();
    assert_eq!(article.outlet, None);
    assert!(
        article.body.contains("Source close to the ministry"),
        "{}",
        article.body
    );
    assert!(
        article.body.contains("By Tuesday the town had fallen."),
        "{}",
        article.body
    );
    assert!(
        article.body.contains("Time is running out."),
        "{}",
        article.body
    );
}

#[test]
fn a_date_at_the_start_of_the_text_fills_in() {
    for (start, day) in [
        ("Wed 05 Apr 2017 ", date(2017, 4, 5)),
        ("Fri 07 Apr 2017 at 0914 ", date(2017, 4, 7)),
        ("Published August 3 2015 ", date(2015, 8, 3)),
        ("Date of publication 25 April 2017 ", date(2017, 4, 25)),
        ("13-12-2014 ", date(2014, 12, 13)),
        ("Wednesday 22 July 2015 22:33 ", date(2015, 7, 22)),
    ] {
        let text = format!(
            "---\ntitle: Homs governor says nine died\n---\n{start}Homs governor says nine died. At least nine people died.\n"
        );
        let article = Folder::with("a.md", &text).article();
        assert_eq!(article.published, Some(day), "{start}");
        assert_eq!(article.body, "At least nine people died.", "{start}");
    }
}

#[test]
fn a_date_that_begins_a_sentence_stays() {
    let text = "---\ntitle: T\n---\n24 February 2022 changed everything, the minister said.\n";
    let article = Folder::with("a.md", text).article();
    assert_eq!(article.published, None);
    assert!(article.body.starts_with("24 February 2022 changed"));
}

#[test]
fn a_leading_date_overrules_only_when_asked() {
    let folder = Folder::with(
        "a.md",
        "---\ndate: 2017-04-09\n---\nWed 05 Apr 2017 Nine people died.\n",
    );
    assert_eq!(folder.article().published, Some(date(2017, 4, 9)));
    let mut config = Config::default();
    config.read.leading_date = LeadingDate::Prefer;
    assert_eq!(
        folder.read_with(&config).0[0].published,
        Some(date(2017, 4, 5))
    );
    config.read.leading_date = LeadingDate::Ignore;
    assert!(
        folder.read_with(&config).0[0]
            .body
            .starts_with("Wed 05 Apr 2017")
    );
}

#[test]
fn what_a_page_adds_behind_its_text_is_cut_off() {
    let told = "Two bridges fell on Monday.";
    let text = format!(
        "---\ntitle: T\n---\n{told} The post Two bridges fall appeared first on Corvel Post.\n"
    );
    assert_eq!(Folder::with("a.md", &text).article().body, told);
    let letter = "The post office says the letter appeared first on Monday in a shop, where a clerk who had been ill for weeks found it.";
    let text = format!("---\ntitle: T\n---\n{letter}\n");
    assert_eq!(Folder::with("a.md", &text).article().body, letter);
}
