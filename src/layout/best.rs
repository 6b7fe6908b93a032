//! The best of several tries. No engine knows which way a picture should run or how it fits the
//! page, and its heuristics have luck: so it is asked several times, what comes out is improved
//! ([`super::improve`]), and the picture is kept that has no fault and reads best.
//!
//! How often it is asked depends on the size of the graph alone, never on a clock, so the same graph
//! gives the same picture on every machine.

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
use super::score::cost;

/// Stack of a try's thread: the engine recurses into nested frames and along long chains.
const STACK: usize = 32 << 20;
/// A picture must cost less by this part than that of an earlier try to take its place.
const MARGIN: f64 = 0.02;

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

/// The best of one engine's pictures.
fn of_one(engine: &dyn Engine, graph: &Graph, direction: Option<Direction>) -> Result<Best, LayoutError> {
    let budget = Budget::of(graph);
    let page = graph.options.page;
    // What the lines cross is decided by the order of things; which way they run and how they are
    // placed changes lengths and the shape. So orders are tried first, and the best of them in
    // other ways.
    let mut tried = Vec::new();
    let orders = unlike(engine, &mut tried, plan::orders(graph, direction, budget.orders));
    let mut found = run(engine, graph, &orders, 0);
    rank(&mut found, page, false);
    let length = found.iter().flatten().next().map_or(0.0, |b| b.measure.length);
    let budget = budget.for_lines(length);
    let best = found.iter().flatten().map(|b| b.options);
    let ways = plan::ways(best, &graph.options, direction, length, budget.ways);
    found.extend(run(engine, graph, &unlike(engine, &mut tried, ways), budget.orders));
    // These were made in haste. Those that promise most get the time that their titles need.
    rank(&mut found, page, false);
    let promising = found.iter().flatten().take(budget.again).filter(|b| !b.measure.faults.is_empty());
    let again = plan::patient(promising.map(|b| b.options), &graph.options);
    let again = unlike(engine, &mut tried, again);
    found.extend(run(engine, graph, &again, budget.orders + budget.ways));
    rank(&mut found, page, true);
    let (mut best, errors): (Vec<Best>, Vec<LayoutError>) = {
        let (good, bad): (Vec<_>, Vec<_>) = found.into_iter().partition(Result::is_ok);
        (good.into_iter().flatten().collect(), bad.into_iter().filter_map(Result::err).collect())
    };
    best.truncate(budget.improved);
    let mut best: Vec<Result<Best, LayoutError>> =
        side_by_side(&best, |b| Ok(improved(graph, b))).into_iter().collect();
    rank(&mut best, page, true);
    let Some(Ok(best)) = steady(best, page) else {
        return Err(errors.into_iter().next().unwrap_or(LayoutError::NoEngine));
    };
    let faults: Vec<String> = best.measure.misleading().map(ToString::to_string).collect();
    if faults.is_empty() { Ok(best) } else { Err(LayoutError::Misleading { faults }) }
}

/// Of pictures that are ranked, and all but equally good, the one whose try comes first in the plan.
/// Which try wins by a hair changes with every word of a model, and with it the whole picture.
fn steady(ranked: Vec<Result<Best, LayoutError>>, page: Option<Page>) -> Option<Result<Best, LayoutError>> {
    let Some(Ok(first)) = ranked.first() else { return ranked.into_iter().next() };
    let (faults, limit) = (first.measure.faults.len(), cost(&first.measure, page) * (1.0 + MARGIN));
    let good = |b: &Best| b.measure.faults.len() <= faults && cost(&b.measure, page) <= limit;
    ranked.into_iter().flatten().filter(good).min_by_key(|b| b.order).map(Ok)
}

/// The graph with other options.
fn asked(graph: &Graph, options: &Options) -> Graph {
    Graph { options: *options, ..graph.clone() }
}

/// Leaves those tries out that would give the engine's picture of one that was `tried` again.
fn unlike(engine: &dyn Engine, tried: &mut Vec<Options>, tries: Vec<Options>) -> Vec<Options> {
    let mut new = |options: &Options| {
        let heeded = engine.heeded(options);
        let new = !tried.contains(&heeded);
        tried.push(heeded);
        new
    };
    tries.into_iter().filter(|options| new(options)).collect()
}

fn run(
    engine: &dyn Engine,
    graph: &Graph,
    tries: &[Options],
    first: usize,
) -> Vec<Result<Best, LayoutError>> {
    let tries: Vec<(usize, &Options)> = tries.iter().enumerate().map(|(i, o)| (first + i, o)).collect();
    side_by_side(&tries, |&(order, options)| {
        let asked = asked(graph, options);
        let placed = hints::lay_out(engine, &asked)?;
        let measure = measure(&asked, &placed);
        Ok(Best { placed, measure, options: *options, order })
    })
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

/// Sorts the best to the front: by faults that mislead, faults (if `strict`), cost; failures go
/// last. Of equals the earlier try wins.
fn rank(found: &mut [Result<Best, LayoutError>], page: Option<Page>, strict: bool) {
    let key = |result: &Result<Best, LayoutError>| {
        result.as_ref().map_or((usize::MAX, usize::MAX, f64::INFINITY), |best| {
            let m = &best.measure;
            (m.misleading().count(), if strict { m.faults.len() } else { 0 }, cost(m, page))
        })
    };
    found.sort_by(|a, b| {
        let (a, b) = (key(a), key(b));
        a.0.cmp(&b.0).then(a.1.cmp(&b.1)).then(a.2.total_cmp(&b.2))
    });
}
