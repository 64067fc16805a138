//! "Blast at market, police say", "Norway fires missile, army says": what a headline tells before who says so, without a verb or
//! with one that the parser took for a noun.

use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::{COMMA, Draft};

pub(super) fn mend(draft: &mut Draft) {
    if let Some((verb, name)) = turned(draft) {
        turn(draft, verb, name);
        return;
    }
    let Some((verb, comma)) = closing(draft) else {
        return;
    };
    if let Some(deed) = (1..comma).find(|&at| is_deed(draft, at)) {
        tell_deed(draft, deed, (verb, comma));
    } else if let Some(root) = (0..comma).find(|&at| is_root(draft, at, comma)) {
        draft.hang(root, verb, Dep::Ccomp);
        if let Some(participle) = draft.bare_participle(root) {
            draft.make_content(participle, root, verb);
        }
    }
}

/// "No deaths at mill, insists governor", "Nobody asked us, say Friends of Alba": a word of report right behind a comma, and
/// the name behind it that ends the headline.
fn turned(draft: &Draft) -> Option<(usize, usize)> {
    let comma = (1..draft.len()).rfind(|&at| draft.word(at) == COMMA)?;
    let verb = Some(comma + 1).filter(|&at| at < draft.len() && draft.says(at))?;
    let present = matches!(draft.tag(verb), Tag::VBZ | Tag::VBP | Tag::VB);
    let tells = draft.lexicon.words.has(Set::TellingVerb, draft.lemma(verb));
    let mut behind = draft.kids(verb).filter(|&kid| kid > verb);
    let name = behind.find(|&kid| matches!(draft.dep(kid), Dep::Nsubj | Dep::Dobj))?;
    let whole = (verb + 1..draft.len())
        .all(|at| draft.is_below(at, name) && !draft.is_finite(at) || draft.pos(at) == Pos::Punct);
    (present && !tells && whole && draft.is_nominal(name)).then_some((verb, name))
}

/// What stands before the comma is what is told, by whoever stands behind the word of report.
fn turn(draft: &mut Draft, verb: usize, name: usize) {
    let above = draft.head(verb);
    if above < verb {
        draft.make_root(verb);
        draft.hang(above, verb, Dep::Ccomp);
    }
    draft.sentence.tokens[verb].tag = Tag::VBZ;
    draft.hang(name, verb, Dep::Nsubj);
    let told: Vec<usize> = draft
        .kids(verb)
        .filter(|&kid| kid < verb && draft.is_nominal(kid) && draft.dep(kid) != Dep::Ccomp)
        .collect();
    for noun in told {
        draft.hang(noun, verb, Dep::Ccomp);
        if let Some(participle) = draft.bare_participle(noun) {
            draft.make_content(participle, noun, verb);
        }
    }
}

/// The word of report that ends the headline and the comma before its subject, where no verb stands before the comma.
fn closing(draft: &Draft) -> Option<(usize, usize)> {
    let last = (0..draft.len()).rfind(|&at| draft.pos(at) != Pos::Punct)?;
    let verb = Some(last).filter(|&at| draft.is_finite(at) && draft.says(at))?;
    let comma = (0..verb).rfind(|&at| draft.word(at) == COMMA)?;
    let subject = |kid: usize| kid > comma && draft.dep(kid) == Dep::Nsubj;
    let bare = !(0..comma).any(|at| draft.is_finite(at));
    (bare && draft.kids(verb).any(subject)).then_some((verb, comma))
}

/// What the parser hung on the word of report, or on nothing, before the comma.
fn is_root(draft: &Draft, at: usize, comma: usize) -> bool {
    let told = matches!(draft.pos(at), Pos::Noun | Pos::Propn | Pos::Num);
    told && (draft.head(at) == at || draft.head(at) > comma)
}

/// "Norway fires missile": a plural before a noun is no part of its name; "thousands march against tax": nor is a verb in the
/// plural counted.
fn is_deed(draft: &Draft, at: usize) -> bool {
    let known = !draft.lexicon.frames.of_verb(draft.lemma(at)).is_empty();
    let before = at - 1;
    let subject = draft.is_nominal(before) && draft.head(before) == at;
    let plural = draft.tag(at) == Tag::NNS && draft.dep(at) == Dep::Compound;
    let many = draft.tag(at) == Tag::NN
        && draft.tag(before) == Tag::NNS
        && draft.dep(before) == Dep::Nummod
        && draft.kid(at, Dep::Prep).is_some();
    known && subject && draft.pos(at) == Pos::Noun && (plural || many)
}

fn tell_deed(draft: &mut Draft, deed: usize, (verb, comma): (usize, usize)) {
    let object = draft.head(deed);
    let plural = draft.tag(deed) == Tag::NN;
    draft.hang(deed - 1, deed, Dep::Nsubj);
    draft.hang(deed, verb, Dep::Ccomp);
    if object != verb && object > deed && object < comma {
        draft.hang(object, deed, Dep::Dobj);
    }
    let word = &mut draft.sentence.tokens[deed];
    word.pos = Pos::Verb;
    word.tag = if plural { Tag::VBP } else { Tag::VBZ };
}
