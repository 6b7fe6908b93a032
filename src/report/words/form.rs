//! Sentences with holes, `{…}`: whoever marks up what stands in a hole, as a link or as what stands out, gets the
//! sentence as a whole and fills it, so that another language can put its words in an order of its own.

use std::fmt::Display;

/// A piece of a sentence.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// What it says.
    Said(&'a str),
    /// The name of a hole.
    Hole(&'a str),
}

/// The pieces of a sentence, in order.
pub fn pieces(form: &str) -> Vec<Piece<'_>> {
    let mut out = Vec::new();
    let mut rest = form;
    while let Some((before, (hole, after))) =
        rest.split_once('{').and_then(|(b, r)| Some((b, r.split_once('}')?)))
    {
        if !before.is_empty() {
            out.push(Piece::Said(before));
        }
        out.push(Piece::Hole(hole));
        rest = after;
    }
    if !rest.is_empty() {
        out.push(Piece::Said(rest));
    }
    out
}

/// A sentence with what its holes stand for. What is filled in is not looked through.
pub fn filled(form: &str, fill: impl Fn(&str) -> String) -> String {
    let mut out = String::with_capacity(form.len());
    for piece in pieces(form) {
        match piece {
            Piece::Said(text) => out.push_str(text),
            Piece::Hole(hole) => out.push_str(&fill(hole)),
        }
    }
    out
}

/// A sentence with what its holes stand for, by their names; one that nothing is given for stays empty.
pub fn fill(form: &str, with: &[(&str, &dyn Display)]) -> String {
    filled(form, |hole| {
        with.iter().find(|(name, _)| *name == hole).map_or_else(String::new, |(_, v)| v.to_string())
    })
}
