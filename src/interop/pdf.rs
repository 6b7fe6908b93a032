//! The report as PDF, written without a browser: a document's blocks set on pages.
//!
//! A cover with what decides, contents with pages, then the report; the marking on each page; headings as an
//! outline; links within. [`flow`] finds where everything stands, this file draws it. Colours are those of paper,
//! whatever the theme of the pictures.

use crate::render::png::{Fonts, PngError, tree};
use crate::report::data::Report;
use crate::report::document::{self, Block, Line};
use crate::report::{Picture, prose, words};
use crate::syntax::tree::Date;
use faces::Faces;
use flow::{Flow, Ink, LEADING, Mark, Place, SIDE, Sheet};
use krilla::SerializeSettings;
use krilla::action::{Action, LinkAction};
use krilla::annotation::{LinkAnnotation, Target};
use krilla::color::rgb;
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect, Transform};
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::{Page, PageSettings};
use krilla::paint::Fill;
use krilla::surface::Surface;
use lines::{Link, Setting};
use resvg::usvg::Tree;
use std::collections::BTreeMap;

mod drawing;
mod faces;
mod flow;
mod lines;
mod table;

/// A picture that is ready to be drawn.
struct Shown {
    tree: Tree,
}

/// A report as PDF, dated with a day.
///
/// # Errors
/// When a picture or a font can't be read, in words.
pub fn write(report: &Report, pictures: &[Picture], fonts: &Fonts, day: Date) -> Result<Vec<u8>, String> {
    let faces = Faces::new(fonts)?;
    let read = |p: &Picture| tree(&p.svg, fonts).map(|tree| Shown { tree });
    let shown: Vec<Shown> =
        pictures.iter().map(read).collect::<Result<_, PngError>>().map_err(|e| e.to_string())?;
    // A document names pictures by their files; here by their places in the list.
    let named = pictures.iter().enumerate().map(|(n, p)| Picture {
        title: p.title.clone(),
        about: p.about.clone(),
        svg_file: n.to_string(),
        place: p.place,
        ..Picture::default()
    });
    let named: Vec<Picture> = named.collect();
    let blocks = document::write(report, &named).blocks;
    let mut flow = Flow::new(&faces, &shown);
    let cover = blocks.iter().position(|b| matches!(b, Block::Contents(_))).unwrap_or(0);
    let (first, rest) = blocks.split_at_checked(cover).unwrap_or((&[], &blocks));
    flow.blocks(first);
    flow.fresh();
    let contents = contents(&mut flow, rest);
    flow.fresh();
    flow.blocks(rest);
    if flow.sheets.last().is_some_and(|s| s.marks.is_empty()) {
        flow.sheets.pop();
    }
    let lines = numbers(&flow, &contents);
    let Flow { mut sheets, places, anchors, .. } = flow;
    for (page, mark) in lines {
        if let Some(sheet) = sheets.get_mut(page) {
            sheet.marks.push(mark);
        }
    }
    draw(report, &faces, &shown, sheets, &places, &anchors, day)
}

/// A line of the contents, whose number is not known yet.
struct Entry {
    page: usize,
    y: f32,
    left: f32,
    /// Which of the headings below it is of.
    number: usize,
}

/// The headings of the second and third level.
fn listed(blocks: &[Block]) -> impl Iterator<Item = (usize, &Line)> {
    blocks.iter().filter_map(|b| match b {
        Block::Heading { level: level @ (2 | 3), text, .. } => Some((*level, text)),
        _ => None,
    })
}

const CONTENTS_SIZE: f32 = 9.0;

/// Sets the contents of what follows, without the numbers.
fn contents(flow: &mut Flow<'_>, blocks: &[Block]) -> Vec<Entry> {
    let mut out = Vec::new();
    let title = words::page().get("contents").copied().unwrap_or_default();
    flow.lines(&title.into(), 15.0, true, Ink::Text);
    flow.down(6.0);
    for (number, (level, text)) in listed(blocks).enumerate() {
        let (size, chapter) = (CONTENTS_SIZE, level == 2);
        flow.down(if chapter { 5.0 } else { 0.0 });
        flow.make_room(size * LEADING);
        let left = flow.left + if chapter { 0.0 } else { 12.0 };
        let setting = Setting { faces: flow.faces, size, bold: chapter };
        let row =
            setting.wrap(&text.plain().into(), flow.width() - 60.0).into_iter().next().unwrap_or_default();
        let (page, y) = (flow.sheets.len() - 1, flow.at());
        out.push(Entry { page, y, left: left + row.width, number });
        flow.row(row, left, y, size, Ink::Text);
        flow.down(size * LEADING);
    }
    out
}

/// The numbers of the contents, with dots that lead to them and links over the whole line.
fn numbers(flow: &Flow<'_>, contents: &[Entry]) -> Vec<(usize, Mark)> {
    let mut out = Vec::new();
    let from = contents.last().map_or(0, |e| e.page + 1);
    let places: Vec<&Place> =
        flow.places.iter().filter(|p| p.page >= from && matches!(p.level, 2 | 3)).collect();
    for entry in contents {
        let Some(place) = places.get(entry.number) else { continue };
        let setting = Setting { faces: flow.faces, size: CONTENTS_SIZE, bold: false };
        let to = place_name(place);
        let text = Line::new().inner(to, (place.page + 1).to_string());
        let edge = flow::SHORT - SIDE;
        for row in setting.wrap(&text, 60.0) {
            let x = edge - row.width;
            let dots = x - entry.left - 10.0;
            if dots > 0.0 {
                let (x, y) = (entry.left + 5.0, entry.y + CONTENTS_SIZE * 1.05);
                out.push((entry.page, Mark::Area { x, y, width: dots, height: 0.35, ink: Ink::Line }));
            }
            for piece in row.pieces {
                let y = entry.y + CONTENTS_SIZE * 1.05;
                out.push((
                    entry.page,
                    Mark::Text { x: x + piece.x, y, size: CONTENTS_SIZE, ink: Ink::Text, piece },
                ));
            }
        }
    }
    out
}

/// What links of the contents call a heading, which need not have an anchor.
fn place_name(place: &Place) -> String {
    format!("{} {}", place.page, place.y)
}

fn colour(ink: Ink) -> rgb::Color {
    match ink {
        Ink::Text => rgb::Color::new(0x1c, 0x22, 0x2b),
        Ink::Dim => rgb::Color::new(0x53, 0x5d, 0x6b),
        Ink::Link => rgb::Color::new(0x1f, 0x4f, 0x99),
        Ink::Line => rgb::Color::new(0xbf, 0xc6, 0xd0),
        Ink::Shade => rgb::Color::new(0xf0, 0xf2, 0xf5),
        Ink::Bad => rgb::Color::new(0xb4, 0x23, 0x18),
        Ink::Open => rgb::Color::new(0x9a, 0x67, 0x00),
        Ink::Good => rgb::Color::new(0x1a, 0x7f, 0x37),
    }
}

fn paint(surface: &mut Surface<'_>, ink: Ink) {
    surface.set_stroke(None);
    surface.set_fill(Some(Fill { paint: colour(ink).into(), ..Fill::default() }));
}

fn rect(x: f32, y: f32, width: f32, height: f32) -> Option<Rect> {
    Rect::from_xywh(x, y, width.max(0.1), height.max(0.1))
}

/// All pages as a file.
fn draw(
    report: &Report,
    faces: &Faces,
    shown: &[Shown],
    mut sheets: Vec<Sheet>,
    places: &[Place],
    anchors: &BTreeMap<String, (usize, f32)>,
    day: Date,
) -> Result<Vec<u8>, String> {
    let named: BTreeMap<String, (usize, f32)> =
        places.iter().map(|p| (place_name(p), (p.page, p.y))).collect();
    let place = |name: &str| anchors.get(name).or_else(|| named.get(name)).copied();
    let all = sheets.len();
    for (n, sheet) in sheets.iter_mut().enumerate() {
        edges(report, faces, sheet, n + 1, all);
    }
    let mut pdf = krilla::Document::new_with(SerializeSettings::default());
    for sheet in &sheets {
        let size = PageSettings::from_wh(sheet.width, sheet.height).ok_or("a page has no size")?;
        let mut page = pdf.start_page_with(size);
        let mut surface = page.surface();
        for mark in &sheet.marks {
            put(&mut surface, faces, shown, mark);
        }
        surface.finish();
        for mark in &sheet.marks {
            link(&mut page, mark, &place);
        }
        page.finish();
    }
    pdf.set_outline(outline(places));
    pdf.set_metadata(metadata(report, day));
    pdf.finish().map_err(|e| format!("{e:?}"))
}

fn metadata(report: &Report, day: Date) -> Metadata {
    let title = faces::clean(&report.model.title);
    let mut parts =
        day.to_string().split('-').map(|p| p.parse().unwrap_or(1u16)).collect::<Vec<_>>().into_iter();
    let (year, month, date) = (parts.next(), parts.next(), parts.next());
    let small = |n: Option<u16>| n.and_then(|n| u8::try_from(n).ok()).unwrap_or(1);
    let day = DateTime::new(year.unwrap_or(2000)).month(small(month)).day(small(date));
    Metadata::new()
        .title(title)
        .language("en".to_owned())
        .creator(format!("Trustline {}", report.tool))
        .creation_date(day)
}

/// What stands at the edges of each page.
fn edges(report: &Report, faces: &Faces, sheet: &mut Sheet, page: usize, all: usize) {
    const SIZE: f32 = 7.5;
    let setting = |bold| Setting { faces, size: SIZE, bold };
    let (width, foot) = (sheet.width, sheet.height - 28.0);
    let mut put = |text: &str, bold: bool, y: f32, ink: Ink, place: fn(f32, f32) -> f32| {
        let row = setting(bold).wrap(&text.into(), width / 2.6).into_iter().next().unwrap_or_default();
        let x = place(width, row.width);
        for piece in row.pieces {
            sheet.marks.push(Mark::Text { x: x + piece.x, y, size: SIZE, ink, piece });
        }
    };
    let middle = |width: f32, own: f32| (width - own) / 2.0;
    if let Some(marking) = &report.model.marking {
        put(marking, true, 30.0, Ink::Text, middle);
    }
    put(&report.model.title, false, foot, Ink::Dim, |_, _| SIDE);
    put(&format!("Trustline {}", report.tool), false, foot, Ink::Dim, middle);
    put(&format!("Page {page} of {all}"), false, foot, Ink::Dim, |width, own| width - SIDE - own);
}

fn put(surface: &mut Surface<'_>, faces: &Faces, shown: &[Shown], mark: &Mark) {
    match mark {
        Mark::Area { x, y, width, height, ink } => {
            let mut path = PathBuilder::new();
            let Some(area) = rect(*x, *y, *width, *height) else { return };
            path.push_rect(area);
            let Some(path) = path.finish() else { return };
            paint(surface, *ink);
            surface.draw_path(&path);
        }
        Mark::Text { x, y, size, ink, piece } => {
            paint(surface, *ink);
            let mut at = *x;
            for run in &piece.runs {
                let Some(face) = faces.get(run.face) else { continue };
                surface.draw_glyphs(
                    Point::from_xy(at, *y),
                    &run.glyphs,
                    face.font.clone(),
                    &run.text,
                    *size,
                    false,
                );
                at += run.width * size;
            }
            if piece.style.struck {
                let line =
                    Mark::Area { x: *x, y: y - size * 0.3, width: piece.width, height: 0.6, ink: *ink };
                put(surface, faces, shown, &line);
            }
        }
        Mark::Picture { x, y, scale, number } => {
            let Some(picture) = shown.get(*number) else { return };
            surface.push_transform(&Transform::from_row(*scale, 0.0, 0.0, *scale, *x, *y));
            drawing::draw(surface, &picture.tree);
            surface.pop();
        }
    }
}

/// What a text leads to.
fn link(page: &mut Page<'_>, mark: &Mark, place: &dyn Fn(&str) -> Option<(usize, f32)>) {
    let Mark::Text { x, y, size, piece, .. } = mark else { return };
    let target = match &piece.style.link {
        Some(Link::Inner(anchor)) => place(anchor).map(|(page, y)| {
            Target::Destination(XyzDestination::new(page, Point::from_xy(SIDE, (y - 6.0).max(0.0))).into())
        }),
        Some(Link::Outer(url)) if prose::is_allowed(url) => {
            Some(Target::Action(Action::Link(LinkAction::new(url.clone()))))
        }
        _ => None,
    };
    if let (Some(target), Some(area)) = (target, rect(*x, y - size, piece.width, size * 1.3)) {
        page.add_annotation(LinkAnnotation::new(area, target).into());
    }
}

/// Headings as a tree, of which viewers make bookmarks.
fn outline(places: &[Place]) -> Outline {
    let node = |p: &Place| {
        OutlineNode::new(
            p.text.clone(),
            XyzDestination::new(p.page, Point::from_xy(0.0, (p.y - 6.0).max(0.0))),
        )
    };
    let mut out = Outline::new();
    let mut chapter: Option<OutlineNode> = None;
    let mut section: Option<OutlineNode> = None;
    let close = |chapter: &mut Option<OutlineNode>, section: &mut Option<OutlineNode>| {
        if let (Some(chapter), Some(section)) = (chapter, section.take()) {
            chapter.push_child(section);
        }
    };
    for p in places.iter().filter(|p| !p.text.trim().is_empty()) {
        match p.level {
            0..=2 => {
                close(&mut chapter, &mut section);
                if let Some(done) = chapter.replace(node(p)) {
                    out.push_child(done);
                }
            }
            3 => {
                close(&mut chapter, &mut section);
                section = Some(node(p));
            }
            _ => match (&mut section, &mut chapter) {
                (Some(over), _) | (None, Some(over)) => over.push_child(node(p)),
                (None, None) => out.push_child(node(p)),
            },
        }
    }
    close(&mut chapter, &mut section);
    if let Some(last) = chapter {
        out.push_child(last);
    }
    out
}
