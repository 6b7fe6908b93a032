//! The limits that keep reading fast on any input. They are checked before the grammar runs.

use crate::diagnostic::{Diagnostic, codes};
use crate::source::{MAX_FILE, Span};

/// How deep brackets of all sorts may stand in one another.
pub const NESTING: usize = 64;

/// How many words, numbers, texts, marks and comments a file may have.
pub const TOKENS: usize = 1_000_000;

/// How many mistakes of form are listed in one file.
pub const MISTAKES: usize = 1_000;

/// The largest file in bytes.
pub const BYTES: usize = MAX_FILE as usize;

/// The error for a file that is too large.
pub fn too_large(at: Span) -> Diagnostic {
    Diagnostic::new(codes::LIMIT, at, "the file is larger than 16 MB, the largest that is read")
        .help("Divide the model into several files and join them with `import`.")
}

/// The error for brackets that stand too deep.
pub fn too_deep(at: Span) -> Diagnostic {
    Diagnostic::new(codes::LIMIT, at, format!("brackets stand more than {NESTING} deep in one another here"))
        .help(format!(
            "Blocks, lists, maps and parentheses may be nested {NESTING} deep; a real system needs far less."
        ))
}

/// The error for a file with too many tokens.
pub fn too_many(at: Span) -> Diagnostic {
    Diagnostic::new(codes::LIMIT, at, "the file has more than a million words and marks")
        .help("Divide the model into several files and join them with `import`.")
}

/// The error that stands for all that are not listed any more.
pub fn more_mistakes(at: Span) -> Diagnostic {
    let message =
        format!("the file has more than {MISTAKES} mistakes of form; from here on they are not listed");
    Diagnostic::new(codes::LIMIT, at, message).help("They show when those before are mended.")
}
