//! What a call says about how things look: the theme, and fonts for what the own one lacks.

use super::Arguments;
use crate::cli::compile::report as say_all;
use crate::cli::{Outcome, world};
use crate::diagnostic::{Diagnostic, codes, switches};
use crate::render::png::Fonts;
use crate::source::Disk;
use crate::theme::{self, Theme};

/// Theme and fonts.
pub(super) struct Look {
    pub theme: Theme,
    pub fonts: Fonts,
}

impl Look {
    /// The theme and the fonts that the call names, with all that is to be said about them; none if
    /// the theme can't be used.
    ///
    /// # Errors
    /// When a font can't be used, or a switch of the call.
    pub fn new(arguments: &Arguments) -> Outcome<Option<Look>> {
        let mut loaded = theme::load(&Disk, &arguments.theme);
        switches::apply(&mut loaded.diagnostics, &[], &arguments.model.switches()?);
        say_all(&loaded.sources, &loaded.diagnostics);
        let mut fonts = Fonts::default();
        for path in &arguments.font {
            if !fonts.add(world::bytes(path)?) {
                let message = format!("`{}` is not a font that can be used", path.display());
                return Err(Diagnostic::bare(codes::BAD_CALL, message)
                    .help("Name a file of TrueType or OpenType: .ttf, .otf, .ttc.")
                    .into());
            }
        }
        Ok(if loaded.failed() { None } else { Some(Look { theme: loaded.theme, fonts }) })
    }
}
