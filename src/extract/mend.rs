//! Puts right what the parser regularly gets wrong around words of report: the report at the end of a sentence, the
//! subject behind "says", the predicate of "called the claim a lie", verbs taken for nouns, clauses that leave
//! their auxiliary out, the participles of headlines, surnames behind "Ms", and people counted by a word like "dead".

mod ability;
mod accusation;
mod aged;
mod alleged;
mod answered;
mod apposed;
mod apposed_speaker;
mod aside;
mod asked;
mod bare_verb;
mod between;
mod camp;
mod carried_on;
mod casualties;
mod charge;
mod charges_joined;
mod claims_by;
mod clause;
mod cleared;
mod closing;
mod compound_verdict;
mod contrasted;
mod copula_left_out;
mod counted;
mod courteous;
mod courtesy;
mod dated;
mod denied_by_idiom;
mod denied_clause;
mod disclaimed;
mod dismissed;
mod divided;
mod due;
mod exchanged;
mod fragment;
mod gap;
mod gauged;
mod gerund_blamed;
mod gerund_of_report;
mod gerund_told;
mod headline;
mod heaped;
mod how_put;
mod hyphen;
mod idiom;
mod inserted;
mod inverted;
mod kinds_joined;
mod led_subject;
mod links;
mod listed_name;
mod lost;
mod meantime;
mod named_thing;
mod naming;
mod nationality;
mod nearby;
mod of_which;
mod ordered;
mod own_gerund;
mod paired;
mod parted;
mod participle;
mod past;
mod per_hundred;
mod plural;
mod plural_joined;
mod predicate;
mod prefixed;
mod quoted_number;
mod raised;
mod rank;
mod rebuff;
mod recast;
mod relating;
mod relative_charge;
mod report;
mod report_clause;
mod report_joined;
mod result;
mod resumed;
mod root_noun;
mod scare;
mod semicolon;
mod subject;
mod sum;
mod tag;
mod that_clause;
mod time_before;
mod titled;
mod told;
mod told_in_front;
mod town;
mod traded;
mod two_subjects;
mod twofold;
mod upheld;
mod verb;
mod who_said;
mod whose;
mod within_relative;
mod without_of;
mod wrongdoer;

use compact_str::CompactString;

use crate::lexicon::Lexicon;
use crate::lexicon::cues::{CueClass, CuePart};
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, EntityLabel, ParsedSentence, Pos, Tag};

use links::Links;

/// A copy of the sentence with its tree put right; `title` tells whether it stands in a headline.
///
/// Heads, relations and tags change, and the lemma of a verdict that was taken for a verb; every head still leads to a
/// root.
pub fn mended(sentence: &ParsedSentence, title: bool, lexicon: &Lexicon) -> ParsedSentence {
    let lower = |word: &str| CompactString::from_str_to_lowercase(word);
    let mut draft = Draft {
        lemmas: sentence.tokens.iter().map(|t| lower(&t.lemma)).collect(),
        words: (0..sentence.tokens.len())
            .map(|at| lower(sentence.word(at)))
            .collect(),
        links: Links::new(sentence.tokens.iter().map(|token| token.head)),
        sentence: sentence.clone(),
        lexicon,
    };
    hyphen::mend(&mut draft);
    prefixed::mend(&mut draft);
    heaped::mend(&mut draft);
    how_put::mend(&mut draft);
    compound_verdict::mend(&mut draft);
    idiom::mend(&mut draft);
    upheld::mend(&mut draft);
    camp::mend(&mut draft);
    courteous::mend(&mut draft);
    listed_name::mend(&mut draft);
    nationality::mend(&mut draft);
    two_subjects::mend(&mut draft);
    aged::mend(&mut draft);
    per_hundred::mend(&mut draft);
    quoted_number::mend(&mut draft);
    sum::mend(&mut draft);
    dated::mend(&mut draft);
    nearby::mend(&mut draft);
    past::mend(&mut draft);
    root_noun::mend(&mut draft);
    plural::mend(&mut draft);
    bare_verb::mend(&mut draft);
    tag::mend(&mut draft);
    denied_clause::mend(&mut draft);
    kinds_joined::mend(&mut draft);
    ability::mend(&mut draft);
    divided::mend(&mut draft);
    due::mend(&mut draft);
    participle::mend(&mut draft);
    ordered::mend(&mut draft);
    courtesy::mend(&mut draft);
    result::mend(&mut draft);
    apposed::mend(&mut draft);
    aside::mend(&mut draft);
    between::mend(&mut draft);
    titled::mend(&mut draft);
    scare::mend(&mut draft);
    own_gerund::mend(&mut draft);
    gerund_told::mend(&mut draft);
    gerund_blamed::mend(&mut draft);
    gerund_of_report::mend(&mut draft);
    relating::mend(&mut draft);
    time_before::mend(&mut draft);
    report_clause::mend(&mut draft);
    relative_charge::mend(&mut draft);
    that_clause::mend(&mut draft);
    of_which::mend(&mut draft);
    wrongdoer::mend(&mut draft);
    alleged::mend(&mut draft);
    report_joined::mend(&mut draft);
    contrasted::mend(&mut draft);
    disclaimed::mend(&mut draft);
    dismissed::mend(&mut draft);
    paired::mend(&mut draft);
    exchanged::mend(&mut draft);
    whose::mend(&mut draft);
    accusation::mend(&mut draft);
    charge::mend(&mut draft);
    charges_joined::mend(&mut draft);
    cleared::mend(&mut draft);
    without_of::mend(&mut draft);
    closing::mend(&mut draft);
    apposed_speaker::mend(&mut draft);
    inserted::mend(&mut draft);
    within_relative::mend(&mut draft);
    who_said::mend(&mut draft);
    carried_on::mend(&mut draft);
    led_subject::mend(&mut draft);
    subject::mend(&mut draft);
    verb::mend(&mut draft);
    clause::mend(&mut draft);
    parted::mend(&mut draft);
    naming::mend(&mut draft);
    named_thing::mend(&mut draft);
    resumed::mend(&mut draft, title);
    rebuff::mend(&mut draft);
    denied_by_idiom::mend(&mut draft);
    asked::mend(&mut draft);
    claims_by::mend(&mut draft);
    answered::mend(&mut draft);
    raised::mend(&mut draft);
    if title {
        told_in_front::mend(&mut draft);
        plural_joined::mend(&mut draft);
        meantime::mend(&mut draft);
        twofold::mend(&mut draft);
        traded::mend(&mut draft);
        headline::mend(&mut draft);
        copula_left_out::mend(&mut draft);
        fragment::mend(&mut draft);
    } else {
        traded::joined(&mut draft);
        headline::go_on(&mut draft);
        predicate::mend(&mut draft);
    }
    casualties::mend(&mut draft, title);
    inverted::mend(&mut draft);
    report::mend(&mut draft);
    semicolon::mend(&mut draft);
    counted::mend(&mut draft);
    gauged::mend(&mut draft);
    rank::mend(&mut draft);
    lost::mend(&mut draft);
    gap::mend(&mut draft);
    told::mend(&mut draft);
    town::mend(&mut draft);
    draft.sentence
}

/// The sign that sets off a report, a name or a contrast.
const COMMA: &str = ",";

/// The sign behind a heading, a label or a picture.
const COLON: &str = ":";

/// The mark inside of a word.
const HYPHEN: &str = "-";

/// A tree under repair.
struct Draft<'l> {
    sentence: ParsedSentence,
    /// Lower-case lemmas, kept beside the tokens because every rule asks for them.
    lemmas: Vec<CompactString>,
    links: Links,
    /// Lower-case words.
    words: Vec<CompactString>,
    lexicon: &'l Lexicon,
}

impl Draft<'_> {
    fn len(&self) -> usize {
        self.sentence.tokens.len()
    }

    fn dep(&self, token: usize) -> Dep {
        self.sentence.tokens[token].dep
    }

    fn tag(&self, token: usize) -> Tag {
        self.sentence.tokens[token].tag
    }

    fn pos(&self, token: usize) -> Pos {
        self.sentence.tokens[token].pos
    }

    /// A root is its own head.
    fn head(&self, token: usize) -> usize {
        self.links.head(token)
    }

    fn set_head(&mut self, token: usize, head: usize) {
        self.links.set_head(token, head);
        self.sentence.tokens[token].head = head as u32;
    }

    fn lemma(&self, token: usize) -> &str {
        &self.lemmas[token]
    }

    fn word(&self, token: usize) -> &str {
        &self.words[token]
    }

    fn kids(&self, token: usize) -> impl Iterator<Item = usize> + '_ {
        self.links.kids(token)
    }

    fn kid(&self, token: usize, dep: Dep) -> Option<usize> {
        self.kids(token).find(|&kid| self.dep(kid) == dep)
    }

    /// What a verb does as a word of report or answer.
    fn cue_class(&self, verb: usize) -> Option<CueClass> {
        let entry = self.lexicon.cues.find(self.lemma(verb), CuePart::Verb);
        entry.map(|entry| entry.class)
    }

    /// Whether a verb reports what somebody says, or what a court heard.
    fn says(&self, verb: usize) -> bool {
        let reports = matches!(
            self.cue_class(verb),
            Some(CueClass::Say | CueClass::Confirm)
        );
        reports || self.lexicon.words.has(Set::HeardVerb, self.lemma(verb))
    }

    /// Makes a verb that describes an object the clause that has it for its own: "denied having used mortars", "of dumping
    /// waste".
    fn govern(&mut self, verb: usize, object: usize) {
        let (head, dep) = (self.head(object), self.dep(object));
        let clause = match dep {
            Dep::Pobj => Dep::Pcomp,
            _ => Dep::Xcomp,
        };
        self.make_root(verb);
        self.hang(object, verb, Dep::Dobj);
        self.hang(verb, head, clause);
        self.sentence.tokens[verb].pos = Pos::Verb;
    }

    /// Hangs a token where another hangs.
    fn put_in_place(&mut self, token: usize, old: usize) {
        let (head, dep) = (self.head(old), self.dep(old));
        self.make_root(token);
        if head != old {
            self.hang(token, head, dep);
        }
    }

    /// The label of the entity in which a token stands.
    fn label(&self, token: usize) -> Option<EntityLabel> {
        let mut entities = self.sentence.entities.iter();
        let own =
            entities.find(|entity| (entity.first as usize..=entity.last as usize).contains(&token));
        own.map(|entity| entity.label)
    }

    fn is_below(&self, token: usize, root: usize) -> bool {
        let mut at = token;
        while at != root {
            if self.head(at) == at {
                return false;
            }
            at = self.head(at);
        }
        true
    }

    fn is_nominal(&self, token: usize) -> bool {
        matches!(self.pos(token), Pos::Noun | Pos::Propn | Pos::Pron)
    }

    fn is_finite(&self, token: usize) -> bool {
        matches!(self.tag(token), Tag::VBD | Tag::VBZ | Tag::VBP | Tag::MD)
    }

    /// Hangs a token on another, unless that would close a ring.
    fn hang(&mut self, token: usize, head: usize, dep: Dep) {
        if token != head && self.is_below(head, token) {
            return;
        }
        self.set_head(token, head);
        self.sentence.tokens[token].dep = dep;
    }

    /// Hangs tokens on another, each as what it is now.
    fn hand_over(&mut self, tokens: Vec<usize>, head: usize) {
        for token in tokens {
            self.hang(token, head, self.dep(token));
        }
    }

    fn make_root(&mut self, token: usize) {
        self.set_head(token, token);
        self.sentence.tokens[token].dep = Dep::Root;
    }
}
