//! Words around an article on a page: labels, footers, credits; and the parts of written dates.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::table;

/// What a label on a page announces, or what a line of the page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Label {
    /// Who published it.
    Outlet,
    /// Who wrote or edited it; kept under its own name.
    Person,
    /// When it was published.
    Date,
    /// When it was changed; good for a date where no other is.
    Updated,
    /// Where it stands.
    Url,
    /// A line of the page's own that says nothing of the article.
    Noise,
    /// A line after which nothing belongs to the article.
    Cut,
}

/// The word lists that tell an article from the page around it.
#[derive(Debug)]
pub struct PageLabels {
    labels: HashMap<&'static str, Label>,
    /// Ends of a photo caption, such as `/VCG`, without closing brackets.
    pub credit_ends: Vec<&'static str>,
    /// Beginnings of a photo caption, such as `File photo:`.
    pub credit_starts: Vec<&'static str>,
    /// What a page puts behind the beginning of a text, such as `Continue reading...`.
    pub tails: Vec<&'static str>,
    /// What a page puts between two sentences of a text, such as `Get our daily news email`.
    pub inlays: Vec<&'static str>,
    /// What a page adds of itself around its headline, such as `The post … appeared first on`.
    pub footers: Vec<(&'static str, &'static str)>,
    months: HashMap<&'static str, i8>,
    weekdays: HashMap<&'static str, i8>,
    clock: HashSet<&'static str>,
}

const PAGE_LABELS: &str = include_str!("data/page_labels.tsv");
const CALENDAR: &str = include_str!("data/calendar.tsv");

static LISTS: LazyLock<PageLabels> = LazyLock::new(PageLabels::load);

impl PageLabels {
    /// The compiled-in lists.
    pub fn get() -> &'static PageLabels {
        &LISTS
    }

    /// What a label announces, whatever its case; `None` where the words are no label.
    pub fn label(&self, words: &str) -> Option<Label> {
        self.labels.get(words.to_lowercase().as_str()).copied()
    }

    /// Number of the month, 1 to 12; `None` where the word names none.
    pub fn month(&self, word: &str) -> Option<i8> {
        self.months.get(word.to_lowercase().as_str()).copied()
    }

    /// Number of the weekday, Monday 1 to Sunday 7; `None` where the word names none.
    pub fn weekday(&self, word: &str) -> Option<i8> {
        self.weekdays.get(word.to_lowercase().as_str()).copied()
    }

    /// Whether the word stands around a time of day (`at`, `GMT`).
    pub fn is_clock(&self, word: &str) -> bool {
        self.clock.contains(word.to_lowercase().as_str())
    }

    fn load() -> PageLabels {
        let mut lists = PageLabels {
            labels: HashMap::new(),
            credit_ends: Vec::new(),
            credit_starts: Vec::new(),
            tails: Vec::new(),
            inlays: Vec::new(),
            footers: Vec::new(),
            months: HashMap::new(),
            weekdays: HashMap::new(),
            clock: HashSet::new(),
        };
        for row in table::rows("page_labels.tsv", PAGE_LABELS) {
            lists.add(row.column(0), row.column(1));
        }
        for row in table::rows("calendar.tsv", CALENDAR) {
            let number = row.column(2).parse().unwrap_or_default();
            match row.column(1) {
                "month" => drop(lists.months.insert(row.column(0), number)),
                "weekday" => drop(lists.weekdays.insert(row.column(0), number)),
                _ => drop(lists.clock.insert(row.column(0))),
            }
        }
        lists
    }

    fn add(&mut self, form: &'static str, kind: &str) {
        let label = match kind {
            "credit-end" => return self.credit_ends.push(form),
            "credit-start" => return self.credit_starts.push(form),
            "tail" => return self.tails.push(form),
            "inlay" => return self.inlays.push(form),
            "footer" => return self.footers.extend(form.split_once('…')),
            "outlet" => Label::Outlet,
            "person" => Label::Person,
            "date" => Label::Date,
            "updated" => Label::Updated,
            "url" => Label::Url,
            "cut" => Label::Cut,
            _ => Label::Noise,
        };
        self.labels.insert(form, label);
    }
}
