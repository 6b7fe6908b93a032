//! What responses no longer do, or do not do: acceptances that count no more, and controls that a
//! mitigation relies on in vain.
//!
//! A statement can answer many threats (`on any flow`). It is one statement all the same, so it is
//! told once, with the number of threats.

use super::credit::place_label;
use super::named;
use super::threat::Threat;
use crate::diagnostic::{Diagnostic, codes};
use crate::model::responses::{RiskLevel, With};
use crate::model::{Model, Response};

/// A threat as it is told of: its id and its residual severity.
pub(crate) struct Told {
    id: String,
    severity: RiskLevel,
}

impl Told {
    pub fn of(t: &Threat) -> Told {
        Told { id: t.id.clone(), severity: t.residual.severity() }
    }
}

/// What one response does not do, as its threats are gone through, the worst first.
#[derive(Default)]
pub(crate) struct Lost {
    /// Of an acceptance whose last day is over: its threats.
    pub expired: Vec<Told>,
    /// Of one at a severity: the threats that are above it.
    pub exceeded: Vec<Told>,
    /// Of a mitigation: how many threats it answers.
    mitigated: usize,
    /// Controls that it relies on and that do not count.
    idle: Vec<Idle>,
}

/// A control that does not count for some threats of a mitigation.
struct Idle {
    name: String,
    threats: Vec<Told>,
    /// Where it stands and why it does not count there, each once.
    because: Vec<String>,
}

impl Lost {
    /// Takes up the controls that a mitigation relies on and that do not count for a threat of it.
    pub fn mitigate(&mut self, model: &Model, t: &Threat, r: &Response) {
        self.mitigated += 1;
        for with in &r.with {
            let (control, name) = match with {
                With::Kind(c) => (Some(*c), model.catalog.controls.get(c.index()).map(|c| &c.name)),
                With::Own(o) => {
                    let own = model.controls.get(o.index());
                    (own.map(|o| o.kind), own.map(|o| &o.name))
                }
            };
            let (Some(control), Some(name)) = (control, name) else { continue };
            if t.credited.iter().any(|c| c.control == control) {
                continue;
            }
            let place = self.idle.iter().position(|i| i.name == *name).unwrap_or_else(|| {
                self.idle.push(Idle { name: name.clone(), threats: Vec::new(), because: Vec::new() });
                self.idle.len() - 1
            });
            let Some(idle) = self.idle.get_mut(place) else { continue };
            idle.threats.push(Told::of(t));
            for u in t.uncredited.iter().filter(|u| u.control == control) {
                let because = format!("at {}: {}", place_label(model, u.place), u.because);
                if !idle.because.contains(&because) {
                    idle.because.push(because);
                }
            }
        }
    }

    /// Says all of it.
    pub fn say(&self, r: &Response, out: &mut Vec<Diagnostic>) {
        if let (Some(first), Some(until)) = (self.expired.first(), r.until) {
            let message = match self.expired.len() {
                1 => format!("the acceptance of `{}` ended on {until}", first.id),
                n => format!("the acceptance of {n} threats ended on {until}"),
            };
            let help = "Decide anew: extend `until`, or mitigate the threat.";
            out.push(no_more(codes::EXPIRED_ACCEPT, r, message, &self.expired, help));
        }
        if let (Some(first), Some(at)) = (self.exceeded.first(), r.at) {
            let message = match self.exceeded.len() {
                1 => format!("`{}` is {} now, and was accepted at {at}", first.id, first.severity),
                n => format!(
                    "{n} threats are above {at}, at which they were accepted; `{}` is {}",
                    first.id, first.severity
                ),
            };
            let help = "Decide anew at today's severity, or mitigate the threat.";
            out.push(no_more(codes::EXCEEDED_ACCEPT, r, message, &self.exceeded, help));
        }
        for idle in &self.idle {
            let message = match (idle.threats.as_slice(), self.mitigated) {
                ([one], _) => format!("`{}` does not count for `{}`", idle.name, one.id),
                (all, of) => format!(
                    "`{}` does not count for {} of the {of} threats that this mitigates",
                    idle.name,
                    all.len()
                ),
            };
            let d = Diagnostic::new(codes::IDLE_CONTROL, r.span, message).at("this relies on it");
            let mut d = d.subject(&idle.name);
            if let Some(they) = they_are(&idle.threats) {
                d = d.help(they);
            }
            out.push(if idle.because.is_empty() {
                d.help("Put it on the flow, on an end of it, on the part or on a boundary around it, as the threat's target asks.")
            } else {
                d.help(format!("It stands {}.", idle.because.join("; ")))
            });
        }
    }
}

fn no_more(
    code: crate::diagnostic::Code,
    r: &Response,
    message: String,
    threats: &[Told],
    help: &str,
) -> Diagnostic {
    let again = if threats.len() == 1 { "the threat is" } else { "these threats are" };
    let mut d =
        Diagnostic::new(code, r.span, message).at(format!("it counts no more, so {again} open again"));
    if let Some(they) = they_are(threats) {
        d = d.help(they);
    }
    d.help(help)
}

/// Which threats they are, if they are several: the message names a single one.
fn they_are(threats: &[Told]) -> Option<String> {
    let ids = || threats.iter().map(|t| format!("`{}`", t.id)).collect();
    (threats.len() > 1).then(|| format!("They are {}.", named::list(ids())))
}
