//! The stories of a run's articles: their profiles side by side, then one article after the other.

use std::time::Instant;

use rayon::prelude::*;

use crate::config::Config;
use crate::model::article::Article;
use crate::model::run::Run;
use crate::model::story::Story;
use crate::story::{self, Profile};

/// The stories of articles, ordered by their first article.
pub fn stories(articles: &[Article], config: &Config) -> Vec<Story> {
    let profiles: Vec<Profile> = articles.par_iter().map(Profile::of).collect();
    story::gather(articles, &profiles, &config.story)
}

/// Notes the stories of a run.
pub(super) fn tell(run: &mut Run, config: &Config) {
    let start = Instant::now();
    run.stories = stories(&run.articles, config);
    run.counts.push(("stories", run.stories.len() as u64));
    run.timings.push(("stories", start.elapsed()));
}
