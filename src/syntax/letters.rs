//! Characters that do not belong outside texts and comments, and what is meant by them.

/// What a character is, outside texts and comments.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Letter {
    /// A blank that is not the plain one: no-break, thin, ideographic and others.
    Blank,
    /// A control or a character without a shape, such as marks of writing direction.
    Hidden,
    /// An opening or closing quotation mark other than `"`.
    Quote,
    /// A character that people type or paste for a mark of the language.
    Mark(&'static str),
    /// A letter or digit of another script, or with an accent.
    Foreign,
    /// Any other: a symbol, an emoji.
    Symbol,
}

/// What a character is that is neither printable ASCII nor a blank or line end of the language.
pub fn classify(c: char) -> Letter {
    match c {
        '\u{0B}' | '\u{0C}' | '\u{85}' => Letter::Blank,
        '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{FEFF}' => Letter::Hidden,
        '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' => Letter::Hidden,
        '\u{FE00}'..='\u{FE0F}' | '\u{E0000}'..='\u{E0FFF}' => Letter::Hidden,
        '“' | '”' | '„' | '‟' | '«' | '»' | '‘' | '’' | '‚' | '‛' => Letter::Quote,
        '→' | '⟶' | '⇒' | '⟹' | '➔' | '➜' | '➝' | '➞' | '⭢' => Letter::Mark("->"),
        '↔' | '⟷' | '⇔' | '⟺' | '⇄' | '⇆' => Letter::Mark("<->"),
        '←' | '⟵' | '⇐' => Letter::Mark("<-"),
        '≥' | '⩾' => Letter::Mark(">="),
        '≤' | '⩽' => Letter::Mark("<="),
        '≠' => Letter::Mark("!="),
        '：' => Letter::Mark(":"),
        '，' | '、' => Letter::Mark(","),
        '；' => Letter::Mark(";"),
        '‐' | '‑' | '‒' | '–' | '—' | '−' => Letter::Mark("-"),
        c if c.is_control() => Letter::Hidden,
        c if c.is_whitespace() => Letter::Blank,
        c if c.is_alphanumeric() => Letter::Foreign,
        _ => Letter::Symbol,
    }
}

/// The name of a character as people can look it up: its number, and what it is called if it is
/// one of those that come along unseen.
pub fn name(c: char) -> String {
    let called = match c {
        '\u{A0}' => " (no-break space)",
        '\u{202F}' => " (narrow no-break space)",
        '\u{3000}' => " (ideographic space)",
        '\u{2028}' => " (line separator)",
        '\u{2029}' => " (paragraph separator)",
        '\u{200B}' => " (zero-width space)",
        '\u{200C}' => " (zero-width non-joiner)",
        '\u{200D}' => " (zero-width joiner)",
        '\u{FEFF}' => " (byte order mark)",
        '\u{AD}' => " (soft hyphen)",
        '\u{200E}' | '\u{200F}' | '\u{61C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
            " (mark of writing direction)"
        }
        '\0' => " (NUL)",
        _ => "",
    };
    format!("U+{:04X}{called}", u32::from(c))
}
