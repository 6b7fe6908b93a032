//! `check --baseline` and `--write-baseline`: what is open already is known and does not fail.
//!
//! A baseline is one file for any number of models, each under its path as seen from the file's
//! folder, so that the file and the models can move together.

use super::compile::{Compiled, complain};
use super::{Exit, Outcome, world};
use crate::analysis::Threat;
use crate::compare::baseline::{SCHEMA, Unfit};
use crate::compare::{Baseline, Fresh, Progress, Snapshot, progress};
use crate::diagnostic::terminal::calm;
use crate::diagnostic::{Diagnostic, codes};
use crate::model::responses::RiskLevel;
use crate::source::{Disk, Files, ReadError};
use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

/// How many ids a message names.
const NAMED: usize = 5;

#[derive(clap::Args)]
pub struct BaselineArguments {
    /// Only threats that are not open in this file, or are worse than there, fail; without
    /// `--fail-on`, any of them does.
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Writes the state of the models to this file, to be a baseline from now on. If it is the file
    /// of `--baseline`, it is written only if the gate is met.
    #[arg(long, value_name = "FILE")]
    write_baseline: Option<PathBuf>,
}

/// The baselines of one call: the one that is compared with, and the one that is written.
pub struct Baselines {
    known: Option<(PathBuf, Baseline)>,
    made: Option<(PathBuf, Baseline)>,
    /// Models of `known` that were found under another path: each has moved to one place at most.
    moved: BTreeSet<String>,
}

/// How a model stands since a baseline.
pub struct Since {
    /// The baseline's file, as the call names it.
    pub file: String,
    /// What is new, closed, known and stale.
    pub progress: Progress,
}

impl Baselines {
    /// Reads what the call names.
    ///
    /// # Errors
    /// When a file can't be read, is no baseline, is damaged, or is of a newer form.
    pub fn open(arguments: &BaselineArguments) -> Outcome<Baselines> {
        let known = match &arguments.baseline {
            Some(path) => {
                let text = Disk.read(path).map_err(|e| missing(path, &e))?;
                Some((path.clone(), parse(path, &text)?))
            }
            None => None,
        };
        let made = match &arguments.write_baseline {
            Some(path) => Some((path.clone(), kept(path)?)),
            None => None,
        };
        Ok(Baselines { known, made, moved: BTreeSet::new() })
    }

    /// Reads a baseline to compare with, if one is named.
    ///
    /// # Errors
    /// As [`Baselines::open`].
    pub fn known(path: Option<&Path>) -> Outcome<Baselines> {
        let arguments = BaselineArguments { baseline: path.map(Path::to_path_buf), write_baseline: None };
        Baselines::open(&arguments)
    }

    /// Compares a model with the baseline, says what does not fit, and notes the model for the
    /// baseline that is written. None if there is no baseline to compare with; a snapshot is made
    /// only if one is asked for.
    pub fn judge(&mut self, path: &Path, compiled: &mut Compiled) -> Option<Since> {
        if self.known.is_none() && self.made.is_none() {
            return None;
        }
        let now = Snapshot::of(&compiled.model, &compiled.analysis);
        let since = self.known.as_ref().map(|(file, baseline)| {
            let name = file.display().to_string();
            let key = key(path, file);
            let found = entry(baseline, file, &key, &now.title).filter(|(at, _)| {
                // A second file of the title is a copy.
                *at == key || self.moved.insert((*at).to_owned())
            });
            let found = found.map(|(_, snapshot)| snapshot);
            let nothing = Snapshot::nothing(&now);
            let progress = progress(found.unwrap_or(&nothing), &now);
            let mut said = Vec::new();
            if found.is_none() {
                let message = format!("`{name}` holds nothing of `{}`", path.display());
                let help =
                    format!("All of its open threats count as new; `--write-baseline {name}` adds it.");
                said.push(Diagnostic::bare(codes::STALE_BASELINE, message).help(help));
            }
            said.extend(stale(&name, path, &progress));
            compiled.add(said);
            Since { file: name, progress }
        });
        if let Some((file, baseline)) = &mut self.made {
            baseline.models.insert(key(path, file), now);
        }
        since
    }

    /// Writes what is to be written, unless the call has failed: a baseline of half of the models
    /// would be worse than the old one. Nor is the file that the gate was held against if the gate
    /// is not met: the same call would pass the next time, and nobody would have decided so.
    pub fn write(self, exit: Exit) -> Exit {
        let Some((path, baseline)) = self.made else { return Exit::Done };
        if exit == Exit::Error {
            return Exit::Done;
        }
        if exit == Exit::Gate && self.known.is_some_and(|(known, _)| whole(&known) == whole(&path)) {
            let name = path.display();
            world::say(&calm(&format!(
                "`{name}` is left as it is, as the gate is not met; without `--baseline` it is written\n"
            )));
            return Exit::Done;
        }
        let written = baseline.write().map_err(|e| {
            Box::new(Diagnostic::bare(codes::UNWRITABLE, format!("can't write {}: {e}", path.display())))
        });
        let written = written.and_then(|text| world::replace(vec![(path.clone(), text.into_bytes())]));
        match written {
            Ok(()) => Exit::Done,
            Err(d) => {
                complain(&d);
                Exit::Error
            }
        }
    }
}

fn missing(path: &Path, e: &ReadError) -> Box<Diagnostic> {
    let name = path.display();
    let d = Diagnostic::bare(codes::UNREADABLE, format!("the baseline `{name}` can't be read: {e}"));
    Box::new(match e {
        ReadError::Missing => d.help(format!("`trustline check MODEL --write-baseline {name}` makes it.")),
        _ => d,
    })
}

/// A baseline from the text of a file.
///
/// # Errors
/// When it is none.
pub fn parse(path: &Path, text: &str) -> Outcome<Baseline> {
    let name = path.display();
    Baseline::read(text).map_err(|e| {
        let bare = |message: String| Diagnostic::bare(codes::UNREADABLE, message);
        Box::new(match e {
            Unfit::Other(why) => bare(format!("`{name}` is not a baseline: {why}"))
                .help("`trustline check MODEL --write-baseline FILE` makes one."),
            Unfit::Newer(version, tool) => {
                bare(format!("`{name}` is of form {version}, and this Trustline knows up to {SCHEMA}"))
                    .help(format!("It was written by Trustline {tool}: use that, or a newer one."))
            }
            Unfit::Damaged(why) => bare(format!("the baseline `{name}` is damaged: {why}"))
                .help("Take it from your history, or delete it, then write it anew with `--write-baseline`."),
        })
    })
}

/// What a file that is about to be written keeps: the models of other calls whose files are there.
fn kept(path: &Path) -> Outcome<Baseline> {
    let text = match Disk.read(path) {
        Ok(text) => text,
        Err(ReadError::Missing) => return Ok(Baseline::default()),
        Err(e) => return Err(missing(path, &e)),
    };
    // A file that is something else, such as a model, is not overwritten.
    let mut baseline = parse(path, &text)?;
    let folder = folder(path);
    baseline.models.retain(|name, _| stands(&folder, name));
    Ok(baseline)
}

/// The model of a path in the baseline of a file, with the path under which it stands there. If
/// there is none, the only one of its title whose own file is gone, as that may have moved; beside
/// its own file, the other is a copy.
pub fn entry<'a>(
    baseline: &'a Baseline,
    file: &Path,
    key: &str,
    title: &str,
) -> Option<(&'a str, &'a Snapshot)> {
    if let Some((at, found)) = baseline.models.get_key_value(key) {
        return Some((at, found));
    }
    let folder = folder(file);
    let mut alike = baseline.models.iter().filter(|(at, s)| s.title == title && !stands(&folder, at));
    match (alike.next(), alike.next()) {
        (Some((at, one)), None) => Some((at, one)),
        _ => None,
    }
}

/// Whether the file of a model is where a baseline in a folder has it. Standard input never goes.
fn stands(folder: &Path, at: &str) -> bool {
    at == "-" || folder.join(at).exists()
}

/// A path in its one spelling.
fn whole(path: &Path) -> PathBuf {
    path.canonicalize().or_else(|_| std::path::absolute(path)).unwrap_or_else(|_| path.to_path_buf())
}

fn folder(file: &Path) -> PathBuf {
    match file.parent() {
        Some(p) if !p.as_os_str().is_empty() => p.to_path_buf(),
        _ => PathBuf::from("."),
    }
}

/// The path of a model as seen from a baseline's folder, with `/`.
pub fn key(model: &Path, baseline: &Path) -> String {
    if world::is_standard_input(model) {
        return "-".to_owned();
    }
    let (model, folder) = (whole(model), whole(&folder(baseline)));
    let (to, from): (Vec<Component<'_>>, Vec<Component<'_>>) =
        (model.components().collect(), folder.components().collect());
    let shared = to.iter().zip(&from).take_while(|(a, b)| a == b).count();
    if shared == 0 {
        return model.to_string_lossy().replace('\\', "/");
    }
    let up = from.iter().skip(shared).map(|_| "..".to_owned());
    let down = to.iter().skip(shared).map(|c| c.as_os_str().to_string_lossy().into_owned());
    up.chain(down).collect::<Vec<_>>().join("/")
}

/// `a, b and 3 more`.
fn named<'a>(ids: impl ExactSizeIterator<Item = &'a str>) -> String {
    let more = ids.len().saturating_sub(NAMED);
    let some: Vec<String> = ids.take(NAMED).map(|i| format!("`{i}`")).collect();
    if more == 0 { some.join(", ") } else { format!("{} and {more} more", some.join(", ")) }
}

fn stale(name: &str, model: &Path, progress: &Progress) -> Option<Diagnostic> {
    if progress.stale.is_empty() {
        return None;
    }
    let count = match progress.stale.len() {
        1 => "1 threat".to_owned(),
        n => format!("{n} threats"),
    };
    let message = format!(
        "`{name}` holds {count} of `{}` that do not arise any more: {}",
        model.display(),
        named(progress.stale.iter().map(String::as_str))
    );
    let help = format!("`--write-baseline {name}` writes it anew.");
    Some(Diagnostic::bare(codes::STALE_BASELINE, message).help(help))
}

impl Since {
    /// What fails the gate: what is new, or worse, and at least as severe as the call asks.
    pub fn over(&self, limit: Option<RiskLevel>) -> impl Iterator<Item = &Fresh> {
        self.progress.fresh.iter().filter(move |f| limit.is_none_or(|l| f.severity >= l))
    }

    /// What changed since the baseline was written.
    pub fn summary(&self) -> String {
        let p = &self.progress;
        let mut out = format!(
            "  since {}: {} new, {} closed, {} known\n",
            self.file,
            p.fresh.len(),
            p.closed.len(),
            p.known
        );
        for c in &p.closed {
            let how = c.now.map_or("does not arise any more", crate::analysis::Status::word);
            out.push_str(&format!("  closed   {}: {how}\n", c.id));
        }
        out
    }

    /// Why the gate is not met: every threat that is new, with why it is.
    pub fn gate(&self, limit: Option<RiskLevel>) -> String {
        let of = limit.map(|l| format!(" of {l} or above")).unwrap_or_default();
        let mut out = match self.over(limit).count() {
            1 => format!("the gate is not met: 1 threat{of} is new or worse since {}\n", self.file),
            n => format!("the gate is not met: {n} threats{of} are new or worse since {}\n", self.file),
        };
        for f in self.over(limit) {
            let before = f.before.map(|b| format!(", {b} before")).unwrap_or_default();
            out.push_str(&format!("  {:<8} {}{before}\n", f.severity.word(), f.id));
            for reason in &f.because {
                out.push_str(&format!("           because {}\n", reason.text));
            }
        }
        out
    }

    /// The same of one threat with its title.
    pub fn told(&self, t: &Threat, title: &str) -> String {
        let severity = t.residual.severity();
        let mut out =
            format!("the gate is not met: {} is {severity}, new or worse since {}\n{title}", t.id, self.file);
        for reason in self.progress.fresh.iter().filter(|f| f.id == t.id).flat_map(|f| &f.because) {
            out.push_str(&format!("\nbecause {}", reason.text));
        }
        out
    }
}
