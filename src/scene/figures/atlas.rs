//! The techniques of MITRE ATLAS that open or planned threats refer to, under the tactics that they serve.

use std::collections::BTreeMap;

use super::{Called, Figure, Place, Site};
use crate::analysis::Threat;
use crate::catalog::frameworks::{self, Entry};
use crate::diagnostic::counted;
use crate::layout::text::Font;
use crate::layout::{Measure, Point, Rect};
use crate::scene::figure::{Group, Head, Page, Panel, line, row, severities};
use crate::scene::marks::level;
use crate::scene::palette::Role;
use crate::scene::{Anchor, Level, Sign};

const PREFIX: &str = "atlas";
/// The tactics in the order in which ATLAS shows them; others come behind.
const ORDER: [&str; 16] = [
    "AML.TA0002",
    "AML.TA0003",
    "AML.TA0004",
    "AML.TA0000",
    "AML.TA0005",
    "AML.TA0006",
    "AML.TA0012",
    "AML.TA0007",
    "AML.TA0013",
    "AML.TA0008",
    "AML.TA0015",
    "AML.TA0009",
    "AML.TA0001",
    "AML.TA0014",
    "AML.TA0010",
    "AML.TA0011",
];
/// Columns side by side; more stand in a row below.
const COLUMNS: usize = 5;
const WIDE: f64 = 196.0;
const GAP: f64 = 12.0;
/// The part of a box with the number.
const SIDE: f64 = 34.0;
const TACTIC: Font = Font::semi_bold(12.5);
const NAME: Font = Font::regular(11.5);
const SMALL: Font = Font::regular(10.0);
const COUNT: Font = Font::semi_bold(13.0);
const LINE: f64 = 14.0;

/// What refers to a technique: how many threats, and the worst of them.
type Touched = (usize, Level);

/// Draws the map; none if no open threat refers to a technique.
pub(super) fn map(site: &Site<'_>) -> Option<Figure> {
    let mut techniques: BTreeMap<&'static str, (Entry, Touched)> = BTreeMap::new();
    let mut referring = 0;
    for threat in site.analysis.unsettled() {
        let of = techniques_of(site, threat);
        referring += usize::from(!of.is_empty());
        let level = level(threat.residual.severity());
        for (id, entry) in of {
            let (_, (count, worst)) = techniques.entry(id).or_insert((entry, (0, level)));
            *count += 1;
            *worst = level.max(*worst);
        }
    }
    let mut columns: Vec<(Entry, Vec<&(Entry, Touched)>)> = Vec::new();
    for touched in techniques.values() {
        for tactic in touched.0.above().filter(|a| a.sort == "tactic") {
            match columns.iter_mut().find(|(t, _)| t.id == tactic.id) {
                Some((_, under)) => under.push(touched),
                None => columns.push((tactic, vec![touched])),
            }
        }
    }
    if columns.is_empty() {
        return None;
    }
    columns.sort_by_key(|(t, _)| (ORDER.iter().position(|o| *o == t.id).unwrap_or(ORDER.len()), t.id));
    for (_, under) in &mut columns {
        under.sort_by_key(|(t, (count, worst))| (std::cmp::Reverse((*worst, *count)), t.id));
    }
    let all = frameworks::entries(PREFIX).filter(|e| e.sort == "technique" && main(e)).count();
    let head = Head {
        id: "atlas".into(),
        title: "MITRE ATLAS by tactic".into(),
        lines: vec![
            site.model.info.title.clone(),
            format!("{} of {all} techniques, by {}", techniques.len(), counted(referring, "open or planned threat")),
        ],
        description:
            "The techniques of MITRE ATLAS that open or planned threats refer to, under the tactics that they serve."
                .into(),
        marking: site.model.info.marking.clone(),
    };
    let across = columns.len().min(COLUMNS);
    let content = across as f64 * WIDE + (across - 1) as f64 * GAP;
    let mut page = Page::new(site.ruler, &head, content);
    let left = page.left(content);
    for shelf in columns.chunks(COLUMNS) {
        let top = page.y;
        let mut deepest = top;
        for (i, (tactic, under)) in shelf.iter().enumerate() {
            let x = left + i as f64 * (WIDE + GAP);
            let mut y = top;
            let mut words = vec![line(tactic.name, x, y, Anchor::Start, TACTIC, Role::Text)];
            words.push(line(tactic.id, x, y + 17.0, Anchor::Start, SMALL, Role::Muted));
            page.add(Group { class: "heat-tactic".into(), words, ..Group::default() });
            y += 36.0;
            for (entry, touched) in under {
                y = technique(&mut page, entry, *touched, Point { x, y }) + 6.0;
            }
            deepest = deepest.max(y);
        }
        page.y = deepest + 16.0;
    }
    page.y -= 22.0;
    let used = |l: Level| techniques.values().any(|(_, (_, worst))| *worst == l);
    let legend = severities("Worst open or planned", used).into_iter().chain([row(
        "Reading",
        [(None, "Number: open or planned threats"), (None, "A technique stands under each of its tactics")],
    )]);
    let scene = page.finish(legend.collect());
    let about =
        "The techniques of MITRE ATLAS that open or planned threats refer to, under the tactics that they serve, the \
                 worst first."
            .to_owned();
    let called = Called {
        name: "atlas".into(),
        title: "Techniques of MITRE ATLAS".into(),
        about,
        place: Place::Frameworks,
    };
    Some(site.figure(called, scene, &Measure::default()))
}

/// Whether an entry is a technique of its own, and not one kind of another.
fn main(entry: &Entry) -> bool {
    entry.above().all(|a| a.sort != "technique")
}

/// The techniques that a threat's rule refers to, each once; one kind of a technique counts for it.
fn techniques_of(site: &Site<'_>, threat: &Threat) -> BTreeMap<&'static str, Entry> {
    let rule = site.model.catalog.rules.get(threat.rule.index());
    let refs = rule.into_iter().flat_map(|r| &r.refs).filter(|r| r.framework == PREFIX);
    let mut out = BTreeMap::new();
    for entry in refs.filter_map(frameworks::entry).filter(|e| e.sort == "technique") {
        let entry = entry.above().find(|a| a.sort == "technique").unwrap_or(entry);
        out.insert(entry.id, entry);
    }
    out
}

/// A box of a technique; gives where it ends.
fn technique(page: &mut Page<'_>, entry: &Entry, (count, worst): Touched, at: Point) -> f64 {
    let names = page.ruler.wrap(entry.name, NAME, WIDE - SIDE - 18.0, 3).lines;
    let height = names.len() as f64 * LINE + 28.0;
    let rect = Rect { x: at.x, y: at.y, width: WIDE, height };
    let side = Rect { width: SIDE, ..rect };
    let mut group = Group {
        class: "heat-cell".into(),
        id: entry.id.into(),
        title: format!("{} {}: {count} open, the worst {}", entry.id, entry.name, worst.words()),
        ..Group::default()
    };
    group.boxes.push(Panel::new(rect, 6.0, Some(Role::FillOwn), Some(worst.role())));
    group.boxes.push(Panel::new(side, 6.0, Some(worst.role()), Some(worst.role())));
    let middle = side.center();
    group.words.push(line(&count.to_string(), middle.x, middle.y - 8.0, Anchor::Middle, COUNT, Role::Paper));
    let x = side.right() + 9.0;
    for (n, words) in names.iter().enumerate() {
        group.words.push(line(words, x, at.y + 8.0 + n as f64 * LINE, Anchor::Start, NAME, Role::Text));
    }
    let foot = rect.bottom() - 18.0;
    group.words.push(line(entry.id, x, foot, Anchor::Start, SMALL, Role::Muted));
    group.signs.push(Sign { level: worst, at: Point { x: rect.right() - 14.0, y: foot + 5.5 } });
    page.add(group);
    rect.bottom()
}
