//! Where a control counts, and how risk is summed.

use super::*;

// Where a control counts

#[test]
fn the_visitors_own_browser_protects_nobody() {
    let c = case(&format!(
        "{RULE}prompts p\nboundary net {{ trust: untrusted\n browser v {{ controls: [rate_limit] }} }}\n\
         boundary b {{ trust: internal\n web_app w {{ controls: [auth] }} }}\nv -> w {{ sends: [p], controls: [tls] }}"
    ));
    assert_eq!(c.credited("probe@v->w"), ["tls", "auth"]);
    let not = c.uncredited("probe@v->w");
    assert_eq!(not.len(), 1);
    assert_eq!(not[0].0, "rate_limit");
    assert!(not[0].1.contains("where the threat starts"), "{not:?}");
}

#[test]
fn a_gateways_rate_limit_counts_behind_it_until_a_second_way_is_drawn() {
    let text = |second: &str| {
        format!(
            "{RULE}prompts p\nanonymous_user v\nboundary a {{ trust: internal\n gateway waf {{ controls: [rate_limit, auth] }} }}\n\
             boundary b {{ trust: internal\n inference_api chat\n }}\nboundary c {{ trust: internal\n database d }}\n\
             v -> waf {{ sends: [p] }}\nwaf -> chat {{ sends: [p] }}\nchat -> d {{ sends: [p] }}\n{second}"
        )
    };
    let one = case(&text(""));
    assert_eq!(one.credited("probe@chat->d"), ["rate_limit"], "auth has no reach");
    assert!(one.uncredited("probe@chat->d").iter().any(|(c, _)| *c == "auth"));
    let two = case(&text("v -> chat { sends: [p] }"));
    assert_eq!(two.credited("probe@chat->d"), Vec::<&str>::new());
    assert!(
        two.uncredited("probe@chat->d").iter().any(|(c, why)| *c == "rate_limit" && why.contains("past"))
    );
}

#[test]
fn controls_count_on_the_flow_via_ends_and_boundaries_that_it_crosses() {
    let c = case(&format!(
        "{RULE}prompts p\nanonymous_user v\nboundary a {{ trust: internal\n controls: [auth]\n guardrail g {{ controls: [rate_limit] }}\n web_app w }}\n\
         v -> w {{ sends: [p], via: [g], controls: [tls] }}"
    ));
    let mut all = c.credited("probe@v->w");
    all.sort_unstable();
    assert_eq!(all, ["auth", "rate_limit", "tls"]);
}

// Risk

#[test]
fn the_strongest_counts_in_full_and_the_others_one_more() {
    let text = |controls: &str| {
        format!(
            "{RULE}prompts p\nanonymous_user v\nboundary a {{ trust: internal\n web_app w }}\nv -> w {{ sends: [p], controls: [{controls}] }}"
        )
    };
    let residual = |controls: &str| case(&text(controls)).threat("probe@v->w").residual.likelihood;
    assert_eq!(residual(""), 4);
    assert_eq!(residual("tls"), 3);
    assert_eq!(residual("rate_limit"), 2);
    assert_eq!(residual("rate_limit, tls"), 1);
    assert_eq!(residual("rate_limit, tls, auth"), 1);
}

#[test]
fn impact_moves_by_the_highest_stake() {
    let text = |class: &str| {
        format!(
            "{RULE}documents d {{ class: {class} }}\nanonymous_user v\nboundary a {{ trust: internal\n web_app w }}\nv -> w {{ returns: [d] }}"
        )
    };
    let impact = |class: &str| case(&text(class)).threat("probe@v->w").inherent.impact;
    assert_eq!(
        (impact("public"), impact("internal"), impact("confidential"), impact("secret")),
        (2, 3, 3, 4)
    );
}

#[test]
fn what_is_known_to_be_missing_raises_the_likelihood_and_confirms() {
    let c = case(&format!(
        "{RULE}prompts p\nanonymous_user v\nboundary a {{ trust: internal\n web_app w {{ lacks: [auth] }} }}\nv -> w {{ sends: [p] }}"
    ));
    let t = c.threat("probe@v->w");
    assert!(t.is_confirmed());
    assert_eq!(t.inherent.likelihood, 5);
}

#[test]
fn rated_sets_the_inherent_values_and_nothing_else_moves_them() {
    let c = case(&format!(
        "{RULE}documents d {{ class: secret }}\nanonymous_user v\nboundary a {{ trust: internal\n web_app w {{ lacks: [auth] }} }}\n\
         v -> w {{ returns: [d] }}\nrated probe on v -> w {{ likelihood: 2, impact: 2, because: \"Seen.\", by: \"Ana\" }}"
    ));
    let t = c.threat("probe@v->w");
    assert_eq!((t.inherent.likelihood, t.inherent.impact), (2, 2));
    assert!(t.rated.is_some());
}

#[test]
fn planned_controls_count_in_the_forecast_alone() {
    let c = case(&format!(
        "{RULE}prompts p\nanonymous_user v\nboundary a {{ trust: internal\n web_app w }}\nv -> w {{ sends: [p] }}\n\
         control limiter: rate_limit \"Limiter\" {{ on: [w], status: planned }}"
    ));
    let t = c.threat("probe@v->w");
    assert_eq!((t.residual.likelihood, t.forecast.likelihood), (4, 2));
    assert_eq!(t.status, Status::Open, "2 x 3 is medium, above a low appetite");
    assert!(t.credited.iter().any(|c| !c.in_force));
}
