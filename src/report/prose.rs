//! Authors' Markdown, made inert: its events, and HTML of them.
//!
//! A parser of Markdown does not sanitise. Here raw HTML becomes text, links keep only the
//! schemes of [`ALLOWED`], pictures become their words (a report loads nothing), headings become
//! bold lines (the report's own headings are the only ones).

use super::markdown::dialect::GFM;
use super::markdown::escape;
use crate::analysis::Prose;
use crate::source::push_xml;
use pulldown_cmark::{Alignment, CowStr, Event, Options, Parser, Tag, TagEnd, TextMergeStream};

/// Schemes that a link may have.
pub const ALLOWED: [&str; 3] = ["http:", "https:", "mailto:"];

/// Whether a link may be followed from a report.
pub fn is_allowed(url: &str) -> bool {
    let lower = url.to_ascii_lowercase();
    ALLOWED.iter().any(|s| lower.starts_with(s)) && !url.chars().any(|c| c.is_control() || c.is_whitespace())
}

/// Text as HTML, for between tags and in quoted attributes.
pub fn escape_html(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        push_xml(&mut out, if is_unsafe(c) { '\u{fffd}' } else { c });
    }
    out
}

/// Controls that a text has no use for, and signs that turn the direction of what follows.
pub(crate) fn is_unsafe(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t' | '\r'))
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}')
}

/// Text as Markdown that stays what it is, in GitHub's dialect and for the start of a line.
pub fn escape_markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    escape::text(&mut out, text.trim(), &GFM, true);
    out
}

fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH
}

/// The events of a text, made inert.
pub(super) fn events(markdown: &str) -> Vec<Event<'_>> {
    let mut out = Vec::new();
    let mut links = Vec::new();
    // Text is merged, so that what is escaped is seen as a whole.
    for event in TextMergeStream::new(Parser::new_ext(markdown, options())) {
        let inert = match event {
            Event::Html(t) | Event::InlineHtml(t) => Event::Text(t),
            Event::Start(Tag::HtmlBlock) => Event::Start(Tag::Paragraph),
            Event::End(TagEnd::HtmlBlock) => Event::End(TagEnd::Paragraph),
            Event::Start(Tag::Heading { .. }) => {
                out.push(Event::Start(Tag::Paragraph));
                Event::Start(Tag::Strong)
            }
            Event::End(TagEnd::Heading(_)) => {
                out.push(Event::End(TagEnd::Strong));
                Event::End(TagEnd::Paragraph)
            }
            Event::Start(Tag::Link { link_type, dest_url, id, .. }) => {
                let follow = is_allowed(&dest_url);
                links.push(follow);
                if !follow {
                    continue;
                }
                Event::Start(Tag::Link { link_type, dest_url, title: CowStr::Borrowed(""), id })
            }
            Event::End(TagEnd::Link) => {
                if links.pop() != Some(true) {
                    continue;
                }
                event
            }
            // Alignment would be a style attribute, which the page's policy forbids.
            Event::Start(Tag::Table(columns)) => {
                Event::Start(Tag::Table(vec![Alignment::None; columns.len()]))
            }
            Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => continue,
            other => other,
        };
        out.push(inert);
    }
    out
}

/// Authors' Markdown as HTML.
pub fn html(markdown: &str) -> String {
    let cleaned: String = markdown.chars().map(|c| if is_unsafe(c) { '\u{fffd}' } else { c }).collect();
    let mut out = String::new();
    pulldown_cmark::html::push_html(&mut out, events(&cleaned).into_iter());
    out
}

/// Authors' Markdown made inert, as Markdown again, in GitHub's dialect.
pub fn markdown(text: &str) -> String {
    super::markdown::blocks(&super::document::prose::blocks(text), &GFM).trim_end().to_owned()
}

/// An address as it may stand in the brackets of a Markdown link.
pub fn link_target(url: &str) -> String {
    escape::address(url)
}

/// A rule's prose as Markdown: names of the model are escaped, so that they are read as text.
pub fn of(prose: &Prose) -> String {
    prose.markdown(escape_markdown)
}

/// Text between backticks where that is safe everywhere, else as escaped text.
pub fn code(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    escape::code(&mut out, text, &GFM, true);
    out
}
