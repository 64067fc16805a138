//! A name that no list knows: found again in the article, given a side by the role beside it, or a side of its own.

use compact_str::CompactString;

use crate::lexicon::parties::{PartyKind, RoleKind, fold};

use super::affiliated::{of_body, of_movement, of_outlet};
use super::classes::OWNER;
use super::items::{Item, Label};
use super::kinds::{is_own_side, is_past, is_person_noun, names_body};
use super::phrase::Tie;
use super::side::{Reading, with_rule};
use super::{PartyDecision, anaphora, states};

/// Whom the unknown name at item `head` of part `index` means.
pub(super) fn resolve(
    reading: &Reading<'_, '_>,
    index: usize,
    head: usize,
) -> Option<PartyDecision> {
    if let Some(person) = of_programme(reading, index) {
        return Some(person);
    }
    let item = &reading.part(index)?.items[head];
    let written = reading.phrase.written(item);
    if let Some(known) = reading.article.by_full_name(written)
        && known.party.as_ref().is_some_and(|p| *p != known.entity)
    {
        return Some(with_rule(known, "party.name-in-article"));
    }
    let called = head
        .checked_sub(1)
        .and_then(|at| reading.part(index)?.items[at].role_kind());
    if let Some(side) = beside(reading, index, head, called) {
        return Some(under_name(written, side));
    }
    if let Some(known) = reading.named(item) {
        // "Jane Roe said ... Jane Roe of Northern Course said": the body's.
        let alone = known.party.as_ref() == Some(&known.entity);
        let body = of_body(reading, index, head).filter(|_| alone && called.is_none());
        return Some(body.map_or(known, |body| under_name(written, body)));
    }
    // "A Boeing whistleblower, Jane Roe": whom a firm hurt or who is against it does not speak for it.
    let serves = |found: &PartyDecision| match called {
        Some(kind) if is_own_side(kind) => false,
        Some(RoleKind::People) => found.kind == PartyKind::Outlet,
        _ => true,
    };
    let body = of_outlet(reading, index, head)
        .filter(serves)
        .or_else(|| of_body(reading, index, head))
        .or_else(|| of_movement(reading, item));
    let body = body.or_else(|| reading.served(index, head));
    let body = body.or_else(|| of_pointed_owner(reading, index, head));
    match body {
        Some(body) => Some(under_name(written, body)),
        None => for_itself(reading, index, item, called),
    }
}

/// "Match of the Day pundit Jane Roe": a title with "of" inside that stands before what she is called by.
fn of_programme(reading: &Reading<'_, '_>, index: usize) -> Option<PartyDecision> {
    let [name] = reading.part(index)?.items.as_slice() else {
        return None;
    };
    let next = reading.part(index + 1).filter(|next| next.tie == Tie::Of)?;
    let [.., called, last] = next.items.as_slice() else {
        return None;
    };
    let person = matches!(
        called.role_kind(),
        Some(RoleKind::People | RoleKind::Outlet)
    );
    let full = last.last - last.first > 1 && matches!(last.label, Label::Name(_) | Label::Unknown);
    let lone = index == 0 && name.last - name.first == 1;
    (lone && person && full)
        .then(|| reading.resolve(index + 1))
        .flatten()
}

/// "The group's Jane Roe": of the body that the noun before her name means.
fn of_pointed_owner(reading: &Reading<'_, '_>, index: usize, head: usize) -> Option<PartyDecision> {
    let part = reading.part(index)?;
    let [owner, mark] = &part.items[..head] else {
        return None;
    };
    let role = owner.role().filter(|role| names_body(role.kind))?;
    let marked = matches!(mark.label, Label::Possessive) && part.definite;
    let name = &part.items[head];
    let full = name.last - name.first > 1;
    let found = anaphora::bare_role(reading, role, true).filter(|_| marked && full)?;
    let body = !matches!(found.kind, PartyKind::State | PartyKind::Person);
    (body && found.party.is_some()).then_some(found)
}

/// "An army Antonov", "a police Toyota": a thing of the body's.
pub(super) fn is_model(reading: &Reading<'_, '_>, index: usize, head: usize) -> bool {
    let Some((part, at)) = reading.part(index).zip(head.checked_sub(1)) else {
        return false;
    };
    let organ = matches!(
        part.items[at].role_kind(),
        Some(RoleKind::Body | RoleKind::Force)
    );
    let lone = part.items[head].last - part.items[head].first == 1;
    part.indefinite && organ && lone
}

/// The side that the words beside a name give it: the role before it, or what a comma calls it.
fn beside(
    reading: &Reading<'_, '_>,
    index: usize,
    head: usize,
    called: Option<RoleKind>,
) -> Option<PartyDecision> {
    // "The socialist union FGTB": the noun says what it is, not whose.
    // "Rep. Jane Roe": nor is a member of a house its voice.
    let before = if called.is_some_and(|kind| is_own_side(kind) || kind == RoleKind::Member) {
        None
    } else {
        reading.role_before(index, head)
    };
    // "Brigadier Jane Roe, a Utopian military spokeswoman": what the text tells goes before what it lets guess.
    let told = || apposed(reading, index).filter(|side| !is_guessed(side) && side.party.is_some());
    let guessed = before.as_ref().is_some_and(is_guessed);
    // "Gen Jane Roe, Utopia's former chief of staff": nobody's any more.
    let before = match guessed {
        true if is_retired(reading, index) => told(),
        true => told().or(before),
        false => before,
    };
    let side = before.or_else(|| apposed(reading, index));
    let side = side.filter(|side| side.party.is_some())?;
    let written = reading.phrase.written(&reading.part(index)?.items[head]);
    if !bears_other_name(written, &side) {
        return Some(side);
    }
    let titled = states::of_titled_state(reading, &side);
    // "Attorney General Jane Roe", in an article of one land: that of a part of it.
    let regional = || {
        let role = reading
            .part(index)?
            .items
            .get(head.checked_sub(1)?)?
            .role()?;
        let own = reading.article.sole_state() == side.party.as_ref();
        (REGIONAL.contains(&role.class.as_str()) && own).then(|| side.clone())
    };
    titled
        .or_else(regional)
        .or_else(|| (!is_another(written, &side)).then_some(side))
}

/// The name as a side of its own, unless it is a place's or a common word.
fn for_itself(
    reading: &Reading<'_, '_>,
    index: usize,
    item: &Item<'_>,
    called: Option<RoleKind>,
) -> Option<PartyDecision> {
    let written = reading.phrase.written(item);
    let full = reading.article.titled.get(written);
    if let Some(full) = full.filter(|_| reading.at.is_none()) {
        return Some(own(full));
    }
    let lone_place =
        || item.last - item.first == 1 && reading.state_of_place(item, false).is_some();
    // "Gold producer Sandrock", "the rebel group Tallow": a body, whatever town or word is called so.
    let firm = called.is_some_and(|kind| matches!(kind, RoleKind::Company | RoleKind::Group));
    // "Ms Tolosa", "Commander Orsk": a person.
    let titled = || {
        let before = item.first.checked_sub(1);
        let title = before.and_then(|at| {
            reading
                .context
                .lexicon
                .longest_role(&reading.phrase.words, at)
        });
        let title = title.is_some_and(|(length, role)| length == 1 && role.kind == RoleKind::Title);
        title || called.is_some_and(is_person_noun)
    };
    if !firm && !titled() && (lone_place() || reading.article.is_common(written)) {
        // "The Ridge (RLA)": brackets tell whose it is.
        return reading.apposed_listed(index);
    }
    is_name(written).then(|| own(written))
}

/// The side of what a comma calls a name; "X, a militia of the province Y" is no word of Y's.
fn apposed(reading: &Reading<'_, '_>, index: usize) -> Option<PartyDecision> {
    let side = reading.apposed_side(index)?;
    let next = reading.part(index + 1)?;
    let role = next.items.get(super::head::head_of(next)?)?.role();
    // "Tallow Lines, owner of the Meridian Star": a firm that owns something speaks for itself.
    if role.is_some_and(|role| role.class == OWNER) && is_firm(reading, index) {
        return None;
    }
    let noun = role.map(|role| role.kind);
    // "Norbane, the state railway": nor the company that the article named before.
    // "Corva Watch, a Utopia-based group": nor a group of that land.
    let coined = side.rule == "party.own" && side.kind == PartyKind::Group;
    let of_place = side.kind == PartyKind::Unlisted || side.rule == "party.pattern-place" || coined;
    // "PDR, the party of President Bah", "the main opposition party": a party goes by its own name.
    let party = noun == Some(RoleKind::Political);
    (!(party || of_place && noun.is_some_and(is_own_side))).then_some(side)
}

/// Whether the name that heads a part is no person's: several words, the first of which is no first name.
fn is_firm(reading: &Reading<'_, '_>, index: usize) -> bool {
    let head = |part| super::head::head_of(part).map(|head| &part.items[head]);
    let name = reading.part(index).and_then(head);
    let name = name.map_or("", |item| reading.phrase.written(item));
    name.split_once(' ').is_some_and(|(first, _)| {
        let first = reading.context.lexicon.is_first_name(&first.to_lowercase());
        !first && !reading.article.is_person_name(name)
    })
}

/// Whether a comma tells what somebody once was.
fn is_retired(reading: &Reading<'_, '_>, index: usize) -> bool {
    let next = reading.part(index + 1);
    next.is_some_and(|next| next.tie == Tie::Apposed && is_past(&next.items))
}

/// Whether nothing but where the text is and who stands near gave the side.
fn is_guessed(side: &PartyDecision) -> bool {
    GUESSED.contains(&side.rule)
}

/// Rules by which a body or office without an owner gets one.
const GUESSED: &[&str] = &[
    "party.body-in-article",
    "party.outlet-side",
    "party.state-of-article",
    "party.state-of-scene",
];

/// Classes of the offices of a state that its parts have as well.
const REGIONAL: &[&str] = &["justice minister"];

/// The office was lent from the article's state, and another holds it there: a guest from abroad.
pub(super) fn is_another(written: &str, side: &PartyDecision) -> bool {
    side.rule == "party.state-of-scene" && bears_other_name(written, side)
}

/// Whether an office was lent from a state of the article in which one of another name holds it.
fn bears_other_name(written: &str, side: &PartyDecision) -> bool {
    let lent = matches!(side.rule, "party.state-of-scene" | "party.state-of-article");
    let surname = |name: &str| name.rsplit(' ').next().map(fold);
    lent && side.kind == PartyKind::Person && surname(written) != surname(&side.entity)
}

fn under_name(name: &str, side: PartyDecision) -> PartyDecision {
    let rule = if side.rule == "party.office" {
        "party.role-in-article"
    } else {
        side.rule
    };
    PartyDecision {
        entity: name.into(),
        kind: if side.kind == PartyKind::Outlet {
            PartyKind::Outlet
        } else {
            PartyKind::Person
        },
        rule,
        ..side
    }
}

/// The name stands for itself.
pub(super) fn own(name: &str) -> PartyDecision {
    let bare = name.strip_suffix('.').filter(|bare| !bare.contains('.'));
    let entity: CompactString = bare.unwrap_or(name).into();
    PartyDecision {
        party: Some(entity.clone()),
        entity,
        kind: PartyKind::Unlisted,
        rule: "party.own",
        line: None,
    }
}

/// A lone initial or number is no name.
fn is_name(written: &str) -> bool {
    let count = |fits: fn(char) -> bool| written.chars().filter(|&c| fits(c)).count();
    count(char::is_alphabetic) > 0 && count(char::is_alphanumeric) > 1
}
