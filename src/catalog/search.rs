//! Searching the catalog: by words, by sort, by entry of a framework, and by what threats are.

use super::expr::Atom;
use super::frameworks::{self, Framework};
use super::{Catalog, ControlKind, Family, Kind, KindId, Root, Rule, Stride};

/// A sort of thing in the catalog.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Kinds of elements.
    Kinds,
    /// Kinds of data.
    Data,
    /// Controls.
    Controls,
    /// Threats.
    Threats,
    /// Frameworks and testing tools.
    Frameworks,
}

super::words!(Sort: Kinds "kinds", Data "data", Controls "controls", Threats "threats", Frameworks "frameworks");

/// One thing of the catalog.
#[derive(Copy, Clone, Debug)]
pub enum Item<'a> {
    /// A kind of element or data.
    Kind(&'a Kind),
    /// A control.
    Control(&'a ControlKind),
    /// A threat.
    Rule(&'a Rule),
    /// A framework or tool.
    Framework(&'static Framework),
}

impl<'a> Item<'a> {
    /// What sort of thing it is.
    pub fn sort(&self) -> Sort {
        match self {
            Item::Kind(k) if k.root == Root::Data => Sort::Data,
            Item::Kind(_) => Sort::Kinds,
            Item::Control(_) => Sort::Controls,
            Item::Rule(_) => Sort::Threats,
            Item::Framework(_) => Sort::Frameworks,
        }
    }

    /// The name by which it is called.
    pub fn name(&self) -> &'a str {
        match self {
            Item::Kind(k) => &k.name,
            Item::Control(c) => &c.name,
            Item::Rule(r) => &r.name,
            Item::Framework(f) => f.prefix,
        }
    }

    /// Its title for readers.
    pub fn title(&self) -> &'a str {
        match self {
            Item::Kind(k) => &k.label,
            Item::Control(c) => &c.label,
            Item::Rule(r) => &r.title,
            Item::Framework(f) => f.title,
        }
    }

    /// What else it says of itself.
    fn about(&self) -> &'a str {
        match self {
            Item::Kind(k) => &k.about,
            Item::Control(c) => &c.about,
            Item::Rule(r) => &r.scenario,
            Item::Framework(f) => f.edition,
        }
    }

    /// Whether a word stands in its name, title or description; case, `_` and `-` do not count.
    fn speaks_of(&self, word: &str) -> bool {
        let word = word.to_lowercase();
        let spaced = word.replace(['_', '-'], " ");
        let has = |text: &str| {
            let text = text.to_lowercase();
            text.contains(&word) || text.contains(&spaced)
        };
        has(self.name()) || has(self.title()) || has(self.about())
    }
}

/// What is looked for: all of it must hold.
#[derive(Clone, Debug, Default)]
pub struct Query {
    /// Words that stand in a name, title or description.
    pub words: Vec<String>,
    /// The sort of thing.
    pub sort: Option<Sort>,
    /// Of controls and threats: what they refer to, a framework or one of its entries.
    pub reference: Option<(String, Option<String>)>,
    /// Of threats: the family.
    pub family: Option<Family>,
    /// Of threats: a letter.
    pub stride: Option<Stride>,
    /// Of threats: `development` or `runtime`.
    pub phase: Option<String>,
    /// Of threats and kinds: the layer of MAESTRO.
    pub layer: Option<String>,
    /// Of threats: a kind of element on which they can arise, or that their condition names.
    pub kind: Option<KindId>,
}

/// Everything that fits, in the catalog's order, sort by sort.
pub fn find<'a>(catalog: &'a Catalog, query: &Query) -> Vec<Item<'a>> {
    let kinds = catalog.kinds.iter().map(Item::Kind);
    let items = kinds
        .chain(catalog.controls.iter().map(Item::Control))
        .chain(catalog.rules.iter().map(Item::Rule))
        .chain(frameworks::frameworks().map(Item::Framework));
    let mut found: Vec<Item<'a>> = items.filter(|i| fits(catalog, query, i)).collect();
    found.sort_by_key(|i| Sort::ALL.iter().position(|s| *s == i.sort()));
    found
}

fn fits(catalog: &Catalog, query: &Query, item: &Item<'_>) -> bool {
    if query.sort.is_some_and(|s| s != item.sort()) || !query.words.iter().all(|w| item.speaks_of(w)) {
        return false;
    }
    let rule = match item {
        Item::Rule(r) => Some(*r),
        _ => None,
    };
    let refers = query.reference.as_ref().is_none_or(|(framework, id)| match item {
        Item::Rule(r) => r.refers_to(framework, id.as_deref()),
        Item::Control(c) => c.refers_to(framework, id.as_deref()),
        Item::Kind(_) | Item::Framework(_) => false,
    });
    let layer = query.layer.as_ref().is_none_or(|l| match item {
        Item::Rule(r) => r.layer.as_ref() == Some(l),
        Item::Kind(k) => k.layer.as_ref() == Some(l),
        Item::Control(_) | Item::Framework(_) => false,
    });
    refers
        && layer
        && query.family.is_none_or(|f| rule.is_some_and(|r| Family::of(r.harm) == f))
        && query.stride.is_none_or(|s| rule.is_some_and(|r| r.stride.contains(&s)))
        && query.phase.as_ref().is_none_or(|p| rule.is_some_and(|r| r.phase.contains(p)))
        && query.kind.is_none_or(|k| rule.is_some_and(|r| asks_for(catalog, r, k)))
}

/// Whether a threat is tried on a kind, or asks in its condition that a part is of it.
fn asks_for(catalog: &Catalog, rule: &Rule, kind: KindId) -> bool {
    let named = |atom: &Atom| matches!(atom, Atom::Is(_, k) if catalog.is_under(kind, *k));
    let when = rule.when.iter().flat_map(|w| &w.alternatives).flat_map(|a| &a.literals);
    catalog.rules_on(kind).iter().any(|r| r.name == rule.name)
        || when.into_iter().any(|c| !c.not && named(&c.atom))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::edition;

    fn names(query: &Query) -> Vec<String> {
        let c = edition(None).unwrap();
        find(&c, query).iter().map(|i| i.name().to_owned()).collect()
    }

    #[test]
    fn each_filter_keeps_what_fits_and_nothing_else() {
        let c = edition(None).unwrap();
        let threats = || Query { sort: Some(Sort::Threats), ..Query::default() };
        assert_eq!(names(&threats()).len(), c.rules.len());
        for stride in Stride::ALL {
            let found = find(&c, &Query { stride: Some(*stride), ..Query::default() });
            let count = c.rules.iter().filter(|r| r.stride.contains(stride)).count();
            assert_eq!(found.len(), count);
        }
        let by = |reference| names(&Query { reference: Some(reference), ..Query::default() });
        let one = by(("owasp-llm-2026".to_owned(), Some("LLM09".to_owned())));
        assert!(one.contains(&"rag-poison".to_owned()), "{one:?}");
        assert!(by(("owasp-llm-2026".to_owned(), None)).len() > one.len());
        let layer = names(&Query { layer: Some("observability".into()), ..threats() });
        assert!(
            layer.iter().all(|n| {
                c.rules[c.find_rule(n).unwrap().index()].layer.as_deref() == Some("observability")
            })
        );
        let both = Query { phase: Some("development".into()), words: vec!["poison".into()], ..threats() };
        assert!(names(&both).contains(&"data-poison-store".to_owned()));
    }

    #[test]
    fn threats_of_a_kind_are_those_tried_on_it_and_those_that_name_it() {
        let c = edition(None).unwrap();
        let of = |kind: &str| names(&Query { kind: c.find_kind(kind), ..Query::default() });
        assert!(of("llm").contains(&"model-extraction".to_owned()), "tried on it");
        assert!(of("annotator").iter().all(|n| c.find_rule(n).is_some()));
        assert!(of("retriever").contains(&"prompt-injection-indirect".to_owned()), "named in its condition");
    }
}
