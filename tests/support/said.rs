//! Diagnostics as plain text, for expected texts.
#![allow(dead_code)]

use std::fmt::Write;
use trustline::diagnostic::Diagnostic;
use trustline::source::{Sources, Span};

/// Everything that is said, with places as `file:line:column`.
pub fn said<'a>(sources: &Sources, diagnostics: impl IntoIterator<Item = &'a Diagnostic>) -> String {
    let place = |span: Span| match sources.place(span) {
        Some((name, p)) => format!("{name}:{}:{}", p.line, p.column),
        None => "-".into(),
    };
    let mut out = String::new();
    for d in diagnostics {
        let at = d.primary.as_ref().map_or("-".into(), |l| place(l.span));
        let _ = writeln!(out, "{} {at} {}", d.code.name(), d.message);
        if let Some(text) = d.primary.as_ref().map(|l| &l.text).filter(|t| !t.is_empty()) {
            let _ = writeln!(out, "  here: {text}");
        }
        for l in &d.labels {
            let _ = writeln!(out, "  at {} {}", place(l.span), l.text);
        }
        for h in &d.help {
            let _ = writeln!(out, "  help: {h}");
        }
        if let Some(f) = &d.fix {
            for e in &f.edits {
                let _ = writeln!(out, "  fix: {} ({:?} -> {:?})", f.message, sources.text(e.span), e.text);
            }
        }
    }
    out
}
