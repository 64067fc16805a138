//! A claim: who says that who did or is what, where, when, how many, and how each of these was found.

use compact_str::CompactString;
use jiff::civil::Date;

use super::place::Place;
use super::span::{Span, TextField};

/// A value together with where it stands and what found it, so that `explain` reads what happened.
#[derive(Debug, Clone, PartialEq)]
pub struct Found<T> {
    /// The value.
    pub value: T,
    /// Where it stands in the claim's field of the article; `None` where it follows from elsewhere.
    pub span: Option<Span>,
    /// Stable code of the rule, such as `speaker.verb-after`.
    pub rule: &'static str,
    /// The lexicon line that fired; `None` where syntax alone decided.
    pub line: Option<LexiconLine>,
}

/// A line of a lexicon file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LexiconLine {
    /// File name, such as `frames.tsv`.
    pub file: &'static str,
    /// Line number from 1.
    pub line: u32,
}

impl<T> Found<T> {
    /// A value found at `span` by `rule`.
    pub fn at(value: T, span: Span, rule: &'static str) -> Self {
        Found {
            value,
            span: Some(span),
            rule,
            line: None,
        }
    }

    /// A value that stands nowhere in the text.
    pub fn implied(value: T, rule: &'static str) -> Self {
        Found {
            value,
            span: None,
            rule,
            line: None,
        }
    }

    /// The same with the lexicon line that fired.
    pub fn from_line(mut self, line: Option<LexiconLine>) -> Self {
        self.line = line;
        self
    }
}

/// The words of a phrase and its owner, whom `actor.possessive` notes behind them in brackets ("its candidate, Jane Roe (The
/// Alliance)"); `None` where it notes none.
pub fn parted_owner(phrase: &str) -> Option<(&str, &str)> {
    phrase.strip_suffix(')')?.split_once(" (")
}

/// Whether the speaker holds the assertion true.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Stance {
    /// The speaker says that it is so.
    Affirm,
    /// The speaker says that it is not so.
    Deny,
}

/// The rule of a stance that a plain negation gives ("did not take"), and no word of denial.
pub const NEGATED: &str = "stance.negation";

/// The rule of a denial by a headline that calls what it tells a hoax.
pub const HOAX: &str = "stance.hoax";

/// The rule of a figure that leaves out what it counts, which is that of the figure that it answers.
pub const TOLD_BEFORE: &str = "figure.told-before";

/// The rule of a figure that disputes no other: a higher one that the text tells as a later one, a part ("another 22"), a
/// rate ("1,100 a day").
pub const TOLD_LATER: &str = "figure.told-later";

/// The rule of an object that is the report which a party rejects, whatever it told ("the ministry's claims").
pub const ANSWERED: &str = "object.answered";

/// The rule of an actor that is a thing: what the sentence says it of, and nobody who does anything ("the shelling", "the
/// ship"), unless it is some side's.
pub const THING: &str = "actor.thing";

/// The rule of an actor that is whoever "we" are, as the speaker.
pub const WE: &str = "actor.we";

/// The rule of an actor that is whoever "they" are in somebody's own words.
pub const THEY: &str = "actor.they";

/// Rule of an actor who is accused of it, as written.
pub const ACCUSED: &str = "actor.accused";

/// The rule of whose words a denial answers ("the ministry's findings"), where it names them.
pub const CLAIMANT: &str = "actor.claimant";

/// Rule of an object that is one person, by its number: "a baby", "the guard", but not "any guard" nor "guards".
pub const ONE_PERSON: &str = "object.one-person";

/// The rule of what the words tell of that a denial answers ("the report of a leak").
pub const MATTER: &str = "object.matter";

/// The assertion of a denial of words that the text does not tell ("rejected the ministry's findings").
pub const BE_SO: &str = "other:be so";

/// The same of a number ("called the ministry's figure false").
pub const BE_SO_MANY: &str = "other:be figure";

/// The rule of an actor that follows from who says that a place was taken, and that the text does not tell.
pub const TAKER: &str = "actor.taker";

/// The rule of a day that is only that of publication.
pub const PUBLISHED: &str = "date.of-dateline";

/// How the assertion stands to fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Modality {
    /// Said as fact.
    Stated,
    /// Said to be possible, conditional or asked.
    Possible,
    /// Intended, threatened or promised.
    Planned,
}

/// The question that a claim answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Question {
    /// Who controls a place.
    Control,
    /// Whether an event happened.
    Occurrence,
    /// Who did it.
    Responsibility,
    /// How many.
    Quantity,
    /// What caused it.
    Cause,
    /// Whether a party accepts, plans or holds a matter.
    Stance,
}

/// An amount as an interval.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// Lower bound, inclusive; `None` where open below.
    pub low: Option<f64>,
    /// Upper bound, inclusive; `None` where open above.
    pub high: Option<f64>,
    /// What is counted, singular lemma such as `drone`, `person`, `%`, `USD`, `km`.
    pub unit: CompactString,
    /// What befell the counted, a key of `assertions.tsv` such as `kill`; `None` where the frame does not tell.
    pub of: Option<CompactString>,
}

/// A range of days, both ends inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DateRange {
    /// First day.
    pub first: Date,
    /// Last day.
    pub last: Date,
}

impl DateRange {
    /// Days between the ranges: 0 where they overlap or touch the same day, 1 where one starts on the day after.
    pub fn gap_days(self, other: DateRange) -> i32 {
        let apart = |last, first| day_number(first) - day_number(last);
        apart(self.last, other.first)
            .max(apart(other.last, self.first))
            .max(0)
    }

    /// Days covered, at least 1.
    pub fn length_days(self) -> i32 {
        day_number(self.last) - day_number(self.first) + 1
    }
}

/// Days since 1970-01-01, negative before.
pub fn day_number(date: Date) -> i32 {
    let since = date.duration_since(Date::constant(1970, 1, 1));
    (since.as_hours() / 24) as i32
}

/// A denial that points back: which claim it was tied to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackReference {
    /// Id of the claim it denies; `None` when nothing in the article fits.
    pub target: Option<CompactString>,
    /// How it was tied, for the reader.
    pub how: String,
}

/// One claim. A field is `None` where the text does not tell.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// Stable id: hash of the article key, the sentence's words and what is claimed in it.
    pub id: CompactString,
    /// Index of the article in the run. It never leaves the program; its key does.
    pub article: u32,
    /// The text that spans of this claim count in.
    pub field: TextField,
    /// The sentence that holds the claim.
    pub sentence: Span,
    /// The words that name the assertion (verb or noun).
    pub trigger: Span,
    /// Who says it, as the text names them; `None` for the outlet's own voice.
    pub speaker: Option<Found<CompactString>>,
    /// The word that reports it (`said`, `denied`, `according to`).
    pub cue: Option<Found<CompactString>>,
    /// Those who pass it on, outermost first ("Reuters quoted the governor": Reuters).
    pub relayed_by: Vec<Found<CompactString>>,
    /// The side that the speaker speaks for; `None` for the outlet's own voice.
    pub party: Option<Found<CompactString>>,
    /// Affirmed or denied.
    pub stance: Found<Stance>,
    /// Stated, possible or planned.
    pub modality: Found<Modality>,
    /// Who did or is it, as written.
    pub actor: Option<Found<CompactString>>,
    /// The side of the actor.
    pub actor_party: Option<Found<CompactString>>,
    /// Key of `assertions.tsv`, such as `capture`.
    pub assertion: Found<CompactString>,
    /// The question that the assertion answers.
    pub question: Question,
    /// What or whom it was done to, or the matter agreed on or rejected; folded head words.
    pub object: Option<Found<CompactString>>,
    /// The side of the object ("Ukrainian drones").
    pub object_party: Option<Found<CompactString>>,
    /// Where; the span holds the name as written.
    pub place: Option<Found<Place>>,
    /// The place's name as the text has it, empty when there is none.
    pub place_as_written: CompactString,
    /// The claim speaks of a part of the place only ("northern Pokrovsk", "partly", "80 %").
    pub partial: bool,
    /// When the event was.
    pub dates: Option<Found<DateRange>>,
    /// How many.
    pub quantity: Option<Found<Quantity>>,
    /// Set when the claim is a denial that only points back.
    pub back_reference: Option<BackReference>,
    /// Folded content words of the sentence, sorted and unique, for comparing wordings.
    pub words: Vec<CompactString>,
}

/// The rule of a place that the article lends because it is about it.
pub const PLACE_OF_MATTER: &str = "place.matter";

/// The rule of a place that the story lends.
pub const PLACE_OF_STORY: &str = "place.story";

impl Claim {
    /// The side that the speaker speaks for; `None` for the outlet's own voice.
    pub fn party_name(&self) -> Option<&str> {
        self.party.as_ref().map(|found| found.value.as_str())
    }

    /// Whether it points back to this very claim, and denies or confirms it.
    pub fn points_to(&self, other: &Claim) -> bool {
        let back = self.back_reference.as_ref();
        back.and_then(|back| back.target.as_ref()) == Some(&other.id)
    }

    /// Who did or is it; `None` where the sentence says it of a thing that is no side's.
    pub fn doer(&self) -> Option<&Found<CompactString>> {
        let thing =
            |actor: &&Found<CompactString>| actor.rule == THING && self.actor_party.is_none();
        self.actor.as_ref().filter(|actor| !thing(actor))
    }

    /// Whether the text itself gives the place, so that it is not lent by the article or by what was told before.
    pub fn tells_place(&self) -> bool {
        let place = self.place.as_ref();
        place.is_some_and(|place| place.span.is_some())
    }

    /// Whether the place is only that of which the article or its story is about: all of its claims have it, so that it makes
    /// no two of them alike, and another one says nothing against it.
    pub fn is_placed_loosely(&self) -> bool {
        let place = self.place.as_ref();
        place.is_some_and(|place| matches!(place.rule, PLACE_OF_MATTER | PLACE_OF_STORY))
    }

    /// Whether the text itself gives the day, so that it is not taken from elsewhere.
    pub fn tells_day(&self) -> bool {
        let dates = self.dates.as_ref();
        dates.is_some_and(|dates| dates.span.is_some())
    }
}
