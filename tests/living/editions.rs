//! A later edition of the catalog: what it changes, and what it leaves as it is.
//!
//! The edition 2027.1 of these tests is 2026.1 with a threat, a control and a kind renamed, a
//! threat dropped, one rated otherwise, and `tests/editions/2027.1` added.

use super::world::World;
use super::{DESK, desk};
use std::fs;
use std::path::{Path, PathBuf};
use trustline::analysis::{Analysis, Status, analyse};
use trustline::catalog::Catalog;
use trustline::catalog::edition::{EDITIONS, Edition, choose, from_text, table};
use trustline::compare::{Change, Snapshot, compare, progress};
use trustline::model::{Entry, Model, Resolved, read, resolve_among};
use trustline::source::{Disk, Memory, Sources};
use trustline::syntax::tree::Date;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// All `.tm` files under a folder, by their paths in it.
fn texts(folder: &Path) -> Vec<(String, String)> {
    fn walk(top: &Path, at: &Path, out: &mut Vec<(String, String)>) {
        for entry in fs::read_dir(at).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(top, &path, out);
            } else if path.extension().is_some_and(|e| e == "tm") {
                let name = path.strip_prefix(top).unwrap().to_string_lossy().replace('\\', "/");
                out.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    let mut out = Vec::new();
    walk(folder, folder, &mut out);
    out.sort();
    out
}

/// The texts of the edition 2027.1.
fn later() -> Vec<(String, String)> {
    let mut files = texts(&root().join("src/catalog/2026.1"));
    let mut change = |what: &str, from: &str, to: &str| {
        let hits: Vec<&mut (String, String)> = files.iter_mut().filter(|(_, t)| t.contains(from)).collect();
        assert_eq!(hits.len(), 1, "{what}: `{from}` is in {} files", hits.len());
        for (_, text) in hits {
            *text = text.replacen(from, to, 1);
        }
    };
    change(
        "a threat renamed",
        "threat prompt-injection-direct \"User text overrides the intended instructions\" {",
        "threat direct-prompt-injection \"User text overrides the intended instructions\" {\n  was: prompt-injection-direct",
    );
    change(
        "a control renamed",
        "control prompt_guard \"Prompt guard\" {",
        "control prompt_firewall \"Prompt guard\" {\n  was: prompt_guard",
    );
    change(
        "a kind renamed",
        "kind rag_store: vector_store, document_store \"RAG store\" {",
        "kind retrieval_index: vector_store, document_store \"RAG store\" {\n  was: [rag_store]",
    );
    change(
        "a threat rated otherwise",
        "threat rag-overexposure \"Retrieval returns documents the asking user may not see\" {\n  stride: information_disclosure\n  on: flow\n",
        "threat rag-overexposure \"Retrieval returns documents the asking user may not see\" {\n  stride: information_disclosure\n  // Rated anew.\n  on: flow\n",
    );
    for (_, text) in &mut files {
        if let Some(at) = text.find("  // Rated anew.\n") {
            let (before, after) = text.split_at(at);
            *text = format!("{before}{}", after.replacen("likelihood: 4", "likelihood: 2", 1));
        }
        if let Some(at) = text.find("threat no-audit-log ") {
            let end = at + text[at..].find("\n}\n").unwrap() + 3;
            text.replace_range(at..end, "");
        }
        *text = text.replace("  refines: [no-audit-log]\n", "");
    }
    files.extend(texts(&root().join("tests/editions/2027.1")));
    files
}

fn later_catalog() -> Catalog {
    let (catalog, diagnostics, sources) = from_text("2027.1", &later());
    let said: Vec<String> = diagnostics
        .iter()
        .map(|d| format!("{} at {:?}", d.message, d.primary.as_ref().and_then(|l| sources.place(l.span))))
        .collect();
    assert!(said.is_empty(), "{said:#?}");
    catalog
}

/// Both editions, as a later build would have them.
fn with_both<T>(then: impl FnOnce(&[Edition<'_>]) -> T) -> T {
    let bytes = table(&later_catalog()).unwrap();
    let both = [EDITIONS[0], Edition { name: "2027.1", table: &bytes }];
    then(&both)
}

fn today() -> Date {
    Date::new(2026, 12, 1).unwrap()
}

fn compiled(text: &str, editions: &[Edition<'_>]) -> (Resolved, Analysis) {
    let read = read(&Memory::new([("/m.tm", text)]), Entry::File(Path::new("/m.tm")), None);
    let resolved = resolve_among(&read, editions);
    let errors: Vec<&str> =
        resolved.diagnostics.iter().filter(|d| d.is_error()).map(|d| d.message.as_str()).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    let analysis = analyse(&resolved.model, today());
    (resolved, analysis)
}

fn snapshot(text: &str, editions: &[Edition<'_>]) -> Snapshot {
    let (resolved, analysis) = compiled(text, editions);
    Snapshot::of(&resolved.model, &analysis)
}

fn json(model: &Model, analysis: &Analysis, sources: &Sources) -> String {
    let data = trustline::report::collect(model, analysis, sources, &trustline::report::tables::Tables);
    trustline::report::json::write(&data).unwrap()
}

#[test]
fn a_model_keeps_the_edition_that_it_names_byte_for_byte() {
    let mut seen = 0;
    with_both(|both| {
        for entry in fs::read_dir(root().join("examples")).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_none_or(|e| e != "tm") {
                continue;
            }
            let read = read(&Disk, Entry::File(&path), None);
            let report = |editions: &[Edition<'_>]| {
                let resolved = resolve_among(&read, editions);
                assert_eq!(resolved.model.info.edition.as_deref(), Some("2026.1"), "{path:?}");
                json(&resolved.model, &analyse(&resolved.model, today()), &read.sources)
            };
            let (alone, beside) = (report(&both[..1]), report(both));
            assert_eq!(alone, beside, "{path:?}");
            assert!(alone.contains("\"catalog\": \"2026.1\""));
            seen += 1;
        }
    });
    assert!(seen >= 5, "{seen}");
}

#[test]
fn without_an_edition_the_newest_is_used_and_that_is_said_once() {
    for head in ["model \"Help desk\" { }", ""] {
        let text = desk(&[("model \"Help desk\" { catalog: 2026.1 }", head)]);
        with_both(|both| {
            let (resolved, analysis) = compiled(&text, both);
            assert_eq!(resolved.model.catalog.edition, "2027.1");
            assert!(analysis.find("session-hijack@visitor->desk").is_some());
            let said: Vec<_> = resolved
                .diagnostics
                .iter()
                .chain(&analysis.diagnostics)
                .filter(|d| d.code.name() == "no-edition")
                .collect();
            assert_eq!(said.len(), 1, "{said:#?}");
            assert!(format!("{:?}", said[0]).contains("2027.1"));
            assert_eq!(said[0].primary.is_some(), !head.is_empty());
        });
    }
}

#[test]
fn an_edition_is_chosen_by_its_name() {
    with_both(|both| {
        assert_eq!(choose(both, None).unwrap().edition, "2027.1");
        assert_eq!(choose(both, Some("2026.1")).unwrap().edition, "2026.1");
        assert_eq!(choose(both, Some("2027.1")).unwrap().edition, "2027.1");
        assert!(choose(both, Some("2028.1")).is_err());
        assert!(choose(&[], None).is_err());
        let read = read(
            &Memory::new([("/m.tm", desk(&[("2026.1", "1999.9")]))]),
            Entry::File(Path::new("/m.tm")),
            None,
        );
        let said = resolve_among(&read, both).diagnostics;
        assert!(
            said.iter().any(|d| d.code.name() == "unknown-edition"
                && d.help.iter().any(|h| h.contains("`2026.1`, `2027.1`"))),
            "{said:#?}"
        );
    });
}

/// The model with answers, a control and a rule that name what the later edition renamed.
fn answered(edition: &str) -> String {
    let more = r#"
control firewall: prompt_guard "Firewall" { on: desk }
accept prompt-injection-direct on visitor -> desk { because: "A pilot.", by: "CISO", at: critical }
mitigate jailbreak on visitor -> desk { with: [firewall] }
accept store-read on any rag_store { because: "Public soon.", by: "CISO" }
threat style-leak "House style leaks" {
  stride: information_disclosure
  on: rag_store
  when: element is rag_store
  likelihood: 4
  impact: 4
  lowered_by: { prompt_guard: 2 }
  scenario: "A competitor samples answers."
}
"#;
    format!("{}{more}", desk(&[("2026.1", edition)]))
}

#[test]
fn renamed_rules_keep_their_responses_and_renamed_controls_count() {
    with_both(|both| {
        let (_, before) = compiled(&answered("2026.1"), both);
        let (resolved, now) = compiled(&answered("2027.1"), both);
        let status = |a: &Analysis, id: &str| a.find(id).unwrap_or_else(|| panic!("{id}")).status;
        assert_eq!(status(&before, "prompt-injection-direct@visitor->desk"), Status::Accepted);
        assert_eq!(status(&now, "direct-prompt-injection@visitor->desk"), Status::Accepted);
        assert!(now.find("prompt-injection-direct@visitor->desk").is_none());
        assert_eq!(status(&now, "store-read@index"), Status::Accepted, "`any` the kind's older name");
        let credited = |a: &Analysis, id: &str| a.find(id).unwrap().credited.len();
        assert_eq!(credited(&now, "jailbreak@visitor->desk"), credited(&before, "jailbreak@visitor->desk"));
        assert!(credited(&now, "jailbreak@visitor->desk") > 0);
        assert!(now.find("style-leak@index").is_some(), "a rule on the kind's older name");
        let index = resolved.model.find_element("index").unwrap();
        let kind = resolved.model.element(index).unwrap().kind;
        assert_eq!(resolved.model.catalog.kind(kind).unwrap().name, "retrieval_index");
        let stale = now.diagnostics.iter().filter(|d| d.code.name() == "stale-response").count();
        assert_eq!(stale, 0);
    });
}

#[test]
fn a_model_may_use_an_older_name_for_a_word_of_its_own() {
    with_both(|both| {
        let own = "kind rag_store: database \"Our store\" { about: \"Ours.\" }\n";
        let (resolved, _) = compiled(&format!("{own}{}", desk(&[("2026.1", "2027.1")])), both);
        let index = resolved.model.find_element("index").unwrap();
        let kind = resolved.model.element(index).unwrap().kind;
        assert_eq!(resolved.model.catalog.kind(kind).unwrap().label, "Our store");
    });
}

#[test]
fn a_baseline_of_the_older_edition_fits_the_later_one() {
    with_both(|both| {
        let old = snapshot(&answered("2026.1"), both);
        let new = snapshot(&answered("2027.1"), both);
        let p = progress(&old, &new);
        let fresh: Vec<&str> = p.fresh.iter().map(|f| f.id.as_str()).collect();
        assert_eq!(fresh, ["session-hijack@visitor->desk"]);
        assert_eq!(p.fresh[0].because[0].text, "the rule session-hijack is new in catalog 2027.1");
        assert_eq!(p.stale, ["no-audit-log@desk"]);
        // And back again, should somebody have to.
        let back = progress(&new, &old);
        let fresh: Vec<&str> = back.fresh.iter().map(|f| f.id.as_str()).collect();
        assert_eq!(fresh, ["rag-overexposure@desk->index", "no-audit-log@desk"]);
    });
}

#[test]
fn a_renamed_rule_and_a_renamed_kind_are_not_new() {
    with_both(|both| {
        let d = compare(&snapshot(DESK, both), &snapshot(&desk(&[("2026.1", "2027.1")]), both));
        let ids = |c: Change| d.threats_that(c).map(|t| t.id.as_str()).collect::<Vec<_>>();
        assert_eq!(ids(Change::New), ["session-hijack@visitor->desk"]);
        assert_eq!(ids(Change::Gone), ["no-audit-log@desk"]);
        assert_eq!(ids(Change::Changed), ["rag-overexposure@desk->index"]);
        assert_eq!(ids(Change::Renamed), ["direct-prompt-injection@visitor->desk"]);
        assert!(d.parts.is_empty(), "{:#?}", d.parts);
        let renamed: Vec<_> = d.renamed_rules.iter().map(|r| (r.old.as_str(), r.new.as_str())).collect();
        assert_eq!(renamed, [("prompt-injection-direct", "direct-prompt-injection")]);
    });
}

/// A folder with a model and the files of the later edition.
fn world() -> World {
    let world = World::new().write("desk.tm", DESK);
    later().into_iter().fold(world, |w, (name, text)| w.write(&format!("2027.1/{name}"), text))
}

#[test]
fn an_upgrade_is_listed_before_it_is_made() {
    let world = world();
    let path = root().join("tests/editions/expected.txt");
    let ran = world.run(&["diff", "--catalog", "2027.1", "desk.tm"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    if std::env::var_os("TRUSTLINE_BLESS").is_some() {
        fs::write(&path, &ran.out).unwrap();
    }
    assert_eq!(ran.out, fs::read_to_string(&path).unwrap());
    assert_eq!(world.run(&["diff", "--catalog", "2027.1", "desk.tm", "--exit-code"]).status, 1);
    let same = world.run(&["diff", "--catalog", "2026.1", "desk.tm"]);
    assert_eq!(same.out, "desk.tm: Help desk: nothing differs\n");
    let json = world.run(&["diff", "--catalog", "2027.1", "desk.tm", "--format", "json"]).out;
    let value: serde_json::Value = serde_json::from_str(&json).unwrap();
    let model = &value["models"][0];
    assert_eq!((&model["old"]["catalog"], &model["new"]["catalog"]), (&"2026.1".into(), &"2027.1".into()));
}

#[test]
fn a_catalog_with_a_mistake_is_told_so_at_its_place() {
    let world = world()
        .write("2027.1/bad.tm", "threat broken \"Broken\" { stride: sppofing }\n")
        .write("empty/x.txt", "");
    world.run(&["diff", "--catalog", "2027.1", "desk.tm"]).fails_with(&["2027.1/bad.tm:1:", "sppofing"]);
    world.run(&["diff", "--catalog", "empty", "desk.tm"]).fails_with(&["there is no `.tm` file in `empty`"]);
}
