//! Folders to files.

use std::path::{Path, PathBuf};

use atodds::config::Config;
use atodds::read;

use crate::folder::Folder;

fn keys(paths: &[PathBuf]) -> Vec<String> {
    let (inputs, _) = read::walk(paths, &Config::default().read);
    inputs.into_iter().map(|input| input.key).collect()
}

fn fill(folder: &Folder, names: &[&str]) {
    for name in names {
        folder.file(name, format!("Headline of {name}\n\nThe text of it.\n"));
    }
}

#[test]
fn recursive_and_in_the_order_of_keys() {
    let folder = Folder::new();
    fill(
        &folder,
        &["b/z.md", "b/a.md", "a.md", "b.md", "b/c/d.txt", "Z.md"],
    );
    let expected = ["Z.md", "a.md", "b.md", "b/a.md", "b/c/d.txt", "b/z.md"];
    assert_eq!(keys(&[folder.path().to_path_buf()]), expected);
}

#[test]
fn what_is_left_out_is_told() {
    let folder = Folder::new();
    fill(
        &folder,
        &[
            "README.md",
            ".hidden.md",
            ".git/config",
            "gold/a.json",
            "gold/b.md",
            "a.md",
            "golden.md",
            "sub/readme.MD",
        ],
    );
    let (articles, skipped) = folder.read();
    let keys: Vec<&str> = articles
        .iter()
        .map(|article| article.key.as_str())
        .collect();
    assert_eq!(keys, ["a.md", "golden.md"]);
    let lines: Vec<String> = skipped
        .iter()
        .map(|skip| format!("{}: {}", skip.file, skip.why))
        .collect();
    insta::assert_snapshot!(lines.join("\n"), @r"
    .git: left out by the setting read.leave_out (`.*`)
    .hidden.md: left out by the setting read.leave_out (`.*`)
    README.md: left out by the setting read.leave_out (`README.md`)
    gold: left out by the setting read.leave_out (`gold/`)
    sub/readme.MD: left out by the setting read.leave_out (`README.md`)
    ");
}

#[test]
fn what_is_named_is_read_whatever_it_is_called() {
    let folder = Folder::new();
    fill(&folder, &["README.md", "gold/b.md"]);
    let paths = [folder.path().join("README.md"), folder.path().join("gold")];
    assert_eq!(keys(&paths), ["README.md", "b.md"]);
}

#[test]
fn keys_that_clash_are_whole_paths() {
    let folder = Folder::new();
    fill(&folder, &["one/a.md", "two/a.md", "two/b.md"]);
    let (one, two) = (folder.path().join("one"), folder.path().join("two"));
    let forward = keys(&[one.clone(), two.clone()]);
    assert_eq!(forward, keys(&[two, one]));
    assert_eq!(forward.len(), 3);
    assert!(forward.contains(&"b.md".to_owned()), "{forward:?}");
    assert!(
        forward.iter().any(|key| key.ends_with("one/a.md")),
        "{forward:?}"
    );
}

#[test]
fn the_same_file_twice_is_read_once() {
    let folder = Folder::new();
    fill(&folder, &["a/x.md", "b.md"]);
    let root = folder.path().to_path_buf();
    assert_eq!(keys(&[root.clone(), root.clone()]), ["a/x.md", "b.md"]);
    assert_eq!(keys(&[root.clone(), root.join("a")]).len(), 2);
}

#[test]
fn a_path_that_is_not_there() {
    let (inputs, skipped) = read::walk(&["/no/such/folder".into()], &Config::default().read);
    assert_eq!(inputs, []);
    assert_eq!(skipped[0].file, "/no/such/folder");
    assert!(
        skipped[0].why.starts_with("cannot be opened"),
        "{skipped:?}"
    );
}

#[cfg(unix)]
#[test]
fn links_and_loops() {
    use std::os::unix::fs::symlink;

    let folder = Folder::new();
    fill(&folder, &["a/x.md"]);
    let link = |target: &Path, name: &str| symlink(target, folder.path().join(name)).unwrap();
    link(folder.path(), "a/loop");
    link(&folder.path().join("a/x.md"), "y.md");
    link(Path::new("nowhere"), "dangling.md");
    let (articles, skipped) = folder.read();
    let keys: Vec<&str> = articles
        .iter()
        .map(|article| article.key.as_str())
        .collect();
    assert_eq!(keys, ["a/x.md"]);
    let files: Vec<&str> = skipped.iter().map(|skip| skip.file.as_str()).collect();
    assert_eq!(files, ["a/loop", "dangling.md", "y.md"]);
    assert!(skipped[0].why.contains("leads back"), "{skipped:?}");
    assert!(
        skipped[2].why.contains("the same file as a/x.md"),
        "{skipped:?}"
    );
}

#[cfg(unix)]
#[test]
fn a_pipe_is_not_waited_for() {
    let folder = Folder::with("a.md", "Headline\n\nText.\n");
    let made = std::process::Command::new("mkfifo")
        .arg(folder.path().join("pipe"))
        .status();
    if !made.is_ok_and(|status| status.success()) {
        eprintln!("SKIPPED: no pipe could be made");
        return;
    }
    let (articles, skipped) = folder.read();
    assert_eq!(articles.len(), 1);
    assert!(
        skipped[0].why.contains("neither a file nor a folder"),
        "{skipped:?}"
    );
}
