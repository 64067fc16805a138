//! Names before a colon that opens a paragraph, with what stands beside them: "A minister, speaking in Alba: ...".

use compact_str::CompactString;

use crate::model::span::Span;

use super::label::{Label, Scope, spaced};
use super::plan::Known;

/// How far the name and what stands beside it may reach, in bytes.
const REACH: usize = 90;

/// Words that may stand beside a name.
const ASIDE_WORDS: usize = 8;

/// Words of a name at most.
const NAME_WORDS: usize = 8;

/// Who is named at the start of a paragraph before a colon; `None` where nobody is. `tells` knows sentences that hold words
/// of a claim: what stands beside a name tells nothing.
/// `answers` knows words of denial and of naming: a name with one of them behind it begins a sentence.
/// `entry` tells that a clock stands before it, so that a bare name heads no topic.
pub fn opening(
    text: &str,
    entry: bool,
    known: Known<'_>,
    tells: &dyn Fn(&str) -> bool,
    answers: &dyn Fn(&str) -> bool,
) -> Option<Label> {
    let (head, said) = text.split_once(": ")?;
    if let Some(handle) = handle(head) {
        return Some(Label {
            end: head.len() + 2,
            ..handle
        });
    }
    let odd = ['"', '“', '”', '!', '?', ';', ':', '\n', '(', '@'];
    if head.len() > REACH || said.split_whitespace().count() < 2 || head.contains(odd) {
        return None;
    }
    // "In today's newsletter: …" names nobody.
    let first = head.split(' ').next().unwrap_or(head);
    if (known.link)(first) || (known.of)(first) {
        return None;
    }
    let quoted = said.starts_with(['"', '“', '«', '„']);
    let parts = Parts::of(head, known);
    let beside = parts.aside.trim_start_matches([',', ' ']);
    let few = beside.split_whitespace().count() <= ASIDE_WORDS;
    // "speaking in Alba", "briefing reporters": what somebody does beside the name.
    let does = match parts.aside.starts_with(',') {
        true => beside.split_once(' ').map_or("", |(_, rest)| rest),
        false => beside,
    };
    let last = head.rsplit(' ').next().unwrap_or(head);
    let said_so = !parts.aside.is_empty() && tells(last);
    if !few || said_so || !quoted && tells(does) {
        return None;
    }
    // "Jane Roe of the guild had a different story: …": a sentence, and no name.
    if !quoted && answers(&parts.name[parts.core.len()..]) {
        return None;
    }
    let small = said.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit());
    let (mut name, at) = parts.speaker(head, quoted, entry && small, known)?;
    if let Some(end) = parts.runs_on(known).filter(|_| name == parts.name) {
        if answers(&name[end..]) {
            return None;
        }
        name = &name[..end];
    }
    Some(Label {
        name: CompactString::from(name),
        span: Span::new(at, at + name.len()),
        end: head.len() + 2,
        scope: Scope::Sentence,
    })
}

/// "@TownWatch again, on the fire": whose handle it is.
fn handle(head: &str) -> Option<Label> {
    let rest = head.strip_prefix('@')?;
    let part = |c: char| c.is_alphanumeric() || c == '_';
    let end = rest.find(|c| !part(c)).unwrap_or(rest.len());
    let few = rest.split(' ').count() <= ASIDE_WORDS && head.len() <= REACH;
    (end > 1 && few).then(|| Label {
        name: spaced(&rest[..end]),
        span: Span::new(0, end + 1),
        end: 0,
        scope: Scope::Sentence,
    })
}

/// The pieces of what stands before the colon.
struct Parts<'t> {
    /// The name with what "of" and "for" add to it.
    name: &'t str,
    /// The name alone.
    core: &'t str,
    /// Everything behind the name, with its comma.
    aside: &'t str,
}

impl<'t> Parts<'t> {
    fn of(head: &'t str, known: Known<'_>) -> Parts<'t> {
        let (mut core, mut end) = (None, head.len());
        let mut at = 0;
        for word in head.split(' ') {
            let (of, link) = ((known.of)(word), (known.link)(word));
            if at > 0 && (of || link) {
                core = core.or(Some(at - 1));
            }
            if at > 0 && link {
                end = at - 1;
                break;
            }
            at += word.len() + 1;
            if word.ends_with(',') {
                end = at - 2;
                break;
            }
        }
        let core = core.unwrap_or(end).min(end);
        Parts {
            name: &head[..end],
            core: &head[..core],
            aside: &head[end..],
        }
    }

    /// Who speaks, and where the name begins.
    fn speaker(
        &self,
        head: &'t str,
        quoted: bool,
        entry: bool,
        known: Known<'_>,
    ) -> Option<(&'t str, usize)> {
        let found = |name: &'t str| {
            let at = head.find(name)?;
            (!name.is_empty() && !(known.place)(name)).then_some((name, at))
        };
        let last = self.core.rsplit(' ').next().unwrap_or(self.core);
        // "The union's reply within the hour", "Statement from the palace": whose it is.
        if (known.document)(last) {
            let owner = self.core[..self.core.len() - last.len()].trim_end();
            let owner = owner
                .strip_suffix("'s")
                .or_else(|| owner.strip_suffix("’s"));
            let from = || self.issuer();
            return owner.or_else(from).and_then(found);
        }
        let words = self.core.split(' ').count();
        if words > NAME_WORDS || !self.core.starts_with(char::is_uppercase) {
            return None;
        }
        // "His spokeswoman, Jane Roe, on Monday": Jane Roe.
        if let Some(apposed) = self.apposed() {
            return found(apposed);
        }
        let capital = |word: &str| word.starts_with(char::is_uppercase);
        let full = words > 1 && self.core.split(' ').all(capital);
        let bare = self.aside.is_empty() && self.core.len() == self.name.len();
        let last = self.core.rsplit(' ').next().unwrap_or(self.core);
        // "Opposition leader Jane Roe": an office and a name.
        let titled = words > 1 && capital(last) && self.core.split(' ').any(known.voice);
        let person =
            full && (!bare || entry) || quoted && !bare && self.core.split(' ').all(capital);
        let person = person || titled || (known.voice)(last);
        ((known.speaks)(self.core) || person)
            .then_some(self.name)
            .filter(|_| !(known.place)(self.core))
            .and_then(found)
    }

    /// "A lawyer for Lima called it a lie": behind a name that "of" or "for" adds, a small word goes on with a sentence. Where
    /// the name ends.
    fn runs_on(&self, known: Known<'_>) -> Option<usize> {
        let capital = |word: &str| word.starts_with(char::is_uppercase);
        let mut end = self.core.len();
        let mut before = "";
        for word in self.name[self.core.len()..].split_inclusive(' ') {
            let bare = word.trim();
            let small = !bare.is_empty() && !capital(bare);
            if capital(before) && small && !(known.of)(bare) && !(known.opens)(bare) {
                return Some(end - 1);
            }
            end += word.len();
            before = bare;
        }
        None
    }

    /// "from the palace", "of the union": who issued what is named before.
    fn issuer(&self) -> Option<&'t str> {
        let of = self.name[self.core.len()..].trim_start();
        let rest = if of.is_empty() { self.aside.trim() } else { of };
        let (_, issuer) = rest.split_once(' ')?;
        (!rest.starts_with(',')).then_some(issuer)
    }

    /// The name behind a common noun and a comma, in capitals.
    fn apposed(&self) -> Option<&'t str> {
        let behind = self.aside.strip_prefix(", ")?;
        let name = behind.split(',').next()?;
        let capital = |word: &str| word.starts_with(char::is_uppercase);
        let noun = self.core.rsplit(' ').next()?;
        let full = name.contains(' ') && name.split(' ').all(capital);
        (full && !capital(noun)).then_some(name)
    }
}
