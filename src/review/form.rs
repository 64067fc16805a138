//! A form as a page sent it, and where its sender goes on.

use axum::response::{IntoResponse, Redirect, Response};

use crate::model::verdict::Verdict;

use super::decide::Wish;

/// A form as it was sent.
pub struct Sent(pub Vec<(String, String)>);

impl Sent {
    /// The value of a field, `""` where it was not sent.
    pub fn text(&self, key: &str) -> &str {
        let found = self.0.iter().find(|(own, _)| own == key);
        found.map_or("", |(_, value)| value)
    }

    /// Where to go on: an address of this page and nothing else, with a word of what happened.
    fn go_on(&self, key: &str, word: &str, value: &str, anchor: &str) -> Response {
        let wanted = [self.text(key), self.text("back"), "/"];
        let is_own = |address: &&str| {
            let leads_off = |c: char| c == '\\' || c.is_control();
            address.starts_with('/') && !address.starts_with("//") && !address.contains(leads_off)
        };
        let address = wanted.into_iter().find(is_own).unwrap_or("/");
        let mark = if address.contains('?') { '&' } else { '?' };
        let value: String = form_urlencoded::byte_serialize(value.as_bytes()).collect();
        let plain = !anchor.is_empty()
            && anchor
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || c == '-');
        let anchor = if plain {
            format!("#{anchor}")
        } else {
            String::new()
        };
        Redirect::to(&format!("{address}{mark}{word}={value}{anchor}")).into_response()
    }

    /// Where to go on after a verdict or its failure.
    pub fn after(&self, done: Result<Option<Verdict>, String>, key: &str) -> Response {
        let anchor = self.text("anchor");
        match done {
            Ok(Some(verdict)) => self.go_on(key, "said", &verdict.id, anchor),
            Ok(None) => self.go_on(
                "back",
                "trouble",
                "There is nothing of yours left to undo or redo.",
                anchor,
            ),
            Err(why) => self.go_on("back", "trouble", &why, anchor),
        }
    }

    /// What the sender asked for.
    pub fn wish(&self) -> Wish {
        let claims = self.0.iter().filter(|(key, _)| key == "claim");
        Wish {
            verb: self.text("verb").into(),
            on: self.text("on").into(),
            claims: claims.map(|(_, id)| id.clone()).collect(),
            other: self.text("other").into(),
            field: self.text("field").into(),
            value: self.text("value").into(),
            text: self.text("text").into(),
        }
    }
}
