//! Words of control that tell of none over ground: what was held once, what somebody has more of, and whose a thing is.

use crate::lexicon::Lexicon;
use crate::lexicon::assertions::{Assertions, Effect};
use crate::lexicon::frames::Frame;
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::super::tree::Tree;

/// Whether the words of the frame tell of no control that goes on.
pub(super) fn is_faded(
    tree: &Tree,
    lexicon: &Lexicon,
    frame: &Frame,
    token: usize,
    needed: Option<usize>,
) -> bool {
    let holds = Assertions::builtin().get(&frame.assertion).effect == Effect::Hold;
    holds
        && (is_past(tree, lexicon, token)
            || is_owner(tree, lexicon, token)
            || needed.is_some_and(|needed| is_graded(tree, needed)))
}

/// "which until recently controlled the city", "the town that they once held".
fn is_past(tree: &Tree, lexicon: &Lexicon, token: usize) -> bool {
    let past = matches!(tree.tag(token), Tag::VBD | Tag::VBN);
    let adverb = |at: usize| at < tree.len() && tree.pos(at) == Pos::Adv;
    // "until recently": the parser has three ways to hang it.
    let faded = |kid: usize| {
        let bare = match tree.dep(kid) {
            Dep::Advmod => true,
            Dep::Prep => tree.governed(kid).is_none_or(adverb),
            Dep::Mark => adverb(kid + 1) && tree.head(kid + 1) == Some(token),
            _ => false,
        };
        bare && lexicon.words.has(Set::FadedWord, tree.lemma(kid))
    };
    past && tree.kids(token).any(faded)
}

/// "attacked a camp belonging to the army": whose camp it is, and no word on who holds the ground.
fn is_owner(tree: &Tree, lexicon: &Lexicon, token: usize) -> bool {
    let beside = tree.dep(token) == Dep::Acl && tree.tag(token) == Tag::VBG;
    beside && lexicon.words.has(Set::OwningVerb, tree.lemma(token))
}

/// "exerting greater control over the city": power that grows, not ground that is held.
fn is_graded(tree: &Tree, needed: usize) -> bool {
    tree.kids(needed).any(|kid| tree.tag(kid) == Tag::JJR)
}
