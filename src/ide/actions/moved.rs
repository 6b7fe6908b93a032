//! Parts moved: into another boundary, or into a file of their own.

use super::{Action, ActionSort, is_boundary};
use crate::diagnostic::Edit;
use crate::ide::names::{List, Sort};
use crate::ide::{Snapshot, indentation};
use crate::source::{FileId, Span};
use crate::syntax::tree::{Shape, Statement};
use std::path::PathBuf;

/// To how many boundaries a move is offered.
const MOST: usize = 8;

/// A statement with its line: from the beginning of the line, if nothing else stands before it, to the
/// line's end, if nothing stands behind it.
fn lines(text: &str, span: Span) -> Span {
    let range = span.range();
    let start = text.get(..range.start).map_or(0, |t| t.rfind('\n').map_or(0, |i| i + 1));
    let end = text.get(range.end..).and_then(|t| t.find('\n')).map_or(text.len(), |i| range.end + i + 1);
    let alone = |a: usize, b: usize| text.get(a..b).is_some_and(|t| t.trim().is_empty());
    if alone(start, range.start) && alone(range.end, end) { Span::new(span.file, start, end) } else { span }
}

/// The text of a statement with another indentation.
fn shifted(text: &str, span: Span, blanks: &str) -> String {
    let old = indentation(text, span.range().start);
    let mut out = String::new();
    for (i, line) in text.get(span.range()).unwrap_or("").split('\n').enumerate() {
        if i > 0 {
            out.push('\n');
            if !line.trim().is_empty() {
                out.push_str(blanks);
            }
            out.push_str(line.strip_prefix(old).unwrap_or(line));
        } else {
            out.push_str(line);
        }
    }
    out
}

/// An element or a boundary into each of the other boundaries of its file.
pub(super) fn into_boundary(
    s: &Snapshot,
    statement: &Statement,
    around: &[&Statement],
    out: &mut Vec<Action>,
) {
    let file = statement.span.file;
    let Some(source) = s.source(file) else { return };
    let text = &source.text;
    let index = s.index();
    let Some(me) = index.symbols.iter().find(|y| y.whole == statement.span) else { return };
    if !matches!(me.sort, Sort::Element | Sort::Boundary) || statement.faulty {
        return;
    }
    let parent = around.iter().rev().find(|o| is_boundary(o) && o.span != statement.span).map(|o| o.span);
    let boundaries = index.symbols.iter().filter(|y| y.sort == Sort::Boundary && y.span.file == file);
    let others = boundaries.filter(|y| Some(y.whole) != parent && y.whole != me.whole);
    // A boundary can't go into one that stands in it.
    let outside = others.filter(|y| !(me.whole.start <= y.whole.start && y.whole.end <= me.whole.end));
    for to in outside.take(MOST) {
        let Some(block) = to.block else { continue };
        let Some(edits) = moved(text, statement.span, block, to.whole) else { continue };
        let title = format!("Move `{}` into boundary `{}`", me.name, to.name);
        out.push(Action::new(title, ActionSort::Rewrite, edits));
    }
}

fn moved(text: &str, from: Span, block: Span, to: Span) -> Option<Vec<Edit>> {
    let close = block.range().end.checked_sub(1)?;
    if text.get(close..block.range().end) != Some("}") {
        return None;
    }
    let outer = indentation(text, to.range().start).to_owned();
    let inner = format!("{outer}  ");
    let body = shifted(text, from, &inner);
    let inside = text.get(block.range().start + 1..close)?;
    let kept = inside.trim_end().len();
    // From behind what stands last in the block to its brace.
    let gap = Span::new(block.file, block.range().start + 1 + kept, close);
    let cut = lines(text, from);
    if gap.start < cut.end && cut.start < gap.end {
        return None;
    }
    let put = Edit { span: gap, text: format!("\n{inner}{body}\n{outer}") };
    Some(vec![Edit { span: cut, text: String::new() }, put])
}

/// Statements of the file that nothing outside of them needs, into a file of their own.
pub(super) fn into_file(s: &Snapshot, file: FileId, range: std::ops::Range<usize>, out: &mut Vec<Action>) {
    let (Some(tree), Some(source), Some(path)) = (s.tree(file), s.source(file), s.path(file)) else { return };
    let text = &source.text;
    let touched: Vec<&Statement> = tree
        .statements
        .iter()
        .filter(|t| {
            t.span.range().start < range.end.max(range.start + 1) && range.start <= t.span.range().end
        })
        .collect();
    let (Some(first), Some(last)) = (touched.first(), touched.last()) else { return };
    // With the cursor alone, only on the head of a block that is worth a file.
    if range.is_empty() {
        let head = crate::model::head_of(first);
        let block = first.block().is_some_and(|b| s.sources().text(b.span).contains('\n'));
        if !block || range.start > head.range().end {
            return;
        }
    }
    let whole = first.span.to(last.span);
    if touched.iter().any(|t| t.faulty) || !touched.iter().all(|t| may_move(t)) || decides(&touched) {
        return;
    }
    let index = s.index();
    let named = |span: Span| span.file == file && whole.start <= span.start && span.end <= whole.end;
    for o in index.of_file(file).iter().filter(|o| named(o.span)) {
        let Some(symbol) = o.symbol.and_then(|id| index.symbol(id)) else { continue };
        // What stands outside would not be seen from the new file.
        if !symbol.sort.list().is_shared() && !named(symbol.span) {
            return;
        }
    }
    let Some(name) = index.symbols.iter().find(|y| named(y.span) && y.sort.list() != List::Aliases) else {
        return;
    };
    let stem = name.name.to_lowercase();
    let folder = path.parent().map(PathBuf::from).unwrap_or_default();
    let taken = |stem: &str| {
        s.draft.read.files.iter().any(|f| f.path.as_deref() == Some(&folder.join(format!("{stem}.tm"))))
    };
    let mut file_name = format!("{stem}.tm");
    let mut n = 2;
    while taken(file_name.trim_end_matches(".tm")) {
        file_name = format!("{stem}-{n}.tm");
        n += 1;
    }
    let cut = lines(text, whole);
    let end = if s.sources().text(cut).ends_with('\n') { "\n" } else { "" };
    let mut moved = s.sources().text(whole).to_owned();
    moved.push('\n');
    let edit = Edit { span: cut, text: format!("import \"{file_name}\"{end}") };
    let mut action = Action::new(format!("Extract to `{file_name}`"), ActionSort::Extract, vec![edit]);
    action.file = Some((folder.join(&file_name), moved));
    out.push(action);
}

/// Whether a statement means the same in an imported file.
fn may_move(statement: &Statement) -> bool {
    match &statement.shape {
        Shape::Titled(t) => !matches!(t.word.text.as_str(), "model" | "import"),
        Shape::Declaration(d) => !matches!(d.word.name.text.as_str(), "view" | "off"),
        Shape::Response(r) => r.word.text == "require",
        Shape::Flow(_) => true,
        Shape::Property(_) | Shape::Dated(_) | Shape::Call(_) | Shape::Broken(_) => false,
    }
}

/// Whether decisions stand in the blocks of statements, which an import does not bring along.
fn decides(list: &[&Statement]) -> bool {
    list.iter().any(|statement| {
        let inner: Vec<&Statement> =
            statement.block().map(|b| b.statements.iter().collect()).unwrap_or_default();
        let decides = |s: &&Statement| matches!(&s.shape, Shape::Response(r) if r.word.text != "require");
        inner.iter().any(decides) || self::decides(&inner)
    })
}
