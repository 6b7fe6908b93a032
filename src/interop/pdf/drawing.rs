//! Pictures as they are drawn on paper: the shapes of an SVG, and its letters as shapes.

use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder, Transform};
use krilla::num::NormalizedF32;
use krilla::paint::{Fill, FillRule, LineCap, LineJoin, Stroke, StrokeDash};
use krilla::surface::Surface;
use resvg::tiny_skia::PathSegment;
use resvg::usvg::{self, Group, Node, Paint};

/// Draws a picture whose upper left corner is where the surface begins.
pub(super) fn draw(surface: &mut Surface<'_>, tree: &usvg::Tree) {
    group(surface, tree.root());
}

fn group(surface: &mut Surface<'_>, g: &Group) {
    let opacity = NormalizedF32::new(g.opacity().get()).filter(|o| o.get() < 1.0);
    if let Some(opacity) = opacity {
        surface.push_opacity(opacity);
    }
    for node in g.children() {
        match node {
            Node::Group(g) => group(surface, g),
            Node::Path(p) if p.is_visible() => path(surface, p),
            Node::Text(t) => group(surface, t.flattened()),
            // Our pictures hold no other.
            _ => {}
        }
    }
    if opacity.is_some() {
        surface.pop();
    }
}

fn path(surface: &mut Surface<'_>, p: &usvg::Path) {
    let Some(outline) = outline(p.data()) else { return };
    let t = p.abs_transform();
    surface.push_transform(&Transform::from_row(t.sx, t.ky, t.kx, t.sy, t.tx, t.ty));
    let fill = p.fill().and_then(|f| {
        let rule = match f.rule() {
            usvg::FillRule::NonZero => FillRule::NonZero,
            usvg::FillRule::EvenOdd => FillRule::EvenOdd,
        };
        Some(Fill { paint: colour(f.paint())?.into(), opacity: part(f.opacity())?, rule })
    });
    let stroke = p.stroke().and_then(|s| {
        Some(Stroke {
            paint: colour(s.paint())?.into(),
            width: s.width().get(),
            miter_limit: s.miterlimit().get(),
            line_cap: match s.linecap() {
                usvg::LineCap::Butt => LineCap::Butt,
                usvg::LineCap::Round => LineCap::Round,
                usvg::LineCap::Square => LineCap::Square,
            },
            line_join: match s.linejoin() {
                usvg::LineJoin::Round => LineJoin::Round,
                usvg::LineJoin::Bevel => LineJoin::Bevel,
                usvg::LineJoin::Miter | usvg::LineJoin::MiterClip => LineJoin::Miter,
            },
            opacity: part(s.opacity())?,
            dash: s.dasharray().map(|d| StrokeDash { array: d.to_vec(), offset: s.dashoffset() }),
        })
    });
    if fill.is_some() || stroke.is_some() {
        surface.set_fill(fill);
        surface.set_stroke(stroke);
        surface.draw_path(&outline);
    }
    surface.set_stroke(None);
    surface.pop();
}

fn outline(data: &resvg::tiny_skia::Path) -> Option<Path> {
    let mut out = PathBuilder::new();
    for segment in data.segments() {
        match segment {
            PathSegment::MoveTo(p) => out.move_to(p.x, p.y),
            PathSegment::LineTo(p) => out.line_to(p.x, p.y),
            PathSegment::QuadTo(a, p) => out.quad_to(a.x, a.y, p.x, p.y),
            PathSegment::CubicTo(a, b, p) => out.cubic_to(a.x, a.y, b.x, b.y, p.x, p.y),
            PathSegment::Close => out.close(),
        }
    }
    out.finish()
}

/// A plain colour; our pictures have no others.
fn colour(paint: &Paint) -> Option<rgb::Color> {
    match paint {
        Paint::Color(c) => Some(rgb::Color::new(c.red, c.green, c.blue)),
        _ => None,
    }
}

fn part(opacity: usvg::Opacity) -> Option<NormalizedF32> {
    NormalizedF32::new(opacity.get())
}
