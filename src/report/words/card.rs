//! The fixed words of the register's rows and of the cards of threats in HTML.

/// Heads of what a card says of its threat.
pub mod head {
    /// The rating.
    pub const SEVERITY: &str = "Severity";
    /// Why the likelihood is what it is.
    pub const LIKELIHOOD: &str = "Likelihood";
    /// Why the impact is what it is.
    pub const IMPACT: &str = "Impact";
    /// The band for readers in a hurry.
    pub const BAND: &str = "Band";
    /// Whose word the rating is.
    pub const RATED_BY: &str = "Rated by";
    /// Who answers for it.
    pub const OWNER: &str = "Owner";
    /// Where it stands.
    pub const STATUS: &str = "Status";
    /// The category of harm.
    pub const HARM: &str = "Harm";
    /// The letters.
    pub const STRIDE: &str = "STRIDE";
    /// Families of the author's own.
    pub const FAMILY: &str = "Family";
    /// The rule's tags.
    pub const TAGS: &str = "Tags";
    /// Data at stake.
    pub const STAKES: &str = "At stake";
    /// Where it starts.
    pub const START: &str = "Starts at";
    /// The way.
    pub const PATH: &str = "Path";
    /// The finer threat.
    pub const REFINED_BY: &str = "Taken over by";
    /// The generic ones.
    pub const REFINES: &str = "Takes the place of";
    /// What is done about it.
    pub const RESPONSE: &str = "Response";
    /// How far that has come.
    pub const STATE: &str = "State of it";
    /// The facts.
    pub const BECAUSE: &str = "Why it arises";
    /// What helps.
    pub const MITIGATION: &str = "What to do about it";
    /// Controls that count and that do not.
    pub const CONTROLS: &str = "Controls";
    /// The steps to the rating.
    pub const SUM: &str = "How the rating came about";
    /// Probes and guides.
    pub const TRY: &str = "How to try it";
    /// Results of tests.
    pub const TRIED: &str = "What came of trying it";
}

/// Behind the status of a threat that is confirmed.
pub const CONFIRMED: &str = "a control that would lower it is known to be missing";
/// Where a threat starts to which nobody less trusted leads.
pub const OUTSIDE: &str = "outside the zone of its target";
/// The link of a card that leaves to its rule what all threats of the rule share.
pub const OF_THE_RULE: &str = "what to do about it";
/// Behind the rule of a card.
pub const REFERENCES: &str = "its references";
