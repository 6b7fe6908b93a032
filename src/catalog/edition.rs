//! The editions of the built-in catalog.
//!
//! An edition is written as `.tm` files in its folder. The binary holds what they were compiled
//! to, as a table, so that no run pays for parsing them; a test keeps the two the same.

use super::{Catalog, Origin, extend};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::nearest::nearest;
use crate::source::Sources;
use crate::syntax;

/// An edition of the built-in catalog.
#[derive(Copy, Clone, Debug)]
pub struct Edition {
    /// As `2026.1`.
    pub name: &'static str,
    /// The compiled table: a [`Catalog`] as postcard writes it.
    table: &'static [u8],
}

/// All editions, the newest last. A new one is one entry here and its folder.
pub const EDITIONS: &[Edition] = &[Edition { name: "2026.1", table: include_bytes!("2026.1.bin") }];

/// Why there is no catalog of an edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditionError {
    /// There is no such edition; the nearest name, if one is near.
    Unknown(Option<&'static str>),
    /// The table in the binary can't be read. No build that passed its tests has one.
    Damaged(String),
}

/// The newest edition's name.
pub fn newest() -> &'static str {
    EDITIONS.last().map_or("", |e| e.name)
}

/// The catalog of an edition, the newest if none is named.
///
/// # Errors
/// When there is no such edition.
pub fn edition(name: Option<&str>) -> Result<Catalog, EditionError> {
    let name = name.unwrap_or(newest());
    let Some(edition) = EDITIONS.iter().find(|e| e.name == name) else {
        return Err(EditionError::Unknown(nearest(name, EDITIONS.iter().map(|e| e.name))));
    };
    read(edition.table).map_err(EditionError::Damaged)
}

/// A catalog from its table.
///
/// # Errors
/// When the bytes are not of a catalog; says what was found.
pub fn read(table: &[u8]) -> Result<Catalog, String> {
    postcard::from_bytes(table).map_err(|e| e.to_string())
}

/// The table of a catalog.
///
/// # Errors
/// Never for a catalog that was loaded; the writer's own words if it does.
pub fn table(catalog: &Catalog) -> Result<Vec<u8>, String> {
    postcard::to_stdvec(catalog).map_err(|e| e.to_string())
}

/// A catalog from the texts of its files, what is wrong with them, and the files for their places.
pub fn from_text<N: AsRef<str>, T: AsRef<str>>(
    edition: &str,
    files: &[(N, T)],
) -> (Catalog, Vec<Diagnostic>, Sources) {
    let mut sources = Sources::new();
    let mut diagnostics = Vec::new();
    let mut trees = Vec::new();
    for (name, text) in files {
        let file = sources.add(name.as_ref(), text.as_ref());
        let parsed = syntax::parse(file, text.as_ref());
        diagnostics.extend(parsed.diagnostics);
        trees.push(parsed.tree);
    }
    let mut catalog = Catalog::roots(edition);
    let statements: Vec<_> = trees.iter().flat_map(|t| &t.statements).collect();
    for statement in &statements {
        if !super::load::declares(statement) && !statement.faulty {
            let message = "the catalog has kinds, properties, controls and threats only";
            diagnostics.push(Diagnostic::new(crate::diagnostic::codes::WRONG_PLACE, statement.span, message));
        }
    }
    extend(&mut catalog, &statements, Origin::Catalog, &mut diagnostics);
    (catalog, diagnostics, sources)
}
