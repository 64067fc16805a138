//! Parsed sentences to claims.

mod accused;
mod actor;
mod again;
mod ahead;
mod ailment;
mod amount;
pub mod anaphora;
mod as_cause;
mod aside;
mod asked;
mod attacker;
pub mod attribution;
pub mod back;
mod because;
mod beside;
mod blamed;
mod by_chance;
mod charged;
mod clock;
mod confided;
pub mod cue;
pub mod date;
mod day;
pub mod draft;
mod elected;
pub mod event;
mod fate;
mod fate_of_count;
mod found;
mod free_indirect;
mod gapped;
pub mod headline;
mod held;
mod hoax;
mod knowing;
pub mod label;
mod leftover;
mod level;
mod matter;
pub mod mend;
mod named_place;
mod naming;
mod object;
pub mod opening;
mod outlet;
pub mod phrase;
pub mod place;
mod plain;
pub mod plan;
mod polled;
mod possessor;
pub mod quantity;
mod question;
pub mod quote;
pub mod reading;
mod recall;
mod run_on;
mod salvo;
pub mod scan;
mod shots;
mod speaker;
mod stance;
mod tagged;
mod tally;
mod targets;
mod tautology;
mod telling;
mod that_day;
mod thing;
mod told;
mod topic;
pub mod towns;
pub mod tree;
pub mod voice;

use compact_str::CompactString;
use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::lexicon::Lexicon;
use crate::lexicon::words::Set;
use crate::model::article::Article;
use crate::model::claim::{Claim, Found};
use crate::model::id::stable_id;
use crate::model::parsed::{Dep, EntityLabel, ParsedSentence, Pos, Tag};
use crate::model::span::{Span, TextField};

use anaphora::Memory;
use reading::{Reading, Setting};
use told::Told;

/// A parsed sentence in its article.
#[derive(Debug, Clone)]
pub struct Placed {
    /// The text that its spans count in.
    pub field: TextField,
    /// Number of the quotation that it stands wholly inside of; `None` outside quotations.
    pub run: Option<u32>,
    /// Number of its paragraph; 0 in the title.
    pub paragraph: u32,
    /// The label that opens its paragraph, where it has one.
    pub label: Option<label::Label>,
    /// The sentence.
    pub sentence: ParsedSentence,
}

/// The claims of an article before its denials are tied.
#[derive(Debug, Default)]
pub struct Drawn {
    /// The claims in the order of the text.
    pub claims: Vec<Claim>,
    /// Ids of those that their sentence only says aside ("the town, which X holds").
    pub aside: FxHashSet<CompactString>,
    /// Ids of those that the outlet tells without anybody's word: they count only where a denial means them.
    pub untold: FxHashSet<CompactString>,
    /// Ids of those that a question asks.
    pub asked: FxHashSet<CompactString>,
}

/// Draws the claims of an article from its parsed sentences, title first, in the order of the text.
///
/// Denials that only point back stay unresolved until [`back::tie`] is called on claims whose parties are known.
pub fn claims(index: u32, article: &Article, sentences: &[Placed], lexicon: &Lexicon) -> Drawn {
    let dateline: Option<Date> = article.published;
    let setting = |field: TextField| Setting {
        article: index,
        key: &article.key,
        field,
        dateline,
    };
    let mended: Vec<ParsedSentence> = sentences
        .iter()
        .map(|placed| mend::mended(&placed.sentence, placed.field == TextField::Title, lexicon))
        .collect();
    let mut earlier: Option<Date> = None;
    let mut readings: Vec<Reading> = Vec::with_capacity(sentences.len());
    for (placed, sentence) in sentences.iter().zip(&mended) {
        let reading = Reading::new(setting(placed.field), sentence, earlier, lexicon);
        earlier = date::last_day(&reading.dates).or(earlier);
        readings.push(reading);
    }
    that_day::point(&mut readings, dateline);
    lend_lead(&mut readings, dateline);
    let runs: Vec<Option<u32>> = sentences.iter().map(|placed| placed.run).collect();
    let own_word = article
        .outlet
        .as_deref()
        .is_some_and(|outlet| lexicon.issues_own_word(outlet, &article.title, &article.body));
    let title_speaker = headline_voice(article, &readings, lexicon);
    let mut memory = Memory::default();
    memory.told = Told::read(&readings, dateline, lexicon);
    let mut found = Drawn::default();
    let mut labelled = None;
    for at in 0..readings.len() {
        let in_title = sentences[at].field == TextField::Title;
        if at == 0 || sentences[at].paragraph != sentences[at - 1].paragraph {
            labelled = label_voice(&sentences[at]);
            memory.sentence = at;
            memory.turn_to(labelled.as_ref());
        }
        let quoted_by = if in_title {
            let behind = || ahead::quoted_ahead(at, sentences, &readings);
            title_speaker.clone().or_else(behind)
        } else {
            run_speaker(at, &readings, &runs, &memory)
        };
        readings[at].quoted_by = quoted_by
            .or_else(|| {
                let topic = in_title && topic::opens_with_topic(article, &readings, lexicon);
                colon_voice(&readings[at], &memory).filter(|_| !topic)
            })
            .or_else(|| labelled.clone().filter(|_| sentences[at].label.is_some()))
            .or_else(|| free_indirect::goes_on(at, sentences, &readings[at], &memory));
        readings[at].own_word = own_word;
        readings[at].after_question = at > 0 && asked::asks_whether(&readings[at - 1]);
        memory.sentence = at;
        readings[at].claims(&mut memory, &mut found);
    }
    tell_apart(&mut found);
    found
}

/// A headline sums up the lead: what it tells without a day was on the last day that the lead names.
fn lend_lead(readings: &mut [Reading], dateline: Option<Date>) {
    let in_title = |reading: &Reading| reading.setting.field == TextField::Title;
    let mut lead = readings
        .iter()
        .filter(|reading| !in_title(reading))
        .take(LEAD);
    let near = |day: &Date| {
        dateline.is_some_and(|dateline| *day <= dateline && (dateline - *day).get_days() <= RECENT)
    };
    let day = lead.find_map(|reading| date::last_day(&reading.dates).filter(near));
    let titles = readings.iter_mut().filter(|reading| in_title(reading));
    for title in titles.filter(|title| title.earlier.is_none()) {
        title.earlier = day;
    }
}

/// Sentences of the body that a headline sums up.
const LEAD: usize = 2;

/// Days before publication that a headline looks back.
const RECENT: i32 = 3;

/// A sentence that stands twice in an article gives its claims twice: the later ones have ids of their own.
fn tell_apart(found: &mut Drawn) {
    let mut times: FxHashMap<CompactString, u32> = FxHashMap::default();
    for claim in &mut found.claims {
        let before = times.entry(claim.id.clone()).or_default();
        *before += 1;
        if *before > 1 {
            let nth = before.to_string();
            let id = stable_id('c', [claim.id.as_str(), nth.as_str()]);
            for set in [&mut found.aside, &mut found.untold, &mut found.asked] {
                if set.contains(&claim.id) {
                    set.insert(id.clone());
                }
            }
            claim.id = id;
        }
    }
}

/// "Russia: two towns taken": Russia.
fn headline_voice(
    article: &Article,
    readings: &[Reading],
    lexicon: &Lexicon,
) -> Option<Found<CompactString>> {
    let title = headline::bare_title(article, &|name| lexicon.is_outlet(name));
    let places = |word: &str| lexicon.words.has(Set::ScenePreposition, word);
    let given = |word: &str| lexicon.parties.is_first_name(word);
    let (speaks, voice) = (
        |name: &str| {
            lexicon.speaks(name)
                || headline::acts_in(&article.body, name, &places, &given)
                || topic::speaks_for_itself(name, title, article, lexicon)
        },
        |noun: &str| lexicon.is_voice(noun),
    );
    let (speaker, said) = headline::headline_speaker(title, &speaks, &voice)?;
    let topic = || {
        topic::is_topic(
            speaker.of(title),
            said.of(title),
            article,
            readings,
            lexicon,
        )
    };
    if speaker.start == 0 && topic() {
        return None;
    }
    Some(Found::at(
        speaker.of(&article.title).into(),
        speaker,
        "speaker.headline-colon",
    ))
}

/// "Hill Voices (Telegram), 20 July: they lie": whose words a paragraph is that opens with a label.
fn label_voice(placed: &Placed) -> Option<Found<CompactString>> {
    let label = placed.label.as_ref()?;
    let named = !label.name.is_empty();
    named.then(|| Found::at(label.name.clone(), label.span, "speaker.label"))
}

/// "Justice minister Ana Lima: the general lies": the name before the colon says the rest.
fn colon_voice(reading: &Reading, memory: &Memory) -> Option<Found<CompactString>> {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let colon = (1..tree.len().min(COLON_REACH)).find(|&at| tree.word(at) == COLON)?;
    let is_name = |at: usize| {
        matches!(
            tree.pos(at),
            Pos::Noun | Pos::Propn | Pos::Adj | Pos::Det | Pos::Part | Pos::Punct
        ) && tree.tag(at) != Tag::OpenQuote
    };
    // "19:15 Justice minister …": the hour of a ticker's entry.
    let first = (0..colon).find(|&at| tree.pos(at) != Pos::Num)?;
    let whole = tree.len() > colon + 3;
    let tokens = &tree.sentence.tokens;
    let span = Span {
        start: tokens[first].span.start,
        end: tokens[colon - 1].span.end,
    };
    let name = tree.sentence.slice(span);
    // "The general told reporters: …": a clause, and no name.
    let tells = |at: usize| tree.is_verb(at) && tree.kid(at, Dep::Nsubj).is_some();
    let party = || lexicon.is_party(name) && !(first..colon).any(tells);
    let whole = whole && ((first..colon).all(is_name) || party());
    let last = tree.lemma(colon - 1);
    // "Panel: six died of it", in a headline.
    let title = reading.setting.field == TextField::Title;
    let body = title && first + 1 == colon && lexicon.is_voice(last);
    let person = body
        || tree.label(colon - 1) == Some(EntityLabel::Person)
        || [Set::PersonNoun, Set::ForceNoun]
            .into_iter()
            .any(|set| lexicon.words.has(set, last))
        || tree.label(colon - 1) == Some(EntityLabel::Org)
            && (first..colon).all(|at| tree.pos(at) == Pos::Propn);
    let named = person || lexicon.speaks(name);
    let named = named || memory.is_known_person(tree, colon - 1);
    let known = name.starts_with(char::is_uppercase) && named && !lexicon.is_place(name);
    (whole && known).then(|| Found::at(name.into(), span, "speaker.colon"))
}

/// The sign behind the name of who speaks.
const COLON: &str = ":";

/// Tokens within which a name before a colon ends.
const COLON_REACH: usize = 9;

/// Whose words a sentence inside a quotation is: named later in the same quotation, or the last speaker before it.
fn run_speaker(
    at: usize,
    readings: &[Reading],
    runs: &[Option<u32>],
    memory: &Memory,
) -> Option<Found<CompactString>> {
    let run = runs[at]?;
    if readings[at].cues.iter().any(|cue| cue.speaker.is_some()) {
        return None;
    }
    let later = (at + 1..readings.len())
        .take_while(|&next| runs[next] == Some(run))
        .find_map(|next| readings[next].own_speaker(memory));
    let last = (at + 1..readings.len())
        .take_while(|&next| runs[next] == Some(run))
        .last()
        .unwrap_or(at);
    let behind = || tagged::tag_behind(&readings[last], readings.get(last + 1)?, memory);
    // "The colonel smiled. 'Our men are there.'": who acts right before a quotation that nobody is named for.
    let first = (0..at)
        .rev()
        .take_while(|&before| runs[before] == Some(run))
        .last();
    let actor = || memory.actor_before(first.unwrap_or(at)).cloned();
    let name = (later.or_else(behind).or_else(actor)).or_else(|| memory.speaker.clone())?;
    Some(Found::implied(name, "speaker.quotation-run"))
}
