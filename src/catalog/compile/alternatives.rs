//! The alternatives of a condition that is read: one of them holds, if all of its literals do. Looks no word up.

use crate::catalog::expr::{Atom, Condition, Moves, Tries};

/// The most alternatives that a condition may have. The largest of the catalog has about a hundred;
/// the bound keeps a hostile one from growing without end.
pub const MAX_ALTERNATIVES: usize = 256;

/// A checked expression.
pub(super) enum Formula {
    Atom(Atom),
    Not(Box<Formula>),
    All(Vec<Formula>),
    Any(Vec<Formula>),
}

/// More alternatives than a condition may have.
pub(super) struct TooMany;

/// The disjunctive form, in the order of the text. Within an alternative nothing stands twice; an
/// alternative that contradicts itself is left out, and so is one that asks for all that another
/// asks for and for more.
pub(super) fn alternatives(f: &Formula, not: bool) -> Result<Vec<Vec<Condition>>, TooMany> {
    match f {
        Formula::Atom(atom) => Ok(vec![vec![Condition { not, atom: atom.clone() }]]),
        Formula::Not(inner) => alternatives(inner, !not),
        Formula::All(parts) if !not => product(parts, not),
        Formula::Any(parts) if not => product(parts, not),
        Formula::All(parts) | Formula::Any(parts) => {
            let mut sum: Vec<Vec<Condition>> = Vec::new();
            for part in parts {
                for alternative in alternatives(part, not)? {
                    add(&mut sum, alternative);
                }
                if sum.len() > MAX_ALTERNATIVES {
                    return Err(TooMany);
                }
            }
            Ok(sum)
        }
    }
}

fn product(parts: &[Formula], not: bool) -> Result<Vec<Vec<Condition>>, TooMany> {
    let mut product: Vec<Vec<Condition>> = vec![Vec::new()];
    for part in parts {
        let right = alternatives(part, not)?;
        let mut next: Vec<Vec<Condition>> = Vec::new();
        for l in &product {
            for r in &right {
                if let Some(joined) = join(l, r) {
                    add(&mut next, joined);
                }
                if next.len() > MAX_ALTERNATIVES {
                    return Err(TooMany);
                }
            }
        }
        product = next;
    }
    Ok(product)
}

/// Adds an alternative, unless one that is there asks for no more; takes out those that ask for more.
fn add(sum: &mut Vec<Vec<Condition>>, new: Vec<Condition>) {
    let within = |one: &[Condition], other: &[Condition]| one.iter().all(|c| other.contains(c));
    if !sum.iter().any(|old| within(old, &new)) {
        sum.retain(|old| !within(&new, old));
        sum.push(new);
    }
}

/// Both together; none if they contradict each other.
fn join(left: &[Condition], right: &[Condition]) -> Option<Vec<Condition>> {
    let mut joined = left.to_vec();
    for r in right {
        match joined.iter().find(|l| l.atom == r.atom) {
            Some(l) if l.not != r.not => return None,
            Some(_) => {}
            None => joined.push(r.clone()),
        }
    }
    Some(joined)
}

/// Which movements an alternative is tried on. What must *not* be sent or returned says nothing of
/// the movement at hand.
pub(super) fn tries(literals: &[Condition]) -> Tries {
    let asks = |moves: &[Moves]| {
        literals.iter().any(|l| !l.not && matches!(&l.atom, Atom::Moves(m, _) if moves.contains(m)))
    };
    match (asks(&[Moves::Sends, Moves::Writes]), asks(&[Moves::Returns])) {
        (true, false) => Tries::Forward,
        (false, true) => Tries::Back,
        _ => Tries::Either,
    }
}
