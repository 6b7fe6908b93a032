//! The heads of tables, in HTML as in Markdown. Templates get them as `columns`, by these names.

use std::collections::BTreeMap;

macro_rules! tables {
    ($($(#[$about:meta])* $table:ident $name:literal $heads:tt)*) => {
        $($(#[$about])* pub const $table: &[&str] = &$heads;)*

        /// Name and heads.
        const TABLES: &[(&str, &[&str])] = &[$(($name, $table)),*];
    };
}

tables! {
    /// What is taken for granted.
    ASSUMPTIONS "assumptions" ["Assumption", "About", "Confirmed by", "Owner"]
    /// The checklist by part.
    CHECKLIST "checklist" ["Part", "Done", "Planned", "Missing"]
    /// The scorecard by subject.
    SCORECARD "scorecard" ["Subject", "Score", "Forecast", "Expected", "Done", "Planned", "Missing"]
    /// Controls.
    CONTROLS "controls" ["Control", "Status", "Where", "Owner", "Due", "Evidence", "Ticket", "Counts for"]
    /// Single controls that would stop most.
    CHOKEPOINTS "chokepoints" ["Control", "At", "Cuts", "Makes harder", "Changes"]
    /// Data by class.
    CLASSES "classes" ["Class", "Data", "About people", "Can reach somebody untrusted"]
    /// Entry points.
    ENTRIES "entries" ["Crossing", "Way in", "Brings", "Can come from", "First checked"]
    /// The attack surface.
    SURFACE "surface" ["Part", "Trust", "Ways in", "Can come from", "Not checked", "Open or planned"]
    /// Who has to act.
    WHO "who" ["Who", "What", "Next date"]
    /// Threats by category of harm.
    HARM "harm" ["Harm", "Open or planned", "Answered"]
    /// Parts that are AI.
    INVENTORY "inventory" ["What", "Part", "Kind", "Properties", "Data"]
    /// Threats by entry of the OWASP Top 10.
    OWASP "owasp" ["Entry", "Open or planned", "Answered"]
    /// Trust boundaries.
    BOUNDARIES "boundaries" ["Boundary", "In", "Trust", "Controls"]
    /// Elements.
    ELEMENTS "elements" ["Element", "Kind", "In", "Trust", "Content from", "Keeps", "Controls"]
    /// Likelihood by impact.
    MATRIX "matrix" ["", "impact 1", "impact 2", "impact 3", "impact 4", "impact 5"]
    /// Data.
    DATA "data" ["Data", "Kind", "Class", "Personal", "From", "Kept at", "Lowest trust it can reach"]
    /// Flows.
    FLOWS "flows" ["Crossing", "Flow", "Sends", "Returns", "Protocol", "Controls", "Boundaries"]
    /// Actors.
    USERS "users" ["Who", "Kind", "Trust", "Calls", "Called by", "Gives", "Gets"]
    /// Questions.
    QUESTIONS "questions" ["Question", "About", "Owner", "Due", "Answer"]
    /// Rules of the house.
    REQUIREMENTS "requirements" ["Required", "On", "Broken at", "Kept at", "Because"]
    /// Responses.
    RESPONSES "responses" ["Threat", "Response", "By and owner", "Until or due", "Because", "State and forecast"]
    /// Supply chains.
    SUPPLY "supply" ["What", "Way", "Not checked", "Controls"]
    /// Threats by technique.
    TECHNIQUES "techniques" ["Technique", "Open or planned", "Answered"]
    /// Tests done.
    TESTS "tests" ["Threat", "Result", "Date", "By", "With", "Evidence", "Note"]
    /// How open threats can be tried.
    TRIALS "trials" ["Threat", "How to try it", "Last tried"]
    /// The register.
    REGISTER "register" ["#", "Threat", "Where", "STRIDE or H", "Severity now", "Status", "What answers it", "Owner"]
    /// What controls do, by severity.
    EFFECT "effect" ["Severity", "Before any control", "Now", "Of these open or planned", "With what is planned"]
    /// Threats by status.
    STATUS "status" ["Status", "Threats", "Meaning"]
    /// What the report was made from.
    FILES "files" ["File", "SHA-256"]
    /// Entry points without their crossings.
    WAYS_IN "ways_in" ["Way in", "Brings", "Can come from", "First checked"]
    /// Attackers.
    ATTACKERS "attackers" ["Attacker", "Stands at", "Wants", "Skill", "Motive", "Ways there"]
    /// How open threats can be tried, with places.
    TRIES "tries" ["Threat", "Where", "How to try it", "Last tried"]
    /// Threats by letter.
    LETTERS "letters" ["Letter", "Open or planned", "Mitigated", "Borne"]
    /// STRIDE by part.
    STRIDE "stride" ["Where", "S", "T", "R", "I", "D", "E"]
    /// Controls with what changes once all is in force.
    CONTROLS_FORECAST "controls_forecast" ["Control", "Status", "Where", "Owner", "Due", "Evidence", "Ticket", "Counts for", "Forecast"]
    /// Responses in brief.
    ANSWERS "answers" ["Threat", "Response", "State"]
    /// Tests done, in brief.
    RESULTS "results" ["Threat", "Result", "When, by whom, with what"]
    /// Rules that are switched off.
    OFF "off" ["Rule", "Threat", "Because"]
    /// Reviews.
    REVIEWS "reviews" ["Date", "By", "Note"]
    /// Remarks on the model.
    REMARKS "remarks" ["Code", "Remark"]
    /// What changed since the baseline.
    SINCE "since" ["Since then", "Threat", "Where", "Before", "Now", "Because"]
    /// Steps of a way.
    STEPS "steps" ["", "Step", "State", "By", "Held by controls"]
    /// The register of open and planned threats.
    OPEN_REGISTER "open_register" ["#", "Threat", "Where", "STRIDE or H", "Severity now", "Status", "Owner"]
    /// The register of the others.
    ANSWERED_REGISTER "answered_register" ["Threat", "Where", "Severity now", "Status", "What answers it"]
}

/// The heads by the names of their tables.
pub fn columns() -> BTreeMap<&'static str, &'static [&'static str]> {
    TABLES.iter().copied().collect()
}
