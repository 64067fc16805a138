//! The assertions of `tests/spec/frames.md`: what a text claims, and what it only seems to.

use std::sync::LazyLock;

use atodds::model::article::Article;
use atodds::model::claim::Claim;
use atodds::pipeline::{Tools, claims_of};

use crate::spec_table::{Row, report, rows};

static TOOLS: LazyLock<Tools> = LazyLock::new(Tools::embedded);

/// The part whose texts are statements of a body in its own voice.
const STATEMENTS: &str = "Statements";

/// The part whose texts are headlines.
const HEADLINES: &str = "Headlines";

#[test]
fn the_page_holds() {
    let rows = rows(include_str!("../spec/frames.md"));
    let wrong: Vec<String> = rows.iter().filter_map(check).collect();
    report("frames.md", rows.len(), &wrong);
    assert!(rows.len() >= 40);
}

/// What is wrong with a row.
fn check(row: &Row) -> Option<String> {
    let mut article = Article {
        published: "2020-10-15".parse().ok(),
        ..Article::default()
    };
    if row.part == STATEMENTS {
        article.outlet = Some("Oru Dockers' Union (statement)".into());
    }
    if row.part == HEADLINES {
        article.title = row.cells[0].clone();
    } else {
        article.body = row.cells[0].clone();
    }
    let claims = claims_of(0, &article, &TOOLS).claims;
    let missing =
        listed(&row.cells[1]).filter(|wanted| !claims.iter().any(|claim| fits(claim, wanted)));
    let never =
        listed(&row.cells[2]).filter(|key| claims.iter().any(|claim| claim.assertion.value == key));
    let wrong: Vec<String> = missing
        .map(|wanted| format!("missing {wanted}"))
        .chain(never.map(|key| format!("not {key}")))
        .collect();
    let got: Vec<String> = claims.iter().map(show).collect();
    (!wrong.is_empty()).then(|| {
        format!(
            "  line {}: {}\n    {}\n    got {}",
            row.line,
            row.cells[0],
            wrong.join("; "),
            got.join("; ")
        )
    })
}

fn listed(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(';')
        .map(str::trim)
        .filter(|item| !item.is_empty())
}

/// Whether a claim is `actor > assertion @ place # figure`, as far as that tells.
fn fits(claim: &Claim, wanted: &str) -> bool {
    let (rest, figure) = wanted.split_once('#').unwrap_or((wanted, ""));
    let (rest, place) = rest.split_once('@').unwrap_or((rest, ""));
    let (actor, assertion) = rest.split_once('>').unwrap_or(("", rest));
    let low = claim.quantity.as_ref().and_then(|found| found.value.low);
    let same =
        |wanted: &str, got: &dyn Fn(&str) -> bool| wanted.trim().is_empty() || got(wanted.trim());
    same(actor, &|name| {
        claim
            .actor
            .as_ref()
            .is_some_and(|found| found.value.contains(name))
    }) && same(assertion, &|key| claim.assertion.value == key)
        && same(place, &|name| {
            claim.place_as_written == name
                || claim
                    .place
                    .as_ref()
                    .is_some_and(|found| found.value.name == name)
        })
        && same(figure, &|number| {
            low.map(|low| low.to_string()).as_deref() == Some(number)
        })
}

fn show(claim: &Claim) -> String {
    format!(
        "{} > {} @ {} # {:?}",
        claim
            .actor
            .as_ref()
            .map_or("", |found| found.value.as_str()),
        claim.assertion.value,
        claim
            .place
            .as_ref()
            .map_or("", |found| found.value.name.as_str()),
        claim.quantity.as_ref().and_then(|found| found.value.low),
    )
}
