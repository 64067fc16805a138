//! Whether two claims are one person's word, whoever each article says that he speaks for.

use crate::lexicon::parties::PartyLexicon;
use crate::model::claim::Claim;

/// Whether the speakers of two claims bear one name: the same words, or a surname and a full name that ends with it.
///
/// "Deputy Commissioner Roe" of one article serves a state, and in another nothing tells whom he serves.
pub(super) fn is_one_person(left: &Claim, right: &Claim) -> bool {
    let (Some(left), Some(right)) = (named_part(left), named_part(right)) else {
        return false;
    };
    let (left_name, right_name) = (name_in(left), name_in(right));
    // The surname alone tells nearly all apart.
    let surname = left_name.clone().next();
    if surname.is_none() || surname != right_name.clone().next() {
        return false;
    }
    let same = left_name
        .clone()
        .zip(right_name.clone())
        .all(|(a, b)| a == b);
    let listed = |part: &str| PartyLexicon::embedded().named(part, None).is_some();
    same && ![left, right]
        .into_iter()
        .any(|part| listed(part) || surname.is_some_and(listed))
}

/// The first part between commas of the speaker's phrase that ends with a name.
fn named_part(claim: &Claim) -> Option<&str> {
    let phrase = claim.speaker.as_ref()?.value.as_str();
    let named = |part: &&str| part.rsplit(' ').next().is_some_and(is_capital);
    phrase.split(", ").find(named)
}

/// The words with capitals at the end of a phrase, the last one first, as far as no title or noun for an office.
fn name_in(part: &str) -> impl Iterator<Item = &str> + Clone {
    let title = |word: &str| PartyLexicon::embedded().role_of(word).is_some();
    part.rsplit(' ')
        .take_while(move |word| is_capital(word) && !title(word))
}

fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}
