//! A session of an editor that does anything, read from bytes: texts are opened, edited and closed, everything
//! is asked about any place, in any order. Shared with the fuzz target `lsp`.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use lsp_server::{Connection, Message, Notification, Request, RequestId};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::time::Duration;
use trustline::lsp::{World, serve};
use trustline::syntax::tree::Date;

/// What is typed.
const PIECES: &[&str] = &[
    "a",
    "b",
    "desk",
    "ask",
    "x",
    " ",
    " ",
    "\n",
    "\n",
    "  ",
    "\r",
    "\r\n",
    "\u{feff}",
    "ü",
    "𝄞",
    "\"",
    "\"",
    "\"\"\"",
    "{",
    "}",
    "[",
    "]",
    "{\n",
    "\n}\n",
    ": ",
    ", ",
    ".",
    " -> ",
    "->",
    " <-> ",
    "//",
    "/*",
    "*/",
    "#",
    "@",
    "=",
    "model \"M\" { catalog: 2026.1 }\n",
    "llm a \"A\"\n",
    "web_app desk\n",
    "anonymous_user b\n",
    "prompts ask\n",
    "b -> desk { sends: [ask] }\n",
    "desk -> a \"calls\" { sends: [ask], returns: [",
    "boundary c { trust: internal\n",
    "import \"",
    "import \"other.tm\" as other\n",
    "import \"main.tm\"\n",
    "other.",
    "control k: auth { on: [desk] }\n",
    "accept ",
    "dismiss jailbreak on a { because: \"",
    "mitigate * on any flow { with: [k] }\n",
    "rated ",
    " on ",
    "threat t \"T\" { on: flow, when: crosses up, likelihood: 3, impact: 3 }\n",
    "kind mine \"Mine\" { is: llm }\n",
    "require auth on any element { because: \"x\" }\n",
    "was: old",
    "attacker e { from: [b], wants: [ask] }\n",
    "view all \"All\" {}\n",
    "tested jailbreak on a { on: 2026-01-01 }\n",
    "question \"Q\" { about: [a",
    "9",
    "-1",
    "true",
];

const FILES: &[&str] = &["file:///nowhere/main.tm", "file:///nowhere/other.tm", "untitled:Untitled-1"];

const OF_A_PLACE: &[&str] = &[
    "textDocument/completion",
    "textDocument/hover",
    "textDocument/definition",
    "textDocument/references",
    "textDocument/documentHighlight",
    "textDocument/prepareCallHierarchy",
    "textDocument/prepareRename",
    "textDocument/rename",
    "textDocument/onTypeFormatting",
    "textDocument/selectionRange",
    "textDocument/documentSymbol",
    "textDocument/foldingRange",
    "textDocument/semanticTokens/full",
    "textDocument/semanticTokens/range",
    "textDocument/documentLink",
    "textDocument/inlayHint",
    "textDocument/codeLens",
    "textDocument/codeAction",
    "textDocument/formatting",
    "textDocument/rangeFormatting",
    "workspace/symbol",
    "workspace/executeCommand",
    "trustline/nothing",
];

struct Bytes<'a>(&'a [u8]);

impl Bytes<'_> {
    fn byte(&mut self) -> usize {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        usize::from(*first)
    }

    fn of<'t>(&mut self, list: &[&'t str]) -> &'t str {
        list[self.byte() % list.len()]
    }

    fn position(&mut self) -> Value {
        json!({ "line": self.byte() % 24, "character": self.byte() % 48 })
    }
}

struct Editor {
    connection: Connection,
    next: i32,
    waiting: BTreeSet<RequestId>,
}

impl Editor {
    fn notify(&self, method: &str, params: Value) {
        self.connection.sender.send(Notification::new(method.to_owned(), params).into()).unwrap();
    }

    fn ask(&mut self, method: &str, params: Value) -> RequestId {
        self.next += 1;
        let id = RequestId::from(self.next);
        self.connection.sender.send(Request::new(id.clone(), method.to_owned(), params).into()).unwrap();
        self.waiting.insert(id.clone());
        id
    }

    /// Takes in answers until none is missing. Each comes once, and none says that the server failed.
    fn settle(&mut self) {
        while !self.waiting.is_empty() {
            let message = self.connection.receiver.recv_timeout(Duration::from_secs(60));
            if let Message::Response(answer) = message.expect("every request is answered") {
                assert!(
                    self.waiting.remove(&answer.id),
                    "{:?} is answered twice, or was never asked",
                    answer.id
                );
                if let Err(error) = answer.response_result {
                    assert_ne!(error.code, -32603, "{}", error.message);
                }
            }
        }
    }
}

/// Plays a session; fails if an answer is missing, the server fails, or does not end well.
pub fn run(bytes: &[u8]) {
    let (server, connection) = Connection::memory();
    let today = || Date { year: 2026, month: 12, day: 1 };
    let world = World { models: |_| Vec::new(), today, page: None };
    let serving =
        std::thread::Builder::new().stack_size(8 << 20).spawn(move || serve(&server, world)).unwrap();
    let mut editor = Editor { connection, next: 0, waiting: BTreeSet::new() };
    let mut bytes = Bytes(bytes);
    let encoding = bytes.of(&["utf-8", "utf-16", "utf-32"]);
    let able = json!({
        "general": { "positionEncodings": [encoding] },
        "workspace": { "workspaceEdit": { "documentChanges": bytes.byte().is_multiple_of(2) } },
    });
    let options = json!({ "preview": true, "renameKeepsOldName": bytes.byte().is_multiple_of(2) });
    editor.ask("initialize", json!({ "capabilities": able, "initializationOptions": options }));
    editor.settle();
    editor.notify("initialized", json!({}));
    let mut version = 0;
    while !bytes.0.is_empty() {
        let uri = FILES[(bytes.byte() % 8) / 3];
        let document = json!({ "uri": uri });
        version += 1;
        match bytes.byte() % 16 {
            0 => {
                let text: String = (0..bytes.byte() % 24).map(|_| bytes.of(PIECES)).collect();
                let item = json!({ "uri": uri, "languageId": "trustline", "version": version, "text": text });
                editor.notify("textDocument/didOpen", json!({ "textDocument": item }));
            }
            1..=7 => {
                let change = |bytes: &mut Bytes<'_>| {
                    let text: String = (0..1 + bytes.byte() % 4).map(|_| bytes.of(PIECES)).collect();
                    let (start, end) = (bytes.position(), bytes.position());
                    let end = if bytes.byte().is_multiple_of(4) { end } else { start.clone() };
                    json!({ "range": { "start": start, "end": end }, "text": text })
                };
                let changes: Vec<Value> = (0..1 + bytes.byte() % 3).map(|_| change(&mut bytes)).collect();
                let document = json!({ "uri": uri, "version": version });
                let params = json!({ "textDocument": document, "contentChanges": changes });
                editor.notify("textDocument/didChange", params);
            }
            8 if bytes.byte().is_multiple_of(4) => {
                editor.notify("textDocument/didClose", json!({ "textDocument": document }));
            }
            9 => editor.notify("workspace/didChangeWatchedFiles", json!({ "changes": [] })),
            10 => {
                let position = bytes.position();
                editor.notify(
                    "trustline/showInPreview",
                    json!({ "textDocument": document, "position": position }),
                );
            }
            _ => {
                let (start, end) = (bytes.position(), bytes.position());
                let params = json!({
                    "textDocument": document, "position": start, "positions": [start, end],
                    "range": { "start": start, "end": end }, "newName": bytes.of(PIECES), "ch": "\n",
                    "context": { "includeDeclaration": true, "diagnostics": [] }, "query": bytes.of(PIECES),
                    "options": { "tabSize": 2, "insertSpaces": true },
                    "command": "trustline.showPreview", "arguments": [uri],
                });
                let id = editor.ask(bytes.of(OF_A_PLACE), params);
                if bytes.byte().is_multiple_of(8) {
                    editor.notify("$/cancelRequest", json!({ "id": id }));
                }
                if bytes.byte().is_multiple_of(4) {
                    editor.settle();
                }
            }
        }
    }
    editor.settle();
    editor.ask("shutdown", Value::Null);
    editor.settle();
    editor.notify("exit", Value::Null);
    assert_eq!(serving.join().expect("the server does not fail"), Ok(true));
}
