//! Bytes and texts as other notations write them, whatever they mean.

use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// A file's name as the path of an address: all but unreserved characters and `/` as `%` and a byte.
pub fn percent_encoded(name: &str) -> String {
    percent(name, |b| is_unreserved(b) || b == b'/')
}

/// A text as a part of an address: all but unreserved characters (letters, digits and `-._~`) as `%` and a byte.
pub fn percent_encoded_part(text: &str) -> String {
    percent(text, is_unreserved)
}

/// The characters that an address may have anywhere without a meaning (RFC 3986, 2.3).
fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~".contains(&byte)
}

fn percent(text: &str, keeps: impl Fn(u8) -> bool) -> String {
    text.bytes().fold(String::with_capacity(text.len()), |mut out, byte| {
        if keeps(byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
        out
    })
}

/// Bytes as lower-case hexadecimal digits.
pub fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}

/// A character as XML and HTML write it between tags and between the quotes of an attribute. Which characters a text may
/// have at all is for those to say who know what it is for.
pub fn push_xml(out: &mut String, c: char) {
    match c {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '"' => out.push_str("&quot;"),
        '\'' => out.push_str("&#39;"),
        c => out.push(c),
    }
}

/// Goes on with text as XML and HTML take it, between tags and in quoted attributes; characters that have no place there
/// become U+FFFD. The visible characters of ASCII always have one.
pub fn push_markup(out: &mut String, text: &str, unfit: impl Fn(char) -> bool) {
    let plain = |b: &u8| matches!(b, b' '..=b'~') && !matches!(b, b'&' | b'<' | b'>' | b'"' | b'\'');
    let mut rest = text;
    loop {
        let (run, other) =
            rest.split_at_checked(rest.bytes().take_while(|b| plain(b)).count()).unwrap_or((rest, ""));
        out.push_str(run);
        let mut chars = other.chars();
        let Some(c) = chars.next() else { return };
        push_xml(out, if unfit(c) { '\u{fffd}' } else { c });
        rest = chars.as_str();
    }
}

/// The SHA-256 of bytes, in lower-case hexadecimal digits.
pub fn sha256(bytes: impl AsRef<[u8]>) -> String {
    hexadecimal(&Sha256::digest(bytes))
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
