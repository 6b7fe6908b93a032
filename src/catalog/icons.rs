//! The icons of kinds: their names, and what an `icon:` says.
//!
//! Outlines come from Lucide, by the crate `z-icons`. Kinds speak in the field's own words; where
//! Lucide has another word for the thing, or another picture for the word, [`OWN`] says which. All
//! other names are Lucide's, so that a model can use any icon of the set. What an outline looks
//! like is for those who draw it: this file gives it as it stands in the crate.

use serde::{Deserialize, Serialize};

use super::Root;
use crate::diagnostic::nearest::nearest;
use crate::diagnostic::{Diagnostic, codes};
use crate::source::Span;
use crate::syntax::tree::{Value, ValueKind};

/// What stands in pictures for a kind or an element.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum Icon {
    /// One of the set, by its name.
    Named(String),
    /// A file of the model's author.
    File {
        /// The path as it is written.
        path: String,
        /// Where it is written; by this the file's text is found.
        span: Span,
    },
}

impl From<String> for Icon {
    fn from(name: String) -> Icon {
        Icon::Named(name)
    }
}

impl From<Icon> for String {
    fn from(icon: Icon) -> String {
        icon.text().to_owned()
    }
}

impl Icon {
    /// The name, or the path.
    pub fn text(&self) -> &str {
        match self {
            Icon::Named(name) => name,
            Icon::File { path, .. } => path,
        }
    }
}

impl Root {
    /// The icon of what has none of its own, as the kinds `process` and `store` themselves.
    pub fn icon(self) -> &'static str {
        match self {
            Root::External => "external",
            Root::Process => "process",
            Root::Store => "store",
            Root::Data => "file",
        }
    }
}

/// Names of the catalog, sorted, with the name in Lucide.
const OWN: &[(&str, &str)] = &[
    ("agent", "bot"),
    ("api", "braces"),
    ("badge", "id-card"),
    ("branch", "git-branch"),
    ("browser", "app-window"),
    ("card", "credit-card"),
    ("chart", "chart-line"),
    ("chat", "message-square"),
    ("code", "code-xml"),
    ("config", "sliders-horizontal"),
    ("device", "router"),
    ("document", "file-text"),
    ("external", "square-user"),
    ("feedback", "thumbs-up"),
    ("filter", "funnel"),
    ("fingerprint", "fingerprint-pattern"),
    ("flask", "flask-conical"),
    ("gateway", "shield"),
    ("gear", "settings"),
    ("history", "rotate-ccw-clock"),
    ("key", "key-round"),
    ("label", "tags"),
    ("llm", "sparkles"),
    ("log", "scroll-text"),
    ("memory", "memory-stick"),
    ("message", "message-square"),
    ("mobile", "smartphone"),
    ("monitoring", "activity"),
    ("notebook", "notebook-pen"),
    ("partner", "handshake"),
    ("pen", "pen-line"),
    ("phone", "smartphone"),
    ("process", "cog"),
    ("queue", "list-ordered"),
    ("registry", "package"),
    ("review", "clipboard-check"),
    ("robot", "bot"),
    ("router", "route"),
    ("scroll", "scroll-text"),
    ("sensor", "radio"),
    ("store", "database"),
    ("table", "table-2"),
    ("tool", "wrench"),
    ("training", "dumbbell"),
    ("vector", "boxes"),
    ("window", "app-window"),
];

/// The SVG of an icon, by a name of the catalog or of Lucide: shapes on a field of 24 by 24, to be
/// stroked with a width of 2 and round ends.
pub fn svg(name: &str) -> Option<&'static str> {
    let own = OWN.iter().find(|(own, _)| *own == name).map(|(_, lucide)| *lucide);
    z_icons::get(own.unwrap_or(name)).map(z_icons::Icon::svg_str)
}

/// All names: those of the catalog first.
pub fn names() -> impl Iterator<Item = &'static str> {
    OWN.iter().map(|(own, _)| *own).chain(z_icons::all().iter().map(|icon| icon.name()))
}

/// What the value of `icon` says: a word is a name, a text the path of a file. None if it is
/// neither. Beside a name that there is not stands what is to be said of it.
pub(crate) fn read(value: &Value) -> Option<(Icon, Option<Diagnostic>)> {
    match &value.kind {
        ValueKind::Word(path) => {
            let name = path.text();
            let unknown = svg(&name).is_none().then(|| unknown(&name, value.span));
            Some((Icon::Named(name), unknown))
        }
        ValueKind::Text(path) => Some((Icon::File { path: path.clone(), span: value.span }, None)),
        _ => None,
    }
}

fn unknown(name: &str, span: Span) -> Diagnostic {
    let d = Diagnostic::new(codes::UNKNOWN_ICON, span, format!("there is no icon `{name}`"));
    match nearest(name, names()) {
        Some(near) => {
            d.help(format!("Did you mean `{near}`?")).fix(format!("write `{near}`"), span, near.to_owned())
        }
        None => d.help("Icons have the names of Lucide, as `database-search`; a path in quotes names a file of your own."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_the_catalog_stand_for_icons_of_the_set() {
        let mut before = "";
        for (own, lucide) in OWN {
            assert!(before < *own, "{own} is out of order or twice");
            before = own;
            assert!(z_icons::get(lucide).is_some(), "{lucide}");
            assert_ne!(own, lucide, "a name that is Lucide's need not be listed");
        }
        assert!(svg("no-such-icon").is_none() && svg("").is_none());
        for root in [Root::External, Root::Process, Root::Store, Root::Data] {
            assert!(svg(root.icon()).is_some());
        }
    }
}
