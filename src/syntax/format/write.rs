//! Pieces to text.

use super::WIDTH;
use super::pieces::{Comment, Group, Line, Part, Piece, Sort};
use super::shift::{indentation, shift};

/// How much deeper the lines of a block stand than its head.
const STEP: usize = 2;

/// The text of a file.
pub fn write(file: &Group<'_>) -> String {
    let mut w = Writer { out: String::new(), column: 0, fresh: Some(0) };
    w.pieces(file, 0);
    if !w.out.is_empty() {
        w.out.push('\n');
    }
    w.out
}

struct Writer {
    out: String,
    /// How many columns of the line are filled.
    column: usize,
    /// The indentation of the line if nothing stands on it.
    fresh: Option<usize>,
}

impl Writer {
    fn new_line(&mut self, indent: usize) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.column = 0;
        self.fresh = Some(indent);
    }

    fn blank_line(&mut self) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
    }

    /// Writes something behind what stands on the line, with a blank between unless it is tight.
    fn put(&mut self, text: &str, tight: bool) {
        if let Some(indent) = self.fresh.take() {
            self.out.extend(std::iter::repeat_n(' ', indent));
            self.column = indent;
        } else if !tight {
            self.out.push(' ');
            self.column += 1;
        }
        self.out.push_str(text);
        match text.rsplit_once('\n') {
            Some((_, last)) => self.column = last.chars().count(),
            None => self.column += text.chars().count(),
        }
    }

    /// How far the line at hand is indented.
    fn indent(&self) -> usize {
        self.fresh.unwrap_or_else(|| indentation(&self.out, self.out.len()))
    }

    fn comment(&mut self, c: &Comment<'_>, tight: bool) {
        if !c.text.contains('\n') {
            return self.put(c.text, tight);
        }
        let moved = shift(c.text, c.indent, self.indent());
        let lines: Vec<&str> = moved.split('\n').map(str::trim_end).collect();
        self.put(&lines.join("\n"), tight);
    }

    fn kept(&mut self, text: &str, from: usize, tight: bool) {
        let to = if text.contains('\n') { self.indent() } else { from };
        self.put(&shift(text, from, to), tight);
    }

    /// A line whose indentation is `indent`. `behind` is how many columns follow it.
    fn line(&mut self, line: &Line<'_>, indent: usize, behind: usize) {
        let broken = breaks_at(line, indent + behind);
        // The indentation of the line that a comment has made necessary.
        let mut pending: Option<usize> = None;
        for (n, part) in line.parts.iter().enumerate() {
            let breaks = match part {
                Part::Joint { word, depth, deeper, breaks } => {
                    let here = *breaks || *depth == 0 && broken == Some(*word);
                    (here || pending.is_some()).then(|| indent + STEP * (depth + deeper + 1))
                }
                Part::Comment(c) if c.before => Some(indent + STEP * c.depth),
                _ => pending,
            };
            pending = None;
            if let Some(indent) = breaks {
                self.new_line(indent);
            }
            let tight = part.tight();
            match part {
                Part::Token { text, .. } => self.put(text, tight),
                Part::Joint { word, .. } => self.put(word, false),
                Part::Comment(c) => {
                    self.comment(c, false);
                    pending = c.ends_line.then_some(indent + STEP * c.depth);
                }
                Part::Group(g) => {
                    let rest = line.parts.get(n + 1..).unwrap_or(&[]);
                    self.group(g, indent, follows(rest, behind));
                }
                Part::Text(content) => self.text(content, indent),
                Part::Kept { text, indent } => self.kept(text, *indent, tight),
            }
        }
    }

    fn text(&mut self, content: &str, indent: usize) {
        self.put("\"\"\"", false);
        for line in content.split('\n') {
            self.new_line(indent + STEP);
            if !line.is_empty() {
                self.put(line, true);
            }
        }
        self.new_line(indent);
        self.put("\"\"\"", true);
    }

    /// A group in its brackets, on the line at hand if it fits with what follows it.
    fn group(&mut self, g: &Group<'_>, indent: usize, behind: usize) {
        let start = self.fresh.unwrap_or(self.column + 1);
        if g.width.is_some_and(|w| start + w + behind <= WIDTH) {
            return self.group_on_one_line(g, g.sort == Sort::Arguments);
        }
        let (open, close) = brackets(g.sort);
        self.put(open, g.sort == Sort::Arguments);
        if !g.pieces.is_empty() {
            self.pieces(g, indent + STEP);
            self.new_line(indent);
        }
        self.put(close, true);
    }

    fn group_on_one_line(&mut self, g: &Group<'_>, tight: bool) {
        let (open, close) = brackets(g.sort);
        self.put(open, tight);
        for (n, piece) in g.pieces.iter().enumerate() {
            let first = n == 0 && g.sort != Sort::Block;
            match piece {
                Piece::Comma => self.put(",", true),
                Piece::Comment(c) => self.put(c.text, first),
                Piece::Line { line, .. } => self.line_on_one_line(line, first),
            }
        }
        self.put(close, g.sort != Sort::Block || g.pieces.is_empty());
    }

    fn line_on_one_line(&mut self, line: &Line<'_>, first: bool) {
        for (n, part) in line.parts.iter().enumerate() {
            let tight = part.tight() || n == 0 && first;
            match part {
                Part::Token { text, .. } => self.put(text, tight),
                Part::Joint { word, .. } => self.put(word, tight),
                Part::Comment(c) => self.put(c.text, tight),
                Part::Kept { text, .. } => self.put(text, tight),
                Part::Group(g) => self.group_on_one_line(g, tight),
                // No group with a text over several lines has a width.
                Part::Text(_) => {}
            }
        }
    }

    /// What stands in a group, a line each.
    fn pieces(&mut self, g: &Group<'_>, indent: usize) {
        let commas = matches!(g.sort, Sort::List | Sort::Arguments);
        let mut led = false;
        for (n, piece) in g.pieces.iter().enumerate() {
            match piece {
                Piece::Comma if commas => self.put(",", true),
                Piece::Comma => {}
                Piece::Comment(c) => {
                    if c.before || c.leads && !led {
                        self.next_line(n, c.before && c.blank, indent);
                    }
                    self.comment(c, false);
                    led = c.leads;
                }
                Piece::Line { line, blank } => {
                    if !led {
                        self.next_line(n, *blank, indent);
                    }
                    led = false;
                    let comma = commas && matches!(g.pieces.get(n + 1), Some(Piece::Comma));
                    self.line(line, indent, usize::from(comma));
                }
            }
        }
    }

    fn next_line(&mut self, n: usize, blank: bool, indent: usize) {
        if blank && n > 0 {
            self.blank_line();
        }
        self.new_line(indent);
    }
}

fn brackets(sort: Sort) -> (&'static str, &'static str) {
    match sort {
        Sort::List => ("[", "]"),
        Sort::Arguments => ("(", ")"),
        Sort::Block | Sort::File => ("{", "}"),
    }
}

/// How many columns follow a group on its line before something that may be broken.
fn follows(rest: &[Part<'_>], behind: usize) -> usize {
    let mut total = 0;
    for part in rest {
        if let Part::Group(_) = part {
            return total + 2;
        }
        total += part.width().unwrap_or(0) + usize::from(!part.tight());
    }
    total + behind
}

/// The word before which a `when` is broken that its author did not break and that does not fit.
fn breaks_at<'a>(line: &Line<'a>, columns: usize) -> Option<&'a str> {
    let outer = |p: &Part<'a>| match p {
        Part::Joint { word, depth: 0, .. } => Some(*word),
        _ => None,
    };
    let mut words = line.parts.iter().filter_map(outer).peekable();
    words.peek()?;
    if line.width()? + columns <= WIDTH {
        return None;
    }
    Some(if words.any(|w| w == "or") { "or" } else { "and" })
}
