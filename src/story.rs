//! Articles to stories: which articles tell of one matter, whichever side they take.
//!
//! How alike two articles are is half the cosine of their words, each weighed by its rarity, and half that of the mean of
//! their words' meanings ([`Profile`]): either alone takes two matters of one field for one, or misses what is told in
//! other words. News is read in the order of publication, as a tracker of topics does (Allan, Papka and Lavrenko, *On-line
//! New Event Detection and Tracking*, 1998): an article joins the story to whose articles it is most alike on average, if
//! that is enough, or begins one ([`Strand`]). What later articles show to be one story is joined in the end, the most
//! alike first. Everything is ordered by publication and key, so the order of the input cannot matter.
//!
//! An id is made from a story's earliest article and stays when later ones join.

mod join;
mod profile;
mod shelf;
mod strand;

pub use crate::config::Story as Settings;
use crate::model::article::Article;
use crate::model::claim::day_number;
use crate::model::id::stable_id;
use crate::model::story::Story;

pub use profile::{Profile, shared};
use shelf::Shelf;
use strand::Strand;

/// First letter of the ids of stories.
pub const PREFIX: char = 's';

/// The stories of articles with their profiles, ordered by their first article; every article stands in one.
pub fn gather(articles: &[Article], profiles: &[Profile], settings: &Settings) -> Vec<Story> {
    let mut strands: Vec<Strand> = Vec::new();
    let mut shelf = Shelf::new(settings);
    for article in by_publication(articles) {
        let (profile, day) = (
            &profiles[article as usize],
            day(&articles[article as usize]),
        );
        let place = match shelf.nearest(profile, day, &strands) {
            Some(place) => place,
            None => {
                strands.push(Strand::default());
                strands.len() as u32 - 1
            }
        };
        strands[place as usize].add(article, profile, day);
        shelf.note(place, profile);
    }
    let joined = join::join(strands, settings);
    let told = |strand: &Strand| story(strand, articles, profiles);
    let mut stories: Vec<Story> = joined.iter().map(told).collect();
    stories.sort_by(|a, b| a.articles.cmp(&b.articles));
    stories
}

/// Undated articles first: any later one may join them.
fn by_publication(articles: &[Article]) -> Vec<u32> {
    let mut order: Vec<u32> = (0..articles.len() as u32).collect();
    order.sort_by_key(|&index| {
        let article = &articles[index as usize];
        (day(article), article.key.as_str(), index)
    });
    order
}

fn day(article: &Article) -> Option<i32> {
    article.published.map(day_number)
}

fn story(strand: &Strand, articles: &[Article], profiles: &[Profile]) -> Story {
    let likeness = |&article: &u32| strand.likeness(&profiles[article as usize]);
    let mut members = strand.articles.clone();
    members.sort_unstable();
    let all: Vec<f32> = members.iter().map(likeness).collect();
    let nearest = (0..all.len())
        .rev()
        .max_by(|&a, &b| all[a].total_cmp(&all[b]));
    let founder = strand.articles.first();
    let key = founder.map_or("", |&first| articles[first as usize].key.as_str());
    Story {
        id: stable_id(PREFIX, [key]),
        typical: nearest.map_or(0, |place| members[place]),
        likeness: all.iter().sum::<f32>() / all.len().max(1) as f32,
        articles: members,
    }
}
