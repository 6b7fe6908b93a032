//! Themes: what is built in can be read in every sense, and what users write is checked with its place.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/world.rs"]
mod world;

use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use toml::de::{DeTable, DeValue};
use trustline::diagnostic::terminal;
use trustline::scene::palette::Role;
use trustline::source::{Disk, Memory};
use trustline::theme::{
    Colour, LEAST, Loaded, Mode, REPORT, SCHEMA, TEMPLATES, Theme, contrast, load, start,
};
use world::World;

fn root(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

const MODEL: &str = "end_user customer \"Customer\"\nboundary shop_zone \"Shop\" {\n  trust: internal\n  web_app shop \"Web shop\"\n}\n\
    customer -> shop \"order\" { sends: [order] }\norders order \"Order\"\n";

/// TOML as JSON, for the schema.
fn as_json(value: &DeValue<'_>) -> Value {
    match value {
        DeValue::String(s) => json!(s),
        DeValue::Integer(n) => json!(n.as_str().parse::<i64>().unwrap()),
        DeValue::Float(n) => json!(n.as_str().parse::<f64>().unwrap()),
        DeValue::Boolean(b) => json!(b),
        DeValue::Datetime(d) => json!(d.to_string()),
        DeValue::Array(list) => list.iter().map(|v| as_json(v.get_ref())).collect(),
        DeValue::Table(table) => table_json(table),
    }
}

fn table_json(table: &DeTable<'_>) -> Value {
    Value::Object(table.iter().map(|(k, v)| (k.get_ref().to_string(), as_json(v.get_ref()))).collect())
}

fn parsed(text: &str) -> Value {
    table_json(DeTable::parse(text).unwrap().get_ref())
}

fn schema() -> Value {
    serde_json::from_str(SCHEMA).unwrap()
}

fn built_in() -> Vec<&'static Theme> {
    Theme::built_in().collect()
}

/// A theme from texts in memory; its own file is `brand/theme.toml`.
fn from(text: &str) -> Loaded {
    let files = Memory::new([
        ("brand/theme.toml", text),
        ("brand/ends.css", "p { color: red } </STYLE><script>"),
        ("outside.css", "out"),
    ]);
    load(&files, "brand")
}

fn said(loaded: &Loaded) -> String {
    loaded.diagnostics.iter().map(|d| terminal::render(&loaded.sources, d, false)).collect()
}

#[test]
fn every_folder_is_built_in_and_silent() {
    let mut folders: Vec<String> = fs::read_dir(root("themes"))
        .unwrap()
        .map(|e| e.unwrap())
        .filter(|e| e.path().join("theme.toml").exists())
        .map(|e| e.file_name().to_string_lossy().into_owned())
        .collect();
    folders.sort();
    let mut names: Vec<&str> = built_in().iter().map(|t| t.name.as_str()).collect();
    assert_eq!(names[0], "default");
    names.sort_unstable();
    assert_eq!(folders, names);
    for name in names {
        // Read as a user's folder it is the same, and nothing is wrong with it.
        let loaded = load(&Disk, root("themes").join(name).to_str().unwrap());
        assert_eq!(said(&loaded), "", "{name}");
        let mut theme = loaded.theme;
        // The folder of the default theme holds the built-in templates, each under its name.
        let templates = std::mem::take(&mut theme.templates);
        if name == "default" {
            let built_in = TEMPLATES.iter().map(|(n, text)| ((*n).to_owned(), (*text).to_owned()));
            assert_eq!(templates, built_in.collect());
        } else {
            assert!(templates.is_empty(), "{name}");
        }
        assert_eq!(&theme, Theme::named(name).unwrap(), "{name}");
        assert!(theme.about.ends_with('.'));
    }
}

#[test]
fn every_file_is_valid_against_the_schema() {
    let validator = jsonschema::draft202012::new(&schema()).unwrap();
    let mut texts: Vec<(String, String)> = built_in()
        .iter()
        .map(|t| {
            let path = root("themes").join(&t.name).join("theme.toml");
            (t.name.clone(), fs::read_to_string(path).unwrap())
        })
        .collect();
    texts.push(("start".into(), start("brand")));
    for (name, text) in texts {
        let value = parsed(&text);
        let wrong: Vec<String> = validator.iter_errors(&value).map(|e| e.to_string()).collect();
        assert!(wrong.is_empty(), "{name}: {wrong:#?}");
    }
    // What the reader refuses, the schema refuses too.
    for case in ["colours", "numbers", "files"] {
        let text = fs::read_to_string(root("tests/themes").join(format!("{case}.toml"))).unwrap();
        let mut value = parsed(&text.replace("nan", "0"));
        for (table, keys) in value.as_object_mut().unwrap().clone() {
            // Each wrong line alone, so that one does not hide another.
            let Some(keys) = keys.as_object() else {
                assert!(!validator.is_valid(&json!({ &table: keys })), "{case}: {table}");
                continue;
            };
            for (key, one) in keys {
                let fine = [("report", "shade"), ("files", "extra")];
                let valid = validator.is_valid(&json!({ &table: { key: one } }));
                assert_eq!(valid, fine.contains(&(table.as_str(), key.as_str())), "{case}: {table}.{key}");
            }
        }
    }
}

/// The keys of the schema, of the reader and of the default theme are the same.
#[test]
fn schema_and_reader_know_the_same_keys() {
    let schema = schema();
    let default = parsed(&fs::read_to_string(root("themes/default/theme.toml")).unwrap());
    fn resolve<'v>(schema: &'v Value, at: &'v Value) -> &'v Value {
        match at["$ref"].as_str() {
            Some(to) => &schema["$defs"][to.rsplit('/').next().unwrap()],
            None => at,
        }
    }
    let mut leaves = 0;
    for (table, at) in schema["properties"].as_object().unwrap() {
        let at = resolve(&schema, at);
        let Some(keys) = at["properties"].as_object() else {
            let known = !default[table].is_null() || table == "extends";
            assert!(known, "{table} is not shown in the default theme");
            continue;
        };
        for (key, inner) in keys {
            let inner = resolve(&schema, inner);
            let known =
                !default[table][key].is_null() || (table.as_str(), key.as_str()) == ("files", "extra");
            assert!(known, "{table}.{key} is not shown in the default theme");
            if let Some(deep) = inner["properties"].as_object() {
                for key_of in deep.keys() {
                    assert!(!default[table][key][key_of].is_null(), "{table}.{key}.{key_of}");
                }
                leaves += deep.len();
            }
            leaves += 1;
        }
    }
    assert!(leaves > 80, "{leaves}");
    // The default theme is silent and valid, so every key of it is known to the reader and the schema; and
    // these know no more.
    let names = |v: &Value| v["properties"].as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    let mut roles: Vec<&str> = Role::ALL.iter().map(|r| r.name()).collect();
    let mut report = REPORT.to_vec();
    roles.sort_unstable();
    report.sort_unstable();
    let sorted = |mut v: Vec<String>| {
        v.sort();
        v
    };
    assert_eq!(sorted(names(&schema["properties"]["picture"])), roles);
    assert_eq!(sorted(names(&schema["properties"]["report"])), report);
    let extends: Vec<&str> = built_in().iter().map(|t| t.name.as_str()).collect();
    assert_eq!(schema["properties"]["extends"]["enum"], json!(extends));
}

#[test]
fn text_can_be_read_in_every_theme_and_mode() {
    for theme in built_in() {
        let seen = theme.seen();
        assert!(seen.len() > 100, "{}", theme.name);
        for s in seen {
            // The theme for weak eyes keeps the stricter measure of WCAG, 1.4.6.
            let least = if theme.name == "high-contrast" && s.least == LEAST { 7.0 } else { s.least };
            assert!(
                s.ratio >= least,
                "{}: {} on {}, {:?}: {:.2}",
                theme.name,
                s.what.name(),
                s.ground.name(),
                s.mode,
                s.ratio
            );
        }
    }
}

/// L*a*b* of a colour as eyes with all cones, or without one of them, see it. The matrices are those of
/// Machado, Oliveira and Fernandes, 2009, at full severity.
fn lab(colour: &Colour, missing: Option<usize>) -> [f64; 3] {
    const MISSING: [[[f64; 3]; 3]; 3] = [
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
    ];
    let light = colour.linear();
    let [r, g, b] = match missing {
        None => light,
        Some(cone) => MISSING[cone].map(|row| row.iter().zip(light).map(|(m, l)| m * l).sum()),
    }
    .map(|v: f64| v.clamp(0.0, 1.0));
    let f = |t: f64| if t > 0.008856 { t.cbrt() } else { 7.787 * t + 16.0 / 116.0 };
    let x = f((0.412_456_4 * r + 0.357_576_1 * g + 0.180_437_5 * b) / 0.95047);
    let y = f(0.212_672_9 * r + 0.715_152_2 * g + 0.072_175_0 * b);
    let z = f((0.019_333_9 * r + 0.119_192_0 * g + 0.950_304_1 * b) / 1.08883);
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// The least difference (ΔE of 1976) of any two of these roles, for any eyes.
fn nearest(theme: &Theme, mode: Mode, roles: &[Role]) -> f64 {
    let mut least = f64::MAX;
    for (i, a) in roles.iter().enumerate() {
        for b in &roles[i + 1..] {
            for missing in [None, Some(0), Some(1), Some(2)] {
                let (a, b) = (lab(theme.colour(*a, mode), missing), lab(theme.colour(*b, mode), missing));
                least = least.min(a.iter().zip(b).map(|(p, q)| (p - q).powi(2)).sum::<f64>().sqrt());
            }
        }
    }
    least
}

#[test]
fn colours_stay_apart_for_colour_blind_eyes() {
    use Role::*;
    let sets = [
        vec![TrustUntrusted, TrustPartner, TrustInternal, TrustRestricted],
        vec![SeverityCritical, SeverityHigh, SeverityMedium, SeverityLow, SeverityCalm],
    ];
    let theme = Theme::named("colour-blind").unwrap();
    for mode in [Mode::Light, Mode::Dark] {
        for set in &sets {
            let (own, usual) = (nearest(theme, mode, set), nearest(Theme::standard(), mode, set));
            assert!(own >= 20.0, "{mode:?} {set:?}: {own:.1}");
            // It is worth a theme: the usual colours come much nearer to one another.
            assert!(usual < 15.0, "{mode:?} {set:?}: {usual:.1}");
        }
    }
}

/// `tests/themes/NAME.toml` beside what is said of it.
#[test]
fn what_is_wrong_is_said_with_its_place() {
    let mut cases = 0;
    let mut paths: Vec<PathBuf> =
        fs::read_dir(root("tests/themes")).unwrap().map(|e| e.unwrap().path()).collect();
    paths.sort();
    for path in paths.iter().filter(|p| p.extension().is_some_and(|e| e == "toml")) {
        let loaded = from(&fs::read_to_string(path).unwrap());
        let got = said(&loaded);
        let beside = path.with_extension("txt");
        if std::env::var_os("TRUSTLINE_BLESS").is_some() {
            fs::write(&beside, &got).unwrap();
        }
        assert_eq!(got, fs::read_to_string(&beside).unwrap(), "{}", path.display());
        let warns = path.file_stem().unwrap() == "faint";
        assert_eq!(loaded.failed(), !warns, "{}", path.display());
        assert!(got.matches("--> brand/theme.toml:").count() >= loaded.diagnostics.len());
        cases += 1;
    }
    assert!(cases >= 6);
}

#[test]
fn what_is_left_out_is_inherited() {
    let of = |text: &str| {
        let loaded = from(text);
        assert_eq!(said(&loaded), "", "{text}");
        loaded.theme
    };
    let plain = Theme::standard();
    // But the name, which is that of the folder.
    let empty = of("");
    assert_eq!(empty.name, "brand");
    let mut same = empty.clone();
    same.name = "default".into();
    assert_eq!(same, *plain);
    let one = of("[picture]\nmuted = { light = \"#333333\" }\n");
    assert_eq!(one.colour(Role::Muted, Mode::Light).as_str(), "#333333");
    assert_eq!(one.colour(Role::Muted, Mode::Dark), plain.colour(Role::Muted, Mode::Dark));
    assert_eq!(one.frame(trustline::scene::Trust::Partner), plain.frame(trustline::scene::Trust::Partner));
    let over = of("extends = \"print\"\n[frame.partner]\nline = 3\n");
    let print = Theme::named("print").unwrap();
    assert_eq!(over.follows, print.follows);
    let frame = over.frame(trustline::scene::Trust::Partner);
    assert_eq!((frame.line, frame.band), (3.0, print.frame(trustline::scene::Trust::Partner).band));
    // A light colour without one for paper is that of paper, too.
    let page =
        of("[report]\nink = { light = \"#222222\" }\nlow = { light = \"#333333\", print = \"#000000\" }\n");
    assert_eq!(page.ink("ink", Mode::Print).as_str(), "#222222");
    assert_eq!(page.ink("low", Mode::Print).as_str(), "#000000");
    assert_eq!(page.ink("ink", Mode::Dark), plain.ink("ink", Mode::Dark));
}

#[test]
fn a_name_that_is_no_theme_is_said_and_nothing_is_written() {
    let w = World::new().write("m.tm", MODEL).write("empty/note.txt", "").write("latin/theme.toml", b"\xe9");
    for (theme, words) in [
        ("drak", ["there is no theme `drak`", "Did you mean `dark`?"]),
        ("nothing-like-it", ["there is no theme `nothing-like-it`", "`high-contrast`"]),
        ("empty", ["`empty` is no theme: it has no theme.toml", "trustline new --theme"]),
        ("latin", ["`latin/theme.toml` can't be read", "not UTF-8"]),
        ("m.tm", ["m.tm", "error[bad-theme]"]),
    ] {
        w.run(&["build", "m.tm", "--theme", theme]).fails_with(&words);
        assert!(!w.path().join("out").exists(), "{theme}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_does_not_lead_out_of_the_folder() {
    let w = World::new()
        .write("m.tm", MODEL)
        .write("secret.css", "body { color: red }")
        .write("brand/theme.toml", "[files]\nextra = \"more.css\"\n");
    std::os::unix::fs::symlink("../secret.css", w.path().join("brand/more.css")).unwrap();
    w.run(&["build", "m.tm", "--theme", "brand"])
        .fails_with(&["leads out of the theme's folder", "brand/theme.toml:2:9"]);
    assert!(!w.path().join("out").exists());
}

#[test]
fn warnings_of_a_theme_can_be_denied() {
    let w = World::new()
        .write("m.tm", MODEL)
        .write("brand/theme.toml", "[picture]\nmuted = { light = \"#98A2B3\" }\n");
    let built = w.run(&["build", "m.tm", "--theme", "brand"]);
    assert_eq!(built.status, 0, "{}", built.err);
    assert!(built.err.contains("warning[low-contrast]") && built.err.contains("`muted`"), "{}", built.err);
    let quiet = w.run(&["build", "m.tm", "--theme", "brand", "--allow", "low-contrast", "-o", "quiet"]);
    assert!(!quiet.err.contains("low-contrast"), "{}", quiet.err);
    let denied = w.run(&["build", "m.tm", "--theme", "brand", "--deny", "low-contrast", "-o", "denied"]);
    denied.fails_with(&["error[low-contrast]"]);
    assert!(!w.path().join("denied").exists());
}

#[test]
fn a_new_theme_shows_every_value_and_changes_nothing() {
    let loaded = from(&start("brand \"new\""));
    assert_eq!(said(&loaded), "");
    let mut plain = Theme::default();
    (plain.name, plain.about) = ("brand \"new\"".into(), "A theme of our own.".into());
    assert_eq!(loaded.theme, plain);

    let w = World::new().write("m.tm", MODEL);
    let made = w.run(&["new", "--theme", "looks/brand"]);
    let files = "looks/brand/theme.toml\nlooks/brand/theme.schema.json\n";
    assert_eq!((made.status, made.out.as_str(), made.err.as_str()), (0, files, ""));
    let built = w.run(&["build", "m.tm", "--theme", "looks/brand", "-o", "brand"]);
    assert_eq!(built.status, 0, "{}", built.err);
    w.run(&["build", "m.tm", "-o", "plain"]);
    for file in ["m.svg", "m.html", "m.png", "m.md"] {
        let read = |folder: &str| fs::read(w.path().join(folder).join(file)).unwrap();
        assert!(read("brand") == read("plain"), "{file}");
    }
    // What is there is kept, and the names that are taken are not given again.
    fs::write(w.path().join("looks/brand/theme.toml"), "# mine\n").unwrap();
    fs::remove_file(w.path().join("looks/brand/theme.schema.json")).unwrap();
    w.run(&["new", "--theme", "looks/brand"]).fails_with(&["theme.toml is there already, and is kept"]);
    assert_eq!(fs::read_to_string(w.path().join("looks/brand/theme.toml")).unwrap(), "# mine\n");
    assert!(!w.path().join("looks/brand/theme.schema.json").exists());
    w.run(&["new", "--theme", "print"]).fails_with(&["built-in theme", "our-print"]);
    w.run(&["new", "--theme", ".."]).fails_with(&["no name for a folder"]);
    assert_eq!(w.run(&["new", "--theme", "x", "--pattern", "rag"]).status, 2);
}

/// What a theme's own files say stands in the page and keeps its policy.
#[test]
fn a_theme_brings_a_sheet_of_its_own() {
    let w = World::new()
        .write("m.tm", MODEL)
        .write(
            "brand/theme.toml",
            "[files]\nextra = \"more.css\"\n[report]\nlink = { light = \"#5B21B6\" }\n",
        )
        .write("brand/more.css", "h1::after { content: \"✦\"; }");
    let built = w.run(&["build", "m.tm", "--theme", "brand", "--format", "html"]);
    assert_eq!((built.status, built.err.as_str()), (0, ""));
    let page = fs::read_to_string(w.path().join("out/m.html")).unwrap();
    assert!(page.contains("h1::after { content: \"✦\"; }") && page.contains("--link: #5B21B6;"));
    assert!(page.contains(".verdict {"), "the default sheet is there as well");
}

/// The help names what there is.
#[test]
fn help_names_every_theme() {
    let help = World::new().run(&["build", "--help"]).out;
    let page = trustline::diagnostic::Code::find("bad-theme").unwrap().page().markdown;
    for theme in built_in() {
        assert!(help.contains(&theme.name) && page.contains(&format!("`{}`", theme.name)), "{}", theme.name);
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(200))]

    /// Whatever stands in a theme's file, something can be said about it, with places in the file.
    #[test]
    fn reading_never_fails(at in 0usize..8000, cut in 0usize..60, text in "[\\[\\]{}=\"#'\\\\ \n,.0-9a-zé検🙂\u{0}-]{0,12}") {
        let plain = start("brand");
        let boundary = |mut i: usize| {
            i = i.min(plain.len());
            while !plain.is_char_boundary(i) {
                i -= 1;
            }
            i
        };
        let (from_, to) = (boundary(at), boundary(at + cut));
        let loaded = from(&format!("{}{text}{}", &plain[..from_], &plain[to..]));
        for d in &loaded.diagnostics {
            let span = d.primary.as_ref().expect("a place").span;
            proptest::prop_assert!(loaded.sources.get(span.file).is_some());
            proptest::prop_assert!(loaded.sources.get(span.file).unwrap().text.get(span.range()).is_some());
        }
        said(&loaded);
    }
}

/// All colours of an SVG, by how often they are used.
fn colours(svg: &str) -> BTreeMap<String, usize> {
    let mut out = BTreeMap::new();
    for (at, _) in svg.match_indices('#') {
        let code: String = svg[at..].chars().take(7).collect();
        // `#feedback` is no colour.
        let ends = !svg[at + code.len()..].starts_with(|c: char| c.is_ascii_alphanumeric());
        if ends && Colour::parse(&code).is_some() {
            *out.entry(code).or_default() += 1;
        }
    }
    out
}

#[test]
fn the_picture_for_print_needs_no_colour() {
    let w = World::new();
    let model = root("examples/rag-public.tm");
    let built = w.run(&["build", model.to_str().unwrap(), "--theme", "print", "--today", "2026-12-01"]);
    assert_eq!(built.status, 0, "{}", built.err);
    let svg = fs::read_to_string(w.path().join("out/rag-public.svg")).unwrap();
    let used = colours(&svg);
    assert!(used.len() > 3 && used["#000000"] > 30, "{used:?}");
    for code in used.keys() {
        let [r, g, b] = Colour::parse(code).unwrap().parts();
        assert!(r == g && g == b, "{code}");
    }
    assert!(!svg.contains("<style"), "always light");
    // What colours say elsewhere: frames by their dashes and bands, severities by lines and signs.
    let theme = Theme::named("print").unwrap();
    use trustline::scene::{Level, Trust};
    let frames =
        [Trust::Untrusted, Trust::Partner, Trust::Internal, Trust::Restricted].map(|t| theme.frame(t));
    let levels =
        [Level::Critical, Level::High, Level::Medium, Level::Low, Level::Calm].map(|l| theme.mark(l));
    for (i, a) in frames.iter().enumerate() {
        assert!(frames[i + 1..].iter().all(|b| a.dash != b.dash), "frames look alike");
    }
    assert!(levels.windows(2).all(|w| w[0].line > w[1].line), "marks look alike");
}

#[test]
fn a_dark_theme_is_light_on_paper_only() {
    let w = World::new().write("m.tm", MODEL);
    w.run(&["build", "m.tm", "--theme", "dark"]);
    let read = |file: &str| fs::read_to_string(w.path().join(file)).unwrap();
    let (svg, page) = (read("out/m.svg"), read("out/m.html"));
    let plain = Theme::standard();
    let night = plain.colour(Role::Paper, Mode::Dark).as_str();
    assert!(
        svg.contains(&format!("fill=\"{night}\"")) && !svg.contains("<style") && !svg.contains("#FFFFFF")
    );
    assert!(page.contains("<meta name=\"color-scheme\" content=\"dark\">"));
    assert!(page.contains("@media print{:root{--tl-paper:#FFFFFF;"));
    let sheet = page.split("<script>").next().unwrap();
    assert!(!sheet.contains("prefers-color-scheme"), "it follows nobody");
    assert!(contrast(plain.ink("ink", Mode::Print), plain.ink("paper", Mode::Print)) > 20.0);
}
