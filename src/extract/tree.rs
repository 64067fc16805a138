//! A parsed sentence as a tree: children, subjects and objects across passives, relatives and coordination.

use compact_str::CompactString;

use crate::lexicon::Lexicon;
use crate::lexicon::words::{Set, WordSets};
use crate::model::parsed::{Dep, EntityLabel, ParsedSentence, Pos, Tag};
use crate::model::span::Span;

mod command;
mod mend;
mod passive;
mod subject;

/// The preposition of the doer. It is grammar, not vocabulary: the label set has no other mark for it under a noun.
const BY: &str = "by";

/// The genitive preposition, grammar like the other; a possessive or an adjective says the same ("under Russian control").
pub const OF: &str = "of";

/// A sentence with its children lists and lower-case lemmas at hand.
#[derive(Debug)]
pub struct Tree<'a> {
    /// The sentence.
    pub sentence: &'a ParsedSentence,
    starts: Vec<u32>,
    children: Vec<u32>,
    lemmas: Vec<CompactString>,
    labels: Vec<Option<EntityLabel>>,
    deps: Vec<Dep>,
    words: &'a WordSets,
}

impl<'a> Tree<'a> {
    /// Indexes a sentence.
    pub fn new(sentence: &'a ParsedSentence) -> Self {
        let (starts, children) = child_lists(sentence);
        let lemmas = sentence
            .tokens
            .iter()
            .map(|token| CompactString::from_str_to_lowercase(&token.lemma))
            .collect();
        let mut labels = vec![None; sentence.tokens.len()];
        for entity in &sentence.entities {
            labels[entity.first as usize..=entity.last as usize].fill(Some(entity.label));
        }
        Tree {
            sentence,
            starts,
            children,
            lemmas,
            labels,
            deps: sentence.tokens.iter().map(|token| token.dep).collect(),
            words: WordSets::shared(),
        }
    }

    /// Indexes a sentence, and mends lemmas of verbs and plurals that the lemmatizer gets wrong.
    pub fn mended(sentence: &'a ParsedSentence, lexicon: &'a Lexicon) -> Self {
        let mut tree = Tree::new(sentence);
        tree.words = &lexicon.words;
        for index in 0..tree.len() {
            if let Some(meant) = lexicon
                .lemmas
                .meant(&tree.lemmas[index])
                .filter(|_| tree.is_verb(index) || tree.tag(index) == Tag::NNS)
            {
                tree.lemmas[index] = meant.into();
            }
        }
        tree.mend_names();
        tree
    }

    /// Number of tokens.
    pub fn len(&self) -> usize {
        self.sentence.tokens.len()
    }

    /// Whether the sentence has no tokens.
    pub fn is_empty(&self) -> bool {
        self.sentence.tokens.is_empty()
    }

    /// Children of a token, in text order.
    pub fn kids(&self, index: usize) -> impl DoubleEndedIterator<Item = usize> + '_ {
        let (first, last) = (self.starts[index] as usize, self.starts[index + 1] as usize);
        self.children[first..last].iter().map(|&kid| kid as usize)
    }

    /// First child with this relation.
    pub fn kid(&self, index: usize, dep: Dep) -> Option<usize> {
        self.kids(index).find(|&kid| self.dep(kid) == dep)
    }

    /// Relation to the head.
    pub fn dep(&self, index: usize) -> Dep {
        self.deps[index]
    }

    /// Head, `None` for a root.
    pub fn head(&self, index: usize) -> Option<usize> {
        let head = self.sentence.tokens[index].head as usize;
        (head != index).then_some(head)
    }

    /// Fine tag.
    pub fn tag(&self, index: usize) -> Tag {
        self.sentence.tokens[index].tag
    }

    /// Coarse tag.
    pub fn pos(&self, index: usize) -> Pos {
        self.sentence.tokens[index].pos
    }

    /// Lower-case lemma.
    pub fn lemma(&self, index: usize) -> &str {
        &self.lemmas[index]
    }

    /// The word as written.
    pub fn word(&self, index: usize) -> &str {
        self.sentence.word(index)
    }

    /// Entity label that covers the token.
    pub fn label(&self, index: usize) -> Option<EntityLabel> {
        self.labels[index]
    }

    /// Whether the token tells a day or a time of day.
    pub fn is_time(&self, index: usize) -> bool {
        let label = self.labels[index];
        matches!(label, Some(EntityLabel::Date | EntityLabel::Time))
    }

    /// Whether the token is a verb (auxiliaries included).
    pub fn is_verb(&self, index: usize) -> bool {
        matches!(self.pos(index), Pos::Verb | Pos::Aux)
    }

    /// Whether the token is an adverb, determiner or particle.
    pub fn is_particle(&self, index: usize) -> bool {
        matches!(self.pos(index), Pos::Adv | Pos::Det | Pos::Part)
    }

    /// Whether the token is a noun or a name.
    pub fn is_nominal(&self, index: usize) -> bool {
        matches!(
            self.pos(index),
            Pos::Noun | Pos::Propn | Pos::Pron | Pos::Num
        )
    }

    /// Ancestors, nearest first.
    pub fn ancestors(&self, index: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(self.head(index), |&at| self.head(at))
    }

    /// The token that stands at a span of the text.
    pub fn token_at(&self, span: Span) -> Option<usize> {
        let tokens = &self.sentence.tokens;
        tokens.iter().position(|token| token.span == span)
    }

    /// Whether `index` is `root` or below it.
    pub fn is_below(&self, index: usize, root: usize) -> bool {
        index == root || self.ancestors(index).any(|at| at == root)
    }

    /// The token and its coordinated mates after it (`X, Y and Z`).
    pub fn conjuncts(&self, index: usize) -> Vec<usize> {
        let mut found = vec![index];
        let mut at = 0;
        while at < found.len() {
            let mates: Vec<usize> = self
                .kids(found[at])
                .filter(|&kid| self.dep(kid) == Dep::Conj)
                .collect();
            found.extend(mates);
            at += 1;
        }
        found
    }

    /// Objects of prepositions with this lemma below a token, coordinated prepositions included.
    pub fn under_preposition(&self, index: usize, preposition: &str) -> Option<usize> {
        self.prepositions(index)
            .filter(|&kid| self.lemma(kid) == preposition)
            .find_map(|kid| self.governed(kid))
    }

    /// Prepositions and particles that hang on a token.
    pub fn prepositions(&self, index: usize) -> impl Iterator<Item = usize> + '_ {
        self.kids(index).filter(|&kid| match self.dep(kid) {
            Dep::Prep | Dep::Agent | Dep::Dative | Dep::Prt => true,
            // "due to".
            Dep::Pcomp => self.tag(kid) == Tag::IN,
            _ => false,
        })
    }

    /// Whether a noun is one for what was said ("claim", "report").
    pub fn is_report(&self, noun: usize) -> bool {
        self.pos(noun) == Pos::Noun && self.words.has(Set::BackNoun, self.lemma(noun))
    }

    /// "the statement reads", but not "the clerk read the letter": of such verbs only a document tells anything.
    pub fn tells_as_document(&self, verb: usize) -> bool {
        let document = |at: usize| self.words.has(Set::DocumentNoun, self.lemma(at));
        !self.words.has(Set::DocumentVerb, self.lemma(verb))
            || self.kid(verb, Dep::Nsubj).is_some_and(document)
    }

    /// Whether a verb pulls to pieces what somebody said ("slam"): it judges, and calls things names.
    pub fn scorns(&self, verb: usize) -> bool {
        [Set::NamingVerb, Set::JudgingVerb]
            .into_iter()
            .all(|set| self.words.has(set, self.lemma(verb)))
    }

    /// What a preposition governs; goes through stacked prepositions (`out of X`).
    pub fn governed(&self, preposition: usize) -> Option<usize> {
        self.kids(preposition).find_map(|kid| match self.dep(kid) {
            Dep::Pobj | Dep::Pcomp => Some(kid),
            Dep::Prep => self.governed(kid),
            _ => None,
        })
    }

    /// The by-phrase of a passive.
    pub fn agent(&self, verb: usize) -> Option<usize> {
        let by = self
            .kid(verb, Dep::Agent)
            .or_else(|| self.by_behind_as(verb))?;
        let deed = || {
            self.kid(by, Dep::Pcomp)
                .filter(|&kid| self.tag(kid) == Tag::VBG)
        };
        self.kid(by, Dep::Pobj).or_else(deed)
    }

    /// "was dismissed as hypocrisy by officials": the parser hangs the last on what it was dismissed as.
    fn by_behind_as(&self, verb: usize) -> Option<usize> {
        let name = self
            .prepositions(verb)
            .filter(|&kid| self.words.has(Set::AsPreposition, self.lemma(kid)))
            .find_map(|kid| self.governed(kid))?;
        let by = self
            .prepositions(name)
            .find(|&kid| self.tag(kid) == Tag::IN && self.lemma(kid) == BY)?;
        self.is_passive(verb).then_some(by)
    }

    /// The by-phrase of a noun ("the capture by X"); spaCy labels it `prep` or `agent`.
    pub fn by_phrase(&self, noun: usize) -> Option<usize> {
        let by = self
            .kids(noun)
            .find(|&kid| self.dep(kid) == Dep::Agent)
            .or_else(|| {
                self.prepositions(noun)
                    .find(|&kid| self.tag(kid) == Tag::IN && self.lemma(kid) == BY)
            })?;
        self.kid(by, Dep::Pobj)
    }

    /// Whose words or deed a noun tells of: its possessive, or else its by-phrase.
    pub fn issuer(&self, noun: usize) -> Option<usize> {
        self.possessor(noun).or_else(|| self.by_phrase(noun))
    }

    /// A nationality adjective or a name in front of a noun.
    pub fn nationality(&self, noun: usize) -> Option<usize> {
        self.kids(noun).find(|&kid| {
            matches!(self.dep(kid), Dep::Amod | Dep::Compound | Dep::Nmod)
                && matches!(
                    self.label(kid),
                    Some(EntityLabel::Norp | EntityLabel::Gpe | EntityLabel::Org)
                )
        })
    }

    /// The nearest verb above a token.
    pub fn head_verb(&self, index: usize) -> Option<usize> {
        self.ancestors(index).find(|&at| self.is_verb(at))
    }

    /// The possessive of a noun.
    pub fn possessor(&self, noun: usize) -> Option<usize> {
        self.kid(noun, Dep::Poss)
    }

    /// Whose a noun is: its possessive, or else the nationality in front of it.
    pub fn owner(&self, noun: usize) -> Option<usize> {
        self.possessor(noun).or_else(|| self.nationality(noun))
    }

    /// Direct object, the subject of a passive, or the noun that a relative clause or participle hangs on.
    pub fn object(&self, verb: usize) -> Option<usize> {
        if self.is_passive(verb) {
            let own = self
                .kids(verb)
                .find(|&kid| matches!(self.dep(kid), Dep::Nsubjpass | Dep::Nsubj));
            let bare = self.dep(verb) == Dep::Acl
                && self.tag(verb) == Tag::VBN
                && self.kid(verb, Dep::Auxpass).is_none();
            return own
                .map(|kid| self.antecedent(kid, verb))
                .or_else(|| self.head(verb).filter(|_| bare))
                .or_else(|| self.subject(verb))
                .or_else(|| self.head(verb));
        }
        let own = self
            .kid(verb, Dep::Dobj)
            .map(|object| self.antecedent(object, verb));
        own.or_else(|| self.gap_object(verb))
            .or_else(|| self.shared_object(verb))
    }

    /// "the town that Russia captured": the town.
    fn gap_object(&self, verb: usize) -> Option<usize> {
        let subject = self.kids(verb).find(|&kid| self.dep(kid) == Dep::Nsubj)?;
        let gap = self.dep(verb) == Dep::Relcl && !matches!(self.tag(subject), Tag::WP | Tag::WDT);
        if gap { self.head(verb) } else { None }
    }

    /// "stormed and captured the town": the object of the last mate, but not "63 died and the rebels lost 41".
    fn shared_object(&self, verb: usize) -> Option<usize> {
        let own_subject = |mate: usize| {
            let mut kids = self.kids(mate);
            kids.any(|kid| matches!(self.dep(kid), Dep::Nsubj | Dep::Nsubjpass))
        };
        self.kids(verb)
            .filter(|&kid| self.dep(kid) == Dep::Conj && !own_subject(kid))
            .find_map(|mate| self.kid(mate, Dep::Dobj))
    }

    /// Bytes of the subtree's tokens for which `keep` holds, as one stretch around `index`.
    pub fn stretch(&self, index: usize, keep: &dyn Fn(usize) -> bool) -> Span {
        let (mut first, mut last) = (index, index);
        let mut queue = vec![index];
        while let Some(at) = queue.pop() {
            (first, last) = (first.min(at), last.max(at));
            queue.extend(self.kids(at).filter(|&kid| keep(kid)));
        }
        let tokens = &self.sentence.tokens;
        Span {
            start: tokens[first].span.start,
            end: tokens[last].span.end,
        }
    }
}

fn child_lists(sentence: &ParsedSentence) -> (Vec<u32>, Vec<u32>) {
    let count = sentence.tokens.len();
    let mut starts = vec![0u32; count + 1];
    let with_head = || {
        sentence
            .tokens
            .iter()
            .enumerate()
            .filter(|(index, token)| token.head as usize != *index)
    };
    with_head().for_each(|(_, token)| starts[token.head as usize + 1] += 1);
    (0..count).for_each(|index| starts[index + 1] += starts[index]);
    let mut fill = starts.clone();
    let mut children = vec![0u32; starts[count] as usize];
    for (index, token) in with_head() {
        let at = &mut fill[token.head as usize];
        children[*at as usize] = index as u32;
        *at += 1;
    }
    (starts, children)
}
