//! The attribute ruler: patterns over tags, words and relations that set coarse tags, features and some lemmas.

use rustc_hash::FxHashMap;

use super::file::{Cursor, File, Opened};
use crate::model::parsed::{Dep, Pos, Tag};

/// Features of a word form, as far as the lemmatizer asks for them; a set of bits.
pub(crate) type Features = u8;

/// The bits of [`Features`].
pub(crate) mod feature {
    use super::Features;
    /// `Number=Sing`.
    pub const SINGULAR: Features = 1;
    /// `Number` has any value.
    pub const NUMBER: Features = 1 << 1;
    /// `VerbForm=Inf`.
    pub const INFINITIVE: Features = 1 << 2;
    /// `VerbForm=Fin`.
    pub const FINITE: Features = 1 << 3;
    /// `Tense=Pres`.
    pub const PRESENT: Features = 1 << 4;
    /// `Degree=Pos`.
    pub const POSITIVE: Features = 1 << 5;
}

/// What the ruler knows and sets of a token.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Attributes {
    /// Fine tag.
    pub tag: Tag,
    /// Relation.
    pub dep: Dep,
    /// Coarse tag.
    pub pos: Pos,
    /// Features.
    pub features: Features,
    /// Lemma, `""` unless the ruler sets one.
    pub lemma: &'static str,
}

/// What a pattern sets; `None` leaves the attribute alone.
#[derive(Debug, Clone, Copy, Default)]
struct Setting {
    pos: Option<Pos>,
    features: Option<Features>,
    lemma: Option<&'static str>,
    tag: Option<Tag>,
    dep: Option<Dep>,
}

impl Setting {
    fn apply(&self, token: &mut Attributes) {
        token.pos = self.pos.unwrap_or(token.pos);
        token.features = self.features.unwrap_or(token.features);
        token.lemma = self.lemma.unwrap_or(token.lemma);
        token.tag = self.tag.unwrap_or(token.tag);
        token.dep = self.dep.unwrap_or(token.dep);
    }
}

/// What one token of a pattern must be like.
struct Test {
    tags: u64,
    deps: u64,
    lowers: Option<Vec<&'static str>>,
    space: Option<bool>,
}

impl Test {
    fn holds(&self, token: &Attributes, word: (&str, bool)) -> bool {
        self.tags >> token.tag as u64 & 1 == 1
            && self.deps >> token.dep as u64 & 1 == 1
            && self.space.is_none_or(|space| space == word.1)
            && self
                .lowers
                .as_ref()
                .is_none_or(|lowers| lowers.contains(&word.0))
    }
}

struct Pattern {
    /// Rules apply in the order of their numbers; a rule may have several patterns.
    rule: u32,
    tests: Vec<Test>,
    target: usize,
    setting: Setting,
}

/// The ruler.
pub(crate) struct Ruler {
    /// What the tag alone decides; these rules come first.
    by_tag: Vec<Setting>,
    patterns: Vec<Pattern>,
    by_lower: FxHashMap<&'static str, Vec<u16>>,
    /// Patterns whose first token may be any word.
    open: Vec<u16>,
}

impl Ruler {
    /// Reads the patterns.
    pub fn open(file: &File) -> Opened<Self> {
        let list = file.cursor("rules")?.list(read_pattern)?;
        let tag_only = list
            .iter()
            .take_while(|pattern| is_tag_only(pattern))
            .count();
        let mut ruler = Ruler {
            by_tag: vec![Setting::default(); Tag::ALL.len()],
            patterns: list,
            by_lower: FxHashMap::default(),
            open: Vec::new(),
        };
        for pattern in ruler.patterns.drain(..tag_only) {
            let tags = pattern.tests[0].tags;
            for (tag, setting) in ruler
                .by_tag
                .iter_mut()
                .enumerate()
                .filter(|(tag, _)| tags >> tag & 1 == 1)
            {
                debug_assert!(setting.pos.is_none(), "{tag} has two rules");
                *setting = pattern.setting;
            }
        }
        for (number, pattern) in ruler.patterns.iter().enumerate() {
            match &pattern.tests[0].lowers {
                None => ruler.open.push(number as u16),
                Some(lowers) => {
                    for lower in lowers {
                        ruler.by_lower.entry(lower).or_default().push(number as u16);
                    }
                }
            }
        }
        Ok(ruler)
    }

    /// The patterns that start with a word in lower case.
    pub fn starting_with(&self, lower: &str) -> Vec<u16> {
        self.by_lower.get(lower).cloned().unwrap_or_default()
    }

    /// Sets coarse tags, features and lemmas. `word` gives a token's lower-cased text, whether it is white space, and
    /// the patterns that start with it.
    pub fn apply<'a>(
        &self,
        tokens: &mut [Attributes],
        word: impl Fn(usize) -> (&'a str, bool, &'a [u16]),
    ) {
        let mut matches = Vec::new();
        for start in 0..tokens.len() {
            let (_, _, own) = word(start);
            for &number in self.open.iter().chain(own) {
                if self.matches(
                    &self.patterns[usize::from(number)],
                    &tokens[start..],
                    |place| {
                        let (lower, space, _) = word(start + place);
                        (lower, space)
                    },
                ) {
                    matches.push((self.patterns[usize::from(number)].rule, start, number));
                }
            }
        }
        matches.sort_unstable();
        for token in tokens.iter_mut() {
            self.by_tag[token.tag as usize].apply(token);
        }
        for (_, start, number) in matches {
            let pattern = &self.patterns[usize::from(number)];
            pattern.setting.apply(&mut tokens[start + pattern.target]);
        }
    }

    fn matches<'a>(
        &self,
        pattern: &Pattern,
        tokens: &[Attributes],
        word: impl Fn(usize) -> (&'a str, bool),
    ) -> bool {
        let tests = pattern.tests.iter().enumerate();
        tokens.len() >= pattern.tests.len()
            && tests
                .into_iter()
                .all(|(place, test)| test.holds(&tokens[place], word(place)))
    }
}

fn is_tag_only(pattern: &Pattern) -> bool {
    let test = &pattern.tests[0];
    pattern.tests.len() == 1
        && test.deps == u64::MAX
        && test.lowers.is_none()
        && test.space.is_none()
}

fn read_pattern(cursor: &mut Cursor) -> Opened<Pattern> {
    let rule = cursor.number()?;
    let target = usize::from(cursor.byte()?);
    let setting = read_setting(cursor)?;
    let tests = cursor.short_list(read_test)?;
    if target < tests.len() {
        Ok(Pattern {
            rule,
            tests,
            target,
            setting,
        })
    } else {
        Err(cursor.broken("a pattern sets a token that it does not have"))
    }
}

fn read_setting(cursor: &mut Cursor) -> Opened<Setting> {
    let mut next = || {
        let set = cursor.byte()? != 0;
        let text = cursor.text()?;
        Ok(set.then_some(text))
    };
    let (pos, features, lemma, tag, dep) = (next()?, next()?, next()?, next()?, next()?);
    Ok(Setting {
        pos: pos.and_then(Pos::from_label),
        features: features.map(read_features),
        lemma,
        tag: tag.and_then(Tag::from_label),
        dep: dep.and_then(Dep::from_label),
    })
}

fn read_features(text: &str) -> Features {
    text.split('|').fold(0, |bits, pair| {
        bits | match pair {
            "Number=Sing" => feature::SINGULAR | feature::NUMBER,
            "VerbForm=Inf" => feature::INFINITIVE,
            "VerbForm=Fin" => feature::FINITE,
            "Tense=Pres" => feature::PRESENT,
            "Degree=Pos" => feature::POSITIVE,
            _ if pair.starts_with("Number=") => feature::NUMBER,
            _ => 0,
        }
    })
}

fn read_test(cursor: &mut Cursor) -> Opened<Test> {
    let mut test = Test {
        tags: u64::MAX,
        deps: u64::MAX,
        lowers: None,
        space: None,
    };
    let constraints = cursor.short_list(|cursor| {
        let (key, wanted) = (cursor.text()?, cursor.byte()? != 0);
        Ok((key, wanted, cursor.list(|cursor| cursor.text())?))
    })?;
    for (key, wanted, values) in constraints {
        let flip = if wanted { 0 } else { u64::MAX };
        match key {
            "TAG" => {
                test.tags = flip
                    ^ bits(
                        values
                            .iter()
                            .filter_map(|tag| Tag::from_label(tag))
                            .map(|tag| tag as u64),
                    )
            }
            "DEP" => {
                test.deps = flip
                    ^ bits(
                        values
                            .iter()
                            .filter_map(|dep| Dep::from_label(dep))
                            .map(|dep| dep as u64),
                    )
            }
            "LOWER" => test.lowers = Some(values),
            "IS_SPACE" => test.space = Some(values == ["1"]),
            _ => return Err(cursor.broken("a pattern tests something unknown")),
        }
    }
    Ok(test)
}

fn bits(numbers: impl Iterator<Item = u64>) -> u64 {
    numbers.fold(0, |bits, number| bits | 1 << number)
}
