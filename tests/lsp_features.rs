//! Each feature of the language server over its pipes, with what it must say: positions, addresses and forms are the
//! protocol's, so that tests of the functions behind them see nothing of it.
#![cfg(feature = "lsp")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use serde_json::{Value, json};
use std::fs;
use std::path::Path;

#[path = "support/client.rs"]
mod client;
use client::{Client, uri};

const BINARY: &str = env!("CARGO_BIN_EXE_trustline");

/// Behind the two units of `𝄞` columns in UTF-16 differ from letters and from bytes.
const MAIN: &str = "import \"vendors.tm\" as vendor\nmodel \"Größe 𝄞\" { catalog: 2026.1 }\nprompts ask\n\
    boundary cloud \"Cloud\" {\n  trust: internal\n  web_app desk \"𝄞\" { controls: [auth] }\n}\n\
    desk -> vendor.big { sends: [ask] }\nanonymous_user visitor\nvisitor -> desk { sends: [ask] }\n\
    threat own \"Own\" { stride: tampering, on: flow, likelihood: 2, impact: 2, scenario: \"s\", refs: [atlas:AML.T0070] }\n";
const VENDORS: &str = "llm big \"Big one\"\n";

fn start(folder: &Path) -> Client {
    let able = json!({
        "general": { "positionEncodings": ["utf-16"] },
        "workspace": { "workspaceEdit": { "documentChanges": true } },
        "textDocument": { "publishDiagnostics": { "relatedInformation": true } },
    });
    Client::start(BINARY, folder, able)
}

fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (name, text) in files {
        fs::create_dir_all(dir.path().join(name).parent().unwrap()).unwrap();
        fs::write(dir.path().join(name), text).unwrap();
    }
    dir
}

fn at(line: usize, character: usize) -> Value {
    json!({ "line": line, "character": character })
}

fn range(from: [usize; 2], to: [usize; 2]) -> Value {
    json!({ "start": at(from[0], from[1]), "end": at(to[0], to[1]) })
}

/// The texts of edits with their places, in order.
fn edits(list: &Value) -> Vec<(Value, String)> {
    let list = list.as_array().unwrap().iter();
    list.map(|e| (e["range"].clone(), e["newText"].as_str().unwrap().to_owned())).collect()
}

#[test]
fn each_answers_with_the_right_places() {
    let dir = folder(&[("main.tm", MAIN), ("vendors.tm", VENDORS)]);
    let (main, vendors) = (dir.path().join("main.tm"), dir.path().join("vendors.tm"));
    let mut c = start(dir.path());
    c.open(&main, MAIN);
    c.settle(&main);
    let document = json!({ "textDocument": { "uri": uri(&main) } });

    // Links of the document: to the imported file, and to an entry of a framework.
    let links = c.request("textDocument/documentLink", document.clone()).unwrap();
    let found: Vec<(&Value, &Value)> =
        links.as_array().unwrap().iter().map(|l| (&l["range"], &l["target"])).collect();
    assert_eq!(found.len(), 2, "{links}");
    assert_eq!(found[0], (&range([0, 8], [0, 18]), &json!(uri(&vendors))));
    assert_eq!(found[1].0["start"]["line"], 10);
    assert_eq!(found[1].1, "https://atlas.mitre.org/techniques/AML.T0070");

    // Calls along flows, both ways, over files.
    let item = c.request("textDocument/prepareCallHierarchy", c.at(&main, 5, 11)).unwrap()[0].clone();
    assert_eq!((&item["name"], &item["uri"]), (&json!("desk"), &json!(uri(&main))));
    let from = c.request("callHierarchy/incomingCalls", json!({ "item": item })).unwrap();
    assert_eq!(from.as_array().unwrap().len(), 1, "{from}");
    assert_eq!(from[0]["from"]["name"], "visitor");
    assert_eq!(from[0]["fromRanges"][0]["start"], at(9, 0));
    let to = c.request("callHierarchy/outgoingCalls", json!({ "item": item })).unwrap();
    assert_eq!((&to[0]["to"]["name"], &to[0]["to"]["uri"]), (&json!("vendor.big"), &json!(uri(&vendors))));
    assert_eq!(to[0]["fromRanges"][0]["start"], at(7, 0));

    // References, with the declaration and without, and what is the same in this file.
    let mut ask = c.at(&main, 5, 11);
    let places = |list: Value| -> Vec<Value> {
        list.as_array().unwrap().iter().map(|l| l["range"]["start"].clone()).collect()
    };
    ask["context"] = json!({ "includeDeclaration": true });
    let all = c.request("textDocument/references", ask.clone()).unwrap();
    assert_eq!(places(all), [at(5, 10), at(7, 0), at(9, 11)]);
    ask["context"] = json!({ "includeDeclaration": false });
    let uses = c.request("textDocument/references", ask).unwrap();
    assert_eq!(places(uses), [at(7, 0), at(9, 11)]);
    let same = c.request("textDocument/documentHighlight", c.at(&main, 9, 12)).unwrap();
    assert_eq!(places(same), [at(5, 10), at(7, 0), at(9, 11)]);

    // Folds: the boundary from its first line to its last.
    let folds = c.request("textDocument/foldingRange", document.clone()).unwrap();
    let boundary =
        folds.as_array().unwrap().iter().find(|f| f["startLine"] == 3).expect("the boundary folds");
    assert!(boundary["endLine"] == 6 || boundary["endLine"] == 5, "{folds}");

    // Selections grow from the word to the file; each holds the one before.
    let mut ask = document.clone();
    ask["positions"] = json!([at(5, 34)]);
    let mut chain = vec![c.request("textDocument/selectionRange", ask).unwrap()[0].clone()];
    while let Some(parent) = chain.last().unwrap().get("parent").cloned() {
        chain.push(parent);
    }
    assert!(chain.len() >= 4, "{chain:?}");
    assert_eq!(chain[0]["range"], range([5, 33], [5, 37]), "`auth`, behind a letter of two units");
    let place = |v: &Value| (v["line"].as_u64().unwrap(), v["character"].as_u64().unwrap());
    for pair in chain.windows(2) {
        let (inner, outer) = (&pair[0]["range"], &pair[1]["range"]);
        assert!(
            place(&outer["start"]) <= place(&inner["start"]) && place(&inner["end"]) <= place(&outer["end"])
        );
    }

    // Tokens of a range are those of the file that lie in it.
    let count = |v: Value| v["data"].as_array().unwrap().len() / 5;
    let mut ask = document.clone();
    ask["range"] = range([2, 0], [2, 11]);
    assert_eq!(count(c.request("textDocument/semanticTokens/range", ask).unwrap()), 2, "`prompts ask`");
    assert!(count(c.request("textDocument/semanticTokens/full", document.clone()).unwrap()) > 30);

    // Hints stand at the end of the flow's line.
    let mut ask = document.clone();
    ask["range"] = range([9, 0], [10, 0]);
    let hints = c.request("textDocument/inlayHint", ask).unwrap();
    assert_eq!(hints.as_array().unwrap().len(), 1, "{hints}");
    assert_eq!(hints[0]["position"], at(9, "visitor -> desk { sends: [ask] }".len()));

    // Only what was asked for is formatted: a range, and the block that a brace closes.
    let spoilt = MAIN
        .replace("desk -> vendor", "desk   ->   vendor")
        .replace("visitor -> desk", "visitor   ->   desk");
    c.change(&main, 2, None, &spoilt);
    let options = json!({ "tabSize": 2, "insertSpaces": true });
    let ask =
        json!({ "textDocument": { "uri": uri(&main) }, "range": range([7, 0], [7, 5]), "options": options });
    let made = edits(&c.request("textDocument/rangeFormatting", ask).unwrap());
    assert!(!made.is_empty() && made.iter().all(|(r, _)| r["start"]["line"] == 7), "{made:?}");
    let mut typed = c.at(&main, 9, "visitor   ->   desk { sends: [ask] }".len());
    typed["ch"] = json!("}");
    typed["options"] = options;
    let made = edits(&c.request("textDocument/onTypeFormatting", typed).unwrap());
    assert!(!made.is_empty() && made.iter().all(|(r, _)| r["start"]["line"] == 9), "{made:?}");
    assert_eq!(c.shut_down().code(), Some(0));
}

#[test]
fn a_diagnostic_names_its_other_places_and_its_page() {
    let text = "model \"M\" { catalog: 2026.1 }\nllm a\ndatabase a\n";
    let dir = folder(&[("main.tm", text)]);
    let main = dir.path().join("main.tm");
    let mut c = start(dir.path());
    c.open(&main, text);
    c.settle(&main);
    let all = &c.diagnostics[&uri(&main)];
    let twice = all.iter().find(|d| d["code"] == "duplicate-name").unwrap_or_else(|| panic!("{all:?}"));
    assert_eq!((&twice["severity"], &twice["range"]), (&json!(1), &range([2, 9], [2, 10])));
    let other = &twice["relatedInformation"][0];
    assert_eq!(other["location"], json!({ "uri": uri(&main), "range": range([1, 4], [1, 5]) }));
    assert_eq!(other["message"], "first here");
    assert_eq!(c.shut_down().code(), Some(0));
}

/// Folders come and go: a file is read through those that import it, in every folder that is known.
#[test]
fn many_folders_are_served_at_once() {
    let dir = folder(&[
        ("one/shared.tm", "llm first\n"),
        ("one/a.tm", "import \"shared.tm\"\nmodel \"One\" { catalog: 2026.1 }\n"),
        ("two/shared.tm", "llm second\n"),
        ("two/b.tm", "import \"shared.tm\"\nmodel \"Two\" { catalog: 2026.1 }\n"),
    ]);
    let (one, two) = (dir.path().join("one"), dir.path().join("two"));
    let mut c = start(&one);
    let texts = [(one.join("shared.tm"), "llm first\n"), (two.join("shared.tm"), "llm second\n")];
    for (path, text) in &texts {
        c.open(path, text);
    }
    // What is imported is no model of its own, which would be told to name its edition.
    let mut alone = |event: Option<Value>, version: i32| {
        if let Some(event) = event {
            c.notify("workspace/didChangeWorkspaceFolders", json!({ "event": event }));
        }
        texts.each_ref().map(|(path, text)| {
            c.change(path, version, None, text);
            c.settle(path);
            c.codes(path).contains(&"no-edition".to_owned())
        })
    };
    let other = json!([{ "uri": uri(&two), "name": "two" }]);
    assert_eq!(alone(None, 2), [false, true], "the second folder is not known");
    assert_eq!(alone(Some(json!({ "added": other, "removed": [] })), 3), [false, false]);
    assert_eq!(alone(Some(json!({ "added": [], "removed": other })), 4), [false, true]);
    assert_eq!(c.shut_down().code(), Some(0));
}

#[test]
fn names_of_the_workspace_are_found_in_models_that_nobody_has_opened() {
    let dir = folder(&[
        ("main.tm", MAIN),
        ("vendors.tm", VENDORS),
        ("other/model.tm", "import \"parts.tm\"\nweb_app zebra \"Other\"\n"),
        ("other/parts.tm", "database zeppelin\n"),
    ]);
    let other = dir.path().join("other/model.tm");
    let mut c = start(dir.path());
    c.open(&dir.path().join("main.tm"), MAIN);
    let found = |c: &mut Client| {
        let all = c.request("workspace/symbol", json!({ "query": "ze" })).unwrap();
        let all = all.as_array().unwrap().iter();
        let mut all: Vec<String> = all
            .map(|s| format!("{} {}", s["name"].as_str().unwrap(), s["location"]["range"]["start"]))
            .collect();
        all.sort();
        all
    };
    let zebra = format!("zebra {}", at(1, 8));
    let both = [zebra.clone(), format!("zeppelin {}", at(0, 9))];
    assert_eq!(found(&mut c), both);
    // Once it is open it is not told twice, and its text counts.
    c.open(&other, "web_app zebra\n");
    assert_eq!(found(&mut c), [format!("zebra {}", at(0, 8)), both[1].clone()]);
    c.notify("textDocument/didClose", json!({ "textDocument": { "uri": uri(&other) } }));
    assert_eq!(found(&mut c), both);
    // What has changed on disk is read again.
    fs::write(dir.path().join("other/parts.tm"), "database zoo\n").unwrap();
    let changes = json!({ "changes": [{ "uri": uri(&dir.path().join("other/parts.tm")), "type": 2 }] });
    c.notify("workspace/didChangeWatchedFiles", changes);
    assert_eq!(found(&mut c), [zebra]);
}
