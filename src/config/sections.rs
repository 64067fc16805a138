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
    /// Clusters to contradictions.
    pub contradict: Contradict,
    /// A run to files.
    pub report: Report,
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
pub struct Block {}

/// Section `[score]`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Score {}

/// Section `[cluster]`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cluster {}

/// Section `[contradict]`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contradict {}

/// Section `[report]`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Report {
    /// What stands between the entries of a list in one cell.
    pub list_separator: String,
}
