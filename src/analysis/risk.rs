//! Likelihood and impact: inherent, residual and forecast, each with the sum that led to it.
//!
//! The scale and the steps are those of the language's definition: severity is likelihood times
//! impact, both 1 to 5.

use super::ground::Ground;
use super::tables::Tables;
use super::threat::{Credit, Rating, Sum, Threat, ThreatTarget};
use super::{DataFacts, credit, movements};
use crate::catalog::{Class, ControlId, Level, Rule, Stride, in_a_sentence};
use crate::model::{DataId, Response, ResponseKind};

/// What is at stake: what a flow moves and, if it writes, what the receiver stores; what is at an
/// element.
pub(crate) fn stakes(ground: &Ground<'_>, target: ThreatTarget) -> Vec<DataId> {
    match target {
        ThreatTarget::Flow(f) => {
            let Some(flow) = ground.model.flow(f) else { return Vec::new() };
            let moved = flow.sends.iter().chain(&flow.writes).chain(&flow.returns);
            let writes = Some(flow.target).filter(|_| !flow.writes.is_empty());
            let stored = writes.and_then(|e| ground.stored.get(e.index())).into_iter().flatten();
            movements::once_each(moved.chain(stored))
        }
        ThreatTarget::Element(e) => ground.at.get(e.index()).cloned().unwrap_or_default(),
        ThreatTarget::Boundary(_) | ThreatTarget::Model => Vec::new(),
    }
}

fn of_class(c: Class) -> i8 {
    match c {
        Class::Public => -1,
        Class::Internal | Class::Confidential => 0,
        Class::Secret => 1,
    }
}

fn of_level(l: Level) -> i8 {
    match l {
        Level::Low => -1,
        Level::Medium => 0,
        Level::High => 1,
    }
}

/// How far the stakes move the impact, and why. Disclosure reads the class, tampering the
/// integrity, denial of service the availability, all others and several letters the highest. Harm
/// reads the integrity, which says how much harm a wrong value does: that something is secret makes
/// no decision about people worse.
fn moved_by(data: &[DataFacts], rule: &Rule, stakes: &[DataId]) -> Option<(i8, DataId, Reads)> {
    let mut best: Option<(i8, DataId, Reads)> = None;
    for d in stakes {
        let Some(facts) = data.get(d.index()) else { continue };
        let class = (of_class(facts.class), Reads::Class);
        let integrity = (of_level(facts.integrity), Reads::Integrity);
        let availability = (of_level(facts.availability), Reads::Availability);
        let all = [class, integrity, availability];
        let read = match rule.stride.as_slice() {
            _ if rule.harm.is_some() => std::slice::from_ref(&integrity),
            [Stride::InformationDisclosure] => std::slice::from_ref(&class),
            [Stride::Tampering] => std::slice::from_ref(&integrity),
            [Stride::DenialOfService] => std::slice::from_ref(&availability),
            _ => &all,
        };
        for (step, what) in read {
            if best.is_none_or(|(b, ..)| *step > b) {
                best = Some((*step, *d, *what));
            }
        }
    }
    best
}

/// What of a piece of data is read.
#[derive(Copy, Clone)]
enum Reads {
    Class,
    Integrity,
    Availability,
}

fn shift(value: u8, by: i8) -> u8 {
    value.saturating_add_signed(by).clamp(1, 5)
}

/// The ratings of a threat with the sum that led to them.
pub(crate) struct Rated {
    pub inherent: Rating,
    pub residual: Rating,
    pub forecast: Rating,
}

/// The part of a rating that a set of credits lowers: the strongest counts in full, all others
/// together one more, never below the floor, or the value itself if that is lower.
pub(crate) fn lower(from: u8, floor: u8, steps: impl Iterator<Item = u8>) -> u8 {
    let (count, strongest) = steps.fold((0, 0), |(n, most), s| (n + 1, s.max(most)));
    let more = u8::from(count > 1);
    from.saturating_sub(strongest.saturating_add(more)).max(floor.min(from))
}

/// What else the ratings depend on.
pub(crate) struct Circumstances<'a> {
    pub rule: &'a Rule,
    pub stakes: &'a [DataId],
    /// A control that is known to be missing.
    pub missing: Option<ControlId>,
    pub rated: Option<&'a Response>,
    pub credited: &'a [Credit],
}

/// One line of the sum that leads to a rating, not yet in words.
pub(crate) struct Line<'a> {
    of: &'static str,
    change: i8,
    result: u8,
    because: Because<'a>,
    forecast: bool,
}

/// Why a line is there.
enum Because<'a> {
    Default(&'static str),
    Rated(&'a Response),
    Missing(ControlId),
    Stakes(DataId, Reads),
    /// These, in force or planned.
    Controls(Vec<&'a Credit>),
}

/// The ratings of a threat; `say` gets the lines that lead to them.
pub(crate) fn rate<'a>(data: &[DataFacts], c: &Circumstances<'a>, say: &mut dyn FnMut(Line<'a>)) -> Rated {
    let mut line = |of: &'static str, change: i8, result: u8, because: Because<'a>, forecast: bool| {
        say(Line { of, change, result, because, forecast });
    };
    let (mut likelihood, mut impact) = (c.rule.likelihood, c.rule.impact);
    let by_author = c.rated.filter(|r| r.kind == ResponseKind::Rated);
    match by_author.and_then(|r| Some((r, r.likelihood?))) {
        Some((r, l)) => {
            likelihood = l;
            line("likelihood", 0, l, Because::Rated(r), false);
        }
        None => {
            let default = Because::Default("the rule's default, before any control");
            line("likelihood", 0, likelihood, default, false);
            if let Some(control) = c.missing {
                let raised = shift(likelihood, 1);
                if raised != likelihood {
                    likelihood = raised;
                    line("likelihood", 1, raised, Because::Missing(control), false);
                }
            }
        }
    }
    match by_author.and_then(|r| Some((r, r.impact?))) {
        Some((r, i)) => {
            impact = i;
            line("impact", 0, i, Because::Rated(r), false);
        }
        None => {
            line("impact", 0, impact, Because::Default("the rule's default"), false);
            if let Some((step, d, reads)) = moved_by(data, c.rule, c.stakes) {
                let moved = shift(impact, step);
                if moved != impact {
                    line("impact", step, moved, Because::Stakes(d, reads), false);
                    impact = moved;
                }
            }
        }
    }
    let inherent = Rating { likelihood, impact };
    let steps = |softens: bool, planned: bool| {
        c.credited.iter().filter(move |x| x.softens == softens && (x.in_force || planned)).map(|x| x.steps)
    };
    let part = |planned: bool| Rating {
        likelihood: lower(likelihood, c.rule.floor, steps(false, planned)),
        impact: lower(impact, 1, steps(true, planned)),
    };
    let (residual, forecast) = (part(false), part(true));
    for (softens, of, from, value, later) in [
        (false, "likelihood", likelihood, residual.likelihood, forecast.likelihood),
        (true, "impact", impact, residual.impact, forecast.impact),
    ] {
        for (planned, before, after) in [(false, from, value), (true, value, later)] {
            if after == before {
                continue;
            }
            let these = c.credited.iter().filter(|x| x.softens == softens && x.in_force != planned);
            let change = -(i8::try_from(before - after).unwrap_or(0));
            line(of, change, after, Because::Controls(these.collect()), planned);
        }
    }
    Rated { inherent, residual, forecast }
}

/// How the ratings of a threat came about.
pub(crate) fn sum(tables: &Tables<'_>, t: &Threat) -> Vec<Sum> {
    let Some(rule) = tables.model.catalog.rule(t.rule) else { return Vec::new() };
    let circumstances = Circumstances {
        rule,
        stakes: &t.stakes,
        missing: t.missing,
        rated: t.rated.and_then(|r| tables.model.responses.get(r.0)),
        credited: &t.credited,
    };
    let mut out = Vec::new();
    rate(tables.data, &circumstances, &mut |l| {
        let because = l.because.text(tables, l.forecast);
        out.push(Sum { of: l.of, change: l.change, result: l.result, because, forecast: l.forecast });
    });
    out
}

impl Because<'_> {
    fn text(&self, tables: &Tables<'_>, forecast: bool) -> String {
        let control = |c: ControlId| tables.model.catalog.control(c).map_or("", |k| k.label.as_str());
        match self {
            Because::Default(text) => (*text).to_owned(),
            Because::Rated(r) => rated_by(r),
            Because::Missing(c) => format!("{} is known to be missing", in_a_sentence(control(*c))),
            Because::Stakes(d, reads) => {
                let label = tables.model.datum(*d).map_or("", |d| d.label.as_str());
                let Some(facts) = tables.data.get(d.index()) else { return String::new() };
                match reads {
                    Reads::Class => format!("{label} is {}", facts.class),
                    Reads::Integrity => format!("the integrity of {label} is {}", facts.integrity),
                    Reads::Availability => format!("the availability of {label} is {}", facts.availability),
                }
            }
            Because::Controls(list) => {
                let name = |x: &&Credit| {
                    let place = credit::place_label(tables.model, x.place);
                    format!("{} at {place}", in_a_sentence(control(x.control)))
                };
                let names = super::named::list(list.iter().map(name).collect());
                if forecast { format!("with what is planned: {names}") } else { names }
            }
        }
    }
}

fn rated_by(r: &Response) -> String {
    let by = r.by.as_deref().map(|b| format!(" by {b}")).unwrap_or_default();
    let why = r.because.as_deref().map(|b| format!(": {b}")).unwrap_or_default();
    format!("rated{by}{why}")
}

#[cfg(test)]
mod tests {
    use super::lower;

    #[test]
    fn the_strongest_counts_in_full_and_all_others_one_more() {
        assert_eq!(lower(5, 1, [].into_iter()), 5);
        assert_eq!(lower(5, 1, [2].into_iter()), 3);
        assert_eq!(lower(5, 1, [1, 2].into_iter()), 2);
        assert_eq!(lower(5, 1, [1, 2, 2, 2].into_iter()), 2);
        assert_eq!(lower(5, 3, [2, 2].into_iter()), 3, "never below the floor");
        assert_eq!(lower(2, 3, [2, 2].into_iter()), 2, "or the value itself if that is lower");
        assert_eq!(lower(1, 1, [4].into_iter()), 1);
    }
}
