//! What of the queue is asked for, read from an address and written back into one.

use jiff::civil::Date;

/// Which entries, by whether they were judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Judged {
    /// Not yet.
    #[default]
    Todo,
    /// Already.
    Done,
    /// Both.
    All,
}

/// A wish for entries of the queue; an empty field wishes nothing.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Filter {
    /// `contradiction`, `merge`, `cluster` or `single`; empty for all but single claims.
    pub kind: String,
    /// Words that the entry's text holds.
    pub words: String,
    /// First folder of the articles.
    pub episode: String,
    /// Place, in full or its beginning.
    pub place: String,
    /// Party, in full or its beginning.
    pub party: String,
    /// Question.
    pub question: String,
    /// Status of the contradiction.
    pub status: String,
    /// Outlet, in full or its beginning.
    pub outlet: String,
    /// Not before that day.
    pub from: Option<Date>,
    /// Not after that day.
    pub to: Option<Date>,
    /// Judged or not.
    pub judged: Judged,
    /// Whether scores are shown before a verdict.
    pub scores: bool,
    /// Page from 1.
    pub page: usize,
}

const JUDGED: [(Judged, &str); 3] = [
    (Judged::Todo, "todo"),
    (Judged::Done, "done"),
    (Judged::All, "all"),
];

impl Filter {
    /// Reads the pairs of an address; what it does not know it passes over.
    pub fn read(pairs: &[(String, String)]) -> Filter {
        let mut filter = Filter {
            page: 1,
            ..Filter::default()
        };
        for (key, value) in pairs {
            filter.set(key, value.trim());
        }
        filter
    }

    fn set(&mut self, key: &str, value: &str) {
        match key {
            "kind" => self.kind = value.into(),
            "q" => self.words = value.into(),
            "episode" => self.episode = value.into(),
            "place" => self.place = value.into(),
            "party" => self.party = value.into(),
            "question" => self.question = value.into(),
            "status" => self.status = value.into(),
            "outlet" => self.outlet = value.into(),
            "from" => self.from = value.parse().ok(),
            "to" => self.to = value.parse().ok(),
            "judged" => {
                let known = JUDGED.iter().find(|(_, name)| *name == value);
                self.judged = known.map_or(Judged::Todo, |(judged, _)| *judged);
            }
            "scores" => self.scores = value == "shown",
            "page" => self.page = value.parse().unwrap_or(1).max(1),
            _ => {}
        }
    }

    /// The word for the wish of judged ones.
    pub fn judged_name(&self) -> &'static str {
        let known = JUDGED.iter().find(|(judged, _)| *judged == self.judged);
        known.map_or("", |(_, name)| name)
    }

    /// The same wish as pairs for an address; what wishes nothing is left out.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let day = |day: Option<Date>| day.map_or_else(String::new, |day| day.to_string());
        let judged = if self.judged == Judged::Todo {
            ""
        } else {
            self.judged_name()
        };
        let page = if self.page > 1 {
            self.page.to_string()
        } else {
            String::new()
        };
        let all = [
            ("kind", self.kind.clone()),
            ("q", self.words.clone()),
            ("episode", self.episode.clone()),
            ("place", self.place.clone()),
            ("party", self.party.clone()),
            ("question", self.question.clone()),
            ("status", self.status.clone()),
            ("outlet", self.outlet.clone()),
            ("from", day(self.from)),
            ("to", day(self.to)),
            ("judged", judged.into()),
            (
                "scores",
                if self.scores {
                    "shown".into()
                } else {
                    String::new()
                },
            ),
            ("page", page),
        ];
        all.into_iter()
            .filter(|(_, value)| !value.is_empty())
            .collect()
    }

    /// The same wish behind a `?`, `""` where nothing is wished.
    pub fn query(&self) -> String {
        let mut writer = form_urlencoded::Serializer::new(String::new());
        writer.extend_pairs(self.pairs());
        let text = writer.finish();
        if text.is_empty() {
            text
        } else {
            format!("?{text}")
        }
    }

    /// The same with another page.
    pub fn on_page(&self, page: usize) -> Filter {
        Filter {
            page,
            ..self.clone()
        }
    }
}
