//! Names before the colon of a headline that no list knows: "Altamer: our powder was clean", where the text tells what Altamer
//! does.

/// Words that such a name has at most.
const NAME_WORDS: usize = 4;

/// Whether a body of text begins a sentence with a name and never puts anything in it, so that it acts and is no place;
/// `places` knows the words that stand before a place ("in"), `given` given names in small letters.
pub fn acts_in(
    body: &str,
    name: &str,
    places: &dyn Fn(&str) -> bool,
    given: &dyn Fn(&str) -> bool,
) -> bool {
    let before = || {
        let all = body.match_indices(name);
        let whole = all.filter(|&(at, _)| is_whole(body, at, name.len()));
        whole.map(|(at, _)| body[..at].trim_end_matches(' '))
    };
    let inside = |before: &str| {
        let last = before.rsplit([' ', '\n']).next().unwrap_or("");
        places(&last.to_lowercase())
    };
    // "Rosa Quill told them": one who goes by her surname in the headline.
    let full = |before: &str| {
        let (rest, first) = before.rsplit_once([' ', '\n']).unwrap_or(("", before));
        let named = first.starts_with(char::is_uppercase) && given(&first.to_lowercase());
        named && !name.contains(' ') && ends_sentence(rest.trim_end_matches(' '))
    };
    let acts = before().any(|before| ends_sentence(before) || full(before));
    is_name(name) && acts && !before().any(inside)
}

fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let capital = |word: &&str| word.starts_with(char::is_uppercase);
    (1..=NAME_WORDS).contains(&words.len()) && words.iter().all(capital)
}

/// Whether no letter goes on with what stands at a place in a text ("Alta" in "Altamer").
fn is_whole(text: &str, at: usize, length: usize) -> bool {
    let letter = char::is_alphanumeric;
    !text[at + length..].starts_with(letter) && !text[..at].ends_with(letter)
}

fn ends_sentence(before: &str) -> bool {
    before.is_empty() || before.ends_with(['.', '\n', '"', '”', '?', '!'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_acts_is_no_place() {
        let places = |word: &str| word == "in";
        let given = |word: &str| word == "rosa";
        let body = "Rosa Quill left. Altamer said so. Nothing burned in Torvik. Torvik is quiet.";
        assert!(acts_in(body, "Altamer", &places, &given));
        assert!(acts_in(body, "Quill", &places, &given));
        assert!(!acts_in(body, "Torvik", &places, &given));
        assert!(!acts_in(body, "Alta", &places, &given));
        assert!(!acts_in(body, "altamer", &places, &given));
    }
}
