//! Which pictures a model gets and what is in them: cases in `tests/views`, each with what its
//! pictures show beside it as text (`TRUSTLINE_BLESS=1` writes it), and what holds for any model.
//! Nothing here asks where a part stands, so hardly any picture is laid out.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/cases.rs"]
mod cases;
#[path = "support/findings.rs"]
mod findings;
#[path = "support/world.rs"]
mod world;

use findings::Found;
use proptest::prelude::*;
use std::collections::{BTreeSet, HashSet};
use std::fmt::Write as _;
use std::path::Path;
use trustline::analysis::ThreatTarget;
use trustline::catalog::Family;
use trustline::layout::Measure;
use trustline::layout::Page;
use trustline::model::responses::RiskLevel;
use trustline::model::{ElementId, FlowId, Model};
use trustline::scene::draft::{Draft, DraftElement};
use trustline::scene::draw::draft;
use trustline::scene::lines::Line;
use trustline::scene::sheets::{Subject, find};
use trustline::scene::{Level, Painter, Sheet, Sort, sheets};
use world::World;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn level(severity: RiskLevel) -> Level {
    match severity {
        RiskLevel::Low => Level::Low,
        RiskLevel::Medium => Level::Medium,
        RiskLevel::High => Level::High,
        RiskLevel::Critical => Level::Critical,
    }
}

/// What a picture shows, as text: frames and boxes, then lines.
fn told(sheet: &Sheet, draft: &Draft) -> String {
    let name = if sheet.name.is_empty() { "-" } else { &sheet.name };
    let mut out = format!("== {name}: {}\n", draft.title);
    draft.lines.iter().for_each(|l| writeln!(out, "   {l}").unwrap());
    if !sheet.about.is_empty() {
        writeln!(out, "   ({})", sheet.about).unwrap();
    }
    if let Some(direction) = draft.direction {
        writeln!(out, "   runs {direction:?}").unwrap();
    }
    if let Some(page) = draft.page {
        writeln!(out, "   fits {} by {}", page.width, page.height).unwrap();
    }
    frame(draft, None, 1, &mut out);
    for f in &draft.flows {
        let arrow = if f.both { "<->" } else { "->" };
        let ends = |e: usize| draft.elements[e].id.as_str();
        write!(out, "  {} {arrow} {}", ends(f.source), ends(f.target)).unwrap();
        if !f.label.is_empty() {
            write!(out, " \"{}\"", f.label).unwrap();
        }
        if let Some(mark) = &f.mark {
            let letters: String = mark.letters.iter().collect();
            write!(out, " ({} {letters} {})", mark.number, mark.level.words()).unwrap();
        }
        if f.crosses {
            out.push_str(" crosses");
        }
        if f.ids.len() > 1 {
            write!(out, " [{}]", f.ids.join(" ")).unwrap();
        }
        out.push('\n');
    }
    out
}

fn frame(draft: &Draft, parent: Option<usize>, depth: usize, out: &mut String) {
    let pad = "  ".repeat(depth);
    for e in draft.elements.iter().filter(|e| e.parent == parent) {
        let sort = match e.sort {
            Sort::Element => String::new(),
            Sort::Folded { elements, .. } => format!(" folded {elements}"),
            Sort::Stub => " beyond".to_owned(),
        };
        let open = e.open.map_or(String::new(), |(l, n)| format!(" {n} open, {}", l.words()));
        let more = if e.more > 0 { format!(" +{}", e.more) } else { String::new() };
        writeln!(out, "{pad}[{}] {} ({}){sort}{open}{more}", e.id, e.name, e.caption).unwrap();
    }
    for (i, b) in draft.boundaries.iter().enumerate().filter(|(_, b)| b.parent == parent) {
        writeln!(out, "{pad}{}: {} ({})", b.id, b.name, b.note).unwrap();
        frame(draft, Some(i), depth + 1, out);
    }
}

fn drafts(found: &Found) -> Vec<(Sheet, Draft, Vec<Line>)> {
    let all = sheets(&found.model, &found.analysis);
    let one = |sheet: Sheet| {
        let (draft, lines) = draft(&found.model, &found.analysis, &sheet);
        (sheet, draft, lines)
    };
    all.into_iter().map(one).collect()
}

#[test]
fn pictures_show_what_they_should() {
    let bless = std::env::var_os("TRUSTLINE_BLESS").is_some();
    let mut wrong = Vec::new();
    let cases = cases::models_in(&root().join("tests/views"));
    assert!(cases.len() >= 4);
    for path in cases {
        let name = cases::name_of(&path);
        let found = Found::of_file(&path).expect_good(&name);
        let shown: Vec<String> = drafts(&found).iter().map(|(sheet, draft, _)| told(sheet, draft)).collect();
        let shown = shown.join("\n");
        holds(&found, &name);
        let beside = path.with_extension("txt");
        if bless {
            std::fs::write(&beside, &shown).unwrap();
        } else if std::fs::read_to_string(&beside).unwrap_or_default() != shown {
            wrong.push(format!("{name}:\n{shown}"));
        }
    }
    assert!(wrong.is_empty(), "not as expected:\n{}", wrong.join("\n"));
}

/// What holds for the pictures of any model.
fn holds(found: &Found, what: &str) {
    let (model, analysis) = (&found.model, &found.analysis);
    let all = drafts(found);
    let mut seen: HashSet<FlowId> = HashSet::new();
    let mut drawn: HashSet<ElementId> = HashSet::new();
    let mut names = BTreeSet::new();
    for (sheet, draft, lines) in &all {
        let what = format!("{what}, {}", sheet.name);
        assert!(names.insert(sheet.name.to_lowercase()), "{what}: a name is there twice");
        let fit = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
        assert!(sheet.name.chars().all(fit) && sheet.name.len() < 80, "{what}: no name for a file");
        assert_eq!(draft.flows.len(), lines.len());
        for (flow, line) in draft.flows.iter().zip(lines) {
            let ends = [flow.source, flow.target].map(|e| draft.elements.get(e));
            assert!(ends.iter().all(Option::is_some), "{what}: {} lacks an end", flow.id);
            let ids: BTreeSet<&str> =
                line.parts.iter().map(|p| model.flow(p.flow).unwrap().id.as_str()).collect();
            assert_eq!(ids, flow.ids.iter().map(String::as_str).collect(), "{what}: flows of a line");
            let crosses = line.parts.iter().any(|p| analysis.crossing(p.flow).is_some());
            assert_eq!(flow.crosses, crosses, "{what}: {} is drawn as heavy as its flows", flow.id);
            seen.extend(line.parts.iter().map(|p| p.flow));
        }
        for b in &draft.boundaries {
            let holds = |e: &DraftElement| {
                let mut next = e.parent;
                while let Some(p) = next {
                    if draft.boundaries[p].id == b.id {
                        return true;
                    }
                    next = draft.boundaries[p].parent;
                }
                false
            };
            let whole = sheet.subject == Subject::Whole;
            assert!(whole || draft.elements.iter().any(holds), "{what}: {} holds nothing", b.id);
        }
        for e in draft.elements.iter().filter(|e| e.sort == Sort::Element) {
            drawn.insert(model.find_element(&e.id).unwrap());
        }
        match &sheet.subject {
            Subject::View(index) => {
                let shown = &analysis.views[*index];
                let elements =
                    draft.elements.iter().filter(|e| shown.element(model.find_element(&e.id).unwrap()));
                assert_eq!(elements.count(), draft.elements.len(), "{what}: only what is shown");
                for part in lines.iter().flat_map(|l| &l.parts) {
                    let flow = model.flow(part.flow).unwrap();
                    assert!(shown.element(flow.source) && shown.element(flow.target), "{what}: {}", flow.id);
                }
            }
            Subject::Whole | Subject::Overview(_) => nothing_is_lost(found, draft, lines, &what),
            Subject::Part(..) => {}
        }
    }
    assert_eq!(seen.len(), model.flows.len(), "{what}: every flow is in some picture");
    assert_eq!(drawn.len(), model.elements.len(), "{what}: every element is in some picture");
}

/// The picture of all of a model shows each open threat at least as bad as it is: on a mark of its
/// flow, or on the box that its part stands in.
fn nothing_is_lost(found: &Found, draft: &Draft, lines: &[Line], what: &str) {
    let model = &found.model;
    let box_of = |e: ElementId| draft.elements.iter().find(|b| holds_element(model, b, e)).unwrap();
    for t in found.analysis.unsettled() {
        let worst = level(t.residual.severity());
        let shown = match t.target {
            ThreatTarget::Element(e) => box_of(e).open.map(|(l, _)| l),
            ThreatTarget::Flow(f) => {
                let on_marks = draft
                    .flows
                    .iter()
                    .zip(lines)
                    .filter(|(_, line)| line.parts.iter().any(|p| p.flow == f))
                    .filter_map(|(flow, _)| flow.mark.as_ref().map(|m| m.level))
                    .filter(|_| t.family() == Family::Stride);
                let flow = model.flow(f).unwrap();
                let at_ends =
                    [flow.source, flow.target].into_iter().filter_map(|e| box_of(e).open.map(|(l, _)| l));
                on_marks.chain(at_ends).max()
            }
            // Frames have no sign.
            ThreatTarget::Boundary(_) | ThreatTarget::Model => continue,
        };
        assert!(shown.is_some_and(|l| l >= worst), "{what}: {} is {worst:?}, shown {shown:?}", t.id);
    }
}

fn holds_element(model: &Model, drawn: &DraftElement, e: ElementId) -> bool {
    match drawn.sort {
        Sort::Element => model.find_element(&drawn.id) == Some(e),
        Sort::Folded { .. } => match model.find_boundary(&drawn.id) {
            Some(b) => model.around(e).contains(&b),
            None => {
                let e = model.element(e).unwrap();
                e.boundary.is_none() && drawn.id == format!("outside:{}", e.trust)
            }
        },
        Sort::Stub => false,
    }
}

/// A model as text, from numbers: boundaries in one another, elements in and outside of them, flows
/// of all sorts.
fn model(depths: &[u8], places: &[u16], flows: &[(u16, u16, u8)]) -> String {
    let mut out =
        String::from("model \"Random\" { catalog: 2026.1 }\nprompts ask\nanswers reply { from: [ask] }\n");
    // The boundary around each boundary: one of those before it, or none.
    let parent =
        |i: usize| if depths[i] == 0 { None } else { (i as u8).checked_rem(depths[i]).map(usize::from) };
    let parent = |i: usize| parent(i).filter(|p| *p < i);
    let at: Vec<Option<usize>> = places
        .iter()
        .map(|p| usize::from(*p) % (depths.len() + 1))
        .map(|p| (p < depths.len()).then_some(p))
        .collect();
    fn put(
        i: usize,
        n: usize,
        parent: &dyn Fn(usize) -> Option<usize>,
        at: &[Option<usize>],
        out: &mut String,
    ) {
        let trust = ["internal", "restricted", "partner"][i % 3];
        writeln!(out, "boundary b{i} \"Boundary {i}\" {{ trust: {trust}").unwrap();
        elements(Some(i), at, out);
        for inner in (i + 1..n).filter(|j| parent(*j) == Some(i)) {
            put(inner, n, parent, at, out);
        }
        out.push_str("}\n");
    }
    fn elements(of: Option<usize>, at: &[Option<usize>], out: &mut String) {
        for (e, _) in at.iter().enumerate().filter(|(_, at)| **at == of) {
            let kinds = match of {
                None => ["end_user", "public_web", "model_provider", "model_hub"],
                Some(_) => ["llm", "rag_store", "web_app", "agent"],
            };
            writeln!(out, "{} e{e} \"Element {e}\"", kinds[e % 4]).unwrap();
        }
    }
    for i in (0..depths.len()).filter(|i| parent(*i).is_none()) {
        put(i, depths.len(), &parent, &at, &mut out);
    }
    elements(None, &at, &mut out);
    for (i, (a, b, sort)) in flows.iter().enumerate() {
        let n = places.len();
        let (a, b, c) = (usize::from(*a) % n, usize::from(*b) % n, usize::from(a.wrapping_mul(7) ^ b) % n);
        let block = match sort % 4 {
            0 => "{ sends: [ask], returns: [reply] }".to_owned(),
            1 => format!("{{ writes: [ask], via: [e{c}] }}"),
            _ => "{ sends: [ask] }".to_owned(),
        };
        let arrow = if sort % 7 == 0 && a != b { "<->" } else { "->" };
        writeln!(out, "e{a} {arrow} e{b} as f{i} \"flow {i}\" {block}").unwrap();
    }
    writeln!(out, "view by_focus {{ focus: [e0], depth: 2, exclude: [any agent] }}").unwrap();
    writeln!(out, "view by_severity {{ include: [severity:high], exclude: [any rag_store] }}").unwrap();
    writeln!(out, "view by_kind {{ include: [any web_app, any flow] }}").unwrap();
    out
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_model_is_drawn_in_full(
        depths in prop::collection::vec(0u8..6, 0..9),
        places in prop::collection::vec(0u16..1000, 1..70),
        flows in prop::collection::vec((0u16..1000, 0u16..1000, 0u8..100), 0..110),
    ) {
        let text = model(&depths, &places, &flows);
        let found = Found::of_text(&text).expect_good(&text);
        holds(&found, &text);
    }
}

#[test]
fn large_models_are_divided() {
    // Twenty boundaries with ten elements each, in five with four each, and forty parts outside.
    let mut text = String::from("model \"Large\" { catalog: 2026.1 }\nprompts ask\n");
    for outer in 0..5 {
        writeln!(text, "boundary o{outer} {{ trust: internal").unwrap();
        for inner in 0..4 {
            writeln!(text, "boundary i{outer}_{inner} {{").unwrap();
            (0..10).for_each(|e| writeln!(text, "llm e{outer}_{inner}_{e}").unwrap());
            text.push_str("}\n");
        }
        text.push_str("}\n");
    }
    (0..40).for_each(|e| {
        writeln!(text, "end_user u{e}\nu{e} -> e{}_{}_{} {{ sends: [ask] }}", e % 5, e % 4, e % 10).unwrap();
    });
    let found = Found::of_text(&text).expect_good("large");
    holds(&found, "large");
    let all = drafts(&found);
    let (overview, draft, _) = &all[0];
    assert!(matches!(overview.subject, Subject::Overview(_)));
    assert!(draft.elements.len() <= 25, "{} boxes", draft.elements.len());
    let users = draft.elements.iter().find(|e| e.id == "outside:untrusted").unwrap();
    assert_eq!(users.caption, "untrusted, 40 elements");
    for (sheet, draft, _) in &all {
        let own = draft.elements.iter().filter(|e| e.sort != Sort::Stub).count();
        assert!(own <= 40, "{} has {own} boxes", sheet.name);
    }
    let names: Vec<&str> = all.iter().map(|(s, _, _)| s.name.as_str()).collect();
    // A boundary is followed by those in it.
    assert!(names.windows(2).any(|w| w == ["o0", "i0_0"]), "{names:?}");
    assert!(names.contains(&"outside-untrusted"));
    assert!(find(&sheets(&found.model, &found.analysis), "overview").is_some());
}

#[test]
fn small_models_have_one_picture() {
    let found = Found::of_file(&root().join("examples/rag-public.tm")).expect_good("rag-public");
    let all = sheets(&found.model, &found.analysis);
    assert_eq!(all.len(), 1);
    assert_eq!(all[0], Sheet::whole(&found.model));
    assert!(find(&all, "overview").is_none() && find(&all, "").is_none());
}

/// A page that many boxes would not fit is no better with one box for nearly all of them.
#[test]
fn what_can_not_be_divided_is_drawn_as_it_is() {
    let mut text = String::from("prompts ask\nboundary all { trust: internal\n");
    (0..30).for_each(|e| writeln!(text, "llm e{e}").unwrap());
    text.push_str("}\nend_user u\nu -> e0 { sends: [ask] }\n");
    let found = Found::of_text(&text).expect_good("flat");
    let all = sheets(&found.model, &found.analysis);
    assert_eq!(all.iter().map(|s| &s.subject).collect::<Vec<_>>(), [&Subject::Whole]);
    holds(&found, "flat");
}

fn views() -> World {
    let case = |name: &str| std::fs::read_to_string(root().join("tests/views").join(name)).unwrap();
    World::new().write("folded.tm", case("folded.tm")).write("focus.tm", case("focus.tm"))
}

#[test]
fn every_picture_has_its_file_and_a_page_links_them() {
    let world = views();
    let ran = world.run(&["build", "folded.tm", "-o", "out", "--format", "svg,html,md"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    let files: Vec<&str> = ran.out.lines().map(|l| l.trim_start_matches("out/")).collect();
    let pictures =
        ["folded.svg", "folded.front.svg", "folded.Back.svg", "folded.front-2.svg", "folded.upper.svg"];
    for name in pictures {
        assert!(files.contains(&name), "{name} in {files:?}");
    }
    let read = |name: &str| std::fs::read_to_string(world.path().join("out").join(name)).unwrap();
    for name in files.iter().filter(|f| f.ends_with(".svg")) {
        assert!(!read(name).contains("<a ") && !read(name).contains("href"), "{name} has a link");
    }
    let page = read("folded.html");
    // The page has the risk matrix as tables with links.
    let count = files.iter().filter(|f| f.ends_with(".svg") && **f != "folded.matrix.svg").count();
    assert_eq!(page.matches("<figure class=\"picture").count(), count);
    // The folded box `upper` leads to its diagram, which has its title.
    let upper =
        files.iter().filter(|f| f.ends_with(".svg")).position(|f| *f == "folded.upper.svg").unwrap() + 1;
    assert!(page.contains(&format!("<a href=\"#picture_{upper}\" aria-label=\"Upper, ")), "{upper}");
    assert!(page.contains(&format!("id=\"picture_{upper}\"")));
    let text = read("folded.md");
    assert!(text.contains("### Picture: Upper\n") && text.contains("](./folded.upper.svg)"), "{text}");
    assert!(text.contains("Where **calls** come in."), "what a boundary is about stands at its diagram");
}

#[test]
fn two_models_do_not_write_one_picture() {
    let world = views().write("focus.near.tm", "end_user a\nweb_app b\na -> b\n");
    let ran = world.run(&["build", "focus.tm", "focus.near.tm", "-o", "out", "--format", "svg"]);
    ran.fails_with(&["two files would be written as", "focus.near.svg", "different folders"]);
    assert!(!world.entries().contains(&"out".to_owned()));
}

#[test]
fn the_layout_of_a_view_can_be_had() {
    let world = views();
    let ids = |arguments: &[&str], list: &str| -> Vec<String> {
        let ran = world.run(arguments);
        assert_eq!(ran.status, 0, "{}", ran.err);
        let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
        let list = json[list].as_array().unwrap();
        list.iter().map(|n| n["id"].as_str().unwrap().to_owned()).collect()
    };
    let near = ["export", "focus.tm", "--to", "layout", "--view", "near"];
    assert_eq!(ids(&near, "nodes"), ["chat", "index", "crawler"]);
    assert_eq!(ids(&near, "clusters"), ["cloud", "app", "far"]);
    assert_eq!(ids(&near, "edges"), ["chat->index", "crawler->index"]);
    let whole = ["export", "folded.tm", "--to", "layout"];
    assert_eq!(ids(&whole, "nodes").len(), 27, "nothing is folded unless a picture is named");
    let overview = ["export", "folded.tm", "--to", "layout", "--view", "overview"];
    assert!(ids(&overview, "nodes").contains(&"upper".to_owned()));
    // Each flow of a bundle is listed, with the line that it is on.
    let ran = world.run(&overview);
    let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let on = |id: &str| {
        let edges = json["edges"].as_array().unwrap();
        edges.iter().find(|e| e["id"] == id).unwrap_or_else(|| panic!("{id}")).clone()
    };
    assert_eq!(on("f0->u0")["line"], on("f1->u0")["line"]);
    assert!(on("f0->u0").get("label").is_some() && on("f1->u0").get("label").is_none());
    let back = |id: &str| on(id)["points"].as_array().unwrap().iter().rev().cloned().collect::<Vec<_>>();
    assert_eq!(&back("u1->f2"), on("f0->u0")["points"].as_array().unwrap(), "against the line");

    let ran = world.run(&["export", "focus.tm", "--to", "layout", "--view", "neer"]);
    ran.fails_with(&["there is no picture `neer`", "did you mean `near`?"]);
}

/// The side of the smallest page that holds a picture, by the page's shape.
fn side(measure: &Measure, page: Page) -> f64 {
    (measure.width / page.width).max(measure.height / page.height)
}

#[test]
fn a_view_fits_its_page() {
    let text = std::fs::read_to_string(root().join("examples/mlops-platform.tm")).unwrap();
    let found =
        Found::of_text(&format!("{text}view stands {{ page: portrait }}\nview lies {{ page: screen }}\n"));
    let all = sheets(&found.model, &found.analysis);
    let painter = Painter::new().unwrap();
    let drawn = |name: &str| {
        let drawing = painter.draw(&found.model, &found.analysis, find(&all, name).unwrap()).unwrap();
        drawing.composed.measure
    };
    let (stands, lies) = (drawn("stands"), drawn("lies"));
    assert!(side(&stands, Page::PORTRAIT) <= side(&lies, Page::PORTRAIT));
    assert!(side(&lies, Page::SCREEN) < side(&stands, Page::SCREEN), "{lies:?}, {stands:?}");
}

/// Wishes are kept, whichever way round they are; both ways can't be by chance.
#[test]
fn parts_stand_as_a_view_wishes() {
    let text = "prompts ask\nend_user a\nboundary all { trust: internal\nweb_app b; llm c; rag_store d; agent e }\n\
                a -> b { sends: [ask] }\nb -> c { sends: [ask] }\nb -> d { sends: [ask] }\nb -> e { sends: [ask] }\n";
    let wishes = [
        "beside: [c, d]",
        "beside: [d, c]",
        "above: [c, d]",
        "above: [d, c]",
        "above: [e, c, d]",
        "beside: [d, e, c]",
    ];
    let mut views = String::new();
    for (i, wish) in wishes.iter().enumerate() {
        writeln!(views, "view v{i} {{ {wish} }}").unwrap();
    }
    let found = Found::of_text(&format!("{text}{views}")).expect_good("wishes");
    let all = sheets(&found.model, &found.analysis);
    let painter = Painter::new().unwrap();
    for (i, wish) in wishes.iter().enumerate() {
        let sheet = find(&all, &format!("v{i}")).unwrap();
        let drawing = painter.draw(&found.model, &found.analysis, sheet).unwrap();
        assert_eq!(drawing.draft.hints.len(), wish.matches(',').count());
        let lost: Vec<_> =
            drawing.draft.hints.iter().filter(|h| !h.is_kept(&drawing.composed.placed)).collect();
        assert!(lost.is_empty() && drawing.composed.measure.unmet == 0, "{wish}: {lost:?}");
        assert!(drawing.composed.measure.faults.is_empty(), "{wish}");
    }
}

#[test]
fn examples_hold() {
    for path in cases::models_in(&root().join("examples"))
        .into_iter()
        .chain(cases::models_in(&root().join("tests/published")))
    {
        let name = cases::name_of(&path);
        holds(&Found::of_file(&path).expect_good(&name), &name);
    }
}
