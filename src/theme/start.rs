//! A theme to start from.

use super::read::DEFAULT;

/// The JSON Schema of `theme.toml`.
pub const SCHEMA: &str = include_str!("../../themes/theme.schema.json");

/// A `theme.toml` that shows every value, all as in the default theme. `name` is one line of text.
pub fn start(name: &str) -> String {
    let mut out = String::new();
    for line in DEFAULT.lines() {
        match line.split_once('=').map(|(key, _)| key.trim()) {
            _ if line.starts_with("#:schema") => out.push_str("#:schema theme.schema.json"),
            Some("name") => {
                let name = name.replace('\\', "\\\\").replace('"', "\\\"");
                out.push_str(&format!(
                    "name = \"{name}\"\nextends = \"default\" # or another built-in theme"
                ));
            }
            Some("about") => out.push_str("about = \"A theme of our own.\""),
            // The files of the default theme serve until there are others.
            Some("style" | "script") => out.push_str(&format!("# {line}")),
            _ => out.push_str(line),
        }
        out.push('\n');
    }
    out.push_str("# extra = \"extra.css\"\n");
    out
}
