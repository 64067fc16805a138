//! Which figures count what an event did.

use crate::extract::tree::{OF, Tree};
use crate::lexicon::words::{Set, WordSets};
use crate::model::parsed::{Dep, Pos};

use super::Figure;
use super::counted::BARE;

/// The figures that count what the event named by `trigger` did to `theme`, in the order of the text: those of the
/// theme and its conjuncts, of the subject of a passive or intransitive, of the trigger itself ("three strikes").
/// Figures in adjuncts ("after two hours", "including three children") are none of them.
pub fn figures_of<'a>(
    tree: &Tree,
    trigger: usize,
    theme: Option<usize>,
    figures: &'a [Figure],
) -> Vec<&'a Figure> {
    if figures.is_empty() {
        return Vec::new();
    }
    let mut themes = core(tree, trigger, theme);
    themes.push(trigger);
    // "70 of 80 drones and five missiles": the row hangs on the noun of the "of".
    let counted = |figure: &&Figure| counts_any(figure, &themes);
    let nouns: Vec<usize> = figures
        .iter()
        .filter(counted)
        .filter_map(|figure| figure.counted)
        .collect();
    themes.extend(nouns.into_iter().flat_map(|noun| tree.conjuncts(noun)));
    let found: Vec<&Figure> = figures
        .iter()
        .filter(|figure| counts_any(figure, &themes))
        .collect();
    let parts: Vec<usize> = found.iter().filter_map(|figure| figure.of).collect();
    let is_whole = |figure: &Figure| {
        figure.of.is_none()
            && figure
                .counted
                .is_some_and(|counted| parts.contains(&counted))
    };
    let counted: Vec<&Figure> = found
        .into_iter()
        .filter(|figure| !is_whole(figure))
        .collect();
    if !counted.is_empty() {
        let more = told_parts(tree, figures, &counted);
        return counted.into_iter().chain(more).collect();
    }
    [adverbial, small_clause, doers, told, carried]
        .into_iter()
        .map(|find| find(tree, trigger, figures))
        .find(|found| !found.is_empty())
        .unwrap_or_default()
}

/// The theme with its conjuncts; without one, the object, or the subject of a verb that has none.
fn core(tree: &Tree, trigger: usize, theme: Option<usize>) -> Vec<usize> {
    let verb = tree.is_verb(trigger);
    let object = || tree.object(trigger).filter(|_| verb);
    let subject = || tree.subject(trigger).filter(|_| verb);
    let theme = theme.or_else(object).or_else(subject);
    let themes = theme.map(|theme| tree.conjuncts(theme)).unwrap_or_default();
    let mut all = themes.clone();
    all.extend(themes.into_iter().flat_map(|at| summed(tree, at)));
    all
}

/// "26 people, three children among them", "38, eight of them children": what a figure says of a part of what is counted.
fn told_parts<'a>(tree: &Tree, figures: &'a [Figure], counted: &[&Figure]) -> Vec<&'a Figure> {
    let Some(last) = counted.iter().map(|figure| figure.last).max() else {
        return Vec::new();
    };
    let points_back = |at: usize| {
        let itself = tree.pos(at) == Pos::Pron;
        itself
            || tree
                .prepositions(at)
                .filter_map(|kid| tree.governed(kid))
                .any(|governed| tree.pos(governed) == Pos::Pron)
    };
    let is_part = |figure: &&Figure| {
        let near = figure.first > last && figure.first - last <= PART_REACH;
        let new = !counted.iter().any(|known| known.span == figure.span);
        near && new && (points_back(figure.head) || figure.counted.is_some_and(points_back))
    };
    figures.iter().filter(is_part).collect()
}

/// How far behind a figure, in tokens, its part may be told.
const PART_REACH: usize = 8;

/// "a total of 805 drones": the drones; what stands under a noun without a number of its own.
fn summed(tree: &Tree, theme: usize) -> Vec<usize> {
    let numbered = tree.kids(theme).any(|kid| tree.dep(kid) == Dep::Nummod);
    let sum = tree.pos(theme) == Pos::Noun && !numbered;
    let below = tree
        .under_preposition(theme, OF)
        .filter(|&at| sum && tree.kids(at).any(|kid| tree.dep(kid) == Dep::Nummod));
    below.map(|at| tree.conjuncts(at)).unwrap_or_default()
}

fn counts_any(figure: &Figure, themes: &[usize]) -> bool {
    themes.iter().any(|&theme| counts(figure, theme))
}

fn counts(figure: &Figure, theme: usize) -> bool {
    figure.head == theme
        || figure.counted == Some(theme)
        || figure.of == Some(theme)
        || (figure.first..=figure.last).contains(&theme)
}

/// "advanced five kilometres", "shelled it twice": a measure or number of times beside the verb.
fn adverbial<'a>(tree: &Tree, trigger: usize, figures: &'a [Figure]) -> Vec<&'a Figure> {
    figures
        .iter()
        .filter(|figure| {
            tree.head(figure.head) == Some(trigger)
                && matches!(
                    tree.dep(figure.head),
                    Dep::Npadvmod | Dep::Advmod | Dep::Dobj | Dep::Attr
                )
                && !tells_how_far(tree, figure)
        })
        .collect()
}

/// "worked 300 metres inside the zone": how far within a place, and no count of what was done.
fn tells_how_far(tree: &Tree, figure: &Figure) -> bool {
    let words = WordSets::shared();
    let next = figure.last + 1;
    let reaches = |at: usize| words.has(Set::ReachPreposition, tree.lemma(at));
    tree.dep(figure.head) == Dep::Npadvmod && next < tree.len() && reaches(next)
}

/// "left five dead", "27 are missing", "the count is five": the subject of a predicate, or the predicate of a subject.
fn small_clause<'a>(tree: &Tree, trigger: usize, figures: &'a [Figure]) -> Vec<&'a Figure> {
    let predicate = |kid: &usize| {
        matches!(tree.dep(*kid), Dep::Ccomp | Dep::Oprd | Dep::Xcomp) && !tree.is_verb(*kid)
    };
    let mut themes: Vec<usize> = tree.kids(trigger).filter(predicate).collect();
    let subjects: Vec<usize> = themes
        .iter()
        .filter_map(|&kid| tree.kid(kid, Dep::Nsubj))
        .collect();
    themes.extend(subjects);
    let copula = tree
        .head(trigger)
        .filter(|&head| tree.pos(head) == Pos::Aux);
    if let Some(copula) = copula {
        themes.extend(match tree.dep(trigger) {
            Dep::Nsubj => tree.kid(copula, Dep::Attr),
            Dep::Acomp | Dep::Attr => tree.kid(copula, Dep::Nsubj),
            _ => None,
        });
    }
    among(figures, &themes)
}

/// "Two missiles hit the ship": those who did it, where nothing else is counted.
fn doers<'a>(tree: &Tree, trigger: usize, figures: &'a [Figure]) -> Vec<&'a Figure> {
    let subject = tree.subject(trigger).filter(|_| tree.is_verb(trigger));
    let subjects = subject.map(|subject| tree.conjuncts(subject));
    let mut found = among(figures, &subjects.unwrap_or_default());
    found.extend(
        subject
            .into_iter()
            .flat_map(|subject| shares_held(tree, subject, figures)),
    );
    // "The two companies held no talks": that they are two is no news.
    found.retain(|figure| !is_known(tree, figure));
    found
}

/// "holders of 46 percent of the shares", "owners with 38 percent of the stock": how much those hold who did it.
fn shares_held<'a>(
    tree: &Tree,
    subject: usize,
    figures: &'a [Figure],
) -> impl Iterator<Item = &'a Figure> {
    let held: Vec<usize> = tree
        .prepositions(subject)
        .filter_map(|kid| tree.governed(kid))
        .collect();
    let is_held = move |figure: &&Figure| figure.share && counts_any(figure, &held);
    figures.iter().filter(is_held)
}

/// Whether "the" stands right before the number.
fn is_known(tree: &Tree, figure: &Figure) -> bool {
    let words = WordSets::shared();
    let before = figure.first.checked_sub(1);
    before.is_some_and(|at| tree.dep(at) == Dep::Det && words.has(Set::Determined, tree.lemma(at)))
}

/// "rose to 38", "put at 29": a bare number under a preposition of the verb.
fn told<'a>(tree: &Tree, trigger: usize, figures: &'a [Figure]) -> Vec<&'a Figure> {
    let governed: Vec<usize> = tree
        .prepositions(trigger)
        .filter_map(|kid| tree.governed(kid))
        .collect();
    let mut found = among(figures, &governed);
    found.retain(|figure| figure.counted.is_none() && (figure.rule == BARE || figure.share));
    found
}

/// "the toll has reached 190", "the toll rose to 38", "put the number of people killed at 12": a bare number that the verb
/// of a counting noun gives it.
fn carried<'a>(tree: &Tree, trigger: usize, figures: &'a [Figure]) -> Vec<&'a Figure> {
    let noun = counting_noun(tree, trigger);
    let subject = matches!(tree.dep(noun), Dep::Nsubj | Dep::Nsubjpass);
    let object = tree.dep(noun) == Dep::Dobj;
    let Some(verb) = tree.head(noun).filter(|_| subject || object) else {
        return Vec::new();
    };
    let objects = tree.kids(verb).filter(|&kid| {
        subject
            && matches!(
                tree.dep(kid),
                Dep::Dobj | Dep::Attr | Dep::Npadvmod | Dep::Acomp | Dep::Oprd
            )
    });
    let governed = tree.prepositions(verb).filter_map(|kid| tree.governed(kid));
    let given: Vec<usize> = objects.chain(governed).collect();
    let mut found = among(figures, &given);
    found.retain(|figure| figure.counted.is_none() && (figure.rule == BARE || figure.share));
    found
}

/// Whether a number is told of what the trigger says only of those counted ("the number of people killed rose to 12").
pub fn is_tallied(tree: &Tree, trigger: usize, figures: &[Figure]) -> bool {
    counting_noun(tree, trigger) != trigger && !carried(tree, trigger, figures).is_empty()
}

/// "the number of missing workers", "the number of people killed": the noun that counts what the trigger says of them.
fn counting_noun(tree: &Tree, trigger: usize) -> usize {
    let counted = match tree.dep(trigger) {
        Dep::Amod | Dep::Acl | Dep::Relcl => tree.head(trigger).unwrap_or(trigger),
        _ => trigger,
    };
    let preposition = tree
        .head(counted)
        .filter(|&head| tree.dep(counted) == Dep::Pobj && tree.lemma(head) == OF);
    preposition.and_then(|at| tree.head(at)).unwrap_or(trigger)
}

fn among<'a>(figures: &'a [Figure], themes: &[usize]) -> Vec<&'a Figure> {
    figures
        .iter()
        .filter(|figure| counts_any(figure, themes))
        .collect()
}
