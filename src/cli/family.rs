//! `--family`: threats of one family alone.

use crate::catalog;
use clap::ValueEnum;

/// A family of threats, as the command line names it.
#[derive(Copy, Clone, Debug, PartialEq, Eq, ValueEnum)]
pub enum Family {
    /// Attacks, by the letters of STRIDE.
    Stride,
    /// Harm to people by a system that works as it was built.
    Harm,
}

impl Family {
    /// The family that is meant.
    pub fn meant(self) -> catalog::Family {
        match self {
            Family::Stride => catalog::Family::Stride,
            Family::Harm => catalog::Family::Harm,
        }
    }
}
