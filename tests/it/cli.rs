//! The command as a person starts it.

use std::fs;
use std::path::Path;
use std::process::Output;

use assert_cmd::Command;

use crate::folder::Folder;

/// Runs the command in a folder.
fn atodds(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::cargo_bin("atodds").unwrap();
    command.current_dir(folder).args(args).output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

const ARTICLE: &str =
    "---\noutlet: Daily Post\ndate: 2025-12-03\ntitle: Town falls\n---\nThe weather stays fine.\n";

#[test]
fn report_reads_corpus_and_writes_reports() {
    let folder = Folder::with("corpus/a.md", ARTICLE);
    folder.file("corpus/empty.md", "");
    let output = atodds(folder.path(), &["report"]);
    assert!(output.status.success(), "{output:?}");
    assert!(out(&output).starts_with("1 article, "), "{output:?}");
    assert!(out(&output).contains("reports/skipped.csv"), "{output:?}");
    assert_eq!(
        err(&output),
        "",
        "nothing on standard error when it is piped"
    );
    for name in [
        "claims.csv",
        "clusters.csv",
        "stories.csv",
        "contradictions.csv",
        "run.json",
    ] {
        assert!(folder.path().join("reports").join(name).exists(), "{name}");
    }
    let skipped = fs::read_to_string(folder.path().join("reports/skipped.csv")).unwrap();
    assert_eq!(skipped, "file,why\r\ncorpus/empty.md,the file is empty\r\n");
}

#[test]
fn report_writes_the_same_bytes_for_any_number_of_threads_and_order_of_paths() {
    let folder = Folder::new();
    let names: Vec<String> = (0..40)
        .map(|number| format!("in/{}/{number}.md", number % 7))
        .collect();
    for name in &names {
        folder.file(name, ARTICLE.replace("fine", name));
    }
    let mut written = Vec::new();
    for (threads, paths) in [("1", ["in/1", "in/2"]), ("2", ["in/2", "in/1"])] {
        let mut command = Command::cargo_bin("atodds").unwrap();
        let command = command
            .current_dir(folder.path())
            .env("RAYON_NUM_THREADS", threads);
        command
            .arg("report")
            .args(paths)
            .args(["--no-store", "--out", threads])
            .assert()
            .success();
        let files = [
            "claims.csv",
            "clusters.csv",
            "stories.csv",
            "contradictions.csv",
            "skipped.csv",
        ];
        written.push(files.map(|name| fs::read(folder.path().join(threads).join(name)).unwrap()));
    }
    assert_eq!(written[0], written[1]);
}

#[test]
fn stages_are_printed_and_nothing_is_written() {
    let folder = Folder::with("corpus/a.md", ARTICLE);
    for (stage, header) in [
        ("sentences", "article,field,"),
        ("claims", "claim_id,"),
        ("pairs", "left,right,"),
    ] {
        let output = atodds(folder.path(), &["report", "--stage", stage]);
        assert!(out(&output).starts_with(header), "{output:?}");
    }
    assert!(!folder.path().join("reports").exists());
}

#[test]
fn errors_name_what_is_wrong_and_what_to_do() {
    let folder = Folder::with("my.toml", "[read]\nslash = 1\n");
    let output = atodds(folder.path(), &["report"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        err(&output),
        "atodds: nothing to read: corpus does not exist\n  hint: name a folder or files: `atodds report FOLDER`\n"
    );
    let output = atodds(folder.path(), &["report", "--config", "my.toml", "."]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        err(&output).starts_with("atodds: my.toml:2: unknown setting `slash` in [read]\n  hint: "),
        "{output:?}"
    );
    let output = atodds(
        folder.path(),
        &["report", ".", "--no-store", "--out", "my.toml"],
    );
    assert_eq!(output.status.code(), Some(2));
    assert!(
        err(&output).starts_with("atodds: cannot write my.toml: "),
        "{output:?}"
    );
    assert_eq!(atodds(folder.path(), &["rapport"]).status.code(), Some(2));
}

#[test]
fn config_prints_settings() {
    let folder = Folder::with("atodds.toml", "[read]\nmax_file_mib = 7\n");
    let output = atodds(folder.path(), &["config"]);
    assert!(out(&output).contains("max_file_mib = 7"), "{output:?}");
    let output = atodds(folder.path(), &["config", "--default"]);
    assert_eq!(out(&output), atodds::config::DEFAULT_TOML);
}

#[test]
fn help_explains_every_argument_and_the_exit_codes() {
    let folder = Folder::new();
    let help = out(&atodds(folder.path(), &["--help"]));
    for part in [
        "report",
        "config",
        "Exit codes: 0 done, 1 findings under --check, 2 error.",
    ] {
        assert!(help.contains(part), "{help}");
    }
    let help = out(&atodds(folder.path(), &["report", "--help"]));
    for part in [
        "[PATH]",
        "--out <DIR>",
        "--config <FILE>",
        "--stage",
        "--check",
        "[default: corpus]",
    ] {
        assert!(help.contains(part), "{help}");
    }
}
