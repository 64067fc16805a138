//! The places that an article names, weighed by how much each tells of where its event is.

use compact_str::CompactString;
use rustc_hash::FxHashSet;

use crate::lexicon::Lexicon;
use crate::lexicon::cues::CuePart;
use crate::lexicon::likeness::Sense;
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, EntityLabel, ParsedSentence, Pos, Tag, Token};
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
    /// Whether the headline or the first sentence names it as where something is ("the depot in X").
    pub opens: bool,
}

/// Weight of a name in the headline.
const IN_TITLE: u32 = 3;
/// Weight of a name in one of the first sentences.
const IN_LEAD: u32 = 2;
/// How many sentences of the body are the lead.
const LEAD: usize = 3;

/// A sentence and where it stands in its article.
#[derive(Clone, Copy)]
struct Part<'s> {
    sentence: &'s ParsedSentence,
    weight: u32,
    title: bool,
    opens: bool,
}

/// The names that may be places, title first, in the order of the text.
pub fn named(
    title: &[ParsedSentence],
    body: &[ParsedSentence],
    lexicon: &Lexicon,
) -> Vec<NamedPlace> {
    let headline = title.iter().map(|sentence| Part {
        sentence,
        weight: IN_TITLE,
        title: true,
        opens: true,
    });
    let text = body.iter().enumerate().map(|(at, sentence)| Part {
        sentence,
        weight: if at < LEAD { IN_LEAD } else { 1 },
        title: false,
        opens: at == 0,
    });
    let doers = doers(title.iter().chain(body));
    let names = |part| in_sentence(part, &doers, lexicon);
    headline.chain(text).flat_map(names).collect()
}

/// The names that do something somewhere in the text: those of people and firms.
fn doers<'s>(sentences: impl Iterator<Item = &'s ParsedSentence>) -> FxHashSet<&'s str> {
    let does = |token: &&Token| token.pos == Pos::Propn && token.dep == Dep::Nsubj;
    let names = |sentence: &'s ParsedSentence| {
        let tokens = sentence.tokens.iter().filter(does);
        tokens.map(|token| sentence.slice(token.span))
    };
    sentences.flat_map(names).collect()
}

/// "in Tarnwell": a name that the parser takes for something else, under a preposition that nobody but a place has.
fn is_placed(
    sentence: &ParsedSentence,
    head: usize,
    doers: &FxHashSet<&str>,
    lexicon: &Lexicon,
) -> bool {
    let token = &sentence.tokens[head];
    let within = lemma(sentence, token.head as usize);
    let person = sentence.entities.iter().any(|entity| {
        (entity.first as usize..=entity.last as usize).contains(&head)
            && !matches!(
                entity.label,
                EntityLabel::Org | EntityLabel::Norp | EntityLabel::WorkOfArt
            )
    });
    token.pos == Pos::Propn
        && token.dep == Dep::Pobj
        && lexicon.words.has(Set::ScenePreposition, &within)
        && !person
        && !doers.contains(sentence.slice(token.span))
        && is_nothing_else(sentence.slice(name_span(sentence, head)), lexicon)
}

/// Whether the words of a name are no side's and mean nothing else, unlike "Boxing Day" and "Il-76".
fn is_nothing_else(name: &str, lexicon: &Lexicon) -> bool {
    let mut words = name.split([' ', '-']);
    let bare = words.all(|word| {
        let letters = word.chars().all(char::is_alphabetic);
        letters && word.contains(char::is_lowercase) && !Sense::of(&word.to_lowercase()).is_known()
    });
    bare && !lexicon.is_party(name)
}

fn in_sentence<'s>(
    part: Part<'s>,
    doers: &'s FxHashSet<&'s str>,
    lexicon: &'s Lexicon,
) -> impl Iterator<Item = NamedPlace> + 's {
    let Part {
        sentence,
        weight,
        title,
        opens,
    } = part;
    let heads = (0..sentence.tokens.len()).filter(move |&at| heads_name(sentence, at, lexicon));
    heads.filter_map(move |head| {
        let span = name_span(sentence, head);
        let name = sentence.slice(span);
        let known = is_labelled(sentence, head)
            || lexicon.is_place(name)
            || is_placed(sentence, head, doers, lexicon);
        let site =
            sentence.tokens[head].pos == Pos::Noun || is_titled_site(sentence, head, lexicon);
        // "on the Dnipro" is on the river, and not in the town.
        let fixed = sentence.tokens.iter().any(|token| {
            let own = token.head as usize == head && token.dep == Dep::Det;
            own && sentence.tokens[head].pos == Pos::Propn
        });
        let river = fixed && lexicon.is_settlement(name);
        let stand = stand(sentence, head, lexicon);
        let scene = matches!(stand, Stand::Scene)
            && is_labelled(sentence, head)
            && places_deed(sentence, head, lexicon);
        let of_event =
            weight > 1 && matches!(stand, Stand::Scene) && is_of_event(sentence, head, lexicon);
        let tells = !river
            && match stand {
                Stand::Scene => site || known && !names_time(sentence, head),
                Stand::Said => false,
                Stand::Beside => site || is_labelled(sentence, head) && !lexicon.is_party(name),
            };
        let capital = name.starts_with(char::is_uppercase);
        (capital && (known || site)).then(|| NamedPlace {
            name: name.into(),
            weight: if tells { weight } else { 0 },
            title,
            span,
            scene: scene && tells,
            of_event: of_event && tells,
            opens: opens
                && tells
                && matches!(stand, Stand::Scene)
                && !doers.contains(sentence.word(head))
                && !is_of_speaker(sentence, head, lexicon),
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

/// "Norburg General Hospital".
fn is_titled_site(sentence: &ParsedSentence, head: usize, lexicon: &Lexicon) -> bool {
    let noun = sentence.word(head).to_lowercase();
    lexicon.words.has(Set::FacilityNoun, &noun) && parts_of_name(sentence, head).next().is_some()
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

/// "said the activist, who lives in X": what a clause tells of who speaks says nothing of what is told.
fn is_of_speaker(sentence: &ParsedSentence, name: usize, lexicon: &Lexicon) -> bool {
    let (mut at, mut clause) = (name, false);
    loop {
        let token = &sentence.tokens[at];
        let above = token.head as usize;
        if above == at {
            return false;
        }
        let says = || {
            let verb = lemma(sentence, above);
            lexicon.cues.find(&verb, CuePart::Verb).is_some()
        };
        clause |= matches!(token.dep, Dep::Relcl | Dep::Appos);
        if clause && token.dep == Dep::Nsubj && says() {
            return true;
        }
        at = above;
    }
}

fn lemma(sentence: &ParsedSentence, token: usize) -> CompactString {
    sentence.tokens[token].lemma.to_lowercase()
}
