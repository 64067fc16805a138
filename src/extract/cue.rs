//! Finds the reporting words of a sentence: who speaks, and which tokens are the roots of what is said.

mod account;
mod affront;
mod allegedly;
mod arrives;
mod assured;
mod blame;
mod charge;
mod cleared;
mod colon;
mod evidence;
mod facts;
mod gapped;
mod ignorance;
mod inserted;
mod made_known;
mod negation;
mod nominal;
mod noun_blame;
mod participle;
mod plea;
mod proceeding;
mod purpose;
mod quoted;
mod reciprocal;
mod stand;
mod subject;
mod told;

use crate::lexicon::Lexicon;
use crate::lexicon::cues::{CueClass, CueEntry, Cues};
use crate::lexicon::words::{Set, WordSets};
use crate::model::claim::{LexiconLine, Modality};
use crate::model::parsed::{Dep, Pos, Tag};

use super::tree::Tree;
use super::voice::rhetoric;

pub use account::{GAUGE_RULE, according_to, gauged_at, is_sum, things_counted, viewer};
use account::{account_of, count_cue, gauge_cue, measure_cue, position_of, view_of};
use allegedly::allegedly;
use arrives::arrives_at;
use assured::assured;
use blame::{accusation, at_door, hand_cue, laid_by_reporter, light_verb_of, turned_blame};
use charge::counts_of;
pub use charge::is_count_of_charge;
use cleared::cleared;
pub use cleared::clears;
pub use colon::BEFORE_COLON;
use colon::{behind_colon, behind_semicolon, quoted_behind};
use evidence::is_evidence;
pub use evidence::is_mute;
use facts::facts_cue;
pub use facts::{Judged, against_facts};
use gapped::gapped_blame;
use ignorance::{ignorance_cue, nothing_cue};
pub use inserted::INSERTED_AS;
use inserted::inserted;
use made_known::made_known;
pub use negation::{is_hard_to_say, is_negated};
pub use nominal::NO_TRUTH;
pub use nominal::{is_declined_idea, is_predicate};
use nominal::{noun_cue, predicate_cue};
use noun_blame::is_charged;
use participle::participle_cue;
pub use participle::{figure_described, judged_as_made_up};
use plea::court_cue;
pub use plea::plea;
pub use purpose::is_purpose;
use purpose::{
    is_apparent, is_compelled, is_done_for, is_kept_up, is_overheard, is_quoted_behind, is_tried,
};
pub use quoted::SAME_QUOTATION;
use quoted::quoted_sentences;
use reciprocal::reciprocal;
use stand::{
    below_listed, held_report, is_bare_gerund, is_contrary, is_of_the_past, keeps_from, stand_of,
    takes_stand, talked_of,
};
pub use stand::{is_answerable, is_hypothetical, is_verdict, verb_entry, withholds};
use subject::joined_report;
use subject::quoted_as;
pub use subject::verb_speaker;
pub use told::maker;
use told::{claim_described, is_report_telling};

/// A reporting word in its sentence.
#[derive(Debug, Clone)]
pub struct Cue {
    /// Its token.
    pub token: usize,
    /// What it makes of its content.
    pub class: CueClass,
    /// Modality that it gives to its content.
    pub modality: Option<Modality>,
    /// Line of the cue list.
    pub line: LexiconLine,
    /// Head token of who speaks; `None` where the sentence does not tell.
    pub speaker: Option<usize>,
    /// Roots of what is said.
    pub contents: Vec<usize>,
    /// Where to go on looking for reports of this report; `None` when this is the outermost by nature.
    pub up: Option<usize>,
    /// Who is accused, for [`CueClass::Accuse`] and its like.
    pub accused: Option<usize>,
    /// The cue is negated or left open ("did not deny", "could not confirm"), so that it takes no side.
    pub undecided: bool,
    /// The cue is a noun or a predicate, so that a verb above it may take a side of its own.
    pub nominal: bool,
    /// The noun is one of accusation, so that "it" in its content is whoever denies it.
    pub charges: bool,
    /// Stable code of the rule that found it.
    pub rule: &'static str,
}

/// All reporting words of a sentence.
pub fn find_cues(tree: &Tree, lexicon: &Lexicon) -> Vec<Cue> {
    let (cues, words) = (&lexicon.cues, &lexicon.words);
    let mut found = Vec::new();
    for token in 0..tree.len() {
        let listed = || match tree.pos(token) {
            Pos::Verb => nothing_cue(tree, cues, words, token)
                .or_else(|| court_cue(tree, words, token))
                .or_else(|| measure_cue(tree, words, token))
                .or_else(|| cleared(tree, words, token))
                .or_else(|| held_report(tree, words, token))
                .or_else(|| made_known(tree, cues, words, token))
                .or_else(|| {
                    verb_entry(tree, cues, token)
                        .and_then(|entry| verb_cue(tree, cues, words, token, &entry))
                })
                .or_else(|| gauge_cue(tree, words, token))
                .or_else(|| count_cue(tree, words, token))
                .or_else(|| hand_cue(tree, words, token))
                .or_else(|| arrives_at(tree, words, token))
                .or_else(|| participle_cue(tree, cues, words, token)),
            Pos::Noun => account_of(tree, cues, words, token)
                .or_else(|| counts_of(tree, words, token))
                .or_else(|| position_of(tree, words, token))
                .or_else(|| noun_cue(tree, cues, words, token))
                .or_else(|| predicate_cue(tree, cues, words, token)),
            Pos::Adj | Pos::Propn => predicate_cue(tree, cues, words, token),
            _ => according_to(tree, words, token).or_else(|| view_of(tree, words, token)),
        };
        let cue = assured(tree, words, token)
            .or_else(listed)
            .or_else(|| according_to(tree, words, token))
            .or_else(|| allegedly(tree, words, token))
            .or_else(|| ignorance_cue(tree, cues, words, token))
            .or_else(|| facts_cue(tree, cues, words, token));
        let cue = cue.filter(|cue| !is_contrary(tree, words, cue.token));
        found.extend(
            cue.map(|cue| reciprocal(tree, words, cue))
                .unwrap_or_default(),
        );
    }
    // "found no evidence that …": the negation is the noun's.
    let empty: Vec<usize> = found
        .iter()
        .filter(|cue| cue.rule == NO_TRUTH)
        .map(|cue| cue.token)
        .collect();
    for cue in &mut found {
        cue.undecided &= !cue.contents.iter().any(|at| empty.contains(at));
    }
    let light: Vec<usize> = found.iter().filter_map(light_verb_of).collect();
    found.retain(|cue| !light.contains(&cue.token));
    let gapped = gapped_blame(tree, words, &found);
    found.extend(gapped);
    behind_colon(tree, lexicon, &mut found);
    quoted_behind(tree, words, &mut found);
    behind_semicolon(tree, words, &mut found);
    quoted_sentences(tree, words, &mut found);
    found
}

fn verb_cue(
    tree: &Tree,
    cues: &Cues,
    words: &WordSets,
    token: usize,
    entry: &CueEntry,
) -> Option<Cue> {
    // "contradicted themselves": no answer to anybody.
    let itself = |at: usize| words.has(Set::ReflexivePronoun, tree.lemma(at));
    if entry.class == CueClass::Deny && tree.kid(token, Dep::Dobj).is_some_and(itself) {
        return None;
    }
    if entry.class == CueClass::Deny && keeps_from(tree, token) {
        return None;
    }
    let tried = matches!(entry.class, CueClass::Accuse | CueClass::Deny)
        && is_tried(tree, words, token)
        || is_compelled(tree, words, token)
        || is_quoted_behind(tree, words, token)
        || is_overheard(tree, words, token);
    let apparent = is_apparent(tree, words, (token, entry.class));
    if is_purpose(tree, token)
        && entry.class != CueClass::Plan
        && !tried
        && !apparent
        && !is_kept_up(tree, words, token)
        && !is_done_for(tree, cues, words, (token, entry.class))
    {
        return None;
    }
    let quoted = (entry.class == CueClass::Relay)
        .then(|| quoted_as(tree, words, token))
        .flatten();
    let mut cue = Cue {
        token,
        // "he was quoted by the agency as saying": his word, whoever passed it on.
        class: quoted.map_or(entry.class, |_| CueClass::Say),
        modality: entry.modality.or(apparent.then_some(Modality::Possible)),
        line: entry.line,
        speaker: quoted
            .or_else(|| joined_report(tree, cues, token))
            .or_else(|| verb_speaker(tree, words, token))
            .filter(|&at| !is_evidence(tree, cues, words, (token, at))),
        contents: Vec::new(),
        up: Some(token),
        accused: None,
        undecided: is_negated(tree, words, token)
            || is_hard_to_say(tree, words, token)
            || takes_stand(entry.class) && is_hypothetical(tree, words, token),
        nominal: false,
        // "is alleged to have hit a guard": nobody says so as a fact.
        charges: tree.is_passive(token) && words.has(Set::AllegingVerb, tree.lemma(token)),
        rule: "speaker.subject",
    };
    // "must own up to its part, she said": what another ought to admit is what she holds.
    let ought = |kid: usize| words.has(Set::OughtAux, tree.lemma(kid));
    if entry.class == CueClass::Confirm && tree.kids(token).any(ought) {
        cue.accused = cue.speaker.take();
        cue.nominal = true;
    }
    match entry.class {
        CueClass::Accuse | CueClass::Attribute | CueClass::Hold => {
            // "holds the army responsible": an adjective, and no clause that tells anything.
            let clause = tree.kid(token, Dep::Ccomp).filter(|&at| tree.is_verb(at));
            let says = matches!(entry.class, CueClass::Accuse | CueClass::Hold);
            if let Some(clause) =
                clause.filter(|&at| says && (at > token || entry.class == CueClass::Accuse))
            {
                // "charged that", "holds that": a report like any other.
                cue.class = CueClass::Say;
                cue.contents.push(clause);
            } else {
                // "accused Peru of blaming Chile": another's blame, and no word of whoever charges.
                cue.undecided |= is_charged(tree, words, token);
                accusation(tree, words, &mut cue)?;
                laid_by_reporter(tree, cues, words, &mut cue);
            }
        }
        _ if quoted.is_some() => {
            let clauses = tree
                .kids(token)
                .filter(|&kid| matches!(tree.dep(kid), Dep::Ccomp | Dep::Advcl));
            cue.contents = clauses.collect();
        }
        _ => cue.contents = verb_contents(tree, words, token, entry.class),
    }
    if entry.class == CueClass::Deny && words.has(Set::ScornVerb, tree.lemma(token)) {
        cue.contents
            .retain(|&at| is_answerable(tree, cues, words, at));
        if cue.contents.is_empty() && tree.object(token).is_some() {
            return None;
        }
    }
    cue.modality = cue.modality.or_else(|| talked_of(tree, words, &cue));
    stand_of(tree, words, &mut cue);
    cue.nominal |= is_report_telling(tree, &cue);
    if cue
        .contents
        .iter()
        .any(|&at| is_of_the_past(tree, words, at))
    {
        cue.modality = cue.modality.filter(|&of| of != Modality::Planned);
    }
    // "ruled out sending jets": a refusal of what is to come.
    let gerund = |&at: &usize| matches!(tree.dep(at), Dep::Xcomp | Dep::Pcomp);
    // "insisted on naming the minister": a wish.
    let wished = [Set::DecliningVerb, Set::InsistingVerb];
    let wished = wished
        .into_iter()
        .any(|set| words.has(set, tree.lemma(token)));
    if wished && cue.contents.iter().any(gerund) {
        cue.modality = Some(Modality::Planned);
    }
    // "admitted to dumping waste".
    if cue.contents.is_empty() && matches!(entry.class, CueClass::Deny | CueClass::Confirm) {
        // "ruled out sending jets": the parser may take the particle for a preposition.
        let particle = tree.kids(token).find(|&kid| kid == token + 1);
        let gerund = particle.and_then(|kid| tree.kid(kid, Dep::Pcomp));
        cue.contents.extend(gerund);
    }
    if cue.contents.is_empty() {
        // "fought off the raid": a deed, and nothing that was said.
        let scorns = words.has(Set::ScornVerb, tree.lemma(token)) && cue.class == CueClass::Deny;
        let below = below_listed(tree, cues, token);
        let told = below.filter(|&at| !scorns || is_answerable(tree, cues, words, at));
        cue.contents.extend(told);
    }
    if let Some(told) = claim_described(tree, words, token, entry.class) {
        cue.contents = vec![told];
    }
    // "X, the union told its members, will close": who is told is nothing that is told.
    let aside = tree.dep(token) == Dep::Parataxis;
    if aside && words.has(Set::TellingVerb, tree.lemma(token)) {
        let hearer = |at: &usize| tree.dep(*at) == Dep::Dobj && tree.head(*at) == Some(token);
        cue.contents.retain(|at| !hearer(at));
    }
    if cue.contents.is_empty() {
        inserted(tree, words, &mut cue);
    }
    // "“Why would we shell our own people?” she asked": a denial, and no question.
    let turned = |&at: &usize| rhetoric(tree, words, at).is_some();
    if cue.class == CueClass::Neutral && cue.contents.iter().any(turned) {
        cue.class = CueClass::Say;
    }
    (!cue.contents.is_empty()).then_some(cue)
}

fn verb_contents(tree: &Tree, words: &WordSets, token: usize, class: CueClass) -> Vec<usize> {
    let points_back = |kid: usize| tree.dep(kid) == Dep::Dobj && tree.pos(kid) == Pos::Pron;
    if class == CueClass::Deny && tree.kids(token).any(points_back) {
        return Vec::new();
    }
    let takes_noun = matches!(
        class,
        CueClass::Say | CueClass::Confirm | CueClass::Deny | CueClass::Doubt
    );
    let declines = words.has(Set::DecliningVerb, tree.lemma(token));
    let mut found = Vec::new();
    for kid in tree.kids(token) {
        match tree.dep(kid) {
            // "continues to shell the town", "continues raids": goes on with a deed, and with no speech.
            Dep::Xcomp | Dep::Dobj if words.has(Set::AspectVerb, tree.lemma(token)) => {}
            // "'We did not lie' - minister denies cover-up": what is quoted before is no part of what is denied.
            Dep::Ccomp
                if class == CueClass::Deny
                    && kid < token
                    && tree.kid(token, Dep::Dobj).is_some() => {}
            Dep::Ccomp | Dep::Xcomp => found.push(kid),
            // "denied freeing prisoners or attacking a camp": the parser may hang the second on the denial.
            Dep::Conj if class == CueClass::Deny && is_bare_gerund(tree, kid) => found.push(kid),
            // "rejected the truce": a stand on a matter, which does not deny that there is one.
            Dep::Dobj if declines && words.has(Set::AgreementNoun, tree.lemma(kid)) => {}
            Dep::Dobj if declines && words.has(Set::ProposalNoun, tree.lemma(kid)) => {}
            // "answering suggestions that it did": another's words.
            Dep::Dobj if words.has(Set::FieldingVerb, tree.lemma(token)) && tree.is_report(kid) => {
            }
            Dep::Dobj if is_declined_idea(tree, words, kid) => {}
            // "wrote the proposal": its author.
            Dep::Dobj if is_authored(tree, words, token, kid) => {}
            Dep::Dobj if declines && is_asked(tree, words, kid) => {}
            // "brushed off the criticism", "ruled out a raid": only what was reported is denied.
            Dep::Dobj
                if class == CueClass::Deny
                    && tree.kid(token, Dep::Prt).is_some()
                    && !words.has(Set::BackNoun, tree.lemma(kid)) => {}
            Dep::Dobj if takes_noun => found.extend(tree.conjuncts(kid)),
            Dep::Nsubjpass if takes_noun => found.push(kid),
            Dep::Prep if takes_noun && words.has(Set::ContentPreposition, tree.lemma(kid)) => {
                found.extend(tree.governed(kid))
            }
            _ => {}
        }
    }
    found
}

/// "wrote the plan", "published a proposal": a document, and nobody's claim.
fn is_authored(tree: &Tree, words: &WordSets, verb: usize, noun: usize) -> bool {
    words.has(Set::SigningVerb, tree.lemma(verb)) && !tree.is_report(noun)
}

/// "rejected an invitation to join": what one is asked to do is declined, and no report.
fn is_asked(tree: &Tree, words: &WordSets, noun: usize) -> bool {
    let lemma = tree.lemma(noun);
    let wish = words.has(Set::RefusableNoun, lemma) && !words.has(Set::BackNoun, lemma);
    let clause = tree.kid(noun, Dep::Acl);
    wish && clause.is_some_and(|at| tree.tag(at) == Tag::VB)
}
