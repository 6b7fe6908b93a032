//! Flows: chains taken apart, each with its id.

use super::Cx;
use super::props::{Owner, Props};
use crate::diagnostic::{Diagnostic, codes};
use crate::maps::Map;
use crate::model::parts::Place;
use crate::model::words;
use crate::model::{ElementId, Flow, FlowId};
use crate::source::Span;
use crate::syntax::tree::{self, Arrow};

impl Cx<'_> {
    /// All flows.
    pub fn flows(&mut self) {
        let mut ids: Map<String, Span> = Map::default();
        for index in 0..self.items.flows.len() {
            let Some((file, flow, faulty)) = self.items.flows.get(index).copied() else { continue };
            let made = self.flow(file, flow, faulty, &mut ids);
            self.flow_ids.push(made);
        }
    }

    /// One flow statement.
    fn flow(
        &mut self,
        file: usize,
        flow: &tree::Flow,
        faulty: bool,
        ids: &mut Map<String, Span>,
    ) -> Vec<FlowId> {
        let want = "a flow goes between elements";
        let ends: Vec<Option<ElementId>> =
            flow.chain.ends.iter().map(|e| self.element_of(file, e, want)).collect();
        let last = flow
            .label
            .as_ref()
            .map(|l| l.span)
            .or(flow.name.as_ref().map(|n| n.span))
            .unwrap_or(flow.chain.span);
        let head = flow.chain.span.to(last);
        let owner = Owner { file, what: "a flow", head, broken: faulty, kind: None };
        let props = self.props(owner, flow.block.as_ref(), words::FLOW);
        let one_way = self.flag(&props, "one_way").unwrap_or(false);
        if let (true, Some(span)) = (one_way, props.span("returns")) {
            let d = Diagnostic::new(codes::WRONG_TYPE, span, "a flow that is `one_way` returns nothing")
                .help("Take one of the two out.");
            self.out.push(d);
        }
        let model = Flow {
            id: String::new(),
            name: flow.name.as_ref().map(|n| self.scopes.full(file, &n.text)),
            source: ElementId::new(0),
            target: ElementId::new(0),
            label: flow.label.as_ref().map(|l| l.text.clone()).filter(|l| !l.is_empty()),
            sends: self.data_list(&props, "sends"),
            writes: self.data_list(&props, "writes"),
            returns: self.data_list(&props, "returns"),
            via: self.element_list(&props, "via"),
            protocol: self.text(&props, "protocol").map(|p| p.to_lowercase()),
            one_way,
            declares: ["sends", "writes", "returns"].iter().any(|p| props.has(p)),
            lacks: self.control_list(&props, "lacks"),
            twin: None,
            about: self.text(&props, "about").unwrap_or_default(),
            owner: self.text(&props, "owner"),
            was: Vec::new(),
            tags: self.words_of(&props, "tags"),
            span: head,
        };
        let older = self.older_ids(&props);
        let mut made = Vec::new();
        let further = ends.len().saturating_sub(2);
        if further > 0 && !self.copies(further * size(&model, &props), head) {
            return made;
        }
        for (i, pair) in ends.windows(2).enumerate() {
            let [from, to] = pair else { continue };
            let (Some(from), Some(to)) = (*from, *to) else {
                // References to a flow that is half known are not reported again.
                self.half_flows.extend(from.iter().chain(to.iter()));
                continue;
            };
            let first = self.add_flow(&model, faulty, from, to, ids);
            made.extend(first);
            if flow.chain.arrows.get(i) == Some(&Arrow::Both) && from != to {
                let second = self.add_flow(&model, faulty, to, from, ids);
                made.extend(second);
                for (this, other) in [(first, second), (second, first)] {
                    if let Some(f) = this.and_then(|t| self.model.flows.get_mut(t.index())) {
                        f.twin = other;
                    }
                }
            }
        }
        self.note_older(&made, older);
        let places: Vec<Place> = made.iter().map(|f| Place::Flow(*f)).collect();
        self.place_controls(&props, &places);
        made
    }

    fn add_flow(
        &mut self,
        model: &Flow,
        faulty: bool,
        source: ElementId,
        target: ElementId,
        ids: &mut Map<String, Span>,
    ) -> Option<FlowId> {
        let name = |e: ElementId| self.model.element(e).map_or("", |e| e.name.as_str());
        let (from, to) = (name(source), name(target));
        let id = match &model.name {
            Some(name) => format!("{from}->{to}#{name}"),
            None => format!("{from}->{to}"),
        };
        if let Some(first) = ids.get(&id) {
            if faulty {
                // Its name may be what could not be read.
                return None;
            }
            let d = Diagnostic::new(
                codes::DUPLICATE_FLOW,
                model.span,
                format!("there is a flow `{from} -> {to}` already"),
            )
            .label(*first, "first here")
            .help(format!("Give one of the two a name: `{from} -> {to} as NAME`."));
            self.out.push(d);
            return None;
        }
        ids.insert(id.clone(), model.span);
        let flow = FlowId::new(self.model.flows.len());
        let between = self.by_ends.entry((source, target)).or_default();
        between.push(flow);
        if model.name.is_none() {
            // The unnamed one stands first.
            let last = between.len() - 1;
            between.swap(0, last);
        }
        self.model.flows.push(Flow { id, source, target, ..model.clone() });
        Some(flow)
    }
}

/// How much each flow of a chain repeats: entries of lists and bytes of texts.
fn size(flow: &Flow, props: &Props<'_>) -> usize {
    let lists = flow.sends.len() + flow.writes.len() + flow.returns.len() + flow.via.len() + flow.lacks.len();
    let text = |t: &Option<String>| t.as_ref().map_or(0, String::len);
    let texts = flow.about.len() + text(&flow.label) + text(&flow.owner) + text(&flow.protocol);
    let words = flow.was.iter().chain(&flow.tags).map(String::len).sum::<usize>();
    lists + texts + words + props.items("controls")
}
