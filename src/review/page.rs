//! What each page shows, worked out from the desk and the verdicts; the templates only lay it out.

mod card;
mod frame;
mod history;
mod join;
mod matter;
mod queue;
mod words;

pub use frame::{Ask, Room};
pub use history::history;
pub use join::join;
pub use matter::matter;
pub use queue::queue;
