//! Walks the reports of an assertion from the inside out, and lets each speaker take a side.

use crate::lexicon::cues::CueClass;
use crate::model::claim::{Modality, Stance};

use super::super::cue::{Cue, INSERTED_AS};
use super::super::tree::Tree;
use super::Voice;
use super::path::Path;
use crate::model::parsed::{Dep, Pos};

pub(super) fn emit(cues: &[Cue], stack: &[usize], path: Path) -> Vec<Voice> {
    let mut state = Emission::new(path);
    let mut going = stack.iter();
    let done = going.all(|&index| state.take(index, &cues[index]));
    let mut voices = if done {
        state.close(stack)
    } else {
        state.voices
    };
    let owner = pronoun_owner(cues, stack);
    let denier = stack
        .first()
        .filter(|&&inner| cues[inner].nominal)
        .and_then(|_| denier(cues, stack));
    for voice in &mut voices {
        voice.owner = owner.or(voice.speaker);
        voice.denier = denier;
    }
    voices
}

/// "rejected the union's claim that it had said 300 would go", "denied reports that she had offered to sell": the innermost word
/// is the denier's own by a pronoun, told in another's words, and no word that the denier gives here.
pub(super) fn own_word_denied<'c>(
    tree: &Tree,
    cues: &'c [Cue],
    stack: &[usize],
) -> Option<&'c Cue> {
    let [inner, outer @ ..] = stack else {
        return None;
    };
    let said = &cues[*inner];
    let told = outer.first().map(|&at| &cues[at])?;
    let denies = |&at: &usize| cues[at].class == CueClass::Deny && !cues[at].undecided;
    let denied = outer.iter().any(denies) && told.class != CueClass::Deny;
    let pronoun = said.speaker.is_some_and(|at| tree.pos(at) == Pos::Pron);
    let plain = matches!(said.class, CueClass::Say | CueClass::Plan) && !said.nominal;
    (denied && pronoun && plain).then_some(said)
}

/// "accused each other": the same way up by the cue of the other direction.
pub(super) fn turned(cues: &[Cue], stack: &[usize]) -> Option<Vec<usize>> {
    let twin = |at: usize| {
        let same = |other: usize| other != at && cues[other].token == cues[at].token;
        (0..cues.len()).find(|&other| same(other))
    };
    let pairs = stack.iter().map(|&at| twin(at).unwrap_or(at));
    let other: Vec<usize> = pairs.collect();
    (other != stack).then_some(other)
}

/// "as Kyiv claims", "as alleged by Kyiv", but not "as reported", which names nobody.
pub(super) fn is_aside(tree: &Tree, cue: &Cue) -> bool {
    let named = tree.kid(cue.token, Dep::Nsubj).is_some() || tree.agent(cue.token).is_some();
    cue.rule == INSERTED_AS && cue.class == CueClass::Say && named && !cue.undecided
}

/// Who denies what the cues report.
fn denier(cues: &[Cue], stack: &[usize]) -> Option<usize> {
    stack
        .iter()
        .map(|&index| &cues[index])
        .find(|cue| cue.class == CueClass::Deny)
        .and_then(|cue| cue.speaker)
}

/// "denied Moscow's claim that it had taken X": Moscow; "denied Kyiv's accusation that it had shelled X": the denier.
fn pronoun_owner(cues: &[Cue], stack: &[usize]) -> Option<usize> {
    let inner = &cues[*stack.first()?];
    if !inner.nominal {
        return None;
    }
    if inner.charges {
        denier(cues, stack)
    } else {
        inner.speaker
    }
}

/// Walks the cues from the inside out.
struct Emission {
    voices: Vec<Voice>,
    stance: Stance,
    modality: Modality,
    presupposed: bool,
    /// It is told as done beside what is wished.
    aside: bool,
    /// The last cue was a noun or predicate, so that the next may take a side of its own.
    open: bool,
    accused: Option<usize>,
    /// A noun of accusation reports it ("the allegation that").
    charged: bool,
    /// A predicate has judged the content, and nobody has been named yet whose judgement it is.
    judged: bool,
    /// It is only possible because nobody in particular charges it.
    lent: bool,
}

impl Emission {
    fn new(path: Path) -> Self {
        Emission {
            voices: Vec::new(),
            stance: if path.negative {
                Stance::Deny
            } else {
                Stance::Affirm
            },
            modality: path.modality.unwrap_or(Modality::Stated),
            presupposed: path.presupposed,
            aside: path.aside,
            open: true,
            accused: None,
            charged: false,
            judged: false,
            lent: false,
        }
    }

    /// Takes the next cue outward; `false` when nothing beyond it matters.
    fn take(&mut self, index: usize, cue: &Cue) -> bool {
        if cue.class == CueClass::Plan {
            self.plan(cue);
            return true;
        }
        if cue.class == CueClass::Know && !cue.undecided {
            // "Hamas knew that it was Jihad, says Israel": Israel's word, not that of Hamas.
            return true;
        }
        let neutral = matches!(cue.class, CueClass::Neutral | CueClass::Doubt) || cue.undecided;
        if neutral && self.open {
            // "did not deny", "could not confirm": no side is taken, and none may be read into the text.
            self.open = self.voices.is_empty();
            return !self.voices.is_empty();
        }
        if !self.open {
            self.relay(cue);
            return true;
        }
        self.accused = self.accused.or(cue.accused);
        self.charged |= cue.charges;
        // "the man accused of the attack was seen, police say": that he did it, nobody says as a fact.
        let charges =
            cue.accused.is_some() && !matches!(cue.class, CueClass::Confirm | CueClass::Deny);
        let open = charges && cue.speaker.is_none() && self.voices.is_empty();
        if open && self.modality == Modality::Stated {
            self.modality = Modality::Possible;
            self.lent = true;
        }
        let wished = |&modality: &Modality| modality == Modality::Planned && self.aside;
        let own = cue.modality.filter(|modality| !wished(modality));
        if let Some(modality) = own.filter(|_| self.voices.is_empty()) {
            self.modality = modality;
        }
        self.judge(index, cue)
    }

    /// "intends to", "wants to": nobody's word, but a plan; "does not intend to" denies it.
    fn plan(&mut self, cue: &Cue) {
        if self.voices.is_empty() && !self.aside {
            self.modality = cue.modality.unwrap_or(self.modality);
            if cue.undecided {
                self.stance = opposite(self.stance);
            }
        }
    }

    fn judge(&mut self, index: usize, cue: &Cue) -> bool {
        let denies = cue.class == CueClass::Deny;
        let denied = self
            .voices
            .last()
            .is_some_and(|voice| voice.stance == Stance::Deny);
        if cue.rule == INSERTED_AS && denied {
            // "denied it, as Kyiv claims": Kyiv says what is denied, and does not pass on the denial.
            return true;
        }
        if denies && self.presupposed {
            return false;
        }
        let repeats =
            !denies && cue.class != CueClass::Confirm && !self.voices.is_empty() && !self.judged;
        self.judged = cue.speaker.is_none() && (denies || cue.class == CueClass::Confirm);
        if denies {
            self.stance = opposite(self.stance);
        }
        // "is accused of theft, which he denies": he denies it as a fact.
        if denies && self.lent {
            (self.modality, self.lent) = (Modality::Stated, false);
        }
        if repeats {
            self.relay(cue);
        } else if cue.speaker.is_some() {
            self.push(cue.speaker, Some(index));
        }
        // "was told that": nobody is named yet, so whoever reports it above speaks for it.
        self.open = cue.nominal || self.voices.is_empty();
        true
    }

    fn push(&mut self, speaker: Option<usize>, cue: Option<usize>) {
        self.voices.push(Voice {
            speaker,
            cue,
            stance: self.stance,
            modality: self.modality,
            relayed_by: Vec::new(),
            accused: self.accused,
            owner: None,
            denier: None,
            presupposed: self.presupposed,
        });
    }

    fn relay(&mut self, cue: &Cue) {
        if let (Some(voice), Some(speaker)) = (self.voices.last_mut(), cue.speaker) {
            voice.relayed_by.push(speaker);
        }
    }

    /// Nobody was named: the outlet's own voice, or an unnamed source when there was a cue.
    fn close(mut self, stack: &[usize]) -> Vec<Voice> {
        // "Media reports that the crew fled are untrue": a judgement that nobody is named for is the text's own.
        if self.voices.is_empty() || self.judged {
            // "is accused of laundering money": nobody says so as a fact.
            let charged = self.accused.is_some() || self.charged;
            if charged && !self.judged && self.modality == Modality::Stated {
                self.modality = Modality::Possible;
            }
            self.push(None, stack.first().copied());
        }
        self.voices
    }
}

impl Voice {
    /// The same speaker's word that it is the other way round.
    pub fn turned(&self) -> Voice {
        Voice {
            stance: opposite(self.stance),
            ..self.clone()
        }
    }
}

fn opposite(stance: Stance) -> Stance {
    match stance {
        Stance::Affirm => Stance::Deny,
        Stance::Deny => Stance::Affirm,
    }
}
