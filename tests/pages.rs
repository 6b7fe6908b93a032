//! A report in pages: how one is split when a target takes no large pages, and folders that sites are built from.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/findings.rs"]
mod findings;
#[path = "support/world.rs"]
mod world;

use findings::Found;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;
use trustline::publish::compose::{Composition, Drawn, Material, Site, compose};
use trustline::publish::page::{Page, Publication};
use trustline::publish::wiki::{Markup, Measures, Pictures};
use trustline::report::document::anchor;
use trustline::report::markdown::dialect;
use trustline::report::tables::Tables;
use trustline::report::{Picture, collect};
use world::{Ran, World};

/// The pages of an example on a target that takes pages of this size.
fn pages(example: &str, markup: Markup, page_bytes: usize, views: bool) -> Publication {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("examples/{example}.tm"));
    let f = Found::of_file(&path).expect_good(example);
    let report = collect(&f.model, &f.analysis, &f.sources, &Tables);
    let pictures: Vec<Picture> = ["The whole", "A part", "A part"]
        .map(|title| Picture { title: title.into(), svg_file: "known".into(), ..Picture::default() })
        .into();
    let names = ["", "one", "two"];
    let drawn = pictures.iter().zip(names).map(|(picture, name)| Drawn {
        picture,
        name,
        svg: b"<svg/>",
        png: b"\x89PNG",
    });
    let material = Material { pictures: drawn.collect(), ..Material::default() };
    let measures = Measures { maps: true, ..Measures::of(markup, Pictures::Svg, (page_bytes, 1000)) };
    let address = |titles: &[&str]| {
        Ok(format!("{}.md", titles.iter().map(|t| anchor(t)).collect::<Vec<_>>().join("-")))
    };
    let attachment = |page: &str, name: &str| format!("{}/{name}", page.trim_end_matches(".md"));
    let how = Composition { stem: "m".into(), views, ..Composition::default() };
    let site = Site { measures: &measures, address: &address, attachment: &attachment };
    compose(&report, &material, &how, site).unwrap()
}

fn gfm() -> Markup {
    Markup::Markdown(&dialect::GFM)
}

/// The anchors of a page's headings, as programs that show Markdown make them.
fn anchors(body: &str) -> BTreeSet<String> {
    body.lines().filter(|l| l.starts_with('#')).map(|l| anchor(&l.replace(['\\', '#'], ""))).collect()
}

/// All links that lead to headings: page, which may be empty, and anchor.
fn links(body: &str) -> Vec<(String, String)> {
    let targets = body.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(target, _)| target);
    let inner = targets.filter(|t| !t.contains("://") && !t.starts_with("./"));
    inner.map(|t| t.split_once('#').unwrap_or((t, ""))).map(|(p, a)| (p.to_owned(), a.to_owned())).collect()
}

/// Every link of every page leads to a heading that is there.
#[track_caller]
fn all_links_lead_somewhere(publication: &Publication) -> usize {
    let there: BTreeMap<&str, BTreeSet<String>> =
        publication.pages.iter().map(|p| (p.address.as_str(), anchors(&p.body))).collect();
    let mut seen = 0;
    for page in &publication.pages {
        for (to, anchor) in links(&page.body) {
            let to = if to.is_empty() { page.address.as_str() } else { to.as_str() };
            let anchors = there.get(to).unwrap_or_else(|| panic!("{}: no page {to}", page.address));
            assert!(anchor.is_empty() || anchors.contains(&anchor), "{}: no {to}#{anchor}", page.address);
            seen += 1;
        }
    }
    seen
}

#[test]
fn one_page_is_one_page() {
    let one = pages("rag-public", gfm(), 1_000_000, false);
    assert_eq!(one.pages.len(), 1);
    let page = &one.pages[0];
    assert_eq!((page.key.as_str(), page.title.as_str()), ("report", "Documentation assistant"));
    assert!(all_links_lead_somewhere(&one) > 20);
    let files: Vec<&str> = page.attachments.iter().map(|a| a.name.as_str()).collect();
    let name = "documentation-assistant/m";
    let wanted = ["svg", "png", "one.svg", "one.png", "two.svg", "two.png"].map(|e| format!("{name}.{e}"));
    assert_eq!(files, wanted);
    assert!(wanted.iter().all(|w| page.body.contains(&format!("(./{w})"))), "{}", page.body);
    assert_eq!(one, pages("rag-public", gfm(), 1_000_000, false), "the same again");
}

#[test]
fn a_report_that_is_too_large_is_split_and_nothing_is_lost() {
    let whole = pages("big-platform", gfm(), 10_000_000, false);
    let headings =
        |p: &Publication| -> BTreeSet<String> { p.pages.iter().flat_map(|p| anchors(&p.body)).collect() };
    for limit in [200_000, 60_000, 20_000] {
        let split = pages("big-platform", gfm(), limit, false);
        assert!(split.pages.len() > 2, "{limit}: {}", split.pages.len());
        for page in &split.pages {
            assert!(page.body.len() <= limit, "{limit}: {} has {}", page.key, page.body.len());
        }
        assert!(all_links_lead_somewhere(&split) > 100);
        let lost: Vec<String> = headings(&whole).difference(&headings(&split)).cloned().collect();
        assert!(lost.is_empty(), "{limit}: {lost:?}");
        let rows = |p: &Publication| {
            p.pages
                .iter()
                .flat_map(|p| p.body.lines())
                .filter(|l| l.starts_with("| ") && !l.starts_with("| ---"))
                .count()
        };
        assert!(rows(&split) >= rows(&whole), "{limit}");
        let keys: BTreeSet<&str> = split.pages.iter().map(|p| p.key.as_str()).collect();
        let addresses: BTreeSet<&str> = split.pages.iter().map(|p| p.address.as_str()).collect();
        assert_eq!((keys.len(), addresses.len()), (split.pages.len(), split.pages.len()));
        assert!(split.pages.iter().skip(1).all(|p| p.parent.as_deref() == Some("report")));
        let leads_back = |p: &Page| {
            let [title, _, up] = p.body.lines().take(3).collect::<Vec<_>>()[..] else { return false };
            title.starts_with("# ") && up.starts_with("Part of [")
        };
        assert!(split.pages.iter().skip(1).all(leads_back), "each has its title and leads back");
    }
}

#[test]
fn pages_of_other_markups_stay_within_their_size() {
    for markup in [Markup::MediaWiki, Markup::DokuWiki, Markup::Confluence] {
        let split = pages("big-platform", markup, 60_000, false);
        assert!(split.pages.len() > 2, "{markup:?}");
        let large: Vec<_> =
            split.pages.iter().filter(|p| p.body.len() > 60_000).map(|p| (&p.key, p.body.len())).collect();
        assert!(large.is_empty(), "{markup:?}: {large:?}");
    }
}

#[test]
fn views_can_have_pages_of_their_own() {
    let apart = pages("rag-public", gfm(), 1_000_000, true);
    let told: Vec<(&str, &str)> = apart.pages.iter().map(|p| (p.key.as_str(), p.title.as_str())).collect();
    assert_eq!(
        told,
        [
            ("report", "Documentation assistant"),
            ("view-m-one-svg", "A part"),
            ("view-m-two-svg", "A part (2)")
        ]
    );
    assert!(all_links_lead_somewhere(&apart) > 20);
    let names = |n: usize| apart.pages[n].attachments.iter().map(|a| a.name.as_str()).collect::<Vec<_>>();
    assert_eq!(
        names(1),
        ["documentation-assistant-a-part/m.one.svg", "documentation-assistant-a-part/m.one.png"]
    );
    assert!(apart.pages[0].body.contains("Dashed frames are"), "how to read all of them stays");
    assert!(!apart.pages[2].body.contains("Dashed frames are"));
}

const MODEL: &str = r#"model "Help desk: [x] {y} #1" { catalog: 2026.1, owner: "Ana", marking: "TLP:GREEN" }
prompts question "Questions"
answers reply "Answers"
anonymous_user visitor "Visitor"
boundary app "Application" {
  web_app desk "Desk"
  database index "Index"
}
visitor -> desk { sends: [question], returns: [reply] }
desk -> index { sends: [question] }
view one "Only the index" { focus: [index] }
"#;

/// A folder with a model, settings, and files of a site.
fn site(files: &[(&str, &str)], more: &str) -> World {
    let settings = format!("[publish.site]\nkind = \"folder\"\nurl = \"docs\"\n{more}\n");
    let world = World::new()
        .write("desk.tm", MODEL)
        .write("trustline.toml", settings)
        .write("docs/index.md", "# Home\n");
    files.iter().fold(world, |world, (name, text)| world.write(name, text))
}

fn publish(world: &World, more: &[&str]) -> Ran {
    world.run(&[&["publish", "desk.tm", "--today", "2026-12-01"][..], more].concat())
}

/// All files of a folder with their content.
fn content(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut out = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(at) = open.pop() {
        for entry in fs::read_dir(&at).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
                out.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    out
}

fn text(world: &World, name: &str) -> String {
    fs::read_to_string(world.path().join("docs").join(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
}

const PAGE: &str = "help-desk-x-y-1.md";

#[test]
fn a_folder_gets_what_is_new_and_nothing_else() {
    let world = site(&[("mkdocs.yml", "site_name: x\n")], "attach = [\"html\", \"json\"]\nviews = true");
    let ran = publish(&world, &[]);
    assert_eq!(ran.status, 0, "{}{}", ran.out, ran.err);
    let docs = world.path().join("docs");
    let first = content(&docs);
    let names: Vec<&str> = first.keys().map(String::as_str).collect();
    for name in [
        PAGE,
        "help-desk-x-y-1-only-the-index.md",
        "help-desk-x-y-1/desk.svg",
        "help-desk-x-y-1/desk.html",
        "help-desk-x-y-1/desk.json",
    ] {
        assert!(names.contains(&name), "{name}: {names:?}");
    }
    assert!(!names.iter().any(|n| n.ends_with(".part")), "{names:?}");
    let page = text(&world, PAGE);
    assert!(page.starts_with("---\ntitle: \"Help desk: [x] {y} #1\"\n---\n"), "{page:.200}");
    for file in page.split("](./").skip(1).map(|rest| rest.split_once(')').unwrap().0) {
        assert!(docs.join(file).is_file(), "{file}");
    }
    // Again: not a byte.
    let ran = publish(&world, &[]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert_eq!(content(&docs), first);
    // One thing changed: it and what speaks of it.
    let changed = MODEL.replace("owner: \"Ana\"", "owner: \"Bea\"");
    fs::write(world.path().join("desk.tm"), changed).unwrap();
    assert_eq!(publish(&world, &[]).status, 0);
    assert!(text(&world, PAGE).contains("owner: Bea"));
    assert_eq!(text(&world, "index.md"), "# Home\n");
}

#[test]
fn what_people_changed_in_a_folder_is_kept() {
    let world = site(&[], "");
    assert_eq!(publish(&world, &[]).status, 0);
    let docs = world.path().join("docs");
    let page = docs.join(PAGE);
    let edited = text(&world, PAGE) + "\nA note of mine.\n";
    fs::write(&page, &edited).unwrap();
    fs::write(world.path().join("desk.tm"), MODEL.replace("Ana", "Bea")).unwrap();
    let before = content(&docs);
    let ran = publish(&world, &[]);
    assert_eq!(ran.status, 3, "{}{}", ran.out, ran.err);
    assert!(
        format!("{}{}", ran.out, ran.err).contains("A note of mine."),
        "what differs is told: {}{}",
        ran.out,
        ran.err
    );
    assert_eq!(content(&docs), before, "nothing is written");
    assert_eq!(publish(&world, &["--force"]).status, 0);
    assert!(text(&world, PAGE).contains("owner: Bea") && !text(&world, PAGE).contains("A note"));
    // A page that we never wrote, too.
    let other = site(&[(&format!("docs/{PAGE}"), "# Theirs\n")], "");
    assert_eq!(publish(&other, &[]).status, 3);
    assert_eq!(text(&other, PAGE), "# Theirs\n");
}

#[test]
fn two_models_of_one_title_do_not_take_each_others_page() {
    let world = site(&[("other.tm", &MODEL.replace("Ana", "Bea")), ("more/desk.tm", MODEL)], "");
    let publish = |model: &str, more: &[&str]| {
        let all = ["publish", model, "--settings", "trustline.toml", "--today", "2026-12-01"];
        world.run(&[&all[..], more].concat())
    };
    assert_eq!(publish("desk.tm", &[]).status, 0);
    let before = content(&world.path().join("docs"));
    for other in ["other.tm", "more/desk.tm"] {
        let ran = publish(other, &[]);
        assert_eq!(ran.status, 3, "{}{}", ran.out, ran.err);
        assert!(ran.err.contains("error[publish-conflict]"), "{}", ran.err);
        assert!(ran.err.contains("holds the report of another model"), "{}", ran.err);
        assert_eq!(content(&world.path().join("docs")), before, "nothing is written");
    }
    // By another way to the same file it is the same model.
    let ran = publish("more/../desk.tm", &[]);
    assert_eq!(ran.status, 0, "{}{}", ran.out, ran.err);
    assert_eq!(publish("other.tm", &["--force"]).status, 0);
    assert!(text(&world, PAGE).contains("owner: Bea"));
    assert_eq!(publish("other.tm", &[]).status, 0);
    assert_eq!(publish("desk.tm", &[]).status, 3, "it is the other's now");
}

#[test]
fn a_page_that_is_gone_is_told_and_deleted_on_demand() {
    let world = site(&[], "views = true");
    assert_eq!(publish(&world, &[]).status, 0);
    let view = "help-desk-x-y-1-only-the-index.md";
    assert!(text(&world, view).contains("Only the index"));
    let (rest, _) = MODEL.split_once("view one").unwrap();
    fs::write(world.path().join("desk.tm"), rest).unwrap();
    let ran = publish(&world, &[]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(format!("{}{}", ran.out, ran.err).contains(view), "{}{}", ran.out, ran.err);
    assert!(world.path().join("docs").join(view).is_file());
    assert_eq!(publish(&world, &["--prune"]).status, 0);
    let left = content(&world.path().join("docs"));
    assert!(!left.keys().any(|n| n.contains("only-the-index")), "{:?}", left.keys());
    assert!(left.contains_key(PAGE) && left.contains_key("index.md"));
}

#[test]
fn a_file_that_no_page_shows_is_told_and_deleted_on_demand() {
    let world = site(&[("docs/help-desk-x-y-1/theirs.json", "{}")], "attach = [\"html\", \"json\"]");
    assert_eq!(publish(&world, &[]).status, 0);
    let docs = world.path().join("docs");
    let (csv, json) = ("help-desk-x-y-1/desk.csv", "help-desk-x-y-1/desk.json");
    assert_eq!(publish(&world, &["--attach", "csv"]).status, 0);
    let told = format!("not shown any more: {json} (`--prune` deletes it)\n");
    let before = content(&docs);
    let ran = publish(&world, &["--attach", "csv"]);
    assert!(ran.out.contains(&told) && ran.out.contains("nothing changed"), "{}", ran.out);
    assert_eq!(content(&docs), before);
    // What people made of it is theirs.
    fs::write(docs.join("help-desk-x-y-1/desk.html"), "theirs").unwrap();
    let dry = publish(&world, &["--attach", "csv", "--prune", "--dry-run"]);
    assert!(dry.out.contains(&format!("  delete docs/{json}\n")), "{}", dry.out);
    let ran = publish(&world, &["--attach", "csv", "--prune"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(ran.out.contains(&format!("deleted {json}\n")), "{}", ran.out);
    let left = content(&docs);
    let mut names: Vec<&str> =
        left.keys().map(String::as_str).filter(|n| n.starts_with("help-desk-x-y-1/")).collect();
    names.retain(|n| !n.ends_with(".svg") && !n.ends_with(".png"));
    assert_eq!(
        names,
        ["help-desk-x-y-1/desk.csv", "help-desk-x-y-1/desk.html", "help-desk-x-y-1/theirs.json"]
    );
    assert!(left.contains_key(csv));
    let ran = publish(&world, &["--attach", "csv", "--prune"]);
    assert!(ran.out.contains("nothing changed") && !ran.out.contains("not shown"), "{}", ran.out);
}

#[test]
fn a_folder_is_written_whole_or_not_at_all() {
    // The place of a picture is taken by a folder.
    let world = site(&[("docs/help-desk-x-y-1/desk.svg/x", "")], "");
    let docs = world.path().join("docs");
    let before = content(&docs);
    let ran = publish(&world, &[]);
    assert_eq!(ran.status, 2, "{}{}", ran.out, ran.err);
    let after = content(&docs);
    assert!(
        after.keys().all(|n| before.contains_key(n) || n.starts_with(".trustline/")),
        "{:?}",
        after.keys()
    );
}

#[test]
fn each_site_gets_its_own_form() {
    // The site, its files, how a page begins, where its navigation stands, and what of it is ours.
    type Case<'a> = (&'a str, &'a [(&'a str, &'a str)], &'a str, &'a str, &'a str);
    let cases: [Case<'_>; 4] = [
        (
            "mkdocs",
            &[(
                "mkdocs.yml",
                "nav:\n  # trustline help-desk-x-y-1 begin\n  # trustline help-desk-x-y-1 end\n",
            )],
            "---\ntitle:",
            "../mkdocs.yml",
            "  - \"Help desk: [x] {y} #1\": \"models/help-desk-x-y-1.md\"\n",
        ),
        ("docusaurus", &[("docusaurus.config.js", "")], "---\ntitle:", "index.md", "# Home\n"),
        (
            "sphinx",
            &[("docs/conf.py", "")],
            "**TLP:GREEN**",
            "index.md",
            "% trustline help-desk-x-y-1 begin\n```{toctree}\n:maxdepth: 1\n\nmodels/help-desk-x-y-1\n```\n% trustline help-desk-x-y-1 end\n",
        ),
        (
            "mdbook",
            &[("docs/SUMMARY.md", "# Summary\n\n- [Home](index.md)\n")],
            "**TLP:GREEN**",
            "SUMMARY.md",
            "\n- [Help desk: \\[x\\] &#123;y&#125; #1](models/help-desk-x-y-1.md)\n",
        ),
    ];
    for (name, files, begins, navigation, entry) in cases {
        let world = site(files, "space = \"models\"");
        let ran = publish(&world, &[]);
        assert_eq!(ran.status, 0, "{name}: {}{}", ran.out, ran.err);
        let page = text(&world, &format!("models/{PAGE}"));
        assert!(page.starts_with(begins), "{name}: {page:.200}");
        let nav = text(&world, navigation);
        assert!(nav.contains(entry), "{name}: {nav}");
        let before = content(world.path());
        assert_eq!(publish(&world, &[]).status, 0);
        assert_eq!(content(world.path()), before, "{name}");
    }
}

/// Builds a site with its own generator, and follows what our pages lead to: what is wrong, a line each.
fn built(world: &World, kind: &str, pages: &[&str]) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let installed = Command::new(root.join("tests/markdown/install")).status().unwrap();
    assert!(installed.success(), "tests/markdown/install could not install the generators");
    let tools = root.join("target/markdown");
    let mut command = Command::new(tools.join("venv/bin/python"));
    command.arg(root.join("tests/markdown/site.py")).arg(world.path()).arg(&tools).arg(kind).args(pages);
    let run = command.output().unwrap();
    format!("{}{}", String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr))
}

/// The files of a site that its generator wants.
fn wanted(kind: &str) -> &'static [(&'static str, &'static str)] {
    match kind {
        "mkdocs" => &[(
            "mkdocs.yml",
            "site_name: Reports\nmarkdown_extensions: [admonition, md_in_html]\nvalidation:\n  links:\n    anchors: warn\n\
             nav:\n  - Home: index.md\n  # trustline help-desk-x-y-1 begin\n  # trustline help-desk-x-y-1 end\n",
        )],
        "sphinx" => &[(
            "docs/conf.py",
            "project = \"Reports\"\nextensions = [\"myst_parser\"]\nmyst_heading_anchors = 4\nhtml_theme = \"basic\"\n",
        )],
        "mdbook" => &[
            ("book.toml", "[book]\ntitle = \"Reports\"\nsrc = \"docs\"\n"),
            ("docs/SUMMARY.md", "# Summary\n\n- [Home](index.md)\n"),
        ],
        _ => &[("docusaurus.config.js", "export default {};\n")],
    }
}

/// The pages of the model with its view apart, as the folder's files are called.
const PAGES: [&str; 2] = ["models/help-desk-x-y-1", "models/help-desk-x-y-1-only-the-index"];

#[test]
fn each_site_is_built_and_its_links_lead_somewhere() {
    for kind in ["mkdocs", "sphinx", "mdbook", "docusaurus"] {
        let world = site(wanted(kind), "space = \"models\"\nviews = true\nattach = [\"html\", \"json\"]");
        let ran = publish(&world, &[]);
        assert_eq!(ran.status, 0, "{kind}: {}{}", ran.out, ran.err);
        assert_eq!(built(&world, kind, &PAGES), "", "{kind}");
    }
}

#[test]
fn a_site_with_faults_is_seen_to_have_them() {
    let world = site(wanted("docusaurus"), "space = \"models\"\nviews = true\nattach = [\"json\"]");
    assert_eq!(publish(&world, &[]).status, 0);
    fs::remove_file(world.path().join("docs/models/help-desk-x-y-1/desk.svg")).unwrap();
    let page = world.path().join("docs/models").join(PAGE);
    let broken = fs::read_to_string(&page).unwrap().replacen("](#", "](#nowhere-", 1);
    fs::write(&page, broken + "\n[gone](./gone.md)\n").unwrap();
    let said = built(&world, "docusaurus", &PAGES);
    for fault in ["desk.svg', and nothing is there", "#nowhere-", "'./gone.md', and nothing is there"] {
        assert!(said.contains(fault), "{fault}: {said}");
    }
}

#[test]
fn settings_of_folders_are_checked() {
    for (settings, said) in [
        ("space = \"../up\"", "is no folder within the site's"),
        ("parent = \"Home\"", "pages of a folder have no parents"),
        ("site = \"hugo\"", "`hugo` is no site that this program knows"),
    ] {
        let ran = publish(&site(&[], settings), &[]);
        assert_eq!(ran.status, 2, "{settings}: {}", ran.err);
        assert!(ran.err.contains(said), "{settings}: {}", ran.err);
    }
    let nowhere = World::new()
        .write("desk.tm", MODEL)
        .write("trustline.toml", "[publish.site]\nkind = \"folder\"\nurl = \"docs\"\n");
    let ran = publish(&nowhere, &[]);
    assert_eq!(ran.status, 2, "{}", ran.err);
    assert!(ran.err.contains("there is no folder `docs`"), "{}", ran.err);
    // Of a model that is not there, what is missing beside it is of no interest.
    let ran = publish(&World::new(), &[]);
    assert_eq!(ran.status, 2, "{}", ran.err);
    assert!(ran.err.contains("`desk.tm` can't be read"), "{}", ran.err);
    assert!(!ran.err.contains("nothing says where"), "{}", ran.err);
}
