//! What `ide` gives, in the protocol's terms.

use super::capabilities::Client;
use super::documents::Documents;
use super::positions;
use crate::diagnostic::{self, Severity};
use crate::ide::Snapshot;
use crate::ide::names::Sort;
use crate::source::{FileId, Span};
use gen_lsp_types::{
    Code, CodeDescription, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, DocumentChange,
    Edit, Hover, Location, MarkupContent, MarkupKind, OptionalVersionedTextDocumentIdentifier, Range,
    SymbolKind, TextDocumentEdit, TextDocumentIdentifier, TextEdit, Uri, WorkspaceEdit,
};
use std::collections::{BTreeMap, HashMap};
use std::path::PathBuf;

/// A model with what is needed to say its places.
#[derive(Copy, Clone)]
pub struct View<'a> {
    pub s: &'a Snapshot,
    pub documents: &'a Documents,
    pub client: &'a Client,
}

impl View<'_> {
    pub fn range(&self, span: Span) -> Range {
        self.s
            .source(span.file)
            .map(|source| positions::range(source, span, self.client.encoding))
            .unwrap_or_default()
    }

    pub fn uri(&self, file: FileId) -> Option<Uri> {
        self.s.path(file).map(|p| self.documents.uri(p))
    }

    pub fn location(&self, span: Span) -> Option<Location> {
        Some(Location { uri: self.uri(span.file)?, range: self.range(span) })
    }

    pub fn edit(&self, e: &diagnostic::Edit) -> TextEdit {
        TextEdit { range: self.range(e.span), new_text: e.text.clone() }
    }

    /// Edits of one file, in the order of the text.
    pub fn edits(&self, list: &[diagnostic::Edit]) -> Vec<TextEdit> {
        let mut sorted: Vec<&diagnostic::Edit> = list.iter().collect();
        sorted.sort_by_key(|e| e.span);
        sorted.into_iter().map(|e| self.edit(e)).collect()
    }

    /// Edits of many files; with versions where the editor takes them, so that nothing is changed that has
    /// changed since.
    pub fn workspace_edit(
        &self,
        edits: &[diagnostic::Edit],
        new: Option<&(PathBuf, String)>,
    ) -> WorkspaceEdit {
        let mut by_file: BTreeMap<FileId, Vec<diagnostic::Edit>> = BTreeMap::new();
        for e in edits {
            by_file.entry(e.span.file).or_default().push(e.clone());
        }
        let files = by_file.into_iter().filter_map(|(file, list)| {
            let path = self.s.path(file)?;
            let version = self.documents.get(path).map(|d| d.version);
            Some((self.documents.uri(path), version, self.edits(&list)))
        });
        if !self.client.document_changes {
            let changes: HashMap<Uri, Vec<TextEdit>> = files.map(|(uri, _, edits)| (uri, edits)).collect();
            return WorkspaceEdit { changes: Some(changes), ..WorkspaceEdit::default() };
        }
        let mut out: Vec<DocumentChange> = Vec::new();
        let change = |uri: Uri, version: Option<i32>, edits: Vec<TextEdit>| {
            let text_document_identifier = TextDocumentIdentifier { uri };
            DocumentChange::TextDocumentEdit(TextDocumentEdit {
                text_document: OptionalVersionedTextDocumentIdentifier { version, text_document_identifier },
                edits: edits.into_iter().map(Edit::TextEdit).collect(),
            })
        };
        if let Some((path, text)) = new {
            let uri = super::uri::from_path(path);
            out.push(DocumentChange::CreateFile(gen_lsp_types::CreateFile {
                uri: uri.clone(),
                options: Some(gen_lsp_types::CreateFileOptions {
                    overwrite: Some(false),
                    ignore_if_exists: Some(false),
                }),
                annotation_id: None,
            }));
            let edit = TextEdit { range: Range::default(), new_text: text.clone() };
            out.push(change(uri, None, vec![edit]));
        }
        out.extend(files.map(|(uri, version, edits)| change(uri, version, edits)));
        WorkspaceEdit { document_changes: Some(out), ..WorkspaceEdit::default() }
    }

    /// A diagnostic, with its page and what its fix needs.
    pub fn diagnostic(&self, d: &diagnostic::Diagnostic) -> Diagnostic {
        let severity = match d.severity {
            Severity::Error => DiagnosticSeverity::Error,
            Severity::Warning => DiagnosticSeverity::Warning,
            Severity::Note => DiagnosticSeverity::Information,
        };
        let mut message = d.message.clone();
        let at = d.primary.as_ref().map(|p| p.text.as_str()).filter(|t| !t.is_empty());
        for more in at.into_iter().chain(d.help.iter().map(String::as_str)) {
            message.push('\n');
            message.push_str(more);
        }
        let labels = d.labels.iter().filter_map(|l| {
            let message = if l.text.is_empty() { "this belongs to it".to_owned() } else { l.text.clone() };
            Some(DiagnosticRelatedInformation { location: self.location(l.span)?, message })
        });
        let labels: Vec<_> = if self.client.related { labels.collect() } else { Vec::new() };
        Diagnostic {
            range: d.primary.as_ref().map(|p| self.range(p.span)).unwrap_or_default(),
            severity: Some(severity),
            code: Some(Code::String(d.code.name().to_owned())),
            code_description: self.client.page(d.code.name()).map(|href| CodeDescription { href }),
            source: Some("trustline".to_owned()),
            message: message.into(),
            tags: None,
            related_information: (!labels.is_empty()).then_some(labels),
            data: d.fix.as_ref().map(|f| serde_json::json!({ "fix": f.message })),
        }
    }
}

/// A text in Markdown.
pub fn markdown(value: String) -> MarkupContent {
    MarkupContent { kind: MarkupKind::Markdown, value }
}

/// A hover.
pub fn hover(view: &View<'_>, h: crate::ide::hover::Hover) -> Hover {
    Hover {
        contents: gen_lsp_types::Contents::MarkupContent(markdown(h.text)),
        range: Some(view.range(h.span)),
    }
}

/// The sign of a declaration.
pub fn symbol(sort: Option<Sort>) -> SymbolKind {
    match sort {
        Some(Sort::Element) => SymbolKind::Object,
        Some(Sort::Boundary) => SymbolKind::Namespace,
        Some(Sort::Data) => SymbolKind::Struct,
        Some(Sort::Flow) => SymbolKind::Event,
        Some(Sort::OwnControl | Sort::Control) => SymbolKind::Function,
        Some(Sort::Attacker) => SymbolKind::Interface,
        Some(Sort::View) => SymbolKind::File,
        Some(Sort::Alias) => SymbolKind::Module,
        Some(Sort::Kind) => SymbolKind::Class,
        Some(Sort::Threat) => SymbolKind::Constant,
        Some(Sort::Property) => SymbolKind::Property,
        None => SymbolKind::String,
    }
}
