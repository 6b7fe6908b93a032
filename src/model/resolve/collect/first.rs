//! First words that are unknown, in the wrong place, or no statement at all, and what was meant.

use super::super::{At, Cx, Where};
use super::{Guess, head_of};
use crate::catalog::{KindId, foreign as names_of_others};
use crate::diagnostic::nearest::nearest;
use crate::diagnostic::{Diagnostic, codes};
use crate::model::words::{self, Form, Place};
use crate::source::Span;
use crate::syntax::tree::{Shape, Statement, Word};

impl<'t> Cx<'t> {
    /// Says that a word may not stand here.
    pub(super) fn placed(&mut self, at: At, word: &words::Word, span: Span) {
        let place = match at.place {
            Where::File => Place::File,
            Where::Boundary => Place::Boundary,
            // Said for the whole block.
            Where::Other => return,
        };
        if word.places.contains(&place) {
            return;
        }
        let message = match place {
            Place::Boundary => format!("`{}` may not stand in a boundary", word.name),
            _ => format!("`{}` may not stand here", word.name),
        };
        let d =
            Diagnostic::new(codes::WRONG_PLACE, span, message).help(if word.places.contains(&Place::Kind) {
                "It stands in the block of a kind."
            } else {
                "It stands at the top of the file, outside every block."
            });
        self.out.push(d);
    }

    /// A statement word in a form that is not its own.
    pub(super) fn misused(&mut self, word: &words::Word, at: &Word, statement: &Statement) {
        if statement.faulty {
            return;
        }
        let span = head_of(statement);
        let message = format!("`{}` is not written like this", at.text);
        let d = Diagnostic::new(codes::SYNTAX, span, message).help(format!("Write `{}`.", word.usage));
        let d = if word.name == "model" {
            d.help(
                "`model` heads the file; a model that the system uses is an element of a kind such as `llm`.",
            )
        } else {
            d
        };
        self.out.push(d);
    }

    /// The kind that a first word names.
    pub(super) fn kind_word(&mut self, file: usize, word: &crate::syntax::tree::Path) -> Option<KindId> {
        let kind = self.words.kinds.get(word.name.text.as_str()).copied()?;
        if word.alias.is_some() && self.scopes.alias_known(file, word).is_err() {
            return None;
        }
        Some(kind)
    }

    /// Whether nobody knows what a kind is: its own declaration, or one above it, is broken. What
    /// is declared with it counts as declared, and no more is said of it.
    pub(super) fn vague(&self, kind: KindId) -> bool {
        let above = self.catalog.kind(kind).map_or(&[][..], |k| &k.above);
        above.iter().chain([&kind]).any(|k| self.words.hurt.contains(k))
    }

    /// An unknown first word; gives the nearest that is known.
    pub(super) fn unknown_word(&mut self, file: usize, word: &Word, form: Option<Form>) -> Option<Guess> {
        let statement_words =
            words::WORDS.iter().filter(|w| form.is_none_or(|f| f == w.form)).map(|w| w.name);
        let kinds = self
            .words
            .kinds
            .keys()
            .map(String::as_str)
            .filter(|_| matches!(form, Some(Form::Declaration | Form::Titled)));
        let near = nearest(&word.text, statement_words.chain(kinds)).map(str::to_owned);
        if self.scopes.incomplete(file) || self.words.own.contains(word.text.as_str()) {
            return None;
        }
        let message = format!("`{}` is neither a statement word nor a kind", word.text);
        let mut d = Diagnostic::new(codes::UNKNOWN_WORD, word.span, message);
        let foreign = crate::model::foreign::first_word(&word.text).filter(|w| {
            let statement = words::find(w).is_some_and(|w| form.is_none_or(|f| f == w.form));
            statement || form == Some(Form::Declaration) && self.words.kinds.contains_key(*w)
        });
        if let Some(here) = foreign {
            let kind = self.words.kinds.get(here).and_then(|k| self.catalog.kind(*k));
            d = match kind {
                Some(kind) => {
                    d.help(names_of_others::here(kind)).help("`trustline catalog` lists all kinds.")
                }
                None => d.help(format!("Here it is called `{here}`.")),
            };
            self.out.push(d);
            return self.guess(here);
        }
        if let Some(near) = &near {
            d = d.help(format!("Did you mean `{near}`?")).fix(
                format!("write `{near}`"),
                word.span,
                near.clone(),
            );
            if word.text.contains('-') && word.text.replace('-', "_") == *near {
                d = d.help("Everything but threats is written with `_`.");
            }
        } else {
            if matches!(form, Some(Form::Declaration | Form::Titled)) {
                d.help.extend(self.kinds_like(&word.text));
            }
            d = d.help("`trustline catalog` lists all kinds.");
        }
        self.out.push(d);
        near.and_then(|near| self.guess(&near))
    }

    /// The kinds that share a word with an unknown one, as `vector_store` does with `blob_store`.
    pub(super) fn kinds_like(&self, word: &str) -> Option<String> {
        let word = word.to_lowercase().replace('-', "_");
        let parts: Vec<&str> = word.split('_').filter(|p| p.len() > 3).collect();
        let mut like: Vec<String> = self
            .catalog
            .kinds
            .iter()
            .filter(|k| !k.parents.is_empty() && k.name.split('_').any(|p| parts.contains(&p)))
            .map(|k| format!("`{}`", k.name))
            .collect();
        like.truncate(6);
        (!like.is_empty()).then(|| format!("Kinds with a word of it: {}.", like.join(", ")))
    }

    /// What a word declares.
    pub(super) fn guess(&self, word: &str) -> Option<Guess> {
        match word {
            "boundary" => Some(Guess::Boundary),
            _ => self.words.kinds.get(word).map(|k| Guess::Kind(*k)),
        }
    }

    /// The property that a statement wants to be, if only its colon is missing: `trust untrusted`.
    pub(super) fn colon(&self, at: At, statement: &'t Statement) -> Option<(&'t Word, Span, bool)> {
        let (word, value, block) = match &statement.shape {
            Shape::Declaration(d)
                if d.word.alias.is_none()
                    && d.parents.is_empty()
                    && (statement.faulty || d.label.is_none()) =>
            {
                (&d.word.name, d.name.span, d.block.is_some())
            }
            Shape::Titled(t) if t.name.is_none() => (&t.word, t.text.span, t.block.is_some()),
            Shape::Dated(d) => (&d.word, d.date_span, d.block.is_some()),
            _ => return None,
        };
        let statement_word =
            words::find(&word.text).is_some() || self.words.kinds.contains_key(word.text.as_str());
        if block || statement_word && at.place != Where::Other {
            return None;
        }
        let here = words::property(at.table, &word.text).is_some()
            || at.kind.is_some_and(|k| self.property_of(k, &word.text).is_some());
        let elsewhere = !statement_word
            && words::OWNERS.iter().any(|(_, list)| words::property(list, &word.text).is_some());
        (here || elsewhere).then_some((word, value, here))
    }

    pub(super) fn forgotten_colon(&mut self, at: At, statement: &'t Statement) -> bool {
        let Some((word, value, here)) = self.colon(at, statement) else { return false };
        if statement.faulty {
            return true;
        }
        let right = format!("{}: {}", word.text, self.read.sources.text(value));
        let d = Diagnostic::new(
            codes::UNKNOWN_WORD,
            word.span.to(value),
            format!("`{}` is a property: `{right}`", word.text),
        );
        let d = if here {
            d.help("A property has a colon behind its name.").fix("add the colon", word.span.to(value), right)
        } else {
            let has = |(_, list): &&(&str, &[words::Property])| words::property(list, &word.text).is_some();
            // At the top of a file it is most likely a setting of the model.
            let owner = if at.place == Where::File {
                words::OWNERS.iter().rfind(has)
            } else {
                words::OWNERS.iter().find(has)
            };
            d.help(format!("It belongs in the block of {}.", owner.map_or("its owner", |(name, _)| name)))
        };
        self.out.push(d);
        true
    }
}
