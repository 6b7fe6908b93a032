//! Requests of the protocol, each answered by what `ide` gives.

mod editing;
mod reading;

use super::capabilities::Client;
use super::convert::View;
use super::documents::Documents;
use super::models::Models;
use super::{positions, uri};
use crate::ide::{At, Snapshot};
use crate::source::FileId;
use gen_lsp_types::{Position, Range, TextDocumentPositionParams, Uri};
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::path::PathBuf;

/// Why a request has no answer.
#[derive(Debug)]
pub enum Refusal {
    /// Nobody knows this request.
    Unknown,
    /// What it says can't be understood.
    Parameters(String),
    /// It can't be done; says why, for the user.
    Failed(String),
}

type Answer = Result<Value, Refusal>;

/// What requests are answered from.
pub struct Desk<'a> {
    pub client: &'a Client,
    pub documents: &'a Documents,
    pub models: &'a Models,
}

/// Requests whose answers need the analysis, or are better with it.
pub const NEED_ANALYSIS: &[&str] = &[
    "textDocument/hover",
    "textDocument/inlayHint",
    "textDocument/codeLens",
    "textDocument/codeAction",
    THREATS,
];

/// A request of our own: what is behind a lens, in words.
const THREATS: &str = "trustline/threats";

/// The file that a request is about, if it is about one.
pub fn path_of(params: &Value, models: &Models) -> Option<PathBuf> {
    let uri = params.pointer("/textDocument/uri")?.as_str()?;
    Some(models.spelling(&uri::to_path(&Uri(uri.to_owned()))))
}

fn read<T: DeserializeOwned>(params: Value) -> Result<T, Refusal> {
    serde_json::from_value(params).map_err(|e| Refusal::Parameters(e.to_string()))
}

fn written<T: serde::Serialize>(value: T) -> Answer {
    serde_json::to_value(value).map_err(|e| Refusal::Failed(e.to_string()))
}

/// An open file in the model that shows it best.
struct Place<'a> {
    path: PathBuf,
    view: View<'a>,
    file: FileId,
}

impl Place<'_> {
    fn s(&self) -> &Snapshot {
        self.view.s
    }

    fn at(&self, position: Position) -> At {
        let source = self.s().source(self.file);
        let offset = source.map_or(0, |s| positions::offset(s, position, self.view.client.encoding));
        At { file: self.file, offset }
    }

    fn bytes(&self, range: Range) -> std::ops::Range<usize> {
        let source = self.s().source(self.file);
        source.map_or(0..0, |s| positions::bytes(s, range, self.view.client.encoding))
    }
}

impl<'a> Desk<'a> {
    fn view<'s>(&'s self, s: &'s Snapshot) -> View<'s> {
        View { s, documents: self.documents, client: self.client }
    }

    fn place(&self, uri: &Uri) -> Option<Place<'a>> {
        let path = self.models.spelling(&uri::to_path(uri));
        let found = self.models.of(&path).next().map(|(_, s, file)| (s, file));
        // The borrow of the path ends here.
        let (s, file) = found?;
        Some(Place { view: View { s, documents: self.documents, client: self.client }, file, path })
    }

    fn at(&self, p: &TextDocumentPositionParams) -> Option<(Place<'a>, At)> {
        let place = self.place(&p.text_document.uri)?;
        let at = place.at(p.position);
        Some((place, at))
    }

    /// Answers a request.
    ///
    /// # Errors
    /// When nobody knows it, it can't be understood, or it can't be done.
    pub fn answer(&self, method: &str, params: Value) -> Answer {
        match method {
            "textDocument/completion" => self.completion(read(params)?),
            "textDocument/hover" => self.hover(read(params)?),
            "textDocument/definition" => self.definition(read(params)?),
            "textDocument/references" => self.references(read(params)?),
            "textDocument/documentHighlight" => self.highlights(read(params)?),
            "textDocument/documentSymbol" => self.document_symbols(read(params)?),
            "workspace/symbol" => self.workspace_symbols(&read(params)?),
            "textDocument/foldingRange" => self.folds(&read(params)?),
            "textDocument/selectionRange" => self.selections(read(params)?),
            "textDocument/semanticTokens/full" => self.tokens_of(read(params)?),
            "textDocument/semanticTokens/range" => self.tokens_in(read(params)?),
            "textDocument/documentLink" => self.links(&read(params)?),
            "textDocument/prepareCallHierarchy" => self.prepare_calls(read(params)?),
            "callHierarchy/incomingCalls" => self.incoming(&read(params)?),
            "callHierarchy/outgoingCalls" => self.outgoing(&read(params)?),
            "textDocument/inlayHint" => self.hints(&read(params)?),
            "textDocument/codeLens" => self.lenses(&read(params)?),
            "textDocument/codeAction" => self.actions(read(params)?),
            "textDocument/formatting" => self.format(&read(params)?),
            "textDocument/rangeFormatting" => self.format_range(&read(params)?),
            "textDocument/onTypeFormatting" => self.format_typed(&read(params)?),
            "textDocument/prepareRename" => self.prepare_rename(read(params)?),
            "textDocument/rename" => self.rename(read(params)?),
            THREATS => self.threats(read(params)?),
            _ => Err(Refusal::Unknown),
        }
    }
}
