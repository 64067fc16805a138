//! A parsed sentence: tokens with tags, lemmas and heads, and named entities, in the label set of spaCy's English pipeline.

use compact_str::CompactString;

use super::span::Span;

macro_rules! labels {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[allow(missing_docs)]
        pub enum $name { $($variant),+ }

        impl $name {
            /// Every label, in the order of declaration.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The label as the model spells it.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $text),+ }
            }

            /// The label that the model spells so, `None` if it has no such label.
            pub fn from_label(text: &str) -> Option<Self> {
                match text { $($text => Some($name::$variant),)+ _ => None }
            }
        }
    };
}

labels! {
    /// Penn Treebank part-of-speech tag (`token.tag_`).
    Tag {
        Dollar = "$", CloseQuote = "''", Comma = ",", LeftBracket = "-LRB-", RightBracket = "-RRB-", Stop = ".",
        Colon = ":", ADD = "ADD", AFX = "AFX", CC = "CC", CD = "CD", DT = "DT", EX = "EX", FW = "FW", HYPH = "HYPH",
        IN = "IN", JJ = "JJ", JJR = "JJR", JJS = "JJS", LS = "LS", MD = "MD", NFP = "NFP", NN = "NN", NNP = "NNP",
        NNPS = "NNPS", NNS = "NNS", PDT = "PDT", POS = "POS", PRP = "PRP", PRPS = "PRP$", RB = "RB", RBR = "RBR",
        RBS = "RBS", RP = "RP", SYM = "SYM", TO = "TO", UH = "UH", VB = "VB", VBD = "VBD", VBG = "VBG", VBN = "VBN",
        VBP = "VBP", VBZ = "VBZ", WDT = "WDT", WP = "WP", WPS = "WP$", WRB = "WRB", XX = "XX", Space = "_SP",
        OpenQuote = "``",
    }
}

labels! {
    /// Universal part of speech (`token.pos_`).
    Pos {
        Adj = "ADJ", Adp = "ADP", Adv = "ADV", Aux = "AUX", Cconj = "CCONJ", Det = "DET", Intj = "INTJ",
        Noun = "NOUN", Num = "NUM", Part = "PART", Pron = "PRON", Propn = "PROPN", Punct = "PUNCT",
        Sconj = "SCONJ", Sym = "SYM", Verb = "VERB", X = "X", Space = "SPACE", Unset = "",
    }
}

labels! {
    /// Dependency label (`token.dep_`), ClearNLP style.
    Dep {
        Root = "ROOT", Acl = "acl", Acomp = "acomp", Advcl = "advcl", Advmod = "advmod", Agent = "agent",
        Amod = "amod", Appos = "appos", Attr = "attr", Aux = "aux", Auxpass = "auxpass", Case = "case", Cc = "cc",
        Ccomp = "ccomp", Compound = "compound", Conj = "conj", Csubj = "csubj", Csubjpass = "csubjpass",
        Dative = "dative", Dep = "dep", Det = "det", Dobj = "dobj", Expl = "expl", Intj = "intj", Mark = "mark",
        Meta = "meta", Neg = "neg", Nmod = "nmod", Npadvmod = "npadvmod", Nsubj = "nsubj", Nsubjpass = "nsubjpass",
        Nummod = "nummod", Oprd = "oprd", Parataxis = "parataxis", Pcomp = "pcomp", Pobj = "pobj", Poss = "poss",
        Preconj = "preconj", Predet = "predet", Prep = "prep", Prt = "prt", Punct = "punct", Quantmod = "quantmod",
        Relcl = "relcl", Xcomp = "xcomp",
    }
}

labels! {
    /// Named-entity label (`ent.label_`), OntoNotes.
    EntityLabel {
        Cardinal = "CARDINAL", Date = "DATE", Event = "EVENT", Facility = "FAC", Gpe = "GPE", Language = "LANGUAGE",
        Law = "LAW", Location = "LOC", Money = "MONEY", Norp = "NORP", Ordinal = "ORDINAL", Org = "ORG",
        Percent = "PERCENT", Person = "PERSON", Product = "PRODUCT", Quantity = "QUANTITY", Time = "TIME",
        WorkOfArt = "WORK_OF_ART",
    }
}

/// One token.
#[derive(Debug, Clone, PartialEq)]
pub struct Token {
    /// Bytes in the text that was parsed, plus [`ParsedSentence::offset`] when it lies in an article.
    pub span: Span,
    /// Dictionary form.
    pub lemma: CompactString,
    /// Fine tag.
    pub tag: Tag,
    /// Coarse tag.
    pub pos: Pos,
    /// Index of the head among the sentence's tokens; a root is its own head.
    pub head: u32,
    /// Relation to the head.
    pub dep: Dep,
}

/// A named entity over tokens `first..=last`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entity {
    /// First token.
    pub first: u32,
    /// Last token, inclusive.
    pub last: u32,
    /// Kind of name.
    pub label: EntityLabel,
}

/// A stretch of text that was parsed as one; it usually holds one root, but the parser may find more.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ParsedSentence {
    /// The text.
    pub text: String,
    /// Byte offset of `text` in its field of the article; token spans already include it.
    pub offset: u32,
    /// Tokens in order; heads always point inside.
    pub tokens: Vec<Token>,
    /// Named entities in order, not overlapping.
    pub entities: Vec<Entity>,
}

impl ParsedSentence {
    /// The words of token `index` as written.
    pub fn word(&self, index: usize) -> &str {
        self.slice(self.tokens[index].span)
    }

    /// The words of a span that counts in the article's field, `""` where it leaves the sentence.
    pub fn slice(&self, span: Span) -> &str {
        let (start, end) = (
            span.start.wrapping_sub(self.offset),
            span.end.wrapping_sub(self.offset),
        );
        self.text.get(start as usize..end as usize).unwrap_or("")
    }
}
