//! Forms that several rooms write texts in.

use sha2::{Digest, Sha256};

/// Goes on with text as XML and HTML take it, between tags and in quoted attributes: five signs are written as
/// references, and signs that have no place there as U+FFFD. The visible characters of ASCII always have one.
pub fn push_markup(out: &mut String, text: &str, unfit: impl Fn(char) -> bool) {
    let plain = |b: &u8| matches!(b, b' '..=b'~') && !matches!(b, b'&' | b'<' | b'>' | b'"' | b'\'');
    let mut rest = text;
    loop {
        let (run, other) =
            rest.split_at_checked(rest.bytes().take_while(|b| plain(b)).count()).unwrap_or((rest, ""));
        out.push_str(run);
        let mut chars = other.chars();
        match chars.next() {
            None => return,
            Some('&') => out.push_str("&amp;"),
            Some('<') => out.push_str("&lt;"),
            Some('>') => out.push_str("&gt;"),
            Some('"') => out.push_str("&quot;"),
            Some('\'') => out.push_str("&#39;"),
            Some(c) if unfit(c) => out.push('\u{fffd}'),
            Some(c) => out.push(c),
        }
        rest = chars.as_str();
    }
}

/// The SHA-256 of a text, in hexadecimal.
pub fn sha256(bytes: impl AsRef<[u8]>) -> String {
    Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_inert() {
        let mut out = String::from("x");
        push_markup(&mut out, "é<b a=\"'\">&\u{202e}ü", |c| c == '\u{202e}');
        assert_eq!(out, "xé&lt;b a=&quot;&#39;&quot;&gt;&amp;\u{fffd}ü");
    }

    #[test]
    fn digests_are_those_that_programs_print() {
        assert_eq!(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
