//! Where an answer stands to the word that it answers: in a headline, a sentence, a paragraph, before or behind.

use crate::model::article::Article;
use crate::model::claim::Claim;
use crate::model::span::TextField;

use super::super::super::ground::NEXT;

/// Bytes within which two sentences stand near each other, some one or two sentences between, and in one passage.
const NEAR: u32 = 200;
const PASSAGE: u32 = 600;

/// Where the answer stands to what was told.
pub(in super::super) fn stands(told: &Claim, answer: &Claim, article: &Article) -> &'static str {
    match (told.field, answer.field) {
        (TextField::Title, TextField::Title) => return "headline",
        (TextField::Title, TextField::Body) => return "told-in-headline",
        (TextField::Body, TextField::Title) => return "denied-in-headline",
        (TextField::Body, TextField::Body) => {}
    }
    if told.sentence == answer.sentence {
        return match told.trigger.start < answer.trigger.start {
            true => "same-sentence",
            false => "same-sentence-before",
        };
    }
    match answer.sentence.start.checked_sub(told.sentence.end) {
        Some(between) => behind(between, !crosses(told, answer, article)),
        None => ahead(told.sentence.start.saturating_sub(answer.sentence.end)),
    }
}

/// How far a denial stands behind the word, in bytes, and whether in one paragraph.
fn behind(between: u32, one: bool) -> &'static str {
    match (between <= NEXT, between <= NEAR, one) {
        (true, _, true) => "next",
        (true, _, false) => "next-paragraph",
        (_, true, true) => "near",
        (_, true, false) => "near-paragraph",
        _ if between <= PASSAGE => "passage",
        _ => "far",
    }
}

/// How far a denial stands before the word.
fn ahead(between: u32) -> &'static str {
    if between <= NEXT {
        "right-before"
    } else if between <= PASSAGE {
        "before"
    } else {
        "long-before"
    }
}

/// Whether a paragraph ends between two sentences.
fn crosses(told: &Claim, answer: &Claim, article: &Article) -> bool {
    let text = article.text(told.field);
    let (from, to) = (told.sentence.end as usize, answer.sentence.start as usize);
    text.get(from..to)
        .is_none_or(|between| between.contains('\n'))
}
