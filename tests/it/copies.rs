//! Copies: who copies whom, how that is known, and how many reports are independent.

use atodds::config::Config;
use atodds::copies::{self, Agencies, Reports};
use atodds::model::article::Article;
use atodds::model::cluster::Copy;

use crate::claims;

const WIRE: &str = "Flood water reached the second row of houses in the old harbour town on Friday evening, and the fire brigade carried forty people out by boat. The mayor said that the pumps would run all night. Schools stay closed until Monday, and the ferry does not leave before the wind turns.";

fn article(key: &str, date: &str, body: String) -> Article {
    Article {
        key: key.into(),
        outlet: Some(key.into()),
        published: date.parse().ok(),
        body,
        ..Article::default()
    }
}

fn find(articles: &[Article]) -> Vec<Copy> {
    copies::find(articles, Agencies::builtin(), &Config::default().copies)
}

#[test]
fn an_edited_wire_story_is_a_copy_of_the_earlier_one() {
    let edited = WIRE
        .replace("on Friday evening", "late on Friday")
        .replace("carried", "brought");
    let articles = [
        article("b", "2021-03-06", format!("BREMEN (Reuters) - {edited}")),
        article(
            "a",
            "2021-03-05",
            format!("BREMEN, March 5 (Reuters) - {WIRE} The river had been rising for a week."),
        ),
    ];
    let found = find(&articles);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].article, found[0].of), (0, 1));
    assert_eq!(found[0].agency.as_deref(), Some("Reuters"));
    assert!(
        found[0].share > 0.5 && found[0].how.contains("both credit Reuters"),
        "{}",
        found[0].how
    );
}

#[test]
fn two_accounts_of_one_event_are_no_copies() {
    let other = "Forty people had to leave their homes by boat when the river burst its banks at the harbour. Pumps were at work until morning, according to the mayor, and no ferry was expected to sail in such a wind. Pupils have Monday to look forward to.";
    let articles = [
        article("a", "2021-03-05", WIRE.into()),
        article("b", "2021-03-05", other.into()),
    ];
    assert_eq!(find(&articles), []);
}

#[test]
fn a_chain_of_copies_is_one_report() {
    let tail = |extra: &str| format!("{WIRE} {extra}");
    let articles = [
        article("a", "2021-03-05", WIRE.into()),
        article("b", "2021-03-06", tail("More rain is forecast for the weekend across the whole of the north.")),
        article("c", "2021-03-07", tail("More rain is forecast for the weekend across the whole of the north. The army sent sandbags.")),
        article("d", "2021-03-07", "Something else altogether happened in the hills, where a bus slid off the road and came to rest against a fir tree without harm to anyone.".into()),
    ];
    let found = find(&articles);
    let reports = Reports::new(articles.len(), &found);
    assert_eq!(
        (0..4)
            .map(|article| reports.original(article))
            .collect::<Vec<_>>(),
        [0, 0, 0, 3]
    );
    let table = "1|a|||Flood|die|||2 person|\n2|b|||Flood|die|||2 person|\n3|c|||Flood|die|||2 person|\n4|d|||Bus|die|||2 person|\n";
    let (claims, _) = claims::parse(table);
    assert_eq!(reports.count(&[0, 1, 2], &claims), 1);
    assert_eq!(reports.count(&[0, 1, 2, 3], &claims), 2);
}

#[test]
fn the_copies_of_the_sample_are_found() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let config = Config::default();
    let (inputs, _) = atodds::read::walk(&[folder], &config.read);
    let mut articles: Vec<Article> = inputs
        .iter()
        .flat_map(|input| atodds::read::load(input, &config.read).0)
        .collect();
    articles.sort_by(|a, b| a.key.cmp(&b.key));
    let found = find(&articles);
    let name = |index: u32| articles[index as usize].key.clone();
    let pairs: Vec<(String, String)> = found
        .iter()
        .map(|copy| (name(copy.article), name(copy.of)))
        .collect();
    let mut wanted = Vec::new();
    for file in crate::gold::gold_files() {
        let gold: serde_json::Value =
            serde_json::from_str(&std::fs::read_to_string(file).expect("gold")).expect("json");
        for copy in gold["copies"].as_array().into_iter().flatten() {
            let text = |key: &str| copy[key].as_str().expect("text").to_owned();
            wanted.push((text("article"), text("of")));
        }
    }
    let missed: Vec<_> = wanted.iter().filter(|pair| !pairs.contains(pair)).collect();
    let extra: Vec<_> = pairs
        .iter()
        .filter(|pair| !wanted.contains(pair) && !pair.0.starts_with("background"))
        .collect();
    assert!(
        missed.is_empty() && extra.is_empty(),
        "missed {missed:?} extra {extra:?}"
    );
}
