//! The review page, its verdicts and its safety.

mod browser;
mod exchange;
mod program;
mod queue;
mod rss;
mod safety;
mod webdriver;
