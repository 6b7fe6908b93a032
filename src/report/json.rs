//! The report as JSON: indented, keys in a fixed order, a line feed at the end.

use super::data::Report;

/// The JSON Schema (draft 2020-12) of what [`write`] gives.
pub const SCHEMA: &str = include_str!("report.schema.json");

/// The report as JSON.
///
/// # Errors
/// None that is known: the data holds no map with keys other than text, and no number that JSON
/// lacks.
pub fn write(report: &Report) -> serde_json::Result<String> {
    let mut text = serde_json::to_string_pretty(report)?;
    text.push('\n');
    Ok(text)
}
