//! Requests and what is sent for them: the page and its two files, the report, the stream of events, and the
//! one thing that can be done, which is to show a place in the editor.

use super::board::Board;
use super::guard::{Asked, Refusal, admit};
use super::live::Went;
use serde::Deserialize;
use std::io::{Read, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::RecvTimeoutError;
use std::time::{Duration, Instant};
use tiny_http::{Header, Method, Request, Response, Server};

const PAGE: &str = include_str!("page/page.html");
const STYLE: &str = include_str!("page/page.css");
const SCRIPT: &str = include_str!("page/page.js");

/// The page loads its own files and nothing else; the report in it has a policy of its own. Before reports are
/// compared they are parsed as documents, whose style sheets stand in them.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; \
    frame-src 'self'; img-src data:; base-uri 'none'; form-action 'none'";

/// How many requests are answered at once.
const AT_ONCE: usize = 64;
/// The longest wish that is read, in bytes.
const WISH: u64 = 4096;
/// How often a browser is told that we are still here, so that it is known when it is gone.
const BEAT: Duration = Duration::from_secs(15);
/// How long the last words may take at the end.
const FAREWELL: Duration = Duration::from_millis(500);

/// What the page wants to be shown in the editor.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Wish {
    /// A part of the picture, by its id.
    Part(String),
    /// The place of an error, by its number.
    Error(usize),
}

/// What requests are answered from.
pub struct Desk {
    pub token: String,
    pub board: Arc<Board>,
    pub go: Box<dyn Fn(Wish) -> Went + Send + Sync>,
}

/// Answers requests until the server is unblocked, and waits then until those are told who listen.
pub fn run(server: &Server, desk: &Arc<Desk>) {
    let busy = Arc::new(AtomicUsize::new(0));
    while let Ok(request) = server.recv() {
        if busy.fetch_add(1, Ordering::AcqRel) >= AT_ONCE {
            busy.fetch_sub(1, Ordering::AcqRel);
            refuse(request, 503);
            continue;
        }
        // A thread each: one that reads slowly keeps nobody waiting.
        let (desk, busy) = (Arc::clone(desk), Arc::clone(&busy));
        let run = move || {
            answer(&desk, request);
            busy.fetch_sub(1, Ordering::AcqRel);
        };
        // Where none can be begun, the request is dropped, which answers it with an error.
        if std::thread::Builder::new().name("request".into()).spawn(run).is_err() {
            break;
        }
    }
    let end = Instant::now() + FAREWELL;
    while busy.load(Ordering::Acquire) > 0 && Instant::now() < end {
        std::thread::sleep(Duration::from_millis(2));
    }
}

/// The value of a header that stands there once.
fn header<'r>(request: &'r Request, name: &'static str) -> Option<&'r str> {
    let mut all = request.headers().iter().filter(|h| h.field.equiv(name));
    let first = all.next()?;
    all.next().is_none().then(|| first.value.as_str())
}

fn answer(desk: &Desk, mut request: Request) {
    let does = *request.method() == Method::Post;
    let twice = request.headers().iter().filter(|h| h.field.equiv("Origin")).count() > 1;
    let origin = if twice { Some("") } else { header(&request, "Origin") };
    let asked = Asked { does, url: request.url(), host: header(&request, "Host"), origin };
    let path = match admit(&desk.token, asked) {
        Ok(path) => path.to_owned(),
        Err(Refusal::Stranger) => return refuse(request, 403),
        Err(Refusal::Nothing) => return refuse(request, 404),
    };
    match (request.method().clone(), path.as_str()) {
        (Method::Get, "") => send(request, "text/html", PAGE.as_bytes(), Some(POLICY)),
        (Method::Get, "page.css") => send(request, "text/css", STYLE.as_bytes(), None),
        (Method::Get, "page.js") => send(request, "text/javascript", SCRIPT.as_bytes(), None),
        (Method::Get, "report") => {
            let report = desk.board.report();
            if report.is_empty() {
                refuse(request, 404)
            } else {
                send(request, "text/html", report.as_bytes(), None)
            }
        }
        (Method::Get, "events") => events(desk, request),
        (Method::Post, "go") => {
            let mut said = String::new();
            let read = request.as_reader().take(WISH).read_to_string(&mut said);
            match read.ok().and_then(|_| serde_json::from_str::<Wish>(&said).ok()) {
                Some(wish) => {
                    let went = serde_json::to_vec(&(desk.go)(wish)).unwrap_or_default();
                    send(request, "application/json", &went, None);
                }
                None => refuse(request, 400),
            }
        }
        (Method::Get | Method::Post, "" | "page.css" | "page.js" | "report" | "events" | "go") => {
            refuse(request, 405)
        }
        (Method::Get | Method::Post, _) => refuse(request, 404),
        _ => refuse(request, 405),
    }
}

/// Whoever hangs up early misses something; nothing can be done about it.
fn respond<R: Read>(request: Request, response: Response<R>) {
    let _ = request.respond(response);
}

fn refuse(request: Request, status: u16) {
    respond(request, Response::empty(status));
}

fn named(name: &str, value: &str) -> Option<Header> {
    Header::from_bytes(name, value).ok()
}

fn send(request: Request, kind: &str, body: &[u8], policy: Option<&str>) {
    let headers = [
        named("Content-Type", &format!("{kind}; charset=utf-8")),
        named("Cache-Control", "no-store"),
        named("X-Content-Type-Options", "nosniff"),
        named("Referrer-Policy", "no-referrer"),
        named("Cross-Origin-Resource-Policy", "same-origin"),
        policy.and_then(|p| named("Content-Security-Policy", p)),
    ];
    let headers = headers.into_iter().flatten().collect();
    let response = Response::new(200.into(), headers, body, Some(body.len()), None);
    respond(request, response.with_chunked_threshold(usize::MAX));
}

/// The stream of events, in chunks (RFC 9112, section 7.1), until either side goes.
fn events(desk: &Desk, request: Request) {
    let Some(told) = desk.board.listen() else { return refuse(request, 503) };
    let mut out = request.into_writer();
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n\
        X-Content-Type-Options: nosniff\r\nTransfer-Encoding: chunked\r\n\r\n";
    if out.write_all(head.as_bytes()).is_err() {
        return;
    }
    let mut chunk = |text: &str| {
        write!(out, "{:x}\r\n{text}\r\n", text.len())?;
        out.flush()
    };
    loop {
        let text = match told.recv_timeout(BEAT) {
            Ok(text) => text,
            Err(RecvTimeoutError::Timeout) => Arc::from(":\n\n"),
            Err(RecvTimeoutError::Disconnected) => break,
        };
        if chunk(&text).is_err() {
            return;
        }
    }
    // The empty chunk is the end.
    let _ = chunk("");
}
