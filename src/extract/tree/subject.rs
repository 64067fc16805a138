//! The grammatical subject of a verb, taken over from the clause around it where it has none of its own.

use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, EntityLabel, Pos, Tag};

use super::{OF, Tree};

impl Tree<'_> {
    /// Grammatical subject, taken over from the governing clause where the verb has none of its own.
    pub fn subject(&self, verb: usize) -> Option<usize> {
        self.subject_within(verb, 6)
    }

    fn subject_within(&self, verb: usize, depth: usize) -> Option<usize> {
        let own = self
            .kids(verb)
            .find(|&kid| matches!(self.dep(kid), Dep::Nsubj | Dep::Nsubjpass | Dep::Csubj));
        if let Some(own) = own {
            // "The business daily Kauppa says": the parser may give a verb two subjects, a noun and its name.
            let name = self
                .kids(verb)
                .rfind(|&kid| kid < verb && self.dep(kid) == Dep::Nsubj)
                .filter(|&last| {
                    let glued = last > 0 && self.tag(last - 1) == Tag::HYPH;
                    // "The boss of food firm 2 Sisters": the noun goes on.
                    let bare = self.tag(own) == Tag::NN && self.kid(own, Dep::Prep).is_none();
                    last != own && self.pos(last) == Pos::Propn && !glued && bare
                });
            return Some(self.antecedent(name.unwrap_or(own), verb));
        }
        if let Some(there) = self.kid(verb, Dep::Expl) {
            // "there were two prisoners aboard": what there was.
            return self.kid(verb, Dep::Attr).or(Some(there));
        }
        if depth == 0 {
            return None;
        }
        if self.is_command(verb) {
            return None;
        }
        let head = self.head(verb)?;
        match self.dep(verb) {
            Dep::Xcomp | Dep::Ccomp if self.is_verb(head) => self.controller(head, depth - 1),
            // "was unable to take the town".
            Dep::Xcomp if self.dep(head) == Dep::Acomp => {
                self.subject_within(self.head(head)?, depth - 1)
            }
            Dep::Conj | Dep::Advcl | Dep::Dep if self.is_verb(head) => self
                .charged_above(verb, head)
                .or_else(|| self.subject_within(head, depth - 1)),
            Dep::Pcomp => self.subject_of_phrase(head, depth - 1),
            Dep::Acl if self.arms(verb) => self.subject_within(self.head_verb(head)?, depth - 1),
            // "took to the radio accusing the firm": the parser may have it describe the verb.
            Dep::Acl if self.tag(verb) == Tag::VBG && self.is_verb(head) => {
                self.subject_within(head, depth - 1)
            }
            Dep::Acl if self.tag(verb) == Tag::VBG => {
                Some(self.before_gerund(verb, head).unwrap_or(head))
            }
            Dep::Acl => self.infinitive_subject(head, depth - 1),
            // "opened a front to encircle the town": the parser may take the aim for a relative clause.
            Dep::Relcl if self.is_aim_of_noun(verb) => self.infinitive_subject(head, depth - 1),
            Dep::Relcl => Some(head),
            _ => None,
        }
    }

    /// "X was said to have …", "forced X to …": the object where there is one, else the subject.
    fn controller(&self, head: usize, depth: usize) -> Option<usize> {
        // "used loans to bribe officials": whoever uses them bribes.
        let means = self.words.has(Set::UsingVerb, self.lemma(head));
        // "had this to say": whoever has it says it.
        let has = self.words.has(Set::HaveVerb, self.lemma(head));
        let object = self.kid(head, Dep::Dobj).filter(|&at| {
            let this = has && self.words.has(Set::Demonstrative, self.lemma(at));
            let tool =
                means && self.pos(at) == Pos::Noun && !self.words.is_somebody(self.lemma(at));
            !this && !tool
        });
        // "calls to jail bankers": whoever calls for it jails nobody.
        let urges = self.words.has(Set::UrgingVerb, self.lemma(head));
        object.or_else(|| self.subject_within(head, depth).filter(|_| !urges))
    }

    /// "accused X of shelling": X; "denied by shelling", "after capturing": the clause's subject.
    fn subject_of_phrase(&self, preposition: usize, depth: usize) -> Option<usize> {
        let head = self.head(preposition)?;
        if !self.is_verb(head) {
            return self.possessor(head).or_else(|| {
                self.head_verb(head)
                    .and_then(|verb| self.subject_within(verb, depth))
            });
        }
        // "a firm accused of hiding it": the firm.
        if self.dep(head) == Dep::Acl && self.tag(head) == Tag::VBN && self.is_passive(head) {
            return self.object(head);
        }
        self.rebuked(preposition, head)
            .or_else(|| self.subject_within(head, depth))
    }

    /// "accused the army of shelling a market, killing two": the army.
    fn charged_above(&self, verb: usize, gerund: usize) -> Option<usize> {
        let came = self.dep(verb) == Dep::Advcl && self.tag(verb) == Tag::VBG && verb > gerund;
        let preposition = self
            .head(gerund)
            .filter(|_| came && self.dep(gerund) == Dep::Pcomp)?;
        let charge = self.head(preposition)?;
        let charges = self
            .words
            .has(Set::AccusePreposition, self.lemma(preposition))
            && self.words.has(Set::ChargingVerb, self.lemma(charge));
        let whom = self
            .object(charge)
            .filter(|&whom| charges && whom < preposition)?;
        let one =
            matches!(self.pos(whom), Pos::Noun | Pos::Propn) && self.kid(whom, Dep::Conj).is_none();
        one.then_some(whom)
    }

    /// "scolded the students for blaming the mayor": the students, as the verb judges them; who uses or buys something for a
    /// deed does it himself.
    fn rebuked(&self, preposition: usize, verb: usize) -> Option<usize> {
        // "hits back at the mayor for blaming them".
        let target = || {
            let mut phrases = self.prepositions(verb).filter(|&kid| kid < preposition);
            let at =
                phrases.find(|&kid| self.words.has(Set::FingerPreposition, self.lemma(kid)))?;
            self.governed(at)
        };
        let object = self.kid(verb, Dep::Dobj).or_else(target)?;
        let judged =
            self.judges(verb) && self.words.has(Set::ForPreposition, self.lemma(preposition));
        let somebody = matches!(self.pos(object), Pos::Propn | Pos::Pron)
            || self.words.is_somebody(self.lemma(object));
        // "accused the firm of fraud by hiding files": who is accused hid them.
        let charge = |kid: usize| kid < preposition && self.lemma(kid) == OF;
        // "suspects Norway of having damaged it": who is suspected.
        let suspected =
            self.lemma(preposition) == OF && self.words.has(Set::SuspectingVerb, self.lemma(verb));
        let judged = judged
            || suspected
            || self.words.has(Set::ChargingVerb, self.lemma(verb))
                && self
                    .words
                    .has(Set::AgentPreposition, self.lemma(preposition))
                && self.prepositions(verb).any(charge);
        let after = object < preposition;
        (after && judged && somebody && !self.is_passive(verb)).then_some(object)
    }

    /// "scold", "tell off", "fire back": a verb by which somebody judges another.
    pub fn judges(&self, verb: usize) -> bool {
        let loose = |kid: usize| matches!(self.dep(kid), Dep::Prt | Dep::Advmod);
        let particle = self.kids(verb).find(|&kid| kid > verb && loose(kid));
        let phrase = particle.map(|kid| format!("{}_{}", self.lemma(verb), self.lemma(kid)));
        [phrase.as_deref(), Some(self.lemma(verb))]
            .into_iter()
            .flatten()
            .any(|name| self.words.has(Set::JudgingVerb, name))
    }

    /// "accused the firm of an attempt to hide it": the firm.
    fn charged_with(&self, noun: usize) -> Option<usize> {
        let of = self.head(noun).filter(|_| self.dep(noun) == Dep::Pobj)?;
        let verb = self.head(of)?;
        let charges = self.words.has(Set::AccusePreposition, self.lemma(of))
            && self.words.has(Set::ChargingVerb, self.lemma(verb));
        let own = self.issuer(noun).is_some();
        let whom = if self.is_passive(verb) {
            self.kid(verb, Dep::Nsubjpass)
        } else {
            self.kid(verb, Dep::Dobj)
        };
        whom.filter(|_| charges && !own)
    }

    /// "Moscow's claim to have taken X": Moscow.
    fn infinitive_subject(&self, noun: usize, depth: usize) -> Option<usize> {
        if let Some(charged) = self.charged_with(noun) {
            return Some(charged);
        }
        let owner = self.issuer(noun).or_else(|| self.nationality(noun));
        owner.or_else(|| {
            self.head_verb(noun)
                .and_then(|verb| self.subject_within(verb, depth))
        })
    }

    /// "it was the army that shelled the town": the clause says what the copula's sentence is about.
    pub fn is_cleft(&self, verb: usize) -> bool {
        let relative = self
            .kids(verb)
            .any(|kid| matches!(self.tag(kid), Tag::WDT | Tag::WP) && self.dep(kid) == Dep::Nsubj);
        let attribute = |at: usize| self.dep(at) == Dep::Attr;
        let copula = match self.dep(verb) {
            Dep::Relcl => self
                .head(verb)
                .filter(|&noun| attribute(noun))
                .and_then(|noun| self.head(noun)),
            Dep::Ccomp | Dep::Advcl => self
                .head(verb)
                .filter(|&head| self.kid(head, Dep::Attr).is_some()),
            _ => None,
        };
        let by_pronoun = |copula: usize| {
            // "nor was it the army that".
            let subject = self.kid(copula, Dep::Nsubj).filter(|&at| at <= copula + 1);
            // "They were bakers who sold fish": what they were, and no word of what "it" was that did it.
            let empty = |at: usize| self.words.has(Set::CleftPronoun, self.lemma(at));
            let told = |at: usize| empty(at) || self.points_out(copula);
            subject.is_some_and(|at| self.tag(at) == Tag::PRP && told(at))
        };
        relative && copula.is_some_and(|copula| self.pos(copula) == Pos::Aux && by_pronoun(copula))
    }

    /// "he was the man who fired": the one of whom it is told, and not one of many.
    fn points_out(&self, copula: usize) -> bool {
        let one = self.kid(copula, Dep::Attr);
        let article = one.and_then(|one| self.kid(one, Dep::Det));
        article.is_some_and(|at| self.words.has(Set::Determined, self.lemma(at)))
    }

    /// "reports of soldiers deserting": the parser may hang the gerund on the reports.
    fn before_gerund(&self, verb: usize, noun: usize) -> Option<usize> {
        let doer = verb.checked_sub(1)?;
        let of = self.under_preposition(noun, OF) == Some(doer);
        (of && self.is_nominal(doer)).then_some(doer)
    }

    /// "killed 30 people using gas": whoever killed them used it.
    fn arms(&self, gerund: usize) -> bool {
        let uses =
            self.tag(gerund) == Tag::VBG && self.words.has(Set::UsingVerb, self.lemma(gerund));
        let object = self.kid(gerund, Dep::Dobj);
        let arms = object.is_some_and(|at| self.words.has(Set::ArmsNoun, self.lemma(at)));
        let harmed = self
            .head(gerund)
            .filter(|&noun| self.dep(noun) == Dep::Dobj);
        uses && arms && harmed.is_some()
    }

    /// "a front to encircle the town", which the parser takes for a relative clause; "the first to do so" did it,
    /// and "in a position to do so" is able.
    pub fn is_aim_of_noun(&self, verb: usize) -> bool {
        let ranks =
            |kid: usize| self.tag(kid) == Tag::JJS || self.label(kid) == Some(EntityLabel::Ordinal);
        let noun = self.head(verb).filter(|_| self.dep(verb) == Dep::Relcl);
        let aims = |at: usize| {
            let one = self.dep(at) == Dep::Attr
                || ranks(at)
                || self.kids(at).any(|kid| kid != verb && ranks(kid));
            let can = self.words.has(Set::AbilityNoun, self.lemma(at));
            self.pos(at) == Pos::Noun && !self.words.is_somebody(self.lemma(at)) && !one && !can
        };
        noun.is_some_and(aims) && self.is_bare_infinitive(verb)
    }

    /// "to seize", without a subject of its own.
    pub fn is_bare_infinitive(&self, verb: usize) -> bool {
        let to = |kid: usize| self.dep(kid) == Dep::Aux && self.tag(kid) == Tag::TO;
        let subject = |kid: usize| matches!(self.dep(kid), Dep::Nsubj | Dep::Nsubjpass);
        self.tag(verb) == Tag::VB && self.kids(verb).any(to) && !self.kids(verb).any(subject)
    }

    /// "a warrant for Ana Lima, which accuses her": the warrant, since "which" is no person.
    fn thing_around(&self, pronoun: usize, noun: usize) -> Option<usize> {
        let person = self.label(noun) == Some(EntityLabel::Person);
        let preposition = self
            .head(noun)
            .filter(|&at| person && self.tag(pronoun) == Tag::WDT && self.dep(at) == Dep::Prep)?;
        let thing = self.head(preposition)?;
        (self.pos(thing) == Pos::Noun && !self.words.is_somebody(self.lemma(thing)))
            .then_some(thing)
    }

    /// What a relative pronoun stands for; other tokens stand for themselves.
    pub(super) fn antecedent(&self, subject: usize, verb: usize) -> usize {
        // "a raid that Norway blamed on them": the parser may tag the pronoun as the conjunction.
        let that = self.tag(subject) == Tag::IN && self.dep(subject) == Dep::Dobj;
        let relative = matches!(self.tag(subject), Tag::WP | Tag::WDT) || that;
        let Some(head) = self.head(verb).filter(|_| relative) else {
            return subject;
        };
        match self.dep(verb) {
            Dep::Relcl => self.thing_around(subject, head).unwrap_or(head),
            // "militants who Ankara says fired": the clause that describes them is a report.
            // "protests that began in May and which have killed": so is its mate.
            Dep::Ccomp | Dep::Conj if self.dep(head) == Dep::Relcl => {
                self.head(head).unwrap_or(subject)
            }
            // "it was the army that shelled the town": the parser may hang the clause on the copula.
            Dep::Ccomp | Dep::Advcl => self.kid(head, Dep::Attr).unwrap_or(subject),
            _ => subject,
        }
    }
}
