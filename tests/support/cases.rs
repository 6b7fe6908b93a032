//! The cases of rules under tests/threats: small systems, each with a head of comments that says what it is for.
//!
//! ```text
//! // fires: RULE@TARGET
//! // draws: owasp-llm-2026:LLM01, atlas:AML.T0051.000
//! //   In a sentence or two: the attack of these entries as it goes in this drawing.
//! ```
//!
//! A near miss has `// silent: RULE` instead, and says what is different. The head is what stands before the first
//! line that is no comment.
#![allow(dead_code, clippy::unwrap_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};

/// One case.
#[derive(Clone, Debug, Default)]
pub struct Case {
    /// Where it is, from the folder of the cases: `prompts/jailbreak.tm`.
    pub name: String,
    /// The model.
    pub text: String,
    /// The threats that must be found, as `RULE@TARGET`.
    pub fires: Vec<String>,
    /// The rules that must not arise.
    pub silent: Vec<String>,
    /// The entries of frameworks whose attack it shows, as they are written.
    pub draws: Vec<String>,
    /// The prose of the head.
    pub why: String,
}

impl Case {
    /// Reads a case from its text. A list goes on in the next line if a line of it ends with a comma; any other
    /// line is prose.
    pub fn read(name: &str, text: &str) -> Case {
        let mut case = Case { name: name.to_owned(), text: text.to_owned(), ..Case::default() };
        let mut open: Option<&str> = None;
        for line in text.lines().map_while(|l| l.strip_prefix("//")) {
            let line = line.trim();
            let word =
                line.split_once(':').map(|(w, _)| w).filter(|w| ["fires", "silent", "draws"].contains(w));
            let list = match (word, open) {
                (Some(w), _) => line.strip_prefix(w).unwrap().strip_prefix(':').unwrap(),
                (None, Some(_)) => line,
                (None, None) => {
                    case.why.push_str(line);
                    case.why.push(' ');
                    continue;
                }
            };
            let of = word.or(open).unwrap();
            // An id that is no plain word stands in quotes in the language; here it may.
            let items = list.split(',').map(|i| i.trim().replace('"', "")).filter(|i| !i.is_empty());
            match of {
                "fires" => case.fires.extend(items),
                "silent" => case.silent.extend(items),
                _ => case.draws.extend(items),
            }
            open = list.ends_with(',').then_some(of).map(|of| match of {
                "fires" => "fires",
                "silent" => "silent",
                _ => "draws",
            });
        }
        case
    }
}

/// The folder of the cases.
pub fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/threats")
}

/// All cases, by name; none if there is no folder yet.
pub fn all() -> Vec<Case> {
    let mut files = Vec::new();
    if folder().exists() {
        below(&folder(), &mut files);
    }
    files.sort();
    files
        .iter()
        .map(|path| {
            let name = path.strip_prefix(folder()).unwrap().to_string_lossy().replace('\\', "/");
            Case::read(&name, &fs::read_to_string(path).unwrap())
        })
        .collect()
}

fn below(folder: &Path, out: &mut Vec<PathBuf>) {
    for path in fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()) {
        if path.is_dir() {
            below(&path, out);
        } else if path.extension().is_some_and(|e| e == "tm") {
            out.push(path);
        }
    }
}
