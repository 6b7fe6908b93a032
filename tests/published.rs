//! How much of what an expert insists on the catalog finds, on systems from public descriptions, and
//! how loud it is. `published/README.md` says what the lists are and how they are read.
//!
//! What is measured stands in `docs/published.md`; `TRUSTLINE_BLESS=1` writes it. What a list has
//! and the catalog does not find needs a reason in `published/missed.tsv`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/findings.rs"]
mod findings;

use findings::Found;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use trustline::analysis::{Threat, ThreatTarget};
use trustline::catalog::{Catalog, Reference, edition, frameworks};
use trustline::model::{ElementId, FlowId};

/// What the catalog has to come up to.
struct Bounds {
    /// Of the rows with `yes` the least that is found, in hundredths.
    recall: usize,
    /// The most open threats to a crossing, in every model.
    per_crossing: f64,
    /// The most open threats on one target.
    on_one: usize,
}

/// Where it shall end.
const AIM: Bounds = Bounds { recall: 85, per_crossing: 7.0, on_one: 9 };

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[derive(Copy, Clone, Debug, PartialEq, Eq)]
enum Must {
    Yes,
    Should,
    Never,
}

/// A line of a list.
#[derive(Clone, Debug)]
struct Row {
    id: String,
    /// As it is written: targets with bars between them, or `*`.
    target: String,
    must: Must,
    source: Vec<Reference>,
    why: String,
}

impl Row {
    fn targets(&self) -> impl Iterator<Item = &str> {
        self.target.split('|')
    }
}

/// Reads a list; what has not its form is said.
fn rows(text: &str) -> Result<Vec<Row>, String> {
    let mut lines = text.lines().filter(|l| !l.starts_with('#') && !l.is_empty());
    if lines.next() != Some("id\ttarget\tmust\tsource\twhy") {
        return Err("the names of the columns are missing".into());
    }
    lines
        .map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            let [id, target, must, source, why] = cells[..] else {
                return Err(format!("not five cells: {line}"));
            };
            let must = match must {
                "yes" => Must::Yes,
                "should" => Must::Should,
                "never" => Must::Never,
                _ => return Err(format!("`{must}` is none of yes, should and never")),
            };
            let source = source.split(", ").filter(|s| *s != "-").map(|s| {
                let (framework, id) = s.split_once(':').ok_or(format!("`{s}` is no entry"))?;
                Ok(Reference { framework: framework.into(), id: id.into() })
            });
            let source = source.collect::<Result<Vec<_>, String>>()?;
            Ok(Row { id: id.into(), target: target.into(), must, source, why: why.into() })
        })
        .collect()
}

/// A model with its list, if it has one.
struct System {
    name: String,
    title: String,
    found: Found,
    rows: Vec<Row>,
}

fn models_in(folder: &str) -> Vec<PathBuf> {
    let files = std::fs::read_dir(root().join(folder)).unwrap().map(|e| e.unwrap().path());
    let mut out: Vec<PathBuf> = files.filter(|p| p.extension().is_some_and(|e| e == "tm")).collect();
    out.sort();
    out
}

fn system(path: &Path) -> System {
    let name = path.file_stem().unwrap().to_string_lossy().into_owned();
    let found = Found::of_file(path).expect_good(&name);
    let rows = match std::fs::read_to_string(path.with_extension("expected.tsv")) {
        Ok(text) => rows(&text).unwrap_or_else(|why| panic!("{name}: {why}")),
        Err(_) => Vec::new(),
    };
    System { title: found.model.info.title.clone(), name, found, rows }
}

impl System {
    /// Threats of a rule.
    fn of_rule<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a Threat> {
        let name = |t: &Threat| &self.found.model.catalog.rules[t.rule.index()].name;
        self.found.analysis.threats.iter().filter(move |t| name(t) == id)
    }

    /// Whether a threat stands where a row names it, or at the other side of the same place: the list
    /// names a flow and the threat is on an end of it, or the other way round.
    fn stands(&self, t: &Threat, place: &str, near: bool) -> bool {
        let model = &self.found.model;
        if place == "*" {
            return true;
        }
        let ends = |f: FlowId| model.flow(f).map(|f| [f.source, f.target]).unwrap();
        let touches = |e: ElementId, f: FlowId| near && ends(f).contains(&e);
        match (t.target, model.find_flow(place), model.find_element(place)) {
            (ThreatTarget::Flow(f), Some(place), _) => f == place,
            (ThreatTarget::Element(e), _, Some(place)) => e == place,
            (ThreatTarget::Element(e), Some(place), _) => touches(e, place),
            (ThreatTarget::Flow(f), _, Some(place)) => touches(place, f),
            _ => false,
        }
    }

    /// The rows that the catalog finds, each by a threat of its own: rows of one id are as many threats.
    fn hits(&self) -> Vec<bool> {
        let mut taken: BTreeMap<&str, usize> = BTreeMap::new();
        let mut hit = vec![false; self.rows.len()];
        for (i, _) in self.rows.iter().enumerate().filter(|(_, r)| r.must != Must::Never) {
            hit[i] = self.give(i, &mut taken, &mut BTreeSet::new());
        }
        hit
    }

    /// Gives a row a threat that no other needs; who has one may move to another.
    fn give<'a>(
        &'a self,
        row: usize,
        taken: &mut BTreeMap<&'a str, usize>,
        tried: &mut BTreeSet<&'a str>,
    ) -> bool {
        let r = &self.rows[row];
        let fits = |t: &&Threat| r.targets().any(|place| self.stands(t, place, true));
        for t in self.of_rule(&r.id).filter(fits) {
            if !tried.insert(&t.id) {
                continue;
            }
            let other = taken.get(t.id.as_str()).copied();
            if other.is_none_or(|other| self.give(other, taken, tried)) {
                taken.insert(&t.id, row);
                return true;
            }
        }
        false
    }

    /// The threats that a reader would call absurd.
    fn absurd(&self) -> Vec<String> {
        let never = self.rows.iter().filter(|r| r.must == Must::Never);
        never
            .flat_map(|r| {
                let broken = self.of_rule(&r.id).filter(|t| r.targets().any(|p| self.stands(t, p, false)));
                broken.map(|t| format!("{}: {} ({})", self.name, t.id, r.why)).collect::<Vec<_>>()
            })
            .collect()
    }

    fn open(&self) -> usize {
        self.found.analysis.unsettled().count()
    }

    fn per_crossing(&self) -> f64 {
        self.open() as f64 / self.found.analysis.crossings.len().max(1) as f64
    }

    /// The most open threats on one target, and which it is.
    fn most_on_one(&self) -> (usize, &str) {
        let mut on: BTreeMap<&str, usize> = BTreeMap::new();
        for t in self.found.analysis.unsettled() {
            *on.entry(t.id.split_once('@').map_or("", |(_, target)| target)).or_default() += 1;
        }
        on.into_iter()
            .map(|(target, n)| (n, target))
            .max_by_key(|(n, target)| (*n, std::cmp::Reverse(*target)))
            .unwrap_or((0, ""))
    }

    /// How many rows of a sort are found, of how many.
    fn recall(&self, must: Must) -> (usize, usize) {
        let rows = self.rows.iter().zip(self.hits()).filter(|(r, _)| r.must == must);
        let rows: Vec<bool> = rows.map(|(_, hit)| hit).collect();
        (rows.iter().filter(|hit| **hit).count(), rows.len())
    }
}

fn published() -> Vec<System> {
    models_in("tests/published").iter().map(|p| system(p)).collect()
}

fn examples() -> Vec<System> {
    models_in("examples").iter().map(|p| system(p)).collect()
}

fn sum(systems: &[System], must: Must) -> (usize, usize) {
    systems.iter().map(|s| s.recall(must)).fold((0, 0), |(a, b), (c, d)| (a + c, b + d))
}

fn hundredths((found, of): (usize, usize)) -> usize {
    (found * 100).checked_div(of).unwrap_or(100)
}

#[test]
fn lists_are_read_whole() {
    let systems = published();
    assert_eq!(systems.len(), 6);
    for s in &systems {
        assert!(s.rows.len() > 15, "{}", s.name);
        for row in &s.rows {
            for place in row.targets().filter(|p| *p != "*") {
                let is =
                    s.found.model.find_flow(place).is_some() || s.found.model.find_element(place).is_some();
                assert!(is, "{}: {}: nothing is called `{place}`", s.name, row.id);
            }
            for r in &row.source {
                assert!(
                    frameworks::entry(r).is_some(),
                    "{}: {}: no `{}:{}`",
                    s.name,
                    row.id,
                    r.framework,
                    r.id
                );
            }
            assert_eq!(row.source.is_empty(), row.must == Must::Never, "{}: {}", s.name, row.id);
        }
    }
    assert!(rows("id\ttarget\n").is_err());
    assert!(rows("id\ttarget\tmust\tsource\twhy\na\tb\tmaybe\t-\tc\n").is_err());
    assert!(rows("id\ttarget\tmust\tsource\twhy\na\tb\tyes\t-\n").is_err());
}

#[test]
#[allow(clippy::print_stdout)]
fn enough_of_what_an_expert_insists_on_is_found() {
    let systems = published();
    let mut told = String::new();
    for s in &systems {
        let (found, of) = s.recall(Must::Yes);
        writeln!(told, "{}: {found} of {of}", s.name).unwrap();
    }
    let (found, of) = sum(&systems, Must::Yes);
    let recall = hundredths((found, of));
    println!("{told}all: {found} of {of}, {recall} %");
    assert!(recall >= AIM.recall, "{told}all: {found} of {of}, which is below {} %", AIM.recall);
}

#[test]
fn nothing_is_found_that_a_reader_would_call_absurd() {
    let absurd: Vec<String> = published().iter().flat_map(System::absurd).collect();
    assert!(absurd.is_empty(), "{}", absurd.join("\n"));
}

#[test]
fn what_is_open_can_be_read() {
    let mut loud = Vec::new();
    for s in examples().iter().chain(&published()) {
        if s.per_crossing() > AIM.per_crossing {
            loud.push(format!("{}: {:.1} open threats to a crossing", s.name, s.per_crossing()));
        }
        let (n, target) = s.most_on_one();
        if n > AIM.on_one {
            loud.push(format!("{}: {n} open threats on {target}", s.name));
        }
    }
    assert!(loud.is_empty(), "{}", loud.join("\n"));
}

/// Why rows are missed, by model, id and target.
fn reasons() -> BTreeMap<(String, String, String), String> {
    let text = std::fs::read_to_string(root().join("tests/published/missed.tsv")).unwrap();
    let mut lines = text.lines().filter(|l| !l.starts_with('#'));
    assert_eq!(lines.next(), Some("model\tid\ttarget\twhy"));
    let row = |line: &str| {
        let cells: Vec<String> = line.split('\t').map(str::to_owned).collect();
        let [model, id, target, why] = &cells[..] else { panic!("missed.tsv: not four cells: {line}") };
        assert!(why.len() > 10, "missed.tsv: no reason: {line}");
        ((model.clone(), id.clone(), target.clone()), why.clone())
    };
    lines.map(row).collect()
}

/// A row that is not found, and why.
struct Missed<'a> {
    model: &'a str,
    row: &'a Row,
    why: String,
}

fn missed<'a>(systems: &'a [System], catalog: &Catalog) -> Result<Vec<Missed<'a>>, String> {
    let mut reasons = reasons();
    let (mut out, mut untold) = (Vec::new(), Vec::new());
    for s in systems {
        for (row, _) in s.rows.iter().zip(s.hits()).filter(|(r, hit)| r.must != Must::Never && !hit) {
            let key = (s.name.clone(), row.id.clone(), row.target.clone());
            let no_rule = row.id != "-" && !catalog.rules.iter().any(|r| r.name == row.id);
            match reasons.remove(&key) {
                Some(why) => out.push(Missed { model: &s.name, row, why }),
                None if no_rule => {
                    out.push(Missed { model: &s.name, row, why: "The catalog has no such rule.".into() });
                }
                None => untold.push(format!("{}\t{}\t{}\t", s.name, row.id, row.target)),
            }
        }
    }
    let idle: Vec<String> = reasons.into_keys().map(|(m, id, t)| format!("{m}\t{id}\t{t}")).collect();
    let mut wrong = Vec::new();
    if !untold.is_empty() {
        wrong.push(format!("missed.tsv says nothing of\n{}", untold.join("\n")));
    }
    if !idle.is_empty() {
        wrong.push(format!("missed.tsv gives reasons for what is found or not there\n{}", idle.join("\n")));
    }
    if wrong.is_empty() { Ok(out) } else { Err(wrong.join("\n")) }
}

/// `docs/published.md`.
fn page(systems: &[System], examples: &[System], missed: &[Missed<'_>]) -> String {
    let percent = |(found, of): (usize, usize)| format!("{found} of {of} ({} %)", hundredths((found, of)));
    let mut out = String::from(
        "# Measured on systems from public descriptions\n\n\
         <!-- Made by tests/published.rs; TRUSTLINE_BLESS=1 writes it anew. -->\n\n\
         Six systems that others have described in public were drawn, and for each the threats were listed that somebody\n\
         who knows such systems would insist on, before the catalog was run on them. Models, lists and how they are read:\n\
         [tests/published](../tests/published/README.md). The numbers are what the catalog of this version finds.\n\n\
         *Must* is what a list without it would not be taken seriously for, *should* what a good list has, and *absurd* what\n\
         the lists rule out and the catalog says all the same.\n\n\
         | model | system | must | should | absurd |\n|---|---|---|---|---|\n",
    );
    for s in systems {
        let (must, should) = (percent(s.recall(Must::Yes)), percent(s.recall(Must::Should)));
        writeln!(out, "| `{}` | {} | {must} | {should} | {} |", s.name, s.title, s.absurd().len()).unwrap();
    }
    let absurd: usize = systems.iter().map(|s| s.absurd().len()).sum();
    let (must, should) = (percent(sum(systems, Must::Yes)), percent(sum(systems, Must::Should)));
    writeln!(out, "| all | | {must} | {should} | {absurd} |").unwrap();
    write!(
        out,
        "\nThe aim is at least {} % of *must*, and nothing absurd.\n\n## How much there is to read\n\n\
         Threats that are open or only planned for, with the controls that the models have. The aim is at most {} to a\n\
         crossing, and {} on one part.\n\n\
         | model | crossings | threats | open | to a crossing | most on one part |\n|---|---|---|---|---|---|\n",
        AIM.recall, AIM.per_crossing, AIM.on_one
    )
    .unwrap();
    for s in examples.iter().chain(systems) {
        let (n, target) = s.most_on_one();
        let analysis = &s.found.analysis;
        let (crossings, threats) = (analysis.crossings.len(), analysis.threats.len());
        let (open, to) = (s.open(), s.per_crossing());
        writeln!(out, "| `{}` | {crossings} | {threats} | {open} | {to:.1} | {n}, `{target}` |", s.name)
            .unwrap();
    }
    out.push_str(
        "\n## What is missed\n\n| model | threat | where | | why it matters | why it is missed |\n|---|---|---|---|---|---|\n",
    );
    for m in missed {
        let id = if m.row.id == "-" { "none fits".to_owned() } else { format!("`{}`", m.row.id) };
        let must = if m.row.must == Must::Yes { "must" } else { "should" };
        let places: Vec<String> = m.row.targets().map(|t| format!("`{t}`")).collect();
        let (places, why) = (places.join(" or "), &m.row.why);
        writeln!(out, "| `{}` | {id} | {places} | {must} | {why} | {} |", m.model, m.why).unwrap();
    }
    out
}

#[test]
fn what_was_measured_is_written_down_with_a_reason_for_all_that_is_missed() {
    let (systems, examples) = (published(), examples());
    let catalog = edition::edition(None).unwrap();
    let missed = missed(&systems, &catalog).unwrap_or_else(|wrong| panic!("{wrong}"));
    let page = page(&systems, &examples, &missed);
    let path = root().join("docs/published.md");
    if std::env::var_os("TRUSTLINE_BLESS").is_some() {
        std::fs::write(&path, page).unwrap();
        return;
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(written == page, "docs/published.md is stale: run TRUSTLINE_BLESS=1 cargo test --test published");
}

#[test]
fn a_place_is_a_flow_or_an_end_of_it_and_each_row_has_a_threat_of_its_own() {
    let of = |list: &str| {
        let mut s = system(&root().join("tests/published/voice-bot.tm"));
        s.rows = rows(&format!("id\ttarget\tmust\tsource\twhy\n{list}")).unwrap();
        s
    };
    let s = of("");
    let hits = |id: &str, places: &[&str]| {
        let list = places.iter().map(|p| format!("{id}\t{p}\tyes\t-\tw\n")).collect::<String>();
        of(&list).hits()
    };
    // A rule on flows with one threat, and its place as flow, as both ends, and elsewhere.
    let on_flows = s.found.analysis.threats.iter().filter(|t| matches!(t.target, ThreatTarget::Flow(_)));
    let rule_of = |t: &Threat| t.id.split_once('@').unwrap().0.to_owned();
    let single = on_flows.filter(|t| s.of_rule(&rule_of(t)).count() == 1).min_by_key(|t| &t.id).unwrap();
    let (rule, flow) = single.id.split_once('@').unwrap();
    let (source, target) = flow.split_once("->").unwrap();
    let far = s
        .found
        .model
        .elements
        .iter()
        .map(|e| e.name.as_str())
        .find(|e| ![source, target].contains(e))
        .unwrap();
    for place in [flow, source, target, "*"] {
        assert_eq!(hits(rule, &[place]), [true], "{place}");
    }
    assert_eq!(hits(rule, &[far]), [false]);
    assert_eq!(hits(rule, &[flow, source]), [true, false], "one threat is not two");
    assert_eq!(hits(rule, &[far, flow]), [false, true]);
    assert_eq!(hits("no-such-rule", &["*"]), [false]);
    assert_eq!(of(&format!("{rule}\t{flow}\tnever\t-\tw\n")).absurd().len(), 1);
    assert_eq!(
        of(&format!("{rule}\t{source}\tnever\t-\tw\n")).absurd().len(),
        0,
        "what is ruled out is ruled out there"
    );
}
