//! A claim on a page: its words in their paragraph, what was read from them, and what was said of it.

use std::collections::BTreeMap;

use crate::model::claim::{Claim, Found};
use crate::model::run::Run;

use super::super::desk::Desk;
use super::super::marked::{Stretch, paragraph};
use super::frame::Room;
use super::words;

/// A field as it was read.
pub struct Fact {
    pub label: &'static str,
    pub value: String,
    pub rule: String,
}

/// A step of the weight between a claim and its nearest.
pub struct Why {
    pub field: &'static str,
    pub level: &'static str,
    pub bits: String,
}

/// A claim on a page.
pub struct Card {
    pub id: String,
    pub outlet: String,
    pub day: String,
    pub url: String,
    pub headline: String,
    pub speaker: String,
    pub stance: &'static str,
    pub stretches: Vec<Stretch>,
    pub facts: Vec<Fact>,
    pub copies: Vec<String>,
    pub tags: Vec<String>,
    pub near: String,
    pub steps: Vec<Why>,
    pub mean: String,
}

/// Cards of some claims, copies folded under their original.
pub fn cards(claims: &[u32], room: &Room) -> Vec<Card> {
    let desk = &room.desk;
    let originals = originals(desk.run());
    let mut order: Vec<(u32, Vec<u32>)> = Vec::new();
    let mut places: BTreeMap<(u32, &str, &str, &str), usize> = BTreeMap::new();
    let mut claims = claims.to_vec();
    // The original before its copies, the earlier before the later.
    claims.sort_by_key(|&at| {
        let article = desk.run().claims[at as usize].article;
        let published = desk.run().articles[article as usize].published;
        (
            originals[article as usize] != article,
            published.is_none(),
            published,
            at,
        )
    });
    for claim in claims {
        let own = &desk.run().claims[claim as usize];
        let key = (
            originals[own.article as usize],
            own.assertion.value.as_str(),
            words::stance(own),
            own.place_as_written.as_str(),
        );
        let is_copy = originals[own.article as usize] != own.article;
        match places.get(&key).filter(|_| is_copy) {
            Some(&at) => order[at].1.push(claim),
            None => {
                places.entry(key).or_insert(order.len());
                order.push((claim, Vec::new()));
            }
        }
    }
    order
        .iter()
        .map(|(claim, copies)| card(*claim, copies, room))
        .collect()
}

/// The article that each article is a copy of in the end; itself for an original.
fn originals(run: &Run) -> Vec<u32> {
    let mut of: Vec<u32> = (0..run.articles.len() as u32).collect();
    for copy in &run.copies {
        of[copy.article as usize] = copy.of;
    }
    let root = |mut article: u32| {
        // A chain is no longer than the copies, whatever they hold.
        for _ in 0..run.copies.len() {
            article = of[article as usize];
        }
        article
    };
    match run.copies.is_empty() {
        true => of,
        false => (0..run.articles.len() as u32).map(root).collect(),
    }
}

fn card(at: u32, copies: &[u32], room: &Room) -> Card {
    let desk = &room.desk;
    let claim = &desk.run().claims[at as usize];
    let article = &desk.run().articles[claim.article as usize];
    let tie = desk.tie(at);
    let step = |step: crate::model::pair::Step| Why {
        field: step.field,
        level: step.level,
        bits: format!("{:+.2}", step.bits),
    };
    Card {
        id: claim.id.to_string(),
        outlet: article
            .outlet
            .clone()
            .unwrap_or_else(|| "outlet unknown".into()),
        day: words::day(article.published),
        url: article
            .url
            .clone()
            .filter(|url| is_web(url))
            .unwrap_or_default(),
        headline: article.title.clone(),
        speaker: speaker(claim),
        stance: words::stance(claim),
        stretches: paragraph(claim, article),
        facts: facts(claim),
        copies: copies.iter().map(|&copy| source(copy, desk)).collect(),
        tags: tags(at, room),
        near: tie.map_or_else(String::new, |tie| source(tie.to, desk)),
        steps: tie.map_or_else(Vec::new, |tie| {
            let steps = tie.steps().into_iter().filter(|step| step.bits != 0.0);
            steps.map(step).collect()
        }),
        mean: tie.map_or_else(String::new, |tie| format!("{:+.2}", tie.mean)),
    }
}

/// Only pages of the web are linked: an article may claim any address for itself.
fn is_web(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

fn source(claim: u32, desk: &Desk) -> String {
    let claim = &desk.run().claims[claim as usize];
    let article = &desk.run().articles[claim.article as usize];
    let outlet = article.outlet.as_deref().unwrap_or("outlet unknown");
    format!("{outlet}, {}", words::day(article.published))
}

fn speaker(claim: &Claim) -> String {
    let said = claim.speaker.as_ref().map(|found| found.value.as_str());
    match (said, claim.party_name()) {
        (Some(said), Some(party)) if said != party => format!("{said} ({party})"),
        (Some(said), _) => said.into(),
        (None, Some(party)) => party.into(),
        (None, None) => "the outlet itself".into(),
    }
}

fn facts(claim: &Claim) -> Vec<Fact> {
    let text = |found: &Option<Found<compact_str::CompactString>>| {
        found
            .as_ref()
            .map(|found| (found.value.to_string(), found.rule))
    };
    let place = claim
        .place
        .as_ref()
        .map(|found| (found.value.name.to_string(), found.rule));
    let dates = claim
        .dates
        .as_ref()
        .map(|found| (words::days(Some(found.value)), found.rule));
    let amount = claim
        .quantity
        .as_ref()
        .and_then(|found| Some((words::amount(claim)?, found.rule)));
    let all = [
        ("party", text(&claim.party)),
        (
            "stance",
            Some((claim.stance.value.as_str().into(), claim.stance.rule)),
        ),
        (
            "claims",
            Some((claim.assertion.value.to_string(), claim.assertion.rule)),
        ),
        ("who", text(&claim.actor)),
        ("what", text(&claim.object)),
        ("place", place),
        ("date", dates),
        ("quantity", amount),
    ];
    let fact = |(label, found): (&'static str, Option<(String, &'static str)>)| {
        let (value, rule) = found?;
        Some(Fact {
            label,
            value,
            rule: rule.into(),
        })
    };
    all.into_iter().filter_map(fact).collect()
}

/// What reviewers said of a claim; `next run` where the run at hand did not know it yet.
fn tags(claim: u32, room: &Room) -> Vec<String> {
    let key = room.desk.mark(claim).key;
    let tag = |&at: &usize| {
        let verdict = &room.journal.verdicts()[at];
        let text = words::verdict_on(&verdict.judgement, &key)?;
        let when = if at >= room.obeyed {
            ", from the next run on"
        } else {
            ""
        };
        Some(format!("{text} by {}{when}", verdict.who))
    };
    room.desk
        .verdicts_on(claim)
        .iter()
        .filter_map(tag)
        .collect()
}
