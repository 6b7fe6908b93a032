//! A theme's colours and fonts as CSS: variables for the report, rules for pictures.

use super::{Follows, Mode, REPORT, Theme};
use crate::scene::palette::Role;
use std::fmt::Write as _;

/// Selectors by which a report is light or dark: as its reader chose, else as the system says.
const CHOSEN_DARK: &str = ":root[data-theme=\"dark\"]";
const NOT_CHOSEN_LIGHT: &str = ":root:not([data-theme=\"light\"])";

impl Theme {
    /// What stands in the report's `color-scheme`.
    pub fn scheme(&self) -> &'static str {
        match self.follows {
            Follows::Viewer => "light dark",
            Follows::Light => "light",
            Follows::Dark => "dark",
        }
    }

    /// The variables of the report's style sheet: each colour of [`REPORT`] by its name, the fonts as
    /// `--font` and `--code`.
    pub fn variables(&self) -> String {
        let mut css = String::new();
        let _ = writeln!(
            css,
            ":root {{ --font: {}; --code: {}; }}",
            families(&self.fonts.report),
            families(&self.fonts.code)
        );
        self.block(&mut css, ":root", self.first());
        if self.follows == Follows::Viewer {
            self.block(&mut css, CHOSEN_DARK, Mode::Dark);
            css.push_str("@media (prefers-color-scheme: dark) {\n");
            self.block(&mut css, NOT_CHOSEN_LIGHT, Mode::Dark);
            css.push_str("}\n");
        }
        css.push_str("@media print {\n");
        self.block(&mut css, &format!(":root, {CHOSEN_DARK}, {NOT_CHOSEN_LIGHT}"), Mode::Print);
        css.push_str("}\n");
        css
    }

    fn block(&self, css: &mut String, selector: &str, mode: Mode) {
        let scheme = if mode == Mode::Dark { "dark" } else { "light" };
        let _ = write!(css, "{selector} {{ color-scheme: {scheme};");
        for name in REPORT {
            let _ = write!(css, " --{name}: {};", self.ink(name, mode));
        }
        css.push_str(" }\n");
    }

    /// The rules that give a picture the colours of a mode: fills are the classes `tl-f-ROLE`, strokes `tl-s-ROLE`.
    pub fn rules(&self, mode: Mode) -> String {
        let mut css = String::new();
        for role in Role::ALL {
            let (name, colour) = (role.name(), self.colour(role, mode));
            let _ = write!(css, ".tl-f-{name}{{fill:{colour}}}.tl-s-{name}{{stroke:{colour}}}");
        }
        css
    }

    /// The style sheet within a picture: that of a viewer's night, if the theme has one.
    pub fn night(&self) -> Option<String> {
        (self.follows == Follows::Viewer)
            .then(|| format!("@media screen and (prefers-color-scheme:dark){{{}}}", self.rules(Mode::Dark)))
    }

    /// The colours of the pictures that a page holds, as the variables `--tl-ROLE`: they follow the choice of its
    /// reader, else the system's, and on paper they are light.
    pub fn pictures(&self) -> String {
        let all = |selector: &str, mode: Mode| {
            let mut css = format!("{selector}{{");
            for role in Role::ALL {
                let _ = write!(css, "--tl-{}:{};", role.name(), self.colour(role, mode));
            }
            css.push('}');
            css
        };
        let first = all(":root", self.first());
        match self.follows {
            // By day and on paper a picture is light as it is.
            Follows::Viewer => format!(
                "{first}\n@media screen{{{}}}\n@media screen and (prefers-color-scheme:dark){{{}}}\n",
                all(CHOSEN_DARK, Mode::Dark),
                all(NOT_CHOSEN_LIGHT, Mode::Dark)
            ),
            Follows::Light => first,
            Follows::Dark => format!("{first}\n@media print{{{}}}\n", all(":root", Mode::Light)),
        }
    }

    /// The fonts of pictures as an attribute or a declaration has them.
    pub fn picture_fonts(&self) -> String {
        families(&self.fonts.picture)
    }
}

/// Names of fonts as CSS has them. The reader of themes lets none through that would need more.
fn families(names: &[String]) -> String {
    let one = |name: &String| if name.contains(' ') { format!("'{name}'") } else { name.clone() };
    names.iter().map(one).collect::<Vec<_>>().join(", ")
}
