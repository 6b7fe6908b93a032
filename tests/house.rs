//! The house: which room may know which. Reads the imports of every file.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms in the order in which data flows. A room may use itself and those before it.
const ROOMS: &[&str] = &[
    "maps",
    "threads",
    "source",
    "diagnostic",
    "syntax",
    "catalog",
    "model",
    "patterns",
    "analysis",
    "compare",
    "layout",
    "scene",
    "theme",
    "render",
    "report",
    "interop",
    "project",
    "ide",
    "lsp",
    "preview",
    "publish",
    "cli",
];

/// Rooms that stand side by side: neither may know the other.
const STRANGERS: &[(&str, &str)] = &[
    ("layout", "model"),
    ("layout", "analysis"),
    ("layout", "catalog"),
    ("render", "model"),
    ("render", "analysis"),
    ("render", "syntax"),
    ("scene", "syntax"),
    ("theme", "model"),
    ("theme", "analysis"),
    ("theme", "layout"),
    ("layout", "syntax"),
    ("report", "layout"),
    ("report", "render"),
];

fn files(folder: &Path, out: &mut Vec<PathBuf>) {
    let mut entries: Vec<_> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            files(&path, out);
        } else if path.extension().is_some_and(|e| e == "rs") {
            out.push(path);
        }
    }
}

fn sources() -> Vec<(String, String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    files(&root, &mut paths);
    paths
        .into_iter()
        .map(|p| {
            let name = p.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
            let room = name.split('/').next().unwrap().trim_end_matches(".rs").to_owned();
            (name, room, fs::read_to_string(&p).unwrap())
        })
        .collect()
}

/// The rooms that a text names behind `crate::`, comments and tests left out.
fn used(text: &str) -> Vec<String> {
    let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or("");
    let mut out = Vec::new();
    for line in code.lines().map(str::trim_start).filter(|l| !l.starts_with("//")) {
        for part in line.split("crate::").skip(1) {
            if let Some(list) = part.strip_prefix('{') {
                // `use crate::{report, scene::draw}`
                let inner = list.split('}').next().unwrap_or("");
                out.extend(inner.split(',').map(|w| first_word(w.trim())));
            } else {
                out.push(first_word(part));
            }
        }
    }
    out.retain(|w| ROOMS.contains(&w.as_str()));
    out
}

fn first_word(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

#[test]
fn data_flows_one_way() {
    let place = |room: &str| ROOMS.iter().position(|r| *r == room);
    let mut wrong = Vec::new();
    let mut seen = 0;
    for (name, room, text) in sources() {
        let Some(mine) = place(&room) else { continue };
        for other in used(&text) {
            seen += 1;
            let behind = place(&other).is_some_and(|o| o > mine);
            let stranger = STRANGERS.contains(&(room.as_str(), other.as_str()));
            if behind || stranger {
                wrong.push(format!("{name} uses {other}"));
            }
        }
    }
    assert!(seen > 50, "the imports were read");
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_folder_is_a_room() {
    for (name, room, _) in sources() {
        let known = ROOMS.contains(&room.as_str()) || room == "lib" || room == "main";
        assert!(known, "{name}: add its room to the list, in the order in which data flows");
    }
}

#[test]
fn few_rooms_touch_the_world() {
    // `source::Disk` is the one reader of files.
    let world =
        ["std::fs", "std::env::var", "std::process", "std::net", "SystemTime", "println!", "eprintln!"];
    for (name, room, text) in sources() {
        if ["cli", "preview", "publish"].contains(&room.as_str())
            || name == "source/files.rs"
            || room == "main"
        {
            continue;
        }
        let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or("");
        for line in code.lines().filter(|l| !l.trim_start().starts_with("//")) {
            for w in world {
                assert!(!line.contains(w), "{name}: {line}");
            }
        }
    }
}

#[test]
fn every_file_says_what_it_does() {
    for (name, _, text) in sources() {
        assert!(text.starts_with("//!"), "{name} has no module documentation");
    }
}
