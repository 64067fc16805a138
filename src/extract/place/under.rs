//! "18 over Novgorod", "judges in Rome set it aside": the place under a preposition of a number or of the subject.

use crate::lexicon::Lexicon;
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::super::event::{has_name, place_heads};
use super::super::tree::{OF, Tree};
use super::{PlaceMention, by_preposition, is_known, is_unnamed, mention};

/// The place that a preposition of place governs by its name, or as "the city".
pub fn place_under(tree: &Tree, lexicon: &Lexicon, preposition: usize) -> Option<PlaceMention> {
    let placed = lexicon
        .words
        .has(Set::ScenePreposition, tree.lemma(preposition));
    let noun = tree.governed(Some(preposition).filter(|_| placed)?)?;
    let head = place_heads(tree, lexicon, noun)
        .next()
        .filter(|&head| !is_unnamed(tree, lexicon, head))?;
    Some(by_preposition(tree, lexicon, head))
}

/// Where a clause is whose verb no frame knows: what its prepositions of place govern.
pub fn place_of_clause(tree: &Tree, lexicon: &Lexicon, verb: usize) -> Option<PlaceMention> {
    let scene = |&kid: &usize| lexicon.words.has(Set::ScenePreposition, tree.lemma(kid));
    let mut governed = tree
        .prepositions(verb)
        .filter(scene)
        .filter_map(|kid| tree.governed(kid));
    let head = governed
        .find_map(|noun| place_heads(tree, lexicon, noun).next())
        .filter(|&head| is_known(tree, lexicon, head));
    let here = head.map(|head| by_preposition(tree, lexicon, head));
    here.or_else(|| beside_clause(tree, lexicon, verb))
}

/// The place of those of whom a clause tells, or to which they go.
pub(super) fn beside_clause(tree: &Tree, lexicon: &Lexicon, verb: usize) -> Option<PlaceMention> {
    at_subject(tree, lexicon, verb).or_else(|| by_way(tree, lexicon, verb))
}

/// "Judges in Rome set it aside", "settlements in the X region lie under water": where those are of whom a clause tells.
fn at_subject(tree: &Tree, lexicon: &Lexicon, verb: usize) -> Option<PlaceMention> {
    let own = |kid: &usize| matches!(tree.dep(*kid), Dep::Nsubj | Dep::Nsubjpass);
    let subject = tree.kids(verb).find(own).filter(|_| tree.is_verb(verb))?;
    let within = |kid: usize| lexicon.words.has(Set::RegionPreposition, tree.lemma(kid));
    let told = tree
        .prepositions(subject)
        .filter(|&kid| kid == subject + 1 && within(kid));
    let mut found = told.filter_map(|kid| place_under(tree, lexicon, kid));
    let somebody = tree.pos(subject) == Pos::Pron || lexicon.words.is_somebody(tree.lemma(subject));
    // "the leaders in Paris": where they have their seat.
    let seat = |at: usize| somebody && lexicon.is_party(tree.word(at));
    found.find(|mention| {
        let known = mention.anaphoric == 0 && is_known(tree, lexicon, mention.token);
        known && !seat(mention.token)
    })
}

/// "had not deployed to X", "were pushed away from X": a town to which or from which somebody goes.
fn by_way(tree: &Tree, lexicon: &Lexicon, verb: usize) -> Option<PlaceMention> {
    let moves = lexicon.words.has(Set::MotionWord, tree.lemma(verb));
    let led = |&kid: &usize| moves && lexicon.words.has(Set::LoosePreposition, tree.lemma(kid));
    let town = |&at: &usize| {
        let listed = tree.pos(at) == Pos::Propn && is_known(tree, lexicon, at);
        listed && !lexicon.is_party(tree.word(at))
    };
    let mut governed = tree
        .prepositions(verb)
        .filter(led)
        .filter_map(|kid| tree.governed(kid));
    let head = governed.find_map(|noun| place_heads(tree, lexicon, noun).next().filter(town))?;
    Some(by_preposition(tree, lexicon, head))
}

/// "the front line near X", "the village in the Y district": a noun for a place that a named one under it tells of.
pub(super) fn stands_by(tree: &Tree, lexicon: &Lexicon, place: usize) -> bool {
    let words = &lexicon.words;
    let bare = tree.pos(place) == Pos::Noun
        && tree.tag(place) == Tag::NN
        && words.has(Set::PlaceNoun, tree.lemma(place))
        && !words.has(Set::FacilityNoun, tree.lemma(place))
        && !has_name(tree, place);
    let near = |kid: &usize| words.has(Set::ScenePreposition, tree.lemma(*kid));
    let mut below = tree.prepositions(place).filter(near);
    let named = |noun: usize| tree.pos(noun) == Pos::Propn && is_known(tree, lexicon, noun);
    bare && below.any(|kid| tree.governed(kid).is_some_and(named))
}

/// "The governor of X was wounded": of what he is governor, and not where it happened.
pub(super) fn of_office(tree: &Tree, lexicon: &Lexicon, noun: usize, preposition: usize) -> bool {
    let one = tree.tag(noun) == Tag::NN && lexicon.words.has(Set::RoleNoun, tree.lemma(noun));
    one && tree.lemma(preposition) == OF
}

/// A place that a word heads.
pub fn place_at(tree: &Tree, lexicon: &Lexicon, head: usize) -> PlaceMention {
    mention(tree, lexicon, head, head, false, "place.theme")
}

/// "across the country", "in the country as a whole": the land without its name.
pub(super) fn whole_land(tree: &Tree, lexicon: &Lexicon, at: usize) -> Option<PlaceMention> {
    let scene = |&kid: &usize| lexicon.words.has(Set::ScenePreposition, tree.lemma(kid));
    let land = |&noun: &usize| {
        let fixed = tree
            .kids(noun)
            .any(|kid| lexicon.words.has(Set::Determined, tree.lemma(kid)));
        let part = |&kid: &usize| {
            let whole = lexicon.words.has(Set::WholeWord, tree.lemma(kid));
            tree.dep(kid) == Dep::Amod && !whole
        };
        let bare = tree.tag(noun) == Tag::NN && fixed && tree.kids(noun).find(part).is_none();
        bare && lexicon.words.has(Set::LandNoun, tree.lemma(noun))
    };
    let led = tree.prepositions(at).filter(scene);
    let noun = led.filter_map(|kid| tree.governed(kid)).find(land)?;
    Some(mention(
        tree,
        lexicon,
        noun,
        noun,
        false,
        "place.preposition",
    ))
}
