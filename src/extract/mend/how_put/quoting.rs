//! "'Pure fantasy,' sighs an adviser", "she shrugged: 'They left.'": how somebody says what stands beside in quotation marks is
//! a word of report.

use compact_str::CompactString;

use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos};

use super::super::{COLON, COMMA, Draft};

pub(super) fn read(draft: &mut Draft) {
    let words = &draft.lexicon.words;
    let Some(says) = words.of(Set::SayingStandIn).min().map(CompactString::from) else {
        return;
    };
    let quotes: Vec<usize> = (0..draft.len())
        .filter(|&verb| words.has(Set::QuotingVerb, draft.lemma(verb)))
        .filter(|&verb| draft.pos(verb) == Pos::Verb && draft.kid(verb, Dep::Prt).is_none())
        .filter(|&verb| quoted_behind(draft, verb) || quoted_before(draft, verb))
        .collect();
    for verb in quotes {
        draft.respell(verb, says.clone());
    }
}

/// "shrugged: '…'", "sighed, '…'".
fn quoted_behind(draft: &Draft, verb: usize) -> bool {
    let mut behind = (verb + 1..draft.len()).skip_while(|&at| is_pause(draft, at));
    behind.next().is_some_and(|at| is_mark(draft, at))
}

/// "'…,' sighs an adviser", "'…,' the adviser sighs".
fn quoted_before(draft: &Draft, verb: usize) -> bool {
    let own = |at: &usize| draft.pos(*at) == Pos::Adv || draft.is_below(*at, verb);
    let mut before = (0..verb)
        .rev()
        .skip_while(|at| !is_mark(draft, *at) && !is_pause(draft, *at) && own(at));
    let mark = before.find(|&at| !is_pause(draft, at));
    mark.is_some_and(|at| is_mark(draft, at))
}

fn is_pause(draft: &Draft, at: usize) -> bool {
    [COMMA, COLON].contains(&draft.word(at))
}

fn is_mark(draft: &Draft, at: usize) -> bool {
    let words = &draft.lexicon.words;
    words.has(Set::DoubleQuote, draft.word(at))
}
