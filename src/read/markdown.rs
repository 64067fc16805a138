//! Markdown to running text: no headings' marks, emphasis, addresses of links, tables' lines.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// Markdown as running text; a heading is a paragraph of its own.
pub(super) fn clean(markdown: &str) -> String {
    let mut writer = Writer::default();
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES;
    for event in Parser::new_ext(markdown, options) {
        writer.take(event);
    }
    writer.text
}

/// As [`clean`], with the heading that opens the text apart, `""` where none does.
pub(super) fn clean_with_title(markdown: &str) -> (String, String) {
    let text = clean(markdown);
    let opens = markdown.trim_start().starts_with("# ");
    match text.trim_start().split_once("\n\n") {
        Some((title, rest)) if opens => (title.to_owned(), rest.to_owned()),
        _ => (String::new(), text),
    }
}

#[derive(Default)]
struct Writer {
    text: String,
    /// Depth of what is left out: pictures, code of the page, footnotes' marks.
    muted: u32,
}

impl Writer {
    fn take(&mut self, event: Event) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) => self.push(&text),
            Event::SoftBreak | Event::HardBreak => self.push("\n"),
            Event::Rule => self.part(),
            // Inline HTML is marks around text (`<b>`), and the text comes as its own event.
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag) {
        match tag {
            Tag::Image { .. } | Tag::HtmlBlock => self.muted += 1,
            Tag::Paragraph | Tag::Item if self.text.ends_with("\n\n") || self.text.is_empty() => {}
            Tag::Item
            | Tag::Heading { .. }
            | Tag::TableRow
            | Tag::TableHead
            | Tag::CodeBlock(_) => self.part(),
            Tag::TableCell if !self.text.ends_with('\n') => self.push(" | "),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Image | TagEnd::HtmlBlock => self.muted = self.muted.saturating_sub(1),
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::BlockQuote(_) => {
                self.part()
            }
            TagEnd::TableRow | TagEnd::TableHead | TagEnd::CodeBlock | TagEnd::List(_) => {
                self.part()
            }
            _ => {}
        }
    }

    fn push(&mut self, text: &str) {
        if self.muted == 0 {
            self.text.push_str(text);
        }
    }

    /// A blank line, once.
    fn part(&mut self) {
        let end = self.text.trim_end_matches(['\n', ' ']).len();
        self.text.truncate(end);
        if end > 0 {
            self.text.push_str("\n\n");
        }
    }
}
