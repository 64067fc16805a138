//! Names before the colon of a headline that no list knows: "Altamer: our powder was clean", where the text tells what Altamer
//! does.

/// Words that such a name has at most.
const NAME_WORDS: usize = 4;

/// Whether a body of text begins a sentence with a name and never puts anything in it, so that it acts and is no place;
/// `places` knows the words that stand before a place ("in").
pub fn acts_in(body: &str, name: &str, places: &dyn Fn(&str) -> bool) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let capital = |word: &&str| word.starts_with(char::is_uppercase);
    if words.is_empty() || words.len() > NAME_WORDS || !words.iter().all(capital) {
        return false;
    }
    let whole = |at: usize| {
        let letter = |c: char| c.is_alphanumeric();
        !body[at + name.len()..].starts_with(letter) && !body[..at].ends_with(letter)
    };
    let found = || {
        body.match_indices(name)
            .map(|(at, _)| at)
            .filter(|&at| whole(at))
    };
    let before = |at: usize| body[..at].trim_end_matches(' ');
    let inside = |at: usize| {
        let last = before(at).rsplit([' ', '\n']).next().unwrap_or("");
        places(&last.to_lowercase())
    };
    let opens = |at: usize| {
        let before = before(at);
        before.is_empty() || before.ends_with(['.', '\n', '"', '”', '?', '!'])
    };
    found().any(opens) && !found().any(inside)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_acts_is_no_place() {
        let places = |word: &str| word == "in";
        let body = "Altamer said so. Nothing burned in Torvik. Torvik is quiet.";
        assert!(acts_in(body, "Altamer", &places));
        assert!(!acts_in(body, "Torvik", &places));
        assert!(!acts_in(body, "Alta", &places));
        assert!(!acts_in(body, "altamer", &places));
    }
}
