//! Quotations and brackets that are short enough to stay in one sentence with the words around them.

/// A longer quotation is cut like other text, in bytes: about three sentences.
const LONGEST: usize = 400;

/// Opening and closing marks that differ.
const PAIRS: [(char, char); 6] = [
    ('“', '”'),
    ('«', '»'),
    ('(', ')'),
    ('[', ']'),
    ('„', '“'),
    ('‹', '›'),
];

/// The closed quotations and brackets of a block.
pub(crate) struct Enclosures {
    /// Start and end in bytes, with the marks; by start.
    spans: Vec<(usize, usize)>,
}

impl Enclosures {
    /// Finds them; marks without a partner count for nothing.
    pub fn of(block: &str) -> Self {
        let mut spans = Vec::new();
        let mut open: [Option<usize>; PAIRS.len()] = [None; PAIRS.len()];
        let mut straight = None;
        let is_mark = |byte: u8| matches!(byte, b'"' | b'(' | b')' | b'[' | b']' | 0xc2 | 0xe2);
        let mut place = 0;
        while let Some(step) = block.as_bytes()[place..]
            .iter()
            .position(|byte| is_mark(*byte))
        {
            place += step;
            let Some(char) = block[place..].chars().next() else {
                break;
            };
            let end = place + char.len_utf8();
            if char == '"' {
                match straight.take() {
                    Some(start) if !opens(block, place) => spans.push((start, end)),
                    // Where the mark before it was never closed, this one opens again.
                    Some(_) => straight = Some(place),
                    None if closes(block, place) => {}
                    None => straight = Some(place),
                }
            }
            for (open, (opening, closing)) in open.iter_mut().zip(PAIRS) {
                if char == closing {
                    spans.extend(open.take().map(|start| (start, end)));
                }
                if char == opening {
                    *open = open.or(Some(place));
                }
            }
            place = end;
        }
        spans.retain(|(start, end)| end - start <= LONGEST);
        spans.sort_unstable();
        Enclosures { spans }
    }

    /// Whether a cut at `place` would go through one.
    pub fn hold(&self, place: usize) -> bool {
        let after = self.spans.partition_point(|(start, _)| *start < place);
        // No span is longer than LONGEST, so earlier ones cannot reach the place.
        let near = self.spans[..after]
            .iter()
            .rev()
            .take_while(|(start, _)| start + LONGEST >= place);
        near.into_iter().any(|(_, end)| place < *end)
    }
}

/// Whether a straight mark can only open: there is a blank before it and none behind it.
fn opens(block: &str, place: usize) -> bool {
    blank_before(block, place) && !blank_after(block, place)
}

/// Whether a straight mark can only close.
fn closes(block: &str, place: usize) -> bool {
    !blank_before(block, place) && blank_after(block, place)
}

fn blank_before(block: &str, place: usize) -> bool {
    let before = block[..place].chars().next_back();
    before.is_none_or(|char| char.is_whitespace() || "([—–-".contains(char))
}

fn blank_after(block: &str, place: usize) -> bool {
    block[place + 1..]
        .chars()
        .next()
        .is_none_or(char::is_whitespace)
}
