//! Whether a chunk is an address on the net and stays whole, as spaCy's URL expression decides, in linear time.

use super::chars::{Chars, class};

/// Whether the whole text is an address: `[scheme://][user@]host[:port][/path]`.
pub(crate) fn is_address(chars: &Chars, text: &str) -> bool {
    // Every host has a full stop, which most chunks have not.
    if !text.contains('.') {
        return false;
    }
    let scheme = scheme_end(chars, text);
    is_user_and_host(chars, text) || scheme > 0 && is_user_and_host(chars, &text[scheme..])
}

/// `host…` or `user@host…`, where the user may be anything that is not empty.
fn is_user_and_host(chars: &Chars, text: &str) -> bool {
    let users = text
        .match_indices('@')
        .filter(|(at, _)| *at > 0)
        .map(|(at, _)| at + 1);
    std::iter::once(0)
        .chain(users)
        .any(|host| is_host_and_more(chars, &text[host..]))
}

/// Bytes of `scheme://`, 0 without one.
fn scheme_end(chars: &Chars, text: &str) -> usize {
    let Some((scheme, _)) = text.split_once("://") else {
        return 0;
    };
    let known = |char: char| chars.is(char, class::NAME) || "+-.".contains(char);
    let long = scheme.chars().nth(1).is_some();
    if long && scheme.chars().all(known) {
        scheme.len() + 3
    } else {
        0
    }
}

fn is_host_and_more(chars: &Chars, text: &str) -> bool {
    let end = text.find([':', '/', '?', '#']).unwrap_or(text.len());
    let (host, rest) = text.split_at(end);
    (is_domain(chars, host) || is_number(chars, host)) && is_port_and_path(chars, rest)
}

fn is_port_and_path(chars: &Chars, rest: &str) -> bool {
    let rest = match rest.strip_prefix(':') {
        None => rest,
        Some(port) => {
            let digits = port
                .find(|char| !chars.is(char, class::NUMERAL))
                .unwrap_or(port.len());
            if !(2..=5).contains(&port[..digits].chars().count()) {
                return false;
            }
            &port[digits..]
        }
    };
    rest.is_empty() || rest.starts_with(['/', '?', '#'])
}

fn is_domain(chars: &Chars, host: &str) -> bool {
    let Some((labels, top)) = host.rsplit_once('.') else {
        return false;
    };
    chars.all(top, class::DOMAIN)
        && (2..=63).contains(&top.chars().count())
        && labels.split('.').all(is_label)
}

/// One to 64 characters that begin and end with a letter or digit.
fn is_label(label: &str) -> bool {
    let outer =
        |char: char| char.is_ascii_alphanumeric() || ('\u{a1}'..='\u{ffff}').contains(&char);
    let inner = |char: char| outer(char) || char == '_' || char == '-';
    label.starts_with(outer)
        && label.ends_with(outer)
        && label.chars().all(inner)
        && label.chars().count() <= 64
}

/// Four numbers, not of a private or local network.
fn is_number(chars: &Chars, host: &str) -> bool {
    let parts: Vec<&str> = host.splitn(5, '.').collect();
    let [first, second, third, last] = parts[..] else {
        return false;
    };
    let second_digit = |part: &str, digits: &str| {
        part.chars()
            .nth(1)
            .is_some_and(|char| digits.contains(char))
    };
    let two = second.chars().count() == 2;
    let private = matches!(
        (first, second),
        ("10" | "127", _) | ("169", "254") | ("192", "168")
    ) || first == "172"
        && two
        && (second.starts_with('1') && second_digit(second, "6789")
            || second.starts_with('2')
            || second.starts_with('3') && second_digit(second, "01"));
    !private
        && is_part(chars, first, true, |value| value < 224)
        && [second, third]
            .iter()
            .all(|part| is_part(chars, part, false, |value| value < 256))
        && is_part(chars, last, true, |value| value < 255)
}

/// One to three digits below a limit; where `plain`, without a leading zero. Digits of other scripts may stand where
/// the expression has `\d`: anywhere but at the front of a plain part or of three digits.
fn is_part(chars: &Chars, part: &str, plain: bool, below: impl Fn(u32) -> bool) -> bool {
    let count = part.chars().count();
    if !(1..=3).contains(&count) || !chars.all(part, class::NUMERAL) {
        return false;
    }
    let front = part.chars().next().unwrap_or('0');
    match count {
        3 => {
            front == '1'
                || front.is_ascii_digit()
                    && part
                        .parse()
                        .is_ok_and(|value: u32| value >= 200 && below(value))
        }
        _ => !plain || ('1'..='9').contains(&front),
    }
}
