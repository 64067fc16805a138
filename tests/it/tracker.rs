//! What is new since the last run, and the life of a contradiction as articles arrive.

use std::fs;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use crate::folder::Folder;

const CLAIM: &str = "---\noutlet: Daily Post\ndate: 2025-12-01\ntitle: News\n---\nRussia's defence ministry said its troops had captured Avdiivka.\n";
const DENIAL: &str = "---\noutlet: Evening Star\ndate: 2025-12-02\ntitle: News\n---\nUkraine denied that Russian troops had captured Avdiivka.\n";
const ECHO: &str = "---\noutlet: Morning Sun\ndate: 2025-12-03\ntitle: News\n---\nUkraine again denied that Russian troops had captured the town of Avdiivka.\n";

fn atodds(folder: &Folder, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_atodds"));
    command
        .current_dir(folder.path())
        .args(args)
        .output()
        .unwrap()
}

fn report(folder: &Folder) -> String {
    let output = atodds(folder, &["report"]);
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

fn changes(folder: &Folder) -> Vec<Vec<String>> {
    let path = folder.path().join("reports/changes.csv");
    let mut reader = csv::Reader::from_path(path).unwrap();
    let row = |row: csv::StringRecord| row.iter().map(str::to_owned).collect();
    reader
        .records()
        .map(|record| row(record.unwrap()))
        .collect()
}

#[test]
fn a_dispute_opens_grows_and_goes() {
    let folder = Folder::with("corpus/1.md", CLAIM);
    assert!(report(&folder).contains("first run into corpus.atodds.sqlite: all of it is new"));
    assert_eq!(changes(&folder).len(), 0);

    folder.file("corpus/2.md", DENIAL);
    let told = report(&folder);
    assert!(told.contains(": 1 new\n"), "{told}");
    let opened = changes(&folder).remove(0);
    let id = opened[0].clone();
    assert_eq!(opened[1..4], ["new", "2025-12-02", "denial"]);
    assert_eq!(opened[10..14], ["right", "Ukraine", "Evening Star", "2.md"]);

    assert!(report(&folder).contains("nothing changed since"));
    assert_eq!(changes(&folder).len(), 0);

    folder.file("corpus/3.md", ECHO);
    let told = report(&folder);
    assert!(told.contains(": 1 new voice\n"), "{told}");
    assert!(
        told.contains("Morning Sun (Ukraine), 2025-12-03: “Ukraine again denied"),
        "{told}"
    );
    let voice = changes(&folder).remove(0);
    assert_eq!(
        (voice[0].as_str(), voice[1].as_str(), voice[2].as_str()),
        (id.as_str(), "voice", "2025-12-03")
    );

    for name in ["2.md", "3.md"] {
        fs::remove_file(folder.path().join("corpus").join(name)).unwrap();
    }
    assert!(report(&folder).contains(": 1 gone\n"));
    folder.file("corpus/2.md", DENIAL);
    assert!(report(&folder).contains(": 1 returned\n"));

    let life = String::from_utf8(atodds(&folder, &["history", &id]).stdout).unwrap();
    let order: Vec<usize> = [
        "2025-12-02  new",
        "2025-12-03  voice",
        "gone",
        "2025-12-02  returned",
    ]
    .map(|part| {
        life.find(part)
            .unwrap_or_else(|| panic!("{part} in {life}"))
    })
    .to_vec();
    assert!(order.is_sorted(), "{life}");
    assert!(
        life.contains("Evening Star (Ukraine), 2025-12-02: “Ukraine denied"),
        "{life}"
    );
}

#[test]
fn an_old_id_finds_its_cluster_when_an_earlier_claim_arrives() {
    let folder = Folder::with("corpus/2.md", DENIAL);
    folder.file("corpus/3.md", ECHO);
    report(&folder);
    let clusters = fs::read_to_string(folder.path().join("reports/clusters.csv")).unwrap();
    let old = clusters
        .lines()
        .nth(1)
        .unwrap()
        .split(',')
        .next()
        .unwrap()
        .to_owned();
    folder.file("corpus/1.md", CLAIM);
    report(&folder);
    let life = String::from_utf8(atodds(&folder, &["history", &old]).stdout).unwrap();
    assert!(life.contains(", today k"), "{life}");
    assert!(life.contains(&format!("{old} goes on as k")), "{life}");
    let unknown = atodds(&folder, &["history", "x0"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(
        String::from_utf8_lossy(&unknown.stderr)
            .contains("no contradiction and no cluster was ever called `x0`")
    );
}

fn wait_for(what: &str, done: impl Fn() -> bool) {
    let start = Instant::now();
    while !done() {
        assert!(
            start.elapsed() < Duration::from_secs(60),
            "{what} did not come"
        );
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[cfg(unix)]
#[test]
fn a_watch_keeps_up_and_stops_when_told() {
    let folder = Folder::with("corpus/1.md", CLAIM);
    let mut watch = Command::new(env!("CARGO_BIN_EXE_atodds"))
        .current_dir(folder.path())
        .args(["watch", "--settle", "0.1"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let rows = || {
        fs::read_to_string(folder.path().join("reports/contradictions.csv"))
            .map_or(0, |text| text.lines().count())
    };
    wait_for("the first run", || rows() == 1);
    folder.file("corpus/2.md", DENIAL);
    wait_for("the second run", || rows() == 2);
    let told = Command::new("kill")
        .args(["-INT", &watch.id().to_string()])
        .status()
        .unwrap();
    assert!(told.success());
    assert!(watch.wait().unwrap().success());
}

#[test]
fn a_voice_that_comes_back_is_no_new_voice() {
    let folder = Folder::with("corpus/1.md", CLAIM);
    folder.file("corpus/2.md", DENIAL);
    folder.file("corpus/3.md", ECHO);
    report(&folder);
    fs::remove_file(folder.path().join("corpus/3.md")).unwrap();
    assert!(report(&folder).contains("nothing changed since"));
    folder.file("corpus/3.md", ECHO);
    assert!(report(&folder).contains("nothing changed since"));
    assert_eq!(changes(&folder).len(), 0);
}

#[test]
fn an_admission_in_other_words_concedes_and_the_store_tells_of_it_without_the_articles() {
    let folder = Folder::with("corpus/1.md", CLAIM);
    folder.file("corpus/2.md", DENIAL);
    report(&folder);
    folder.file(
        "corpus/3.md",
        "---\noutlet: Morning Sun\ndate: 2025-12-05\ntitle: News\n---\nUkraine's army admitted on Friday that its troops had withdrawn from Avdiivka.\n",
    );
    let told = report(&folder);
    assert!(told.contains(": 1 conceded\n"), "{told}");

    let rows = fs::read_to_string(folder.path().join("reports/contradictions.csv")).unwrap();
    let id = rows.lines().nth(1).unwrap().split(',').next().unwrap();
    let clusters = fs::read_to_string(folder.path().join("reports/clusters.csv")).unwrap();
    let cluster = clusters.lines().nth(1).unwrap().split(',').next().unwrap();
    let life = String::from_utf8(atodds(&folder, &["history", cluster]).stdout).unwrap();
    assert!(life.contains(&format!("  {id}  conceded: ")), "{life}");

    fs::remove_dir_all(folder.path().join("corpus")).unwrap();
    let why = atodds(&folder, &["explain", id]);
    assert!(why.status.success(), "{why:?}");
    assert!(String::from_utf8_lossy(&why.stdout).contains(id));
    let anew = atodds(&folder, &["explain", id, "--no-store"]);
    assert_eq!(anew.status.code(), Some(2));
}

#[test]
fn a_sentence_that_stands_twice_gives_claims_with_ids_of_their_own() {
    let folder = Folder::with(
        "corpus/1.md",
        "---\noutlet: Daily Post\ndate: 2025-12-01\ntitle: News\n---\nRebels burned the mill. The mayor fled.\n\nRebels burned the mill.\n",
    );
    report(&folder);
    let claims = fs::read_to_string(folder.path().join("reports/claims.csv")).unwrap();
    let burned = claims.lines().filter(|line| line.contains("burned"));
    let mut ids: Vec<&str> = burned.filter_map(|line| line.split(',').next()).collect();
    assert!(ids.len() >= 2, "{claims}");
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count, "{claims}");
}
