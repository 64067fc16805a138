//! Traits of what a word governs and what governs it, beyond its own pattern: the clause below, the noun behind a preposition.

use crate::model::parsed::Dep;

use super::super::tree::Tree;
use super::traits::{pattern, sort_of, subject_of};

/// The names of the list: `ps` pattern and subject, `hd`, `hp`, `wh` the head and the relation to it, `hc` the pattern of
/// what the word is joined to, `tp` tag with pattern and relation, `ccl`, `cct`, `xcl`, `xct` word and tag of the clause
/// below, `po`, `wpo` the sort of what stands behind a preposition, `od`, `old` what hangs on the object, `kd` relations below.
pub(super) fn government(tree: &Tree, token: usize, pattern: char, found: &mut Vec<String>) {
    if let (Some(subject), _) = subject_of(tree, token) {
        found.push(format!("ps {pattern} {}", sort_of(tree, subject)));
    }
    let relation = tree.dep(token).as_str();
    found.push(format!(
        "tp {} {pattern} {relation}",
        tree.tag(token).as_str()
    ));
    if let Some(head) = tree.head(token) {
        above(tree, token, head, found);
    }
    for kid in tree.kids(token) {
        below(tree, token, kid, found);
    }
}

fn above(tree: &Tree, token: usize, head: usize, found: &mut Vec<String>) {
    let (relation, word) = (tree.dep(token), tree.lemma(head));
    found.push(format!(
        "hd {} {}",
        tree.pos(head).as_str(),
        relation.as_str()
    ));
    found.push(format!("hp {} {word}", relation.as_str()));
    found.push(format!("wh {} {word}", tree.lemma(token)));
    if relation == Dep::Conj {
        found.push(format!("hc {}", pattern(tree, head)));
    }
}

fn below(tree: &Tree, token: usize, kid: usize, found: &mut Vec<String>) {
    let (relation, word) = (tree.dep(kid), tree.lemma(kid));
    found.push(format!("kd {}", relation.as_str()));
    match relation {
        Dep::Ccomp => {
            found.push(format!("ccl {word}"));
            found.push(format!("cct {}", tree.tag(kid).as_str()));
        }
        Dep::Xcomp => {
            found.push(format!("xcl {word}"));
            found.push(format!("xct {}", tree.tag(kid).as_str()));
        }
        Dep::Prep => {
            if let Some(noun) = tree.governed(kid) {
                let sort = sort_of(tree, noun);
                found.push(format!("po {word} {sort}"));
                found.push(format!("wpo {} {word} {sort}", tree.lemma(token)));
            }
        }
        Dep::Dobj | Dep::Attr | Dep::Acomp => below_object(tree, kid, found),
        _ => {}
    }
}

fn below_object(tree: &Tree, object: usize, found: &mut Vec<String>) {
    for kid in tree.kids(object) {
        let relation = tree.dep(kid);
        if matches!(relation, Dep::Acl | Dep::Relcl | Dep::Prep) {
            let preposition = if relation == Dep::Prep {
                tree.lemma(kid)
            } else {
                ""
            };
            found.push(format!("od {} {preposition}", relation.as_str()));
            found.push(format!("old {} {}", tree.lemma(object), relation.as_str()));
        }
    }
}
