//! What a noun of report tells: its clause, or what stands under its preposition.

use crate::lexicon::cues::CueClass;
use crate::lexicon::words::{Set, WordSets};
use crate::model::parsed::{Dep, EntityLabel, Pos, Tag};

use super::super::tree::{OF, Tree};
use super::{Cue, is_count_of_charge, is_negated};

/// "a denial of service attack": of nothing that anybody says.
pub(super) fn is_void(tree: &Tree, words: &WordSets, noun: usize) -> bool {
    let void = |at: usize| words.has(Set::VoidDenial, tree.lemma(at));
    let inside = |at: usize| {
        let mut kids = tree.kids(at);
        void(at) || kids.any(|kid| tree.dep(kid) == Dep::Compound && void(kid))
    };
    tree.under_preposition(noun, OF).is_some_and(inside)
}

/// "disinformation spread by agents": it was spread, and is nothing that is denied to have been.
pub(super) fn describes(tree: &Tree, verb: usize) -> bool {
    let mut parts = [Dep::Nsubj, Dep::Nsubjpass, Dep::Aux, Dep::Auxpass].into_iter();
    let bare = parts.all(|dep| tree.kid(verb, dep).is_none());
    tree.dep(verb) == Dep::Acl && tree.tag(verb) == Tag::VBN && bare
}

/// "lies over the fall of the bridge", "the lie she was told": what a lie is about, or whose it is, is not denied; "lies about
/// widespread fraud" deny that there was any, and so does "the lie that …".
pub(super) fn is_beside_lie(tree: &Tree, words: &WordSets, lie: usize, at: usize) -> bool {
    if words.has(Set::DenialNoun, tree.lemma(lie)) {
        return false;
    }
    let tells = || {
        tree.kids(at)
            .any(|kid| matches!(tree.dep(kid), Dep::Mark | Dep::Aux))
    };
    let relative = matches!(tree.dep(at), Dep::Acl | Dep::Relcl);
    if relative {
        return !tells()
            && tree
                .kid(at, Dep::Nsubjpass)
                .or(tree.kid(at, Dep::Nsubj))
                .is_some();
    }
    let known = |kid: usize| match tree.dep(kid) {
        Dep::Poss => true,
        Dep::Det => words.has(Set::Determined, tree.lemma(kid)),
        Dep::Compound => tree.pos(kid) == Pos::Propn,
        _ => false,
    };
    tree.dep(at) == Dep::Pobj && tree.pos(at) == Pos::Noun && tree.kids(at).any(known)
}

/// The roots of what a noun tells.
pub(super) fn noun_contents(tree: &Tree, words: &WordSets, token: usize) -> Vec<usize> {
    let mut found = Vec::new();
    for kid in tree.kids(token) {
        match tree.dep(kid) {
            Dep::Acl if is_made(tree, words, kid) => {}
            Dep::Acl | Dep::Ccomp if tree.is_verb(kid) => found.push(kid),
            // "the report that rebels had taken it": the parser may call the clause a relative one.
            Dep::Relcl if tree.kid(kid, Dep::Mark).is_some() || is_whole(tree, kid) => {
                found.push(kid)
            }
            // "rejects the Philippine account of the clash": that they clashed is told by both.
            Dep::Prep if words.has(Set::VersionNoun, tree.lemma(token)) => {}
            Dep::Prep if words.has(Set::ContentPreposition, tree.lemma(kid)) => {
                found.extend(
                    tree.governed(kid)
                        .into_iter()
                        .flat_map(|at| tree.conjuncts(at)),
                );
            }
            _ => {}
        }
    }
    found
}

/// "accusations he took bribes": a clause with all its parts, which tells nothing of the noun itself.
pub(super) fn is_whole(tree: &Tree, verb: usize) -> bool {
    let relative = tree
        .kids(verb)
        .any(|kid| matches!(tree.tag(kid), Tag::WDT | Tag::WP));
    let subject = tree.kid(verb, Dep::Nsubj).is_some();
    let filled = [Dep::Dobj, Dep::Attr, Dep::Acomp, Dep::Advmod]
        .into_iter()
        .any(|dep| tree.kid(verb, dep).is_some_and(|kid| kid > verb));
    subject && filled && !relative
}

/// "claims made by the rebels": that they were made is nothing that they tell.
fn is_made(tree: &Tree, words: &WordSets, verb: usize) -> bool {
    let light = [Set::LightVerb, Set::MakeVerb]
        .into_iter()
        .any(|set| words.has(set, tree.lemma(verb)));
    // "accusations that it had committed crimes": what they tell.
    let whole = [Dep::Aux, Dep::Nsubj]
        .into_iter()
        .any(|dep| tree.kid(verb, dep).is_some());
    light && !whole && tree.tag(verb) == Tag::VBN && tree.dep(verb) == Dep::Acl
}

/// "claims made by the rebels": the rebels.
pub fn maker(tree: &Tree, words: &WordSets, noun: usize) -> Option<usize> {
    let mut made = tree.kids(noun).filter(|&kid| is_made(tree, words, kid));
    made.find_map(|verb| tree.agent(verb))
}

/// "reports in the Danish press that …": where it is printed.
pub(super) fn printed_in(tree: &Tree, words: &WordSets, noun: usize) -> Option<usize> {
    let inside = |&kid: &usize| words.has(Set::PlaceOfSaying, tree.lemma(kid)) && kid > noun;
    let mut below = tree.prepositions(noun).filter(inside);
    let prints = |&at: &usize| words.has(Set::PressWord, tree.lemma(at));
    below.find_map(|kid| tree.governed(kid).filter(prints))
}

/// "sticks to its version that …", "stood by the claim that …": whoever upholds it says so.
pub(super) fn upholder(tree: &Tree, words: &WordSets, noun: usize) -> Option<usize> {
    let preposition = tree.head(noun).filter(|_| tree.dep(noun) == Dep::Pobj)?;
    let verb = tree.head(preposition).filter(|&at| tree.is_verb(at))?;
    let phrase = format!("{}_{}", tree.lemma(verb), tree.lemma(preposition));
    let subject = tree.subject(verb)?;
    let upholds = words.has(Set::UpholdingPhrase, &phrase);
    let other = tree
        .possessor(noun)
        .is_some_and(|at| tree.tag(at) != Tag::PRPS);
    (upholds && !other && !is_negated(tree, words, verb)).then_some(subject)
}

/// "rejected a story which said that …", "a report saying that …", "by a writer who says that …": what the story tells is
/// denied with it.
pub(super) fn is_report_telling(tree: &Tree, cue: &Cue) -> bool {
    let own =
        |kid: usize| tree.dep(kid) == Dep::Nsubj && matches!(tree.tag(kid), Tag::WDT | Tag::WP);
    let bare = [Dep::Nsubj, Dep::Aux]
        .into_iter()
        .all(|dep| tree.kid(cue.token, dep).is_none());
    let gerund = tree.dep(cue.token) == Dep::Acl && tree.tag(cue.token) == Tag::VBG && bare;
    let described = gerund || tree.dep(cue.token) == Dep::Relcl && tree.kids(cue.token).any(own);
    let noun = tree.head(cue.token).filter(|_| described);
    let words = WordSets::shared();
    // "rejected a survey showing that …", "polls that show that …".
    let tells = |noun: usize| {
        let lemma = tree.lemma(noun);
        let paper = [Set::DocumentNoun, Set::PollNoun, Set::FigureNoun];
        tree.is_report(noun) || paper.into_iter().any(|set| words.has(set, lemma))
    };
    let told = |noun: usize| tells(noun) && tree.dep(noun) == Dep::Dobj;
    let made = |maker: usize| {
        let by = tree.head(maker).filter(|_| tree.dep(maker) == Dep::Pobj);
        let report = by.and_then(|by| tree.head(by));
        report.is_some_and(|report| told(report) && tree.by_phrase(report) == Some(maker))
    };
    cue.class == CueClass::Say && noun.is_some_and(|noun| told(noun) || made(noun))
}

/// "claims that she lied, which she rejects": the claims, which tell themselves what is rejected.
pub(super) fn claim_described(
    tree: &Tree,
    words: &WordSets,
    verb: usize,
    class: CueClass,
) -> Option<usize> {
    let answers = matches!(class, CueClass::Deny | CueClass::Confirm);
    let which = |kid: usize| {
        let answered = matches!(tree.dep(kid), Dep::Dobj | Dep::Nsubjpass);
        answered && tree.tag(kid) == Tag::WDT
    };
    let noun = tree
        .head(verb)
        .filter(|_| answers && tree.dep(verb) == Dep::Relcl && tree.kids(verb).any(which))?;
    let mut told = noun_contents(tree, words, noun).into_iter();
    let counted = is_count_of_charge(tree, words, noun);
    let charge = counted || words.has(Set::ChargeNoun, tree.lemma(noun));
    let tells = told.any(|at| at != verb && (charge || tree.is_verb(at)));
    ((counted || tree.is_report(noun)) && tells).then_some(noun)
}

/// "rejected a union claim that …": whose claim it is stands right before it; a charge or a rumour may well be about him.
pub(super) fn claimant_before(tree: &Tree, words: &WordSets, noun: usize) -> Option<usize> {
    let own = [Set::ChargeNoun, Set::HearsayNoun];
    let own = !own.into_iter().any(|set| words.has(set, tree.lemma(noun)));
    let told = tree.kids(noun).any(|kid| {
        let clause = matches!(tree.dep(kid), Dep::Acl | Dep::Ccomp | Dep::Relcl);
        // "rejects Roe claim it owed him": the headline leaves "that" out.
        let subject = tree.subject(kid).is_some_and(|at| at > noun);
        let bare = tree.dep(kid) == Dep::Acl && tree.is_verb(kid) && subject;
        clause && (tree.kid(kid, Dep::Mark).is_some() || bare)
    });
    let mut before = tree
        .kids(noun)
        .filter(|&kid| matches!(tree.dep(kid), Dep::Compound | Dep::Nsubj) && kid + 1 == noun);
    let party = before
        .next()
        .filter(|_| own && told && tree.is_report(noun))?;
    let body = matches!(
        tree.label(party),
        Some(EntityLabel::Org | EntityLabel::Norp)
    );
    // A place or a thing before the noun may be what the claim is about; "rejects Norvex claim it owed him" tells of the firm.
    let itself = tree.kids(noun).any(|kid| {
        let subject = tree.subject(kid).filter(|&at| at > noun);
        subject.is_some_and(|at| tree.pos(at) == Pos::Pron)
    });
    let named = match tree.label(party) {
        Some(EntityLabel::Person) => true,
        // "denies Moscow claim it shot down a jet": Moscow's own.
        None | Some(EntityLabel::Gpe) => itself,
        _ => false,
    };
    let named = named && tree.tag(party) == Tag::NNP;
    (body || named || words.is_somebody(tree.lemma(party))).then_some(party)
}
