//! Authors' Markdown, made inert: as HTML and as portable Markdown.
//!
//! A parser of Markdown does not sanitise. Here raw HTML becomes text, links keep only the
//! schemes of [`ALLOWED`], pictures become their words (a report loads nothing), headings become
//! bold lines (the report's own headings are the only ones).

use crate::analysis::Prose;
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
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c if is_unsafe(c) => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

/// Controls that a text has no use for, and signs that turn the direction of what follows.
pub(crate) fn is_unsafe(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t' | '\r'))
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}')
}

/// Text as Markdown that stays what it is, on one line: portable between the dialects.
///
/// `& < > { } |` become entities everywhere, as some dialects read tags, expressions and table
/// cells before anything else; what marks emphasis, code, links, mathematics and names of people
/// is escaped with a backslash.
pub fn escape_markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut before = ' ';
    let mut chars = words.chars().peekable();
    while let Some(c) = chars.next() {
        let after = chars.peek().copied().unwrap_or(' ');
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '{' => out.push_str("&#123;"),
            '}' => out.push_str("&#125;"),
            '|' => out.push_str("&#124;"),
            '@' if !before.is_alphanumeric() => out.push_str("&#64;"),
            '_' if before.is_alphanumeric() && after.is_alphanumeric() => out.push('_'),
            '\\' | '`' | '*' | '_' | '[' | ']' | '~' | '$' => {
                out.push('\\');
                out.push(c);
            }
            // At the start of a line these begin a heading, a list, a rule.
            '#' | '+' | '-' | '=' if out.is_empty() => {
                out.push('\\');
                out.push(c);
            }
            '.' | ')' if after == ' ' && out.chars().all(|d| d.is_ascii_digit()) && !out.is_empty() => {
                out.push('\\');
                out.push(c);
            }
            c if is_unsafe(c) => out.push('\u{fffd}'),
            c => out.push(c),
        }
        before = c;
    }
    // A scheme that runs something is broken up, so that no dialect makes a link of it.
    let lower = out.to_ascii_lowercase();
    match ["javascript:", "vbscript:", "data:"].iter().any(|s| lower.contains(s)) {
        true => out.replace(':', "&#58;"),
        false => out,
    }
}

fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH
}

/// The events of a text, made inert.
fn events(markdown: &str) -> Vec<Event<'_>> {
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

/// Authors' Markdown in portable Markdown: blocks parted by blank lines, no line feed at the end.
pub fn markdown(text: &str) -> String {
    let mut w = Writer::default();
    for event in events(text) {
        w.event(event);
    }
    w.out.trim_end().to_owned()
}

/// A rule's prose as Markdown: names of the model are escaped, so that they are read as text.
pub fn of(prose: &Prose) -> String {
    prose.markdown(escape_markdown)
}

#[derive(Default)]
struct Writer {
    out: String,
    /// What stands before each line: quotes and the depth of lists.
    prefix: Vec<String>,
    /// The next number of each list around; none for bullets.
    lists: Vec<Option<u64>>,
    code: Option<String>,
    links: Vec<String>,
    cells: usize,
    /// A block has just begun, so that no blank line comes before what follows.
    fresh: bool,
}

impl Writer {
    fn line(&mut self) {
        self.out.truncate(self.out.trim_end_matches(' ').len());
        self.out.push('\n');
        self.out.push_str(&self.prefix.concat());
    }

    fn block(&mut self) {
        if !self.out.is_empty() && !self.fresh {
            self.line();
            self.line();
        }
        self.fresh = false;
    }

    fn text(&mut self, text: &str) {
        self.fresh = false;
        let start = text.starts_with(char::is_whitespace);
        let end = text.ends_with(char::is_whitespace) && !text.trim().is_empty();
        if start {
            self.out.push(' ');
        }
        self.out.push_str(&escape_markdown(text));
        if end {
            self.out.push(' ');
        }
    }

    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Text(t) => match &mut self.code {
                Some(code) => code.push_str(&t),
                None => self.text(&t),
            },
            Event::Code(t) => self.out.push_str(&code(&t)),
            Event::SoftBreak => self.out.push(' '),
            Event::HardBreak => self.out.push_str("<br/>"),
            Event::Rule => {
                self.block();
                self.out.push_str("---");
            }
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph => self.block(),
            Tag::BlockQuote(_) => {
                self.block();
                self.out.push_str("> ");
                self.prefix.push("> ".to_owned());
                self.fresh = true;
            }
            Tag::CodeBlock(_) => {
                self.block();
                self.code = Some(String::new());
            }
            Tag::List(first) => {
                if self.lists.is_empty() {
                    self.block();
                    self.fresh = true;
                }
                self.lists.push(first);
            }
            Tag::Item => {
                if !self.fresh {
                    self.line();
                }
                let mark = match self.lists.last_mut() {
                    Some(Some(n)) => {
                        *n += 1;
                        format!("{}. ", *n - 1)
                    }
                    _ => "- ".to_owned(),
                };
                self.out.push_str(&mark);
                self.prefix.push(" ".repeat(mark.len()));
                self.fresh = true;
            }
            Tag::Table(_) => self.block(),
            Tag::TableHead => {
                self.out.push('|');
                self.cells = 0;
            }
            Tag::TableRow => {
                self.line();
                self.out.push('|');
            }
            Tag::TableCell => {
                self.cells += 1;
                self.out.push(' ');
            }
            Tag::Emphasis => self.out.push('*'),
            Tag::Strong => self.out.push_str("**"),
            Tag::Strikethrough => self.out.push_str("~~"),
            Tag::Link { dest_url, .. } => {
                self.links.push(link_target(&dest_url));
                self.out.push('[');
            }
            _ => {}
        }
        if matches!(self.out.chars().last(), Some('*' | '~' | '[')) {
            self.fresh = false;
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::BlockQuote(_) | TagEnd::Item => {
                self.prefix.pop();
                self.fresh = false;
            }
            TagEnd::List(_) => {
                self.lists.pop();
            }
            TagEnd::CodeBlock => {
                let code = self.code.take().unwrap_or_default();
                let longest = code.split(|c| c != '`').map(str::len).max().unwrap_or(0);
                let fence = "`".repeat(longest.max(2) + 1);
                self.out.push_str(&fence);
                for line in code.trim_end_matches('\n').split('\n') {
                    self.line();
                    self.out.push_str(line);
                }
                self.line();
                self.out.push_str(&fence);
            }
            TagEnd::TableHead => {
                self.line();
                self.out.push('|');
                self.out.push_str(&" --- |".repeat(self.cells));
            }
            TagEnd::TableCell => self.out.push_str(" |"),
            TagEnd::Emphasis => self.out.push('*'),
            TagEnd::Strong => self.out.push_str("**"),
            TagEnd::Strikethrough => self.out.push_str("~~"),
            TagEnd::Link => {
                let target = self.links.pop().unwrap_or_default();
                self.out.push_str(&format!("]({target})"));
            }
            _ => {}
        }
    }
}

/// Text between backticks where that is safe everywhere, else as escaped text.
pub fn code(text: &str) -> String {
    let odd = |c: char| {
        matches!(c, '`' | '|' | '{' | '}' | '<' | '&' | '\\' | '$') || c.is_control() || is_unsafe(c)
    };
    if text.trim() != text || text.is_empty() || text.chars().any(odd) {
        escape_markdown(text)
    } else {
        format!("`{text}`")
    }
}

/// An address for the round brackets of a link.
pub fn link_target(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for c in url.chars() {
        match c {
            '(' => out.push_str("%28"),
            ')' => out.push_str("%29"),
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '"' => out.push_str("%22"),
            '\'' => out.push_str("%27"),
            '`' => out.push_str("%60"),
            '|' => out.push_str("%7C"),
            '{' => out.push_str("%7B"),
            '}' => out.push_str("%7D"),
            '[' => out.push_str("%5B"),
            ']' => out.push_str("%5D"),
            '\\' => out.push_str("%5C"),
            '*' => out.push_str("%2A"),
            c => out.push(c),
        }
    }
    out
}
