//! Arrows, operators and characters from elsewhere.

use super::{Letter, Patch, Place, Scanner, is_word, letters};
use crate::diagnostic::{Diagnostic, Edit, Fix, codes};

impl Scanner<'_> {
    /// A run of `-`, `=`, `<`, `>` and `~`.
    pub(super) fn arrow(&mut self) {
        let start = self.at;
        let mut end = start;
        while matches!(self.byte(end), b'-' | b'=' | b'<' | b'>' | b'~') && end < self.bytes.len() {
            end += 1;
        }
        let run = self.slice(start, end);
        let right = match run {
            "->" | "<->" | "<" | ">" | "<=" | ">=" | "==" | "-" => None,
            "=" => return self.equals(),
            _ if run.starts_with('<') && run.ends_with('>') && run.len() > 2 => Some("<->"),
            ">>" if !self.when => Some("->"),
            _ if run.ends_with('>') && !run.starts_with(['<', '>']) => Some("->"),
            _ => None,
        };
        if self.byte(end) == b'|' && run.ends_with('>') && self.labelled_arrow(start, end) {
            return;
        }
        if let Some(right) = right {
            let span = self.span(start, end);
            self.say(|| {
                let run = shorten(run);
                Diagnostic::new(codes::SYNTAX, span, format!("`{run}` is not an arrow here: write `{right}`"))
                    .fix(format!("write `{right}`"), span, right)
            });
            self.patches.push(Patch::text(start, end, right));
        }
        self.punctuation(end - start);
    }

    /// `-->|label| target`, as Mermaid has it: the label stands behind the target. Whether it was
    /// one.
    fn labelled_arrow(&mut self, start: usize, bar: usize) -> bool {
        let limit = self.line_limit(bar);
        let Some((label, rest)) = self.slice(bar + 1, limit).split_once('|') else { return false };
        let close = bar + 1 + label.len() + 1;
        let blanks = rest.len() - rest.trim_start_matches([' ', '\t']).len();
        let name = rest.trim_start().bytes().take_while(|b| is_word(*b) || *b == b'.').count();
        let label = label.trim();
        let label = label.strip_prefix('"').and_then(|l| l.strip_suffix('"')).unwrap_or(label);
        if name == 0 || label.contains(['"', '\\', '{', '}']) {
            return false;
        }
        let target = close + blanks + name;
        let word = shorten(self.slice(close + blanks, target));
        let (arrow, behind) = (self.span(start, close), self.span(target, target));
        self.say(|| {
            let message =
                format!("the label stands behind the target, in quotes: `-> {word} \"{}\"`", shorten(label));
            let mut d = Diagnostic::new(codes::SYNTAX, arrow, message);
            let edits = vec![
                Edit { span: arrow, text: if blanks == 0 { "-> ".into() } else { "->".into() } },
                Edit { span: behind, text: format!(" \"{label}\"") },
            ];
            d.fix = Some(Fix { message: "put it there".into(), edits });
            d
        });
        self.patches.push(Patch::text(start, close, "-> "));
        self.punctuation(close - start);
        true
    }

    /// A lone `=`: behind the first word of a statement a colon is meant.
    fn equals(&mut self) {
        let start = self.at;
        let previous = if start == 0 { b'\n' } else { self.byte(start - 1) };
        if let (Place::Word(from, to), false, false) = (self.place, self.in_list(), previous == b'!') {
            let word = shorten(self.slice(from, to));
            let limit = self.line_limit(start);
            let rest = self.slice(start + 1, limit).trim_start();
            let value: String =
                rest.chars().take_while(|c| !matches!(c, ',' | ';' | '{' | '}')).take(40).collect();
            let example =
                if value.trim().is_empty() { String::new() } else { format!(": `{word}: {}`", value.trim()) };
            let blank = if self.byte(start + 1).is_ascii_whitespace() { ":" } else { ": " };
            let (mark, replaced) = (self.span(start, start + 1), self.span(to, start + 1));
            self.say(|| {
                Diagnostic::new(codes::SYNTAX, mark, format!("a property takes a colon{example}")).fix(
                    "write a colon",
                    replaced,
                    blank,
                )
            });
            self.patches.push(Patch::text(start, start + 1, ": "));
        }
        self.punctuation(1);
    }

    /// `&&`, `||` and `!` in an expression.
    pub(super) fn operator(&mut self, b: u8) {
        let start = self.at;
        let twice = self.byte(start + 1) == b;
        let (mark, word) = match b {
            b'&' if twice => ("&&", "and"),
            b'|' if twice => ("||", "or"),
            b'!' if self.byte(start + 1) != b'=' => ("!", "not"),
            b'!' => return self.punctuation(2),
            _ => return self.punctuation(1),
        };
        // A line that begins with `&&` goes on with a `when` like one that begins with `and`.
        if self.when && self.place == Place::Inside {
            let span = self.span(start, start + mark.len());
            let text = if b == b'!' { "not " } else { word };
            self.say(|| {
                let message = format!("an expression has words: `{word}`, not `{mark}`");
                Diagnostic::new(codes::BAD_EXPRESSION, span, message).fix(
                    format!("write `{word}`"),
                    span,
                    text,
                )
            });
            let blank = if start > 0 && is_word(self.byte(start - 1)) { " " } else { "" };
            self.patches.push(Patch::text(start, start + mark.len(), format!("{blank}{word} ")));
        }
        self.punctuation(mark.len());
    }

    /// A character that is neither printable ASCII nor a blank or line end of the language.
    pub(super) fn letter(&mut self) {
        let start = self.at;
        let Some(c) = self.slice(start, self.bytes.len()).chars().next() else {
            self.at += 1;
            return;
        };
        let kind = letters::classify(c);
        match kind {
            Letter::Quote => self.other_quote(c),
            Letter::Mark(mark) => self.mark(c, mark),
            Letter::Foreign => self.foreign(),
            Letter::Blank | Letter::Hidden | Letter::Symbol => self.stranger(c, kind),
        }
    }

    /// A blank, hidden character or symbol: blanks take its place. A run of one sort is one error.
    fn stranger(&mut self, c: char, kind: Letter) {
        let (start, end) = (self.at, self.at + c.len_utf8());
        // A hidden character within a word is as if it were not there. Elsewhere a blank takes its
        // place, so that nothing grows together that was apart.
        let within = start > 0 && is_word(self.byte(start - 1)) && is_word(self.byte(end));
        self.patches.push(match kind {
            _ if c == '\r' => Patch::text(start, end, "\n"),
            Letter::Hidden if within => Patch::text(start, end, ""),
            _ => Patch::blanks(start, end),
        });
        if self.bad == Some((start, kind)) {
            self.at = end;
            self.bad = Some((end, kind));
            if let Some(d) = self.last_said() {
                let to = u32::try_from(end).unwrap_or(u32::MAX);
                if let Some(p) = &mut d.primary {
                    p.span.end = to;
                }
                if let Some(e) = d.fix.as_mut().and_then(|f| f.edits.last_mut()) {
                    e.span.end = to;
                }
            }
            return;
        }
        self.bad = Some((end, kind));
        let span = self.span(start, end);
        let name = letters::name(c);
        let place = "outside texts and comments";
        self.say(|| match kind {
            _ if c == '\r' => Diagnostic::new(
                codes::BAD_CHARACTER,
                span,
                "a line ends with a line feed, not with a carriage return alone",
            )
            .fix("end the line with a line feed", span, "\n"),
            Letter::Blank => {
                Diagnostic::new(codes::BAD_CHARACTER, span, format!("{name} is not a plain blank"))
                    .help(format!("Only plain blanks and tabs may stand {place}."))
                    .fix("write a plain blank", span, " ")
            }
            Letter::Hidden => Diagnostic::new(
                codes::BAD_CHARACTER,
                span,
                format!("{name} is a character that can't be seen"),
            )
            .help(format!("No such character may stand {place}."))
            .fix("take it out", span, ""),
            _ => Diagnostic::new(
                codes::BAD_CHARACTER,
                span,
                format!("`{c}` may stand in texts and comments only"),
            )
            .help("Text goes in straight double quotes."),
        });
        self.at = end;
        if c == '\r' {
            self.line_start = end;
            self.place = Place::Start;
        }
    }

    /// A character that is meant for a mark of the language.
    fn mark(&mut self, c: char, mark: &'static str) {
        let start = self.at;
        let mut end = start + c.len_utf8();
        let mut right = mark;
        if mark == "-" {
            // A dash with a `>` or with blanks around it stands for an arrow.
            let before = start > 0 && self.byte(start - 1).is_ascii_whitespace();
            if self.byte(end) == b'>' {
                end += 1;
                right = "->";
            } else if before && self.byte(end).is_ascii_whitespace() {
                right = "->";
            }
        }
        let span = self.span(start, end);
        if right != "<-" {
            let written = self.slice(start, end);
            let what = if right.ends_with("->") { "an arrow here" } else { "a mark of the language" };
            let message = format!("`{written}` is not {what}: write `{right}`");
            self.say(|| {
                Diagnostic::new(codes::BAD_CHARACTER, span, message).fix(
                    format!("write `{right}`"),
                    span,
                    right,
                )
            });
        }
        self.patches.push(Patch::text(start, end, right));
        self.punctuation(end - start);
        if matches!(right, "," | ";") {
            self.place = Place::Start;
        }
    }

    /// A word with letters that names do not have. They become `_`, so that the rest is read.
    fn foreign(&mut self) {
        let start = if self.word.1 == self.at { self.word.0 } else { self.at };
        let mut end = self.at;
        for (n, c) in self.slice(self.at, self.bytes.len()).char_indices() {
            let known = c.is_ascii() && is_word(c as u8);
            if !c.is_ascii() && letters::classify(c) == Letter::Foreign {
                self.patches.push(Patch::text(self.at + n, self.at + n + c.len_utf8(), "_"));
            } else if !known {
                break;
            }
            end = self.at + n + c.len_utf8();
        }
        let word = self.slice(start, end).to_owned();
        let first = self.place;
        self.token();
        let span = self.span(start, end);
        self.say(|| {
            let word = shorten(&word);
            let message =
                format!("`{word}` can't be a name: names have the letters a to z and A to Z, digits and `_`");
            Diagnostic::new(codes::BAD_CHARACTER, span, message).help("If it is text, it goes in quotes.")
        });
        self.word = (start, end);
        self.at = end;
        self.place = match first {
            Place::Start => Place::Word(start, end),
            Place::Word(from, to) if to >= start && from <= start => Place::Word(from, end),
            _ => Place::Inside,
        };
    }
}

/// A word that is not too long for a message.
pub(super) fn shorten(word: &str) -> String {
    if word.chars().count() <= 40 {
        return word.to_owned();
    }
    let mut short: String = word.chars().take(38).collect();
    short.push('…');
    short
}
