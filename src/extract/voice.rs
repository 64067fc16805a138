//! Climbs from an assertion to those who report it: whose words it is, affirmed or denied, stated, possible or planned.

use crate::lexicon::cues::CueClass;
use crate::lexicon::words::{Set, WordSets};
use crate::model::claim::{Modality, Stance};
use crate::model::parsed::{Dep, Pos, Tag};

use super::cue::{Cue, is_negated};
use super::tree::{OF, Tree};

mod emission;
mod path;
mod prospect;
mod rhetoric;
mod scope;

use emission::{emit, is_aside, own_word_denied, turned};
use path::{Path, absorb};
pub(super) use prospect::is_only_prospect;
use prospect::prospect;
pub(super) use rhetoric::rhetoric;
use scope::{
    is_aim, is_caused, is_determiner, is_not_only, is_only_charged, is_purpose, is_purpose_of_noun,
    is_told_aside, is_verdict_aside, is_weighed,
};
pub(super) use scope::{is_reason, is_yet_to};

/// One party's word on an assertion.
#[derive(Debug, Clone, PartialEq)]
pub struct Voice {
    /// Head token of the speaker; `None` for the outlet's own voice or an unnamed source.
    pub speaker: Option<usize>,
    /// Index of the cue in the sentence's list; `None` for the outlet's own voice.
    pub cue: Option<usize>,
    /// Affirmed or denied.
    pub stance: Stance,
    /// Stated, possible or planned.
    pub modality: Modality,
    /// Those who pass it on, innermost first, as head tokens.
    pub relayed_by: Vec<usize>,
    /// Who is accused of it.
    pub accused: Option<usize>,
    /// Whom "it" and "its" in the content mean: the claimant of a claim, the denier of an accusation.
    pub owner: Option<usize>,
    /// Who denies another's claim in which "it" is the doer of a deed.
    pub denier: Option<usize>,
    /// The text takes the event for granted instead of asserting it ("after the attack").
    pub presupposed: bool,
}

impl Voice {
    /// The word of a speaker, stated as fact, passed on by nobody and reported by no word of the list.
    pub fn plain(speaker: usize, stance: Stance) -> Voice {
        Voice {
            speaker: Some(speaker),
            cue: None,
            stance,
            modality: Modality::Stated,
            relayed_by: Vec::new(),
            accused: None,
            owner: None,
            denier: None,
            presupposed: false,
        }
    }
}

/// Cue indices by content root, one list a token.
pub fn contents_by_token(tree: &Tree, cues: &[Cue]) -> Vec<Vec<usize>> {
    let mut by_token = vec![Vec::new(); tree.len()];
    for (index, cue) in cues.iter().enumerate() {
        cue.contents
            .iter()
            .for_each(|&content| by_token[content].push(index));
    }
    // "theories on the raid, which Norway blamed on rebels": whoever blames speaks of the raid, and not who has theories.
    let blames = |&index: &usize| cues[index].up.is_none() && cues[index].accused.is_some();
    for own in &mut by_token {
        own.sort_by_key(|index| !blames(index));
    }
    by_token
}

/// Who says what the trigger names. Empty when it is asked, conditional or left open.
pub fn voices(
    tree: &Tree,
    cues: &[Cue],
    contents: &[Vec<usize>],
    words: &WordSets,
    trigger: usize,
) -> Vec<Voice> {
    let (mut path, mut stack) = climb(tree, cues, contents, words, trigger);
    if let Some(said) = own_word_denied(tree, cues, &stack) {
        path.modality = path.modality.or(said.modality);
        stack.remove(0);
    }
    if path.dropped {
        return Vec::new();
    }
    stack.retain(|&at| !is_verdict_aside(tree, &cues[at]));
    let pairs = stack.iter().zip(stack.iter().skip(1));
    if pairs
        .into_iter()
        .any(|(&inner, &outer)| cues[outer].denies_saying(tree, &cues[inner]))
    {
        return Vec::new();
    }
    // "denied freeing X or attacking Y, as alleged by Z": the clause may hang on either.
    let denied = stack.iter().any(|&at| cues[at].class == CueClass::Deny);
    let (aside, stack): (Vec<usize>, Vec<usize>) = stack
        .into_iter()
        .partition(|&at| denied && is_aside(tree, &cues[at]));
    let mut voices = emit(cues, &stack, path);
    if let Some(turned) = turned(cues, &stack) {
        voices.extend(emit(cues, &turned, path));
    }
    voices.extend(claimants(tree, cues, contents, &stack, &aside, path));
    voices
}

/// "denied shelling the town, as Kyiv claims": what is denied is what Kyiv says.
fn claimants(
    tree: &Tree,
    cues: &[Cue],
    contents: &[Vec<usize>],
    stack: &[usize],
    aside: &[usize],
    path: Path,
) -> Vec<Voice> {
    let Some(&denial) = stack.first().filter(|&&at| {
        cues[at].class == CueClass::Deny && !cues[at].undecided && !cues[at].nominal
    }) else {
        return Vec::new();
    };
    let beside = |cue: usize| is_aside(tree, &cues[cue]);
    let near = cues[denial]
        .contents
        .iter()
        .chain([&cues[denial].token])
        .flat_map(|&at| contents[at].iter().copied());
    let near = near.filter(|&cue| beside(cue));
    let mut found: Vec<usize> = aside.iter().copied().chain(near).collect();
    found.sort_unstable();
    found.dedup();
    found
        .into_iter()
        .flat_map(|cue| emit(cues, &[cue], path))
        // "it" in what is denied is whoever denies it.
        .map(|voice| Voice {
            owner: cues[denial].speaker.or(voice.owner),
            ..voice
        })
        .collect()
}

fn climb(
    tree: &Tree,
    cues: &[Cue],
    contents: &[Vec<usize>],
    words: &WordSets,
    trigger: usize,
) -> (Path, Vec<usize>) {
    let (mut path, mut stack) = (Path::default(), Vec::new());
    let (mut at, mut from) = (trigger, None);
    loop {
        if stack.is_empty() && !path.settled {
            absorb(tree, words, at, from, &mut path);
        }
        let next_cue = contents[at].iter().copied().find(|&cue| {
            let told = cues[cue].blames_for_told(at);
            // "A dentist accused of theft blames a clerk": what he is accused of is nothing that he blames the clerk for.
            let aside = told && from.is_some_and(|from: usize| tree.dep(from) == Dep::Nsubj);
            let own = cues[cue].token == trigger && !cues[cue].blames_for_told(trigger) || aside;
            is_new(cues, &stack, cue) && !own
        });
        if let Some(cue) = next_cue {
            if stack.is_empty() && !path.finite && is_wanted_deed(tree, words, at, &cues[cue]) {
                path.modality = Some(Modality::Planned);
                // "warned residents not to return": advice against a deed denies none.
                path.dropped |= path.negative;
            }
            stack.push(cue);
            let up = cues[cue].up.filter(|&up| up != at);
            (at, from) = (up.unwrap_or(at), None);
            continue;
        }
        let left = stack
            .last()
            .is_some_and(|&cue| leaves_report(tree, words, cues, contents, (&cues[cue], at)));
        let Some(head) = tree.head(at).filter(|_| !left) else {
            return (path, stack);
        };
        if stack.is_empty() && !path.settled && is_of_none(tree, words, at, head) {
            path.negative = !path.negative;
            path.settled = true;
        }
        path.settled |= stack.is_empty() && is_of_any(tree, words, at, head);
        let weighed = !path.presupposed && is_weighed(tree, words, at, head);
        if stack.is_empty() && !path.settled {
            // "talked of closing the plant": told as weighed, and not as done.
            let talked_of = tree.dep(at) == Dep::Prep && prospect(tree, words, head, at).is_some();
            path.presupposed |=
                !talked_of && is_presupposed(tree, words, at, head) && !tree.is_cleft(at);
        }
        if stack.is_empty() {
            path.aside |= is_told_aside(tree, at);
            if is_only_charged(tree, words, at, head) {
                path.modality = path.modality.or(Some(Modality::Possible));
            }
            path.finite |= tree.dep(at) == Dep::Ccomp || path.aside;
            // "it was not clear how many were shot": what stands under a negated verb that reports nothing is left open.
            path.dropped |= tree.dep(at) == Dep::Ccomp && is_negated(tree, words, head);
            let purpose = is_purpose_of_noun(tree, at) || is_purpose(tree, words, at, head);
            if purpose || is_aim(tree, words, at) || weighed {
                path.modality = Some(Modality::Planned);
                // "no order to fire", "no plans to visit".
                path.negative ^= is_purpose_of_noun(tree, at) && is_none(tree, words, head);
            }
        }
        (at, from) = (head, Some(at));
    }
}

/// "there is no soldier held captive", "knows of no civilian who was shot": nobody was.
fn is_of_none(tree: &Tree, words: &WordSets, at: usize, head: usize) -> bool {
    matches!(tree.dep(at), Dep::Acl | Dep::Relcl)
        && tree.is_verb(at)
        && tree.tag(at) != Tag::VB
        && tree.kid(at, Dep::Mark).is_none()
        && is_none(tree, words, head)
}

/// "no knowledge of any soldier held there": whether any was is what is judged, not taken for granted.
fn is_of_any(tree: &Tree, words: &WordSets, at: usize, head: usize) -> bool {
    matches!(tree.dep(at), Dep::Acl | Dep::Relcl)
        && tree.is_verb(at)
        && tree.kid(at, Dep::Mark).is_none()
        && tree
            .kids(head)
            .any(|kid| words.has(Set::AnyWord, tree.lemma(kid)))
}

/// "amid reports that the town had fallen, X said …": nobody who speaks around a report that is nobody's makes it their
/// own; "has information that" does.
fn leaves_report(
    tree: &Tree,
    words: &WordSets,
    cues: &[Cue],
    contents: &[Vec<usize>],
    (cue, at): (&Cue, usize),
) -> bool {
    let nobodys =
        cue.nominal && cue.class == CueClass::Say && cue.speaker.is_none() && at == cue.token;
    let held = || {
        tree.dep(at) == Dep::Dobj
            && tree
                .head(at)
                .filter(|&verb| words.has(Set::HavingVerb, tree.lemma(verb)))
                .is_some_and(|verb| {
                    // "denies receiving a warning of the attack" denies no attack.
                    let denied = |&cue: &usize| cues[cue].class == CueClass::Deny;
                    !is_negated(tree, words, verb) && !contents[verb].iter().any(denied)
                })
    };
    nobodys && !held()
}

/// Whether a way up has not yet been through the token of a cue.
fn is_new(cues: &[Cue], stack: &[usize], cue: usize) -> bool {
    stack
        .iter()
        .all(|&taken| cues[taken].token != cues[cue].token)
}

/// Edges across which a denial of what stands above does not reach.
fn is_presupposed(tree: &Tree, words: &WordSets, at: usize, head: usize) -> bool {
    match tree.dep(at) {
        // "the liberation of X was completed", "no attack took place": the verb only says how far it came.
        Dep::Nsubj | Dep::Nsubjpass if words.has(Set::AspectVerb, tree.lemma(head)) => false,
        // "recorded 17 civilians killed": that they were is what was recorded.
        Dep::Acl if is_recorded(tree, words, at, head) => false,
        Dep::Acl if is_told_of(tree, words, at, head) => false,
        Dep::Dobj => is_caused(tree, words, at, head),
        Dep::Relcl
        | Dep::Appos
        | Dep::Amod
        | Dep::Poss
        | Dep::Compound
        | Dep::Advcl
        | Dep::Nsubj
        | Dep::Nsubjpass
        | Dep::Csubj
        | Dep::Csubjpass
        | Dep::Acl
        | Dep::Npadvmod => true,
        // "far from having taken the town": denied, not taken for granted.
        Dep::Prep if is_far_from(tree, words, at) => false,
        Dep::Prep if words.has(Set::NegativePhrase, tree.lemma(head)) => false,
        // "following the attack", "even amid the attack": around what is said, not in it.
        Dep::Prep => {
            tree.is_verb(head)
                || tree.is_nominal(head)
                || matches!(tree.pos(head), Pos::Adp | Pos::Adv | Pos::Sconj)
        }
        _ => false,
    }
}

/// "reports of soldiers deserting the town": that they do is what is reported.
fn is_told_of(tree: &Tree, words: &WordSets, at: usize, head: usize) -> bool {
    let of = tree.head(head).filter(|&of| tree.lemma(of) == OF);
    let report = of.and_then(|of| tree.head(of));
    tree.tag(at) == Tag::VBG
        && at == head + 1
        && report.is_some_and(|noun| words.has(Set::BackNoun, tree.lemma(noun)))
}

fn is_recorded(tree: &Tree, words: &WordSets, at: usize, head: usize) -> bool {
    let verb = tree.head(head).filter(|_| tree.dep(head) == Dep::Dobj);
    let counted = tree.kids(head).any(|kid| tree.dep(kid) == Dep::Nummod);
    let records = |verb: usize| words.has(Set::RecordingVerb, tree.lemma(verb));
    tree.tag(at) == Tag::VBN && counted && verb.is_some_and(records)
}

/// "far from", "without", at the head of its phrase.
fn is_far_from(tree: &Tree, words: &WordSets, preposition: usize) -> bool {
    let without = words.has(Set::Negator, tree.lemma(preposition))
        && tree.kid(preposition, Dep::Pcomp).is_some();
    without
        || tree.kids(preposition).any(|kid| {
            tree.dep(kid) == Dep::Advmod && words.has(Set::NegativePhrase, tree.lemma(kid))
        })
}

/// "told Germany to send tanks": a bare infinitive under a word of saying is wanted, not done; "claims to hold the town"
/// and "is said to have fled" are reports.
fn is_wanted_deed(tree: &Tree, words: &WordSets, at: usize, cue: &Cue) -> bool {
    let to = |kid: usize| tree.dep(kid) == Dep::Aux && tree.tag(kid) == Tag::TO;
    // "warned Norway and Peru not to meddle": the parser may take those who are warned for a subject.
    let clause = tree.dep(at) == Dep::Xcomp || tree.dep(at) == Dep::Ccomp && tree.kids(at).any(to);
    let infinitive = clause && tree.tag(at) == Tag::VB;
    let perfect = tree
        .kids(at)
        .any(|kid| tree.dep(kid) == Dep::Aux && tree.tag(kid) == Tag::VB);
    // "was told to leave": wanted; "was said to have left": reported.
    let told = tree.is_passive(cue.token) && !words.has(Set::TellingVerb, tree.lemma(cue.token));
    let reports = words.has(Set::FactiveInfinitive, tree.lemma(cue.token)) || told;
    infinitive && !perfect && !reports && cue.class != CueClass::Deny
}

/// "no longer".
pub fn is_no_longer(tree: &Tree, words: &WordSets, adverb: usize) -> bool {
    // "there is no deal, not here and not abroad": that it is so nowhere is said again.
    words.has(Set::LastingWord, tree.lemma(adverb))
        && tree
            .kids(adverb)
            .any(|kid| words.has(Set::Negator, tree.lemma(kid)) && tree.is_particle(kid))
}

/// "no troops", "none", "nobody", "not one aircraft".
pub fn is_none(tree: &Tree, words: &WordSets, noun: usize) -> bool {
    let negates = |at: usize| words.has(Set::Negator, tree.lemma(at));
    let not_one = |kid: usize| {
        tree.dep(kid) == Dep::Nummod && tree.kids(kid).any(|at| tree.dep(at) == Dep::Neg)
    };
    let not_a =
        |kid: usize| tree.dep(kid) == Dep::Neg && kid < noun && !is_not_only(tree, words, kid);
    // "no fewer than 300 hostages" are some.
    let compares = |kid: usize| {
        tree.dep(kid) == Dep::Nummod && tree.kids(kid).any(|at| tree.dep(at) == Dep::Quantmod)
    };
    let compared =
        tree.pos(noun) == Pos::Num && tree.kids(noun).any(|at| tree.dep(at) == Dep::Quantmod);
    // "nothing more than", "nothing but".
    let more =
        |kid: usize| tree.tag(kid) == Tag::JJR || words.has(Set::NothingBut, tree.lemma(kid));
    let compared = compared
        || tree
            .kids(noun)
            .any(|kid| compares(kid) || negates(noun) && more(kid));
    if compared {
        return false;
    }
    // "neither western nor eastern troops".
    let neither = |kid: usize| {
        let describes = matches!(tree.dep(kid), Dep::Amod | Dep::Compound | Dep::Nmod);
        let mut kids = tree.kids(kid);
        describes && kids.any(|at| tree.dep(at) == Dep::Preconj && negates(at))
    };
    negates(noun)
        || tree.kids(noun).any(neither)
        || tree.kids(noun).any(|kid| {
            is_determiner(tree, kid, noun) && negates(kid) && !is_not_only(tree, words, kid)
                || not_a(kid)
                || not_one(kid)
        })
}
