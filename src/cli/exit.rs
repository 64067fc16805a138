//! Exit codes: every one that the program ends with.

use std::process::ExitCode;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Exit {
    /// Done: 0.
    Done,
    /// Done, and `--check` found something: 1.
    Findings,
    /// Not done; the reason stands on standard error: 2.
    Error,
}

impl Exit {
    /// Ended at once by a second Ctrl-C, as shells give it: 128 and the number of the signal.
    pub(super) const INTERRUPTED: u8 = 130;
}

/// The codes as the help text explains them.
pub(super) const HELP: &str = "Exit codes: 0 done, 1 findings under --check, 2 error.";

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        match exit {
            Exit::Done => ExitCode::SUCCESS,
            Exit::Findings => ExitCode::from(1),
            Exit::Error => ExitCode::from(2),
        }
    }
}
