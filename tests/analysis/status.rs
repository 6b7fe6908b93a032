//! Status, responses and rules of the house.

use super::examples::EXAMPLES;
use super::*;

pub fn answered(statement: &str) -> Case {
    case(&format!(
        "{RULE}prompts p\nanonymous_user v\nboundary a {{ trust: internal\n web_app w }}\nv -> w {{ sends: [p] }}\n{statement}"
    ))
}

#[test]
fn each_response_makes_its_status() {
    let status = |s: &str| answered(s).threat("probe@v->w").status;
    assert_eq!(status(""), Status::Open);
    assert_eq!(status("dismiss probe on v -> w { because: \"No.\" }"), Status::Dismissed);
    assert_eq!(
        status("transfer probe on v -> w { to: \"CDN\", because: \"Contract.\" }"),
        Status::Transferred
    );
    let accept = "accept probe on v -> w { because: \"Yes.\", by: \"CISO\", ";
    assert_eq!(status(&format!("{accept}at: high, until: 2026-10-01 }}")), Status::Accepted, "inclusive");
    assert_eq!(
        status("rated probe on v -> w { likelihood: 1, impact: 3, because: \"Seen.\" }"),
        Status::Tolerated
    );
}

#[test]
fn an_acceptance_ends_with_its_date_and_with_its_severity() {
    let expired =
        answered("accept probe on v -> w { because: \"Yes.\", by: \"CISO\", at: high, until: 2026-09-30 }");
    assert_eq!(expired.threat("probe@v->w").status, Status::Open);
    assert_eq!(expired.warns("expired-accept"), 1);
    let exceeded =
        answered("accept probe on v -> w { because: \"Yes.\", by: \"CISO\", at: medium, until: 2027-09-30 }");
    assert_eq!(exceeded.threat("probe@v->w").status, Status::Open);
    assert_eq!(exceeded.warns("exceeded-accept"), 1);
}

#[test]
fn two_responses_to_one_threat_are_an_error() {
    let c = answered(
        "dismiss probe on v -> w { because: \"No.\" }\ntransfer probe on v -> w { to: \"CDN\", because: \"C.\" }",
    );
    assert_eq!(c.warns("duplicate-response"), 1);
}

#[test]
fn a_response_to_a_threat_that_does_not_arise_is_stale() {
    let c = answered("dismiss rag-poison on v -> w { because: \"No.\" }");
    let d = c.analysis.diagnostics.iter().find(|d| d.code.name() == "stale-response").unwrap();
    assert!(d.help.iter().any(|h| h.starts_with("Its target has `")), "{d:#?}");
    assert!(d.fix.is_some());
}

#[test]
fn a_rule_that_is_switched_off_gives_no_threat() {
    assert!(!answered("off probe { because: \"Not here.\" }").has("probe@v->w"));
}

#[test]
fn a_mitigation_by_a_control_that_does_not_count_is_told() {
    let c = answered("mitigate probe on v -> w { with: [rate_limit] }");
    assert_eq!(c.warns("idle-control"), 1);
    let c = answered(
        "control limiter: rate_limit \"L\" { on: [w], status: planned }\nmitigate probe on v -> w { with: [limiter] }",
    );
    assert_eq!(c.warns("idle-control"), 0);
}

const FINER: &str = r#"
threat finer "Finer" {
  stride: information_disclosure
  on: flow
  when: crosses
  refines: probe
  likelihood: 4
  impact: 3
  scenario: "S"
  mitigation: "M"
}
"#;

#[test]
fn a_finer_threat_takes_the_generic_ones_place_unless_dismissed_or_lower() {
    let c = answered(FINER);
    assert_eq!(c.threat("probe@v->w").status, Status::Refined);
    let finer = c.analysis.threats.iter().position(|t| t.id == "finer@v->w").unwrap();
    assert_eq!(c.threat("probe@v->w").refined_by.map(|t| t.index()), Some(finer));
    assert_eq!(c.threat("finer@v->w").refines.len(), 1);
    let dismissed = answered(&format!("{FINER}\ndismiss finer on v -> w {{ because: \"No.\" }}"));
    assert_eq!(dismissed.threat("probe@v->w").status, Status::Open);
    let lower = answered(&FINER.replace("likelihood: 4", "likelihood: 1"));
    assert_eq!(lower.threat("probe@v->w").status, Status::Open);
}

#[test]
fn a_rule_gives_one_threat_a_target_and_says_which_movement() {
    let c = case(
        "threat both \"Both\" { stride: tampering\n on: flow\n when: moves documents\n likelihood: 2\n impact: 2\n scenario: \"S\"\n mitigation: \"M\" }\n\
         documents d\nweb_app a\nweb_app b\na -> b { sends: [d], returns: [d] }\nb -> a { returns: [d] }",
    );
    assert_eq!(c.analysis.threats.iter().filter(|t| t.id.starts_with("both@")).count(), 2);
    let forward = |id: &str| c.analysis.movements[c.threat(id).movement.unwrap().index()].forward;
    assert!(forward("both@a->b"));
    assert!(!forward("both@b->a"));
}

#[test]
fn a_broken_rule_of_the_house_is_told() {
    let c = answered("require auth on any web_app { because: \"Policy 7.\" }");
    assert_eq!(c.warns("broken-requirement"), 1);
    assert_eq!(c.analysis.requirements[0].broken.len(), 1);
    let kept =
        answered("require auth on any web_app { because: \"Policy 7.\" }\ncontrol a: auth \"A\" { on: [w] }");
    assert_eq!(kept.warns("broken-requirement"), 0);
    let elsewhere =
        answered("require auth on any web_app { when: element stores weights, because: \"Policy 7.\" }");
    assert_eq!(elsewhere.warns("broken-requirement"), 0);
}

#[test]
fn ranking_is_by_residual_severity_then_confirmation() {
    let c = case(include_str!("../../examples/rag-public.tm"));
    let key =
        |t: &Threat| (t.residual.severity(), t.is_confirmed(), t.residual.product(), t.inherent.product());
    for pair in c.analysis.threats.windows(2) {
        let (a, b) = (&pair[0], &pair[1]);
        assert!(key(a) > key(b) || key(a) == key(b) && a.id < b.id, "{} before {}", a.id, b.id);
    }
    assert_eq!(RiskLevel::of(4), RiskLevel::Low);
    assert_eq!(RiskLevel::of(9), RiskLevel::Medium);
    assert_eq!(RiskLevel::of(15), RiskLevel::High);
    assert_eq!(RiskLevel::of(16), RiskLevel::Critical);
}

#[test]
fn facts_hold_when_they_are_tried_again() {
    let mut facts = 0;
    for text in EXAMPLES.iter().map(|(_, t)| t) {
        let c = case(text);
        let teller = c.teller();
        for t in &c.analysis.threats {
            assert!(trustline::analysis::recheck(&c.model, t), "{}", t.id);
            assert!(teller.facts(t).iter().all(|(_, text)| !text.is_empty()), "{}", t.id);
            facts += t.facts.len();
        }
    }
    assert!(facts > 100);
    // A fact of one model does not hold on another.
    let open = case(EXAMPLES[0].1);
    let other = case("web_app w");
    let t = open.analysis.threats.iter().find(|t| !t.facts.is_empty()).unwrap();
    assert!(!trustline::analysis::recheck(&other.model, t));
}
