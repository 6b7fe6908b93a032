//! The first pass: every statement looked at once, every name declared. Nothing is looked up
//! but first words, so order never matters.

mod first;

use super::names::{Named, Unfound};
use super::{At, Cx, Head, Nameless, Where};
use crate::catalog::{KindId, Root};
use crate::diagnostic::nearest::nearest;
use crate::diagnostic::{Diagnostic, codes};
use crate::maps::Map;
use crate::model::words::{self, Form};
use crate::source::Span;
use crate::syntax::tree::{
    Block, Broken, Declaration, Property, Response, Shape, Statement, Text, Titled, ValueKind, Word,
};

/// Who declares: what all parts have in common while they are collected.
struct Declares<'t> {
    name: &'t Word,
    label: Option<&'t str>,
    block: Option<&'t Block>,
    span: Span,
    /// The head has been reported, or its word was guessed.
    broken: bool,
}

/// What a misspelt word probably declares.
#[derive(Copy, Clone)]
enum Guess {
    Boundary,
    Kind(KindId),
}

impl<'t> Cx<'t> {
    /// Collects all files.
    pub fn collect(&mut self) {
        for (file, read) in self.read.files.iter().enumerate() {
            self.aliases(file);
            let at = At { file, boundary: None, place: Where::File, table: &[], kind: None };
            self.walk(at, &read.tree.statements);
        }
        self.older_names();
    }

    /// Two imports behind one name.
    fn aliases(&mut self, file: usize) {
        let mut seen: Map<&str, Span> = Map::default();
        for import in self.read.files.get(file).into_iter().flat_map(|f| &f.imports) {
            let Some(alias) = &import.alias else { continue };
            if let Some(first) = seen.insert(&alias.text, alias.span) {
                let message = format!("two files are imported as `{}`", alias.text);
                let d = Diagnostic::new(codes::DUPLICATE_NAME, alias.span, message)
                    .label(first, "first here")
                    .help("Give one of the two another name.");
                self.out.push(d);
            }
        }
    }

    fn walk(&mut self, at: At, statements: &'t [Statement]) {
        // What stands in a block that holds no statements is said once for the block.
        let mut told = self.uncertain.contains(&at.file);
        for (i, statement) in statements.iter().enumerate() {
            let before = i.checked_sub(1).and_then(|i| statements.get(i));
            if let (Where::File, Shape::Property(p)) = (at.place, &statement.shape) {
                // Several in a row are one mistake.
                let first = before.is_none_or(|b| !matches!(b.shape, Shape::Property(_)));
                if !first || told {
                    if let Some((name, _)) = self.declared_with_colon(at, p) {
                        self.poison(at.file, name);
                    }
                    continue;
                }
            }
            if at.place == Where::Other && !matches!(statement.shape, Shape::Property(_) | Shape::Broken(_)) {
                if told || self.forgotten_colon(at, statement) {
                    // One sentence for the block is enough.
                } else if !statement.faulty {
                    told = true;
                    let d = Diagnostic::new(
                        codes::WRONG_PLACE,
                        head_of(statement),
                        "only properties may stand in this block",
                    )
                    .help("Parts stand in boundaries or at the top: `boundary NAME \"LABEL\" { … }`.");
                    self.out.push(d);
                }
                if self.colon(at, statement).is_some() {
                    continue;
                }
            }
            self.statement(at, statement);
        }
    }

    /// What a property declares by mistake: `gateway: waf`, where `gateway` is a kind.
    fn declared_with_colon(&self, at: At, p: &'t Property) -> Option<(&'t Word, KindId)> {
        match &p.value.kind {
            ValueKind::Word(path)
                if path.alias.is_none()
                    && at.place != Where::Other
                    && words::property(at.table, &p.name.text).is_none() =>
            {
                Some((&path.name, self.words.kinds.get(p.name.text.as_str()).copied()?))
            }
            _ => None,
        }
    }

    fn statement(&mut self, at: At, statement: &'t Statement) {
        match &statement.shape {
            Shape::Property(p) => {
                let declared = self.declared_with_colon(at, p);
                if let Some((name, kind)) = declared {
                    let span = statement.span;
                    let declares = Declares { name, label: None, block: None, span, broken: true };
                    self.of_kind(at, declares, kind);
                }
                if at.place == Where::File && !statement.faulty {
                    let d = Diagnostic::new(
                        codes::WRONG_PLACE,
                        statement.span,
                        format!("`{}` stands in no block", p.name.text),
                    );
                    let d = if let ValueKind::Chain(chain) = &p.value.kind {
                        let flow = self.read.sources.text(chain.span);
                        d.help(format!("A flow with a name is a statement: `{flow} as {}`.", p.name.text))
                    } else if let Some((name, _)) = declared {
                        let right = format!("{} {}", p.name.text, name.text);
                        d.help(format!("A declaration has no colon: `{right}`.")).fix(
                            "take the colon out",
                            statement.span,
                            right,
                        )
                    } else if words::find(&p.name.text).is_some() {
                        d.help(format!("`{}` is a statement and has no colon.", p.name.text))
                    } else if words::property(words::MODEL, &p.name.text).is_some() {
                        d.help(format!(
                            "Settings of the whole model stand in `model \"TITLE\" {{ {}: … }}`.",
                            p.name.text
                        ))
                    } else {
                        d.help("A property stands in the block of what it belongs to.")
                    };
                    self.out.push(d);
                }
            }
            Shape::Flow(flow) => {
                self.no_empty_label(statement, flow.label.as_ref());
                let index = self.items.flows.len();
                if let Some(name) = &flow.name {
                    self.declare(at.file, name, Named::Flow(index));
                }
                self.items.flows.push((at.file, flow, statement.faulty));
                self.inner(at, flow.block.as_ref(), words::FLOW, None);
            }
            Shape::Declaration(d) => {
                self.no_empty_label(statement, d.label.as_ref());
                self.declaration(at, statement, d);
            }
            Shape::Response(r) => self.response(at, statement, r),
            Shape::Titled(t) => self.titled(at, statement, t),
            Shape::Dated(d) => match words::find(&d.word.text) {
                Some(w) if w.form == Form::Dated => {
                    self.placed(at, w, d.word.span);
                    self.items.others.push((at.file, statement));
                    self.inner(at, d.block.as_ref(), w.properties, None);
                }
                Some(w) => self.misused(w, &d.word, statement),
                None => {
                    if !self.forgotten_colon(at, statement) {
                        self.unknown_word(at.file, &d.word, Some(Form::Dated));
                    }
                }
            },
            Shape::Call(c) => {
                if let Some(kind) = self.words.kinds.get(c.word.text.as_str()).copied() {
                    // `gateway waf("API gateway")`, as a program has it.
                    let label = c.arguments.iter().find_map(|a| match &a.kind {
                        ValueKind::Text(text) => Some(text.as_str()),
                        _ => None,
                    });
                    let head = head_of(statement);
                    if !statement.faulty {
                        let label = label.map_or(String::new(), |l| format!(" {}", quoted(l)));
                        let right = format!("{} {}{label}", c.word.text, c.name.text);
                        let message = format!("a declaration has no parentheses: `{right}`");
                        self.out.push(Diagnostic::new(codes::SYNTAX, head, message));
                    }
                    let block = c.block.as_ref();
                    let declares = Declares { name: &c.name, label, block, span: head, broken: true };
                    return self.of_kind(at, declares, kind);
                }
                if !statement.faulty {
                    let message =
                        format!("`{}(…)` has no meaning in this edition of the language", c.name.text);
                    self.out.push(Diagnostic::new(codes::SYNTAX, c.word.span.to(c.name.span), message));
                }
                if let Some(alias) = &c.alias {
                    self.declare(at.file, alias, Named::Broken);
                }
            }
            Shape::Broken(b) => self.broken(at, b),
        }
    }

    /// Walks the block of something that is no boundary: properties belong to it, names that are
    /// declared in it by mistake are known all the same.
    fn inner(
        &mut self,
        at: At,
        block: Option<&'t Block>,
        table: &'static [words::Property],
        kind: Option<KindId>,
    ) {
        if let Some(block) = block {
            let at = At { place: Where::Other, table, kind, ..at };
            self.walk(at, &block.statements);
        }
    }

    /// A label of nothing but blanks would leave its part without a name in every picture and list.
    fn no_empty_label(&mut self, statement: &Statement, label: Option<&Text>) {
        if let Some(label) = label.filter(|l| !statement.faulty && l.text.trim().is_empty()) {
            let out = Diagnostic::new(codes::MISSING, label.span, "the label is empty")
                .help("Leave the label out, or say what people call it.");
            self.out.push(out);
        }
    }

    fn declaration(&mut self, at: At, statement: &'t Statement, d: &'t Declaration) {
        let declares = Declares {
            name: &d.name,
            label: d.label.as_ref().map(|l| l.text.as_str()),
            block: d.block.as_ref(),
            span: head_of(statement),
            broken: statement.faulty,
        };
        let word = if d.word.alias.is_none() { words::find(&d.word.name.text) } else { None };
        if let Some(w) = word {
            if w.form != Form::Declaration {
                self.misused(w, &d.word.name, statement);
                self.poison(at.file, &d.name);
                return self.inner_names(at, d.block.as_ref());
            }
            self.placed(at, w, d.word.span);
            if !matches!(w.name, "kind" | "control") {
                self.no_parents(d);
            }
            match w.name {
                "boundary" => self.boundary(at, declares),
                "control" if !d.parents.is_empty() => {
                    let index = self.items.controls.len();
                    let head = self.head(at, &declares);
                    if let Some(first) =
                        self.scopes.declare_control(at.file, &d.name.text, d.name.span, Some(index))
                    {
                        let message = format!("there are two controls `{}`", d.name.text);
                        let out = Diagnostic::new(codes::DUPLICATE_NAME, d.name.span, message)
                            .at("again here")
                            .label(first, "first here")
                            .help("Rename one of the two.");
                        self.out.push(out);
                    } else {
                        self.items.controls.push((head, &d.parents));
                    }
                    self.inner(at, d.block.as_ref(), w.properties, None);
                }
                "control" if placed_control(d.block.as_ref()) => {
                    self.poison(at.file, &d.name);
                    if statement.faulty {
                        return;
                    }
                    let message = format!("`{}` has a place and a status, but not what it is", d.name.text);
                    let out = Diagnostic::new(codes::MISSING, declares.span, message).help(format!(
                        "Name the kind of control behind a colon: `control {}: access_control`.",
                        d.name.text
                    ));
                    self.out.push(out);
                }
                "control" if at.place == Where::Boundary => {
                    let message = format!(
                        "`{}` is a new word of the vocabulary, which may not stand in a boundary",
                        d.name.text
                    );
                    let out = Diagnostic::new(codes::WRONG_PLACE, declares.span, message)
                        .help("It stands at the top of the file.")
                        .help("A control of this system says what it is: `control NAME: KIND`.");
                    self.out.push(out);
                    self.poison(at.file, &d.name);
                }
                // Read into the catalog, with all that is in them.
                "kind" | "threat" | "control" | "property" => {}
                _ => {
                    self.items.others.push((at.file, statement));
                    self.inner(at, d.block.as_ref(), w.properties, None);
                }
            }
            return;
        }
        if let Some(kind) = self.kind_word(at.file, &d.word) {
            self.no_parents(d);
            if self.vague(kind) {
                return self.guessed(at, declares, None);
            }
            return self.of_kind(at, declares, kind);
        }
        if self.forgotten_colon(at, statement) {
            return;
        }
        // A line that is no statement at all was reported; its first word is no second mistake.
        let stray = statement.faulty && d.block.is_none();
        if stray || self.words.own.contains(d.word.name.text.as_str()) || self.scopes.incomplete(at.file) {
            return self.guessed(at, declares, None);
        }
        // What a missing import may have brought is not missed.
        let guess = match self.scopes.alias_known(at.file, &d.word) {
            Err(Unfound::Silent) => None,
            _ => self.unknown_word(at.file, &d.word.name, Some(Form::Declaration)),
        };
        self.guessed(at, Declares { broken: true, ..declares }, guess);
    }

    /// A declaration whose word is unknown, taken for what its word or its block looks like.
    fn guessed(&mut self, at: At, declares: Declares<'t>, guess: Option<Guess>) {
        let declares = Declares { broken: true, ..declares };
        let statements = declares.block.map_or(&[][..], |b| &b.statements);
        let holds = statements.iter().any(|s| !matches!(s.shape, Shape::Property(_)));
        match guess {
            Some(Guess::Boundary) => self.boundary(at, declares),
            Some(Guess::Kind(kind)) if !holds => self.of_kind(at, declares, kind),
            _ if holds => self.boundary(at, declares),
            _ => self.poison(at.file, declares.name),
        }
    }

    fn boundary(&mut self, at: At, declares: Declares<'t>) {
        let index = self.items.boundaries.len();
        let head = self.head(at, &declares);
        let inside = if self.declare(at.file, declares.name, Named::Boundary(index)) {
            self.items.boundaries.push(head);
            Some(index)
        } else {
            at.boundary
        };
        if let Some(block) = declares.block {
            let at =
                At { boundary: inside, place: Where::Boundary, table: words::BOUNDARY, kind: None, ..at };
            self.walk(at, &block.statements);
        }
    }

    fn of_kind(&mut self, at: At, declares: Declares<'t>, kind: KindId) {
        let data = self.catalog.kind(kind).is_some_and(|k| k.root == Root::Data);
        let head = self.head(at, &declares);
        if data {
            if self.declare(at.file, declares.name, Named::Data(self.items.data.len())) {
                self.items.data.push((head, kind));
            }
            self.inner(at, declares.block, words::DATA, Some(kind));
        } else {
            if self.declare(at.file, declares.name, Named::Element(self.items.elements.len())) {
                self.items.elements.push((head, kind));
            }
            self.inner(at, declares.block, words::ELEMENT, Some(kind));
        }
    }

    fn head(&self, at: At, declares: &Declares<'t>) -> Head<'t> {
        Head {
            file: at.file,
            boundary: at.boundary,
            name: declares.name,
            label: declares.label,
            block: declares.block,
            span: declares.span,
            broken: declares.broken,
        }
    }

    /// Declares a part; reports an earlier one of the same name.
    fn declare(&mut self, file: usize, name: &'t Word, what: Named) -> bool {
        match self.scopes.declare(file, &name.text, name.span, what) {
            None => true,
            Some(first) => {
                if what != Named::Broken {
                    self.duplicate(&name.text, name.span, first);
                }
                false
            }
        }
    }

    /// Declares a name of which nothing else is known, so that its uses are not reported.
    fn poison(&mut self, file: usize, name: &'t Word) {
        self.declare(file, name, Named::Broken);
        self.scopes.declare_control(file, &name.text, name.span, None);
    }

    fn duplicate(&mut self, name: &str, span: Span, first: Span) {
        let d = Diagnostic::new(codes::DUPLICATE_NAME, span, format!("`{name}` is declared twice"))
            .at("again here")
            .label(first, "first here")
            .help(
                "Elements, boundaries, data and named flows share one list of names: rename one of the two.",
            );
        self.out.push(d);
    }

    fn no_parents(&mut self, d: &Declaration) {
        if let Some(parent) = d.parents.first() {
            let message = format!("`{}` takes nothing behind a colon", d.word.text());
            let out = Diagnostic::new(codes::WRONG_PLACE, parent.span, message)
                .help("Only `kind NAME: PARENT` and `control NAME: KIND` do.");
            self.out.push(out);
        }
    }

    fn response(&mut self, at: At, statement: &'t Statement, r: &'t Response) {
        match words::find(&r.word.text) {
            Some(w) if w.form == Form::Response => {
                self.placed(at, w, r.word.span);
                self.items.responses.push((at.file, statement, r));
                self.inner(at, r.block.as_ref(), w.properties, None);
            }
            Some(w) => self.misused(w, &r.word, statement),
            None => {
                self.unknown_word(at.file, &r.word, Some(Form::Response));
            }
        }
    }

    fn titled(&mut self, at: At, statement: &'t Statement, t: &'t Titled) {
        let word = words::find(&t.word.text);
        if let Some(w) = word.filter(|w| w.form == Form::Titled) {
            self.placed(at, w, t.word.span);
            if w.name == "import" {
                return;
            }
            if let Some(name) = &t.name {
                let d = Diagnostic::new(codes::WRONG_PLACE, name.span, format!("`{}` takes no name", w.name))
                    .help("Only imports and flows take a name behind `as`.");
                self.out.push(d);
            }
            self.items.others.push((at.file, statement));
            return self.inner(at, t.block.as_ref(), w.properties, None);
        }
        if at.place == Where::File
            && matches!(t.word.text.as_str(), "kind" | "threat" | "control" | "property")
        {
            // Said by those who read it into the catalog.
            return;
        }
        let kind = self.words.kinds.contains_key(t.word.text.as_str());
        if kind || word.is_some_and(|w| w.form == Form::Declaration) {
            if !statement.faulty {
                let article = if t.word.text.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
                let message = format!("{article} `{}` needs a name before its label", t.word.text);
                let d = Diagnostic::new(codes::MISSING, t.word.span.to(t.text.span), message).help(format!(
                    "Write `{} NAME {}`.",
                    t.word.text,
                    quoted(&t.text.text)
                ));
                let gap = Span { start: t.word.span.end, ..t.word.span };
                let said = self.out.len();
                self.items.nameless.push(Nameless { file: at.file, said, gap, maybe: None });
                self.out.push(d);
            }
            if t.word.text == "boundary" {
                if let Some(block) = &t.block {
                    let at = At { place: Where::Boundary, table: words::BOUNDARY, kind: None, ..at };
                    self.walk(at, &block.statements);
                }
                return;
            }
            return self.inner_names(at, t.block.as_ref());
        }
        if let Some(w) = word {
            return self.misused(w, &t.word, statement);
        }
        if !self.forgotten_colon(at, statement) {
            // What follows a comma, as in `a -> b, c "label"`, was reported with it.
            if !statement.faulty {
                self.unknown_word(at.file, &t.word, Some(Form::Titled));
            }
            self.inner_names(at, t.block.as_ref());
        }
    }

    /// Collects what is declared in a block whose owner is not understood.
    fn inner_names(&mut self, at: At, block: Option<&'t Block>) {
        for statement in block.map_or(&[][..], |b| &b.statements) {
            if !matches!(statement.shape, Shape::Property(_) | Shape::Titled(_) | Shape::Dated(_)) {
                self.statement(At { place: Where::Boundary, table: &[], kind: None, ..at }, statement);
            }
        }
    }

    /// A statement whose head has been reported by the parser.
    fn broken(&mut self, at: At, b: &'t Broken) {
        let text = self.read.sources.text(b.head);
        if text.contains(['-', '>', '<', '→', '←', '⇒']) {
            self.items.broken_flows.push(b.head);
        }
        let known = b.word.as_ref().map(|w| w.text.as_str());
        let Some(name) = &b.name else {
            if known == Some("boundary") {
                if let Some(block) = &b.block {
                    let at = At { place: Where::Boundary, table: words::BOUNDARY, kind: None, ..at };
                    self.walk(at, &block.statements);
                }
            } else {
                self.inner_names(at, b.block.as_ref());
            }
            return;
        };
        if known.is_some_and(|w| matches!(w, "kind" | "control" | "threat")) {
            self.words.own.insert(&name.text);
            self.scopes.declare_control(at.file, &name.text, name.span, None);
            return;
        }
        let declares = Declares { name, label: None, block: b.block.as_ref(), span: b.head, broken: true };
        let guess = known.and_then(|w| {
            self.guess(w).or_else(|| {
                let near = nearest(w, self.words.kinds.keys().map(String::as_str).chain(["boundary"]));
                near.and_then(|near| self.guess(near))
            })
        });
        self.guessed(at, declares, guess);
    }
}

/// Whether a control's block says where it stands or how far it is.
pub fn placed_control(block: Option<&Block>) -> bool {
    block.is_some_and(|b| {
        b.statements.iter().any(|s| match &s.shape {
            Shape::Property(p) => {
                matches!(p.name.text.as_str(), "on" | "status" | "evidence" | "due" | "ticket" | "verified")
            }
            _ => false,
        })
    })
}

/// A statement without its block.
pub fn head_of(statement: &Statement) -> Span {
    let block = match &statement.shape {
        Shape::Flow(f) => f.block.as_ref(),
        Shape::Declaration(d) => d.block.as_ref(),
        Shape::Response(r) => r.block.as_ref(),
        Shape::Titled(t) => t.block.as_ref(),
        Shape::Dated(d) => d.block.as_ref(),
        Shape::Call(c) => c.block.as_ref(),
        Shape::Broken(b) => return b.head,
        Shape::Property(_) => None,
    };
    if block.is_none() {
        return statement.span;
    }
    // Without a block the span ends with the last part of the head.
    let start = statement.span;
    let end = match &statement.shape {
        Shape::Flow(f) => {
            f.label.as_ref().map(|l| l.span).or(f.name.as_ref().map(|n| n.span)).unwrap_or(f.chain.span)
        }
        Shape::Declaration(d) => {
            d.label.as_ref().map(|l| l.span).or(d.parents.last().map(|p| p.span)).unwrap_or(d.name.span)
        }
        Shape::Response(r) => r.target.span(),
        Shape::Titled(t) => t.name.as_ref().map_or(t.text.span, |n| n.span),
        Shape::Dated(d) => d.date_span,
        Shape::Call(c) => c.alias.as_ref().map_or(c.name.span, |a| a.span),
        Shape::Property(_) | Shape::Broken(_) => start,
    };
    Span { file: start.file, start: start.start, end: end.end.max(start.start) }
}

/// A text as it is written in quotes, shortened for messages.
pub(super) fn quoted(text: &str) -> String {
    let mut short: String = text.chars().take(40).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    format!("\"{}\"", short.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"))
}
