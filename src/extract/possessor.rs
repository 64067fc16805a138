//! "The minister withdrew his decision to fire the judge": whom a possessive pronoun means that its own sentence names.

use crate::lexicon::parties::RoleKind;
use crate::lexicon::words::Set;
use crate::model::parsed::{Pos, Tag};

use super::anaphora::names_person;
use super::phrase::phrase_text;
use super::reading::Reading;

impl Reading<'_> {
    /// Whom a possessive pronoun stands for: who the clause around is about, or, where it cannot be they, whom it is about.
    pub(super) fn owner_before(&self, pronoun: usize) -> Option<usize> {
        let tree = &self.tree;
        if tree.tag(pronoun) != Tag::PRPS {
            return None;
        }
        let fits = |&at: &usize| at < pronoun && self.can_own(pronoun, at);
        let verbs = tree.ancestors(pronoun).filter(|&at| tree.is_verb(at));
        verbs
            .filter_map(|verb| {
                let subject = tree.subject(verb).filter(fits);
                subject.or_else(|| tree.object(verb).filter(fits))
            })
            .next()
    }

    /// Whether a noun can be what "his", "her", "its" or "their" means: one person, one body or side, or many.
    fn can_own(&self, pronoun: usize, noun: usize) -> bool {
        let (tree, lexicon) = (&self.tree, self.lexicon());
        let word = tree.lemma(pronoun);
        let person = tree.pos(noun) != Pos::Pron && names_person(tree, lexicon, noun);
        if lexicon.words.has(Set::PersonPronoun, word) {
            let told = |at: usize| {
                let phrase = phrase_text(tree, &lexicon.words, at).0;
                lexicon.parties.gender_told(&phrase)
            };
            let (asked, told) = (told(pronoun), told(noun));
            return person && (asked.is_none() || told.is_none() || asked == told);
        }
        let many = matches!(tree.tag(noun), Tag::NNS | Tag::NNPS) || tree.conjuncts(noun).len() > 1;
        if lexicon.parties.means_many(word) {
            return many && lexicon.words.is_somebody(tree.lemma(noun));
        }
        let role = lexicon.parties.role_of(tree.word(noun));
        let body = role.is_some_and(|role| {
            matches!(
                role.kind,
                RoleKind::Body | RoleKind::Force | RoleKind::Institution | RoleKind::Company
            )
        });
        let named = tree.pos(noun) == Pos::Propn && !tree.is_time(noun);
        !person && !many && (named || body)
    }
}
