//! What changes texts: formatting, renaming, actions.

use super::{Answer, Desk, Refusal, written};
use crate::ide::actions::{ActionSort, actions};
use crate::ide::{Edits, format, rename};
use gen_lsp_types as lsp;
use serde_json::Value;
use std::path::Path;

impl Desk<'_> {
    pub(super) fn format(&self, p: &lsp::DocumentFormattingParams) -> Answer {
        let Some(place) = self.place(&p.text_document.uri) else { return Ok(Value::Null) };
        written(place.view.edits(&self.but_mark(&place.path, format::file(place.s(), place.file))))
    }

    pub(super) fn format_range(&self, p: &lsp::DocumentRangeFormattingParams) -> Answer {
        let Some(place) = self.place(&p.text_document.uri) else { return Ok(Value::Null) };
        let edits = format::range(place.s(), place.file, place.bytes(p.range));
        written(place.view.edits(&self.but_mark(&place.path, edits)))
    }

    /// Edits that leave what stands in the place of a byte order mark.
    fn but_mark(&self, path: &Path, mut edits: Edits) -> Edits {
        let mark = self.documents.get(path).map_or(0, |d| u32::try_from(d.mark).unwrap_or(0));
        for e in &mut edits {
            e.span.start = e.span.start.max(mark);
            e.span.end = e.span.end.max(mark);
        }
        edits.retain(|e| e.span.start < e.span.end || !e.text.is_empty());
        edits
    }

    pub(super) fn format_typed(&self, p: &lsp::DocumentOnTypeFormattingParams) -> Answer {
        let Some(place) = self.place(&p.text_document.uri) else { return Ok(Value::Null) };
        let Some(character) = p.ch.chars().next() else { return Ok(Value::Null) };
        let edits = format::typed(place.s(), place.at(p.position), character);
        written(place.view.edits(&self.but_mark(&place.path, edits)))
    }

    pub(super) fn prepare_rename(&self, p: lsp::PrepareRenameParams) -> Answer {
        let Some((place, at)) = self.at(&p.text_document_position_params) else { return Ok(Value::Null) };
        let (span, placeholder) = rename::prepare(place.s(), at).map_err(Refusal::Failed)?;
        written(lsp::PrepareRenamePlaceholder { range: place.view.range(span), placeholder })
    }

    /// In all models that the file is part of: each may have files that the others do not know.
    pub(super) fn rename(&self, p: lsp::RenameParams) -> Answer {
        let Some((place, at)) = self.at(&p.text_document_position_params) else { return Ok(Value::Null) };
        let mut whole: Option<lsp::WorkspaceEdit> = None;
        let before = rename::prepare(place.s(), at).map(|(_, name)| name);
        for (_, s, file) in self.models.of(&place.path) {
            let here = crate::ide::At { file, ..at };
            let edits = match rename::rename(s, here, &p.new_name, self.client.was) {
                // Where a part keeps no older names, the rest is done.
                Err(_) if self.client.was => rename::rename(s, here, &p.new_name, false),
                other => other,
            };
            let edits = edits.map_err(Refusal::Failed)?;
            join(&mut whole, self.view(s).workspace_edit(&edits, None));
        }
        if let (Ok(old), false) = (before, self.client.was) {
            self.models.note_renamed(&old, &p.new_name);
        }
        written(whole)
    }

    pub(super) fn actions(&self, p: lsp::CodeActionParams) -> Answer {
        let Some(place) = self.place(&p.text_document.uri) else { return Ok(Value::Null) };
        let only = p.context.only;
        let mut out: Vec<lsp::CodeAction> = Vec::new();
        let range = place.bytes(p.range);
        let at = crate::ide::At { file: place.file, offset: range.start };
        let older = rename::prepare(place.s(), at).ok().and_then(|(_, name)| self.models.older(&name));
        let keeping = older.and_then(|old| rename::keeping(place.s(), at, &old));
        for a in actions(place.s(), place.file, range).into_iter().chain(keeping) {
            let kind = match a.sort {
                ActionSort::Fix => lsp::CodeActionKind::QuickFix,
                ActionSort::FixAll => lsp::CodeActionKind::SourceFixAll,
                ActionSort::Rewrite => lsp::CodeActionKind::RefactorRewrite,
                ActionSort::Extract => lsp::CodeActionKind::RefactorExtract,
            };
            let wanted = only.as_ref().is_none_or(|list| list.iter().any(|k| under(&kind, k)));
            // A file can only be made by editors that take changes of documents.
            if !wanted || a.file.is_some() && !self.client.document_changes {
                continue;
            }
            let ends = a.ends.iter().filter_map(|i| place.s().diagnostics.get(*i));
            let ends: Vec<lsp::Diagnostic> = ends.map(|d| place.view.diagnostic(d)).collect();
            out.push(lsp::CodeAction {
                title: a.title,
                kind: Some(kind),
                diagnostics: (!ends.is_empty()).then_some(ends),
                is_preferred: a.preferred.then_some(true),
                edit: Some(place.view.workspace_edit(&a.edits, a.file.as_ref())),
                ..lsp::CodeAction::default()
            });
        }
        written(out)
    }
}

/// Whether a kind is the other or stands under it: `refactor.extract` under `refactor`.
fn under(kind: &lsp::CodeActionKind, above: &lsp::CodeActionKind) -> bool {
    let (kind, above) = (kind.to_string(), above.to_string());
    above.is_empty() || kind == above || kind.strip_prefix(&above).is_some_and(|rest| rest.starts_with('.'))
}

/// Adds the edits of one model to those of others, each once.
fn join(whole: &mut Option<lsp::WorkspaceEdit>, more: lsp::WorkspaceEdit) {
    let Some(all) = whole else {
        *whole = Some(more);
        return;
    };
    if let (Some(all), Some(more)) = (&mut all.changes, more.changes) {
        for (uri, edits) in more {
            let list = all.entry(uri).or_default();
            for edit in edits {
                if !list.contains(&edit) {
                    list.push(edit);
                }
            }
        }
    }
    if let (Some(all), Some(more)) = (&mut all.document_changes, more.document_changes) {
        for change in more {
            let lsp::DocumentChange::TextDocumentEdit(new) = change else { continue };
            let same = all.iter_mut().find_map(|c| match c {
                lsp::DocumentChange::TextDocumentEdit(e) if e.text_document == new.text_document => Some(e),
                _ => None,
            });
            match same {
                Some(e) => {
                    for edit in new.edits {
                        if !e.edits.contains(&edit) {
                            e.edits.push(edit);
                        }
                    }
                }
                None => all.push(lsp::DocumentChange::TextDocumentEdit(new)),
            }
        }
    }
}
