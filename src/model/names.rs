//! The words by which kinds of things are written down, in reports and in the store alike.

use super::change::{Hand, What};
use super::claim::{Modality, Question, Stance};
use super::contradiction::{Kind, Status};
use super::place::PlaceKind;
use super::span::TextField;

macro_rules! names {
    ($type:ident { $($variant:ident = $text:literal),+ $(,)? }) => {
        impl $type {
            /// The word for it.
            pub fn as_str(self) -> &'static str {
                match self { $($type::$variant => $text),+ }
            }

            /// What a word stands for, `None` for a word that is not one of these.
            pub fn from_name(text: &str) -> Option<Self> {
                match text { $($text => Some($type::$variant),)+ _ => None }
            }
        }
    };
}

names! { Stance { Affirm = "affirm", Deny = "deny" } }

names! { Modality { Stated = "stated", Possible = "possible", Planned = "planned" } }

names! {
    Question {
        Control = "control",
        Occurrence = "occurrence",
        Responsibility = "responsibility",
        Quantity = "quantity",
        Cause = "cause",
        Stance = "stance",
    }
}

names! {
    Kind {
        Denial = "denial",
        RivalControl = "rival_control",
        Responsibility = "responsibility",
        Quantity = "quantity",
        Cause = "cause",
        Occurrence = "occurrence",
        Stance = "stance",
    }
}

names! {
    Status {
        Open = "open",
        Superseded = "superseded",
        Conceded = "conceded",
        Rejected = "rejected",
    }
}

names! { TextField { Title = "title", Body = "body" } }

names! {
    PlaceKind {
        Settlement = "settlement",
        Region = "region",
        Country = "country",
        Natural = "natural",
        Facility = "facility",
        Unlisted = "unlisted",
    }
}

names! {
    What {
        New = "new",
        Returned = "returned",
        Voice = "voice",
        Conceded = "conceded",
        Superseded = "superseded",
        Rejected = "rejected",
        Reopened = "reopened",
        Renamed = "renamed",
        Gone = "gone",
    }
}

names! { Hand { Left = "left", Right = "right" } }
