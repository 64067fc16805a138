//! Labels the words of a phrase: listed names, role nouns, unknown names, and the rest.

use crate::lexicon::parties::{Caps, FormKind, PartyKind, PartyMatch, Role, RoleKind, Word};

use super::PartyContext;
use super::joined::join_pairs;

/// What a stretch of words is.
#[derive(Debug, Clone)]
pub(super) enum Label<'a> {
    /// A name that the lists know; every entry it can mean.
    Name(Vec<PartyMatch<'a>>),
    /// A common noun or small word that the lists know.
    Role(&'a Role),
    /// Words with capitals that no list knows.
    Unknown,
    /// Any other word.
    Other,
    /// Owner's mark.
    Possessive,
    /// Punctuation.
    Mark,
}

/// A labelled stretch of words `first..last`.
#[derive(Debug, Clone)]
pub(super) struct Item<'a> {
    /// First word.
    pub first: usize,
    /// One past the last word.
    pub last: usize,
    /// What it is.
    pub label: Label<'a>,
    /// The role noun that the same words can also be ("General Staff").
    pub or_role: Option<&'a Role>,
}

impl<'a> Item<'a> {
    /// The role noun, whether it is one or can be one.
    pub fn role(&self) -> Option<&'a Role> {
        match self.label {
            Label::Role(role) => Some(role),
            _ => None,
        }
    }

    /// The kind of role.
    pub fn role_kind(&self) -> Option<RoleKind> {
        self.role().map(|role| role.kind)
    }

    /// Whether it names a person of the lists.
    pub fn is_person(&self) -> bool {
        matches!(&self.label, Label::Name(hits) if hits.iter().any(|m| m.entry.kind == PartyKind::Person))
    }

    /// Whether it is a listed name and no state's.
    pub fn is_body(&self) -> bool {
        let state = |m: &PartyMatch<'_>| m.entry.kind == PartyKind::State;
        matches!(&self.label, Label::Name(hits) if !hits.iter().any(state))
    }

    /// Whether it names nothing but persons, companies or outlets, whose names others bear too.
    pub fn is_private(&self) -> bool {
        let private = |m: &PartyMatch<'_>| {
            matches!(
                m.entry.kind,
                PartyKind::Person | PartyKind::Company | PartyKind::Outlet
            )
        };
        matches!(&self.label, Label::Name(hits) if hits.iter().all(private))
    }

    /// Whether it is a name of persons or states that needs support.
    pub fn is_ambiguous(&self) -> bool {
        let open =
            |m: &PartyMatch<'_>| matches!(m.entry.kind, PartyKind::Person | PartyKind::State);
        matches!(&self.label, Label::Name(hits) if hits.iter().any(open))
    }

    /// Whether it is the adjective of a state.
    pub fn is_demonym(&self) -> bool {
        matches!(&self.label, Label::Name(hits) if hits.iter().any(|m| m.form.kind == FormKind::Demonym))
    }
}

/// Labels all words from left to right, longest name or role first.
pub(super) fn label<'a>(words: &[Word], context: &PartyContext<'a>) -> Vec<Item<'a>> {
    let mut items: Vec<Item<'a>> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let item = label_at(words, at, context);
        at = item.last;
        match (items.last_mut(), &item.label) {
            (Some(before), Label::Unknown) if matches!(before.label, Label::Unknown) => {
                before.last = item.last
            }
            _ => items.push(item),
        }
    }
    join_particles(&mut items, words);
    join_regions(&mut items, words);
    join_pairs(&mut items, words);
    undo_members(&mut items, words);
    hide_models(&mut items, words);
    respell(absorb(items, words, context), words, context)
}

/// Particles inside a name are part of it ("Turki al-Malki", "Juan de la Cruz"); any other is a plain word.
fn join_particles(items: &mut [Item<'_>], words: &[Word]) {
    let is_name = |item: Option<&Item<'_>>| {
        item.is_some_and(|i| matches!(i.label, Label::Unknown) || is_lone_surname(i))
    };
    let is_particle = |item: &Item<'_>| item.role_kind() == Some(RoleKind::Particle);
    for at in (0..items.len()).rev() {
        if !is_particle(&items[at]) {
            continue;
        }
        let next = is_name(items.get(at + 1));
        let before = items[..at].iter().rev().find(|i| !is_particle(i));
        let glued = words.get(items[at].last).is_some_and(|w| w.glued);
        let capital = words[items[at].first].caps > Caps::Lower;
        let inside = next && (capital || glued || is_name(before));
        items[at].label = if inside || capital {
            Label::Unknown
        } else {
            Label::Other
        };
    }
}

/// A word for a part of the world with a capital ends a name that it follows ("Meridian Nordic").
fn join_regions(items: &mut [Item<'_>], words: &[Word]) {
    for at in 1..items.len() {
        let region = items[at].role_kind() == Some(RoleKind::Elsewhere);
        let capital = words[items[at].first].caps == Caps::Title;
        if region && capital && matches!(items[at - 1].label, Label::Unknown) {
            items[at].label = Label::Unknown;
        }
    }
}

/// "The Drivers' Alliance" is no listed Alliance: those who are its members stand before it.
fn undo_members(items: &mut [Item<'_>], words: &[Word]) {
    for at in 2..items.len() {
        let [members, mark, body] = &items[at - 2..=at] else {
            continue;
        };
        let bare_mark = |i: &Item<'_>| {
            let word = &words[i.first];
            matches!(i.label, Label::Possessive) && BARE_MARK.contains(&(word.end - word.start))
        };
        let named = words[members.last - 1].caps == Caps::Title
            && matches!(members.label, Label::Unknown | Label::Role(_));
        let lone = body.last - body.first == 1 && words[body.first].caps == Caps::Title;
        let listed = matches!(&body.label, Label::Name(hits) if hits.iter().all(|m| m.entry.kind == PartyKind::Body));
        if named && bare_mark(mark) && lone && listed {
            items[at].label = items[at].or_role.map_or(Label::Unknown, Label::Role);
        }
    }
}

/// Bytes of an owner's mark without a letter, straight or curled ("drivers'").
const BARE_MARK: [usize; 2] = [1, 3];

/// "A Meridian Boeing 737", "its Airbus A320": who made a machine is no side and no part of its owner's name.
fn hide_models(items: &mut [Item<'_>], words: &[Word]) {
    for at in 1..items.len().saturating_sub(1) {
        let [before, maker, model] = &items[at - 1..=at + 1] else {
            continue;
        };
        let determined = matches!(before.label, Label::Unknown)
            || matches!(
                before.role_kind(),
                Some(RoleKind::Determiner | RoleKind::Its | RoleKind::Their)
            );
        let firm = matches!(&maker.label, Label::Name(hits) if hits.iter().all(|m| m.entry.kind == PartyKind::Company));
        if determined && firm && is_model(&words[model.first]) {
            items[at].label = Label::Other;
            items[at + 1].label = Label::Other;
        }
    }
}

/// "737", "A320", "MAX-8": a number of three digits, or digits behind a letter.
fn is_model(word: &Word) -> bool {
    let digits = word.key.chars().filter(char::is_ascii_digit).count();
    let letters = word.key.chars().filter(|c| c.is_alphabetic()).count();
    digits == MODEL_DIGITS && letters == 0 || digits > 0 && letters > 0 && word.caps > Caps::Lower
}

/// Digits of the number of a model without a letter.
const MODEL_DIGITS: usize = 3;

/// Unknown names that are other spellings of listed persons.
fn respell<'a>(
    mut items: Vec<Item<'a>>,
    words: &[Word],
    context: &PartyContext<'a>,
) -> Vec<Item<'a>> {
    for item in items
        .iter_mut()
        .filter(|i| matches!(i.label, Label::Unknown))
    {
        let hits = context.lexicon.spelled(&words[item.first..item.last]);
        if !hits.is_empty() {
            item.label = Label::Name(hits);
        }
    }
    items
}

fn label_at<'a>(words: &[Word], at: usize, context: &PartyContext<'a>) -> Item<'a> {
    let name = context.lexicon.longest_name(words, at);
    let role = context.lexicon.longest_role(words, at);
    let name = name.filter(|(length, _)| !is_article_of_longer(words, at, *length, context));
    let (length, label, or_role) = match (name, role) {
        (Some((n, hits)), Some((r, role))) if n >= r => {
            (n, Label::Name(hits), (n == r).then_some(role))
        }
        (_, Some((r, role))) => (r, Label::Role(role), None),
        (Some((n, hits)), None) => (n, Label::Name(hits), None),
        (None, None) => (1, plain(&words[at]), None),
    };
    Item {
        first: at,
        last: at + length,
        label,
        or_role,
    }
}

/// "The Independent" is no paper in "The Independent Electoral Commission".
fn is_article_of_longer(
    words: &[Word],
    at: usize,
    length: usize,
    context: &PartyContext<'_>,
) -> bool {
    let article = context
        .lexicon
        .longest_role(words, at)
        .is_some_and(|(_, role)| role.kind == RoleKind::Determiner);
    let next = words.get(at + length).is_some_and(|w| w.caps > Caps::Lower);
    article && length > 1 && next
}

fn plain<'a>(word: &Word) -> Label<'a> {
    if word.is_possessive() {
        Label::Possessive
    } else if word.is_mark() {
        Label::Mark
    } else if word.caps > Caps::Lower {
        Label::Unknown
    } else {
        Label::Other
    }
}

/// A listed name of one word beside unknown capitals is part of a longer name: "Michael Jordan", "Paris Hilton".
fn absorb<'a>(items: Vec<Item<'a>>, words: &[Word], context: &PartyContext<'_>) -> Vec<Item<'a>> {
    let mut out: Vec<Item<'a>> = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let next_unknown = items
            .get(index + 1)
            .is_some_and(|n| matches!(n.label, Label::Unknown));
        let before_role = items
            .get(index + 2)
            .is_some_and(|n| n.role().is_some_and(is_body_noun));
        let joins_next = next_unknown && !before_role && opens_longer_name(item, words);
        let after_name = |before: &Item<'_>| {
            matches!(before.label, Label::Unknown)
                || is_lone_surname(before) && is_lone_surname(item)
        };
        let noun = items.get(index + 1).is_some_and(|n| {
            matches!(n.label, Label::Name(_) | Label::Unknown)
                || n.role()
                    .is_some_and(|role| super::kinds::is_noun(role.kind))
        });
        let surname = !noun && item.is_demonym() && item.last - item.first == 1;
        let first_name = |before: &Item<'_>| is_first_name(before, words, context);
        let joins_before = closes_longer_name(item, words) && out.last().is_some_and(after_name)
            || surname && out.last().is_some_and(first_name);
        if joins_before && let Some(before) = out.last_mut() {
            before.label = Label::Unknown;
        }
        let mut item = item.clone();
        if joins_next || joins_before {
            item.label = Label::Unknown;
        }
        match out.last_mut() {
            Some(before)
                if matches!(
                    (&before.label, &item.label),
                    (Label::Unknown, Label::Unknown)
                ) =>
            {
                before.last = item.last;
            }
            _ => out.push(item),
        }
    }
    out
}

/// One word that is nothing but a person's name: two of them in a row are another person's ("Graham Brown").
fn is_lone_surname(item: &Item<'_>) -> bool {
    let Label::Name(hits) = &item.label else {
        return false;
    };
    item.last - item.first == 1 && hits.iter().all(|m| m.entry.kind == PartyKind::Person)
}

/// One word with a capital that is a first name ("Elena" before "German").
fn is_first_name(item: &Item<'_>, words: &[Word], context: &PartyContext<'_>) -> bool {
    let word = &words[item.first];
    let known = context.lexicon.is_first_name(&word.key) && word.caps == Caps::Title;
    matches!(item.label, Label::Unknown) && item.last - item.first == 1 && known
}

fn opens_longer_name(item: &Item<'_>, _words: &[Word]) -> bool {
    let Label::Name(hits) = &item.label else {
        return false;
    };
    item.last - item.first == 1
        && !item.is_demonym()
        && hits.iter().all(|m| {
            !matches!(
                m.entry.kind,
                PartyKind::Outlet
                    | PartyKind::Body
                    | PartyKind::Political
                    | PartyKind::Government
                    | PartyKind::Force
            )
        })
        && hits.iter().all(|m| m.form.kind != FormKind::Seat)
}

fn closes_longer_name(item: &Item<'_>, words: &[Word]) -> bool {
    let Label::Name(hits) = &item.label else {
        return false;
    };
    let single = item.last - item.first == 1 || words[item.first].caps == Caps::Lower;
    let surname = |m: &PartyMatch<'_>| {
        matches!(
            m.entry.kind,
            PartyKind::Person | PartyKind::Company | PartyKind::Outlet
        ) || m.entry.kind == PartyKind::State && m.form.kind != FormKind::Demonym
            // "The Tamil National Alliance" is not the Alliance.
            || m.entry.kind == PartyKind::Body && words[item.first].caps == Caps::Title
    };
    single && hits.iter().all(surname)
}

/// Nouns that take a state before them together with other capitals ("Israel Antiquities Authority").
fn is_body_noun(role: &Role) -> bool {
    !matches!(
        role.kind,
        RoleKind::Of
            | RoleKind::For
            | RoleKind::In
            | RoleKind::At
            | RoleKind::Link
            | RoleKind::And
            | RoleKind::Determiner
            | RoleKind::Relative
            | RoleKind::Title
            | RoleKind::Quantity
            | RoleKind::Time
            | RoleKind::His
            | RoleKind::Her
            | RoleKind::Its
            | RoleKind::Their
    )
}
