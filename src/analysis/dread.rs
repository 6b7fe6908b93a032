//! DREAD, derived from the rating and the drawing, and where each of its parts comes from.
//!
//! DREAD has no official formula; this one is ours. Damage and exploitability are impact and
//! likelihood before any control, doubled; reproducibility is whether controls can end the threat;
//! affected users come from what is at stake; discoverability from who can start it. Each is 0 to 10.

use super::movements::trust;
use super::threat::{DreadParts, DreadReasons, Rating, Start, Threat};
use super::{Analysis, DataFacts};
use crate::catalog::{Class, Trust};
use crate::model::Model;

/// What DREAD is made of.
pub(crate) struct Grounds {
    inherent: Rating,
    /// The lowest likelihood that controls can reach.
    floor: u8,
    /// Whether something personal is at stake.
    personal: bool,
    /// The highest class at stake.
    class: Option<Class>,
    /// The lowest trust of those who can start it; none if nobody less trusted leads to it.
    lowest: Option<Trust>,
}

impl Grounds {
    /// `at_stake` are the facts of the data at stake.
    pub fn new<'a>(
        inherent: Rating,
        floor: u8,
        at_stake: impl Iterator<Item = &'a DataFacts>,
        lowest: Option<Trust>,
    ) -> Self {
        let mut grounds = Grounds { inherent, floor, personal: false, class: None, lowest };
        for facts in at_stake {
            grounds.personal |= facts.personal;
            grounds.class = grounds.class.max(Some(facts.class));
        }
        grounds
    }

    fn confidential(&self) -> Option<Class> {
        self.class.filter(|c| *c >= Class::Confidential)
    }

    /// The five parts.
    pub fn parts(&self) -> DreadParts {
        DreadParts {
            damage: self.inherent.impact.saturating_mul(2).min(10),
            reproducibility: if self.floor >= 2 { 8 } else { 6 },
            exploitability: self.inherent.likelihood.saturating_mul(2).min(10),
            affected_users: match (self.personal, self.confidential()) {
                (true, Some(_)) => 10,
                (true, None) => 8,
                (false, Some(_)) => 6,
                (false, None) => 4,
            },
            discoverability: match self.lowest {
                Some(Trust::Untrusted) => 10,
                Some(Trust::Partner) => 7,
                Some(Trust::Internal) => 5,
                Some(Trust::Restricted) | None => 3,
            },
        }
    }

    /// Where each part comes from, each a piece of a sentence.
    fn reasons(&self) -> DreadReasons {
        DreadReasons {
            damage: format!("twice the impact before any control, which is {}", self.inherent.impact),
            reproducibility: match self.floor {
                0 | 1 => "controls can end it".to_owned(),
                n => format!("no control is known to bring its likelihood below {n}"),
            },
            exploitability: format!(
                "twice the likelihood before any control, which is {}",
                self.inherent.likelihood
            ),
            affected_users: match (self.personal, self.confidential()) {
                (true, Some(class)) => format!("personal data is at stake, and {class} data"),
                (true, None) => "personal data is at stake".to_owned(),
                (false, Some(class)) => format!("{class} data is at stake, none of it personal"),
                (false, None) => "nothing personal or confidential is at stake".to_owned(),
            },
            discoverability: match self.lowest {
                Some(trust) => format!("who can start it is {trust}"),
                None => "nobody less trusted leads to it".to_owned(),
            },
        }
    }
}

impl Analysis {
    /// Where the parts of a threat's DREAD come from.
    pub fn dread_reasons(&self, model: &Model, threat: &Threat) -> DreadReasons {
        let floor = model.catalog.rule(threat.rule).map_or(1, |r| r.floor);
        let at_stake = threat.stakes.iter().filter_map(|d| self.data.get(d.index()));
        let lowest = match &threat.start {
            Start::Elements(all) => all.iter().map(|e| trust(model, *e)).min(),
            Start::Outside => None,
        };
        Grounds::new(threat.inherent, floor, at_stake, lowest).reasons()
    }
}
