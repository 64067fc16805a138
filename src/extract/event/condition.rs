//! What the theme or the doer of a frame must be for the frame to hold.

use crate::lexicon::Lexicon;
use crate::lexicon::frames::{Condition, Frame, Slot};
use crate::lexicon::words::Set;
use crate::model::parsed::{EntityLabel, Pos};

use super::super::tree::{OF, Tree};
use super::crowd::{is_crowd, is_holder, is_of_attack};
use super::force::{is_force, is_troops, moves_force};
use super::is_counted;
use super::place::{is_place, is_premises, place_heads};
use super::refused::is_idea_of;

/// Whether the parts of a frame are what its condition asks for.
pub(super) fn holds(
    tree: &Tree,
    lexicon: &Lexicon,
    frame: &Frame,
    token: usize,
    needed: Option<usize>,
    (agent, theme): (Option<usize>, Option<usize>),
) -> bool {
    let themed = |set: Set| {
        let fits = |at: usize| {
            // "51 % of the vote": the vote.
            let inner = tree.under_preposition(at, OF);
            let has = |at: usize| lexicon.words.has(set, tree.lemma(at));
            has(at) || inner.is_some_and(has)
        };
        // "two thirds of the vote": the share that the frame needs.
        let theme = theme.or(needed);
        theme.is_some_and(|theme| tree.conjuncts(theme).into_iter().any(fits))
    };
    match frame.condition {
        Condition::Any => true,
        Condition::Thing => {
            matches!(frame.theme, Slot::None)
                || theme.is_some()
                || frame.needs.is_some()
                || !tree_verb(frame)
        }
        Condition::Place => place_in(tree, lexicon, theme),
        Condition::Force => {
            place_in(tree, lexicon, theme)
                && (agent.is_some_and(|agent| is_force(tree, lexicon, agent))
                    || moves_force(tree, lexicon, frame, token))
        }
        Condition::Troops => {
            place_in(tree, lexicon, theme)
                && agent.is_some_and(|agent| is_troops(tree, lexicon, agent))
        }
        Condition::Person => match theme {
            // "fired it": a gun; "handed Goma over": a town.
            Some(theme) => {
                let town = tree.pos(theme) == Pos::Propn
                    && tree.label(theme) != Some(EntityLabel::Person)
                    && tree.kids(theme).next().is_none();
                counts_people(tree, lexicon, theme)
                    && !(town && is_place(tree, lexicon, theme))
                    && !lexicon.words.has(Set::CleftPronoun, tree.lemma(theme))
            }
            None => {
                !tree_verb(frame)
                    || matches!(frame.theme, Slot::None)
                    || needed.is_some_and(|needed| is_counted(tree, needed))
            }
        },
        Condition::Crowd => theme.is_some_and(|theme| {
            is_crowd(tree, lexicon, theme) && !is_of_attack(tree, lexicon, token, theme)
        }),
        // "its candidate had won the by-election": who won it is told by the frame of the election.
        Condition::Holder => theme.is_some_and(|theme| {
            let election = tree.object(token).filter(|&object| object != theme);
            let election =
                election.is_some_and(|at| lexicon.words.has(Set::ElectionNoun, tree.lemma(at)));
            is_holder(tree, lexicon, theme) && !election
        }),
        Condition::Works => themed(Set::FacilityNoun) || themed(Set::WorksNoun),
        Condition::Deed => theme.is_some_and(|theme| {
            let deed = !lexicon.frames.of_noun(tree.lemma(theme)).is_empty();
            tree.pos(theme) == Pos::Pron || deed || themed(Set::AttackNoun)
        }),
        Condition::Attack => themed(Set::AttackNoun),
        Condition::Agreement => themed(Set::AgreementNoun),
        Condition::Request => theme.is_some_and(|theme| {
            let wishes = [Set::AgreementNoun, Set::ProposalNoun, Set::RefusableNoun];
            let has = |set| lexicon.words.has(set, tree.lemma(theme));
            wishes.into_iter().any(has) || is_idea_of(tree, lexicon, theme)
        }),
        Condition::Arms => themed(Set::ArmsNoun),
        Condition::Flier => {
            // "three Rafales", "one Su-30": names that the parser may take for nouns.
            let named = |at: usize| {
                let capital = tree.word(at).starts_with(char::is_uppercase);
                capital || matches!(tree.pos(at), Pos::Pron | Pos::Propn | Pos::Num)
            };
            let any = |at: usize| tree.conjuncts(at).into_iter().any(named);
            let untold = theme.is_none() && tree.is_passive(token);
            themed(Set::FlierNoun) || theme.is_some_and(any) || untold
        }
        Condition::Election => themed(Set::ElectionNoun),
        Condition::Talks => themed(Set::TalksNoun),
        Condition::Matter => agent.is_some_and(|agent| is_matter(tree, lexicon, agent)),
    }
}

/// "a faulty engine is to blame": a thing, and nobody who could have done it.
pub fn is_matter(tree: &Tree, lexicon: &Lexicon, agent: usize) -> bool {
    let side = lexicon.is_party(tree.word(agent))
        || lexicon.words.has(Set::LandNoun, tree.lemma(agent))
        || is_place(tree, lexicon, agent);
    // "a launch by the militia is to blame": the militia is.
    let owner = || tree.by_phrase(agent).or_else(|| tree.owner(agent));
    is_thing(tree, lexicon, agent) && !side && owner().is_none()
}

/// "a broken axle": a common noun for nobody, which does nothing of itself.
pub fn is_thing(tree: &Tree, lexicon: &Lexicon, at: usize) -> bool {
    let somebody = lexicon.words.is_somebody(tree.lemma(at));
    tree.pos(at) == Pos::Noun && !somebody && !lexicon.parties.can_speak(tree.word(at))
}

fn tree_verb(frame: &Frame) -> bool {
    matches!(frame.agent, Slot::Subject) || matches!(frame.theme, Slot::Subject | Slot::Object)
}

/// Whether a theme is a place or what is held as places are.
pub fn place_in(tree: &Tree, lexicon: &Lexicon, theme: Option<usize>) -> bool {
    theme.is_some_and(|theme| {
        place_heads(tree, lexicon, theme).next().is_some()
            || is_post(tree, lexicon, theme)
            || is_area(tree, lexicon, theme)
            || is_premises(tree, lexicon, theme)
    })
}

/// "25 posts", "their positions": held and taken as places are, without a name.
fn is_post(tree: &Tree, lexicon: &Lexicon, theme: usize) -> bool {
    lexicon.words.has(Set::PostNoun, tree.lemma(theme))
}

/// "1,000 square kilometres", "40 hectares": so much ground, held and taken as places are.
fn is_area(tree: &Tree, lexicon: &Lexicon, theme: usize) -> bool {
    let words = &lexicon.words;
    let square = |kid: usize| words.has(Set::AreaWord, tree.lemma(kid));
    words.has(Set::AreaUnit, tree.lemma(theme)) || tree.kids(theme).any(square)
}

/// Whether the phrase counts or names people.
pub(super) fn counts_people(tree: &Tree, lexicon: &Lexicon, theme: usize) -> bool {
    let word = tree.lemma(theme);
    matches!(tree.pos(theme), Pos::Num | Pos::Propn | Pos::Pron)
        || lexicon.words.has(Set::PersonNoun, word)
        || lexicon.words.has(Set::RoleNoun, word)
        || lexicon.words.has(Set::LossNoun, word)
        || tree.pos(theme) == Pos::Noun && lexicon.parties.is_person_noun(word)
        // "hundreds were killed".
        || lexicon.words.has(Set::MeasureNoun, word) && tree.under_preposition(theme, OF).is_none()
        || is_counted(tree, theme)
            // "40 tonnes of ammonia were released".
            && tree.under_preposition(theme, OF).is_none()
            // "200,000 dollars were handed over".
            && tree.label(theme) != Some(EntityLabel::Money)
            && ![Set::ArmsNoun, Set::AttackNoun]
                .into_iter()
                .any(|set| lexicon.words.has(set, word))
        || tree
            .under_preposition(theme, OF)
            .is_some_and(|inner| {
                let word = tree.lemma(inner);
                lexicon.words.has(Set::PersonNoun, word) || lexicon.parties.is_person_noun(word)
            })
}
