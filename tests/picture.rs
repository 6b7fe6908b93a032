//! Pictures: from a draft to SVG and PNG.
#![cfg(feature = "elk")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

use std::path::Path;

use trustline::layout::elk::Elk;
use trustline::layout::text::Ruler;
use trustline::layout::{Direction, Placed};
use trustline::render::png::{MAX_PIXELS, PngError, png};
use trustline::render::svg::svg;
use trustline::scene::compose::{Composed, compose};
use trustline::scene::draft::{Draft, DraftBoundary, DraftElement, DraftFlow, Mark};
use trustline::scene::{Icon, Level, Shape, Trust};

fn boundary(id: &str, name: &str, trust: Trust, note: &str, parent: Option<usize>) -> DraftBoundary {
    DraftBoundary { id: id.into(), name: name.into(), trust, note: note.into(), parent }
}

fn element(id: &str, name: &str, caption: &str, shape: Shape, icon: &str, parent: usize) -> DraftElement {
    DraftElement {
        id: id.into(),
        name: name.into(),
        kind: caption.replace(' ', "_"),
        caption: caption.into(),
        shape,
        icon: icon.into(),
        parent: Some(parent),
        ..DraftElement::default()
    }
}

fn flow(
    source: usize,
    target: usize,
    label: &str,
    mark: Option<(usize, &str, Level)>,
    both: bool,
) -> DraftFlow {
    let mark = mark.map(|(number, letters, level)| Mark {
        number: format!("{number}"),
        letters: letters.chars().collect(),
        level,
    });
    DraftFlow {
        id: format!("{source}->{target}"),
        source,
        target,
        label: label.into(),
        crosses: mark.is_some(),
        mark,
        both,
        title: format!("{source} to {target}: {label}"),
        ..DraftFlow::default()
    }
}

/// A small assistant: the picture of the README's size.
fn assistant() -> Draft {
    Draft {
        id: "assistant".into(),
        title: "Documentation assistant".into(),
        lines: vec!["version 2.1 · 4 crossings · 14 open threats, 3 high · appetite: low".into()],
        description: "A visitor asks questions that a pipeline answers with a hosted model.".into(),
        marking: Some("TLP:AMBER".into()),
        boundaries: vec![
            boundary("internet", "Internet", Trust::Untrusted, "untrusted", None),
            boundary("cloud", "Cloud account", Trust::Internal, "internal", None),
            boundary("app", "Application VPC", Trust::Restricted, "restricted", Some(1)),
            boundary("vendor", "Model vendor", Trust::Partner, "partner", None),
        ],
        elements: vec![
            element("visitor", "Visitor", "anonymous user", Shape::External, "user", 0),
            element("web", "Public web", "public web", Shape::External, "globe", 0),
            element("waf", "Gateway", "gateway", Shape::Process, "gateway", 1),
            element("chat", "Haystack pipeline", "inference API", Shape::Process, "message", 2),
            element("index", "Vector index", "RAG store", Shape::Store, "database-search", 2),
            element("llm", "Hosted LLM", "model provider", Shape::External, "llm", 3),
        ],
        flows: vec![
            flow(0, 2, "question", Some((1, "STED", Level::High)), false),
            flow(2, 3, "", Some((2, "SE", Level::Medium)), false),
            flow(1, 4, "crawled pages", Some((3, "TE", Level::Critical)), false),
            flow(3, 5, "augmented prompt", Some((4, "TI", Level::Calm)), true),
            flow(3, 4, "query / passages", None, true),
        ],
        ..Draft::default()
    }
}

/// A platform of the size that one page holds.
fn platform() -> Draft {
    let b = boundary;
    let e = element;
    use Level::{Calm, High, Low, Medium};
    use Shape::{External, Process, Store};
    Draft {
        id: "platform".into(),
        title: "Machine learning platform".into(),
        lines: vec!["version 0.4 · 9 crossings · 31 open threats, 6 high".into()],
        description: "Teams train models on a shared cluster and serve them.".into(),
        boundaries: vec![
            b("teams", "Team workstations", Trust::Partner, "partner", None),
            b("net", "Internet", Trust::Untrusted, "untrusted", None),
            b("cluster", "Kubernetes cluster", Trust::Internal, "internal", None),
            b("train", "Training namespace", Trust::Internal, "internal", Some(2)),
            b("serve", "Serving namespace", Trust::Restricted, "restricted", Some(2)),
            b("data", "Data platform", Trust::Restricted, "restricted", None),
        ],
        elements: vec![
            e("scientist", "Data scientist", "developer", External, "users", 0),
            e("notebook", "Notebooks", "notebook server", Process, "notebook", 0),
            e("client", "Client application", "end user", External, "user", 1),
            e("hub", "Public model hub", "model hub", External, "package", 1),
            e("orch", "Workflow orchestrator", "orchestrator", Process, "queue", 2),
            e("job", "Training jobs", "training job", Process, "flask", 3),
            e("gpu", "GPU pool", "accelerator", Process, "gpu", 3),
            e("registry", "Model registry", "model registry", Store, "registry", 2),
            e("endpoint", "Prediction endpoint", "inference API", Process, "api", 4),
            e("model", "Model container", "model server", Process, "container", 4),
            e("monitor", "Monitoring dashboard", "dashboard", Process, "chart", 2),
            e("features", "Feature store", "feature store", Store, "database", 5),
            e("lake", "Data lake", "data lake", Store, "database", 5),
            e("logs", "Audit log", "log store", Store, "log", 5),
        ],
        flows: vec![
            flow(0, 1, "code", None, false),
            flow(1, 4, "pipeline runs", Some((1, "STE", High)), false),
            flow(3, 5, "base models", Some((2, "TE", High)), false),
            flow(4, 5, "start", None, false),
            flow(5, 6, "tensors", None, true),
            flow(12, 11, "aggregates", None, false),
            flow(11, 5, "features", Some((3, "TI", Medium)), false),
            flow(5, 7, "weights", Some((4, "T", Medium)), false),
            flow(7, 9, "release", Some((5, "TE", Calm)), false),
            flow(2, 8, "prediction request", Some((6, "SRTIDE", High)), false),
            flow(8, 9, "", None, true),
            flow(8, 11, "look-up", Some((7, "I", Low)), false),
            flow(9, 10, "metrics", Some((8, "RD", Low)), false),
            flow(10, 4, "retrain", None, false),
            flow(4, 13, "events", Some((9, "R", Medium)), false),
            flow(1, 12, "ad hoc queries", Some((10, "SI", Medium)), false),
        ],
        ..Draft::default()
    }
}

fn composed(draft: &Draft) -> Composed {
    compose(draft, &Ruler::new().unwrap(), &Elk::new()).unwrap()
}

/// Compares with the file, or writes it where `TRUSTLINE_BLESS` is set.
fn golden(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/picture").join(name);
    if std::env::var_os("TRUSTLINE_BLESS").is_some() {
        std::fs::write(&path, text).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap();
    assert!(expected == text, "{name} is not as expected; TRUSTLINE_BLESS=1 writes it anew");
}

#[test]
fn the_assistant_is_drawn_as_expected() {
    golden("assistant.svg", &svg(&composed(&assistant()).scene));
}

#[test]
fn the_platform_is_drawn_as_expected() {
    golden("platform.svg", &svg(&composed(&platform()).scene));
}

#[test]
fn a_scene_survives_json() {
    let scene = composed(&assistant()).scene;
    let text = serde_json::to_string(&scene).unwrap();
    assert!(text.contains("trust-untrusted"), "roles are names");
    let back: trustline::scene::Scene = serde_json::from_str(&text).unwrap();
    assert_eq!(svg(&back), svg(&scene));
}

#[test]
fn the_png_has_its_words() {
    let scene = composed(&assistant()).scene;
    let text = svg(&scene);
    let whole = png(&text, 1.0).unwrap();
    assert_eq!(&whole[1..4], b"PNG");
    let (width, height) = (&whole[16..20], &whole[20..24]);
    assert_eq!(u32::from_be_bytes(width.try_into().unwrap()), scene.width as u32);
    assert_eq!(u32::from_be_bytes(height.try_into().unwrap()), scene.height as u32);
    // Without its fonts, resvg drops text and says nothing: the words must make a difference.
    let mut silent = scene.clone();
    silent.words.clear();
    assert!(whole.len() > png(&svg(&silent), 1.0).unwrap().len() + 2000);
}

#[test]
fn too_many_pixels_are_refused_in_words() {
    let text = svg(&composed(&assistant()).scene);
    let error = png(&text, 50.0).unwrap_err();
    let PngError::TooLarge { width, height, limit, fits } = error else { panic!("{error}") };
    assert!(width * height > limit && limit == MAX_PIXELS && fits < 50.0 && fits > 1.0);
    assert!(png(&text, f64::NAN).is_err() && png(&text, 0.0).is_err() && png(&text, -1.0).is_err());
    let words = png(&text, 50.0).unwrap_err().to_string();
    assert!(words.contains("64 million") && words.contains("scale"), "{words}");
    assert!(png("<svg", 1.0).is_err());
}

/// Hostile words in every field come out as words.
#[test]
fn hostile_text_is_inert() {
    let evil = "</title><script>alert(1)</script>]]>\"'{{ 7*7 }}&\u{0}\u{202e}\n<a href=\"x\">";
    let mut draft = assistant();
    draft.id = evil.into();
    draft.title = evil.into();
    draft.lines = vec![evil.into()];
    draft.description = evil.into();
    draft.marking = Some(evil.into());
    for b in &mut draft.boundaries {
        (b.id, b.name, b.note) = (evil.into(), evil.into(), evil.into());
    }
    for e in &mut draft.elements {
        (e.id, e.name, e.kind, e.caption) = (evil.into(), evil.into(), evil.into(), evil.into());
        e.icon = Icon::File(format!("<svg xmlns='http://www.w3.org/2000/svg'><script>{evil}</script></svg>"));
    }
    for f in &mut draft.flows {
        (f.id, f.label, f.title) = (evil.into(), evil.into(), evil.into());
        f.mark.iter_mut().for_each(|m| m.letters = evil.chars().take(6).collect());
    }
    let text = svg(&composed(&draft).scene);
    assert!(!text.contains("<script") && !text.contains("<a ") && !text.contains("</title><"));
    assert!(!text.contains('\u{202e}') && !text.contains('\u{0}'));
    assert!(text.contains("&lt;script&gt;"));
    // It is XML with nothing in it but what the profile allows.
    let allowed = ["svg", "title", "desc", "style", "rect", "path", "text", "g"];
    for tag in text.split('<').skip(1) {
        let name: String =
            tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
        assert!(allowed.contains(&name.as_str()), "<{name}> is not in the profile");
    }
    assert!(!text.contains("href") || text.contains("&lt;a href="));
    png(&text, 1.0).unwrap();
}

/// Every line of text of an element stands in it, in a font a fifth wider than Inter.
#[test]
fn words_stay_in_their_boxes() {
    for draft in [assistant(), platform()] {
        let ruler = Ruler::new().unwrap();
        for element in composed(&draft).scene.elements {
            for words in &element.words {
                let font = trustline::layout::text::Font { size: words.size, weight: words.weight };
                let right = words.at.x + ruler.width(&words.text, font);
                assert!(right <= element.rect.right(), "{} in {}", words.text, element.id);
                assert!(words.at.y < element.rect.bottom() && words.at.y > element.rect.y);
            }
        }
    }
}

#[test]
fn marks_and_places_agree_with_the_scene() {
    let Composed { scene, placed, missing, .. } = composed(&assistant());
    let Placed { nodes, clusters, edges, width, height, .. } = &placed;
    assert_eq!((nodes.len(), clusters.len(), edges.len()), (6, 4, 5));
    assert_eq!((*width, *height), (scene.width, scene.height));
    for (element, rect) in scene.elements.iter().zip(nodes) {
        assert_eq!(element.rect, *rect);
    }
    for crossing in &scene.crossings {
        let flow = scene.flows.iter().position(|f| f.id == crossing.id).unwrap();
        let label = edges[flow].label.unwrap();
        assert!(label.holds(&crossing.rect, 0.5));
        // A mark stands beside the frames, never on one.
        for cluster in clusters {
            let frame = cluster.rect;
            assert!(frame.holds(&crossing.rect, 0.0) || !frame.overlaps(&crossing.rect, 0.0));
        }
    }
    assert!(missing.is_empty());
    let mut draft = assistant();
    draft.elements[0].name = "訪問者".into();
    assert_eq!(composed(&draft).missing, vec!['訪', '問', '者']);
}

#[test]
fn small_and_odd_drafts_are_drawn() {
    let empty = composed(&Draft::default()).scene;
    assert!(empty.width > 0.0 && empty.height > 0.0 && !svg(&empty).contains("NaN"));
    let mut lonely = assistant();
    lonely.flows.clear();
    lonely.direction = Some(Direction::Down);
    assert!(!svg(&composed(&lonely).scene).contains("class=\"crossing\""));
    let mut dangling = assistant();
    dangling.flows[0].target = 99;
    assert!(compose(&dangling, &Ruler::new().unwrap(), &Elk::new()).is_err());
}

/// Writes the pictures as PNG into the folder that `TRUSTLINE_PICTURES` names, to be looked at.
#[test]
fn pictures_to_look_at() {
    for (name, draft) in [("assistant", assistant()), ("platform", platform())] {
        for direction in [None, Some(Direction::Right), Some(Direction::Down)] {
            let scene = composed(&Draft { direction, ..draft.clone() }).scene;
            let bytes = png(&svg(&scene), 1.5).unwrap();
            assert!(bytes.len() > 10_000);
            if let Some(folder) = std::env::var_os("TRUSTLINE_PICTURES") {
                let way = direction.map_or("best".to_owned(), |d| format!("{d:?}").to_lowercase());
                std::fs::write(Path::new(&folder).join(format!("{name}.{way}.png")), bytes).unwrap();
            }
        }
    }
}
