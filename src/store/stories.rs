//! Stories to rows and back.

use rusqlite::{Connection, params};
use rustc_hash::FxHashMap;

use crate::model::story::Story;

use super::trouble::broken;

/// Writes the stories of a run; `articles` are the numbers of its articles in the store.
pub(super) fn save(
    connection: &Connection,
    stories: &[Story],
    articles: &[i64],
) -> rusqlite::Result<()> {
    let mut story = connection
        .prepare("INSERT INTO story (story, id, typical, likeness) VALUES (?, ?, ?, ?)")?;
    let mut teller = connection.prepare("INSERT INTO teller (article, story) VALUES (?, ?)")?;
    for (index, found) in (0u32..).zip(stories) {
        let typical = articles[found.typical as usize];
        story.execute(params![index, found.id.as_str(), typical, found.likeness])?;
        for &article in &found.articles {
            teller.execute(params![articles[article as usize], index])?;
        }
    }
    Ok(())
}

/// The stories of the last run; `articles` are the indices of its articles by their numbers in the store.
pub(super) fn load(
    connection: &Connection,
    articles: &FxHashMap<i64, u32>,
) -> rusqlite::Result<Vec<Story>> {
    let find = |number: i64| {
        let found = articles.get(&number).copied();
        found.ok_or_else(|| broken("an article that is not there"))
    };
    let mut statement =
        connection.prepare("SELECT id, typical, likeness FROM story ORDER BY story")?;
    let mut rows = statement.query([])?;
    let mut stories = Vec::new();
    while let Some(row) = rows.next()? {
        let id: String = row.get(0)?;
        stories.push(Story {
            id: id.into(),
            articles: Vec::new(),
            typical: find(row.get(1)?)?,
            likeness: row.get(2)?,
        });
    }
    let mut statement = connection.prepare("SELECT article, story FROM teller")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let story = stories.get_mut(row.get::<_, u32>(1)? as usize);
        let story = story.ok_or_else(|| broken("a story that is not there"))?;
        story.articles.push(find(row.get(0)?)?);
    }
    stories
        .iter_mut()
        .for_each(|story| story.articles.sort_unstable());
    Ok(stories)
}
