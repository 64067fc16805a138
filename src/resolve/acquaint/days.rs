//! The day of what a story is about, which an article that tells of it again need not name.

use indexmap::{IndexMap, IndexSet};
use jiff::civil::Date;

use crate::lexicon::assertions::OTHER;
use crate::model::article::Article;
use crate::model::claim::{Claim, DateRange, Found, PUBLISHED, Question};

/// The days that a story tells for its deeds, each with the articles that name it.
type Told = IndexMap<DateRange, IndexSet<u32>>;

/// Gives claims on deeds that have no day but that of publication the one on which the story's deeds were, where most of
/// what it tells of days up to then names this one.
pub(super) fn lend(claims: &mut [Claim], articles: &[Article]) {
    let told = told(claims);
    let mut main: IndexMap<u32, Option<DateRange>> = IndexMap::new();
    let undated = |claim: &Claim| {
        let dates = claim.dates.as_ref();
        dates.is_some_and(|dates| dates.rule == PUBLISHED)
    };
    for claim in claims.iter_mut().filter(|claim| undated(claim)) {
        // An item of a feed tells of its own day.
        let article = articles.get(claim.article as usize);
        let article = article.filter(|article| article.body.len() >= AT_LENGTH);
        let published = article.and_then(|article| article.published);
        let day = *main
            .entry(claim.article)
            .or_insert_with(|| main_day(&told, published?));
        if let Some(day) = day.filter(|_| is_deed(claim)) {
            claim.dates = Some(Found::implied(day, "date.of-story"));
        }
    }
}

fn told(claims: &[Claim]) -> Told {
    let mut told = Told::new();
    let framed = |claim: &&Claim| !claim.assertion.value.starts_with(OTHER);
    let deeds = claims.iter().filter(|claim| is_deed(claim));
    for claim in deeds.filter(framed).filter(|claim| claim.tells_day()) {
        let day = claim.dates.as_ref().map(|dates| dates.value);
        if let Some(day) = day.filter(|day| day.length_days() <= LONGEST) {
            told.entry(day).or_default().insert(claim.article);
        }
    }
    told
}

/// The day up to that of publication that most articles name; `None` where less than half of them do, or one alone.
fn main_day(told: &Told, published: Date) -> Option<DateRange> {
    let known = || told.iter().filter(|(day, _)| day.first <= published);
    let all: usize = known().map(|(_, articles)| articles.len()).sum();
    let most = known().max_by_key(|(_, articles)| articles.len())?;
    let sure = most.1.len() > 1 && most.1.len() * 2 >= all;
    sure.then_some(*most.0)
}

/// Bytes of an article that tells more than an item of a feed does.
const AT_LENGTH: usize = 500;

/// Days, at most, that name when something was done.
const LONGEST: i32 = 3;

fn is_deed(claim: &Claim) -> bool {
    !matches!(claim.question, Question::Control | Question::Stance)
}
