//! Paths to input files: recursive, in the order of their keys, each file once.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::Input;
use crate::config;
use crate::model::article::Skipped;

/// Finds the files below `paths`, ordered by key, and says of everything left out why.
///
/// A folder's files have their path below it as key, a file that was named has its name. Where two paths would give
/// the same key, the whole path as given is the key. Links are followed; a file that is met twice is read once.
pub fn walk(paths: &[PathBuf], settings: &config::Read) -> (Vec<Input>, Vec<Skipped>) {
    let mut found = Vec::new();
    let mut skipped = Vec::new();
    for path in paths {
        collect(path, settings, &mut found, &mut skipped);
    }
    tell_apart(&mut found);
    found.sort_by(|left, right| (&left.key, &left.shown).cmp(&(&right.key, &right.shown)));
    let inputs = once(found, &mut skipped);
    skipped.sort();
    skipped.dedup();
    (inputs, skipped)
}

fn collect(
    root: &Path,
    settings: &config::Read,
    found: &mut Vec<Input>,
    skipped: &mut Vec<Skipped>,
) {
    let mut entries = WalkDir::new(root)
        .follow_links(true)
        .sort_by_file_name()
        .into_iter();
    while let Some(entry) = entries.next() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                skipped.push(trouble(root, &error));
                continue;
            }
        };
        if is_store(&entry) {
            continue;
        }
        let left_out = left_out(&entry, settings);
        if let Some(why) = left_out.as_deref().or_else(|| not_a_file(&entry)) {
            skipped.push(skip(entry.path(), why));
        } else if entry.file_type().is_file() {
            found.push(input(root, entry.path()));
        }
        if left_out.is_some() && entry.file_type().is_dir() {
            entries.skip_current_dir();
        }
    }
}

/// A store, or a file that lies beside one (its log, its lock, an older one): the program's own, not an input.
fn is_store(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    entry.depth() > 0 && name.contains(config::STORE_ENDING)
}

fn input(root: &Path, path: &Path) -> Input {
    let below = path.strip_prefix(root).unwrap_or(path);
    let key = match below.as_os_str().is_empty() {
        true => path.file_name().map(Path::new).unwrap_or(path),
        false => below,
    };
    Input {
        path: path.to_path_buf(),
        shown: slashed(path),
        key: slashed(key),
    }
}

/// The reason to leave an entry out by its name; `None` for what was named on the command line.
fn left_out(entry: &DirEntry, settings: &config::Read) -> Option<String> {
    if entry.depth() == 0 {
        return None;
    }
    let name = entry.file_name().to_string_lossy().to_lowercase();
    let is_folder = entry.file_type().is_dir();
    let pattern = settings.leave_out.iter().find(|pattern| {
        let pattern = pattern.to_lowercase();
        match pattern.strip_suffix('/') {
            Some(folder) => is_folder && matches(folder, &name),
            None => matches(&pattern, &name),
        }
    })?;
    Some(format!(
        "left out by the setting read.leave_out (`{pattern}`)"
    ))
}

fn not_a_file(entry: &DirEntry) -> Option<&'static str> {
    let kind = entry.file_type();
    let plain = kind.is_file() || kind.is_dir();
    (!plain).then_some("neither a file nor a folder (a pipe, socket or device)")
}

/// Whether `name` fits a pattern in which `*` stands for any letters.
fn matches(pattern: &str, name: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == name,
        Some((head, rest)) => name.strip_prefix(head).is_some_and(|tail| {
            let mut ends = tail.char_indices().map(|(at, _)| at).chain([tail.len()]);
            ends.any(|at| matches(rest, &tail[at..]))
        }),
    }
}

fn trouble(root: &Path, error: &walkdir::Error) -> Skipped {
    let path = error.path().unwrap_or(root);
    match (error.loop_ancestor(), error.io_error()) {
        (Some(ancestor), _) => skip(
            path,
            &format!(
                "a link that leads back to {}: not followed",
                slashed(ancestor)
            ),
        ),
        (None, Some(system)) => skip(path, &format!("cannot be opened: {system}")),
        (None, None) => skip(path, "cannot be opened"),
    }
}

/// Inputs whose keys clash get their whole path as key.
fn tell_apart(found: &mut [Input]) {
    let mut uses: HashMap<String, Vec<PathBuf>> = HashMap::new();
    for input in found.iter() {
        let paths = uses.entry(input.key.clone()).or_default();
        if !paths.contains(&input.path) {
            paths.push(input.path.clone());
        }
    }
    for input in found {
        if uses.get(&input.key).is_some_and(|paths| paths.len() > 1) {
            input.key = input.shown.clone();
        }
    }
}

/// Each file once, under the first of its keys.
fn once(found: Vec<Input>, skipped: &mut Vec<Skipped>) -> Vec<Input> {
    let mut seen: BTreeMap<PathBuf, String> = BTreeMap::new();
    let mut inputs = Vec::with_capacity(found.len());
    for input in found {
        let real = input
            .path
            .canonicalize()
            .unwrap_or_else(|_| input.path.clone());
        match seen.get(&real) {
            Some(key) if *key == input.shown => {}
            Some(key) => skipped.push(input.skip(format!("the same file as {key}, read there"))),
            None => {
                seen.insert(real, input.shown.clone());
                inputs.push(input);
            }
        }
    }
    inputs
}

fn skip(path: &Path, why: &str) -> Skipped {
    Skipped {
        file: slashed(path),
        why: why.to_owned(),
    }
}

fn slashed(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}
