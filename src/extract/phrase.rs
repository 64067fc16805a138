//! Noun phrases as written: where the name of a speaker, an actor or a thing begins and ends.

use compact_str::{CompactString, ToCompactString};

use crate::lexicon::words::{Set, WordSets};
use crate::model::parsed::{Dep, EntityLabel, Pos, Tag};
use crate::model::span::Span;

use super::tree::Tree;

/// The phrase that a noun heads, without relative clauses and coordinated mates.
pub fn phrase_span(tree: &Tree, words: &WordSets, head: usize) -> Span {
    let keep = |kid: usize| match tree.dep(kid) {
        Dep::Case => tree.head(kid) != Some(head),
        Dep::Compound
        | Dep::Amod
        | Dep::Poss
        | Dep::Nummod
        | Dep::Nmod
        | Dep::Quantmod
        | Dep::Npadvmod => true,
        Dep::Det => true,
        Dep::Appos => is_name(tree, kid) || is_name(tree, head),
        Dep::Prep => {
            words.has(Set::PhrasePreposition, tree.lemma(kid))
                || goes_on(tree, words, head, kid)
                || is_circle(tree, words, head, kid)
        }
        Dep::Pobj => true,
        Dep::Acl => is_naming(tree, words, kid),
        Dep::Dobj | Dep::Oprd | Dep::Xcomp | Dep::Attr => tree
            .head(kid)
            .is_some_and(|verb| tree.dep(verb) == Dep::Acl && is_naming(tree, words, verb)),
        _ => false,
    };
    whole(tree, after_aside(tree, tree.stretch(head, &keep), head))
}

/// "Outside parliament, delegates", "all of it is real, officer Jane Roe": what a comma parts from a bare name before its head
/// is no part of it.
fn after_aside(tree: &Tree, span: Span, head: usize) -> Span {
    let inside = |at: &usize| span.holds(tree.sentence.tokens[*at].span);
    let Some(first) = (0..head).find(inside) else {
        return span;
    };
    // "Corva 2-1 Alba: Jane Roe": the label of a headline is none of the name.
    if let Some(colon) = (first..head).rev().find(|&at| tree.word(at) == COLON) {
        return Span {
            start: tree.sentence.tokens[colon + 1].span.start,
            ..span
        };
    }
    let comma = (first..head).rev().find(|&at| tree.tag(at) == Tag::Comma);
    let aside = matches!(tree.pos(first), Pos::Adp | Pos::Adj | Pos::Adv | Pos::Sconj);
    let name = |at: usize| tree.pos(at) == Pos::Propn;
    match comma.filter(|_| aside) {
        Some(comma) if (comma + 1..=head).any(name) => Span {
            start: tree.sentence.tokens[comma + 1].span.start,
            ..span
        },
        _ => span,
    }
}

/// The sign behind the label of a headline.
const COLON: &str = ":";

/// The span with the whole of a hyphenated name or adjective at its ends ("Yousef al-Hadhri", "Kremlin-appointed officials").
fn whole(tree: &Tree, span: Span) -> Span {
    let sentence = tree.sentence;
    let (start, end) = (
        (span.start - sentence.offset) as usize,
        (span.end - sentence.offset) as usize,
    );
    let inside =
        |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '\'' | '’' | '.');
    let rest = sentence.text.get(end..).unwrap_or("");
    let glued = rest.strip_prefix('-').map_or(0, |word| {
        let length = word.find(|letter| !inside(letter)).unwrap_or(word.len());
        let length = word[..length].trim_end_matches('.').len();
        // "Yoon Hae-rim": a small second half, behind two words with capitals.
        let own = sentence.text.get(start..end).unwrap_or("");
        let capitals = own
            .rsplit(' ')
            .take_while(|word| word.starts_with(char::is_uppercase));
        let letters = word.starts_with(char::is_uppercase)
            || word.starts_with(char::is_lowercase) && capitals.count() > 1;
        if letters { 1 + length } else { 0 }
    });
    let before = sentence.text.get(..start).unwrap_or("");
    let led = before.strip_suffix('-').map_or(0, |word| {
        let first = word.trim_end_matches(inside).len();
        let name = word[first..].starts_with(char::is_uppercase);
        if name { 1 + word.len() - first } else { 0 }
    });
    Span::new(span.start as usize - led, span.end as usize + glued)
}

/// "The National Commission on Human Rights": a name that goes on behind a preposition.
fn goes_on(tree: &Tree, words: &WordSets, head: usize, preposition: usize) -> bool {
    let next = preposition == head + 1 && is_name(tree, head) && tree.is_nominal(head);
    let named = |at: usize| {
        let other = matches!(
            tree.label(at),
            Some(EntityLabel::Person | EntityLabel::Gpe | EntityLabel::Location)
        );
        is_name(tree, at) && !tree.is_time(at) && !other
    };
    // "The Committee on Trade": the noun alone is its name.
    let body = words.has(Set::NamedBodyNoun, &tree.word(head).to_lowercase());
    let within = body || tree.kids(head).any(|kid| kid < head && is_name(tree, kid));
    next && within
        && words.has(Set::NamePreposition, tree.lemma(preposition))
        && tree.governed(preposition).is_some_and(named)
}

/// "A group calling itself Blackmoth": what gives a noun its name.
fn is_naming(tree: &Tree, words: &WordSets, verb: usize) -> bool {
    let itself = tree
        .kids(verb)
        .any(|kid| words.has(Set::ReflexivePronoun, tree.lemma(kid)));
    let named = tree.kids(verb).any(|kid| kid > verb && is_name(tree, kid));
    words.has(Set::NamingVerb, tree.lemma(verb)) && itself && named
}

/// "People around the owner": those of whom the words tell no more than to whom they are near.
fn is_circle(tree: &Tree, words: &WordSets, head: usize, preposition: usize) -> bool {
    words.has(Set::CirclePreposition, tree.lemma(preposition))
        && words.has(Set::AnyoneNoun, tree.lemma(head))
}

fn is_name(tree: &Tree, token: usize) -> bool {
    tree.pos(token) == Pos::Propn
}

/// The phrase as text.
pub fn phrase_text(tree: &Tree, words: &WordSets, head: usize) -> (CompactString, Span) {
    let span = phrase_span(tree, words, head);
    (tidy(tree.sentence.slice(span)), span)
}

/// One line, single spaces.
pub fn tidy(text: &str) -> CompactString {
    let mut out = CompactString::default();
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// What was acted on, for comparing: lemmas of the head and its compounds, names as written, lower case.
pub fn object_key(tree: &Tree, head: usize) -> CompactString {
    let mut parts: Vec<usize> = tree
        .kids(head)
        .filter(|&kid| tree.dep(kid) == Dep::Compound && kid < head)
        .collect();
    parts.push(head);
    let words: Vec<CompactString> = parts.into_iter().map(|part| key_word(tree, part)).collect();
    words.join(" ").to_compact_string()
}

fn key_word(tree: &Tree, token: usize) -> CompactString {
    if tree.pos(token) == Pos::Propn {
        tree.word(token).to_lowercase().into()
    } else {
        tree.lemma(token).into()
    }
}

/// Content words of a sentence, folded, sorted, unique.
pub fn content_words(tree: &Tree, words: &WordSets) -> Vec<CompactString> {
    let wanted = |token: &usize| {
        !matches!(
            tree.pos(*token),
            Pos::Punct | Pos::Space | Pos::Det | Pos::Adp | Pos::Pron | Pos::Cconj | Pos::Part
        ) && !matches!(tree.tag(*token), Tag::Space)
            && !words.has(Set::ContentStop, tree.lemma(*token))
    };
    let mut found: Vec<CompactString> = (0..tree.len())
        .filter(wanted)
        .map(|token| tree.lemma(token).into())
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}
