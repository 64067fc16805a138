//! Verdicts as the store and an exported file hold them: a kind and a JSON object.

use compact_str::CompactString;
use jiff::Timestamp;
use serde_json::{Map, Value, json};

use crate::model::id::stable_id;
use crate::model::verdict::{Answer, Field, Judgement, Mark, Verdict};

/// Names of the answers.
const ANSWERS: [(Answer, &str); 3] = [
    (Answer::Right, "right"),
    (Answer::Wrong, "wrong"),
    (Answer::Unsure, "unsure"),
];

/// Names of the fields.
const FIELDS: [(Field, &str); 5] = [
    (Field::Party, "party"),
    (Field::Place, "place"),
    (Field::Date, "date"),
    (Field::Stance, "stance"),
    (Field::Quantity, "quantity"),
];

fn name<T: PartialEq + Copy>(names: &[(T, &'static str)], value: T) -> &'static str {
    names
        .iter()
        .find(|(own, _)| *own == value)
        .map_or("", |(_, name)| name)
}

fn named<T: PartialEq + Copy>(names: &[(T, &'static str)], word: &str) -> Option<T> {
    names
        .iter()
        .find(|(_, name)| *name == word)
        .map(|(own, _)| *own)
}

/// The word for an answer.
pub fn answer_name(answer: Answer) -> &'static str {
    name(&ANSWERS, answer)
}

/// The answer that a word stands for, `None` where it is no answer.
pub fn find_answer(word: &str) -> Option<Answer> {
    named(&ANSWERS, word)
}

/// The word for a field.
pub fn field_name(field: Field) -> &'static str {
    name(&FIELDS, field)
}

/// The field that a word stands for, `None` where it can not be corrected.
pub fn find_field(word: &str) -> Option<Field> {
    named(&FIELDS, word)
}

/// The word for a kind of judgement.
pub fn kind(judgement: &Judgement) -> &'static str {
    match judgement {
        Judgement::Contradiction { .. } => "contradiction",
        Judgement::Keep { .. } => "keep",
        Judgement::Eject { .. } => "eject",
        Judgement::Split { .. } => "split",
        Judgement::Merge { .. } => "merge",
        Judgement::Never { .. } => "never",
        Judgement::Correct { .. } => "correct",
        Judgement::Note { .. } => "note",
        Judgement::Undo { .. } => "undo",
        Judgement::Redo { .. } => "redo",
    }
}

/// A judgement as JSON; the order of its keys is fixed, since a verdict's id is made from it.
pub fn to_json(judgement: &Judgement) -> Map<String, Value> {
    let list = |marks: &[Mark]| Value::Array(marks.iter().map(mark_json).collect());
    let value = match judgement {
        Judgement::Contradiction {
            left,
            right,
            answer,
        } => json!({
            "answer": answer_name(*answer), "left": mark_json(left), "right": mark_json(right),
        }),
        Judgement::Keep { claims } => json!({ "claims": list(claims) }),
        Judgement::Eject { claim, from } => {
            json!({ "claim": mark_json(claim), "from": list(from) })
        }
        Judgement::Split { one, other }
        | Judgement::Merge { one, other }
        | Judgement::Never { one, other } => json!({ "one": list(one), "other": list(other) }),
        Judgement::Correct {
            claim,
            field,
            value,
        } => json!({
            "claim": mark_json(claim), "field": field_name(*field), "value": value,
        }),
        Judgement::Note { on, text } => json!({ "on": list(on), "text": text }),
        Judgement::Undo { of } | Judgement::Redo { of } => json!({ "of": of.as_str() }),
    };
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}

fn mark_json(mark: &Mark) -> Value {
    json!({
        "key": mark.key.as_str(),
        "outlet": mark.outlet,
        "published": mark.published.map(|day| day.to_string()),
        "sentence": mark.sentence,
    })
}

/// What a kind and its JSON say, `None` where this program does not understand them.
pub fn from_json(kind: &str, value: &Value) -> Option<Judgement> {
    let text = |key: &str| value.get(key)?.as_str();
    let mark = |key: &str| read_mark(value.get(key)?);
    let list = |key: &str| -> Option<Vec<Mark>> {
        let marks = value.get(key)?.as_array()?;
        marks.iter().map(read_mark).collect()
    };
    Some(match kind {
        "contradiction" => Judgement::Contradiction {
            left: mark("left")?,
            right: mark("right")?,
            answer: find_answer(text("answer")?)?,
        },
        "keep" => Judgement::Keep {
            claims: list("claims")?,
        },
        "eject" => Judgement::Eject {
            claim: mark("claim")?,
            from: list("from")?,
        },
        "split" => Judgement::Split {
            one: list("one")?,
            other: list("other")?,
        },
        "merge" => Judgement::Merge {
            one: list("one")?,
            other: list("other")?,
        },
        "never" => Judgement::Never {
            one: list("one")?,
            other: list("other")?,
        },
        "correct" => Judgement::Correct {
            claim: mark("claim")?,
            field: find_field(text("field")?)?,
            value: text("value")?.into(),
        },
        "note" => Judgement::Note {
            on: list("on")?,
            text: text("text")?.into(),
        },
        "undo" => Judgement::Undo {
            of: text("of")?.into(),
        },
        "redo" => Judgement::Redo {
            of: text("of")?.into(),
        },
        _ => return None,
    })
}

fn read_mark(value: &Value) -> Option<Mark> {
    let text = |key: &str| value.get(key).and_then(Value::as_str);
    Some(Mark {
        key: text("key")?.into(),
        outlet: text("outlet").map(str::to_owned),
        published: text("published").and_then(|day| day.parse().ok()),
        sentence: text("sentence").unwrap_or("").into(),
    })
}

/// A verdict with its id, which is made from all that it says.
pub fn verdict(who: &str, when: Timestamp, judgement: Judgement) -> Verdict {
    Verdict {
        id: id(who, when, &judgement),
        who: who.into(),
        when,
        judgement,
    }
}

fn id(who: &str, when: Timestamp, judgement: &Judgement) -> CompactString {
    let payload = Value::Object(to_json(judgement)).to_string();
    stable_id('v', [who, &when.to_string(), kind(judgement), &payload])
}
