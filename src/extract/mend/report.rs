//! "…, the governor of North Kivu said": the last clause reports what stands before it, whatever the parser hung where.

use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::{COMMA, Draft};

/// Tokens that the name of who speaks may have, and that may follow the word of report.
const NAME: usize = 12;
/// Where the word of report stands at most behind a flat answer ("Pure rubbish, replies the maker").
const FLAT: usize = 4;
const REST: usize = 8;

pub(super) fn mend(draft: &mut Draft) {
    if let Some((verb, comma)) = closing(draft) {
        close(draft, verb, comma);
    }
    for verb in 1..draft.len() {
        told_before(draft, verb);
        inverted(draft, verb);
    }
    for verb in 2..draft.len() {
        pronoun_says(draft, verb);
        counted_aside(draft, verb);
    }
}

/// "38 died, eight of them children, the mayor, Jane Roe, said": who says it is set beside those whom a number counts, and is
/// none of them.
fn counted_aside(draft: &mut Draft, verb: usize) {
    let subject = draft.kid(verb, Dep::Nsubj).filter(|&at| at < verb);
    let told = draft.kid(verb, Dep::Ccomp).filter(|&at| at < verb);
    let reports = draft.is_finite(verb) && draft.says(verb);
    let Some((counted, told)) = subject.zip(told).filter(|_| reports) else {
        return;
    };
    let number = draft
        .kid(counted, Dep::Nsubj)
        .filter(|&at| draft.pos(at) == Pos::Num);
    let speaker = draft.kids(counted).find(|&kid| {
        draft.dep(kid) == Dep::Appos && kid > counted && kid < verb && draft.is_nominal(kid)
    });
    if let Some(speaker) = speaker.filter(|_| number.is_some() && told < counted) {
        draft.hang(speaker, verb, Dep::Nsubj);
        draft.hang(counted, told, Dep::Dep);
    }
}

/// "'We took it, all of it,' he said, standing in the square": the pronoun between the mark and the word says it.
fn pronoun_says(draft: &mut Draft, verb: usize) {
    let pronoun = verb - 1;
    let beside = draft.tag(pronoun) == Tag::PRP && draft.pos(verb - 2) == Pos::Punct;
    if !beside || !draft.is_finite(verb) || !draft.says(verb) {
        return;
    }
    let others: Vec<usize> = draft
        .kids(verb)
        .filter(|&kid| kid != pronoun && draft.dep(kid) == Dep::Nsubj)
        .collect();
    for said in others {
        draft.sentence.tokens[said].dep = Dep::Ccomp;
    }
    draft.hang(pronoun, verb, Dep::Nsubj);
}

/// "Hundreds killed in strike, the ministry says": of two subjects the one before the comma is what is said.
fn told_before(draft: &mut Draft, verb: usize) {
    if !draft.is_finite(verb) || !draft.says(verb) {
        return;
    }
    let subjects: Vec<usize> = draft
        .kids(verb)
        .filter(|&kid| matches!(draft.dep(kid), Dep::Nsubj | Dep::Nsubjpass))
        .collect();
    let [told, speaker] = subjects[..] else {
        return;
    };
    let parted = told < verb && (told..speaker).any(|at| draft.word(at) == COMMA);
    if parted && (speaker > verb || draft.bare_participle(told).is_some()) {
        tell(draft, told, verb);
    }
}

/// The last word of report that ends a sentence, but for what is told of the report, and the comma before its subject.
fn closing(draft: &Draft) -> Option<(usize, usize)> {
    let reports = |at: &usize| {
        draft.says(*at)
            && (draft.is_finite(*at)
                || lead(draft, *at) < *at
                || draft.tag(*at) == Tag::NNS && is_noun_by_mistake(draft, *at)
                || is_participle_by_mistake(draft, *at)
                || is_participle_of_somebody(draft, *at))
    };
    let mut verbs = (0..draft.len()).rev().filter(reports);
    verbs.find_map(|verb| Some((verb, closes(draft, verb)?)))
}

/// The comma before who speaks, where a word of report ends the sentence.
fn closes(draft: &Draft, verb: usize) -> Option<usize> {
    let first = lead(draft, verb);
    let comma = comma_before(draft, verb, first)?;
    let name = comma + 1..first;
    // "the Security and Defence Council", "residents and a nurse".
    let in_name = |at: usize| {
        let capital = |at: usize| draft.pos(at) == Pos::Propn;
        let beside = |at: usize| capital(at - 1) && capital(at + 1);
        draft.pos(at) == Pos::Cconj && at > 0 && (beside(at) || joins_speakers(draft, at))
    };
    let plain = |at: usize| {
        let other = matches!(
            draft.pos(at),
            Pos::Verb | Pos::Aux | Pos::Cconj | Pos::Sconj
        );
        // "the Moscow-backed administration".
        let describes = draft.dep(at) == Dep::Amod
            && matches!(draft.tag(at), Tag::VBN | Tag::VBG)
            && draft.head(at) > at;
        !other || in_name(at) || describes
    };
    let starts = !matches!(
        draft.tag(comma + 1),
        Tag::IN | Tag::CC | Tag::WDT | Tag::WP | Tag::WRB | Tag::TO | Tag::RB
    );
    // What a name is called makes it longer.
    let longest = match draft.word(first - 1) == COMMA {
        true => 2 * NAME,
        false => NAME,
    };
    let is_name = !name.is_empty() && name.len() <= longest && starts && name.clone().all(plain);
    let clause = (0..comma).any(|at| draft.is_finite(at));
    (is_name && clause && ends_with(draft, verb)).then_some(comma)
}

/// "Residents and a nurse": an "and" between two nouns for people.
fn joins_speakers(draft: &Draft, and: usize) -> bool {
    let somebody = |at: usize| draft.lexicon.words.is_somebody(draft.lemma(at));
    let first = draft.head(and);
    let second = draft.kid(first, Dep::Conj).filter(|&at| at > and);
    first < and && somebody(first) && second.is_some_and(somebody)
}

/// The comma before who speaks: the last, or the third from the end where the last two set off what a name is called
/// ("its mayor, Jane Roe, said").
fn comma_before(draft: &Draft, verb: usize, start: usize) -> Option<usize> {
    let before = |end: usize| (0..end).rev().find(|&at| draft.word(at) == COMMA);
    let last = before(start)?;
    if last + 1 < start {
        return Some(last);
    }
    let middle = before(last)?;
    let first = before(middle)?;
    let subject = |kid: usize| draft.dep(kid) == Dep::Nsubj && kid > first;
    let told = |kid: usize| draft.dep(kid) == Dep::Ccomp && kid < first;
    let settled = draft.kids(verb).any(subject) && draft.kids(verb).any(told);
    let named = |from: usize, to: usize| (from + 1..to).any(|at| draft.is_nominal(at));
    (!settled && named(first, middle) && named(middle, last)).then_some(first)
}

/// Where the words of a report begin: "has said" begins with its auxiliary.
fn lead(draft: &Draft, verb: usize) -> usize {
    let before = verb.checked_sub(1).filter(|&at| {
        draft.head(at) == verb && draft.dep(at) == Dep::Aux && draft.is_finite(at) && at > 0
    });
    before.unwrap_or(verb)
}

/// "announces" at the end of a sentence, with a subject or a clause of its own, or behind a name with an article.
fn is_noun_by_mistake(draft: &Draft, token: usize) -> bool {
    let governs = draft
        .kids(token)
        .any(|kid| matches!(draft.dep(kid), Dep::Nsubj | Dep::Ccomp));
    let last = (token + 1..draft.len()).all(|at| draft.pos(at) == Pos::Punct);
    let named = (1..token)
        .rev()
        .find(|&at| draft.word(at) == COMMA)
        .is_some_and(|comma| draft.pos(comma + 1) == Pos::Det && token > comma + 2);
    governs || last && named
}

/// "affirmed" behind a name that commas set off, with a day behind it ("…, its spokesman, Jane Roe, affirmed on Friday").
fn is_participle_by_mistake(draft: &Draft, token: usize) -> bool {
    let comma = token > 0 && draft.word(token - 1) == COMMA;
    let bare = [Dep::Aux, Dep::Auxpass, Dep::Agent, Dep::Dobj]
        .into_iter()
        .all(|dep| draft.kid(token, dep).is_none());
    draft.tag(token) == Tag::VBN && comma && bare && comma_before(draft, token, token).is_some()
}

/// ", the defence alleged yesterday": a word of report right behind a noun for somebody that the parser took for another
/// name of what stands before it.
fn is_participle_of_somebody(draft: &Draft, token: usize) -> bool {
    let noun = draft.head(token);
    let bare = [Dep::Aux, Dep::Auxpass, Dep::Agent, Dep::Dobj]
        .into_iter()
        .all(|dep| draft.kid(token, dep).is_none());
    let beside = draft.tag(token) == Tag::VBN && draft.dep(token) == Dep::Acl && noun + 1 == token;
    let apposed = matches!(draft.dep(noun), Dep::Appos | Dep::Conj);
    beside && apposed && bare && draft.lexicon.words.is_somebody(draft.lemma(noun))
}

/// Where what follows a report begins to tell of it: "said on Monday, confirming the loss", "said, hours after the raid began",
/// "said after a doctor had been let in".
fn aside(draft: &Draft, rest: &[usize]) -> Option<usize> {
    let opens = |at: usize| {
        let mark = matches!(draft.dep(at), Dep::Mark | Dep::Advmod) || draft.pos(at) == Pos::Sconj;
        mark && draft.lexicon.words.has(Set::OccasionMark, draft.word(at))
    };
    let told = |&at: &usize| {
        let comma = draft.word(at) == COMMA && at + 2 < draft.len();
        let after = comma && (opens(at + 1) || draft.dep(at + 1) == Dep::Npadvmod && opens(at + 2));
        opens(at) || after || comma && draft.tag(at + 1) == Tag::VBG
    };
    let start = rest.iter().position(told)?;
    let mut behind = rest[start + 1..].windows(2);
    let goes_on = behind.any(|pair| draft.word(pair[0]) == COMMA && draft.tag(pair[1]) == Tag::CC);
    (!goes_on).then_some(start)
}

/// Nothing follows but when, where or to whom it was said, and what else was so then.
fn ends_with(draft: &Draft, verb: usize) -> bool {
    let bare = draft.tag(verb) == Tag::VBN && lead(draft, verb) == verb;
    let rest: Vec<usize> = (verb + 1..draft.len())
        .filter(|&at| !matches!(draft.pos(at), Pos::Space) && draft.tag(at) != Tag::Stop)
        .take_while(|&at| !bare || draft.word(at) != COMMA)
        .collect();
    let content = |kid: usize| kid > verb && matches!(draft.dep(kid), Dep::Ccomp | Dep::Dobj);
    let aside = aside(draft, &rest).filter(|_| !draft.kids(verb).any(content));
    let rest = &rest[..aside.unwrap_or(rest.len())];
    let Some(&first) = rest.first() else {
        return true;
    };
    let tells = draft.lexicon.words.has(Set::TellingVerb, draft.lemma(verb));
    let dated = draft.sentence.entities.iter().any(|entity| {
        entity.first as usize == first && entity.label == crate::model::parsed::EntityLabel::Date
    });
    let adverbial = matches!(draft.pos(first), Pos::Adp | Pos::Adv) || dated;
    let plain = |&at: &usize| {
        !matches!(
            draft.pos(at),
            Pos::Verb | Pos::Aux | Pos::Sconj | Pos::Punct
        )
    };
    rest.len() <= REST && (tells || adverbial) && rest.iter().all(plain)
}

fn close(draft: &mut Draft, verb: usize, comma: usize) {
    let name: Vec<usize> = (comma + 1..verb).collect();
    let Some(subject) = name
        .iter()
        .copied()
        .rev()
        .find(|&at| draft.is_nominal(at) && !name.contains(&draft.head(at)))
    else {
        return;
    };
    let first = (0..comma).find(|&at| {
        let head = draft.head(at);
        (head == at || head > comma) && matches!(draft.pos(at), Pos::Verb | Pos::Aux)
    });
    let Some(root) = first else { return };
    draft.make_verb(verb);
    if draft.tag(verb) == Tag::VBN && lead(draft, verb) == verb {
        draft.sentence.tokens[verb].tag = Tag::VBD;
    }
    let (old_head, old_dep) = (draft.head(verb), draft.dep(verb));
    let strays: Vec<usize> = draft
        .kids(verb)
        .filter(|&kid| kid < comma && kid != root && old_head < comma)
        .filter(|&kid| draft.dep(kid) == Dep::Ccomp)
        .collect();
    draft.make_root(verb);
    for stray in strays {
        draft.hang(stray, old_head, old_dep);
    }
    draft.hang(root, verb, Dep::Ccomp);
    let subjects: Vec<usize> = draft
        .kids(verb)
        .filter(|&kid| draft.dep(kid) == Dep::Nsubj && kid != subject)
        .collect();
    if subjects.iter().all(|&kid| kid < comma) {
        // "38 died, eight of them children, the mayor said": those whom a number counts say nothing.
        for kid in subjects {
            if draft.kid(kid, Dep::Nsubj).is_some() {
                draft.hang(kid, root, Dep::Dep);
            }
        }
        draft.hang(subject, verb, Dep::Nsubj);
    }
}

/// "…, says RSF as the army denies it": the name behind the word is its subject.
fn inverted(draft: &mut Draft, verb: usize) {
    let after_mark = draft.pos(verb - 1) == Pos::Punct;
    if !after_mark || !draft.says(verb) || !draft.is_finite(verb) {
        return;
    }
    let is_subject = |kid: usize| matches!(draft.dep(kid), Dep::Nsubj | Dep::Nsubjpass);
    let subjects: Vec<usize> = draft.kids(verb).filter(|&kid| is_subject(kid)).collect();
    // "airport in our hands, says RSF": what stands before the comma is what is said.
    let own = subjects
        .iter()
        .any(|&kid| kid > verb || (kid..verb).all(|at| draft.pos(at) != Pos::Punct));
    let object = draft.kid(verb, Dep::Dobj);
    // "Rubbish, replies the maker": a flat answer is no subject.
    let tells = draft.lexicon.words.has(Set::TellingVerb, draft.lemma(verb));
    let flat = !own && !tells && !subjects.is_empty() && verb <= FLAT;
    if let Some(speaker) = object.filter(|&at| at > verb && flat) {
        let named = (verb + 1..speaker).all(|at| {
            matches!(
                draft.dep(at),
                Dep::Det | Dep::Compound | Dep::Amod | Dep::Poss | Dep::Case
            )
        });
        if named
            && draft
                .kid(verb, Dep::Ccomp)
                .is_none_or(|clause| clause > speaker)
        {
            for said in subjects {
                draft.sentence.tokens[said].dep = Dep::Dep;
            }
            draft.hang(speaker, verb, Dep::Nsubj);
        }
        return;
    }
    let ends = |at: usize| (at + 1..draft.len()).all(|end| draft.pos(end) == Pos::Punct);
    let joined = draft.dep(verb) == Dep::Conj && subjects.is_empty() && !tells;
    if let Some(name) = object.filter(|&at| joined && draft.pos(at) == Pos::Propn && ends(at)) {
        // "She left early, reported the Alba Post".
        draft.hang(name, verb, Dep::Nsubj);
        draft.sentence.tokens[verb].dep = Dep::Parataxis;
        return;
    }
    if own || object.is_some() {
        return;
    }
    let before_name = |at: usize| {
        matches!(
            draft.dep(at),
            Dep::Det | Dep::Compound | Dep::Amod | Dep::Poss | Dep::Case | Dep::Nummod
        )
    };
    let subject = (verb + 1..draft.len()).find(|&at| !before_name(at));
    let Some(subject) = subject.filter(|&at| draft.is_nominal(at)) else {
        return;
    };
    let free = match draft.dep(subject) {
        Dep::Root | Dep::Dep => true,
        // "says RSF as the army denies it", but not "says he lacks experience".
        Dep::Nsubj => {
            let other = |kid: usize| kid > subject && draft.dep(kid) == Dep::Nsubj;
            draft.kids(draft.head(subject)).any(other)
        }
        _ => false,
    };
    if free {
        for said in subjects {
            tell(draft, said, verb);
        }
        draft.hang(subject, verb, Dep::Nsubj);
    }
}

/// "58 soldiers killed in raid, says X": what is said is that they were killed.
fn tell(draft: &mut Draft, noun: usize, verb: usize) {
    draft.sentence.tokens[noun].dep = Dep::Ccomp;
    if let Some(participle) = draft.bare_participle(noun) {
        draft.make_root(participle);
        draft.hang(noun, participle, Dep::Nsubjpass);
        draft.hang(participle, verb, Dep::Ccomp);
    }
}
