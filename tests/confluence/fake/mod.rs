//! A Confluence for tests: Cloud (API v2, and v1 where v2 has nothing) or Data Center (API v1), after the documented
//! contract. It answers on the loopback, keeps what it is given in memory, and makes the mistakes that it is told to make.
//! An independent client proves it in `independent.rs`.

mod http;
mod store;
mod v1;
mod v2;

pub use http::{Answer, Request};
pub use store::Store;

use serde_json::json;
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

/// Which of the two Confluences.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Edition {
    Cloud,
    DataCenter,
}

/// The address of the one who may write, and the secret that proves it.
pub const USER: &str = "writer@example.org";
pub const TOKEN: &str = "token-of-the-writer";
/// May read and not write.
pub const READER: &str = "token-of-a-reader";
/// Knows the site, but sees no space.
pub const STRANGER: &str = "token-of-a-stranger";
/// The id of the site behind the common host of scoped tokens.
pub const SITE: &str = "11111111-2222-3333-4444-555555555555";

/// What goes wrong.
#[derive(Clone, Debug)]
pub enum What {
    /// This status, with this header, and nothing done.
    Status(u16, Option<(&'static str, &'static str)>),
    /// A page for people in place of data, with a status of success.
    Page(&'static str),
    /// The connection ends before the request is read as one.
    CutBefore,
    /// All is done, and the connection ends before the answer.
    CutAfter,
    /// The answer is late.
    Slow(Duration),
}

/// When it goes wrong.
#[derive(Clone, Debug)]
pub struct Fault {
    /// The method, or all of them when empty.
    pub method: &'static str,
    /// A part of the path.
    pub path: &'static str,
    /// So often; afterwards all is well.
    pub times: usize,
    pub what: What,
}

/// One request as it came.
#[derive(Clone, Debug)]
pub struct Seen {
    pub method: String,
    pub path: String,
    pub status: u16,
}

#[derive(Default)]
struct Order {
    faults: Vec<Fault>,
    seen: Vec<Seen>,
    /// After so many requests nobody answers. True: the last of them was still done.
    dead: Option<(usize, bool)>,
}

/// A running server. It ends with the value.
pub struct Fake {
    pub url: String,
    store: Arc<Mutex<Store>>,
    order: Arc<Mutex<Order>>,
    stop: Arc<AtomicBool>,
}

impl Fake {
    pub fn start(edition: Edition) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let root = format!("http://{}", listener.local_addr().unwrap());
        let store = Arc::new(Mutex::new(Store::new(edition, &root)));
        let order = Arc::new(Mutex::new(Order::default()));
        let stop = Arc::new(AtomicBool::new(false));
        let (s, o, end) = (store.clone(), order.clone(), stop.clone());
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                if end.load(Ordering::Relaxed) {
                    break;
                }
                let (s, o) = (s.clone(), o.clone());
                if let Ok(stream) = stream {
                    std::thread::spawn(move || serve(stream, &s, &o));
                }
            }
        });
        let url = match edition {
            Edition::Cloud => format!("{root}/wiki"),
            Edition::DataCenter => format!("{root}/confluence"),
        };
        Self { url, store, order, stop }
    }

    /// The address for scoped tokens.
    pub fn scoped(&self) -> String {
        format!("{}/ex/confluence/{SITE}", self.url.trim_end_matches("/wiki"))
    }

    /// What it holds.
    pub fn store(&self) -> MutexGuard<'_, Store> {
        self.store.lock().unwrap()
    }

    /// From now on this goes wrong.
    pub fn fault(&self, fault: Fault) {
        self.order.lock().unwrap().faults.push(fault);
    }

    /// After `n` more requests nobody answers; with `done`, the last one is still carried out.
    pub fn die_after(&self, n: usize, done: bool) {
        let mut order = self.order.lock().unwrap();
        order.dead = Some((order.seen.len() + n, done));
    }

    /// All is well again.
    pub fn heal(&self) {
        let mut order = self.order.lock().unwrap();
        order.dead = None;
        order.faults.clear();
    }

    /// The requests since the last time that somebody asked.
    pub fn requests(&self) -> Vec<Seen> {
        std::mem::take(&mut self.order.lock().unwrap().seen)
    }

    /// Those of them that change something.
    pub fn writes(&self) -> Vec<Seen> {
        self.requests().into_iter().filter(|r| r.method != "GET").collect()
    }
}

impl Drop for Fake {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        // The listener wakes up and sees that it is over.
        let host = self.url.trim_start_matches("http://");
        let _ = TcpStream::connect(host.split('/').next().unwrap_or_default());
    }
}

fn serve(mut stream: TcpStream, store: &Mutex<Store>, order: &Mutex<Order>) {
    let Some(request) = http::read(&mut stream) else { return };
    let (what, dead) = {
        let mut order = order.lock().unwrap();
        let number = order.seen.len() + 1;
        order.seen.push(Seen { method: request.method.clone(), path: request.path.clone(), status: 0 });
        let fits = |f: &Fault| {
            f.times > 0
                && (f.method.is_empty() || f.method == request.method)
                && request.target.contains(f.path)
        };
        let what = order.faults.iter_mut().find(|f| fits(f)).map(|f| {
            f.times -= 1;
            f.what.clone()
        });
        let dead = order.dead.map(|(last, done)| (number > last || number == last && !done, number == last));
        (what.map(|w| (w, number)), dead)
    };
    match dead {
        Some((true, _)) => return,
        Some((false, true)) => {
            answer(&request, &mut store.lock().unwrap());
            return;
        }
        _ => {}
    }
    let reply = match what {
        None => answer(&request, &mut store.lock().unwrap()),
        Some((What::Status(status, header), _)) => {
            let mut reply = Answer::json(status, &json!({ "message": "as ordered" }));
            reply.headers.extend(header.map(|(k, v)| (k.to_owned(), v.to_owned())));
            reply
        }
        Some((What::Page(text), _)) => Answer::text(200, text),
        Some((What::CutBefore, _)) => return,
        Some((What::CutAfter, _)) => {
            answer(&request, &mut store.lock().unwrap());
            return;
        }
        Some((What::Slow(time), _)) => {
            std::thread::sleep(time);
            answer(&request, &mut store.lock().unwrap())
        }
    };
    {
        let mut order = order.lock().unwrap();
        let status = reply.status;
        if let Some(s) = order.seen.iter_mut().rev().find(|s| s.status == 0 && s.path == request.path) {
            s.status = status;
        }
    }
    http::write(&mut stream, &reply);
}

/// Who asks.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rights {
    None,
    Read,
    Write,
}

fn rights(request: &Request, store: &Store, scoped: bool) -> Option<Rights> {
    let given = request.header("authorization")?;
    let secret = if let Some(token) = given.strip_prefix("Bearer ") {
        // An ordinary token of Cloud is a password; only a scoped one may stand alone.
        if store.edition == Edition::Cloud && !scoped {
            return None;
        }
        token.to_owned()
    } else {
        use base64::Engine;
        let raw = base64::engine::general_purpose::STANDARD.decode(given.strip_prefix("Basic ")?).ok()?;
        let pair = String::from_utf8(raw).ok()?;
        let (user, secret) = pair.split_once(':')?;
        (user == USER).then_some(())?;
        secret.to_owned()
    };
    match secret.as_str() {
        TOKEN => Some(Rights::Write),
        READER => Some(Rights::Read),
        STRANGER => Some(Rights::None),
        _ => None,
    }
}

fn answer(request: &Request, store: &mut Store) -> Answer {
    let scoped = format!("/ex/confluence/{SITE}");
    let (path, scoped) = match request.path.strip_prefix(&scoped) {
        Some(rest) if store.edition == Edition::Cloud => (rest, true),
        _ => (request.path.as_str(), false),
    };
    let Some(rights) = rights(request, store, scoped) else {
        return Answer::text(401, "Basic Authentication Failure - Reason : AUTHENTICATED_FAILED");
    };
    let context = if store.edition == Edition::Cloud { "/wiki" } else { "/confluence" };
    let Some(path) = path.strip_prefix(context) else {
        return Answer::text(404, "<html>no such page</html>");
    };
    if let Some(path) = path.strip_prefix("/rest/api/") {
        return v1::answer(request, &parts(path), store, rights);
    }
    if let (Some(path), Edition::Cloud) = (path.strip_prefix("/api/v2/"), store.edition) {
        return v2::answer(request, &parts(path), store, rights);
    }
    if let Some(path) = path.strip_prefix("/download/attachments/")
        && let [page, name] = parts(path).iter().map(String::as_str).collect::<Vec<_>>()[..]
        && let Some(a) = page.parse().ok().and_then(|p| store.pages.get(&p)).and_then(|p| p.attachment(name))
    {
        return Answer::bytes(200, &a.media, a.bytes.clone());
    }
    // Data Center has no v2, and answers as for any page that is not there.
    Answer::text(404, "<html>no such page</html>")
}

fn parts(path: &str) -> Vec<String> {
    path.split('/').filter(|p| !p.is_empty()).map(http::decoded).collect()
}
