//! The live page as a browser has it, over HTTP, as far as tests and the bench need it.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use serde_json::Value;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

/// Longer than anything takes on a busy machine.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// An address of a page: where it is served, and the path with its token.
#[derive(Clone)]
pub struct Address {
    pub host: String,
    pub path: String,
}

pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: String,
}

impl Address {
    pub fn new(address: &str) -> Address {
        let rest = address.trim().strip_prefix("http://").unwrap_or_else(|| panic!("{address}"));
        let (host, path) = rest.split_once('/').unwrap();
        assert!(host.starts_with("127.0.0.1:"), "{host}");
        Address { host: host.to_owned(), path: format!("/{path}") }
    }

    pub fn port(&self) -> u16 {
        self.host.rsplit(':').next().unwrap().parse().unwrap()
    }

    /// Sends a request as it is written.
    pub fn raw(&self, text: &str) -> TcpStream {
        let mut stream = TcpStream::connect(&self.host).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream.write_all(text.as_bytes()).unwrap();
        stream
    }

    pub fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let mut text = format!("{method} {path} HTTP/1.1\r\nConnection: close\r\n");
        for (name, value) in headers {
            text.push_str(&format!("{name}: {value}\r\n"));
        }
        if !headers.iter().any(|(n, _)| *n == "Host") {
            text.push_str(&format!("Host: {}\r\n", self.host));
        }
        text.push_str(&format!("Content-Length: {}\r\n\r\n{body}", body.len()));
        let mut all = String::new();
        self.raw(&text).read_to_string(&mut all).unwrap();
        let (head, body) = all.split_once("\r\n\r\n").unwrap_or((&all, ""));
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Answer { status, head: head.to_lowercase(), body: body.to_owned() }
    }

    pub fn get(&self, name: &str) -> Answer {
        self.ask("GET", &format!("{}{name}", self.path), &[], "")
    }

    /// Wishes to see a place, as the page does; gives what came of it.
    pub fn go(&self, wish: &Value) -> Value {
        let origin = format!("http://{}", self.host);
        let path = format!("{}go", self.path);
        let answer = self.ask("POST", &path, &[("Origin", &origin)], &wish.to_string());
        assert_eq!(answer.status, 200, "{}", answer.head);
        serde_json::from_str(&answer.body).unwrap()
    }

    /// Listens to the events of the page.
    pub fn listen(&self) -> Events {
        let stream = self.raw(&format!("GET {}events HTTP/1.1\r\nHost: {}\r\n\r\n", self.path, self.host));
        let (sender, inbox) = channel();
        std::thread::spawn(move || {
            let mut name = String::new();
            // The lengths of chunks stand on lines of their own, and are no fields.
            for line in BufReader::new(stream).lines().map_while(Result::ok) {
                if let Some(n) = line.strip_prefix("event: ") {
                    name = n.to_owned();
                } else if let Some(data) = line.strip_prefix("data: ") {
                    let data = serde_json::from_str(data).unwrap();
                    if sender.send((std::mem::take(&mut name), data)).is_err() {
                        return;
                    }
                }
            }
        });
        Events { inbox }
    }
}

pub struct Events {
    inbox: Receiver<(String, Value)>,
}

impl Events {
    /// The next event of a name.
    pub fn next(&self, name: &str) -> Value {
        let end = Instant::now() + PATIENCE;
        loop {
            let left = end.saturating_duration_since(Instant::now());
            let (said, data) = self.inbox.recv_timeout(left).unwrap_or_else(|e| panic!("{name}: {e}"));
            if said == name {
                return data;
            }
        }
    }

    /// The next state that is as wanted.
    pub fn until(&self, wanted: impl Fn(&Value) -> bool) -> Value {
        loop {
            let state = self.next("state");
            if wanted(&state) {
                return state;
            }
        }
    }
}

pub struct Preview {
    pub child: Child,
    pub address: Address,
    pub stdin: Option<ChildStdin>,
}

impl Preview {
    pub fn start(binary: &str, model: &Path, more: &[&str]) -> Preview {
        let mut child = Command::new(binary)
            .arg("preview")
            .arg(model.file_name().unwrap())
            .current_dir(model.parent().unwrap())
            .args(["--today", "2026-12-01"])
            .args(more)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let stdin = child.stdin.take();
        Preview { child, address: Address::new(&line), stdin }
    }

    pub fn signal(&self, name: &str) {
        let done = Command::new("kill").arg(name).arg(self.child.id().to_string()).status().unwrap();
        assert!(done.success());
    }

    pub fn ended(&mut self) -> ExitStatus {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            assert!(Instant::now() < end, "it goes on");
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub fn no_errors(state: &Value) -> bool {
    state["errors"].as_array().unwrap().is_empty() && state["report"] != 0
}
