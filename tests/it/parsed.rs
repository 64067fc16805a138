//! Text as the parser reads it.

use atodds::model::parsed::ParsedSentence;
use atodds::parse::Parser;

/// One parsed sentence; the text is not split further.
pub fn parse(text: &str) -> ParsedSentence {
    Parser::embedded().parse(text, 0)
}
