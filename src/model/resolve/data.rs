//! Data, and what it is derived from.

use super::Cx;
use super::elements::owner;
use super::props::Owner;
use crate::catalog::{Class, Level};
use crate::diagnostic::{Diagnostic, codes};
use crate::model::words;
use crate::model::{Data, DataId};
use crate::source::Span;

impl Cx<'_> {
    /// All data.
    pub fn data(&mut self) {
        let mut from_spans = Vec::new();
        for index in 0..self.items.data.len() {
            let Some((head, kind)) = self.items.data.get(index).copied() else { continue };
            let props =
                self.props(Owner { kind: Some(kind), ..owner(&head, "the kind") }, head.block, words::DATA);
            let (class, integrity, availability, personal) = self
                .catalog
                .kind(kind)
                .map_or((None, None, None, None), |k| (k.class, k.integrity, k.availability, k.personal));
            // Properties of kinds of data are checked; the model keeps no room for them.
            for (property, value) in &props.of_kind {
                let _ = self.literal(*property, value);
            }
            // Where neither data nor kind says, the values are those that move no impact.
            let data = Data {
                name: self.scopes.full(head.file, &head.name.text),
                label: head.label(),
                kind,
                class: self.word(&props, "class", Class::from_word).or(class).unwrap_or(Class::Internal),
                integrity: self
                    .word(&props, "integrity", Level::from_word)
                    .or(integrity)
                    .unwrap_or(Level::Medium),
                availability: self
                    .word(&props, "availability", Level::from_word)
                    .or(availability)
                    .unwrap_or(Level::Medium),
                personal: self.flag(&props, "personal").or(personal).unwrap_or(false),
                from: self.data_list(&props, "from"),
                about: self.text(&props, "about").unwrap_or_default(),
                owner: self.text(&props, "owner"),
                was: self.older_names_of(&props),
                tags: self.words_of(&props, "tags"),
                span: head.span,
            };
            from_spans.push(props.span("from").unwrap_or(head.span));
            self.model.data.push(data);
        }
        self.data_cycles(&from_spans);
    }

    /// Data that derives from itself: each ring is said once and opened, so that those who follow
    /// `from` come to an end.
    fn data_cycles(&mut self, spans: &[Span]) {
        #[derive(Copy, Clone, PartialEq)]
        enum Mark {
            New,
            Open,
            Done,
        }
        let count = self.model.data.len();
        let mut marks = vec![Mark::New; count];
        let mut cut: Vec<(usize, DataId)> = Vec::new();
        for start in 0..count {
            if marks.get(start) != Some(&Mark::New) {
                continue;
            }
            // The path from `start`, each with how many of its sources have been followed.
            let mut path: Vec<(usize, usize)> = vec![(start, 0)];
            set(&mut marks, start, Mark::Open);
            while let Some((at, next)) = path.last_mut() {
                let at = *at;
                let from = self.model.data.get(at).and_then(|d| d.from.get(*next)).copied();
                *next += 1;
                let Some(from) = from else {
                    set(&mut marks, at, Mark::Done);
                    path.pop();
                    continue;
                };
                match marks.get(from.index()) {
                    Some(Mark::New) => {
                        set(&mut marks, from.index(), Mark::Open);
                        path.push((from.index(), 0));
                    }
                    Some(Mark::Open) => {
                        cut.push((at, from));
                        let mut names: Vec<String> = path
                            .iter()
                            .map(|(i, _)| *i)
                            .skip_while(|i| *i != from.index())
                            .chain([from.index()])
                            .filter_map(|i| self.model.data.get(i).map(|d| format!("`{}`", d.name)))
                            .collect();
                        if names.len() > 12 {
                            names.truncate(12);
                            names.push("…".into());
                        }
                        let span = spans.get(at).copied().or(self.model.data.get(at).map(|d| d.span));
                        if let Some(span) = span {
                            let message = format!("data derives from itself: {}", names.join(" from "));
                            let d = Diagnostic::new(codes::CYCLE, span, message)
                                .help("Take one of them out of `from`.");
                            self.out.push(d);
                        }
                    }
                    _ => {}
                }
            }
        }
        for (at, from) in cut {
            if let Some(data) = self.model.data.get_mut(at) {
                data.from.retain(|f| *f != from);
            }
        }

        fn set(marks: &mut [Mark], at: usize, mark: Mark) {
            if let Some(m) = marks.get_mut(at) {
                *m = mark;
            }
        }
    }
}
