//! Two engines, one behind the other.

use super::engine::{Engine, LayoutError};
use super::graph::{Graph, Options, Placed};

/// Asks the first engine; [`super::best`] turns to the second where the first gives nothing that
/// can be shown.
pub struct Chain {
    first: Box<dyn Engine>,
    second: Box<dyn Engine>,
}

impl Chain {
    /// `first`, and `second` where it fails.
    pub fn new(first: impl Engine + 'static, second: impl Engine + 'static) -> Chain {
        Chain { first: Box::new(first), second: Box::new(second) }
    }
}

impl Engine for Chain {
    fn name(&self) -> &'static str {
        self.first.name()
    }

    fn lay_out(&self, graph: &Graph) -> Result<Placed, LayoutError> {
        self.first.lay_out(graph)
    }

    fn heeded(&self, options: &Options) -> Options {
        self.first.heeded(options)
    }

    fn second(&self) -> Option<&dyn Engine> {
        Some(self.second.as_ref())
    }
}
