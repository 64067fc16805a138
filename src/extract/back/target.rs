//! What a word of denial judges: the noun or pronoun that points back to what was said ("denied the claims", "which Moscow
//! denies", "called it a lie").

use crate::lexicon::cues::CuePart;
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::super::cue::{figure_described, is_declined_idea, withholds};
use super::super::event::refused_before;
use super::super::reading::Reading;
use super::super::tree::{OF, Tree};
use super::TO;
use super::reply::{answered, names_otherwise, reporters};

/// `Some(None)` when the verb stands alone ("Kyiv denies"), `None` when its object is a matter of its own.
pub(super) fn verb_target(reading: &Reading, token: usize) -> Option<Option<usize>> {
    let tree = &reading.tree;
    if names_otherwise(reading, token) || withholds(tree, token) {
        return None;
    }
    // "fended off defeat", "fights off an assault": a deed, unless it was words that were fended off.
    let words = &reading.lexicon().words;
    let said = |object: usize| {
        tree.pos(object) == Pos::Pron || words.has(Set::BackNoun, tree.lemma(object))
    };
    let parries = words.has(Set::ParryVerb, tree.lemma(token));
    if parries && !tree.object(token).is_some_and(said) {
        return None;
    }
    let offered = |object| refused_before(tree, &reading.lexicon().words, token, object);
    if tree.object(token).and_then(offered).is_some() {
        return None;
    }
    // "accused Moscow of it, which Moscow denied", "X was hacked; Moscow denies it".
    let pointing = tree
        .kid(token, Dep::Dobj)
        .filter(|&kid| tree.pos(kid) == Pos::Pron && points_back(reading, kid));
    if pointing.is_some() {
        return Some(pointing);
    }
    if tree
        .kids(token)
        .any(|kid| matches!(tree.dep(kid), Dep::Ccomp | Dep::Xcomp))
    {
        return None;
    }
    // "rejected the truce" takes a stand on a matter.
    let words = &reading.lexicon().words;
    let matter = |object: usize| {
        let named = [Set::AgreementNoun, Set::ProposalNoun];
        named
            .into_iter()
            .any(|set| words.has(set, tree.lemma(object)))
    };
    let declined = tree.object(token).is_some_and(|object| {
        let told = tree.prepositions(object).next().is_some();
        matter(object) || told && is_declined_idea(tree, words, object)
    });
    if words.has(Set::DecliningVerb, tree.lemma(token)) && declined {
        return None;
    }
    let participle = tree.dep(token) == Dep::Acl && tree.tag(token) == Tag::VBN;
    if let Some(answered) = answered(reading, token) {
        return Some(Some(answered));
    }
    match tree.object(token) {
        // "dismissed as baseless the claim by X that …": what is dismissed stands behind.
        None if tree
            .kids(token)
            .any(|kid| words.has(Set::AsPreposition, tree.lemma(kid))) =>
        {
            None
        }
        None => Some(None),
        // "the tank was sealed, something the crew denies".
        Some(object) if is_apposed(reading, token) => Some(Some(object)),
        // "a rumour that he had fled was denied": what is denied is told.
        Some(object) if tells(tree, object) => None,
        Some(object)
            if points_back(reading, object) || participle && is_report(reading, object) =>
        {
            Some(Some(object))
        }
        Some(_) => None,
    }
}

/// Whether a verb describes a noun or pronoun that stands for the clause before it ("something the crew denies", "a charge
/// that Norway rejects", "a claim denied by Norway").
pub(super) fn is_apposed(reading: &Reading, verb: usize) -> bool {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let participle = tree.tag(verb) == Tag::VBN && tree.agent(verb).is_some();
    let describes = match tree.dep(verb) {
        Dep::Relcl => true,
        Dep::Acl => participle || tree.subject(verb).is_some(),
        _ => false,
    };
    tree.head(verb).filter(|_| describes).is_some_and(|noun| {
        let lemma = tree.lemma(noun);
        let named = [Set::BackNoun, Set::FigureNoun, Set::ThingPronoun];
        let named = named.into_iter().any(|set| words.has(set, lemma));
        named && is_set_off(tree, noun, participle)
    })
}

/// In apposition, or behind a comma where the parser takes it for a second object or clause.
fn is_set_off(tree: &Tree, noun: usize, participle: bool) -> bool {
    let first = (0..=noun).find(|&at| at == noun || tree.is_below(at, noun));
    let comma = first.is_some_and(|at| at > 0 && tree.tag(at - 1) == Tag::Comma);
    match tree.dep(noun) {
        Dep::Appos | Dep::Npadvmod => true,
        Dep::Conj | Dep::Dobj | Dep::Attr => participle && comma,
        _ => false,
    }
}

/// Whether a noun of report has its own clause.
pub(super) fn tells(tree: &Tree, noun: usize) -> bool {
    // "rejected Moscow's claim to the plant": a title, not a report.
    let title = |kid: usize| {
        tree.dep(kid) == Dep::Prep && tree.lemma(kid) == TO && tree.governed(kid).is_some()
    };
    tree.kids(noun).any(|kid| {
        title(kid)
            || matches!(tree.dep(kid), Dep::Acl | Dep::Ccomp | Dep::Relcl)
                && tree.kid(kid, Dep::Mark).is_some()
    })
}

pub(super) fn points_back(reading: &Reading, token: usize) -> bool {
    let lemma = reading.tree.lemma(token);
    let bare_event =
        !reading.lexicon().frames.of_noun(lemma).is_empty() && reading.tree.pos(token) == Pos::Noun;
    let such = reading.tree.kids(token).any(|kid| {
        reading
            .lexicon()
            .words
            .has(Set::Such, reading.tree.lemma(kid))
    });
    // "was bombed, which Moscow denies": the parser may take it for a clause of circumstance.
    let relative = matches!(reading.tree.tag(token), Tag::WDT | Tag::WP)
        && reading
            .tree
            .ancestors(token)
            .take(2)
            .any(|at| matches!(reading.tree.dep(at), Dep::Relcl | Dep::Advcl));
    let said = [Set::BackNoun, Set::FigureNoun]
        .into_iter()
        .any(|set| reading.lexicon().words.has(set, lemma));
    such || bare_event || said || relative
}

/// "called the report a pamphlet", "described that as theatre": a word that puts down what somebody said, and denies nothing
/// where it is said of a thing; "it was all theatre" as well.
pub(in super::super) fn puts_down(reading: &Reading, token: usize) -> bool {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let verb = tree.ancestors(token).find(|&at| tree.is_verb(at));
    let listed = matches!(tree.pos(token), Pos::Noun | Pos::Adj | Pos::Adv)
        && words.has(Set::VerdictWord, tree.lemma(token));
    let Some(verb) = verb.filter(|_| listed) else {
        return false;
    };
    let judged = predicate_subject(reading, token);
    let copula = words.has(Set::Copula, tree.lemma(verb)) && tree.pos(token) == Pos::Noun;
    let of_word = |at: usize| tree.pos(at) != Pos::Noun;
    words.has(Set::NamingVerb, tree.lemma(verb)) && judged.is_some()
        || copula && judged.is_some_and(of_word) && reporters(reading, verb).is_some()
}

fn is_report(reading: &Reading, token: usize) -> bool {
    reading
        .lexicon()
        .cues
        .find(reading.tree.lemma(token), CuePart::Noun)
        .is_some()
}

/// "the claims are false", "called it a lie", "described the reports as fake": what is judged.
pub(super) fn predicate_subject(reading: &Reading, token: usize) -> Option<usize> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    // "these are false numbers": the numbers.
    let figure = figure_described(tree, words, token);
    if figure.is_some() {
        return figure;
    }
    let head = tree.head(token)?;
    let (verb, under_as) = if words.has(Set::AsPreposition, tree.lemma(head)) {
        (tree.head(head)?, true)
    } else {
        (head, false)
    };
    let lemma = tree.lemma(verb);
    let judged = if words.has(Set::Copula, lemma) && !under_as {
        tree.subject(verb)
    } else if words.has(Set::NamingVerb, lemma) {
        let small = tree.kids(token).find(|&kid| tree.dep(kid) == Dep::Nsubj);
        let relative = tree
            .kid(verb, Dep::Dobj)
            .filter(|&kid| matches!(tree.tag(kid), Tag::WDT | Tag::WP));
        // "called that absurd": the parser takes the pronoun for an adverb.
        let adverb = tree.kids(verb).find(|&kid| {
            (verb..token).contains(&kid)
                && tree.pos(kid) == Pos::Adv
                && words.has(Set::BackNoun, tree.lemma(kid))
        });
        // "called this untrue": the parser takes the pronoun for an article.
        let article = tree.kid(token, Dep::Det).filter(|&kid| {
            words.has(Set::BackNoun, tree.lemma(kid)) && tree.dep(token) == Dep::Oprd
        });
        small
            .or(relative)
            .or(article)
            .or_else(|| tree.object(verb))
            .or(adverb)
            .filter(|&object| object != token)
    } else {
        None
    };
    // "called the attack unjustified": an opinion of a deed.
    let opinion = |judged: usize| {
        let deed = tree.pos(judged) == Pos::Noun && !words.has(Set::BackNoun, tree.lemma(judged));
        deed && words.has(Set::OpinionWord, tree.lemma(token))
    };
    // "called the second part of the account a lie": the account, as far as it goes.
    let whole = |judged: usize| {
        let part = words.has(Set::PartNoun, tree.lemma(judged));
        tree.under_preposition(judged, OF).filter(|_| part)
    };
    let judged = judged.map(|judged| whole(judged).unwrap_or(judged));
    judged.filter(|&judged| points_back(reading, judged) && !opinion(judged))
}
