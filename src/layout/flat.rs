//! Boxes and arrows without boundaries, in layers: a small door to the crate `layout-rs`.
//!
//! [`place`] takes sizes and arrows and gives places; whoever calls it draws the arrows. It serves
//! for one level of a nested picture and for trees. The crate's own drawing is left alone: it
//! bends lines into curves and panics on some graphs. What else it does badly is kept from it
//! here: the empty graph, doubled arrows, its own idea of how large words are, and more parts
//! than it can order in a moment (its time grows with the cube of their number).

use layout::core::base::Orientation;
use layout::core::geometry::{Point as Corner, Position};
use layout::core::style::StyleAttr;
use layout::std_shapes::shapes::{Arrow, Element, ShapeKind};
use layout::topo::layout::VisualGraph;
use layout::topo::placer::Placer;

use super::engine::{LayoutError, MAX_SIZE};
use super::graph::{Direction, Rect, Size};
use super::guard::guarded;

const NAME: &str = "layout-rs";
/// The most boxes of one call.
pub const MOST: usize = 120;

/// The least gaps, in picture units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gaps {
    /// Between boxes side by side in a layer.
    pub beside: f64,
    /// Between a layer and the next.
    pub between: f64,
}

/// Places boxes in layers so that arrows run in `direction`, as far as they turn in no ring, and
/// cross seldom. Gives a rectangle for each size, in the same order; the upper left corner of all
/// is at 0, 0. No two overlap, and boxes of a layer stand in one line, by their middles.
///
/// An arrow goes from the first to the second of two places in `sizes`. Arrows from a box to
/// itself and further arrows between the same two boxes change nothing. Boxes that no arrow
/// joins all stand in the first layer, so a caller who has many packs them in another way.
///
/// # Errors
/// [`LayoutError::TooLarge`] above [`MOST`] boxes, [`LayoutError::Size`] for a size or gap that is
/// not a number from 0 to [`MAX_SIZE`], [`LayoutError::Dangling`] for an arrow to nowhere, and
/// [`LayoutError::Engine`] or [`LayoutError::Unsound`] where the crate panics or errs. Never a
/// panic.
pub fn place(
    sizes: &[Size],
    arrows: &[(usize, usize)],
    direction: Direction,
    gaps: Gaps,
) -> Result<Vec<Rect>, LayoutError> {
    let fits = |v: f64| v.is_finite() && (0.0..=MAX_SIZE).contains(&v);
    if sizes.len() > MOST {
        return Err(LayoutError::TooLarge { parts: sizes.len(), limit: MOST });
    }
    if !sizes.iter().all(|s| fits(s.width) && fits(s.height)) {
        return Err(LayoutError::Size { part: "a box".to_owned() });
    }
    if !fits(gaps.beside) || !fits(gaps.between) {
        return Err(LayoutError::Size { part: "a gap".to_owned() });
    }
    if arrows.iter().any(|&(from, to)| from.max(to) >= sizes.len()) {
        return Err(LayoutError::Dangling { part: "an arrow".to_owned() });
    }
    if sizes.is_empty() {
        return Ok(Vec::new());
    }
    // The crate lays out downwards; for the other direction all is turned, before and after.
    let turned = direction == Direction::Right;
    let turn = |s: &Size| if turned { Size { width: s.height, height: s.width } } else { *s };
    let upright: Vec<Size> = sizes.iter().map(turn).collect();
    let middles = guarded(NAME, || Ok(run(&upright, arrows, gaps)))?;
    let mut rects: Vec<Rect> = upright
        .iter()
        .zip(&middles)
        .map(|(size, (x, y))| Rect {
            x: x - size.width / 2.0,
            y: y - size.height / 2.0,
            width: size.width,
            height: size.height,
        })
        .collect();
    if rects.len() != sizes.len() || !rects.iter().all(Rect::is_sound) {
        return Err(LayoutError::Unsound { name: NAME, what: "a box has no place".to_owned() });
    }
    let left = rects.iter().map(|r| r.x).fold(f64::INFINITY, f64::min);
    let top = rects.iter().map(|r| r.y).fold(f64::INFINITY, f64::min);
    for rect in &mut rects {
        let Rect { x, y, width, height } = *rect;
        let at = Rect { x: x - left, y: y - top, width, height };
        *rect = if turned { Rect { x: at.y, y: at.x, width: height, height: width } } else { at };
    }
    let overlap = |(i, a): (usize, &Rect)| rects.iter().skip(i + 1).any(|b| a.overlaps(b, 0.01));
    if rects.iter().enumerate().any(overlap) {
        return Err(LayoutError::Unsound { name: NAME, what: "two boxes overlap".to_owned() });
    }
    Ok(rects)
}

/// The middles of the boxes. May panic.
fn run(sizes: &[Size], arrows: &[(usize, usize)], gaps: Gaps) -> Vec<(f64, f64)> {
    let down = Orientation::TopToBottom;
    let mut graph = VisualGraph::new(down);
    let handles: Vec<_> = sizes
        .iter()
        .map(|size| {
            let size = Corner::new(size.width, size.height);
            let mut part = Element::create(ShapeKind::new_box(""), StyleAttr::simple(), down, size);
            // Half the halo stands on either side.
            part.pos =
                Position::new(Corner::zero(), size, Corner::zero(), Corner::new(gaps.beside, gaps.between));
            graph.add_node(part)
        })
        .collect();
    let mut drawn: Vec<(usize, usize)> = Vec::new();
    for &(from, to) in arrows {
        if from == to || drawn.contains(&(from, to)) || drawn.contains(&(to, from)) {
            continue;
        }
        drawn.push((from, to));
        if let (Some(from), Some(to)) = (handles.get(from), handles.get(to)) {
            graph.add_edge(Arrow::simple(""), *from, *to);
        }
    }
    graph.to_valid_dag();
    graph.split_long_edges(false);
    let parts: Vec<_> = graph.dag.iter().collect();
    for part in parts {
        use layout::core::format::Visible as _;
        graph.element_mut(part).resize();
    }
    Placer::new(&mut graph).layout(false);
    handles
        .iter()
        .map(|handle| {
            let middle = graph.pos(*handle).center();
            (middle.x, middle.y)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const GAPS: Gaps = Gaps { beside: 20.0, between: 40.0 };

    fn boxes(count: usize) -> Vec<Size> {
        (0..count).map(|i| Size { width: 80.0 + 10.0 * (i % 5) as f64, height: 40.0 }).collect()
    }

    #[test]
    fn arrows_run_in_the_direction() {
        for direction in [Direction::Right, Direction::Down] {
            let at = place(&boxes(4), &[(0, 1), (0, 2), (1, 3), (2, 3)], direction, GAPS).unwrap();
            let along = |i: usize| if direction == Direction::Right { at[i].x } else { at[i].y };
            let end = |i: usize| if direction == Direction::Right { at[i].right() } else { at[i].bottom() };
            for (from, to) in [(0, 1), (0, 2), (1, 3), (2, 3)] {
                assert!(along(to) >= end(from) + GAPS.between - 0.1, "{direction:?} {at:?}");
            }
            assert!(at.iter().all(|r| r.x >= 0.0 && r.y >= 0.0));
        }
    }

    #[test]
    fn nothing_makes_it_panic() {
        assert_eq!(place(&[], &[], Direction::Down, GAPS), Ok(Vec::new()));
        assert_eq!(place(&boxes(1), &[(0, 0)], Direction::Down, GAPS).unwrap().len(), 1);
        assert_eq!(place(&boxes(30), &[], Direction::Right, GAPS).unwrap().len(), 30);
        assert_eq!(place(&boxes(2), &[(0, 1), (1, 0), (0, 1)], Direction::Right, GAPS).unwrap().len(), 2);
        assert!(matches!(
            place(&boxes(2), &[(0, 2)], Direction::Down, GAPS),
            Err(LayoutError::Dangling { .. })
        ));
        assert!(matches!(
            place(&boxes(MOST + 1), &[], Direction::Down, GAPS),
            Err(LayoutError::TooLarge { .. })
        ));
        let odd = [Size { width: f64::NAN, height: 1.0 }];
        assert!(matches!(place(&odd, &[], Direction::Down, GAPS), Err(LayoutError::Size { .. })));
        let ring: Vec<(usize, usize)> = (0..20).map(|i| (i, (i + 1) % 20)).collect();
        assert_eq!(place(&boxes(20), &ring, Direction::Down, GAPS).unwrap().len(), 20);
        let all: Vec<(usize, usize)> = (0..12).flat_map(|i| (0..12).map(move |j| (i, j))).collect();
        assert_eq!(place(&boxes(12), &all, Direction::Right, GAPS).unwrap().len(), 12);
    }
}
