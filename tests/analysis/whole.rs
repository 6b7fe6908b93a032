//! What holds of every model: the order of the text and more controls change nothing for the worse.

use super::examples::EXAMPLES;
use super::*;

/// The statements of a file, each with its block, in reverse order.
fn reversed(text: &str) -> String {
    let mut statements: Vec<String> = Vec::new();
    let (mut depth, mut open) = (0usize, String::new());
    let mut in_text = false;
    for line in text.lines() {
        open.push_str(line);
        open.push('\n');
        in_text ^= line.matches("\"\"\"").count() % 2 == 1;
        if in_text {
            continue;
        }
        let code = line.split("//").next().unwrap();
        depth = depth + code.matches('{').count() - code.matches('}').count();
        if depth == 0 {
            statements.push(std::mem::take(&mut open));
        }
    }
    statements.reverse();
    statements.concat()
}

#[test]
fn order_of_declarations_changes_no_threat_id_or_rating() {
    for (name, text) in EXAMPLES {
        let key = |c: &Case| -> Vec<_> {
            let all = c.analysis.threats.iter().zip(c.analysis.slugs());
            all.map(|(t, slug)| (t.id.clone(), t.inherent, t.residual, t.forecast, t.status, slug)).collect()
        };
        let turned = reversed(text);
        assert_ne!(&turned, text);
        assert_eq!(key(&case(text)), key(&case(&turned)), "{name}");
    }
}

#[test]
fn a_control_never_raises_a_residual_risk_and_never_removes_a_threat() {
    for (name, text) in EXAMPLES {
        let before = case(text);
        let ids: Vec<_> = before.model.elements.iter().map(|e| e.name.clone()).collect();
        let controls: Vec<_> = before.model.catalog.controls.iter().map(|c| c.name.clone()).collect();
        for (i, control) in controls.iter().enumerate() {
            let on = &ids[i % ids.len()];
            let after = case(&format!("{text}\ncontrol extra_one: {control} \"Extra\" {{ on: [{on}] }}\n"));
            for t in &before.analysis.threats {
                let now = after.threat(&t.id);
                assert!(
                    now.residual.likelihood <= t.residual.likelihood,
                    "{name}: {control} on {on}: {}",
                    t.id
                );
                assert!(now.residual.impact <= t.residual.impact, "{name}: {control} on {on}: {}", t.id);
            }
            assert_eq!(before.analysis.threats.len(), after.analysis.threats.len());
        }
    }
}
