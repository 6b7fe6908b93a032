//! What stands around every picture, whatever it shows: white, title, lines, marking, and the name
//! that its ids begin with.

use super::draft::Draft;
use super::palette::Role;
use super::{Anchor, Scene, Words};
use crate::layout::Point;
use crate::layout::text::{Font, Ruler, plain};

/// White around the picture.
pub(super) const MARGIN: f64 = 28.0;
const TITLE: Font = Font::semi_bold(19.0);
const LINE: Font = Font::regular(12.0);
const MARKING: Font = Font::semi_bold(11.5);

/// Words at a place.
pub(super) fn text(words: &str, at: Point, anchor: Anchor, font: Font, role: Role) -> Words {
    Words { text: words.to_owned(), at, anchor, size: font.size, weight: font.weight, role }
}

/// As much of a text as has room on one line.
pub(super) fn first_line(ruler: &Ruler, text: &str, font: Font, room: f64) -> String {
    ruler.wrap(text, font, room, 1).lines.into_iter().next().unwrap_or_default()
}

/// Title, lines and marking. Returns where the picture starts.
pub(super) fn heading(draft: &Draft, ruler: &Ruler, width: f64, scene: &mut Scene) -> f64 {
    let whole = width - 2.0 * MARGIN;
    let mut room = whole;
    let mut y = MARGIN;
    if let Some(marking) = draft.marking.as_ref().map(|m| plain(m)).filter(|m| !m.is_empty()) {
        let line = first_line(ruler, &marking, MARKING, whole);
        room -= ruler.width(&line, MARKING) + 24.0;
        let at = Point { x: width - MARGIN, y: y + 14.0 };
        scene.words.push(text(&line, at, Anchor::End, MARKING, Role::TextSoft));
        // A title that would be cut beside it stands below it.
        if plain(&draft.title).is_empty() || ruler.wrap(&draft.title, TITLE, room, 2).cut {
            y += 24.0;
            room = whole;
        }
    }
    if !plain(&draft.title).is_empty() {
        for line in ruler.wrap(&draft.title, TITLE, room, 4).lines {
            scene.words.push(text(&line, Point { x: MARGIN, y: y + 15.0 }, Anchor::Start, TITLE, Role::Text));
            y += 24.0;
        }
    }
    for line in &draft.lines {
        for line in ruler.wrap(line, LINE, width - 2.0 * MARGIN, 3).lines {
            let at = Point { x: MARGIN, y: y + 11.0 };
            scene.words.push(text(&line, at, Anchor::Start, LINE, Role::Muted));
            y += 17.0;
        }
    }
    if y > MARGIN { y + 14.0 } else { y }
}

/// A prefix that is fit for an XML id.
pub(super) fn id_prefix(id: &str) -> String {
    let fit: String =
        id.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' }).collect();
    let fit = fit.trim_matches('-');
    if fit.is_empty() { "tm".to_owned() } else { format!("tm-{fit}") }
}
