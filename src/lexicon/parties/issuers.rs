//! Tells by an outlet's name and an article's headline whether the article is a body's own statement, and whose.

use super::roles::RoleKind;
use super::words::{Caps, Word, split_words};
use super::{PartyKind, PartyLexicon};

/// Class of the texts in which a body states something.
const STATEMENT: &str = "statement";
/// Class of the forms of companies ("plc").
const FORM: &str = "company form";
/// Class of offices and agencies.
const AGENCY: &str = "agency";
/// Words that the name of an agency has at least, if no list knows it: a shorter one may be a medium's.
const AGENCY_WORDS: usize = 3;

impl PartyLexicon {
    /// The body whose own statement an article is; `None` where its outlet is a medium or tells nothing.
    ///
    /// ```
    /// use atodds::lexicon::parties::PartyLexicon;
    /// let lexicon = PartyLexicon::embedded();
    /// let issuer = |outlet, title| lexicon.issuer(outlet, title);
    /// assert_eq!(issuer("Alba Air press office", ""), Some("Alba Air"));
    /// assert_eq!(issuer("Press Service of the Mayor of Alba", ""), Some("the Mayor of Alba"));
    /// assert_eq!(issuer("Alba Foods plc", ""), Some("Alba Foods plc"));
    /// assert_eq!(issuer("Alba Water Quality Agency", ""), Some("Alba Water Quality Agency"));
    /// assert_eq!(issuer("Casa Alba", "Statement on the strike"), Some("Casa Alba"));
    /// assert_eq!(issuer("Casa Newsroom", "Casa denies the sale"), Some("Casa"));
    /// assert_eq!(issuer("Casa Airlines Newsroom", "A word on delays"), Some("Casa Airlines"));
    /// assert_eq!(issuer("Casa Television Newsroom", "A word on delays"), None);
    /// assert_eq!(issuer("City Newsroom", "Casa denies the sale"), None);
    /// assert_eq!(issuer("Alba News Agency", "Alba statement on the strike"), None);
    /// assert_eq!(issuer("Alba Daily", "Statement on the strike"), None);
    /// assert_eq!(issuer("Alba Courier", "Statement by minister angers unions"), None);
    /// ```
    pub fn issuer<'n>(&self, outlet: &'n str, title: &str) -> Option<&'n str> {
        let name = outlet.split('(').next().unwrap_or(outlet).trim();
        let words = split_words(name);
        if words.is_empty() || self.is_medium(&words) {
            return None;
        }
        let whole = || {
            let named = words.last().is_some_and(|last| last.caps > Caps::Lower);
            let known = self.find(name, None);
            let unknown = known.is_empty();
            let agency = named && unknown && self.is_agency(&words);
            let issues = self.ends_in(&words, FORM) || agency;
            (issues || unknown && self.is_statement(title)).then_some(name)
        };
        self.before_office(name, &words, title)
            .or_else(|| self.behind_office(name, &words))
            .or_else(whole)
    }

    /// Whether a name holds a word for a medium, or is a medium's.
    fn is_medium(&self, words: &[Word]) -> bool {
        let medium = |kind| matches!(kind, RoleKind::Outlet | RoleKind::StateMedia);
        (0..words.len()).any(|at| {
            let named = self.longest_name(words, at);
            let listed = named.is_some_and(|(_, hits)| {
                hits.iter().all(|hit| hit.entry.kind == PartyKind::Outlet)
            });
            let role = self.longest_role(words, at);
            listed || role.is_some_and(|(_, role)| medium(role.kind) && !role.is_press_office())
        })
    }

    /// "Alba Air press office": Alba Air; a capital makes it the name of an office of its own, unless the headline begins with
    /// the name before it ("Alba Air Newsroom": "Alba Air says ...") or that ends in a noun for a body ("Alba Airlines Newsroom").
    fn before_office<'n>(&self, name: &'n str, words: &[Word], title: &str) -> Option<&'n str> {
        let at = (1..words.len()).find(|&at| {
            let role = self.longest_role(words, at);
            role.is_some_and(|(length, role)| role.is_press_office() && at + length == words.len())
        })?;
        let small = words[at].caps == Caps::Lower;
        let before = name.get(..words[at].start).map(str::trim_end)?;
        let rest = title.trim_start().strip_prefix(before);
        let told = rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
        let state = |name: &str| {
            let found = self.find(name, None);
            found.iter().any(|m| m.entry.kind == PartyKind::State)
        };
        let issues = small || told && !state(before) || self.names_body(before);
        issues.then_some(before)
    }

    /// "Press Service of the Mayor of Alba": the mayor of Alba.
    fn behind_office<'n>(&self, name: &'n str, words: &[Word]) -> Option<&'n str> {
        let (length, _) = self
            .longest_role(words, 0)
            .filter(|(_, role)| role.is_press_office())?;
        let (link, role) = self.longest_role(words, length)?;
        let owner = words.get(length + link)?;
        name.get(owner.start..)
            .filter(|_| role.kind == RoleKind::Of)
    }

    fn is_agency(&self, words: &[Word]) -> bool {
        words.len() >= AGENCY_WORDS && self.ends_in(words, AGENCY)
    }

    fn ends_in(&self, words: &[Word], class: &str) -> bool {
        (1..words.len()).any(|at| {
            let role = self.longest_role(words, at);
            role.is_some_and(|(length, role)| role.class == class && at + length == words.len())
        })
    }

    /// "Statement on the strike", "Press release: wages": the headline of a statement, and none about one.
    fn is_statement(&self, title: &str) -> bool {
        let words = split_words(title);
        let Some((length, role)) = self.longest_role(&words, 0) else {
            return false;
        };
        let Some(next) = words.get(length).filter(|_| role.class == STATEMENT) else {
            return false;
        };
        let link = self.longest_role(&words, length).map(|(_, role)| role.kind);
        next.is_mark() || matches!(link, Some(RoleKind::Of | RoleKind::Link))
    }
}
