//! The report as JSON: indented, keys in a fixed order, a line feed at the end. In a long report each threat is one
//! line: indented, two fifths of it would be blanks.
//!
//! Threats are by far the most of it; they are written in blocks, which threads share.

use super::data::{Report, Threat};
use super::sets::is_long;
use super::shallow::{Visitor, visit};
use crate::threads::in_blocks;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

/// The JSON Schema (draft 2020-12) of what [`write`] gives.
pub const SCHEMA: &str = include_str!("report.schema.json");

/// How many threats are written at a time.
const BLOCK: usize = 256;

/// The report as JSON.
///
/// # Errors
/// None that is known: the data holds no map with keys other than text, and no number that JSON
/// lacks.
pub fn write(report: &Report) -> serde_json::Result<String> {
    let mut w = Writer { out: String::from("{\n"), threats: &report.threats, long: is_long(report) };
    visit(report, &mut w)?;
    w.out.push_str("\n}\n");
    Ok(w.out)
}

struct Writer<'a> {
    out: String,
    threats: &'a [Threat],
    long: bool,
}

impl Visitor for Writer<'_> {
    fn field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> serde_json::Result<()> {
        if !self.out.ends_with("{\n") {
            self.out.push_str(",\n");
        }
        match name {
            "threats" if !self.threats.is_empty() => self.threats(name),
            _ => {
                self.out.push_str(lines(&entry(name, value)?, "{\n", "\n}"));
                Ok(())
            }
        }
    }
}

impl Writer<'_> {
    fn threats(&mut self, name: &str) -> serde_json::Result<()> {
        let all = self.threats;
        let (head, foot) = (format!("{{\n  \"{name}\": [\n"), "\n  ]\n}");
        let block = |(): &mut (), range| {
            let threats = all.get(range).unwrap_or_default();
            if self.long {
                return one_a_line(threats);
            }
            Ok(lines(&entry(name, threats)?, &head, foot).to_owned())
        };
        let (blocks, ()) = in_blocks(all.len(), BLOCK, (), || (), block);
        self.out.push_str(head.trim_start_matches("{\n"));
        self.out.reserve(blocks.iter().flatten().map(String::len).sum());
        for (n, block) in blocks.into_iter().enumerate() {
            if n > 0 {
                self.out.push_str(",\n");
            }
            self.out.push_str(&block?);
        }
        self.out.push_str(foot.trim_end_matches("\n}"));
        Ok(())
    }
}

/// A field as an object of its own.
fn entry<T: Serialize + ?Sized>(name: &str, value: &T) -> serde_json::Result<String> {
    let mut bytes = Vec::with_capacity(1 << 12);
    let mut serializer = serde_json::Serializer::pretty(&mut bytes);
    let mut map = serializer.serialize_map(Some(1))?;
    map.serialize_entry(name, value)?;
    map.end()?;
    String::from_utf8(bytes).map_err(serde::ser::Error::custom)
}

/// Threats as items of a list, each on a line of its own.
fn one_a_line(threats: &[Threat]) -> serde_json::Result<String> {
    let all: Vec<String> = threats.iter().map(serde_json::to_string).collect::<serde_json::Result<_>>()?;
    Ok(format!("    {}", all.join(",\n    ")))
}

/// What stands between a head and a foot.
fn lines<'t>(text: &'t str, head: &str, foot: &str) -> &'t str {
    text.strip_prefix(head).and_then(|t| t.strip_suffix(foot)).unwrap_or(text)
}
