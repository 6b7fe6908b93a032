//! Texts of good form as many hands would write them, and edits that spoil a text.
//!
//! Both are made from bytes: the same bytes give the same text, and fewer or smaller bytes a
//! smaller one, so that a failing case can be shrunk.
#![allow(dead_code, clippy::indexing_slicing)]

/// Choices from bytes; zeros when they are used up.
pub struct Dice<'a>(pub &'a [u8]);

impl Dice<'_> {
    /// A number below `n`.
    pub fn below(&mut self, n: usize) -> usize {
        let (&first, rest) = self.0.split_first().unwrap_or((&0, &[]));
        self.0 = rest;
        first as usize % n.max(1)
    }

    /// A number below a large `n`.
    pub fn below_large(&mut self, n: usize) -> usize {
        (self.below(256) * 256 + self.below(256)) % n.max(1)
    }

    /// One of several.
    pub fn one<'t>(&mut self, of: &[&'t str]) -> &'t str {
        of[self.below(of.len())]
    }

    /// Whether one in `n` is hit; never when the bytes are used up.
    pub fn hit(&mut self, n: usize) -> bool {
        self.below(n) == n - 1
    }
}

/// A text without a mistake of form.
pub fn text(bytes: &[u8]) -> String {
    let mut w = Writer { dice: Dice(bytes), out: String::new() };
    if w.dice.hit(9) {
        w.out.push('\u{FEFF}');
    }
    w.separators(true);
    let count = w.dice.below(5);
    for _ in 0..count {
        w.statement(0);
        w.end();
    }
    w.separators(true);
    if w.dice.hit(6) { w.out.replace('\n', "\r\n") } else { w.out }
}

struct Writer<'a> {
    dice: Dice<'a>,
    out: String,
}

impl Writer<'_> {
    fn put(&mut self, text: &str) {
        self.out.push_str(text);
    }

    /// A blank where one must stand, or what may stand in its place.
    fn blank(&mut self) {
        let blank = self.dice.one(&[" ", " ", " ", "  ", "\t", " /* a */ ", "/* b\n   c */", "        "]);
        self.put(blank);
    }

    /// What may stand where no blank has to.
    fn maybe(&mut self) {
        let blank = self.dice.one(&["", "", "", " ", "  ", "/**/", " /* // \" { */"]);
        self.put(blank);
    }

    /// What may stand within brackets.
    fn inside(&mut self) {
        let blank = self.dice.one(&[
            "",
            " ",
            "",
            "\n",
            "\n    ",
            " // one\n",
            "\n\n\n",
            "\n /* two */\n",
            " /* 3 */ ",
        ]);
        self.put(blank);
    }

    /// Lines without statements.
    fn separators(&mut self, top: bool) {
        for _ in 0..self.dice.below(3) {
            let line = self.dice.one(&[
                "\n",
                "  \n",
                "// a line \n",
                "  //\n",
                "/* a block */\n",
                "/* of\n     lines  \n  */\n",
                ";",
                "\t/* leads */ ",
                "//// \u{e4} \u{1f642} \"\n",
            ]);
            self.put(if top && line == ";" { "\n" } else { line });
        }
    }

    /// The end of a statement.
    fn end(&mut self) {
        let end = self.dice.one(&[
            "\n",
            "\n",
            "\n\n",
            " // behind \n",
            ";",
            " ; ",
            "\n\n\n\n",
            " /* b */\n",
            "\n  ",
        ]);
        self.put(end);
        self.separators(false);
    }

    fn name(&mut self) {
        let name = self.dice.one(&[
            "a",
            "chat",
            "rag-index",
            "x_1",
            "model",
            "on",
            "as",
            "any-b",
            "every",
            "crosses",
            "A9",
        ]);
        self.put(name);
    }

    fn path(&mut self) {
        if self.dice.hit(5) {
            self.put("vendor.");
        }
        self.name();
    }

    fn arrow(&mut self) {
        self.maybe();
        self.put("->");
        self.maybe();
    }

    fn chain(&mut self) {
        self.path();
        let both = self.dice.hit(6);
        for _ in 0..1 + self.dice.below(2) {
            if both {
                self.maybe();
                self.put("<->");
                self.maybe();
            } else {
                self.arrow();
            }
            self.path();
        }
    }

    fn label(&mut self) {
        let label = self.dice.one(&[
            "\"A label\"",
            "\"\"",
            "\"a \\\"quoted\\\" one\\\\\"",
            "\"// no comment, { no block ;\"",
            "\"A label that is a good deal longer than labels are, so that its line grows quite long\"",
            "\"\u{e4}\u{1f642}\u{200b}\"",
            "\"\"\"three\"\"\"",
        ]);
        self.put(label);
    }

    fn statement(&mut self, depth: usize) {
        match self.dice.below(8) {
            0 | 1 => return self.property(depth),
            2 => {
                self.chain();
                // A name is for one flow, and a chain may have become longer.
                if self.dice.hit(2) {
                    self.blank();
                    self.label();
                }
            }
            3 | 4 => {
                self.path();
                self.blank();
                self.name();
                if self.dice.hit(3) {
                    self.maybe();
                    self.put(":");
                    self.maybe();
                    self.path();
                    if self.dice.hit(2) {
                        self.put(",");
                        self.maybe();
                        self.path();
                    }
                    self.put(" ");
                }
                if self.dice.hit(2) {
                    self.maybe();
                    self.label();
                }
            }
            5 => {
                self.name();
                self.blank();
                self.name();
                self.put(" on ");
                match self.dice.below(4) {
                    0 => self.put("*"),
                    1 => self.put("any flow"),
                    2 => self.path(),
                    _ => self.chain(),
                }
            }
            6 => {
                self.name();
                self.blank();
                if self.dice.hit(3) {
                    self.put("2027-02-28");
                } else {
                    self.label();
                    if self.dice.hit(3) {
                        self.put(" as x");
                    }
                }
            }
            _ => {
                self.put("use");
                self.blank();
                self.name();
                self.maybe();
                self.put("(");
                self.items(depth);
                self.put(")");
                if self.dice.hit(3) {
                    self.put(" as y");
                }
            }
        }
        if depth < 4 && self.dice.hit(2) {
            let before = self.dice.one(&[" ", "", "\n", " // why\n", "\n\n// where\n  ", "\n/* what */\n"]);
            self.put(before);
            self.block(depth);
        }
    }

    fn block(&mut self, depth: usize) {
        self.put("{");
        let count = self.dice.below(4);
        if self.dice.hit(2) {
            // On one line, with commas.
            self.put(" ");
            for n in 0..count {
                if n > 0 {
                    let comma = self.dice.one(&[", ", ",", " , ", " /* c */, ", ", /* d */ ", "; "]);
                    self.put(comma);
                }
                self.property(depth + 1);
            }
            let last = self.dice.one(&[" ", "", ", ", "; ", " /* e */ "]);
            self.put(if count == 0 { " " } else { last });
        } else {
            self.separators(false);
            self.put("\n");
            for _ in 0..count {
                self.separators(false);
                self.statement(depth + 1);
                self.end();
            }
        }
        self.put("}");
    }

    fn property(&mut self, depth: usize) {
        if self.dice.hit(5) {
            self.put("when");
            self.maybe();
            self.put(": ");
            return self.or_expression(0);
        }
        self.name();
        self.maybe();
        self.put(":");
        self.put(" ");
        self.value(depth);
    }

    fn value(&mut self, depth: usize) {
        let kinds = if depth < 5 { 12 } else { 9 };
        match self.dice.below(kinds) {
            0 => self.path(),
            1 => self.label(),
            2 => {
                let value =
                    self.dice.one(&["true", "false", "12", "-3", "99.9%", "30d", "2026.10", "2027-06-30"]);
                self.put(value);
            }
            3 => {
                self.put("every");
                self.blank();
                self.put("3");
                self.maybe();
                self.put("months");
            }
            4 => {
                let value = self.dice.one(&[
                    "atlas:AML.T0070",
                    "a:b:c/d",
                    "nist-ai-rmf:\"GOVERN 1.1\"",
                    "iso-42001:A.6.2",
                ]);
                self.put(value);
            }
            5 => self.chain(),
            6 => {
                self.put("any");
                self.blank();
                self.path();
            }
            7 => self.put("*"),
            8 => self.long_text(),
            9 | 10 => {
                self.put("[");
                self.items(depth);
                self.put("]");
            }
            _ => {
                self.put("{");
                let count = self.dice.below(4);
                let lines = self.dice.hit(2);
                for n in 0..count {
                    let end = if lines { "\n    " } else { ", " };
                    self.put(if n > 0 { end } else { " " });
                    self.property(depth + 1);
                }
                self.put("}");
            }
        }
    }

    fn items(&mut self, depth: usize) {
        let count = self.dice.below(6);
        for n in 0..count {
            if n > 0 {
                self.inside();
                self.put(",");
            }
            self.inside();
            self.value(depth + 1);
        }
        if count > 0 && self.dice.hit(3) {
            self.put(",");
        }
        self.inside();
    }

    fn long_text(&mut self) {
        self.put("\"\"\"");
        let first = self.dice.one(&["", "", "  ", "first line", " \"first\""]);
        self.put(first);
        for _ in 0..self.dice.below(4) {
            let line = self.dice.one(&[
                "\n    some **Markdown** text  ",
                "\n      deeper",
                "\n",
                "\n   ",
                "\n\ttabbed",
                "\n  \"quoted\"",
                "\n    // no comment, { no block",
                "\n    \u{e4}\u{1f642}",
            ]);
            self.put(line);
        }
        let last = self.dice.one(&["", "\n", "\n  ", " "]);
        // A quote right before the three would be taken for one of them.
        self.put(if self.out.ends_with('"') && last.is_empty() { " " } else { last });
        self.put("\"\"\"");
    }

    fn or_expression(&mut self, depth: usize) {
        self.atom(depth);
        for _ in 0..self.dice.below(4) {
            let before =
                self.dice.one(&[" ", " ", "\n    ", "\n", " // why\n  ", "\n  /* and */ ", " /* or */ "]);
            self.put(before);
            let joint = self.dice.one(&["and", "or"]);
            self.put(joint);
            self.put(" ");
            self.atom(depth);
        }
    }

    fn atom(&mut self, depth: usize) {
        if self.dice.hit(5) {
            self.put("not ");
        }
        if depth < 3 && self.dice.hit(4) {
            self.put("(");
            let open = self.dice.one(&["", " ", "\n   ", " // open\n"]);
            self.put(open);
            self.or_expression(depth + 1);
            let close = self.dice.one(&["", " ", "\n  "]);
            self.put(close);
            return self.put(")");
        }
        let atom = self.dice.one(&[
            "crosses",
            "crosses up",
            "tainted",
            "tainted by untrusted",
            "moved tainted",
            "target.exposed==public",
            "source.trust<=internal",
            "impact < -3",
            "impact<-3",
            "x.y >= 2027-01-01",
            "x == \"a b\"",
            "exposes confidential to untrusted",
            "writes documents",
            "a sends >= confidential from any-b",
            "element reaches code_runner",
            "element fed_by another agent",
            "exposes weights to partner",
            "a is   b",
            "x in vendor.zone",
        ]);
        self.put(atom);
    }
}

/// A text with a few edits that a hand that slips would make, or a merge.
pub fn spoiled(text: &str, bytes: &[u8]) -> String {
    let mut dice = Dice(bytes);
    let mut text = text.to_owned();
    for _ in 0..1 + dice.below(3) {
        let at = boundary(&text, dice.below_large(text.len() + 1));
        let to = boundary(&text, (at + 1 + dice.below(4)).min(text.len()));
        match dice.below(9) {
            0 => text.replace_range(at..to, ""),
            1 => {
                let again = text[at..to].to_owned();
                text.insert_str(at, &again);
            }
            2 => {
                let mark = dice.one(&[
                    "{", "}", "[", "]", "(", ")", "\"", "\"\"\"", ",", ";", ":", "\n", "->", "=", "//", "/*",
                    "*/", "#", "'", "\u{201c}", "\u{a0}", "\u{200b}", "\\", " ", "\r", "and ", "\t", "x",
                    "2027-1-1", "\0",
                ]);
                text.insert_str(at, mark);
            }
            // The bracket, quote or comma that comes next is forgotten.
            3 => {
                if let Some(n) = text[at..].find(['{', '}', '[', ']', '"', ',', ':', '(', ')']) {
                    text.remove(at + n);
                }
            }
            // Lines: lost, twice, moved, or at another indentation.
            n => {
                let mut lines: Vec<&str> = text.split('\n').collect();
                let line = dice.below_large(lines.len());
                let other = dice.below_large(lines.len());
                let deeper = format!("{}{}", dice.one(&["  ", "\t", "      "]), lines[line]);
                match n {
                    4 => drop(lines.remove(line)),
                    5 => lines.insert(other, lines[line]),
                    6 => lines.swap(line, other),
                    7 => lines[line] = &deeper,
                    _ => lines[line] = lines[line].trim_start(),
                }
                text = lines.join("\n");
            }
        }
    }
    if dice.hit(8) { text.replace('\n', "\r\n") } else { text }
}

/// The first place between characters from here.
fn boundary(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}
