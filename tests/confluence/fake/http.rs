//! As much of HTTP as the fake needs: one request a connection.

use serde_json::Value;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;

pub struct Request {
    pub method: String,
    /// Path and query as they came.
    pub target: String,
    /// The path alone, as it came.
    pub path: String,
    pub query: Vec<(String, String)>,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Request {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(k, _)| k == name).map(|(_, v)| v.as_str())
    }

    pub fn query(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(k, _)| k == name).map(|(_, v)| v.as_str())
    }

    pub fn number(&self, name: &str, otherwise: usize) -> usize {
        self.query(name).and_then(|v| v.parse().ok()).unwrap_or(otherwise)
    }

    /// The body, if it is JSON and says so.
    pub fn json(&self) -> Option<Value> {
        self.header("content-type")?.starts_with("application/json").then_some(())?;
        serde_json::from_slice(&self.body).ok()
    }

    /// The parts of a form: name, name of the file, type, content.
    pub fn form(&self) -> Option<Vec<Part>> {
        let kind = self.header("content-type")?;
        let boundary = kind.strip_prefix("multipart/form-data")?.split("boundary=").nth(1)?;
        let boundary = format!("--{}", boundary.split(';').next()?.trim_matches('"'));
        let mut rest = self.body.as_slice();
        let mut out = Vec::new();
        loop {
            rest = after(rest, boundary.as_bytes())?;
            if rest.starts_with(b"--") {
                return Some(out);
            }
            rest = rest.strip_prefix(b"\r\n")?;
            let end = find(rest, format!("\r\n{boundary}").as_bytes())?;
            let (part, tail) = rest.split_at(end);
            let head = find(part, b"\r\n\r\n")?;
            let text = String::from_utf8(part[..head].to_vec()).ok()?;
            let mut made = Part { content: part[head + 4..].to_vec(), ..Part::default() };
            for line in text.split("\r\n") {
                let (key, value) = line.split_once(": ")?;
                match key.to_ascii_lowercase().as_str() {
                    "content-disposition" => {
                        made.name = quoted(value, " name=\"")?;
                        made.file = quoted(value, " filename=\"");
                    }
                    "content-type" => made.media = Some(value.to_owned()),
                    _ => {}
                }
            }
            out.push(made);
            rest = tail;
        }
    }
}

#[derive(Default)]
pub struct Part {
    pub name: String,
    pub file: Option<String>,
    pub media: Option<String>,
    pub content: Vec<u8>,
}

fn quoted(text: &str, key: &str) -> Option<String> {
    let rest = text.split(key).nth(1)?;
    Some(rest.split('"').next()?.replace("%22", "\""))
}

fn find(text: &[u8], what: &[u8]) -> Option<usize> {
    text.windows(what.len()).position(|w| w == what)
}

fn after<'a>(text: &'a [u8], what: &[u8]) -> Option<&'a [u8]> {
    Some(&text[find(text, what)? + what.len()..])
}

pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn json(status: u16, value: &Value) -> Self {
        Self::bytes(status, "application/json", value.to_string().into_bytes())
    }

    pub fn text(status: u16, text: &str) -> Self {
        Self::bytes(status, "text/html;charset=UTF-8", text.as_bytes().to_vec())
    }

    pub fn bytes(status: u16, media: &str, body: Vec<u8>) -> Self {
        Self { status, headers: vec![("Content-Type".into(), media.into())], body }
    }
}

/// Nothing if the other end went away or speaks no HTTP.
pub fn read(stream: &mut TcpStream) -> Option<Request> {
    let mut reader = BufReader::new(stream.try_clone().ok()?);
    let mut line = String::new();
    reader.read_line(&mut line).ok()?;
    let mut words = line.split_whitespace();
    let (method, target) = (words.next()?.to_owned(), words.next()?.to_owned());
    let mut headers = Vec::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok()?;
        let line = line.trim_end();
        if line.is_empty() {
            break;
        }
        let (key, value) = line.split_once(':')?;
        headers.push((key.to_ascii_lowercase(), value.trim().to_owned()));
    }
    let header = |name: &str| headers.iter().find(|(k, _)| k == name).map(|(_, v)| v.as_str());
    let mut body = Vec::new();
    if header("transfer-encoding").is_some_and(|v| v.contains("chunked")) {
        loop {
            let mut size = String::new();
            reader.read_line(&mut size).ok()?;
            let size = usize::from_str_radix(size.trim(), 16).ok()?;
            let mut chunk = vec![0; size + 2];
            reader.read_exact(&mut chunk).ok()?;
            body.extend_from_slice(&chunk[..size]);
            if size == 0 {
                break;
            }
        }
    } else if let Some(length) = header("content-length").and_then(|v| v.parse().ok()) {
        body = vec![0; length];
        reader.read_exact(&mut body).ok()?;
    }
    let (path, query) = target.split_once('?').unwrap_or((&target, ""));
    let query = query
        .split('&')
        .filter(|p| !p.is_empty())
        .map(|p| p.split_once('=').unwrap_or((p, "")))
        .map(|(k, v)| (decoded(k), decoded(&v.replace('+', " "))))
        .collect();
    Some(Request { method, path: path.to_owned(), query, headers, body, target })
}

pub fn write(stream: &mut TcpStream, answer: &Answer) {
    let mut head = format!(
        "HTTP/1.1 {} as said\r\nConnection: close\r\nContent-Length: {}\r\n",
        answer.status,
        answer.body.len()
    );
    for (key, value) in &answer.headers {
        head.push_str(&format!("{key}: {value}\r\n"));
    }
    head.push_str("\r\n");
    let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&answer.body));
    let _ = stream.flush();
}

pub fn decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::new();
    let mut i = 0;
    while i < bytes.len() {
        let hex = (bytes[i] == b'%')
            .then(|| text.get(i + 1..i + 3))
            .flatten()
            .and_then(|h| u8::from_str_radix(h, 16).ok());
        out.push(hex.unwrap_or(bytes[i]));
        i += if hex.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&out).into_owned()
}
