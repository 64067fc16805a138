//! For whom the publisher of an article speaks: the issuer of a statement, the owner of a medium, nobody.

use compact_str::CompactString;

use crate::lexicon::parties::{Caps, PartyKind, Role, RoleKind, Word, split_words};

use super::items::Label;
use super::labels::label;
use super::names::ArticleNames;
use super::{PartyContext, PartyDecision, decide, unlisted};

/// What the outlet's name tells.
#[derive(Debug, Clone, Default)]
pub(super) struct Publisher {
    /// Who issued the article, where it is a statement: its own voice is theirs.
    pub author: Option<PartyDecision>,
    /// The side for which the outlet speaks.
    pub side: Option<CompactString>,
    /// The state in which the outlet is at home.
    pub home: Option<CompactString>,
    /// The outlet's name without what stands in brackets.
    pub name: CompactString,
}

/// Reads the outlet's name ("Ethiopian News Agency", "Sindmina (statement)", "Gold Mining plc newsroom").
pub(super) fn read(context: &PartyContext<'_>) -> Publisher {
    let Some(outlet) = context.outlet else {
        return Publisher::default();
    };
    // The name must not count as the article's own outlet while it is read.
    let context = &PartyContext {
        outlet: None,
        dateline: None,
        ..*context
    };
    let (name, remark) = parts(outlet);
    let issued = is_document(remark, context).then_some(name);
    let issued = issued.or_else(|| before_document(name, context));
    // "Sindmina (Utopian Ministry of Information)": a medium's release is its owner's.
    let released = || {
        let issuer = context.lexicon.issuer(outlet, context.title)?;
        Some(owner(remark, context).map_or(issuer, |_| remark))
    };
    let issued = issued.or_else(released);
    if let Some(issuer) = issued {
        return of_issuer(issuer, context);
    }
    let found = context.lexicon.find(name, context.date);
    let listed = found.first().map(|found| found.entry);
    match listed {
        Some(entry) if entry.kind.issues_own_word() => of_issuer(name, context),
        Some(entry) => Publisher {
            author: movement(&entry.speaks_for, context),
            side: (!entry.speaks_for_itself())
                .then(|| super::tenure::follow(context.lexicon, &entry.speaks_for, context.date)),
            home: (!entry.country.is_empty()).then(|| entry.country.clone()),
            name: name.into(),
        },
        None if context.lexicon.names_public_body(name) => of_issuer(name, context),
        None if context.lexicon.names_firm(name) => of_issuer(name, context),
        None => Publisher {
            author: owner(remark, context).and_then(|side| movement(&side, context)),
            side: owner(remark, context).or_else(|| state_medium(name, context)),
            home: home(name, context),
            name: name.into(),
        },
    }
}

/// "The Medicines Agency publishes an update": a text that begins with the name of the body that published it is its own
/// word.
pub(super) fn confirm(publisher: &mut Publisher, first: &str, context: &PartyContext<'_>) {
    let name = publisher.name.clone();
    let known = publisher.author.is_some() || publisher.side.is_some();
    if !known && context.lexicon.begins_own_word(&name, first) {
        let context = &PartyContext {
            outlet: None,
            dateline: None,
            ..*context
        };
        *publisher = of_issuer(&name, context);
    }
}

/// What an armed group's or a party's own medium says in its own voice is the group's word; a state's medium reports.
fn movement(side: &str, context: &PartyContext<'_>) -> Option<PartyDecision> {
    let entry = context.lexicon.named(side, context.date)?;
    let own = matches!(entry.kind, PartyKind::Group | PartyKind::Political);
    own.then(|| PartyDecision {
        entity: entry.canonical.clone(),
        kind: entry.kind,
        party: Some(super::tenure::follow(
            context.lexicon,
            &entry.canonical,
            context.date,
        )),
        rule: "party.own-medium",
        line: Some(entry.line),
    })
}

/// The name, and what stands behind it in brackets.
fn parts(outlet: &str) -> (&str, &str) {
    match outlet.split_once('(') {
        Some((name, remark)) => (name.trim(), remark.trim_end_matches(')').trim()),
        None => (outlet.trim(), ""),
    }
}

fn of_issuer(name: &str, context: &PartyContext<'_>) -> Publisher {
    let found = decide::decide(name, None, &ArticleNames::default(), context);
    let public = found.party.is_some() && found.kind.issues_own_word();
    let company = found.kind == PartyKind::Company && found.line.is_some();
    // "Gold Mining plc": the form of a company is no part of its name.
    let form = |rest: &str| {
        let words = split_words(rest);
        let title = |at: usize| {
            context
                .lexicon
                .longest_role(&words, at)
                .map(|(_, role)| role.kind)
        };
        (0..words.len()).all(|at| title(at) == Some(RoleKind::Title))
    };
    let bare = name.strip_prefix(found.entity.as_str()).is_some_and(form);
    // "Press Service of the President of Utopia": the office is the state's, whoever holds it.
    let holds = found.rule == "party.office" || context.lexicon.names_public_body(name);
    let office = found.kind == PartyKind::Person && holds;
    let public = public || office;
    let found = if office {
        PartyDecision {
            entity: name.into(),
            kind: PartyKind::Government,
            ..found
        }
    } else {
        found
    };
    let author = if public || company || found.rule == "party.own" && bare {
        found
    } else {
        unlisted::own(name)
    };
    Publisher {
        side: author.party.clone().filter(|_| public),
        home: None,
        name: name.into(),
        author: Some(author),
    }
}

/// The state whose name, adjective or town an outlet's name bears ("Batken Tribune").
fn home(name: &str, context: &PartyContext<'_>) -> Option<CompactString> {
    let items = label(&split_words(name), context);
    let words = split_words(name);
    items.iter().find_map(|item| match &item.label {
        Label::Name(hits) => {
            let mut states = hits.iter().filter(|m| m.entry.kind == PartyKind::State);
            let state = states.next()?.entry;
            states
                .all(|m| m.entry.canonical == state.canonical)
                .then(|| state.country.clone())
        }
        Label::Unknown if words.len() > 1 => {
            let first = words.get(item.first)?;
            let place = name.get(first.start..first.end)?;
            (context.country_of)(place).map(CompactString::from)
        }
        _ => None,
    })
}

/// "Utopian State News Agency": a medium that calls itself a state's speaks for it.
fn state_medium(name: &str, context: &PartyContext<'_>) -> Option<CompactString> {
    let words = split_words(name);
    let items = label(&words, context);
    let owned = |item: &super::items::Item<'_>| item.role_kind() == Some(RoleKind::StateMedia);
    let stated = items.iter().any(owned);
    let state = home(name, context).filter(|_| stated)?;
    Some(super::tenure::follow(context.lexicon, &state, context.date))
}

/// "(statement)", "(company press release)", "(press service)": a word for a document or the office that issues them ends
/// the remark, and no name stands before it.
fn is_document(remark: &str, context: &PartyContext<'_>) -> bool {
    let words = split_words(remark);
    let plain = |word: &Word| word.caps == Caps::Lower && !word.is_mark();
    let ends = |at: usize| {
        let role = context.lexicon.longest_role(&words, at);
        role.is_some_and(|(length, role)| at + length == words.len() && issues(role))
    };
    (0..words.len()).any(|at| ends(at) && words[..at].iter().all(plain))
}

/// Whether a noun stands for a document or the office that issues them.
fn issues(role: &Role) -> bool {
    role.kind == RoleKind::Text || role.is_press_office()
}

/// "Shell newsroom", "Kremlin press service": whose a name is that ends in a word for a document or the office that
/// issues them, with a small letter.
fn before_document<'n>(name: &'n str, context: &PartyContext<'_>) -> Option<&'n str> {
    let words = split_words(name);
    (1..words.len()).find_map(|at| {
        let (length, role) = context.lexicon.longest_role(&words, at)?;
        let small = name[words[at].start..].starts_with(char::is_lowercase);
        let ends = at + length == words.len();
        let before = name[..words[at].start].trim();
        // "Chevron Newsroom": whom the lists know, also with a capital.
        let known = || {
            let found = context.lexicon.find(before, context.date);
            found.iter().any(|m| m.entry.kind != PartyKind::Outlet)
        };
        let office = role.is_press_office();
        (issues(role) && ends && (small || office && known())).then_some(before)
    })
}

/// "RSF media", "party newspaper": whose the medium is.
fn before_medium<'r>(remark: &'r str, context: &PartyContext<'_>) -> Option<&'r str> {
    let words = split_words(remark);
    let at = (1..words.len()).find(|&at| {
        let role = context.lexicon.longest_role(&words, at);
        let medium = |kind| matches!(kind, RoleKind::Outlet | RoleKind::StateMedia);
        role.is_some_and(|(length, role)| at + length == words.len() && medium(role.kind))
    })?;
    remark.get(..words[at].start).map(str::trim_end)
}

/// A listed body or group that a remark names as the owner ("Eritrean Ministry of Information").
fn owner(remark: &str, context: &PartyContext<'_>) -> Option<CompactString> {
    if remark.is_empty() {
        return None;
    }
    let remark = before_medium(remark, context).unwrap_or(remark);
    let found = decide::decide(remark, None, &ArticleNames::default(), context);
    let owns = found.line.is_some() || found.rule == "party.demonym-body";
    let owner = !matches!(
        found.kind,
        PartyKind::State | PartyKind::Outlet | PartyKind::Unlisted | PartyKind::Company
    );
    found.party.filter(|_| owns && owner)
}
