//! The parser that pest makes of `grammar/trustline.pest`.

// The derive writes public items without documentation.
#![allow(missing_docs)]

#[derive(pest_derive::Parser)]
#[grammar = "grammar/trustline.pest"]
pub struct Grammar;
