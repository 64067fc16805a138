//! What a word of time can mean: the senses of `dates.tsv` and how their values are read.

use jiff::civil::Date;

macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($(#[$note:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$note])* $variant),+ }

        impl $name {
            fn from_name(name: &str) -> Option<Self> {
                match name { $($text => Some($name::$variant),)+ _ => None }
            }
        }
    };
}

named! {
    /// A calendar unit, smallest first.
    #[allow(missing_docs)]
    Unit {
        Minute = "minute", Hour = "hour", Day = "day", Weekend = "weekend", Week = "week", Month = "month",
        Quarter = "quarter", Half = "half", Year = "year",
    }
}

named! {
    /// A part of the day.
    Part {
        /// Lies within the day that is named.
        Day = "day",
        /// May run into the next day.
        Night = "night",
    }
}

named! {
    /// Which of several like spans is meant.
    Which {
        /// The last one that is over ("last week").
        Previous = "previous",
        /// The one before the day in question ("the previous day").
        Before = "before",
        /// The stretch that ends now ("the past week").
        Trailing = "trailing",
        /// The one that is now.
        This = "this",
        /// The one to come.
        Next = "next",
        /// The stretch that begins now ("over the coming week"); as [`Which::Next`] otherwise.
        Coming = "coming",
        /// The one after the day in question ("the following day").
        After = "after",
        /// The one that was named last ("the same day").
        Same = "same",
    }
}

named! {
    /// A part of a longer span.
    Edge {
        /// Its first third.
        Start = "start",
        /// Its middle third.
        Middle = "middle",
        /// Its last third.
        End = "end",
        /// Its first half.
        FirstHalf = "half-1",
        /// Its second half.
        SecondHalf = "half-2",
        /// What is left of it.
        Rest = "rest",
        /// All of it.
        Whole = "whole",
    }
}

named! {
    /// A word that ties a date to its sentence or to another date.
    #[allow(missing_docs)]
    Link {
        Since = "since", From = "from", AsOf = "asof", Until = "until", Through = "through", To = "to", By = "by",
        Before = "before", Ahead = "ahead", After = "after", Between = "between", And = "and", Or = "or", On = "on", In = "in",
        Over = "over", Of = "of", For = "for", Into = "into", Dash = "dash", Comma = "comma", Than = "than",
    }
}

named! {
    /// A word that counts from a day.
    Turn {
        /// Back from the dateline.
        Ago = "ago",
        /// Back from the day in question.
        Earlier = "earlier",
        /// On from the day in question.
        Later = "later",
        /// On from the dateline.
        Hence = "hence",
        /// From the day named on.
        Onward = "onward",
    }
}

/// One meaning of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sense {
    /// Month, 1 to 12.
    Month(i8),
    /// Weekday, 1 (Monday) to 7.
    Weekday(i8),
    /// Unit and how many of it ("decade" is ten years).
    Unit(Unit, i16),
    /// Place in a row, -1 for the last.
    Ordinal(i8),
    /// Number word.
    Number(i16),
    /// Ending of an ordinal in digits.
    OrdinalSuffix,
    /// First and last day, counted from the dateline.
    Deictic(i16, i16),
    /// End of the unit that is now.
    CurrentEnd(Unit),
    /// Quarter or half of a year, and its number.
    Slice(Unit, i8),
    /// Month and day of the first and of the last day.
    Season((i8, i8), (i8, i8)),
    /// Part of the day.
    Part(Part),
    /// Which of several.
    Which(Which),
    /// Part of a span.
    Edge(Edge),
    /// Tie.
    Link(Link),
    /// Count from a day.
    Turn(Turn),
    /// Article, demonstrative or possessive.
    Determiner,
    /// No single date follows.
    Repeated,
    /// Month and day of every year.
    Holiday(i8, i8),
    /// A day that everyone means.
    Famous(Date),
    /// No date here.
    Never,
    /// Auxiliary of the future.
    FutureAux,
    /// Auxiliary that may turn either way.
    OpenAux,
    /// An infinitive under it lies ahead.
    Plan,
    /// Its own date lies ahead.
    Scheduled,
    /// Its present tense lies ahead.
    Timetable,
    /// The year is not the calendar's.
    NotCalendar,
    /// A noun whose names end in a number.
    Numbered,
    /// Its object "the day" is the day in question.
    DayVerb,
    /// Stands for the century of a year.
    Apostrophe,
}

/// A sense by its name and value, `None` where they do not follow the header of the file.
pub(super) fn read_sense(sense: &str, value: &str) -> Option<Sense> {
    Some(match sense {
        "month" => Sense::Month(value.parse().ok()?),
        "weekday" => Sense::Weekday(value.parse().ok()?),
        "unit" => read_unit(value)?,
        "ordinal" => Sense::Ordinal(value.parse().ok()?),
        "ordinal_suffix" => Sense::OrdinalSuffix,
        "number" => Sense::Number(value.parse().ok()?),
        "current_end" => Sense::CurrentEnd(Unit::from_name(value)?),
        "slice" => read_slice(value)?,
        "deictic" => read_deictic(value)?,
        "season" => read_season(value)?,
        "part" => Sense::Part(Part::from_name(value)?),
        "which" => Sense::Which(Which::from_name(value)?),
        "edge" => Sense::Edge(Edge::from_name(value)?),
        "link" => Sense::Link(Link::from_name(value)?),
        "turn" => Sense::Turn(Turn::from_name(value)?),
        "holiday" => month_day(value).map(|(month, day)| Sense::Holiday(month, day))?,
        "famous" => Sense::Famous(value.parse().ok()?),
        "determiner" => Sense::Determiner,
        "repeated" => Sense::Repeated,
        "never" => Sense::Never,
        "future_aux" => Sense::FutureAux,
        "open_aux" => Sense::OpenAux,
        "plan" => Sense::Plan,
        "scheduled" => Sense::Scheduled,
        "timetable" => Sense::Timetable,
        "not_calendar" => Sense::NotCalendar,
        "numbered" => Sense::Numbered,
        "day_verb" => Sense::DayVerb,
        "apostrophe" => Sense::Apostrophe,
        _ => return None,
    })
}

fn read_unit(value: &str) -> Option<Sense> {
    let (name, count) = value.split_once(' ')?;
    Some(Sense::Unit(Unit::from_name(name)?, count.parse().ok()?))
}

fn read_slice(value: &str) -> Option<Sense> {
    let (name, number) = value.split_once(' ')?;
    Some(Sense::Slice(Unit::from_name(name)?, number.parse().ok()?))
}

fn read_deictic(value: &str) -> Option<Sense> {
    let (first, last) = value.split_once(' ')?;
    Some(Sense::Deictic(first.parse().ok()?, last.parse().ok()?))
}

fn read_season(value: &str) -> Option<Sense> {
    let (first, last) = value.split_once(' ')?;
    Some(Sense::Season(month_day(first)?, month_day(last)?))
}

fn month_day(value: &str) -> Option<(i8, i8)> {
    let (month, day) = value.split_once('-')?;
    Some((month.parse().ok()?, day.parse().ok()?))
}
