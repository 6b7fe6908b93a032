//! What is sent to a server and what it answers: requests with their bodies as bytes, answers with what a status means.

use super::escaped;
use crate::publish::failure::{Failure, Kind};

/// What a call sends.
#[derive(Clone, Debug, Default)]
pub enum Body {
    /// Nothing.
    #[default]
    None,
    /// Fields of a form.
    Form(Vec<(String, String)>),
    /// Parts of a form, with files.
    Parts(Vec<Part>),
    /// A text of a media type.
    Text(&'static str, String),
}

/// A part of a form.
#[derive(Clone)]
pub struct Part {
    /// The field.
    pub name: String,
    /// The file's name and media type, if it is a file.
    pub file: Option<(String, &'static str)>,
    /// The content.
    pub bytes: Vec<u8>,
}

impl std::fmt::Debug for Part {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} ({} bytes)", self.name, self.bytes.len())
    }
}

/// A call.
#[derive(Clone, Default)]
pub struct Request {
    /// `GET`, `POST`, `PUT` or `DELETE`.
    pub method: &'static str,
    /// The path behind the server's address, with its slash; or a whole address on the same server.
    pub path: String,
    /// What stands behind the `?`.
    pub query: Vec<(String, String)>,
    /// Further headers.
    pub headers: Vec<(&'static str, String)>,
    /// What it sends.
    pub body: Body,
    /// Whether it can be sent again when nobody knows whether it arrived. Reads are; a write is if it does the same
    /// twice.
    pub again: bool,
}

impl Request {
    /// A call that reads.
    pub fn get(path: impl Into<String>) -> Self {
        Request { method: "GET", path: path.into(), again: true, ..Request::default() }
    }

    /// A call that writes.
    pub fn write(method: &'static str, path: impl Into<String>, body: Body) -> Self {
        Request { method, path: path.into(), body, ..Request::default() }
    }

    /// Adds a value to what stands behind the `?`.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.query.push((name.to_owned(), value.into()));
        self
    }

    /// Adds a header.
    #[must_use]
    pub fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// Says that sending it twice does no harm.
    #[must_use]
    pub fn repeatable(mut self) -> Self {
        self.again = true;
        self
    }
}

/// What a server answered.
#[derive(Clone, Default)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The headers, names in lower case.
    pub headers: Vec<(String, String)>,
    /// The content.
    pub bytes: Vec<u8>,
}

impl Answer {
    /// A header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// Whether the status is one of success.
    pub fn ok(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// The content as text; what is no UTF-8 is replaced.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// The content as JSON.
    ///
    /// # Errors
    /// When it is none: a page for people, or cut short.
    pub fn json(&self) -> Result<serde_json::Value, Failure> {
        serde_json::from_slice(&self.bytes).map_err(|_| {
            Failure::new(
                Kind::Broken,
                format!("the answer is not the data that was asked for, but `{}`", glimpse(&self.text())),
                "See that `url` is the address of the wiki itself and that nothing stands between, as a page to log in.",
            )
        })
    }

    /// For how long the server asks to stay away, in seconds.
    pub fn retry_after(&self) -> Option<u64> {
        self.header("retry-after").and_then(|text| text.trim().parse().ok())
    }

    /// What a status of failure means, where the wiki says nothing better. `wanted` says what was tried, as
    /// `write the page "Threats"`.
    pub fn refusal(&self, wanted: &str) -> Failure {
        let (kind, what, help) = match self.status {
            401 => (Kind::Login, "the account or its secret is refused", LOGIN),
            403 => (Kind::Forbidden, "the account may not do this", RIGHTS),
            404 => (
                Kind::Missing,
                "there is no such thing",
                "See that `url`, `space` and `parent` name what is there.",
            ),
            409 | 412 => {
                (Kind::Conflict, "somebody else wrote at the same time", "Publish again: it compares anew.")
            }
            413 => (Kind::TooLarge, "that is more than the server takes", SIZE),
            429 | 503 => (
                Kind::Busy,
                "the server asks to come back later",
                "Publish again later: it goes on where it stopped.",
            ),
            500.. => (
                Kind::Broken,
                "the server failed",
                "Publish again later; if it stays so, its administrator finds the reason in its log.",
            ),
            _ => (Kind::Refused, "the server refuses this", "See what it says."),
        };
        // Pages for people say nothing in a line.
        let page = self.header("content-type").is_some_and(|media| media.contains("html"));
        let said = if page { String::new() } else { glimpse(&self.text()) };
        let said = if said.is_empty() { String::new() } else { format!(": `{said}`") };
        Failure::new(kind, format!("can't {wanted}: {what} (status {}){said}", self.status), help)
    }
}

/// What to do about an account that is refused.
pub const LOGIN: &str = "See that the environment variables with account and secret are set for this wiki, \
    and that the secret has not expired.";

/// What to do about missing rights.
const RIGHTS: &str =
    "Give the account the right to read, write and attach files there, or name another place.";

/// What to do about sizes.
pub const SIZE: &str = "Attach less (`attach`), or let the administrator raise the limit.";

/// The beginning of what a server said, in one plain line.
pub fn glimpse(text: &str) -> String {
    const LONGEST: usize = 200;
    let mut plain: String =
        text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(4 * LONGEST).collect();
    plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    if plain.chars().count() > LONGEST {
        plain = plain.chars().take(LONGEST).chain(['…']).collect();
    }
    plain.replace('`', "'")
}

impl Body {
    /// Its media type and bytes.
    pub(super) fn written(&self) -> (String, Vec<u8>) {
        match self {
            Body::None => (String::new(), Vec::new()),
            Body::Form(fields) => {
                let pairs: Vec<String> = fields
                    .iter()
                    .map(|(name, value)| format!("{}={}", escaped(name), escaped(value)))
                    .collect();
                ("application/x-www-form-urlencoded".to_owned(), pairs.join("&").into_bytes())
            }
            Body::Text(media, text) => ((*media).to_owned(), text.clone().into_bytes()),
            Body::Parts(parts) => {
                let border = border(parts);
                let quoted = |name: &str| name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A");
                let mut out = Vec::new();
                for part in parts {
                    let mut head = format!(
                        "--{border}\r\nContent-Disposition: form-data; name=\"{}\"",
                        quoted(&part.name)
                    );
                    if let Some((name, media)) = &part.file {
                        head.push_str(&format!("; filename=\"{}\"\r\nContent-Type: {media}", quoted(name)));
                    }
                    out.extend_from_slice(head.as_bytes());
                    out.extend_from_slice(b"\r\n\r\n");
                    out.extend_from_slice(&part.bytes);
                    out.extend_from_slice(b"\r\n");
                }
                out.extend_from_slice(format!("--{border}--\r\n").as_bytes());
                (format!("multipart/form-data; boundary={border}"), out)
            }
        }
    }
}

/// A line that stands in no part.
fn border(parts: &[Part]) -> String {
    let stands = |line: &str| parts.iter().any(|p| p.bytes.windows(line.len()).any(|w| w == line.as_bytes()));
    let mut lines = (0_u32..).map(|n| format!("trustline-part-{n:08}"));
    lines.find(|line| !stands(line)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_a_form_stay_apart() {
        let part = |name: &str, file: Option<(String, &'static str)>, bytes: &[u8]| Part {
            name: name.into(),
            file,
            bytes: bytes.to_vec(),
        };
        let (media, bytes) = Body::Parts(vec![
            part("file", Some(("a\"b.png".into(), "image/png")), b"trustline-part-00000000"),
            part("token", None, b"+\\"),
        ])
        .written();
        assert_eq!(media, "multipart/form-data; boundary=trustline-part-00000001");
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.contains("name=\"file\"; filename=\"a%22b.png\"\r\nContent-Type: image/png\r\n\r\ntrustline-part-00000000\r\n"));
        assert!(text.ends_with("\r\n\r\n+\\\r\n--trustline-part-00000001--\r\n"));
    }
}
