//! Ways to a target, older names, sums and what is out of scope.

use super::examples::EXAMPLES;
use super::status::answered;
use super::*;

/// Two rules with a control that works along the way: one on calls, one on data that leaves.
const WAYS: &str = r#"
threat asked "Asked" { stride: tampering
 on: flow
 when: crosses
 likelihood: 4
 impact: 3
 lowered_by: { rate_limit: 2 }
 scenario: "S"
 mitigation: "M" }
threat leaky "Leaky" { stride: information_disclosure
 on: process
 when: exposes confidential to untrusted
 likelihood: 4
 impact: 3
 lowered_by: { output_filtering: 2 }
 scenario: "S"
 mitigation: "M" }
"#;

#[test]
fn what_no_way_passes_is_not_on_every_way() {
    let c = case(&format!(
        "{WAYS}documents d {{ class: confidential }}\nprompts p {{ class: public }}\nend_user u\nmodel_provider llm\n\
         boundary b {{ trust: internal\n data_ingestion cron\n web_app app\n web_app mid\n database s {{ stores: [d] }}\n\
         web_app other {{ controls: [rate_limit, output_filtering] }} }}\n\
         cron -> app {{ sends: [p] }}\napp -> llm {{ sends: [p] }}\napp -> s {{ returns: [d] }}\n\
         mid -> s {{ returns: [d] }}\nu -> mid {{ returns: [d] }}"
    ));
    // It starts at the far end, to which no call leads back; `other` is connected to nothing.
    assert_eq!(c.threat("asked@app->llm").start, Start::Elements([c.element("llm")].into()));
    assert!(c.credited("asked@app->llm").is_empty());
    // The data arrives outside, but by another way than through `app`.
    assert!(c.credited("leaky@app").is_empty());
}

#[test]
fn data_leaves_by_the_movements_that_carry_it() {
    let text = |second: &str| {
        format!(
            "{WAYS}documents d {{ class: confidential }}\nlogs l {{ class: public }}\nend_user u\n\
             boundary b {{ trust: internal\n database s {{ stores: [d] }}\n web_app app\n web_app side\n\
             web_app front {{ controls: [output_filtering] }} }}\n\
             app -> s {{ returns: [d] }}\nfront -> app {{ returns: [d] }}\nu -> front {{ returns: [d] }}\n\
             app -> side {{ sends: [l] }}\nu -> side {{ returns: [{second}] }}"
        )
    };
    assert_eq!(case(&text("l")).credited("leaky@app"), ["output_filtering"], "logs carry no document");
    let other = text("d").replace("sends: [l]", "sends: [d]");
    assert!(case(&other).credited("leaky@app").is_empty());
}

#[test]
fn calls_start_at_each_less_trusted_zone() {
    let text = |flows: &str| {
        format!(
            "{WAYS}prompts p\nanonymous_user v\nboundary low {{ trust: partner\n web_app plugin }}\n\
             boundary mid {{ trust: internal\n web_app a\n web_app b }}\n\
             boundary high {{ trust: restricted\n web_app vault\n database safe }}\n{flows}"
        )
    };
    let start = |flows: &str| {
        let c = case(&text(flows));
        let Start::Elements(list) = &c.threat("asked@b->vault").start else { panic!("no start") };
        list.iter().map(|e| c.model.elements[e.index()].name.clone()).collect::<Vec<_>>()
    };
    assert_eq!(start("v -> a\na -> b\nb -> vault"), ["v"], "who hands on what others ask starts nothing");
    assert_eq!(start("a <-> b\nb -> vault"), ["a", "b"], "a ring that nobody calls");
    assert_eq!(
        start("a -> plugin\nplugin -> b\nb -> vault"),
        ["plugin", "a"],
        "who is called from higher trust only"
    );
}

#[test]
fn a_copy_that_is_kept_elsewhere_came_there() {
    let text = |kept: &str| {
        format!(
            "documents d {{ class: confidential }}\nboundary b {{ trust: internal\n database s {{ stores: [d] }}\n web_app copier }}\n\
             boundary p {{ trust: partner\n database backup {kept} }}\ncopier -> s {{ returns: [d] }}\ncopier -> backup {{ writes: [d] }}"
        )
    };
    assert_eq!(case(&text("")).exposure("d"), Some(Trust::Partner));
    assert_eq!(case(&text("{ stores: [d] }")).exposure("d"), Some(Trust::Partner));
}

#[test]
fn responses_find_parts_by_their_older_names() {
    let c = case(
        "threat probe \"P\" { stride: tampering\n on: flow\n when: crosses\n likelihood: 3\n impact: 3\n scenario: \"S\"\n mitigation: \"M\" }\n\
         prompts p\nend_user u\nboundary b { trust: internal\n was: [inside]\n web_app app { was: old_app }\n web_app two { was: old_two }\n database s }\n\
         u -> app { sends: [p] }\nu -> two as second { sends: [p], was: [deux] }\nu -> s { sends: [p], was: [u -> gone] }\n\
         dismiss probe on u -> old_app { because: \"x\" }\naccept probe on deux { because: \"x\", by: \"A\", at: high, until: 2027-01-01 }\n\
         transfer probe on u -> gone { to: \"x\", because: \"x\" }\nassumption \"A\" { about: [inside, old_two] }",
    );
    assert_eq!(c.threat("probe@u->app").status, Status::Dismissed);
    assert_eq!(c.threat("probe@u->two#second").status, Status::Accepted);
    assert_eq!(c.threat("probe@u->s").status, Status::Transferred);
    assert_eq!(c.model.assumptions[0].about.len(), 2);
    // What is drawn speaks of today.
    let files = Memory::new([("/m.tm", "web_app app { was: old }\nweb_app b\nb -> old")]);
    let read = read(&files, Entry::File(Path::new("/m.tm")), None);
    assert!(resolve(&read).diagnostics.iter().any(|d| d.is_error()));
}

#[test]
fn two_ratings_of_one_threat_are_an_error_and_two_statements_are_one_mistake() {
    let rated = "rated probe on v -> w { likelihood: 1, because: \"x\" }\nrated probe on any flow { likelihood: 5, because: \"y\" }";
    assert_eq!(answered(rated).warns("duplicate-response"), 1);
    let both = "anonymous_user v2\nv2 -> w { sends: [p] }\ndismiss probe on any flow { because: \"x\" }\n\
                transfer probe on * { to: \"x\", because: \"x\" }";
    assert_eq!(answered(both).warns("duplicate-response"), 1);
    let one =
        "rated probe on v -> w { likelihood: 1, because: \"x\" }\ndismiss probe on v -> w { because: \"x\" }";
    assert_eq!(answered(one).warns("duplicate-response"), 0, "a rating is no decision");
}

#[test]
fn the_fix_of_a_stale_response_takes_its_block_too() {
    let text = "web_app w\nanonymous_user v\nv -> w\ndismiss rag-poison on w { because: \"No.\" }\n";
    let c = case(text);
    let d = c.analysis.diagnostics.iter().find(|d| d.code.name() == "stale-response").unwrap();
    let edit = &d.fix.as_ref().unwrap().edits[0];
    let left = format!("{}{}", &text[..edit.span.start as usize], &text[edit.span.end as usize..]);
    assert_eq!(left.trim_end(), "web_app w\nanonymous_user v\nv -> w");
}

#[test]
fn the_lines_of_a_sum_add_up() {
    let mut lines = 0;
    for (name, text) in EXAMPLES {
        let c = case(text);
        let teller = c.teller();
        for t in &c.analysis.threats {
            let (mut now, mut later) = ([0u8; 2], [0u8; 2]);
            let mut started = [false; 2];
            for line in teller.sum(t) {
                let i = usize::from(line.of == "impact");
                if std::mem::replace(&mut started[i], true) {
                    assert_eq!(
                        i16::from(later[i]) + i16::from(line.change),
                        i16::from(line.result),
                        "{name} {}: {line:?}",
                        t.id
                    );
                } else {
                    assert_eq!(line.change, 0, "{name} {}: {line:?}", t.id);
                }
                later[i] = line.result;
                if !line.forecast {
                    now[i] = line.result;
                }
                assert!(!line.because.is_empty());
                lines += 1;
            }
            assert_eq!(now, [t.residual.likelihood, t.residual.impact], "{name} {}", t.id);
            assert_eq!(later, [t.forecast.likelihood, t.forecast.impact], "{name} {}", t.id);
        }
    }
    assert!(lines > 500, "{lines}");
}

#[test]
fn out_of_scope_there_is_no_threat_and_nothing_is_required() {
    let c = answered(
        "web_app x { scope: out, because: \"Theirs.\" }\npublic_web y { scope: out, because: \"Theirs.\" }\n\
         x -> y { sends: [p] }\nrequire tls on any flow { because: \"Policy.\" }",
    );
    assert!(!c.has("probe@x->y"));
    assert!(c.has("probe@v->w"));
    assert_eq!(c.warns("broken-requirement"), 1);
}

#[test]
fn a_model_without_an_edition_is_told_so_once() {
    let said = |text: &str| {
        let files = Memory::new([("/m.tm", text)]);
        let read = read(&files, Entry::File(Path::new("/m.tm")), None);
        let resolved = resolve(&read);
        let analysis = analyse(&resolved.model, Date::new(2026, 10, 1).unwrap());
        let all = || resolved.diagnostics.iter().chain(&analysis.diagnostics);
        assert!(!all().any(|d| d.is_error()));
        all().filter(|d| d.code.name() == "no-edition").count()
    };
    assert_eq!(said("model \"M\" { }\nweb_app w"), 1);
    assert_eq!(said("web_app w"), 1);
    assert_eq!(said("model \"M\" { catalog: 2026.1 }\nweb_app w"), 0);
}

#[test]
fn a_flow_both_ways_that_says_nothing_is_hinted_at_once() {
    assert_eq!(case("web_app w\nanonymous_user v\nv <-> w").warns("undeclared-flow"), 1);
}
