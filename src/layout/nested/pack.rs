//! Boxes that nothing joins, in rows, so that all of them fill a page.

use crate::layout::graph::{Point, Size};

/// A page is best filled by a picture between these, width by height.
const PAGE: (f64, f64) = (1.4, 1.9);

/// The area of the page that is needed for a picture of a size.
fn page(size: Size) -> f64 {
    size.width.max(size.height * PAGE.0) * size.height.max(size.width / PAGE.1)
}

/// Places boxes in rows, in their order, and gives the upper left corners with the size of all.
/// Of the widths at which a row may end, that is taken which needs the smallest page.
pub(super) fn pack(boxes: &[Size]) -> (Vec<Point>, Size) {
    let mut best = rows(boxes, f64::INFINITY);
    // At most this many widths: enough to tell a row from a column, and all between for few.
    let stride = boxes.len().div_ceil(64).max(1);
    for count in (1..boxes.len()).step_by(stride) {
        let width = boxes.iter().take(count).map(|b| b.width).sum();
        let now = rows(boxes, width);
        if page(now.1) < page(best.1) {
            best = now;
        }
    }
    best
}

fn rows(boxes: &[Size], width: f64) -> (Vec<Point>, Size) {
    let mut at = Vec::with_capacity(boxes.len());
    let (mut x, mut y, mut tall) = (0.0_f64, 0.0_f64, 0.0_f64);
    let mut all = Size::default();
    for size in boxes {
        if x > 0.0 && x + size.width > width + 0.01 {
            x = 0.0;
            y += tall;
            tall = 0.0;
        }
        at.push(Point { x, y });
        x += size.width;
        tall = tall.max(size.height);
        all = Size { width: all.width.max(x), height: all.height.max(y + size.height) };
    }
    (at, all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_boxes_fill_a_page() {
        let (at, all) = pack(&[Size { width: 100.0, height: 50.0 }; 24]);
        assert_eq!(at.len(), 24);
        let shape = all.width / all.height;
        assert!((1.0..2.2).contains(&shape), "{shape}");
        assert_eq!(pack(&[]), (Vec::new(), Size::default()));
    }
}
