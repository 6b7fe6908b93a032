//! What the tests of several rooms share: a small catalog, and a model as text.
#![allow(dead_code, clippy::unwrap_used)]

use std::fmt::Write;
use std::sync::Arc;
use trustline::catalog::edition::from_text;
use trustline::catalog::{Catalog, ControlId, KindId, RuleId};
use trustline::model::parts::Place;
use trustline::model::responses::With;
use trustline::model::{Model, Placed, Target, Zone};

/// A catalog small enough to read, so that the cases of the model do not change with the real one.
pub fn catalog() -> Arc<Catalog> {
    let (catalog, diagnostics, _) = from_text("test", &[("catalog.tm", include_str!("catalog.tm"))]);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    Arc::new(catalog)
}

/// A model as text: what a reader needs to see that everything was understood.
pub fn dump(m: &Model) -> String {
    let mut out = String::new();
    let element = |e: &trustline::model::ElementId| m.element(*e).map_or("?", |e| &e.name).to_owned();
    let elements = |l: &[trustline::model::ElementId]| l.iter().map(element).collect::<Vec<_>>().join(" ");
    let data = |l: &[trustline::model::DataId]| {
        l.iter().map(|d| m.datum(*d).map_or("?", |d| &d.name)).collect::<Vec<_>>().join(" ")
    };
    let boundary = |b: &trustline::model::BoundaryId| m.boundary(*b).map_or("?", |b| &b.name).to_owned();
    let flow = |f: &trustline::model::FlowId| m.flow(*f).map_or("?", |f| &f.id).to_owned();
    let control = |c: ControlId| m.catalog.controls.get(c.index()).map_or("?", |c| &c.name);
    let kind = |k: KindId| m.catalog.kind(k).map_or("?", |k| &k.name);
    let rule = |r: RuleId| m.catalog.rules.get(r.index()).map_or("?", |r| &r.name);
    let target = |t: &Target| match t {
        Target::All => "*".to_owned(),
        Target::Element(e) => element(e),
        Target::Boundary(b) => boundary(b),
        Target::Flows(l) => l.iter().map(flow).collect::<Vec<_>>().join("+"),
        Target::AnyKind(k) => format!("any {}", kind(*k)),
        Target::AnyFlow => "any flow".into(),
        Target::Data(d) => data(&[*d]),
    };
    let targets = |l: &[Placed]| l.iter().map(|p| target(&p.target)).collect::<Vec<_>>().join(" ");
    let mut line = |word: &str, name: &str, parts: &[(&str, String)]| {
        let _ = write!(out, "{word} {name}");
        for (name, value) in parts {
            if !value.is_empty() && value != "false" {
                let _ = write!(out, " {name}={value}");
            }
        }
        out.push('\n');
    };
    let opt = |o: &Option<String>| o.as_ref().map(|t| format!("{t:?}")).unwrap_or_default();
    let show = |o: Option<String>| o.unwrap_or_default();
    let i = &m.info;
    line(
        "model",
        &format!("{:?}", i.title),
        &[
            ("owner", opt(&i.owner)),
            ("version", opt(&i.version)),
            ("edition", opt(&i.edition)),
            ("appetite", show(i.appetite.map(|a| a.to_string()))),
            ("marking", opt(&i.marking)),
            ("review_days", show(i.review_days.map(|d| d.to_string()))),
            ("eu_ai_act", show(i.eu_ai_act.map(|c| c.to_string()))),
            (
                "lints",
                i.lints
                    .iter()
                    .map(|s| format!("{}:{}", s.subject.name(), s.action.word()))
                    .collect::<Vec<_>>()
                    .join(","),
            ),
            ("about", if i.about.is_empty() { String::new() } else { format!("{:?}", i.about) }),
            ("tags", i.tags.join(",")),
        ],
    );
    for b in &m.boundaries {
        line(
            "boundary",
            &b.name,
            &[
                ("label", format!("{:?}", b.label)),
                ("in", show(b.parent.as_ref().map(boundary))),
                ("trust", format!("{}{}", b.trust, if b.declares_trust { "!" } else { "" })),
                ("apart", b.apart.to_string()),
                ("implied", b.implied.to_string()),
                ("owner", opt(&b.owner)),
                ("was", b.was.join(",")),
                ("tags", b.tags.join(",")),
            ],
        );
    }
    for e in &m.elements {
        let zone = match m.zone(e.zone) {
            Some(Zone::Boundary(b)) => boundary(b),
            Some(Zone::Element(_)) => "own".into(),
            None => "?".into(),
        };
        let own = e
            .properties
            .iter()
            .map(|(p, l)| format!("{}:{l:?}", m.catalog.properties.get(p.index()).map_or("?", |p| &p.name)))
            .collect::<Vec<_>>()
            .join(",");
        line(
            "element",
            &e.name,
            &[
                ("kind", kind(e.kind).to_owned()),
                ("label", format!("{:?}", e.label)),
                ("in", show(e.boundary.as_ref().map(boundary))),
                ("zone", zone),
                ("trust", e.trust.to_string()),
                ("stores", data(&e.stores)),
                ("holds", data(&e.holds)),
                ("runs_on", elements(&e.runs_on)),
                ("lacks", e.lacks.iter().map(|c| control(*c)).collect::<Vec<_>>().join(",")),
                ("out", opt(&e.out_of_scope)),
                ("properties", own),
                ("owner", opt(&e.owner)),
                ("was", e.was.join(",")),
                ("tags", e.tags.join(",")),
                ("icon", e.icon.as_ref().map_or_else(String::new, |i| i.text().to_owned())),
            ],
        );
    }
    for d in &m.data {
        line(
            "data",
            &d.name,
            &[
                ("kind", kind(d.kind).to_owned()),
                ("label", format!("{:?}", d.label)),
                ("class", d.class.to_string()),
                ("integrity", d.integrity.to_string()),
                ("availability", d.availability.to_string()),
                ("personal", d.personal.to_string()),
                ("from", data(&d.from)),
                ("was", d.was.join(",")),
                ("tags", d.tags.join(",")),
            ],
        );
    }
    for f in &m.flows {
        line(
            "flow",
            &f.id,
            &[
                ("label", opt(&f.label)),
                ("sends", data(&f.sends)),
                ("writes", data(&f.writes)),
                ("returns", data(&f.returns)),
                ("via", elements(&f.via)),
                ("protocol", opt(&f.protocol)),
                ("one_way", f.one_way.to_string()),
                ("silent", (!f.declares).to_string()),
                ("lacks", f.lacks.iter().map(|c| control(*c)).collect::<Vec<_>>().join(",")),
                ("twin", show(f.twin.as_ref().map(flow))),
                ("was", f.was.join(",")),
                ("tags", f.tags.join(",")),
            ],
        );
    }
    for c in &m.controls {
        line(
            "control",
            &c.name,
            &[
                ("kind", control(c.kind).to_owned()),
                ("label", format!("{:?}", c.label)),
                ("on", targets(&c.on)),
                ("status", c.status.to_string()),
                ("evidence", opt(&c.evidence)),
                ("verified", show(c.verified.map(|d| d.to_string()))),
                ("due", show(c.due.map(|d| d.to_string()))),
                ("owner", opt(&c.owner)),
                ("ticket", opt(&c.ticket)),
                ("tags", c.tags.join(",")),
            ],
        );
    }
    for p in &m.placements {
        let place = match &p.place {
            Place::Element(e) => element(e),
            Place::Flow(f) => flow(f),
            Place::Boundary(b) => boundary(b),
        };
        let own = p.own.and_then(|o| m.controls.get(o.index())).map(|o| o.name.clone());
        line(
            "placed",
            control(p.control),
            &[("on", place), ("status", p.status.to_string()), ("own", show(own))],
        );
    }
    for r in &m.responses {
        let with = r.with.iter().map(|w| match w {
            With::Own(o) => m.controls.get(o.index()).map_or("?", |o| &o.name).to_owned(),
            With::Kind(c) => format!("any {}", control(*c)),
        });
        line(
            r.kind.word(),
            rule(r.rule),
            &[
                ("on", target(&r.on.target)),
                ("because", opt(&r.because)),
                ("by", opt(&r.by)),
                ("owner", opt(&r.owner)),
                ("ticket", opt(&r.ticket)),
                ("with", with.collect::<Vec<_>>().join(",")),
                ("takes", show(r.takes.map(|t| t.to_string()))),
                ("due", show(r.due.map(|d| d.to_string()))),
                ("at", show(r.at.map(|a| a.to_string()))),
                ("until", show(r.until.map(|d| d.to_string()))),
                ("to", opt(&r.to)),
                ("likelihood", show(r.likelihood.map(|t| t.to_string()))),
                ("impact", show(r.impact.map(|t| t.to_string()))),
                ("tags", r.tags.join(",")),
            ],
        );
    }
    for r in &m.requirements {
        let when = r.when.as_ref().map(|w| w.text.clone());
        line(
            "require",
            control(r.control),
            &[
                ("on", target(&r.on.target)),
                ("when", show(when)),
                ("because", opt(&r.because)),
                ("tags", r.tags.join(",")),
            ],
        );
    }
    for o in &m.off {
        line("off", rule(o.rule), &[("because", opt(&o.because)), ("tags", o.tags.join(","))]);
    }
    for a in &m.attackers {
        line(
            "attacker",
            &a.name,
            &[
                ("label", format!("{:?}", a.label)),
                ("from", elements(&a.from)),
                ("wants", targets(&a.wants)),
                ("skill", show(a.skill.map(|s| s.to_string()))),
                ("motive", opt(&a.motive)),
                ("tags", a.tags.join(",")),
            ],
        );
    }
    for a in &m.assumptions {
        line(
            "assumption",
            &format!("{:?}", a.text),
            &[("about", targets(&a.about)), ("confirmed", opt(&a.confirmed)), ("tags", a.tags.join(","))],
        );
    }
    for q in &m.questions {
        line(
            "question",
            &format!("{:?}", q.text),
            &[
                ("about", targets(&q.about)),
                ("owner", opt(&q.owner)),
                ("due", show(q.due.map(|d| d.to_string()))),
                ("answer", opt(&q.answer)),
                ("tags", q.tags.join(",")),
            ],
        );
    }
    for t in &m.tests {
        line(
            "tested",
            rule(t.rule),
            &[
                ("on", target(&t.on.target)),
                ("date", show(t.date.map(|d| d.to_string()))),
                ("by", opt(&t.by)),
                ("with", opt(&t.with)),
                ("result", t.result.to_string()),
                ("evidence", opt(&t.evidence)),
                ("tags", t.tags.join(",")),
            ],
        );
    }
    for r in &m.reviews {
        line(
            "reviewed",
            &r.date.to_string(),
            &[("by", opt(&r.by)), ("note", opt(&r.note)), ("tags", r.tags.join(","))],
        );
    }
    for v in &m.views {
        line(
            "view",
            &v.name,
            &[
                ("label", format!("{:?}", v.label)),
                ("focus", targets(&v.focus)),
                ("depth", v.depth.to_string()),
                ("direction", show(v.direction.map(|d| d.to_string()))),
                ("tags", v.tags.join(",")),
            ],
        );
    }
    for k in m.catalog.kinds.iter().filter(|k| k.own) {
        line("kind", &k.name, &[("tags", k.tags.join(","))]);
    }
    for c in m.catalog.controls.iter().filter(|c| c.own) {
        line(
            "word",
            &c.name,
            &[("reach", c.reach.to_string()), ("refs", c.refs.len().to_string()), ("tags", c.tags.join(","))],
        );
    }
    for r in m.catalog.rules.iter().filter(|r| r.own) {
        let when = r.when.as_ref().map(|w| w.text.clone());
        let steps = |l: &[(ControlId, u8)]| {
            l.iter().map(|(c, n)| format!("{}:{n}", control(*c))).collect::<Vec<_>>().join(",")
        };
        let refs = |l: &[trustline::catalog::Reference]| {
            l.iter().map(|r| format!("{}:{}", r.framework, r.id)).collect::<Vec<_>>().join(",")
        };
        line(
            "threat",
            &r.name,
            &[
                ("when", show(when)),
                ("refines", r.refines.iter().map(|r| rule(*r)).collect::<Vec<_>>().join(",")),
                ("rating", format!("{}x{}/{}", r.likelihood, r.impact, r.floor)),
                ("lowered_by", steps(&r.lowered_by)),
                ("softened_by", steps(&r.softened_by)),
                ("phase", r.phase.join(",")),
                ("layer", opt(&r.layer)),
                ("test", refs(&r.test)),
                ("refs", refs(&r.refs)),
                ("was", r.was.join(",")),
                ("family", r.family.join(",")),
                ("tags", r.tags.join(",")),
            ],
        );
    }
    out
}
