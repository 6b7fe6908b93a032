//! Controls and threats.

use super::{ControlId, KindId, RuleId, When};
use serde::{Deserialize, Serialize};

/// How far a control's work is felt.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// Where it stands.
    Target,
    /// For all that lies behind it, if every path passes it.
    Path,
}

/// What a control does, where the ways of attackers, entry points and supply chains ask for it.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Acts {
    /// Protects what moves between two parts.
    Wire,
    /// Keeps strangers out and lets the rightful caller in.
    Door,
    /// Looks at what comes in: who brings it is asked at the door.
    Entry,
    /// Makes goods that arrive less dangerous without saying whose they are.
    Goods,
    /// Lessens what is there, or sees that it may be there; it stops nobody.
    Upkeep,
}

/// A control of the vocabulary.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ControlKind {
    /// As `rate_limit`.
    pub name: String,
    /// Older names.
    pub was: Vec<String>,
    /// As `Rate limiting`.
    pub label: String,
    /// As `runtime`.
    pub group: String,
    /// What is true when it is in force, in a sentence.
    pub about: String,
    /// How far it is felt.
    pub reach: Reach,
    /// What it does; several may fit, or none.
    pub acts: Vec<Acts>,
    /// Kinds of data of which it proves who made them, or that they are unchanged.
    pub verifies: Vec<KindId>,
    /// The playbook: elements of these kinds, and of those under them, should have it whatever their
    /// threats are.
    pub default_for: Vec<KindId>,
    /// Entries of frameworks.
    pub refs: Vec<Reference>,
    /// The author's own tags.
    pub tags: Vec<String>,
    /// Whether a model declared it, not the catalog.
    pub own: bool,
}

/// An entry of a framework or a probe of a testing tool.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Reference {
    /// As `atlas`.
    pub framework: String,
    /// As `AML.T0070`.
    pub id: String,
}

/// The letters of STRIDE.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stride {
    /// Somebody passes for somebody else.
    Spoofing,
    /// Something is changed that should not be.
    Tampering,
    /// Somebody can deny what was done.
    Repudiation,
    /// Somebody learns what is not for them.
    InformationDisclosure,
    /// Something is not there when it is needed.
    DenialOfService,
    /// Somebody can do more than they may.
    ElevationOfPrivilege,
}

super::words!(Reach: Target "target", Path "path");
super::words!(Acts: Wire "wire", Door "door", Entry "entry", Goods "goods", Upkeep "upkeep");
super::words!(Stride: Spoofing "spoofing", Tampering "tampering", Repudiation "repudiation",
    InformationDisclosure "information_disclosure", DenialOfService "denial_of_service",
    ElevationOfPrivilege "elevation_of_privilege");

impl Stride {
    /// The letter: S, T, R, I, D or E.
    pub fn letter(self) -> char {
        match self {
            Stride::Spoofing => 'S',
            Stride::Tampering => 'T',
            Stride::Repudiation => 'R',
            Stride::InformationDisclosure => 'I',
            Stride::DenialOfService => 'D',
            Stride::ElevationOfPrivilege => 'E',
        }
    }

    /// As `Information disclosure`.
    pub fn label(self) -> &'static str {
        match self {
            Stride::Spoofing => "Spoofing",
            Stride::Tampering => "Tampering",
            Stride::Repudiation => "Repudiation",
            Stride::InformationDisclosure => "Information disclosure",
            Stride::DenialOfService => "Denial of service",
            Stride::ElevationOfPrivilege => "Elevation of privilege",
        }
    }
}

/// Harm that a system does to people while it works as it was built. The categories are those of
/// PLOT4ai, all but the one on attacks: for attacks there is STRIDE.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Harm {
    /// The data is not fit for what is made of it.
    DataGovernance,
    /// People can't tell what the system does, or can't use it.
    Transparency,
    /// More is known of people, or done with it, than they may expect.
    Privacy,
    /// People or surroundings are hurt.
    Safety,
    /// Some groups fare worse than others.
    Bias,
    /// A right that people have is taken from them.
    Rights,
    /// Nobody oversees, answers for or corrects what the system decides.
    Oversight,
}

super::words!(Harm: DataGovernance "data_governance", Transparency "transparency", Privacy "privacy",
    Safety "safety", Bias "bias", Rights "rights", Oversight "oversight");

impl Harm {
    /// The letter that stands for all of them, beside those of STRIDE.
    pub const LETTER: char = 'H';

    /// As PLOT4ai names it: `Bias, fairness and discrimination`.
    pub fn label(self) -> &'static str {
        match self {
            Harm::DataGovernance => "Data and data governance",
            Harm::Transparency => "Transparency and accessibility",
            Harm::Privacy => "Privacy and data protection",
            Harm::Safety => "Safety and environmental impact",
            Harm::Bias => "Bias, fairness and discrimination",
            Harm::Rights => "Ethics and human rights",
            Harm::Oversight => "Accountability and human oversight",
        }
    }
}

/// Which of the two families a threat is of.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum Family {
    /// Somebody attacks: it has letters of STRIDE.
    Stride,
    /// Nobody has to: people come to harm.
    Harm,
}

super::words!(Family: Stride "stride", Harm "harm");

impl Family {
    /// The family of what has a category of harm, or none.
    pub fn of(harm: Option<Harm>) -> Family {
        if harm.is_some() { Family::Harm } else { Family::Stride }
    }
}

/// The letters of a threat: those of STRIDE, or H.
pub fn letters(stride: &[Stride], harm: Option<Harm>) -> String {
    stride.iter().map(|s| s.letter()).chain(harm.map(|_| Harm::LETTER)).collect()
}

/// Under which heading a threat stands, and what stands there: `STRIDE` and `Spoofing, Tampering`,
/// or `Harm` and `Bias, fairness and discrimination`.
pub fn classed(stride: &[Stride], harm: Option<Harm>) -> (&'static str, String) {
    match harm {
        Some(harm) => ("Harm", harm.label().to_owned()),
        None => ("STRIDE", stride.iter().map(|s| s.label()).collect::<Vec<_>>().join(", ")),
    }
}

/// What a rule is tried on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Subject {
    /// Every flow.
    Flow,
    /// Every element.
    Element,
    /// Every boundary.
    Boundary,
    /// The model, once.
    Model,
    /// Elements of these kinds.
    Kinds(Vec<KindId>),
}

/// A threat as the catalog or a model's own rule states it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rule {
    /// Its id, as `rag-poison`.
    pub name: String,
    /// Older ids.
    pub was: Vec<String>,
    /// One line; may hold placeholders such as `{target}`.
    pub title: String,
    /// A word to those who read the rule, not its threats; often empty.
    pub about: String,
    /// Its letters, in the order of STRIDE; none if it is of the family of harm.
    pub stride: Vec<Stride>,
    /// The category, if it is of the family of harm.
    pub harm: Option<Harm>,
    /// What it is tried on.
    pub on: Subject,
    /// When it arises; always, if there is none.
    pub when: Option<When>,
    /// The generic threats whose place it takes.
    pub refines: Vec<RuleId>,
    /// Likelihood before any control, 1 to 5.
    pub likelihood: u8,
    /// The lowest likelihood that controls can reach.
    pub floor: u8,
    /// Impact, 1 to 5.
    pub impact: u8,
    /// Controls that lower the likelihood, with the steps they take off.
    pub lowered_by: Vec<(ControlId, u8)>,
    /// Controls that lower the impact, with the steps they take off.
    pub softened_by: Vec<(ControlId, u8)>,
    /// What an attacker does, or how people come to harm; may hold placeholders such as `{target}`.
    pub scenario: String,
    /// What to do about it; may hold placeholders.
    pub mitigation: String,
    /// `development`, `runtime`.
    pub phase: Vec<String>,
    /// The layer of MAESTRO.
    pub layer: Option<String>,
    /// How to try it for real.
    pub test: Vec<Reference>,
    /// Entries of frameworks.
    pub refs: Vec<Reference>,
    /// The families that it belongs to in a taxonomy of the author's own.
    pub family: Vec<String>,
    /// The author's own tags.
    pub tags: Vec<String>,
    /// Whether a model declared it, not the catalog.
    pub own: bool,
}

impl Reference {
    /// Whether it is of a framework, and if an id is given, of the entry with that id.
    fn is_of(&self, framework: &str, id: Option<&str>) -> bool {
        self.framework == framework && id.is_none_or(|id| self.id == id)
    }
}

impl ControlKind {
    /// Whether it refers to a framework, or to its entry with this id.
    pub fn refers_to(&self, framework: &str, id: Option<&str>) -> bool {
        self.refs.iter().any(|r| r.is_of(framework, id))
    }
}

impl Rule {
    /// Whether it refers to a framework, or to its entry with this id, as a threat of that name or as a way
    /// to try it. To STRIDE it refers by its letters.
    pub fn refers_to(&self, framework: &str, id: Option<&str>) -> bool {
        let lettered = framework == "stride"
            && self.stride.iter().any(|s| id.is_none_or(|id| id.len() == 1 && id.starts_with(s.letter())));
        lettered || self.refs.iter().chain(&self.test).any(|r| r.is_of(framework, id))
    }
}
