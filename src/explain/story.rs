//! A story: its articles, how alike each is to the others, and by which words.

use serde::Serialize;

use crate::story::{Profile, shared};

use super::Explainer;

/// So many of the words that an article shares with its nearest are shown.
const SHOWN: usize = 6;

/// Why articles stand together.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StoryWhy {
    /// Id of the story, made from its earliest article.
    pub story: String,
    /// Headline of the article that is nearest to all others.
    pub headline: String,
    /// How alike its articles are on average, 0 to 1.
    pub likeness: f32,
    /// Least mean likeness by which an article joins.
    pub least: f32,
    /// Its articles, ordered by key.
    pub members: Vec<Told>,
}

/// One article of a story.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Told {
    /// Key of the article.
    pub article: String,
    /// Its headline.
    pub title: String,
    /// Who published it.
    pub outlet: Option<String>,
    /// Day of publication.
    pub published: Option<String>,
    /// Mean likeness to the other articles, 0 to 1; `None` where there is no other.
    pub likeness: Option<f32>,
    /// Key of the article to which it is most alike, and how much.
    pub nearest: Option<(String, f32)>,
    /// The words that it shares with that one, the weightiest first.
    pub words: Vec<String>,
}

impl Explainer<'_> {
    pub(super) fn story(&self, index: u32) -> StoryWhy {
        let story = &self.run.stories[index as usize];
        let profile = |&article: &u32| Profile::of(&self.run.articles[article as usize]);
        let profiles: Vec<Profile> = story.articles.iter().map(profile).collect();
        let members =
            (0..story.articles.len()).map(|place| self.told(&story.articles, &profiles, place));
        StoryWhy {
            story: story.id.to_string(),
            headline: self.run.articles[story.typical as usize].title.clone(),
            likeness: story.likeness,
            least: self.config.story.least_likeness,
            members: members.collect(),
        }
    }

    fn told(&self, articles: &[u32], profiles: &[Profile], place: usize) -> Told {
        let article = &self.run.articles[articles[place] as usize];
        let others = (0..articles.len()).filter(|&other| other != place);
        let alike: Vec<(f32, usize)> = others
            .map(|other| (profiles[place].likeness(&profiles[other]), other))
            .collect();
        let nearest = alike
            .iter()
            .copied()
            .reduce(|best, next| if next.0 > best.0 { next } else { best });
        let other = |place: usize| &self.run.articles[articles[place] as usize];
        let words = nearest.map_or_else(Vec::new, |(_, near)| shared(article, other(near)));
        let sum: f32 = alike.iter().map(|(likeness, _)| likeness).sum();
        Told {
            article: article.key.clone(),
            title: article.title.clone(),
            outlet: article.outlet.clone(),
            published: article.published.map(|day| day.to_string()),
            likeness: (!alike.is_empty()).then(|| sum / alike.len() as f32),
            nearest: nearest.map(|(likeness, near)| (other(near).key.clone(), likeness)),
            words: words.into_iter().take(SHOWN).collect(),
        }
    }
}
