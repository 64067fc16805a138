//! A page of text for people: lines wrapped to a width, with colours that whoever prints it may strip.

use anstyle::{AnsiColor, Style};

/// How a line looks on a terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// As the terminal writes.
    Plain,
    /// A heading.
    Strong,
    /// Where something stands and how it was found.
    Faint,
    /// A contradiction.
    Alarm,
    /// Something that agrees.
    Calm,
}

impl Tone {
    fn style(self) -> Style {
        match self {
            Tone::Plain => Style::new(),
            Tone::Strong => Style::new().bold(),
            Tone::Faint => Style::new().dimmed(),
            Tone::Alarm => AnsiColor::Red.on_default().bold(),
            Tone::Calm => AnsiColor::Green.on_default(),
        }
    }
}

/// A page under construction.
#[derive(Debug, Clone)]
pub struct Page {
    text: String,
    width: usize,
}

/// Narrower pages break names, wider ones are hard to read.
const WIDTHS: (usize, usize) = (40, 120);

impl Page {
    /// An empty page of so many columns, within 40 and 120.
    pub fn new(columns: usize) -> Page {
        Page {
            text: String::new(),
            width: columns.clamp(WIDTHS.0, WIDTHS.1),
        }
    }

    /// An empty line; none at the top and never two.
    pub fn blank(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// A paragraph.
    pub fn line(&mut self, indent: usize, tone: Tone, text: &str) {
        self.labelled(indent, "", 0, tone, text);
    }

    /// Words in quotation marks.
    pub fn quote(&mut self, indent: usize, words: &str) {
        self.line(indent, Tone::Plain, &format!("“{}”", words.trim()));
    }

    /// A paragraph that hangs from a label in a column of its own.
    pub fn labelled(&mut self, indent: usize, label: &str, column: usize, tone: Tone, text: &str) {
        let first = format!("{:indent$}{label:<column$}", "");
        let rest = " ".repeat(indent + column);
        // A line break of the article would break the layout.
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let options = textwrap::Options::new(self.width.saturating_sub(indent + column).max(20));
        let style = tone.style();
        for (index, line) in textwrap::wrap(&text, options).iter().enumerate() {
            let margin = if index == 0 { &first } else { &rest };
            if margin.trim().is_empty() && line.is_empty() {
                self.text.push('\n');
            } else {
                self.text += &format!("{margin}{style}{line}{style:#}\n");
            }
        }
    }

    /// The page.
    pub fn into_text(self) -> String {
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_hang_from_their_label_within_the_width() {
        let mut page = Page::new(40);
        page.blank();
        page.labelled(
            2,
            "place",
            8,
            Tone::Plain,
            "one two three four five six seven eight",
        );
        page.blank();
        page.blank();
        page.quote(0, "a\nb");
        let wanted = "  place   one two three four five six\n          seven eight\n\n“a b”\n";
        assert_eq!(page.into_text(), wanted);
    }

    #[test]
    fn a_tone_colours_a_whole_line() {
        let mut page = Page::new(80);
        page.line(0, Tone::Strong, "x");
        assert_eq!(page.into_text(), "\u{1b}[1mx\u{1b}[0m\n");
    }
}
