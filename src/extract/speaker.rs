//! Who speaks: names as written, what pronouns stand for, and whose a document is.

use compact_str::CompactString;

use crate::lexicon::words::Set;
use crate::model::claim::Found;
use crate::model::parsed::{Dep, EntityLabel, Pos, Tag};

use super::anaphora::{Memory, is_aside, is_pronoun, names_person};
use super::event::{is_place, name_text};
use super::matter::knows;
use super::phrase::phrase_text;
use super::reading::Reading;
use super::voice::Voice;

mod around;
mod before;
pub(super) mod document;
mod fronted;
mod mates;
mod one_of;
mod relative;

impl Reading<'_> {
    /// Whether the whole sentence is somebody's word, whoever else speaks in it.
    pub fn is_somebodys(&self) -> bool {
        self.quoted_by.is_some() || self.own_word
    }

    /// Whether somebody says what a voice tells, and not the outlet itself.
    pub fn is_said(&self, voice: &Voice) -> bool {
        voice.speaker.is_some() || self.is_somebodys()
    }

    /// The speaker of a voice, with pronouns replaced by what they stand for.
    pub fn speaker(&self, voice: &Voice, memory: &Memory) -> Option<Found<CompactString>> {
        let Some(mut head) = voice.speaker else {
            return self.quoted_by.clone();
        };
        // "It had been their work, as the arrest showed", in what somebody goes on to say: he says so, and no arrest.
        if voice.relayed_by.is_empty() && self.quoted_by.is_some() && self.shows_only(head) {
            return self.quoted_by.clone();
        }
        // "'We deny it', the spokesman said": the spokesman.
        let own = self
            .lexicon()
            .words
            .has(Set::OwnPronoun, self.tree.lemma(head));
        match (voice.relayed_by.first(), &self.quoted_by) {
            (Some(&outer), _) if own => head = outer,
            (None, Some(speaker)) if own => return Some(speaker.clone()),
            // "we reject the claim" in a statement: whoever issues it.
            (None, None) if own && self.own_word => return None,
            _ => {}
        }
        // "X said that videos showed it": X, since a thing tells nothing itself.
        if let Some(&outer) = voice.relayed_by.first()
            && (self.is_thing(head)
                || self.is_nobodys_document(head, memory)
                || self.is_finder_of(head, outer, voice)
                || self.is_what_shows(head, voice))
            && !self.is_new_document(head, voice, memory)
        {
            head = outer;
        }
        // "The owners knew of no talks, the director said": the director says so.
        let knows = |cue: usize| knows(self, &self.cues[cue]);
        head = (voice.relayed_by.first().copied())
            .filter(|_| voice.cue.is_some_and(knows))
            .or_else(|| {
                let cue = voice.cue?;
                self.teller_around(cue)
                    .or_else(|| self.person_meant(head, cue))
            })
            .unwrap_or(head);
        head = self.owner_around(head).unwrap_or(head);
        head = self.speaker_before(head).unwrap_or(head);
        head = self.described_beside(head).unwrap_or(head);
        let rule = voice
            .cue
            .map_or("speaker.subject", |cue| self.cues[cue].rule);
        // "the Alba Post": a name, and no post of Alba.
        let named = self.tree.kid(head, Dep::Compound).is_some()
            && self.tree.pos(head) == Pos::Propn
            && self.tree.label(head) == Some(EntityLabel::Org);
        if (self.is_document(head) || self.is_owned_count(head))
            && !named
            && !self.is_of_nobody(head)
            && !self.is_new_document(head, voice, memory)
        {
            return self
                .author(head, memory)
                .or_else(|| Some(self.named(head, memory, rule, "speaker.pronoun")));
        }
        if let Some(place) = voice.cue.and_then(|cue| self.place_of_saying(head, cue)) {
            return Some(place);
        }
        let named = match self.told_of_itself(head, voice, memory) {
            Some(subject) => self.named(subject, memory, "speaker.pronoun", "speaker.pronoun"),
            None => self.named(head, memory, rule, "speaker.pronoun"),
        };
        // "They accused the army of a massacre": not the army, whoever "they" are.
        let accused = voice.accused.filter(|_| is_pronoun(&self.tree, head));
        let same = |at: usize| {
            let text = phrase_text(&self.tree, &self.lexicon().words, at).0;
            text.eq_ignore_ascii_case(&named.value)
        };
        Some(match accused.is_some_and(same) {
            true => Found {
                value: self.tree.word(head).into(),
                ..named
            },
            false => named,
        })
    }

    /// "Altamer has cut its forecast, it said", where the text names no other body before: Altamer.
    fn told_of_itself(&self, pronoun: usize, voice: &Voice, memory: &Memory) -> Option<usize> {
        let (tree, words) = (&self.tree, &self.lexicon().words);
        let lemma = tree.lemma(pronoun);
        let it = words.has(Set::ItPronoun, lemma) && !words.has(Set::PersonPronoun, lemma);
        if !it || memory.antecedent(tree, self.lexicon(), pronoun).is_some() {
            return None;
        }
        let cue = self.cues[voice.cue?].token;
        let content = match tree.dep(cue) {
            Dep::Parataxis => tree.head(cue),
            _ => tree.kid(cue, Dep::Ccomp),
        };
        let subject = tree.subject(content.filter(|&at| at < cue)?)?;
        let body = tree.pos(subject) == Pos::Propn && !names_person(tree, self.lexicon(), subject);
        body.then_some(subject)
    }

    pub(super) fn is_document(&self, head: usize) -> bool {
        let words = &self.lexicon().words;
        words.has(Set::DocumentNoun, self.tree.lemma(head))
    }

    /// "the coalition's own tally", "a count by the union": whose count it is says so.
    fn is_owned_count(&self, head: usize) -> bool {
        let (tree, words) = (&self.tree, &self.lexicon().words);
        let count = words.has(Set::AccountNoun, tree.lemma(head));
        count && tree.issuer(head).is_some()
    }

    /// "X said that videos showed it": X passes on what nobody in particular made.
    fn is_nobodys_document(&self, head: usize, memory: &Memory) -> bool {
        let tree = &self.tree;
        let owned = tree.issuer(head).is_some() || tree.nationality(head).is_some();
        let known = tree.tag(head) != Tag::NNS && memory.issuer(tree.lemma(head)).is_some();
        self.is_document(head) && !owned && !known
    }

    /// The documents that a report was made in ("said in an interim report"), by their nouns.
    pub(super) fn documents_of(&self, verb: usize) -> Vec<CompactString> {
        let (tree, words) = (&self.tree, &self.lexicon().words);
        let beside = tree.prepositions(verb).filter_map(|kid| tree.governed(kid));
        beside
            .chain(tree.object(verb))
            .filter(|&at| words.has(Set::DocumentNoun, tree.lemma(at)))
            .map(|at| tree.lemma(at).into())
            .collect()
    }

    /// A common noun for nobody: "telephones", "the release", "an examination"; a document has an author.
    fn is_thing(&self, head: usize) -> bool {
        let (tree, lexicon) = (&self.tree, self.lexicon());
        let noun = tree.pos(head) == Pos::Noun && tree.label(head).is_none();
        let (text, _) = phrase_text(tree, &lexicon.words, head);
        let words = &lexicon.words;
        let lemma = tree.lemma(head);
        // "The spokesman said intelligence showed it": what somebody has, and nobody.
        let bare = tree.issuer(head).is_none() && tree.nationality(head).is_none();
        if noun && bare && words.has(Set::EvidenceNoun, lemma) && tree.kid(head, Dep::Det).is_none()
        {
            return true;
        }
        let heard = words.is_somebody(lemma) || words.has(Set::DocumentNoun, lemma);
        // "The newspaper": one who passes on.
        let role = lexicon.parties.role_of(tree.word(head)).is_some();
        noun && !heard && !role && !lexicon.parties.can_speak(&text)
    }

    /// "The mayor said technicians had found the line cut", "hospitals counted 19 dead, he said": people without a name, who
    /// found what whoever speaks says; a paper that writes what they found passes it on.
    fn is_finder_of(&self, head: usize, outer: usize, voice: &Voice) -> bool {
        let (tree, lexicon) = (&self.tree, self.lexicon());
        let bare = tree.tag(head) == Tag::NNS
            && tree.pos(head) == Pos::Noun
            && !lexicon.words.has(Set::BodyNoun, tree.lemma(head))
            && !tree.kids(head).any(|kid| {
                matches!(
                    tree.dep(kid),
                    Dep::Det | Dep::Poss | Dep::Compound | Dep::Amod | Dep::Nummod | Dep::Prep
                )
            });
        let finds = |cue: usize| {
            let verb = tree.lemma(self.cues[cue].token);
            [Set::FindingVerb, Set::RecordingVerb, Set::CountVerb]
                .into_iter()
                .any(|set| lexicon.words.has(set, verb))
        };
        let text = phrase_text(tree, &lexicon.words, outer).0;
        let outlet = lexicon.is_outlet(&text) || self.is_document(outer);
        bare && voice.cue.is_some_and(finds) && !outlet
    }

    /// "reports alleging that …": documents that nothing ties to anybody.
    fn is_of_nobody(&self, document: usize) -> bool {
        let tied = |kid: usize| {
            matches!(
                self.tree.dep(kid),
                Dep::Det | Dep::Poss | Dep::Amod | Dep::Compound | Dep::Nmod
            )
        };
        self.tree.tag(document) == Tag::NNS && !self.tree.kids(document).any(tied)
    }

    /// "angry about an email accusing them": one that nobody has been named for, and none of who spoke last.
    fn is_new_document(&self, document: usize, voice: &Voice, memory: &Memory) -> bool {
        let (tree, words) = (&self.tree, &self.lexicon().words);
        let described = voice.cue.is_some_and(|cue| {
            let token = self.cues[cue].token;
            tree.dep(token) == Dep::Acl && tree.head(token) == Some(document)
        });
        let article = tree.kid(document, Dep::Det);
        let new = article.is_some_and(|at| !words.has(Set::Determined, tree.lemma(at)));
        let owned = tree.issuer(document).is_some() || tree.nationality(document).is_some();
        described && new && !owned && memory.issuer(tree.lemma(document)).is_none()
    }

    /// "officials said in Kyiv", "it was announced in Moscow": those who speak there, where nothing else tells whose they
    /// are.
    fn place_of_saying(&self, head: usize, cue: usize) -> Option<Found<CompactString>> {
        let (tree, words) = (&self.tree, &self.lexicon().words);
        let bare = !tree.kids(head).any(|kid| {
            matches!(
                tree.dep(kid),
                Dep::Poss | Dep::Compound | Dep::Amod | Dep::Appos | Dep::Prep | Dep::Nmod
            )
        });
        // "the president said in Washington" may be a guest there.
        let office = words.has(Set::BodyNoun, tree.lemma(head))
            || words.has(Set::RoleNoun, tree.lemma(head)) && tree.tag(head) == Tag::NNS;
        let nobody = words.has(Set::ThirdPronoun, tree.lemma(head))
            && !words.has(Set::PersonPronoun, tree.lemma(head))
            && tree.tag(head) == Tag::PRP;
        if !bare || !(office || nobody) {
            return None;
        }
        let place = tree
            .prepositions(self.cues[cue].token)
            .filter(|&kid| words.has(Set::PlaceOfSaying, tree.lemma(kid)))
            .filter_map(|kid| tree.governed(kid))
            .find(|&at| {
                let body = words.has(Set::BodyNoun, &tree.word(at).to_lowercase());
                let named = body || self.lexicon().is_party(name_text(tree, at));
                tree.pos(at) == Pos::Propn && named
            })?;
        let (name, span) = phrase_text(tree, words, place);
        Some(Found::at(name, span, "speaker.place-of-saying"))
    }

    /// Names of settlements before a token of the sentence.
    pub fn settlements_before(&self, token: usize) -> Vec<CompactString> {
        let heads = self
            .tree
            .sentence
            .entities
            .iter()
            .map(|entity| entity.last as usize)
            .take_while(|&head| head < token);
        heads
            .filter(|&head| {
                self.tree.pos(head) == Pos::Propn
                    && is_place(&self.tree, self.lexicon(), head)
                    && !is_aside(&self.tree, self.lexicon(), head)
            })
            .map(|head| name_text(&self.tree, head))
            .filter(|name| !self.lexicon().is_party(name) && self.lexicon().is_settlement(name))
            .map(CompactString::from)
            .collect()
    }

    /// A phrase as written, or what its pronoun stands for.
    pub fn named(
        &self,
        head: usize,
        memory: &Memory,
        rule: &'static str,
        pronoun_rule: &'static str,
    ) -> Found<CompactString> {
        let (text, span) = phrase_text(&self.tree, &self.lexicon().words, head);
        if let Some(owner) = self.owner_before(head) {
            return self.named(owner, memory, pronoun_rule, pronoun_rule);
        }
        if is_pronoun(&self.tree, head) {
            let antecedent = memory.antecedent(&self.tree, self.lexicon(), head);
            let earlier = || {
                let one = self.only_person_before(head)?;
                Some(phrase_text(&self.tree, &self.lexicon().words, one).0)
            };
            let meant = antecedent.cloned().or_else(earlier);
            return Found::at(meant.unwrap_or(text), span, pronoun_rule);
        }
        Found::at(text, span, rule)
    }

    /// "Mr Roe went to a clinic and he fled from nobody, his lawyer said": whom the clause before that one is about.
    pub(super) fn subject_before(&self, pronoun: usize) -> Option<usize> {
        let (tree, lexicon) = (&self.tree, self.lexicon());
        let around = || self.person_around(pronoun);
        let many = || self.many_around(pronoun);
        let side = || self.side_around(pronoun).or_else(around).or_else(many);
        if let Some(side) = self.topic_in_front(pronoun).or_else(side) {
            return Some(side);
        }
        let person = lexicon.words.has(Set::PersonPronoun, tree.lemma(pronoun));
        let subject = matches!(tree.dep(pronoun), Dep::Nsubj | Dep::Nsubjpass);
        let verb = tree.head(pronoun).filter(|_| person && subject)?;
        let mate = tree.head(verb).filter(|_| tree.dep(verb) == Dep::Conj)?;
        let before = tree.subject(mate).filter(|&at| at < pronoun)?;
        let named = tree.pos(before) == Pos::Propn && names_person(tree, lexicon, before);
        let told = |at: usize| {
            let phrase = phrase_text(tree, &lexicon.words, at).0;
            lexicon.parties.gender_told(&phrase)
        };
        let (asked, told) = (told(pronoun), told(before));
        let fits = asked.is_none() || told.is_none() || asked == told;
        (named && fits).then_some(before)
    }

    /// The speaker that the sentence itself names outside its quotation marks, outermost cue first: who speaks inside a
    /// quotation is whom it tells of.
    pub fn own_speaker(&self, memory: &Memory) -> Option<CompactString> {
        let words = &self.lexicon().words;
        let mark = |&at: &usize| words.has(Set::DoubleQuote, self.tree.word(at));
        let marks: Vec<usize> = (0..self.tree.len()).filter(mark).collect();
        // The quotation is open where the sentence begins, unless a mark opens it anew.
        let opens = *marks.first()? == 0;
        let outside = |token: usize| {
            let before = marks.iter().filter(|&&at| at < token).count();
            before.is_multiple_of(2) == opens
        };
        let outer = self.cues.iter().filter(|cue| outside(cue.token));
        let head = { outer }.find_map(|cue| cue.speaker)?;
        Some(
            self.named(head, memory, "speaker.subject", "speaker.pronoun")
                .value,
        )
    }
}

/// Whether a pronoun can stand for the speaker: "we" always, "he" for a person, "it", "its" and "their" for a body.
pub fn points_to_speaker(reading: &Reading, pronoun: usize, speaker: Option<usize>) -> bool {
    let word = reading.tree.lemma(pronoun);
    let words = &reading.lexicon().words;
    // "The Houthis say that they struck": the parser may take a side for a person.
    let side = |head: usize| reading.lexicon().is_side(reading.tree.word(head));
    let person = speaker.filter(|&head| !side(head)).is_some_and(|head| {
        names_person(&reading.tree, reading.lexicon(), head)
            || words.has(Set::PersonPronoun, reading.tree.lemma(head))
    });
    // "a member of Congress says that they get no medicines": one person is not many.
    let one = || {
        reading.lexicon().parties.means_many(word)
            && speaker.is_some_and(|head| {
                reading.tree.tag(head) == Tag::NN
                    && words.has(Set::PersonNoun, reading.tree.lemma(head))
            })
    };
    // "The manager, Jane Roe, said that he had left": another.
    let of_kind = || {
        let parties = &reading.lexicon().parties;
        let told = |head| parties.gender_told(&phrase_text(&reading.tree, words, head).0);
        let (asked, told) = (parties.gender_told(word), speaker.and_then(told));
        asked.is_none() || told.is_none() || asked == told
    };
    let fits = if words.has(Set::PersonPronoun, word) {
        person && of_kind()
    } else {
        words.has(Set::ItPronoun, word) && !person && !one()
    };
    fits || words.has(Set::OwnPronoun, word)
}

/// "farmers say it is empty": "it" is none of many who speak.
pub fn is_none_of_many(reading: &Reading, pronoun: usize, speaker: Option<usize>) -> bool {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let word = tree.lemma(pronoun);
    lexicon.is_single_it(word)
        && !lexicon.words.has(Set::PersonPronoun, word)
        && tree.tag(pronoun) != Tag::PRPS
        && speaker.is_some_and(|head| {
            let plural = !tree.word(head).eq_ignore_ascii_case(tree.lemma(head));
            tree.tag(head) == Tag::NNS && plural
        })
}
