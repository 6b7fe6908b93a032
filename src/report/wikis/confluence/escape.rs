//! Texts made safe for their place in XML.

use super::super::one_line;
use crate::source::push_markup;

/// Running text, and text between the quotes of an attribute.
pub(super) fn text(out: &mut String, text: &str) {
    push_markup(out, &one_line(text), |_| false);
}

/// Lines as they are: what would end them begins a further section.
pub(super) fn data(out: &mut String, text: &str) {
    out.push_str("<![CDATA[");
    out.push_str(&text.replace("]]>", "]]]]><![CDATA[>"));
    out.push_str("]]>");
}
