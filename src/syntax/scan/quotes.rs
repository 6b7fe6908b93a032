//! Texts in quotes: straight, in threes, left open, and of other sorts.

use super::{Patch, Place, Scanner, is_word};
use crate::diagnostic::{Diagnostic, codes};

impl Scanner<'_> {
    /// A `"`.
    pub(super) fn quote(&mut self) {
        if self.slice(self.at, self.at + 3) == "\"\"\"" {
            return self.three_quotes();
        }
        let start = self.at;
        let mut end = start + 1;
        while end < self.bytes.len() {
            match self.byte(end) {
                b'"' => return self.punctuation(end + 1 - start),
                b'\n' => break,
                b'\\' if self.byte(end + 1) != b'\n' => {
                    // Behind a backslash one character of any length.
                    let next = self.slice(end + 1, self.bytes.len()).chars().next();
                    end += 1 + next.map_or(0, char::len_utf8);
                }
                _ => end += 1,
            }
        }
        let limit = self.line_limit(start);
        let end = self.open_quote_end(start, limit);
        // A curly quote at the other end is the usual reason. It is looked for once a line.
        let curly = if self.curly == Some(self.line_start) {
            None
        } else {
            self.slice(start + 1, end).find(['”', '“'])
        };
        if let Some(n) = curly {
            self.curly = Some(self.line_start);
            let close = start + 1 + n;
            let past = close + '”'.len_utf8();
            let span = self.span(close, past);
            self.say(|| {
                let message = "text ends with a straight double quote, as it begins";
                Diagnostic::new(codes::OPEN_QUOTE, span, message).fix("write `\"`", span, "\"")
            });
            let odd = self.ends_in_backslash(start + 1, close);
            self.patches.push(Patch::text(close, past, if odd { "\\\"" } else { "\"" }));
            self.patches.push(Patch::text(past, past, " "));
            return self.punctuation(past - start);
        }
        let odd = self.ends_in_backslash(start + 1, end);
        let (mark, close) = (self.span(start, start + 1), self.span(end, end));
        self.say(|| {
            let d = Diagnostic::new(codes::OPEN_QUOTE, mark, "this quote is never closed on its line");
            if end > start + 1 && !odd { d.fix("close it", close, "\"") } else { d }
        });
        self.patches.push(Patch::text(end, end, if odd { "\\\"" } else { "\"" }));
        self.punctuation(end - start);
    }

    /// Whether a `"` put behind this piece of a text would be an escape.
    fn ends_in_backslash(&self, start: usize, end: usize) -> bool {
        self.slice(start, end).bytes().rev().take_while(|&b| b == b'\\').count() % 2 == 1
    }

    /// Where an open text ends: with its line, but before the brackets that were opened on the
    /// same line and are closed at its end, and before a `{` that ends it.
    fn open_quote_end(&self, start: usize, limit: usize) -> usize {
        let mut end = limit;
        let trim = |end: usize| start + 1 + self.slice(start + 1, end).trim_end().len();
        end = trim(end);
        let before = end;
        for (bracket, at) in self.brackets.iter().filter(|(_, at)| *at >= self.line_start) {
            let closer = match bracket {
                b'{' => b'}',
                b'[' => b']',
                _ => b')',
            };
            if *at < start && end > start + 1 && self.byte(end - 1) == closer {
                end = trim(end - 1);
            }
        }
        if end == before
            && end > start + 1
            && self.byte(end - 1) == b'{'
            && matches!(self.byte(end - 2), b' ' | b'\t')
        {
            end = trim(end - 1);
        }
        end
    }

    /// A `"""`: everything up to the next one, unless that one begins a text of its own.
    fn three_quotes(&mut self) {
        let start = self.at;
        let found = self.slice(start + 3, self.bytes.len()).find("\"\"\"").map(|n| start + 3 + n);
        let opens_another = |at: usize| {
            let line = self.slice(start + 3, at).rfind('\n').map(|n| start + 3 + n + 1)?;
            let head = self.slice(line, at).trim().strip_suffix(':')?.trim_end();
            let word = !head.is_empty() && head.bytes().all(|b| is_word(b) || b == b'-');
            word.then_some(line)
        };
        let limit = match found {
            Some(at) => match opens_another(at) {
                None => return self.long_text(start, at + 3),
                Some(line) => line,
            },
            None => self.bytes.len(),
        };
        // It ends where the indentation goes back to that of the line where it began.
        let own = self.indentation(self.line_start);
        let mut line = self.line_limit(start);
        let mut end = line;
        while let Some(n) = self.slice(line, limit).find('\n') {
            let next = line + n + 1;
            let stop = self.line_limit(next).min(limit);
            let content = self.slice(next, stop);
            if !content.trim().is_empty() {
                if self.indentation(next) <= own {
                    break;
                }
                end = stop;
            }
            line = stop.max(next);
        }
        let end = end.min(limit).max(start + 3);
        let end = start + 3 + self.slice(start + 3, end).trim_end().len();
        let (mark, close) = (self.span(start, start + 3), self.span(end, end));
        self.say(|| {
            Diagnostic::new(codes::OPEN_TEXT, mark, "this `\"\"\"` is never closed")
                .label(close, "by the indentation its text ends here")
                .help("Close it with `\"\"\"` on a line of its own.")
        });
        // On a line of its own, since the text may end with a quote.
        self.patches.push(Patch::text(end, end, "\n\"\"\""));
        self.long_text(start, end);
    }

    fn long_text(&mut self, start: usize, end: usize) {
        if let Some(n) = self.slice(start, end).rfind('\n') {
            self.line_start = start + n + 1;
        }
        self.punctuation(end - start);
    }

    /// How far a line is indented; a tab counts as one.
    pub(super) fn indentation(&self, line: usize) -> usize {
        self.bytes.get(line..).unwrap_or(&[]).iter().take_while(|b| matches!(b, b' ' | b'\t')).count()
    }

    /// Quotes of another sort. If they are closed on their line, it is text.
    pub(super) fn other_quote(&mut self, open: char) {
        let start = self.at;
        let plain = matches!(open, '\'' | '`');
        let inner = start + open.len_utf8();
        let after_word = start > 0 && is_word(self.byte(start - 1));
        let limit = self.line_limit(start);
        let closes = |c: char| match open {
            '\'' | '`' => c == open,
            '‘' | '’' | '‚' | '‛' => matches!(c, '‘' | '’'),
            _ => matches!(c, '“' | '”' | '"' | '«' | '»' | '‟'),
        };
        let close = self.slice(inner, limit).char_indices().find(|&(_, c)| closes(c));
        if plain && (after_word || close.is_none()) {
            return self.punctuation(1);
        }
        let (end, past) = match close {
            Some((n, c)) => (inner + n, inner + n + c.len_utf8()),
            None => {
                let end = self.open_quote_end(inner - 1, limit).max(inner);
                (end, end)
            }
        };
        let span = self.span(start, past);
        let content = self.slice(inner, end);
        self.say(|| {
            let right = format!("\"{}\"", content.replace('\\', "\\\\").replace('"', "\\\""));
            Diagnostic::new(codes::SYNTAX, span, "text goes in straight double quotes").fix(
                "write straight double quotes",
                span,
                right,
            )
        });
        // Blanks around it, since three quotes in a row would be something else.
        self.patches.push(Patch::text(start, start, " "));
        self.patches.push(Patch::text(start, inner, "\""));
        for (n, c) in content.char_indices() {
            if matches!(c, '"' | '\\') {
                self.patches.push(Patch::text(inner + n, inner + n, "\\"));
            }
        }
        self.patches.push(Patch::text(end, past, "\""));
        self.patches.push(Patch::text(past, past, " "));
        self.punctuation(past - start);
        self.place = Place::Inside;
    }
}
