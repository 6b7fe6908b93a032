//! Another name for what a word stands for, in all files; the old one kept in `was` on request, so that
//! what was said elsewhere about the part still finds it.

use super::actions::{Action, ActionSort};
use super::names::{Index, List, Occurrence, Sort, Symbol, SymbolId};
use super::{At, Edits, Snapshot, edit};
use crate::diagnostic::Edit;
use crate::model::words;
use crate::source::Span;
use crate::syntax::tree::{Shape, Statement};

/// What can be renamed at a place: the word, and its name now.
///
/// # Errors
/// When nothing there has a name of the model's own; the error says why, in a sentence.
pub fn prepare(s: &Snapshot, at: At) -> Result<(Span, String), String> {
    let (word, _, symbol) = found(s, at)?;
    Ok((word.span, symbol.name.clone()))
}

fn found(s: &Snapshot, at: At) -> Result<(&Occurrence, SymbolId, &Symbol), String> {
    let index = s.index();
    let word = index.at(at.file, at.offset).ok_or("There is no name here.")?;
    let text = s.sources().text(word.span);
    let symbol = word.symbol.and_then(|id| Some((id, index.symbol(id)?)));
    match symbol {
        Some((id, symbol)) => Ok((word, id, symbol)),
        None => Err(format!("`{text}` is no name that the model declares.")),
    }
}

/// The edits that give what stands at a place another name. `was` keeps the old one as an older name.
///
/// # Errors
/// When there is nothing to rename, or the name can't be had; the error says why, in a sentence.
pub fn rename(s: &Snapshot, at: At, new: &str, was: bool) -> Result<Edits, String> {
    let (_, id, symbol) = found(s, at)?;
    if new == symbol.name {
        return Ok(Vec::new());
    }
    check(new)?;
    free(s, symbol, new)?;
    let mut edits: Edits = s
        .index()
        .uses(id)
        // What is found by an older name goes on being found by it.
        .filter(|o| s.sources().text(o.span) == symbol.name)
        .map(|o| Edit { span: o.span, text: new.to_owned() })
        .collect();
    if was {
        edits.extend(kept(s, symbol, &symbol.name)?);
    }
    Ok(edits)
}

/// Whether a text is a name.
fn check(new: &str) -> Result<(), String> {
    if matches!(new, "true" | "false" | "any" | "every") {
        return Err(format!("`{new}` is a value, so it can't be a name."));
    }
    let begins = new.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    let letters = new.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
    if begins && letters && !new.ends_with('-') && !new.contains("--") {
        return Ok(());
    }
    Err(format!(
        "`{new}` is no name: a name has letters of A to Z, digits and `_`, begins with none of the digits, and may have \
         `-` between them."
    ))
}

/// Whether nobody who could be confused with a declaration has a name.
fn free(s: &Snapshot, symbol: &Symbol, new: &str) -> Result<(), String> {
    let index = s.index();
    let list = symbol.sort.list();
    let taken = |other: &Symbol| {
        let place = s.sources().place(other.span).map(|(file, at)| format!("{file}:{}", at.line));
        format!("`{new}` is taken: it is {} of {}.", article(other.sort), place.unwrap_or_default())
    };
    let catalog = &s.model().catalog;
    let built_in = match list {
        List::Kinds => catalog.find_kind(new).is_some(),
        List::Controls => catalog.find_control(new).is_some(),
        List::Threats => catalog.find_rule(new).is_some(),
        _ => false,
    };
    let home = symbol.span.file.0 as usize;
    // A file's names must differ from those of all that somebody sees together with it.
    let files = 0..s.draft.read.files.len();
    for file in files.filter(|f| list.is_shared() || index.visible(*f).contains(&home)) {
        if let Some(other) = same(index, list, file, new) {
            return Err(taken(other));
        }
    }
    if built_in {
        return Err(format!("`{new}` is taken: the catalog has {} of this name.", article(symbol.sort)));
    }
    Ok(())
}

fn same<'a>(index: &'a Index, list: List, file: usize, name: &str) -> Option<&'a Symbol> {
    index.find(list, file, name).and_then(|id| index.symbol(id))
}

fn article(sort: Sort) -> String {
    let word = sort.words();
    match sort {
        Sort::Data => "data".to_owned(),
        _ if word.starts_with(['a', 'e', 'i', 'o']) => format!("an {word}"),
        _ => format!("a {word}"),
    }
}

/// The edit that keeps the old name.
fn kept(s: &Snapshot, symbol: &Symbol, old: &str) -> Result<Option<Edit>, String> {
    let statement = at_span(s, symbol.whole).ok_or("The declaration was not found.")?;
    let word = match &statement.shape {
        Shape::Declaration(d) => words::find(&d.word.name.text),
        Shape::Flow(_) => None,
        _ => return Err(format!("{} keeps no older name.", article(symbol.sort))),
    };
    // A control of this system is found by its name alone.
    if !edit::takes_was(word) || symbol.sort == Sort::OwnControl {
        return Err(format!("{} keeps no older names.", article(symbol.sort)));
    }
    Ok(edit::added(s, statement, "was", old))
}

/// What keeps the name that a part had before it was renamed, for those who did not ask for it then. Nothing if
/// it can't be kept, or is.
pub fn keeping(s: &Snapshot, at: At, old: &str) -> Option<Action> {
    let (_, _, symbol) = found(s, at).ok()?;
    let edit = kept(s, symbol, old).ok()??;
    let title = format!("Keep the older name `{old}`, by which responses and baselines know it");
    Some(Action::new(title, ActionSort::Rewrite, vec![edit]))
}

/// The statement at a span.
pub(super) fn at_span(s: &Snapshot, span: Span) -> Option<&Statement> {
    let around = s.around(At { file: span.file, offset: span.range().start });
    around.into_iter().find(|statement| statement.span == span)
}
