//! The rules of the house, as far as a machine can check them.

mod layers;
mod lexicon;
mod words;

use std::fs;
use std::path::{Path, PathBuf};

/// A source file: its path below `src/` and its text.
struct Source {
    path: String,
    text: String,
}

impl Source {
    /// The room it belongs to: the first name of its path.
    fn room(&self) -> &str {
        let first = self.path.split('/').next().unwrap();
        first.strip_suffix(".rs").unwrap_or(first)
    }

    /// Lines of code with their numbers: no comments, and nothing after the unit tests begin.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.text.lines().enumerate();
        lines
            .take_while(|(_, line)| !line.starts_with("#[cfg(test)]"))
            .filter(|(_, line)| !line.trim_start().starts_with("//"))
            .map(|(index, line)| (index + 1, line))
    }
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let paths = files(&root)
        .into_iter()
        .filter(|path| path.extension().is_some_and(|ending| ending == "rs"));
    let source = |path: PathBuf| Source {
        path: path
            .strip_prefix(&root)
            .unwrap()
            .to_string_lossy()
            .replace('\\', "/"),
        text: fs::read_to_string(&path).unwrap(),
    };
    paths.map(source).collect()
}

/// Every file below a folder, in order.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found
}

/// Fails with every finding, one a line.
fn none(what: &str, findings: Vec<String>) {
    assert!(findings.is_empty(), "{what}:\n  {}", findings.join("\n  "));
}

#[test]
fn every_file_says_what_it_is_for() {
    let silent = sources()
        .into_iter()
        .filter(|source| !source.text.starts_with("//! "));
    none(
        "files that do not open with a `//!` sentence",
        silent.map(|source| source.path).collect(),
    );
}

/// Longest source file in lines; longer ones are hard to hold in mind.
const MAX_LINES: usize = 400;

/// Files that are longer, each with the reason.
const LONG: &[(&str, &str)] = &[];

#[test]
fn files_are_short_or_say_why_not() {
    let mut findings = Vec::new();
    for source in sources() {
        let lines = source.text.lines().count();
        let listed = LONG.iter().any(|(path, _)| *path == source.path);
        if lines > MAX_LINES && !listed {
            findings.push(format!("{}: {lines} lines", source.path));
        }
    }
    none("files over 400 lines", findings);
}

#[test]
fn names_of_rooms_say_something() {
    let nothing = [
        "util", "utils", "helper", "helpers", "common", "misc", "manager",
    ];
    let says_nothing = |source: &Source| {
        source
            .path
            .split('/')
            .any(|part| nothing.contains(&part.strip_suffix(".rs").unwrap_or(part)))
    };
    let found = sources()
        .into_iter()
        .filter(says_nothing)
        .map(|source| source.path);
    none("names that say nothing", found.collect());
}

/// Test files that are not run yet, each with the reason.
const WAITING: &[(&str, &str)] = &[(
    "denial.rs",
    "the extractor does not read every case of the denial spec yet",
)];

#[test]
fn every_test_file_is_run() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it");
    let main = fs::read_to_string(root.join("main.rs")).unwrap();
    let mut forgotten = Vec::new();
    for path in files(&root) {
        let below = path.strip_prefix(&root).unwrap();
        let name = below.file_stem().unwrap().to_string_lossy().into_owned();
        let parent = below.parent().unwrap();
        let list = match parent.as_os_str().is_empty() {
            true => main.clone(),
            false => fs::read_to_string(root.join(parent).with_extension("rs")).unwrap_or_default(),
        };
        let waits = WAITING.iter().any(|(path, _)| below == Path::new(path));
        let is_test =
            !waits && path.extension().is_some_and(|ending| ending == "rs") && name != "main";
        if is_test
            && !list
                .lines()
                .any(|line| line.trim_start_matches("pub ") == format!("mod {name};"))
        {
            forgotten.push(below.display().to_string());
        }
    }
    none("test files that no module names", forgotten);
}
