//! Files that are to be icons, read where a model names them: `icon: "icons/robot.svg"`.
//!
//! What stands in such a file is not looked at here; those who draw it check it. Paths are held
//! to the same bounds as those of imports.

use super::{Reader, plain};
use crate::catalog::icons;
use crate::diagnostic::{Diagnostic, codes};
use crate::maps::Map;
use crate::source::{FileId, ReadError, Span};
use crate::syntax::tree::{Shape, Statement, Tree, ValueKind};
use std::path::{Path, PathBuf};

/// The most files of one model that are to be icons.
pub const MAX_ICONS: usize = 100;

/// A file that is to be an icon.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IconFile {
    /// Its place among the sources.
    pub file: FileId,
    /// Its path as it is written.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// The paths that a tree gives for icons, in the order of the text.
fn named(tree: &Tree) -> Vec<(&str, Span)> {
    let mut out = Vec::new();
    let mut open: Vec<&Statement> = tree.statements.iter().collect();
    while let Some(statement) = open.pop() {
        match &statement.shape {
            Shape::Declaration(d) => open.extend(d.block.iter().flat_map(|b| &b.statements)),
            Shape::Titled(t) => open.extend(t.block.iter().flat_map(|b| &b.statements)),
            Shape::Property(p) if p.name.text == "icon" => {
                if let ValueKind::Text(path) = &p.value.kind {
                    out.push((path.as_str(), p.value.span));
                }
            }
            _ => {}
        }
    }
    out.sort_by_key(|(_, span)| span.start);
    out
}

impl Reader<'_> {
    /// Reads the files that are to be icons. They come after all files of the model, whose ids are
    /// their places.
    pub(super) fn icons(&mut self) {
        let mut wanted: Vec<(PathBuf, String, Span)> = Vec::new();
        for (file, folder) in self.out.files.iter().zip(&self.folders) {
            wanted.extend(
                named(&file.tree).into_iter().map(|(path, at)| (folder.clone(), path.to_owned(), at)),
            );
        }
        let mut known: Map<PathBuf, IconFile> = Map::default();
        for (folder, name, span) in wanted {
            match self.icon(&folder, &name, &mut known) {
                Ok(icon) => {
                    self.out.icons.insert(span, icon);
                }
                Err(why) => {
                    let message = format!("`{name}` can't be an icon: {why}");
                    let d = Diagnostic::new(codes::BAD_ICON, span, message);
                    let known = icons::svg(&name).is_some();
                    self.out.diagnostics.push(if known {
                        d.help("Names of icons stand without quotes.").fix("take the quotes off", span, name)
                    } else {
                        d.help(
                            "Files are found from the folder of the file that names them, and stay in that of \
                             the model, or in that given by `--root`.",
                        )
                    });
                }
            }
        }
    }

    fn icon(
        &mut self,
        folder: &Path,
        name: &str,
        known: &mut Map<PathBuf, IconFile>,
    ) -> Result<IconFile, String> {
        let outside = || "it leads out of the root folder".to_owned();
        let said = |e: ReadError| e.to_string();
        let path = plain(folder, Path::new(name)).filter(|p| self.inside(p)).ok_or_else(outside)?;
        let full = self.files.canonical(&path).map_err(said)?;
        if !self.inside(&full) {
            return Err(outside());
        }
        if let Some(icon) = known.get(&full) {
            return Ok(icon.clone());
        }
        if known.len() >= MAX_ICONS {
            return Err(format!("a model has at most {MAX_ICONS} of them"));
        }
        let text = self.files.read(&full).map_err(said)?;
        let file = self.out.sources.add(name, text.clone());
        let icon = IconFile { file, name: name.to_owned(), text };
        known.insert(full, icon.clone());
        Ok(icon)
    }
}
