//! The forms for other programs: each is one line of [`FORMS`].

use super::Format;
use crate::cli::compile::Compiled;
use crate::cli::sarif::Log;
use crate::cli::world;
use crate::interop::{csv, junit, navigator, xlsx};
use crate::report::{Report, json};

/// A form for other programs.
pub(super) struct Form {
    /// Its word on the command line.
    pub format: Format,
    /// How the names of its files end.
    pub ending: &'static str,
    /// What stands in the file.
    pub write: fn(&Compiled, &Report) -> Result<Vec<u8>, String>,
}

const fn form(
    format: Format,
    ending: &'static str,
    write: fn(&Compiled, &Report) -> Result<Vec<u8>, String>,
) -> Form {
    Form { format, ending, write }
}

/// All of them.
pub(super) const FORMS: &[Form] = &[
    form(Format::Json, "json", |_, r| json::write(r).map(String::into_bytes).map_err(|e| e.to_string())),
    form(Format::Csv, "csv", |_, r| Ok(csv::write(r).into_bytes())),
    form(Format::Xlsx, "xlsx", |_, r| xlsx::write(r)),
    form(Format::Sarif, "sarif", |c, _| Ok(log(c).into_bytes())),
    // What is open or planned is above the appetite: without a gate of its own, a build lets none pass.
    form(Format::Junit, "junit.xml", |_, r| Ok(junit::write(&[junit::suite(r, |_| true)]).into_bytes())),
    form(Format::Navigator, "navigator.json", |_, r| Ok(navigator::write(r).into_bytes())),
];

/// The same log that `check` prints.
fn log(c: &Compiled) -> String {
    let mut log = Log::new(&world::here());
    log.add(c, c.analysis.threats.iter().filter(|t| t.status.is_unsettled()));
    log.write()
}
