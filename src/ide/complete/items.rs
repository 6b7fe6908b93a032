//! The items of a completion, and how they are written.

use crate::catalog::fields::{Property, Type};
use crate::catalog::{Catalog, Kind, KindId, Literal, Root};
use crate::ide::describe;
use crate::model::words::Word;
use crate::source::Span;

/// What an item stands for, by which an editor chooses its sign.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum ItemSort {
    Word,
    Kind,
    Property,
    Value,
    Control,
    Threat,
    Element,
    Boundary,
    Data,
    Flow,
    Attacker,
    File,
    Alias,
}

/// One thing that may stand at the cursor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What is shown, and what is compared with what is typed.
    pub label: String,
    /// What it stands for.
    pub sort: ItemSort,
    /// A few words beside the label.
    pub detail: String,
    /// What it is, in Markdown.
    pub about: String,
    /// What is written in the place of the word.
    pub insert: String,
    /// Whether that has places to fill in, as `${1:name}`.
    pub snippet: bool,
    /// What it takes the place of.
    pub span: Span,
    /// Lower ones come first.
    pub order: u32,
    /// Whether more is to be chosen right behind it.
    pub again: bool,
}

/// What the other form of `control` is called in the list.
pub(super) const CONTROL_WORD: &str = "control word";

impl Item {
    pub(super) fn new(sort: ItemSort, label: &str, span: Span) -> Item {
        Item {
            label: label.to_owned(),
            sort,
            detail: String::new(),
            about: String::new(),
            insert: label.to_owned(),
            snippet: false,
            span,
            order: 0,
            again: false,
        }
    }

    pub(super) fn detail(mut self, detail: impl Into<String>) -> Item {
        self.detail = detail.into();
        self
    }

    pub(super) fn about(mut self, about: impl Into<String>) -> Item {
        self.about = about.into();
        self
    }

    pub(super) fn insert(mut self, text: impl Into<String>) -> Item {
        self.insert = text.into();
        self
    }

    pub(super) fn fill(mut self, text: impl Into<String>) -> Item {
        self.insert = text.into();
        self.snippet = true;
        self
    }

    /// The same with its plain text written as a snippet that has nothing to fill in.
    #[must_use]
    pub fn as_snippet(self) -> Item {
        let text = escaped(&self.insert);
        self.fill(text)
    }

    pub(super) fn order(mut self, order: u32) -> Item {
        self.order = order;
        self
    }

    /// Its word alone: what would be written behind it stands there already.
    pub(super) fn alone(&mut self) {
        self.insert.clone_from(&self.label);
        self.snippet = false;
        self.again = false;
    }

    pub(super) fn again(mut self) -> Item {
        self.again = true;
        self
    }

    /// A statement word, with the places of its form to fill in.
    pub(super) fn word(w: &Word, span: Span) -> Item {
        Item::new(ItemSort::Word, w.name, span)
            .detail(w.usage)
            .about(describe::word(w))
            .fill(snippet(w.usage))
    }

    /// The other form of `control`: a word of one's own for what the vocabulary lacks.
    pub(super) fn control_word(w: &Word, span: Span) -> Item {
        Item::new(ItemSort::Word, CONTROL_WORD, span)
            .detail("control NAME \"LABEL\" { about: \"…\" }")
            .about(describe::word(w))
            .fill("control ${1:name} \"${2:label}\" {\n\tabout: \"$3\"$0\n}")
    }

    /// A kind, where it declares something with a name and a label.
    pub(super) fn kind(catalog: &Catalog, id: KindId, k: &Kind, span: Span, declares: bool) -> Item {
        let what = if k.root == Root::Data { "data" } else { k.root.word() };
        let item = Item::new(ItemSort::Kind, &k.name, span).detail(format!("{} ({what})", k.label));
        let item = item.about(describe::kind(catalog, id));
        if declares {
            item.fill(format!("{} ${{1:name}} \"${{2:{}}}\"$0", k.name, escaped(&k.label)))
        } else {
            item
        }
    }

    /// A property of a statement with the beginning of its value.
    pub(super) fn property(p: &Property, span: Span) -> Item {
        let value = match p.ty {
            Type::Text => "\"$1\"$0",
            Type::Data
            | Type::Elements
            | Type::Controls
            | Type::Targets
            | Type::Placed
            | Type::Parts
            | Type::Picks
            | Type::Threats
            | Type::References
            | Type::Words => "[$1]$0",
            Type::Steps(_) | Type::Lints => "{ $1 }$0",
            Type::Every => "every ${1:3 months}$0",
            _ => "$0",
        };
        let order = u32::from(!p.required);
        let item = Item::new(ItemSort::Property, p.name, span).detail(p.ty.takes());
        item.about(describe::property(p)).fill(format!("{}: {value}", p.name)).order(order).again()
    }

    /// A property of a kind.
    pub(super) fn property_of_kind(p: &crate::catalog::Property, default: &Literal, span: Span) -> Item {
        let value = match &p.ty {
            crate::catalog::PropertyType::ManyOf(_) => "[$1]$0",
            crate::catalog::PropertyType::Text => "\"$1\"$0",
            _ => "$0",
        };
        let item = Item::new(ItemSort::Property, &p.name, span);
        let item = item.detail(format!("{}; {default} if not given", p.ty.takes())).about(p.about.clone());
        item.fill(format!("{}: {value}", p.name)).order(2).again()
    }

    /// Takes the places to fill in out of what is written: for editors that don't know them.
    pub(super) fn plain(&mut self) {
        if !std::mem::take(&mut self.snippet) {
            return;
        }
        // Up to the first place; what follows would have to be filled in by hand and in order.
        let end = self.insert.find('$').unwrap_or(self.insert.len());
        self.insert.truncate(end);
        let kept = self.insert.trim_end_matches(['"', '[', '{', ' ']).len();
        if self.insert.ends_with(['"', '[', '{']) || self.insert.trim_end().ends_with('{') {
            self.insert.truncate(kept);
            self.insert.push(' ');
        }
    }
}

/// A text as it stands within a snippet.
pub(super) fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('$', "\\$").replace('}', "\\}")
}

/// How many commas a form has whose block is written on lines.
const MANY: usize = 3;

/// How a statement is written, as a snippet: words in capitals and `…` become places to fill in, what may
/// be left out is left out.
pub(super) fn snippet(usage: &str) -> String {
    let usage = match (usage.find(" [as "), usage.find(']')) {
        (Some(start), Some(end)) => {
            format!("{}{}", usage.get(..start).unwrap_or(""), usage.get(end + 1..).unwrap_or(""))
        }
        _ => usage.to_owned(),
    };
    let usage = usage.replace("{ … }", "{\n\t…\n}").replace("[ … ]", "[…]");
    // What takes many properties takes a line for each: there will be more.
    let usage = match usage.matches(", ").count() {
        0..MANY => usage,
        _ => usage.replace("{ ", "{\n\t").replace(", ", "\n\t").replace(" }", "\n}"),
    };
    let mut out = String::new();
    let mut number = 0;
    let mut rest = usage.as_str();
    while let Some(c) = rest.chars().next() {
        // A word, number or day that stands for others: `likelihood: 2`, `reviewed 2027-06-30`.
        let value =
            rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '-').len();
        if value > 0
            && (out.ends_with(": ") || c.is_ascii_digit())
            && !rest.starts_with(|c: char| c.is_ascii_uppercase())
        {
            number += 1;
            out.push_str(&format!("${{{number}:{}}}", rest.get(..value).unwrap_or("")));
            rest = rest.get(value..).unwrap_or("");
            continue;
        }
        let capitals = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_uppercase()).len();
        if c == '…' {
            number += 1;
            out.push_str(&format!("${number}"));
            rest = rest.get(c.len_utf8()..).unwrap_or("");
        } else if capitals > 1 {
            number += 1;
            let name = rest.get(..capitals).unwrap_or("").to_lowercase();
            out.push_str(&format!("${{{number}:{name}}}"));
            rest = rest.get(capitals..).unwrap_or("");
        } else {
            if matches!(c, '$' | '}') && c == '$' {
                out.push('\\');
            }
            out.push(c);
            rest = rest.get(c.len_utf8()..).unwrap_or("");
        }
    }
    // Behind the last place, as a list of the parts that a control is on, more is said in the same block.
    for end in [" }", "\"\n}"] {
        let mark = end.trim_end_matches(['}', '\n', ' ']);
        if let Some(block) = out.strip_suffix(end) {
            return format!("{block}{mark}$0{}", end.trim_start_matches('"'));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_become_snippets() {
        assert_eq!(snippet("boundary NAME \"LABEL\" { … }"), "boundary ${1:name} \"${2:label}\" {\n\t$3\n}");
        assert_eq!(snippet("import \"FILE\" [as NAME]"), "import \"${1:file}\"");
        assert_eq!(
            snippet("mitigate THREAT on TARGET { with: [ … ] }"),
            "mitigate ${1:threat} on ${2:target} { with: [$3]$0 }"
        );
        assert_eq!(snippet("reviewed 2027-06-30 { by: \"…\" }"), "reviewed ${1:2027-06-30} { by: \"$2\"$0 }");
        assert_eq!(
            snippet("rated THREAT on TARGET { likelihood: 2, because: \"…\" }"),
            "rated ${1:threat} on ${2:target} { likelihood: ${3:2}, because: \"$4\"$0 }"
        );
        assert_eq!(
            snippet("accept THREAT on TARGET { because: \"…\", by: \"…\" }"),
            "accept ${1:threat} on ${2:target} { because: \"$3\", by: \"$4\"$0 }"
        );
        assert_eq!(
            snippet("threat NAME \"TITLE\" { stride: …, on: …, likelihood: …, impact: …, scenario: \"…\" }"),
            "threat ${1:name} \"${2:title}\" {\n\tstride: $3\n\ton: $4\n\tlikelihood: $5\n\timpact: $6\n\tscenario: \"$7\"$0\n}"
        );
    }

    #[test]
    fn without_snippets_nothing_is_left_to_fill_in() {
        let span = Span::new(crate::source::FileId(0), 0, 0);
        let plain = |text: &str| {
            let mut item = Item::new(ItemSort::Word, "x", span).fill(text);
            item.plain();
            item.insert
        };
        assert_eq!(plain("sends: [$0]"), "sends: ");
        assert_eq!(plain("because: \"$0\""), "because: ");
        assert_eq!(plain("boundary ${1:name} \"${2:label}\" {\n\t$3\n}"), "boundary ");
        assert_eq!(plain("trust: $0"), "trust: ");
    }
}
