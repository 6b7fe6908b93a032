//! How the texts of a page differ, for people.

/// The difference between two texts as people read it, with a few lines around each change; empty if there is none.
pub fn difference(before: &str, after: &str, names: (&str, &str)) -> String {
    let (before, after) = (before.replace("\r\n", "\n"), after.replace("\r\n", "\n"));
    let (before, after) = (before.trim_end().to_owned() + "\n", after.trim_end().to_owned() + "\n");
    if before == after {
        return String::new();
    }
    similar::TextDiff::from_lines(&before, &after)
        .unified_diff()
        .context_radius(2)
        .header(names.0, names.1)
        .to_string()
}
