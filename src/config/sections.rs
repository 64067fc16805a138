//! The settings as the rooms receive them, one struct a section of `default.toml`, where each key is explained.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

/// Every setting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// Files to articles.
    pub read: Read,
    /// Word lists.
    pub lexicon: Lexicon,
    /// Claims to shared terms.
    pub resolve: Resolve,
    /// Claims to candidate pairs.
    pub block: Block,
    /// Pairs to weights.
    pub score: Score,
    /// Weights to clusters.
    pub cluster: Cluster,
    /// Near-duplicate texts.
    pub copies: Copies,
    /// Articles to stories.
    pub story: Story,
    /// Clusters to contradictions.
    pub contradict: Contradict,
    /// A run to files.
    pub report: Report,
    /// Clusters and contradictions to verdicts.
    pub review: Review,
}

/// Section `[read]`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Read {
    /// Name patterns of files and folders that are no articles.
    pub leave_out: Vec<String>,
    /// Endings of text files, lower case, without the dot.
    pub text_extensions: Vec<String>,
    /// Largest file held in memory, in MiB.
    pub max_file_mib: u64,
    /// Longest line of a JSON lines file, in MiB.
    pub max_line_mib: u64,
    /// How an ambiguous date with slashes is read.
    pub slash_dates: SlashDates,
    /// What a date at the start of the text is good for.
    pub leading_date: LeadingDate,
    /// Names of an article's fields.
    pub fields: Fields,
}

/// Reading of `4/5/2017`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SlashDates {
    /// 5 April.
    MonthFirst,
    /// 4 May.
    DayFirst,
}

/// Use of a date at the start of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LeadingDate {
    /// It gives the day of publication where no field does.
    Fill,
    /// It overrules the field.
    Prefer,
    /// It is left alone.
    Ignore,
}

/// Section `[read.fields]`: names of each field, the preferred one first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fields {
    /// Who published it.
    pub outlet: Vec<String>,
    /// Where.
    pub url: Vec<String>,
    /// When.
    pub date: Vec<String>,
    /// Headline.
    pub title: Vec<String>,
    /// Running text.
    pub text: Vec<String>,
    /// The source's own number for it.
    pub id: Vec<String>,
}

/// Section `[lexicon]`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lexicon {
    /// Folder of the user's own word lists; an empty path means none.
    pub overlay: PathBuf,
}

/// Section `[resolve]`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Resolve {}

/// Section `[block]`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Block {
    /// Neighbours that a claim meets to either side in a block.
    pub neighbours: u32,
    /// Days between two claims on an event.
    pub event_days: i32,
    /// Days between two claims on the control of a place.
    pub control_days: i32,
    /// Days between two claims on what a party accepts or plans.
    pub stance_days: i32,
    /// Claims that bear a word for it to be too common to bring two together.
    pub common_word: u32,
    /// Claims of other articles that a denial is held against.
    pub answered: usize,
    /// Days between the publication of a denial and of what it may answer.
    pub answered_days: i32,
}

/// Section `[score]`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Score {}

/// Section `[cluster]`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cluster {
    /// Least mean weight in bits between two clusters that are joined.
    pub least_bits: f32,
    /// Days that dated events of one cluster may lie apart.
    pub event_days: i32,
    /// Days that claims on the control of one place may lie apart.
    pub control_days: i32,
    /// Pairs looked at between two clusters.
    pub sample: usize,
}

/// Section `[copies]`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Copies {
    /// Words of a shingle.
    pub shingle_words: usize,
    /// Least share of an article's shingles that stand in another for it to be a copy.
    pub copy_share: f32,
    /// The same for two articles that credit one agency.
    pub agency_share: f32,
    /// Fewest shingles of a text that is judged.
    pub least_shingles: usize,
    /// Articles that hold a shingle for it to be boilerplate.
    pub boilerplate: usize,
}

/// Section `[story]`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Story {
    /// Least mean likeness of an article to those of a story that it joins, 0 to 1.
    pub least_likeness: f32,
    /// Days that may pass in a story without an article.
    pub days: i32,
    /// Stories that an article is held against.
    pub neighbours: usize,
    /// Stories that bear a word for it to be too common to bring an article to one.
    pub common_word: usize,
}

/// Section `[contradict]`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contradict {
    /// Least ground in bits that two claims must share.
    pub least_bits: f32,
    /// Least weight in bits of a row that is listed; 0 is as likely right as wrong.
    pub least_weight: f32,
    /// Least bits by which a denial is taken for the answer to a word in its article; 0 is as likely as not.
    pub least_reply: f32,
    /// The same for a denial in another article than the word.
    pub least_across: f32,
    /// Least bits by which two figures of two sides, in two articles or apart in one, are taken to be given for the same thing.
    pub least_figure: f32,
    /// Least bits by which two accounts in two articles of a handful of short reports are taken to exclude each other.
    pub least_account: f32,
    /// Least bits by which a word is taken to tell otherwise what another side has told right before it.
    pub least_rival: f32,
    /// Least bits by which a later admission is taken to give the other side of a row right.
    pub least_concession: f32,
    /// Least weight in bits of a row of which a side stands in a short item of a ticker or a text of one paragraph.
    pub least_in_items: f32,
    /// The same of one in which two sides lay one deed at each other's door, in one sentence or at one facility.
    pub least_charge_in_items: f32,
    /// Days that two dated accounts of one event may lie apart.
    pub event_days: i32,
    /// Days after a claim in which a denial answers it.
    pub denial_days: i32,
    /// Days for which a report that someone holds a place stands.
    pub hold_days: i32,
    /// Days between a capture and a rival's hold for them to clash.
    pub capture_days: i32,
    /// Days between two statements of what a party accepts.
    pub stance_days: i32,
    /// Days between reports after which a higher toll supersedes a lower one.
    pub toll_days: i32,
    /// Days after which an admission that gives no day still speaks of the disputed one.
    pub admission_days: i32,
    /// Figure from which a round number has a margin.
    pub round_from: f64,
    /// Most different answers of one cluster that are held against each other.
    pub most_answers: usize,
    /// Whether rows in which a party contradicts its own word are kept.
    pub own_words: bool,
}

/// Section `[report]`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Report {
    /// What stands between the entries of a list in one cell.
    pub list_separator: String,
}

/// Section `[review]`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// Mean bits of a claim with its cluster below which it is shown as an uncertain merge.
    pub uncertain_bits: f32,
    /// Entries of the queue on one page.
    pub page: usize,
}
