//! The report on paper: what stands at the edges of pages, the contents, and on which page of a PDF a
//! chapter begins. What is read of the PDF is what Chromium writes; where it is otherwise, nothing is said.

use crate::report::prose;
use crate::report::words::{Piece, pieces, say, word};
use std::collections::BTreeMap;

/// Where a template wants the contents. What stands there is for paper alone.
pub(super) const CONTENTS: &str = "<!--contents-->";

/// The mark of a place for the number of a page.
const PLACE: &str = "<span class=\"at\" data-page=\"";

/// What stands at the edges of each page: the marking above, name and number below. The texts are a
/// model's, so that in the style sheet each sign but letters and digits is written as its number.
pub(super) fn edges(title: &str, marking: &str, tool: &str) -> String {
    let mut css = String::from("@page {");
    if !marking.is_empty() {
        css.push_str(&format!(" @top-center {{ content: {}; }}", string(marking)));
    }
    css.push_str(&format!(" @bottom-left {{ content: {}; }}", string(&short(title))));
    css.push_str(&format!(" @bottom-center {{ content: {}; }}", string(&say("tool", &[("version", &tool)]))));
    let page = pieces(word("page_of")).into_iter().map(|piece| match piece {
        Piece::Said(text) => string(text),
        // The holes have the names of the counters.
        Piece::Hole(counter) => format!("counter({counter})"),
    });
    css.push_str(&format!(" @bottom-right {{ content: {}; }} }}\n", page.collect::<Vec<_>>().join(" ")));
    css
}

/// A title that fits at the edge of a page.
fn short(title: &str) -> String {
    const MOST: usize = 60;
    if title.chars().count() <= MOST {
        return title.to_owned();
    }
    let mut out: String = title.chars().take(MOST - 1).collect();
    out.push('…');
    out
}

/// A string of CSS that nothing in it can end.
pub(super) fn string(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            c if c.is_ascii_alphanumeric() || c == ' ' => out.push(c),
            c if c.is_control() => out.push(' '),
            c => out.push_str(&format!("\\{:x} ", u32::from(c))),
        }
    }
    out.push('"');
    out
}

/// The page with its contents where its template wants them: all headings of the second and third level
/// below that have an id.
pub(super) fn with_contents(html: &str) -> String {
    let Some((above, below)) = html.split_once(CONTENTS) else { return html.to_owned() };
    let mut list = format!(
        "<nav class=\"contents\" aria-label=\"{}\"><p class=\"name\">{}</p><ol>",
        word("contents_pages"),
        word("contents")
    );
    for (level, id, text) in headings(below) {
        let class = if level == 2 { " class=\"chapter\"" } else { "" };
        list.push_str(&format!(
            "<li{class}><a href=\"#{id}\"><span class=\"what\">{text}</span><span class=\"dots\"></span>{PLACE}{id}\"></span></a></li>"
        ));
    }
    list.push_str("</ol></nav>");
    format!("{above}{list}{below}")
}

/// Headings with level, id and text, as HTML.
fn headings(html: &str) -> Vec<(u8, &str, &str)> {
    let mut out = Vec::new();
    for rest in html.split('<').skip(1) {
        let level = match rest.as_bytes() {
            [b'h', b'2', b' ', ..] => 2,
            [b'h', b'3', b' ', ..] => 3,
            _ => continue,
        };
        let Some((tag, text)) = rest.split_once('>') else { continue };
        let id = tag.split_once("id=\"").and_then(|(_, r)| r.split_once('"')).map(|(id, _)| id);
        // A heading that begins with markup has no words here.
        if let Some(id) = id.filter(|_| !text.trim().is_empty()) {
            out.push((level, id, text));
        }
    }
    out
}

/// The page without its scripts, which have nothing to do on paper, and with all that stands there for those who
/// have none.
pub fn without_scripts(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, script)) = rest.split_once("<script") {
        out.push_str(before);
        rest = script.split_once("</script>").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    let mut parts = out.split("<noscript");
    let first = parts.next().unwrap_or_default();
    let inner = parts.map(|part| part.split_once('>').map_or("", |(_, inner)| inner));
    std::iter::once(first).chain(inner).collect::<String>().replace("</noscript>", "")
}

/// The page with the numbers of pages that a print of it tells; none if it tells nothing.
pub fn numbered(html: &str, pdf: &[u8]) -> Option<String> {
    if !html.contains(PLACE) {
        return None;
    }
    let pages = pages(pdf)?;
    let mut out = String::with_capacity(html.len() + 400);
    let mut parts = html.split(PLACE);
    out.push_str(parts.next()?);
    for part in parts {
        out.push_str(PLACE);
        let (id, rest) = part.split_once("\">")?;
        out.push_str(&format!("{}\">", prose::escape_html(id)));
        if let Some(page) = pages.get(id) {
            out.push_str(&page.to_string());
        }
        out.push_str(rest);
    }
    Some(out)
}

/// On which page each named place of a PDF is, from 1.
fn pages(pdf: &[u8]) -> Option<BTreeMap<String, usize>> {
    let file = File::new(pdf)?;
    let root = file.object(number(file.trailer, "/Root ")?)?;
    let mut order = Vec::new();
    file.leaves(number(root, "/Pages ")?, &mut order, 0);
    let order: BTreeMap<usize, usize> = order.into_iter().zip(1..).collect();
    let places = file.object(number(root, "/Dests ")?)?;
    let mut out = BTreeMap::new();
    for entry in places.split('/').skip(1) {
        // `/name [12 0 R /XYZ 0 1 0]`
        if let Some((name, place)) = entry.split_once(" [")
            && let Some(page) = place.split(' ').next().and_then(|n| n.parse().ok())
            && let Some(at) = order.get(&page)
        {
            out.insert(name.to_owned(), *at);
        }
    }
    Some(out)
}

/// A PDF with a table of its objects, as all are that keep them plainly.
struct File<'a> {
    bytes: &'a [u8],
    trailer: &'a str,
    at: Vec<usize>,
}

impl<'a> File<'a> {
    fn new(bytes: &'a [u8]) -> Option<File<'a>> {
        let end = bytes.get(bytes.len().saturating_sub(64)..)?;
        let end = String::from_utf8_lossy(end);
        let start: usize = end.rsplit_once("startxref")?.1.split_whitespace().next()?.parse().ok()?;
        let table = std::str::from_utf8(bytes.get(start..)?).ok()?;
        let (entries, trailer) = table.strip_prefix("xref")?.trim_start().split_once("trailer")?;
        let mut lines = entries.lines();
        let (first, _) = lines.next()?.split_once(' ')?;
        if first != "0" {
            return None;
        }
        let at = lines.map(|l| l.split(' ').next().and_then(|n| n.parse().ok()).unwrap_or(0)).collect();
        Some(File { bytes, trailer, at })
    }

    /// The text of an object that is a dictionary.
    fn object(&self, number: usize) -> Option<&'a str> {
        let bytes = self.bytes.get(*self.at.get(number)?..)?;
        let end = bytes.windows(6).position(|w| w == b"endobj")?;
        std::str::from_utf8(bytes.get(..end)?).ok()
    }

    /// The pages under a node of their tree, in order.
    fn leaves(&self, node: usize, out: &mut Vec<usize>, depth: u8) {
        let Some(text) = self.object(node).filter(|_| depth < 32) else { return };
        match text.split_once("/Kids [").and_then(|(_, r)| r.split_once(']')) {
            Some((kids, _)) => {
                for kid in kids.split('R').filter_map(|k| k.split_whitespace().next()?.parse().ok()) {
                    self.leaves(kid, out, depth + 1);
                }
            }
            None => out.push(node),
        }
    }
}

/// The number of the object that a key of a dictionary leads to.
fn number(text: &str, key: &str) -> Option<usize> {
    text.split_once(key)?.1.split(' ').next()?.parse().ok()
}

/// Gives a PDF the day `year-month-day` in place of the moment at which it was printed, so that the same
/// input gives the same file.
pub fn dated(pdf: &mut [u8], day: &str) {
    let digits: String = day.chars().filter(char::is_ascii_digit).collect();
    if digits.len() != 8 {
        return;
    }
    let said = format!("(D:{digits}000000");
    for key in ["/CreationDate ", "/ModDate "] {
        // The dictionary of the file's own data comes first.
        let Some(at) = pdf.windows(key.len()).position(|w| w == key.as_bytes()) else { continue };
        let from = at + key.len();
        if let Some(place) = pdf.get_mut(from..from + said.len()) {
            place.copy_from_slice(said.as_bytes());
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_string_of_css_can_not_be_left() {
        assert_eq!(string("Secret 1"), "\"Secret 1\"");
        assert_eq!(string("a\"; } x\\\n"), "\"a\\22 \\3b  \\7d  x\\5c  \"");
        assert_eq!(string("</style>é"), "\"\\3c \\2f style\\3e \\e9 \"");
    }

    #[test]
    fn contents_have_the_headings_with_an_id() {
        let html = format!(
            "{CONTENTS}<h1 id=\"x\">No</h1><h2 id=\"q1\">What &amp; why</h2><h3>None</h3><h3 class=\"a\" id=\"e\">Elements</h3>"
        );
        assert_eq!(headings(&html), [(2, "q1", "What &amp; why"), (3, "e", "Elements")]);
        let with = with_contents(&html);
        assert!(
            with.contains("<li class=\"chapter\"><a href=\"#q1\"><span class=\"what\">What &amp; why</span>")
        );
        assert!(!with.contains(CONTENTS));
    }

    #[test]
    fn scripts_stay_off_paper() {
        let html = "<p>a</p><script type=\"application/json\">{}</script><p>b</p><script>1</script></body>";
        assert_eq!(without_scripts(html), "<p>a</p><p>b</p></body>");
        assert_eq!(without_scripts("<p>none</p>"), "<p>none</p>");
        assert_eq!(
            without_scripts("<p>a</p><noscript id=\"x\"><p>b</p></noscript><script>1</script>c"),
            "<p>a</p><p>b</p>c"
        );
    }

    #[test]
    fn pages_of_places_are_read_from_a_pdf() {
        let objects = [
            "1 0 obj\n<</CreationDate (D:20270102030405+00'00')\n/ModDate (D:20270102030405+00'00')>>\nendobj\n",
            "2 0 obj\n<</Type /Page>>\nendobj\n",
            "3 0 obj\n<</Type /Page>>\nendobj\n",
            "4 0 obj\n<</Type /Pages\n/Kids [5 0 R 3 0 R]>>\nendobj\n",
            "5 0 obj\n<</Type /Pages\n/Kids [2 0 R]>>\nendobj\n",
            "6 0 obj\n<</q1 [2 0 R /XYZ 0 1 0]\n/e [3 0 R /XYZ 0 1 0]>>\nendobj\n",
            "7 0 obj\n<</Type /Catalog\n/Pages 4 0 R\n/Dests 6 0 R>>\nendobj\n",
        ];
        let mut pdf = String::from("%PDF-1.4\n");
        let mut table = String::from("xref\n0 8\n0000000000 65535 f \n");
        for o in objects {
            table.push_str(&format!("{:010} 00000 n \n", pdf.len()));
            pdf.push_str(o);
        }
        let start = pdf.len();
        pdf.push_str(&format!("{table}trailer\n<</Size 8\n/Root 7 0 R>>\nstartxref\n{start}\n%%EOF\n"));
        let read = pages(pdf.as_bytes()).unwrap();
        assert_eq!(read, BTreeMap::from([("q1".to_owned(), 1), ("e".to_owned(), 2)]));
        let page =
            with_contents(&format!("{CONTENTS}<h2 id=\"q1\">A</h2><h3 id=\"e\">B</h3><h3 id=\"f\">C</h3>"));
        let numbered = numbered(&page, pdf.as_bytes()).unwrap();
        for (id, at) in [("q1", "1"), ("e", "2"), ("f", "")] {
            assert!(numbered.contains(&format!("{PLACE}{id}\">{at}</span>")), "{numbered}");
        }
        let mut bytes = pdf.into_bytes();
        dated(&mut bytes, "2026-12-01");
        let text = String::from_utf8(bytes).unwrap();
        assert_eq!(text.matches("(D:20261201000000+00'00')").count(), 2);
        assert_eq!(pages(b"%PDF-1.7 and nothing more"), None);
    }
}
