//! Decides which sentences are worth parsing: one automaton over every word that can begin a claim.

use aho_corasick::{AhoCorasick, AhoCorasickBuilder, MatchKind};

use crate::lexicon::Lexicon;
use crate::lexicon::words::Set;

/// Letters that an ending may add to a stem ("withdraw" + "ing", "den" + "ied").
const LONGEST_ENDING: usize = 4;

/// The automaton.
#[derive(Debug)]
pub struct Scan {
    automaton: AhoCorasick,
    answers: AhoCorasick,
    gauges: AhoCorasick,
    backshifts: AhoCorasick,
}

impl Scan {
    /// Builds the automaton from the stems of all frames and cues and their irregular forms.
    pub fn new(lexicon: &Lexicon) -> Self {
        let words = lexicon
            .cues
            .lemmas()
            .chain(lexicon.frames.telling_words())
            .chain(ANSWERS.iter().flat_map(|&set| lexicon.words.of(set)))
            .chain(lexicon.words.of(Set::FigureNoun))
            .chain(lexicon.words.of(Set::HeardVerb))
            .chain(lexicon.words.of(Set::QuotingVerb))
            .map(first_word)
            .chain(lexicon.idioms.telling_words())
            .map(stem);
        let words: Vec<&str> = words.collect();
        let irregular = lexicon
            .lemmas
            .irregular_forms()
            .filter(|(_, lemma)| words.contains(&stem(lemma)));
        let mut patterns: Vec<&str> = irregular
            .map(|(form, _)| form)
            .chain(words.iter().copied())
            .collect();
        patterns.push(ACCORDING);
        let answers = lexicon
            .cues
            .denying_verbs()
            .chain(ANSWERS.iter().flat_map(|&set| lexicon.words.of(set)))
            .map(first_word)
            .chain(lexicon.idioms.telling_words())
            .map(stem);
        let gauges = GAUGES.iter().flat_map(|&set| lexicon.words.of(set));
        let gauges: Vec<&str> = gauges.map(|word| stem(first_word(word))).collect();
        let forms = lexicon.lemmas.irregular_forms();
        let forms = forms.filter(|(_, lemma)| gauges.contains(&stem(lemma)));
        let forms = forms.map(|(form, _)| form);
        Scan {
            automaton: automaton(patterns),
            answers: automaton(answers.collect()),
            gauges: automaton(forms.chain(gauges.iter().copied()).collect()),
            backshifts: automaton(
                BACKSHIFTS
                    .iter()
                    .flat_map(|&set| lexicon.words.of(set))
                    .collect(),
            ),
        }
    }

    /// A scan that wants every sentence, to hold the real one against.
    pub fn everything() -> Self {
        let all = || AhoCorasick::new([""]).expect("one empty pattern fits any automaton");
        Scan {
            automaton: all(),
            answers: all(),
            gauges: all(),
            backshifts: all(),
        }
    }

    /// Whether a sentence holds a word that can begin a claim.
    pub fn wants(&self, sentence: &str) -> bool {
        let digits = || sentence.bytes().any(|byte| byte.is_ascii_digit());
        holds(&self.automaton, sentence) || digits() && holds(&self.gauges, sentence)
    }

    /// Whether a sentence may go on with the report before it, without a word of report ("No meeting had been held").
    pub fn goes_on(&self, sentence: &str) -> bool {
        holds(&self.backshifts, sentence)
    }

    /// Whether a sentence is short and holds a word that may answer the one before it.
    pub fn answers(&self, sentence: &str) -> bool {
        sentence.len() <= ANSWER_REACH && holds(&self.answers, sentence)
    }
}

fn automaton(mut patterns: Vec<&str>) -> AhoCorasick {
    patterns.sort_unstable();
    patterns.dedup();
    AhoCorasickBuilder::new()
        .ascii_case_insensitive(true)
        .match_kind(MatchKind::Standard)
        .build(&patterns)
        .expect("a few hundred short patterns fit any automaton")
}

fn holds(automaton: &AhoCorasick, sentence: &str) -> bool {
    let bytes = sentence.as_bytes();
    automaton.find_overlapping_iter(sentence).any(|found| {
        let starts = found.start() == 0 || !bytes[found.start() - 1].is_ascii_alphanumeric();
        let ending = bytes[found.end()..]
            .iter()
            .take_while(|byte| byte.is_ascii_alphabetic())
            .count();
        starts && ending <= LONGEST_ENDING
    })
}

/// Bytes of a sentence that does no more than answer the one before it, at most.
const ANSWER_REACH: usize = 120;

/// Words of answers that point back without a word of report ("begs to differ").
const ANSWERS: &[Set] = &[
    Set::AnswerWord,
    Set::AnsweringVerb,
    Set::DissentVerb,
    Set::LyingWord,
    Set::NamingVerb,
    Set::OtherwiseWord,
    Set::SeeingVerb,
];

/// Words that give a number ("gave 8,000", "stands at 67 percent").
const GAUGES: &[Set] = &[
    Set::CreditVerb,
    Set::GaugeVerb,
    Set::LevelVerb,
    Set::ReachVerb,
];

/// Words by which a sentence goes on with what somebody said ("had", "nor").
const BACKSHIFTS: &[Set] = &[Set::PerfectAux, Set::FurtherNegator];

/// The verb of a verb with a particle.
fn first_word(entry: &str) -> &str {
    entry.split(' ').next().unwrap_or(entry)
}

/// "according to" is found by syntax, not by a list.
const ACCORDING: &str = "according";

/// What all regular forms of a lemma begin with.
fn stem(lemma: &str) -> &str {
    let short = lemma.strip_suffix(['e', 'y']).unwrap_or(lemma);
    if short.len() >= 3 { short } else { lemma }
}
