//! The model's own kinds, controls and threats, added to its copy of the catalog, and the
//! conditions of its rules.

use super::Cx;
use crate::catalog::When;
use crate::syntax::tree::Value;

impl Cx<'_> {
    /// Adds the words of all files to the catalog.
    pub fn own_words(&mut self) {}

    /// Checks the names that conditions of own threats use.
    pub fn own_conditions(&mut self) {}

    /// A condition of a rule of the house.
    pub fn condition(&mut self, _file: usize, _value: &Value, _flows: bool) -> Option<When> {
        None
    }
}
