//! Likelihood and impact: inherent, residual and forecast, each with the sum that led to it.
//!
//! The scale and the steps are those of the language's definition: severity is likelihood times
//! impact, both 1 to 5.

use super::credit;
use super::ground::Ground;
use super::movements;
use super::threat::{Credit, DreadParts, Rating, Sum, ThreatTarget};
use crate::catalog::{Class, Level, Rule, Stride, Trust};
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
fn moved_by(ground: &Ground<'_>, rule: &Rule, stakes: &[DataId]) -> Option<(i8, String)> {
    let mut best: Option<(i8, DataId, Reads)> = None;
    for d in stakes {
        let Some(facts) = ground.data.get(d.index()) else { continue };
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
    let (step, d, what) = best?;
    let (facts, label) = (ground.data.get(d.index())?, &ground.model.datum(d)?.label);
    let why = match what {
        Reads::Class => format!("{label} is {}", facts.class),
        Reads::Integrity => format!("the integrity of {label} is {}", facts.integrity),
        Reads::Availability => format!("the availability of {label} is {}", facts.availability),
    };
    Some((step, why))
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
    pub sum: Vec<Sum>,
}

/// The part of a rating that a set of credits lowers: the strongest counts in full, all others
/// together one more, never below the floor, or the value itself if that is lower.
pub(crate) fn lower(from: u8, floor: u8, steps: &[u8]) -> u8 {
    let strongest = steps.iter().copied().max().unwrap_or(0);
    let more = u8::from(steps.len() > 1);
    from.saturating_sub(strongest.saturating_add(more)).max(floor.min(from))
}

/// What else the ratings depend on.
pub(crate) struct Circumstances<'a> {
    pub rule: &'a Rule,
    pub stakes: &'a [DataId],
    pub lacking: Option<String>,
    pub rated: Option<&'a Response>,
    pub credited: &'a [Credit],
}

pub(crate) fn rate(ground: &Ground<'_>, c: &Circumstances<'_>) -> Rated {
    let mut sum = Vec::new();
    let mut line = |of: &'static str, change: i8, result: u8, because: String, forecast: bool| {
        sum.push(Sum { of, change, result, because, forecast });
    };
    let (mut likelihood, mut impact) = (c.rule.likelihood, c.rule.impact);
    let by_author = c.rated.filter(|r| r.kind == ResponseKind::Rated);
    match by_author.and_then(|r| r.likelihood) {
        Some(l) => {
            likelihood = l;
            line("likelihood", 0, l, rated_by(by_author), false);
        }
        None => {
            line("likelihood", 0, likelihood, "the catalog's default, before any control".into(), false);
            if let Some(control) = &c.lacking {
                let raised = shift(likelihood, 1);
                if raised != likelihood {
                    likelihood = raised;
                    line("likelihood", 1, raised, format!("{control} is known to be missing"), false);
                }
            }
        }
    }
    match by_author.and_then(|r| r.impact) {
        Some(i) => {
            impact = i;
            line("impact", 0, i, rated_by(by_author), false);
        }
        None => {
            line("impact", 0, impact, "the catalog's default".into(), false);
            if let Some((step, why)) = moved_by(ground, c.rule, c.stakes) {
                let moved = shift(impact, step);
                if moved != impact {
                    line("impact", step, moved, why, false);
                    impact = moved;
                }
            }
        }
    }
    let inherent = Rating { likelihood, impact };
    let now = |softens: bool, planned: bool| -> Vec<&Credit> {
        c.credited.iter().filter(|x| x.softens == softens && (x.in_force || planned)).collect()
    };
    let steps = |list: &[&Credit]| -> Vec<u8> { list.iter().map(|x| x.steps).collect() };
    let part = |planned: bool| Rating {
        likelihood: lower(likelihood, c.rule.floor, &steps(&now(false, planned))),
        impact: lower(impact, 1, &steps(&now(true, planned))),
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
            let names: Vec<String> = now(softens, planned)
                .into_iter()
                .filter(|x| x.in_force != planned)
                .map(|x| {
                    let label =
                        ground.model.catalog.controls.get(x.control.index()).map_or("", |k| k.label.as_str());
                    format!(
                        "{} at {}",
                        crate::catalog::in_a_sentence(label),
                        credit::place_label(ground.model, x.place)
                    )
                })
                .collect();
            let names = super::why::list(names);
            let because = if planned { format!("once it is there: {names}") } else { names };
            let change = -(i8::try_from(before - after).unwrap_or(0));
            line(of, change, after, because, planned);
        }
    }
    Rated { inherent, residual, forecast, sum }
}

fn rated_by(r: Option<&Response>) -> String {
    let by = r.and_then(|r| r.by.as_deref()).map(|b| format!(" by {b}")).unwrap_or_default();
    let why = r.and_then(|r| r.because.as_deref()).map(|b| format!(": {b}")).unwrap_or_default();
    format!("rated{by}{why}")
}

/// DREAD, derived from the rating and the drawing: damage from the impact, exploitability from
/// the likelihood, reproducibility from whether a floor says that it can't be ended, affected
/// users from personal data and class at stake, discoverability from the lowest trust of those who
/// can start it. 0 to 10
/// each; ours, as DREAD has no official formula.
pub(crate) fn dread(
    ground: &Ground<'_>,
    rule: &Rule,
    inherent: Rating,
    stakes: &[DataId],
    lowest: Option<Trust>,
) -> DreadParts {
    let facts = || stakes.iter().filter_map(|d| ground.data.get(d.index()));
    let affected = match (facts().any(|f| f.personal), facts().map(|f| f.class).max()) {
        (true, Some(Class::Confidential | Class::Secret)) => 10,
        (true, _) => 8,
        (false, Some(Class::Confidential | Class::Secret)) => 6,
        (false, _) => 4,
    };
    DreadParts {
        damage: inherent.impact.saturating_mul(2).min(10),
        reproducibility: if rule.floor >= 2 { 8 } else { 6 },
        exploitability: inherent.likelihood.saturating_mul(2).min(10),
        affected_users: affected,
        discoverability: match lowest {
            Some(Trust::Untrusted) => 10,
            Some(Trust::Partner) => 7,
            Some(Trust::Internal) => 5,
            Some(Trust::Restricted) | None => 3,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::lower;

    #[test]
    fn the_strongest_counts_in_full_and_all_others_one_more() {
        assert_eq!(lower(5, 1, &[]), 5);
        assert_eq!(lower(5, 1, &[2]), 3);
        assert_eq!(lower(5, 1, &[1, 2]), 2);
        assert_eq!(lower(5, 1, &[1, 2, 2, 2]), 2);
        assert_eq!(lower(5, 3, &[2, 2]), 3, "never below the floor");
        assert_eq!(lower(2, 3, &[2, 2]), 2, "or the value itself if that is lower");
        assert_eq!(lower(1, 1, &[4]), 1);
    }
}
