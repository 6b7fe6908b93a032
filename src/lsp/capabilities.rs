//! What the editor can do, and what the server does.

use super::positions::Encoding;
use super::uri;
use crate::ide::complete::Wishes;
use crate::ide::tokens::TokenSort;
use gen_lsp_types::{
    CodeActionKind, CodeActionOptions, CodeLensOptions, CompletionOptions, DocumentLinkOptions,
    DocumentOnTypeFormattingOptions, ExecuteCommandOptions, Full, PositionEncodingKind, RenameOptions, Save,
    SemanticTokensLegend, SemanticTokensOptions, SemanticTokensOptionsRange, ServerCapabilities,
    TextDocumentSync, TextDocumentSyncKind, TextDocumentSyncOptions, Uri, WorkspaceFoldersServerCapabilities,
    WorkspaceOptions,
};
use serde_json::Value;
use std::path::PathBuf;

/// What the editor can do. It is read field by field, so that one that says something odd about one thing is
/// understood in all others.
#[derive(Clone, Debug, Default)]
#[allow(clippy::struct_excessive_bools, reason = "each is a field of the protocol")]
pub struct Client {
    /// In what columns are counted.
    pub encoding: Encoding,
    /// Whether completions may have places to fill in.
    pub snippets: bool,
    /// Whether diagnostics may name other places.
    pub related: bool,
    /// Whether edits may name versions and make files.
    pub document_changes: bool,
    /// Whether symbols may stand in others.
    pub nested_symbols: bool,
    /// Whether definitions may say where they are asked from.
    pub links: bool,
    /// Whether it tells of files that change on disk when asked to.
    pub watches: bool,
    /// Whether it offers completions again when an item says so.
    pub suggest: bool,
    /// Whether it can show a picture.
    pub preview: bool,
    /// Whether it shows a place, or a page in a browser, when it is asked to.
    pub shows: bool,
    /// How live pages look: the name of a theme or its folder.
    pub theme: String,
    /// Whether a rename keeps the old name in `was`.
    pub was: bool,
    /// Where the pages of codes are read.
    docs: Option<String>,
    /// The folder that imports may not leave.
    pub bound: Option<PathBuf>,
    /// The folders of the workspace.
    pub roots: Vec<PathBuf>,
}

impl Client {
    /// From what the editor says when it begins.
    pub fn new(params: &Value) -> Client {
        let flag = |path: &str| params.pointer(path).and_then(Value::as_bool).unwrap_or(false);
        let text = |path: &str| params.pointer(path).and_then(Value::as_str);
        let offered = params.pointer("/capabilities/general/positionEncodings").and_then(Value::as_array);
        let offers = |name: &str| offered.is_some_and(|list| list.iter().any(|v| v == name));
        let encoding = match () {
            () if offers("utf-8") => Encoding::Utf8,
            () if offers("utf-32") && !offers("utf-16") => Encoding::Utf32,
            () => Encoding::Utf16,
        };
        let folder =
            |v: &Value| v.get("uri").and_then(Value::as_str).map(|u| uri::to_path(&Uri(u.to_owned())));
        let folders = params.get("workspaceFolders").and_then(Value::as_array);
        let mut roots: Vec<PathBuf> = folders.into_iter().flatten().filter_map(folder).collect();
        if roots.is_empty() {
            roots.extend(text("/rootUri").map(|u| uri::to_path(&Uri(u.to_owned()))));
        }
        let bound = text("/initializationOptions/root").map(|r| match roots.first() {
            Some(first) => first.join(r),
            None => PathBuf::from(r),
        });
        let repository = env!("CARGO_PKG_REPOSITORY");
        let pages = (!repository.is_empty()).then(|| format!("{repository}/blob/main/docs/diagnostics.md"));
        Client {
            encoding,
            snippets: flag("/capabilities/textDocument/completion/completionItem/snippetSupport"),
            related: flag("/capabilities/textDocument/publishDiagnostics/relatedInformation"),
            document_changes: flag("/capabilities/workspace/workspaceEdit/documentChanges"),
            nested_symbols: flag(
                "/capabilities/textDocument/documentSymbol/hierarchicalDocumentSymbolSupport",
            ),
            links: flag("/capabilities/textDocument/definition/linkSupport"),
            watches: flag("/capabilities/workspace/didChangeWatchedFiles/dynamicRegistration"),
            suggest: flag("/initializationOptions/suggest"),
            preview: flag("/initializationOptions/preview"),
            shows: flag("/capabilities/window/showDocument/support"),
            theme: text("/initializationOptions/theme").unwrap_or("default").to_owned(),
            was: flag("/initializationOptions/renameKeepsOldName"),
            docs: text("/initializationOptions/docs").map(str::to_owned).or(pages),
            bound,
            roots,
        }
    }

    /// Where the page of a code is read.
    pub fn page(&self, code: &str) -> Option<Uri> {
        self.docs.as_ref().map(|docs| Uri(format!("{docs}#{code}")))
    }

    /// What completions may have.
    pub fn wishes(&self) -> Wishes {
        Wishes { snippets: self.snippets }
    }
}

/// The command of a lens over a part with open threats; the editor's side knows what to do with it.
pub const SHOW_THREATS: &str = "trustline.showThreats";
/// Begins the live page of a model, and has the editor open it; lenses carry it as well.
pub const SHOW_PREVIEW: &str = "trustline.showPreview";
/// Ends the live page of a model.
pub const CLOSE_PREVIEW: &str = "trustline.closePreview";
/// What an editor does to offer completions again; only those that say so know it.
pub const SUGGEST: &str = "editor.action.triggerSuggest";

/// What the server does.
pub fn server(client: &Client, pages: bool) -> ServerCapabilities {
    let encoding = match client.encoding {
        Encoding::Utf8 => PositionEncodingKind::UTF8,
        Encoding::Utf16 => PositionEncodingKind::UTF16,
        Encoding::Utf32 => PositionEncodingKind::UTF32,
    };
    let words = |list: &[&str]| Some(list.iter().map(|w| (*w).to_owned()).collect::<Vec<String>>());
    let sync = TextDocumentSyncOptions {
        open_close: Some(true),
        change: Some(TextDocumentSyncKind::Incremental),
        save: Some(Save::Bool(true)),
        ..TextDocumentSyncOptions::default()
    };
    let folders = WorkspaceFoldersServerCapabilities {
        supported: Some(true),
        change_notifications: Some(gen_lsp_types::ChangeNotifications::Bool(true)),
    };
    let kinds = vec![
        CodeActionKind::QuickFix,
        CodeActionKind::RefactorRewrite,
        CodeActionKind::RefactorExtract,
        CodeActionKind::SourceFixAll,
    ];
    let tokens = SemanticTokensOptions {
        legend: SemanticTokensLegend {
            token_types: TokenSort::ALL.iter().map(|(_, name)| (*name).to_owned()).collect(),
            token_modifiers: vec!["declaration".to_owned(), "defaultLibrary".to_owned()],
        },
        range: Some(SemanticTokensOptionsRange::Bool(true)),
        full: Some(Full::Bool(true)),
        ..SemanticTokensOptions::default()
    };
    ServerCapabilities {
        position_encoding: Some(encoding),
        text_document_sync: Some(TextDocumentSync::Options(sync)),
        completion_provider: Some(CompletionOptions {
            trigger_characters: words(&[".", ":", "\"", ">", "[", " ", ","]),
            ..CompletionOptions::default()
        }),
        hover_provider: Some(true.into()),
        definition_provider: Some(true.into()),
        references_provider: Some(true.into()),
        document_highlight_provider: Some(true.into()),
        document_symbol_provider: Some(true.into()),
        workspace_symbol_provider: Some(true.into()),
        code_action_provider: Some(
            CodeActionOptions { code_action_kinds: Some(kinds), ..CodeActionOptions::default() }.into(),
        ),
        code_lens_provider: Some(CodeLensOptions::default()),
        document_link_provider: Some(DocumentLinkOptions::default()),
        document_formatting_provider: Some(true.into()),
        document_range_formatting_provider: Some(true.into()),
        document_on_type_formatting_provider: Some(DocumentOnTypeFormattingOptions {
            first_trigger_character: "}".to_owned(),
            more_trigger_character: words(&["\n"]),
        }),
        rename_provider: Some(
            RenameOptions { prepare_provider: Some(true), ..RenameOptions::default() }.into(),
        ),
        folding_range_provider: Some(true.into()),
        selection_range_provider: Some(true.into()),
        call_hierarchy_provider: Some(true.into()),
        semantic_tokens_provider: Some(tokens.into()),
        inlay_hint_provider: Some(true.into()),
        execute_command_provider: pages.then(|| ExecuteCommandOptions {
            commands: [SHOW_PREVIEW, CLOSE_PREVIEW].map(str::to_owned).to_vec(),
            ..ExecuteCommandOptions::default()
        }),
        workspace: Some(WorkspaceOptions { workspace_folders: Some(folders), ..WorkspaceOptions::default() }),
        ..ServerCapabilities::default()
    }
}
