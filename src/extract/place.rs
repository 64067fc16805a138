//! Where an assertion is placed: its theme, its prepositions, its compounds, or the clause around it.

mod away;
mod under;

use compact_str::CompactString;

use crate::lexicon::Lexicon;
use crate::lexicon::cues::CuePart;
use crate::lexicon::frames::Condition;
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, EntityLabel, Pos, Tag};
use crate::model::span::Span;

use super::event::{Event, has_name, is_place, name_text, of_name, place_heads};
use super::phrase::tidy;
use super::tree::{OF, Tree};

use under::{beside_clause, of_office, stands_by, whole_land};
pub use under::{place_at, place_of_clause, place_under};

/// A place as a sentence names it, before it is resolved.
#[derive(Debug, Clone, PartialEq)]
pub struct PlaceMention {
    /// Head token.
    pub token: usize,
    /// The name as written, without "the city of".
    pub name: CompactString,
    /// Where the name stands.
    pub span: Span,
    /// Region or country that the sentence names with it.
    pub region: Option<CompactString>,
    /// Only a part of the place is meant.
    pub partial: bool,
    /// How many places named before the words stand for ("the city" 1, "both towns" 2); 0 when they name one.
    pub anaphoric: usize,
    /// The words are a facility without a name ("the dam").
    pub facility: bool,
    /// Where a facility without a name stands ("the hospital in X"): X.
    pub site: Option<CompactString>,
    /// Stable code of the rule that found it.
    pub rule: &'static str,
}

/// The places of an event: every coordinated one when the theme is the place, else the nearest.
pub fn places_of(tree: &Tree, lexicon: &Lexicon, event: &Event, themed: bool) -> Vec<PlaceMention> {
    if let Some(theme) = event.theme.filter(|_| themed) {
        let named = |&head: &usize| {
            tree.pos(head) != Pos::Noun || has_name(tree, head) || is_definite(tree, lexicon, head)
        };
        let heads: Vec<usize> = place_heads(tree, lexicon, theme).filter(named).collect();
        let adverb = tree.kids(event.trigger).any(|kid| {
            tree.dep(kid) == Dep::Advmod && lexicon.words.has(Set::PartWord, tree.lemma(kid))
        });
        if !heads.is_empty() || event.frame.condition != Condition::Any {
            return heads
                .into_iter()
                .map(|head| mention(tree, lexicon, head, theme, adverb, "place.theme"))
                .collect();
        }
    }
    located(tree, lexicon, event).into_iter().collect()
}

/// The theme where it is a place itself, then what the prepositions of the trigger and of the theme govern, then what
/// stands around the clause.
pub fn located(tree: &Tree, lexicon: &Lexicon, event: &Event) -> Option<PlaceMention> {
    let near = [event.theme, Some(event.trigger), event.needed]
        .into_iter()
        .flatten();
    let below = |at: usize| {
        let head = preposition_places(tree, lexicon, at, NESTING)
            .into_iter()
            .next()?;
        Some(by_preposition(tree, lexicon, head))
    };
    let listed = |found: &PlaceMention| found.facility || is_known(tree, lexicon, found.token);
    event
        .theme
        .and_then(|theme| theme_place(tree, lexicon, theme))
        .filter(listed)
        .or_else(|| below(event.trigger))
        .or_else(|| near.clone().find_map(below))
        .or_else(|| near.clone().find_map(|at| theme_place(tree, lexicon, at)))
        .or_else(|| goes_on(tree, event.trigger).and_then(below))
        .or_else(|| around(tree, lexicon, event.trigger).find_map(below))
        .or_else(|| beside_clause(tree, lexicon, event.trigger))
        .or_else(|| near.clone().find_map(|at| whole_land(tree, lexicon, at)))
}

/// The place that a preposition governs.
fn by_preposition(tree: &Tree, lexicon: &Lexicon, head: usize) -> PlaceMention {
    mention(tree, lexicon, head, head, false, "place.preposition")
}

/// "the Il-76 transport plane" and "a Rafale" are no places, whatever capital they have.
fn is_known(tree: &Tree, lexicon: &Lexicon, head: usize) -> bool {
    // "left in haste": Haste is a town as well.
    let capital = tree.word(head).starts_with(char::is_uppercase);
    let listed = lexicon.is_place(name_text(tree, head)) || lexicon.is_place(tree.word(head));
    let listed = listed && capital;
    let labelled = matches!(
        tree.label(head),
        Some(EntityLabel::Gpe | EntityLabel::Location | EntityLabel::Facility)
    );
    let site = [Set::FacilityNoun, Set::PlaceNoun]
        .into_iter()
        .any(|set| lexicon.words.has(set, tree.lemma(head)));
    listed || labelled || site && has_name(tree, head)
}

/// "three were killed and 18 injured in X": a verb that goes on without its auxiliary tells the place of both.
pub fn goes_on(tree: &Tree, verb: usize) -> Option<usize> {
    let next = tree.kid(verb, Dep::Conj)?;
    // The parser may join the number and hang its participle on it.
    let next = match tree.pos(next) {
        Pos::Num => tree.kid(next, Dep::Acl)?,
        _ => next,
    };
    let helped = tree
        .kids(next)
        .any(|kid| matches!(tree.dep(kid), Dep::Aux | Dep::Auxpass));
    (tree.is_passive(verb) && tree.tag(next) == Tag::VBN && !helped).then_some(next)
}

/// What governs a token, as far as the clause goes that tells of it: where something was said is not where it happened.
fn around<'t>(
    tree: &'t Tree,
    lexicon: &'t Lexicon,
    token: usize,
) -> impl Iterator<Item = usize> + 't {
    let said = |at: usize| {
        matches!(tree.dep(at), Dep::Ccomp | Dep::Parataxis)
            && tree
                .head(at)
                .is_some_and(|verb| lexicon.cues.find(tree.lemma(verb), CuePart::Verb).is_some())
    };
    // "the men who shelled it had come from X": where those are of whom the clause tells is not where it happened.
    let of_another = |at: usize| {
        tree.dep(at) == Dep::Relcl
            && tree
                .head(at)
                .is_some_and(|noun| matches!(tree.dep(noun), Dep::Nsubj | Dep::Nsubjpass))
    };
    let mut left = false;
    let up = move |&at: &usize| {
        left |= of_another(at);
        tree.head(at)
            .filter(|&head| !(said(at) || left && tree.is_verb(head)))
    };
    std::iter::successors(Some(token), up).skip(1).take(CLIMB)
}

/// How many words up an event's place may hang.
const CLIMB: usize = 4;

/// How many nouns may stand between a preposition and the place ("killed in a strike on the hospital").
const NESTING: usize = 2;

/// The theme is a place itself, or a place stands before it ("the Kakhovka dam").
fn theme_place(tree: &Tree, lexicon: &Lexicon, at: usize) -> Option<PlaceMention> {
    let facility = lexicon.words.has(Set::FacilityNoun, tree.lemma(at));
    if facility || tree.pos(at) == Pos::Propn && is_place(tree, lexicon, at) {
        return Some(mention(tree, lexicon, at, at, false, "place.theme"));
    }
    let before = |kid: &usize| {
        matches!(tree.dep(*kid), Dep::Compound | Dep::Nmod)
            && is_place(tree, lexicon, *kid)
            && tree.pos(*kid) == Pos::Propn
            // "the highland city": no town of that name.
            && tree.word(*kid).chars().any(char::is_uppercase)
            && !lexicon.is_party(tree.word(*kid))
    };
    let region = tree.kids(at).find(before)?;
    // "the Idlib town of Saraqib": the town, and not the region before it.
    let town = tree.under_preposition(at, OF).filter(|&town| {
        lexicon.words.has(Set::PlaceNoun, tree.lemma(at)) && is_place(tree, lexicon, town)
    });
    let head = town.unwrap_or(region);
    Some(mention(tree, lexicon, head, head, false, "place.compound"))
}

/// Places under the locative prepositions of a token, nearest first, through nouns that are none ("in a strike on X").
fn preposition_places(tree: &Tree, lexicon: &Lexicon, at: usize, depth: usize) -> Vec<usize> {
    // "in the port but not at the depot".
    let negated =
        |kid: usize| tree.kid(kid, Dep::Neg).is_some() || of_office(tree, lexicon, at, kid);
    // "From the plant, they shelled houses in X": where it came down, sooner than where it came from.
    let mut led: Vec<usize> = tree.prepositions(at).filter(|&kid| !negated(kid)).collect();
    led.sort_by_key(|&kid| lexicon.words.has(Set::SourcePreposition, tree.lemma(kid)));
    let governed = led
        .into_iter()
        .filter(|&kid| lexicon.words.has(Set::PlacePreposition, tree.lemma(kid)))
        .filter_map(|kid| tree.governed(kid));
    let mut found = Vec::new();
    for noun in governed {
        let place = place_heads(tree, lexicon, noun).next();
        let unnamed = place.is_some_and(|place| {
            is_unnamed(tree, lexicon, place) || stands_by(tree, lexicon, place)
        });
        let below = || match depth {
            0 => Vec::new(),
            _ => preposition_places(tree, lexicon, noun, depth - 1),
        };
        match place {
            // "in a village in northern Syria", "on areas around Damascus".
            Some(place) if unnamed => {
                let within = below();
                let several = within.is_empty() && tree.tag(place) == Tag::NNS;
                found.extend(within);
                found.extend(several.then_some(place));
            }
            Some(place) => found.push(place),
            None if tree.is_nominal(noun) => found.extend(below()),
            None => {}
        }
    }
    found.extend(away::far_from(tree, lexicon, at));
    found
}

fn mention(
    tree: &Tree,
    lexicon: &Lexicon,
    head: usize,
    theme: usize,
    adverb: bool,
    rule: &'static str,
) -> PlaceMention {
    let span = of_name(tree, lexicon, head).unwrap_or_else(|| name_span(tree, lexicon, head));
    let land = land_of(tree, lexicon, head);
    PlaceMention {
        token: head,
        anaphoric: if land.is_some() {
            0
        } else {
            stands_for(tree, lexicon, head)
        },
        partial: adverb || land.is_some() || is_partial(tree, lexicon, head, theme),
        name: land.unwrap_or_else(|| tidy(tree.sentence.slice(span))),
        span,
        region: region_of(tree, lexicon, head),
        facility: tree.pos(head) == Pos::Noun
            && lexicon.words.has(Set::FacilityNoun, tree.lemma(head)),
        site: site_of(tree, lexicon, head),
        rule,
    }
}

/// "on Syrian territory", "shelled Ukrainian towns": somewhere in the land, and nowhere that was named before, unlike "the
/// Ukrainian town".
fn land_of(tree: &Tree, lexicon: &Lexicon, head: usize) -> Option<CompactString> {
    let fixed = |kid: usize| matches!(tree.dep(kid), Dep::Det | Dep::Nummod | Dep::Poss);
    let open = lexicon.words.has(Set::PlaceNoun, tree.lemma(head))
        && tree.pos(head) == Pos::Noun
        && !has_name(tree, head)
        && !tree.kids(head).any(fixed);
    let adjectives = tree
        .kids(head)
        .filter(|&kid| open && tree.dep(kid) == Dep::Amod);
    adjectives
        .filter_map(|kid| lexicon.places.adjectives(tree.word(kid)).next())
        .map(|land| land.name().into())
        .next()
}

/// "the hospital in X": X; the parser may hang the place on the verb of which the facility is the object.
fn site_of(tree: &Tree, lexicon: &Lexicon, head: usize) -> Option<CompactString> {
    let verb = tree
        .head(head)
        .filter(|_| matches!(tree.dep(head), Dep::Dobj | Dep::Nsubjpass));
    let named = |&place: &usize| tree.pos(place) == Pos::Propn;
    let site = [Some(head), verb].into_iter().flatten().find_map(|at| {
        preposition_places(tree, lexicon, at, 0)
            .into_iter()
            .find(named)
    })?;
    Some(tidy(tree.sentence.slice(name_span(tree, lexicon, site))))
}

/// How many earlier places a definite place noun stands for; `usize::MAX` for an open plural ("the areas").
fn stands_for(tree: &Tree, lexicon: &Lexicon, head: usize) -> usize {
    let lemma = tree.lemma(head);
    // "parts of it".
    if tree.pos(head) == Pos::Pron {
        return 1;
    }
    if tree.pos(head) != Pos::Noun || has_name(tree, head) {
        return 0;
    }
    if lexicon.words.has(Set::FacilityNoun, lemma) {
        return 1;
    }
    if !lexicon.words.has(Set::PlaceNoun, lemma) {
        return 0;
    }
    if tree.tag(head) == Tag::NNS {
        plural_count(tree, lexicon, head)
    } else {
        1
    }
}

fn plural_count(tree: &Tree, lexicon: &Lexicon, head: usize) -> usize {
    let numbered = tree
        .kids(head)
        .filter(|&kid| matches!(tree.dep(kid), Dep::Nummod | Dep::Det | Dep::Predet));
    let counted = numbered
        .filter_map(|kid| lexicon.words.count(tree.lemma(kid)))
        .next();
    counted.unwrap_or(usize::MAX)
}

/// Whether a noun points to something named before ("the city", "both towns").
fn is_definite(tree: &Tree, lexicon: &Lexicon, head: usize) -> bool {
    tree.kids(head).any(|kid| {
        let word = tree.lemma(kid);
        lexicon.words.has(Set::Determined, word)
            || lexicon.words.has(Set::PluralQuantifier, word) && tree.dep(kid) == Dep::Det
    })
}

/// "a village", "areas": some place that the text has not named, and none that it speaks of.
fn is_unnamed(tree: &Tree, lexicon: &Lexicon, head: usize) -> bool {
    tree.pos(head) == Pos::Noun
        && lexicon.words.has(Set::PlaceNoun, tree.lemma(head))
        && !has_name(tree, head)
        && !is_definite(tree, lexicon, head)
        && (tree.tag(head) == Tag::NNS || tree.kid(head, Dep::Det).is_some())
}

/// The head with its compounds and hyphens, without articles and adjectives of part.
fn name_span(tree: &Tree, lexicon: &Lexicon, head: usize) -> Span {
    let part = |kid: usize| lexicon.words.has(Set::PartWord, tree.lemma(kid));
    let keep = |kid: usize| match tree.dep(kid) {
        Dep::Compound | Dep::Nmod => {
            // "the 300-bed Alba Hospital": how large it is.
            let parts = [Dep::Nummod, Dep::Punct];
            let sized =
                tree.pos(kid) == Pos::Noun && parts.iter().all(|&dep| tree.kid(kid, dep).is_some());
            (kid < head || tree.pos(kid) == Pos::Propn) && tree.pos(kid) != Pos::Adp && !sized
        }
        Dep::Amod | Dep::Nummod => kid < head && tree.pos(kid) == Pos::Propn && !part(kid),
        Dep::Punct => kid < head && tree.word(kid) == "-",
        Dep::Det => tree.pos(head) == Pos::Noun && !has_name(tree, head),
        _ => false,
    };
    tree.stretch(head, &keep)
}

/// "X in the Y region", "X, Y Oblast", "Y's X": Y.
fn region_of(tree: &Tree, lexicon: &Lexicon, head: usize) -> Option<CompactString> {
    let chain: Vec<usize> = std::iter::once(head)
        .chain(tree.ancestors(head).take_while(|&at| !tree.is_verb(at)))
        .collect();
    let region = chain.iter().find_map(|&at| {
        let below = tree
            .prepositions(at)
            .filter(|&kid| lexicon.words.has(Set::RegionPreposition, tree.lemma(kid)))
            .filter_map(|kid| tree.governed(kid))
            .find(|&governed| !chain.contains(&governed) && is_region(tree, lexicon, governed));
        let beside = || {
            tree.kids(at).find(|&kid| {
                tree.dep(kid) == Dep::Appos
                    && is_region(tree, lexicon, kid)
                    && !chain.contains(&kid)
            })
        };
        below.or_else(beside).or_else(|| {
            tree.possessor(at)
                .filter(|&owner| is_region(tree, lexicon, owner))
        })
    })?;
    Some(tidy(tree.sentence.slice(name_span(tree, lexicon, region))))
}

fn is_region(tree: &Tree, lexicon: &Lexicon, token: usize) -> bool {
    is_place(tree, lexicon, token) && (tree.pos(token) == Pos::Propn || has_name(tree, token))
}

/// "parts of X", "northern X", "the outskirts of X".
fn is_partial(tree: &Tree, lexicon: &Lexicon, head: usize, theme: usize) -> bool {
    let part = |at: usize| lexicon.words.has(Set::PartWord, tree.lemma(at));
    let own = |at: usize| {
        tree.kids(at).any(|kid| {
            matches!(tree.dep(kid), Dep::Amod | Dep::Advmod | Dep::Compound) && part(kid)
        })
    };
    let between = std::iter::once(head)
        .chain(tree.ancestors(head))
        .take_while(|&at| at != theme);
    own(head)
        || between
            .chain(std::iter::once(theme))
            .any(|at| at != head && (part(at) || own(at)))
}
