//! What the outlet tells in its own voice, in words that no frame knows.

use crate::lexicon::words::Set;
use crate::model::claim::{Claim, Question};
use crate::model::parsed::{Dep, Tag};
use crate::model::span::TextField;

use super::Drawn;
use super::anaphora::Memory;
use super::draft::plain_of;
use super::plain::is_plain;
use super::reading::Reading;

/// The claim of a main clause that nobody is named for: of a headline always, as the headline is what the article claims;
/// below it only where a denial that follows means it.
pub(super) fn tell(reading: &Reading, memory: &Memory, covered: &[bool], own: &mut Drawn) {
    if !own.claims.is_empty() || reading.quoted_by.is_some() {
        return;
    }
    let root = (0..reading.tree.len()).find(|&at| reading.tree.head(at).is_none());
    let root = root.map(|root| asked_about(reading, root).unwrap_or(root));
    let Some(root) = root.filter(|&root| is_plain(reading, root, covered)) else {
        return;
    };
    if is_unsure(reading, root) {
        return;
    }
    let voices = reading.voices_of(root).into_iter();
    // "was asked about reports that his men had fled": told by nobody who is named.
    let nobodys = |cue: usize| reading.cues[cue].nominal;
    let voices = voices.filter(|voice| voice.speaker.is_none() && voice.cue.is_none_or(nobodys));
    for voice in voices {
        let told = plain_of(reading, root, &voice, memory);
        if reading.setting.field != TextField::Title {
            let kept = told.iter().filter(|claim| !tells_figure(claim));
            own.untold.extend(kept.map(|claim| claim.id.clone()));
        }
        own.claims.extend(told);
    }
}

/// "The firm employs 5,800 people", "the shares fell 62 percent": a number that the outlet itself gives; "gave two reasons"
/// tells of the reasons.
fn tells_figure(claim: &Claim) -> bool {
    let least = |low: f64| low >= FEWEST;
    let number = claim.quantity.as_ref().map(|quantity| &quantity.value);
    let told = number.is_some_and(|number| number.unit == PERCENT || number.low.is_some_and(least));
    claim.question == Question::Quantity && told
}

/// Fewest of what an outlet's number counts, below which it hardly tells how many there are.
const FEWEST: f64 = 4.0;

/// The unit of shares.
const PERCENT: &str = "%";

/// "The general was asked about reports that his men had fled": that they had.
fn asked_about(reading: &Reading, verb: usize) -> Option<usize> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let asked = tree.is_passive(verb) && words.has(Set::AskingVerb, tree.lemma(verb));
    let mut below = tree.prepositions(verb).filter(|_| asked);
    let report = below.find_map(|kid| tree.governed(kid).filter(|&at| tree.is_report(at)))?;
    let told = |kid: usize| {
        let clause = matches!(tree.dep(kid), Dep::Acl | Dep::Ccomp | Dep::Relcl);
        clause && tree.kid(kid, Dep::Mark).is_some()
    };
    tree.kids(report).find(|&kid| told(kid))
}

/// What goes on every day and nobody disputes: it counts only where a denial that follows means it.
const DAILY: [&str; 3] = ["attend", "idle", "meet"];

/// "The ministers met in Lund", "schools stay shut": told by nobody but the outlet, below the headline.
pub(super) fn set_aside_daily(reading: &Reading, own: &mut Drawn) {
    if reading.is_somebodys() || reading.setting.field == TextField::Title {
        return;
    }
    let daily = |claim: &&Claim| {
        let nobodys = claim.speaker.is_none() && claim.cue.is_none();
        nobodys && DAILY.contains(&claim.assertion.value.as_str())
    };
    let ids = own
        .claims
        .iter()
        .filter(daily)
        .map(|claim| claim.id.clone());
    own.untold.extend(ids);
}

/// "is not sure how the truck got there", "has no idea why it burnt": who does not know denies nothing.
fn is_unsure(reading: &Reading, root: usize) -> bool {
    let tree = &reading.tree;
    let asks = |clause: usize| tree.kids(clause).any(|word| tree.tag(word) == Tag::WRB);
    let clause = |kid: usize| tree.is_verb(kid) && tree.dep(kid) != Dep::Relcl && asks(kid);
    let below = |&kid: &usize| matches!(tree.dep(kid), Dep::Acomp | Dep::Dobj | Dep::Attr);
    tree.kids(root)
        .filter(below)
        .any(|kid| tree.kids(kid).any(clause))
}
