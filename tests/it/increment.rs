//! However the articles come and go, the answer is that of a run over what is there.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use atodds::config::Config;
use atodds::model::run::Run;
use atodds::pipeline::{self, Silent};
use atodds::report;
use atodds::store::Store;
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;

use crate::folder::Folder;

/// Sentences that agree, contradict, concede and count, so that clusters merge, split and change founder.
const SENTENCES: [&str; 10] = [
    "Russia's defence ministry said its troops had captured Avdiivka.",
    "Ukraine denied that Russian troops had captured Avdiivka.",
    "Ukraine's General Staff said the town of Avdiivka was under its control.",
    "President Putin said Russian forces had taken Avdiivka on Monday.",
    "Ukraine's army said it had withdrawn from Avdiivka.",
    "Russia said it had shot down 30 drones over Belgorod overnight.",
    "Ukraine said 12 people were killed in a strike on Kharkiv.",
    "Russian officials denied that a strike had hit Kharkiv.",
    "The Kremlin rejected the claims as false.",
    "The weather stays fine in the region.",
];

const OUTLETS: [&str; 3] = ["Daily Post", "Evening Star", "Reuters"];

/// An article: its outlet, its day in December, its sentences.
type Text = (usize, u8, Vec<usize>);

/// What happens to a file.
#[derive(Debug, Clone)]
enum Step {
    Write(u8, Text),
    Remove(u8),
    /// A line is added to a file of many articles.
    Append(Text),
}

fn text() -> impl Strategy<Value = Text> {
    let sentences = prop::collection::vec(0..SENTENCES.len(), 1..4);
    (0..OUTLETS.len(), 1..9u8, sentences)
}

/// Steps between two runs, and runs.
fn sessions() -> impl Strategy<Value = Vec<Vec<Step>>> {
    let step = prop_oneof![
        5 => (0..6u8, text()).prop_map(|(file, text)| Step::Write(file, text)),
        1 => (0..6u8).prop_map(Step::Remove),
        2 => text().prop_map(Step::Append),
    ];
    prop::collection::vec(prop::collection::vec(step, 1..4), 2..5)
}

fn body(text: &Text) -> String {
    let sentences: Vec<&str> = text.2.iter().map(|&index| SENTENCES[index]).collect();
    sentences.join(" ")
}

fn apply(step: &Step, files: &mut BTreeMap<String, String>) {
    match step {
        Step::Write(file, text) => {
            let (outlet, day) = (OUTLETS[text.0], text.1);
            let head = format!(
                "---\noutlet: {outlet}\ndate: 2025-12-0{day}\ntitle: News of the day\n---\n"
            );
            files.insert(format!("{file}.md"), format!("{head}{}\n", body(text)));
        }
        Step::Remove(file) => drop(files.remove(&format!("{file}.md"))),
        Step::Append(text) => {
            let line = serde_json::json!({
                "outlet": OUTLETS[text.0], "date": format!("2025-12-0{}", text.1), "text": body(text),
            });
            *files.entry("3.jsonl".into()).or_default() += &format!("{line}\n");
        }
    }
}

fn lay_out(files: &BTreeMap<String, String>, folder: &Path) {
    fs::create_dir_all(folder).unwrap();
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        if !files.contains_key(entry.file_name().to_str().unwrap()) {
            fs::remove_file(entry.path()).unwrap();
        }
    }
    for (name, text) in files {
        fs::write(folder.join(name), text).unwrap();
    }
}

/// What a run found, without how long it took.
fn found(mut run: Run) -> Run {
    run.counts.clear();
    run.timings.clear();
    run
}

fn tables(run: &Run, folder: &Path) -> Vec<Vec<u8>> {
    report::write(run, &Config::default(), folder).unwrap();
    [
        "claims.csv",
        "clusters.csv",
        "stories.csv",
        "contradictions.csv",
        "skipped.csv",
    ]
    .map(|name| fs::read(folder.join(name)).unwrap())
    .to_vec()
}

/// Counts how often the increments had something to remember, so that the test cannot pass by always reading anew.
fn remembered(run: &Run) -> u64 {
    let count = |name: &str| {
        run.counts
            .iter()
            .find(|(found, _)| *found == name)
            .unwrap()
            .1
    };
    count("articles") - count("read anew")
}

fn check(sessions: &[Vec<Step>]) -> (u64, usize) {
    let folder = Folder::new();
    let (articles, out) = (folder.path().join("in"), folder.path().join("out"));
    let (config, paths): (Config, Vec<PathBuf>) = (Config::default(), vec![articles.clone()]);
    let mut store = Store::open(&folder.path().join("in.atodds.sqlite")).unwrap();
    let mut files = BTreeMap::new();
    let (mut known, mut disputes) = (0, 0);
    for steps in sessions {
        steps.iter().for_each(|step| apply(step, &mut files));
        lay_out(&files, &articles);
        let recall = store.recall(&config).unwrap();
        let (run, read) = pipeline::run_with(&paths, &config, &recall, &Silent).unwrap();
        drop(recall);
        store.save_with(&run, &read, &config, |_| Ok(())).unwrap();
        known += remembered(&run);
        disputes += run.contradictions.len();
        let anew = pipeline::run(&paths, &config, &Silent).unwrap();
        assert_eq!(tables(&run, &out), tables(&anew, &out));
        let (run, anew) = (found(run), found(anew));
        assert_eq!(run, anew);
        let mut kept = store.load().unwrap();
        kept.skipped.clone_from(&anew.skipped);
        assert_eq!(kept, anew, "the store holds what was found");
    }
    (known, disputes)
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 6,
        max_shrink_iters: 20,
        failure_persistence: Some(Box::new(FileFailurePersistence::Off)),
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_order_of_coming_and_going_gives_the_answer_of_a_full_run(sessions in sessions()) {
        check(&sessions);
    }
}

#[test]
fn what_is_known_is_not_read_again() {
    let text = |sentences: &[usize]| (0, 1, sentences.to_vec());
    let first = vec![
        Step::Write(0, text(&[0, 1])),
        Step::Write(5, text(&[6])),
        Step::Append(text(&[2])),
    ];
    let second = vec![Step::Append(text(&[7])), Step::Write(1, text(&[4]))];
    let (known, disputes) = check(&[first, second, vec![Step::Remove(0)]]);
    assert_eq!(known, 3 + 4);
    assert!(disputes > 0, "the sentences are at odds");
}

#[test]
fn another_setting_reads_anew() {
    let folder = Folder::with(
        "in/a.md",
        "---\ndate: 04/05/2025\ntitle: News\n---\nRussia said its troops had captured Avdiivka.\n",
    );
    let paths = vec![folder.path().join("in")];
    let mut config = Config::default();
    let mut store = Store::open(&folder.path().join("a.sqlite")).unwrap();
    let mut days = Vec::new();
    for order in [
        atodds::config::SlashDates::MonthFirst,
        atodds::config::SlashDates::DayFirst,
    ] {
        config.read.slash_dates = order;
        let recall = store.recall(&config).unwrap();
        let (run, read) = pipeline::run_with(&paths, &config, &recall, &Silent).unwrap();
        drop(recall);
        store.save_with(&run, &read, &config, |_| Ok(())).unwrap();
        days.push(run.articles[0].published.unwrap().to_string());
    }
    assert_eq!(days, ["2025-04-05", "2025-05-04"]);
}

#[test]
fn a_change_in_ones_own_word_lists_reads_anew() {
    let folder = Folder::with(
        "in/a.md",
        "---\ntitle: News\n---\nRussia said its troops had captured Avdiivka.\n",
    );
    folder.file("lists/cues.tsv", "");
    let mut config = Config::default();
    config.lexicon.overlay = folder.path().join("lists");
    let paths = vec![folder.path().join("in")];
    let mut store = Store::open(&folder.path().join("a.sqlite")).unwrap();
    let mut anew = Vec::new();
    for list in ["", "", "# a remark\n"] {
        folder.file("lists/cues.tsv", list);
        let recall = store.recall(&config).unwrap();
        let (run, read) = pipeline::run_with(&paths, &config, &recall, &Silent).unwrap();
        drop(recall);
        store.save_with(&run, &read, &config, |_| Ok(())).unwrap();
        anew.push(1 - remembered(&run));
    }
    assert_eq!(anew, [1, 0, 1]);
}
