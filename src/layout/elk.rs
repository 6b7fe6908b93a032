//! The layered layout of the Eclipse Layout Kernel, through its port `elkrs`.
//!
//! It is the one family of algorithms that routes lines between nested frames without drawing
//! them through others. The port takes and gives ELK's JSON; what it gives has three traps, all
//! handled here: places of nodes count from their frame, places of lines and their labels from
//! the innermost frame around both ends, and bad input may panic instead of failing.

use elkrs::core::engine::RecursiveGraphLayoutEngine;
use elkrs::core::json::{JsonExporter, JsonImporter};
use serde_json::{Map, Value, json};

use super::engine::{Engine, LayoutError, validate, verify};
use super::graph::{Direction, Graph, Options, Placed, Placement, Point, Rect, Route, Size, straightened};
use super::guard::guarded;
use super::strategy::{Cycles, Layers, Text};
use super::title::{self, Sides, TITLE_GAP, TITLE_INSET, TITLE_ROOM};

const NAME: &str = "elk";

/// From the last turn of a line to its end.
const HEAD_ROOM: f64 = 17.0;

/// The engine. It holds nothing and may be shared between threads.
#[derive(Clone, Copy, Debug, Default)]
pub struct Elk;

impl Elk {
    /// The engine.
    pub fn new() -> Elk {
        Elk
    }
}

impl Engine for Elk {
    fn name(&self) -> &'static str {
        NAME
    }

    fn lay_out(&self, graph: &Graph) -> Result<Placed, LayoutError> {
        validate(graph)?;
        if graph.nodes.is_empty() && graph.clusters.is_empty() {
            return Ok(Placed { direction: graph.options.direction, ..Placed::default() });
        }
        // Lines that come from above run through a frame's title band. Where they leave no room
        // for the words, the frame gets some at its sides and all is laid out again.
        let mut sides = vec![Sides::default(); graph.clusters.len()];
        let mut round = 0;
        loop {
            let input = write(graph, &sides);
            let output = guarded(NAME, || run(&input))?;
            let (placed, lacks) = read(graph, &output)
                .ok_or(LayoutError::Unsound { name: NAME, what: "its answer cannot be read".to_owned() })?;
            round += 1;
            if round < graph.options.patience && lacks.iter().any(Sides::lacks) {
                for (side, lack) in sides.iter_mut().zip(&lacks) {
                    side.left += lack.left;
                    side.right += lack.right;
                }
                continue;
            }
            verify(graph, &placed, NAME)?;
            return Ok(placed);
        }
    }
}

fn run(input: &Value) -> Result<Value, String> {
    // The value goes in as it is: through text, serde_json would refuse more than 62 nested frames.
    let mut elk = elkrs::core::Elk::new();
    elkrs::alg_layered::provider::register(&mut elk.options, &mut elk.algorithms);
    let mut graph = JsonImporter::new(&elk.options).import_graph(input)?;
    RecursiveGraphLayoutEngine::new(&elk.algorithms).layout(&mut graph)?;
    Ok(JsonExporter::new(&elk.options).export(&graph))
}

/// The graph as ELK's JSON. Ids are made of numbers: names in a model never reach the engine.
fn write(graph: &Graph, sides: &[Sides]) -> Value {
    let mut inner: Vec<Vec<Value>> = vec![Vec::new(); graph.clusters.len()];
    let mut top: Vec<Value> = Vec::new();
    let mut put = |inner: &mut Vec<Vec<Value>>, parent: Option<usize>, value: Value| match parent
        .and_then(|p| inner.get_mut(p))
    {
        Some(list) => list.push(value),
        None => top.push(value),
    };
    for (index, node) in graph.nodes.iter().enumerate() {
        let value = json!({
            "id": format!("n{index}"), "width": node.width, "height": node.height,
            // Side by side: stacked ones would run through each other's labels.
            "layoutOptions": { "elk.layered.edgeRouting.selfLoopOrdering": "SEQUENCED" },
        });
        put(&mut inner, node.parent, value);
    }
    // Innermost first, so that a frame's list is complete when it is put into the next.
    let mut order: Vec<(usize, usize)> =
        (0..graph.clusters.len()).map(|index| (graph.chain(Some(index)).len(), index)).collect();
    order.sort_by_key(|&(depth, index)| (std::cmp::Reverse(depth), index));
    for (_, index) in order {
        let Some(cluster) = graph.clusters.get(index) else { continue };
        let children = inner.get_mut(index).map(std::mem::take).unwrap_or_default();
        let pad = graph.options.padding;
        let more = sides.get(index).copied().unwrap_or_default();
        let (left, right) = (pad + more.left, pad + more.right);
        let band = band(cluster.title_height);
        let note = if cluster.note_width > 0.0 { TITLE_GAP + cluster.note_width } else { 0.0 };
        let width = (cluster.title_width + note + 2.0 * TITLE_INSET).max(2.0 * pad);
        let height = band + 2.0 * pad;
        let empty = children.is_empty();
        // The port takes the least size of a frame in its own, turned coordinates where lines run
        // down; that of an empty one, which is a node to it, as it stands.
        let least = match graph.options.direction {
            Direction::Down if !empty => Size { width: height, height: width },
            _ => Size { width, height },
        };
        let mut own = spacing(&graph.options);
        for (key, value) in [
            ("elk.padding", format!("[top={},left={left},bottom={pad},right={right}]", band.max(pad))),
            ("elk.nodeSize.constraints", "MINIMUM_SIZE".to_owned()),
            ("elk.nodeSize.minimum", format!("({}, {})", least.width, least.height)),
        ] {
            own.insert(key.to_owned(), value.into());
        }
        let mut value = json!({ "id": format!("c{index}"), "children": children, "layoutOptions": own });
        if empty && let Some(object) = value.as_object_mut() {
            object.insert("width".to_owned(), json!(width));
            object.insert("height".to_owned(), json!(height));
        }
        put(&mut inner, cluster.parent, value);
    }
    let edges: Vec<Value> = graph
        .edges
        .iter()
        .enumerate()
        .map(|(index, edge)| {
            let labels: Vec<Value> = edge
                .label_for(graph.options.direction)
                .map(|Size { width, height }| {
                    json!({
                        "id": format!("l{index}"), "text": "x", "width": width, "height": height,
                        "layoutOptions": { "elk.edgeLabels.inline": "true", "elk.edgeLabels.placement": "CENTER" },
                    })
                })
                .into_iter()
                .collect();
            json!({
                "id": format!("e{index}"),
                "sources": [format!("n{}", edge.source)],
                "targets": [format!("n{}", edge.target)],
                "labels": labels,
            })
        })
        .collect();
    json!({ "id": "root", "layoutOptions": options(&graph.options), "children": top, "edges": edges })
}

/// Height of a title's band, with the room above and below.
fn band(title_height: f64) -> f64 {
    if title_height > 0.0 { title_height + 2.0 * TITLE_ROOM } else { 0.0 }
}

fn options(o: &Options) -> Value {
    let direction = match o.direction {
        Direction::Right => "RIGHT",
        Direction::Down => "DOWN",
    };
    let placement = match o.placement {
        Placement::BrandesKoepf => "BRANDES_KOEPF",
        Placement::NetworkSimplex => "NETWORK_SIMPLEX",
        Placement::LinearSegments => "LINEAR_SEGMENTS",
    };
    let of = o.strategy;
    let cycles = match of.cycles {
        Cycles::Few => "GREEDY",
        Cycles::FewByText => "GREEDY_MODEL_ORDER",
    };
    let layers = match of.layers {
        Layers::Short => "NETWORK_SIMPLEX",
        Layers::Early => "LONGEST_PATH_SOURCE",
        Layers::Late => "LONGEST_PATH",
        Layers::Narrow => "COFFMAN_GRAHAM",
    };
    let order = match of.text {
        Text::Free => "NONE",
        Text::Both => "NODES_AND_EDGES",
        Text::Nodes => "PREFER_NODES",
        Text::Edges => "PREFER_EDGES",
    };
    let seed = o.seed.wrapping_add(of.luck).max(1);
    let mut map = spacing(o);
    for (key, value) in [
        ("elk.algorithm", "layered".into()),
        ("elk.direction", direction.into()),
        ("elk.hierarchyHandling", "INCLUDE_CHILDREN".into()),
        ("elk.edgeRouting", "ORTHOGONAL".into()),
        ("elk.padding", "[top=0,left=0,bottom=0,right=0]".into()),
        ("elk.randomSeed", seed.to_string().into()),
        ("elk.layered.mergeHierarchyEdges", "false".into()),
        ("elk.layered.thoroughness", o.thoroughness.clamp(1, 100).to_string().into()),
        ("elk.layered.nodePlacement.strategy", placement.into()),
        ("elk.layered.cycleBreaking.strategy", cycles.into()),
        ("elk.layered.layering.strategy", layers.into()),
        ("elk.layered.considerModelOrder.strategy", order.into()),
        ("elk.layered.nodePlacement.favorStraightEdges", "true".into()),
    ] {
        map.insert(key.to_owned(), value);
    }
    for (wanted, key, value) in [
        (of.together, "elk.layered.crossingMinimization.hierarchicalSweepiness", "1.0"),
        (of.swap, "elk.layered.crossingMinimization.greedySwitchHierarchical.type", "ONE_SIDED"),
        (of.back, "elk.layered.feedbackEdges", "true"),
        (of.hubs, "elk.layered.highDegreeNodes.treatment", "true"),
    ] {
        if wanted {
            map.insert(key.to_owned(), value.into());
        }
    }
    Value::Object(map)
}

/// The gaps. They are not handed down: every frame needs them anew.
fn spacing(o: &Options) -> Map<String, Value> {
    let text = |v: f64| Value::String(v.to_string());
    let mut map = Map::new();
    for (key, value) in [
        ("elk.spacing.nodeNode", text(o.node_gap)),
        ("elk.spacing.componentComponent", text(o.node_gap)),
        ("elk.layered.spacing.nodeNodeBetweenLayers", text(o.layer_gap)),
        ("elk.spacing.edgeNode", text(o.edge_node_gap)),
        // Behind its last turn a line needs room for its head.
        ("elk.layered.spacing.edgeNodeBetweenLayers", text(o.edge_node_gap.max(HEAD_ROOM))),
        ("elk.spacing.edgeEdge", text(o.edge_gap)),
        ("elk.layered.spacing.edgeEdgeBetweenLayers", text(o.edge_gap)),
        ("elk.spacing.edgeLabel", text(4.0)),
        ("elk.spacing.nodeSelfLoop", text(o.edge_node_gap)),
    ] {
        map.insert(key.to_owned(), value);
    }
    map
}

fn read(graph: &Graph, output: &Value) -> Option<(Placed, Vec<Sides>)> {
    let mut nodes: Vec<Option<Rect>> = vec![None; graph.nodes.len()];
    let mut clusters: Vec<Option<Rect>> = vec![None; graph.clusters.len()];
    // A stack and not recursion: the depth is the model's to choose.
    let mut open: Vec<(&Value, Point)> = vec![(output, Point::default())];
    let mut lines: Vec<&Value> = Vec::new();
    while let Some((value, origin)) = open.pop() {
        // The lines come back in the innermost frame around both ends, wherever they were given.
        lines.extend(value.get("edges").and_then(Value::as_array).into_iter().flatten());
        for child in value.get("children").and_then(Value::as_array).into_iter().flatten() {
            let rect = rect(child, origin)?;
            let (kind, index) = child.get("id")?.as_str()?.split_at_checked(1)?;
            let index: usize = index.parse().ok()?;
            let list = if kind == "n" { &mut nodes } else { &mut clusters };
            *list.get_mut(index)? = Some(rect);
            open.push((child, Point { x: rect.x, y: rect.y }));
        }
    }
    let nodes: Vec<Rect> = nodes.into_iter().collect::<Option<_>>()?;
    let frames: Vec<Rect> = clusters.into_iter().collect::<Option<_>>()?;
    let mut routes: Vec<Option<Route>> = vec![None; graph.edges.len()];
    for value in lines {
        let index: usize = value.get("id")?.as_str()?.get(1..)?.parse().ok()?;
        let edge = graph.edges.get(index)?;
        let around = |node: usize| graph.chain(graph.nodes.get(node).and_then(|n| n.parent));
        let outer = around(edge.target);
        let common = around(edge.source).into_iter().find(|c| outer.contains(c));
        let origin = common
            .and_then(|c| frames.get(c))
            .map_or(Point::default(), |frame| Point { x: frame.x, y: frame.y });
        let section = value.get("sections")?.as_array()?.first()?;
        let bends = section.get("bendPoints").and_then(Value::as_array).into_iter().flatten();
        let corners = std::iter::once(section.get("startPoint")?)
            .chain(bends)
            .chain(std::iter::once(section.get("endPoint")?));
        let points = corners.map(|p| point(p, origin)).collect::<Option<Vec<_>>>()?;
        let label = match value.get("labels").and_then(Value::as_array).and_then(|l| l.first()) {
            Some(label) => Some(rect(label, origin)?),
            None => None,
        };
        *routes.get_mut(index)? = Some(Route { points: straightened(points), label });
    }
    let edges: Vec<Route> = routes.into_iter().collect::<Option<_>>()?;
    let (clusters, lacks) = graph
        .clusters
        .iter()
        .zip(&frames)
        .map(|(cluster, &frame)| {
            let size = Size { width: cluster.title_width, height: cluster.title_height };
            title::seat(frame, size, cluster.note_width, &edges)
        })
        .unzip();
    let mut placed =
        Placed { nodes, clusters, edges, width: 0.0, height: 0.0, direction: graph.options.direction };
    placed.settle();
    Some((placed, lacks))
}

fn number(value: &Value, key: &str) -> Option<f64> {
    value.get(key)?.as_f64()
}

fn point(value: &Value, origin: Point) -> Option<Point> {
    Some(Point { x: origin.x + number(value, "x")?, y: origin.y + number(value, "y")? })
}

fn rect(value: &Value, origin: Point) -> Option<Rect> {
    let Point { x, y } = point(value, origin)?;
    Some(Rect { x, y, width: number(value, "width")?, height: number(value, "height")? })
}
