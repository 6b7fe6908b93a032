//! What is built: pictures, boundaries, elements, data, flows, ways in, attackers, assumptions.

use super::Line;
use super::page::{NONE, Page, cell, maybe, tagged};
use crate::model::parts::ControlStatus;
use crate::report::data::{Flow, Standing};
use crate::report::words::{columns, noun, parts as said, word};
use crate::report::{Picture, Place, scope, words};

impl Page<'_> {
    pub(super) fn building(&mut self) {
        self.target(2, words::QUESTIONS[0]);
        self.prose(&self.report.model.about);
        let shown: Vec<&Picture> = self.shown(Place::Building).collect();
        for (n, p) in shown.iter().enumerate() {
            // The first is the model's, whose title stands above.
            if n > 0 {
                self.heading(3, words::picture(&p.title));
            }
            self.picture(p);
        }
        if !shown.is_empty() {
            self.paragraph(words::how_to_read(shown.len()));
        }
        self.scope();
        self.inventory();
        self.data_by_class();
        self.users();
        self.attackers();
        self.assumptions();
        self.entries();
        self.surface();
    }

    /// The tables of what is drawn, in full.
    pub(super) fn parts(&mut self) {
        self.boundaries();
        self.elements();
        self.data();
        self.flows();
    }

    fn scope(&mut self) {
        self.section("scope");
        let scope = scope::scope(self.report);
        let mut lines = Vec::new();
        for (name, ids) in [("scope_built", &scope.built), ("scope_used", &scope.used)] {
            if !ids.is_empty() {
                lines.push(Line::new().strong(word(name)).then(format!(": {}", self.names.list(ids))));
            }
        }
        for (id, because) in &scope.out {
            let told = said::left_out(self.names.of(id), because);
            lines.push(Line::new().strong(word("scope_out")).then(format!(": {told}")));
        }
        self.list(lines);
        if scope.out.is_empty() {
            self.paragraph(word("scope_none_out"));
        }
    }

    /// The parts that are AI, by role.
    fn inventory(&mut self) {
        self.section("inventory");
        let roles = scope::roles(self.report);
        if roles.is_empty() {
            return self.paragraph(word("inventory_none"));
        }
        let rows = roles.iter().flat_map(|r| r.parts.iter().map(|p| (r.title, p))).map(|(title, p)| {
            let autonomous =
                p.autonomous.map(|a| word(if a { "autonomous" } else { "not_autonomous" }).to_owned());
            let defaults = (!p.defaults.is_empty()).then(|| said::by_default(&p.defaults.join(", ")));
            let traits: Vec<String> =
                autonomous.into_iter().chain(p.traits.iter().cloned()).chain(defaults).collect();
            vec![
                title.into(),
                self.names.part(&p.part).into(),
                (&p.kind_label).into(),
                cell(traits.join("; ")),
                self.ids(&p.data),
            ]
        });
        let rows = rows.collect();
        self.table(columns::INVENTORY, rows);
    }

    fn data_by_class(&mut self) {
        self.section("data");
        let rows = scope::classes(self.report);
        let rows = rows.iter().map(|c| {
            vec![c.class.to_string().into(), self.ids(&c.data), self.ids(&c.personal), self.ids(&c.exposed)]
        });
        let rows = rows.collect();
        self.table(columns::CLASSES, rows);
    }

    fn users(&mut self) {
        self.section("users");
        let users = scope::users(self.report);
        let rows = users.iter().map(|u| {
            vec![
                self.names.of(&u.id).into(),
                (&u.kind_label).into(),
                u.trust.to_string().into(),
                self.ids(&u.calls),
                self.ids(&u.called_by),
                self.ids(&u.gives),
                self.ids(&u.gets),
            ]
        });
        let rows = rows.collect();
        self.reference(noun::ACTOR, columns::USERS, rows);
    }

    fn surface(&mut self) {
        self.section("surface");
        let rows = scope::surface(self.report, self.names);
        let rows = rows.iter().map(|s| {
            let worst = s.worst.map(|w| format!("{} ", words::shape(w))).unwrap_or_default();
            vec![
                self.names.of(&s.id).into(),
                s.trust.to_string().into(),
                s.ways.to_string().into(),
                s.from.to_string().into(),
                s.unchecked.to_string().into(),
                format!("{worst}{}", s.unsettled).into(),
            ]
        });
        let rows = rows.collect();
        let head = columns::SURFACE;
        self.reference(noun::PART, head, rows);
    }

    fn standing(&self, controls: &[Standing], lacks: &[String]) -> Line {
        let has = controls.iter().map(|s| {
            let name = self.names.control(s.own.as_ref().unwrap_or(&s.control));
            said::standing(name, s.status == ControlStatus::Planned)
        });
        let lacks = lacks.iter().map(|l| said::lacks(&self.names.control(l)));
        cell(has.chain(lacks).collect::<Vec<_>>().join(", "))
    }

    fn boundaries(&mut self) {
        self.section("boundaries");
        let rows = self.report.boundaries.iter().map(|b| {
            let parent = b.parent.as_ref().map_or(NONE, |p| self.names.of(p));
            vec![
                tagged(&b.label, &b.tags),
                cell(parent),
                said::trust(b.trust, b.apart).into(),
                self.standing(&b.controls, &[]),
            ]
        });
        let rows = rows.collect();
        self.table(columns::BOUNDARIES, rows);
    }

    fn elements(&mut self) {
        self.section("elements");
        let rows = self.report.elements.iter().map(|e| {
            let place = e.boundary.as_ref().map_or(NONE, |b| self.names.of(b));
            let label = match &e.out_of_scope {
                Some(why) => said::out_of_scope(&e.label, why),
                None => e.label.clone(),
            };
            let keeps: Vec<String> = e.stores.iter().chain(&e.holds).cloned().collect();
            vec![
                tagged(label, &e.tags),
                (&e.kind_label).into(),
                cell(place),
                e.trust.to_string().into(),
                e.taint.level.map_or(NONE, |t| t.word()).into(),
                self.ids(&keeps),
                self.standing(&e.controls, &e.lacks),
            ]
        });
        let rows = rows.collect();
        let head = columns::ELEMENTS;
        self.reference(noun::ELEMENT, head, rows);
    }

    fn data(&mut self) {
        self.section("data_full");
        let rows = self.report.data.iter().map(|d| {
            let kept: Vec<String> = d.kept_at.iter().chain(&d.held_at).cloned().collect();
            let reach = match d.exposure.level {
                Some(t) if !d.exposure.path.is_empty() => {
                    format!("{t}: {}", self.names.path(&d.exposure.path))
                }
                Some(t) => t.to_string(),
                None => NONE.to_owned(),
            };
            vec![
                tagged(&d.label, &d.tags),
                (&d.kind_label).into(),
                d.class.to_string().into(),
                said::yes(d.personal).into(),
                self.ids(&d.from),
                self.ids(&kept),
                reach.into(),
            ]
        });
        let rows = rows.collect();
        let head = columns::DATA;
        self.table(head, rows);
    }

    fn flows(&mut self) {
        self.section("flows");
        let rows = self.report.flows.iter().map(|f| {
            let number = f.crossing.as_ref().map_or_else(|| NONE.to_owned(), |c| c.number.to_string());
            let name = said::flow(self.names.of(&f.id), f.label.as_deref(), &self.names.list(&f.via));
            let there: Vec<String> = f.sends.iter().chain(&f.writes).cloned().collect();
            vec![
                number.into(),
                tagged(name, &f.tags),
                if f.declares { self.ids(&there) } else { word("not_declared").into() },
                if f.one_way { word("no_answer").into() } else { self.ids(&f.returns) },
                maybe(f.protocol.as_ref()),
                self.standing(&f.controls, &f.lacks),
                self.crossing(f),
            ]
        });
        let rows = rows.collect();
        let head = columns::FLOWS;
        self.reference(noun::FLOW, head, rows);
    }

    fn crossing(&self, f: &Flow) -> Line {
        let Some(c) = &f.crossing else { return NONE.into() };
        said::crosses(&self.names.list(&c.out_of), &self.names.list(&c.into)).into()
    }

    fn entries(&mut self) {
        self.section("entries");
        if self.report.entries.is_empty() {
            return self.paragraph(word("entries_none"));
        }
        let rows = self.report.entries.iter().map(|e| {
            let crossing = self.names.flow(&e.flow).and_then(|f| f.crossing.as_ref());
            let ends = format!("{} → {}", self.names.of(&e.sender), self.names.of(&e.receiver));
            let way = said::way_in(&ends, crossing.map(|c| c.number), e.forward);
            let brings = match e.data.is_empty() {
                true => words::parts::brings_nothing(self.names, e).into(),
                false => self.ids(&e.data),
            };
            let checked = match &e.checked {
                Some(c) => format!("{}: {}", c.at, self.names.controls(&c.controls)).into(),
                None => Line::new().strong(word("not_checked")),
            };
            vec![way.into(), brings, e.level.to_string().into(), checked]
        });
        let rows = rows.collect();
        self.reference(noun::ENTRY, columns::WAYS_IN, rows);
    }

    fn attackers(&mut self) {
        self.section("attackers");
        if self.report.attackers.is_empty() {
            let none = crate::report::paths::none_declared(self.report, self.names);
            return self.paragraph(none);
        }
        let rows = self.report.attackers.iter().map(|a| {
            vec![
                (&a.label).into(),
                self.ids(&a.from),
                cell(self.names.parts(&a.wants)),
                a.skill.map_or(NONE, |s| s.word()).into(),
                maybe(a.motive.as_ref()),
                crate::report::paths::counts(a).into(),
            ]
        });
        let rows = rows.collect();
        self.table(columns::ATTACKERS, rows);
    }

    fn assumptions(&mut self) {
        self.section("assumptions");
        let rows = self.report.assumptions.iter().map(|a| {
            let confirmed = match &a.confirmed {
                Some(who) => cell(who),
                None => Line::new().strong(word("not_confirmed")),
            };
            vec![(&a.text).into(), cell(self.names.parts(&a.about)), confirmed, maybe(a.owner.as_ref())]
        });
        let rows = rows.collect();
        self.table(columns::ASSUMPTIONS, rows);
    }
}
