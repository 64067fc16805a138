//! The page in a real browser, by keyboard alone.

use std::path::Path;
use std::time::{Duration, Instant};

use crate::folder::Folder;

use super::program::{Program, hostile};
use super::webdriver::Browser;

/// Enter and Escape as WebDriver spells them.
const ENTER: &str = "\u{e007}";
const ESCAPE: &str = "\u{e00c}";

/// The claim in focus.
const FOCUS: &str = "document.activeElement.closest('[data-stop]')?.id ?? ''";

fn browser() -> Option<Browser> {
    let browser = Browser::start();
    if browser.is_none() {
        println!("SKIPPED: no chromedriver with Chromium here; .ci/run says how to install them");
    }
    browser
}

#[test]
fn a_reviewer_judges_by_keyboard_and_the_next_run_obeys() {
    let Some(browser) = browser() else { return };
    let folder = Folder::new();
    let (corpus, store) = (Path::new("corpus"), folder.path().join("s.sqlite"));
    let start = Instant::now();
    let program = Program::start(corpus, &store, "Ada");
    browser.open(&program.address());
    pictures(&browser, "1-queue");
    browser.wait("document.activeElement.matches('ol.queue a')");
    ten_verdicts(&browser);
    let took = start.elapsed();
    println!("from `atodds review` to the tenth verdict: {took:?}");
    assert!(took < Duration::from_secs(120), "{took:?}");
    look_around(&browser);
    let (ejected, rest) = eject_undo_redo(&browser);
    let merged = merge(&browser);
    browser.press("h");
    browser.wait("location.pathname === '/history'");
    pictures(&browser, "6-history");
    assert!(
        browser
            .text("document.querySelector('.foot').textContent")
            .contains("Precision of contradictions: ")
    );
    drop(program);
    let program = Program::start(corpus, &store, "Ada");
    browser.open(&program.address());
    let cluster_of = |claim: &str| {
        browser.open(&format!("http://127.0.0.1:{}/claim/{claim}", program.port));
        browser.wait("location.pathname.startsWith('/cluster/')");
        browser.text("location.pathname")
    };
    assert_ne!(cluster_of(&ejected), cluster_of(&rest), "ejected");
    assert_eq!(cluster_of(&merged.0), cluster_of(&merged.1), "merged");
    browser.press("h");
    browser.wait("document.querySelectorAll('.fate.good').length >= 10");
}

/// Opens the first entry and judges ten, one key each.
fn ten_verdicts(browser: &Browser) {
    browser.press(ENTER);
    browser.wait("location.pathname.startsWith('/contradiction/')");
    pictures(browser, "2-contradiction");
    for key in "ynyyuynyyn".chars() {
        let before = browser.path();
        browser.press(&key.to_string());
        let before = serde_json::Value::from(before);
        browser.wait(&format!("location.pathname + location.search !== {before} && document.querySelector('[role=status]')"));
    }
    let said = browser.text("document.querySelector('[role=status]').textContent");
    assert!(
        said.contains("wrong") && said.contains("bits, rank"),
        "{said}"
    );
    pictures(browser, "3-judged");
}

/// Help, filters, and that nothing is cut off in a narrow window or at 200 % zoom.
fn look_around(browser: &Browser) {
    browser.press("?");
    browser.wait("document.querySelector('#help').open");
    pictures(browser, "7-keys");
    browser.press(ESCAPE);
    browser.wait("!document.querySelector('#help').open");
    for (name, width) in [("zoomed", 640), ("narrow", 375)] {
        browser.resize(width, 700);
        browser.wait("document.documentElement.scrollWidth <= window.innerWidth");
        pictures(browser, &format!("8-{name}"));
    }
    browser.resize(1280, 900);
    browser.press("g");
    browser.wait("location.pathname === '/' && document.querySelector('#count')");
    let all = browser.text("document.querySelector('#count').textContent");
    browser.press("/");
    browser.press("Bakhmut");
    browser.press(ENTER);
    browser.wait("new URLSearchParams(location.search).get('q') === 'Bakhmut'");
    assert_ne!(
        browser.text("document.querySelector('#count').textContent"),
        all
    );
    let named = browser.eval("[...document.querySelectorAll('button, a, input:not([type=hidden]), select, textarea')].every(node => (node.textContent + (node.getAttribute('aria-label') ?? '') + (node.labels?.[0]?.textContent ?? '')).trim())");
    assert_eq!(named, true, "every control has a name");
}

/// Ejects the second claim of the biggest cluster, takes that back and does it again; the claim and its founder.
fn eject_undo_redo(browser: &Browser) -> (String, String) {
    let port = browser.text("location.port");
    browser.open(&format!("http://127.0.0.1:{port}/?kind=cluster"));
    browser.wait("document.activeElement.matches('ol.queue a')");
    browser.press(ENTER);
    browser.wait("location.pathname.startsWith('/cluster/')");
    pictures(browser, "4-cluster");
    browser.press("j");
    let first = browser.text(FOCUS);
    browser.press("j");
    let claim = browser.text(FOCUS);
    assert_ne!(first, claim);
    let tagged = format!("document.getElementById('{claim}').querySelector('.tag')");
    browser.press("e");
    browser.wait(&tagged);
    assert_eq!(browser.text(FOCUS), claim, "the reader stays at the claim");
    browser.press("z");
    browser.wait(&format!("!{tagged}"));
    browser.press("Z");
    browser.wait(&tagged);
    (claim, first)
}

/// Merges the cluster of another matter with the first one that the search offers; a claim of each.
fn merge(browser: &Browser) -> (String, String) {
    browser.press("]");
    browser.wait("location.pathname.startsWith('/cluster/') && !document.querySelector('.flash')");
    let one = browser.text("document.querySelector('.claim').id");
    browser.press("m");
    browser.wait("location.pathname.endsWith('/join') && document.activeElement.matches('.offer')");
    pictures(browser, "5-merge");
    let link = browser.text("document.activeElement.querySelector('a').getAttribute('href')");
    browser.press("m");
    browser.wait("document.querySelector('[role=status]')?.textContent.includes('merged')");
    let port = browser.text("location.port");
    browser.open(&format!("http://127.0.0.1:{port}{link}"));
    browser.wait("document.querySelector('.claim')");
    (one, browser.text("document.querySelector('.claim').id"))
}

/// What is seen, in both colour schemes.
fn pictures(browser: &Browser, name: &str) {
    for scheme in ["dark", "light"] {
        browser.scheme(scheme);
        browser.picture(&format!("{name}-{scheme}"));
    }
}

#[test]
fn hostile_articles_run_nothing_in_a_browser() {
    let Some(browser) = browser() else { return };
    let (_folder, program) = hostile();
    browser.open(&program.address());
    browser.wait("document.activeElement.matches('ol.queue a')");
    assert_eq!(browser.eval("window.hacked === undefined"), true);
    browser.press(ENTER);
    browser.wait("document.querySelector('.claim')");
    assert_eq!(browser.eval("window.hacked === undefined"), true);
    pictures(&browser, "9-hostile");
}
