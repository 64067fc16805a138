//! `stories.csv`: one row a story, the one with most articles first.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::copies::Reports;
use crate::model::run::Run;

use super::sheet::Sheet;

const COLUMNS: &[&str] = &[
    "story_id",
    "headline",
    "date_first",
    "date_last",
    "articles",
    "outlets",
    "independent_reports",
    "claims",
    "contradictions",
    "likeness",
    "article_keys",
    "outlet_names",
];

/// The table of stories.
pub(super) fn sheet(run: &Run, separator: &str) -> Sheet {
    let mut sheet = Sheet::new(COLUMNS);
    let counted = Counted::of(run);
    let mut order: Vec<usize> = (0..run.stories.len()).collect();
    order.sort_by_key(|&index| {
        let story = &run.stories[index];
        (Reverse(story.articles.len()), &story.id)
    });
    for index in order {
        row(&mut sheet, run, index, &counted, separator);
    }
    sheet
}

/// What is counted of the stories of a run.
struct Counted {
    /// Claims of each article.
    claims: Vec<usize>,
    /// Contradictions of which a side stands in each story.
    contradictions: Vec<usize>,
    reports: Reports,
}

impl Counted {
    fn of(run: &Run) -> Counted {
        let mut claims = vec![0; run.articles.len()];
        for claim in &run.claims {
            claims[claim.article as usize] += 1;
        }
        Counted {
            claims,
            contradictions: contradictions(run),
            reports: Reports::new(run.articles.len(), &run.copies),
        }
    }
}

fn contradictions(run: &Run) -> Vec<usize> {
    let mut story_of = vec![None; run.articles.len()];
    for (index, story) in run.stories.iter().enumerate() {
        for &article in &story.articles {
            story_of[article as usize] = Some(index);
        }
    }
    let mut counts = vec![0; run.stories.len()];
    for found in &run.contradictions {
        let claims = found.left.claims.iter().chain(&found.right.claims);
        let stories: BTreeSet<usize> = claims
            .filter_map(|&claim| story_of[run.claims[claim as usize].article as usize])
            .collect();
        stories.into_iter().for_each(|story| counts[story] += 1);
    }
    counts
}

fn row(sheet: &mut Sheet, run: &Run, index: usize, counted: &Counted, separator: &str) {
    let story = &run.stories[index];
    let articles: Vec<_> = story
        .articles
        .iter()
        .map(|&article| &run.articles[article as usize])
        .collect();
    let outlets: BTreeSet<&str> = articles
        .iter()
        .filter_map(|article| article.outlet.as_deref())
        .collect();
    let outlets: Vec<&str> = outlets.into_iter().collect();
    let days = articles.iter().filter_map(|article| article.published);
    let claims = story
        .articles
        .iter()
        .map(|&article| counted.claims[article as usize]);
    sheet.text(&story.id);
    sheet.text(&run.articles[story.typical as usize].title);
    sheet.date(days.clone().min());
    sheet.date(days.max());
    sheet.number(articles.len());
    sheet.number(outlets.len());
    sheet.number(counted.reports.among(story.articles.iter().copied()));
    sheet.number(claims.sum::<usize>());
    sheet.number(counted.contradictions[index]);
    sheet.number(format!("{:.2}", story.likeness));
    let keys: Vec<&str> = articles
        .iter()
        .map(|article| article.key.as_str())
        .collect();
    sheet.list(&keys, separator);
    sheet.list(&outlets, separator);
    sheet.end_row();
}
