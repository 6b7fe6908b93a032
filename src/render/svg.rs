//! A scene as an SVG file that wikis accept, browsers show by day and by night, and readers of
//! screens can name.
//!
//! The profile: no script, no `foreignObject`, no embedded font, no foreign namespace, no link.
//! Colors stand as plain attributes (what rasterizers and wikis draw); one style sheet changes
//! them for readers who prefer dark, where the theme follows them. What lines and corners look like
//! is the theme's too; where things stand is the scene's alone.

use super::icons::Outlines;
use super::pen::{Xml, arrow, drawn_icon, number, sign, words};
use crate::layout::Rect;
use crate::scene::palette::Role;
use crate::scene::{Boundary, Crossing, Element, Flow, Scene, Shape, Sort, Stroke, Trust};
use crate::theme::{Band, Theme};

/// How wide the band along the inside of a frame is.
const BAND: f64 = 5.0;

/// Draws a scene in the default theme. The same scene gives the same bytes.
pub fn svg(scene: &Scene) -> String {
    themed(scene, Theme::standard())
}

/// Draws a scene in a theme. The same scene and theme give the same bytes.
pub fn themed(scene: &Scene, theme: &Theme) -> String {
    linked(scene, theme, &|_| None)
}

/// The same for a page on which boxes lead to other pictures: `link` gives for the id of one where
/// it leads to. A file has no links: wikis refuse pictures that have.
pub fn linked(scene: &Scene, theme: &Theme, link: &dyn Fn(&str) -> Option<String>) -> String {
    let mut x = Xml::new(theme);
    let (title, desc) = (format!("{}-title", scene.id), format!("{}-desc", scene.id));
    let size = (number(scene.width), number(scene.height));
    let mut root = vec![
        ("xmlns", "http://www.w3.org/2000/svg".to_owned()),
        ("id", scene.id.clone()),
        ("class", "trustline".to_owned()),
        ("viewBox", format!("0 0 {} {}", size.0, size.1)),
        ("width", size.0.clone()),
        ("height", size.1.clone()),
        ("role", "img".to_owned()),
    ];
    let label = if scene.description.is_empty() { title.clone() } else { format!("{title} {desc}") };
    root.push(("aria-labelledby", label));
    root.push(("font-family", theme.picture_fonts()));
    // Without it, some browsers round the width of every letter to whole pixels of the screen, and a
    // label that fits at one size does not at another.
    root.push(("text-rendering", "geometricPrecision".to_owned()));
    x.open("svg", &root);
    x.text("title", &[("id", title)], &scene.title);
    if !scene.description.is_empty() {
        x.text("desc", &[("id", desc)], &scene.description);
    }
    if let Some(night) = theme.night() {
        x.raw("style", &night);
    }
    bands(&mut x, scene);
    let ground = Rect { x: 0.0, y: 0.0, width: scene.width, height: scene.height };
    x.rect(&ground, 0.0, Some(Role::Paper), None, &[]);
    for part in &scene.boundaries {
        boundary(&mut x, part, &scene.id);
    }
    for part in &scene.flows {
        flow(&mut x, part);
    }
    super::figure::groups(&mut x, &scene.groups, true);
    for part in &scene.labels {
        x.open("g", &of_flows("label", &part.id, &part.ids));
        if let Some(plate) = &part.plate {
            let opacity = [("fill-opacity", number(theme.shapes.plate_opacity))];
            x.rect(plate, theme.shapes.plate_corner, Some(Role::Paper), None, &opacity);
        }
        part.words.iter().for_each(|w| words(&mut x, w));
        x.close("g");
    }
    let mut outlines = Outlines::default();
    for part in &scene.elements {
        let leads = link(&part.id).filter(|_| part.sort != Sort::Element);
        if let Some(to) = &leads {
            x.open("a", &[("href", to.clone()), ("aria-label", format!("{}: its diagram", part.title))]);
        }
        element(&mut x, part, &mut outlines, &scene.id);
        if leads.is_some() {
            x.close("a");
        }
    }
    for part in &scene.crossings {
        crossing(&mut x, part);
    }
    super::figure::groups(&mut x, &scene.groups, false);
    scene.signs.iter().for_each(|s| sign(&mut x, s));
    scene.words.iter().for_each(|w| words(&mut x, w));
    x.close("svg");
    x.finish()
}

/// The pattern of the band of a trust, in a file whose ids begin with `id`.
fn band_id(id: &str, trust: Trust) -> String {
    format!("{id}-band-{}", trust.role().name())
}

/// Defines the patterns of the bands that the picture uses.
fn bands(x: &mut Xml, scene: &Scene) {
    let folded = scene.elements.iter().filter_map(|e| match e.sort {
        Sort::Folded { trust, .. } => Some(trust),
        _ => None,
    });
    let mut trusts: Vec<Trust> = scene.boundaries.iter().map(|b| b.trust).chain(folded).collect();
    trusts.sort_unstable();
    trusts.dedup();
    trusts.retain(|t| !matches!(x.theme.frame(*t).band, Band::None | Band::Solid));
    if trusts.is_empty() {
        return;
    }
    x.open("defs", &[]);
    for trust in trusts {
        let (side, marks) = match x.theme.frame(trust).band {
            Band::None | Band::Solid => continue,
            Band::Dots => ("5", "M2.5 2.5h.01"),
            Band::Diagonal => ("6", "M-1 1l2-2M0 6l6-6M5 7l2-2"),
            Band::Crossed => ("6", "M-1 1l2-2M0 6l6-6M5 7l2-2M-1 5l2 2M0 0l6 6M5-1l2 2"),
        };
        let width = if x.theme.frame(trust).band == Band::Dots { "1.8" } else { "0.9" };
        let pattern = [
            ("id", band_id(&scene.id, trust)),
            ("width", side.to_owned()),
            ("height", side.to_owned()),
            ("patternUnits", "userSpaceOnUse".to_owned()),
        ];
        x.open("pattern", &pattern);
        let line = [("stroke-width", width.to_owned()), ("stroke-linecap", "round".to_owned())];
        x.path(marks, None, Some(trust.role()), &line);
        x.close("pattern");
    }
    x.close("defs");
}

/// The frame of a boundary and what it holds: its ground, its dashes, the band along its inside.
fn frame(x: &mut Xml, rect: &Rect, trust: Trust, id: &str) {
    let theme = x.theme;
    let frame = theme.frame(trust);
    let dash: Vec<String> = frame.dash.iter().map(|n| number(*n)).collect();
    let line = [("stroke-width", number(frame.line)), ("stroke-dasharray", dash.join(" "))];
    let corner = theme.shapes.frame_corner;
    x.rect(rect, corner, Some(trust.tint()), Some(trust.role()), &line);
    let inset = (frame.line + BAND) / 2.0;
    let (inside, corner) = (rect.grown(-inset), (corner - inset).max(0.0));
    let width = ("stroke-width", number(BAND));
    match frame.band {
        Band::None => {}
        Band::Solid => x.rect(&inside, corner, None, Some(trust.role()), &[width]),
        _ => {
            let stroke = ("stroke", format!("url(#{})", band_id(id, trust)));
            x.rect(&inside, corner, None, None, &[stroke, width]);
        }
    }
}

fn boundary(x: &mut Xml, part: &Boundary, id: &str) {
    x.open("g", &[("class", "boundary".into()), ("data-id", part.id.clone())]);
    x.text("title", &[], &part.title);
    frame(x, &part.rect, part.trust, id);
    words(x, &part.name);
    part.note.iter().for_each(|w| words(x, w));
    x.close("g");
}

/// A folded boundary: its frame, closed.
fn folded(x: &mut Xml, part: &Element, trust: Trust, elements: usize, id: &str) {
    let attributes = [
        ("class", "boundary folded".to_owned()),
        ("data-id", part.id.clone()),
        ("data-elements", elements.to_string()),
    ];
    x.open("g", &attributes);
    x.text("title", &[], &part.title);
    frame(x, &part.rect, trust, id);
    part.words.iter().for_each(|w| words(x, w));
    part.sign.iter().for_each(|s| sign(x, s));
    x.close("g");
}

/// Something beyond the picture: only its name in a thin box.
fn stub(x: &mut Xml, part: &Element) {
    let mut attributes = vec![("class", "element stub".to_owned()), ("data-id", part.id.clone())];
    if !part.kind.is_empty() {
        attributes.push(("data-kind", part.kind.clone()));
    }
    x.open("g", &attributes);
    x.text("title", &[], &part.title);
    let thin = [("stroke-width", "1".to_owned())];
    match part.shape {
        Shape::External => x.rect(&part.rect, 0.0, Some(Role::Paper), Some(Role::Rule), &thin),
        Shape::Process => x.rect(&part.rect, 6.0, Some(Role::Paper), Some(Role::Rule), &thin),
        Shape::Store => store(x, &part.rect, Role::Paper, Role::Muted),
    }
    part.words.iter().for_each(|w| words(x, w));
    x.close("g");
}

/// Attributes of what is drawn of a line: the flow that it is named by, and all if it is several.
fn of_flows(class: &str, id: &str, ids: &[String]) -> Vec<(&'static str, String)> {
    let mut out = vec![("class", class.to_owned()), ("data-id", id.to_owned())];
    if ids.len() > 1 {
        out.push(("data-ids", ids.join(" ")));
    }
    out
}

fn element(x: &mut Xml, part: &Element, outlines: &mut Outlines, id: &str) {
    match part.sort {
        Sort::Folded { trust, elements } => return folded(x, part, trust, elements, id),
        Sort::Stub => return stub(x, part),
        Sort::Element => {}
    }
    let mut attributes =
        vec![("class", "element".to_owned()), ("data-id", part.id.clone()), ("data-kind", part.kind.clone())];
    if part.pale {
        attributes.push(("data-scope", "out".to_owned()));
    }
    x.open("g", &attributes);
    x.text("title", &[], &part.title);
    let r = &part.rect;
    let line = if part.pale { Role::Rule } else { Role::Outline };
    let shapes = &x.theme.shapes;
    let thin = [("stroke-width", number(shapes.element_line))];
    match part.shape {
        Shape::External => x.rect(r, shapes.external_corner, Some(Role::FillExternal), Some(line), &thin),
        Shape::Process => x.rect(r, shapes.process_corner, Some(Role::FillOwn), Some(line), &thin),
        Shape::Store => store(x, r, Role::FillOwn, line),
    }
    let role = if part.pale { Role::Muted } else { Role::Outline };
    drawn_icon(x, outlines.get(&part.icon, part.shape), part.icon_at, part.icon_size, role);
    part.words.iter().for_each(|w| words(x, w));
    if let Some(of) = &part.sign {
        sign(x, of);
    }
    x.close("g");
}

/// The outline of a store: heavy above and below, all but open at the sides.
fn store(x: &mut Xml, r: &Rect, fill: Role, line: Role) {
    let shapes = &x.theme.shapes;
    x.rect(r, 0.0, Some(fill), None, &[]);
    let sides = format!(
        "M{} {}V{}M{} {}V{}",
        number(r.x + 0.5),
        number(r.y),
        number(r.bottom()),
        number(r.right() - 0.5),
        number(r.y),
        number(r.bottom())
    );
    x.path(&sides, None, Some(Role::Rule), &[("stroke-width", number(shapes.store_side))]);
    let lids = format!(
        "M{} {}H{}M{} {}H{}",
        number(r.x),
        number(r.y),
        number(r.right()),
        number(r.x),
        number(r.bottom()),
        number(r.right())
    );
    x.path(&lids, None, Some(line), &[("stroke-width", number(shapes.store_lid))]);
}

fn flow(x: &mut Xml, part: &Flow) {
    let shapes = &x.theme.shapes;
    let (role, width) = match part.stroke {
        Stroke::Heavy => (Role::LineHeavy, shapes.flow_heavy),
        Stroke::Light => (Role::LineLight, shapes.flow_light),
    };
    x.open("g", &of_flows("flow", &part.id, &part.ids));
    x.text("title", &[], &part.title);
    let heads = (part.head_at_source, part.head_at_target);
    arrow(x, &part.points, heads, role, &[("stroke-width", number(width))]);
    x.close("g");
}

fn crossing(x: &mut Xml, part: &Crossing) {
    let role = part.sign.level.role();
    let mut attributes = of_flows("crossing", &part.id, &part.ids);
    attributes.push(("data-number", part.number.text.clone()));
    x.open("g", &attributes);
    x.text("title", &[], &part.title);
    let r = &part.rect;
    x.rect(
        r,
        r.height / 2.0,
        Some(Role::Paper),
        Some(role),
        &[("stroke-width", number(x.theme.mark(part.sign.level).line))],
    );
    let head = Rect { width: part.head, ..*r };
    x.rect(&head, r.height / 2.0, Some(role), None, &[]);
    words(x, &part.number);
    part.letters.iter().for_each(|w| words(x, w));
    sign(x, &part.sign);
    x.close("g");
}
