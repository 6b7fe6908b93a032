//! The register as comma-separated values (RFC 4180) in UTF-8, with the mark by which spreadsheets know it.
//!
//! A spreadsheet takes a cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return for a formula, and
//! some of those run programs. Such texts get a `'` before them, as OWASP advises: it is what spreadsheets
//! themselves write before a text.

use crate::report::Report;
use crate::report::names::Names;
use crate::report::register::{COLUMNS, Cell, rows_of};
use crate::threads::in_blocks;

/// What says that the text is UTF-8; without it some spreadsheets take it for an older code.
const MARK: &str = "\u{feff}";

/// How many rows are written at a time; threads share them.
const BLOCK: usize = 256;

/// The register: a head, then one row a threat.
pub fn write(report: &Report) -> String {
    let names = Names::new(report);
    let mut out = String::from(MARK);
    row(&mut out, COLUMNS.iter().map(|c| c.name.to_owned()));
    let plain = |cell: Cell| match cell {
        Cell::Text(text) => neutral(text),
        Cell::Number(n) => n.to_string(),
        Cell::Level(level) => level.to_string(),
    };
    let (blocks, ()) = in_blocks(
        report.threats.len(),
        BLOCK,
        (),
        || (),
        |(), range| {
            let mut out = String::new();
            for cells in rows_of(report, &names, range) {
                row(&mut out, cells.into_iter().map(plain));
            }
            out
        },
    );
    out.push_str(&blocks.concat());
    out
}

/// A text that no spreadsheet takes for a formula.
pub fn neutral(text: String) -> String {
    match text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) {
        true => format!("'{text}"),
        false => text,
    }
}

fn row(out: &mut String, cells: impl Iterator<Item = String>) {
    for (n, cell) in cells.enumerate() {
        if n > 0 {
            out.push(',');
        }
        let told_apart = |b: u8| matches!(b, b',' | b'"' | b'\n' | b'\r' | b';' | b'\'');
        if cell.bytes().any(told_apart) || cell.trim() != cell {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&cell);
        }
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_texts() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0"] {
            assert_eq!(neutral(text.to_owned()), format!("'{text}"));
        }
        assert_eq!(neutral("a=1".to_owned()), "a=1");
    }

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        let mut out = String::new();
        row(&mut out, ["a", "b,c", "d\"e", "", "f\ng"].iter().map(|s| (*s).to_owned()));
        assert_eq!(out, "a,\"b,c\",\"d\"\"e\",,\"f\ng\"\r\n");
    }
}
