//! Which date belongs to which event: the nearest that hangs on its clause and on nothing else.

use crate::extract::tree::Tree;
use crate::model::parsed::{Dep, Pos, Tag};

use super::{DateMention, Kind};

/// The mention that dates the event that `trigger` names; `None` where the sentence does not tell.
///
/// A date of the report ("said on Tuesday that …") or of another event in the sentence is never taken.
pub fn date_of<'m>(
    tree: &Tree,
    trigger: usize,
    mentions: &'m [DateMention],
) -> Option<&'m DateMention> {
    date_of_event(tree, trigger, mentions, &|_| false)
}

/// As [`date_of`], with a test for reporting words, whose dates are theirs also where the event is their object
/// ("reported the capture on Monday").
pub fn date_of_event<'m>(
    tree: &Tree,
    trigger: usize,
    mentions: &'m [DateMention],
    is_report: &dyn Fn(usize) -> bool,
) -> Option<&'m DateMention> {
    nearest(tree, trigger, mentions, is_report)
}

/// The mention that dates a reporting word: when it was said.
pub fn report_date_of<'m>(
    tree: &Tree,
    cue: usize,
    mentions: &'m [DateMention],
) -> Option<&'m DateMention> {
    let ranked = mentions
        .iter()
        .filter(|mention| mention.kind == Kind::Point || is_dating(mention));
    ranked
        .filter_map(|mention| Some((below(tree, mention, cue)?, mention)))
        .min_by_key(|(rank, mention)| (*rank, distance(mention, cue)))
        .map(|(_, mention)| mention)
}

/// Whether a mention hangs on `token`, and on no other clause below it.
pub fn hangs_on(tree: &Tree, mention: &DateMention, token: usize) -> bool {
    below(tree, mention, token).is_some()
}

fn nearest<'m>(
    tree: &Tree,
    trigger: usize,
    mentions: &'m [DateMention],
    is_report: &dyn Fn(usize) -> bool,
) -> Option<&'m DateMention> {
    if mentions.is_empty() {
        return None;
    }
    let homes = homes(tree, trigger, is_report);
    mentions
        .iter()
        .filter(|mention| is_dating(mention))
        .filter_map(|mention| {
            let rank = homes.iter().find_map(|home| {
                let rank = below(tree, mention, home.token)?;
                home.takes(mention).then_some(home.rank + rank)
            })?;
            Some((rank, distance(mention, trigger), mention))
        })
        .min_by_key(|(rank, distance, _)| (*rank, *distance))
        .map(|(_, _, mention)| mention)
}

/// A place in the tree whose dates are dates of the event.
struct Home {
    token: usize,
    rank: u32,
    /// Only dates before this token count.
    before: Option<usize>,
}

impl Home {
    fn takes(&self, mention: &DateMention) -> bool {
        self.before.is_none_or(|before| mention.last < before)
    }
}

/// The trigger, then what it shares its date with, nearer kin first.
fn homes(tree: &Tree, trigger: usize, is_report: &dyn Fn(usize) -> bool) -> Vec<Home> {
    let mut found = vec![Home {
        token: trigger,
        rank: 0,
        before: None,
    }];
    let (mut at, mut from_clause) = (trigger, false);
    for step in 1..=STEPS {
        let Some(head) = tree.head(at).filter(|&head| !is_report(head)) else {
            break;
        };
        let Some(before) = shares_date(tree, at, head) else {
            break;
        };
        // "wrote on Monday about a group that shelled it": a clause's noun does not take the date of what governs it.
        let governed = matches!(tree.dep(at), Dep::Pobj | Dep::Pcomp);
        if governed && from_clause {
            break;
        }
        from_clause = tree.dep(at) == Dep::Relcl;
        found.push(Home {
            token: head,
            rank: 10 * step,
            before,
        });
        at = head;
    }
    // "captured X and destroyed Y on Monday": the last of a row may date the first.
    let mates = tree.kids(trigger).filter(|&kid| {
        tree.dep(kid) == Dep::Conj || is_when_clause(tree, kid) || tells_of_deed(tree, trigger, kid)
    });
    found.extend(mates.map(|token| Home {
        token,
        rank: 5,
        before: None,
    }));
    found
}

/// How far up an event may look for its date.
const STEPS: u32 = 3;

/// Whether `head` dates what hangs on it as `at` does; `Some(Some(token))` when only dates before that token do.
fn shares_date(tree: &Tree, at: usize, head: usize) -> Option<Option<usize>> {
    match tree.dep(at) {
        // "managed to capture on Monday", but "claimed on Monday to have captured" is a date of the claim.
        Dep::Xcomp if tree.is_verb(head) => Some(None),
        // "hit the ship on Monday and did great damage": a date before a mate without a subject of its own holds for it.
        Dep::Conj if tree.is_verb(at) && has_subject(tree, at) => None,
        Dep::Conj if tree.is_verb(at) => Some(Some(at)),
        Dep::Conj => Some(None),
        // "an attack on Monday that killed 20", "an attack on Monday, killing 20".
        Dep::Relcl => Some(None),
        // "the claim that it was captured" is dated as a claim.
        Dep::Acl if !has_subject(tree, at) => Some(None),
        Dep::Advcl if !has_subject(tree, at) || is_when_clause(tree, at) => Some(None),
        // "the attack took place on Monday", "carried out a strike on Monday".
        Dep::Nsubj | Dep::Nsubjpass | Dep::Dobj if tree.is_verb(head) => Some(None),
        // "died in the attack on Monday", "killed in fighting on Monday".
        Dep::Pobj | Dep::Pcomp => Some(None),
        Dep::Prep | Dep::Agent => Some(None),
        Dep::Compound | Dep::Amod | Dep::Nmod | Dep::Appos => Some(None),
        _ => None,
    }
}

/// "when the bomb went off": the time of a clause with such a word is that of its main clause.
fn is_when_clause(tree: &Tree, verb: usize) -> bool {
    tree.dep(verb) == Dep::Advcl
        && tree
            .kids(verb)
            .any(|kid| tree.dep(kid) == Dep::Advmod && tree.tag(kid) == Tag::WRB && kid < verb)
}

/// "the downing of the plane, which happened on Monday", "the blast that killed six on Monday": what a deed did or how it
/// came about was on its day.
fn tells_of_deed(tree: &Tree, deed: usize, clause: usize) -> bool {
    let which =
        |kid: usize| tree.dep(kid) == Dep::Nsubj && matches!(tree.tag(kid), Tag::WDT | Tag::WP);
    tree.pos(deed) == Pos::Noun && tree.dep(clause) == Dep::Relcl && tree.kids(clause).any(which)
}

fn has_subject(tree: &Tree, verb: usize) -> bool {
    tree.kids(verb)
        .any(|kid| matches!(tree.dep(kid), Dep::Nsubj | Dep::Nsubjpass))
}

/// How directly a mention hangs on `home`, 0 the most; `None` when another clause or phrase holds it.
fn below(tree: &Tree, mention: &DateMention, home: usize) -> Option<u32> {
    if (mention.first..=mention.last).contains(&home) {
        return None;
    }
    let mut at = head_token(tree, mention);
    let mut rank = 0;
    for _ in 0..8 {
        if at == home {
            return Some(rank);
        }
        rank += step(tree, at, at == head_token(tree, mention))?;
        at = tree.head(at)?;
    }
    None
}

/// The cost of a step up from `at`, `None` where the step leaves what the date can belong to.
fn step(tree: &Tree, at: usize, is_mention: bool) -> Option<u32> {
    match tree.dep(at) {
        Dep::Prep | Dep::Agent | Dep::Npadvmod | Dep::Advmod | Dep::Nummod | Dep::Quantmod => {
            Some(0)
        }
        Dep::Pobj if is_mention => Some(0),
        Dep::Poss | Dep::Compound | Dep::Nmod | Dep::Amod if is_mention => Some(0),
        Dep::Appos | Dep::Attr | Dep::Oprd | Dep::Dative | Dep::Pcomp | Dep::Conj if is_mention => {
            Some(1)
        }
        Dep::Pobj => Some(3),
        Dep::Dobj | Dep::Nsubj | Dep::Nsubjpass | Dep::Csubj => Some(2),
        Dep::Appos | Dep::Attr | Dep::Dep => Some(4),
        _ => None,
    }
}

fn head_token(tree: &Tree, mention: &DateMention) -> usize {
    let outside = |&token: &usize| {
        tree.head(token)
            .is_none_or(|head| head < mention.first || head > mention.last)
    };
    (mention.first..=mention.last)
        .find(outside)
        .unwrap_or(mention.first)
}

/// A day that only places another dates nothing itself.
fn is_dating(mention: &DateMention) -> bool {
    mention.kind != Kind::Reference
}

fn distance(mention: &DateMention, token: usize) -> usize {
    if mention.last < token {
        token - mention.last
    } else {
        mention.first.saturating_sub(token)
    }
}
