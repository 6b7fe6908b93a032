//! A report made into pages for one target. Pure: the target is asked what it takes and what its pages are called, and
//! for nothing that needs a connection.
//!
//! The report is one page while the target bears that. Above, parts of it become pages below, in an order that keeps the
//! first page a report: first the cards of threats, then what is looked up, then the other chapters; what is still too
//! large is cut between its headings, and a table between its rows. Links find their headings wherever these come to stand.

mod split;

use super::failure::{Failure, Kind};
use super::page::{Attachment, Page, Publication};
use super::wiki::{Markup, Measures, Pictures};
use crate::report::document::{self, Block, Document, Inline, Line};
use crate::report::markdown::dialect::Shown;
use crate::report::prose::is_unsafe;
use crate::report::wikis::{self, Around, confluence, dokuwiki, mediawiki};
use crate::report::{Picture, Report, markdown};
use split::{PAGE, Part, parts};
use std::collections::{HashMap, HashSet};

/// What a publication is made of.
#[derive(Clone, Debug, Default)]
pub struct Material<'a> {
    /// The pictures of the report, the main one first, each with the bytes of its files.
    pub pictures: Vec<Drawn<'a>>,
    /// Files that go with the report, as the HTML and the data.
    pub files: Vec<File<'a>>,
    /// Where the model's text stands, if that is known.
    pub source: Option<Source>,
}

/// A picture with its files.
#[derive(Clone, Debug)]
pub struct Drawn<'a> {
    /// The picture; its names of files are made here.
    pub picture: &'a Picture,
    /// What stands in its name of file behind the model's; empty for the main one.
    pub name: &'a str,
    /// The SVG's bytes.
    pub svg: &'a [u8],
    /// The PNG's bytes; may be empty if the target shows SVG.
    pub png: &'a [u8],
}

/// A file that goes with the report.
#[derive(Clone, Debug)]
pub struct File<'a> {
    /// The ending of its name, without the dot.
    pub ending: &'a str,
    /// Its media type.
    pub media: &'static str,
    /// What it is, for readers: `The report as one page for a browser`.
    pub about: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
}

/// Where the model's text stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// The web address of the text at its revision; empty if there is none.
    pub url: String,
    /// The name of the model's file.
    pub file: String,
    /// The revision in which the text was last changed, and not the newest one of all: what does not change with the
    /// model must not change the page.
    pub revision: String,
    /// When that was, as a day.
    pub day: String,
    /// Who changed it.
    pub by: String,
}

/// What the settings say of a publication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Composition {
    /// What the root page is called, with `{title}` for the model's title.
    pub title: String,
    /// What names of files begin with.
    pub stem: String,
    /// Labels of all pages.
    pub labels: Vec<String>,
    /// Whether each further picture is a page of its own whatever the size.
    pub views: bool,
    /// What the wiki's history shall say.
    pub note: String,
    /// Which model it is, as [`super::mark::whose`] makes it.
    pub whose: String,
}

impl Default for Composition {
    fn default() -> Self {
        Composition {
            title: "{title}".to_owned(),
            stem: "model".to_owned(),
            labels: Vec::new(),
            views: false,
            note: String::new(),
            whose: String::new(),
        }
    }
}

/// What a target says of itself, as [`Wiki`](super::wiki::Wiki) has it.
#[derive(Copy, Clone)]
pub struct Site<'a> {
    /// What it takes.
    pub measures: &'a Measures,
    /// [`Wiki::address`](super::wiki::Wiki::address).
    pub address: &'a dyn Fn(&[&str]) -> Result<String, Failure>,
    /// [`Wiki::attachment`](super::wiki::Wiki::attachment).
    pub attachment: &'a dyn Fn(&str, &str) -> String,
}

/// The pages of a report.
///
/// # Errors
/// When the target knows no address for a page, or a page or a file is larger than it takes.
pub fn compose(
    report: &Report,
    material: &Material<'_>,
    how: &Composition,
    site: Site<'_>,
) -> Result<Publication, Failure> {
    let measures = site.measures;
    let files = Files::new(material, how, measures);
    let mut document = document::write(report, &files.pictures);
    if folds(measures.markup) {
        document = wikis::folded(&document);
    }
    let titled = has_title(measures.markup);
    let mut root_blocks = document.blocks;
    if titled {
        without_title(&mut root_blocks, &report.model.title);
    }
    ways_out(&mut root_blocks, report, material, how, measures);
    // Anchors are those of the whole, wherever a heading comes to stand.
    let whole = Document { title: document.title.clone(), blocks: root_blocks };
    let mut around = Around::of([&whole]);
    around.image_maps = measures.maps;
    let size = |blocks: &[Block]| {
        let document = Document { title: whole.title.clone(), blocks: blocks.to_vec() };
        write(&document, measures.markup, &around).len()
    };
    let parts = parts(whole.blocks.clone(), measures.page_bytes, how.views, &size);
    let placed = place(parts, how, report, site)?;
    let homes = homes(&placed);
    let mut pages = Vec::with_capacity(placed.len());
    for Placed { part, title, address } in &placed {
        let mut blocks = part.blocks.clone();
        if let (Some(_), Some(root)) = (&part.parent, placed.first()) {
            let up = Line::from("Part of ").then(Line(vec![Inline::Page {
                page: root.address.clone(),
                anchor: String::new(),
                text: root.title.as_str().into(),
            }]));
            blocks.insert(0, Block::Paragraph(up));
            if !titled {
                with_title(&mut blocks, title);
            }
        }
        let mut attachments = Vec::new();
        let mut attach = |file: &str| -> String {
            let name = (site.attachment)(address, file);
            if let Some((media, bytes)) = files.bytes.get(file)
                && !attachments.iter().any(|a: &Attachment| a.name == name)
            {
                attachments.push(Attachment { name: name.clone(), media, bytes: bytes.to_vec() });
            }
            name
        };
        for block in &mut blocks {
            lead(block, address, &homes, &mut attach);
        }
        if let Some(large) = attachments.iter().find(|a| a.bytes.len() > measures.file_bytes) {
            return Err(Failure::new(
                Kind::TooLarge,
                format!(
                    "`{}` has {} bytes, and the target takes {}",
                    large.name,
                    large.bytes.len(),
                    measures.file_bytes
                ),
                "Leave the file out (`attach`), or let the administrator raise the limit.",
            ));
        }
        let document = Document { title: title.clone(), blocks };
        let mut body = write(&document, measures.markup, &around);
        if measures.markup == Markup::MediaWiki {
            for label in &how.labels {
                body.push_str(&mediawiki::category(label));
            }
        }
        if body.len() > measures.page_bytes.saturating_mul(2) {
            return Err(Failure::new(
                Kind::TooLarge,
                format!("the page `{title}` has {} bytes and can't be split further", body.len()),
                "Publish the model in parts, or to a target that takes larger pages.",
            ));
        }
        pages.push(Page {
            key: part.key.clone(),
            parent: part.parent.clone(),
            title: title.clone(),
            address: address.clone(),
            body,
            labels: how.labels.clone(),
            attachments,
        });
    }
    let model = report.model.digest.clone();
    Ok(Publication { whose: how.whose.clone(), model, note: how.note.clone(), pages })
}

/// A document in a markup.
fn write(document: &Document, markup: Markup, around: &Around) -> String {
    match markup {
        Markup::MediaWiki => mediawiki::render(document, around),
        Markup::DokuWiki => dokuwiki::render(document, around),
        Markup::Confluence => confluence::render(document, around),
        Markup::Markdown(dialect) => markdown::render(document, dialect),
    }
}

/// Whether a page of this markup folds cards of threats.
fn folds(markup: Markup) -> bool {
    matches!(markup, Markup::MediaWiki | Markup::Confluence)
}

/// Whether the wiki shows the page's title itself, so that the text has none.
fn has_title(markup: Markup) -> bool {
    matches!(markup, Markup::MediaWiki | Markup::Confluence)
}

/// Gives a page below the root its title as a heading above the line that leads up.
fn with_title(blocks: &mut Vec<Block>, title: &str) {
    match blocks.get_mut(1) {
        Some(Block::Heading { level, text, .. }) if text.plain() == title => {
            *level = 1;
            blocks.swap(0, 1);
        }
        _ => blocks.insert(0, Block::Heading { level: 1, anchor: String::new(), text: title.into() }),
    }
}

/// Takes the first heading away. What a title can't say stands in its place: titles lose signs, and have a pattern.
fn without_title(blocks: &mut [Block], title: &str) {
    for block in blocks.iter_mut() {
        if matches!(block, Block::Heading { level: 1, .. }) {
            *block = Block::Paragraph(Line::new().strong(title));
            return;
        }
    }
}

/// The names and bytes of files, and the pictures that name them.
struct Files<'a> {
    pictures: Vec<Picture>,
    bytes: HashMap<String, (&'static str, &'a [u8])>,
}

impl<'a> Files<'a> {
    fn new(material: &Material<'a>, how: &Composition, measures: &Measures) -> Self {
        let (svg, png) = match (measures.markup, measures.pictures) {
            (_, Pictures::Png) => (false, true),
            (Markup::Markdown(dialect), Pictures::Svg) => {
                (dialect.picture != Shown::Png, dialect.picture != Shown::Svg)
            }
            (_, Pictures::Svg) => (true, false),
        };
        let mut files = Files { pictures: Vec::new(), bytes: HashMap::new() };
        for drawn in &material.pictures {
            let mut picture = drawn.picture.clone();
            let mut name = |wanted: bool, ending: &str, media: &'static str, bytes: &'a [u8]| {
                if !wanted || bytes.is_empty() {
                    return String::new();
                }
                let dot = if drawn.name.is_empty() { "" } else { "." };
                let name = format!("{}{dot}{}.{ending}", how.stem, drawn.name);
                files.bytes.insert(name.clone(), (media, bytes));
                name
            };
            picture.svg_file = name(svg, "svg", "image/svg+xml", drawn.svg);
            picture.png_file = name(png, "png", "image/png", drawn.png);
            picture.pixels = pixels(drawn.png);
            files.pictures.push(picture);
        }
        for file in &material.files {
            let name = format!("{}.{}", how.stem, file.ending);
            files.bytes.insert(name, (file.media, file.bytes));
        }
        files
    }
}

/// The width of a PNG in pixels, which stands at the beginning of its first block; 0 if it is none.
fn pixels(png: &[u8]) -> u32 {
    let width = png.get(16..20).and_then(|b| <[u8; 4]>::try_from(b).ok());
    width.filter(|_| png.starts_with(b"\x89PNG")).map_or(0, u32::from_be_bytes)
}

/// What leads out of the page: to the source, to the files that go with it.
fn ways_out(
    blocks: &mut Vec<Block>,
    report: &Report,
    material: &Material<'_>,
    how: &Composition,
    measures: &Measures,
) {
    let mut items: Vec<Line> = Vec::new();
    if let Some(source) = &material.source {
        let file = Line::new().code(&source.file);
        let mut line = Line::from("The model: ");
        line = match crate::report::prose::is_allowed(&source.url) {
            true => line.outer(&source.url, source.file.as_str()),
            false => line.then(file),
        };
        if !source.revision.is_empty() {
            line = line.then(" at revision ").code(&source.revision);
        }
        let when = [("of ", &source.day), ("by ", &source.by)];
        for (word, text) in when.into_iter().filter(|(_, text)| !text.is_empty()) {
            line = line.then(format!(", {word}{text}"));
        }
        items.push(line);
    }
    let takes = |ending: &str| measures.files.is_empty() || measures.files.iter().any(|f| f == ending);
    for file in material.files.iter().filter(|f| takes(f.ending)) {
        let name = format!("{}.{}", how.stem, file.ending);
        let link = Inline::Attached { file: name.clone(), text: name.into() };
        items.push(Line::from(format!("{}: ", file.about)).then(Line(vec![link])));
    }
    items.push(
        Line::from("This text is written by Trustline from the model with the digest ")
            .code(report.model.digest.get(..12).unwrap_or(&report.model.digest))
            .then(
                ": change the model, and it is written anew; who published it when is in the page's history.",
            ),
    );
    blocks.push(Block::Heading { level: 2, anchor: String::new(), text: "Where this comes from".into() });
    let items = items.into_iter().map(|line| vec![Block::Paragraph(line)]).collect();
    blocks.push(Block::List { first: None, items });
}

/// A part with its place on the target.
struct Placed {
    part: Part,
    title: String,
    address: String,
}

/// The most characters of a title.
const TITLE: usize = 200;

/// A text as a title: one line without signs that have no shape.
fn plain(text: &str, most: usize) -> String {
    let clean: String = text.chars().map(|c| if is_unsafe(c) { ' ' } else { c }).collect();
    let line = clean.split_whitespace().collect::<Vec<_>>().join(" ");
    let line: String = line.chars().take(most).collect();
    match line.trim() {
        "" => "Threat model".to_owned(),
        line => line.to_owned(),
    }
}

/// Titles and addresses of all parts. A title whose address another page has gets a number.
fn place(
    parts: Vec<Part>,
    how: &Composition,
    report: &Report,
    site: Site<'_>,
) -> Result<Vec<Placed>, Failure> {
    let root = plain(&how.title.replace("{title}", &plain(&report.model.title, TITLE)), TITLE);
    // Where titles are a space's own, a page's says to which model it belongs.
    let spacious = site.measures.markup == Markup::Confluence;
    let mut taken: HashSet<String> = HashSet::new();
    let mut out = Vec::with_capacity(parts.len());
    for part in parts {
        let wanted = match (&part.parent, spacious) {
            (None, _) => root.clone(),
            (Some(_), false) => plain(&part.title, TITLE),
            (Some(_), true) => {
                let own = plain(&part.title, TITLE / 2);
                let room = TITLE.saturating_sub(own.chars().count() + 3);
                format!("{} – {own}", plain(&root, room))
            }
        };
        let mut title = wanted.clone();
        let mut number = 2;
        let address = loop {
            let address = match part.parent {
                None => (site.address)(&[&title])?,
                Some(_) => (site.address)(&[&root, &title])?,
            };
            if taken.insert(address.to_lowercase()) {
                break address;
            }
            title = format!("{wanted} ({number})");
            number += 1;
        };
        out.push(Placed { part, title, address });
    }
    Ok(out)
}

/// The address of the page on which each anchor stands, and of each page by its key.
fn homes(placed: &[Placed]) -> HashMap<String, String> {
    let mut out = HashMap::new();
    for Placed { part, address, .. } in placed {
        let document = Document { title: String::new(), blocks: part.blocks.clone() };
        let anchors = Around::of([&document]).headings.into_keys();
        for anchor in anchors.chain([format!("{PAGE}{}", part.key)]) {
            out.entry(anchor).or_insert_with(|| address.clone());
        }
    }
    out
}

/// Makes the links of a block lead to the pages on which their headings stand, and names its files as the target does.
fn lead(
    block: &mut Block,
    here: &str,
    homes: &HashMap<String, String>,
    attach: &mut dyn FnMut(&str) -> String,
) {
    match block {
        Block::Heading { text, .. } | Block::Paragraph(text) | Block::Alert { text, .. } => {
            lead_line(text, here, homes, attach);
        }
        Block::List { items, .. } => {
            items.iter_mut().flatten().for_each(|b| lead(b, here, homes, attach));
        }
        Block::Table { head, rows } => {
            let cells = head.iter_mut().chain(rows.iter_mut().flatten());
            cells.for_each(|line| lead_line(line, here, homes, attach));
        }
        Block::Details { body, .. } | Block::Quote(body) => {
            body.iter_mut().for_each(|b| lead(b, here, homes, attach));
        }
        Block::Picture { svg, png, frame, .. } => {
            for file in [svg, png].into_iter().filter(|f| !f.is_empty()) {
                *file = attach(file);
            }
            for spot in &mut frame.spots {
                if let Some(home) = homes.get(&spot.anchor).filter(|h| *h != here) {
                    spot.page.clone_from(home);
                }
            }
        }
        Block::Contents(headings) => {
            headings.retain(|(_, anchor)| homes.get(anchor).is_none_or(|h| h == here));
        }
        Block::Code(_) | Block::Rule => {}
    }
}

fn lead_line(
    line: &mut Line,
    here: &str,
    homes: &HashMap<String, String>,
    attach: &mut dyn FnMut(&str) -> String,
) {
    for inline in &mut line.0 {
        let elsewhere = match inline {
            Inline::Inner { anchor, text } => homes.get(anchor.as_str()).filter(|h| *h != here).map(|home| {
                let heading = std::mem::take(anchor);
                let heading = if heading.starts_with(PAGE) { String::new() } else { heading };
                Inline::Page { page: home.clone(), anchor: heading, text: std::mem::take(text) }
            }),
            Inline::Attached { file, .. } => {
                *file = attach(file);
                None
            }
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Struck(inner) => {
                lead_line(inner, here, homes, attach);
                None
            }
            _ => None,
        };
        if let Some(link) = elsewhere {
            *inline = link;
        }
    }
}
