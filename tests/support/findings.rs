//! What a model comes to, as lines that two models can be compared by.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::path::Path;
use trustline::analysis::{Analysis, analyse};
use trustline::diagnostic::Diagnostic;
use trustline::model::{Entry, Model, read, resolve};
use trustline::source::{Disk, Files, Memory, Sources};
use trustline::syntax::tree::Date;

/// A model with what follows from it, as of 2026-10-01.
pub struct Found {
    pub sources: Sources,
    pub model: Model,
    pub analysis: Analysis,
    /// Of reading and resolving.
    pub diagnostics: Vec<Diagnostic>,
}

impl Found {
    /// Reads, resolves and analyses `main.tm`.
    pub fn of(files: &dyn Files) -> Found {
        Found::read(files, Path::new("main.tm"))
    }

    fn read(files: &dyn Files, path: &Path) -> Found {
        let read = read(files, Entry::File(path), None);
        let resolved = resolve(&read);
        let analysis = analyse(&resolved.model, Date::new(2026, 10, 1).unwrap());
        let diagnostics = read.diagnostics.into_iter().chain(resolved.diagnostics).collect();
        Found { sources: read.sources, model: resolved.model, analysis, diagnostics }
    }

    /// A model of the disk.
    pub fn of_file(path: &Path) -> Found {
        Found::read(&Disk, path)
    }

    /// A model of one file.
    pub fn of_text(text: &str) -> Found {
        Found::of(&Memory::new([("main.tm", text)]))
    }

    /// Nothing is wrong with it.
    #[track_caller]
    pub fn expect_good(self, what: &str) -> Found {
        let wrong: Vec<String> = self
            .diagnostics
            .iter()
            .filter(|d| d.is_error())
            .map(|d| {
                format!("{:?} {}", d.primary.as_ref().and_then(|p| self.sources.place(p.span)), d.message)
            })
            .collect();
        assert!(wrong.is_empty(), "{what}: {wrong:#?}");
        self
    }

    /// Crossings, threats with ratings and status, rules of the house and remarks, sorted; names as
    /// `name` gives them.
    pub fn lines(&self, name: impl Fn(&str) -> String) -> Vec<String> {
        let mut out = self.judged(&name);
        let boundary =
            |b: &trustline::model::BoundaryId| self.model.boundary(*b).map_or("?", |b| &b.name).to_owned();
        out.extend(self.analysis.crossings.iter().map(|c| {
            let flow = self.model.flow(c.flow).map_or("?", |f| f.id.as_str());
            let list =
                |l: &[trustline::model::BoundaryId]| l.iter().map(boundary).collect::<Vec<_>>().join(" ");
            let text = format!(
                "crossing {flow} {} > {} {:?} {:?}",
                list(&c.out_of),
                list(&c.into),
                c.forward,
                c.back
            );
            name(&text)
        }));
        // That a part is not used is told in the model's own file only: it may be shared by others.
        let unused = ["isolated-element", "unused-data", "unused-control", "empty-boundary"];
        let said = self.diagnostics.iter().chain(&self.analysis.diagnostics);
        let said = said.filter(|d| !unused.contains(&d.code.name()));
        // Of equally bad threats a help names those first whose ids come first, and these have aliases.
        let words = |help: &[String]| {
            let help = name(&help.join(" "));
            let mut words: Vec<&str> = help.split([' ', ',', '.']).collect();
            words.sort();
            words.join(" ")
        };
        out.extend(said.map(|d| name(&format!("says {:?} {} {}", d.code, d.message, words(&d.help)))));
        out.sort();
        out
    }

    /// Threats with their ratings, status and responses, and rules of the house, sorted.
    pub fn judged(&self, name: &impl Fn(&str) -> String) -> Vec<String> {
        let threat = |t: &trustline::analysis::Threat| {
            let answer = t.response.map(|r| self.model.responses[r.0].kind);
            let rated = t.rated.is_some();
            let (a, b, c) = (t.inherent, t.residual, t.forecast);
            name(&format!("threat {} {a:?} {b:?} {c:?} {:?} {answer:?} {rated}", t.id, t.status))
        };
        let mut out: Vec<String> = self.analysis.threats.iter().map(threat).collect();
        for r in &self.analysis.requirements {
            out.push(format!("house {} kept {} broken", r.kept.len(), r.broken.len()));
        }
        out.sort();
        out
    }
}

/// The texts of the examples in one file each, by name.
pub fn examples() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let mut out: Vec<(String, String)> = std::fs::read_dir(folder)
        .unwrap()
        .map(|e| e.unwrap().path())
        .filter(|p| p.extension().is_some_and(|e| e == "tm"))
        .map(|p| {
            (p.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read_to_string(&p).unwrap())
        })
        .collect();
    out.sort();
    assert!(out.len() >= 5);
    out
}

/// Numbers that look random and are the same on every run.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Dice {
        Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// From 0 to `below`, itself not included.
    pub fn roll(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % below.max(1) as u64) as usize
    }
}
