//! The shapes of what pictures are shown on.

use serde::{Deserialize, Serialize};

/// The shape of what a picture is shown on.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Page {
    /// Width.
    pub width: f64,
    /// Height, in the same unit.
    pub height: f64,
}

impl Page {
    /// A4, upright.
    pub const PORTRAIT: Page = Page { width: 210.0, height: 297.0 };
    /// A4, lying.
    pub const LANDSCAPE: Page = Page { width: 297.0, height: 210.0 };
    /// A screen or a slide.
    pub const SCREEN: Page = Page { width: 16.0, height: 9.0 };
    /// The ones to which a picture is fitted where none is asked for: whichever fits best.
    pub const USUAL: [Page; 3] = [Page::LANDSCAPE, Page::PORTRAIT, Page::SCREEN];

    /// The area of the smallest page of this shape that holds a picture.
    pub(super) fn area(self, width: f64, height: f64) -> f64 {
        let ratio = self.width / self.height;
        let side = width.max(height * ratio);
        side * side / ratio
    }
}
