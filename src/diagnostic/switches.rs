//! Switches: which warnings count as errors, and which are not said.
//!
//! A model has them in `lints: { CODE: allow, CODE: deny }`, a call in `--allow CODE` and `--deny
//! CODE`. They are applied at one place, here, to diagnostics that are all known; whoever finds
//! something says it without asking.

use super::nearest::nearest;
use super::{Code, Diagnostic, Severity, codes};

/// What a switch does.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// It is not said.
    Allow,
    /// It is an error.
    Deny,
}

impl Action {
    /// As `allow`.
    pub fn word(self) -> &'static str {
        match self {
            Action::Allow => "allow",
            Action::Deny => "deny",
        }
    }

    /// The action of a word.
    pub fn from_word(word: &str) -> Option<Action> {
        [Action::Allow, Action::Deny].into_iter().find(|a| a.word() == word)
    }
}

/// What a switch is about.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// One code.
    Code(Code),
    /// Whatever is still a warning when all switches of single codes are done.
    Warnings,
}

/// The name of [`Subject::Warnings`].
pub const WARNINGS: &str = "warnings";

impl Subject {
    /// As it is written.
    pub fn name(self) -> &'static str {
        match self {
            Subject::Code(code) => code.name(),
            Subject::Warnings => WARNINGS,
        }
    }
}

/// One switch.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Switch {
    /// What it is about.
    pub subject: Subject,
    /// What it does.
    pub action: Action,
}

/// Why a switch can't be.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such code; with the nearest.
    Unknown(Option<&'static str>),
    /// It is an error by nature, so it can't be allowed.
    AnError,
    /// It says that a rule of the house is broken, so a model or a call can't allow it.
    ARule,
}

/// Codes below errors that can't be allowed all the same: `require` is the organisation's word, and
/// a model that could silence it would open the gate without anybody's leave.
const RULES: &[Code] = &[codes::BROKEN_REQUIREMENT];

/// Whether diagnostics of a code may go unsaid.
fn may_be_allowed(code: Code) -> bool {
    code.severity() != Severity::Error && !RULES.contains(&code)
}

impl Switch {
    /// The switch of a code's name, or of `warnings`.
    ///
    /// # Errors
    /// When there is no such code, or it can't be allowed.
    pub fn new(name: &str, action: Action) -> Result<Switch, Refusal> {
        if name == WARNINGS {
            return Ok(Switch { subject: Subject::Warnings, action });
        }
        let Some(code) = Code::find(name) else {
            let names = codes::ALL.iter().map(|c| c.name()).chain([WARNINGS]);
            return Err(Refusal::Unknown(nearest(name, names)));
        };
        match action {
            Action::Allow if !may_be_allowed(code) => {
                Err(if code.severity() == Severity::Error { Refusal::AnError } else { Refusal::ARule })
            }
            _ => Ok(Switch { subject: Subject::Code(code), action }),
        }
    }
}

impl Refusal {
    /// What is wrong, in one line, and what to do about it.
    pub fn said(self, name: &str) -> (String, String) {
        match self {
            Refusal::Unknown(near) => {
                let message = format!("there is no lint `{name}`");
                let help = near.map_or_else(
                    || format!("`{WARNINGS}` stands for all; `trustline explain CODE` tells of one."),
                    |near| format!("Did you mean `{near}`?"),
                );
                (message, help)
            }
            Refusal::AnError => (
                format!("`{name}` is an error, and errors can't be allowed"),
                "Warnings and notes can be; what is an error has to be mended.".to_owned(),
            ),
            Refusal::ARule => (
                format!("`{name}` says that a rule of the house is broken, and can't be allowed"),
                "Put the required control in force, or narrow the `require` where it is written.".to_owned(),
            ),
        }
    }
}

/// The first subject that one list both allows and denies.
pub fn contradiction(switches: &[Switch]) -> Option<Subject> {
    let denied = |s: Subject| switches.iter().any(|d| d.subject == s && d.action == Action::Deny);
    switches.iter().filter(|s| s.action == Action::Allow).map(|s| s.subject).find(|s| denied(*s))
}

/// Applies switches to diagnostics: those of the call go before those of the model, and those of
/// single codes before `warnings`, which takes what is a warning still. What is an error is left
/// as it is. Applied again they change nothing.
pub fn apply(diagnostics: &mut Vec<Diagnostic>, model: &[Switch], call: &[Switch]) {
    let of = |list: &[Switch], subject: Subject| list.iter().find(|s| s.subject == subject).map(|s| s.action);
    diagnostics.retain_mut(|d| {
        if d.is_error() {
            return true;
        }
        let one = Subject::Code(d.code);
        let single = of(call, one).map(|a| (a, true)).or_else(|| of(model, one).map(|a| (a, false)));
        let all = || {
            let lists = of(call, Subject::Warnings).map(|a| (a, true));
            lists.or_else(|| of(model, Subject::Warnings).map(|a| (a, false)))
        };
        match single.or_else(|| if d.severity == Severity::Warning { all() } else { None }) {
            Some((Action::Allow, _)) => !may_be_allowed(d.code),
            Some((Action::Deny, by_call)) => {
                d.severity = Severity::Error;
                let by = if by_call { "this call, with `--deny`" } else { "the model, in `lints`" };
                d.help.push(format!("It is an error because {by}, denies it."));
                true
            }
            None => true,
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn switch(name: &str, action: Action) -> Switch {
        Switch::new(name, action).unwrap()
    }

    fn after(model: &[Switch], call: &[Switch]) -> Vec<(&'static str, Severity)> {
        let said = [codes::SYNTAX, codes::NO_CROSSING, codes::BROKEN_REQUIREMENT, codes::NO_EDITION];
        let mut all: Vec<Diagnostic> = said.iter().map(|c| Diagnostic::bare(*c, "x")).collect();
        apply(&mut all, model, call);
        let once = all.clone();
        apply(&mut all, model, call);
        assert_eq!(all, once, "applied again they change nothing");
        all.iter().map(|d| (d.code.name(), d.severity)).collect()
    }

    #[test]
    fn the_call_goes_before_the_model_and_codes_before_all_warnings() {
        use Action::{Allow, Deny};
        use Severity::{Error, Note, Warning};
        let severity =
            |list: &[(&str, Severity)], code: &str| list.iter().find(|(c, _)| *c == code).map(|(_, s)| *s);
        let (allow, deny) = (switch("no-crossing", Allow), switch("no-crossing", Deny));
        let (all, none) = (switch(WARNINGS, Deny), switch(WARNINGS, Allow));
        let crossing = |model: &[Switch], call: &[Switch]| severity(&after(model, call), "no-crossing");
        assert_eq!(crossing(&[], &[]), Some(Warning));
        assert_eq!(crossing(&[allow], &[]), None);
        assert_eq!(crossing(&[deny], &[]), Some(Error));
        assert_eq!(crossing(&[allow], &[deny]), Some(Error));
        assert_eq!(crossing(&[deny], &[allow]), None);
        assert_eq!(crossing(&[], &[all]), Some(Error));
        assert_eq!(crossing(&[all], &[none]), None);
        // What the model allows is no warning any more, and what it denies no longer one.
        assert_eq!(crossing(&[allow], &[all]), None);
        assert_eq!(crossing(&[deny], &[none]), Some(Error));
        assert_eq!(crossing(&[], &[all, allow]), None);
        let all = after(&[], &[all]);
        assert_eq!(severity(&all, "no-edition"), Some(Note), "a note is no warning");
        let none = after(&[], &[none]);
        assert_eq!(severity(&none, "broken-requirement"), Some(Warning), "a rule stays");
        assert_eq!(severity(&none, "syntax"), Some(Error), "and so does an error");
        assert_eq!(severity(&after(&[switch("no-edition", Deny)], &[]), "no-edition"), Some(Error));
    }

    #[test]
    fn what_can_not_be_switched_is_refused() {
        use Action::{Allow, Deny};
        assert_eq!(Switch::new("no-crosing", Deny), Err(Refusal::Unknown(Some("no-crossing"))));
        assert_eq!(Switch::new("warning", Deny), Err(Refusal::Unknown(Some(WARNINGS))));
        assert_eq!(Switch::new("xyzzy", Allow), Err(Refusal::Unknown(None)));
        assert_eq!(Switch::new("syntax", Allow), Err(Refusal::AnError));
        assert!(Switch::new("syntax", Deny).is_ok(), "it is one already");
        assert_eq!(Switch::new("broken-requirement", Allow), Err(Refusal::ARule));
        assert!(Switch::new("broken-requirement", Deny).is_ok());
    }
}
