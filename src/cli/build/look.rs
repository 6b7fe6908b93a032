//! What a call says about how things look: the theme, and fonts for what the own one lacks.

use super::Arguments;
use crate::cli::compile::report as say_all;
use crate::cli::{Outcome, world};
use crate::diagnostic::{Diagnostic, codes, switches};
use crate::render::png::Fonts;
use crate::report::html::{Fault, Spot};
use crate::source::{Disk, FileId, Sources, Span};
use crate::theme::{self, Theme};
use std::collections::BTreeMap;

/// Theme and fonts.
pub(super) struct Look {
    pub theme: Theme,
    pub fonts: Fonts,
    sources: Sources,
    templates: BTreeMap<String, FileId>,
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
        if loaded.failed() {
            return Ok(None);
        }
        let theme::Loaded { theme, sources, templates, .. } = loaded;
        Ok(Some(Look { theme, fonts, sources, templates }))
    }

    /// Says what is wrong with the theme's templates.
    pub fn blame(&self, faults: &[Fault]) {
        let mut sources = self.sources.clone();
        let mut seen = BTreeMap::new();
        // A template of the built-in ones can fail as well, by what a theme puts into it.
        let mut span = |s: &Spot| {
            let own = self.templates.get(&s.template).copied();
            let add = || sources.add(s.template.clone(), s.text.clone());
            let file = own.unwrap_or_else(|| *seen.entry(s.template.clone()).or_insert_with(add));
            Span::new(file, s.range.start, s.range.end)
        };
        let told = faults.iter().map(|fault| {
            let block = fault.block.as_ref().map(|b| format!(", block `{b}`")).unwrap_or_default();
            let message =
                format!("a template of the theme `{}` fails{block}: {}", self.theme.name, fault.message);
            let d = match &fault.place {
                Some(place) => Diagnostic::new(codes::BAD_THEME, span(place), message),
                None => Diagnostic::bare(codes::BAD_THEME, message),
            };
            fault.from.iter().fold(d, |d, from| d.label(span(from), "included here"))
        });
        let told: Vec<Diagnostic> = told.collect();
        say_all(&sources, &told);
    }
}
