//! Files as they should not be: read, or left out with a reason, and never the end of a run.

use std::fs::{self, File};
use std::io::Write;

use proptest::prelude::*;

use crate::folder::Folder;

#[test]
fn encodings() {
    let text = "Заголовок статьи\n\nГород остаётся под контролем, сообщили в штабе. Бои продолжаются на окраинах.\n";
    let utf16 = |text: &str, mark: bool, swap: bool| -> Vec<u8> {
        let units = mark
            .then_some(0xfeff)
            .into_iter()
            .chain(text.encode_utf16());
        units
            .flat_map(|unit: u16| {
                if swap {
                    unit.to_be_bytes()
                } else {
                    unit.to_le_bytes()
                }
            })
            .collect()
    };
    let latin = "Le siège de Bakhmut\n\nLa ville était « occupée » après l'été, a déclaré le général à la télévision française.\n";
    let english =
        "The headline of it\n\nThe town stays under control, said the staff on Tuesday morning.\n";
    let cases: Vec<(&str, Vec<u8>, &str)> = vec![
        (
            "utf-8 with mark",
            [b"\xef\xbb\xbf", text.as_bytes()].concat(),
            text,
        ),
        ("utf-16le with mark", utf16(text, true, false), text),
        ("utf-16be with mark", utf16(text, true, true), text),
        ("utf-16le without", utf16(english, false, false), english),
        ("utf-16be without", utf16(english, false, true), english),
        (
            "windows-1251",
            encoding_rs::WINDOWS_1251.encode(text).0.into_owned(),
            text,
        ),
        (
            "koi8-u",
            encoding_rs::KOI8_U.encode(text).0.into_owned(),
            text,
        ),
        (
            "windows-1252",
            encoding_rs::WINDOWS_1252.encode(latin).0.into_owned(),
            latin,
        ),
    ];
    for (name, bytes, text) in cases {
        let article = Folder::with("a.txt", bytes).article();
        let (title, body) = text.trim_end().split_once("\n\n").unwrap();
        assert_eq!(
            (article.title.as_str(), article.body.as_str()),
            (title, body),
            "{name}"
        );
    }
}

#[test]
fn line_ends_nulls_and_characters_that_nobody_sees() {
    let text = "Head\u{ad}line\r\rThe\u{a0}town\0 was\u{200b} taken\u{feff}.\u{2028}Kyiv \u{202e}denied\u{202c} it.\x07\r";
    let article = Folder::with("a.txt", text).article();
    assert_eq!(
        (article.title.as_str(), article.body.as_str()),
        ("Headline", "The town was taken.\n\nKyiv denied it.")
    );
}

#[test]
fn a_few_damaged_bytes_do_not_change_the_encoding() {
    let mut bytes =
        "Заголовок\n\nГород остаётся под контролем, сообщили в штабе во вторник утром.\n"
            .as_bytes()
            .to_vec();
    bytes.insert(30, 0xff);
    let article = Folder::with("a.txt", bytes).article();
    assert_eq!(article.title, "Заголовок");
    assert!(article.body.contains("под контролем"));
}

#[test]
fn files_that_hold_no_article_say_why() {
    let random: Vec<u8> = (0..5000_u32)
        .map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8)
        .collect();
    let mut tar = vec![b'a'; 600];
    tar[257..262].copy_from_slice(b"ustar");
    for (name, bytes, part) in [
        ("empty.txt", Vec::new(), "empty"),
        ("blank.md", b" \n\r\n\t\n".to_vec(), "blanks"),
        ("mark.txt", b"\xef\xbb\xbf".to_vec(), "blanks"),
        ("a.pdf", b"%PDF-1.7 text text".to_vec(), "a PDF document"),
        (
            "disguised.txt",
            b"%PDF-1.7 text text".to_vec(),
            "a PDF document",
        ),
        ("a.docx", b"PK\x03\x04\x14\0\x06\0".to_vec(), "ZIP"),
        ("a.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), "PNG"),
        ("a.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF".to_vec(), "JPEG"),
        ("noise.txt", random, "binary"),
        ("a.tar", tar, "tar"),
        ("a.csv", b"title,text\na,b\n".to_vec(), "`.csv`"),
        (
            "a.gz",
            b"\x1f\x8bnot gzip at all".to_vec(),
            "cannot be read",
        ),
        ("n.jsonl", b"\n\n  \n".to_vec(), "no line"),
    ] {
        let why = Folder::with(name, bytes).reason();
        assert!(why.contains(part), "{name}: {why}");
    }
}

#[test]
fn a_huge_file_is_left_out_or_streamed() {
    let folder = Folder::new();
    let mut file = File::create(folder.path().join("huge.txt")).unwrap();
    let block = "The army said on Tuesday that it had taken the town of Example.\n".repeat(1 << 14);
    while file.metadata().unwrap().len() < 200 << 20 {
        file.write_all(block.as_bytes()).unwrap();
    }
    let why = folder.reason();
    assert!(
        why.contains("larger than 32 MiB") && why.contains("max_file_mib"),
        "{why}"
    );
}

#[test]
fn a_huge_file_of_json_lines_is_read() {
    let folder = Folder::new();
    let mut file = File::create(folder.path().join("huge.jsonl")).unwrap();
    // Blank space between the entries makes the file large and the articles few.
    let line = format!("{{\"title\": \"One\"{}}}\n", " ".repeat(1 << 20));
    for _ in 0..200 {
        file.write_all(line.as_bytes()).unwrap();
    }
    assert_eq!(folder.read().0.len(), 200);
}

#[cfg(unix)]
#[test]
fn no_permission() {
    use std::os::unix::fs::PermissionsExt;

    let folder = Folder::with("a.txt", "Headline\n\nText.\n");
    folder.file("closed/b.txt", "Headline\n\nText.\n");
    let close = |name: &str, mode: u32| {
        fs::set_permissions(folder.path().join(name), fs::Permissions::from_mode(mode)).unwrap();
    };
    close("a.txt", 0o000);
    close("closed", 0o000);
    let readable_anyway = File::open(folder.path().join("a.txt")).is_ok();
    let (articles, skipped) = folder.read();
    close("closed", 0o755);
    if readable_anyway {
        eprintln!("SKIPPED: this user may read everything, permissions were not tested");
        return;
    }
    assert_eq!(articles, []);
    assert_eq!(skipped.len(), 2, "{skipped:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_bytes_become_rows(bytes in proptest::collection::vec(any::<u8>(), 0..400), name in "[a-z]{1,3}(\\.(txt|md|html|jsonl|json|gz))?") {
        let (articles, skipped) = Folder::with(&name, bytes).read();
        prop_assert!(articles.len() + skipped.len() >= 1);
    }

    #[test]
    fn any_text_becomes_rows(text in "(---\n)?(\\PC{0,40}|[a-zA-Z:=<>\\[\\]{}\"'|&#;/ .,0-9-]{0,60}\n){0,12}", name in "[a-z]{1,3}\\.(txt|md|html|jsonl|json)") {
        let (articles, skipped) = Folder::with(&name, text).read();
        prop_assert!(articles.len() + skipped.len() >= 1);
        for article in articles {
            prop_assert!(!article.body.contains("\n\n\n") && !article.body.contains('\r'));
        }
    }
}
