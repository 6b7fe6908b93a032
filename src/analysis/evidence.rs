//! Evidence: which threats were tried for real, and which never were.

use super::answers::covers;
use super::due;
use super::{Analysis, ThreatId};
use crate::model::Model;

/// What was tried.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    /// The tests of each threat by their places in [`Model::tests`], the newest first, those without a
    /// day last; by [`ThreatId`].
    pub of: Vec<Vec<usize>>,
    /// How many threats are open or planned.
    pub unsettled: usize,
    /// Those of them that were never tried, in their order.
    pub untried: Vec<ThreatId>,
    /// Those of them whose last test is [`due::TESTED_FOR`] days ago or more.
    pub old: Vec<ThreatId>,
}

/// Joins the tests of a model with its threats.
pub fn evidence(model: &Model, analysis: &Analysis) -> Evidence {
    let mut out = Evidence { of: vec![Vec::new(); analysis.threats.len()], ..Evidence::default() };
    for (i, test) in model.tests.iter().enumerate() {
        let speaks = analysis.threats.iter().zip(&mut out.of);
        for (threat, of) in speaks.filter(|(t, _)| t.rule == test.rule) {
            if covers(model, &test.on.target, threat.target) {
                of.push(i);
            }
        }
    }
    let day = |i: &usize| model.tests.get(*i).and_then(|t| t.date).map(|d| d.days());
    for (i, (threat, of)) in analysis.threats.iter().zip(&mut out.of).enumerate() {
        of.sort_by_key(|i| std::cmp::Reverse(day(i)));
        if !threat.status.is_unsettled() {
            continue;
        }
        out.unsettled += 1;
        match of.first().and_then(|i| model.tests.get(*i)) {
            None => out.untried.push(ThreatId::new(i)),
            Some(last) if due::tested_long_ago(last, analysis.today) => out.old.push(ThreatId::new(i)),
            Some(_) => {}
        }
    }
    out
}
