//! Which colours stand on which, and what can hardly be read.

use super::{Colour, Mode, Theme, contrast};
use crate::scene::palette::Role;

/// The least contrast of text (WCAG 2.2, 1.4.3).
pub const LEAST: f64 = 4.5;
/// The least contrast of lines and signs that carry meaning (WCAG 2.2, 1.4.11).
const LEAST_OF_LINES: f64 = 3.0;

/// A colour of a theme, by where it is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Surface {
    /// In pictures.
    Picture(Role),
    /// In the report.
    Report(&'static str),
}

impl Surface {
    /// Its table in a theme's file.
    pub fn table(self) -> &'static str {
        match self {
            Surface::Picture(_) => "picture",
            Surface::Report(_) => "report",
        }
    }

    /// Its name there.
    pub fn name(self) -> &'static str {
        match self {
            Surface::Picture(role) => role.name(),
            Surface::Report(name) => name,
        }
    }
}

/// How well something can be seen on what lies under it.
#[derive(Clone, Debug, PartialEq)]
pub struct Seen {
    /// What.
    pub what: Surface,
    /// On what.
    pub ground: Surface,
    /// When.
    pub mode: Mode,
    /// The contrast.
    pub ratio: f64,
    /// The least that it should be.
    pub least: f64,
}

impl Theme {
    /// Text and lines with what lies under them, in all modes that the theme has and, of reports, on
    /// paper.
    pub fn seen(&self) -> Vec<Seen> {
        let mut out = Vec::new();
        let mut modes = self.follows.modes().to_vec();
        modes.push(Mode::Print);
        for mode in modes {
            for (what, ground, least) in pairs() {
                if mode == Mode::Print && matches!(what, Surface::Picture(_)) {
                    continue;
                }
                let ratio = contrast(self.at(what, mode), self.at(ground, mode));
                out.push(Seen { what, ground, mode, ratio, least });
            }
        }
        out
    }

    fn at(&self, surface: Surface, mode: Mode) -> &Colour {
        match surface {
            Surface::Picture(role) => self.colour(role, mode),
            Surface::Report(name) => self.ink(name, mode),
        }
    }
}

/// What stands on what, and the least contrast of the two.
fn pairs() -> Vec<(Surface, Surface, f64)> {
    use Role::*;
    use Surface::{Picture, Report};
    let mut out = Vec::new();
    let tints = [TintUntrusted, TintPartner, TintInternal, TintRestricted];
    let trusts = [TrustUntrusted, TrustPartner, TrustInternal, TrustRestricted];
    let severities = [SeverityCritical, SeverityHigh, SeverityMedium, SeverityLow, SeverityCalm];
    let grounds = || tints.into_iter().chain([Paper]);
    for ground in grounds().chain([FillExternal, FillOwn]) {
        out.extend([Text, TextSoft, Muted].map(|text| (Picture(text), Picture(ground), LEAST)));
    }
    // A frame's words stand on its own tint.
    out.extend(trusts.into_iter().zip(tints).map(|(t, on)| (Picture(t), Picture(on), LEAST)));
    for severity in severities {
        // A mark's letters and the legend stand on paper, its number as paper on the mark; the count
        // of an element's threats stands in the element.
        out.extend([Paper, FillOwn, FillExternal].map(|on| (Picture(severity), Picture(on), LEAST)));
    }
    for ground in grounds() {
        out.extend([LineHeavy, LineLight].map(|l| (Picture(l), Picture(ground), LEAST_OF_LINES)));
        // A frame stands on paper or in any other one.
        out.extend(trusts.map(|t| (Picture(t), Picture(ground), LEAST_OF_LINES)));
    }
    out.extend([FillOwn, FillExternal].map(|on| (Picture(Outline), Picture(on), LEAST_OF_LINES)));

    let words = ["ink", "soft", "dim", "link", "critical", "high", "medium", "low", "good"];
    let trusts = ["untrusted", "partner", "internal", "restricted"];
    for ground in ["paper", "card"] {
        out.extend(words.into_iter().chain(trusts).map(|w| (Report(w), Report(ground), LEAST)));
    }
    // The verdict, the filter and code.
    out.extend(["ink", "soft", "dim", "link", "high"].map(|w| (Report(w), Report("ground"), LEAST)));
    // The row that a link leads to.
    out.extend(words.into_iter().chain(trusts).map(|w| (Report(w), Report("medium-bg"), LEAST)));
    for (word, ground) in
        [("critical", "critical-bg"), ("high", "high-bg"), ("medium", "medium-bg"), ("low", "low-bg")]
    {
        out.push((Report(word), Report(ground), LEAST));
    }
    // The marking, and numbers of crossings, are paper on ink and on soft: the pairs above.
    out.extend(["paper", "card"].map(|on| (Report("focus"), Report(on), LEAST_OF_LINES)));
    out
}
