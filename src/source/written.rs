//! Bytes and texts as other notations write them, whatever they mean.

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
