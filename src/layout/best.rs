//! The best of several tries. No engine knows which way a picture should run or how it fits the
//! page, and its heuristics have luck: so it is asked a few times, and the picture is kept that
//! has no fault and reads best.

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use super::engine::{Engine, LayoutError};
use super::graph::{Direction, Graph, Options, Placed, Placement};
use super::metric::{Measure, measure};

/// A page is best filled by a picture between these, width by height.
const PAGE: (f64, f64) = (1.4, 1.9);
/// What a crossing of two lines costs, in units of length.
const CROSSING: f64 = 90.0;
/// What a turn costs.
const BEND: f64 = 14.0;
/// What a unit of line costs.
const LENGTH: f64 = 0.15;
/// What a unit of the side of the page costs.
const SIDE: f64 = 1.6;
/// Pages and screens show this width at full size; wider pictures are shrunk, and their words.
const COLUMN: f64 = 1700.0;
/// What a unit beyond that costs.
const BEYOND: f64 = 0.8;
/// Stack of a try's thread: the engine recurses into nested frames and along long chains.
const STACK: usize = 32 << 20;

/// A layout with what was measured.
#[derive(Clone, Debug, PartialEq)]
pub struct Best {
    /// The layout.
    pub placed: Placed,
    /// Its measure: no fault that misleads, and hardly ever any.
    pub measure: Measure,
    /// How it was made.
    pub options: Options,
}

/// Lays `graph` out several times (eight up to 30 nodes, one above 300) and keeps the best. If
/// `direction` is given, lines run that way; else both are tried. Of the graph's own options the
/// gaps and the seed are kept. The same graph gives the same layout. Where nothing that the engine
/// gives can be shown, its [`Engine::second`] is asked.
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
    let mut plan = plan(&graph.options, direction);
    unlike(engine, &mut plan);
    let first = match graph.nodes.len() {
        0..=30 => 8,
        31..=60 => 6,
        61..=150 => 4,
        151..=300 => 2,
        _ => 1,
    };
    let (now, later) = plan.split_at_checked(first).unwrap_or((&plan, &[]));
    let mut found = run(engine, graph, now);
    let mut best = pick(&mut found);
    if best.as_ref().is_none_or(|b| !b.measure.faults.is_empty()) && graph.nodes.len() <= 1000 {
        found.extend(run(engine, graph, later));
        found.extend(best.map(Ok));
        best = pick(&mut found);
    }
    let Some(mut best) = best else {
        let error = found.into_iter().find_map(Result::err);
        return Err(error.unwrap_or(LayoutError::NoEngine));
    };
    super::tidy::tidy(graph, &mut best.placed);
    best.measure = measure(graph, &best.placed);
    let faults: Vec<String> = best.measure.misleading().map(ToString::to_string).collect();
    if faults.is_empty() { Ok(best) } else { Err(LayoutError::Misleading { faults }) }
}

/// The tries, most promising first.
fn plan(base: &Options, direction: Option<Direction>) -> Vec<Options> {
    use Direction::{Down, Right};
    use Placement::{BrandesKoepf, LinearSegments, NetworkSimplex};
    let other = base.seed.wrapping_add(1).max(1);
    let wide = |o: Options| Options { node_gap: o.node_gap * 1.4, layer_gap: o.layer_gap * 1.3, ..o };
    let list: Vec<Options> = [
        (Right, NetworkSimplex, base.seed, false),
        (Down, NetworkSimplex, base.seed, false),
        (Right, NetworkSimplex, base.seed, true),
        (Down, NetworkSimplex, base.seed, true),
        (Right, BrandesKoepf, base.seed, false),
        (Down, BrandesKoepf, base.seed, false),
        (Right, NetworkSimplex, other, false),
        (Down, NetworkSimplex, other, false),
        (Right, LinearSegments, base.seed, false),
        (Down, LinearSegments, base.seed, false),
    ]
    .into_iter()
    .map(|(direction, placement, seed, keep_order)| Options {
        direction,
        placement,
        seed,
        keep_order,
        ..*base
    })
    .collect();
    let more: Vec<Options> = list.iter().map(|o| wide(*o)).collect();
    let mut all: Vec<Options> = list.into_iter().chain(more).collect();
    if let Some(wanted) = direction {
        all.retain(|o| o.direction == wanted);
    }
    all
}

/// Leaves those tries out that would give the engine's picture of an earlier one again.
fn unlike(engine: &dyn Engine, tries: &mut Vec<Options>) {
    let mut seen: Vec<Options> = Vec::new();
    tries.retain(|options| {
        let heeded = engine.heeded(options);
        let new = !seen.contains(&heeded);
        seen.push(heeded);
        new
    });
}

fn run(engine: &dyn Engine, graph: &Graph, tries: &[Options]) -> Vec<Result<Best, LayoutError>> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(options) = tries.get(at) else { break };
            let asked = Graph { options: *options, ..graph.clone() };
            let result = engine.lay_out(&asked).map(|placed| {
                let measure = measure(&asked, &placed);
                Best { placed, measure, options: *options }
            });
            done.push((at, result));
        }
        done
    };
    let workers = thread::available_parallelism().map_or(1, NonZero::get).clamp(1, 4).min(tries.len());
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

/// Takes the best out of the list; of equals the first.
fn pick(found: &mut Vec<Result<Best, LayoutError>>) -> Option<Best> {
    let rank = |best: &Best| {
        let m = &best.measure;
        (m.misleading().count(), m.faults.len(), cost(m))
    };
    let mut chosen: Option<(usize, (usize, usize, f64))> = None;
    for (at, result) in found.iter().enumerate() {
        let Ok(best) = result else { continue };
        let now = rank(best);
        let better = chosen.is_none_or(|(_, was)| {
            now.0.cmp(&was.0).then(now.1.cmp(&was.1)).then(now.2.total_cmp(&was.2)).is_lt()
        });
        if better {
            chosen = Some((at, now));
        }
    }
    chosen.and_then(|(at, _)| found.swap_remove(at).ok())
}

/// How hard a picture is to read. The page that it needs counts by its side, so a tower or a
/// strip costs as much as the page that it leaves white.
pub fn cost(m: &Measure) -> f64 {
    let page_width = m.width.max(m.height * PAGE.0);
    let page_height = m.height.max(m.width / PAGE.1);
    m.crossings as f64 * CROSSING
        + m.bends as f64 * BEND
        + m.length * LENGTH
        + (page_width * page_height).sqrt() * SIDE
        + (m.width - COLUMN).max(0.0) * BEYOND
}
