//! Cuts a phrase at its prepositions, commas and brackets into parts, each with a head.

use crate::lexicon::parties::{Gender, Role, RoleKind, Word, split_words};

use super::PartyContext;
use super::items::{Item, Label};
use super::labels::label;

/// How a part hangs on the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tie {
    /// The phrase's own beginning.
    Core,
    /// "of", "for".
    Of,
    /// "in".
    In,
    /// "at", "from", "by".
    At,
    /// "close to", "familiar with".
    Near,
    /// After a comma, dash or colon: another name for the same.
    Apposed,
    /// In brackets: an acronym or a remark.
    Bracketed,
}

/// A part of a phrase.
#[derive(Debug, Clone)]
pub(super) struct Part<'a> {
    /// How it hangs on the part before it.
    pub tie: Tie,
    /// Its items, determiners left out.
    pub items: Vec<Item<'a>>,
    /// It begins with a determiner that points back ("the ministry").
    pub definite: bool,
    /// It begins with one that says that it is whoever was named last ("the same officer").
    pub same: bool,
    /// It begins with another determiner ("a ministry").
    pub indefinite: bool,
    /// The pronoun that owns it ("his administration"): of the kind `he`, `she`, `it` or `they`.
    pub owner: Option<RoleKind>,
}

/// A phrase cut into parts.
#[derive(Debug)]
pub(super) struct Phrase<'a> {
    /// The words as written.
    pub text: &'a str,
    /// Its words.
    pub words: Vec<Word>,
    /// Its parts; the first has the core.
    pub parts: Vec<Part<'a>>,
    roles: Vec<&'a Role>,
    /// First word of a second name behind "and".
    pub mate: Option<usize>,
}

impl<'a> Phrase<'a> {
    /// Cuts `text` into parts.
    pub fn read(text: &'a str, context: &PartyContext<'a>) -> Phrase<'a> {
        let words = split_words(text);
        let items = label(&words, context);
        let roles = items.iter().filter_map(Item::role).collect();
        let mate = mate_of(&items);
        let parts = cut(items, &words);
        Phrase {
            text,
            words,
            parts,
            roles,
            mate,
        }
    }

    /// The gender that one of its nouns or titles tells.
    pub fn gender(&self) -> Option<Gender> {
        let roles = self.roles.iter();
        { roles }.find_map(|role| role.gender)
    }

    /// Whether one of its small words or nouns is of this kind.
    pub fn has(&self, kind: RoleKind) -> bool {
        self.roles.iter().any(|role| role.kind == kind)
    }

    /// "NEW DELHI, May 7": a place with a day behind a comma heads an article and says nothing.
    pub fn is_dateline(&self) -> bool {
        let day = |part: &Part<'_>| {
            let first = part.items.first().and_then(Item::role_kind);
            part.tie == Tie::Apposed && first == Some(RoleKind::Time)
        };
        let noun = |item: &Item<'_>| item.role_kind().is_some_and(super::kinds::is_noun);
        let named = |part: &Part<'_>| part.items.iter().any(|i| i.is_person() || noun(i));
        match self.parts.as_slice() {
            [place, rest @ ..] => !named(place) && rest.iter().any(day),
            [] => false,
        }
    }

    /// The words of an item as written.
    pub fn written(&self, item: &Item<'_>) -> &'a str {
        self.stretch(item.first, item.last)
    }

    /// The words `first..last` as written.
    pub fn stretch(&self, first: usize, last: usize) -> &'a str {
        match (self.words.get(first), self.words.get(last.wrapping_sub(1))) {
            (Some(start), Some(end)) => self.text.get(start.start..end.end).unwrap_or(""),
            _ => "",
        }
    }
}

/// Where another name begins behind an "and" that follows a name ("India and Pakistan").
fn mate_of(items: &[Item<'_>]) -> Option<usize> {
    let and = items
        .iter()
        .position(|i| i.role_kind() == Some(RoleKind::And))?;
    let ends = |i: &Item<'_>| {
        matches!(i.label, Label::Mark) || i.role_kind().is_some_and(|k| k == RoleKind::Relative)
    };
    let named = items[..and]
        .last()
        .is_some_and(|i| matches!(i.label, Label::Name(_)));
    if !named || items[..and].iter().any(ends) {
        return None;
    }
    let next = items[and + 1..]
        .iter()
        .find(|i| i.role_kind() != Some(RoleKind::Determiner))?;
    matches!(next.label, Label::Name(_)).then_some(next.first)
}

fn cut<'a>(items: Vec<Item<'a>>, words: &[Word]) -> Vec<Part<'a>> {
    let mut parts = vec![part(Tie::Core)];
    let mut mate = false;
    for (at, item) in items.iter().enumerate() {
        let open = parts.len() - 1;
        let headed = parts[open].items.iter().any(is_head);
        let clause = parts[open].items.is_empty() && parts[open].tie != Tie::Core;
        let step = match item.role_kind() {
            Some(RoleKind::Relative | RoleKind::Link) if clause => Step::Stop,
            Some(RoleKind::Link) if serves(parts[open].items.last(), item) => Step::Part(Tie::Of),
            // "British-based monitor the Alba Observatory": a name behind a noun, without a comma.
            Some(RoleKind::Determiner) if is_the(item) && ends_in_noun(&parts[open]) => {
                Step::Part(Tie::Apposed)
            }
            _ => step(item, words, headed),
        };
        if mate && matches!(step, Step::Keep | Step::Determiner { .. }) {
            continue;
        }
        match step {
            Step::Keep => parts[open].items.push(item.clone()),
            Step::Determiner { definite } => {
                let first = parts[open].items.is_empty();
                parts[open].definite |= definite && first;
                parts[open].indefinite |= !definite && first;
                parts[open].same |= first && item.role().is_some_and(|role| role.class == SAME);
                if first {
                    parts[open].owner = item.role_kind().and_then(owner);
                }
            }
            Step::Skip => {}
            Step::Part(_) if parts[open].items.is_empty() && parts[open].tie == Tie::Core => {}
            Step::Part(tie) if set_off(&parts[open], tie) => break,
            Step::Part(tie) => {
                mate = false;
                parts.push(part(tie));
            }
            Step::Stop if shares_name(&parts[open], &items[at..]) => {}
            Step::Stop if joins_role(&items[at..]) => mate = true,
            Step::Stop => break,
        }
    }
    parts.retain(|p| !p.items.is_empty());
    parts
}

fn is_the(item: &Item<'_>) -> bool {
    item.role().is_some_and(|role| role.class == DEFINITE)
}

/// Whether the last word of the core is a noun for somebody, behind words that tell who.
fn ends_in_noun(open: &Part<'_>) -> bool {
    let noun = |item: &Item<'_>| item.role_kind().is_some_and(super::kinds::is_noun);
    open.tie == Tie::Core && !open.definite && open.items.last().is_some_and(noun)
}

/// "An aide to Jane Roe": whom somebody serves; an envoy to a state does not serve it.
fn serves(before: Option<&Item<'_>>, item: &Item<'_>) -> bool {
    let serves = |item: &Item<'_>| item.role().is_some_and(|role| role.serves);
    before.is_some_and(serves) && serves(item)
}

/// "The pilot and author Jane Roe": a second noun for the person whom the name behind it gives; "the army and spokeswoman Jane Roe"
/// are two.
fn shares_name(open: &Part<'_>, items: &[Item<'_>]) -> bool {
    let one = |role: &Role| super::kinds::is_person_noun(role.kind) && !role.many;
    let person = |item: &Item<'_>| item.role().is_some_and(one);
    let first = open.items.last();
    let called = first.is_some_and(|item| person(item) || matches!(item.label, Label::Other));
    let [and, rest @ ..] = items else {
        return false;
    };
    let joined = and.role_kind() == Some(RoleKind::And) && open.tie == Tie::Core;
    let fields = |item: &&Item<'_>| {
        let noun = person(item) || item.role_kind() == Some(RoleKind::Business);
        !noun && matches!(item.label, Label::Other | Label::Unknown | Label::Name(_))
    };
    let fields = rest.iter().take_while(fields).count();
    let behind = rest.get(fields..).unwrap_or_default();
    let named =
        matches!(behind, [_, name, ..] if matches!(name.label, Label::Unknown) || name.is_person());
    let second = behind.first().and_then(Item::role);
    let second = second.is_some_and(|role| !role.many && super::kinds::is_noun(role.kind));
    called && joined && fields <= FIELDS && second && named
}

/// Words between "and" and the second noun, at most ("and Utopian team captain Jane Roe").
const FIELDS: usize = 2;

/// "and the government": another role noun that shares what follows.
fn joins_role(items: &[Item<'_>]) -> bool {
    let and = items
        .first()
        .is_some_and(|i| i.role_kind() == Some(RoleKind::And));
    let mut next = items
        .iter()
        .skip(1)
        .filter(|i| i.role_kind() != Some(RoleKind::Determiner));
    and && next
        .next()
        .and_then(Item::role_kind)
        .is_some_and(super::kinds::is_noun)
}

/// A comma before "with", "in" begins a clause, not another name; one before "of" tells whose somebody is.
fn set_off(open: &Part<'_>, next: Tie) -> bool {
    open.items.is_empty() && open.tie == Tie::Apposed && matches!(next, Tie::In | Tie::At)
}

fn part<'a>(tie: Tie) -> Part<'a> {
    Part {
        tie,
        items: Vec::new(),
        definite: false,
        same: false,
        indefinite: false,
        owner: None,
    }
}

/// The pronoun that an owner's pronoun stands for.
fn owner(kind: RoleKind) -> Option<RoleKind> {
    Some(match kind {
        RoleKind::His => RoleKind::He,
        RoleKind::Her => RoleKind::She,
        RoleKind::Its => RoleKind::It,
        RoleKind::Their => RoleKind::They,
        _ => return None,
    })
}

enum Step {
    Keep,
    Determiner { definite: bool },
    Skip,
    Part(Tie),
    Stop,
}

fn is_head(item: &Item<'_>) -> bool {
    match &item.label {
        Label::Name(_) | Label::Unknown => true,
        Label::Role(role) => super::kinds::is_noun(role.kind),
        _ => false,
    }
}

fn step(item: &Item<'_>, words: &[Word], headed: bool) -> Step {
    match (&item.label, item.role_kind()) {
        (Label::Mark, _) => step_at_mark(&words[item.first].key),
        (_, Some(RoleKind::Of | RoleKind::For | RoleKind::Leads)) => Step::Part(Tie::Of),
        (_, Some(RoleKind::In)) => Step::Part(Tie::In),
        (_, Some(RoleKind::At)) => Step::Part(Tie::At),
        (_, Some(RoleKind::Near)) if headed => Step::Part(Tie::Near),
        // "A group calling itself Blackmoth".
        (_, Some(RoleKind::Called)) if headed => Step::Part(Tie::Apposed),
        (_, Some(RoleKind::And)) if !headed => Step::Skip,
        (_, Some(RoleKind::Link | RoleKind::And | RoleKind::Relative)) if headed => Step::Stop,
        (_, Some(kind)) if owner(kind).is_some() && headed => Step::Stop,
        (_, Some(kind)) if owner(kind).is_some() => Step::Determiner { definite: true },
        (_, Some(RoleKind::Determiner)) if headed => Step::Stop,
        (_, Some(RoleKind::Determiner)) => Step::Determiner {
            definite: item
                .role()
                .is_some_and(|role| role.class == DEFINITE || role.class == SAME),
        },
        (_, Some(RoleKind::Quantity | RoleKind::Title)) => Step::Skip,
        _ => Step::Keep,
    }
}

/// Class of the determiners that point back.
pub(super) const DEFINITE: &str = "the";
/// Class of the determiners that point back to whoever was named last.
const SAME: &str = "the same";

fn step_at_mark(mark: &str) -> Step {
    match mark {
        "(" | "[" => Step::Part(Tie::Bracketed),
        "," | ":" | "—" | "–" | "-" => Step::Part(Tie::Apposed),
        ")" | "]" => Step::Part(Tie::Apposed),
        "." | ";" | "!" | "?" => Step::Stop,
        _ => Step::Skip,
    }
}
