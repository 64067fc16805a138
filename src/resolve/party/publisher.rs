//! For whom the publisher of an article speaks: the issuer of a statement, the owner of a medium, nobody.

use compact_str::CompactString;

use crate::lexicon::parties::{PartyKind, RoleKind, split_words};

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
        ..*context
    };
    let (name, remark) = parts(outlet);
    let issued = is_document(remark, context).then_some(name);
    let issued = issued.or_else(|| before_document(name, context));
    if let Some(issuer) = issued {
        return of_issuer(issuer, context);
    }
    let found = context.lexicon.find(name, context.date);
    let listed = found.first().map(|found| found.entry);
    match listed {
        Some(entry) if entry.kind.issues_own_word() => of_issuer(name, context),
        Some(entry) => Publisher {
            author: None,
            side: (!entry.speaks_for_itself())
                .then(|| super::tenure::follow(context.lexicon, &entry.speaks_for, context.date)),
            home: (!entry.country.is_empty()).then(|| entry.country.clone()),
            name: name.into(),
        },
        None => Publisher {
            side: owner(remark, context),
            name: name.into(),
            ..Publisher::default()
        },
    }
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
    let author = if public || company {
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

/// "(statement)", "(press release)".
fn is_document(remark: &str, context: &PartyContext<'_>) -> bool {
    let words = split_words(remark);
    let role = context.lexicon.longest_role(&words, 0);
    role.is_some_and(|(length, role)| length == words.len() && role.kind == RoleKind::Text)
}

/// "Shell newsroom", "Kremlin press service": whose a name is that ends in a word for a document or the office that
/// issues them, with a small letter.
fn before_document<'n>(name: &'n str, context: &PartyContext<'_>) -> Option<&'n str> {
    let words = split_words(name);
    (1..words.len()).find_map(|at| {
        let (length, role) = context.lexicon.longest_role(&words, at)?;
        let issues = role.kind == RoleKind::Text || role.class == PRESS;
        let small = name[words[at].start..].starts_with(char::is_lowercase);
        let ends = at + length == words.len();
        (issues && small && ends).then(|| name[..words[at].start].trim())
    })
}

/// Class of the offices that issue a body's statements.
const PRESS: &str = "press office";

/// A listed body or group that a remark names as the owner ("Eritrean Ministry of Information").
fn owner(remark: &str, context: &PartyContext<'_>) -> Option<CompactString> {
    if remark.is_empty() {
        return None;
    }
    let found = decide::decide(remark, None, &ArticleNames::default(), context);
    let owns = found.line.is_some() || found.rule == "party.demonym-body";
    let owner = !matches!(
        found.kind,
        PartyKind::State | PartyKind::Outlet | PartyKind::Unlisted | PartyKind::Company
    );
    found.party.filter(|_| owns && owner)
}
