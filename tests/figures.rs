//! Figures beside the diagrams. Each `tests/figures/*.tm` is a model, with the figures that it gives
//! beside it; `changes` holds two states of one and what is drawn of the difference.
//! `TRUSTLINE_BLESS=1` writes them anew. The catalog is a small one, so that the cases do not change
//! with the real one.
#![cfg(feature = "elk")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/large.rs"]
mod large;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use trustline::analysis::{Analysis, analyse};
use trustline::catalog::Catalog;
use trustline::catalog::edition::from_text;
use trustline::compare::{Snapshot, compare};
use trustline::layout::text::{Font, Ruler, Weight};
use trustline::layout::{Point, Rect};
use trustline::model::{Entry, Model, read, resolve, resolve_with};
use trustline::render::png::png;
use trustline::render::svg::svg;
use trustline::scene::figure::Group;
use trustline::scene::figures::{Figure, changes};
use trustline::scene::palette::Role;
use trustline::scene::{Anchor, Scene, Words};
use trustline::source::{Disk, Memory};
use trustline::syntax::tree::Date;
use trustline::theme::{LEAST, Theme, contrast};

fn catalog() -> Arc<Catalog> {
    let (catalog, diagnostics, _) = from_text("test", &[("catalog.tm", include_str!("support/paths.tm"))]);
    assert!(diagnostics.is_empty(), "{diagnostics:#?}");
    Arc::new(catalog)
}

fn analysed(model: Model) -> (Model, Analysis) {
    let analysis = analyse(&model, Date::new(2026, 10, 1).unwrap());
    (model, analysis)
}

/// A model of the small catalog.
fn small(text: &str) -> (Model, Analysis) {
    let files = Memory::new([("m.tm", text)]);
    let read = read(&files, Entry::File(Path::new("m.tm")), None);
    let resolved = resolve_with(&read, catalog());
    let all = || read.diagnostics.iter().chain(&resolved.diagnostics);
    assert!(!all().any(|d| d.is_error()), "{:#?}", all().collect::<Vec<_>>());
    analysed(resolved.model)
}

/// All figures of a model; none may fail.
fn figures(model: &Model, analysis: &Analysis) -> Vec<Figure> {
    let (all, failed) = trustline::scene::figures::figures(model, analysis).unwrap();
    assert!(failed.is_empty(), "{failed:#?}");
    all
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn models(name: &str) -> Vec<PathBuf> {
    let files = std::fs::read_dir(folder(name)).unwrap().map(|e| e.unwrap().path());
    let mut out: Vec<PathBuf> = files.filter(|p| p.extension().is_some_and(|e| e == "tm")).collect();
    out.sort();
    out
}

/// The figures of all cases, of all cases of paths, and of all examples.
fn all() -> Vec<(String, Figure)> {
    let mut out = Vec::new();
    let mut add = |path: &Path, (model, analysis): (Model, Analysis)| {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        out.extend(figures(&model, &analysis).into_iter().map(|f| (format!("{name}.{}", f.name), f)));
    };
    for path in models("tests/figures").iter().chain(&models("tests/paths")) {
        add(path, small(&std::fs::read_to_string(path).unwrap()));
    }
    for path in models("examples") {
        let read = read(&Disk, Entry::File(&path), None);
        add(&path, analysed(resolve(&read).model));
    }
    out.push(("changes".into(), difference()));
    out
}

fn difference() -> Figure {
    let state = |name: &str| {
        let path = folder("tests/figures/changes").join(name);
        let (model, analysis) = small(&std::fs::read_to_string(path).unwrap());
        Snapshot::of(&model, &analysis)
    };
    let (old, new) = (state("old.tm"), state("new.tm"));
    changes(&old, &new, &compare(&old, &new), &catalog()).unwrap()
}

/// Compares with the file, or writes it where `TRUSTLINE_BLESS` is set.
fn golden(path: &Path, figure: &Figure) {
    let text = svg(&figure.scene);
    if std::env::var_os("TRUSTLINE_BLESS").is_some_and(|v| v == "1") {
        std::fs::write(path, &text).unwrap();
    }
    let expected = std::fs::read_to_string(path).unwrap_or_default();
    assert!(expected == text, "{} is not as expected; TRUSTLINE_BLESS=1 writes it anew", path.display());
}

#[test]
fn cases_are_drawn_as_beside_them() {
    let mut seen = Vec::new();
    for path in models("tests/figures") {
        let (model, analysis) = small(&std::fs::read_to_string(&path).unwrap());
        for figure in figures(&model, &analysis) {
            golden(&path.with_extension(format!("{}.svg", figure.name)), &figure);
            seen.push(figure.name);
        }
    }
    golden(&folder("tests/figures/changes/picture.svg"), &difference());
    for name in ["matrix", "stride", "atlas", "tree-low", "tree-client", "supply"] {
        assert!(seen.iter().any(|n| n == name), "no case has a `{name}`");
    }
}

#[test]
fn nothing_is_wrong_with_any() {
    let all = all();
    assert!(all.len() > 30, "{}", all.len());
    for (name, figure) in all {
        assert!(figure.faults.is_empty() && figure.missing.is_empty(), "{name}: {:#?}", figure.faults);
        let Scene { width, height, .. } = figure.scene;
        assert!(width > 100.0 && height > 100.0 && !figure.title.is_empty(), "{name}");
        assert!(figure.about.ends_with('.') && !figure.scene.description.is_empty(), "{name}");
        assert!(png(&svg(&figure.scene), 1.0).unwrap().starts_with(b"\x89PNG"), "{name}");
    }
}

fn boxes(scene: &Scene, class: &str) -> Vec<Rect> {
    let groups = scene.groups.iter().filter(|g| g.class.starts_with(class));
    groups.filter_map(|g| g.boxes.first()).map(|b| b.rect).collect()
}

/// By what is drawn, not by what was laid out: boxes stand apart, and no line of a tree runs through one.
#[test]
fn boxes_and_lines_keep_apart() {
    let mut trees = 0;
    let all = all();
    for (name, figure) in &all {
        for class in ["tree-", "heat-cell"] {
            let boxes = boxes(&figure.scene, class);
            for (i, a) in boxes.iter().enumerate() {
                assert!(boxes.iter().skip(i + 1).all(|b| !a.overlaps(b, 0.5)), "{name}: {a:?}");
            }
        }
        let boxes = boxes(&figure.scene, "tree-");
        for line in figure.scene.groups.iter().filter(|g| g.class == "tree-arrow").flat_map(|g| &g.lines) {
            trees += 1;
            for pair in line.points.windows(2) {
                let ([a, b], thin) = ([pair[0], pair[1]], 1.0);
                assert!((a.x - b.x).abs() < thin || (a.y - b.y).abs() < thin, "{name}: {a:?} {b:?}");
                let (x, y) = (a.x.min(b.x), a.y.min(b.y));
                let way =
                    Rect { x, y, width: (a.x - b.x).abs().max(0.1), height: (a.y - b.y).abs().max(0.1) };
                assert!(boxes.iter().all(|r| !r.grown(-1.0).overlaps(&way, 0.0)), "{name}: {way:?}");
            }
        }
    }
    assert!(trees > 50, "{trees}");
    let cells = |name: &str| {
        let (_, figure) = all.iter().find(|(n, _)| n == name).unwrap();
        boxes(&figure.scene, "heat-cell").len()
    };
    assert_eq!((cells("ways.atlas"), cells("ways.matrix"), cells("ways.stride")), (3, 50, 18));
}

fn font(words: &Words) -> Font {
    match words.weight {
        Weight::Regular => Font::regular(words.size),
        Weight::SemiBold => Font::semi_bold(words.size),
    }
}

/// Words stay in the box that they stand in, and in the picture, in a viewer without the font too.
#[test]
fn words_stay_where_they_belong() {
    let ruler = Ruler::new().unwrap();
    let span = |w: &Words| {
        let wide = ruler.width(&w.text, font(w));
        let left = match w.anchor {
            Anchor::Start => w.at.x,
            Anchor::Middle => w.at.x - wide / 2.0,
            Anchor::End => w.at.x - wide,
        };
        (left, left + wide)
    };
    for (name, figure) in all() {
        let scene = &figure.scene;
        for words in scene.groups.iter().flat_map(|g| &g.words).chain(&scene.words) {
            let (left, right) = span(words);
            assert!(left >= 0.0 && right <= scene.width, "{name}: {}", words.text);
            assert!(words.at.y > 0.0 && words.at.y < scene.height, "{name}: {}", words.text);
        }
        for group in scene.groups.iter().filter(|g| !g.boxes.is_empty()) {
            let around = group.boxes[0].rect;
            for words in &group.words {
                let (left, right) = span(words);
                let inside = left >= around.x && right <= around.right() + 0.5;
                assert!(inside && words.at.y < around.bottom(), "{name}: {} in {around:?}", words.text);
            }
        }
    }
}

/// What words of a group stand on.
fn ground(group: &Group, at: Point) -> Role {
    let on = Rect { x: at.x, y: at.y - 3.0, width: 0.0, height: 0.0 };
    let under = group.boxes.iter().rev().filter(|b| b.rect.holds(&on, 0.0));
    under.filter_map(|b| b.fill).next().unwrap_or(Role::Paper)
}

#[test]
fn words_can_be_read_on_what_they_stand_on() {
    let mut pairs = std::collections::BTreeSet::new();
    for (_, figure) in all() {
        for group in &figure.scene.groups {
            pairs.extend(group.words.iter().map(|w| (w.role, ground(group, w.at))));
        }
        pairs.extend(figure.scene.words.iter().map(|w| (w.role, Role::Paper)));
        pairs.extend(figure.scene.labels.iter().flat_map(|l| &l.words).map(|w| (w.role, Role::Paper)));
        for b in &figure.scene.boundaries {
            pairs.extend(std::iter::once(&b.name).chain(&b.note).map(|w| (w.role, b.trust.tint())));
        }
        let elements = figure.scene.elements.iter().flat_map(|e| &e.words);
        pairs.extend(elements.flat_map(|w| [(w.role, Role::FillOwn), (w.role, Role::FillExternal)]));
    }
    assert!(pairs.len() > 15, "{pairs:?}");
    for (words, ground) in pairs {
        for theme in Theme::built_in() {
            for &mode in theme.follows.modes() {
                let ratio = contrast(theme.colour(words, mode), theme.colour(ground, mode));
                let of = &theme.name;
                assert!(ratio >= LEAST, "{of}: {words:?} on {ground:?}, {mode:?}: {ratio:.2}");
            }
        }
    }
}

/// Each way of a tree can be read from its own box: from there one box leads down to the next.
#[test]
fn shared_steps_keep_each_way_its_own() {
    let (model, analysis) = small(&std::fs::read_to_string(folder("tests/figures/ways.tm")).unwrap());
    let figure = figures(&model, &analysis).into_iter().find(|f| f.name == "tree-low").unwrap();
    let nodes: Vec<(&Group, Rect)> = figure
        .scene
        .groups
        .iter()
        .filter(|g| g.class.starts_with("tree-") && !g.boxes.is_empty())
        .map(|g| (g, g.boxes[0].rect))
        .collect();
    let at = |p: Point| {
        let point = Rect { x: p.x, y: p.y, width: 0.0, height: 0.0 };
        nodes.iter().position(|(_, r)| r.grown(1.0).holds(&point, 0.0)).unwrap()
    };
    let arrows: Vec<(usize, usize)> = figure
        .scene
        .groups
        .iter()
        .filter(|g| g.class == "tree-arrow")
        .map(|g| (at(g.lines[0].points[0]), at(*g.lines[0].points.last().unwrap())))
        .collect();
    let under = |from: usize| arrows.iter().filter(|(a, _)| *a == from).map(|(_, b)| *b).collect::<Vec<_>>();
    let mut ways = 0;
    for (i, (group, _)) in nodes.iter().enumerate() {
        match group.class.as_str() {
            "tree-way" | "tree-step" => assert_eq!(under(i).len(), 1, "{}", group.title),
            "tree-start" => assert!(under(i).is_empty()),
            _ => {}
        }
        if group.class == "tree-way" {
            ways += 1;
            let mut at = i;
            while nodes[at].0.class != "tree-start" {
                at = under(at)[0];
            }
        }
    }
    assert!(ways >= 3, "{ways}");
    let shared = (0..nodes.len()).filter(|n| arrows.iter().filter(|(_, b)| b == n).count() > 1).count();
    assert!(shared >= 1, "no step is shared");
    // What a control holds is calm, and so is the line that leads on from there.
    let held = nodes.iter().position(|(g, _)| g.title.contains("held by Prompt guard")).unwrap();
    let line = figure.scene.groups.iter().filter(|g| g.class == "tree-arrow").find(|g| {
        let last = *g.lines[0].points.last().unwrap();
        at(last) == held
    });
    assert_eq!(line.unwrap().lines[0].role, Role::LineLight);
}

/// Hostile words in every field come out as words, and nothing leaves its box.
#[test]
fn hostile_words_are_inert() {
    let evil = "</title><script>alert(1)</script>]]>'{{ 7*7 }}&\u{202e} 検索検索検索検索検索検索検索 🙂🙂 aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    let mut text = std::fs::read_to_string(folder("tests/figures/ways.tm")).unwrap();
    for label in [
        "Notes",
        "Visitor",
        "Cloud",
        "Front desk",
        "Side door",
        "Index",
        "Beginner",
        "Two doors",
        "TLP:GREEN",
    ] {
        text = text.replace(&format!("\"{label}\""), &format!("\"{evil}\""));
    }
    let (model, analysis) = small(&text);
    let state = Snapshot::of(&model, &analysis);
    let nothing = Snapshot::nothing(&state);
    let mut all = figures(&model, &analysis);
    all.push(changes(&nothing, &state, &compare(&nothing, &state), &catalog()).unwrap());
    assert!(all.len() >= 5);
    for figure in all {
        let text = svg(&figure.scene);
        assert!(!text.contains("<script") && !text.contains("</title><") && !text.contains('\u{202e}'));
        let allowed = ["svg", "title", "desc", "style", "rect", "path", "text", "g"];
        for tag in text.split('<').skip(1) {
            let name: String =
                tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
            assert!(allowed.contains(&name.as_str()), "<{name}> is not in the profile");
        }
        assert!(figure.faults.is_empty(), "{:#?}", figure.faults);
        assert!(figure.scene.width < 3_000.0, "{}: {}", figure.name, figure.scene.width);
    }
}

/// However large a model is, its figures stay of a size that can be read.
#[test]
fn large_models_have_figures_of_a_page() {
    let attackers: String = (0..40)
        .map(|i| format!("attacker a{i} {{ from: [e0_{i}], wants: [b{}, e9_99] }}\n", i % 10))
        .collect();
    let (model, analysis) = small(&format!("{}{attackers}", large::large(1_000, 1_500)));
    let all = figures(&model, &analysis);
    let trees = all.iter().filter(|f| f.name.starts_with("tree-")).count();
    assert!((1..=16).contains(&trees), "{trees}");
    for figure in all {
        let Scene { width, height, .. } = figure.scene;
        assert!(width < 4_000.0 && height < 4_000.0, "{}: {width} x {height}", figure.name);
        assert!(figure.faults.is_empty(), "{}: {:?}", figure.name, figure.faults);
    }
}

/// What is not drawn is counted: boxes of ways and counts come to all that are known.
#[test]
fn ways_that_are_not_drawn_are_counted() {
    let (model, analysis) = small(&std::fs::read_to_string(folder("tests/figures/wide.tm")).unwrap());
    let figure = figures(&model, &analysis).into_iter().find(|f| f.name == "tree-burglar").unwrap();
    let of = |class: &'static str| figure.scene.groups.iter().filter(move |g| g.class == class);
    let counted: usize =
        of("tree-more").map(|g| g.title.split_whitespace().next().unwrap().parse::<usize>().unwrap()).sum();
    let known: usize = analysis.paths.attacks[0].iter().map(|w| w.ways.len()).sum();
    assert!(counted > 0 && of("tree-goal").count() == 3, "{counted}");
    assert_eq!(of("tree-way").count() + counted, known);
    assert!(figure.scene.groups.iter().filter(|g| g.class.starts_with("tree-")).count() < 100);
}
