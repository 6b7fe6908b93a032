//! The rules of the catalog, each with a case that fires it and a near miss.
//!
//! Cases are files in `threats/SUBJECT`, where SUBJECT is the file of the catalog that has the rule:
//! `RULE.tm` (and more as `RULE-WORD.tm`) begins with `// fires: RULE@TARGET` and with `// draws:`,
//! the entries of frameworks whose attack the drawing shows; `RULE.near.tm` begins with
//! `// silent: RULE` and is as like the first as can be. Below each head stands why, in a sentence.
//!
//! Here every rule is held to what it claims: it arises where its case says and nowhere near; what
//! its threats give as reasons is true by a second, plain reading of the language; and its controls,
//! all in force, bring it down to where the rule says that they can.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/cases.rs"]
mod cases;
#[path = "support/findings.rs"]
mod findings;
#[path = "support/plain.rs"]
mod plain;

use cases::{Claim, cases, claim, models_in, name_of};
use findings::Found;
use plain::{On, Plain};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use trustline::analysis::{Fact, Threat, ThreatTarget};
use trustline::catalog::expr::Atom;
use trustline::catalog::{Catalog, Reference, Rule, RuleId, edition, frameworks};
use trustline::model::responses::RiskLevel;
use trustline::model::{BoundaryId, ElementId, FlowId, Model};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn found(path: &Path) -> Found {
    Found::of_file(path)
}

fn catalog() -> std::sync::Arc<Catalog> {
    edition::edition(None).unwrap()
}

/// What is wrong with a case, if anything.
fn wrong(case: &Claim, found: &Found) -> Vec<String> {
    let said = found.diagnostics.iter().chain(&found.analysis.diagnostics);
    let mut out: Vec<String> = said
        .filter(|d| ["error", "warning"].contains(&d.severity.word()))
        .map(|d| format!("{} {}: {}", d.severity.word(), d.code.name(), d.message))
        .collect();
    let rule_of = |t: &Threat| found.model.catalog.rules[t.rule.index()].name.clone();
    let at = |rule: &str| -> Vec<&str> {
        found.analysis.threats.iter().filter(|t| rule_of(t) == rule).map(|t| t.id.as_str()).collect()
    };
    let is_rule = |rule: &str| found.model.catalog.rules.iter().any(|r| r.name == rule);
    match case {
        Claim::Fires { rule, .. } | Claim::Silent(rule) if !is_rule(rule) => {
            out.push(format!("there is no rule `{rule}`"));
        }
        Claim::Fires { rule, target, .. } => {
            let id = format!("{rule}@{target}");
            if !at(rule).contains(&id.as_str()) {
                out.push(format!("{id} does not arise, only {:?}", at(rule)));
            }
        }
        Claim::Silent(rule) if !at(rule).is_empty() => out.push(format!("it is not silent: {:?}", at(rule))),
        Claim::Silent(_) => {}
    }
    out
}

#[test]
fn every_case_is_good_and_does_what_its_head_says_for_reasons_that_are_true() {
    let mut all = Vec::new();
    for case in cases() {
        // Reading the catalog takes most of the time, so each case is read once for both.
        let found = found(&case.path);
        let wrong = wrong(&case.claim, &found).into_iter().chain(differences(&found));
        all.extend(wrong.map(|w| format!("{}: {w}", case.name)));
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
}

/// The file of the catalog that has each rule, without its ending.
fn subjects() -> BTreeMap<String, String> {
    let mut out = BTreeMap::new();
    for path in models_in(&root().join("src/catalog/2026.1/threats")) {
        let subject = path.file_stem().unwrap().to_string_lossy().into_owned();
        for line in std::fs::read_to_string(&path).unwrap().lines() {
            if let Some(rule) = line.strip_prefix("threat ") {
                out.insert(rule.split([' ', ':']).next().unwrap().to_owned(), subject.clone());
            }
        }
    }
    out
}

#[test]
fn every_rule_has_a_case_and_a_near_miss_at_its_place() {
    let subjects = subjects();
    let (mut fires, mut silent, mut wrong) = (BTreeSet::new(), BTreeSet::new(), Vec::new());
    for case in cases() {
        let (rule, near) = match &case.claim {
            Claim::Fires { rule, .. } => (rule, false),
            Claim::Silent(rule) => (rule, true),
        };
        let subject = subjects.get(rule).map_or("", String::as_str);
        let stem = format!("tests/threats/{subject}/{rule}");
        let main = format!("{stem}{}.tm", if near { ".near" } else { "" });
        let further = case.name.starts_with(&format!("{stem}-")) && case.name.ends_with(".near.tm") == near;
        if case.name == main {
            if near {
                silent.insert(rule.clone())
            } else {
                fires.insert(rule.clone())
            };
        } else if !further {
            wrong.push(format!("{} should be {main}", case.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let rules = catalog().rules.clone().into_iter().map(|r| r.name);
    let missing: BTreeSet<String> = rules.filter(|r| !fires.contains(r) || !silent.contains(r)).collect();
    let list = root().join("tests/threats/missing.txt");
    let told: BTreeSet<String> = std::fs::read_to_string(&list).unwrap().lines().map(str::to_owned).collect();
    let done: Vec<&String> = told.difference(&missing).collect();
    if std::env::var_os("TRUSTLINE_BLESS").is_some() {
        // It only ever gets shorter.
        let left: String = told.intersection(&missing).map(|r| format!("{r}\n")).collect();
        std::fs::write(&list, left).unwrap();
    } else {
        assert!(done.is_empty(), "these have their cases, so take them out of missing.txt: {done:?}");
    }
    let new: Vec<&String> = missing.difference(&told).collect();
    assert!(new.is_empty(), "rules without a case or a near miss: {new:?}");
}

/// What is wrong with the entries that a case draws.
fn drawn(draws: &[Reference], rule: &Rule) -> Vec<String> {
    let mut out = Vec::new();
    for (i, r) in draws.iter().enumerate() {
        let name = format!("{}:{}", r.framework, r.id);
        if frameworks::entry(r).is_none() {
            out.push(format!("no framework has `{name}`"));
        } else if !rule.refs.contains(r) {
            out.push(format!("`{name}` is not among the refs of {}", rule.name));
        }
        if draws[..i].contains(r) {
            out.push(format!("`{name}` stands twice"));
        }
    }
    if draws.is_empty() {
        out.push("nothing is drawn".into());
    }
    out
}

#[test]
fn what_a_case_draws_is_what_its_rule_refers_to() {
    let catalog = catalog();
    let mut wrong = Vec::new();
    for case in cases() {
        let Claim::Fires { rule, draws, .. } = &case.claim else { continue };
        let Some(rule) = catalog.rules.iter().find(|r| r.name == *rule) else { continue };
        wrong.extend(drawn(draws, rule).into_iter().map(|w| format!("{}: {w}", case.name)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

// Facts

fn targets(model: &Model) -> Vec<ThreatTarget> {
    let in_scope = |e: ElementId| model.element(e).unwrap().out_of_scope.is_none();
    let flows = (0..model.flows.len()).map(FlowId::new).filter(|f| {
        let f = model.flow(*f).unwrap();
        in_scope(f.source) || in_scope(f.target)
    });
    let elements = (0..model.elements.len()).map(ElementId::new).filter(|e| in_scope(*e));
    let boundaries = (0..model.boundaries.len()).map(BoundaryId::new);
    flows
        .map(ThreatTarget::Flow)
        .chain(elements.map(ThreatTarget::Element))
        .chain(boundaries.map(ThreatTarget::Boundary))
        .chain([ThreatTarget::Model])
        .collect()
}

/// Whether a fact is true by the plain reading: the literal holds, and it names the data that make it
/// hold and no other.
fn is_true(plain: &Plain<'_>, found: &Found, target: ThreatTarget, fact: &Fact) -> bool {
    let on = match (target, fact.movement) {
        (ThreatTarget::Flow(f), Some(id)) => {
            let m = found.analysis.movement(id).unwrap();
            let same = plain.moves.iter().find(|p| p.flow == f && p.flow == m.flow && p.forward == m.forward);
            let Some(same) = same else { return false };
            On::Move(same)
        }
        (ThreatTarget::Element(e), None) => On::Element(e),
        _ => On::Other,
    };
    let (holds, data) = plain.holds(&fact.condition.atom, on);
    let named: BTreeSet<_> = fact.data.iter().copied().collect();
    holds != fact.condition.not && data.is_none_or(|d| fact.condition.not || d == named)
}

/// Where the analysis and the plain reading differ.
fn differences(found: &Found) -> Vec<String> {
    let plain = Plain::of(&found.model);
    let mut out = Vec::new();
    for t in &found.analysis.threats {
        for fact in t.facts.iter().filter(|f| !is_true(&plain, found, t.target, f)) {
            out.push(format!("{}: `{}` is not true", t.id, fact.condition.text(&found.model.catalog)));
        }
    }
    let arisen: BTreeSet<(RuleId, ThreatTarget)> =
        found.analysis.threats.iter().map(|t| (t.rule, t.target)).collect();
    let off: BTreeSet<RuleId> = found.model.off.iter().map(|o| o.rule).collect();
    for (i, rule) in
        found.model.catalog.rules.iter().enumerate().filter(|(i, _)| !off.contains(&RuleId::new(*i)))
    {
        for target in targets(&found.model) {
            let (is, should) = (arisen.contains(&(RuleId::new(i), target)), plain.arises(rule, target));
            if is != should {
                out.push(format!("{} on {target:?} arises: {is}, and should: {should}", rule.name));
            }
        }
    }
    out
}

#[test]
fn threats_of_larger_models_arise_where_a_plain_reading_says_so_and_for_reasons_that_are_true() {
    let models = ["examples", "tests/published"].map(|folder| models_in(&root().join(folder)));
    let mut wrong = Vec::new();
    let (mut threats, mut facts) = (0, 0);
    for path in models.concat() {
        let found = found(&path);
        threats += found.analysis.threats.len();
        facts += found.analysis.threats.iter().map(|t| t.facts.len()).sum::<usize>();
        wrong.extend(differences(&found).into_iter().map(|w| format!("{}: {w}", name_of(&path))));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(threats > 300 && facts > 1000, "{threats} threats with {facts} facts");
}

// Controls

/// The likelihood that a rule's controls, all in force, leave: the strongest counts in full, all
/// others take off one more.
fn least(rule: &Rule) -> u8 {
    let steps: Vec<u8> = rule.lowered_by.iter().map(|(_, n)| *n).collect();
    let off = steps.iter().max().unwrap_or(&0) + u8::from(steps.len() > 1);
    rule.likelihood.saturating_sub(off).max(rule.floor).max(1)
}

#[test]
fn the_controls_of_a_rule_suffice_for_its_floor() {
    let rules = catalog().rules.clone();
    let short = rules.iter().filter(|r| least(r) != r.floor.max(1));
    let short: Vec<String> = short
        .map(|r| {
            format!("{}: {} with all its controls {}, floor {}", r.name, r.likelihood, least(r), r.floor)
        })
        .collect();
    assert!(short.is_empty(), "{}", short.join("\n"));
}

/// A control of each kind that a rule lists, on the target of its case, as a person would add them.
fn with_controls(text: &str, rule: &Rule, catalog: &Catalog, target: &str) -> String {
    let place = match target.split_once('#') {
        Some((_, name)) => name.to_owned(),
        None => target.replace("->", " -> "),
    };
    let listed: BTreeSet<&str> = rule
        .lowered_by
        .iter()
        .chain(&rule.softened_by)
        .map(|(c, _)| catalog.controls[c.index()].name.as_str())
        .collect();
    let controls = listed.iter().enumerate();
    let controls: String =
        controls.map(|(i, c)| format!("control of_the_test_{i}: {c} {{ on: [{place}] }}\n")).collect();
    format!("{text}\n{controls}")
}

#[test]
fn with_all_its_controls_on_its_target_no_threat_is_above_medium() {
    let catalog = catalog();
    let mut wrong = Vec::new();
    for case in cases() {
        let Claim::Fires { rule, target, .. } = &case.claim else { continue };
        let Some(rule) = catalog.rules.iter().find(|r| r.name == *rule) else { continue };
        let text = with_controls(&case.text, rule, &catalog, target);
        let found = Found::of_text(&text).expect_good(&case.name);
        let Some(t) = found.analysis.find(&format!("{}@{target}", rule.name)) else {
            wrong.push(format!("{}: controls have made the threat vanish", case.name));
            continue;
        };
        let at_floor = t.residual.likelihood == rule.floor.max(1);
        if !at_floor || t.residual.severity() > RiskLevel::Medium {
            wrong.push(format!(
                "{}: {} x {} is left, and the rule's floor is {}",
                case.name, t.residual.likelihood, t.residual.impact, rule.floor
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

// That these tests can fail

const GOOD: &str = "\
// fires: sponge@model
// draws: atlas:AML.T0029
//   Somebody sends long questions until nobody else is served.

model \"M\" { owner: \"Ana\", catalog: 2026.1 }
prompts question \"Question\"
answers reply \"Reply\"
anonymous_user visitor \"Visitor\"
boundary cloud \"Cloud\" {
  trust: internal
  web_app desk \"Desk\"
  llm model \"Model\"
}
visitor -> desk { sends: [question], returns: [reply], controls: [tls] }
desk -> model { sends: [question], returns: [reply] }
threat sponge \"S\" {
  stride: denial_of_service
  on: llm
  when: element tainted and element fed_by anonymous_user
  likelihood: 4
  floor: 2
  impact: 4
  lowered_by: { rate_limit: 2, input_validation: 1 }
  scenario: \"S\"
  mitigation: \"M\"
}
";

#[test]
fn a_head_is_read_strictly() {
    let draws = vec![Reference { framework: "atlas".into(), id: "AML.T0029".into() }];
    let good = Claim::Fires { rule: "sponge".into(), target: "model".into(), draws };
    assert_eq!(claim(GOOD), Ok(good));
    let silent = "// silent: sponge\n//   Only colleagues ask, whom the owner knows.\n";
    assert_eq!(claim(silent), Ok(Claim::Silent("sponge".into())));
    for (from, to) in [
        ("// fires: ", "// fire: "),
        ("sponge@model\n", "sponge\n"),
        ("// draws: ", "// "),
        ("atlas:AML", "AML"),
        ("//   Somebody", "Somebody"),
    ] {
        assert!(claim(&GOOD.replacen(from, to, 1)).is_err(), "{from}");
    }
    assert!(claim("// silent: sponge\n\nmodel \"M\"").is_err());
}

#[test]
fn a_case_that_is_not_as_its_head_says_is_found() {
    let tell = |claim: &Claim, text: &str| wrong(claim, &Found::of_text(text));
    let fires = claim(GOOD).unwrap();
    assert_eq!(tell(&fires, GOOD), [""; 0]);
    let silent = Claim::Silent("sponge".into());
    assert!(tell(&silent, GOOD)[0].starts_with("it is not silent"));
    let internal = GOOD
        .replace("anonymous_user visitor \"Visitor\"\n", "")
        .replace("  web_app", "  user visitor \"V\"\n  web_app");
    assert!(
        tell(&fires, &internal).iter().any(|w| w.contains("does not arise")),
        "{:?}",
        tell(&fires, &internal)
    );
    assert!(
        tell(&fires, &GOOD.replace("returns: [reply], controls", "returns: [replyy], controls"))[0]
            .contains("error")
    );
    assert!(tell(&fires, &format!("{GOOD}documents unused \"U\"\n"))[0].contains("warning"));
    assert!(tell(&Claim::Silent("spongee".into()), GOOD)[0].contains("no rule"));
}

#[test]
fn entries_that_are_not_the_rules_are_found() {
    let catalog = catalog();
    let rule = catalog.rules.iter().find(|r| r.refs.len() > 1).unwrap();
    assert_eq!(drawn(&rule.refs, rule), [""; 0]);
    let of = |framework: &str, id: &str| vec![Reference { framework: framework.into(), id: id.into() }];
    assert!(drawn(&of("atlas", "AML.T9999"), rule)[0].contains("no framework"));
    let other = catalog.rules.iter().flat_map(|r| &r.refs).find(|r| !rule.refs.contains(r)).unwrap();
    assert!(drawn(&of(&other.framework, &other.id), rule)[0].contains("not among"));
    assert!(drawn(&[rule.refs[0].clone(), rule.refs[0].clone()], rule)[0].contains("twice"));
    assert!(!drawn(&[], rule).is_empty());
}

#[test]
fn a_reason_that_is_not_true_is_found() {
    let mut found = Found::of_text(GOOD).expect_good("the test's own");
    assert_eq!(differences(&found), [""; 0]);
    let (fed, trust) = {
        let t = found.analysis.find("sponge@model").unwrap();
        (t.facts[1].clone(), t.facts[0].clone())
    };
    assert!(matches!((&trust.condition.atom, &fed.condition.atom), (Atom::Tainted(..), Atom::Leads(..))));
    let place = found.analysis.threats.iter().position(|t| t.id == "sponge@model").unwrap();
    found.analysis.threats[place].facts[1].condition.not = true;
    assert_eq!(differences(&found).len(), 1, "a reason is turned around");
    found.analysis.threats[place].facts[1] = fed;
    found.analysis.threats.remove(place);
    assert_eq!(differences(&found).len(), 1, "a threat is not there");
    // A fact names more data than make it hold.
    let of_flow = found.analysis.threats.iter_mut().flat_map(|t| &mut t.facts).find(|f| !f.data.is_empty());
    of_flow.unwrap().data.clear();
    assert_eq!(differences(&found).len(), 2);
}

#[test]
fn a_control_that_does_not_count_is_found() {
    let found = Found::of_text(GOOD).expect_good("the test's own");
    let catalog = &found.model.catalog;
    let rule = catalog.rules.iter().find(|r| r.name == "sponge").unwrap();
    assert_eq!(least(rule), 2);
    let left = |target: &str| {
        let found = Found::of_text(&with_controls(GOOD, rule, catalog, target)).expect_good(target);
        found.analysis.find("sponge@model").unwrap().residual.likelihood
    };
    assert_eq!((left("model"), left("visitor")), (2, 4));
}
