//! Phrases that name a source: "according to X", "in his words", "by the ministry's count", "X put the number at".

use crate::lexicon::cues::{CueClass, Cues};
use crate::lexicon::words::{LIST, Set, WordSets};
use crate::model::parsed::{Dep, EntityLabel, Pos, Tag};

use super::super::tree::{OF, Tree};
use super::{Cue, verb_entry, verb_speaker};

/// "in his words", "by the ministry's count", "in the words of its statement".
pub(super) fn account_of(tree: &Tree, cues: &Cues, words: &WordSets, token: usize) -> Option<Cue> {
    let preposition = tree.head(token).filter(|&head| {
        words.has(Set::AccountPreposition, tree.lemma(head)) && tree.dep(token) == Dep::Pobj
    })?;
    if !words.has(Set::AccountNoun, tree.lemma(token)) {
        return None;
    }
    let of = tree
        .prepositions(token)
        .find(|&kid| words.has(Set::ContentPreposition, tree.lemma(kid)));
    let speaker = tree
        .possessor(token)
        .or_else(|| tree.governed(of?))
        .filter(|&at| tree.is_nominal(at) || tree.tag(at) == Tag::PRPS)?;
    let clause = clause_of(tree, preposition)?;
    // "In its account of the war, the army said that …": the army's own, which the verb tells.
    let pronoun = tree.tag(speaker) == Tag::PRPS;
    let subject = tree.kid(clause, Dep::Nsubj).filter(|&at| at > speaker);
    let says = subject.is_some() && verb_entry(tree, cues, clause).is_some();
    (!(pronoun && says)).then(|| from_account(token, speaker, clause, "speaker.account"))
}

/// The clause that a phrase tells whose word it is: its verb's, or, between commas, the whole that it stands in ("chose to
/// flood it in order to win, in his view").
fn clause_of(tree: &Tree, preposition: usize) -> Option<usize> {
    let head = tree.head(preposition)?;
    let set_off = preposition
        .checked_sub(1)
        .is_some_and(|at| tree.tag(at) == Tag::Comma);
    if tree.is_verb(head) && !set_off {
        return Some(head);
    }
    let verb = std::iter::once(head)
        .chain(tree.ancestors(head))
        .find(|&at| tree.is_verb(at))
        .filter(|&at| at == head || set_off)?;
    let told = |at: usize| {
        matches!(
            tree.dep(at),
            Dep::Xcomp | Dep::Acl | Dep::Advcl | Dep::Pcomp
        )
    };
    let bare = |at: usize| matches!(tree.tag(at), Tag::VB | Tag::VBG);
    let mut clause = verb;
    while told(clause) && bare(clause) {
        let above = tree.ancestors(clause).find(|&at| tree.is_verb(at));
        clause = above?;
    }
    Some(clause)
}

/// "the owner's case is that the jurors were bribed": whose case it is says so.
pub(super) fn position_of(tree: &Tree, words: &WordSets, token: usize) -> Option<Cue> {
    let named = words.has(Set::PositionNoun, tree.lemma(token)) && tree.dep(token) == Dep::Nsubj;
    let copula = tree
        .head(token)
        .filter(|&at| named && words.has(Set::Copula, tree.lemma(at)))?;
    let marked = |kid: usize| tree.kid(kid, Dep::Mark).is_some();
    let clause = tree
        .kids(copula)
        .find(|&kid| tree.dep(kid) == Dep::Ccomp && kid > copula && marked(kid))?;
    let speaker = tree
        .issuer(token)
        .filter(|&at| tree.is_nominal(at) || tree.tag(at) == Tag::PRPS)?;
    Some(from_account(token, speaker, clause, "speaker.possessive"))
}

/// "For the governor, both are inventions": whose view it is that something is so.
pub(super) fn view_of(tree: &Tree, words: &WordSets, token: usize) -> Option<Cue> {
    let speaker = viewer(tree, words, token)?;
    let clause = tree
        .head(token)
        .filter(|&verb| words.has(Set::Copula, tree.lemma(verb)))?;
    let judges = tree
        .kids(clause)
        .any(|kid| matches!(tree.dep(kid), Dep::Attr | Dep::Acomp));
    let subject = tree.subject(clause)?;
    let comma = (speaker + 1..subject).any(|at| tree.tag(at) == Tag::Comma);
    // "For Moscow this is a lie".
    let points = tree.pos(subject) == Pos::Pron && subject == speaker + 1;
    (judges && (comma || points) && !tree.is_time(speaker))
        .then(|| from_account(token, speaker, clause, "speaker.account"))
}

/// "For the governor, ...", "To the rebels ...": somebody under a preposition that opens the sentence, whose view follows.
pub fn viewer(tree: &Tree, words: &WordSets, preposition: usize) -> Option<usize> {
    let view = [Set::ForPreposition, Set::GoalPreposition]
        .into_iter()
        .any(|set| words.has(set, tree.lemma(preposition)));
    let opens = preposition == 0 && view;
    let speaker = tree.governed(preposition).filter(|_| opens)?;
    let somebody = tree.pos(speaker) == Pos::Propn || words.is_somebody(tree.lemma(speaker));
    somebody.then_some(speaker)
}

/// "according to X".
pub fn according_to(tree: &Tree, words: &WordSets, token: usize) -> Option<Cue> {
    if !words.has(Set::According, &tree.word(token).to_lowercase()) {
        return None;
    }
    let speaker = tree
        .kids(token)
        .find_map(|kid| tree.governed(kid))
        .or_else(|| tree.governed(token));
    // "went according to the plan": how it went, and nobody's word.
    let beside = token > 0 && tree.tag(token - 1) != Tag::Comma;
    let measure = |at: usize| words.has(Set::StandardNoun, tree.lemma(at));
    if beside && speaker.is_some_and(measure) {
        return None;
    }
    let clause = tree
        .ancestors(token)
        .find(|&at| tree.is_verb(at))
        .or_else(|| tree.ancestors(token).last())?;
    // "according to a count presented by the union": the union.
    let issuer = |at: usize| {
        // "A document seen by the Tribune": not the Tribune's.
        let seen = |verb: usize| words.has(Set::PerusalVerb, tree.lemma(verb));
        let acl = |kid: &usize| tree.dep(*kid) == Dep::Acl && !seen(*kid);
        let mut issued = tree.kids(at).filter(acl);
        issued.find_map(|verb| tree.agent(verb))
    };
    let thing = |at: usize| tree.pos(at) == Pos::Noun && !words.is_somebody(tree.lemma(at));
    let speaker = speaker.map(|at| issuer(at).filter(|_| thing(at)).unwrap_or(at));
    let mut cue = from_account(token, speaker?, clause, "speaker.according-to");
    cue.contents
        .extend(joined_before(tree, words, token, clause));
    Some(cue)
}

/// "the shells fell on the school and the craters prove it, according to him": both clauses.
fn joined_before(tree: &Tree, words: &WordSets, token: usize, clause: usize) -> Option<usize> {
    let first = tree.head(clause)?;
    let comma = token
        .checked_sub(1)
        .is_some_and(|at| tree.tag(at) == Tag::Comma);
    let joined = tree.dep(clause) == Dep::Conj && tree.is_verb(first) && first < clause;
    let reports =
        words.has(Set::TellingVerb, tree.lemma(first)) || tree.kid(first, Dep::Ccomp).is_some();
    (comma && token > clause && joined && !reports).then_some(first)
}

/// "the coalition's own tally gives Otieno 50.2 percent": whose tally it is says so.
pub(super) fn count_cue(tree: &Tree, words: &WordSets, token: usize) -> Option<Cue> {
    let gives = words.has(Set::GaugeVerb, tree.lemma(token));
    let count = tree.kid(token, Dep::Nsubj).filter(|&noun| {
        let counts = [Set::AccountNoun, Set::PollNoun];
        gives && counts.iter().any(|&set| words.has(set, tree.lemma(noun)))
    })?;
    // "a poll by the institute gives": the institute.
    let by = tree.by_phrase(count);
    let owned = tree.issuer(count).is_some();
    owned.then(|| from_account(token, by.unwrap_or(count), token, "speaker.account"))
}

/// "the union put the number of missing workers at 31": whoever puts it there says so.
pub(super) fn gauge_cue(tree: &Tree, words: &WordSets, token: usize) -> Option<Cue> {
    let gauges = words.has(Set::GaugeVerb, tree.lemma(token));
    if !gauges && !words.has(Set::HavingVerb, tree.lemma(token)) {
        return None;
    }
    let at_figure = gauged_at(tree, words, token).is_some();
    // "has it at 131", "puts them at nine".
    let pronoun = |noun: usize| {
        let placed = || {
            tree.prepositions(token)
                .filter_map(|kid| tree.governed(kid))
                .any(|at| tree.pos(at) == Pos::Num)
        };
        words.has(Set::ItPronoun, tree.lemma(noun)) && (at_figure || placed())
    };
    // "puts the damage at 40 million": whatever is measured.
    let thing = |noun: usize| at_figure && tree.pos(noun) == Pos::Noun;
    let tally = tree.object(token).filter(|&noun| {
        gauges && (words.has(Set::TallyNoun, tree.lemma(noun)) || thing(noun)) || pronoun(noun)
    })?;
    let speaker = verb_speaker(tree, words, token)?;
    Some(from_account(token, speaker, tally, GAUGE_RULE))
}

/// The same, where the figure stands beside what is measured.
pub(super) fn measure_cue(tree: &Tree, words: &WordSets, token: usize) -> Option<Cue> {
    gauged_at(tree, words, token)?;
    let object = tree.object(token)?;
    // "estimated its losses at $300 million": no count of heads.
    let sum = gauged_at(tree, words, token).is_some_and(|at| is_sum(tree, words, at));
    let tally = words.has(Set::TallyNoun, tree.lemma(object)) && !sum;
    let things = things_counted(tree, words, object).is_some();
    let thing = tree.pos(object) == Pos::Noun && (!tally || things);
    gauge_cue(tree, words, token).filter(|_| thing)
}

/// "put the number of fires at 61": what is counted, where that is no people and no harm that a frame tells of.
pub fn things_counted(tree: &Tree, words: &WordSets, noun: usize) -> Option<usize> {
    let thing = tree.under_preposition(noun, OF)?;
    let sets = [Set::PersonNoun, Set::LossNoun, Set::HarmNoun];
    let people = sets
        .into_iter()
        .any(|set| words.has(set, tree.lemma(thing)));
    (tree.pos(thing) == Pos::Noun && !people).then_some(thing)
}

/// The number, or the noun that it counts, at which something is put.
pub fn gauged_at(tree: &Tree, words: &WordSets, verb: usize) -> Option<usize> {
    // "put its office at 30 Main Street": an address, and no number of streets.
    let counted = |at: &usize| {
        let numbered = tree.kids(*at).any(|kid| tree.dep(kid) == Dep::Nummod);
        tree.pos(*at) == Pos::Num || numbered && tree.pos(*at) != Pos::Propn
    };
    // "at more than 300bn rupees": what stands behind the word of comparison.
    let compared = |at: usize| {
        let behind = tree.prepositions(at).find_map(|kid| tree.governed(kid));
        behind.filter(|_| matches!(tree.tag(at), Tag::JJR | Tag::RBR))
    };
    // "gave the figure as nine".
    let as_number = || {
        let led = |&kid: &usize| words.has(Set::AsPreposition, tree.lemma(kid));
        let governed = tree.prepositions(verb).filter(led);
        let mut governed = governed.filter_map(|kid| tree.governed(kid));
        governed.find(|&at| tree.pos(at) == Pos::Num)
    };
    tree.prepositions(verb)
        .filter(|&kid| words.has(Set::GaugePreposition, tree.lemma(kid)))
        .filter_map(|kid| tree.governed(kid))
        .find_map(|at| match compared(at) {
            Some(behind) => Some(behind),
            None => Some(at).filter(counted),
        })
        .or_else(as_number)
}

/// "at $300 million", "at 90 million crowns": money, or what is no people and no arms.
pub fn is_sum(tree: &Tree, words: &WordSets, at: usize) -> bool {
    let sets = [
        Set::PersonNoun,
        Set::LossNoun,
        Set::HarmNoun,
        Set::ArmsNoun,
        Set::TargetNoun,
    ];
    let counted = sets.into_iter().any(|set| words.has(set, tree.lemma(at)));
    let scaled = tree.pos(at) == Pos::Noun && !counted && {
        let mut numbers = tree.kids(at).filter(|&kid| tree.dep(kid) == Dep::Nummod);
        numbers.any(|kid| tree.kid(kid, Dep::Compound).is_some())
    };
    tree.label(at) == Some(EntityLabel::Money) || scaled
}

/// Rule of whoever puts a number somewhere.
pub const GAUGE_RULE: &str = "speaker.gauge";

/// A cue that gives one clause to a speaker as his word.
pub(super) fn from_account(token: usize, speaker: usize, clause: usize, rule: &'static str) -> Cue {
    Cue {
        token,
        class: CueClass::Say,
        modality: None,
        line: LIST,
        speaker: Some(speaker),
        contents: vec![clause],
        up: None,
        accused: None,
        undecided: false,
        nominal: false,
        charges: false,
        rule,
    }
}
