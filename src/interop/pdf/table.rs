//! Tables: columns as wide as what stands in them asks for, rows that are not torn apart unless they are higher
//! than a page, and the head again on each page.

use super::flow::{CELL, Flow, Ink, LEADING, Mark};
use super::lines::{Row, Setting};
use crate::report::document::Line;

/// Between columns, and above and below a row.
const GAP: f32 = 7.0;
const PAD: f32 = 2.2;
/// No column begins with less.
const LEAST: f32 = 16.0;

struct Cells {
    columns: Vec<Vec<Row>>,
    lines: usize,
}

impl Cells {
    fn height(&self) -> f32 {
        self.lines.max(1) as f32 * CELL * LEADING + 2.0 * PAD
    }
}

/// Sets a table.
pub(super) fn set(flow: &mut Flow<'_>, head: &[Line], rows: &[Vec<Line>]) {
    let widths = widths(flow, head, rows);
    let cells = |flow: &Flow<'_>, row: &[Line], bold: bool| {
        let setting = Setting { faces: flow.faces, size: CELL, bold };
        let columns: Vec<Vec<Row>> = row.iter().zip(&widths).map(|(l, w)| setting.wrap(l, *w)).collect();
        let lines = columns.iter().map(Vec::len).max().unwrap_or(0);
        Cells { columns, lines }
    };
    let top = cells(flow, head, true).height();
    let first = rows.first().map_or(0.0, |r| cells(flow, r, false).height());
    flow.down(2.0);
    flow.make_room(top + first.min(120.0));
    let put_head = |flow: &mut Flow<'_>| {
        let (x, y, width) = (flow.left, flow.at(), flow.width());
        flow.mark(Mark::Area { x, y, width, height: top, ink: Ink::Shade });
        let cells = cells(flow, head, true);
        put(flow, cells, &widths, Ink::Dim, false);
    };
    put_head(flow);
    for row in rows {
        let mut cells = cells(flow, row, false);
        while cells.lines > 0 {
            let room = flow.bottom() - flow.at();
            if cells.height() <= room {
                put(flow, cells, &widths, Ink::Text, true);
                break;
            }
            // What fits on no page goes on as far as it can; all else stands together.
            let fits = ((room - 2.0 * PAD) / (CELL * LEADING)).floor().max(0.0) as usize;
            if cells.lines > most(flow) && fits >= 3 {
                let rest =
                    cells.columns.iter_mut().map(|c| c.split_off(fits.min(c.len()))).collect::<Vec<_>>();
                let lines = rest.iter().map(Vec::len).max().unwrap_or(0);
                cells.lines = fits;
                put(flow, cells, &widths, Ink::Text, true);
                cells = Cells { columns: rest, lines };
            }
            flow.turn(false);
            put_head(flow);
        }
    }
    flow.down(7.0);
}

/// The room that the head of a table and its first row take.
pub(super) fn least(flow: &Flow<'_>, head: &[Line], rows: &[Vec<Line>]) -> f32 {
    let widths = widths(flow, head, rows);
    let height = |row: &[Line], bold: bool| {
        let setting = Setting { faces: flow.faces, size: CELL, bold };
        let lines = row.iter().zip(&widths).map(|(l, w)| setting.wrap(l, *w).len()).max().unwrap_or(0);
        lines.max(1) as f32 * CELL * LEADING + 2.0 * PAD
    };
    2.0 + height(head, true) + rows.first().map_or(0.0, |r| height(r, false).min(120.0))
}

/// How many lines fit on a page under the head.
fn most(flow: &Flow<'_>) -> usize {
    ((flow.bottom() - 120.0) / (CELL * LEADING)).floor().max(1.0) as usize
}

fn put(flow: &mut Flow<'_>, cells: Cells, widths: &[f32], ink: Ink, ruled: bool) {
    let (left, y, height) = (flow.left, flow.at(), cells.height());
    let mut x = left;
    for (column, width) in cells.columns.into_iter().zip(widths) {
        for (n, row) in column.into_iter().enumerate() {
            flow.row(row, x + 2.0, y + PAD + n as f32 * CELL * LEADING, CELL, ink);
        }
        x += width + GAP;
    }
    if ruled {
        let width = flow.width();
        flow.mark(Mark::Area { x: left, y: y + height - 0.4, width, height: 0.4, ink: Ink::Line });
    }
    flow.down(height);
}

/// Each column has what its longest word needs; what is left goes to those that would like more, in parts of
/// what they would like.
fn widths(flow: &Flow<'_>, head: &[Line], rows: &[Vec<Line>]) -> Vec<f32> {
    let room = flow.width() - GAP * head.len().saturating_sub(1) as f32 - 4.0;
    let mut needs = vec![(LEAST, LEAST); head.len()];
    let mut see = |row: &[Line], bold: bool| {
        let setting = Setting { faces: flow.faces, size: CELL, bold };
        for (need, cell) in needs.iter_mut().zip(row) {
            let (least, most) = setting.needs(cell);
            *need = (need.0.max(least), need.1.max(most));
        }
    };
    see(head, true);
    for row in rows {
        see(row, false);
    }
    // A word that is very long is cut rather than that the others get nothing.
    let fair = room / head.len().max(1) as f32;
    for need in &mut needs {
        need.0 = need.0.min(fair.max(LEAST)) + 0.5;
        need.1 = need.1.max(need.0) + 0.5;
    }
    let least: f32 = needs.iter().map(|n| n.0).sum();
    let wish: f32 = needs.iter().map(|n| n.1 - n.0).sum();
    let part = if wish > 0.0 { ((room - least) / wish).clamp(0.0, 1.0) } else { 0.0 };
    let mut out: Vec<f32> = needs.iter().map(|(least, most)| least + (most - least) * part).collect();
    // What all wish for may be less than there is: columns then stand over the whole width, by their share.
    let sum: f32 = out.iter().sum();
    if sum < room && sum > 0.0 && sum > room * 0.6 {
        for width in &mut out {
            *width *= room / sum;
        }
    }
    out
}
