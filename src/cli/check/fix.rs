//! `--fix`: the fixes that diagnostics offer, made in the files.
//!
//! All is tried in memory first, round after round, since what is mended may show more. A fix
//! that leaves a file with more errors than before is not made. Only when nothing changes any more
//! are files written, each whole or not at all.

use crate::cli::compile::{Compiled, ModelArguments, compile_in};
use crate::cli::{Outcome, world};
use crate::diagnostic::terminal::calm;
use crate::diagnostic::{Fix, fix as made};
use crate::source::{Disk, FileId, Files, Overlay};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// How often what comes out is read again.
const ROUNDS: usize = 10;
/// How often the model is compiled at most.
const TRIES: usize = 200;

/// A model with what has been changed so far.
struct State {
    compiled: Compiled,
    files: Overlay<Disk>,
    /// Standard input.
    input: Option<String>,
    /// How many fixes were made in which file, by its name.
    counts: BTreeMap<String, usize>,
}

struct Fixer<'a> {
    path: &'a Path,
    arguments: &'a ModelArguments,
    /// The folder that nothing is changed outside of; none if the model's own folder bounds it.
    root: Option<PathBuf>,
    /// Fixes that made something worse.
    refused: BTreeSet<String>,
    tries: usize,
}

/// Makes what fixes there are for a model and writes its files. Gives what remains, and the new text of
/// standard input.
///
/// # Errors
/// When the call can't be carried out or a file can't be written; no file has changed then.
pub(super) fn fix(
    path: &Path,
    input: Option<String>,
    arguments: &ModelArguments,
) -> Outcome<(Compiled, Option<String>)> {
    let compiled = compile_in(&Disk, path, input.clone(), arguments)?;
    let root = arguments.root.as_deref().and_then(|r| Disk.canonical(r).ok());
    let mut fixer = Fixer { path, arguments, root, refused: BTreeSet::new(), tries: 0 };
    let mut state = State { compiled, files: Overlay::new(Disk), input, counts: BTreeMap::new() };
    for _ in 0..ROUNDS {
        let Some(next) = fixer.round(&state)? else { break };
        state = next;
    }
    let texts = state.files.texts().map(|(path, text)| (path.to_path_buf(), text.as_bytes().to_vec()));
    world::replace(texts.collect())?;
    for (name, count) in &state.counts {
        world::say(&calm(&format!("fixed {count} in {name}\n")));
    }
    Ok((state.compiled, state.input))
}

impl Fixer<'_> {
    /// One round; none if nothing changes.
    fn round(&mut self, state: &State) -> Outcome<Option<State>> {
        let fixes: Vec<&Fix> = state
            .compiled
            .diagnostics
            .iter()
            .filter_map(|d| d.fix.as_ref())
            .filter(|f| !self.refused.contains(&key(&state.compiled, f)) && self.may(state, f))
            .collect();
        if fixes.is_empty() {
            return Ok(None);
        }
        if let Some(next) = self.attempt(state, &fixes)? {
            return Ok(Some(next));
        }
        // One of them does harm: each alone, and those that do harm never again.
        for fix in fixes {
            if let Some(next) = self.attempt(state, &[fix])? {
                return Ok(Some(next));
            }
            self.refused.insert(key(&state.compiled, fix));
        }
        Ok(None)
    }

    /// Whether all that a fix changes may be changed.
    fn may(&self, state: &State, fix: &Fix) -> bool {
        fix.edits.iter().all(|e| match state.compiled.paths.get(e.span.file.0 as usize) {
            Some(Some(path)) => self.root.as_ref().is_none_or(|root| path.starts_with(root)),
            Some(None) => state.input.is_some(),
            None => false,
        })
    }

    /// What fixes make of the model; none if nothing, or more errors in a file.
    fn attempt(&mut self, state: &State, fixes: &[&Fix]) -> Outcome<Option<State>> {
        self.tries += 1;
        if self.tries > TRIES {
            return Ok(None);
        }
        let old = &state.compiled;
        let patched = made::apply(&old.sources, fixes);
        if patched.texts.is_empty() {
            return Ok(None);
        }
        let (mut files, mut input) = (state.files.clone(), state.input.clone());
        for (file, text) in patched.texts {
            match old.paths.get(file.0 as usize) {
                Some(Some(path)) => {
                    let mark = state.files.read(path).is_ok_and(|t| t.starts_with('\u{feff}'));
                    let text = if mark { format!("\u{feff}{text}") } else { text };
                    files.set(path, text);
                }
                _ => input = Some(text),
            }
        }
        let compiled = compile_in(&files, self.path, input.clone(), self.arguments)?;
        let (before, after) = (errors(old), errors(&compiled));
        let worse = old.sources.iter().any(|(_, f)| {
            let count = |of: &BTreeMap<&str, usize>| of.get(f.name.as_str()).copied().unwrap_or(0);
            count(&after) > count(&before)
        });
        if worse {
            return Ok(None);
        }
        let mut counts = state.counts.clone();
        for index in patched.made {
            let edit = fixes.get(index).and_then(|f| f.edits.first());
            if let Some(file) = edit.and_then(|e| old.sources.get(e.span.file)) {
                *counts.entry(file.name.clone()).or_default() += 1;
            }
        }
        Ok(Some(State { compiled, files, input, counts }))
    }
}

/// What tells a fix from others, and does not depend on what stands above it.
fn key(compiled: &Compiled, fix: &Fix) -> String {
    let edits = fix.edits.iter().map(|e| {
        let name = compiled.sources.get(e.span.file).map_or("", |f| f.name.as_str());
        format!("{name}\0{}\0{}", compiled.sources.text(e.span), e.text)
    });
    format!("{}\0{}", fix.message, edits.collect::<Vec<_>>().join("\0"))
}

/// How many errors there are in each file.
fn errors(compiled: &Compiled) -> BTreeMap<&str, usize> {
    let mut out = BTreeMap::new();
    for d in compiled.diagnostics.iter().filter(|d| d.is_error()) {
        let file = d.primary.as_ref().map_or(FileId(0), |p| p.span.file);
        if let Some(file) = compiled.sources.get(file) {
            *out.entry(file.name.as_str()).or_default() += 1;
        }
    }
    out
}
