//! Links by which an editor shows a place.

use crate::ide::picture::Spot;
use crate::source::percent_encoded;

/// An editor that takes links, with the form of these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Editor(String);

/// Editors that are known by a word.
const KNOWN: [(&str, &str); 4] = [
    ("vscode", "vscode://file{file}:{line}:{column}"),
    ("vscodium", "vscodium://file{file}:{line}:{column}"),
    ("cursor", "cursor://file{file}:{line}:{column}"),
    ("idea", "idea://open?file={file}&line={line}&column={column}"),
];

impl Editor {
    /// From a word, or from an address with `{file}` and, as far as the editor takes them, `{line}` and
    /// `{column}`.
    ///
    /// # Errors
    /// When it is neither; says what is wrong and what to do.
    pub fn new(said: &str) -> Result<Editor, (String, String)> {
        if let Some((_, form)) = KNOWN.iter().find(|(word, _)| *word == said) {
            return Ok(Editor((*form).to_owned()));
        }
        let scheme = said.split_once(':').map_or("", |(scheme, _)| scheme);
        let known: Vec<&str> = KNOWN.iter().map(|(word, _)| *word).collect();
        let help = format!("Write {}, or an address as `vscode://file{{file}}:{{line}}`.", known.join(", "));
        if scheme.is_empty() || !scheme.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b)) {
            return Err((format!("`{said}` is no editor that is known, and no address"), help));
        }
        // These would run in the page, or show something in its place.
        if ["javascript", "data", "blob", "about", "http", "https"].contains(&scheme.to_lowercase().as_str())
        {
            return Err((format!("`{scheme}:` does not lead to an editor"), help));
        }
        if !said.contains("{file}") {
            return Err((format!("`{said}` says nowhere which file is meant"), help));
        }
        Ok(Editor(said.to_owned()))
    }

    /// The link that shows a place.
    pub fn link(&self, spot: &Spot) -> String {
        let path = spot.path.to_string_lossy().replace('\\', "/");
        // As Windows writes paths that are whole.
        let path = path.strip_prefix("//?/").unwrap_or(&path);
        let root = if path.starts_with('/') { "" } else { "/" };
        let file = format!("{root}{}", percent_encoded(path));
        self.0
            .replace("{line}", &spot.location.line.to_string())
            .replace("{column}", &spot.location.column.to_string())
            .replace("{file}", &file)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Location;
    use std::path::PathBuf;

    fn spot(path: &str) -> Spot {
        Spot {
            path: PathBuf::from(path),
            location: Location { file: "rag.tm".to_owned(), line: 12, column: 3 },
        }
    }

    #[test]
    fn links_lead_to_the_place() {
        let code = Editor::new("vscode").unwrap();
        assert_eq!(code.link(&spot("/models/rag.tm")), "vscode://file/models/rag.tm:12:3");
        assert_eq!(
            code.link(&spot("/my models/{line}&a=b.tm")),
            "vscode://file/my%20models/%7Bline%7D%26a%3Db.tm:12:3"
        );
        assert_eq!(code.link(&spot("\\\\?\\C:\\models\\rag.tm")), "vscode://file/C%3A/models/rag.tm:12:3");
        let own = Editor::new("x-emacs:open?f={file}&l={line}").unwrap();
        assert_eq!(own.link(&spot("/a.tm")), "x-emacs:open?f=/a.tm&l=12");
    }

    #[test]
    fn what_is_no_editor_is_refused() {
        for said in [
            "vim",
            "javascript:alert('{file}')",
            "JavaScript:{file}",
            "https://x/{file}",
            "vscode://file",
            "",
        ] {
            assert!(Editor::new(said).is_err(), "{said}");
        }
    }
}
