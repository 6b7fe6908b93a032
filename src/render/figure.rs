//! The groups of a figure, drawn with the same pen as a diagram.

use super::icons::Outlines;
use super::pen::{Xml, arrow, drawn_icon, number, sign, words};
use crate::scene::figure::{Dash, Glyph, Group, Panel, Stretch};

/// Draws groups in their order: those that lie under the parts of a diagram, or the others.
pub(super) fn groups(x: &mut Xml, groups: &[Group], under: bool) {
    let mut outlines = Outlines::default();
    for group in groups.iter().filter(|g| g.under == under) {
        let mut attributes = vec![("class", group.class.clone())];
        if !group.id.is_empty() {
            attributes.push(("data-id", group.id.clone()));
        }
        x.open("g", &attributes);
        x.text("title", &[], &group.title);
        group.boxes.iter().for_each(|b| panel(x, b));
        group.lines.iter().for_each(|l| stretch(x, l));
        group.icons.iter().for_each(|i| icon(x, i, &mut outlines));
        group.signs.iter().for_each(|s| sign(x, s));
        group.words.iter().for_each(|w| words(x, w));
        x.close("g");
    }
}

/// The attributes of a line of this width.
fn line(width: f64, dash: Dash) -> Vec<(&'static str, String)> {
    let mut out = vec![("stroke-width", number(width))];
    match dash {
        Dash::Solid => {}
        Dash::Dashed => out.push(("stroke-dasharray", "7 5".to_owned())),
        Dash::Dotted => {
            out.push(("stroke-dasharray", "0.1 5".to_owned()));
            out.push(("stroke-linecap", "round".to_owned()));
        }
    }
    out
}

fn panel(x: &mut Xml, panel: &Panel) {
    let line = if panel.line.is_some() { line(panel.width, panel.dash) } else { Vec::new() };
    x.rect(&panel.rect, panel.corner, panel.fill, panel.line, &line);
}

fn stretch(x: &mut Xml, part: &Stretch) {
    let heads = (part.head_at_start, part.head_at_end);
    arrow(x, &part.points, heads, part.role, &line(part.width, part.dash));
}

fn icon(x: &mut Xml, part: &Glyph, outlines: &mut Outlines) {
    drawn_icon(x, outlines.get(&part.icon, part.shape), part.at, part.size, part.role);
}
