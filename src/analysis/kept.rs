//! What was found along the nets and is asked for again.

use super::behind::Behind;
use super::hops::{Hop, Net};
use super::ids::IdMap;
use super::leads::NearestOfKind;
use super::search::Search;
use super::sets::{About, Family, Memo};
use crate::catalog::Trust;
use crate::catalog::expr::{Goal, Leads};
use crate::model::{DataId, ElementId};
use std::cell::RefCell;

/// Whose sets are kept.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Sort {
    /// Those of this trust or below whose content comes here.
    Supplies(Trust),
    /// Those below this trust from whom calls come; all, or only those who start them.
    Calls(Trust, bool),
    /// Those of this trust or below where data of a family arrives.
    Arrives(Trust, usize),
}

/// The way from an element to the nearest of some others.
#[derive(Copy, Clone, Debug)]
pub(crate) struct Nearest {
    /// How many steps it has.
    pub steps: u32,
    /// Where it ends; of several the first of the text.
    pub element: ElementId,
    /// Its first step, and where that arrives; of several the first of the text.
    pub first: Option<Hop>,
}

/// The ways from all elements from which any of some others can be reached.
pub(crate) type Ways = IdMap<ElementId, Nearest>;

/// Along which net, with which data if not with all, and from or to which group.
type Sought = (Net, Option<usize>, usize);

/// What was found along the nets and is asked for again.
#[derive(Default)]
pub(crate) struct Kept {
    pub behind: RefCell<IdMap<Sort, Behind<ElementId, About>>>,
    pub searches: Memo<Sought, RefCell<Search>>,
    pub of_kind: Memo<(Leads, Goal), NearestOfKind>,
    pub of_group: Memo<Sought, Ways>,
    pub families: Memo<Vec<DataId>, Family>,
}
