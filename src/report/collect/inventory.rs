//! The parts of a system that are AI, told by their kinds.

use super::*;
use crate::catalog::{AiRole, PropertyId};

/// The property by which agents say that nobody stands between their plan and their act.
const AUTONOMOUS: &str = "autonomous";

impl Collector<'_> {
    /// What the parts of a kind are to an AI system, as the catalog says.
    fn role(&self, kind: KindId) -> Option<AiRole> {
        self.catalog.kind(kind)?.ai
    }

    /// What is AI, by role; in each the elements first, in the model's order.
    pub(super) fn inventory(&self) -> Vec<AiPart> {
        let role_of_data: Vec<Option<AiRole>> = self.model.data.iter().map(|d| self.role(d.kind)).collect();
        let mut out = Vec::new();
        for (i, e) in self.model.elements.iter().enumerate() {
            let Some(role) = self.role(e.kind) else { continue };
            let id = ElementId::new(i);
            let kept = self.analysis.stored.get(i).unwrap_or(&e.stores);
            let mut data: Vec<DataId> = kept.iter().chain(&e.holds).copied().collect();
            data.sort_unstable();
            data.dedup();
            let (traits, defaults, autonomous) = self.traits(id, e.kind);
            out.push(AiPart {
                part: self.part(Place::Element(id)),
                role,
                kind_label: self.kind(e.kind).1,
                traits,
                defaults,
                autonomous,
                data: self.names(&data),
            });
        }
        for (d, role) in self.model.data.iter().zip(&role_of_data) {
            let Some(role) = *role else { continue };
            out.push(AiPart {
                part: Part { ty: PartType::Data, id: d.name.clone() },
                role,
                kind_label: self.kind(d.kind).1,
                traits: Vec::new(),
                defaults: Vec::new(),
                autonomous: None,
                data: self.names(&d.from),
            });
        }
        out.sort_by_key(|p| p.role);
        out
    }

    /// What the properties of an element say, without those that are false or empty; apart from these what
    /// neither the model nor the kind says and is taken by default. And whether it acts by itself, if its kind can tell.
    fn traits(&self, id: ElementId, kind: KindId) -> (Vec<String>, Vec<String>, Option<bool>) {
        let (mut said, mut taken, mut autonomous) = (Vec::new(), Vec::new(), None);
        let own = self.model.element(id).map_or(&[][..], |e| &e.properties);
        let of_kind = self.catalog.kind(kind).map_or(&[][..], |k| &k.defaults);
        for (property, _) in self.catalog.properties_of(kind) {
            let number = self.catalog.properties.iter().position(|p| p.name == property.name);
            let Some(number) = number.map(PropertyId::new) else { continue };
            let out = match own.iter().chain(of_kind).any(|(p, _)| *p == number) {
                true => &mut said,
                false => &mut taken,
            };
            let name = property.name.replace('_', " ");
            match self.model.property(id, number) {
                Some(Literal::Bool(b)) if property.name == AUTONOMOUS => autonomous = Some(*b),
                Some(Literal::Bool(true)) => out.push(name),
                Some(Literal::Word(w) | Literal::Text(w)) => {
                    out.push(format!("{name}: {}", w.replace('_', " ")))
                }
                Some(Literal::Words(w)) if !w.is_empty() => {
                    out.push(format!("{name}: {}", w.join(", ").replace('_', " ")));
                }
                Some(Literal::Number(n)) => out.push(format!("{name}: {n}")),
                _ => {}
            }
        }
        (said, taken, autonomous)
    }
}
