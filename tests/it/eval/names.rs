//! Names by two hands.

use atodds::eval::names::{is_like, is_same};

#[test]
fn same_but_for_case_punctuation_and_short_words() {
    for (left, right) in [
        ("", ""),
        ("Al-Ahli", "al ahli"),
        ("The Times", "Times"),
        ("BP", "bp"),
    ] {
        assert!(is_same(left, right), "{left} / {right}");
    }
    for (left, right) in [
        ("", "Russia"),
        ("Belgorod", "Belgorod region"),
        ("Hamas", "Israel"),
        ("AP", "BP"),
    ] {
        assert!(!is_same(left, right), "{left} / {right}");
    }
}

#[test]
fn like_in_a_shorter_or_fuller_form() {
    for (left, right) in [
        ("Peskov", "Dmitry Peskov"),
        ("Ukraine's military", "the Ukrainian military"),
        ("Russian Defence Ministry", "Defense Ministry"),
        ("Volodymyr Zelenskyy", "Zelensky"),
    ] {
        assert!(is_like(left, right), "{left} / {right}");
        assert!(is_like(right, left), "{right} / {left}");
    }
    for (left, right) in [
        ("", "Peskov"),
        ("Iran", "Iraq"),
        ("Sergei Lavrov", "Dmitry Peskov"),
        ("he", "Peskov"),
    ] {
        assert!(!is_like(left, right), "{left} / {right}");
    }
}
