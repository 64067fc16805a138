//! "Jane Roe, whom Utopia has installed as mayor of Alba": who holds an office by what a relative clause tells of him.

use crate::lexicon::parties::PartyKind;
use crate::lexicon::words::{Set, WordSets};
use crate::model::parsed::{Dep, Tag, Token};
use crate::model::span::Span;

use super::PartyDecision;
use super::kinds::is_person_noun;
use super::names::{ArticleNames, Mentioned};
use super::newcomer::head_role;
use super::phrase::Phrase;
use super::standing::Piece;

/// "Jane Roe, whom Utopia has installed as mayor of Alba": the mayor is she.
pub(super) fn installed(
    names: &ArticleNames,
    piece: &Piece<'_>,
    phrase: &Phrase<'_>,
    (start, end): (usize, usize),
) -> Option<PartyDecision> {
    let tree = piece.tree.filter(|_| piece.at.is_some())?;
    head_role(phrase).filter(|kind| is_person_noun(*kind))?;
    let span = Span::new(start + tree.offset as usize, end + tree.offset as usize);
    let head = |token: &Token| &tree.tokens[token.head as usize];
    let office = tree
        .tokens
        .iter()
        .find(|token| span.holds(token.span) && token.dep == Dep::Pobj)?;
    let link = head(office);
    let verb = head(link);
    let told = matches!(verb.dep, Dep::Relcl | Dep::Acl);
    let lemma = link.lemma.to_lowercase();
    let as_office = WordSets::shared().has(Set::AsPreposition, &lemma) && !span.holds(link.span);
    let person = head(verb).span.start;
    let whom = |token: &Token| token.tag == Tag::WP && head(token).span == verb.span;
    let whom = tree.tokens.iter().any(whom);
    let is = |m: &&Mentioned| {
        let here =
            m.at.is_some_and(|at| at <= person && person < at + m.length);
        here && (whom || m.decision.kind == PartyKind::Person)
    };
    let found = names.mentions.iter().rev().find(is);
    found
        .filter(|_| told && as_office)
        .map(|m| m.decision.clone())
}
