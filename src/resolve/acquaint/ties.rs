//! What the phrases for the speakers of a run tell by themselves: who serves whom, and what an acronym stands for.

use compact_str::CompactString;
use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};

use super::super::party::{ArticleNames, Introduced, PartyContext, introduced};
use crate::lexicon::parties::{PartyKind, PartyLexicon, person_in, split_words};
use crate::model::article::Article;
use crate::model::claim::Claim;

/// Who serves whom in a run.
#[derive(Default)]
pub struct Ties {
    /// The sides that articles tell for a person's full name, with the article's day.
    sides: FxHashMap<CompactString, Vec<(CompactString, Option<Date>)>>,
    /// The sides that articles find for a person by more than the phrase alone ("its chairman, Jane Roe").
    found: FxHashMap<CompactString, Vec<(CompactString, Option<Date>)>>,
    /// Articles that tell a person's side themselves.
    told: FxHashSet<(u32, CompactString)>,
    /// Full names of the persons of an article by the words under which it goes on with them; `None` where two share one.
    names: FxHashMap<(u32, CompactString), Option<CompactString>>,
    /// Full names of the persons of all articles by surname, with the article's day.
    surnames: FxHashMap<CompactString, Vec<(CompactString, Option<Date>)>>,
    /// What acronyms stand for; `None` where articles differ.
    acronyms: FxHashMap<CompactString, Option<CompactString>>,
}

impl Ties {
    /// Reads the speakers of all claims.
    pub fn read(claims: &[Claim], articles: &[Article], lexicon: &PartyLexicon) -> Ties {
        let mut ties = Ties::default();
        let mut read: FxHashSet<(u32, &str)> = FxHashSet::default();
        for claim in claims {
            let Some(speaker) = claim.speaker.as_ref().map(|found| &found.value) else {
                continue;
            };
            if !read.insert((claim.article, speaker)) {
                continue;
            }
            let article = articles.get(claim.article as usize);
            let day = article.and_then(|article| article.published);
            let context = PartyContext {
                outlet: article.and_then(|article| article.outlet.as_deref()),
                ..PartyContext::new(lexicon, day)
            };
            let found = introduced(speaker, &ArticleNames::default(), &context);
            let found = Introduced {
                person: found.person.or_else(|| named_alone(claim, lexicon)),
                ..found
            };
            ties.note_found(claim, day, &found, lexicon);
            ties.note(claim.article, day, found);
        }
        ties
    }

    /// Notes the side that the article around a phrase gives to the person whom it names.
    fn note_found(
        &mut self,
        claim: &Claim,
        day: Option<Date>,
        told: &Introduced,
        lexicon: &PartyLexicon,
    ) {
        let Some((name, side)) = told.person.as_ref().zip(claim.party.as_ref()) else {
            return;
        };
        // A state may be no more than a guess of the words around.
        let entry = lexicon.named(&side.value, day);
        let state = entry.is_some_and(|entry| entry.kind == PartyKind::State);
        // "The airline", which another article may name.
        let nameless = !side.value.contains(char::is_uppercase);
        let own = state || nameless || side.value == *name || name.ends_with(side.value.as_str());
        if told.side.is_none() && !own && FOUND.contains(&side.rule) {
            let sides = self.found.entry(name.clone()).or_default();
            sides.push((side.value.clone(), day));
        }
    }

    fn note(&mut self, article: u32, day: Option<Date>, found: Introduced) {
        if let Some((acronym, full)) = found.acronym {
            let known = self.acronyms.entry(acronym);
            let known = known.or_insert_with(|| Some(full.clone()));
            known.take_if(|other| *other != full);
        }
        let Some(name) = found.person else { return };
        let surname = name.rsplit(' ').next().unwrap_or(&name);
        for part in [name.as_str(), surname] {
            let known = self.names.entry((article, part.into()));
            let known = known.or_insert_with(|| Some(name.clone()));
            known.take_if(|other| *other != name);
        }
        if name.contains(' ') {
            let bearers = self.surnames.entry(surname.into()).or_default();
            bearers.push((name.clone(), day));
        }
        if let Some(side) = found.side {
            self.told.insert((article, name.clone()));
            self.sides.entry(name).or_default().push((side, day));
        }
    }

    /// The full name of whom an article calls so.
    pub fn name_of(&self, article: u32, speaker: &str) -> Option<&CompactString> {
        let last = speaker.rsplit(' ').next().unwrap_or(speaker);
        let known = |part: &str| self.names.get(&(article, part.into()))?.as_ref();
        // "Aero Utopia" is nobody who goes by the last word alone.
        let same = |name: &&CompactString| {
            let mut words = person_in(speaker);
            words.all(|word| name.split(' ').any(|own| own == word))
        };
        known(speaker).or_else(|| known(last).filter(same))
    }

    /// The full name of the one person whom articles near a day give with a surname.
    pub fn bearer_of(&self, surname: &str, day: Option<Date>) -> Option<&CompactString> {
        one_near(self.surnames.get(surname)?, day)
    }

    /// The one side that articles near a day tell for a person.
    pub fn side_of(&self, name: &str, day: Option<Date>) -> Option<&CompactString> {
        let told = [&self.sides, &self.found].into_iter();
        told.filter_map(|sides| sides.get(name))
            .find_map(|told| one_near(told, day))
    }

    /// Whether an article tells a person's side itself.
    pub fn tells_itself(&self, article: u32, name: &CompactString) -> bool {
        self.told.contains(&(article, name.clone()))
    }

    /// Whether a side of a claim is an acronym that the run spells out.
    pub fn knows_a_side(&self, claim: &Claim) -> bool {
        let sides = [&claim.party, &claim.actor_party, &claim.object_party];
        let mut sides = sides.into_iter().flatten();
        sides.any(|side| self.spelled_out(&side.value).is_some())
    }

    /// What an acronym stands for in the run.
    pub fn spelled_out(&self, acronym: &str) -> Option<&CompactString> {
        self.acronyms.get(acronym)?.as_ref()
    }
}

/// What all that is told near a day tells alike; `None` where it differs.
fn one_near(told: &[(CompactString, Option<Date>)], day: Option<Date>) -> Option<&CompactString> {
    let near = |other: Option<Date>| match (day, other) {
        (Some(day), Some(other)) => (day - other).get_days().abs() <= A_SEASON,
        _ => false,
    };
    let mut told = told
        .iter()
        .filter(|(_, day)| near(*day))
        .map(|(told, _)| told);
    let first = told.next()?;
    told.all(|told| told == first).then_some(first)
}

/// "Jane Roe", whose side the article around her tells, and she of "Corvane's Jane Roe": the full name of a person.
fn named_alone(claim: &Claim, lexicon: &PartyLexicon) -> Option<CompactString> {
    let (speaker, party) = (&claim.speaker.as_ref()?.value, claim.party.as_ref()?);
    let words = split_words(speaker);
    let owner = words.iter().rev().find(|word| word.is_possessive());
    let name = speaker[owner.map_or(0, |mark| mark.end)..].trim();
    let told = FOUND.contains(&party.rule) && !name.contains(party.value.as_str());
    let capital = |word: &str| word.starts_with(char::is_uppercase) && word.len() > 1;
    let full = name.contains(' ') && !name.contains(',') && name.split(' ').all(capital);
    let last = name.rsplit(' ').next()?;
    let plain = lexicon.role_of(last).is_none() && lexicon.find(name, None).is_empty();
    (told && full && plain).then(|| name.into())
}

/// Rules that find a side by what the article tells before, and guess none.
const FOUND: &[&str] = &[
    "party.body-in-article",
    "party.one-side",
    "party.outlet-staff",
    "party.name-in-article",
    "party.person-in-article",
    "party.pronoun",
    "party.role-in-article",
    "party.town",
];

/// Days within which one name is one person's.
const A_SEASON: i32 = 200;
