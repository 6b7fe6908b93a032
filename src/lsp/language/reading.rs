//! What is shown: completion, hover, places, symbols, colours, hints.

use super::{Answer, Desk, Place, written};
use crate::ide::complete::{Item, ItemSort, complete};
use crate::ide::fold::FoldSort;
use crate::ide::lenses::Leads;
use crate::ide::tokens::{Token, TokenSort};
use crate::ide::{calls, fold, hints, hover, lenses, links, navigate, symbols, threats, tokens};
use crate::lsp::capabilities::{SHOW_PREVIEW, SHOW_THREATS, SUGGEST};
use crate::lsp::convert::{self, markdown};
use crate::lsp::positions;
use crate::source::Span;
use gen_lsp_types as lsp;
use lsp::{Command, Location};
use serde_json::{Value, json};

impl Desk<'_> {
    pub(super) fn completion(&self, p: lsp::CompletionParams) -> Answer {
        let Some((place, at)) = self.at(&p.text_document_position_params) else { return Ok(Value::Null) };
        let files = self.models.importable(&place.path);
        // The threats of the state before serve until those of this one are known.
        let known =
            match (&place.s().analysis, self.models.before(&place.path).and_then(|s| s.analysis.clone())) {
                (None, Some(analysis)) if same_rules(place.s(), self.models.before(&place.path)) => {
                    place.s().analysed(analysis, Vec::new())
                }
                _ => place.s().clone(),
            };
        let items = complete(&known, at, self.client.wishes(), &files);
        let items: Vec<lsp::CompletionItem> =
            items.into_iter().enumerate().map(|(i, item)| self.item(&place, i, item)).collect();
        written(lsp::CompletionList { is_incomplete: false, items, ..lsp::CompletionList::default() })
    }

    fn item(&self, place: &Place<'_>, order: usize, item: Item) -> lsp::CompletionItem {
        let kind = match item.sort {
            ItemSort::Word => lsp::CompletionItemKind::Keyword,
            ItemSort::Kind => lsp::CompletionItemKind::Class,
            ItemSort::Property => lsp::CompletionItemKind::Property,
            ItemSort::Value => lsp::CompletionItemKind::EnumMember,
            ItemSort::Control => lsp::CompletionItemKind::Function,
            ItemSort::Threat => lsp::CompletionItemKind::Constant,
            ItemSort::Element => lsp::CompletionItemKind::Variable,
            ItemSort::Boundary | ItemSort::Alias => lsp::CompletionItemKind::Module,
            ItemSort::Data => lsp::CompletionItemKind::Struct,
            ItemSort::Flow => lsp::CompletionItemKind::Event,
            ItemSort::Attacker => lsp::CompletionItemKind::Interface,
            ItemSort::File => lsp::CompletionItemKind::File,
        };
        // Neovim takes a plain text up to its first blank only.
        let blanks = !item.snippet && self.client.snippets && item.insert.contains(' ');
        let item = if blanks { item.as_snippet() } else { item };
        let format =
            if item.snippet { lsp::InsertTextFormat::Snippet } else { lsp::InsertTextFormat::PlainText };
        let again = (item.again && self.client.suggest).then(|| Command {
            title: "suggest".to_owned(),
            command: SUGGEST.to_owned(),
            ..Command::default()
        });
        let edit = lsp::TextEdit { range: place.view.range(item.span), new_text: item.insert };
        lsp::CompletionItem {
            // With an edit and without this, Neovim from 0.11 on takes all items as fitting what is typed.
            filter_text: Some(item.label.clone()),
            label: item.label,
            kind: Some(kind),
            detail: (!item.detail.is_empty()).then_some(item.detail),
            documentation: (!item.about.is_empty()).then(|| markdown(item.about).into()),
            // Editors sort by letters.
            sort_text: Some(format!("{order:05}")),
            insert_text_format: Some(format),
            text_edit: Some(edit.into()),
            command: again,
            ..lsp::CompletionItem::default()
        }
    }

    pub(super) fn hover(&self, p: lsp::HoverParams) -> Answer {
        let Some((place, at)) = self.at(&p.text_document_position_params) else { return Ok(Value::Null) };
        written(hover::hover(place.s(), at).map(|h| convert::hover(&place.view, h)))
    }

    pub(super) fn definition(&self, p: lsp::DefinitionParams) -> Answer {
        let Some((place, at)) = self.at(&p.text_document_position_params) else { return Ok(Value::Null) };
        let Some(d) = navigate::definition(place.s(), at) else { return Ok(Value::Null) };
        let Some(uri) = place.view.uri(d.to.file) else { return Ok(Value::Null) };
        if !self.client.links {
            return written(vec![Location { uri, range: place.view.range(d.to) }]);
        }
        written(vec![lsp::LocationLink {
            origin_selection_range: Some(place.view.range(d.from)),
            target_uri: uri,
            target_range: place.view.range(d.whole),
            target_selection_range: place.view.range(d.to),
        }])
    }

    /// In all models that the file is part of.
    pub(super) fn references(&self, p: lsp::ReferenceParams) -> Answer {
        let Some((place, at)) = self.at(&p.text_document_position_params) else { return Ok(Value::Null) };
        let mut out: Vec<Location> = Vec::new();
        for (_, s, file) in self.models.of(&place.path) {
            let view = self.view(s);
            let spans = navigate::references(s, crate::ide::At { file, ..at }, p.context.include_declaration);
            for location in spans.into_iter().filter_map(|span| view.location(span)) {
                if !out.contains(&location) {
                    out.push(location);
                }
            }
        }
        written(out)
    }

    pub(super) fn highlights(&self, p: lsp::DocumentHighlightParams) -> Answer {
        let Some((place, at)) = self.at(&p.text_document_position_params) else { return Ok(Value::Null) };
        let kind = |declares| {
            if declares { lsp::DocumentHighlightKind::Write } else { lsp::DocumentHighlightKind::Read }
        };
        let all = navigate::highlights(place.s(), at).into_iter();
        let all: Vec<lsp::DocumentHighlight> = all
            .map(|(span, declares)| lsp::DocumentHighlight {
                range: place.view.range(span),
                kind: Some(kind(declares)),
            })
            .collect();
        written(all)
    }

    pub(super) fn document_symbols(&self, p: lsp::DocumentSymbolParams) -> Answer {
        let Some(place) = self.place(&p.text_document.uri) else { return Ok(Value::Null) };
        let outline = symbols::outline(place.s(), place.file);
        if self.client.nested_symbols {
            let all: Vec<lsp::DocumentSymbol> = outline.iter().map(|o| nested(&place, o)).collect();
            return written(all);
        }
        let mut flat = Vec::new();
        for o in &outline {
            flattened(&place, &p.text_document.uri, o, None, &mut flat);
        }
        written(flat)
    }

    pub(super) fn workspace_symbols(&self, p: &lsp::WorkspaceSymbolParams) -> Answer {
        let mut out: Vec<Value> = Vec::new();
        let closed = self.models.closed();
        for s in self.models.all().chain(&closed) {
            let view = self.view(s);
            for found in symbols::search(s, &p.query) {
                let Some(location) = view.location(found.span) else { continue };
                let kind = convert::symbol(Some(found.sort));
                let symbol = json!({
                    "name": found.name, "kind": kind, "location": location, "containerName": found.within,
                });
                if !out.contains(&symbol) {
                    out.push(symbol);
                }
            }
        }
        Ok(Value::Array(out))
    }

    pub(super) fn folds(&self, p: &lsp::FoldingRangeParams) -> Answer {
        let Some(place) = self.place(&p.text_document.uri) else { return Ok(Value::Null) };
        let all = fold::folds(place.s(), place.file).into_iter();
        let all: Vec<lsp::FoldingRange> = all
            .map(|f| {
                let range = place.view.range(f.span);
                lsp::FoldingRange {
                    start_line: range.start.line,
                    start_character: Some(range.start.character),
                    end_line: range.end.line,
                    end_character: Some(range.end.character),
                    kind: match f.sort {
                        FoldSort::Code => None,
                        FoldSort::Comment => Some(lsp::FoldingRangeKind::Comment),
                        FoldSort::Imports => Some(lsp::FoldingRangeKind::Imports),
                    },
                    collapsed_text: None,
                }
            })
            .collect();
        written(all)
    }

    pub(super) fn selections(&self, p: lsp::SelectionRangeParams) -> Answer {
        let Some(place) = self.place(&p.text_document.uri) else { return Ok(Value::Null) };
        let chain = |position: lsp::Position| {
            let spans = fold::selections(place.s(), place.at(position));
            let outer = spans.into_iter().rev().fold(None, |parent, span| {
                Some(Box::new(lsp::SelectionRange { range: place.view.range(span), parent }))
            });
            outer.map_or_else(
                || lsp::SelectionRange { range: lsp::Range { start: position, end: position }, parent: None },
                |b| *b,
            )
        };
        let all: Vec<lsp::SelectionRange> = p.positions.into_iter().map(chain).collect();
        written(all)
    }

    pub(super) fn tokens_of(&self, p: lsp::SemanticTokensParams) -> Answer {
        let Some(place) = self.place(&p.text_document.uri) else { return Ok(Value::Null) };
        coloured(&place, tokens::tokens(place.s(), place.file))
    }

    pub(super) fn tokens_in(&self, p: lsp::SemanticTokensRangeParams) -> Answer {
        let Some(place) = self.place(&p.text_document.uri) else { return Ok(Value::Null) };
        let range = place.bytes(p.range);
        let mut all = tokens::tokens(place.s(), place.file);
        all.retain(|t| t.span.range().start <= range.end && range.start <= t.span.range().end);
        coloured(&place, all)
    }

    pub(super) fn links(&self, p: &lsp::DocumentLinkParams) -> Answer {
        let Some(place) = self.place(&p.text_document.uri) else { return Ok(Value::Null) };
        let all: Vec<lsp::DocumentLink> = links::links(place.s(), place.file)
            .into_iter()
            .map(|l| lsp::DocumentLink {
                range: place.view.range(l.span),
                target: Some(match l.target {
                    links::Target::File(path) => self.documents.uri(&path),
                    links::Target::Address(address) => lsp::Uri(address),
                }),
                tooltip: Some(l.about),
                data: None,
            })
            .collect();
        written(all)
    }

    pub(super) fn prepare_calls(&self, p: lsp::CallHierarchyPrepareParams) -> Answer {
        let Some((place, at)) = self.at(&p.text_document_position_params) else { return Ok(Value::Null) };
        let item = calls::prepare(place.s(), at).and_then(|i| called(&place, &i));
        written(item.map(|i| vec![i]))
    }

    pub(super) fn incoming(&self, p: &lsp::CallHierarchyIncomingCallsParams) -> Answer {
        let Some(place) = self.place(&p.item.uri) else { return Ok(Value::Null) };
        let all = calls::incoming(place.s(), &name_of(&p.item));
        // The flows stand in the file of the model, wherever the element that calls is declared.
        let all: Vec<Value> = all
            .iter()
            .filter_map(|c| {
                Some(json!({ "from": called(&place, &c.item)?, "fromRanges": ranges(&place, &c.flows) }))
            })
            .collect();
        Ok(Value::Array(all))
    }

    pub(super) fn outgoing(&self, p: &lsp::CallHierarchyOutgoingCallsParams) -> Answer {
        let Some(place) = self.place(&p.item.uri) else { return Ok(Value::Null) };
        let all = calls::outgoing(place.s(), &name_of(&p.item));
        let all: Vec<Value> = all
            .iter()
            .filter_map(|c| {
                Some(json!({ "to": called(&place, &c.item)?, "fromRanges": ranges(&place, &c.flows) }))
            })
            .collect();
        Ok(Value::Array(all))
    }

    pub(super) fn hints(&self, p: &lsp::InlayHintParams) -> Answer {
        let Some(place) = self.place(&p.text_document.uri) else { return Ok(Value::Null) };
        let Some(source) = place.s().source(place.file) else { return Ok(Value::Null) };
        let all: Vec<lsp::InlayHint> = hints::hints(place.s(), place.file, place.bytes(p.range))
            .into_iter()
            .map(|h| lsp::InlayHint {
                position: positions::position(source, h.at, self.client.encoding),
                label: h.text.into(),
                kind: None,
                text_edits: None,
                tooltip: Some(markdown(h.about).into()),
                padding_left: Some(true),
                padding_right: None,
                data: None,
            })
            .collect();
        written(all)
    }

    pub(super) fn lenses(&self, p: &lsp::CodeLensParams) -> Answer {
        let Some(place) = self.place(&p.text_document.uri) else { return Ok(Value::Null) };
        let all: Vec<lsp::CodeLens> = lenses::lenses(place.s(), place.file, self.client.preview)
            .into_iter()
            .map(|l| {
                let range = place.view.range(l.span);
                let (command, argument) = match &l.leads {
                    Leads::Threats(ids) => (SHOW_THREATS, json!(ids)),
                    Leads::Preview => (SHOW_PREVIEW, json!(range.start)),
                };
                let command = Command {
                    title: l.text,
                    command: command.to_owned(),
                    arguments: Some(vec![json!(p.text_document.uri), argument]),
                    ..Command::default()
                };
                lsp::CodeLens { range, command: Some(command), data: None }
            })
            .collect();
        written(all)
    }
}

/// Which threats are asked for, and of which model.
#[derive(serde::Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ThreatsParams {
    text_document: lsp::TextDocumentIdentifier,
    ids: Vec<String>,
}

impl Desk<'_> {
    /// For editors that show what is behind a lens: ids with a line to choose by, and a text in Markdown.
    pub(super) fn threats(&self, p: ThreatsParams) -> Answer {
        let Some(place) = self.place(&p.text_document.uri) else { return Ok(Value::Null) };
        let all = threats::told(place.s(), &p.ids).into_iter();
        let all: Vec<Value> =
            all.map(|t| json!({ "id": t.id, "title": t.title, "about": t.about })).collect();
        Ok(Value::Array(all))
    }
}

/// Whether ids of an earlier state mean the same in this one.
fn same_rules(now: &crate::ide::Snapshot, before: Option<&crate::ide::Snapshot>) -> bool {
    before.is_some_and(|b| {
        let (a, b) = (now.model(), b.model());
        let names = |m: &crate::model::Model| {
            let elements = m.elements.iter().map(|e| e.name.clone());
            let flows = m.flows.iter().map(|f| f.id.clone());
            elements.chain(flows).collect::<Vec<_>>()
        };
        a.catalog.rules.len() == b.catalog.rules.len()
            && a.boundaries.len() == b.boundaries.len()
            && a.data.len() == b.data.len()
            && names(a) == names(b)
    })
}

fn nested(place: &Place<'_>, o: &symbols::Outlined) -> lsp::DocumentSymbol {
    let inner: Vec<lsp::DocumentSymbol> = o.inner.iter().map(|i| nested(place, i)).collect();
    lsp::DocumentSymbol {
        name: o.name.clone(),
        detail: (!o.detail.is_empty()).then(|| o.detail.clone()),
        kind: convert::symbol(o.sort),
        tags: None,
        #[allow(deprecated, reason = "the type has the field")]
        deprecated: None,
        range: place.view.range(o.whole),
        selection_range: place.view.range(o.name_span),
        children: (!inner.is_empty()).then_some(inner),
    }
}

/// For editors that know no nested symbols.
fn flattened(
    place: &Place<'_>,
    uri: &lsp::Uri,
    o: &symbols::Outlined,
    within: Option<&str>,
    out: &mut Vec<Value>,
) {
    let location = Location { uri: uri.clone(), range: place.view.range(o.whole) };
    let kind = convert::symbol(o.sort);
    out.push(json!({ "name": o.name, "kind": kind, "location": location, "containerName": within }));
    for inner in &o.inner {
        flattened(place, uri, inner, Some(&o.name), out);
    }
}

/// The tokens as the protocol counts them: each by its distance from the one before.
fn coloured(place: &Place<'_>, all: Vec<Token>) -> Answer {
    let (mut line, mut column) = (0, 0);
    let token = |t: Token| {
        let range = place.view.range(t.span);
        let (delta_line, from) = (range.start.line - line, if range.start.line == line { column } else { 0 });
        (line, column) = (range.start.line, range.start.character);
        let sort = TokenSort::ALL.iter().position(|(s, _)| *s == t.sort).unwrap_or(0);
        lsp::SemanticToken {
            delta_line,
            delta_start: range.start.character - from,
            length: range.end.character.saturating_sub(range.start.character),
            token_type: u32::try_from(sort).unwrap_or(0),
            token_modifiers_bitset: u32::from(t.declares) | u32::from(t.built_in) << 1,
        }
    };
    let data = all.into_iter().map(token).collect();
    written(lsp::SemanticTokens { result_id: None, data })
}

fn called(place: &Place<'_>, item: &calls::Item) -> Option<lsp::CallHierarchyItem> {
    Some(lsp::CallHierarchyItem {
        name: item.name.clone(),
        kind: lsp::SymbolKind::Object,
        tags: None,
        detail: (item.detail != item.name).then(|| item.detail.clone()),
        uri: place.view.uri(item.whole.file)?,
        range: place.view.range(item.whole),
        selection_range: place.view.range(item.name_span),
        data: Some(json!(item.name)),
    })
}

fn name_of(item: &lsp::CallHierarchyItem) -> String {
    let kept = item.data.as_ref().and_then(Value::as_str);
    kept.unwrap_or(&item.name).to_owned()
}

fn ranges(place: &Place<'_>, spans: &[Span]) -> Vec<lsp::Range> {
    spans.iter().map(|s| place.view.range(*s)).collect()
}
