//! What a headline ends with behind a colon, a dash or a bar: who says so ("… - mayor"), or where it is printed.

use crate::lexicon::words::{Set, WordSets};
use crate::model::article::Article;
use crate::model::span::Span;

/// Words that such a name has at most.
const NAME_WORDS: usize = 5;

/// Words that stand before it at least.
const SAID_WORDS: usize = 3;

/// Marks between what is told and who tells it.
const MARKS: [&str; 4] = [": ", " - ", " – ", " — "];

/// Marks before the name of an outlet.
const OUTLET_MARKS: [&str; 4] = [" | ", " - ", " – ", " — "];

/// The headline of an article without the name of its own or another outlet at its end ("Utopia denies it - The Utopia
/// Post").
pub fn bare_title<'t>(article: &'t Article, is_outlet: &dyn Fn(&str) -> bool) -> &'t str {
    let own = article.outlet.as_deref().unwrap_or("");
    without_outlet(&article.title, &|name| {
        name.eq_ignore_ascii_case(own) || is_outlet(name)
    })
}

fn without_outlet<'t>(title: &'t str, is_outlet: &dyn Fn(&str) -> bool) -> &'t str {
    let mut title = title;
    while let Some((said, name)) = last_part(title, &OUTLET_MARKS)
        && (is_outlet(name.trim()) || title[said.len()..].starts_with(OUTLET_MARKS[0]))
    {
        title = said;
    }
    title
}

/// "What is said: speaker", "what is said - speaker": the spans of the speaker and of what is said.
pub fn speaker_behind(title: &str, is_speaker: &dyn Fn(&str) -> bool) -> Option<(Span, Span)> {
    let plain = last_part(title, &MARKS).filter(|(_, name)| is_speaker(name.trim()));
    if let Some((said, name)) = plain {
        let start = title.len() - name.len();
        return Some((Span::new(start, title.len()), Span::new(0, said.len())));
    }
    speaker_on(title, is_speaker)
}

/// "'No deal was signed': Norwex on reports of a plant", "Nothing to stop: ministry on the talks": who says so of what.
fn speaker_on(title: &str, is_speaker: &dyn Fn(&str) -> bool) -> Option<(Span, Span)> {
    let (said, rest) = title.rsplit_once(MARKS[0])?;
    let words = WordSets::shared();
    let lower = |word: &str| word.trim_matches(QUOTES).to_lowercase();
    let negated = said
        .split(' ')
        .any(|word| words.has(Set::Negator, &lower(word)));
    let speaks = said.starts_with(QUOTES) || negated;
    let spoken = said.split_whitespace().count() >= SAID_WORDS && speaks;
    let matter = |word: &&str| words.has(Set::MatterPreposition, word);
    let on = rest.split(' ').find(matter).filter(|_| spoken)?;
    let name = rest[..rest.find(&format!(" {on} "))?].trim();
    let short = name.split(' ').count() <= NAME_WORDS;
    let start = said.len() + MARKS[0].len();
    (short && is_speaker(name)).then(|| {
        let name = Span::new(start, start + name.len());
        (name, Span::new(0, said.len()))
    })
}

/// Signs that open or close what somebody said.
const QUOTES: [char; 6] = ['"', '\'', '“', '”', '‘', '’'];

/// What stands before the last of some marks, and the few words behind it.
fn last_part<'t>(title: &'t str, marks: &[&str]) -> Option<(&'t str, &'t str)> {
    let places = marks
        .iter()
        .filter_map(|mark| Some((title.rfind(mark)?, mark.len())));
    let (at, length) = places.max()?;
    let (said, name) = (&title[..at], &title[at + length..]);
    let words = |text: &str| text.split_whitespace().count();
    let short = (1..=NAME_WORDS).contains(&words(name));
    (short && words(said) >= SAID_WORDS).then_some((said, name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_behind_a_dash_says_so() {
        let title = "Drone hits tower block in Corva – mayor";
        let (name, said) = speaker_behind(title, &|name| name == "mayor").expect("a speaker");
        assert_eq!(
            (name.of(title), said.of(title)),
            ("mayor", "Drone hits tower block in Corva")
        );
        assert_eq!(speaker_behind("Corva - mayor", &|_| true), None);
    }

    #[test]
    fn a_name_before_its_matter_says_so() {
        let speaker = |name: &str| name == "Norwex";
        let title = "'No deal was signed': Norwex on reports of a plant";
        let (name, said) = speaker_behind(title, &speaker).expect("a speaker");
        assert_eq!(
            (name.of(title), said.of(title)),
            ("Norwex", "'No deal was signed'")
        );
        let topic = "Steel and its rivals: Norwex on the brink";
        assert_eq!(speaker_behind(topic, &speaker), None);
    }

    #[test]
    fn outlets_are_no_part_of_a_headline() {
        let outlet = |name: &str| name == "Corva Post";
        let bare = |title| without_outlet(title, &outlet);
        assert_eq!(
            bare("Utopia denies the raid - Corva Post"),
            "Utopia denies the raid"
        );
        assert_eq!(
            bare("Raid kills four – monitor | Any Times"),
            "Raid kills four – monitor"
        );
        assert_eq!(
            bare("Raid kills four - monitor"),
            "Raid kills four - monitor"
        );
    }
}
