//! A running `atodds review`, and a plain HTTP client to talk to it.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::folder::Folder;

/// The program, ended when dropped.
pub struct Program {
    child: Child,
    pub port: u16,
    pub token: String,
}

/// What it answered.
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: String,
}

impl Answer {
    /// The value of a header, `""` where it is missing.
    pub fn header(&self, name: &str) -> &str {
        let found = self.head.lines().find_map(|line| {
            let (own, value) = line.split_once(':')?;
            own.eq_ignore_ascii_case(name).then_some(value.trim())
        });
        found.unwrap_or("")
    }
}

/// A command over a corpus with its store beside it.
pub fn atodds(corpus: &Path, store: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_atodds"));
    command.arg("review").arg(corpus).arg("--store").arg(store);
    command
}

/// What a command printed; it must succeed.
pub fn output(command: &mut Command) -> String {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

impl Program {
    /// Starts it and waits until it answers.
    pub fn start(corpus: &Path, store: &Path, reviewer: &str) -> Program {
        let mut command = atodds(corpus, store);
        let mut child = command
            .args(["--no-open", "--reviewer", reviewer])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        let out = child.stdout.as_mut().unwrap();
        BufReader::new(out).read_line(&mut line).unwrap();
        let (_, rest) = line.split_once("http://127.0.0.1:").expect(&line);
        let (port, token) = rest.trim().split_once("/?token=").expect(&line);
        Program {
            child,
            port: port.parse().unwrap(),
            token: token.to_owned(),
        }
    }

    /// The address with which a browser begins.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/?token={}", self.port, self.token)
    }

    /// Sends a request as it is.
    pub fn send(&self, request: &str) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream
            .set_read_timeout(Some(Duration::from_secs(60)))
            .unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
        Answer {
            status: head
                .split(' ')
                .nth(1)
                .and_then(|code| code.parse().ok())
                .unwrap_or(0),
            head: head.to_owned(),
            body: body.to_owned(),
        }
    }

    fn cookie(&self) -> String {
        format!("Cookie: atodds-{}={}\r\n", self.port, self.token)
    }

    /// A page as a browser that knows the token asks for it.
    pub fn get(&self, path: &str) -> Answer {
        self.get_with(path, &self.cookie())
    }

    /// A page asked for with headers of the caller's choice.
    pub fn get_with(&self, path: &str, headers: &str) -> Answer {
        let port = self.port;
        let host = if headers.contains("Host:") {
            String::new()
        } else {
            format!("Host: 127.0.0.1:{port}\r\n")
        };
        self.send(&format!(
            "GET {path} HTTP/1.1\r\n{host}{headers}Connection: close\r\n\r\n"
        ))
    }

    /// A form as the page itself sends it.
    pub fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let headers = format!(
            "{}Origin: http://127.0.0.1:{}\r\n",
            self.cookie(),
            self.port
        );
        let mut fields = fields.to_vec();
        fields.push(("token", &self.token));
        self.post_with(path, &fields, &headers)
    }

    /// A form sent with headers of the caller's choice.
    pub fn post_with(&self, path: &str, fields: &[(&str, &str)], headers: &str) -> Answer {
        let body = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        let (port, length) = (self.port, body.len());
        self.send(&format!(
            "POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n{headers}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}"
        ))
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A folder with the hostile articles in `in`.
pub fn hostile_corpus() -> Folder {
    let folder = Folder::new();
    for (name, text) in HOSTILE {
        folder.file(&format!("in/{name}"), text);
    }
    folder
}

/// The program over the hostile articles.
pub fn hostile() -> (Folder, Program) {
    let folder = hostile_corpus();
    let program = Program::start(
        &folder.path().join("in"),
        &folder.path().join("s.sqlite"),
        "Ada",
    );
    (folder, program)
}

/// Articles that try to run in the reader's browser and to leave their place.
const HOSTILE: [(&str, &str); 2] = [
    (
        "a.md",
        "---\noutlet: \"<img src=x onerror=window.hacked=1>\"\nurl: \"javascript:window.hacked=1\"\ndate: 2025-12-02\ntitle: \"<script>window.hacked=1</script>\"\n---\n\
        Russia's Defence Ministry said on Tuesday that its troops had captured Pokrovsk. <script>window.hacked=1</script> </blockquote><svg onload=window.hacked=1>\n\n\
        Kyiv denied that Russian troops had captured Pokrovsk.\"><script>window.hacked=1</script>\n",
    ),
    (
        "b.md",
        "---\noutlet: Daily Post\nurl: https://example.org/b\ndate: 2025-12-03\ntitle: Town falls {{ 7 * 7 }}\n---\n\
        The Russian military said that its forces had taken Pokrovsk on Tuesday.\n\n\
        Ukraine's General Staff rejected the claim and said that Russian troops had not taken Pokrovsk. &lt;script&gt;\n",
    ),
];
