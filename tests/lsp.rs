//! The language server as editors run it: the real binary over its pipes.
#![cfg(feature = "lsp")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use serde_json::{Value, json};
use std::fs;

#[path = "support/client.rs"]
mod client;
use client::{Client, compare, uri};

const BINARY: &str = env!("CARGO_BIN_EXE_trustline");

fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (name, text) in files {
        fs::write(dir.path().join(name), text).unwrap();
    }
    dir
}

/// An editor that can do everything, with columns in a unit.
fn able(encoding: &str) -> Value {
    json!({
        "general": { "positionEncodings": [encoding] },
        "workspace": {
            "workspaceEdit": { "documentChanges": true },
            "didChangeWatchedFiles": { "dynamicRegistration": true },
        },
        "textDocument": {
            "completion": { "completionItem": { "snippetSupport": true } },
            "definition": { "linkSupport": true },
            "documentSymbol": { "hierarchicalDocumentSymbolSupport": true },
            "publishDiagnostics": { "relatedInformation": true },
        },
    })
}

const MAIN: &str = "import \"vendors.tm\" as vendor\nmodel \"Größe 𝄞\" { catalog: 2026.1 }\nprompts ask\n\
    web_app desk \"𝄞 Desk\" { controls: [auth] }\ndesk -> vendor.big { sends: [ask] }\n\
    anonymous_user visitor\nvisitor -> desk { sends: [ask] }\n";
const VENDORS: &str = "llm big \"Big one\"\n";

fn labels(list: &Value) -> Vec<String> {
    list["items"].as_array().unwrap().iter().map(|i| i["label"].as_str().unwrap().to_owned()).collect()
}

/// The new texts of a workspace edit, by the end of the address, in the order of the edit.
fn edits(edit: &Value) -> Vec<(String, Vec<(Value, String)>)> {
    let changes = edit["documentChanges"].as_array().unwrap().iter();
    changes
        .map(|c| {
            let uri = c["textDocument"]["uri"].as_str().unwrap();
            let list = c["edits"].as_array().unwrap().iter();
            let list = list.map(|e| (e["range"]["start"].clone(), e["newText"].as_str().unwrap().to_owned()));
            (uri.rsplit('/').next().unwrap().to_owned(), list.collect())
        })
        .collect()
}

#[test]
fn a_session_goes_as_an_editor_expects() {
    let dir = folder(&[("main.tm", MAIN), ("vendors.tm", VENDORS)]);
    let (main, vendors) = (dir.path().join("main.tm"), dir.path().join("vendors.tm"));
    let mut c = Client::start(BINARY, dir.path(), able("utf-16"));
    assert_eq!(c.server["capabilities"]["positionEncoding"], "utf-16");
    assert_eq!(c.server["serverInfo"]["name"], "trustline");
    c.open(&main, MAIN);
    c.settle(&main);
    assert!(c.asked.iter().any(|a| a["method"] == "client/registerCapability"), "it wants to know of files");
    assert!(c.codes(&main).iter().all(|code| code != "unknown-name"), "{:?}", c.codes(&main));

    // Typing behind letters of two units, a key at a time.
    let line = MAIN.lines().count();
    c.change(&main, 2, Some([line, 0, line, 0]), "desk -> ");
    let items = labels(&c.request("textDocument/completion", c.at(&main, line, 8)).unwrap());
    assert!(items.contains(&"desk".to_owned()) && items.contains(&"vendor".to_owned()), "{items:?}");
    assert!(!items.contains(&"ask".to_owned()), "data are no ends of a flow");
    c.change(&main, 3, Some([line, 8, line, 8]), "gost");
    c.settle(&main);
    assert!(c.codes(&main).contains(&"unknown-name".to_owned()), "{:?}", c.codes(&main));
    let wrong = c.diagnostics[&uri(&main)].iter().find(|d| d["code"] == "unknown-name").unwrap().clone();
    assert_eq!(wrong["range"]["start"], json!({ "line": line, "character": 8 }));
    assert_eq!(wrong["source"], "trustline");
    // What is named and not declared is declared by an action.
    let range = wrong["range"].clone();
    let params =
        json!({ "textDocument": { "uri": uri(&main) }, "range": range, "context": { "diagnostics": [] } });
    let actions = c.request("textDocument/codeAction", params).unwrap();
    let titles: Vec<&str> =
        actions.as_array().unwrap().iter().map(|a| a["title"].as_str().unwrap()).collect();
    assert!(titles.contains(&"Declare `gost` as a process"), "{titles:?}");
    // Taken back, with the label behind the two units changed in the same message.
    c.change(&main, 4, Some([line, 0, line, 12]), "");
    let document = json!({ "uri": uri(&main), "version": 5 });
    let start = json!({ "line": 3, "character": 17 });
    let change =
        json!({ "range": { "start": start, "end": { "line": 3, "character": 21 } }, "text": "Bench" });
    c.notify("textDocument/didChange", json!({ "textDocument": document, "contentChanges": [change] }));
    let text = MAIN.replace("𝄞 Desk", "𝄞 Bench");
    let hover = c.request("textDocument/hover", c.at(&main, 3, 9)).unwrap();
    assert!(hover["contents"]["value"].as_str().unwrap().starts_with("**𝄞 Bench** `desk`"), "{hover}");

    // The other file has unsaved text, which wins.
    c.open(&vendors, "llm big \"Big one\" { about: \"Unsaved.\" }\n");
    let hover = c.request("textDocument/hover", c.at(&main, 4, 16)).unwrap();
    assert!(hover["contents"]["value"].as_str().unwrap().contains("Unsaved."), "{hover}");
    let definition = c.request("textDocument/definition", c.at(&main, 4, 16)).unwrap();
    assert_eq!(definition[0]["targetUri"], uri(&vendors));
    assert_eq!(definition[0]["targetSelectionRange"]["start"], json!({ "line": 0, "character": 4 }));

    // Renamed where it is declared, in both files.
    let prepared = c.request("textDocument/prepareRename", c.at(&vendors, 0, 5)).unwrap();
    assert_eq!(prepared["placeholder"], "big");
    let mut params = c.at(&vendors, 0, 5);
    params["newName"] = json!("huge");
    let edit = c.request("textDocument/rename", params.clone()).unwrap();
    assert_eq!(
        edits(&edit),
        [
            ("main.tm".to_owned(), vec![(json!({ "line": 4, "character": 15 }), "huge".to_owned())]),
            ("vendors.tm".to_owned(), vec![(json!({ "line": 0, "character": 4 }), "huge".to_owned())]),
        ]
    );
    assert_eq!(edit["documentChanges"][0]["textDocument"]["version"], 5);
    params["newName"] = json!("no name");
    let refused = c.request("textDocument/rename", params).unwrap_err();
    assert!(refused["message"].as_str().unwrap().contains("is no name"), "{refused}");

    // Formatting changes what has to change and no more.
    let options = json!({ "tabSize": 2, "insertSpaces": true });
    let format = json!({ "textDocument": { "uri": uri(&main) }, "options": options });
    assert_eq!(c.request("textDocument/formatting", format.clone()).unwrap(), json!([]));
    c.change(&main, 6, None, &text.replace("desk -> vendor", "desk  ->   vendor"));
    let list = c.request("textDocument/formatting", format).unwrap();
    assert_eq!(list.as_array().unwrap().len(), 2, "{list}");

    // Everything else answers in its form.
    let document = json!({ "textDocument": { "uri": uri(&main) } });
    let symbols = c.request("textDocument/documentSymbol", document.clone()).unwrap();
    assert!(
        symbols.as_array().unwrap().iter().any(|s| s["name"] == "desk" && s["detail"] == "web_app · 𝄞 Bench")
    );
    let found = c.request("workspace/symbol", json!({ "query": "bg" })).unwrap();
    assert_eq!(found[0]["name"], "big");
    let tokens = c.request("textDocument/semanticTokens/full", document.clone()).unwrap();
    assert_eq!(
        &tokens["data"].as_array().unwrap()[..5],
        &[0, 0, 6, 0, 0].map(|n| json!(n)),
        "`import` at the start"
    );
    for method in ["foldingRange", "documentLink", "codeLens"] {
        let answer = c.request(&format!("textDocument/{method}"), document.clone()).unwrap();
        assert!(answer.is_array(), "{method}: {answer}");
    }
    let mut hints = document.clone();
    hints["range"] = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 99, "character": 0 } });
    let hints = c.request("textDocument/inlayHint", hints).unwrap();
    let crosses = |h: &Value| h["label"].as_str().unwrap().starts_with("⟂ visitor→system  ");
    assert!(hints.as_array().unwrap().iter().any(crosses), "{hints}");
    let called = c.request("textDocument/prepareCallHierarchy", c.at(&main, 3, 9)).unwrap();
    let to = c.request("callHierarchy/outgoingCalls", json!({ "item": called[0] })).unwrap();
    assert_eq!(to[0]["to"]["name"], "vendor.big");
    let unknown = c.request("trustline/nonsense", json!({})).unwrap_err();
    assert_eq!(unknown["code"], -32601);
    let broken = c.request("textDocument/hover", json!({ "position": 1 })).unwrap_err();
    assert_eq!(broken["code"], -32602);
    assert_eq!(c.shut_down().code(), Some(0));
}

/// Editors that know no command for it are not told one, and none is given a text that it would cut at a blank.
#[test]
fn completions_are_such_as_the_editor_can_take() {
    let text = "model \"Desk\" { catalog: 2026.1 }\nanonymous_user visitor\nvi";
    let dir = folder(&[("main.tm", text)]);
    let main = dir.path().join("main.tm");
    for suggest in [false, true] {
        let options = json!({ "suggest": suggest });
        let mut c = Client::start_with(BINARY, dir.path(), able("utf-16"), &options);
        c.open(&main, text);
        let list = c.request("textDocument/completion", c.at(&main, 2, 2)).unwrap();
        let find = |label: &str| {
            let all = list["items"].as_array().unwrap();
            all.iter().find(|i| i["label"] == label).unwrap_or_else(|| panic!("{label}")).clone()
        };
        let visitor = find("visitor");
        assert_eq!(visitor["textEdit"]["newText"], "visitor -> ");
        assert_eq!(visitor["insertTextFormat"], 2, "a snippet is taken whole");
        assert_eq!(visitor["filterText"], "visitor", "what is typed is compared with it");
        let command = &visitor["command"]["command"];
        let wanted = if suggest { json!("editor.action.triggerSuggest") } else { Value::Null };
        assert_eq!(*command, wanted);
        assert_eq!(c.shut_down().code(), Some(0));
    }
}

/// What a lens leads to is told of the text as it is, which nobody has saved.
#[test]
fn threats_behind_a_lens_are_told() {
    let dir = folder(&[("main.tm", MAIN), ("vendors.tm", VENDORS)]);
    let main = dir.path().join("main.tm");
    let mut c = Client::start(BINARY, dir.path(), able("utf-16"));
    c.open(&main, &MAIN.replace("𝄞 Desk", "Unsaved desk"));
    let document = json!({ "uri": uri(&main) });
    let lenses = c.request("textDocument/codeLens", json!({ "textDocument": document })).unwrap();
    let ids = lenses[0]["command"]["arguments"][1].clone();
    let many = ids.as_array().unwrap().len();
    assert!(many > 1, "{lenses}");
    let told = c.request("trustline/threats", json!({ "textDocument": document, "ids": ids })).unwrap();
    let told = told.as_array().unwrap();
    assert_eq!(told.iter().map(|t| t["id"].clone()).collect::<Vec<_>>(), *ids.as_array().unwrap());
    for t in told {
        let (id, title, about) = (t["id"].as_str().unwrap(), t["title"].as_str().unwrap(), &t["about"]);
        assert!(title.ends_with(&format!("({id})")), "{title}");
        assert!(about.as_str().unwrap().contains("Now "), "the sum of the risk: {about}");
    }
    let all = told.iter().map(|t| t["about"].as_str().unwrap()).collect::<String>();
    assert!(all.contains("Unsaved desk"), "{all}");
    // What arises no more is left out.
    let gone = json!({ "textDocument": document, "ids": ["prompt-injection-direct@nobody"] });
    assert_eq!(c.request("trustline/threats", gone).unwrap(), json!([]));
    assert_eq!(c.shut_down().code(), Some(0));
}

#[test]
fn columns_are_counted_as_agreed() {
    // The same edit behind the same letters, in three units.
    for (encoding, column) in [("utf-8", 5), ("utf-16", 3), ("utf-32", 2)] {
        let text = "//𝄞x\nweb_app desk\n";
        let dir = folder(&[("main.tm", text)]);
        let main = dir.path().join("main.tm");
        let mut c = Client::start(BINARY, dir.path(), able(encoding));
        assert_eq!(c.server["capabilities"]["positionEncoding"], encoding);
        c.open(&main, text);
        let column = column + 1;
        c.change(&main, 2, Some([0, column, 0, column + 1]), "\ngateway y ");
        let list = c
            .request("textDocument/documentSymbol", json!({ "textDocument": { "uri": uri(&main) } }))
            .unwrap();
        let names: Vec<&str> = list.as_array().unwrap().iter().map(|s| s["name"].as_str().unwrap()).collect();
        assert_eq!(names, ["y", "desk"], "{encoding}");
    }
}

#[test]
fn a_server_ends_with_its_client() {
    let dir = folder(&[("main.tm", MAIN), ("vendors.tm", VENDORS)]);
    let mut c = Client::start(BINARY, dir.path(), json!({}));
    c.open(&dir.path().join("main.tm"), MAIN);
    assert_ne!(c.die().code(), Some(0), "nobody said `exit`");
    let c = Client::raw(BINARY, dir.path());
    assert_ne!(c.die().code(), Some(0), "before anything was said");
    let mut c = Client::start(BINARY, dir.path(), json!({}));
    c.notify("exit", Value::Null);
    assert_ne!(c.end().code(), Some(0), "`exit` without `shutdown`");
    let mut c = Client::start(BINARY, dir.path(), json!({}));
    c.request("shutdown", Value::Null).unwrap();
    assert!(c.request("workspace/symbol", json!({ "query": "" })).is_err(), "it is shut down");
}

#[test]
fn what_is_taken_back_is_not_answered() {
    let dir = folder(&[("main.tm", MAIN), ("vendors.tm", VENDORS)]);
    let main = dir.path().join("main.tm");
    let mut c = Client::start(BINARY, dir.path(), able("utf-16"));
    c.open(&main, MAIN);
    // It waits for the analysis, so it can be taken back.
    let hover = c.ask("textDocument/hover", c.at(&main, 3, 9));
    c.notify("$/cancelRequest", json!({ "id": hover }));
    let answer = c.answer(hover);
    assert!(answer.is_ok() || answer.as_ref().unwrap_err()["code"] == -32800, "{answer:?}");
    // And when the text changes below it, the editor is told to ask again.
    let hover = c.ask("textDocument/hover", c.at(&main, 3, 9));
    c.change(&main, 2, Some([0, 0, 0, 0]), "\n");
    let answer = c.answer(hover);
    assert!(answer.is_ok() || answer.as_ref().unwrap_err()["code"] == -32801, "{answer:?}");
    c.settle(&main);
}

#[test]
fn imported_files_speak_through_those_that_import_them() {
    let dir = folder(&[("main.tm", MAIN), ("vendors.tm", VENDORS), ("alone.tm", "web_app shop\n")]);
    let (main, vendors) = (dir.path().join("main.tm"), dir.path().join("vendors.tm"));
    let mut c = Client::start(BINARY, dir.path(), able("utf-16"));
    // Only the imported file is open; its importer is in the workspace.
    c.open(&vendors, "llm bigger\nllm x { x }\n");
    c.settle(&vendors);
    assert!(c.codes(&vendors).contains(&"syntax".to_owned()), "{:?}", c.diagnostics);
    assert!(
        c.codes(&main).contains(&"unknown-name".to_owned()),
        "its importer misses `big`: {:?}",
        c.diagnostics
    );
    assert!(!c.codes(&vendors).contains(&"no-edition".to_owned()), "it is no model of its own");
    // The importer changes on disk.
    fs::write(&main, MAIN.replace("vendor.big", "vendor.bigger")).unwrap();
    c.notify("workspace/didChangeWatchedFiles", json!({ "changes": [{ "uri": uri(&main), "type": 2 }] }));
    c.settle(&vendors);
    assert!(!c.codes(&main).contains(&"unknown-name".to_owned()), "{:?}", c.diagnostics);
    // Without an importer it is a model of its own.
    fs::remove_file(&main).unwrap();
    c.notify("workspace/didChangeWatchedFiles", json!({ "changes": [{ "uri": uri(&main), "type": 3 }] }));
    c.change(&vendors, 2, None, "llm bigger\n");
    c.settle(&vendors);
    assert!(c.codes(&vendors).contains(&"no-edition".to_owned()), "{:?}", c.diagnostics);
    assert_eq!(c.codes(&main), Vec::<String>::new(), "what is gone says nothing");
    c.notify("textDocument/didClose", json!({ "textDocument": { "uri": uri(&vendors) } }));
    // What is to be published goes out once nothing more is to be read.
    for _ in 0..2 {
        let _ = c.request("workspace/symbol", json!({ "query": "" }));
    }
    assert_eq!(c.codes(&vendors), Vec::<String>::new(), "what is closed says nothing");
}

#[test]
fn what_an_importer_may_not_read_is_shown_by_itself() {
    let dir = folder(&[("shared.tm", "web_app shop\n")]);
    fs::create_dir(dir.path().join("team")).unwrap();
    let (team, shared) = (dir.path().join("team/model.tm"), dir.path().join("shared.tm"));
    fs::write(&team, "import \"../shared.tm\"\n").unwrap();
    let mut c = Client::start(BINARY, dir.path(), able("utf-16"));
    c.open(&shared, "web_app shop\n");
    c.settle(&shared);
    assert!(c.codes(&shared).contains(&"no-edition".to_owned()), "{:?}", c.diagnostics);
    assert!(c.codes(&team).contains(&"import-outside".to_owned()), "{:?}", c.diagnostics);
    let hover = c.request("textDocument/hover", c.at(&shared, 0, 9)).unwrap();
    assert!(hover["contents"]["value"].as_str().unwrap().contains("`shop`"), "{hover}");
    // A text that was never saved is a model like any other.
    let item =
        json!({ "uri": "untitled:Untitled-1", "languageId": "trustline", "version": 1, "text": "llm {" });
    c.notify("textDocument/didOpen", json!({ "textDocument": item }));
    let document = json!({ "textDocument": { "uri": "untitled:Untitled-1" } });
    assert!(c.request("textDocument/codeLens", document).unwrap().is_array());
    assert!(!c.diagnostics["untitled:Untitled-1"].is_empty());
}

/// Texts that come and go: saved or not, closed, gone from the disk, moved with their folder.
#[test]
fn texts_that_come_and_go_are_followed() {
    let dir = folder(&[]);
    let at = |name: &str| dir.path().join(name);
    fs::create_dir(at("lib")).unwrap();
    let (main, parts) = (at("main.tm"), at("lib/parts.tm"));
    let text = "import \"lib/parts.tm\"\nmodel \"Desk\" { catalog: 2026.1 }\nanonymous_user visitor\nvisitor -> big {}\n";
    let big = "llm big \"Big\"\n";
    fs::write(&main, text).unwrap();
    fs::write(&parts, big).unwrap();
    let mut c = Client::start(BINARY, dir.path(), able("utf-16"));
    c.open(&main, text);
    c.open(&parts, &format!("// not saved\n{big}"));
    c.settle(&main);
    let renamed = |c: &mut Client| {
        let mut params = c.at(&main, 3, 11);
        params["newName"] = json!("huge");
        let found = edits(&c.request("textDocument/rename", params).unwrap());
        found.into_iter().map(|(file, list)| (file, list[0].0["line"].as_u64().unwrap())).collect::<Vec<_>>()
    };
    let in_both = |line| vec![("main.tm".to_owned(), 3), ("parts.tm".to_owned(), line)];
    assert_eq!(renamed(&mut c), in_both(1), "what is not saved counts");
    c.notify("textDocument/didClose", json!({ "textDocument": { "uri": uri(&parts) } }));
    assert_eq!(renamed(&mut c), in_both(0), "what is closed is as on disk");
    c.open(&parts, &format!("// one\n// two\n{big}"));
    assert_eq!(renamed(&mut c), in_both(2), "opened again");
    c.notify("textDocument/didClose", json!({ "textDocument": { "uri": uri(&parts) } }));

    let watched = |c: &mut Client, changes: &[(&std::path::Path, u8)]| {
        let list: Vec<Value> = changes.iter().map(|(p, t)| json!({ "uri": uri(p), "type": t })).collect();
        c.notify("workspace/didChangeWatchedFiles", json!({ "changes": list }));
        c.settle(&main);
    };
    fs::remove_file(&parts).unwrap();
    watched(&mut c, &[(&parts, 3)]);
    assert_eq!(c.codes(&main)[0], "unreadable", "{:?}", c.diagnostics);
    let offered = c.request("textDocument/completion", c.at(&main, 3, 11)).unwrap();
    assert!(labels(&offered).contains(&"visitor".to_owned()), "{offered}");
    fs::write(&parts, big).unwrap();
    watched(&mut c, &[(&parts, 1)]);
    assert!(!c.codes(&main).contains(&"unreadable".to_owned()), "{:?}", c.diagnostics);

    // A folder gets another name while a text in it is open.
    c.open(&parts, big);
    let moved = at("kit/parts.tm");
    fs::rename(at("lib"), at("kit")).unwrap();
    c.notify(
        "textDocument/didClose",
        json!({ "textDocument": { "uri": format!("file://{}", parts.display()) } }),
    );
    watched(&mut c, &[(&parts, 3), (&moved, 1)]);
    assert_eq!(c.codes(&main)[0], "unreadable", "{:?}", c.diagnostics);
    c.open(&moved, &format!("// moved\n{big}"));
    c.change(&main, 2, None, &text.replace("lib/", "kit/"));
    c.settle(&main);
    assert!(!c.codes(&main).contains(&"unreadable".to_owned()), "{:?}", c.diagnostics);
    assert_eq!(renamed(&mut c), in_both(1));
    // What the editor has open stays, though its file is gone.
    fs::remove_file(&main).unwrap();
    watched(&mut c, &[(&main, 3)]);
    assert_eq!(renamed(&mut c), in_both(1));
}

#[test]
fn who_sends_a_byte_order_mark_counts_it() {
    for (encoding, width) in [("utf-8", 3), ("utf-16", 1), ("utf-32", 1)] {
        let dir = folder(&[]);
        let main = dir.path().join("main.tm");
        let mut c = Client::start(BINARY, dir.path(), able(encoding));
        c.open(&main, "\u{feff}llm big \"Big\"\nllm other\nbig -> other\n");
        let begins = |c: &mut Client| {
            let mut params = c.at(&main, 2, 1);
            params["newName"] = json!("huge");
            let found = edits(&c.request("textDocument/rename", params).unwrap());
            found[0].1[0].0.clone()
        };
        assert_eq!(begins(&mut c), json!({ "line": 0, "character": width + 4 }), "{encoding}");
        // The style leaves it where it is.
        let options = json!({ "tabSize": 2, "insertSpaces": true });
        let document = json!({ "textDocument": { "uri": uri(&main) }, "options": options });
        assert_eq!(c.request("textDocument/formatting", document.clone()).unwrap(), json!([]), "{encoding}");
        // What is laid out behind a brace leaves it there too.
        let brace = json!({
            "textDocument": { "uri": uri(&main) }, "ch": "}", "options": options,
            "position": { "line": 0, "character": width + "llm big \"Big\" { owner: \"Ana\"}".len() },
        });
        c.change(&main, 2, Some([0, width + 13, 0, width + 13]), " { owner: \"Ana\"}");
        let laid_out = c.request("textDocument/onTypeFormatting", brace).unwrap();
        assert_eq!(laid_out.as_array().unwrap().len(), 1, "{encoding}: {laid_out}");
        assert_eq!(laid_out[0]["newText"], " ", "{encoding}: {laid_out}");
        // Typed in front of the name, by the same count.
        c.change(&main, 3, Some([0, width + 4, 0, width + 7]), "new big");
        c.change(&main, 4, Some([0, width + 4, 0, width + 8]), "");
        assert_eq!(begins(&mut c), json!({ "line": 0, "character": width + 4 }), "{encoding}");
        // Where something else takes its place, no mark is left that would stay.
        let begin = "llm big \"Big\"\nllm other\nbig -> other\n";
        c.change(&main, 5, None, &format!("\u{feff}{begin}"));
        c.change(&main, 6, Some([0, 0, 0, width]), "  ");
        let found = c.request("textDocument/formatting", document.clone()).unwrap();
        let blanks = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 0, "character": 2 } });
        assert_eq!(found[0]["range"], blanks, "{encoding}: {found}");
        // And one that comes anew is one.
        c.change(&main, 7, Some([0, 0, 0, 2]), "\u{feff}");
        assert_eq!(c.request("textDocument/formatting", document).unwrap(), json!([]), "{encoding}");
        assert_eq!(begins(&mut c), json!({ "line": 0, "character": width + 4 }), "{encoding}");
    }
}

/// Random edits of all files of a model; after each, the server says what a fresh `check` does. The bench
/// `lsp` does the same with 200 edits of 1,000 elements.
#[test]
fn after_every_edit_the_server_says_what_a_fresh_check_says() {
    let with_errors = compare(BINARY, able("utf-32"), 30, 30);
    assert!(with_errors > 5 && with_errors < 30, "{with_errors} states had errors");
}

#[test]
fn what_was_renamed_can_keep_its_older_name() {
    let dir = folder(&[("main.tm", MAIN), ("vendors.tm", VENDORS)]);
    let main = dir.path().join("main.tm");
    let mut c = Client::start(BINARY, dir.path(), able("utf-8"));
    c.open(&main, MAIN);
    c.settle(&main);
    let keeping = |c: &mut Client| {
        let at = json!({ "line": 3, "character": 9 });
        let params = json!({
            "textDocument": { "uri": uri(&main) }, "range": { "start": at, "end": at }, "context": { "diagnostics": [] },
        });
        let actions = c.request("textDocument/codeAction", params).unwrap();
        let found =
            actions.as_array().unwrap().iter().find(|a| a["title"].as_str().unwrap().starts_with("Keep"));
        found.cloned()
    };
    assert_eq!(keeping(&mut c), None, "nothing was renamed");
    let mut params = c.at(&main, 3, 9);
    params["newName"] = json!("front");
    c.request("textDocument/rename", params).unwrap();
    c.change(&main, 2, None, &MAIN.replace("desk", "front"));
    let action = keeping(&mut c).expect("it is offered where the new name stands");
    let (_, list) = &edits(&action["edit"])[0];
    assert_eq!(list.len(), 1);
    assert_eq!(list[0].1, " was: [desk],");
}
