//! A tree as text that a person can read, for tests and for looking at what was read.

use super::tree::*;
use std::fmt::Write;

impl Tree {
    /// The tree, one statement a line, its block indented below it, and the comments at the end.
    /// `text` is the text of the file. A `!` before a statement says that it is faulty.
    pub fn dump(&self, text: &str) -> String {
        let mut out = self.form(text);
        for c in &self.comments {
            let comment = text.get(c.span.range()).unwrap_or("");
            let _ = writeln!(out, "comment {} {comment:?}", c.span.start);
        }
        out
    }

    /// The tree without its comments and places: everything that a formatter may not change.
    pub fn form(&self, text: &str) -> String {
        let mut out = String::new();
        statements(&mut out, &self.statements, text, 0);
        out
    }
}

fn statements(out: &mut String, all: &[Statement], text: &str, depth: usize) {
    for s in all {
        let _ = write!(out, "{:1$}", "", depth * 2);
        if s.faulty {
            out.push_str("! ");
        }
        shape(out, &s.shape, text);
        if let Some(b) = s.block() {
            out.push_str(if b.closed { " {}" } else { " {" });
        }
        out.push('\n');
        if let Some(b) = s.block() {
            statements(out, &b.statements, text, depth + 1);
        }
    }
}

fn shape(out: &mut String, shape: &Shape, text: &str) {
    let _ = match shape {
        Shape::Property(p) => write!(out, "property {} = {}", p.name.text, value(&p.value)),
        Shape::Flow(f) => {
            write!(out, "flow {}{}{}", chain(&f.chain), named(f.name.as_ref()), label(f.label.as_ref()))
        }
        Shape::Declaration(d) => {
            let parents: Vec<String> = d.parents.iter().map(Path::text).collect();
            let parents =
                if parents.is_empty() { String::new() } else { format!(" under {}", parents.join(" ")) };
            write!(out, "declaration {} {}{parents}{}", d.word.text(), d.name.text, label(d.label.as_ref()))
        }
        Shape::Response(r) => {
            write!(out, "response {} {} on {}", r.word.text, r.name.text(), target(&r.target))
        }
        Shape::Titled(t) => write!(out, "titled {} {:?}{}", t.word.text, t.text.text, named(t.name.as_ref())),
        Shape::Dated(d) => write!(out, "dated {} {}", d.word.text, d.date),
        Shape::Call(c) => {
            let arguments: Vec<String> = c.arguments.iter().map(value).collect();
            let arguments = arguments.join(", ");
            write!(out, "call {} {}({arguments}){}", c.word.text, c.name.text, named(c.alias.as_ref()))
        }
        Shape::Broken(b) => {
            let word = b.word.as_ref().map_or("-", |w| w.text.as_str());
            let name = b.name.as_ref().map_or("-", |w| w.text.as_str());
            write!(out, "broken {:?} word {word} name {name}", text.get(b.head.range()).unwrap_or(""))
        }
    };
}

fn named(name: Option<&Word>) -> String {
    name.map_or(String::new(), |n| format!(" as {}", n.text))
}

fn label(label: Option<&Text>) -> String {
    label.map_or(String::new(), |l| format!(" {:?}", l.text))
}

fn chain(c: &Chain) -> String {
    let mut out = String::new();
    for (n, end) in c.ends.iter().enumerate() {
        if let Some(arrow) = n.checked_sub(1).and_then(|n| c.arrows.get(n)) {
            out.push_str(if *arrow == Arrow::Forward { " -> " } else { " <-> " });
        }
        out.push_str(&end.text());
    }
    out
}

fn target(t: &Target) -> String {
    match t {
        Target::All(_) => "*".into(),
        Target::Name(p) => p.text(),
        Target::Chain(c) => chain(c),
        Target::Any(p, _) => format!("any {}", p.text()),
    }
}

fn value(v: &Value) -> String {
    match &v.kind {
        ValueKind::Text(t) => format!("{t:?}"),
        ValueKind::Word(p) => p.text(),
        ValueKind::Any(p) => format!("any {}", p.text()),
        ValueKind::All => "*".into(),
        ValueKind::Bool(b) => format!("<{b}>"),
        ValueKind::Number(n) => {
            format!("<{}{}>", n.digits, n.unit.as_ref().map_or(String::new(), |u| format!(" {u}")))
        }
        ValueKind::Date(d) => format!("<{d}>"),
        ValueKind::Every(n, unit) => format!("<every {n} {}>", unit.text),
        ValueKind::Reference(r) => format!("<{} : {}>", r.framework.text, r.id.text),
        ValueKind::Chain(c) => format!("<{}>", chain(c)),
        ValueKind::List(items) => format!("[{}]", items.iter().map(value).collect::<Vec<_>>().join(", ")),
        ValueKind::Map(pairs) => {
            let pairs: Vec<String> =
                pairs.iter().map(|p| format!("{}: {}", p.name.text, value(&p.value))).collect();
            format!("{{{}}}", pairs.join(", "))
        }
        ValueKind::Expression(e) => expression(e),
        ValueKind::Broken => "<broken>".into(),
    }
}

fn expression(e: &Expression) -> String {
    let join = |word: &str, parts: &[Expression]| {
        let parts: Vec<String> = parts.iter().map(expression).collect();
        format!("({word} {})", parts.join(" "))
    };
    match &e.kind {
        ExpressionKind::Or(parts) => join("or", parts),
        ExpressionKind::And(parts) => join("and", parts),
        ExpressionKind::Not(e) => format!("(not {})", expression(e)),
        ExpressionKind::Is(x, kind) => format!("({} is {})", x.text(), kind.text()),
        ExpressionKind::In(x, boundary) => format!("({} in {})", x.text(), boundary.text()),
        ExpressionKind::Leads(leads) => format!("({})", leads.text()),
        ExpressionKind::Word(p) => p.text(),
        ExpressionKind::Compare(x, c, v) => format!("({} {} {})", x.text(), c.sign(), value(v)),
        ExpressionKind::Crosses(d) => {
            format!("(crosses{})", d.as_ref().map_or(String::new(), |d| format!(" {}", d.text)))
        }
        ExpressionKind::Tainted(subject, by) => format!(
            "({}tainted{})",
            subject.as_ref().map_or(String::new(), |s| format!("{} ", s.text())),
            by.as_ref().map_or(String::new(), |b| format!(" by {}", b.text))
        ),
        ExpressionKind::Exposes(what, trust) => format!("(exposes {} to {})", what.text(), trust.text),
        ExpressionKind::Moves(m) => {
            let subject = m.subject.as_ref().map_or(String::new(), |s| format!("{} ", s.text()));
            let party =
                m.party.as_ref().map_or(String::new(), |(word, p)| format!(" {} {}", word.text, p.text()));
            format!("({subject}{} {}{party})", m.verb.text, m.what.text())
        }
        ExpressionKind::Broken => "<broken>".into(),
    }
}
