//! Nothing is lost: killed at any moment, without room, in two processes at once, with a damaged store.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use atodds::config::Config;
use atodds::error::Error;
use atodds::model::article::Article;
use atodds::model::run::Run;
use atodds::pipeline::{self, Silent};
use atodds::store::Store;
use serde_json::json;

use crate::folder::Folder;

const TABLES: [&str; 6] = [
    "claims.csv",
    "clusters.csv",
    "stories.csv",
    "contradictions.csv",
    "skipped.csv",
    "changes.csv",
];

fn report(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_atodds"));
    command
        .current_dir(folder)
        .arg("report")
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command
}

fn article(number: usize, day: usize) -> String {
    format!(
        "---\noutlet: Post {number}\ndate: 2025-12-0{day}\ntitle: News\n---\n\
        Russia's defence ministry said its troops had captured Avdiivka. Ukraine denied that Russian troops had captured \
        Avdiivka. Russia said it had shot down {} drones over Belgorod overnight.\n",
        20 + number
    )
}

/// Two states of one folder: in the second an article was edited, one has gone and three came.
fn lay_out(folder: &Path, second: bool) {
    let corpus = folder.join("corpus");
    fs::create_dir_all(&corpus).unwrap();
    for number in 0..6 {
        let path = corpus.join(format!("{number}.md"));
        match (second, number) {
            (true, 0) => drop(fs::remove_file(path)),
            (true, 1) => fs::write(path, article(number, 7)).unwrap(),
            (false, 3..) => drop(fs::remove_file(path)),
            _ => fs::write(path, article(number, 1)).unwrap(),
        }
    }
}

fn tables(folder: &Path) -> Vec<Option<Vec<u8>>> {
    TABLES
        .map(|name| fs::read(folder.join("reports").join(name)).ok())
        .to_vec()
}

fn store(folder: &Path) -> Store {
    Store::open(&folder.join("corpus.atodds.sqlite")).unwrap()
}

/// How often the program is killed; `ATODDS_KILLS=200` for the long test.
fn kills() -> u32 {
    let named = std::env::var("ATODDS_KILLS").ok();
    named.and_then(|count| count.parse().ok()).unwrap_or(25)
}

#[test]
fn killed_at_any_moment_no_verdict_is_lost_and_no_report_is_half() {
    let folder = Folder::new();
    let path = folder.path();
    // What the reports of either state look like, and how long a run takes.
    let mut whole = Vec::new();
    let mut takes = Duration::ZERO;
    for second in [false, true, false] {
        lay_out(path, second);
        let start = Instant::now();
        assert!(report(path).status().unwrap().success());
        takes = start.elapsed();
        whole.push(tables(path));
    }
    let kills = kills();
    let (mut killed, mut tries) = (0, 0);
    while killed < kills {
        lay_out(path, tries % 2 == 0);
        let number = store(path)
            .append_verdict("note", &json!({"try": tries}), "test")
            .unwrap();
        assert_eq!(number, i64::from(tries) + 1);
        let mut child = report(path).spawn().unwrap();
        // Spread over the run, more often near its end, where it writes.
        let share = f64::from(killed) / f64::from(kills);
        std::thread::sleep(takes.mul_f64(share.sqrt()));
        let ended = child.try_wait().unwrap().is_some();
        child.kill().unwrap();
        child.wait().unwrap();
        check(path, &whole, tries);
        tries += 1;
        killed += u32::from(!ended);
        // A run takes longer or shorter as the machine is busy.
        takes = takes.mul_f64(if ended { 0.9 } else { 1.01 });
        assert!(tries < kills * 8, "runs end before they can be killed");
    }
    lay_out(path, false);
    assert!(report(path).status().unwrap().success());
    assert_eq!(
        tables(path)[..4],
        whole[0][..4],
        "a run after it all puts everything right"
    );
    assert!(!path.join("reports/claims.csv.part").exists());
    println!("killed {killed} times in {tries} runs");
}

fn check(path: &Path, whole: &[Vec<Option<Vec<u8>>>], kill: u32) {
    let store = store(path);
    assert_eq!(
        store.verdicts().unwrap().len(),
        kill as usize + 1,
        "kill {kill}"
    );
    let sound: String = store
        .connection()
        .query_row("PRAGMA integrity_check", [], |row| row.get(0))
        .unwrap();
    assert_eq!(sound, "ok", "kill {kill}");
    let run = store.load().unwrap();
    let articles = run.articles.len();
    assert!(
        articles == 3 || articles == 5,
        "half a run: {articles} articles"
    );
    for (index, name) in TABLES.iter().enumerate().take(4) {
        let now = &tables(path)[index];
        assert!(
            whole.iter().any(|whole| whole[index] == *now),
            "kill {kill}: {name} is neither old nor new"
        );
    }
    let changes = tables(path)[4].clone().unwrap();
    assert!(
        changes.ends_with(b"\r\n"),
        "kill {kill}: changes.csv breaks off"
    );
}

/// Not a test by itself: the process that the next test kills.
#[test]
#[ignore = "started by the test that kills it"]
fn append_verdicts_until_killed() {
    let Ok(path) = std::env::var("ATODDS_APPEND_TO") else {
        return;
    };
    let mut store = Store::open(Path::new(&path)).unwrap();
    for number in 0.. {
        let id = store
            .append_verdict("note", &json!({"number": number}), "test")
            .unwrap();
        println!("id {id}");
    }
}

#[test]
fn a_verdict_that_was_acknowledged_is_kept_though_the_program_is_killed() {
    let folder = Folder::new();
    let path = folder.path().join("a.atodds.sqlite");
    let mut told = 0;
    for round in 0..5 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args([
                "--exact",
                "endure::append_verdicts_until_killed",
                "--ignored",
                "--nocapture",
            ])
            .env("ATODDS_APPEND_TO", &path)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let ids = lines
            .map_while(Result::ok)
            .filter(|line| line.contains("id "));
        let mut last = 0;
        for line in ids.take(3 + round * 4) {
            last = line
                .split("id ")
                .nth(1)
                .unwrap()
                .trim()
                .parse::<i64>()
                .unwrap();
        }
        child.kill().unwrap();
        child.wait().unwrap();
        told = told.max(last);
        let kept = Store::open_existing(&path).unwrap().verdicts().unwrap();
        assert!(
            kept.iter().any(|verdict| verdict.id == told),
            "verdict {told} is lost"
        );
        assert!(
            kept.iter()
                .enumerate()
                .all(|(at, verdict)| verdict.id == at as i64 + 1)
        );
    }
    assert!(told > 5);
}

fn run_of(articles: usize) -> Run {
    let articles = (0..articles).map(|number| Article {
        key: format!("{number}.md"),
        body: "Russia said its troops had captured Avdiivka. ".repeat(20),
        ..Article::default()
    });
    pipeline::run_articles(articles.collect(), &Config::default(), &Silent).unwrap()
}

#[test]
fn without_room_the_store_stays_as_it_was() {
    let folder = Folder::new();
    let path = folder.path().join("a.atodds.sqlite");
    let (small, large) = (run_of(1), run_of(40));
    let config = Config::default();
    let mut store = Store::open(&path).unwrap();
    store.save(&small, &config).unwrap();
    let pages: i64 = store
        .connection()
        .query_row("PRAGMA page_count", [], |row| row.get(0))
        .unwrap();
    store
        .connection()
        .pragma_update_and_check(None, "max_page_count", pages + 4, |_| Ok(()))
        .unwrap();
    let error = store.save(&large, &config).unwrap_err();
    assert!(error.to_string().contains("no room is left"), "{error}");
    assert_eq!(store.load().unwrap().articles, small.articles);
    store.append_verdict("note", &json!({}), "test").unwrap();
    store
        .connection()
        .pragma_update_and_check(None, "max_page_count", 1 << 20, |_| Ok(()))
        .unwrap();
    store.save(&large, &config).unwrap();
    assert_eq!(store.load().unwrap().claims, large.claims);
}

#[test]
fn when_the_reports_cannot_be_written_nothing_is_saved() {
    let folder = Folder::new();
    let path = folder.path();
    lay_out(path, false);
    assert!(report(path).status().unwrap().success());
    let before = tables(path);
    lay_out(path, true);
    // Something in the way of the third file.
    fs::create_dir(path.join("reports/contradictions.csv.part")).unwrap();
    let output = report(path).stderr(Stdio::piped()).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(
        told.contains("cannot write reports/contradictions.csv"),
        "{told}"
    );
    assert_eq!(tables(path), before);
    assert_eq!(store(path).load().unwrap().articles.len(), 3);
    fs::remove_dir(path.join("reports/contradictions.csv.part")).unwrap();
    assert!(report(path).status().unwrap().success());
    assert_eq!(store(path).load().unwrap().articles.len(), 5);
}

#[test]
fn two_at_once_wait_for_each_other() {
    let folder = Folder::new();
    let path = folder.path();
    lay_out(path, true);
    let children: Vec<_> = (0..3).map(|_| report(path).spawn().unwrap()).collect();
    for mut child in children {
        assert!(child.wait().unwrap().success());
    }
    let runs: i64 = store(path)
        .connection()
        .query_row("SELECT count(*) FROM run", [], |row| row.get(0))
        .unwrap();
    assert_eq!(runs, 3);
    assert_eq!(store(path).load().unwrap().articles.len(), 5);
}

#[test]
fn a_locked_store_is_waited_for_and_told() {
    let folder = Folder::new();
    let store = Store::open(&folder.path().join("a.atodds.sqlite")).unwrap();
    let lock = store.lock(|| panic!("nobody holds it")).unwrap();
    let path = store.path().to_path_buf();
    let other = std::thread::spawn(move || {
        let other = Store::open(&path).unwrap();
        let mut waited = false;
        let _lock = other.lock(|| waited = true).unwrap();
        waited
    });
    std::thread::sleep(Duration::from_millis(300));
    drop(lock);
    assert!(other.join().unwrap());
}

#[test]
fn a_damaged_store_is_told_and_made_anew_with_its_verdicts() {
    let folder = Folder::new();
    let path = folder.path();
    lay_out(path, false);
    assert!(report(path).status().unwrap().success());
    let before = tables(path);
    let file = path.join("corpus.atodds.sqlite");
    let mut open = store(path);
    for number in 0..40 {
        open.append_verdict("note", &json!({"number": number}), "ann")
            .unwrap();
    }
    open.undo_verdict(3, "bob").unwrap();
    let root = |name: &str| -> i64 {
        let sql = "SELECT rootpage FROM sqlite_schema WHERE name = ?";
        open.connection()
            .query_row(sql, [name], |row| row.get(0))
            .unwrap()
    };
    let page = root("article");
    drop(open);
    damage(&file, page as usize);
    let output = report(path).stderr(Stdio::piped()).output().unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{told}");
    assert!(
        told.contains("damaged") && told.contains("--rebuild"),
        "{told}"
    );

    let output = report(path)
        .arg("--rebuild")
        .stderr(Stdio::piped())
        .output()
        .unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{told}");
    assert!(told.contains("41 verdicts were carried over"), "{told}");
    assert_eq!(tables(path)[..4], before[..4]);
    let verdicts = store(path).verdicts().unwrap();
    assert_eq!(verdicts.len(), 41);
    assert_eq!(verdicts[2].undone_by, Some(41));
    let beside: Vec<PathBuf> = fs::read_dir(path)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    let copy = beside
        .iter()
        .find(|path| path.to_string_lossy().ends_with(".verdicts.jsonl"))
        .unwrap();
    assert_eq!(fs::read_to_string(copy).unwrap().lines().count(), 41);
    assert!(
        beside
            .iter()
            .any(|path| path.to_string_lossy().ends_with(".old.sqlite"))
    );
}

/// Writes nonsense over a page, from 1.
fn damage(file: &Path, page: usize) {
    let mut bytes = fs::read(file).unwrap();
    let size = usize::from(u16::from_be_bytes([bytes[16], bytes[17]]));
    let start = (page - 1) * size;
    bytes[start..start + size].fill(0x5a);
    fs::write(file, bytes).unwrap();
}

#[test]
fn a_store_that_cannot_be_made_is_no_reason_to_stop() {
    let folder = Folder::new();
    lay_out(folder.path(), false);
    // A folder stands where the store would be: another name must be given.
    fs::create_dir(folder.path().join("corpus.atodds.sqlite")).unwrap();
    let output = report(folder.path())
        .stderr(Stdio::piped())
        .output()
        .unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{told}");
    assert!(told.contains("--store FILE"), "{told}");
    assert!(
        report(folder.path())
            .arg("--no-store")
            .status()
            .unwrap()
            .success()
    );
    let error = Store::open_existing(&folder.path().join("none"))
        .map(|_| ())
        .unwrap_err();
    assert!(matches!(error, Error::Store { .. }));
}
