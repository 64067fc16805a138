//! Finds assertions: frame words in a sentence, with who did it and what it was done to.

use crate::lexicon::Lexicon;
use crate::lexicon::assertions::{Assertions, Effect};
use crate::lexicon::frames::{Condition, Frame, Slot};
use crate::lexicon::numbers::Sense;
use crate::lexicon::words::Set;
use crate::model::claim::Question;
use crate::model::parsed::{Dep, Pos, Tag};

use super::tree::Tree;

mod condition;
mod crowd;
mod faded;
mod force;
mod needed;
mod origin;
mod place;
mod preposition;
mod refused;
mod slot;
mod walkout;

use condition::{counts_people, holds};
use faded::is_faded;
pub use needed::lacks_needed;
use needed::{find_needed, is_turned_idiom};
use origin::{comes_from_ground, fired_from, holder_of_ground, wielder};
use slot::{of_any, slot};

pub use condition::{is_matter, is_thing, place_in};
pub use place::{below_generic, has_name, is_place, is_premises, name_text, of_name, place_heads};
pub use refused::refused_before;
use refused::{disputes_a_report, is_rebuke, is_retort, is_withheld};
pub use slot::is_carried_out;
use walkout::is_walkout;

/// A frame found in a sentence.
#[derive(Debug, Clone)]
pub struct Event<'l> {
    /// Head word of the frame.
    pub trigger: usize,
    /// The dependent that the frame needed.
    pub needed: Option<usize>,
    /// The line of the frame list.
    pub frame: &'l Frame,
    /// Head token of the doer.
    pub agent: Option<usize>,
    /// Head token of what it was done to.
    pub theme: Option<usize>,
}

/// All frames of a sentence, one a trigger.
pub fn find_events<'l>(tree: &Tree, lexicon: &'l Lexicon) -> Vec<Event<'l>> {
    let mut found: Vec<Event> = Vec::new();
    for token in 0..tree.len() {
        found.extend(event_at(tree, lexicon, token));
    }
    let needed: Vec<usize> = found.iter().filter_map(|event| event.needed).collect();
    found.retain(|event| !needed.contains(&event.trigger) && !is_walkout(tree, lexicon, event));
    found
}

fn event_at<'l>(tree: &Tree, lexicon: &'l Lexicon, token: usize) -> Option<Event<'l>> {
    let frames = match tree.pos(token) {
        // "471 dead and 342 injured": an adjective that is counted stands for people.
        Pos::Adj | Pos::Verb if is_counted(tree, token) || is_summed(tree, lexicon, token) => {
            match lexicon.frames.of_noun(tree.lemma(token)) {
                [] => lexicon.frames.of_noun(&tree.word(token).to_lowercase()),
                known => known,
            }
        }
        Pos::Verb | Pos::Aux if tree.dep(token) != Dep::Amod => {
            lexicon.frames.of_verb(tree.lemma(token))
        }
        Pos::Noun | Pos::Propn if tree.dep(token) != Dep::Compound => {
            match lexicon.frames.of_noun(tree.lemma(token)) {
                [] => of_any(tree, lexicon, token),
                known => known,
            }
        }
        _ => return None,
    };
    let mut fits = frames
        .iter()
        .filter_map(|frame| fit(tree, lexicon, token, frame));
    let first = fits
        .next()
        .filter(|event| !event.frame.assertion.is_empty())?;
    if first.theme.is_some() {
        return Some(first);
    }
    // "a strike against X", "a strike on X": of frames that say the same, the one whose theme is there.
    let fuller = |event: &Event| {
        let same = event.frame.assertion == first.frame.assertion && event.needed == first.needed;
        event.theme.is_some() && same
    };
    Some(fits.find(fuller).unwrap_or(first))
}

/// "sank the ship", "was burned by rebels": not what a thing does by itself, as the frame says that has no doer.
fn is_done_to(tree: &Tree, frame: &Frame, token: usize) -> bool {
    let by_itself = matches!((&frame.agent, &frame.theme), (Slot::None, Slot::Subject));
    by_itself && tree.is_verb(token) && (tree.object(token).is_some() || tree.is_passive(token))
}

fn is_counted(tree: &Tree, token: usize) -> bool {
    tree.kids(token).any(|kid| tree.dep(kid) == Dep::Nummod)
}

/// "put the number of missing workers at 31", "the number of the missing": what is counted are the missing.
fn is_summed(tree: &Tree, lexicon: &Lexicon, token: usize) -> bool {
    let counts = |at: usize| lexicon.numbers.has(tree.lemma(at), Sense::CountNoun);
    let noun = match tree.dep(token) {
        Dep::Amod => tree.head(token),
        _ => Some(token),
    };
    noun.filter(|&noun| tree.dep(noun) == Dep::Pobj)
        .and_then(|noun| tree.head(tree.head(noun)?))
        .is_some_and(counts)
}

fn fit<'l>(tree: &Tree, lexicon: &'l Lexicon, token: usize, frame: &'l Frame) -> Option<Event<'l>> {
    let needed = match &frame.needs {
        None => None,
        Some(need) => Some(find_needed(tree, token, need).filter(|&needed| {
            // "no part of the town is under their control": the subject is nobody's part in a deed; "boxes had been
            // stuffed" has the object there.
            let subject = tree.dep(needed) == Dep::Nsubj;
            let turned = matches!(tree.dep(needed), Dep::Nsubj | Dep::Nsubjpass)
                && is_turned_idiom(tree, token, frame);
            !(subject && matches!(frame.agent, Slot::Subject) || turned)
        })?),
    };
    let whole = needed.is_none_or(|at| tree.dep(at) == Dep::Prt);
    if whole && is_done_to(tree, frame, token) {
        return None;
    }
    let agent = slot(tree, lexicon, token, needed, &frame.agent);
    let theme = slot(tree, lexicon, token, needed, &frame.theme).filter(|&theme| {
        // "two soldiers were captured", "copied the data": the noun that the frame needs, and what it was done to.
        let told = tree.dep(theme) == Dep::Nsubjpass || frame.condition == Condition::Any;
        Some(theme) != needed || told
    });
    let theme = theme
        .or_else(|| named_before(tree, lexicon, frame, needed))
        .or_else(|| sought_in_talks(tree, lexicon, frame, needed));
    let theme = theme.map(|at| refused_before(tree, &lexicon.words, token, at).unwrap_or(at));
    let (agent, theme) = settle(tree, lexicon, frame, agent, theme, token);
    let (agent, theme) = headline_passive(tree, lexicon, frame, agent, theme, token);
    let agent = match comes_from_ground(frame) {
        true => Some(holder_of_ground(tree, lexicon, agent?)?),
        false => agent.or_else(|| fired_from(tree, lexicon, frame, token)),
    };
    let agent = agent.map(|agent| wielder(tree, lexicon, agent).unwrap_or(agent));
    // "the airport is ours": the word that the frame needs names who.
    let whose = needed.filter(|&at| tree.pos(at) == Pos::Pron);
    let agent = agent.or(whose.filter(|_| matches!(frame.agent, Slot::None)));
    // "is due to speak": nothing is said to have caused anything.
    let uncaused = agent.is_none()
        && matches!(frame.agent, Slot::Preposition(_) | Slot::Object)
        && lexicon.question(&frame.assertion) == Question::Cause;
    let rebuke = is_rebuke(tree, &lexicon.words, frame, token)
        || is_retort(tree, lexicon, frame, token, (agent, theme));
    let untold = is_withheld(tree, token) || disputes_a_report(tree, lexicon, token, theme);
    if uncaused || rebuke || untold {
        return None;
    }
    if is_over(tree, lexicon, frame, token)
        || is_faded(tree, lexicon, frame, token, needed)
        || !holds(tree, lexicon, frame, token, needed, (agent, theme))
    {
        return None;
    }
    let event = Event {
        trigger: token,
        needed,
        frame,
        agent,
        theme,
    };
    Some(deed_taken_part_in(tree, lexicon, &event).unwrap_or(event))
}

/// "holds the mayor hostage": the parser takes whom it befell for a part of the word that the frame needs.
fn named_before(
    tree: &Tree,
    lexicon: &Lexicon,
    frame: &Frame,
    needed: Option<usize>,
) -> Option<usize> {
    let person = frame.theme == Slot::Object && frame.condition == Condition::Person;
    let needed = needed.filter(|&at| person && tree.dep(at) == Dep::Dobj)?;
    let mut before = tree
        .kids(needed)
        .filter(|&kid| tree.dep(kid) == Dep::Compound);
    before.find(|&kid| tree.pos(kid) == Pos::Noun && counts_people(tree, lexicon, kid))
}

/// "is in talks to buy its rival": whom they are about, where nobody is named with whom they are.
fn sought_in_talks(
    tree: &Tree,
    lexicon: &Lexicon,
    frame: &Frame,
    needed: Option<usize>,
) -> Option<usize> {
    let talks = |at: &usize| lexicon.words.has(Set::TalksNoun, tree.lemma(*at));
    let with = matches!(frame.theme, Slot::Preposition(_));
    let needed = needed.filter(talks).filter(|_| with)?;
    let aim = |at: usize| {
        tree.tag(at) == Tag::VB && matches!(tree.dep(at), Dep::Acl | Dep::Xcomp | Dep::Advcl)
    };
    let of_verb = tree
        .head_verb(needed)
        .into_iter()
        .flat_map(|verb| tree.kids(verb));
    let mut aims = tree.kids(needed).chain(of_verb).filter(|&at| aim(at));
    aims.find_map(|verb| tree.kid(verb, Dep::Dobj))
}

/// The assertion that a part in a deed was had; the deed itself says more.
const PART_IN: &str = "involve";

/// "denied responsibility for the attack on X", "had no part in the killing": the attack, the killing, with the same
/// doer, unless the noun names another.
fn deed_taken_part_in<'l>(
    tree: &Tree,
    lexicon: &'l Lexicon,
    event: &Event<'l>,
) -> Option<Event<'l>> {
    let part = event.frame.assertion == PART_IN;
    // "the cause of death was a heart attack": what somebody died of.
    let cause =
        event.needed.is_some() && lexicon.question(&event.frame.assertion) == Question::Cause;
    let noun = event
        .theme
        .filter(|&theme| (part || cause) && tree.pos(theme) == Pos::Noun)?;
    let deed = event_at(tree, lexicon, noun).filter(|deed| match cause {
        true => Assertions::builtin().get(&deed.frame.assertion).effect == Effect::Toll,
        false => {
            deed.frame.assertion != PART_IN
                && lexicon.question(&deed.frame.assertion) == Question::Responsibility
        }
    })?;
    // "responsible for the Kremlin drone attack": a name before the deed is what it was done to.
    let named = |agent: usize| matches!(tree.dep(agent), Dep::Compound | Dep::Nmod);
    let target = deed
        .agent
        .filter(|&agent| Some(agent) != event.agent && event.agent.is_some() && named(agent));
    let own = deed.agent.is_none() || deed.agent == event.agent || target.is_some();
    // "the ship may have been involved in the strike": a thing had a part, and did not strike.
    let thing = |agent: usize| {
        tree.is_verb(event.trigger)
            && tree.pos(agent) == Pos::Noun
            && !lexicon.words.is_somebody(tree.lemma(agent))
            && tree.tag(agent) == Tag::NN
    };
    let own = own && !(part && event.agent.is_some_and(thing));
    own.then_some(Event {
        trigger: event.trigger,
        needed: event.needed.or(Some(noun)),
        agent: event.agent,
        theme: deed.theme.or(target).or(Some(noun)),
        ..deed
    })
}

/// "Pokrovsk's capture", "the Bakhmut offensive": a possessive or compound place is the theme, not the doer.
fn settle(
    tree: &Tree,
    lexicon: &Lexicon,
    frame: &Frame,
    agent: Option<usize>,
    theme: Option<usize>,
    token: usize,
) -> (Option<usize>, Option<usize>) {
    if theme.is_some() || tree.is_verb(token) || matches!(frame.theme, Slot::None) {
        return (agent, theme);
    }
    // "the X attack on Y": what stands behind the noun suffered it.
    let behind = tree.prepositions(token).any(|kid| {
        let lemma = tree.lemma(kid);
        lexicon.words.has(Set::LoosePreposition, lemma) && tree.governed(kid).is_some()
    });
    let compound = tree
        .kids(token)
        .find(|&kid| tree.dep(kid) == Dep::Compound && is_place(tree, lexicon, kid))
        .filter(|_| !behind);
    let owns = |agent: usize| tree.dep(agent) == Dep::Poss && tree.head(agent) == Some(token);
    match agent.filter(|&agent| owns(agent) && is_settlement(tree, lexicon, agent)) {
        Some(place) => (None, Some(place)),
        // "Israel strike kills two": a state before the deed did it or suffered it.
        None if compound.is_some_and(|at| agent == Some(at) && lexicon.is_party(tree.word(at))) => {
            (None, None)
        }
        None => (agent, compound),
    }
}

/// "Kupiansk liberated, says the general": headlines drop the auxiliary, and the parser takes the place for the doer.
fn headline_passive(
    tree: &Tree,
    lexicon: &Lexicon,
    frame: &Frame,
    agent: Option<usize>,
    theme: Option<usize>,
    token: usize,
) -> (Option<usize>, Option<usize>) {
    let wanted = matches!((&frame.agent, &frame.theme), (Slot::Subject, Slot::Object))
        && matches!(frame.condition, Condition::Place | Condition::Force);
    let bare = matches!(tree.tag(token), Tag::VBD | Tag::VBN)
        && !tree.kids(token).any(|kid| tree.dep(kid) == Dep::Aux);
    match agent {
        Some(place) if wanted && bare && theme.is_none() && is_settlement(tree, lexicon, place) => {
            (None, Some(place))
        }
        _ => (agent, theme),
    }
}

/// "the battle for the town has ended": no longer fought over.
fn is_over(tree: &Tree, lexicon: &Lexicon, frame: &Frame, noun: usize) -> bool {
    let contest = Assertions::builtin().get(&frame.assertion).effect == Effect::Contest;
    let subject = matches!(tree.dep(noun), Dep::Nsubj | Dep::Nsubjpass) && !tree.is_verb(noun);
    let closes = |verb: usize| lexicon.words.has(Set::ClosingVerb, tree.lemma(verb));
    contest && subject && tree.head(noun).is_some_and(closes)
}

fn is_settlement(tree: &Tree, lexicon: &Lexicon, token: usize) -> bool {
    is_place(tree, lexicon, token) && !lexicon.is_party(tree.word(token))
}

/// "fighting goes on", "the units are encircled": said of the place that the text is speaking of.
pub fn goes_without_place(event: &Event) -> bool {
    let effect = Assertions::builtin().get(&event.frame.assertion).effect;
    event.frame.condition == Condition::Any && matches!(effect, Effect::Contest | Effect::Siege)
}
