//! How data spreads from where it begins, along the movements that carry it.

use super::lists::Lists;
use super::{Exposure, Movement, MovementId};
use crate::catalog::Trust;
use crate::model::{DataId, ElementId};

/// What spreads are looked for on, the same for all of them.
pub(crate) struct Carried<'a> {
    /// Whom each movement reaches.
    reached: &'a Lists<ElementId>,
    /// The trust of each element.
    trust: &'a [Trust],
    /// What each element gives: each piece of data with each movement that carries it, sorted.
    given: Lists<(DataId, MovementId)>,
    /// The lowest trust that any element has.
    lowest: Trust,
}

impl<'a> Carried<'a> {
    pub fn new(
        movements: &[Movement],
        outgoing: &[Vec<MovementId>],
        reached: &'a Lists<ElementId>,
        trust: &'a [Trust],
    ) -> Self {
        let given = outgoing.iter().map(|list| {
            let moved = list.iter().filter_map(|id| Some((*id, movements.get(id.index())?)));
            let mut all: Vec<(DataId, MovementId)> =
                moved.flat_map(|(id, m)| m.data.iter().map(move |d| (*d, id))).collect();
            all.sort_unstable();
            all.dedup();
            all
        });
        let lowest = trust.iter().min().copied().unwrap_or(Trust::Untrusted);
        Carried { reached, trust, given: Lists::new(given), lowest }
    }

    fn trust(&self, e: ElementId) -> Trust {
        self.trust.get(e.index()).copied().unwrap_or(Trust::Untrusted)
    }

    /// The movements of an element that carry any of these data, sorted, in the order of the text.
    fn given(&self, e: ElementId, data: &[DataId], out: &mut Vec<MovementId>) {
        out.clear();
        let all = self.given.of(e.index());
        if all.len() <= data.len() {
            out.extend(all.iter().filter(|(d, _)| data.binary_search(d).is_ok()).map(|(_, id)| *id));
        } else {
            for d in data {
                let from = all.partition_point(|(given, _)| given < d);
                let of = all.get(from..).unwrap_or_default().iter().take_while(|(given, _)| given == d);
                out.extend(of.map(|(_, id)| *id));
            }
        }
        if data.len() > 1 {
            out.sort_unstable();
            out.dedup();
        }
    }
}

/// An element with one of those from where something came to it.
struct Came {
    element: ElementId,
    root: ElementId,
    /// The movement that brought it, and from which other of these; where it begins there is none.
    by: Option<(MovementId, usize)>,
}

/// What is known of an element in the spread of one thing.
#[derive(Copy, Clone)]
struct Mark {
    /// Of which spread this is; what is known of another counts no more.
    spread: u32,
    /// From where it came here.
    roots: [Option<ElementId>; 2],
    /// Whether it came here from elsewhere.
    arrived: bool,
}

/// How something spreads from where it begins, for one thing after the other.
///
/// Of an element two roots are known, if there are two: so it is known of each root whether it gets
/// something from another, in whatever order they come.
pub(crate) struct Spread<'a> {
    carried: &'a Carried<'a>,
    came: Vec<Came>,
    /// Of each element.
    marks: Vec<Mark>,
    /// Which spread it is.
    number: u32,
    /// Elements to which it comes from another root, in the order in which it does.
    arrived: Vec<(ElementId, MovementId, usize)>,
    /// The movements of the element at hand.
    given: Vec<MovementId>,
}

impl<'a> Spread<'a> {
    pub fn new(carried: &'a Carried<'a>) -> Self {
        let none = Mark { spread: 0, roots: [None; 2], arrived: false };
        Spread {
            carried,
            came: Vec::new(),
            marks: vec![none; carried.trust.len()],
            number: 0,
            arrived: Vec::new(),
            given: Vec::new(),
        }
    }

    /// Where a piece of data, or what derives from it, can arrive at the lowest trust. `home` is where it
    /// comes from, `family` it and what derives from it, sorted, and `elsewhere` where these come from.
    pub fn exposure(
        &mut self,
        data: DataId,
        home: &[ElementId],
        family: &[DataId],
        elsewhere: impl Iterator<Item = ElementId>,
    ) -> Exposure {
        let sources = self.sources(data, home);
        // First from where it is kept; what is derived elsewhere by declaration begins there.
        let starts = home.iter().copied().chain(elsewhere);
        // Nothing can arrive lower than this, and of several who are as low the first counts.
        let carried = self.carried;
        self.from(starts, family, |e| carried.trust(e) == carried.lowest && !sources.contains(&e));
        self.lowest(&sources, home)
    }

    /// Where a piece of data came from, sorted: of its origins those to which it comes from no other; if it
    /// comes to all of them, all. A copy that is kept elsewhere came there.
    fn sources(&mut self, data: DataId, origins: &[ElementId]) -> Vec<ElementId> {
        if origins.len() < 2 {
            return origins.to_vec();
        }
        self.from(origins.iter().copied(), &[data], |_| false);
        let first: Vec<ElementId> = origins.iter().copied().filter(|e| !self.has_arrived(*e)).collect();
        let mut sources = if first.is_empty() { origins.to_vec() } else { first };
        sources.sort_unstable();
        sources
    }

    fn has_arrived(&self, e: ElementId) -> bool {
        self.marks.get(e.index()).is_some_and(|m| m.spread == self.number && m.arrived)
    }

    /// The mark of an element in this spread.
    fn mark(&mut self, e: ElementId) -> Option<&mut Mark> {
        let mark = self.marks.get_mut(e.index())?;
        if mark.spread != self.number {
            *mark = Mark { spread: self.number, roots: [None; 2], arrived: false };
        }
        Some(mark)
    }

    /// Spreads along the movements that carry any of these data, sorted, until it arrives where it is
    /// `enough`.
    fn from(
        &mut self,
        starts: impl Iterator<Item = ElementId>,
        data: &[DataId],
        enough: impl Fn(ElementId) -> bool,
    ) {
        self.came.clear();
        self.arrived.clear();
        self.number += 1;
        let carried = self.carried;
        let mut given = std::mem::take(&mut self.given);
        'all: for start in starts {
            let mut at = self.came.len();
            self.come(start, start, None);
            while let Some((e, root)) = self.came.get(at).map(|c| (c.element, c.root)) {
                carried.given(e, data, &mut given);
                for id in &given {
                    for r in carried.reached.of(id.index()) {
                        let first = |mark: &mut Mark| !std::mem::replace(&mut mark.arrived, true);
                        if *r != root && self.mark(*r).is_some_and(first) {
                            self.arrived.push((*r, *id, at));
                            if enough(*r) {
                                break 'all;
                            }
                        }
                        self.come(*r, root, Some((*id, at)));
                    }
                }
                at += 1;
            }
        }
        self.given = given;
    }

    /// It comes to an element from a root.
    fn come(&mut self, element: ElementId, root: ElementId, by: Option<(MovementId, usize)>) {
        let Some(mark) = self.mark(element) else { return };
        match &mut mark.roots {
            [first @ None, _] => *first = Some(root),
            [Some(first), second @ None] if *first != root => *second = Some(root),
            _ => return,
        }
        self.came.push(Came { element, root, by });
    }

    /// The lowest trust at which it arrives, but for where it came from, and how: from `home`, if the
    /// way leads by there.
    fn lowest(&self, sources: &[ElementId], home: &[ElementId]) -> Exposure {
        let arrived = self.arrived.iter().filter(|(e, ..)| sources.binary_search(e).is_err());
        let lowest = arrived.copied().min_by_key(|(e, ..)| self.carried.trust(*e));
        let Some((e, last, mut at)) = lowest else {
            return Exposure { level: None, path: Vec::new() };
        };
        let mut home = home.to_vec();
        home.sort_unstable();
        let is_home = |e: ElementId| home.binary_search(&e).is_ok();
        let mut path = vec![last];
        while let Some(came) = self.came.get(at).filter(|c| !is_home(c.element))
            && let Some((movement, from)) = came.by
        {
            path.push(movement);
            at = from;
        }
        path.reverse();
        Exposure { level: Some(self.carried.trust(e)), path }
    }
}
