//! A condition as text again, as it is shown.

use crate::syntax::tree::{Expression, ExpressionKind, Value, ValueKind};

/// Writes a condition as it stands in the text, but on one line, without comments and needless
/// parentheses. `bound` is how tightly what stands around it binds: 0 nothing, 1 `and`, 2 `not`.
pub(super) fn write(e: &Expression, bound: u8, out: &mut String) {
    let join = |parts: &[Expression], word: &str, own: u8, out: &mut String| {
        let wrap = bound > own;
        if wrap {
            out.push('(');
        }
        for (i, part) in parts.iter().enumerate() {
            if i > 0 {
                out.push_str(word);
            }
            write(part, own + 1, out);
        }
        if wrap {
            out.push(')');
        }
    };
    let text = match &e.kind {
        ExpressionKind::Or(parts) => return join(parts, " or ", 0, out),
        ExpressionKind::And(parts) => return join(parts, " and ", 1, out),
        ExpressionKind::Not(part) => {
            out.push_str("not ");
            return write(part, 2, out);
        }
        ExpressionKind::Is(x, kind) => format!("{} is {}", x.text(), kind.text()),
        ExpressionKind::In(x, part) => format!("{} in {}", x.text(), part.text()),
        ExpressionKind::Leads(leads) => leads.text(),
        ExpressionKind::Word(path) => path.text(),
        ExpressionKind::Compare(path, c, value) => format!("{} {} {}", path.text(), c.sign(), plain(value)),
        ExpressionKind::Crosses(None) => "crosses".into(),
        ExpressionKind::Crosses(Some(slope)) => format!("crosses {}", slope.text),
        ExpressionKind::Tainted(x, by) => {
            let x = x.as_ref().map_or(String::new(), |x| format!("{} ", x.text()));
            let by = by.as_ref().map_or(String::new(), |by| format!(" by {}", by.text));
            format!("{x}tainted{by}")
        }
        ExpressionKind::Exposes(what, trust) => format!("exposes {} to {}", what.text(), trust.text),
        ExpressionKind::Moves(m) => {
            let x = m.subject.as_ref().map_or(String::new(), |x| format!("{} ", x.text()));
            let party = m.party.as_ref().map_or(String::new(), |(w, p)| format!(" {} {}", w.text, p.text()));
            format!("{x}{} {}{party}", m.verb.text, m.what.text())
        }
        ExpressionKind::Broken => String::new(),
    };
    out.push_str(&text);
}

/// A value as it stands in the text; nothing of a list or a block.
fn plain(value: &Value) -> String {
    match &value.kind {
        ValueKind::Text(t) => format!("{t:?}"),
        ValueKind::Word(path) => path.text(),
        ValueKind::Bool(b) => b.to_string(),
        ValueKind::Number(n) => format!("{}{}", n.digits, n.unit.as_deref().unwrap_or("")),
        ValueKind::Date(d) => d.to_string(),
        _ => String::new(),
    }
}
