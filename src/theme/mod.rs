//! How pictures and reports look: colours by role, fonts, the shape of lines and corners, and the
//! files of the HTML report. A theme is a folder with a `theme.toml`; those of `themes/` are built in.
//!
//! This room knows what there is to colour ([`Role`]) and nothing of where it stands: every scene can
//! be drawn in every theme. Files of a user's theme are read through [`Files`](crate::source::Files).

mod colour;
mod contrast;
mod css;
mod read;
mod start;
mod templates;

pub use colour::{Colour, contrast};
pub use contrast::{LEAST, Seen, Surface};
pub use read::{Loaded, load};
pub use start::{SCHEMA, start};
pub use templates::TEMPLATES;

use crate::scene::palette::Role;
use crate::scene::{Level, Trust};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// By day or by night.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mode {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// Reports on paper.
    Print,
}

/// Which side of a theme a viewer sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Follows {
    /// Light or dark as the viewer prefers; light where nothing is known.
    Viewer,
    /// Always the light one.
    Light,
    /// Always the dark one; reports on paper are light.
    Dark,
}

impl Follows {
    const WORDS: [(Follows, &str); 3] =
        [(Follows::Viewer, "viewer"), (Follows::Light, "light"), (Follows::Dark, "dark")];

    /// The modes in which a screen can show the theme, the first where nothing is known of the viewer.
    pub fn modes(self) -> &'static [Mode] {
        match self {
            Follows::Viewer => &[Mode::Light, Mode::Dark],
            Follows::Light => &[Mode::Light],
            Follows::Dark => &[Mode::Dark],
        }
    }
}

/// A colour by day, by night and on paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shade {
    /// By day.
    pub light: Colour,
    /// By night.
    pub dark: Colour,
    /// On paper.
    pub print: Colour,
}

impl Shade {
    /// The one of a mode.
    pub fn of(&self, mode: Mode) -> &Colour {
        match mode {
            Mode::Light => &self.light,
            Mode::Dark => &self.dark,
            Mode::Print => &self.print,
        }
    }
}

/// The colours of the report, by the names of their variables in its style sheet.
pub const REPORT: [&str; 25] = [
    "paper",
    "ground",
    "ink",
    "soft",
    "dim",
    "line",
    "link",
    "focus",
    "card",
    "sheet",
    "shade",
    "critical",
    "critical-bg",
    "high",
    "high-bg",
    "medium",
    "medium-bg",
    "low",
    "low-bg",
    "good",
    "good-bg",
    "untrusted",
    "partner",
    "internal",
    "restricted",
];

/// Fonts to look for, best first, and the size of words in pictures.
#[derive(Clone, Debug, PartialEq)]
pub struct Fonts {
    /// Of pictures.
    pub picture: Vec<String>,
    /// Of the report.
    pub report: Vec<String>,
    /// Of names and code in the report.
    pub code: Vec<String>,
    /// The size of words in pictures, as a part of that for which room was kept.
    pub size: f64,
}

/// Corners and lines of pictures, in their units.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shapes {
    /// Radius of a boundary's corners.
    pub frame_corner: f64,
    /// Of a process's.
    pub process_corner: f64,
    /// Of an external element's.
    pub external_corner: f64,
    /// Of a flow's turns.
    pub flow_corner: f64,
    /// Of the plate under a label.
    pub plate_corner: f64,
    /// How much of its ground the plate covers, 0 to 1.
    pub plate_opacity: f64,
    /// Width of the line around an element.
    pub element_line: f64,
    /// Of the lines above and below a store.
    pub store_lid: f64,
    /// Of those at its sides.
    pub store_side: f64,
    /// Of a flow that crosses a boundary.
    pub flow_heavy: f64,
    /// Of one that does not.
    pub flow_light: f64,
    /// Length of an arrow's head.
    pub head_length: f64,
    /// Its width.
    pub head_width: f64,
    /// Width of an icon's lines on its field.
    pub icon_line: f64,
}

/// A number of [`Shapes`] in a file: its name, the least and the most that it may be, and its place.
type Number = (&'static str, f64, f64, fn(&mut Shapes) -> &mut f64);

/// The numbers of `[shape]`. More than the most would leave the room that the layout keeps.
const NUMBERS: [Number; 14] = [
    ("frame-corner", 0.0, 24.0, |s| &mut s.frame_corner),
    ("process-corner", 0.0, 24.0, |s| &mut s.process_corner),
    ("external-corner", 0.0, 24.0, |s| &mut s.external_corner),
    ("flow-corner", 0.0, 12.0, |s| &mut s.flow_corner),
    ("plate-corner", 0.0, 8.0, |s| &mut s.plate_corner),
    ("plate-opacity", 0.0, 1.0, |s| &mut s.plate_opacity),
    ("element-line", 0.0, 4.0, |s| &mut s.element_line),
    ("store-lid", 0.0, 5.0, |s| &mut s.store_lid),
    ("store-side", 0.0, 4.0, |s| &mut s.store_side),
    ("flow-heavy", 0.5, 4.0, |s| &mut s.flow_heavy),
    ("flow-light", 0.5, 4.0, |s| &mut s.flow_light),
    ("head-length", 4.0, 16.0, |s| &mut s.head_length),
    ("head-width", 4.0, 14.0, |s| &mut s.head_width),
    ("icon-line", 0.5, 4.0, |s| &mut s.icon_line),
];

/// What runs along the inside of a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Band {
    /// Nothing.
    None,
    /// Dots.
    Dots,
    /// Strokes that lean.
    Diagonal,
    /// Strokes both ways.
    Crossed,
    /// The colour of the frame, whole.
    Solid,
}

impl Band {
    const WORDS: [(Band, &str); 5] = [
        (Band::None, "none"),
        (Band::Dots, "dots"),
        (Band::Diagonal, "diagonal"),
        (Band::Crossed, "crossed"),
        (Band::Solid, "solid"),
    ];
}

/// The frame of a boundary.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    /// Width of its line.
    pub line: f64,
    /// Lengths of its dashes and gaps.
    pub dash: Vec<f64>,
    /// What runs along its inside.
    pub band: Band,
}

/// The mark of a crossing and the sign of a severity.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Width of the line around the mark.
    pub line: f64,
    /// Size of the sign, 1 for the ordinary one.
    pub size: f64,
}

/// The trusts by their words in files.
const TRUSTS: [(Trust, &str); 4] = [
    (Trust::Untrusted, "untrusted"),
    (Trust::Partner, "partner"),
    (Trust::Internal, "internal"),
    (Trust::Restricted, "restricted"),
];

/// The levels by their words in files.
const LEVELS: [(Level, &str); 5] = [
    (Level::Critical, "critical"),
    (Level::High, "high"),
    (Level::Medium, "medium"),
    (Level::Low, "low"),
    (Level::Calm, "calm"),
];

/// How pictures and reports look.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// What it is called.
    pub name: String,
    /// What it is for, in a sentence.
    pub about: String,
    /// Which side of it a viewer sees.
    pub follows: Follows,
    picture: BTreeMap<Role, Shade>,
    report: BTreeMap<&'static str, Shade>,
    /// Fonts.
    pub fonts: Fonts,
    /// Corners and lines.
    pub shapes: Shapes,
    frames: BTreeMap<Trust, Frame>,
    marks: BTreeMap<Level, Mark>,
    /// The theme's own templates of the report, by name, in the language of Tera 2. Each takes the place of
    /// that of [`TEMPLATES`] with its name.
    pub templates: BTreeMap<String, String>,
    /// The report's style sheet, without the variables that [`Theme::variables`] gives.
    pub style: String,
    /// Its script; the page is complete without it.
    pub script: String,
}

impl Theme {
    /// The colour of a role in pictures.
    pub fn colour(&self, role: Role, mode: Mode) -> &Colour {
        self.picture.get(&role).map_or(&colour::INK, |shade| shade.of(mode))
    }

    /// The colour of a role where nothing is known of the viewer.
    pub fn plain(&self, role: Role) -> &Colour {
        self.colour(role, self.first())
    }

    /// A colour of the report, by its name in [`REPORT`].
    pub fn ink(&self, name: &str, mode: Mode) -> &Colour {
        self.report.get(name).map_or(&colour::INK, |shade| shade.of(mode))
    }

    /// The mode where nothing is known of the viewer.
    pub fn first(&self) -> Mode {
        self.follows.modes().first().copied().unwrap_or(Mode::Light)
    }

    /// The frame of a trust.
    pub fn frame(&self, trust: Trust) -> &Frame {
        static PLAIN: Frame = Frame { line: 1.0, dash: Vec::new(), band: Band::None };
        self.frames.get(&trust).unwrap_or(&PLAIN)
    }

    /// The mark of a level.
    pub fn mark(&self, level: Level) -> &Mark {
        static PLAIN: Mark = Mark { line: 1.0, size: 1.0 };
        self.marks.get(&level).unwrap_or(&PLAIN)
    }

    /// The names of the built-in themes with what they are for, the default one first.
    pub fn built_in() -> impl Iterator<Item = &'static Theme> {
        read::BUILT_IN.iter().map(|(_, theme)| &**theme)
    }

    /// A built-in theme.
    pub fn named(name: &str) -> Option<&'static Theme> {
        read::BUILT_IN.iter().find(|(own, _)| *own == name).map(|(_, theme)| &**theme)
    }

    /// The default theme.
    pub fn standard() -> &'static Theme {
        static EMPTY: LazyLock<Theme> = LazyLock::new(Theme::empty);
        Theme::named("default").unwrap_or(&EMPTY)
    }

    /// A theme that sets nothing: black everywhere. What the default theme is read over.
    fn empty() -> Theme {
        Theme {
            name: String::new(),
            about: String::new(),
            follows: Follows::Viewer,
            picture: BTreeMap::new(),
            report: BTreeMap::new(),
            fonts: Fonts { picture: Vec::new(), report: Vec::new(), code: Vec::new(), size: 1.0 },
            shapes: Shapes::default(),
            frames: BTreeMap::new(),
            marks: BTreeMap::new(),
            templates: BTreeMap::new(),
            style: String::new(),
            script: String::new(),
        }
    }
}

impl Default for Theme {
    fn default() -> Self {
        Theme::standard().clone()
    }
}
