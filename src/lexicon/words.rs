//! Small word sets that the extractor asks for by name (`words.tsv`).

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::overlay::{Overlay, list_rows};
use super::table::Fault;
use crate::model::claim::LexiconLine;

macro_rules! sets {
    ($($name:ident = $text:literal),+ $(,)?) => {
        /// A word set of `words.tsv`, named as there.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[allow(missing_docs)]
        pub enum Set { $($name),+ }

        impl Set {
            fn from_name(name: &str) -> Option<Set> {
                match name { $($text => Some(Set::$name),)+ _ => None }
            }
        }
    };
}

sets! {
    Negator = "negator", UrgingVerb = "urging_verb", FlatAdverb = "flat_adverb", SideNoun = "side_noun", RulingNoun = "ruling_noun", SuspicionWord = "suspicion_word", AccusingReport = "accusing_report", CountOfCharge = "count_of_charge", ClearingVerb = "clearing_verb", RelatingVerb = "relating_verb", AssuredWord = "assured_word", ProspectWord = "prospect_word", ReluctantWord = "reluctant_word", LikelyWord = "likely_word", UnlikelyWord = "unlikely_word", ContemplatingVerb = "contemplating_verb", SeemingVerb = "seeming_verb", ResistingVerb = "resisting_verb", VergeNoun = "verge_noun", CloseWord = "close_word", ReachingPhrase = "reaching_phrase", HowWord = "how_word", PuttingVerb = "putting_verb", EmptyPreposition = "empty_preposition", DeemingVerb = "deeming_verb", SumVerb = "sum_verb", PollVerb = "poll_verb", PollNoun = "poll_noun", CreditVerb = "credit_verb", InflatingVerb = "inflating_verb", PassVerb = "pass_verb", StagingVerb = "staging_verb", BrandingVerb = "branding_verb", DecliningVerb = "declining_verb", ProposalNoun = "proposal_noun", TradeVerb = "trade_verb", FingerPreposition = "finger_preposition", NegativeVerb = "negative_verb", UndecidedVerb = "undecided_verb",
    MeetingVerb = "meeting_verb", TopicWord = "topic_word", RhetoricWord = "rhetoric_word", RhetoricWay = "rhetoric_way", GenericPronoun = "generic_pronoun", FailureVerb = "failure_verb", MachineNoun = "machine_noun",
    PossibleAux = "possible_aux", PlannedAux = "planned_aux", OughtAux = "ought_aux", PossibleWord = "possible_word",
    ConditionMark = "condition_mark", ConditionOnly = "condition_only", PlaceNoun = "place_noun",
    PlacePronounNoun = "place_pronoun_noun", FacilityNoun = "facility_noun", PartWord = "part_word",
    WholeWord = "whole_word", ForceNoun = "force_noun", ArmyNoun = "army_noun", TeamNoun = "team_noun", PersonNoun = "person_noun", AttackNoun = "attack_noun",
    AgreementNoun = "agreement_noun", ArmsNoun = "arms_noun", ElectionNoun = "election_noun", TalksNoun = "talks_noun", LossNoun = "loss_noun",
    BackNoun = "back_noun", PartNoun = "part_noun", MatterPreposition = "matter_preposition", WithPreposition = "with_preposition", GoalPreposition = "goal_preposition", PleaVerb = "plea_verb", GuiltWord = "guilt_word", ShotNoun = "shot_noun", RoundNoun = "round_noun", HearVerb = "hear_verb", FireVerb = "fire_verb", FireNoun = "fire_noun", OpenVerb = "open_verb", SingleWord = "single_word", FactVerb = "fact_verb", NamedBodyNoun = "named_body_noun", StakeNoun = "stake_noun", ProclaimingVerb = "proclaiming_verb", WinnerNoun = "winner_noun", MindNoun = "mind_noun", CampNoun = "camp_noun", CirclePreposition = "circle_preposition", AnyoneNoun = "anyone_noun",
    StandpointPreposition = "standpoint_preposition", FirmNameEnd = "firm_name_end", FirmNoun = "firm_noun", ShowingVerb = "showing_verb", GoingVerb = "going_verb", SendingVerb = "sending_verb", RoadNoun = "road_noun", PerusalVerb = "perusal_verb", EvidenceNoun = "evidence_noun",
    NamingVerb = "naming_verb", LightVerb = "light_verb",
    OwnPronoun = "own_pronoun", ItPronoun = "it_pronoun", ThirdPronoun = "third_pronoun",
    RelativePronoun = "relative_pronoun", PhrasePreposition = "phrase_preposition",
    PlacePreposition = "place_preposition", RegionPreposition = "region_preposition",
    AgentPreposition = "agent_preposition", Reciprocal = "reciprocal", AsPreposition = "as_preposition",
    LoosePreposition = "loose_preposition", MotionWord = "motion_word",
    QuoteMark = "quote_mark", DoubleQuote = "double_quote", DoubtPhrase = "doubt_phrase", TruthNoun = "truth_noun",
    SaidOfEvent = "said_of_event", ContentStop = "content_stop",
    ResponsibleWord = "responsible_word", AccusePreposition = "accuse_preposition",
    ContentPreposition = "content_preposition", BlamePreposition = "blame_preposition", Copula = "copula",
    SourcePreposition = "source_preposition", According = "according",
    PersonPronoun = "person_pronoun",
    RefusalVerb = "refusal_verb",
    FactiveInfinitive = "factive_infinitive",
    AspectVerb = "aspect_verb", ScenePreposition = "scene_preposition", ClosingVerb = "closing_verb", Such = "such",
    TargetNoun = "target_noun", ChargeNoun = "charge_noun",
    NegativePhrase = "negative_phrase", LackingPreposition = "lacking_preposition", WeakAccusePreposition = "weak_accuse_preposition", NothingBut = "nothing_but", CountsTwo = "counts_two", CountsThree = "counts_three",
    CountsFour = "counts_four", DocumentNoun = "document_noun",
    TellingVerb = "telling_verb", AccountNoun = "account_noun", AccountPreposition = "account_preposition",
    BodyNoun = "body_noun", PlaceOfSaying = "place_of_saying", NamePreposition = "name_preposition", Semicolon = "semicolon", DoVerb = "do_verb", BlankThing = "blank_thing",
    BlameVerb = "blame_verb", RefusableNoun = "refusable_noun", GaugeVerb = "gauge_verb", TallyNoun = "tally_noun", HarmNoun = "harm_noun", UpdateWord = "update_word", SoFar = "so_far", MoreWord = "more_word", CaptiveNoun = "captive_noun", Mover = "mover", RiseVerb = "rise_verb", PerWord = "per_word", SpanNoun = "span_noun", StandInVerb = "stand_in_verb", MeasureNoun = "measure_noun", HappenVerb = "happen_verb", TakeVerb = "take_verb", PlaceOfTaking = "place_of_taking", SeeVerb = "see_verb", HaveVerb = "have_verb", PriorMark = "prior_mark", OccasionMark = "occasion_mark", BluntWord = "blunt_word", MannerNoun = "manner_noun", RecallingVerb = "recalling_verb", GroundNoun = "ground_noun",  PerfectAux = "perfect_aux", FurtherNegator = "further_negator",
    MakeVerb = "make_verb", GetVerb = "get_verb", OmitVerb = "omit_verb", ObjectPreposition = "object_preposition", DeedOfReport = "deed_of_report",
    OpinionWord = "opinion_word", IdeaNoun = "idea_noun", ButWord = "but_word", AllyNoun = "ally_noun", DenialNoun = "denial_noun", AgainstPreposition = "against_preposition", AimPreposition = "aim_preposition", PurposeVerb = "purpose_verb", TaskVerb = "task_verb", ReplyNoun = "reply_noun", WitnessVerb = "witness_verb", PostNoun = "post_noun", WalkoutNoun = "walkout_noun", MartyrWord = "martyr_word", WorksNoun = "works_noun", CausePreposition = "cause_preposition", ThingPronoun = "thing_pronoun", ReasonWord = "reason_word", ResultNoun = "result_noun", UpheavalNoun = "upheaval_noun", BeginningVerb = "beginning_verb", OutsetWord = "outset_word", OutcomeVerb = "outcome_verb", OutsetClause = "outset_clause", AilmentPreposition = "ailment_preposition", CountVerb = "count_verb", MeansNoun = "means_noun", AgeEnd = "age_end", CausalNoun = "causal_noun", EmptyVerb = "empty_verb", AbleWord = "able_word", QuantifierPronoun = "quantifier_pronoun", PluralQuantifier = "plural_quantifier", RoleNoun = "role_noun", Determined = "determined",
    HoldingVerb = "holding_verb", PersuadingVerb = "persuading_verb", ContraryWord = "contrary_word", RealityNoun = "reality_noun",
    OddsWord = "odds_word", KnowingWord = "knowing_word", VersionNoun = "version_noun", WarNoun = "war_noun", BoastedNoun = "boasted_noun", HardWord = "hard_word", UnawareWord = "unaware_word", SingularReport = "singular_report", DenialStandIn = "denial_stand_in", AskingVerb = "asking_verb", RaisingVerb = "raising_verb", NoAnswer = "no_answer", AffrontWord = "affront_word", AreaWord = "area_word", AreaUnit = "area_unit",
    OtherwiseWord = "otherwise_word", SeeingVerb = "seeing_verb", DissentVerb = "dissent_verb", LyingWord = "lying_word",
    FlatDenial = "flat_denial", FigureNoun = "figure_noun", AnsweringVerb = "answering_verb", AnyWord = "any_word", LimitWord = "limit_word", RelationPreposition = "relation_preposition", LineNoun = "line_noun", AnswerWord = "answer_word", YetWord = "yet_word", HavingVerb = "having_verb", ConcessionMark = "concession_mark", ExhibitNoun = "exhibit_noun", ExistenceNoun = "existence_noun", RecordingVerb = "recording_verb", ScornVerb = "scorn_verb", ParryVerb = "parry_verb", ProceedingVerb = "proceeding_verb", InquiryVerb = "inquiry_verb", ChargePreposition = "charge_preposition", SuspicionNoun = "suspicion_noun", CrimeNoun = "crime_noun", DatingPreposition = "dating_preposition", LeaveNoun = "leave_noun", RelayingVerb = "relaying_verb", QuestionNoun = "question_noun", RetortWord = "retort_word", GaugePreposition = "gauge_preposition", VoidThing = "void_thing", FindingVerb = "finding_verb", GladWord = "glad_word", PositionNoun = "position_noun", ReachVerb = "reach_verb", LevelVerb = "level_verb", LevelPreposition = "level_preposition", VerbParticle = "verb_particle", LastingWord = "lasting_word", MenNoun = "men_noun", OrWord = "or_word", OriginNoun = "origin_noun", HandNoun = "hand_noun", DetectVerb = "detect_verb", BehindPreposition = "behind_preposition", DoorNoun = "door_noun", PointVerb = "point_verb", HearsayNoun = "hearsay_noun", SpeakVerb = "speak_verb", ForPreposition = "for_preposition", MeasureAdjective = "measure_adjective", PressWord = "press_word", LengthAdjective = "length_adjective", CauseNoun = "cause_noun", DocumentVerb = "document_verb", CulpritNoun = "culprit_noun", PremisesNoun = "premises_noun", BlameMatter = "blame_matter", StretchNoun = "stretch_noun", SpeedNoun = "speed_noun", SpeedUnit = "speed_unit", ShareNoun = "share_noun", TitleLabel = "title_label", CourtesyTitle = "courtesy_title", ChargingVerb = "charging_verb", GrantedNoun = "granted_noun", SeriesNoun = "series_noun", TryVerb = "try_verb", CompellingVerb = "compelling_verb", BackParticle = "back_particle", CausingVerb = "causing_verb", ScoldingVerb = "scolding_verb", AllegingAdverb = "alleging_adverb", StartVerb = "start_verb", Demonstrative = "demonstrative", StandardNoun = "standard_noun", DenyingVerb = "denying_verb", UsingVerb = "using_verb", VoidDenial = "void_denial", OpeningWord = "opening_word", LandNoun = "land_noun", AllegingVerb = "alleging_verb", ReflexivePronoun = "reflexive_pronoun", WePronoun = "we_pronoun",
    SpeechNoun = "speech_noun", VerdictWord = "verdict_word", FlierNoun = "flier_noun", AbilityNoun = "ability_noun", MishapNoun = "mishap_noun", ChanceWord = "chance_word", SettingVerb = "setting_verb", HearingNoun = "hearing_noun", HeardVerb = "heard_verb", SameWord = "same_word", WavingVerb = "waving_verb", OppositeNoun = "opposite_noun", PromptWord = "prompt_word", UpholdingPhrase = "upholding_phrase", QuotingVerb = "quoting_verb", DefenceNoun = "defence_noun", CleftPronoun = "cleft_pronoun", AnyonePronoun = "anyone_pronoun", BareNo = "bare_no", CollectiveNoun = "collective_noun", SayingStandIn = "saying_stand_in", SuspectingVerb = "suspecting_verb", FieldingVerb = "fielding_verb", DoubtNoun = "doubt_noun",
    DirectionWord = "direction_word", ExtentNoun = "extent_noun", JudgingVerb = "judging_verb", OwningVerb = "owning_verb", FadedWord = "faded_word", FeelingVerb = "feeling_verb", HoaxWord = "hoax_word", AgedNoun = "aged_noun", KinNoun = "kin_noun", InsistingVerb = "insisting_verb", RankWord = "rank_word", ReachPreposition = "reach_preposition", SigningVerb = "signing_verb", OccasionNoun = "occasion_noun", HeapNoun = "heap_noun", ThatMark = "that_mark", LabourNoun = "labour_noun", VerbPrefix = "verb_prefix", ChangeVerb = "change_verb", EstimateVerb = "estimate_verb",
}

/// The list as a whole, for what its sets give together and no line of it alone.
pub const LIST: LexiconLine = LexiconLine {
    file: "words.tsv",
    line: 0,
};

/// The sets that a word is in, one bit a set.
#[derive(Debug, Default, Clone, Copy)]
struct Bits([u128; 3]);

impl Bits {
    fn put(&mut self, set: Set) {
        self.0[set as usize / 128] |= 1 << (set as usize % 128);
    }

    fn has(&self, set: Set) -> bool {
        (self.0[set as usize / 128] >> (set as usize % 128)) & 1 == 1
    }
}

/// Which of 64 kinds of words, by length and ends, occur in a set: most words that are asked for are of none of them.
#[derive(Debug, Default, Clone, Copy)]
struct Sieve(u64);

impl Sieve {
    fn kind(word: &str) -> u64 {
        let ends = match word.as_bytes() {
            [] => 0,
            [first, .., last] => usize::from(*first) * 5 + usize::from(*last) * 11,
            [only] => usize::from(*only),
        };
        1 << ((ends + word.len() * 17) % 64)
    }

    fn passes(self, word: &str) -> bool {
        self.0 & Sieve::kind(word) != 0
    }
}

/// Every word set.
#[derive(Debug, Default)]
pub struct WordSets {
    bits: FxHashMap<String, Bits>,
    /// By the number of the set; none where no word is in it or any after it.
    sieves: Vec<Sieve>,
}

impl WordSets {
    /// Reads the list that is compiled in.
    pub fn embedded() -> Self {
        WordSets::read(&Overlay::default(), &mut Vec::new())
    }

    /// The same, read once for all who ask without a user's lines.
    pub(crate) fn shared() -> &'static WordSets {
        static SETS: OnceLock<WordSets> = OnceLock::new();
        SETS.get_or_init(WordSets::embedded)
    }

    /// The same with a user's lines laid over it; lines that do not fit are noted in `faults`.
    pub fn read(overlay: &Overlay, faults: &mut Vec<Fault>) -> Self {
        let mut sets = WordSets::default();
        for row in list_rows!(overlay, "words.tsv") {
            match (Set::from_name(row.columns[0]), row.columns.get(1)) {
                (Some(set), Some(word)) => sets.put(set, word),
                _ => faults.push(row.fault("no set has this name, or the word is missing")),
            }
        }
        sets
    }

    fn put(&mut self, set: Set, word: &str) {
        self.bits.entry(word.to_owned()).or_default().put(set);
        let length = self.sieves.len().max(set as usize + 1);
        self.sieves.resize(length, Sieve::default());
        self.sieves[set as usize].0 |= Sieve::kind(word);
    }

    /// The number that a small counting word names ("both" 2), as far as plurals that point back need it.
    pub fn count(&self, word: &str) -> Option<usize> {
        [Set::CountsTwo, Set::CountsThree, Set::CountsFour]
            .iter()
            .position(|&set| self.has(set, word))
            .map(|at| at + 2)
    }

    /// Whether `word` (lower case) is in any set.
    pub fn knows(&self, word: &str) -> bool {
        self.bits.contains_key(word)
    }

    /// The words of a set, in no order.
    pub fn of(&self, set: Set) -> impl Iterator<Item = &str> {
        self.bits
            .iter()
            .filter(move |(_, bits)| bits.has(set))
            .map(|(word, _)| word.as_str())
    }

    /// Whether a noun (lower case) is for somebody: a person, a role, a body or a force.
    pub fn is_somebody(&self, noun: &str) -> bool {
        let sets = [
            Set::PersonNoun,
            Set::RoleNoun,
            Set::BodyNoun,
            Set::ForceNoun,
        ];
        sets.into_iter().any(|set| self.has(set, noun))
    }

    /// Whether `word` (lower case) is in `set`.
    #[inline]
    pub fn has(&self, set: Set, word: &str) -> bool {
        let sieve = self.sieves.get(set as usize);
        sieve.is_some_and(|sieve| sieve.passes(word)) && self.holds(set, word)
    }

    fn holds(&self, set: Set, word: &str) -> bool {
        self.bits.get(word).is_some_and(|bits| bits.has(set))
    }
}
