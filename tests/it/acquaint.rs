//! What one article tells of a speaker helps the others of the run, and takes nothing from them.

use atodds::config::Config;
use atodds::model::article::Article;
use atodds::model::run::Run;
use atodds::pipeline::{Silent, run_articles};

fn article(key: &str, day: i8, body: &str) -> Article {
    Article {
        key: key.into(),
        outlet: Some(key.into()),
        published: Some(jiff::civil::date(2024, 6, day)),
        body: body.into(),
        ..Article::default()
    }
}

fn run(articles: Vec<Article>) -> Run {
    run_articles(articles, &Config::default(), &Silent).unwrap()
}

fn parties(run: &Run, article: u32) -> Vec<&str> {
    let own = run.claims.iter().filter(|claim| claim.article == article);
    own.filter_map(|claim| claim.party.as_ref().map(|found| found.value.as_str()))
        .collect()
}

const TOLD: &str = "No worker was dismissed, said Carla Winter, spokeswoman for Brinkfeld Foods.";
const ALONE: &str = "Director Carla Winter denied that 300 workers had been dismissed. Winter said the plant was open.";

#[test]
fn a_person_speaks_for_whom_another_article_tells() {
    let told = run(vec![article("a", 3, TOLD), article("b", 4, ALONE)]);
    assert!(
        parties(&told, 1)
            .iter()
            .all(|side| *side == "Brinkfeld Foods"),
        "{:?}",
        parties(&told, 1)
    );
    let alone = run(vec![article("b", 4, ALONE)]);
    assert!(!parties(&alone, 0).contains(&"Brinkfeld Foods"));
}

#[test]
fn claims_keep_what_their_own_article_gave_for_the_store() {
    let told = run(vec![article("a", 3, TOLD), article("b", 4, ALONE)]);
    let alone = run(vec![article("b", 4, ALONE)]);
    let from = told
        .claims
        .iter()
        .position(|claim| claim.article == 1)
        .unwrap();
    let drawn = told.drawn(from..told.claims.len());
    for (drawn, alone) in drawn.iter().zip(&alone.claims) {
        assert_eq!(drawn.party, alone.party);
    }
}

#[test]
fn two_who_share_a_name_keep_apart() {
    let other = "No worker was dismissed, said Carla Winter, spokeswoman for Harwick Foods.";
    let both = run(vec![
        article("a", 3, TOLD),
        article("b", 3, other),
        article("c", 4, ALONE),
    ]);
    assert!(!parties(&both, 2).iter().any(|side| side.ends_with("Foods")));
}

#[test]
fn an_acronym_stands_for_what_another_article_spells_out() {
    let full = "The Dockworkers' Federation (DWF) denied that a crane had been damaged.";
    let short = "DWF said that police had injured 12 dockers.";
    let told = run(vec![article("a", 3, full), article("b", 4, short)]);
    let sides = [parties(&told, 0), parties(&told, 1)];
    assert_eq!(sides[0].first(), sides[1].first(), "{sides:?}");
}

#[test]
fn a_surname_alone_is_the_bearers_of_another_article() {
    let short = "Mr Winter denied that 300 workers had been dismissed.";
    let told = run(vec![
        article(
            "a",
            3,
            "No worker was dismissed, said Karl Winter, spokesman for Brinkfeld Foods.",
        ),
        article("b", 4, short),
    ]);
    assert_eq!(parties(&told, 1), ["Brinkfeld Foods"]);
}

#[test]
fn a_firm_that_bears_a_surname_is_no_person() {
    let person = "No worker was dismissed, said Karl Ford, spokesman for Brinkfeld Foods.";
    let firm = "Ford denied that 300 workers had been dismissed.";
    let told = run(vec![article("a", 3, person), article("b", 4, firm)]);
    assert!(!parties(&told, 1).contains(&"Brinkfeld Foods"));
}

/// Two reports of one matter.
fn both(first: &str, second: &str) -> Run {
    run(vec![article("a", 3, first), article("b", 4, second)])
}

const OPENED: &str = "The gates of the dam at Perena were opened on Sunday, the power company Velhidro said. \
    Chief engineer Tomas Arva said that 300 houses in Perena were flooded by the river.";

#[test]
fn a_full_name_alone_is_whom_another_article_introduces() {
    let told = both(
        OPENED,
        "Tomas Arva said the gates of the dam at Perena were opened on Sunday before 300 houses were flooded by the river.",
    );
    assert!(
        parties(&told, 1).iter().all(|side| *side == "Velhidro"),
        "{:?}",
        parties(&told, 1)
    );
}

#[test]
fn an_army_is_that_of_the_one_land_of_its_story() {
    let told = both(
        "Kenya's army denied that its troops burned the clinic in Nyaro, the market village that rebels held.",
        "The army denied that its troops burned the clinic in Nyaro, the market village that rebels held.",
    );
    assert_eq!(parties(&told, 1), ["Kenya"]);
}

/// The days of the claims of an article.
fn days(run: &Run, article: u32) -> Vec<String> {
    let own = run.claims.iter().filter(|claim| claim.article == article);
    let day = |claim: &atodds::model::claim::Claim| {
        let dates = claim.dates.as_ref();
        dates.map_or(String::new(), |dates| dates.value.first.to_string())
    };
    own.map(day).collect()
}

const BLAST: &str = "A blast at the Brinkfeld Foods mill in Rosenau killed nine people on Monday. \
    The fire service said that a valve of the Brinkfeld Foods mill had been left open.";
const LATER: &str = "Brinkfeld Foods denied that a valve of its mill in Rosenau had been left open before the blast. \
    The fire service said that the blast at the Brinkfeld Foods mill killed nine people.\n\n\
    The roads of the valley are in poor repair, and most shops open only in the morning. Prices of grain and of oil went up again \
    in the spring. The schools of the county are to open after the holidays, and the council meets in the new hall for the first \
    time. The ferry to the islands runs every hour until further notice, and the museum on the hill is closed for works.";

#[test]
fn what_a_story_is_about_was_on_the_day_that_its_articles_tell() {
    let all = vec![
        article("a", 4, BLAST),
        article("b", 5, BLAST),
        article("c", 20, LATER),
    ];
    let told = run(all);
    assert_eq!(told.stories.len(), 1);
    let found = days(&told, 2);
    assert!(found.iter().all(|day| day == "2024-06-03"), "{found:?}");
    // One article alone may have dated another deed.
    let pair = run(vec![article("a", 4, BLAST), article("c", 20, LATER)]);
    let found = days(&pair, 1);
    assert!(found.iter().any(|day| day == "2024-06-20"), "{found:?}");
}

#[test]
fn a_town_of_the_same_name_abroad_makes_no_other_land() {
    let told = both(
        "Two men were shot outside the inn at Wirrabell in Australia late on Saturday, police said, and a gunman was held.",
        "The gunman was in Roma when two men were shot outside the inn at Wirrabell late on Saturday, police said.",
    );
    assert!(
        parties(&told, 1).iter().all(|side| *side == "Australia"),
        "{:?}",
        parties(&told, 1)
    );
}

#[test]
fn a_great_town_tells_its_own_land() {
    let told = both(
        "Two men were shot outside the inn at Wirrabell in Australia late on Saturday, police said, and a gunman was held.",
        "Two men who shot at the inn at Wirrabell late on Saturday were held in Toronto, police in Toronto said.",
    );
    assert!(!parties(&told, 1).contains(&"Australia"));
}

#[test]
fn a_hospital_goes_by_the_name_that_another_article_gives() {
    let told = both(
        "Six newborns died at Okposa General Hospital when the lights went out for most of Saturday night, nurses said.",
        "The hospital's administrator, Boma Iyella, denied that six newborns died when the lights went out on Saturday night.",
    );
    assert!(
        parties(&told, 1).contains(&"Okposa General Hospital"),
        "{:?}",
        parties(&told, 1)
    );
}

fn places(run: &Run, article: u32) -> Vec<&str> {
    let own = run.claims.iter().filter(|claim| claim.article == article);
    own.filter_map(|claim| claim.place.as_ref().map(|found| found.value.name.as_str()))
        .collect()
}

#[test]
fn an_article_that_names_no_place_tells_of_that_of_its_story() {
    let first = "Eleven patients died in the ward of the hospital in Quenbroek on Monday when the oxygen supply failed \
                 for forty minutes, nurses said. Two nurses said that the oxygen supply had failed in Quenbroek.";
    let second = "The oxygen supply of the hospital in Quenbroek never failed, the health ministry said. Three patients \
                  died in Quenbroek, the ministry said.";
    let third = "Eleven patients died when the oxygen supply of their ward failed, nurses repeated. The health ministry \
                 denied that the oxygen supply of the ward had failed.";
    let articles = || {
        vec![
            article("a", 3, first),
            article("b", 4, second),
            article("c", 5, third),
        ]
    };
    let told = run(articles());
    assert_eq!(told.stories.len(), 1, "{:?}", told.stories);
    assert!(!places(&told, 2).is_empty());
    assert!(
        places(&told, 2).iter().all(|place| *place == "Quenbroek"),
        "{:?}",
        places(&told, 2)
    );
    let alone = run(vec![article("c", 5, third)]);
    assert!(places(&alone, 0).is_empty());
}

#[test]
fn a_report_that_shares_no_rare_name_lends_no_land() {
    let told = both(
        "Two men were shot outside the inn in Brazil late on Saturday, police said, and a gunman was held.",
        "Two men were shot outside the inn in Roma late on Saturday, police said, and a gunman was held.",
    );
    assert!(!parties(&told, 1).contains(&"Brazil"));
}
