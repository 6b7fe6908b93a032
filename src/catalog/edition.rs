//! The editions of the built-in catalog.
//!
//! An edition is written as `.tm` files in its folder. The binary holds what they were compiled
//! to, as a table, so that no run pays for parsing them; a test keeps the two the same.

use super::{Catalog, Origin, extend};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::nearest::nearest;
use crate::source::Sources;
use crate::syntax;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// An edition of the catalog.
#[derive(Copy, Clone, Debug)]
pub struct Edition<'a> {
    /// As `2026.1`.
    pub name: &'a str,
    /// The compiled table: a [`Catalog`] as postcard writes it.
    pub table: &'a [u8],
}

/// All built-in editions, the newest last. A new one is one entry here and its folder.
pub const EDITIONS: &[Edition<'static>] = &[Edition { name: "2026.1", table: include_bytes!("2026.1.bin") }];

/// Why there is no catalog of an edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditionError {
    /// There is no such edition; the nearest name, if one is near.
    Unknown(Option<String>),
    /// The table in the binary can't be read. No build that passed its tests has one.
    Damaged(String),
}

/// The newest edition's name.
pub fn newest() -> &'static str {
    EDITIONS.last().map_or("", |e| e.name)
}

/// The catalog of a built-in edition, the newest if none is named. Each is read once, and shared by all who ask.
///
/// # Errors
/// When there is no such edition.
pub fn edition(name: Option<&str>) -> Result<Arc<Catalog>, EditionError> {
    static KNOWN: Mutex<BTreeMap<&str, Arc<Catalog>>> = Mutex::new(BTreeMap::new());
    let edition = find(EDITIONS, name)?;
    // Who fails while they hold it has put nothing half read into it.
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(catalog) = known.get(edition.name) {
        return Ok(Arc::clone(catalog));
    }
    let catalog = Arc::new(read(edition.table).map_err(EditionError::Damaged)?);
    known.insert(edition.name, Arc::clone(&catalog));
    Ok(catalog)
}

/// The catalog of one of these editions, the last if none is named.
///
/// # Errors
/// When there is no such edition.
pub fn choose(editions: &[Edition<'_>], name: Option<&str>) -> Result<Catalog, EditionError> {
    read(find(editions, name)?.table).map_err(EditionError::Damaged)
}

fn find<'e>(editions: &[Edition<'e>], name: Option<&str>) -> Result<Edition<'e>, EditionError> {
    let found = match name {
        Some(name) => editions.iter().find(|e| e.name == name),
        None => editions.last(),
    };
    found.copied().ok_or_else(|| {
        let near = nearest(name.unwrap_or(""), editions.iter().map(|e| e.name));
        EditionError::Unknown(near.map(str::to_owned))
    })
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
