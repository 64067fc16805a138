//! What a comma or brackets add to a name phrase: an acronym, a role beside a name, or a name beside a role.

use crate::lexicon::parties::{RoleKind, Word};

use super::chunk::{extend, is_content, is_determiner};
use super::items::{Item, Label};
use super::kinds::{is_noun, is_person_noun};

/// A bracketed acronym, or a phrase behind a comma that is a role beside a name or a name beside a role.
pub(super) fn with_apposed(
    items: &[Item<'_>],
    words: &[Word],
    (from, end): (usize, usize),
    apart: &dyn Fn((usize, usize), (usize, usize)) -> bool,
) -> usize {
    let mark = |at: usize, mark: &str| items.get(at).is_some_and(|i| words[i.first].key == mark);
    if mark(end, "(") && mark(end + 2, ")") && is_content(&items[end + 1]) {
        return with_apposed(items, words, (from, end + 3), apart);
    }
    if !mark(end, ",") {
        return end;
    }
    // "Jane Roe, who speaks for the League".
    if items.get(end + 1).and_then(Item::role_kind) == Some(RoleKind::Leads) {
        let next = behind_determiner(items, end + 2);
        let named = items.get(next).is_some_and(is_content);
        return if named { extend(items, next) } else { end };
    }
    let next = behind_determiner(items, end + 1);
    if !items.get(next).is_some_and(is_content) {
        return end;
    }
    let beyond = extend(items, next);
    let span = |first: usize, last: usize| (items[first].first, items[last - 1].last);
    let apart = || apart(span(from, end), span(next, beyond));
    let here_role = has_role(&items[from..end]);
    // "The spokesman of X, Jane Roe, said": the second comma closes what the first opened.
    let closed = here_role && mark(beyond, ",");
    if tells_more(&items[from..end], &items[next..beyond], here_role) && (closed || !apart()) {
        beyond
    } else {
        end
    }
}

/// The item at `at`, or the one behind it where it is a determiner.
fn behind_determiner(items: &[Item<'_>], at: usize) -> usize {
    at + usize::from(items.get(at).is_some_and(is_determiner))
}

/// Whether a noun says what somebody is; a rank before a name is part of the name ("Brigadier General Jane Roe, commander of
/// X").
fn has_role(here: &[Item<'_>]) -> bool {
    let rank = |i: &Item<'_>| matches!(i.role_kind(), Some(RoleKind::Staff | RoleKind::Title));
    let called = here.last().is_some_and(is_called);
    let ranked_name = called && here.iter().filter(|i| names_role(i)).all(rank);
    here.iter().any(names_role) && !ranked_name
}

/// Whether what stands behind the comma says more of whom stands before it: a role of a name, or the name of a role.
fn tells_more(here: &[Item<'_>], there: &[Item<'_>], here_role: bool) -> bool {
    if !here_role && is_person_behind_body(here, there) {
        return false;
    }
    let there_role = there.iter().any(|i| i.role().is_some());
    if !here_role {
        return there_role && !there.windows(2).any(is_ranked);
    }
    // "Its spokesman, Colonel Jane Roe": the rank is no other office.
    let rank = matches!(
        there.first().and_then(Item::role_kind),
        Some(RoleKind::Staff | RoleKind::Title)
    );
    let ranked = rank && there.last().is_some_and(is_called);
    let named = |i: &Item<'_>| is_called(i) || i.is_body();
    let there_name = there.first().is_some_and(named) || ranked;
    there_name && (!there_role || ranked)
}

/// "It bid for Shell, a spokesman said": no person is another name for a body.
fn is_person_behind_body(here: &[Item<'_>], there: &[Item<'_>]) -> bool {
    let body = |i: &Item<'_>| i.is_body() && !i.is_person();
    let person = |i: &Item<'_>| i.role_kind().is_some_and(is_person_noun);
    let first_noun = there.iter().find(|i| names_role(i));
    here.last().is_some_and(body) && first_noun.is_some_and(person)
}

/// "At Hodeidah Airport, General Jane Roe said": a name behind its rank is no other name for the one before.
fn is_ranked(pair: &[Item<'_>]) -> bool {
    let rank = pair[0]
        .role_kind()
        .is_some_and(|kind| is_person_noun(kind) || kind == RoleKind::Title);
    rank && is_called(&pair[1])
}

/// A name of a person, or one that no list knows.
fn is_called(item: &Item<'_>) -> bool {
    matches!(item.label, Label::Unknown) || item.is_person()
}

fn names_role(item: &Item<'_>) -> bool {
    item.role().is_some_and(|role| is_noun(role.kind))
}
