//! The fixed words of the page's script, which gets them as data by these names. `{…}` stands for what it fills in.

use std::collections::BTreeMap;

/// Name and text.
const SCRIPT: &[(&str, &str)] = &[
    // Filters.
    ("shown", "{n} of {all} threats"),
    ("all_one", "1 threat"),
    ("all", "{all} threats"),
    ("remove", "Remove the filter {what}"),
    ("text", "“{value}”"),
    ("at", "at {part}"),
    ("inherent", "before any control: likelihood {l}, impact {i}"),
    ("residual", "likelihood {l}, impact {i}"),
    // Cards.
    ("open", "All are open."),
    ("folded", "All are folded."),
    ("show", "Show in the diagram"),
    ("copy", "Copy as Markdown"),
    ("copied", "The threat is copied as Markdown."),
    ("link", "Copy the link"),
    ("link_copied", "The link is copied."),
    // Pictures.
    ("path", "Path of “{title}”, {place}. "),
    ("back", "Back to the threat"),
    ("clear", "Clear"),
    ("size", "Size of the diagram"),
    ("smaller", "Smaller"),
    ("smaller_key", "Smaller: −"),
    ("larger", "Larger"),
    ("larger_key", "Larger: +"),
    ("fit", "Fit"),
    ("fit_key", "As wide as the page: 0"),
    ("drawn", "100 %"),
    ("drawn_key", "As it was drawn: 1"),
    ("fits", "fits"),
];

/// The words by their names.
pub fn script() -> BTreeMap<&'static str, &'static str> {
    SCRIPT.iter().copied().collect()
}
