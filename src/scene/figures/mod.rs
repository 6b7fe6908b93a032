//! The figures beside the diagrams: what attackers do, how risk lies, where weights come from. Each
//! is one file of this folder; [`figures`] makes those for which a model has something to show.

mod atlas;
mod change;
mod matrix;
mod stride;
mod supply;
mod tree;

pub use change::changes;

use super::Scene;
use super::draw::DrawError;
use super::{figure, notes};
use crate::analysis::{Analysis, Teller};
use crate::diagnostic::{Diagnostic, codes};
use crate::layout::text::Ruler;
use crate::layout::{LayoutError, Measure};
use crate::model::{ElementId, Model};

/// Which part of a report a picture belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// What is built: a diagram.
    #[default]
    Building,
    /// Attackers and their ways.
    Attackers,
    /// Threats by likelihood and impact.
    Risk,
    /// Coverage by STRIDE.
    Stride,
    /// Coverage by other frameworks.
    Frameworks,
    /// Supply chains.
    Supply,
}

/// A figure.
#[derive(Clone, Debug)]
pub struct Figure {
    /// Its name in file names, as `matrix`.
    pub name: String,
    /// What it is called.
    pub title: String,
    /// What it shows and how it is read, in a few sentences.
    pub about: String,
    /// Where in a report it belongs.
    pub place: Place,
    /// What to draw.
    pub scene: Scene,
    /// Faults that were measured.
    pub faults: Vec<Diagnostic>,
    /// Characters that the font lacks.
    pub missing: Vec<char>,
}

/// How a figure is called and where it stands.
struct Called {
    name: String,
    title: String,
    about: String,
    place: Place,
}

/// What figures are made from.
struct Site<'a> {
    model: &'a Model,
    analysis: &'a Analysis,
    ruler: &'a Ruler,
    teller: Teller<'a>,
}

/// All figures for which a model has something to show, and which of them could not be laid out: a
/// report is worth more than one of its pictures.
///
/// # Errors
/// When the fonts can't be read.
pub fn figures(model: &Model, analysis: &Analysis) -> Result<(Vec<Figure>, Vec<Diagnostic>), DrawError> {
    let ruler = Ruler::new().map_err(DrawError::Font)?;
    let site = Site { model, analysis, ruler: &ruler, teller: Teller::new(model, analysis) };
    let mut out = Vec::new();
    let mut failed = Vec::new();
    out.extend(matrix::matrix(&site));
    out.extend(stride::map(&site));
    out.extend(atlas::map(&site));
    out.extend(tree::trees(&site, &mut failed));
    match supply::chains(&site) {
        Ok(figure) => out.extend(figure),
        Err(e) => failed.push(not_drawn("supply", &e)),
    }
    Ok((out, failed))
}

fn not_drawn(name: &str, error: &LayoutError) -> Diagnostic {
    Diagnostic::bare(codes::LAYOUT_FAULT, format!("`{name}` is not drawn: {error}"))
        .help("what it would show is in the tables of the report")
}

impl Site<'_> {
    /// The label of an element.
    fn name(&self, element: ElementId) -> &str {
        self.model.element(element).map_or("", |e| e.label.as_str())
    }

    /// Labels as `A, B and C`.
    fn names(&self, elements: &[ElementId]) -> String {
        let names: Vec<&str> = elements.iter().map(|e| self.name(*e)).collect();
        match names.as_slice() {
            [most @ .., last] if !most.is_empty() => format!("{} and {last}", most.join(", ")),
            all => all.join(""),
        }
    }

    /// A figure with what there is to say about it.
    fn figure(&self, called: Called, scene: Scene, measure: &Measure) -> Figure {
        told(self.ruler, called, scene, measure)
    }
}

/// A figure with what there is to say about it.
fn told(ruler: &Ruler, called: Called, scene: Scene, measure: &Measure) -> Figure {
    let Called { name, title, about, place } = called;
    let faults = notes::faults(&format!("the picture `{name}`"), measure);
    let missing = figure::missing(&scene, ruler);
    Figure { name, title, about, place, scene, faults, missing }
}
