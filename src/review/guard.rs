//! Who may ask: only pages of this program, on this machine, in the browser that was shown the token.

use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, header};

/// Why a request was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// It names another host: a page elsewhere pretends to be this one.
    Host,
    /// It comes from another page.
    Origin,
    /// It does not know the token.
    Token,
}

/// Headers that keep a page's text from running anything or being shown elsewhere.
const SAFE: [(HeaderName, &str); 7] = [
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    // Not `no-referrer`: browsers would then hide the origin of this program's own forms.
    (header::REFERRER_POLICY, "same-origin"),
    (header::CACHE_CONTROL, "no-store"),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
];

/// Adds the safe headers to a response.
pub fn harden(headers: &mut HeaderMap) {
    for (name, value) in SAFE {
        headers.insert(name, HeaderValue::from_static(value));
    }
}

/// What the program knows of itself.
#[derive(Debug, Clone)]
pub struct Guard {
    token: String,
    port: u16,
}

impl Guard {
    /// A guard for a port.
    pub fn new(token: String, port: u16) -> Guard {
        Guard { token, port }
    }

    /// The cookie by which a browser shows that it knows the token. Cookies do not tell ports apart, so its name does.
    fn cookie_name(&self) -> String {
        format!("atodds-{}", self.port)
    }

    /// The value of the `Set-Cookie` header.
    pub fn cookie(&self) -> String {
        format!(
            "{}={}; Path=/; HttpOnly; SameSite=Strict",
            self.cookie_name(),
            self.token
        )
    }

    /// Whether a word is the token.
    pub fn is_token(&self, word: &str) -> bool {
        // As long for a wrong word as for a right one.
        let differing = word
            .bytes()
            .zip(self.token.bytes())
            .fold(0, |sum, (a, b)| sum | (a ^ b));
        word.len() == self.token.len() && differing == 0
    }

    /// Whether a request may be answered; `token` is the one in its address or form, `""` for none.
    ///
    /// # Errors
    /// Why not.
    pub fn check(&self, method: &Method, headers: &HeaderMap, token: &str) -> Result<(), Refusal> {
        let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
        let host = text(header::HOST).ok_or(Refusal::Host)?;
        if !self.hosts().contains(&host.to_ascii_lowercase()) {
            return Err(Refusal::Host);
        }
        let writes = method != Method::GET && method != Method::HEAD;
        let site = text(HeaderName::from_static("sec-fetch-site")).unwrap_or("");
        let foreign = match text(header::ORIGIN) {
            Some(origin) => !origin.eq_ignore_ascii_case(&format!("http://{host}")),
            // Browsers name the origin of every form; what names none must at least say that it is one of our pages.
            None => writes && site != "same-origin",
        };
        if foreign || (writes && matches!(site, "cross-site" | "same-site")) {
            return Err(Refusal::Origin);
        }
        let cookie = self.has_cookie(headers);
        let known = match writes {
            true => cookie && self.is_token(token),
            false => cookie || self.is_token(token),
        };
        if known { Ok(()) } else { Err(Refusal::Token) }
    }

    fn hosts(&self) -> [String; 2] {
        ["127.0.0.1", "localhost"].map(|host| format!("{host}:{}", self.port))
    }

    fn has_cookie(&self, headers: &HeaderMap) -> bool {
        let cookies = headers
            .get_all(header::COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok());
        let pairs = cookies
            .flat_map(|line| line.split(';'))
            .filter_map(|pair| pair.trim().split_once('='));
        let name = self.cookie_name();
        pairs
            .into_iter()
            .any(|(own, value)| own == name && self.is_token(value))
    }
}

/// A new token: 128 random bits.
///
/// # Errors
/// The system gives no random bytes.
pub fn token() -> Result<String, getrandom::Error> {
    let mut bytes = [0u8; 16];
    getrandom::fill(&mut bytes)?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}
