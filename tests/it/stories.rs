//! Stories: articles on one matter stand together, whichever side they take, in whatever order they come.

use atodds::config::Config;
use atodds::model::article::Article;
use atodds::model::story::Story;
use atodds::pipeline;
use atodds::story::Profile;
use proptest::prelude::*;

/// Headline, text and, where it is dated, day of publication.
const NEWS: &[(&str, &str, &str, &str)] = &[
    (
        "a/harbour",
        "2024-05-02",
        "Ferry Aurelia runs aground off Port Mallin",
        "The ferry Aurelia ran aground on a reef off Port Mallin on Thursday with 212 passengers on board, the coast \
         guard said. The harbour master blamed the pilot.",
    ),
    (
        "b/harbour",
        "2024-05-03",
        "Pilots deny fault for stranding of ferry",
        "The pilots' guild of Port Mallin denied on Friday that the pilot had steered the ferry Aurelia onto the reef. \
         The rudder had failed, it told the coast guard.",
    ),
    (
        "c/mine",
        "2024-05-03",
        "Copper mine at Tessaro closes after collapse",
        "The copper mine at Tessaro was closed on Friday after a gallery collapsed. Miners said that props were rotten; \
         the owners said that the props had been tested.",
    ),
    (
        "d/mine",
        "2024-05-05",
        "Tessaro miners reject owners' word on props",
        "Miners of the copper mine at Tessaro rejected the owners' account. No prop in the gallery had been tested since \
         winter, their union said.",
    ),
];

fn news() -> Vec<Article> {
    let article = |&(key, day, title, body): &(&str, &str, &str, &str)| Article {
        key: key.into(),
        title: title.into(),
        body: body.into(),
        published: Some(day.parse().unwrap()),
        ..Article::default()
    };
    NEWS.iter().map(article).collect()
}

fn stories(articles: &[Article]) -> Vec<Story> {
    pipeline::stories(articles, &Config::default())
}

/// Each story as its id and the keys of its articles, in order.
fn told(articles: &[Article]) -> Vec<(String, Vec<String>)> {
    let keys = |story: &Story| {
        let keys = story.articles.iter();
        let mut keys: Vec<String> = keys
            .map(|&article| articles[article as usize].key.clone())
            .collect();
        keys.sort();
        (story.id.to_string(), keys)
    };
    let mut told: Vec<_> = stories(articles).iter().map(keys).collect();
    told.sort();
    told
}

#[test]
fn both_sides_of_a_matter_are_one_story_and_two_matters_are_two() {
    let told: Vec<Vec<String>> = told(&news()).into_iter().map(|(_, keys)| keys).collect();
    assert!(
        told.contains(&vec!["a/harbour".into(), "b/harbour".into()]),
        "{told:?}"
    );
    assert!(
        told.contains(&vec!["c/mine".into(), "d/mine".into()]),
        "{told:?}"
    );
    assert_eq!(told.len(), 2);
}

#[test]
fn the_same_words_a_year_later_are_another_story() {
    let mut articles = news();
    articles[1].published = Some("2025-05-03".parse().unwrap());
    assert_eq!(stories(&articles).len(), 3);
}

#[test]
fn a_story_keeps_its_id_when_it_grows() {
    let (all, first) = (told(&news()), told(&news()[..1]));
    assert!(all.iter().any(|(id, _)| *id == first[0].0));
}

#[test]
fn empty_and_wordless_articles_stand_alone() {
    let blank = |key: &str| Article {
        key: key.into(),
        ..Article::default()
    };
    let articles = [blank("1"), blank("2")];
    assert_eq!(stories(&articles).len(), 2);
    assert_eq!(stories(&[]), []);
}

#[test]
fn likeness_is_symmetric_and_whole_of_an_article_to_itself() {
    let profiles: Vec<Profile> = news().iter().map(Profile::of).collect();
    for left in &profiles {
        assert!((left.likeness(left) - 1.0).abs() < 1e-3);
        for right in &profiles {
            assert!((left.likeness(right) - right.likeness(left)).abs() < 1e-6);
        }
    }
}

proptest! {
    #[test]
    fn the_order_of_the_articles_does_not_matter(order in Just((0..NEWS.len()).collect::<Vec<_>>()).prop_shuffle()) {
        let articles = news();
        let shuffled: Vec<Article> = order.iter().map(|&place| articles[place].clone()).collect();
        prop_assert_eq!(told(&shuffled), told(&articles));
    }

    #[test]
    fn every_article_stands_in_one_story_whatever_it_tells(
        texts in proptest::collection::vec("[a-e]{1,3}( [a-e]{2,3}){0,6}", 0..30),
        days in proptest::collection::vec(proptest::option::of(1i8..28), 30),
    ) {
        let article = |(place, (text, day)): (usize, (&String, &Option<i8>))| Article {
            key: place.to_string(),
            title: text.clone(),
            published: day.map(|day| jiff::civil::date(2024, 3, day)),
            ..Article::default()
        };
        let articles: Vec<Article> = texts.iter().zip(&days).enumerate().map(article).collect();
        let found = stories(&articles);
        let mut members: Vec<u32> = found.iter().flat_map(|story| story.articles.clone()).collect();
        members.sort_unstable();
        prop_assert_eq!(members, (0..articles.len() as u32).collect::<Vec<_>>());
        for story in &found {
            prop_assert!(story.articles.contains(&story.typical));
            prop_assert!((0.0..=1.001).contains(&story.likeness));
        }
    }
}
