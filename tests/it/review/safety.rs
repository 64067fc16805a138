//! Other pages and hosts cannot act, and text cannot run.

use super::program::{Program, hostile, output};

#[test]
fn only_the_browser_that_was_shown_the_token_may_act_and_no_text_runs() {
    let (folder, program) = hostile();
    let port = program.port;
    let cookie = format!("Cookie: atodds-{port}={}\r\n", program.token);
    // Who does not know the token sees nothing.
    assert_eq!(program.get_with("/", "").status, 403);
    let wrong = format!("Cookie: atodds-{port}={}\r\n", "0".repeat(32));
    assert_eq!(program.get_with("/", &wrong).status, 403);
    assert_eq!(program.get_with("/?token=0", "").status, 403);
    // A page elsewhere that pretends to be this one by its name.
    for host in [
        "evil.example",
        "127.0.0.1",
        "127.0.0.1:1",
        "localhost.evil.example",
    ] {
        let headers = format!("Host: {host}\r\n{cookie}");
        assert_eq!(program.get_with("/", &headers).status, 421, "{host}");
    }
    let foreign = format!("{cookie}Origin: http://evil.example\r\n");
    assert_eq!(program.get_with("/", &foreign).status, 403);
    // The token in the address becomes a cookie that scripts and other pages cannot read or send.
    let first = program.get_with(&format!("/?place=Pokrovsk&token={}", program.token), "");
    assert_eq!(
        (first.status, first.header("location")),
        (303, "/?place=Pokrovsk")
    );
    let set = first.header("set-cookie");
    assert!(
        set.contains("HttpOnly") && set.contains("SameSite=Strict"),
        "{set}"
    );
    let page = program.get("/");
    assert_eq!(page.status, 200);
    let policy = page.header("content-security-policy");
    assert!(
        policy.contains("default-src 'none'") && !policy.contains("unsafe"),
        "{policy}"
    );
    assert_eq!(page.header("x-content-type-options"), "nosniff");
    assert_eq!(page.header("referrer-policy"), "same-origin");
    writes_need_all_three(&program, &cookie);
    no_text_runs(&program);
    drop(program);
    let list = super::program::atodds(&folder.path().join("in"), &folder.path().join("s.sqlite"))
        .arg("--list")
        .output()
        .unwrap();
    assert!(list.status.success());
}

/// Cookie, origin and the token of the form.
fn writes_need_all_three(program: &Program, cookie: &str) {
    let own = format!("Origin: http://127.0.0.1:{}\r\n", program.port);
    let token = ("token", program.token.as_str());
    let refused = [
        (vec![], format!("{cookie}{own}")),
        (vec![("token", "0")], format!("{cookie}{own}")),
        (vec![token], own.clone()),
        (vec![token], cookie.to_owned()),
        (vec![token], format!("{cookie}Origin: null\r\n")),
        (
            vec![token],
            format!("{cookie}Origin: http://evil.example\r\n"),
        ),
        (
            vec![token],
            format!("{cookie}{own}Sec-Fetch-Site: cross-site\r\n"),
        ),
    ];
    for (fields, headers) in refused {
        for path in ["/undo", "/redo", "/verdict"] {
            let answer = program.post_with(path, &fields, &headers);
            assert_eq!(answer.status, 403, "{path} {headers}");
        }
    }
    assert_eq!(program.get("/undo").status, 405);
    // A form does not lead away.
    for back in ["//evil.example", "https://evil.example", "/\\evil.example"] {
        let answer = program.post("/undo", &[("back", back)]);
        assert_eq!(answer.status, 303);
        assert!(
            answer.header("location").starts_with("/?"),
            "{}",
            answer.header("location")
        );
    }
}

fn no_text_runs(program: &Program) {
    let queue = program.get("/?kind=&judged=all").body;
    let links: Vec<&str> = queue
        .split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .filter(|link| link.starts_with("/contradiction/") || link.starts_with("/cluster/"))
        .collect();
    assert!(!links.is_empty(), "{queue}");
    let mut pages: Vec<String> = links
        .iter()
        .map(|link| program.get(&link.replace("&#38;", "&")).body)
        .collect();
    let id = links[0].split(['/', '?']).nth(2).unwrap().to_owned();
    let note = "<script>window.hacked=1</script>";
    let given = program.post("/verdict", &[("verb", "note"), ("on", &id), ("text", note)]);
    assert_eq!(given.status, 303);
    pages.push(program.get("/history").body);
    pages.push(
        program
            .get("/?trouble=%3Cscript%3Ealert(1)%3C/script%3E&q=%22%3E%3Cscript%3E")
            .body,
    );
    pages.push(queue);
    for page in &pages {
        assert_eq!(page.matches("<script").count(), 1, "{page}");
        assert!(!page.contains("<img") && !page.contains("<svg"), "{page}");
        assert!(!page.contains("href=\"javascript"), "{page}");
    }
    assert!(pages.iter().any(|page| page.contains("&#60;script")));
}

#[test]
fn two_reviewers_at_once_lose_nothing() {
    let (folder, ada) = hostile();
    let (corpus, store) = (folder.path().join("in"), folder.path().join("s.sqlite"));
    let bob = Program::start(&corpus, &store, "Bob");
    let queue = ada.get("/?kind=contradiction").body;
    let id = queue
        .split("/contradiction/")
        .nth(1)
        .unwrap()
        .split(['?', '"'])
        .next()
        .unwrap();
    std::thread::scope(|scope| {
        for (program, tab) in [(&ada, "1"), (&ada, "2"), (&bob, "1"), (&bob, "2")] {
            scope.spawn(move || {
                for number in 0..10 {
                    let text = format!("tab {tab} number {number}");
                    let given =
                        program.post("/verdict", &[("verb", "note"), ("on", id), ("text", &text)]);
                    assert_eq!(given.status, 303);
                    assert!(
                        given.header("location").contains("said="),
                        "{}",
                        given.header("location")
                    );
                }
            });
        }
    });
    // Each sees what the other wrote, and undoes only what is its own.
    let history = ada.get("/history").body;
    assert_eq!(
        history.matches("<strong>note: tab").count(),
        40,
        "{history}"
    );
    ada.post("/undo", &[]);
    let mut export = super::program::atodds(&corpus, &store);
    output(export.arg("--export").arg(folder.path().join("v.csv")));
    let text = std::fs::read_to_string(folder.path().join("v.csv")).unwrap();
    assert_eq!(text.lines().count(), 42, "{text}");
    let last = text.lines().last().unwrap();
    assert!(last.contains(",Ada,undo,"), "{last}");
}
