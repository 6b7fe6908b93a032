//! The best of several tries. No engine knows which way a picture should run or how it fits the
//! page, and its heuristics have luck: so it is asked several times, what comes out is improved
//! ([`super::improve`]), and the picture is kept that has no fault and reads best.
//!
//! How often it is asked depends on the size of the graph alone, never on a clock, so the same graph
//! gives the same picture on every machine.

use std::borrow::Borrow;
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use super::engine::{Engine, LayoutError};
use super::graph::{Direction, Graph, Options, Placed};
use super::hints;
use super::improve::improve;
use super::metric::{Measure, measure};
use super::page::Page;
use super::plan::{self, Budget};
use super::score::{cost, is_slim};

/// Stack of a try's thread: the engine recurses into nested frames and along long chains.
const STACK: usize = 32 << 20;
/// A picture must cost less by this part than that of an earlier try to take its place.
const MARGIN: f64 = 0.02;
/// Orders that gain less than this part of the cost were the last.
const WORTH: f64 = 0.01;
/// A direction that costs less than so many times what the other does is tried in earnest: improvement
/// may turn that round.
const NEAR: f64 = 1.4;

/// A layout with what was measured.
#[derive(Clone, Debug, PartialEq)]
pub struct Best {
    /// The layout.
    pub placed: Placed,
    /// Its measure: no fault that misleads, and hardly ever any.
    pub measure: Measure,
    /// How it was made.
    pub options: Options,
    /// Which try it was.
    pub order: usize,
}

/// Lays `graph` out several times ([`Budget`]) and keeps the best. If `direction` is given, lines
/// run that way; else both are tried. Of the graph's own options the gaps, the page and the seed
/// are kept. The same graph gives the same layout. Where nothing that the engine gives can be
/// shown, its [`Engine::second`] is asked.
///
/// # Errors
/// The engine's error if no try succeeded; [`LayoutError::Misleading`] if every try draws
/// something that is not so.
pub fn lay_out(
    engine: &dyn Engine,
    graph: &Graph,
    direction: Option<Direction>,
) -> Result<Best, LayoutError> {
    super::engine::validate(graph)?;
    let found = of_one(engine, graph, direction);
    match engine.second() {
        // What the first said is told if the second fails as well: it is the better engine.
        Some(second) if found.is_err() => of_one(second, graph, direction).or(found),
        _ => found,
    }
}

/// Lays `graph` out as a graph much like it was laid out best: with these options, and with no others. That takes
/// a fraction of the time of [`lay_out`], and keeps more of where things stood. None where it gives no picture that
/// can be shown.
pub fn lay_out_like(
    engine: &dyn Engine,
    graph: &Graph,
    direction: Option<Direction>,
    like: &Options,
) -> Option<Best> {
    super::engine::validate(graph).ok()?;
    let options =
        Options { page: graph.options.page, direction: direction.unwrap_or(like.direction), ..*like };
    let mut tries = Tries { engine, graph, asked: Vec::new(), made: Vec::new() };
    tries.make(&[options]);
    let made = tries.ranked(true).first().map(|b| improved(graph, b));
    made.filter(|b| b.measure.misleading().next().is_none())
}

/// The best of one engine's pictures.
fn of_one(engine: &dyn Engine, graph: &Graph, direction: Option<Direction>) -> Result<Best, LayoutError> {
    let (budget, page) = (Budget::of(graph), graph.options.page);
    let mut tries = Tries { engine, graph, asked: Vec::new(), made: Vec::new() };
    // What the lines cross is decided by the order of things; which way they run and how they are
    // placed changes lengths and the shape. So orders are tried first, in haste, and the best of them with care.
    for wave in plan::orders(graph, direction, budget.orders).chunks(plan::WAVE) {
        let before = tries.least();
        tries.make(wave);
        if before.is_finite() && tries.least() > before * (1.0 - WORTH) {
            break;
        }
    }
    let orders = tries.ranked(false);
    let careful: Vec<Options> =
        orders.iter().take(budget.ways).map(|b| plan::with_care(&b.options, &graph.options)).collect();
    tries.make(&careful);
    // Words are wide and low, so lines that run down need less room nearly always: the other direction must
    // show that it can come near.
    let ugly = |best: &&Best| is_slim(&best.measure) || !best.measure.faults.is_empty();
    let other_wanted = budget.both || tries.ranked(true).first().is_some_and(ugly);
    if direction.is_none() && other_wanted {
        let other: Vec<Options> = careful.iter().map(plan::turned).collect();
        let (first, rest) = other.split_at(other.len().min(1));
        let down = tries.least();
        tries.make(first);
        let turned = tries.made.iter().flatten().find(|b| first.contains(&b.options));
        if turned.is_some_and(|b| cost(&b.measure, page) < down * NEAR) {
            tries.make(rest);
        }
    }
    let mut best = tries.ranked(true);
    best.truncate(budget.improved);
    let mut best = side_by_side(&best, |b| improved(graph, b));
    rank(&mut best, page, true);
    let Some(best) = steady(best, page) else {
        let errors = tries.made.into_iter().filter_map(Result::err);
        return Err(errors.into_iter().next().unwrap_or(LayoutError::NoEngine));
    };
    let faults: Vec<String> = best.measure.misleading().map(ToString::to_string).collect();
    if faults.is_empty() { Ok(best) } else { Err(LayoutError::Misleading { faults }) }
}

/// Of pictures that are ranked, and all but equally good, the one whose try comes first in the plan.
/// Which try wins by a hair changes with every word of a model, and with it the whole picture.
fn steady(ranked: Vec<Best>, page: Option<Page>) -> Option<Best> {
    let first = ranked.first()?;
    let (faults, limit) = (first.measure.faults.len(), cost(&first.measure, page) * (1.0 + MARGIN));
    let good = |b: &Best| b.measure.faults.len() <= faults && cost(&b.measure, page) <= limit;
    ranked.into_iter().filter(good).min_by_key(|b| b.order)
}

/// The graph with other options.
fn asked(graph: &Graph, options: &Options) -> Graph {
    Graph { options: *options, ..graph.clone() }
}

/// The tries of one engine at one graph.
struct Tries<'t> {
    engine: &'t dyn Engine,
    graph: &'t Graph,
    /// What was asked, as far as the engine heeds it.
    asked: Vec<Options>,
    /// What came of it.
    made: Vec<Result<Best, LayoutError>>,
}

impl Tries<'_> {
    /// Makes these tries, but none that would give the picture of an earlier one again.
    fn make(&mut self, tries: &[Options]) {
        let mut new: Vec<(usize, &Options)> = Vec::new();
        for options in tries {
            let heeded = self.engine.heeded(options);
            if !self.asked.contains(&heeded) {
                new.push((self.asked.len(), options));
                self.asked.push(heeded);
            }
        }
        let (engine, graph) = (self.engine, self.graph);
        self.made.extend(side_by_side(&new, |&(order, options)| {
            let asked = asked(graph, options);
            let placed = hints::lay_out(engine, &asked)?;
            let measure = measure(&asked, &placed);
            Ok(Best { placed, measure, options: *options, order })
        }));
    }

    /// What the best costs so far, of those that do not mislead.
    fn least(&self) -> f64 {
        let honest = self.made.iter().flatten().filter(|b| b.measure.misleading().next().is_none());
        honest.map(|b| cost(&b.measure, self.graph.options.page)).fold(f64::INFINITY, f64::min)
    }

    /// Those that succeeded, the best first.
    fn ranked(&self, strict: bool) -> Vec<&Best> {
        let mut found: Vec<&Best> = self.made.iter().flatten().collect();
        rank(&mut found, self.graph.options.page, strict);
        found
    }
}

fn improved(graph: &Graph, best: &Best) -> Best {
    let mut placed = best.placed.clone();
    let measure = improve(&asked(graph, &best.options), &mut placed, graph.options.page);
    Best { placed, measure, ..*best }
}

/// Does `work` for each of `items`, on as many threads as there are processors; results come in
/// the order of the items.
fn side_by_side<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(at) else { break };
            done.push((at, work(item)));
        }
        done
    };
    let workers = thread::available_parallelism().map_or(1, NonZero::get).clamp(1, 4).min(items.len());
    let mut results = thread::scope(|scope| {
        let threads: Vec<_> = (0..workers)
            .map_while(|_| thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work).ok())
            .collect();
        let mut results: Vec<_> = threads.into_iter().filter_map(|t| t.join().ok()).flatten().collect();
        // Where no thread could be had, what is left is done here.
        results.extend(work());
        results
    });
    results.sort_by_key(|(at, _)| *at);
    results.into_iter().map(|(_, result)| result).collect()
}

/// Sorts the best to the front: by faults that mislead, faults (if `strict`), cost. Of equals the earlier try wins.
fn rank<B: Borrow<Best>>(found: &mut [B], page: Option<Page>, strict: bool) {
    let key = |best: &Best| {
        let m = &best.measure;
        (m.misleading().count(), if strict { m.faults.len() } else { 0 }, cost(m, page))
    };
    found.sort_by(|a, b| {
        let (a, b) = (key(a.borrow()), key(b.borrow()));
        a.0.cmp(&b.0).then(a.1.cmp(&b.1)).then(a.2.total_cmp(&b.2))
    });
}
