//! One article's names in shared terms, each phrase resolved once.

mod accused;
mod deed;
pub(in crate::resolve) mod home;
mod land;
mod own;
mod speaker;
mod troops;
pub(in crate::resolve) mod unite;
mod we;

use std::collections::hash_map::Entry;

use compact_str::CompactString;
use rustc_hash::FxHashMap;

use crate::lexicon::Lexicon;
use crate::model::article::Article;
use crate::model::claim::{Claim, Found, Question, parted_owner};
use crate::model::parsed::ParsedSentence;
use crate::model::place::{Place, PlaceKind};
use crate::model::span::{Span, TextField};

use super::focus::Named;
use super::party::{ArticleNames, PartyContext, PartyDecision, PartyMention, resolve_party};
use super::place::{
    PlaceContext, PlaceDecision, PlaceMention, PlaceVerdict, Qualifier, SentenceName, names_in,
    resolve_place,
};
use super::scene::{self, NamedPlace};
use home::LAND;
use land::{country_of, is_small_town};

/// What the article's names stand for.
pub struct ArticleTerms<'a> {
    lexicon: &'a Lexicon,
    article: &'a Article,
    dateline: Option<&'a str>,
    names: ArticleNames,
    places: PlaceContext,
    parties: FxHashMap<(CompactString, Option<u32>), PartyDecision>,
    named: Vec<NamedPlace>,
    judged: Vec<Judged>,
    /// Persons whom claims before described and did not name: the noun, and the side that they are.
    described: Vec<(CompactString, CompactString)>,
    /// Persons of whom claims before tell that they left their post.
    left: Vec<CompactString>,
    /// First byte of the sentence whose claim is being resolved; `None` for one of the title.
    cursor: Option<u32>,
}

/// A name of the article that may be a place, and whether it is.
struct Judged {
    field: TextField,
    span: Span,
    text: CompactString,
    region: Option<CompactString>,
    verdict: PlaceVerdict,
}

/// A name of the article that may be a place: where it stands, whether it is one, and which.
#[derive(Debug, Clone)]
pub struct JudgedName {
    /// The text in which it stands.
    pub field: TextField,
    /// Where it stands.
    pub span: Span,
    /// Whether it is a place, and why.
    pub verdict: PlaceVerdict,
    /// The place that the name means here, if it is one.
    pub decision: PlaceDecision,
}

impl<'a> ArticleTerms<'a> {
    /// Reads the names of an article.
    pub fn collect(
        article: &'a Article,
        title: &[ParsedSentence],
        body: &[ParsedSentence],
        lexicon: &'a Lexicon,
    ) -> Self {
        let named = scene::named(title, body, lexicon);
        let places = PlaceContext::collect(
            named.iter().map(|named| named.name.as_str()),
            None,
            lexicon.places,
        );
        let country_of = |name: &str| country_of(name, &places, lexicon);
        let first = body.first().map_or(0, |first| first.offset as usize);
        let dateline = article.text(TextField::Body).get(..first);
        let dateline = dateline.map(str::trim).filter(|line| !line.is_empty());
        let is_small_town = |name: &str| is_small_town(name, lexicon);
        let of = party_context(article, dateline, lexicon, &country_of);
        let context = PartyContext {
            is_small_town: &is_small_town,
            ..of
        };
        let names = ArticleNames::collect(title, body, &context);
        ArticleTerms {
            lexicon,
            article,
            dateline,
            names,
            places,
            parties: FxHashMap::default(),
            named,
            judged: Vec::new(),
            described: Vec::new(),
            left: Vec::new(),
            cursor: None,
        }
    }

    /// Judges every name of the article that the parser or the gazetteer takes for a place, for [`ArticleTerms::names`].
    pub fn judge(&mut self, title: &[ParsedSentence], body: &[ParsedSentence]) {
        let fields = [(TextField::Title, title), (TextField::Body, body)];
        let lexicon = self.lexicon;
        self.judged = fields
            .into_iter()
            .flat_map(|(field, sentences)| sentences.iter().map(move |s| (field, s)))
            .flat_map(|(field, sentence)| judged_in(field, sentence, lexicon))
            .collect();
    }

    /// Every name that [`ArticleTerms::judge`] found, with the verdict and the place that it would be.
    pub fn names(&self) -> impl Iterator<Item = JudgedName> {
        self.judged.iter().map(|name| {
            let mention = PlaceMention {
                text: &name.text,
                region: name.region.as_deref(),
            };
            let (gazetteer, date) = (self.lexicon.places, self.article.published);
            JudgedName {
                field: name.field,
                span: name.span,
                verdict: name.verdict,
                decision: resolve_place(&mention, &self.places, gazetteer, date),
            }
        })
    }

    /// Lets places that the claims name plainly decide those that they name doubtfully.
    pub fn refine(&mut self, claims: &[Claim]) {
        let named = claims.iter().filter_map(|claim| claim.place.as_ref());
        let mentions = named.map(|found| PlaceMention {
            text: &found.value.name,
            region: found.value.region.as_deref(),
        });
        self.places.refine(mentions, self.lexicon.places);
    }

    /// The places that the article names, those who speak left out.
    pub fn named_places(&self) -> Vec<Named> {
        self.named
            .iter()
            .filter(|named| named.weight > 0)
            .map(|named| Named {
                place: self.resolved(&named.name),
                weight: named.weight,
                of_event: named.of_event,
                opens: named.opens,
                at: (field_of(named.title), named.span),
                scene: named.scene,
            })
            .collect()
    }

    fn resolved(&self, text: &str) -> Place {
        let mention = PlaceMention { text, region: None };
        let published = self.article.published;
        resolve_place(&mention, &self.places, self.lexicon.places, published).place
    }

    /// The claim with its parties and place in shared terms.
    pub fn resolve(&mut self, mut claim: Claim) -> Claim {
        let field = claim.field;
        self.cursor = (field == TextField::Body).then_some(claim.sentence.start);
        if claim.speaker.is_none() {
            self.let_author_speak(&mut claim);
        } else {
            claim.party = self.side(claim.speaker.as_ref(), field);
            self.name_speaker(&mut claim);
            self.let_described_speak(&mut claim);
            self.let_leaver_speak(&mut claim);
        }
        claim.actor_party = self.side(self.doer_of(&claim).as_ref(), field);
        self.let_nobody_accuse_himself(&mut claim);
        claim.object_party = self.side(claim.object_party.as_ref(), field);
        self.let_winner_stand(&mut claim);
        self.lend_own_army(&mut claim);
        self.lend_own_troops(&mut claim);
        self.lend_enemy(&mut claim);
        self.name_taker(&mut claim);
        self.place(&mut claim);
        self.let_body_act(&mut claim);
        self.let_others_act(&mut claim);
        self.name_doer(&mut claim);
        self.note_leaver(&claim);
        claim
    }

    /// What a statement says in its own voice is the word of the body that issued it.
    fn let_author_speak(&self, claim: &mut Claim) {
        claim.party = None;
        let Some(author) = self.names.author() else {
            return;
        };
        let found = |value: CompactString| Found {
            value,
            span: None,
            rule: "speaker.author",
            line: author.line,
        };
        claim.speaker = Some(found(author.entity.clone()));
        claim.party = author.party.clone().map(found);
    }

    /// The side that a phrase speaks for; a phrase that belongs to the speaker (`actor.possessive`) has its owner in brackets.
    fn side(
        &mut self,
        phrase: Option<&Found<CompactString>>,
        field: TextField,
    ) -> Option<Found<CompactString>> {
        let phrase = phrase?;
        let owner = parted_owner(&phrase.value);
        let text = owner.map_or(phrase.value.as_str(), |(_, owner)| owner);
        let at = self.place_of(phrase, text, field);
        let decision = self.party(text, at);
        decision.party.clone().map(|value| Found {
            value,
            span: phrase.span,
            rule: decision.rule,
            line: decision.line,
        })
    }

    /// Whom a phrase at byte `at` of the body names, and for whom that speaks; without a place it sees the whole article.
    pub fn party(&mut self, text: &str, at: Option<u32>) -> &PartyDecision {
        match self.parties.entry((text.into(), at)) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(free) => {
                let land = |name: &str| self.names.is_land(name);
                let town = |name: &str| country_of(name, &self.places, self.lexicon);
                let country_of = |name: &str| (!land(name)).then(|| town(name)).flatten();
                let context = party_context(self.article, self.dateline, self.lexicon, &country_of);
                free.insert(resolve_party(
                    &PartyMention { text, at },
                    &self.names,
                    &context,
                ))
            }
        }
    }

    fn place(&self, claim: &mut Claim) {
        let Some(found) = claim.place.as_mut() else {
            return;
        };
        if found.rule == LAND {
            claim.place = self.own_land(claim);
            return;
        }
        if self.lexicon.names_a_movement(&found.value.name) || self.is_surname(&found.value.name) {
            claim.place = None;
            claim.place_as_written.clear();
            return;
        }
        let mention = PlaceMention {
            text: &found.value.name,
            region: found.value.region.as_deref(),
        };
        let decision = resolve_place(
            &mention,
            &self.places,
            self.lexicon.places,
            self.article.published,
        );
        let unlisted = decision.place.kind == PlaceKind::Unlisted;
        if let Some(region) = found.value.region.clone().filter(|_| unlisted) {
            // "over the X district of the Y region": where no list knows X, the event is in Y.
            let wider = self.resolved(&region);
            if wider.kind != PlaceKind::Unlisted && claim.question != Question::Control {
                found.value = wider;
                found.rule = "place.region-only";
                return;
            }
        }
        let doubtful = found.rule != PLAINLY_PLACED && claim.question != Question::Control;
        if doubtful && decision.place.kind == PlaceKind::Unlisted {
            claim.place = None;
            claim.place_as_written.clear();
            return;
        }
        claim.partial |= decision.qualifier != Qualifier::Whole;
        found.line = decision.line;
        // Where the words stand was found by the extractor's rule; what they mean by the resolver's.
        if found.rule != ANAPHORA {
            found.rule = decision.rule;
            found.span = found.span.map(|span| narrow(span, &decision, mention.text));
        }
        found.value = self.seat_town(&decision.place).unwrap_or(decision.place);
    }
}

/// The extractor's rule of a name under a locative preposition: a place even when no list knows it. A name beside a noun
/// ("the Cruise missiles") is one only when a list does.
const PLAINLY_PLACED: &str = "place.preposition";

/// The rule of a place that a noun stands for ("the city"); it stays, since the noun is what the text has.
const ANAPHORA: &str = "place.anaphora";

/// The bare name within the mention, where the mention is as long as its span.
fn narrow(span: Span, decision: &PlaceDecision, text: &str) -> Span {
    if (span.end - span.start) as usize != text.len() || decision.name.is_empty() {
        return span;
    }
    Span::new(
        span.start as usize + decision.name.start,
        span.start as usize + decision.name.end,
    )
}

fn party_context<'a>(
    article: &'a Article,
    dateline: Option<&'a str>,
    lexicon: &'a Lexicon,
    country_of: &'a dyn Fn(&str) -> Option<String>,
) -> PartyContext<'a> {
    PartyContext {
        lexicon: lexicon.parties,
        date: article.published,
        country_of,
        is_small_town: &|_| false,
        outlet: article.outlet.as_deref(),
        title: &article.title,
        dateline,
    }
}

fn field_of(title: bool) -> TextField {
    if title {
        TextField::Title
    } else {
        TextField::Body
    }
}

fn judged_in(field: TextField, sentence: &ParsedSentence, lexicon: &Lexicon) -> Vec<Judged> {
    let judged = |name: SentenceName| Judged {
        field,
        span: name.span,
        text: sentence.slice(name.span).into(),
        region: name.region.map(|span| sentence.slice(span).into()),
        verdict: name.verdict,
    };
    names_in(sentence, lexicon)
        .into_iter()
        .map(judged)
        .collect()
}
