//! Answers in the sentence after and in other articles: every case of `tests/spec/replies.md`, `exchanges.md`,
//! `rival_figures.md`, `rival_ends.md`, `rival_accounts.md` and `concessions.md`, from the text to the rows.

use atodds::config::Config;
use atodds::model::article::Article;
use atodds::model::contradiction::{Contradiction, Status};
use atodds::pipeline::{Silent, run_articles};
use jiff::Span;
use jiff::civil::Date;

struct Case {
    name: String,
    /// Days after the first article, and its text.
    articles: Vec<(i64, String)>,
    rows: Vec<String>,
}

fn cases(specification: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    for line in specification.lines() {
        if let Some(name) = line.strip_prefix("## ") {
            cases.push(Case {
                name: name.to_owned(),
                articles: vec![(0, String::new())],
                rows: Vec::new(),
            });
        }
        let Some(case) = cases.last_mut() else {
            continue;
        };
        if let Some(days) = line.strip_prefix("+ ") {
            let days = days.trim().parse().expect("a number of days");
            case.articles.push((days, String::new()));
        } else if let Some(words) = line.strip_prefix('>') {
            let (_, text) = case.articles.last_mut().expect("an article");
            text.push_str(words.trim());
            text.push('\n');
        } else if let Some(row) = line.strip_prefix("- ") {
            case.rows.push(row.to_owned());
        }
    }
    cases
}

/// The first day of all cases, a Monday.
const FIRST: &str = "2026-05-04";

/// Settings under which each case is a passage of an article, however short it is, and no item of a ticker.
fn of_passages() -> Config {
    let mut config = Config::default();
    config.contradict.least_in_items = config.contradict.least_weight;
    config
}

fn rows(case: &Case, config: &Config) -> Vec<String> {
    let first: Date = FIRST.parse().expect("a date");
    let articles = case.articles.iter().enumerate();
    let articles = articles.map(|(index, (days, text))| Article {
        key: format!("{index}.md"),
        outlet: Some(format!("Wire {index}")),
        published: Some(first.saturating_add(Span::new().days(*days))),
        body: text.clone(),
        ..Article::default()
    });
    let run = run_articles(articles.collect(), config, &Silent).expect("runs");
    let row = |row: &Contradiction| {
        let party =
            |party: &Option<compact_str::CompactString>| party.as_deref().unwrap_or("-").to_owned();
        let status = match row.status {
            Status::Open => String::new(),
            settled => format!(" | {}", settled.as_str()),
        };
        format!(
            "{} | {} | {}{status}",
            row.code,
            party(&row.left.party),
            party(&row.right.party)
        )
    };
    run.contradictions.iter().map(row).collect()
}

#[test]
fn every_answer_of_the_specification_is_found_and_nothing_else() {
    hold(&cases(include_str!("../spec/replies.md")), 10);
}

#[test]
fn every_rival_figure_of_the_specification_is_found_and_nothing_else() {
    hold(&cases(include_str!("../spec/rival_figures.md")), 80);
}

#[test]
fn every_rival_end_of_the_specification_is_found_and_nothing_else() {
    hold(&cases(include_str!("../spec/rival_ends.md")), 35);
}

#[test]
fn every_answer_in_another_article_is_found_and_nothing_else() {
    hold(&cases(include_str!("../spec/exchanges.md")), 16);
}

#[test]
fn every_rival_account_of_the_specification_is_found_and_nothing_else() {
    hold(&cases(include_str!("../spec/rival_accounts.md")), 27);
}

#[test]
fn every_concession_of_the_specification_is_found_and_nothing_else() {
    let mut cases = cases(include_str!("../spec/concessions.md"));
    for (_, text) in cases.iter_mut().flat_map(|case| &mut case.articles) {
        text.push_str(AT_LENGTH);
    }
    hold(&cases, 10);
}

/// Paragraphs that claim nothing and make an article of a passage: what tickers admit is not looked at.
const AT_LENGTH: &str = "
The museum on the hill reopens on Saturday after a year of works. On the first day entrance is free, and the town band plays in the courtyard from two o'clock. The library lends sledges again from the first of the month, and the swimming hall has new opening hours for schools and clubs.

The council meets again on Thursday evening. Its agenda lists eleven items, among them the rebuilding of the quay, the fees for moorings and the lease of the old customs house, which has stood empty since the spring. Citizens may speak for three minutes each.

Gales from the north-west are expected for the rest of the week. Small craft are to stay in port. The ferry to the island runs every hour until further notice, and hotels along the harbour have rooms from the middle of the month. The choir sings in the cathedral on Sunday at five, with music for the season and an organist from the coast.
";

#[test]
fn an_item_of_a_ticker_needs_more() {
    let cases = cases(
        "## A clear denial\n> Ukraine says that Russian shells hit the clinic in Orikhiv. \"We did not fire at the clinic,\" \
         Russian defence ministry spokesman Igor Konashenkov said.\n\
         ## A weak one\n> The mayor of Torvik, Anna Lund, says that the police had been told of the raid days ahead. The \
         Norwegian police denies that it received any letter.\n",
    );
    let counts = |config: &Config| -> Vec<usize> {
        cases.iter().map(|case| rows(case, config).len()).collect()
    };
    assert_eq!(counts(&of_passages()), [1, 1]);
    assert_eq!(counts(&Config::default()), [1, 0]);
}

fn hold(cases: &[Case], least: usize) {
    assert!(
        cases.len() >= least,
        "the specification has {} cases",
        cases.len()
    );
    let differ = |case: &Case| {
        let found = rows(case, &of_passages());
        (found != case.rows).then(|| {
            format!(
                "## {}\n  wanted {:?}\n  got {found:?}",
                case.name, case.rows
            )
        })
    };
    let wrong: Vec<String> = cases.iter().filter_map(differ).collect();
    assert!(
        wrong.is_empty(),
        "{} cases fail\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
