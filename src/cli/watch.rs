//! `atodds watch`: keeps the reports up to date while articles arrive.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use notify::{EventKind, RecursiveMode, Watcher};

use super::exit::Exit;
use super::tracked::{self, Job, StoreArgs};
use super::{report, warn};
use crate::config::{self, STORE_ENDING};
use crate::error::Error;

/// Arguments of `atodds watch`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Folders and files to watch and read.
    #[arg(value_name = "PATH", default_value = "corpus")]
    paths: Vec<PathBuf>,
    /// Folder for the reports; made where it is missing.
    #[arg(long, value_name = "DIR", default_value = "reports")]
    out: PathBuf,
    /// Settings file; without it an atodds.toml beside the first PATH is used if there is one.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(flatten)]
    store: StoreArgs,
    /// Seconds without a change before the articles are read.
    #[arg(long, value_name = "SECONDS", default_value_t = 1.0)]
    settle: f64,
}

/// What wakes the watch.
enum Wake {
    Changed,
    Stop,
}

/// Runs the command until it is stopped.
pub(super) fn run(args: &Args) -> Result<Exit, Error> {
    let config = config::find(args.config.as_deref(), &args.paths)?;
    let path = args.store.path(&args.paths).ok_or_else(|| Error::Store {
        file: args.paths.first().cloned().unwrap_or_default(),
        what: "a watch needs a store, to know what is new".into(),
        hint: "name a place for it with `--store FILE`".into(),
    })?;
    let mut store = tracked::open(&path, false)?;
    let job = Job {
        paths: &args.paths,
        out: &args.out,
        config: &config,
    };
    let (sender, wakes) = channel();
    // Watching begins before the first run, so that nothing is missed that arrives during it.
    let _watcher = watch(args, sender.clone())?;
    stop_with(sender)?;
    let (run, news) = tracked::run(&job, &mut store)?;
    super::print(report::summary(&run, Some(&news), &args.out).as_bytes())?;
    warn("watching for articles that come, change or go; Ctrl-C ends it");
    loop {
        if let Wake::Stop = next(&wakes, settle(args.settle)) {
            return Ok(Exit::Done);
        }
        match tracked::run(&job, &mut store) {
            Ok((run, news)) => {
                super::print(report::summary(&run, Some(&news), &args.out).as_bytes())?;
            }
            // A full disk or a folder out of reach may be mended while the watch goes on.
            Err(error) => super::complain(&error),
        }
    }
}

fn settle(seconds: f64) -> Duration {
    Duration::try_from_secs_f64(seconds).unwrap_or(Duration::from_secs(1))
}

/// Waits for a change, and then until nothing more changes.
fn next(wakes: &Receiver<Wake>, settle: Duration) -> Wake {
    let Ok(Wake::Changed) = wakes.recv() else {
        return Wake::Stop;
    };
    loop {
        match wakes.recv_timeout(settle) {
            Ok(Wake::Changed) => {}
            Err(RecvTimeoutError::Timeout) => return Wake::Changed,
            Ok(Wake::Stop) | Err(RecvTimeoutError::Disconnected) => return Wake::Stop,
        }
    }
}

fn watch(args: &Args, sender: Sender<Wake>) -> Result<notify::RecommendedWatcher, Error> {
    let out = args.out.canonicalize().unwrap_or_else(|_| args.out.clone());
    let told = move |event: notify::Result<notify::Event>| {
        // What cannot be told apart is taken for a change: a run too many does no harm.
        let is_change = event.map_or(true, |event| is_change(&event, &out));
        if is_change {
            // Fails only when the watch is over.
            let _ = sender.send(Wake::Changed);
        }
    };
    let failed = |path: &Path, error: notify::Error| Error::Read {
        path: path.to_path_buf(),
        source: std::io::Error::other(error),
    };
    let first = args.paths.first().map_or(Path::new("."), PathBuf::as_path);
    let mut watcher = notify::recommended_watcher(told).map_err(|error| failed(first, error))?;
    for path in &args.paths {
        let watched = watcher.watch(path, RecursiveMode::Recursive);
        watched.map_err(|error| failed(path, error))?;
    }
    Ok(watcher)
}

/// Whether an article may have come, changed or gone; reading, the store and the reports are no news.
fn is_change(event: &notify::Event, out: &Path) -> bool {
    let kind = matches!(
        event.kind,
        EventKind::Any | EventKind::Create(_) | EventKind::Modify(_) | EventKind::Remove(_)
    );
    let own = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.contains(STORE_ENDING) || path.starts_with(out)
    };
    kind && !event.paths.iter().all(own)
}

/// Ctrl-C ends the watch when the run at hand is saved; pressed again it ends the program, which loses nothing saved.
fn stop_with(sender: Sender<Wake>) -> Result<(), Error> {
    let pressed = AtomicBool::new(false);
    let stop = move || {
        if pressed.swap(true, Ordering::Relaxed) {
            std::process::exit(i32::from(Exit::INTERRUPTED));
        }
        warn("stopping when the run at hand is saved; once more to stop at once");
        let _ = sender.send(Wake::Stop);
    };
    ctrlc::set_handler(stop).map_err(|error| Error::Read {
        path: "the keyboard's interrupt".into(),
        source: std::io::Error::other(error),
    })
}
