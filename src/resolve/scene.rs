//! The places that an article names, weighed by how much each tells of where its event is.

use compact_str::CompactString;

use crate::lexicon::Lexicon;
use crate::lexicon::cues::CuePart;
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, EntityLabel, ParsedSentence, Pos, Tag};
use crate::model::span::Span;

/// A name that may be a place's.
#[derive(Debug, Clone)]
pub struct NamedPlace {
    /// As written.
    pub name: CompactString,
    /// 0 for a name that only speaks or owns.
    pub weight: u32,
    /// Whether it stands in the headline.
    pub title: bool,
    /// Where it stands.
    pub span: Span,
    /// Whether it stands as the place of something ("in X").
    pub scene: bool,
    /// Whether the headline or the lead names it as the place of an event ("the explosion at X").
    pub of_event: bool,
}

/// Weight of a name in the headline.
const IN_TITLE: u32 = 3;
/// Weight of a name in one of the first sentences.
const IN_LEAD: u32 = 2;
/// How many sentences of the body are the lead.
const LEAD: usize = 3;

/// The names that may be places, title first, in the order of the text.
pub fn named(
    title: &[ParsedSentence],
    body: &[ParsedSentence],
    lexicon: &Lexicon,
) -> Vec<NamedPlace> {
    let headline = title.iter().map(|sentence| (sentence, IN_TITLE, true));
    let text = body.iter().enumerate().map(|(at, sentence)| {
        let weight = if at < LEAD { IN_LEAD } else { 1 };
        (sentence, weight, false)
    });
    let names = |(sentence, weight, title)| in_sentence((sentence, weight, title), lexicon);
    headline.chain(text).flat_map(names).collect()
}

fn in_sentence<'s>(
    (sentence, weight, title): (&'s ParsedSentence, u32, bool),
    lexicon: &'s Lexicon,
) -> impl Iterator<Item = NamedPlace> + 's {
    let heads = (0..sentence.tokens.len()).filter(move |&at| heads_name(sentence, at, lexicon));
    heads.filter_map(move |head| {
        let span = name_span(sentence, head);
        let name = sentence.slice(span);
        let known = is_labelled(sentence, head) || lexicon.is_place(name);
        let site = sentence.tokens[head].pos == Pos::Noun;
        let stand = stand(sentence, head, lexicon);
        let scene = matches!(stand, Stand::Scene)
            && is_labelled(sentence, head)
            && places_deed(sentence, head, lexicon);
        let of_event =
            weight > 1 && matches!(stand, Stand::Scene) && is_of_event(sentence, head, lexicon);
        let tells = match stand {
            Stand::Scene => site || known && !names_time(sentence, head),
            Stand::Said => false,
            Stand::Beside => site || is_labelled(sentence, head) && !lexicon.is_party(name),
        };
        (known || site).then(|| NamedPlace {
            name: name.into(),
            weight: if tells { weight } else { 0 },
            title,
            span,
            scene: scene && tells,
            of_event: of_event && tells,
        })
    })
}

/// Whether a token ends a name that may be a place's: a name of its own, or a noun for a place after a name ("the Kakhovka
/// dam", "the Kherson region").
fn heads_name(sentence: &ParsedSentence, at: usize, lexicon: &Lexicon) -> bool {
    let token = &sentence.tokens[at];
    match token.pos {
        Pos::Propn => {
            let over = token.head as usize;
            let part = matches!(token.dep, Dep::Compound | Dep::Nmod) && over > at;
            !(part && (sentence.tokens[over].pos == Pos::Propn || is_site(sentence, over, lexicon)))
        }
        Pos::Noun => {
            is_site(sentence, at, lexicon)
                && parts_of_name(sentence, at).any(|part| sentence.tokens[part].pos == Pos::Propn)
        }
        _ => false,
    }
}

fn is_site(sentence: &ParsedSentence, at: usize, lexicon: &Lexicon) -> bool {
    let word = lemma(sentence, at);
    sentence.tokens[at].pos == Pos::Noun
        && (lexicon.words.has(Set::FacilityNoun, &word) || lexicon.words.has(Set::PlaceNoun, &word))
}

/// Compounds and names before a noun or name.
fn parts_of_name(sentence: &ParsedSentence, head: usize) -> impl Iterator<Item = usize> + '_ {
    (0..head).filter(move |&at| {
        let token = &sentence.tokens[at];
        let name = token.dep == Dep::Nmod && token.pos == Pos::Propn;
        token.head as usize == head && (token.dep == Dep::Compound || name)
    })
}

fn name_span(sentence: &ParsedSentence, head: usize) -> Span {
    let first = parts_of_name(sentence, head).next().unwrap_or(head);
    let first = parts_of_name(sentence, first).next().unwrap_or(first);
    Span {
        start: sentence.tokens[first].span.start,
        end: sentence.tokens[head].span.end,
    }
}

/// "on 4 March" names no place.
fn names_time(sentence: &ParsedSentence, head: usize) -> bool {
    sentence.entities.iter().any(|entity| {
        (entity.first as usize..=entity.last as usize).contains(&head)
            && matches!(entity.label, EntityLabel::Date | EntityLabel::Time)
    })
}

fn is_labelled(sentence: &ParsedSentence, head: usize) -> bool {
    sentence.entities.iter().any(|entity| {
        (entity.first as usize..=entity.last as usize).contains(&head)
            && matches!(
                entity.label,
                EntityLabel::Gpe | EntityLabel::Location | EntityLabel::Facility
            )
    })
}

/// How a name stands in its sentence.
enum Stand {
    /// Under a preposition of place ("in X").
    Scene,
    /// Where something was said ("said in X").
    Said,
    /// Anywhere else.
    Beside,
}

fn stand(sentence: &ParsedSentence, outer: usize, lexicon: &Lexicon) -> Stand {
    let head = |token: usize| sentence.tokens[token].head as usize;
    let preposition = head(outer);
    let governs = sentence.tokens[outer].dep == Dep::Pobj
        && lexicon
            .words
            .has(Set::ScenePreposition, &lemma(sentence, preposition));
    if !governs {
        return Stand::Beside;
    }
    let above = head(preposition);
    let word = lemma(sentence, above);
    let said = match sentence.tokens[above].pos {
        Pos::Verb | Pos::Aux => {
            lexicon.cues.find(&word, CuePart::Verb).is_some() && !is_participle(sentence, above)
        }
        // "the Defence Ministry in Moscow": a seat of power, where it governs no word for an event.
        _ => {
            lexicon.is_party(sentence.slice(sentence.tokens[outer].span))
                && lexicon.frames.of_noun(&word).is_empty()
        }
    };
    if said { Stand::Said } else { Stand::Scene }
}

/// "bodies found in X", "talks held in X": what befell a thing there, and no word of report.
fn is_participle(sentence: &ParsedSentence, verb: usize) -> bool {
    let token = &sentence.tokens[verb];
    token.dep == Dep::Acl && token.tag == Tag::VBN
}

/// "the explosion at X", "was shot down over X": what is there is an event that a frame knows.
fn is_of_event(sentence: &ParsedSentence, name: usize, lexicon: &Lexicon) -> bool {
    let head = |token: usize| sentence.tokens[token].head as usize;
    let event = head(head(name));
    // "sent the shares higher in X": where others did something to something may be anywhere.
    let acts = sentence.tokens.iter().any(|token| {
        token.head as usize == event && matches!(token.dep, Dep::Dobj | Dep::Ccomp | Dep::Xcomp)
    });
    if acts || is_participle(sentence, event) {
        return false;
    }
    let word = lemma(sentence, event);
    let frames = match sentence.tokens[event].pos {
        Pos::Verb | Pos::Aux => lexicon.frames.of_verb(&word),
        Pos::Noun | Pos::Propn => lexicon.frames.of_noun(&word),
        _ => &[],
    };
    !frames.is_empty()
}

/// Whether what is in the named place is a deed of the sentence ("people live in shelters in X"), and not who speaks ("the
/// court in X said") or what a clause beside it tells ("the truce signed in X").
fn places_deed(sentence: &ParsedSentence, name: usize, lexicon: &Lexicon) -> bool {
    let mut at = name;
    loop {
        let token = &sentence.tokens[at];
        if matches!(token.pos, Pos::Verb | Pos::Aux) {
            let own = matches!(
                token.dep,
                Dep::Root | Dep::Ccomp | Dep::Conj | Dep::Xcomp | Dep::Parataxis
            );
            let said = lexicon.cues.find(&lemma(sentence, at), CuePart::Verb);
            return own && said.is_none();
        }
        let beside = matches!(
            token.dep,
            Dep::Appos | Dep::Poss | Dep::Nsubj | Dep::Compound
        );
        if beside || token.head as usize == at {
            return false;
        }
        at = token.head as usize;
    }
}

fn lemma(sentence: &ParsedSentence, token: usize) -> CompactString {
    sentence.tokens[token].lemma.to_lowercase()
}
