//! From a draft to a scene: measures every text, asks the layout for places, puts the words in.

use super::draft::{Draft, DraftElement, DraftFlow, Mark};
use super::heading::{MARGIN, first_line, heading, id_prefix, text};
use super::legend::{legend, stride};
use super::palette::Role;
use super::{Anchor, Boundary, Crossing, Element, Flow, Label, Level, Scene, Sign, Sort, Stroke, Words};
use crate::diagnostic::counted;
use crate::layout::best::{self, Best};
use crate::layout::hints;
use crate::layout::text::{Font, Ruler, plain};
use crate::layout::{
    Cluster, Direction, Edge, Engine, Graph, LayoutError, Node, Options, Placed, Point, Rect, Size,
};

const NAME: Font = Font::semi_bold(13.5);
const KIND: Font = Font::regular(11.0);
const STUB_NAME: Font = Font::regular(11.5);
const STUB_KIND: Font = Font::regular(10.0);
const FRAME: Font = Font::semi_bold(13.0);
const NOTE: Font = Font::regular(11.0);
const LABEL: Font = Font::regular(11.5);
const MARK: Font = Font::semi_bold(11.5);
const COUNT: Font = Font::semi_bold(10.5);

/// Widest name of an element before it wraps.
const NAME_ROOM: f64 = 190.0;
/// Widest label of a flow before it wraps.
const LABEL_ROOM: f64 = 150.0;
/// Widest title of a frame.
const FRAME_ROOM: f64 = 260.0;
/// From an element's left side to its icon, and from its right side to the room of its words.
const PAD: f64 = 14.0;
const ICON: f64 = 18.0;
const ICON_GAP: f64 = 10.0;
const NAME_LINE: f64 = 17.0;
const KIND_LINE: f64 = 16.0;
const ELEMENT_PAD: f64 = 13.0;
/// The same on all sides of a folded boundary.
const FOLDED_PAD: f64 = 16.0;
/// Room at the right of an element with open threats, for their sign and number.
const OPEN_ROOM: f64 = 22.0;
/// Height of one line of a label.
const LABEL_LINE: f64 = 15.0;
/// Height of a pill, the least width of its head, and the width of a cell for a letter.
const PILL: f64 = 22.0;
const CELL: f64 = 13.0;
/// Room at the sides of a label, so that the line can be seen to go on.
const LABEL_PAD: f64 = 6.0;
/// The least width of a picture: its title and legend need some.
const LEAST_WIDTH: f64 = 560.0;

/// A scene with the coordinates that it was made from, moved to where they are drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Composed {
    /// What to draw.
    pub scene: Scene,
    /// The places, in the order of the draft's elements, boundaries and flows.
    pub placed: Placed,
    /// What was measured: no fault that misleads, and hardly ever any.
    pub measure: crate::layout::Measure,
    /// How it was laid out.
    pub options: Options,
    /// Whether it is the best of several tries; else it was laid out as another one, in haste.
    pub settled: bool,
    /// Characters that the font lacks: the picture may show them as boxes. Each once.
    pub missing: Vec<char>,
}

/// Lays out a draft and says what to draw.
///
/// # Errors
/// Those of the layout ([`best::lay_out`]).
pub fn compose(draft: &Draft, ruler: &Ruler, engine: &dyn Engine) -> Result<Composed, LayoutError> {
    compose_like(draft, ruler, engine, None)
}

/// The same, laid out as another draft was if `like` says how ([`best::lay_out_like`]).
///
/// # Errors
/// Those of [`compose`].
pub fn compose_like(
    draft: &Draft,
    ruler: &Ruler,
    engine: &dyn Engine,
    like: Option<&Options>,
) -> Result<Composed, LayoutError> {
    let boxes: Vec<ElementBox> = draft.elements.iter().map(|e| ElementBox::new(e, ruler)).collect();
    let tags: Vec<Tag> = draft.flows.iter().map(|f| Tag::new(f, ruler)).collect();
    let frames: Vec<Frame> = draft
        .boundaries
        .iter()
        .map(|b| Frame {
            name: first_line(ruler, &b.name, FRAME, FRAME_ROOM),
            note: first_line(ruler, &b.note, NOTE, FRAME_ROOM),
        })
        .collect();
    let graph = graph(draft, ruler, &boxes, &tags, &frames);
    let alike = like.and_then(|like| best::lay_out_like(engine, &graph, draft.direction, like));
    let settled = alike.is_none();
    let found = alike.map_or_else(|| best::lay_out(engine, &graph, draft.direction), Ok);
    let Best { mut placed, measure, options, .. } = found?;

    let mut scene = Scene {
        id: id_prefix(&draft.id),
        title: plain(&draft.title),
        description: plain(&draft.description),
        ..Scene::default()
    };
    let width = (placed.width + 2.0 * MARGIN).max(LEAST_WIDTH);
    let top = heading(draft, ruler, width, &mut scene);
    placed.shift(MARGIN + ((width - 2.0 * MARGIN - placed.width) / 2.0).floor(), top);

    let mut order: Vec<usize> = (0..draft.boundaries.len()).collect();
    order.sort_by_key(|&i| (graph.chain(Some(i)).len(), i));
    for index in order {
        let (Some(from), Some(frame), Some(at)) =
            (draft.boundaries.get(index), frames.get(index), placed.clusters.get(index))
        else {
            continue;
        };
        let baseline = at.title.y + at.title.height / 2.0 + FRAME.size * 0.35;
        let words = |text: &str, x: f64, anchor: Anchor, font: Font| Words {
            text: text.to_owned(),
            at: Point { x, y: baseline },
            anchor,
            size: font.size,
            weight: font.weight,
            role: from.trust.role(),
        };
        let name = words(&frame.name, at.title.x, Anchor::Start, FRAME);
        let note = at.note.map(|note| words(&frame.note, note.right(), Anchor::End, NOTE));
        let title = join(&[&from.name, &from.note], ", ");
        scene.boundaries.push(Boundary {
            id: from.id.clone(),
            rect: at.rect,
            trust: from.trust,
            name,
            note,
            title,
        });
    }
    for (from, route) in draft.flows.iter().zip(&placed.edges) {
        scene.flows.push(Flow {
            id: from.id.clone(),
            ids: from.ids.clone(),
            points: route.points.clone(),
            head_at_source: from.both,
            head_at_target: true,
            stroke: if from.crosses { Stroke::Heavy } else { Stroke::Light },
            title: plain(&from.title),
        });
    }
    for ((from, tag), route) in draft.flows.iter().zip(&tags).zip(&placed.edges) {
        if let Some(rect) = route.label {
            let inline = route.points.windows(2).any(|pair| match pair {
                [a, b] => passes_middle(*a, *b, &rect),
                _ => false,
            });
            tag.put(from, rect, placed.direction, inline, ruler, &mut scene);
        }
    }
    for ((from, own), rect) in draft.elements.iter().zip(&boxes).zip(&placed.nodes) {
        scene.elements.push(own.put(from, *rect));
    }
    let mut bottom = placed.height + top;
    if !draft.no_legend {
        bottom = legend(draft, ruler, width, bottom + 30.0, &mut scene);
    }
    scene.width = width.ceil();
    scene.height = (bottom + MARGIN).ceil();
    placed.width = scene.width;
    placed.height = scene.height;
    let missing = missing(draft, ruler);
    Ok(Composed { scene, placed, measure, options, settled, missing })
}

fn graph(draft: &Draft, ruler: &Ruler, boxes: &[ElementBox], tags: &[Tag], frames: &[Frame]) -> Graph {
    let nodes = draft.elements.iter().zip(boxes).map(|(from, own)| Node {
        id: from.id.clone(),
        width: own.size.width,
        height: own.size.height,
        parent: from.parent,
    });
    let clusters = draft.boundaries.iter().zip(frames).map(|(from, frame)| Cluster {
        id: from.id.clone(),
        parent: from.parent,
        title_width: ruler.width(&frame.name, FRAME),
        title_height: 18.0,
        note_width: ruler.width(&frame.note, NOTE),
    });
    let edges = draft.flows.iter().zip(tags).map(|(from, tag)| Edge {
        id: from.id.clone(),
        source: from.source,
        target: from.target,
        label: tag.size(Direction::Right),
        label_down: tag.size(Direction::Down),
    });
    let options = Options {
        node_gap: 28.0,
        layer_gap: 26.0,
        edge_node_gap: 16.0,
        edge_gap: 14.0,
        padding: 20.0,
        page: draft.page,
        direction: hints::direction(&draft.hints),
        ..Options::default()
    };
    Graph {
        nodes: nodes.collect(),
        clusters: clusters.collect(),
        edges: edges.collect(),
        hints: draft.hints.clone(),
        options,
    }
}

struct Frame {
    name: String,
    note: String,
}

/// The words of an element and the room they need.
struct ElementBox {
    name: Vec<String>,
    caption: Vec<String>,
    size: Size,
    style: Style,
}

/// How the words of a box are set.
#[derive(Clone, Copy)]
struct Style {
    name: Font,
    name_line: f64,
    caption: Font,
    caption_line: f64,
    /// From the left side to the words.
    left: f64,
    /// Above and below them.
    pad: f64,
    least: Size,
}

impl Style {
    fn of(sort: Sort) -> Style {
        let element = Style {
            name: NAME,
            name_line: NAME_LINE,
            caption: KIND,
            caption_line: KIND_LINE,
            left: PAD + ICON + ICON_GAP,
            pad: ELEMENT_PAD,
            least: Size { width: 118.0, height: 54.0 },
        };
        match sort {
            Sort::Element => element,
            // Words as in a frame's title, and no icon.
            Sort::Folded { .. } => Style {
                left: FOLDED_PAD,
                pad: FOLDED_PAD,
                least: Size { width: 150.0, height: 66.0 },
                ..element
            },
            Sort::Stub => Style {
                name: STUB_NAME,
                name_line: 15.0,
                caption: STUB_KIND,
                caption_line: 13.0,
                left: PAD * 0.7,
                pad: 7.0,
                least: Size { width: 70.0, height: 30.0 },
            },
        }
    }
}

impl ElementBox {
    fn new(from: &DraftElement, ruler: &Ruler) -> ElementBox {
        let style = Style::of(from.sort);
        let name = ruler.wrap(&from.name, style.name, NAME_ROOM, 3);
        let wrapped = ruler.wrap(&from.caption, style.caption, NAME_ROOM, 2);
        let mut caption = if plain(&from.caption).is_empty() { Vec::new() } else { wrapped.lines };
        if from.more > 0 {
            caption.push(format!("+{} not shown", counted(from.more, "flow")));
        }
        let words = caption.iter().map(|l| ruler.width(l, style.caption)).fold(name.width, f64::max);
        // The measured room already is wider than Inter: most of the right pad is in it.
        let corner = if from.open.is_some() { OPEN_ROOM } else { 0.0 };
        let width = style.left + words + PAD * 0.5 + corner;
        let height = name.lines.len() as f64 * style.name_line
            + caption.len() as f64 * style.caption_line
            + 2.0 * style.pad;
        let size = Size {
            width: width.ceil().max(style.least.width),
            height: height.ceil().max(style.least.height),
        };
        ElementBox { name: name.lines, caption, size, style }
    }

    fn put(&self, from: &DraftElement, rect: Rect) -> Element {
        let style = &self.style;
        let x = rect.x + style.left;
        let used = self.name.len() as f64 * style.name_line + self.caption.len() as f64 * style.caption_line;
        let mut y = rect.y + (rect.height - used) / 2.0;
        let mut words = Vec::new();
        let role = match from.sort {
            Sort::Folded { trust, .. } => trust.role(),
            Sort::Stub => Role::Muted,
            Sort::Element if from.pale => Role::Muted,
            Sort::Element => Role::Text,
        };
        for line in &self.name {
            // The foot of the letters stands as far above the line's end in every size.
            let at = Point { x, y: y + style.name_line - 4.0 };
            words.push(text(line, at, Anchor::Start, style.name, role));
            y += style.name_line;
        }
        for line in &self.caption {
            let at = Point { x, y: y + style.caption_line - 4.0 };
            words.push(text(line, at, Anchor::Start, style.caption, Role::Muted));
            y += style.caption_line;
        }
        let scope = if from.pale { "out of scope" } else { "" };
        let sign = from.open.map(|(level, count)| {
            let at = Point { x: rect.right() - 12.0, y: rect.y + 13.0 };
            let below = Point { x: at.x, y: at.y + 16.5 };
            words.push(text(&count.to_string(), below, Anchor::Middle, COUNT, level.role()));
            Sign { level, at }
        });
        let open = from.open.map_or_else(String::new, |(level, count)| match count {
            1 => format!("1 open or planned threat, {}", level.words()),
            n => format!("{n} open or planned threats, the worst {}", level.words()),
        });
        let more = if from.more > 0 {
            format!("{} of it not shown", counted(from.more, "flow"))
        } else {
            String::new()
        };
        Element {
            id: from.id.clone(),
            kind: from.kind.clone(),
            sort: from.sort,
            shape: from.shape,
            rect,
            icon: from.icon.clone(),
            icon_at: Point { x: rect.x + PAD, y: rect.y + (rect.height - ICON) / 2.0 },
            icon_size: ICON,
            words,
            pale: from.pale,
            sign,
            title: join(&[&from.name, &from.caption, scope, &open, &more], ", "),
        }
    }
}

/// What stands on a flow: its label, its mark or both.
struct Tag {
    lines: Vec<String>,
    text_width: f64,
    mark: Option<(Mark, f64, f64)>,
}

impl Tag {
    fn new(from: &DraftFlow, ruler: &Ruler) -> Tag {
        let wrapped = ruler.wrap(&from.label, LABEL, LABEL_ROOM, 3);
        let empty = plain(&from.label).is_empty();
        let mark = from.mark.as_ref().map(|mark| {
            let head = (ruler.width(&mark.number, MARK) + 6.0).max(PILL);
            let width = head + CELL * (mark.letters.len() + 1) as f64 + 7.0;
            (mark.clone(), head, width)
        });
        Tag {
            lines: if empty { Vec::new() } else { wrapped.lines },
            text_width: if empty { 0.0 } else { wrapped.width },
            mark,
        }
    }

    fn text_height(&self) -> f64 {
        self.lines.len() as f64 * LABEL_LINE
    }

    /// The room on the line. Where lines run to the right, the words stand over the line and the
    /// pill on it, so the room is as high below; where they run down, the words stand under the
    /// pill, on the line.
    fn size(&self, direction: Direction) -> Option<Size> {
        let words = self.text_height();
        let pill = self.mark.as_ref().map_or(0.0, |(_, _, width)| *width);
        let height = match (direction, &self.mark) {
            (_, None) if words == 0.0 => return None,
            (_, None) => words + 3.0,
            (_, Some(_)) if words == 0.0 => PILL,
            (Direction::Right, Some(_)) => PILL + 2.0 * (words + 3.0),
            (Direction::Down, Some(_)) => PILL + words + 5.0,
        };
        Some(Size { width: (self.text_width.max(pill) + 2.0 * LABEL_PAD).ceil(), height: height.ceil() })
    }

    fn put(
        &self,
        from: &DraftFlow,
        rect: Rect,
        direction: Direction,
        inline: bool,
        ruler: &Ruler,
        scene: &mut Scene,
    ) {
        let middle = rect.center();
        let words_height = self.text_height();
        let (pill_y, words_y) = match (direction, &self.mark) {
            (_, None) => (0.0, middle.y - words_height / 2.0),
            (Direction::Right, Some(_)) => {
                (middle.y - PILL / 2.0, middle.y - PILL / 2.0 - 3.0 - words_height)
            }
            (Direction::Down, Some(_)) => (rect.y, rect.y + PILL + 4.0),
        };
        if !self.lines.is_empty() {
            let on_line = inline && (self.mark.is_none() || direction == Direction::Down);
            let drawn = self.lines.iter().map(|l| ruler.advance(l, LABEL)).fold(0.0, f64::max);
            // The plate is as wide as the room: in another font the words may be.
            let width = self.text_width.max(drawn) + 2.0;
            // Under a pill it begins at the pill, so that no crumb of the line shows between them.
            let above = if self.mark.is_some() { PILL / 2.0 + 4.0 } else { 0.5 };
            let plate = on_line.then_some(Rect {
                x: middle.x - width / 2.0,
                y: words_y - above,
                width,
                height: words_height + above + 0.5,
            });
            let words = self.lines.iter().enumerate().map(|(i, line)| {
                let at = Point { x: middle.x, y: words_y + i as f64 * LABEL_LINE + 11.5 };
                text(line, at, Anchor::Middle, LABEL, Role::TextSoft)
            });
            scene.labels.push(Label {
                id: from.id.clone(),
                ids: from.ids.clone(),
                plate,
                words: words.collect(),
            });
        }
        let Some((mark, head, width)) = &self.mark else { return };
        let pill = Rect { x: middle.x - width / 2.0, y: pill_y, width: *width, height: PILL };
        let baseline = pill.y + PILL / 2.0 + MARK.size * 0.36;
        let role = mark.level.role();
        let cell = |i: usize| pill.x + head + 2.0 + CELL * (i as f64 + 0.5);
        let number = mark.number.clone();
        let letters = mark.letters.iter().enumerate().map(|(i, letter)| {
            text(&letter.to_string(), Point { x: cell(i), y: baseline }, Anchor::Middle, MARK, role)
        });
        let at = Point { x: cell(mark.letters.len()), y: pill.y + PILL / 2.0 };
        scene.crossings.push(Crossing {
            id: from.id.clone(),
            ids: from.ids.clone(),
            rect: pill,
            head: *head,
            number: text(
                &number,
                Point { x: pill.x + head / 2.0, y: baseline },
                Anchor::Middle,
                MARK,
                Role::Paper,
            ),
            letters: letters.collect(),
            sign: Sign { level: mark.level, at },
            title: crossing_title(mark),
        });
    }
}

fn crossing_title(mark: &Mark) -> String {
    let names: Vec<&str> = mark.letters.iter().filter_map(|l| stride(*l)).collect();
    let worst = match mark.level {
        Level::Calm => "all threats answered".to_owned(),
        level => format!("worst open or planned threat: {}", level.words()),
    };
    let several = !mark.number.chars().all(|c| c.is_ascii_digit());
    let number = format!("{} {}", if several { "crossings" } else { "crossing" }, mark.number);
    join(&[&number, &names.join(", "), &worst], "; ")
}

/// True if the segment runs through the middle of the label: it stands on its line.
fn passes_middle(a: Point, b: Point, rect: &Rect) -> bool {
    let span = Rect { x: a.x.min(b.x), y: a.y.min(b.y), width: (a.x - b.x).abs(), height: (a.y - b.y).abs() };
    let middle = rect.center();
    span.grown(3.0).holds(&Rect { x: middle.x, y: middle.y, width: 0.0, height: 0.0 }, 0.0)
}

fn join(parts: &[&str], between: &str) -> String {
    let parts: Vec<String> = parts.iter().map(|p| plain(p)).filter(|p| !p.is_empty()).collect();
    parts.join(between)
}

fn missing(draft: &Draft, ruler: &Ruler) -> Vec<char> {
    let mut found: Vec<char> = Vec::new();
    let texts = std::iter::once(&draft.title)
        .chain(&draft.lines)
        .chain(&draft.marking)
        .chain(draft.boundaries.iter().flat_map(|b| [&b.name, &b.note]))
        .chain(draft.elements.iter().flat_map(|e| [&e.name, &e.caption]))
        .chain(draft.flows.iter().map(|f| &f.label));
    for text in texts {
        for c in ruler.missing(text) {
            if !found.contains(&c) {
                found.push(c);
            }
        }
    }
    found
}
