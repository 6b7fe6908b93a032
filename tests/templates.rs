//! Templates of users: they take the place of a section, of a block, of a component or of the whole page,
//! see nothing but what they are given, and what is wrong with them is said with its place.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/world.rs"]
mod world;

use std::fs;
use std::path::Path;
use world::{Ran, World};

const MODEL: &str = "model \"Shop <b>\" { marking: \"TLP:RED\" }\nend_user customer \"Customer\"\nboundary shop_zone \"Shop\" {\n  trust: internal\n  web_app shop \"Web shop\"\n}\n\
    customer -> shop \"order\" { sends: [order] }\norders order \"Order\"\n";

/// A theme in the folder `brand` with these templates.
fn world(templates: &[(&str, &str)]) -> World {
    let start = World::new().write("m.tm", MODEL).write("brand/theme.toml", "about = \"Ours.\"\n");
    let write = |w: World, (name, text): &(&str, &str)| w.write(&format!("brand/templates/{name}"), text);
    templates.iter().fold(start, write)
}

fn build(w: &World) -> Ran {
    w.run(&["build", "m.tm", "--theme", "brand", "--format", "html"])
}

/// The page that is built with these templates.
#[track_caller]
fn page(templates: &[(&str, &str)]) -> String {
    let w = world(templates);
    let built = build(&w);
    assert_eq!((built.status, built.err.as_str()), (0, ""));
    fs::read_to_string(w.path().join("out/m.html")).unwrap()
}

#[test]
fn a_file_takes_the_place_of_the_section_of_its_name() {
    let plain = page(&[]);
    assert!(plain.contains("<h3 id=\"assumptions\">") && plain.contains("<h3 id=\"register\">"));
    let own =
        page(&[("sections/assumptions.html", "<h3>What {{ report.model.title }} takes for granted</h3>\n")]);
    // What is printed is escaped, and everything else stays as it is.
    assert!(own.contains("<h3>What Shop &lt;b&gt; takes for granted</h3>"));
    assert!(!own.contains("<h3 id=\"assumptions\">") && own.contains("<h3 id=\"register\">"));
}

#[test]
fn a_page_extends_the_built_in_one_and_replaces_blocks() {
    let own = page(&[(
        "report.html",
        "{% extends \"default/report.html\" %}\n\
         {% block footer %}<footer>Ours, and {{ super() }}</footer>{% endblock footer %}\n\
         {% block ratings %}{% endblock ratings %}",
    )]);
    assert!(own.starts_with("<!DOCTYPE html>") && own.contains("<footer>Ours, and <footer class=\"page\">"));
    assert!(!own.contains("How the ratings are defined") && own.contains("<h3 id=\"register\">"));
}

#[test]
fn a_whole_page_can_be_ones_own() {
    let own = page(&[
        (
            "report.html",
            "<!DOCTYPE html><title>{{ report.model.title }}</title>{% include \"parts/list.html\" %}{% include \"sections/off.html\" %}",
        ),
        ("parts/list.html", "{% for t in report.threats %}<p>{{ t.title }} at {{ t.place }}</p>{% endfor %}"),
    ]);
    assert!(own.starts_with("<!DOCTYPE html><title>Shop &lt;b&gt;</title><p>"), "{own}");
    assert!(
        own.contains(" at Customer → Web shop (crossing 1)</p>")
            && own.contains("Rules that are switched off")
    );
}

#[test]
fn a_component_serves_wherever_it_is_called() {
    let own = page(&[(
        "ours.html",
        "{% component badge(severity) %}<b class=\"ours\">{{ severity }}</b>{% endcomponent badge %}",
    )]);
    let register = own.split("<table id=\"threats\">").nth(1).unwrap().split("</table>").next().unwrap();
    assert!(register.contains("<b class=\"ours\">") && !register.contains("class=\"badge"));
}

#[test]
fn a_section_may_wrap_the_built_in_one() {
    let own =
        page(&[("sections/register.html", "<p>Ours:</p>{% include \"default/sections/register.html\" %}")]);
    assert!(own.contains("<p>Ours:</p><h3 id=\"register\">"));
}

/// `tests/themes/templates/NAME` is a folder of templates beside what is said of it in `NAME.txt`; nothing is written.
#[test]
fn what_is_wrong_is_said_with_file_line_column_and_block() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/themes/templates");
    let mut cases = 0;
    let mut folders: Vec<_> = fs::read_dir(&root).unwrap().map(|e| e.unwrap().path()).collect();
    folders.retain(|p| p.is_dir());
    folders.sort();
    for folder in folders {
        let mut w = world(&[]);
        let mut inner = vec![folder.clone()];
        while let Some(at) = inner.pop() {
            for entry in fs::read_dir(&at).unwrap().map(|e| e.unwrap().path()) {
                if entry.is_dir() {
                    inner.push(entry);
                } else {
                    let name = entry.strip_prefix(&folder).unwrap().to_str().unwrap().to_owned();
                    w = w.write(&format!("brand/templates/{name}"), fs::read(&entry).unwrap());
                }
            }
        }
        let got = build(&w);
        let beside = folder.with_extension("txt");
        if std::env::var_os("TRUSTLINE_BLESS").is_some() {
            fs::write(&beside, &got.err).unwrap();
        }
        assert_eq!((got.status, got.out.as_str()), (2, ""), "{}", folder.display());
        assert_eq!(got.err, fs::read_to_string(&beside).unwrap(), "{}", folder.display());
        assert!(!w.path().join("out").exists(), "{}", folder.display());
        cases += 1;
    }
    assert!(cases >= 8, "{cases}");
}

/// Nothing but what is handed in can be had: no file, no variable of the environment, no other program.
#[test]
fn templates_read_no_files_and_no_environment() {
    let secret = "no-template-has-this";
    for ask in [
        "{% include \"../../secret.html\" %}",
        "{% include \"brand/../../secret.html\" %}",
        "{% include \"/etc/hostname\" %}",
        "{% extends \"../../secret.html\" %}",
        "{{ get_env(name=\"SECRET\") }}",
        "{{ env.SECRET }}",
        "{{ load_data(path=\"secret.html\") }}",
        "{{ \"secret.html\" | read }}",
    ] {
        let w = world(&[("sections/off.html", ask)]).write("secret.html", secret);
        let mut c = w.command(&["build", "m.tm", "--theme", "brand", "--format", "html"]);
        let ran = Ran::new(c.env("SECRET", secret).output().unwrap());
        let page = fs::read_to_string(w.path().join("out/m.html")).unwrap_or_default();
        assert!(!page.contains(secret) && !ran.err.contains(secret), "{ask}");
        assert!(ran.status == 2 && page.is_empty(), "{ask}: {}", ran.err);
    }
}

#[cfg(unix)]
#[test]
fn a_link_does_not_lead_out_of_the_folder() {
    let w = world(&[]).write("secret.html", "out of reach");
    fs::create_dir_all(w.path().join("brand/templates/sections")).unwrap();
    std::os::unix::fs::symlink("../../../secret.html", w.path().join("brand/templates/sections/off.html"))
        .unwrap();
    build(&w)
        .fails_with(&["`templates/sections/off.html` can't be read: it leads out of the theme's folder"]);
    assert!(!w.path().join("out").exists());
}

/// What is no template is left alone: notes, files of editors.
#[test]
fn other_files_in_the_folder_are_left_alone() {
    let own =
        page(&[("README.md", "{% broken"), (".register.html", "{% broken"), ("register.html~", "{% broken")]);
    assert!(own.contains("<h3 id=\"register\">"));
}

/// A theme without a template of its own needs none of the pictures' formats to be asked for.
#[test]
fn broken_templates_hinder_no_picture() {
    let w = world(&[("sections/off.html", "{% broken")]);
    assert_eq!(w.run(&["build", "m.tm", "--theme", "brand", "--format", "svg,md"]).status, 0);
}
