//! The figures of a model as pictures of its report, for `trustline build`.

use super::Outcome;
use super::build::Look;
use super::compile::Compiled;
use crate::diagnostic::{Diagnostic, codes};
use crate::render;
use crate::report::{Picture, Section};
use crate::scene::figures::{Place, figures};

/// All figures of a model, each with its file's text; what is to be said about them comes to `notes`.
/// `wanted` says whether SVG and PNG files are written; `names` are those of the diagrams.
///
/// # Errors
/// When the fonts can't be read.
pub fn pictures(
    compiled: &Compiled,
    look: &Look,
    names: &[&str],
    wanted: (bool, bool),
    notes: &mut Vec<Diagnostic>,
) -> Outcome<Vec<(Picture, String)>> {
    let fault = |e: &dyn std::fmt::Display| Box::new(Diagnostic::bare(codes::PICTURE, e.to_string()));
    let file = |wanted: bool, name: &str, ending: &str| match wanted {
        true => format!("{}.{name}.{ending}", compiled.stem),
        false => String::new(),
    };
    let mut out = Vec::new();
    let (all, failed) = figures(&compiled.model, &compiled.analysis).map_err(|e| fault(&e))?;
    notes.extend(failed);
    for figure in all {
        let svg = render::svg::themed(&figure.scene, &look.theme);
        // A view or a boundary may have the same name.
        let taken = names.iter().any(|n| n.eq_ignore_ascii_case(&figure.name));
        let name = if taken { format!("{}-figure", figure.name) } else { figure.name };
        let picture = Picture {
            svg: svg.clone(),
            svg_file: file(wanted.0, &name, "svg"),
            png_file: file(wanted.1, &name, "png"),
            title: figure.title,
            about: figure.about,
            section: section(figure.place),
        };
        out.push((picture, svg));
        // What a font of the call has is not lacking.
        let lacking = !look.fonts.lacking(&figure.missing).is_empty();
        notes.extend(figure.notes.into_iter().filter(|n| lacking || n.code != codes::MISSING_GLYPH));
    }
    Ok(out)
}

fn section(place: Place) -> Section {
    match place {
        Place::Building => Section::Building,
        Place::Attackers => Section::Attackers,
        Place::Risk => Section::Risk,
        Place::Stride => Section::Stride,
        Place::Frameworks => Section::Frameworks,
        Place::Supply => Section::Supply,
    }
}
