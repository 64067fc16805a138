//! An article in the making: what every format reader hands over, and how it becomes an article.

use std::borrow::Cow;

use jiff::civil::Date;

use super::lost::restore;
use super::{days, tidy};
use crate::config::{self, LeadingDate};
use crate::model::article::Article;

/// What a reader found in a file.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub outlet: Option<String>,
    pub url: Option<String>,
    pub published: Option<Date>,
    pub title: String,
    /// Running text, one paragraph each.
    pub paragraphs: Vec<String>,
    /// Other fields, in the order of the file.
    pub extra: Vec<(String, String)>,
    /// What was left out of the article, and why.
    pub notes: Vec<String>,
}

impl Draft {
    pub fn is_empty(&self) -> bool {
        self.title.trim().is_empty() && self.paragraphs.iter().all(|text| text.trim().is_empty())
    }

    /// The article, without what belongs to the page around it.
    pub fn into_article(mut self, key: &str, settings: &config::Read) -> Article {
        self.name_outlet();
        self.restore_signs();
        self.trim_title();
        tidy::strip_page(&mut self.paragraphs);
        self.strip_opening(settings);
        Article {
            key: key.to_owned(),
            outlet: self.outlet,
            url: self.url,
            published: self.published,
            title: self.title,
            body: self.paragraphs.join("\n\n"),
            extra: self.extra,
        }
    }

    /// The outlet by its name, or by its host where no name is given.
    fn name_outlet(&mut self) {
        let name = self.outlet.take().map(|text| tidy::line(&text));
        let named = name.filter(|text| !text.is_empty());
        self.outlet = named.or_else(|| self.url.as_deref().and_then(host));
    }

    fn restore_signs(&mut self) {
        for text in self.paragraphs.iter_mut().chain([&mut self.title]) {
            if let Cow::Owned(whole) = restore(text) {
                *text = whole;
            }
        }
    }

    /// The headline on one line and without the outlet's name behind it.
    fn trim_title(&mut self) {
        self.title = tidy::line(&self.title);
        let outlet = self.outlet.as_deref();
        if let Some(end) = outlet.and_then(|name| signed(&self.title, name)) {
            self.title.truncate(end);
        }
    }

    /// Takes a repeated headline and a date off the start of the text, in either order.
    fn strip_opening(&mut self, settings: &config::Read) {
        self.strip_title();
        if settings.leading_date == LeadingDate::Ignore {
            return;
        }
        let first = self.paragraphs.first();
        let Some((day, end)) = first.and_then(|text| days::leading(text, settings.slash_dates))
        else {
            return;
        };
        if settings.leading_date == LeadingDate::Prefer || self.published.is_none() {
            self.published = Some(day);
        }
        self.cut_first(end);
        self.strip_title();
    }

    fn strip_title(&mut self) {
        let first = self.paragraphs.first();
        if let Some(end) = first.and_then(|text| tidy::repeats(text, &self.title)) {
            self.cut_first(end);
        }
    }

    fn cut_first(&mut self, end: usize) {
        let Some(first) = self.paragraphs.first_mut() else {
            return;
        };
        *first = first[end..].trim_start().to_owned();
        if first.is_empty() {
            self.paragraphs.remove(0);
        }
    }
}

/// Where a headline ends that is followed by its outlet ("Town falls | Daily Post"); `None` where it is not.
fn signed(title: &str, outlet: &str) -> Option<usize> {
    let before = title.len().checked_sub(outlet.len())?;
    let (headline, name) = title.split_at_checked(before)?;
    let bare = headline.trim_end_matches([' ', '|', '-', '–', '—', '·']);
    let parted = bare.len() + 2 <= headline.len() && headline.ends_with(' ');
    (parted && !bare.is_empty() && name.eq_ignore_ascii_case(outlet)).then_some(bare.len())
}

/// The host of an address without `www.`, which names the outlet where nothing better does.
fn host(url: &str) -> Option<String> {
    let (_, rest) = url.split_once("://")?;
    let host = rest.split(['/', '?', '#', ':']).next()?.to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    host.contains('.').then(|| host.to_owned())
}
