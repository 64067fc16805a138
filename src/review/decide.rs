//! What a reviewer asked for, by button, key or command line, as a judgement on this run's claims.

use crate::lexicon::parties::PartyLexicon;
use crate::lexicon::places::Gazetteer;
use crate::model::verdict::Judgement;
use crate::obey;

use super::desk::{Desk, Named};
use super::record;

/// What was asked for; unused parts are empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wish {
    /// `right`, `wrong`, `unsure`, `keep`, `eject`, `split`, `merge`, `never`, `correct` or `note`.
    pub verb: String,
    /// Id of a contradiction, cluster or claim.
    pub on: String,
    /// Ids of claims: the one to eject or correct, those to split off.
    pub claims: Vec<String>,
    /// Id of the other cluster.
    pub other: String,
    /// The field to correct.
    pub field: String,
    /// Its value.
    pub value: String,
    /// Words of a note.
    pub text: String,
}

impl Wish {
    /// Reads a verdict from the command line: `wrong`, `merge=ID`, `split=ID,ID`, `party=Russia`, `note=Words` on `on`.
    pub fn parse(on: &str, verdict: &str) -> Wish {
        let (verb, rest) = verdict.split_once('=').unwrap_or((verdict, ""));
        let mut wish = Wish {
            verb: verb.into(),
            on: on.into(),
            claims: vec![on.into()],
            ..Wish::default()
        };
        match verb {
            "merge" | "never" => wish.other = rest.into(),
            "split" => wish.claims = rest.split(',').map(|id| id.trim().into()).collect(),
            "note" => wish.text = rest.into(),
            field if record::find_field(field).is_some() => {
                wish.field = field.into();
                wish.value = rest.into();
                wish.verb = "correct".into();
            }
            _ => {}
        }
        wish
    }
}

/// The judgement, on claims as they are named by their words.
///
/// # Errors
/// The wish cannot be had, one sentence that says why.
pub fn judgement(wish: &Wish, desk: &Desk) -> Result<Judgement, String> {
    let on = find(&wish.on, desk)?;
    if let Some(answer) = record::find_answer(&wish.verb) {
        let Named::Row(row) = on else {
            return Err(format!(
                "{} is no contradiction, so it is neither right nor wrong: keep or eject claims",
                wish.on
            ));
        };
        let row = &desk.run().contradictions[row as usize];
        let (left, right) = (desk.mark(row.left.quote), desk.mark(row.right.quote));
        return Ok(Judgement::Contradiction {
            left,
            right,
            answer,
        });
    }
    match wish.verb.as_str() {
        "keep" => {
            let claims = desk.marks(members(on, desk));
            Ok(Judgement::Keep { claims })
        }
        "eject" => eject(wish, desk),
        "split" => split(wish, on, desk),
        "merge" | "never" => two(wish, on, desk),
        "correct" => correct(wish, desk),
        "note" => note(wish, on, desk),
        other => Err(format!("`{other}` is no verdict")),
    }
}

fn find(id: &str, desk: &Desk) -> Result<Named, String> {
    desk.find(id)
        .ok_or_else(|| format!("nothing in this run has the id {id}"))
}

/// The claims of the cluster that something lies in.
fn members(named: Named, desk: &Desk) -> &[u32] {
    let cluster = desk.cluster(named);
    cluster.map_or(&[], |cluster| {
        desk.run().clusters[cluster as usize].claims.as_slice()
    })
}

fn claim(wish: &Wish, desk: &Desk) -> Result<u32, String> {
    let id = wish.claims.first().map_or("", String::as_str);
    match find(id, desk)? {
        Named::Claim(claim) => Ok(claim),
        _ => Err(format!("{id} is no claim")),
    }
}

fn eject(wish: &Wish, desk: &Desk) -> Result<Judgement, String> {
    let claim = claim(wish, desk)?;
    let others: Vec<u32> = members(Named::Claim(claim), desk)
        .iter()
        .copied()
        .filter(|&other| other != claim)
        .collect();
    if others.is_empty() {
        return Err("the claim is alone already".into());
    }
    Ok(Judgement::Eject {
        claim: desk.mark(claim),
        from: desk.marks(&others),
    })
}

fn split(wish: &Wish, on: Named, desk: &Desk) -> Result<Judgement, String> {
    let chosen: Vec<Named> = wish.claims.iter().filter_map(|id| desk.find(id)).collect();
    let named = |&&claim: &&u32| chosen.contains(&Named::Claim(claim));
    let members = members(on, desk);
    // Copies of one claim bear one mark, and a verdict cannot tell them apart.
    let chosen: Vec<u32> = members.iter().filter(named).copied().collect();
    let marks = desk.marks(&chosen);
    let is_chosen = |&&claim: &&u32| {
        let own = desk.mark(claim);
        marks.iter().any(|mark| mark.key == own.key)
    };
    let (one, other): (Vec<u32>, Vec<u32>) = members.iter().partition(|claim| is_chosen(claim));
    if one.is_empty() || other.is_empty() {
        return Err(
            "choose some of the cluster's claims, but not all: they are split from the rest".into(),
        );
    }
    Ok(Judgement::Split {
        one: desk.marks(&one),
        other: desk.marks(&other),
    })
}

fn two(wish: &Wish, on: Named, desk: &Desk) -> Result<Judgement, String> {
    let other = find(&wish.other, desk)?;
    if desk.cluster(on) == desk.cluster(other) {
        return Err("both are one cluster already: split it instead".into());
    }
    let (one, other) = (
        desk.marks(members(on, desk)),
        desk.marks(members(other, desk)),
    );
    Ok(match wish.verb.as_str() {
        "merge" => Judgement::Merge { one, other },
        _ => Judgement::Never { one, other },
    })
}

fn correct(wish: &Wish, desk: &Desk) -> Result<Judgement, String> {
    let claim = desk.mark(claim(wish, desk)?);
    let field = record::find_field(&wish.field)
        .ok_or_else(|| format!("`{}` is no field that can be corrected", wish.field))?;
    let value = wish.value.trim().to_owned();
    obey::read_correction(
        field,
        &value,
        Gazetteer::embedded(),
        PartyLexicon::embedded(),
    )?;
    Ok(Judgement::Correct {
        claim,
        field,
        value,
    })
}

fn note(wish: &Wish, on: Named, desk: &Desk) -> Result<Judgement, String> {
    let text = wish.text.trim().to_owned();
    if text.is_empty() {
        return Err("the note holds no words".into());
    }
    let on = match on {
        Named::Claim(claim) => vec![desk.mark(claim)],
        Named::Row(row) => {
            let row = &desk.run().contradictions[row as usize];
            desk.marks(&[row.left.quote, row.right.quote])
        }
        Named::Cluster(_) => desk.marks(members(on, desk)),
    };
    Ok(Judgement::Note { on, text })
}
