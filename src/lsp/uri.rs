//! Addresses of files.

use crate::source::percent_encoded;
use gen_lsp_types::Uri;
use std::path::{Path, PathBuf};

/// The path of an address. What is no file, as a text that was never saved, has one as well, which is in
/// no folder.
pub fn to_path(uri: &Uri) -> PathBuf {
    let Some(rest) = uri.0.strip_prefix("file://") else {
        return PathBuf::from(format!("/\u{0}{}", uri.0.replace('/', "_")));
    };
    // Behind the host, which is empty or `localhost`.
    let path = rest.find('/').and_then(|i| rest.get(i..)).unwrap_or(rest);
    let path = decoded(path);
    let bytes = path.as_bytes();
    // `/c:/models` is `c:/models`.
    let drive = bytes.get(1).is_some_and(u8::is_ascii_alphabetic) && bytes.get(2) == Some(&b':');
    PathBuf::from(if drive { path.get(1..).unwrap_or(&path) } else { &path })
}

/// The address of a path.
pub fn from_path(path: &Path) -> Uri {
    let text = path.to_string_lossy().replace('\\', "/");
    let root = if text.starts_with('/') { "" } else { "/" };
    Uri(format!("file://{root}{}", percent_encoded(&text)))
}

fn decoded(text: &str) -> String {
    let mut out = Vec::with_capacity(text.len());
    let mut bytes = text.bytes();
    while let Some(b) = bytes.next() {
        let mut ahead = bytes.clone();
        let digit = |b: Option<u8>| b.and_then(|b| char::from(b).to_digit(16));
        match (b, digit(ahead.next()), digit(ahead.next())) {
            (b'%', Some(high), Some(low)) => {
                out.push(u8::try_from(high * 16 + low).unwrap_or(b'?'));
                bytes = ahead;
            }
            _ => out.push(b),
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_survive_addresses() {
        for path in ["/models/rag.tm", "/my models/größe 100%.tm", "/a+b/c#d?.tm"] {
            assert_eq!(to_path(&from_path(Path::new(path))), PathBuf::from(path));
        }
        assert_eq!(to_path(&Uri("file://localhost/a.tm".into())), PathBuf::from("/a.tm"));
        assert_eq!(to_path(&Uri("file:///c%3A/a.tm".into())), PathBuf::from("c:/a.tm"));
        assert_eq!(to_path(&Uri("file:///a%zz.tm".into())), PathBuf::from("/a%zz.tm"));
        assert_eq!(to_path(&Uri("untitled:Untitled-1".into())), to_path(&Uri("untitled:Untitled-1".into())));
    }
}
