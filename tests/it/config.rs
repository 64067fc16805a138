//! Settings: defaults, overlays, and what is said of a wrong one.

use std::path::Path;

use atodds::config::{self, Config, SlashDates};

use crate::folder::Folder;

/// The error that a settings file gives, with its hint, file name only.
fn complaint(text: &str) -> String {
    let folder = Folder::new();
    let error = config::load(&folder.file("my.toml", text)).unwrap_err();
    let hint = error
        .hint()
        .map_or_else(String::new, |hint| format!("\n{hint}"));
    format!("{error}{hint}").replace(&format!("{}/", folder.path().display()), "")
}

#[test]
fn the_compiled_in_file_is_sound_and_complete() {
    let config = Config::default();
    let printed: toml::Table = config::print(&config).parse().unwrap();
    let defaults: toml::Table = config::DEFAULT_TOML.parse().unwrap();
    assert_eq!(printed, defaults);
}

#[test]
fn every_setting_is_explained() {
    let mut section = "";
    for group in config::DEFAULT_TOML.split("\n\n") {
        let settings = || group.lines().filter(|line| !line.starts_with('#'));
        section = settings()
            .rfind(|line| line.starts_with('['))
            .unwrap_or(section);
        let explained = group.lines().any(|line| line.starts_with('#'));
        let has_settings = settings().any(|line| line.contains(" = "));
        assert!(
            explained || !has_settings,
            "no comment in a group of {section}:\n{group}"
        );
    }
}

#[test]
fn a_file_changes_what_it_names() {
    let folder = Folder::new();
    let path = folder.file(
        "my.toml",
        "[read]\nslash_dates = \"day-first\"\n[lexicon]\noverlay = \"mine\"\n[block]\n",
    );
    let config = config::load(&path).unwrap();
    assert_eq!(config.read.slash_dates, SlashDates::DayFirst);
    assert_eq!(config.lexicon.overlay, folder.path().join("mine"));
    assert_eq!(
        config.read.max_file_mib,
        Config::default().read.max_file_mib
    );
}

#[test]
fn what_is_wrong_is_told_with_line_and_remedy() {
    insta::assert_snapshot!(complaint("# mine\n[read]\nslash_date = \"day-first\"\n"), @r"
    my.toml:3: unknown setting `slash_date` in [read]
    did you mean `slash_dates`?
    ");
    insta::assert_snapshot!(complaint("[reed]\nx = 1\n"), @r"
    my.toml:2: unknown setting `reed`
    did you mean `read`?
    ");
    insta::assert_snapshot!(complaint("[read.fields]\n\nauthor = [\"by\"]\n"), @r"
    my.toml:3: unknown setting `author` in [read.fields]
    known here: date, id, outlet, text, title, url
    ");
    insta::assert_snapshot!(complaint("[read]\nmax_file_mib = 3\nslash_dates = \"american\"\n"), @r"
    my.toml:3: `read.slash_dates`: unknown variant `american`, expected `month-first` or `day-first`
    `atodds config --default` shows every setting with its meaning
    ");
    insta::assert_snapshot!(complaint("[read]\nmax_file_mib = \"big\"\n"), @r#"
    my.toml:2: `read.max_file_mib`: invalid type: string "big", expected u64
    `atodds config --default` shows every setting with its meaning
    "#);
    insta::assert_snapshot!(complaint("[read]\nmax_file_mib = \n"), @"my.toml:2: string values must be quoted, expected literal string");
    insta::assert_snapshot!(complaint("read = 1\n"), @r"
    my.toml:1: `read`: invalid type: integer `1`, expected struct Read
    `atodds config --default` shows every setting with its meaning
    ");
}

#[test]
fn a_file_beside_the_first_path_is_found() {
    let folder = Folder::with("atodds.toml", "[read]\nmax_file_mib = 7\n");
    folder.file("corpus/a.md", "Headline\n\nText.\n");
    let corpus = folder.path().join("corpus");
    assert_eq!(
        config::find(None, std::slice::from_ref(&corpus))
            .unwrap()
            .read
            .max_file_mib,
        7
    );
    let other = folder.file("other.toml", "[read]\nmax_file_mib = 9\n");
    assert_eq!(
        config::find(Some(&other), &[corpus])
            .unwrap()
            .read
            .max_file_mib,
        9
    );
    assert_eq!(config::find(None, &[]).unwrap(), Config::default());
    assert!(config::find(Some(Path::new("/no/such.toml")), &[]).is_err());
}
