//! The fixed words of the page's templates: headings, and the sentences under them. Templates get them as
//! `words`, by these names.

use std::collections::BTreeMap;

/// Name and text.
const PAGE: &[(&str, &str)] = &[
    // The first page.
    ("kind", "Threat model"),
    ("skip", "Skip to the report"),
    ("contents", "Contents"),
    ("worst", "The worst"),
    ("nothing_open", "No threat is open or planned."),
    ("nobody", "nobody"),
    ("since", "Since the baseline"),
    ("since_nothing", "Nothing changed in the open and planned threats."),
    ("who", "Who has to act"),
    ("who_nobody", "Nobody has to act: nothing is open, planned, asked or due."),
    ("ratings", "Ratings"),
    ("ratings_link", "Who rated what stands on each card."),
    ("overdue", "overdue"),
    ("expired", "over"),
    // 1. What are we building?
    ("diagrams", "Diagrams"),
    ("tables_say", "The tables below say in words all that it shows."),
    ("how_to_read", "How to read the diagram"),
    ("scope", "Scope"),
    ("scope_built", "Built here"),
    ("scope_used", "Not built here"),
    ("scope_out", "Out of scope"),
    ("scope_none_out", "Nothing is left out: threats are looked for at every part that is drawn."),
    ("inventory", "Parts that are AI"),
    ("inventory_none", "None of the kinds in use is a model, a data set, a prompt, an agent or a tool."),
    ("autonomous", "decides by itself what comes next"),
    ("not_autonomous", "follows a fixed plan, or a person decides"),
    ("data", "Data by class"),
    ("data_note", "The class of a piece of data is the highest of its own and of all that it derives from."),
    ("data_full", "Data in full"),
    ("users", "Actors"),
    ("users_note", "People, and systems that are not built here: whom they call, and what passes between."),
    ("attackers", "Attackers"),
    ("assumptions", "Assumptions"),
    ("boundaries", "Trust boundaries"),
    ("elements", "Elements"),
    ("flows", "Flows"),
    ("entries", "Entry points"),
    ("entries_note", "Every way by which content comes in from lower trust, and where it is first checked."),
    ("entries_none", "None: nothing comes in from lower trust."),
    ("surface", "Attack surface"),
    (
        "surface_note",
        "Where content from lower trust arrives. The threats are those on the part and on its ways in.",
    ),
    // 2. What can go wrong?
    ("matrix", "Likelihood and impact"),
    ("cells", "The threats of each cell"),
    ("register", "Register"),
    (
        "register_paper",
        "On paper it lists those that are open, planned, accepted or transferred; the others stand in the appendix.",
    ),
    ("cards", "The worst, one by one"),
    ("cards_note", "The threats of the first page; all others, answered ones too, stand in the appendix."),
    ("stride", "STRIDE by part"),
    (
        "blanks",
        "Where nothing was found, and why; flows without a crossing and without a threat are left out:",
    ),
    ("letters", "The threats of each letter"),
    ("ways", "Ways of attackers"),
    ("joins", "Agents that join private data, untrusted content and a way out"),
    ("supply", "Supply chains"),
    // 3. What are we going to do about it?
    ("controls", "Controls"),
    ("responses", "Responses"),
    ("requirements", "Rules of the house"),
    ("chokepoints", "Where one control would stop most"),
    // 4. Did we do a good enough job?
    ("left", "What is left"),
    ("harm", "Harm to people"),
    ("owasp", "Coverage by the OWASP Top 10 for LLM Applications 2025"),
    ("techniques", "Techniques of MITRE ATLAS"),
    ("checklist", "Checklist"),
    ("scorecard", "Scorecard"),
    ("trials", "How each open threat can be tried"),
    ("trials_none", "No threat is open or planned."),
    ("tried", "What was tried"),
    ("tests", "Tests done"),
    ("questions", "Questions"),
    ("unconfirmed", "Assumptions that nobody confirmed"),
    ("off", "Rules that are switched off"),
    ("reviews", "Reviews"),
    ("remarks", "Remarks on the model"),
    // Appendix.
    ("figures", "Figures"),
    ("appendix", "Appendix"),
    (
        "appendix_note",
        "Reference: the other threats, the tables in full, and how to read the words and numbers.",
    ),
    ("others", "The other threats, one by one"),
    ("others_long", "What threats of a rule share stands with the rule; each card leads there."),
    ("rules", "References of the rules"),
    ("works", "Works whose entries have no address of their own:"),
    ("rules_long", "The rules, one by one"),
    ("mitigation", "What to do about it"),
    ("method", "How the ratings are defined"),
    ("glossary", "Glossary"),
    ("vocabulary", "Controls that this report names"),
    ("files", "What this report was made from"),
    ("expected_none", "Nothing is expected of what is drawn."),
    ("no_reason", "no reason given"),
    ("counted", "Counted are"),
    ("none", "None."),
    ("none_yet", "None yet."),
];

/// The words by their names.
pub fn page() -> BTreeMap<&'static str, &'static str> {
    PAGE.iter().copied().collect()
}

/// Words of the field as this report uses them.
pub const GLOSSARY: &[(&str, &str)] = &[
    ("Appetite", "The residual severity that nobody has to sign for."),
    ("Boundary", "A line around parts that are trusted alike; what passes it has to be looked at."),
    (
        "Confirmed",
        "Of a threat: a control that would lower it is known to be missing. Of an assumption or a rating: somebody who knows has looked.",
    ),
    (
        "Crossing",
        "A flow whose ends stand in different zones. It has a number, the same in diagrams and tables.",
    ),
    (
        "Element",
        "Something that is drawn: it stands outside (external), does something (process), or keeps something (store).",
    ),
    ("Exposure", "The lowest trust at which a piece of data, or what derives from it, can arrive."),
    ("Forecast", "The rating once all that is planned is in force."),
    ("Inherent", "Before any control."),
    ("Movement", "What passes on a flow in one direction: the call with what it brings, or the answer."),
    ("Refined", "A finer threat on the same part has taken its place, so it is not counted twice."),
    ("Residual", "With the controls that are in force."),
    ("Taint", "The lowest trust from which content can have come."),
    ("Tolerated", "Within the appetite as it is, so nobody has to answer it."),
    (
        "Trust",
        "How far a part is trusted: untrusted, partner, internal, restricted; the last is the highest.",
    ),
    ("Zone", "All that stands within the same boundary, or an outside part by itself."),
];
