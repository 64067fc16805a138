//! Verdicts without a browser: listed, given, written to a file and read back.

use std::fs;
use std::path::Path;

use crate::folder::Folder;

use super::program::{atodds, hostile_corpus, output};

fn run(folder: &Folder, store: &str, reviewer: &str, args: &[&str]) -> String {
    let mut command = atodds(&folder.path().join("in"), &folder.path().join(store));
    output(command.args(["--reviewer", reviewer]).args(args))
}

/// The first id of a sort in the list.
fn first(list: &str, sort: &str) -> String {
    let line = list
        .lines()
        .find(|line| line.split('\t').nth(1) == Some(sort));
    line.unwrap_or_else(|| panic!("no {sort} in {list}"))
        .split('\t')
        .next()
        .unwrap()
        .into()
}

fn read(folder: &Folder, name: &str) -> String {
    fs::read_to_string(folder.path().join(name)).unwrap()
}

#[test]
fn verdicts_are_listed_given_written_and_read_back_the_same() {
    let folder = hostile_corpus();
    let list = run(&folder, "a.sqlite", "Ada", &["--list"]);
    let row = first(&list, "contradiction");
    assert!(
        list.contains(&format!("{row}\tcontradiction\tto do\t")),
        "{list}"
    );
    let given = run(&folder, "a.sqlite", "Ada", &["--decide", &row, "wrong"]);
    assert!(given.contains("wrong by Ada"), "{given}");
    run(
        &folder,
        "a.sqlite",
        "=Ada\n",
        &["--decide", &row, "note=\"quoted\", with a comma"],
    );
    run(&folder, "a.sqlite", "Ada", &["--decide", "-", "undo"]);
    run(&folder, "a.sqlite", "Ada", &["--decide", "-", "redo"]);
    let file = |name: &str| folder.path().join(name).display().to_string();
    let written = run(&folder, "a.sqlite", "Ada", &["--export", &file("a.csv")]);
    assert!(written.starts_with("4 verdicts -> "), "{written}");
    let told = run(&folder, "b.sqlite", "Bob", &["--import", &file("a.csv")]);
    assert!(told.starts_with("4 new verdicts, 0 known"), "{told}");
    run(&folder, "b.sqlite", "Bob", &["--export", &file("b.csv")]);
    assert_eq!(read(&folder, "a.csv"), read(&folder, "b.csv"));
    let again = run(&folder, "b.sqlite", "Bob", &["--import", &file("a.csv")]);
    assert!(again.starts_with("0 new verdicts, 4 known"), "{again}");
    // The other store's run obeys them as well.
    let list = run(&folder, "b.sqlite", "Bob", &["--list"]);
    assert!(
        list.contains(&format!("{row}\tcontradiction\tjudged\t")),
        "{list}"
    );
}

#[test]
fn another_reviewers_file_shows_agreement_and_conflicts() {
    let folder = hostile_corpus();
    let list = run(&folder, "a.sqlite", "Ada", &["--list"]);
    let row = first(&list, "contradiction");
    run(&folder, "a.sqlite", "Ada", &["--decide", &row, "right"]);
    run(&folder, "b.sqlite", "Bob", &["--decide", &row, "wrong"]);
    let file = folder.path().join("a.csv").display().to_string();
    run(&folder, "a.sqlite", "Ada", &["--export", &file]);
    let told = run(&folder, "b.sqlite", "Bob", &["--import", &file]);
    assert!(
        told.contains("agreement on contradictions that both judged: 0.00 (0 of 1"),
        "{told}"
    );
    assert!(told.contains("they say otherwise: "), "{told}");
    assert!(
        told.contains("conflict, the later one is obeyed: v"),
        "{told}"
    );
}

#[test]
fn what_cannot_be_had_is_told_with_what_to_do() {
    let folder = hostile_corpus();
    let list = run(&folder, "a.sqlite", "Ada", &["--list"]);
    let row = first(&list, "contradiction");
    let fail = |args: &[&str]| {
        let mut command = atodds(&folder.path().join("in"), &folder.path().join("a.sqlite"));
        let output = command.args(args).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{output:?}");
        String::from_utf8(output.stderr).unwrap()
    };
    assert!(fail(&["--decide", "x0", "wrong"]).contains("nothing in this run has the id x0"));
    assert!(fail(&["--decide", &row, "maybe"]).contains("`maybe` is no verdict"));
    assert!(fail(&["--decide", &row, "split=c0"]).contains("choose some"));
    let file = |text: &str| {
        fs::write(folder.path().join("bad.csv"), text).unwrap();
        Path::new(folder.path())
            .join("bad.csv")
            .display()
            .to_string()
    };
    let told = fail(&["--import", &file("a,b\n1,2\n")]);
    assert!(
        told.contains("bad.csv:1: has no columns when, who, kind and verdict"),
        "{told}"
    );
    let told = fail(&[
        "--import",
        &file("when,who,kind,verdict\nnow,Ada,keep,{}\n"),
    ]);
    assert!(
        told.contains("bad.csv:2: `when` is no point in time"),
        "{told}"
    );
}
