//! Claims to the same claims in shared terms: parties and places.

mod acquaint;
pub mod article;
mod focus;
mod namesake;
pub mod party;
pub mod place;
mod scene;

use crate::lexicon::Lexicon;
use crate::model::article::Article;
use crate::model::claim::Claim;
use crate::model::parsed::ParsedSentence;
use crate::model::place::Place;

pub use acquaint::acquaint;
use article::ArticleTerms;

/// The claims of one article with parties and places resolved.
pub fn claims(
    claims: Vec<Claim>,
    article: &Article,
    title: &[ParsedSentence],
    body: &[ParsedSentence],
    lexicon: &Lexicon,
) -> Vec<Claim> {
    if claims.is_empty() {
        return claims;
    }
    let mut terms = ArticleTerms::collect(article, title, body, lexicon);
    terms.refine(&claims);
    let mut resolved: Vec<Claim> = claims
        .into_iter()
        .map(|claim| terms.resolve(claim))
        .collect();
    terms.unite(&mut resolved);
    let named = terms.named_places();
    let places: Vec<&Place> = named.iter().map(|named| &named.place).collect();
    namesake::unite(&mut resolved, &places);
    focus::fill(&mut resolved, &named, &|claim| terms.home(claim));
    resolved
}
