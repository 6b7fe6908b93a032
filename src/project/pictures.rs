//! The pictures of a model's report: its diagrams, and the figures behind them.

use crate::analysis::Analysis;
use crate::diagnostic::{Diagnostic, Severity, codes};
use crate::model::Model;
use crate::render::svg;
use crate::report::{Picture, areas};
use crate::scene::figures::figures;
use crate::scene::sheets::Group;
use crate::scene::{DrawError, Drawing, Pace, Painter, Scene, Sheet, sheets};
use crate::theme::Theme;
use crate::threads::{both, each};

/// A picture as the report shows it, with what its file is made from.
pub struct Drawn {
    /// Its name in file names; empty for the main one.
    pub name: String,
    /// As it stands in a page. It has no files yet.
    pub picture: Picture,
    /// What it shows. The SVG of a file has no links of the page.
    pub scene: Scene,
    /// Characters that the font of pictures lacks.
    pub missing: Vec<char>,
}

/// How many drawings are kept of states that were given up.
const MOST_KEPT: usize = 64;

/// Draws the pictures of a model, state after state. What looks the same as in the state before keeps its
/// places, which are what takes time to find.
pub struct Artist {
    painter: Painter,
    before: Vec<Drawing>,
}

impl Artist {
    /// One that has drawn nothing.
    ///
    /// # Errors
    /// When the fonts in the binary can't be read.
    pub fn new() -> Result<Artist, DrawError> {
        Ok(Artist { painter: Painter::new()?, before: Vec::new() })
    }

    /// Whether the pictures drawn last are the best of several tries; if not, it is worth to draw them again with
    /// care.
    pub fn is_settled(&self) -> bool {
        self.before.iter().all(|drawing| drawing.composed.settled)
    }

    /// All pictures of a model, the main one first, drawn side by side; what is to be said about them comes to `notes`.
    /// Nothing if `wanted` says between two of them that nobody waits any more.
    ///
    /// # Errors
    /// When the main one can't be laid out, or the fonts can't be read.
    pub fn draw(
        &mut self,
        model: &Model,
        analysis: &Analysis,
        theme: &Theme,
        pace: Pace,
        notes: &mut Vec<Diagnostic>,
        wanted: &(dyn Fn() -> bool + Sync),
    ) -> Result<Option<Vec<Drawn>>, DrawError> {
        let all = sheets(model, analysis);
        let (painter, before) = (&self.painter, &self.before);
        let diagrams_of =
            || each(&all, |sheet| wanted().then(|| painter.draw_as(model, analysis, sheet, before, pace)));
        let (figures, drawings) = both(true, || figures(model, analysis), diagrams_of);
        let given_up = drawings.iter().any(Option::is_none);
        let mut shown: Vec<(Sheet, Drawing)> = Vec::new();
        for (sheet, drawing) in all.into_iter().zip(drawings) {
            let Some(drawing) = drawing else { continue };
            match drawing {
                Ok(drawing) => {
                    notes.extend(drawing.remarks(model, &sheet));
                    shown.push((sheet, drawing));
                }
                Err(e) if shown.is_empty() => return Err(e),
                // The report is worth more than a further picture.
                Err(e) => notes.push(
                    Diagnostic::bare(codes::LAYOUT_FAULT, format!("`{}` is not drawn: {e}", sheet.name))
                        .help("what it would show is in the tables of the report"),
                ),
            }
        }
        if given_up {
            // What is drawn already may be wanted again.
            self.before.splice(0..0, shown.into_iter().map(|(_, drawing)| drawing));
            self.before.truncate(MOST_KEPT);
            return Ok(None);
        }
        let mut out = diagrams(model, &shown, theme);
        self.before = shown.into_iter().map(|(_, drawing)| drawing).collect();
        if !wanted() {
            return Ok(None);
        }
        let (figures, failed) = figures?;
        notes.extend(failed);
        for figure in figures {
            let picture = Picture {
                svg: svg::themed(&figure.scene, theme),
                title: figure.title,
                about: figure.about,
                place: figure.place,
                width: figure.scene.width,
                height: figure.scene.height,
                ..Picture::default()
            };
            let (name, scene, missing) = (figure.name, figure.scene, figure.missing);
            out.push(Drawn { name, picture, scene, missing });
            notes.extend(figure.faults);
        }
        Ok(Some(out))
    }
}

fn diagrams(model: &Model, shown: &[(Sheet, Drawing)], theme: &Theme) -> Vec<Drawn> {
    // On a page a box leads to the picture of what it stands for, or in which it stands in full:
    // the last that holds it, since what is folded in a picture comes behind it.
    let leads = |id: &str| {
        let holds = |group: Group| match model.find_element(id) {
            Some(e) => group.holds(model, e),
            None => group.id(model) == id,
        };
        let at = shown.iter().rposition(|(s, _)| s.group().is_some_and(holds));
        at.map(|at| format!("#picture_{}", at + 1))
    };
    let drawn = shown.iter().map(|(sheet, drawing)| {
        let scene = &drawing.composed.scene;
        let picture = Picture {
            title: sheet.title.clone(),
            about: sheet.about.clone(),
            svg: svg::linked(scene, theme, &leads),
            width: scene.width,
            height: scene.height,
            areas: areas::of(scene),
            ..Picture::default()
        };
        let missing = drawing.composed.missing.clone();
        Drawn { name: sheet.name.clone(), picture, scene: scene.clone(), missing }
    });
    drawn.collect()
}

/// What stands for a picture that could not be drawn.
pub fn fault(e: &dyn std::fmt::Display) -> Diagnostic {
    Diagnostic::bare(codes::PICTURE, e.to_string())
}

/// That there is nothing to draw and to report, as an error in the place of the warning; whether it is so.
pub fn refuse_empty(model: &Model, diagnostics: &mut Vec<Diagnostic>) -> bool {
    if !model.elements.is_empty() || diagnostics.iter().any(Diagnostic::is_error) {
        return false;
    }
    diagnostics.retain(|d| d.code != codes::EMPTY_MODEL);
    let mut d = Diagnostic::bare(codes::EMPTY_MODEL, "there is nothing to build: the model has no elements");
    d.severity = Severity::Error;
    diagnostics.push(d);
    true
}
