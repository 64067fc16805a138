//! "Bank denies claim directors hid losses", "Roe rejects claims he froze out rivals": a report that is denied, and the clause
//! that it tells without its "that", where the parser made one heap of nouns of all.

use compact_str::CompactString;

use crate::lexicon::cues::{CueClass, CuePart};
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::{COMMA, Draft};

pub(super) fn mend(draft: &mut Draft) {
    for report in 2..draft.len().saturating_sub(2) {
        let Some(found) = found(draft, report) else {
            continue;
        };
        if !is_parsed(draft, &found) {
            apply(draft, &found);
        }
    }
}

/// What the words of such a sentence are.
struct Found {
    /// Who denies.
    subject: usize,
    verb: usize,
    lemma: CompactString,
    /// "fires back at claims": the preposition of the verb.
    at: Option<usize>,
    report: usize,
    /// Whom the clause is about.
    doer: usize,
    clause: usize,
    /// The last word of the clause.
    last: usize,
}

fn found(draft: &Draft, report: usize) -> Option<Found> {
    let lemma = draft.lemma(report);
    let words = &draft.lexicon.words;
    let told =
        words.has(Set::BackNoun, lemma) && draft.lexicon.cues.find(lemma, CuePart::Noun).is_some();
    if !told {
        return None;
    }
    let (verb, at, lemma) = denial_before(draft, report)?;
    let subject = (0..verb).rev().find(|&at| draft.pos(at) != Pos::Adv)?;
    let named = matches!(draft.pos(subject), Pos::Noun | Pos::Propn);
    let (doer, clause) = clause_behind(draft, report).filter(|_| named)?;
    let ends = |at: usize| draft.word(at) == COMMA || draft.tag(at) == Tag::Colon;
    let comma = (clause..draft.len()).find(|&at| ends(at));
    Some(Found {
        subject,
        verb,
        lemma,
        at,
        report,
        doer,
        clause,
        last: comma.unwrap_or(draft.len()) - 1,
    })
}

/// The verb of denial a few words before the report, whatever the parser took it for.
fn denial_before(draft: &Draft, report: usize) -> Option<(usize, Option<usize>, CompactString)> {
    let inside = |at: usize| {
        matches!(
            draft.pos(at),
            Pos::Adj | Pos::Det | Pos::Noun | Pos::Propn | Pos::Part | Pos::Punct
        ) && draft.word(at) != COMMA
    };
    for verb in (report.saturating_sub(VERB_REACH)..report).rev() {
        if let Some(lemma) = denial(draft, verb, "") {
            return Some((verb, None, lemma));
        }
        // "fires back at claims", "pushes back on a claim".
        if draft.pos(verb) == Pos::Adp && verb > 2 && draft.pos(verb - 1) == Pos::Adv {
            let with = format!(" {} {}", draft.lemma(verb - 1), draft.lemma(verb));
            let lemma = denial(draft, verb - 2, &with)?;
            return Some((verb - 2, Some(verb), lemma));
        }
        if !inside(verb) {
            return None;
        }
    }
    None
}

/// "dismisses rivals' 'absurd' claims": how far the verb may stand before the report.
const VERB_REACH: usize = 8;

/// The lemma of a verb that denies or slams, of its form in the present or past, where it is listed with what goes with it.
fn denial(draft: &Draft, verb: usize, with: &str) -> Option<CompactString> {
    let formed = matches!(
        draft.tag(verb),
        Tag::NNS | Tag::NNPS | Tag::VBZ | Tag::VBD | Tag::VBP
    );
    let (lemma, word) = (draft.lemma(verb), draft.word(verb));
    let meant = draft.lexicon.lemmas.meant(lemma);
    let stems = [
        Some(lemma),
        meant,
        word.strip_suffix("es"),
        word.strip_suffix('s'),
    ];
    let answers = |stem: &&str| {
        let name = format!("{stem}{with}");
        let entry = draft.lexicon.cues.find(&name, CuePart::Verb);
        let blames = [Set::ChargingVerb, Set::BlameVerb]
            .into_iter()
            .any(|set| draft.lexicon.words.has(set, stem));
        entry.is_some_and(|entry| {
            entry.class == CueClass::Deny || entry.class == CueClass::Accuse && !blames
        })
    };
    let mut stems = stems.into_iter().flatten();
    stems
        .find(answers)
        .filter(|_| formed)
        .map(CompactString::from)
}

/// The verb of the clause that begins right behind the report, and the noun before it.
fn clause_behind(draft: &Draft, report: usize) -> Option<(usize, usize)> {
    let begins = matches!(
        draft.pos(report + 1),
        Pos::Pron | Pos::Propn | Pos::Noun | Pos::Det | Pos::Adj | Pos::Num | Pos::Punct
    ) && !matches!(draft.tag(report + 1), Tag::WDT | Tag::WP | Tag::Comma);
    let verb = (report + 2..draft.len()).find(|&at| {
        matches!(draft.pos(at), Pos::Verb | Pos::Aux)
            && (draft.is_finite(at) || draft.tag(at) == Tag::VBN)
    })?;
    let quote = |at: usize| matches!(draft.tag(at), Tag::OpenQuote | Tag::CloseQuote | Tag::HYPH);
    let plain = (report + 1..verb).all(|at| match draft.pos(at) {
        Pos::Adp | Pos::Sconj | Pos::Cconj | Pos::Verb => false,
        Pos::Punct => quote(at),
        _ => true,
    });
    let doer = (report + 1..verb)
        .rev()
        .find(|&at| !matches!(draft.pos(at), Pos::Adv | Pos::Part | Pos::Punct))
        .filter(|&at| draft.is_nominal(at))?;
    let main = draft.head(verb);
    let helped = draft.pos(verb) == Pos::Aux && main > verb && draft.pos(main) == Pos::Verb;
    let clause = if helped { main } else { verb };
    (begins && plain && !is_made(draft, clause)).then_some((doer, clause))
}

/// "rejects claims rivals made": which claims they are, and nothing that they tell.
fn is_made(draft: &Draft, verb: usize) -> bool {
    let lemma = draft.lemma(verb);
    let makes = [Set::MakeVerb, Set::LightVerb]
        .into_iter()
        .any(|set| draft.lexicon.words.has(set, lemma));
    let said = draft.cue_class(verb).is_some();
    (makes || said) && !has_object(draft, verb)
}

/// Whether a noun follows a verb right away.
fn has_object(draft: &Draft, verb: usize) -> bool {
    let next = (verb + 1..draft.len()).find(|&at| draft.tag(at) != Tag::RP);
    next.is_some_and(|at| {
        draft.is_nominal(at) || matches!(draft.pos(at), Pos::Det | Pos::Adj | Pos::Num)
    })
}

/// Whether the parser has it all where it belongs.
fn is_parsed(draft: &Draft, found: &Found) -> bool {
    let Found {
        subject,
        verb,
        report,
        doer,
        clause,
        ..
    } = *found;
    let object = match found.at {
        Some(at) => draft.head(report) == at && draft.head(at) == verb,
        None => draft.head(report) == verb && draft.dep(report) == Dep::Dobj,
    };
    draft.pos(verb) == Pos::Verb
        && draft.pos(report) == Pos::Noun
        && object
        && [verb, report].contains(&draft.head(clause))
        && draft.dep(clause) != Dep::Relcl
        && draft.head(doer) == clause
        && draft.dep(subject) == Dep::Nsubj
}

fn apply(draft: &mut Draft, found: &Found) {
    let Found {
        subject,
        verb,
        report,
        doer,
        clause,
        last,
        ..
    } = *found;
    let mut top = verb;
    while draft.head(top) != top && (subject..=last).contains(&draft.head(top)) {
        top = draft.head(top);
    }
    draft.put_in_place(verb, top);
    name_verbs(draft, found);
    match found.at {
        Some(at) => {
            draft.hang(at, verb, Dep::Prep);
            draft.hang(at - 1, verb, Dep::Advmod);
            draft.hang(report, at, Dep::Pobj);
        }
        None => draft.hang(report, verb, Dep::Dobj),
    }
    draft.hang(clause, report, Dep::Acl);
    let told = draft.tag(clause) == Tag::VBN && draft.kid(clause, Dep::Auxpass).is_some();
    let passive = told || draft.tag(clause) == Tag::VBN && !has_object(draft, clause);
    if draft.tag(clause) == Tag::VBN && !passive {
        draft.sentence.tokens[clause].tag = Tag::VBD;
    }
    let dep = if passive { Dep::Nsubjpass } else { Dep::Nsubj };
    draft.hang(doer, clause, dep);
    draft.hang(subject, verb, Dep::Nsubj);
    gather(draft, 0..subject, subject, &[verb, report, clause]);
    gather(draft, found.at.unwrap_or(verb) + 1..report, report, &[]);
    gather(draft, report + 1..doer, doer, &[]);
    gather(draft, doer + 1..clause, clause, &[]);
    behind(draft, found);
}

/// Makes verbs of the denial and of what the report tells, and a noun of the report.
fn name_verbs(draft: &mut Draft, found: &Found) {
    draft.respell(found.verb, found.lemma.clone());
    let verb = &mut draft.sentence.tokens[found.verb];
    verb.pos = Pos::Verb;
    if verb.tag != Tag::VBD {
        verb.tag = Tag::VBZ;
    }
    let many = draft.word(found.report) != draft.lemma(found.report);
    let report = &mut draft.sentence.tokens[found.report];
    (report.pos, report.tag) = (Pos::Noun, if many { Tag::NNS } else { Tag::NN });
    let irregular = draft.lexicon.lemmas.irregular_forms();
    let word = draft.word(found.clause);
    let lemma = irregular
        .filter(|(form, _)| *form == word)
        .map(|(_, lemma)| CompactString::from(lemma))
        .next();
    if let Some(lemma) = lemma {
        draft.respell(found.clause, lemma);
    }
}

/// Hangs on a word what stands in a stretch and hangs outside of it: anywhere, or on one of those given.
fn gather(draft: &mut Draft, stretch: std::ops::Range<usize>, head: usize, from: &[usize]) {
    for token in stretch.clone() {
        let above = draft.head(token);
        let outside = !stretch.contains(&above) && above != head;
        if outside && (from.is_empty() || from.contains(&above)) {
            let dep = match draft.dep(token) {
                Dep::Nsubj | Dep::Dobj | Dep::Root if draft.is_nominal(token) => Dep::Compound,
                dep => dep,
            };
            draft.hang(token, head, dep);
        }
    }
}

/// What stands behind the verb of the clause belongs to it.
fn behind(draft: &mut Draft, found: &Found) {
    for token in found.clause + 1..=found.last {
        let above = draft.head(token);
        if (found.clause..=found.last).contains(&above) && above != token {
            continue;
        }
        let object = draft.is_nominal(token) && draft.dep(token) != Dep::Npadvmod;
        let dep = if object { Dep::Dobj } else { draft.dep(token) };
        draft.hang(token, found.clause, dep);
    }
}
