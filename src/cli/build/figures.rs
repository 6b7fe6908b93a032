//! The figures of a model as pictures of its report, for `trustline build`.

use super::{Drawn, Files, Look, fault};
use crate::cli::Outcome;
use crate::cli::compile::Compiled;
use crate::diagnostic::Diagnostic;
use crate::render;
use crate::report::Picture;
use crate::scene::figures::figures;

/// All figures of a model; what is to be said about them comes to `notes`.
///
/// # Errors
/// When one can't be laid out.
pub(super) fn pictures(
    compiled: &Compiled,
    look: &Look,
    files: &mut Files<'_>,
    notes: &mut Vec<Diagnostic>,
) -> Outcome<Vec<Drawn>> {
    let mut out = Vec::new();
    let (figures, failed) = figures(&compiled.model, &compiled.analysis).map_err(|e| fault(&e))?;
    notes.extend(failed);
    for figure in figures {
        let svg = render::svg::themed(&figure.scene, &look.theme);
        let (svg_file, png_file) = files.names(&figure.name);
        let picture = Picture {
            svg: svg.clone(),
            svg_file,
            png_file,
            title: figure.title,
            about: figure.about,
            place: figure.place,
            width: figure.scene.width,
            height: figure.scene.height,
            ..Picture::default()
        };
        out.push(Drawn { picture, svg, missing: figure.missing });
        notes.extend(figure.faults);
    }
    Ok(out)
}
