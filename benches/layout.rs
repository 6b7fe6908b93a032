//! Pictures of random systems, beside what the engine does alone: `cargo bench --bench layout` prints
//! crossings, length, shape and time over all 200 and over four like a large company, how far elements
//! move when a model changes a little, and then times some sizes. `-- figures N` takes each N-th
//! system and no times.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

#[path = "../tests/support/systems.rs"]
mod systems;

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::Criterion;
use systems::{Dice, all, company, flow, plain, system};
use trustline::layout::best;
use trustline::layout::elk::Elk;
use trustline::layout::engine::Engine;
use trustline::layout::metric::measure;
use trustline::layout::{Direction, Graph, Measure, Options, Placed, Size};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let figures_alone = arguments.iter().any(|a| a == "figures");
    let step = arguments.iter().find_map(|a| a.parse().ok()).unwrap_or(1);
    quality(step);
    stability();
    if !figures_alone {
        times();
    }
}

/// Sums over the systems of one band of sizes.
#[derive(Default)]
struct Sums {
    graphs: usize,
    faults: usize,
    crossings: usize,
    bends: usize,
    length: f64,
    area: f64,
    time: Duration,
    /// Width by height.
    shapes: Vec<f64>,
}

impl Sums {
    fn add(&mut self, m: &Measure, time: Duration) {
        self.graphs += 1;
        self.faults += m.faults.len();
        self.crossings += m.crossings;
        self.bends += m.bends;
        self.length += m.length;
        self.area += m.area();
        self.time += time;
        self.shapes.push(m.width / m.height);
    }
}

/// Prints what became of the systems, with the engine alone beside: to the right, which is its own
/// default, and down.
fn quality(step: usize) {
    println!(
        "{:>8} {:<12} {:>6} {:>6} {:>9} {:>7} {:>10} {:>7} {:>9} {:>8}",
        "elements",
        "layout",
        "graphs",
        "faults",
        "crossings",
        "bends",
        "length",
        "Mpx",
        "ms each",
        "fit page"
    );
    let of = |low, high| -> Vec<Graph> {
        let sized = all().map(|(_, g)| g).filter(|g| (low..=high).contains(&g.nodes.len()));
        sized.step_by(step).collect()
    };
    let large = [100, 150, 200, 300];
    let bands = [
        ("8-11", of(8, 11)),
        ("12-60", of(12, 60)),
        ("61-100", of(61, 100)),
        ("company", large.map(company).to_vec()),
    ];
    for (band, graphs) in bands {
        let (mut right, mut down, mut ours) = (Sums::default(), Sums::default(), Sums::default());
        for graph in graphs {
            for (direction, sums) in [(Direction::Right, &mut right), (Direction::Down, &mut down)] {
                let alone = plain(&graph);
                let alone = Graph { options: Options { direction, ..alone.options }, ..alone };
                let start = Instant::now();
                let placed = Elk::new().lay_out(&alone).expect("the engine can");
                sums.add(&measure(&alone, &placed), start.elapsed());
            }
            let start = Instant::now();
            let best = best::lay_out(&Elk::new(), &graph, None).expect("there is a layout");
            ours.add(&best.measure, start.elapsed());
        }
        for (name, s) in [("plain right", &right), ("plain down", &down), ("best", &ours)] {
            let fits = s.shapes.iter().filter(|shape| (0.5..=2.2).contains(*shape)).count();
            println!(
                "{:>8} {name:<12} {:>6} {:>6} {:>9} {:>7} {:>10.0} {:>7.1} {:>9.1} {:>8}",
                band,
                s.graphs,
                s.faults,
                s.crossings,
                s.bends,
                s.length,
                s.area / 1e6,
                s.time.as_secs_f64() * 1000.0 / s.graphs.max(1) as f64,
                fits
            );
        }
        println!(
            "{:>8} best / plain: crossings {:.2}, length {:.2} (right) {:.2} (down)",
            band,
            ours.crossings as f64 / right.crossings.max(1) as f64,
            ours.length / right.length,
            ours.length / down.length
        );
    }
}

/// Prints how far elements move when one label, or one flow, changes.
fn stability() {
    let mut moves = [(); 3].map(|()| Vec::new());
    for edit in 0..50_u64 {
        let graph = system(edit, 12 + edit as usize / 2);
        let mut dice = Dice::new(edit + 1000);
        let mut changed = graph.clone();
        match edit % 3 {
            0 => {
                let at = dice.below(changed.edges.len());
                let size = Size { width: 95.0, height: 18.0 };
                (changed.edges[at].label, changed.edges[at].label_down) = (Some(size), Some(size));
            }
            1 => {
                let (a, b) = (dice.below(graph.nodes.len()), dice.below(graph.nodes.len()));
                flow(&mut changed, &mut dice, a, b);
            }
            _ => {
                changed.edges.remove(dice.below(graph.edges.len()));
            }
        }
        let place = |g: &Graph| best::lay_out(&Elk::new(), g, None).expect("there is a layout").placed;
        moves[edit as usize % 3].push(moved(&place(&graph), &place(&changed)));
    }
    let told = |what: &str, moves: &mut Vec<f64>| {
        moves.sort_by(f64::total_cmp);
        let still = moves.iter().filter(|far| **far < 30.0).count();
        println!(
            "{} edits ({what}): an element moves by {:.0} (median of medians), quarter {:.0}, three quarters {:.0}; in \
             {still} less than 30",
            moves.len(),
            moves[moves.len() / 2],
            moves[moves.len() / 4],
            moves[moves.len() * 3 / 4]
        );
    };
    told("all", &mut moves.concat());
    for (what, moves) in ["another label", "a further flow", "a flow less"].into_iter().zip(&mut moves) {
        told(what, moves);
    }
}

/// The median of how far elements moved, after the pictures are laid on each other.
fn moved(before: &Placed, after: &Placed) -> f64 {
    let median = |mut list: Vec<f64>| {
        list.sort_by(f64::total_cmp);
        list[list.len() / 2]
    };
    let pairs = || before.nodes.iter().zip(&after.nodes);
    let dx = median(pairs().map(|(a, b)| b.x - a.x).collect());
    let dy = median(pairs().map(|(a, b)| b.y - a.y).collect());
    median(pairs().map(|(a, b)| (b.x - a.x - dx).hypot(b.y - a.y - dy)).collect())
}

fn times() {
    let mut criterion = Criterion::default().sample_size(10);
    for count in [12, 30, 60, 100] {
        let graph = system(2, count);
        let alone = plain(&graph);
        criterion.bench_function(&format!("plain, {count} elements"), |b| {
            b.iter(|| Elk::new().lay_out(black_box(&alone)));
        });
        criterion.bench_function(&format!("best, {count} elements"), |b| {
            b.iter(|| best::lay_out(&Elk::new(), black_box(&graph), None));
        });
    }
}
