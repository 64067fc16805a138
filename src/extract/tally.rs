//! Figures told of what the text counted before: "put the number at ten", "only 41 did", "not the 12 that the army gives".

use compact_str::CompactString;

use crate::lexicon::cues::CueClass;
use crate::lexicon::words::Set;
use crate::model::claim::{Claim, Found, Stance};
use crate::model::parsed::{Dep, Pos};
use crate::model::span::Span;

use super::again::Tally;
use super::anaphora::{Memory, is_pronoun};
use super::cue::{GAUGE_RULE, verb_entry, verb_speaker};
use super::draft::{Draft, VERB_RULE};
use super::leftover::{COUNT, COUNTED_RULE, FIGURE_RULE, gauged_by, holds};
use super::phrase::phrase_text;
use super::quantity::{BARE, Figure};
use super::reading::Reading;
use super::tree::OF;
use super::voice::Voice;

mod against;
mod giver;
mod kind;
mod part;
mod receiver;

pub use against::set_against;
use giver::{alone, ascribed, counter, given, paired, stand_in, upheld};
use kind::{lend_kind, names_kind};
pub(super) use part::LOST;
use part::note_update;
pub use part::{join_fates, open_parts};
pub use receiver::name_receivers;

/// How a sentence tells a figure without what it counts.
#[derive(Debug, Clone, Copy)]
struct Telling {
    /// The count or the number itself, whose teller is sought.
    token: usize,
    /// Who gives it, where the construction names him.
    speaker: Option<usize>,
    /// Whether the construction shows that it answers a figure told right before.
    answers: bool,
}

/// Adds a claim for each figure that is told of what was counted before, in place of claims that could make little of it,
/// and tells those that do what they count.
pub fn tell_figures(reading: &Reading, memory: &Memory, claims: &mut Vec<Claim>) {
    for figure in &reading.figures {
        let Some(telling) = telling(reading, figure) else {
            lend_thing(reading, memory, figure, claims);
            continue;
        };
        let known = known(reading, memory, figure, telling, claims);
        let tally = Tally::of_number(&known, figure.low);
        let Some(tally) = tally.filter(|tally| fits(reading, telling.token, tally)) else {
            continue;
        };
        let weak = |claim: &Claim| {
            holds(claim, figure)
                && (claim.assertion.rule == VERB_RULE
                    || claim.assertion.rule == FIGURE_RULE
                    || telling.answers)
        };
        if claims
            .iter()
            .any(|claim| holds(claim, figure) && !weak(claim))
        {
            lend_thing(reading, memory, figure, claims);
            continue;
        }
        let mut told = told_tally(reading, memory, figure, telling);
        if told.is_empty() {
            continue;
        }
        for claim in &mut told {
            tally.lend(claim);
            name_owner(reading, telling.token, claim);
            note_update(reading, figure, tally, claim);
        }
        let clause = reading.tree.head_verb(figure.head);
        let empty = |claim: &Claim| {
            let here =
                clause.is_some_and(|at| claim.trigger == reading.tree.sentence.tokens[at].span);
            telling.answers && telling.speaker.is_none() && here
        };
        claims.retain(|claim| !weak(claim) && !empty(claim));
        claims.extend(told);
    }
}

/// "turnout was 31 percent": a noun that tells by itself what it counts counts nothing else.
fn fits(reading: &Reading, noun: usize, tally: &Tally) -> bool {
    let lexicon = reading.lexicon();
    let lemma = reading.tree.lemma(noun);
    let mut own = lexicon.frames.of_noun(lemma).iter().peekable();
    let any = [Set::FigureNoun, Set::HarmNoun, Set::ShareNoun]
        .into_iter()
        .any(|set| lexicon.words.has(set, lemma));
    let open = own.peek().is_none() || any;
    open || own.any(|frame| tally.is_told_by(&frame.assertion))
}

/// "puts its losses at 41", "Armenian losses": whose they are, whoever they were that the figure before counts.
pub(super) fn name_owner(reading: &Reading, noun: usize, claim: &mut Claim) {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let lost = |set| words.has(set, tree.lemma(noun));
    if !lost(Set::TallyNoun) || lost(Set::FigureNoun) {
        return;
    }
    let Some(owner) = tree.owner(noun) else {
        return;
    };
    let span = tree.sentence.tokens[owner].span;
    let text = match (is_pronoun(tree, owner), &claim.speaker) {
        (true, Some(speaker)) => speaker.value.clone(),
        (true, None) => return,
        (false, _) => phrase_text(tree, words, owner).0,
    };
    claim.object_party = Some(Found::at(text, span, "object.owner"));
}

/// What was counted: in this sentence, or else in the one before it, or else wherever the text last told what befell some.
fn known(
    reading: &Reading,
    memory: &Memory,
    figure: &Figure,
    telling: Telling,
    claims: &[Claim],
) -> Vec<Tally> {
    // "put the share at 35 percent": what is only put at this figure counts nothing before it.
    let itself =
        |claim: &Claim| figure.share && holds(claim, figure) && claim.assertion.rule == FIGURE_RULE;
    let mut here = Tally::all(claims.iter().filter(|claim| !itself(claim)));
    here.retain(|tally| match telling.answers {
        true => tally.is_before(figure.span.start as usize),
        false => tally.is_framed(),
    });
    let mut all = vec![here, memory.counted().to_vec()];
    if !telling.answers {
        all.push(memory.tallies.clone());
    }
    // "the turnout was 31 percent; the commission says it was 58".
    let equated = reading.tree.head_verb(figure.head).is_some_and(|verb| {
        let words = &reading.lexicon().words;
        words.has(Set::Copula, reading.tree.lemma(verb))
    });
    for tallies in &mut all {
        let same = tallies.iter().any(|tally| tally.is_share() == figure.share);
        tallies.retain(|tally| match same {
            true => tally.is_share() == figure.share,
            false => tally.is_share() && figure.high <= Some(WHOLE) && equated,
        });
    }
    all.into_iter()
        .find(|tallies| !tallies.is_empty())
        .unwrap_or_default()
}

/// Per cent of the whole.
const WHOLE: f64 = 100.0;

/// "said that four had died", "acknowledged losing two": what they were is what was counted right before.
fn lend_thing(reading: &Reading, memory: &Memory, figure: &Figure, claims: &mut [Claim]) {
    if !is_open(reading, figure) {
        return;
    }
    lend_kind(memory, figure, claims);
    let mut here = Tally::all(&*claims);
    here.retain(|tally| tally.is_before(figure.span.start as usize));
    let before = memory.counted();
    // "put the number of citizens expelled at 20,000": the citizens.
    let told = |claim: &Claim| {
        let object = claim.object.as_ref();
        object.is_some_and(|it| it.rule == COUNTED_RULE || names_kind(reading, it))
    };
    let open = |claim: &&mut Claim| holds(claim, figure) && !told(claim);
    for claim in claims.iter_mut().filter(open) {
        let tally = here
            .iter()
            .rev()
            .chain(before)
            .find(|tally| tally.is_of(claim) && tally.is_share() == figure.share);
        if let Some(tally) = tally {
            tally.lend_thing(claim);
            note_update(reading, figure, tally, claim);
        }
    }
}

/// Whether a figure counts only "them", the dead or nothing that is told.
fn is_open(reading: &Reading, figure: &Figure) -> bool {
    let tree = &reading.tree;
    let harmed = |noun: usize| {
        let words = &reading.lexicon().words;
        words.has(Set::HarmNoun, tree.lemma(noun))
    };
    match figure.counted {
        None => is_bare(figure),
        Some(noun) => {
            tree.pos(noun) == Pos::Pron || harmed(noun) || is_figure_itself(reading, figure)
        }
    }
}

/// "gave a figure of 90": the noun says only that it is one.
fn is_figure_itself(reading: &Reading, figure: &Figure) -> bool {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    figure.counted.is_some_and(|noun| {
        words.has(Set::FigureNoun, tree.lemma(noun))
            && tree.under_preposition(noun, OF) == Some(number_of(reading, figure))
    })
}

fn is_bare(figure: &Figure) -> bool {
    figure.counted.is_none() && (figure.rule == BARE || figure.share)
}

fn telling(reading: &Reading, figure: &Figure) -> Option<Telling> {
    if !is_open(reading, figure) {
        return None;
    }
    let answer = |(token, speaker)| Telling {
        token,
        speaker,
        answers: true,
    };
    let number = number_of(reading, figure);
    let named = upheld(reading, figure)
        .or_else(|| ascribed(reading, figure))
        .or_else(|| alone(reading, figure))
        .or_else(|| paired(reading, figure));
    if let Some(speaker) = named {
        return Some(answer((number, Some(speaker))));
    }
    if let Some(token) = stand_in(reading, figure).or_else(|| given(reading, figure)) {
        return Some(answer((token, None)));
    }
    if !is_bare(figure) && !is_figure_itself(reading, figure) {
        return None;
    }
    let token = tally_noun(reading, figure).or_else(|| told_number(reading, figure))?;
    Some(Telling {
        token,
        speaker: None,
        answers: false,
    })
}

pub(super) fn number_of(reading: &Reading, figure: &Figure) -> usize {
    if figure.share {
        return figure.head;
    }
    let tree = &reading.tree;
    let inside = figure.first..=figure.last;
    let number = |at: &usize| tree.pos(*at) == Pos::Num;
    // "twenty million": the word that the others hang on.
    let top = |at: &usize| number(at) && tree.head(*at).is_none_or(|head| !inside.contains(&head));
    inside
        .clone()
        .find(top)
        .or_else(|| inside.clone().find(number))
        .unwrap_or(figure.head)
}

/// The noun of a count, itself without what it counts, that the clause gives the figure to.
fn tally_noun(reading: &Reading, figure: &Figure) -> Option<usize> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let verb = tree.head_verb(figure.head)?;
    let gauged = reading
        .cues
        .iter()
        .any(|cue| cue.token == verb && cue.rule == GAUGE_RULE);
    let open = |&noun: &usize| {
        let below = tree.kids(noun).any(|kid| {
            matches!(tree.dep(kid), Dep::Prep | Dep::Acl | Dep::Relcl)
                && !tree.is_below(number_of(reading, figure), kid)
        });
        let it = gauged && words.has(Set::ItPronoun, tree.lemma(noun));
        // "put the share at 35 percent": the share of what was told before.
        let named = |kid: usize| matches!(tree.dep(kid), Dep::Compound | Dep::Amod | Dep::Poss);
        let share = figure.share
            && words.has(Set::ShareNoun, tree.lemma(noun))
            && !tree.kids(noun).any(named);
        (it || share || words.has(Set::TallyNoun, tree.lemma(noun))) && !below
    };
    [tree.subject(verb), tree.object(verb)]
        .into_iter()
        .flatten()
        .find(open)
}

/// "said it was 58", "speaks of 300", "lists eleven": the number itself, where a report tells it of what was counted.
fn told_number(reading: &Reading, figure: &Figure) -> Option<usize> {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let number = number_of(reading, figure);
    let verb = tree.head_verb(number)?;
    let it = |at: usize| lexicon.words.has(Set::ItPronoun, tree.lemma(at));
    let direct = tree.head(number) == Some(verb);
    let equated =
        direct && tree.dep(number) == Dep::Attr && tree.kid(verb, Dep::Nsubj).is_some_and(it);
    // "said that there had been 14".
    let there = direct && tree.dep(number) == Dep::Attr && tree.kid(verb, Dep::Expl).is_some();
    let says = || {
        verb_entry(tree, &lexicon.cues, verb)
            .is_some_and(|entry| matches!(entry.class, CueClass::Say | CueClass::Confirm))
    };
    let beside = direct && tree.dep(number) == Dep::Dobj;
    // "1,200, say the police": the number is all that is said.
    let said = direct && tree.dep(number) == Dep::Ccomp;
    let below = tree.head(number).is_some_and(|at| {
        tree.dep(at) == Dep::Prep && tree.lemma(at) == OF && tree.head(at) == Some(verb)
    });
    let measure = matches!(tree.dep(number), Dep::Dobj | Dep::Npadvmod);
    let estimates = || lexicon.words.has(Set::EstimateVerb, tree.lemma(verb));
    (equated || there || direct && measure && estimates() || (beside || below || said) && says())
        .then_some(number)
}

fn told_tally(reading: &Reading, memory: &Memory, figure: &Figure, telling: Telling) -> Vec<Claim> {
    let noun = telling.token;
    let root = reading.tree.head_verb(noun).unwrap_or(noun);
    let told = match telling.speaker {
        Some(speaker) => vec![Voice::plain(speaker, Stance::Affirm)],
        None => reading.voices_of(noun),
    };
    let told = told
        .into_iter()
        .map(|voice| gauged_by(reading, noun, voice));
    let owned = |voice: Voice| Voice {
        speaker: voice
            .speaker
            .or_else(|| reading.tree.possessor(noun))
            .or_else(|| counter(reading, noun))
            .or_else(|| teller(reading, noun)),
        ..voice
    };
    told.map(owned)
        .filter(|voice| reading.is_said(voice))
        .flat_map(|voice| {
            let draft = Draft::figure(reading, root, noun, &voice, memory);
            draft.counted(reading, &[figure], &COUNT.into())
        })
        .map(|draft| draft.finish(reading))
        .map(|claim| cut_speaker(reading, figure, claim))
        .collect()
}

/// "the police of 15,000": the police; the figure is no part of a name.
fn cut_speaker(reading: &Reading, figure: &Figure, mut claim: Claim) -> Claim {
    let sentence = reading.tree.sentence;
    let end = figure
        .first
        .checked_sub(1)
        .map(|at| sentence.tokens[at].span.start);
    if let (Some(speaker), Some(end)) = (claim.speaker.as_mut(), end) {
        let span = speaker
            .span
            .filter(|span| span.start < end && end < span.end);
        let text = span.and_then(|span| {
            let from = span.start.checked_sub(sentence.offset)? as usize;
            sentence.text.get(from..(end - sentence.offset) as usize)
        });
        if let (Some(span), Some(text)) = (span, text) {
            let text = text.trim_end();
            speaker.value = CompactString::from(text);
            speaker.span = Some(Span {
                end: span.start + text.len() as u32,
                ..span
            });
        }
    }
    claim
}

/// Who lists or gives a number.
fn teller(reading: &Reading, number: usize) -> Option<usize> {
    let tree = &reading.tree;
    let verb = tree.head_verb(number)?;
    let gives = reading
        .lexicon()
        .words
        .has(Set::GaugeVerb, tree.lemma(verb))
        && tree.object(verb) == Some(number);
    let reports = || {
        verb_entry(tree, &reading.lexicon().cues, verb)
            .is_some_and(|entry| entry.class == CueClass::Say)
    };
    let says = gives || tree.pos(number) == Pos::Num && reports();
    verb_speaker(tree, &reading.lexicon().words, verb).filter(|_| says)
}
