//! The name of a person in a phrase that also tells what he is.

use super::{PartyLexicon, RoleKind};

/// The words of the name that ends the first part of a phrase between commas that ends with one, the last word first:
/// titles and nouns for offices before it are left out.
///
/// ```
/// use atodds::lexicon::parties::person_in;
/// let name = |phrase| person_in(phrase).collect::<Vec<_>>();
/// assert_eq!(name("its head, Deputy Commissioner Carla de Reyes"), ["Reyes", "de", "Carla"]);
/// assert_eq!(name("Tarvia chairman Jane Roe"), ["Roe", "Jane"]);
/// assert_eq!(name("the ministry"), [""; 0]);
/// ```
pub fn person_in(phrase: &str) -> impl Iterator<Item = &str> + Clone {
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let named = |part: &&str| part.rsplit(' ').next().is_some_and(capital);
    let part = phrase.split(", ").find(named).unwrap_or_default();
    let words = part.rsplit(' ').filter(|word| !word.is_empty());
    words.enumerate().map_while(move |(at, word)| {
        let role = || PartyLexicon::embedded().role_of(word).map(|role| role.kind);
        let goes_on = match capital(word) {
            // A surname may be a noun for an office ("Jane Bishop").
            true => at == 0 || role().is_none_or(|kind| kind == RoleKind::Particle),
            false => role() == Some(RoleKind::Particle),
        };
        goes_on.then_some(word)
    })
}
