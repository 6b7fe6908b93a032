//! An editor that speaks with the server over its pipes, as far as tests and the bench need one.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

/// Longer than any answer takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(120);

pub struct Client {
    child: Child,
    stdin: Option<ChildStdin>,
    inbox: Receiver<Value>,
    next: i32,
    /// What was published last for each address, and how often something was.
    pub diagnostics: BTreeMap<String, Vec<Value>>,
    pub published: usize,
    /// The answer to `initialize`.
    pub server: Value,
    /// What the server asked for.
    pub asked: Vec<Value>,
}

pub fn uri(path: &Path) -> String {
    format!("file://{}", path.canonicalize().unwrap_or_else(|_| path.to_path_buf()).display())
}

impl Client {
    /// Starts the server in a folder and makes its acquaintance; `capabilities` are those of the client.
    pub fn start(binary: &str, folder: &Path, capabilities: Value) -> Client {
        Client::start_with(binary, folder, capabilities, &Value::Null)
    }

    /// The same with what the client wishes for.
    pub fn start_with(binary: &str, folder: &Path, capabilities: Value, options: &Value) -> Client {
        let mut client = Client::raw(binary, folder);
        let folders = json!([{ "uri": uri(folder), "name": "models" }]);
        let params = json!({ "processId": null, "rootUri": null, "workspaceFolders": folders, "capabilities": capabilities,
            "initializationOptions": options });
        client.server = client.request("initialize", params).unwrap();
        client.notify("initialized", json!({}));
        client
    }

    /// Starts the server and says nothing.
    pub fn raw(binary: &str, folder: &Path) -> Client {
        let mut child = Command::new(binary)
            .arg("lsp")
            .current_dir(folder)
            .env("SOURCE_DATE_EPOCH", "1790000000")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let (sender, inbox) = channel();
        std::thread::spawn(move || {
            while let Some(message) = receive(&mut stdout) {
                if sender.send(message).is_err() {
                    return;
                }
            }
        });
        let stdin = child.stdin.take();
        Client {
            child,
            stdin,
            inbox,
            next: 0,
            diagnostics: BTreeMap::new(),
            published: 0,
            server: Value::Null,
            asked: Vec::new(),
        }
    }

    pub fn send(&mut self, message: &Value) {
        let text = message.to_string();
        let stdin = self.stdin.as_mut().unwrap();
        write!(stdin, "Content-Length: {}\r\n\r\n{text}", text.len()).unwrap();
        stdin.flush().unwrap();
    }

    pub fn notify(&mut self, method: &str, params: Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// Sends a request and does not wait; gives its id.
    pub fn ask(&mut self, method: &str, params: Value) -> i32 {
        self.next += 1;
        let id = self.next;
        self.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
        id
    }

    /// The next message that is no diagnostics; these are taken in.
    pub fn message(&mut self) -> Value {
        let message = self.inbox.recv_timeout(PATIENCE).expect("the server says something");
        if message["method"] == "textDocument/publishDiagnostics" {
            let params = &message["params"];
            let list = params["diagnostics"].as_array().unwrap().clone();
            self.diagnostics.insert(params["uri"].as_str().unwrap().to_owned(), list);
            self.published += 1;
        }
        message
    }

    /// The answer to a request.
    pub fn answer(&mut self, id: i32) -> Result<Value, Value> {
        loop {
            let message = self.message();
            if message.get("method").is_some() {
                if message.get("id").is_some() {
                    self.asked.push(message);
                }
                continue;
            }
            assert_eq!(message["id"], id, "answers come in the order of the requests");
            return match message.get("error") {
                Some(error) => Err(error.clone()),
                None => Ok(message["result"].clone()),
            };
        }
    }

    pub fn request(&mut self, method: &str, params: Value) -> Result<Value, Value> {
        let id = self.ask(method, params);
        self.answer(id)
    }

    pub fn open(&mut self, path: &Path, text: &str) {
        let item = json!({ "uri": uri(path), "languageId": "trustline", "version": 1, "text": text });
        self.notify("textDocument/didOpen", json!({ "textDocument": item }));
    }

    /// One change of a range, `[line, column, line, column]`; none changes the whole text.
    pub fn change(&mut self, path: &Path, version: i32, range: Option<[usize; 4]>, text: &str) {
        let change = match range {
            Some([a, b, c, d]) => json!({
                "range": { "start": { "line": a, "character": b }, "end": { "line": c, "character": d } },
                "text": text,
            }),
            None => json!({ "text": text }),
        };
        let document = json!({ "uri": uri(path), "version": version });
        self.notify(
            "textDocument/didChange",
            json!({ "textDocument": document, "contentChanges": [change] }),
        );
    }

    pub fn at(&self, path: &Path, line: usize, column: usize) -> Value {
        json!({ "textDocument": { "uri": uri(path) }, "position": { "line": line, "character": column } })
    }

    /// Waits until everything is known of an open text, the analysis included.
    pub fn settle(&mut self, path: &Path) {
        let range = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 0, "character": 0 } });
        let params = json!({ "textDocument": { "uri": uri(path) }, "range": range });
        self.request("textDocument/inlayHint", params).unwrap();
    }

    /// Waits for the next diagnostics, whatever they are of.
    pub fn next_diagnostics(&mut self) {
        let before = self.published;
        while self.published == before {
            self.message();
        }
    }

    /// The codes that were published last for a file.
    pub fn codes(&self, path: &Path) -> Vec<String> {
        let list = self.diagnostics.get(&uri(path)).map_or(&[][..], Vec::as_slice);
        list.iter().map(|d| d["code"].as_str().unwrap().to_owned()).collect()
    }

    pub fn shut_down(mut self) -> ExitStatus {
        self.request("shutdown", Value::Null).unwrap();
        self.notify("exit", Value::Null);
        self.end()
    }

    /// Goes away without a word; how the server ends.
    pub fn die(mut self) -> ExitStatus {
        self.stdin = None;
        self.end()
    }

    pub fn end(&mut self) -> ExitStatus {
        let begin = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            assert!(begin.elapsed() < Duration::from_secs(30), "the server ends");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// The memory that the server holds, in kB; nothing where the system does not say.
    pub fn memory(&self) -> Option<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).ok()?;
        let line = status.lines().find(|l| l.starts_with("VmRSS:"))?;
        line.split_whitespace().nth(1)?.parse().ok()
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        self.stdin = None;
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn receive(stream: &mut impl BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).ok()? == 0 {
            return None;
        }
        let line = line.trim();
        if line.is_empty() {
            break;
        }
        if let Some(n) = line.strip_prefix("Content-Length: ") {
            length = n.parse().ok()?;
        }
    }
    let mut bytes = vec![0; length];
    stream.read_exact(&mut bytes).ok()?;
    serde_json::from_slice(&bytes).ok()
}

/// A model of five files: a main one, parts that it imports with and without a name, and one that these import.
pub fn five(elements: usize, flows: usize) -> Vec<(&'static str, String)> {
    use std::fmt::Write;
    let each = (elements / 5).max(1);
    let part = |name: &str, head: &str| {
        let mut text = head.to_owned();
        let _ = writeln!(text, "boundary {name} \"Part {name}\" {{");
        for e in 0..each {
            let kind = ["llm", "database", "web_app", "gateway", "rag_store"][e % 5];
            let _ = writeln!(text, "  {kind} {name}_{e} \"Größe {e} 𝄞\" {{ controls: [auth] }}");
        }
        text.push_str("}\n");
        for f in 0..flows / 5 {
            let (a, b) = (f % each, (f * 7 + 1 + f / each) % each);
            let _ = writeln!(
                text,
                "{name}_{a} -> {name}_{b} as {name}_f{f} {{ sends: [ask], returns: [reply] }}"
            );
        }
        text
    };
    let mut main = part(
        "one",
        "import \"two.tm\"\nimport \"three.tm\"\nimport \"four.tm\" as far\nmodel \"Five\" { catalog: 2026.1 }\nanonymous_user visitor\n",
    );
    main.push_str(
        "visitor -> one_0 { sends: [ask], returns: [reply] }\none_0 -> far.four_0 { sends: [ask] }\n",
    );
    main.push_str("accept jailbreak on visitor -> one_0 { because: \"A toy.\", by: \"Nobody\" }\n");
    vec![
        ("main.tm", main),
        ("two.tm", part("two", "import \"five.tm\"\n")),
        ("three.tm", part("three", "import \"five.tm\"\n")),
        ("four.tm", part("four", "import \"five.tm\"\n")),
        ("five.tm", part("five", "prompts ask\nanswers reply { from: [ask] }\n")),
    ]
}

/// Numbers that look like chance and are the same in every run.
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n.max(1)
    }
}

/// A random edit of a text: where, and what takes its place. Places are characters. The imports at its head
/// stay, so that the model keeps its files.
pub fn random_edit(dice: &mut Dice, text: &str) -> (std::ops::Range<usize>, String) {
    const PIECES: &[&str] = &[
        " ",
        "\n",
        "{",
        "}",
        "[",
        "]",
        "\"",
        "->",
        "ask",
        "one_0",
        "two_1",
        "llm x\n",
        ": ",
        ",",
        "database",
        "far.",
        "controls: [tls]",
        "ü",
        "𝄞",
        "// ",
        "accept ",
        "import \"five.tm\"\n",
        "visitor",
        "web_app desk {}\n",
        "-",
    ];
    let count = text.chars().count();
    let head: usize =
        text.lines().take_while(|l| l.starts_with("import")).map(|l| l.chars().count() + 1).sum();
    let start = head + dice.below(count - head + 1);
    let end = match dice.below(4) {
        0 => (start + dice.below(12)).min(count),
        1 => (start + 1).min(count),
        _ => start,
    };
    let new = if dice.below(3) == 0 && end > start { "" } else { PIECES[dice.below(PIECES.len())] };
    (start..end, new.to_owned())
}

/// The line and column of a character, both from 0, columns in characters.
pub fn place(text: &str, character: usize) -> (usize, usize) {
    let before: String = text.chars().take(character).collect();
    let line = before.matches('\n').count();
    (line, before.rsplit('\n').next().unwrap_or("").chars().count())
}

/// A diagnostic in one line, as both the server and `check` say it.
fn line(file: &str, place: [&Value; 4], severity: &str, code: &Value, message: &str) -> String {
    format!("{file} {place:?} {severity} {code} {message}")
}

/// What a fresh `check` says, columns in characters from 0.
fn checked(binary: &str, folder: &Path) -> Vec<String> {
    let run = Command::new(binary)
        .args(["check", "--format", "json", "main.tm"])
        .current_dir(folder)
        .env("SOURCE_DATE_EPOCH", "1790000000")
        .output()
        .unwrap();
    let document: Value = serde_json::from_slice(&run.stdout).unwrap();
    let mut out: Vec<String> = document["models"][0]["diagnostics"]
        .as_array()
        .unwrap()
        .iter()
        .map(|d| {
            let less = |name: &str| d[name].as_u64().map_or(json!(0), |n| json!(n - 1));
            let place = [less("line"), less("column"), less("end_line"), less("end_column")];
            let mut message = d["message"].as_str().unwrap().to_owned();
            let more = d["label"].as_str().into_iter();
            for text in more.chain(d["help"].as_array().unwrap().iter().map(|h| h.as_str().unwrap())) {
                message.push('\n');
                message.push_str(text);
            }
            let file = d["file"].as_str().unwrap_or("main.tm");
            line(
                file,
                [&place[0], &place[1], &place[2], &place[3]],
                d["severity"].as_str().unwrap(),
                &d["code"],
                &message,
            )
        })
        .collect();
    out.sort();
    // The server tells each file the same once.
    out.dedup();
    out
}

/// What the server has said.
fn served(c: &Client) -> Vec<String> {
    let mut out = Vec::new();
    for (uri, list) in &c.diagnostics {
        let file = uri.rsplit('/').next().unwrap();
        for d in list {
            let r = &d["range"];
            let place =
                [&r["start"]["line"], &r["start"]["character"], &r["end"]["line"], &r["end"]["character"]];
            let severity = match d["severity"].as_u64() {
                Some(1) => "error",
                Some(2) => "warning",
                _ => "note",
            };
            out.push(line(file, place, severity, &d["code"], d["message"].as_str().unwrap()));
        }
    }
    out.sort();
    out
}

/// Random edits of the five files of a model; after each, what the server says is compared with what a
/// fresh `check` says. How many of the states had errors.
pub fn compare(binary: &str, capabilities: Value, elements: usize, edits: i32) -> usize {
    let files = five(elements, elements);
    let (edited, fresh) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut texts: Vec<(PathBuf, String)> = Vec::new();
    for (name, text) in &files {
        std::fs::write(edited.path().join(name), text).unwrap();
        std::fs::write(fresh.path().join(name), text).unwrap();
        texts.push((edited.path().join(name), text.clone()));
    }
    let main = texts[0].0.clone();
    let mut c = Client::start(binary, edited.path(), capabilities);
    for (path, text) in &texts {
        c.open(path, text);
    }
    c.settle(&main);
    let mut dice = Dice(7);
    let mut with_errors = 0;
    for n in 0..edits {
        let which = dice.below(texts.len());
        let (path, text) = &mut texts[which];
        // Now and then everything is well again.
        if dice.below(5) == 0 {
            for (i, (path, text)) in texts.iter_mut().enumerate() {
                text.clone_from(&files[i].1);
                c.change(path, n + 2, None, text);
                std::fs::write(fresh.path().join(files[i].0), &*text).unwrap();
            }
        } else {
            let (range, new) = random_edit(&mut dice, text);
            let ((a, b), (x, y)) = (place(text, range.start), place(text, range.end));
            c.change(path, n + 2, Some([a, b, x, y]), &new);
            let chars: Vec<char> = text.chars().collect();
            let (before, behind): (String, String) =
                (chars[..range.start].iter().collect(), chars[range.end..].iter().collect());
            *text = before + &new + &behind;
            std::fs::write(fresh.path().join(files[which].0), &*text).unwrap();
        }
        c.settle(&main);
        let wanted = checked(binary, fresh.path());
        with_errors += usize::from(wanted.iter().any(|l| l.contains("] error ")));
        assert_eq!(served(&c), wanted, "after edit {n} of {}", files[which].0);
    }
    assert_eq!(c.shut_down().code(), Some(0));
    with_errors
}
