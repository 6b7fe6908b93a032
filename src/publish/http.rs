//! The one HTTP client: time limits, tries with pauses between them, redirects that can't lead credentials away,
//! answers of a bounded size. No error and no debug text of it holds a secret.

use super::failure::{Failure, Kind};
use super::secret::Secret;
use base64::Engine as _;
use std::collections::BTreeMap;
use std::time::Duration;
use ureq::http::{self, Uri};
use ureq::tls::{RootCerts, TlsConfig};

/// How an account is shown to the server.
#[derive(Clone, Debug, Default)]
pub enum Login {
    /// Not at all, or by cookies.
    #[default]
    None,
    /// HTTP basic authentication.
    Basic(String, Secret),
    /// A token.
    Bearer(Secret),
}

/// How long to wait, and how often to try.
#[derive(Copy, Clone, Debug)]
pub struct Patience {
    /// How often a call is tried, the first try included.
    pub tries: u32,
    /// The pause before the second try; each further one is twice as long.
    pub pause: Duration,
    /// The longest pause, also if the server asks for more: then it is a failure that says so.
    pub longest: Duration,
    /// How long a connection may take.
    pub connect: Duration,
    /// How long a call may take, from its first byte to its last.
    pub call: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Patience {
            tries: 5,
            pause: Duration::from_millis(500),
            longest: Duration::from_secs(60),
            connect: Duration::from_secs(15),
            call: Duration::from_secs(120),
        }
    }
}

/// The largest answer that is read, in bytes.
const MAX_ANSWER: u64 = 64 * 1024 * 1024;

/// How many redirects are followed.
const MAX_REDIRECTS: usize = 5;

/// A server, for one publish.
pub struct Http {
    agent: ureq::Agent,
    /// Its address without a slash at the end.
    base: String,
    origin: Origin,
    login: Login,
    cookies: BTreeMap<String, String>,
    patience: Patience,
}

/// Scheme, host and port.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Origin {
    scheme: String,
    host: String,
    port: u16,
}

impl Origin {
    fn of(uri: &Uri) -> Option<Self> {
        let scheme = uri.scheme_str()?.to_ascii_lowercase();
        let usual = match scheme.as_str() {
            "https" => 443,
            "http" => 80,
            _ => return None,
        };
        let host = uri.host()?.to_ascii_lowercase();
        Some(Origin { scheme, host, port: uri.port_u16().unwrap_or(usual) })
    }
}

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
pub const RIGHTS: &str =
    "Give the account the right to read, write and attach files there, or name another place.";

/// What to do about sizes.
pub const SIZE: &str = "Attach less (`attach`), or let the administrator raise the limit.";

impl Http {
    /// A server at an address.
    ///
    /// # Errors
    /// When the address is none, is neither `http` nor `https`, or holds an account.
    pub fn new(url: &str, login: Login, patience: Patience) -> Result<Self, Failure> {
        let base = url.trim_end_matches('/').to_owned();
        let origin = address(&base)?;
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .timeout_connect(Some(patience.connect))
            .timeout_per_call(Some(patience.call))
            .tls_config(TlsConfig::builder().root_certs(RootCerts::PlatformVerifier).build())
            .user_agent(concat!("trustline/", env!("CARGO_PKG_VERSION")))
            .build();
        let agent = config.new_agent();
        Ok(Http { agent, base, origin, login, cookies: BTreeMap::new(), patience })
    }

    /// The server's address, without a slash at the end.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// Calls, and calls again after a pause if the server asks for it, if it is out of order for a moment, or if
    /// the connection fails and the call may be repeated. Any status but those that ask to come back is an answer.
    ///
    /// # Errors
    /// When there is no answer, or only ones that ask to come back.
    pub fn send(&mut self, request: &Request) -> Result<Answer, Failure> {
        let mut tried = 1;
        loop {
            let result = self.once(request);
            let (again, asked) = match &result {
                Ok(answer) => {
                    let passing = matches!(answer.status, 429 | 503);
                    let mended = request.again && matches!(answer.status, 502 | 504);
                    (passing || mended, answer.retry_after())
                }
                Err(cut) => (cut.retry == Retry::Safe || (cut.retry == Retry::Unsure && request.again), None),
            };
            if !again || !self.pause(tried, asked)? {
                return result.map_err(|cut| cut.failure.about(&self.base));
            }
            tried += 1;
        }
    }

    /// Waits before another try; `asked` is how many seconds the server wants. Says whether there is another one.
    ///
    /// # Errors
    /// When the server asks for more time than anybody waits for.
    pub fn pause(&self, tried: u32, asked: Option<u64>) -> Result<bool, Failure> {
        if tried >= self.patience.tries {
            return Ok(false);
        }
        let own = self.patience.pause.saturating_mul(1 << (tried - 1).min(16)).min(self.patience.longest);
        let wait = asked.map_or(own, |seconds| Duration::from_secs(seconds).max(own));
        if wait > self.patience.longest {
            let what = format!("the server asks to come back in {} seconds", wait.as_secs());
            return Err(Failure::new(Kind::Busy, what, "Publish again then: it goes on where it stopped."));
        }
        std::thread::sleep(wait);
        Ok(true)
    }

    /// One call, with the redirects that it leads to.
    fn once(&mut self, request: &Request) -> Result<Answer, Cut> {
        let (media, body) = written(&request.body);
        let mut url = self.whole(request).map_err(Cut::other)?;
        for _ in 0..=MAX_REDIRECTS {
            let answer = self.exchange(request, &url, &media, &body)?;
            if !matches!(answer.status, 301 | 302 | 303 | 307 | 308) {
                return Ok(answer);
            }
            let Some(next) = answer.header("location").and_then(|to| joined(&url, to)) else {
                return Ok(answer);
            };
            let there = next.parse::<Uri>().ok().and_then(|uri| Origin::of(&uri));
            if request.method != "GET" || there.as_ref() != Some(&self.origin) {
                let plain = next.split(['?', '#']).next().unwrap_or_default();
                return Err(Cut::other(Failure::new(
                    Kind::Settings,
                    format!("{} leads on to {plain}, where no secret is sent to", self.base),
                    "If that is the wiki, write its new address as `url`.",
                )));
            }
            url = next;
        }
        Err(Cut::other(Failure::new(
            Kind::Broken,
            format!("{} leads from one address to the next without an end", self.base),
            "See that `url` is the address of the wiki itself.",
        )))
    }

    /// One request and its answer.
    fn exchange(&mut self, request: &Request, url: &str, media: &str, body: &[u8]) -> Result<Answer, Cut> {
        let mut head = http::Request::builder().method(request.method).uri(url);
        match &self.login {
            Login::None => {}
            Login::Basic(user, secret) => {
                let both = format!("{user}:{}", secret.expose());
                let both = base64::engine::general_purpose::STANDARD.encode(both);
                head = head.header("authorization", format!("Basic {both}"));
            }
            Login::Bearer(secret) => {
                head = head.header("authorization", format!("Bearer {}", secret.expose()))
            }
        }
        if !self.cookies.is_empty() {
            let all: Vec<String> =
                self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            head = head.header("cookie", all.join("; "));
        }
        for (name, value) in &request.headers {
            head = head.header(*name, value);
        }
        if !media.is_empty() {
            head = head.header("content-type", media);
        }
        let bad = |_| {
            Cut::other(Failure::new(
                Kind::Settings,
                "account, secret or address hold signs that no request can carry",
                "See that the environment variables hold nothing else, no line end in particular.",
            ))
        };
        let result = match request.method {
            "GET" | "DELETE" => self.agent.run(head.body(()).map_err(bad)?),
            _ => self.agent.run(head.body(body).map_err(bad)?),
        };
        let mut response = result.map_err(|e| Cut::of(&e))?;
        for cookie in response.headers().get_all("set-cookie") {
            let pair = cookie.to_str().ok().and_then(|c| c.split(';').next()).and_then(|c| c.split_once('='));
            if let Some((name, value)) = pair {
                self.cookies.insert(name.trim().to_owned(), value.trim().to_owned());
            }
        }
        let status = response.status().as_u16();
        let text = |v: &http::HeaderValue| String::from_utf8_lossy(v.as_bytes()).into_owned();
        let headers =
            response.headers().iter().map(|(name, value)| (name.as_str().to_owned(), text(value))).collect();
        let bytes =
            response.body_mut().with_config().limit(MAX_ANSWER).read_to_vec().map_err(|e| Cut::of(&e))?;
        Ok(Answer { status, headers, bytes })
    }

    /// The whole address of a call.
    fn whole(&self, request: &Request) -> Result<String, Failure> {
        let mut url = if request.path.starts_with("http://") || request.path.starts_with("https://") {
            if address(&request.path)? != self.origin {
                return Err(Failure::new(
                    Kind::Broken,
                    format!("{} names an address on another server", self.base),
                    "See that the wiki's own address, in its settings, is the one that you reach it by.",
                ));
            }
            request.path.clone()
        } else {
            format!("{}{}", self.base, request.path)
        };
        for (name, value) in &request.query {
            url.push(if url.contains('?') { '&' } else { '?' });
            url.push_str(&escaped(name));
            url.push('=');
            url.push_str(&escaped(value));
        }
        Ok(url)
    }
}

impl std::fmt::Debug for Http {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Http({})", self.base)
    }
}

/// Why there was no answer.
struct Cut {
    failure: Failure,
    retry: Retry,
}

/// Whether another try may help.
#[derive(Copy, Clone, PartialEq, Eq)]
enum Retry {
    /// It may, and the server surely got nothing of the first one.
    Safe,
    /// It may, but perhaps the server did what was asked.
    Unsure,
    /// It will not.
    Vain,
}

impl Cut {
    fn other(failure: Failure) -> Self {
        Cut { failure, retry: Retry::Vain }
    }

    fn of(e: &ureq::Error) -> Self {
        use std::io::ErrorKind as Io;
        let cut = |retry, what: &str, help: &str| Cut {
            failure: Failure::new(Kind::Unreachable, what, help),
            retry,
        };
        match e {
            ureq::Error::HostNotFound => cut(Retry::Vain, "there is no server of this name", NAME),
            ureq::Error::ConnectionFailed => cut(Retry::Safe, "no connection", REACH),
            ureq::Error::Io(io) if io.kind() == Io::ConnectionRefused => {
                cut(Retry::Safe, "the server takes no connections", REACH)
            }
            ureq::Error::Timeout(ureq::Timeout::Connect | ureq::Timeout::Resolve) => {
                cut(Retry::Safe, "no connection in time", REACH)
            }
            ureq::Error::Timeout(_) => cut(Retry::Unsure, "no whole answer in time", AGAIN),
            ureq::Error::BodyExceedsLimit(_) => {
                cut(Retry::Vain, "the answer is larger than any that belongs there", ADDRESS)
            }
            ureq::Error::Io(io) => {
                cut(Retry::Unsure, &format!("the connection broke ({})", io.kind()), AGAIN)
            }
            ureq::Error::Rustls(e) => cut(Retry::Vain, &format!("no secure connection ({e})"), CERTIFICATE),
            ureq::Error::Tls(e) => cut(Retry::Vain, &format!("no secure connection ({e})"), CERTIFICATE),
            ureq::Error::BadUri(_) | ureq::Error::Http(_) => {
                cut(Retry::Vain, "this is no web address", "Write `url` as https://wiki.example.org/path.")
            }
            _ => cut(Retry::Unsure, "the connection broke", AGAIN),
        }
    }
}

const NAME: &str = "See that `url` is right, and that this machine reaches the network.";
const AGAIN: &str = "Publish again: it goes on where it stopped.";
const ADDRESS: &str = "See that `url` is the address of the wiki itself.";
const REACH: &str =
    "See that the wiki runs, that `url` is right, and that no firewall or proxy stands between.";
const CERTIFICATE: &str =
    "See that this machine trusts the wiki's certificate; SSL_CERT_FILE names a file with further ones.";

/// The origin of an address that holds no account.
fn address(url: &str) -> Result<Origin, Failure> {
    let bad = |what: &str| {
        Failure::new(
            Kind::Settings,
            what.to_owned(),
            "Write `url` as https://wiki.example.org/path, with nothing secret in it.",
        )
    };
    let uri: Uri = url.parse().map_err(|_| bad("`url` is no web address"))?;
    if uri.authority().is_some_and(|a| a.as_str().contains('@')) {
        return Err(bad("`url` holds an account"));
    }
    Origin::of(&uri).ok_or_else(|| bad("`url` is no web address"))
}

/// Where a redirect leads.
fn joined(from: &str, to: &str) -> Option<String> {
    if to.starts_with("http://") || to.starts_with("https://") {
        return Some(to.to_owned());
    }
    let uri: Uri = from.parse().ok()?;
    let scheme = uri.scheme_str()?;
    if let Some(rest) = to.strip_prefix("//") {
        return Some(format!("{scheme}://{rest}"));
    }
    let authority = uri.authority()?;
    if to.starts_with('/') {
        return Some(format!("{scheme}://{authority}{to}"));
    }
    let folder = uri.path().rsplit_once('/').map_or("", |(folder, _)| folder);
    Some(format!("{scheme}://{authority}{folder}/{to}"))
}

/// A text as addresses write it: all but letters, digits and `-._~` as `%XX`.
pub fn escaped(text: &str) -> String {
    use std::fmt::Write as _;
    text.bytes().fold(String::with_capacity(text.len()), |mut out, b| {
        match b {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(char::from(b)),
            _ => {
                let _ = write!(out, "%{b:02X}");
            }
        }
        out
    })
}

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

/// A body's media type and bytes.
fn written(body: &Body) -> (String, Vec<u8>) {
    match body {
        Body::None => (String::new(), Vec::new()),
        Body::Form(fields) => {
            let pairs: Vec<String> =
                fields.iter().map(|(name, value)| format!("{}={}", escaped(name), escaped(value))).collect();
            ("application/x-www-form-urlencoded".to_owned(), pairs.join("&").into_bytes())
        }
        Body::Text(media, text) => ((*media).to_owned(), text.clone().into_bytes()),
        Body::Parts(parts) => {
            let border = border(parts);
            let quoted = |name: &str| name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A");
            let mut out = Vec::new();
            for part in parts {
                let mut head =
                    format!("--{border}\r\nContent-Disposition: form-data; name=\"{}\"", quoted(&part.name));
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

/// A line that stands in no part.
fn border(parts: &[Part]) -> String {
    let stands = |line: &str| parts.iter().any(|p| p.bytes.windows(line.len()).any(|w| w == line.as_bytes()));
    let mut lines = (0_u32..).map(|n| format!("trustline-part-{n:08}"));
    lines.find(|line| !stands(line)).unwrap_or_default()
}

/// A server for tests, of which each answer is known before.
#[cfg(test)]
pub(super) mod fake {
    use super::Patience;
    use std::io::{BufRead, BufReader, Read, Write};
    use std::net::TcpListener;
    use std::time::Duration;

    /// A server that gives these answers, one a connection, and hands back what it was asked.
    pub fn server(answers: Vec<String>) -> (String, std::thread::JoinHandle<Vec<String>>) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let thread = std::thread::spawn(move || {
            answers
                .into_iter()
                .map(|answer| {
                    let (mut stream, _) = listener.accept().unwrap();
                    let mut reader = BufReader::new(stream.try_clone().unwrap());
                    let (mut asked, mut length) = (String::new(), 0);
                    loop {
                        let mut line = String::new();
                        if reader.read_line(&mut line).unwrap() <= 2 {
                            break;
                        }
                        if let Some(n) = line.to_lowercase().strip_prefix("content-length:") {
                            length = n.trim().parse().unwrap();
                        }
                        asked += &line;
                    }
                    let mut body = vec![0; length];
                    reader.read_exact(&mut body).unwrap();
                    stream.write_all(answer.as_bytes()).unwrap();
                    asked + "\n" + &String::from_utf8_lossy(&body)
                })
                .collect()
        });
        (url, thread)
    }

    /// An answer.
    pub fn answer(status: &str, headers: &str, body: &str) -> String {
        format!(
            "HTTP/1.1 {status}\r\nConnection: close\r\nContent-Length: {}\r\n{headers}\r\n{body}",
            body.len()
        )
    }

    /// Hardly any patience.
    pub fn quick() -> Patience {
        Patience {
            pause: Duration::from_millis(1),
            longest: Duration::from_secs(2),
            call: Duration::from_secs(5),
            ..Patience::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::fake::{answer, quick, server};
    use super::*;

    #[test]
    fn it_comes_back_when_asked_to() {
        let (url, asked) = server(vec![
            answer("429 Too Many Requests", "Retry-After: 1\r\n", ""),
            answer("503 Service Unavailable", "", ""),
            answer("200 OK", "Set-Cookie: session=12; HttpOnly\r\n", "{}"),
            answer("200 OK", "", "{\"a\": 1}"),
        ]);
        let mut http = Http::new(&url, Login::Bearer(Secret::new("to-ken")), quick()).unwrap();
        let start = std::time::Instant::now();
        let got =
            http.send(&Request::write("POST", "/x", Body::Form(vec![("a&b".into(), "ü +".into())]))).unwrap();
        assert_eq!(got.status, 200);
        assert!(start.elapsed() >= Duration::from_secs(1), "as long as the server wants");
        assert_eq!(http.send(&Request::get("/y").with("q", "a b")).unwrap().json().unwrap()["a"], 1);
        let asked = asked.join().unwrap();
        assert!(asked[2].to_lowercase().contains("authorization: bearer to-ken"), "{}", asked[2]);
        assert!(asked[2].ends_with("a%26b=%C3%BC%20%2B"), "{}", asked[2]);
        assert!(asked[3].starts_with("GET /y?q=a%20b "), "{}", asked[3]);
        assert!(asked[3].to_lowercase().contains("cookie: session=12"), "{}", asked[3]);
    }

    #[test]
    fn it_does_not_wait_for_ever() {
        let (url, _) = server(vec![answer("429 Too Many Requests", "Retry-After: 3600\r\n", "")]);
        let mut http = Http::new(&url, Login::None, quick()).unwrap();
        let failure = http.send(&Request::get("/")).map(|a| a.status).unwrap_err();
        assert_eq!(
            (failure.kind, failure.what.as_str()),
            (Kind::Busy, "the server asks to come back in 3600 seconds")
        );
    }

    #[test]
    fn credentials_stay_on_the_server() {
        let (elsewhere, reached) = server(vec![answer("200 OK", "", "got it")]);
        let (url, _) = server(vec![answer("302 Found", &format!("Location: {elsewhere}/steal?x=1\r\n"), "")]);
        let secret = Secret::new("sesame-open");
        let mut http = Http::new(&url, Login::Basic("ana".into(), secret), quick()).unwrap();
        let failure = http.send(&Request::get("/page")).map(|a| a.status).unwrap_err();
        assert_eq!(failure.kind, Kind::Settings);
        assert!(failure.what.contains(&format!("leads on to {elsewhere}/steal,")), "{failure}");
        assert!(!reached.is_finished(), "nobody called there");
        assert!(!format!("{http:?}{failure:?}").contains("sesame"));
    }

    #[test]
    fn it_follows_on_the_same_server() {
        let (url, asked) =
            server(vec![answer("301 Moved", "Location: /wiki/there\r\n", ""), answer("200 OK", "", "here")]);
        let mut http = Http::new(&format!("{url}/"), Login::None, quick()).unwrap();
        assert_eq!(http.send(&Request::get("/here")).unwrap().text(), "here");
        assert!(asked.join().unwrap()[1].starts_with("GET /wiki/there "));
    }

    #[test]
    fn a_write_that_may_have_arrived_is_not_repeated() {
        let (url, asked) = server(vec!["HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\ncut".to_owned()]);
        let mut http = Http::new(&url, Login::None, quick()).unwrap();
        let failure = http.send(&Request::write("POST", "/", Body::None)).map(|a| a.status).unwrap_err();
        assert_eq!(failure.kind, Kind::Unreachable);
        assert_eq!(asked.join().unwrap().len(), 1);
        let failure = http.send(&Request::get("/")).map(|a| a.status).unwrap_err();
        assert!(failure.what.contains("takes no connections"), "{failure}");
    }

    #[test]
    fn parts_of_a_form_stay_apart() {
        let part = |name: &str, file: Option<(String, &'static str)>, bytes: &[u8]| Part {
            name: name.into(),
            file,
            bytes: bytes.to_vec(),
        };
        let (media, bytes) = written(&Body::Parts(vec![
            part("file", Some(("a\"b.png".into(), "image/png")), b"trustline-part-00000000"),
            part("token", None, b"+\\"),
        ]));
        assert_eq!(media, "multipart/form-data; boundary=trustline-part-00000001");
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.contains("name=\"file\"; filename=\"a%22b.png\"\r\nContent-Type: image/png\r\n\r\ntrustline-part-00000000\r\n"));
        assert!(text.ends_with("\r\n\r\n+\\\r\n--trustline-part-00000001--\r\n"));
    }

    #[test]
    fn addresses_hold_no_account() {
        for bad in ["https://ana:secret@wiki.example.org", "ftp://wiki.example.org", "wiki", ""] {
            let failure = Http::new(bad, Login::None, quick()).map(|_| ()).unwrap_err();
            assert_eq!(failure.kind, Kind::Settings);
            assert!(!format!("{failure:?}").contains("ana:secret"), "{failure:?}");
        }
    }
}
