//! Sentences: where a text is cut and where it is not.

use atodds::segment::sentences;
use proptest::prelude::*;

/// Checks the cut of a text in which `¦` marks every expected cut.
fn check(marked: &str) {
    let text: String = marked.split(" ¦ ").collect::<Vec<_>>().join(" ");
    let expected: Vec<&str> = marked.split(" ¦ ").collect();
    let found: Vec<&str> = sentences(&text)
        .into_iter()
        .map(|span| span.of(&text))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn stops_end_sentences() {
    check(
        "Russia took the town. ¦ Ukraine denied it! ¦ Who is right? ¦ Nobody knows… ¦ Time will tell.",
    );
    check(
        "Prices rose 3.5 percent in 2023. ¦ 15 people protested at 10.30 on Jan. 5. ¦ Police came.",
    );
    check("Он сказал. ¦ Они ушли.");
}

#[test]
fn abbreviations_do_not() {
    check("Gen. Oleksandr Syrskyi met Lt. Col. A. B. Smith of the U.S. Army in St. Petersburg.");
    check(
        "Russia v. Ukraine, Mr. Putin vs. Mr. Zelenskyy, e.g. No. 5 and pp. 3-4, i.e. everything.",
    );
    check("The attack began at 4 a.m. Moscow time on Dec. 3 and ended at 7 p.m. GMT.");
    check("Acme Inc. President J. Doe spoke to Washington, D.C. Mayor Jane Roe.");
}

#[test]
fn abbreviations_before_a_usual_start_do() {
    check("The missiles came from the U.S. ¦ The ministry denied it.");
    check(
        "It began at 4 a.m. ¦ He was asleep. ¦ They were made by Acme Inc. ¦ In Kyiv, nobody knew.",
    );
    check("No. ¦ He said no. ¦ Nothing else, in Dec. ¦ He left.");
}

#[test]
fn what_follows_in_small_letters_goes_on() {
    check("\"Yes.\" he said. ¦ \"Is it true?\" she asked. ¦ \"Go!\" they cried.");
    check("Yahoo! is a firm. ¦ He waited... and left.");
}

#[test]
fn closing_marks_go_with_their_sentence() {
    check(
        "He said: \"We won.\" ¦ She left (at once). ¦ “They lost.” ¦ (Both deny it.) ¦ It is over.[12] ¦ So what?",
    );
}

#[test]
fn short_quotations_and_brackets_stay_whole() {
    check("\"We took the town. It is ours,\" the ministry said. ¦ Kyiv denied it.");
    check("He said: “It is a lie. We hold Pokrovsk. Come and see.” ¦ Moscow disagreed.");
    check("The town (pop. 60,000. Most have fled) is empty. ¦ It is cold.");
}

#[test]
fn a_mark_that_was_never_closed_holds_nothing() {
    check(
        "He said \"policy will not change. ¦ \"It will not be the last,\" he added. ¦ That was all.",
    );
    check("They left at once.\" ¦ He said so. ¦ \"We left. At once.\"");
    check("... Then it ended. ¦ --- Nothing more.");
}

#[test]
fn long_quotations_are_cut() {
    let long = "We hold the town and we will hold it. ".repeat(15);
    assert_eq!(
        sentences(&format!("\"{}\" he said.", long.trim())).len(),
        15
    );
}

#[test]
fn a_forgotten_blank_is_seen() {
    assert_eq!(
        sentences("The town was taken.The ministry said so.").len(),
        2
    );
    assert_eq!(
        sentences("See www.example.com or Node.js or U.S.Army or mid.Journey2.").len(),
        1
    );
}

#[test]
fn numbers_of_a_list_stay_with_their_entry() {
    check("1. Russia denied it.");
    check("a. The second point.");
}

#[test]
fn lines_and_paragraphs_end_sentences() {
    let found = |text: &'static str| {
        sentences(text)
            .into_iter()
            .map(|span| span.of(text))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        found("Source\nCGTN\n\n  A town fell \r\n\r\nKyiv denies it"),
        ["Source", "CGTN", "A town fell", "Kyiv denies it"]
    );
    assert_eq!(
        found("He went on\nto deny it."),
        ["He went on\nto deny it."]
    );
    let wrapped = "The General Staff denied on Tuesday that the town of Vovchansk had been\nlost. Russian troops, it said, had raised a flag in one street and were\nKilled.";
    assert_eq!(found(wrapped).len(), 2);
    assert_eq!(found(" \n\t\n"), Vec::<&str>::new());
}

proptest! {
    #[test]
    fn sentences_cover_everything_but_white_space(text in "(\\PC|[ .!?\"“”()\n\r]|No|U\\.S){0,80}") {
        let mut end = 0;
        for span in sentences(&text) {
            prop_assert!(span.start >= end && span.end > span.start);
            prop_assert!(text[end as usize..span.start as usize].trim().is_empty());
            prop_assert_eq!(span.of(&text).trim(), span.of(&text));
            prop_assert!(!span.of(&text).is_empty());
            end = span.end;
        }
        prop_assert!(text[end as usize..].trim().is_empty());
    }
}
