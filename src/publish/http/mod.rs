//! The one HTTP client: time limits, tries with pauses between them, redirects that can't lead credentials away,
//! answers of a bounded size. No error and no debug text of it holds a secret. What is sent and answered stands in
//! [`message`], why there is no answer in [`cut`].

mod cut;
#[cfg(test)]
pub(super) mod fake;
mod message;

use super::failure::{Failure, Kind};
use super::secret::Secret;
pub use crate::source::percent_encoded_part as escaped;
use base64::Engine as _;
use cut::{Cut, Retry};
pub use message::{Answer, Body, LOGIN, Part, Request, SIZE, glimpse};
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
        let (media, body) = request.body.written();
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
    fn addresses_hold_no_account() {
        for bad in ["https://ana:secret@wiki.example.org", "ftp://wiki.example.org", "wiki", ""] {
            let failure = Http::new(bad, Login::None, quick()).map(|_| ()).unwrap_err();
            assert_eq!(failure.kind, Kind::Settings);
            assert!(!format!("{failure:?}").contains("ana:secret"), "{failure:?}");
        }
    }
}
