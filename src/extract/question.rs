//! Whether a sentence asks, so that it tells nothing: "Where is that report?", but not "Why would we shell our own people?".

use super::reading::Reading;
use super::voice::rhetoric;

impl Reading<'_> {
    pub(super) fn is_question(&self) -> bool {
        // "“Where is that report?”": the mark stands inside of the quotation.
        let closing =
            |mark: char| mark.is_whitespace() || matches!(mark, '"' | '\'' | '”' | '’' | '»');
        let text = self.tree.sentence.text.trim_end_matches(closing);
        text.ends_with('?') && !self.answers_itself()
    }

    /// "Why would we shell our own people?" in somebody's own words.
    fn answers_itself(&self) -> bool {
        let words = &self.lexicon().words;
        let turned = |at: usize| rhetoric(&self.tree, words, at).is_some();
        self.quoted_by.is_some() && (0..self.tree.len()).any(turned)
    }
}
