//! Live pages of models: begun by a command of the editor, fed with each state that is analysed, told where the
//! cursor stands; and the way back, from a click on a part to its line.

use super::capabilities::Client;
use super::documents::Documents;
use super::models::Models;
use super::{Go, World, positions, uri};
use crate::ide::picture::{Spot, part_at};
use crate::ide::{At, Snapshot};
use gen_lsp_types::{Range, Uri};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A page that shows a model in a browser, and goes when it is dropped.
pub trait Page {
    /// Its address.
    fn address(&self) -> &str;
    /// Shows a state of the model; of many at once only the last.
    fn show(&self, state: &Snapshot);
    /// Shows a part of the picture, by its id.
    fn point(&self, id: &str);
}

/// The pages that are open, by the files of their models.
#[derive(Default)]
pub struct Pages {
    open: BTreeMap<PathBuf, Box<dyn Page>>,
}

impl Pages {
    /// The page of the model that an open file belongs to; it is begun if there is none.
    ///
    /// # Errors
    /// When the file belongs to no model, or the page can't be served; says why, for the user.
    pub fn begin(
        &mut self,
        models: &mut Models,
        client: &Client,
        world: World,
        address: &Uri,
        go: Go,
    ) -> Result<&dyn Page, String> {
        let path = models.spelling(&uri::to_path(address));
        let begin = world.page.ok_or("this version has no preview")?;
        let found = models.of(&path).next().map(|(entry, state, _)| (entry.to_path_buf(), state.clone()));
        let (entry, state) = found.ok_or("the file belongs to no model that is open")?;
        let page = match self.open.entry(entry.clone()) {
            std::collections::btree_map::Entry::Occupied(there) => there.into_mut(),
            std::collections::btree_map::Entry::Vacant(room) => {
                let page = begin(&client.theme, go)?;
                // Without its analysis it is shown when that is there.
                if state.analysis.is_some() {
                    page.show(&state);
                }
                models.keep(entry, true);
                room.insert(page)
            }
        };
        Ok(&**page)
    }

    /// Ends the page of the model that a file belongs to, or all of them.
    pub fn end(&mut self, models: &mut Models, address: Option<&Uri>) {
        let path = address.map(|a| models.spelling(&uri::to_path(a)));
        let is_meant = |entry: &Path| match &path {
            Some(path) => models.of(path).any(|(of, ..)| of == entry) || path == entry,
            None => true,
        };
        let gone: Vec<PathBuf> = self.open.keys().filter(|e| is_meant(e)).cloned().collect();
        for entry in gone {
            self.open.remove(&entry);
            models.keep(entry, false);
        }
    }

    /// Shows the state of a model that was analysed.
    pub fn show(&self, models: &Models, entry: &Path) {
        let Some(page) = self.open.get(entry) else { return };
        if let Some((_, state, _)) = models.of(entry).find(|(of, ..)| *of == entry) {
            page.show(state);
        }
    }

    /// Shows the part that is written at the cursor, in all pages that have it.
    pub fn point(&self, models: &Models, client: &Client, said: &Value) {
        if self.open.is_empty() {
            return;
        }
        let address = said.pointer("/textDocument/uri").and_then(Value::as_str);
        let position = said.get("position").and_then(|p| serde_json::from_value(p.clone()).ok());
        let (Some(address), Some(position)) = (address, position) else { return };
        let path = models.spelling(&uri::to_path(&Uri(address.to_owned())));
        for (entry, state, file) in models.of(&path) {
            let Some(page) = self.open.get(entry) else { continue };
            let Some(source) = state.source(file) else { continue };
            let offset = positions::offset(source, position, client.encoding);
            if let Some(id) = part_at(state, At { file, offset }) {
                page.point(id);
            }
        }
    }
}

/// What the editor is asked to show a place.
pub fn shown(models: &Models, documents: &Documents, client: &Client, spot: &Spot) -> Value {
    let position = models.of(&spot.path).next().and_then(|(_, state, file)| {
        let source = state.source(file)?;
        let line = source.nth_line(spot.location.line.saturating_sub(1) as usize)?;
        let before =
            source.text.get(line.clone())?.chars().take(spot.location.column.saturating_sub(1) as usize);
        let offset = line.start + before.map(char::len_utf8).sum::<usize>();
        Some(positions::position(source, offset, client.encoding))
    });
    let position = position.unwrap_or_default();
    json!({
        "uri": documents.uri(&spot.path),
        "takeFocus": true,
        "selection": Range { start: position, end: position },
    })
}
