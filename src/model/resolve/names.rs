//! Who is called what: the names of each file, and what is visible where.

use crate::diagnostic::nearest::nearest;
use crate::maps::Map;
use crate::model::read::Read;
use crate::source::Span;
use crate::syntax::tree::Path;

/// What a name stands for; the numbers are places among the collected statements.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Named {
    Element(usize),
    Boundary(usize),
    Data(usize),
    Flow(usize),
    /// The boundary `system` that nobody wrote.
    System,
    /// Something whose declaration is broken: it has been reported, and its uses are not.
    Broken,
}

impl Named {
    /// With its article.
    pub fn what(self) -> &'static str {
        match self {
            Named::Element(_) => "an element",
            Named::Boundary(_) | Named::System => "a boundary",
            Named::Data(_) => "data",
            Named::Flow(_) => "a flow",
            Named::Broken => "broken",
        }
    }
}

/// The names of one file.
#[derive(Debug, Default)]
pub(super) struct Scope<'t> {
    /// Elements, boundaries, data and named flows.
    parts: Map<&'t str, Named>,
    /// Older names of the same, which a name of today goes before.
    older: Map<&'t str, Named>,
    /// Controls of this system; none where the declaration is broken.
    controls: Map<&'t str, Option<usize>>,
    /// This file and those that it imports without a name, and so on.
    visible: Vec<usize>,
    /// Whether an import of a visible file could not be read, so that names may be missing.
    incomplete: bool,
    /// Imports behind a name; none where the file could not be read.
    aliases: Map<&'t str, Option<usize>>,
    /// The units that this file is part of: its names must differ from all others in each.
    units: Vec<usize>,
    /// What stands before the names of this file in the whole model.
    pub prefix: String,
}

/// The names of a unit with their places: of a file that is imported behind a name, or the model's
/// own, and of all that it sees without one. A file that two units see is part of both.
#[derive(Debug, Default)]
struct Unit<'t> {
    parts: Map<&'t str, Span>,
    older: Map<&'t str, (Named, Span)>,
    controls: Map<&'t str, Span>,
}

/// The names of all files.
#[derive(Debug, Default)]
pub(super) struct Scopes<'t> {
    files: Vec<Scope<'t>>,
    units: Vec<Unit<'t>>,
    /// Whether the boundary `system` is implied.
    pub implied: Option<String>,
}

/// Why a name gives nothing.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Unfound {
    /// It has been said already, or may be in a file that could not be read.
    Silent,
    /// There is no import behind this name.
    Alias,
    /// There is nothing of this name.
    Name,
}

impl<'t> Scopes<'t> {
    /// The scopes of all files, still without names.
    pub fn new(read: &'t Read) -> Self {
        let mut scopes = Scopes::default();
        for (index, file) in read.files.iter().enumerate() {
            let visible = read.visible(index);
            let incomplete = visible
                .iter()
                .filter_map(|&v| read.files.get(v))
                .any(|f| f.broken_import || f.imports.iter().any(|i| i.file.is_none() && i.alias.is_none()));
            let aliases = file
                .imports
                .iter()
                .filter_map(|i| i.alias.as_ref().map(|a| (a.text.as_str(), i.file)))
                .collect();
            scopes.files.push(Scope { visible, incomplete, aliases, ..Scope::default() });
        }
        scopes.prefixes(read);
        scopes
    }

    /// Makes the units, and gives each file its prefix: none for those that the model's own file
    /// sees without one, else the names of the imports that lead to it, the fewest.
    fn prefixes(&mut self, read: &'t Read) {
        let mut seen = vec![false; self.files.len()];
        let mut wave: Vec<(usize, String)> = vec![(0, String::new())];
        let mut used: Vec<String> = Vec::new();
        while !wave.is_empty() {
            let mut next = Vec::new();
            for (file, prefix) in wave {
                if seen.get(file).copied().unwrap_or(true) {
                    continue;
                }
                let mut unique = prefix.clone();
                let mut n = 2;
                while used.contains(&unique) {
                    unique = format!("{}-{n}.", prefix.trim_end_matches('.'));
                    n += 1;
                }
                used.push(unique.clone());
                let unit = self.units.len();
                self.units.push(Unit::default());
                let members = self.files.get(file).map(|s| s.visible.clone()).unwrap_or_default();
                for member in members {
                    let Some(scope) = self.files.get_mut(member) else { continue };
                    scope.units.push(unit);
                    if !mark(&mut seen, member) {
                        continue;
                    }
                    scope.prefix.clone_from(&unique);
                    for import in read.files.get(member).into_iter().flat_map(|f| &f.imports) {
                        if let (Some(to), Some(alias)) = (import.file, &import.alias) {
                            next.push((to, format!("{unique}{}.", alias.text)));
                        }
                    }
                }
            }
            wave = next;
        }
    }

    /// The name of a part in the whole model.
    pub fn full(&self, file: usize, name: &str) -> String {
        match self.files.get(file) {
            Some(scope) => format!("{}{name}", scope.prefix),
            None => name.to_owned(),
        }
    }

    /// The file that a path speaks of: the one at hand, or the one behind its alias.
    pub fn home(&self, file: usize, path: &Path) -> Option<usize> {
        match &path.alias {
            None => Some(file),
            Some(alias) => *self.files.get(file)?.aliases.get(alias.text.as_str())?,
        }
    }

    /// Declares a part; gives the place of an earlier one of the same name.
    pub fn declare(&mut self, file: usize, name: &'t str, span: Span, what: Named) -> Option<Span> {
        let first = self.claim(file, name, span, |unit| &mut unit.parts);
        if first.is_none()
            && let Some(scope) = self.files.get_mut(file)
        {
            scope.parts.insert(name, what);
        }
        first
    }

    /// Takes a name in every unit that a file is part of, unless one of them has it: then gives the
    /// place where it was taken.
    fn claim(
        &mut self,
        file: usize,
        name: &'t str,
        span: Span,
        names: for<'u> fn(&'u mut Unit<'t>) -> &'u mut Map<&'t str, Span>,
    ) -> Option<Span> {
        let of = self.files.get(file).map_or(&[][..], |f| &f.units);
        for unit in of {
            if let Some(first) = self.units.get_mut(*unit).and_then(|u| names(u).get(name)) {
                return Some(*first);
            }
        }
        for unit in of {
            if let Some(unit) = self.units.get_mut(*unit) {
                names(unit).insert(name, span);
            }
        }
        None
    }

    /// Notes an older name of a part; gives the place where another part claims it.
    pub fn was(&mut self, file: usize, name: &'t str, span: Span, what: Named) -> Option<Span> {
        let scope = self.files.get_mut(file)?;
        for unit in &scope.units {
            match self.units.get(*unit).and_then(|u| u.older.get(name)) {
                Some((other, first)) if *other != what => return Some(*first),
                _ => {}
            }
        }
        for unit in &scope.units {
            if let Some(unit) = self.units.get_mut(*unit) {
                unit.older.entry(name).or_insert((what, span));
            }
        }
        scope.older.entry(name).or_insert(what);
        None
    }

    /// What a name stood for once, if it stands for nothing now: responses still find it.
    pub fn renamed(&self, file: usize, path: &Path) -> Option<Named> {
        if self.part(file, path) != Err(Unfound::Name) {
            return None;
        }
        let scope = self.through(file, path).ok()?;
        let name = path.name.text.as_str();
        scope.visible.iter().find_map(|&v| self.files.get(v).and_then(|s| s.older.get(name))).copied()
    }

    /// Declares a control of this system, like [`Scopes::declare`].
    pub fn declare_control(
        &mut self,
        file: usize,
        name: &'t str,
        span: Span,
        what: Option<usize>,
    ) -> Option<Span> {
        let first = self.claim(file, name, span, |unit| &mut unit.controls);
        if first.is_none()
            && let Some(scope) = self.files.get_mut(file)
        {
            scope.controls.insert(name, what);
        }
        first
    }

    /// The file that a path is looked up in.
    fn through(&self, file: usize, path: &Path) -> Result<&Scope<'t>, Unfound> {
        let scope = self.files.get(file).ok_or(Unfound::Silent)?;
        let Some(alias) = &path.alias else { return Ok(scope) };
        match scope.aliases.get(alias.text.as_str()) {
            Some(Some(to)) => self.files.get(*to).ok_or(Unfound::Silent),
            Some(None) => Err(Unfound::Silent),
            None if scope.incomplete => Err(Unfound::Silent),
            None => Err(Unfound::Alias),
        }
    }

    /// What a name stands for in a file.
    pub fn part(&self, file: usize, path: &Path) -> Result<Named, Unfound> {
        let scope = self.through(file, path)?;
        let name = path.name.text.as_str();
        let found = scope.visible.iter().find_map(|&v| self.files.get(v).and_then(|s| s.parts.get(name)));
        match found {
            Some(Named::Broken) => Err(Unfound::Silent),
            Some(named) => Ok(*named),
            None if path.alias.is_none() && self.implied.as_deref() == Some(name) => Ok(Named::System),
            None if scope.incomplete => Err(Unfound::Silent),
            None => Err(Unfound::Name),
        }
    }

    /// The control of this system that a name stands for in a file.
    pub fn control(&self, file: usize, path: &Path) -> Result<usize, Unfound> {
        let scope = self.through(file, path)?;
        let name = path.name.text.as_str();
        let found = scope.visible.iter().find_map(|&v| self.files.get(v).and_then(|s| s.controls.get(name)));
        match found {
            Some(Some(index)) => Ok(*index),
            Some(_) => Err(Unfound::Silent),
            None if scope.incomplete => Err(Unfound::Silent),
            None => Err(Unfound::Name),
        }
    }

    /// Whether a name is behind an import that exists, or behind none: for kinds.
    pub fn alias_known(&self, file: usize, path: &Path) -> Result<(), Unfound> {
        self.through(file, path).map(|_| ())
    }

    /// Whether a file may miss names because an import could not be read.
    pub fn incomplete(&self, file: usize) -> bool {
        self.files.get(file).is_some_and(|s| s.incomplete)
    }

    /// The files whose names a path is looked up in.
    pub fn visible(&self, file: usize, path: &Path) -> &[usize] {
        self.through(file, path).map_or(&[], |s| &s.visible)
    }

    /// The names of imports in a file.
    pub fn nearest_alias(&self, file: usize, word: &str) -> Option<&'t str> {
        nearest(word, self.files.get(file)?.aliases.keys().copied())
    }

    /// The names that a path could stand for in a file, with what they are.
    pub fn names(&self, file: usize, path: &Path) -> impl Iterator<Item = (&'t str, Named)> {
        self.visible(file, path)
            .iter()
            .filter_map(|&v| self.files.get(v))
            .flat_map(|s| s.parts.iter().map(|(name, named)| (*name, *named)))
    }

    /// Whether a name stands for anything in the model's own file or those that it sees.
    pub fn taken(&self, name: &str) -> bool {
        self.units.first().is_some_and(|u| u.parts.contains_key(name))
    }
}

/// Marks a place; whether it was free.
fn mark(seen: &mut [bool], at: usize) -> bool {
    match seen.get_mut(at) {
        Some(flag) => !std::mem::replace(flag, true),
        None => false,
    }
}
