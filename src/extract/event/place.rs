//! Which words of a sentence name places, and which places a noun phrase names.

use crate::lexicon::Lexicon;
use crate::lexicon::numbers::Sense;
use crate::lexicon::vectors::Vectors;
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, EntityLabel, Pos, Tag};
use crate::model::span::Span;

use super::super::tree::{OF, Tree};

/// The places that a noun phrase names: through "parts of", "the settlements of", and coordination.
pub fn place_heads<'t>(
    tree: &'t Tree,
    lexicon: &'t Lexicon,
    theme: usize,
) -> impl Iterator<Item = usize> + 't {
    tree.conjuncts(theme).into_iter().flat_map(move |at| {
        let named = below_generic(tree, lexicon, at)
            .map(|name| tree.conjuncts(name))
            .unwrap_or_else(|| vec![at]);
        let low = named
            .clone()
            .into_iter()
            .flat_map(move |name| low_mates(tree, lexicon, name));
        // "the town of X": whatever the parser takes X for.
        let town = lexicon.words.has(Set::PlacePronounNoun, tree.lemma(at));
        named
            .into_iter()
            .filter(move |&name| {
                let told = town && name != at && tree.pos(name) == Pos::Propn;
                told || is_place(tree, lexicon, name) || is_part_of_it(tree, lexicon, name)
            })
            .chain(low)
    })
}

/// "entered the town and took parts of it".
fn is_part_of_it(tree: &Tree, lexicon: &Lexicon, token: usize) -> bool {
    let part = tree
        .head(token)
        .and_then(|of| tree.head(of))
        .is_some_and(|part| lexicon.words.has(Set::PartWord, tree.lemma(part)));
    part && tree.dep(token) == Dep::Pobj && is_it(tree, lexicon, token)
}

fn is_it(tree: &Tree, lexicon: &Lexicon, token: usize) -> bool {
    let lemma = tree.lemma(token);
    lexicon.words.has(Set::ItPronoun, lemma)
        && !lexicon.words.has(Set::PersonPronoun, lemma)
        && !lexicon.parties.means_many(lemma)
}

/// "The building", "the town hall": one house that is held and taken as places are, where the text tells which.
pub fn is_premises(tree: &Tree, lexicon: &Lexicon, theme: usize) -> bool {
    let words = &lexicon.words;
    let told = |kid: usize| match tree.dep(kid) {
        Dep::Det | Dep::Poss => words.has(Set::Determined, tree.lemma(kid)),
        _ => false,
    };
    let one = tree.tag(theme) == Tag::NN && words.has(Set::PremisesNoun, tree.lemma(theme));
    one && tree.kids(theme).any(told)
}

/// "X in the Y region, as well as the city of Z": the parser may join Z to Y; a town under "the city of" is X's mate.
fn low_mates(tree: &Tree, lexicon: &Lexicon, name: usize) -> Vec<usize> {
    let verb = tree.head(name).filter(|&head| tree.is_verb(head));
    let prepositions = verb
        .into_iter()
        .chain([name])
        .flat_map(|at| tree.prepositions(at));
    let mates = prepositions.flat_map(|preposition| {
        let governed = tree
            .governed(preposition)
            .map(|region| tree.conjuncts(region))
            .unwrap_or_default();
        let joined = tree
            .kids(preposition)
            .filter(|&kid| tree.dep(kid) == Dep::Conj);
        governed
            .into_iter()
            .skip(1)
            .chain(joined)
            .collect::<Vec<usize>>()
    });
    let town = |mate: usize| {
        let generic = lexicon.words.has(Set::PlacePronounNoun, tree.lemma(mate));
        below_generic(tree, lexicon, mate).filter(|_| generic)
    };
    mates.filter_map(town).collect()
}

/// "the city of X", "most of X", "the village X": X.
pub fn below_generic(tree: &Tree, lexicon: &Lexicon, at: usize) -> Option<usize> {
    let word = tree.lemma(at);
    let generic = [Set::PlaceNoun, Set::PartWord, Set::FacilityNoun]
        .into_iter()
        .any(|set| lexicon.words.has(set, word));
    let part = lexicon.words.has(Set::PartWord, word);
    let counts = tree.pos(at) == Pos::Num
        || lexicon.words.has(Set::QuantifierPronoun, word)
        // "the whole of the town".
        || tree.pos(at) == Pos::Noun && lexicon.words.has(Set::WholeWord, word)
        // "a number of towns": towns.
        || lexicon.numbers.has(word, Sense::CountNoun)
        // "four fifths of the town": the town.
        || tree.pos(at) == Pos::Noun && names_fraction(lexicon, word);
    if !generic && !counts {
        return None;
    }
    let inner = tree
        .under_preposition(at, OF)
        .or_else(|| tree.kid(at, Dep::Appos))
        .or_else(|| {
            // "the town's edge": the town.
            let owner = tree.possessor(at)?;
            (part && is_place(tree, lexicon, owner)).then_some(owner)
        })
        // "the town centre": the town.
        .or_else(|| {
            let whole = |&kid: &usize| {
                let lemma = tree.lemma(kid);
                tree.dep(kid) == Dep::Compound && lexicon.words.has(Set::PlaceNoun, lemma)
            };
            tree.kids(at).filter(|_| part).find(whole)
        })?;
    // "the Anna district of the Voronezh region": the district.
    let region = tree.pos(inner) == Pos::Noun && has_name(tree, inner);
    if region && has_name(tree, at) && lexicon.words.has(Set::PlaceNoun, word) {
        return None;
    }
    let deeper =
        below_generic(tree, lexicon, inner).filter(|&deeper| is_place(tree, lexicon, deeper));
    // "the town of X": whatever the parser takes X for.
    let told = lexicon.words.has(Set::PlacePronounNoun, word) && tree.pos(inner) == Pos::Propn;
    let it = part && is_it(tree, lexicon, inner);
    deeper.or_else(|| (told || it || is_place(tree, lexicon, inner)).then_some(inner))
}

fn names_fraction(lexicon: &Lexicon, word: &str) -> bool {
    let entry = lexicon.numbers.entry(word);
    let mut senses = entry.into_iter().flat_map(|entry| entry.senses());
    senses.any(|sense| matches!(sense, Sense::Fraction(_) | Sense::Half))
}

/// Whether a token heads the name of a place, or a noun that stands for one ("the city").
pub fn is_place(tree: &Tree, lexicon: &Lexicon, token: usize) -> bool {
    let word = tree.lemma(token);
    match tree.pos(token) {
        Pos::Propn if has_compound(tree, token) && is_facility(tree, lexicon, token) => true,
        Pos::Propn => {
            let part = goes_on(tree, lexicon, token) || ends_name(tree, lexicon, token);
            is_place_name(tree, lexicon, token) && !part || of_name(tree, lexicon, token).is_some()
        }
        Pos::Noun => lexicon.words.has(Set::PlaceNoun, word) || is_facility(tree, lexicon, token),
        _ => false,
    }
}

/// "the refinery", "the oil field": a noun that names a site, whether it is written as one word or as two.
fn is_facility(tree: &Tree, lexicon: &Lexicon, token: usize) -> bool {
    let word = tree.lemma(token);
    let before = token
        .checked_sub(1)
        .filter(|&at| tree.dep(at) == Dep::Compound);
    let joined = || {
        let name = format!("{}{word}", tree.lemma(before?)).to_lowercase();
        Some(lexicon.words.has(Set::FacilityNoun, &name))
    };
    lexicon.words.has(Set::FacilityNoun, word) || joined().unwrap_or(false)
}

/// "Line of Control": the whole of a listed name that goes on behind its head.
pub fn of_name(tree: &Tree, lexicon: &Lexicon, token: usize) -> Option<Span> {
    let end = tree.under_preposition(token, OF)?;
    let tokens = &tree.sentence.tokens;
    let span = Span::new(
        tokens[token].span.start as usize,
        tokens[end].span.end as usize,
    );
    let listed = lexicon.places.find(tree.sentence.slice(span)).next();
    listed.map(|_| span)
}

/// "Line of Control": a common word that goes on as a name of its own is no town of that name.
fn goes_on(tree: &Tree, lexicon: &Lexicon, token: usize) -> bool {
    let of = tree.under_preposition(token, OF);
    of.is_some_and(|name| tree.pos(name) == Pos::Propn)
        && lexicon.places.stop_line(tree.word(token)).is_some()
}

/// The end of such a name, where no list knows it for a place.
fn ends_name(tree: &Tree, lexicon: &Lexicon, token: usize) -> bool {
    let of = tree.head(token).filter(|_| tree.dep(token) == Dep::Pobj);
    let head = of.and_then(|of| tree.head(of));
    head.is_some_and(|head| tree.pos(head) == Pos::Propn && goes_on(tree, lexicon, head))
        && !lexicon.is_place(tree.word(token))
}

/// "Al-Ahli Arab Hospital": a capitalised facility noun after other names.
fn has_compound(tree: &Tree, token: usize) -> bool {
    tree.kids(token).any(|kid| tree.dep(kid) == Dep::Compound)
}

fn is_place_name(tree: &Tree, lexicon: &Lexicon, token: usize) -> bool {
    // "an Il-76", "two F-16s": a number in the name is a make's, and no town's.
    if tree
        .word(token)
        .contains(|letter: char| letter.is_ascii_digit())
    {
        return lexicon.is_place(tree.word(token));
    }
    let known = || lexicon.is_place(name_text(tree, token)) || lexicon.is_place(tree.word(token));
    let speaks = lexicon.is_party(name_text(tree, token)) || lexicon.is_party(tree.word(token));
    match tree.label(token) {
        // "an attack from Hamas": a body that speaks and lies nowhere is no place, whatever the parser calls it.
        _ if speaks && !known() => false,
        Some(EntityLabel::Gpe | EntityLabel::Location | EntityLabel::Facility) => true,
        Some(EntityLabel::Norp) => known() && !speaks,
        Some(EntityLabel::Date | EntityLabel::Time | EntityLabel::Money) => false,
        Some(_) => known(),
        None => tree.tag(token) == Tag::NNP && !opens_as_word(tree, token) || known(),
    }
}

/// "Roof of the station falls": the word that opens a sentence has a capital in any case.
fn opens_as_word(tree: &Tree, token: usize) -> bool {
    let word = || tree.word(token).to_lowercase();
    token == 0 && !has_compound(tree, token) && Vectors::embedded().find(&word()).is_some()
}

/// Whether a name stands before a noun ("the Kakhovka dam", "the Zaporizhzhia nuclear plant").
pub fn has_name(tree: &Tree, head: usize) -> bool {
    tree.kids(head)
        .any(|kid| is_name_part(tree, kid) && tree.pos(kid) == Pos::Propn)
}

fn is_name_part(tree: &Tree, kid: usize) -> bool {
    let name = tree.pos(kid) == Pos::Propn && tree.dep(kid) == Dep::Nmod;
    tree.dep(kid) == Dep::Compound || name
}

/// The name that a token heads: its compounds and itself.
pub fn name_text<'t>(tree: &'t Tree, token: usize) -> &'t str {
    let first = tree
        .kids(token)
        .filter(|&kid| kid < token && is_name_part(tree, kid))
        .min()
        .unwrap_or(token);
    let span = crate::model::span::Span {
        start: tree.sentence.tokens[first].span.start,
        end: tree.sentence.tokens[token].span.end,
    };
    tree.sentence.slice(span)
}
