//! Places as the protocol has them: lines from 0, columns in the units that were agreed on.

use crate::source::{SourceFile, Span};
use gen_lsp_types::{Position, Range};

/// In what columns are counted.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Default)]
pub enum Encoding {
    /// In bytes.
    Utf8,
    /// In units of UTF-16, which every editor knows.
    #[default]
    Utf16,
    /// In characters.
    Utf32,
}

impl Encoding {
    /// How many units a text has.
    pub fn units(self, text: &str) -> usize {
        match self {
            Encoding::Utf8 => text.len(),
            Encoding::Utf16 => text.chars().map(char::len_utf16).sum(),
            Encoding::Utf32 => text.chars().count(),
        }
    }
}

/// The line and column of a byte. A byte within a character is taken for its beginning.
pub fn position(source: &SourceFile, offset: usize, encoding: Encoding) -> Position {
    let mut offset = offset.min(source.text.len());
    while !source.text.is_char_boundary(offset) {
        offset -= 1;
    }
    let at = source.position(u32::try_from(offset).unwrap_or(u32::MAX));
    let start = source.nth_line(at.line as usize - 1).map_or(0, |l| l.start);
    let column = encoding.units(source.text.get(start..offset).unwrap_or(""));
    Position { line: at.line - 1, character: u32::try_from(column).unwrap_or(u32::MAX) }
}

/// The byte of a line and column. What lies behind the end of a line is its end, what lies behind the last
/// line the end of the text, and what lies within a character its beginning.
pub fn offset(source: &SourceFile, position: Position, encoding: Encoding) -> usize {
    let Some(line) = source.nth_line(position.line as usize) else { return source.text.len() };
    let content = source.text.get(line.clone()).unwrap_or("");
    let content = content.strip_suffix('\r').unwrap_or(content);
    let wanted = position.character as usize;
    let mut units = 0;
    for (at, c) in content.char_indices() {
        let next = units + encoding.units(c.encode_utf8(&mut [0; 4]));
        if next > wanted {
            return line.start + at;
        }
        units = next;
    }
    line.start + content.len()
}

/// A stretch of text.
pub fn range(source: &SourceFile, span: Span, encoding: Encoding) -> Range {
    let bytes = span.range();
    Range { start: position(source, bytes.start, encoding), end: position(source, bytes.end, encoding) }
}

/// The bytes of a stretch; one that ends before it begins is empty.
pub fn bytes(source: &SourceFile, range: Range, encoding: Encoding) -> std::ops::Range<usize> {
    let start = offset(source, range.start, encoding);
    start..offset(source, range.end, encoding).max(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(line: u32, character: u32) -> Position {
        Position { line, character }
    }

    #[test]
    fn columns_count_in_the_agreed_units() {
        // Two bytes and one unit; four bytes and two units; then ASCII.
        let source = SourceFile::new("m.tm", "ü𝄞x\r\nb");
        for (encoding, columns) in
            [(Encoding::Utf8, [0, 2, 6, 7]), (Encoding::Utf16, [0, 1, 3, 4]), (Encoding::Utf32, [0, 1, 2, 3])]
        {
            for (byte, column) in [0, 2, 6, 7].into_iter().zip(columns) {
                assert_eq!(position(&source, byte, encoding), at(0, column), "{encoding:?}");
                assert_eq!(offset(&source, at(0, column), encoding), byte, "{encoding:?}");
            }
            assert_eq!(offset(&source, at(0, 99), encoding), 7, "the line end is no part of the line");
            assert_eq!(offset(&source, at(1, 1), encoding), 10);
            assert_eq!(offset(&source, at(7, 0), encoding), 10);
        }
        assert_eq!(offset(&source, at(0, 2), Encoding::Utf16), 2, "half a character is its beginning");
        assert_eq!(offset(&source, at(0, 3), Encoding::Utf8), 2);
        assert_eq!(position(&source, 3, Encoding::Utf8), at(0, 2));
        assert_eq!(bytes(&source, Range { start: at(1, 0), end: at(0, 0) }, Encoding::Utf8), 9..9);
    }
}
