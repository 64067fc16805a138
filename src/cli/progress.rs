//! Progress on a terminal, and nothing when the output is piped.

use std::io::IsTerminal;
use std::sync::Mutex;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use crate::pipeline::Progress;

/// A line on standard error that moves, one step at a time.
pub(super) struct Bar {
    bar: Mutex<ProgressBar>,
    shown: bool,
}

/// How often the line is drawn anew: often enough to look alive.
const TICK: Duration = Duration::from_millis(120);

impl Bar {
    /// A line where standard error is a terminal, nothing otherwise.
    pub fn new() -> Bar {
        Bar {
            bar: Mutex::new(ProgressBar::hidden()),
            shown: std::io::stderr().is_terminal(),
        }
    }

    fn bar(&self) -> std::sync::MutexGuard<'_, ProgressBar> {
        self.bar.lock().unwrap_or_else(|broken| broken.into_inner())
    }
}

impl Progress for Bar {
    fn begin(&self, step: &'static str, total: u64) {
        if !self.shown {
            return;
        }
        let bar = ProgressBar::new(total);
        if let Ok(style) =
            ProgressStyle::with_template("{msg:>12} {wide_bar} {human_pos}/{human_len} {eta:>4}")
        {
            bar.set_style(style);
        }
        bar.set_message(step);
        bar.enable_steady_tick(TICK);
        *self.bar() = bar;
    }

    fn advance(&self, parts: u64) {
        self.bar().inc(parts);
    }

    fn end(&self) {
        self.bar().finish_and_clear();
    }
}
