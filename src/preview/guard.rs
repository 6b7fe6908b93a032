//! Who is served: those who know the token of the address, and come from this machine by its own name.
//!
//! A page of anyone can make a browser ask this machine. What it can't do is know the token. One that had its
//! name lead here (DNS rebinding) would ask by that name, and is refused for it.

use crate::source::hexadecimal;

/// What is asked, as far as it says who asks.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// Whether something is to be done, and not only read.
    pub does: bool,
    /// The path with the query.
    pub url: &'a str,
    /// By what name this machine is asked; none if that is not said once.
    pub host: Option<&'a str>,
    /// The page that asks, if it is one.
    pub origin: Option<&'a str>,
}

/// Why something is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Under a name that is not that of this machine, or by a page from elsewhere.
    Stranger,
    /// There is nothing of this name; what lies behind another token is not told.
    Nothing,
}

/// A token that nobody guesses: 128 bits of the system's own chance, in hexadecimal digits.
///
/// # Errors
/// When the system has none.
pub fn token() -> std::io::Result<String> {
    let mut bytes = [0u8; 16];
    getrandom::fill(&mut bytes).map_err(std::io::Error::other)?;
    Ok(hexadecimal(&bytes))
}

/// The path behind the token, without the query.
///
/// # Errors
/// When who asks is not to be served.
pub fn admit<'a>(token: &str, asked: Asked<'a>) -> Result<&'a str, Refusal> {
    let host = asked.host.filter(|h| is_own(h)).ok_or(Refusal::Stranger)?;
    let own = |origin: &str| origin.strip_prefix("http://").is_some_and(|o| o.eq_ignore_ascii_case(host));
    match asked.origin {
        Some(origin) if !own(origin) => return Err(Refusal::Stranger),
        // Browsers always say who wants something done.
        None if asked.does => return Err(Refusal::Stranger),
        _ => {}
    }
    let path = asked.url.split(['?', '#']).next().unwrap_or("");
    let mut parts = path.splitn(3, '/');
    match (parts.next(), parts.next(), parts.next()) {
        (Some(""), Some(said), Some(rest)) if same(said.as_bytes(), token.as_bytes()) => Ok(rest),
        _ => Err(Refusal::Nothing),
    }
}

/// Whether a name, with or without a port, is one of this machine for itself. The port is not looked at: an
/// editor that works over a network hands on to another one, and who can choose a name for this machine
/// can't choose these.
fn is_own(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if !port.is_empty() && port.bytes().all(|b| b.is_ascii_digit()) => name,
        _ => host,
    };
    name == "127.0.0.1" || name.eq_ignore_ascii_case("localhost")
}

/// Compares without telling by the time it takes where the difference is.
fn same(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && a.iter().zip(b).fold(0, |all, (a, b)| all | (a ^ b)) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked<'a>(url: &'a str, host: &'a str, origin: Option<&'a str>) -> Asked<'a> {
        Asked { does: false, url, host: Some(host), origin }
    }

    #[test]
    fn who_has_the_address_is_served() {
        for (url, rest) in [("/k3y/", ""), ("/k3y/report?7", "report"), ("/k3y/a/b", "a/b")] {
            for host in ["127.0.0.1:80", "localhost:9999", "LocalHost", "127.0.0.1"] {
                assert_eq!(admit("k3y", asked(url, host, None)), Ok(rest), "{url} {host}");
                let origin = format!("http://{host}");
                assert_eq!(admit("k3y", asked(url, host, Some(&origin))), Ok(rest), "{url} {host}");
            }
        }
    }

    #[test]
    fn a_wrong_token_leads_nowhere() {
        for url in ["/", "", "/k3y", "/k3", "/k3yy/", "/K3Y/", "//k3y/", "/x/k3y/", "k3y/", "/?/k3y/"] {
            assert_eq!(admit("k3y", asked(url, "localhost:1", None)), Err(Refusal::Nothing), "{url}");
        }
    }

    #[test]
    fn other_names_and_pages_are_refused() {
        for host in [
            "example.org",
            "127.0.0.1.example.org:1",
            "localhost.example.org",
            "",
            "127.0.0.2",
            "localhost:x",
        ] {
            assert_eq!(admit("k3y", asked("/k3y/", host, None)), Err(Refusal::Stranger), "{host}");
        }
        assert_eq!(admit("k3y", Asked { host: None, ..asked("/k3y/", "", None) }), Err(Refusal::Stranger));
        for origin in
            ["http://example.org", "null", "http://localhost:2", "https://localhost:1", "", "file://"]
        {
            let asked = asked("/k3y/", "localhost:1", Some(origin));
            assert_eq!(admit("k3y", asked), Err(Refusal::Stranger), "{origin}");
        }
        let does = Asked { does: true, ..asked("/k3y/go", "localhost:1", None) };
        assert_eq!(admit("k3y", does), Err(Refusal::Stranger), "who wants something done says who it is");
        assert_eq!(admit("k3y", Asked { origin: Some("http://localhost:1"), ..does }), Ok("go"));
    }

    #[test]
    fn tokens_are_long_and_never_the_same() {
        let (a, b) = (token().unwrap(), token().unwrap());
        assert!(a.len() == 32 && a.bytes().all(|b| b.is_ascii_hexdigit()) && a != b);
    }
}
