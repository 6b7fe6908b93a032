//! What has to be known of the storage format: the lines around our part of a page, which Confluence stores in its own
//! way, and whether a text is well-formed.

use crate::publish::mark::Fence;

/// The lines around our part: anchors, which nobody sees and which Confluence keeps.
pub const FENCE: Fence = Fence {
    begin: concat!(
        "<ac:structured-macro ac:name=\"anchor\" ac:schema-version=\"1\"><ac:parameter ac:name=\"\">",
        "trustline-*-begin</ac:parameter></ac:structured-macro>"
    ),
    end: concat!(
        "<ac:structured-macro ac:name=\"anchor\" ac:schema-version=\"1\"><ac:parameter ac:name=\"\">",
        "trustline-*-end</ac:parameter></ac:structured-macro>"
    ),
};

const OPEN: &str = "<ac:structured-macro";

/// A stored text with our lines as [`FENCE`] writes them: Confluence gives macros an id, and its editor puts paragraphs
/// around them and takes line ends away.
pub fn with_plain_fences(stored: &str) -> String {
    let mut out = String::with_capacity(stored.len());
    let mut rest = stored;
    while let Some((before, from)) = rest.find(OPEN).and_then(|at| rest.split_at_checked(at)) {
        let Some((line, after)) = fence(from) else {
            out.push_str(before);
            out.push_str(OPEN);
            rest = from.get(OPEN.len()..).unwrap_or_default();
            continue;
        };
        let (before, after) = without_paragraph(before, after).unwrap_or((before, after));
        out.push_str(before);
        if !out.is_empty() && !out.ends_with('\n') {
            out.push('\n');
        }
        out.push_str(&line);
        if !after.is_empty() && !after.starts_with('\n') {
            out.push('\n');
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// The line that a macro is, if it is one of ours, and what follows it.
fn fence(from: &str) -> Option<(String, &str)> {
    let (tag, rest) = from.split_once('>')?;
    if !tag.contains(" ac:name=\"anchor\"") || tag.ends_with('/') {
        return None;
    }
    let rest = rest.trim_start().strip_prefix("<ac:parameter ac:name=\"\">")?;
    let (name, rest) = rest.split_once("</ac:parameter>")?;
    let rest = rest.trim_start().strip_prefix("</ac:structured-macro>")?;
    let inner = name.trim().strip_prefix("trustline-")?;
    let (mark, form) = match (inner.strip_suffix("-begin"), inner.strip_suffix("-end")) {
        (Some(mark), _) => (mark, FENCE.begin),
        (_, Some(mark)) => (mark, FENCE.end),
        _ => return None,
    };
    let plain = mark.chars().all(|c| matches!(c, '0'..='9' | 'a'..='f' | '-'));
    plain.then(|| (form.replace('*', mark), rest))
}

/// What stands around the paragraph that holds nothing but what stands between the two.
fn without_paragraph<'t>(before: &'t str, after: &'t str) -> Option<(&'t str, &'t str)> {
    let after = after.strip_prefix("</p>")?;
    let (before, tag) = before.rfind("<p").and_then(|at| before.split_at_checked(at))?;
    let attributes = tag.strip_prefix("<p")?.strip_suffix('>')?;
    let opens = attributes.is_empty() || attributes.starts_with(' ') && !attributes.contains('>');
    opens.then_some((before, after))
}

/// Whether a text is a well-formed fragment of the format.
///
/// # Errors
/// What is wrong with it, in the parser's words.
pub fn well_formed(text: &str) -> Result<(), String> {
    let whole = format!(
        "<page xmlns:ac=\"http://atlassian.com/content\" xmlns:ri=\"http://atlassian.com/resource/identifier\">{text}</page>"
    );
    roxmltree::Document::parse(&whole).map(|_| ()).map_err(|e| e.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publish::mark::{Mark, hash, same};

    #[test]
    fn fences_are_found_however_they_are_stored() {
        let model = "ab".repeat(32);
        let of = Mark { model, whose: "cd".repeat(8), ..Mark::default() };
        let ours = FENCE.around("<h1>Threats</h1>\n<p>Text &amp; more</p>", &of);
        let page = format!("<p>Theirs</p>\n{ours}\n<p>Theirs too</p>");
        assert_eq!(with_plain_fences(&page), page, "as it was written");
        let anchor = "ac:name=\"anchor\" ac:schema-version=\"1\"";
        let stored = page.replace('\n', "").replace(
            anchor,
            "ac:macro-id=\"0a-1\" ac:name=\"anchor\" ac:schema-version=\"1\" data-layout=\"default\"",
        );
        assert!(FENCE.split(&stored).is_none());
        let split = FENCE.split(&with_plain_fences(&stored)).unwrap();
        assert_eq!(split.ours, "<h1>Threats</h1><p>Text &amp; more</p>");
        assert_eq!(split.mark.whose, of.whose);
        assert_eq!((split.above.as_str(), split.below.as_str()), ("<p>Theirs</p>\n", "\n<p>Theirs too</p>"));
        assert!(same(&split.mark.text, &hash("<h1>Threats</h1>\n<p>Text &amp; more</p>")));

        let wrapped = stored
            .replace("<ac:structured-macro", "<p local-id=\"7\"><ac:structured-macro")
            .replace("</ac:structured-macro>", "</ac:structured-macro></p>");
        assert_eq!(FENCE.split(&with_plain_fences(&wrapped)).unwrap(), split);
    }

    #[test]
    fn other_macros_stay() {
        for text in [
            "<ac:structured-macro ac:name=\"anchor\"><ac:parameter ac:name=\"\">T1</ac:parameter></ac:structured-macro>",
            "<ac:structured-macro ac:name=\"toc\"/><p>trustline-ab-cd-begin</p>",
            "<ac:structured-macro ac:name=\"anchor\"><ac:parameter ac:name=\"\">trustline-&quot;-begin</ac:parameter></ac:structured-macro>",
            "<ac:structured-macro",
            "",
        ] {
            assert_eq!(with_plain_fences(text), text);
        }
    }
}
