//! Labels that open a paragraph and tell whose words it is: "Hill Voices (Telegram), 20 July: ...", "@TownPolice, 3 May: ...".

use compact_str::CompactString;

use crate::lexicon::page_labels::PageLabels;
use crate::model::span::Span;

/// Who a paragraph's label names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The name, with the side that brackets add to it ("Jane Roe (Greens)"); a handle is taken apart into words.
    pub name: CompactString,
    /// Where the name stands in the text that holds the label.
    pub span: Span,
    /// Bytes of the label with its colon and the blank behind.
    pub end: usize,
    /// How much of what follows it is about.
    pub scope: Scope,
}

/// How much of a paragraph is the word of whom its label names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// All of it: a post.
    Paragraph,
    /// Its first sentence, and what goes on in the same quotation.
    Sentence,
}

/// How far a label may reach, in bytes.
const REACH: usize = 110;

/// Words that a name has at most, and how many of them may begin with a small letter.
const NAME_WORDS: usize = 7;
const SMALL_WORDS: usize = 3;

/// Words that may stand behind the date or the brackets ("close to the army").
const ASIDE_WORDS: usize = 5;

/// The label at the start of a paragraph; `None` where it has none. A name and a colon alone are no label here: it takes a
/// handle, brackets with a name or a date in them, or a side with a date behind a comma. `is_party` knows names of sides, `is_place`
/// those of places: a place with brackets is a dateline, which has an end and no name.
pub fn label(
    text: &str,
    is_party: &dyn Fn(&str) -> bool,
    is_place: &dyn Fn(&str) -> bool,
) -> Option<Label> {
    let (head, said) = text.split_once(": ")?;
    let odd = ['"', '“', '”', '!', '?', ';', ':', '\n'];
    if head.len() > REACH || said.trim().is_empty() || head.contains(odd) {
        return None;
    }
    let end = head.len() + 2;
    let read = Read::of(head)?;
    let name = read.name.trim();
    let found = |name: CompactString, last: usize| Label {
        name,
        span: Span::new(0, last),
        end,
        scope: Scope::Paragraph,
    };
    if name.is_empty() {
        let handle = read.handle?;
        return Some(found(spaced(handle), handle.len() + 1));
    }
    let tag = read.tag.map(bare).filter(|tag| !tag.is_empty());
    let side = tag.and_then(|tag| side_in(tag, is_party));
    // "Lamka, 13 June: ", "On Monday, 3 May: ": a place or a day heads what follows.
    let sided = || side_in(name, is_party).is_some();
    if read.handle.is_none() && read.tag.is_none() && (is_place(name) || !sided()) {
        return None;
    }
    if is_place(name) && read.handle.is_none() && side.is_none() {
        return Some(found(CompactString::default(), 0));
    }
    let dated = read.dated || read.handle.is_some();
    let known = side.is_some() || is_party(name) || name.contains(' ');
    if !dated && !known {
        return None;
    }
    let named = side.filter(|&side| side != name && !is_party(name));
    let value = named.map_or_else(
        || CompactString::from(name),
        |side| compact_str::format_compact!("{name} ({side})"),
    );
    Some(found(value, name.len()))
}

/// What the pieces of a label are.
struct Read<'t> {
    name: &'t str,
    handle: Option<&'t str>,
    tag: Option<&'t str>,
    dated: bool,
}

impl<'t> Read<'t> {
    fn of(head: &'t str) -> Option<Read<'t>> {
        let first = head.find([',', '(', '@']).unwrap_or(head.len());
        let (name, mut rest) = head.split_at(first);
        let mut read = Read {
            name,
            handle: None,
            tag: None,
            dated: false,
        };
        if !read.name.is_empty() && !is_name(name) {
            return None;
        }
        while !rest.is_empty() {
            rest = read.take(rest)?;
        }
        let marked = read.handle.is_some() || read.tag.is_some() || read.dated;
        marked.then_some(read)
    }

    /// Two words or more, all with capitals.
    fn is_full_name(&self) -> bool {
        let capital = |word: &str| word.starts_with(|c: char| c.is_uppercase());
        let words = || self.name.split_whitespace();
        words().count() > 1 && words().all(capital)
    }

    /// Takes one piece from the front of `rest`.
    fn take(&mut self, rest: &'t str) -> Option<&'t str> {
        if let Some(after) = rest.strip_prefix('@') {
            let part = |c: char| c.is_alphanumeric() || c == '_';
            let end = after.find(|c| !part(c)).unwrap_or(after.len());
            self.handle = Some(&after[..end]).filter(|_| end > 1 && self.handle.is_none());
            self.handle?;
            return Some(after[end..].trim_start());
        }
        if let Some(after) = rest.strip_prefix('(') {
            let (inside, after) = after.split_once(')')?;
            let titled = inside.starts_with(|c: char| c.is_uppercase()) || has_day(inside);
            // "Jane Roe (on Telegram)", "Jane Roe (in parliament)".
            let where_said = self.is_full_name() && inside.split(' ').count() <= ASIDE_WORDS;
            let plain = inside.chars().all(|c| c.is_alphabetic() || c == ' ');
            if !(titled || where_said && plain) || self.tag.is_some() {
                return None;
            }
            self.dated |= has_day(inside);
            self.tag = Some(inside);
            return Some(after.trim_start());
        }
        let after = rest.strip_prefix(',')?.trim_start();
        let end = after.find([',', '(', '@']).unwrap_or(after.len());
        let piece = after[..end].trim();
        let dated = has_day(piece);
        // What somebody is called, or whose friend it is, stands beside a date.
        if !dated && piece.split(' ').count() > ASIDE_WORDS {
            return None;
        }
        self.dated |= dated;
        Some(&after[end..])
    }
}

/// Words that begin with capitals, most of them.
fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let small = |word: &&&str| word.starts_with(|c: char| c.is_lowercase());
    let plain = |word: &&str| {
        word.chars()
            .all(|c| c.is_alphanumeric() || "&'’-./".contains(c))
    };
    let few = (1..=NAME_WORDS).contains(&words.len());
    few && words.iter().filter(small).count() <= SMALL_WORDS
        && words[0].starts_with(|c: char| c.is_uppercase())
        && words.iter().all(plain)
        && !text.contains(". ")
}

/// "20 July", "June 11", "3 Aug 2024": a short number beside the name of a month, and nothing else but a year.
fn has_day(text: &str) -> bool {
    let months = PageLabels::get();
    let part = text.rsplit(',').next().unwrap_or(text);
    let words: Vec<&str> = part.split_whitespace().collect();
    let number = |word: &&&str| word.chars().all(|c| c.is_ascii_digit()) && word.len() <= 4;
    let numbers = words.iter().filter(number).count();
    let day = words
        .iter()
        .any(|word| (1..=2).contains(&word.len()) && number(&word));
    let month = words
        .iter()
        .filter(|word| months.month(word.trim_end_matches('.')).is_some())
        .count();
    day && month == 1 && numbers + month == words.len()
}

/// What stands in brackets without its date.
fn bare(tag: &str) -> &str {
    let kept = tag.split(", ").take_while(|part| !has_day(part));
    let length: usize = kept.map(|part| part.len() + 2).sum();
    tag.get(..length.saturating_sub(2)).unwrap_or(tag).trim()
}

/// The side that the first words in brackets name ("MNDAA Telegram").
fn side_in<'t>(tag: &'t str, is_party: &dyn Fn(&str) -> bool) -> Option<&'t str> {
    let ends = tag.match_indices(' ').map(|(at, _)| at).chain([tag.len()]);
    let mut firsts: Vec<&str> = ends.filter_map(|end| tag.get(..end)).collect();
    firsts.reverse();
    firsts.into_iter().find(|first| is_party(first))
}

/// "TownPolice", "town_police": the words of a handle.
pub(super) fn spaced(handle: &str) -> CompactString {
    let letters: Vec<char> = handle.chars().collect();
    let mut words = CompactString::default();
    for (at, &letter) in letters.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| letters[at]);
        let next = letters.get(at + 1);
        let starts = letter.is_uppercase()
            && before.is_some_and(|b| {
                b.is_lowercase() || b.is_uppercase() && next.is_some_and(|n| n.is_lowercase())
            })
            || letter.is_ascii_digit() && before.is_some_and(char::is_alphabetic);
        if starts {
            words.push(' ');
        }
        match letter {
            '_' => words.push(' '),
            _ if before.is_none_or(|b| b == '_') => words.extend(letter.to_uppercase()),
            _ => words.push(letter),
        }
    }
    words.trim().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(String, String)> {
        let party = |name: &str| ["Greens", "Reds", "RLA"].contains(&name);
        let place = |name: &str| ["Kyiv", "KABUL", "Lamka"].contains(&name);
        label(text, &party, &place).map(|l| (l.name.to_string(), text[l.end..].to_owned()))
    }

    #[test]
    fn a_label_names_who_posts() {
        for (text, name) in [
            ("@TownPolice, 3 May: No shot was fired.", "Town Police"),
            ("@town_police, 3 May: No shot was fired.", "Town Police"),
            ("@ABCLocal418, June 11: They lie.", "ABC Local 418"),
            ("Hill Voices (Telegram), 20 July: They lie.", "Hill Voices"),
            ("RLA News & Views (6 Aug): They lie.", "RLA News & Views"),
            (
                "The Ridge (RLA Telegram, 3 Aug): Victory!",
                "The Ridge (RLA)",
            ),
            ("Jane Roe (Greens): Four bridges fell.", "Jane Roe (Greens)"),
            ("J Roe @JaneRoe, 21 July: Not true.", "J Roe"),
            ("Ty Doe, a commentator (5 Aug): 4,700?", "Ty Doe"),
            ("Ty Doe (on Telegram): They fled.", "Ty Doe"),
            ("RLA statement, April 3: They fled.", "RLA statement"),
            (
                "People Media (6 Aug), close to the army: It fell.",
                "People Media",
            ),
            (
                "State party spokesman Ty Doe @tydoe, 22 July: No.",
                "State party spokesman Ty Doe",
            ),
        ] {
            assert_eq!(read(text).map(|l| l.0).as_deref(), Some(name), "{text}");
        }
    }

    #[test]
    fn a_place_with_a_day_names_nobody() {
        let found = read("KABUL (Khabar): Two died.");
        assert_eq!(found.map(|l| l.0).as_deref(), Some(""));
        for text in [
            "Lamka, 13 June: The forum says no.",
            "Kyiv, 5 May: Two died.",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn other_colons_make_no_label() {
        for text in [
            "Origin: a damaged cell.",
            "Two towns were taken: Alva and Bern.",
            "Update (3 p.m.): Rain.",
            "The figures (all of them) rose: by nine.",
            "The minister said on 3 May: no.",
            "The parties (left and right) agreed: no war.",
            "On Monday, 3 May: nothing happened to the two men who had left.",
            "He asked: \"Why?\"",
            "",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
