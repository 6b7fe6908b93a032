//! Why there is no answer, and whether another try may help.

use crate::publish::failure::{Failure, Kind};

/// Why there was no answer.
pub(super) struct Cut {
    pub failure: Failure,
    pub retry: Retry,
}

/// Whether another try may help.
#[derive(Copy, Clone, PartialEq, Eq)]
pub(super) enum Retry {
    /// It may, and the server surely got nothing of the first one.
    Safe,
    /// It may, but perhaps the server did what was asked.
    Unsure,
    /// It will not.
    Vain,
}

impl Cut {
    /// A failure that stays one.
    pub fn other(failure: Failure) -> Self {
        Cut { failure, retry: Retry::Vain }
    }

    /// What an error of the client means.
    pub fn of(e: &ureq::Error) -> Self {
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
