//! What a publication is made of: pictures, files, and where the model's text stands.

use crate::cli::build::{Built, Format};
use crate::cli::{Outcome, git};
use crate::diagnostic::{Diagnostic, codes};
use crate::publish::compose::{Drawn, File, Material, Source};
use crate::publish::settings::Named;
use crate::publish::wiki::Pictures;
use crate::report::Report;
use crate::source::{percent_encoded, percent_encoded_part};
use clap::ValueEnum;
use std::path::Path;

/// What can be attached: the word of `build --format`, the ending of the file's name, its media type, and what
/// it is for readers.
const FILES: [(&str, &str, &str, &str); 9] = [
    ("html", "html", "text/html", "The report as one page for a browser"),
    ("md", "md", "text/markdown", "The report as Markdown"),
    ("pdf", "pdf", "application/pdf", "The report on paper"),
    ("json", "json", "application/json", "All data of the report"),
    ("csv", "csv", "text/csv", "The register as a table"),
    (
        "xlsx",
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "The register as a workbook",
    ),
    ("sarif", "sarif", "application/json", "Remarks and open threats for code scanning"),
    ("junit", "junit.xml", "application/xml", "Threats as results of tests"),
    ("navigator", "navigator.json", "application/json", "A layer for MITRE's Navigator"),
];

/// All formats that the targets need. PNGs are made of the SVGs, which none does without.
///
/// # Errors
/// When one is none.
pub(super) fn formats(targets: &[Named]) -> Outcome<Vec<Format>> {
    let mut out = vec![Format::Svg];
    // A picture's PNG takes most of the time that a report takes. An attached Markdown shows it, wherever it is put.
    let shows = |named: &Named| {
        named.target.pictures.contains(&Pictures::Png) || named.attach.iter().any(|word| word == "md")
    };
    if targets.iter().any(shows) {
        out.push(Format::Png);
    }
    for word in targets.iter().flat_map(|named| &named.attach) {
        let format = Format::from_str(word, true).map_err(|_| {
            Diagnostic::bare(codes::BAD_CALL, format!("`{}` can't be attached", word.escape_debug()))
        })?;
        if !out.contains(&format) {
            out.push(format);
        }
    }
    Ok(out)
}

/// Pictures and files of a model for one target.
pub(super) fn material<'a>(built: &'a Built, named: &Named, stand: &Stand) -> Material<'a> {
    let bytes = |name: &str| -> &'a [u8] {
        let fits = |path: &Path| path.file_name().is_some_and(|own| own.to_string_lossy() == name);
        built.files.iter().find(|(path, _)| fits(path)).map_or(&[], |(_, bytes)| bytes.as_slice())
    };
    let stem = &built.compiled.stem;
    let name = |file: &'a str| -> &'a str {
        let rest = file.strip_prefix(stem.as_str()).and_then(|rest| rest.strip_suffix(".svg"));
        rest.unwrap_or_default().trim_start_matches('.')
    };
    let drawn = built.pictures.iter().map(|picture| Drawn {
        picture,
        name: name(&picture.svg_file),
        svg: bytes(&picture.svg_file),
        png: bytes(&picture.png_file),
    });
    let wanted = FILES.iter().filter(|(word, ..)| named.attach.iter().any(|own| own == word));
    let files = wanted.map(|(_, ending, media, about)| File {
        ending,
        media,
        about,
        bytes: bytes(&format!("{stem}.{ending}")),
    });
    Material { pictures: drawn.collect(), files: files.collect(), source: Some(stand.source(&named.source)) }
}

/// Where the model's text stands in its repository.
#[derive(Debug, Default)]
pub(super) struct Stand {
    /// The name of its file.
    file: String,
    /// The commit that changed it last, if it stands as committed.
    commit: Option<git::Commit>,
}

impl Stand {
    /// Where this file stands.
    pub fn of(path: &Path) -> Self {
        let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        Stand { file, commit: git::commit_of(path) }
    }

    /// The same for readers, with the web address that a pattern makes.
    fn source(&self, pattern: &str) -> Source {
        let Some(commit) = &self.commit else {
            // Without a revision an address that needs one leads nowhere.
            let url = if pattern.contains("{revision}") { "" } else { pattern };
            return Source {
                url: url.replace("{file}", &self.file),
                file: self.file.clone(),
                ..Source::default()
            };
        };
        let path = percent_encoded(&commit.path);
        let url = pattern
            .replace("{revision}", &commit.id)
            .replace("{path}", &path)
            .replace("{file}", &percent_encoded_part(&self.file));
        Source {
            url,
            file: self.file.clone(),
            revision: commit.id.get(..12).unwrap_or(&commit.id).to_owned(),
            day: commit.day.clone(),
            by: commit.by.clone(),
        }
    }
}

/// What the history of the wiki says: of which state of which model the text is.
pub(super) fn note(report: &Report, stand: &Stand) -> String {
    let file: String = stand.file.chars().filter(|c| !c.is_control()).take(80).collect();
    let digest = report.model.digest.get(..12).unwrap_or_default();
    let commit = stand.commit.as_ref().and_then(|c| c.id.get(..12));
    let revision = commit.map(|id| format!(" at revision {id}")).unwrap_or_default();
    format!("Trustline {}: {file}{revision}, model {digest}", env!("CARGO_PKG_VERSION"))
}
