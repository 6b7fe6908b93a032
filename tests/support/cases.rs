//! The cases of rules under tests/threats: small systems, each with a head of comments that says what it is for.
//!
//! ```text
//! // fires: RULE@TARGET
//! // draws: owasp-llm-2026:LLM01, atlas:AML.T0051.000
//! //   In a sentence or two: the attack of these entries as it goes in this drawing.
//! ```
//!
//! A near miss has `// silent: RULE` instead, and says what is different.
#![allow(dead_code, clippy::unwrap_used, clippy::panic)]

use std::path::{Path, PathBuf};
use trustline::catalog::Reference;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What the head of a case says.
#[derive(Clone, Debug, PartialEq)]
pub enum Claim {
    /// `RULE@TARGET` arises, and these attacks are drawn.
    Fires { rule: String, target: String, draws: Vec<Reference> },
    /// The rule arises nowhere.
    Silent(String),
}

pub struct Case {
    /// As `tests/threats/data/label-tamper.near.tm`.
    pub name: String,
    pub path: PathBuf,
    pub text: String,
    pub claim: Claim,
}

/// Reads the head of a case: its claim, then prose. Anything else is a mistake of the case.
pub fn claim(text: &str) -> Result<Claim, String> {
    let mut lines = text.lines();
    let first = lines.next().unwrap_or("");
    let said = |line: &str| line.strip_prefix("//   ").is_some_and(|l| l.len() > 20);
    if let Some(rule) = first.strip_prefix("// silent: ") {
        return match lines.next() {
            Some(line) if said(line) => Ok(Claim::Silent(rule.trim().to_owned())),
            _ => Err("it does not say below `silent:` what is different".into()),
        };
    }
    let fires = first.strip_prefix("// fires: ").ok_or("its first line is no `// fires:` or `// silent:`")?;
    let (rule, target) = fires.trim().split_once('@').ok_or("`fires:` takes RULE@TARGET")?;
    let draws =
        lines.next().and_then(|l| l.strip_prefix("// draws: ")).ok_or("its second line is no `// draws:`")?;
    let draws = draws.split(", ").map(|one| {
        let (framework, id) = one.trim().split_once(':').ok_or(format!("`{one}` is no FRAMEWORK:ID"))?;
        Ok(Reference { framework: framework.into(), id: id.trim_matches('"').into() })
    });
    let draws = draws.collect::<Result<Vec<_>, String>>()?;
    match lines.next() {
        Some(line) if said(line) => Ok(Claim::Fires { rule: rule.into(), target: target.into(), draws }),
        _ => Err("it does not say below `draws:` how the attack goes".into()),
    }
}

/// The models of a folder, by name.
pub fn models_in(folder: &Path) -> Vec<PathBuf> {
    let mut out: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|e| e.unwrap().path())
        .filter(|p| p.extension().is_some_and(|e| e == "tm"))
        .collect();
    out.sort();
    out
}

/// A path of the project as it is told.
pub fn name_of(path: &Path) -> String {
    path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/")
}

/// All cases; a head that can't be read fails the test.
pub fn cases() -> Vec<Case> {
    let mut folders: Vec<PathBuf> = std::fs::read_dir(root().join("tests/threats"))
        .unwrap()
        .map(|e| e.unwrap().path())
        .filter(|p| p.is_dir())
        .collect();
    folders.sort();
    let case = |path: PathBuf| {
        let (name, text) = (name_of(&path), std::fs::read_to_string(&path).unwrap());
        let claim = claim(&text).unwrap_or_else(|why| panic!("{name}: {why}"));
        Case { name, path, text, claim }
    };
    folders.iter().flat_map(|f| models_in(f)).map(case).collect()
}
