//! The page of a code: a short explanation, then what is wrong and what is right.
//!
//! A page is Markdown of a plain form: paragraphs and lists, `## Wrong`, `## Right`, and under
//! these fenced blocks. A block of `tm` is a model, any block with `file=NAME` a file beside it; a block of
//! `sh` holds calls of the program. Terminals, reports and tests read the same page.

use std::fmt::Write as _;

/// How wide a page is drawn.
const WIDTH: usize = 78;

/// A page in parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The page as it was written.
    pub markdown: &'static str,
    /// The explanation; its first paragraph says what the code means.
    pub about: Vec<Part>,
    /// What gives the code.
    pub wrong: Vec<Part>,
    /// What is right instead.
    pub right: Vec<Part>,
}

/// A part of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A paragraph or an item of a list, with the lines as written.
    Prose(&'static str),
    /// A fenced block.
    Block(Block),
}

/// A fenced block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// `tm`, `sh` or that of a file.
    pub language: &'static str,
    /// The file's name, if it is not the model itself.
    pub file: Option<&'static str>,
    /// What stands in it, with its last line end.
    pub text: &'static str,
}

impl Page {
    /// Reads a page. What has another form than a page's is taken for prose.
    pub(super) fn read(markdown: &'static str) -> Page {
        let mut page = Page { markdown, about: Vec::new(), wrong: Vec::new(), right: Vec::new() };
        let mut section = 0;
        let mut rest = markdown;
        while !rest.is_empty() {
            let (line, behind) = rest.split_once('\n').unwrap_or((rest, ""));
            let part = if let Some(info) = line.strip_prefix("```") {
                let end = behind.find("```").unwrap_or(behind.len());
                let text = behind.get(..end).unwrap_or("");
                rest = behind.get(end..).and_then(|b| b.split_once('\n')).map_or("", |(_, after)| after);
                let mut words = info.split_whitespace();
                let language = words.next().unwrap_or("");
                let file = words.find_map(|w| w.strip_prefix("file="));
                Part::Block(Block { language, file, text })
            } else if line.trim().is_empty() || line.starts_with("## ") {
                section = match line {
                    "## Wrong" => 1,
                    "## Right" => 2,
                    _ => section,
                };
                rest = behind;
                continue;
            } else {
                let end = ["\n\n", "\n- ", "\n```"].iter().filter_map(|m| rest.find(m)).min();
                let end = end.unwrap_or(rest.len());
                let text = rest.get(..end).unwrap_or("").trim_end();
                rest = rest.get(end..).unwrap_or("").strip_prefix('\n').unwrap_or("");
                Part::Prose(text)
            };
            match section {
                0 => page.about.push(part),
                1 => page.wrong.push(part),
                _ => page.right.push(part),
            }
        }
        page
    }

    /// As plain text for a terminal, without a title.
    pub fn plain(&self) -> String {
        let mut out = String::new();
        section(&mut out, &self.about);
        for (title, parts) in [("Wrong:", &self.wrong), ("Right:", &self.right)] {
            if !parts.is_empty() {
                let _ = writeln!(out, "\n{title}");
                section(&mut out, parts);
            }
        }
        out
    }
}

fn section(out: &mut String, parts: &[Part]) {
    let mut after_item = false;
    for part in parts {
        let item = matches!(part, Part::Prose(t) if t.starts_with("- "));
        if !(out.is_empty() || item && after_item) {
            out.push('\n');
        }
        after_item = item;
        match part {
            Part::Prose(text) => match text.strip_prefix("- ") {
                Some(text) => out.push_str(&folded(text, "  - ", "    ")),
                None => out.push_str(&fold(text)),
            },
            Part::Block(block) => {
                if let Some(name) = block.file {
                    let _ = writeln!(out, "  {name}:");
                }
                for line in block.text.lines() {
                    let prompt = if block.language == "sh" { "$ " } else { "" };
                    let line = format!("    {prompt}{line}");
                    let _ = writeln!(out, "{}", line.trim_end());
                }
            }
        }
    }
}

/// Folds a paragraph to the width of a terminal.
pub fn fold(text: &str) -> String {
    folded(text, "", "")
}

/// The same with something before every line.
pub fn fold_under(text: &str, indent: &str) -> String {
    folded(text, indent, indent)
}

/// The same with something before the first line and before the others.
fn folded(text: &str, first: &str, others: &str) -> String {
    let mut out = first.to_owned();
    let mut column = first.chars().count();
    let mut begins = true;
    for word in text.split_whitespace() {
        let width = word.chars().count();
        if !begins && column + 1 + width > WIDTH {
            out.push('\n');
            out.push_str(others);
            column = others.chars().count();
        } else if !begins {
            out.push(' ');
            column += 1;
        }
        begins = false;
        out.push_str(word);
        column += width;
    }
    out.push('\n');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "What it means.\n\nWhy it\nmatters:\n- one\n- two\n\n## Wrong\n\n```tm\nllm a\n```\n\n\
                        ```tm file=b.tm\nllm b\n```\n\n## Right\n\nLike so:\n```sh\ntrustline check m.tm\n```\n";

    #[test]
    fn a_page_has_three_sections() {
        let page = Page::read(TEXT);
        let block = |language, file, text| Part::Block(Block { language, file, text });
        assert_eq!(
            page.about,
            [
                Part::Prose("What it means."),
                Part::Prose("Why it\nmatters:"),
                Part::Prose("- one"),
                Part::Prose("- two")
            ]
        );
        assert_eq!(page.wrong, [block("tm", None, "llm a\n"), block("tm", Some("b.tm"), "llm b\n")]);
        assert_eq!(page.right, [Part::Prose("Like so:"), block("sh", None, "trustline check m.tm\n")]);
    }

    #[test]
    fn a_terminal_gets_it_without_marks() {
        let plain = Page::read(TEXT).plain();
        assert_eq!(
            plain,
            "What it means.\n\nWhy it matters:\n\n  - one\n  - two\n\nWrong:\n\n    llm a\n\n  b.tm:\n    llm b\n\n\
             Right:\n\nLike so:\n\n    $ trustline check m.tm\n"
        );
    }

    #[test]
    fn lines_are_folded() {
        let long = "word ".repeat(40);
        assert!(fold(&long).lines().all(|l| l.len() <= WIDTH));
        assert!(folded(&long, "  - ", "    ").lines().skip(1).all(|l| l.starts_with("    word")));
    }
}
