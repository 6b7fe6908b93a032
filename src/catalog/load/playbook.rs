//! The playbook: which controls which kinds should have by default, as a control says with `default_for`
//! and a kind with `expects`. Both mean the same, so whoever declares one of the two can say it.

use super::{Loader, Space, read};
use crate::catalog::{ControlId, KindId, Root};
use crate::diagnostic::{Diagnostic, codes};
use crate::syntax::tree::Word;

impl Loader<'_, '_> {
    /// What a control says itself of the kinds that should have it.
    pub(super) fn default_for(&mut self, control: ControlId, read: &read::Read<'_>) {
        for word in read.words("default_for") {
            let Some(kind) = self.kind(word) else { continue };
            let data = self.catalog.kind(kind).is_some_and(|k| k.root == Root::Data);
            if data && !self.vague.contains(&kind) {
                let message = format!("`{}` is a kind of data, and controls stand on elements", word.text);
                self.say(
                    Diagnostic::new(codes::WRONG_NAME, word.span, message)
                        .help("Name the kinds of elements that should have the control."),
                );
            } else {
                self.expect(control, kind);
            }
        }
    }

    /// What a control says of the kinds of data of which it proves something.
    pub(super) fn verifies(&mut self, control: ControlId, read: &read::Read<'_>) {
        for word in read.words("verifies") {
            let Some(kind) = self.kind(word) else { continue };
            let data = self.catalog.kind(kind).is_some_and(|k| k.root == Root::Data);
            if !data && !self.vague.contains(&kind) {
                let message = format!("`{}` is no kind of data", word.text);
                self.say(
                    Diagnostic::new(codes::WRONG_NAME, word.span, message)
                        .help("Name the kinds of data that the control proves to be genuine."),
                );
            } else if let Some(c) = self.catalog.controls.get_mut(control.index())
                && !c.verifies.contains(&kind)
            {
                c.verifies.push(kind);
            }
        }
    }

    /// What kinds say themselves of the controls that they should have; controls are known by now.
    pub(super) fn expected(&mut self, expects: &[(KindId, Vec<Word>)]) {
        for (kind, words) in expects {
            // Of kinds of data it was said that they expect nothing.
            let data = self.catalog.kind(*kind).is_some_and(|k| k.root == Root::Data);
            for word in words.iter().filter(|_| !data) {
                match self.catalog.find_control(&word.text) {
                    Some(control) => self.expect(control, *kind),
                    None => self.missing(Space::Control, word),
                }
            }
        }
    }

    fn expect(&mut self, control: ControlId, kind: KindId) {
        if let Some(c) = self.catalog.controls.get_mut(control.index())
            && !c.default_for.contains(&kind)
        {
            c.default_for.push(kind);
        }
    }
}
