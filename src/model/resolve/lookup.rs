//! Names looked up where they are used, and what is said when there is nothing of the name.

use super::Cx;
use super::names::{Named, Unfound};
use crate::catalog::{ControlId, KindId, PropertyId, Root, RuleId, foreign};
use crate::diagnostic::nearest::nearest;
use crate::diagnostic::{Code, Diagnostic, Edit, Fix, Label, codes};
use crate::model::{BoundaryId, DataId, ElementId, FlowId, Target};
use crate::source::Span;
use crate::syntax::tree::{self, Arrow, Chain, Path};

/// How many further places of an unknown name are listed.
const ALSO: usize = 5;

impl Cx<'_> {
    /// What a name stands for; says so if it is nothing.
    pub fn part(&mut self, file: usize, path: &Path, wanted: fn(Named) -> bool) -> Option<Named> {
        match self.scopes.part(file, path) {
            Ok(found) => Some(found),
            Err(Unfound::Silent) => None,
            Err(why) => {
                self.unknown_part(file, path, &why, wanted);
                None
            }
        }
    }

    fn unknown_part(&mut self, file: usize, path: &Path, why: &Unfound, wanted: fn(Named) -> bool) {
        let (span, name) = match (why, &path.alias) {
            (Unfound::Alias, Some(alias)) => (alias.span, alias.text.clone()),
            _ => (path.span, path.text()),
        };
        if self.also(file, &name, span) {
            return;
        }
        if *why == Unfound::Alias {
            self.said.insert((file, name.clone()), self.out.len());
            let mut d =
                Diagnostic::new(codes::UNKNOWN_NAME, span, format!("nothing is imported as `{name}`"));
            let inside = matches!(&path.alias, Some(a)
                if matches!(self.scopes.part(file, &Path { alias: None, name: a.clone(), span: a.span }), Ok(Named::Boundary(_))));
            let alone = Path { alias: None, name: path.name.clone(), span: path.name.span };
            if inside {
                d = d.help(format!("Names in boundaries stand alone: write `{}`.", path.name.text)).fix(
                    format!("write `{}`", path.name.text),
                    path.span,
                    path.name.text.clone(),
                );
            } else if self.scopes.part(file, &alone).is_ok() {
                d = d
                    .help(format!("Names of an import without `as` stand alone: write `{}`.", path.name.text))
                    .fix(format!("write `{}`", path.name.text), path.span, path.name.text.clone());
            } else if let Some(near) = self.scopes.nearest_alias(file, &name) {
                d = d.help(format!("Did you mean `{near}`?")).fix(format!("write `{near}`"), span, near);
            } else {
                d = d.help(format!("`import \"FILE\" as {name}` puts a file behind this name."));
            }
            self.out.push(d);
            return;
        }
        if let Some(now) = self.scopes.renamed(file, path).and_then(|named| self.called(named)) {
            self.said.insert((file, name.clone()), self.out.len());
            let d = Diagnostic::new(codes::UNKNOWN_NAME, span, format!("`{name}` is called `{now}` now"))
                .help("Responses and what is said about parts may use an older name; what is built may not.")
                .fix(format!("write `{now}`"), path.name.span, now);
            self.out.push(d);
            return;
        }
        let mut near = None;
        if self.spend(self.items.elements.len() + self.items.data.len() + 100) {
            let fits = nearest(
                &path.name.text,
                self.scopes.names(file, path).filter(|(_, n)| wanted(*n)).map(|(n, _)| n),
            );
            near = fits.or_else(|| nearest(&path.name.text, self.scopes.names(file, path).map(|(n, _)| n)));
        }
        if near.is_none() && self.nameless(file, path, span) {
            return;
        }
        self.said.insert((file, name.clone()), self.out.len());
        let mut d = Diagnostic::new(codes::UNKNOWN_NAME, span, format!("nothing is declared as `{name}`"));
        if let Some(near) = near {
            d = d.help(format!("Did you mean `{near}`?")).fix(
                format!("write `{near}`"),
                path.name.span,
                near,
            );
        } else if let Some(kind) = self.words.kinds.get(name.as_str()).filter(|_| path.alias.is_none()) {
            let kind = self.catalog.kind(*kind);
            let of_data = kind.is_some_and(|k| k.root == Root::Data);
            let meant = kind.and_then(|k| foreign::other_sort(&self.catalog, k));
            let data_wanted = wanted(Named::Data(0)) && !wanted(Named::Element(0));
            d = match meant.filter(|_| data_wanted && !of_data) {
                Some(data) => d
                    .help(format!(
                        "`{name}` is a kind of elements. Data is declared as `{} NAME`.",
                        data.name
                    ))
                    .help(foreign::told(data)),
                None if of_data => d.help(format!("`{name}` is a kind; name data of it: `{name} NAME`.")),
                None => d.help(format!("`{name}` is a kind; name an element of it: `{name} NAME`.")),
            };
        } else {
            let as_ = match (wanted(Named::Data(0)), wanted(Named::Element(0))) {
                (true, false) => format!(" by its kind, as `documents {}`", path.name.text),
                (false, true) => format!(" by its kind, as `web_app {}`", path.name.text),
                _ => String::new(),
            };
            d = d.help(format!("Declare it{as_}, or import the file that does."));
        }
        self.out.push(d);
    }

    /// Whether an unknown name was said before; then this place is added to what was said.
    fn also(&mut self, file: usize, name: &str, span: Span) -> bool {
        let Some(&index) = self.said.get(&(file, name.to_owned())) else { return false };
        self.label(index, span, "also here");
        true
    }

    /// Whether an unknown name is new, and is now to be said; a further place is added to what
    /// was said.
    fn once(&mut self, file: usize, name: &str, span: Span) -> bool {
        let new = !self.also(file, name, span);
        if new {
            self.said.insert((file, name.to_owned()), self.out.len());
        }
        new
    }

    /// Whether an unknown name may be that of a declaration whose name was forgotten. That has
    /// been said, so the use is not reported; if there is only one, it is told what was found.
    fn nameless(&mut self, file: usize, path: &Path, span: Span) -> bool {
        let visible = self.scopes.visible(file, path);
        let mut all = self.items.nameless.iter_mut().filter(|n| visible.contains(&n.file));
        let Some(one) = all.next() else { return false };
        if all.next().is_some() {
            return true;
        }
        let (said, gap, name) = (one.said, one.gap, &path.name.text);
        match &one.maybe {
            None => {
                one.maybe = Some(name.clone());
                if let Some(d) = self.out.get_mut(said) {
                    d.fix = Some(Fix {
                        message: format!("name it `{name}`"),
                        edits: vec![Edit { span: gap, text: format!(" {name}") }],
                    });
                }
            }
            // Of several names nobody knows which it is.
            Some(first) if first != name => {
                if let Some(d) = self.out.get_mut(said) {
                    d.fix = None;
                }
            }
            Some(_) => {}
        }
        self.label(said, span, &format!("`{name}` is declared nowhere and may be its name"));
        true
    }

    /// Adds a place to what was said.
    fn label(&mut self, index: usize, span: Span, text: &str) {
        if let Some(d) = self.out.get_mut(index)
            && d.labels.len() < ALSO
        {
            d.labels.push(Label { span, text: text.to_owned() });
        }
    }

    /// A name of the wrong sort of thing.
    fn wrong_name(&mut self, path: &Path, found: Named, message: String, help: Option<String>) {
        let mut d =
            Diagnostic::new(codes::WRONG_NAME, path.span, message).at(format!("this is {}", found.what()));
        if let Some(help) = help {
            d = d.help(help);
        }
        self.out.push(d);
    }

    /// The element of a name; `want` is how the sentence begins: `a flow goes between elements`.
    pub fn element_of(&mut self, file: usize, path: &Path, want: &str) -> Option<ElementId> {
        match self.part(file, path, |n| matches!(n, Named::Element(_)))? {
            Named::Element(index) => Some(ElementId::new(index)),
            Named::Broken => None,
            found => {
                let help = match found {
                    Named::Boundary(index) => self.inside_help(index),
                    Named::Data(_) => Some(format!("Flows move data: `sends: [{}]`.", path.text())),
                    _ => None,
                };
                let message = format!("{want}; `{}` is {}", path.text(), found.what());
                self.wrong_name(path, found, message, help);
                None
            }
        }
    }

    /// Names elements that stand in a boundary.
    fn inside_help(&self, boundary: usize) -> Option<String> {
        let names: Vec<String> = self
            .items
            .elements
            .iter()
            .filter(|(h, _)| h.boundary == Some(boundary))
            .take(3)
            .map(|(h, _)| format!("`{}`", h.name.text))
            .collect();
        (!names.is_empty()).then(|| format!("Name an element in it, as {}.", names.join(", ")))
    }

    /// The data of a name.
    pub fn data_of(&mut self, file: usize, path: &Path, want: &str) -> Option<DataId> {
        match self.part(file, path, |n| matches!(n, Named::Data(_)))? {
            Named::Data(index) => Some(DataId::new(index)),
            Named::Broken => None,
            found => {
                let message = format!("{want}; `{}` is {}", path.text(), found.what());
                let help = self.data_meant(found);
                self.wrong_name(path, found, message, Some(help));
                None
            }
        }
    }

    /// How to declare the data that is wanted where something else stands: by the kind of what such an element
    /// keeps, if it is one.
    fn data_meant(&self, found: Named) -> String {
        let element = match found {
            Named::Element(index) => self.items.elements.get(index),
            _ => None,
        };
        let kind = element.and_then(|(_, kind)| self.catalog.kind(*kind));
        let meant = kind.and_then(|k| foreign::other_sort(&self.catalog, k));
        let name = meant.map_or("documents", |k| k.name.as_str());
        let help = format!("Declare the data by its kind, as `{name} NAME`, and name it here.");
        meant.map_or(help.clone(), |kind| format!("{help} {}", foreign::told(kind)))
    }

    /// What a name in `on` or `about` stands for.
    pub fn target_of(&mut self, file: usize, path: &Path) -> Option<Target> {
        match self.part_by_any_name(file, path, |_| true)? {
            Named::Element(index) => Some(Target::Element(ElementId::new(index))),
            Named::Boundary(index) => Some(Target::Boundary(self.boundary_id(index))),
            Named::System => Some(Target::Boundary(BoundaryId::new(0))),
            Named::Data(index) => Some(Target::Data(DataId::new(index))),
            Named::Flow(index) => {
                let ids = self.flow_ids.get(index).cloned().unwrap_or_default();
                (!ids.is_empty()).then_some(Target::Flows(ids))
            }
            Named::Broken => None,
        }
    }

    /// The target of a response; data are none.
    pub fn response_target(&mut self, file: usize, target: &tree::Target) -> Option<Target> {
        match target {
            tree::Target::All(_) => Some(Target::All),
            tree::Target::Name(path) => self.no_data(file, path),
            tree::Target::Chain(chain) => self.chain_of(file, chain).map(Target::Flows),
            tree::Target::Any(path, _) => self.any_of(file, path),
        }
    }

    /// An element, a boundary or a flow of a name.
    pub fn no_data(&mut self, file: usize, path: &Path) -> Option<Target> {
        match self.target_of(file, path)? {
            Target::Data(_) => {
                let message =
                    format!("an element, a flow or a boundary is wanted; `{}` is data", path.text());
                let help = "Name an element that keeps the data, or a flow that moves it.".to_owned();
                self.wrong_name(path, Named::Data(0), message, Some(help));
                None
            }
            other => Some(other),
        }
    }

    /// `any KIND` and `any flow`.
    pub fn any_of(&mut self, file: usize, path: &Path) -> Option<Target> {
        if path.alias.is_none() && path.name.text == "flow" {
            return Some(Target::AnyFlow);
        }
        let kind = self.kind_of(file, path)?;
        if self.catalog.kind(kind).is_some_and(|k| k.root == Root::Data) {
            let message = format!("`any` takes a kind of elements; `{}` is a kind of data", path.text());
            self.out.push(Diagnostic::new(codes::WRONG_NAME, path.span, message));
            return None;
        }
        Some(Target::AnyKind(kind))
    }

    /// The kind of a name.
    pub fn kind_of(&mut self, file: usize, path: &Path) -> Option<KindId> {
        match self.scopes.alias_known(file, path) {
            Ok(()) => {}
            Err(Unfound::Silent) => return None,
            Err(why) => {
                self.unknown_part(file, path, &why, |_| true);
                return None;
            }
        }
        if let Some(kind) = self.words.kinds.get(path.name.text.as_str()) {
            return Some(*kind);
        }
        let foreign = foreign::of(&self.catalog, &path.name.text).map(foreign::here);
        let near = if foreign.is_none() && self.spend(self.words.kinds.len()) {
            nearest(&path.name.text, self.words.kinds.keys().map(String::as_str)).map(str::to_owned)
        } else {
            None
        };
        let d = self.unknown_word_of(file, path, codes::UNKNOWN_KIND, "kind", near);
        if let Some(mut d) = d {
            if let Some(here) = foreign {
                d.help = vec![here];
            }
            if let Ok(found) = self.scopes.part(file, path)
                && matches!(found, Named::Element(_))
            {
                d = d.help(format!("`{}` is an element: write it without `any`.", path.text()));
            }
            self.out.push(d);
        }
        None
    }

    /// The control of the vocabulary of a name.
    pub fn control_of(&mut self, file: usize, path: &Path) -> Option<ControlId> {
        if let Some(control) = self.words.controls.get(path.name.text.as_str()) {
            return Some(*control);
        }
        match self.scopes.control(file, path) {
            Ok(own) => {
                // A control of this system stands for its kind here.
                let parents = self.items.controls.get(own).map(|(_, parents)| *parents)?;
                return self.words.controls.get(parents.first()?.name.text.as_str()).copied();
            }
            Err(Unfound::Silent) => return None,
            Err(_) => {}
        }
        let near = if self.spend(self.words.controls.len()) {
            nearest(&path.name.text, self.words.controls.keys().map(String::as_str)).map(str::to_owned)
        } else {
            None
        };
        self.unknown_control(file, path, near);
        None
    }

    /// Says that there is no such control.
    pub fn unknown_control(&mut self, file: usize, path: &Path, near: Option<String>) {
        if let Some(mut d) = self.unknown_word_of(file, path, codes::UNKNOWN_CONTROL, "control", near) {
            if self.words.rules.contains_key(path.name.text.as_str()) {
                d = d.help(format!("`{}` is a threat.", path.name.text));
            }
            self.out.push(d);
        }
    }

    /// The threat of a name.
    pub fn rule_of(&mut self, file: usize, path: &Path) -> Option<RuleId> {
        if let Some(rule) = self.words.rules.get(path.name.text.as_str()) {
            return Some(*rule);
        }
        let near = if self.spend(self.words.rules.len()) {
            nearest(&path.name.text, self.words.rules.keys().map(String::as_str)).map(str::to_owned)
        } else {
            None
        };
        if let Some(mut d) = self.unknown_word_of(file, path, codes::UNKNOWN_THREAT, "threat", near) {
            if self.words.controls.contains_key(path.name.text.as_str()) {
                d = d.help(format!("`{}` is a control.", path.name.text));
            }
            self.out.push(d);
        }
        None
    }

    /// A diagnostic for an unknown word of the catalog, unless it is said or excused.
    fn unknown_word_of(
        &mut self,
        file: usize,
        path: &Path,
        code: Code,
        what: &str,
        near: Option<String>,
    ) -> Option<Diagnostic> {
        let name = &path.name.text;
        if self.words.own.contains(name.as_str()) || self.scopes.incomplete(file) {
            return None;
        }
        if !self.once(file, &format!("{what} {name}"), path.span) {
            return None;
        }
        let mut d = Diagnostic::new(code, path.span, format!("there is no {what} `{name}`"));
        match near {
            Some(near) => {
                let same = |s: &str| s.replace('-', "_").to_lowercase();
                d = d.help(format!("Did you mean `{near}`?")).fix(
                    format!("write `{near}`"),
                    path.name.span,
                    near.clone(),
                );
                if same(&near) == same(name) && near.contains(['-', '_']) {
                    d = d.help("Threats are written with `-`, everything else with `_`.");
                }
            }
            None => d = d.help(format!("`trustline catalog` lists every {what}.")),
        }
        Some(d)
    }

    /// The property of a kind by name.
    pub fn property_of(&self, kind: KindId, name: &str) -> Option<PropertyId> {
        self.words.properties.get(name)?.iter().copied().find(|p| {
            let on = self.catalog.properties.get(p.index()).map_or(&[][..], |p| &p.on);
            on.iter().any(|k| self.catalog.is_under(kind, *k))
        })
    }

    /// The flows of `a -> b`, or of each link of a chain.
    pub fn chain_of(&mut self, file: usize, chain: &Chain) -> Option<Vec<FlowId>> {
        let want = "a flow goes between elements";
        // A flow's older id may name an end that is no more.
        if let [a, b] = chain.ends.as_slice() {
            let gone =
                |e: &Path| self.scopes.part(file, e).is_err() && self.scopes.renamed(file, e).is_none();
            if (gone(a) || gone(b))
                && let Some((flow, _)) = self.older_flows.get(&self.older_ends(file, a, b))
            {
                return Some(vec![*flow]);
            }
        }
        let ends: Vec<Option<ElementId>> =
            chain.ends.iter().map(|e| self.element_by_any_name(file, e, want)).collect();
        let mut out = Vec::new();
        let mut whole = true;
        for (i, (pair, names)) in ends.windows(2).zip(chain.ends.windows(2)).enumerate() {
            let ([Some(from), Some(to)], [from_name, to_name]) = (pair, names) else {
                whole = false;
                continue;
            };
            let span = from_name.span.to(to_name.span);
            let both = chain.arrows.get(i) == Some(&Arrow::Both);
            for (a, b) in [(*from, *to), (*to, *from)].into_iter().take(if both { 2 } else { 1 }) {
                match self.flow_between(a, b, span) {
                    Some(flow) => out.push(flow),
                    // Of `a <-> b` one that is missing is said, not both.
                    None => {
                        whole = false;
                        break;
                    }
                }
            }
        }
        (whole && !out.is_empty()).then_some(out)
    }

    pub fn name_of(&self, element: ElementId) -> &str {
        self.model.element(element).map_or("", |e| e.name.as_str())
    }

    /// The flow that `a -> b` means: the unnamed one, else the only one.
    fn flow_between(&mut self, a: ElementId, b: ElementId, span: Span) -> Option<FlowId> {
        let list = self.by_ends.get(&(a, b)).map_or(&[][..], Vec::as_slice);
        let name = |f: &FlowId| self.model.flow(*f).and_then(|f| f.name.as_deref());
        if let Some(unnamed) = list.first().filter(|f| name(f).is_none()) {
            return Some(*unnamed);
        }
        let (from, to) = (self.name_of(a).to_owned(), self.name_of(b).to_owned());
        if let [one] = list {
            return Some(*one);
        }
        if let Some((renamed, _)) = self.older_flows.get(&format!("{from}->{to}")) {
            return Some(*renamed);
        }
        let d = match list {
            [] => {
                let broken = self.half_flows.contains(&a)
                    || self.half_flows.contains(&b)
                    || self.in_broken_flow(&from, &to);
                let key = format!("{from} -> {to}");
                if broken || !self.once(span.file.0 as usize, &key, span) {
                    return None;
                }
                let look = self.spend(self.model.flows.len());
                let (from, to) = (self.name_of(a), self.name_of(b));
                let d =
                    Diagnostic::new(codes::UNKNOWN_FLOW, span, format!("there is no flow `{from} -> {to}`"));
                if self.by_ends.contains_key(&(b, a)) {
                    d.help(format!("There is `{to} -> {from}`: a flow begins with who calls."))
                } else if !look {
                    d
                } else {
                    let targets: Vec<String> = self
                        .model
                        .flows
                        .iter()
                        .filter(|f| f.source == a)
                        .take(3)
                        .map(|f| format!("`{from} -> {}`", self.name_of(f.target)))
                        .collect();
                    if targets.is_empty() {
                        d.help(format!("No flow begins at `{from}`."))
                    } else {
                        d.help(format!("From `{from}` there is {}.", targets.join(", ")))
                    }
                }
            }
            several => {
                let mut names: Vec<String> =
                    several.iter().take(8).filter_map(name).map(|n| format!("`{n}`")).collect();
                names.extend((several.len() > 8).then(|| "…".to_owned()));
                let mut d = Diagnostic::new(
                    codes::AMBIGUOUS_FLOW,
                    span,
                    format!("{} flows go from `{from}` to `{to}`, each with a name", several.len()),
                )
                .help(format!("Call the one that is meant by its name: {}.", names.join(", ")));
                for flow in several.iter().take(ALSO).filter_map(|f| self.model.flow(*f)) {
                    d = d.label(flow.span, format!("`{}`", flow.name.as_deref().unwrap_or("")));
                }
                d
            }
        };
        self.out.push(d);
        None
    }

    /// Whether a head that could not be read speaks of both ends.
    fn in_broken_flow(&self, from: &str, to: &str) -> bool {
        let says = |text: &str, name: &str| {
            text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '.')).any(|w| w == name)
        };
        let heads = self.items.broken_flows.iter().filter(|span| span.range().len() < 500);
        heads.take(200).any(|span| {
            let text = self.read.sources.text(*span);
            says(text, from) && says(text, to)
        })
    }
}
