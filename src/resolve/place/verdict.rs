//! Whether a name stands for a place at all, by what the syntax around it says.

use crate::lexicon::places::{Gazetteer, NameSource, Origin, PlaceRef, Sense};
use crate::model::claim::LexiconLine;
use crate::model::parsed::EntityLabel;
use crate::model::place::PlaceKind;

use super::read::{Qualifier, ReadName, read_name};
use super::rules::weight;

/// What the parser says about a mention.
#[derive(Debug, Clone, Copy, Default)]
pub struct SyntaxHints {
    /// The label of the named entity that covers the mention; `None` where none does.
    pub label: Option<EntityLabel>,
    /// It stands inside the listed name of a group, a company or an outlet.
    pub part_of_name: bool,
    /// A preposition of place governs it ("in", "at", "near").
    pub locative: bool,
    /// It is the subject of a verb of saying.
    pub saying_subject: bool,
    /// It is the doer of any verb: the subject of an active one, or behind "by".
    pub agent: bool,
    /// It is the object of a verb that reports nothing, the subject of a passive, or stands before or beside a noun.
    pub object: bool,
    /// It gets or shares something: a receiver, or behind "with" and "between".
    pub addressed: bool,
    /// The party lists know it as a capital or seat that stands for its government.
    pub government: bool,
    /// The party lists know a body, group, company, outlet or person of that name.
    pub bearer: bool,
    /// A token of a person's name or a title stands next to it.
    pub person_neighbour: bool,
}

/// Whether a mention is a place, and by which rule.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PlaceVerdict {
    /// It is.
    pub is_place: bool,
    /// Stable code of the rule that said so.
    pub rule: &'static str,
    /// The line of a list that it went by; `None` where syntax alone decided.
    pub line: Option<LexiconLine>,
}

struct Case<'t, 'g> {
    read: ReadName<'t>,
    hints: SyntaxHints,
    best: Option<PlaceRef<'g>>,
    is_adjective: bool,
    stopped: Option<LexiconLine>,
}

type Rule = (&'static str, fn(&Case<'_, '_>) -> Option<bool>);

/// The first rule that has an opinion decides.
const RULES: &[Rule] = &[
    ("place.no-name", |c| {
        (!has_capital(c.read.name)).then_some(false)
    }),
    ("place.acronym", |c| {
        (is_acronym(c.read.name) && !is_kind_named(c))
            .then_some(is_written_so(c))
            .filter(|place| !place)
    }),
    ("place.part-of-name", |c| {
        c.hints.part_of_name.then_some(false)
    }),
    ("place.person", |c| {
        (c.hints.person_neighbour && !is_kind_named(c) && !is_sure(c) && !is_near(c))
            .then_some(false)
    }),
    ("place.adjective", |c| {
        (c.is_adjective && c.best.is_none_or(|p| weight(&p) < 1e6)).then_some(false)
    }),
    ("place.speaker", |c| {
        (c.hints.saying_subject && !c.hints.locative).then_some(false)
    }),
    ("place.agent", |c| {
        (c.hints.agent && !c.hints.locative && stands_for_government(c)).then_some(false)
    }),
    ("place.metonym", |c| {
        (c.hints.government && !c.hints.locative && !c.hints.object).then_some(false)
    }),
    ("place.addressed", |c| {
        (c.hints.addressed && stands_for_government(c)).then_some(false)
    }),
    ("place.seat-of-power", |c| {
        (c.hints.bearer && is_seat(c) && !c.hints.locative && !c.hints.object).then_some(false)
    }),
    ("place.kind-named", |c| is_kind_named(c).then_some(true)),
    ("place.bearer", |c| {
        (c.hints.bearer && (c.best.is_none() || !is_well_known(c))).then_some(false)
    }),
    ("place.group", |c| {
        (c.hints.label == Some(EntityLabel::Norp)).then_some(is_sure(c))
    }),
    ("place.stop-word", |c| {
        (c.stopped.is_some()).then_some(c.hints.locative && is_place_label(c))
    }),
    ("place.other-name", |c| {
        (is_other_label(c)).then_some(is_sure(c) || c.hints.locative && is_well_known(c))
    }),
    ("place.label", |c| {
        (is_place_label(c) && (c.best.is_some() || c.hints.locative)).then_some(true)
    }),
    ("place.label-alone", |c| is_place_label(c).then_some(false)),
    ("place.locative", |c| {
        (c.hints.locative).then_some(c.best.is_some_and(|p| is_own_name(&p)))
    }),
    ("place.well-known", |c| Some(is_well_known(c))),
];

/// Whether `text` names a place, given what the syntax says.
pub fn is_place(text: &str, hints: SyntaxHints, gazetteer: &Gazetteer) -> PlaceVerdict {
    let read = read_name(text, gazetteer);
    let heavier = |a: PlaceRef<'_>, b: &PlaceRef<'_>| weight(&a) >= weight(b);
    let mut best: Option<PlaceRef<'_>> = None;
    for place in gazetteer.find(read.name) {
        if best.is_none_or(|known| !heavier(known, &place)) {
            best = Some(place);
        }
    }
    let adjective = gazetteer.adjectives(read.name).next();
    let stopped = gazetteer.stop_line(read.name);
    let line = stopped
        .or_else(|| best.and_then(|place| place.line()))
        .or(read.line);
    let case = Case {
        read,
        hints,
        best,
        is_adjective: adjective.is_some(),
        stopped,
    };
    let (rule, is_place) = RULES
        .iter()
        .find_map(|(code, rule)| rule(&case).map(|says| (*code, says)))
        .unwrap_or(("place.no-name", false));
    PlaceVerdict {
        is_place,
        rule,
        line,
    }
}

fn has_capital(name: &str) -> bool {
    name.chars().any(char::is_uppercase)
}

/// "SUV", "NATO": few capitals and nothing else, as a town is written in a headline at most.
fn is_acronym(name: &str) -> bool {
    let letters = name.chars().count();
    (2..=MOST_LETTERS).contains(&letters) && name.chars().all(char::is_uppercase)
}

/// A listed short form ("UK"), or a well-known town that a headline shouts ("KYIV").
fn is_written_so(case: &Case<'_, '_>) -> bool {
    let listed = |place: PlaceRef<'_>| matches!(place.source, NameSource::Listed(_));
    let shouted = case.read.name.len() >= SHOUTED && is_well_known(case);
    case.best.is_some_and(listed) || shouted
}

fn is_kind_named(case: &Case<'_, '_>) -> bool {
    !matches!(case.read.sense, Sense::Whole)
        || case
            .best
            .is_some_and(|p| matches!(p.kind(), PlaceKind::Facility | PlaceKind::Natural))
}

/// A building that bears the name of those who sit in it.
fn is_seat(case: &Case<'_, '_>) -> bool {
    let building = |p: PlaceRef<'_>| p.kind() == PlaceKind::Facility;
    matches!(case.read.sense, Sense::Whole) && case.best.is_some_and(building)
}

fn is_place_label(case: &Case<'_, '_>) -> bool {
    matches!(
        case.hints.label,
        Some(EntityLabel::Gpe | EntityLabel::Location | EntityLabel::Facility)
    )
}

fn is_other_label(case: &Case<'_, '_>) -> bool {
    case.hints.label.is_some() && !is_place_label(case)
}

/// A country, region or listed place, or a city that every reader knows.
fn is_well_known(case: &Case<'_, '_>) -> bool {
    case.best.is_some_and(|place| {
        let listed = matches!(place.source, NameSource::Listed(_));
        listed || is_own_name(&place) && weight(&place) >= WELL_KNOWN
    })
}

/// The name of a town or region that nobody else bears, whatever the parser takes it for.
fn is_sure(case: &Case<'_, '_>) -> bool {
    let known = |place: PlaceRef<'_>| {
        matches!(place.source, NameSource::Listed(_))
            || is_own_name(&place) && weight(&place) >= SURE
    };
    case.stopped.is_none()
        && !case.is_adjective
        && !case.hints.bearer
        && case.best.is_some_and(known)
}

/// "Avdiivka frontline": a word behind the name says that it is a place.
fn is_near(case: &Case<'_, '_>) -> bool {
    case.read.qualifier != Qualifier::Whole
}

/// A country or capital that acts is its government.
fn stands_for_government(case: &Case<'_, '_>) -> bool {
    let country = |p: PlaceRef<'_>| p.kind() == PlaceKind::Country || p.is_capital();
    matches!(case.read.sense, Sense::Whole) && case.best.is_some_and(country)
}

fn is_own_name(place: &PlaceRef<'_>) -> bool {
    !matches!(place.source, NameSource::File(Origin::Alternate))
}

/// Inhabitants from which a name that is no common word and no party's is the town's against the parser's label.
const SURE: f32 = 20_000.0;
/// Inhabitants from which a name without any sign from the syntax is taken for the city.
const WELL_KNOWN: f32 = 100_000.0;
/// Letters of an acronym, at most.
const MOST_LETTERS: usize = 5;
/// Letters of a name in capitals that is no acronym, at least.
const SHOUTED: usize = 4;
