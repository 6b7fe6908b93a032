//! Texts made safe for their place in XML.

use super::super::one_line;

/// Running text, and text between the quotes of an attribute.
pub(super) fn text(out: &mut String, text: &str) {
    for c in one_line(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
}

/// Lines as they are: what would end them begins a further section.
pub(super) fn data(out: &mut String, text: &str) {
    out.push_str("<![CDATA[");
    out.push_str(&text.replace("]]>", "]]]]><![CDATA[>"));
    out.push_str("]]>");
}
