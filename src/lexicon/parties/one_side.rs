//! Whether two names are those of one side, as far as their words tell.

use super::{PartyKind, PartyLexicon, RoleKind};

/// Whether two names are those of one side: equal but for capitals, or one with words before it (a country's name, an
/// article), or, where no list knows either, one with words behind it ("Meridian", "Meridian Nordic").
pub fn is_one_side(left: &str, right: &str) -> bool {
    let ends = |long: &str, short: &str| {
        let head = long.len().checked_sub(short.len() + 1);
        let tail = head.and_then(|head| long.get(head..));
        let tail = tail.and_then(|tail| tail.strip_prefix(' '));
        tail.is_some_and(|tail| tail.eq_ignore_ascii_case(short))
            && !is_group(long, short)
            && !are_two_states(long, short)
    };
    let begins = |long: &str, short: &str| {
        let rest = long.strip_prefix(short);
        let listed = |name: &str| PartyLexicon::embedded().named(name, None).is_some();
        rest.is_some_and(|rest| rest.starts_with(' ')) && !listed(short) && !listed(long)
    };
    left.eq_ignore_ascii_case(right)
        || ends(left, right)
        || ends(right, left)
        || begins(left, right)
        || begins(right, left)
}

/// "South Sudan" beside "Sudan": two states, of which one is named after the other.
fn are_two_states(long: &str, short: &str) -> bool {
    let lexicon = PartyLexicon::embedded();
    let state = |name: &str| {
        let entry = lexicon.named(name, None)?;
        (entry.kind == PartyKind::State).then_some(&entry.canonical)
    };
    matches!((state(long), state(short)), (Some(own), Some(other)) if own != other)
}

/// "The Kivora Liberation Army" beside "the army": the name of a group that ends in the noun for a force, and no force of a
/// land.
fn is_group(name: &str, force: &str) -> bool {
    let lexicon = PartyLexicon::embedded();
    let kind = |text: &str| lexicon.role_of(text).map(|role| role.kind);
    if kind(force) != Some(RoleKind::Force) || !force.starts_with(char::is_lowercase) {
        return false;
    }
    let words: Vec<&str> = name.split(' ').collect();
    let two = words[words.len().saturating_sub(2)..].join(" ");
    let listed = lexicon.named(name, None);
    let capital = |word: &&str| word.starts_with(char::is_uppercase);
    kind(&two.to_lowercase()) == Some(RoleKind::Group)
        || match listed {
            Some(entry) => entry.kind == PartyKind::Group,
            None => words.len() > 2 && words.iter().rev().take(3).all(capital),
        }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_is_not_the_one_whose_name_it_ends_in() {
        assert!(!is_one_side("Sudan", "South Sudan"));
        assert!(is_one_side("Guinea", "the Guinea"));
    }

    #[test]
    fn a_liberation_army_is_not_the_army() {
        assert!(!is_one_side("army", "Kivora Liberation Army"));
        assert!(!is_one_side("Arakan Army", "army"));
        assert!(is_one_side("army", "Utopian army"));
        assert!(is_one_side("Utopian Army", "army"));
    }
}
