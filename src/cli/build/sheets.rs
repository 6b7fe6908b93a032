//! The diagrams of a model as pictures of its report, for `trustline build`.

use super::{Drawn, Files, Look, fault};
use crate::cli::Outcome;
use crate::cli::compile::Compiled;
use crate::diagnostic::{Diagnostic, codes};
use crate::render;
use crate::report::{Picture, areas};
use crate::scene::sheets::Group;
use crate::scene::{self, Drawing, Sheet};

/// All diagrams of a model, the main one first; what is to be said about them comes to `notes`.
///
/// # Errors
/// When the main one can't be laid out.
pub(super) fn pictures(
    compiled: &Compiled,
    look: &Look,
    files: &mut Files<'_>,
    notes: &mut Vec<Diagnostic>,
) -> Outcome<Vec<Drawn>> {
    let (model, analysis) = (&compiled.model, &compiled.analysis);
    let painter = scene::Painter::new().map_err(|e| fault(&e))?;
    let mut drawings: Vec<(Sheet, Drawing)> = Vec::new();
    for sheet in scene::sheets(model, analysis) {
        match painter.draw(model, analysis, &sheet) {
            Ok(drawing) => {
                notes.extend(drawing.faults());
                drawings.push((sheet, drawing));
            }
            Err(e) if drawings.is_empty() => return Err(fault(&e)),
            // The report is worth more than a further picture.
            Err(e) => notes.push(
                Diagnostic::bare(codes::LAYOUT_FAULT, format!("`{}` is not drawn: {e}", sheet.name))
                    .help("what it would show is in the tables of the report"),
            ),
        }
    }
    // On a page a box leads to the picture of what it stands for, or in which it stands in full:
    // the last that holds it, since what is folded in a picture comes behind it.
    let leads = |id: &str| {
        let holds = |group: Group| match model.find_element(id) {
            Some(e) => group.holds(model, e),
            None => group.id(model) == id,
        };
        let at = drawings.iter().rposition(|(s, _)| s.group().is_some_and(holds));
        at.map(|at| format!("#picture_{}", at + 1))
    };
    let drawn = drawings.iter().map(|(sheet, drawing)| {
        let (svg_file, png_file) = files.names(&sheet.name);
        let scene = &drawing.composed.scene;
        let picture = Picture {
            title: sheet.title.clone(),
            about: sheet.about.clone(),
            svg: render::svg::linked(scene, &look.theme, &leads),
            svg_file,
            png_file,
            width: scene.width,
            height: scene.height,
            areas: areas::of(scene),
            ..Picture::default()
        };
        let svg = render::svg::themed(scene, &look.theme);
        Drawn { picture, svg, missing: drawing.composed.missing.clone() }
    });
    Ok(drawn.collect())
}
