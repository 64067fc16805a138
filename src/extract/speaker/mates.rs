//! Those who say one thing together: "Moscow and Minsk denied it", "the mayor and the union reject the report".

use crate::lexicon::words::Set;
use crate::model::claim::Stance;
use crate::model::parsed::{Dep, Pos};

use super::super::reading::Reading;
use super::super::voice::Voice;

impl Reading<'_> {
    /// Those who say the same as the speaker of a voice; "X and Y blame each other": whom one blames does not blame himself.
    pub(in crate::extract) fn mates(&self, voice: &Voice) -> impl Iterator<Item = usize> + use<> {
        let accused = voice.accused;
        let denied = voice.stance == Stance::Deny;
        let mates = voice.speaker.map(|head| {
            let joint = self.joint_speakers(head);
            match denied && joint.is_empty() {
                true => self.joint_deniers(head),
                false => joint,
            }
        });
        let mates = mates.unwrap_or_default().into_iter();
        mates.filter(move |&mate| Some(mate) != accused)
    }

    /// "The mayor and the union denied it": two that are named apart deny it each for themselves.
    pub(in crate::extract) fn joint_deniers(&self, head: usize) -> Vec<usize> {
        let (tree, words) = (&self.tree, &self.lexicon().words);
        let apart = |&at: &usize| {
            let named = tree.pos(at) == Pos::Propn;
            let lemma = tree.lemma(at);
            let body = words.is_somebody(lemma) || words.has(Set::PressWord, lemma);
            named || body && tree.kid(at, Dep::Det).is_some()
        };
        let all = tree.conjuncts(head);
        let each = all.len() > 1 && all.iter().all(apart);
        let others = all.into_iter().skip(1).filter(|_| each);
        others.collect()
    }

    /// "Moscow and Minsk denied it", "the government and its ally Minsk": of several sides that say one thing, those behind
    /// the first.
    fn joint_speakers(&self, head: usize) -> Vec<usize> {
        let (tree, words) = (&self.tree, &self.lexicon().words);
        let side = |at: usize| tree.pos(at) == Pos::Propn && self.lexicon().is_side(tree.word(at));
        let body = words.has(Set::BodyNoun, tree.lemma(head));
        let called = |at: usize| {
            let ally = words.has(Set::AllyNoun, tree.lemma(at));
            tree.kid(at, Dep::Appos).filter(|&name| ally && side(name))
        };
        let all = tree.conjuncts(head);
        if all.len() < 2 || !(side(head) || body) {
            return Vec::new();
        }
        let others = all.into_iter().skip(1);
        let named = others.map(|at| Some(at).filter(|&at| side(at)).or_else(|| called(at)));
        named.collect::<Option<Vec<usize>>>().unwrap_or_default()
    }
}
