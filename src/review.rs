//! Review by hand: a local page on which a person judges clusters and contradictions, and what the verdicts are kept in.
//!
//! A [`Desk`] lays out a run, a [`Journal`] keeps the verdicts in the store, and a [`Room`] of both is [`serve`]d. The
//! page loads nothing from elsewhere and answers only to itself (`guard`). The server is the one place with an
//! asynchronous runtime; it runs on the calling thread.

mod closeness;
mod decide;
mod desk;
mod exchange;
mod filter;
mod form;
mod guard;
mod journal;
mod marked;
mod page;
mod queue;
mod record;
mod server;
mod tally;

pub use decide::{Wish, judgement};
pub use desk::{Desk, Named};
pub use exchange::{Imported, export, import, read as read_verdicts};
pub use filter::{Filter, Judged};
pub use guard::{Guard, Refusal, token};
pub use journal::{Clock, Journal, clean_name, verdicts};
pub use page::{Ask, Room, history, matter, queue};
pub use queue::{Entry, Sort};
pub use server::serve;
pub use tally::{Agreement, Share, agreement, rate};
