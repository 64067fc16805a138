//! Who speaks in a relative clause: whoever says what a thing shows, and the person whom "who" means.

use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::super::reading::Reading;
use super::super::tree::OF;
use super::super::voice::Voice;

impl Reading<'_> {
    /// "The paper posted a video which it said showed two men": the paper, by whose word the video shows them.
    pub(super) fn teller_around(&self, cue: usize) -> Option<usize> {
        let tree = &self.tree;
        let shows = self.cues[cue].token;
        let relative = |kid: usize| tree.dep(kid) == Dep::Nsubj && tree.tag(kid) == Tag::WDT;
        let told = tree.dep(shows) == Dep::Ccomp && tree.kids(shows).any(relative);
        let said = tree.head(shows).filter(|_| told)?;
        let own = self.cues.iter().find(|cue| cue.token == said)?;
        own.speaker.filter(|&at| tree.is_nominal(at))
    }

    /// "'It proves that they knew,' Roe said": what was told before, and nobody.
    pub(super) fn is_what_shows(&self, head: usize, voice: &Voice) -> bool {
        let (tree, words) = (&self.tree, &self.lexicon().words);
        let it = words.has(Set::ItPronoun, tree.lemma(head))
            && !words.has(Set::PersonPronoun, tree.lemma(head));
        let shows = |cue: usize| words.has(Set::ShowingVerb, tree.lemma(self.cues[cue].token));
        it && voice.cue.is_some_and(shows)
    }

    /// "Pupils whose clubs blamed the owner": of whom the clause tells that it was theirs.
    pub(super) fn owner_around(&self, head: usize) -> Option<usize> {
        let tree = &self.tree;
        let whose = tree.kid(head, Dep::Poss);
        let whose = whose.filter(|&at| tree.tag(at) == Tag::WPS)?;
        let clause = tree.head(head).filter(|&at| tree.dep(at) == Dep::Relcl)?;
        // "Utopia, whose leaders the bloc accuses": the bloc does.
        let own = (whose + 1..head).all(|at| tree.dep(at) != Dep::Det);
        let clause = Some(clause).filter(|_| own)?;
        tree.head(clause).filter(|&at| tree.is_nominal(at))
    }

    /// "By Jane Roe, the runner-up in last month's election, who says": of what stands before "who" the person, and no thing.
    pub(super) fn person_meant(&self, head: usize, cue: usize) -> Option<usize> {
        let (tree, words) = (&self.tree, &self.lexicon().words);
        let token = self.cues[cue].token;
        let who = |kid: usize| tree.dep(kid) == Dep::Nsubj && tree.tag(kid) == Tag::WP;
        let thing = tree.pos(head) == Pos::Noun
            && tree.label(head).is_none()
            && !words.is_somebody(tree.lemma(head));
        let hung = tree.dep(token) == Dep::Relcl && tree.head(token) == Some(head);
        if !(thing && hung && tree.kids(token).any(who)) {
            return None;
        }
        // "The fury of relatives, who say".
        let of = tree.under_preposition(head, OF);
        if let Some(people) = of.filter(|&at| words.is_somebody(tree.lemma(at))) {
            return Some(people);
        }
        let person = |&at: &usize| {
            let named =
                tree.pos(at) == Pos::Propn && !matches!(tree.dep(at), Dep::Compound | Dep::Poss);
            named || words.is_somebody(tree.lemma(at))
        };
        let mut above = tree.ancestors(head).take_while(|&at| !tree.is_verb(at));
        above.find(person)
    }
}
