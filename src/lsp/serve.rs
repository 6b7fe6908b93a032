//! The main loop: messages in order, what they ask for, and diagnostics when nothing more is to be read.

use super::capabilities::{self, Client};
use super::convert::View;
use super::documents::{Document, Documents};
use super::language::{Desk, NEED_ANALYSIS, Refusal, path_of};
use super::models::Models;
use super::work::{self, Done};
use super::{World, uri};
use crate::source::FileId;
use gen_lsp_types as lsp;
use lsp_server::{Connection, ErrorCode, Message, Notification, Request, RequestId, Response};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};

/// What the loop waits for.
enum Event {
    Message(Message),
    /// The editor is gone.
    Closed,
    Analysed(Done),
}

/// A request that waits for an analysis.
struct Parked {
    request: Request,
    path: PathBuf,
}

struct Server<'c> {
    connection: &'c Connection,
    client: Client,
    documents: Documents,
    models: Models,
    parked: Vec<Parked>,
    /// What was published last, by file.
    published: BTreeMap<PathBuf, Vec<lsp::Diagnostic>>,
    /// Whether something is to be published.
    news: bool,
    /// Requests that are taken back before they are read.
    cancelled: BTreeSet<RequestId>,
    shut_down: bool,
}

/// Serves one editor until it says `exit` or is gone; whether it ended as the protocol wants.
///
/// # Errors
/// When the editor does not begin as the protocol wants; says why.
pub fn serve(connection: &Connection, world: World) -> Result<bool, String> {
    let (id, params) = connection.initialize_start().map_err(|e| e.to_string())?;
    let client = Client::new(&params);
    let result = json!({
        "capabilities": capabilities::server(&client),
        "serverInfo": { "name": "trustline", "version": env!("CARGO_PKG_VERSION") },
    });
    // Editors may say other things before `initialized`; nothing hangs on it but what the server asks for.
    connection.sender.send(Response::new_ok(id, result).into()).map_err(|e| e.to_string())?;
    let (events, inbox) = channel();
    let messages = connection.receiver.clone();
    let outbox = events.clone();
    let pump = move || {
        // What is read waits here and not in the pipe, so that the loop sees what comes after it.
        while let Ok(message) = messages.recv() {
            if outbox.send(Event::Message(message)).is_err() {
                return;
            }
        }
        let _ = outbox.send(Event::Closed);
    };
    std::thread::Builder::new().name("messages".into()).spawn(pump).map_err(|e| e.to_string())?;
    let jobs = work::start(move |done| events.send(Event::Analysed(done)).is_ok());
    let mut models = Models::new(world, client.roots.clone(), jobs);
    models.bound.clone_from(&client.bound);
    let mut server = Server {
        connection,
        client,
        documents: Documents::default(),
        models,
        parked: Vec::new(),
        published: BTreeMap::new(),
        news: false,
        cancelled: BTreeSet::new(),
        shut_down: false,
    };
    Ok(server.run(&inbox))
}

impl Server<'_> {
    fn run(&mut self, inbox: &Receiver<Event>) -> bool {
        let mut queue: VecDeque<Event> = VecDeque::new();
        loop {
            if queue.is_empty() {
                if self.news {
                    self.publish();
                }
                match inbox.recv() {
                    Ok(event) => queue.push_back(event),
                    Err(_) => return false,
                }
            }
            queue.extend(inbox.try_iter());
            self.note_cancelled(&queue);
            let Some(event) = queue.pop_front() else { continue };
            match event {
                Event::Closed => return false,
                Event::Analysed(done) => self.analysed(done),
                Event::Message(Message::Request(request)) => self.request(request),
                Event::Message(Message::Notification(n)) if n.method == "exit" => return self.shut_down,
                Event::Message(Message::Notification(n)) => self.notification(n),
                // Answers to what the server asked for: nothing hangs on them.
                Event::Message(Message::Response(_)) => {}
            }
        }
    }

    /// Whether anybody reads it is found out by the thread that writes.
    fn send(&self, message: impl Into<Message>) {
        let _ = self.connection.sender.send(message.into());
    }

    /// Asks to be told of files that change on disk.
    fn watch(&self) {
        if !self.client.watches {
            return;
        }
        let register = json!({ "registrations": [{
            "id": "models",
            "method": "workspace/didChangeWatchedFiles",
            "registerOptions": { "watchers": [{ "globPattern": "**/*.tm" }, { "globPattern": "**/*.svg" }] },
        }] });
        self.send(Request::new("models".to_owned().into(), "client/registerCapability".to_owned(), register));
    }

    fn note_cancelled(&mut self, queue: &VecDeque<Event>) {
        for event in queue {
            if let Event::Message(Message::Notification(n)) = event
                && n.method == "$/cancelRequest"
                && let Some(id) = n.params.get("id").and_then(|v| serde_json::from_value(v.clone()).ok())
            {
                self.cancelled.insert(id);
            }
        }
    }

    fn refuse(&self, id: RequestId, code: ErrorCode, message: impl Into<String>) {
        self.send(Response::new_err(id, code as i32, message.into()));
    }

    fn request(&mut self, request: Request) {
        if request.method == "shutdown" {
            self.shut_down = true;
            return self.send(Response::new_ok(request.id, Value::Null));
        }
        if self.shut_down {
            return self.refuse(request.id, ErrorCode::InvalidRequest, "the server is shut down");
        }
        if self.cancelled.remove(&request.id) {
            return self.refuse(request.id, ErrorCode::RequestCanceled, "cancelled");
        }
        self.refresh();
        if NEED_ANALYSIS.contains(&request.method.as_str())
            && let Some(path) = path_of(&request.params, &self.models)
            && self.models.is_pending(&path)
        {
            self.parked.push(Parked { request, path });
            return;
        }
        self.answer(request);
    }

    fn answer(&self, request: Request) {
        let Request { id, method, params } = request;
        let desk = Desk { client: &self.client, documents: &self.documents, models: &self.models };
        // A mistake of ours in one answer ends that answer and not the session.
        let answer = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| desk.answer(&method, params)));
        match answer {
            Ok(Ok(value)) => self.send(Response::new_ok(id, value)),
            Ok(Err(Refusal::Unknown)) => {
                self.refuse(id, ErrorCode::MethodNotFound, format!("`{method}` is not known"));
            }
            Ok(Err(Refusal::Parameters(why))) => self.refuse(id, ErrorCode::InvalidParams, why),
            Ok(Err(Refusal::Failed(why))) => self.refuse(id, ErrorCode::RequestFailed, why),
            Err(_) => self.refuse(id, ErrorCode::InternalError, format!("`{method}` failed")),
        }
    }

    fn notification(&mut self, n: Notification) {
        match n.method.as_str() {
            "initialized" => self.watch(),
            "textDocument/didOpen" => {
                if let Some(p) = read::<lsp::DidOpenTextDocumentParams>(n.params) {
                    let item = p.text_document;
                    self.models.set(&uri::to_path(&item.uri), &item.text, true);
                    let path = self.models.spelling(&uri::to_path(&item.uri));
                    let document = Document { uri: item.uri, version: item.version, text: item.text };
                    self.documents.insert(path, document);
                    self.news = true;
                }
            }
            "textDocument/didChange" => {
                if let Some(p) = read::<lsp::DidChangeTextDocumentParams>(n.params) {
                    self.changed(p);
                }
            }
            "textDocument/didClose" => {
                if let Some(p) = read::<lsp::DidCloseTextDocumentParams>(n.params) {
                    let path = self.models.spelling(&uri::to_path(&p.text_document.uri));
                    self.documents.remove(&path);
                    self.models.remove(&path);
                    self.outdated();
                    self.news = true;
                }
            }
            "workspace/didChangeWatchedFiles" => self.changed_on_disk(),
            // An editor that does not tell of other files may have changed some.
            "textDocument/didSave" if !self.client.watches => self.changed_on_disk(),
            "workspace/didChangeWorkspaceFolders" => {
                if let Some(p) = read::<lsp::DidChangeWorkspaceFoldersParams>(n.params) {
                    let paths = |list: Vec<lsp::WorkspaceFolder>| {
                        list.iter().map(|f| uri::to_path(&f.uri)).collect::<Vec<PathBuf>>()
                    };
                    self.models.folders(paths(p.event.added), &paths(p.event.removed));
                    self.news = true;
                }
            }
            "$/cancelRequest" => {
                let id = n.params.get("id").and_then(|v| serde_json::from_value::<RequestId>(v.clone()).ok());
                if let Some(id) = id {
                    self.cancelled.remove(&id);
                    if let Some(place) = self.parked.iter().position(|p| p.request.id == id) {
                        self.parked.remove(place);
                        self.refuse(id, ErrorCode::RequestCanceled, "cancelled");
                    }
                }
            }
            // Others are not for this server; the protocol lets it pass over them.
            _ => {}
        }
    }

    fn changed(&mut self, p: lsp::DidChangeTextDocumentParams) {
        let uri = p.text_document.text_document_identifier.uri;
        let path = self.models.spelling(&uri::to_path(&uri));
        let version = p.text_document.version;
        if let Some(text) = self.documents.change(&path, version, p.content_changes, self.client.encoding) {
            self.models.set(&path, text, false);
            self.outdated();
            self.news = true;
        }
    }

    fn changed_on_disk(&mut self) {
        self.models.changed_on_disk();
        self.outdated();
        self.news = true;
    }

    /// Requests that wait speak of a text that is no more; the editor asks again.
    fn outdated(&mut self) {
        for parked in std::mem::take(&mut self.parked) {
            self.refuse(parked.request.id, ErrorCode::ContentModified, "the text has changed");
        }
    }

    fn refresh(&mut self) {
        if !self.models.refresh(&self.documents).is_empty() {
            self.news = true;
        }
    }

    fn analysed(&mut self, done: Done) {
        if !self.models.analysed(done) {
            return;
        }
        self.publish();
        let (ready, waiting): (Vec<Parked>, Vec<Parked>) =
            std::mem::take(&mut self.parked).into_iter().partition(|p| !self.models.is_pending(&p.path));
        self.parked = waiting;
        for parked in ready {
            self.answer(parked.request);
        }
    }

    /// Sends what is to be said of every file of every model, where it is not what was said last.
    fn publish(&mut self) {
        self.refresh();
        self.news = false;
        let mut now: BTreeMap<PathBuf, Vec<lsp::Diagnostic>> = BTreeMap::new();
        for s in self.models.all() {
            let view = View { s, documents: &self.documents, client: &self.client };
            for file in &s.draft.read.files {
                now.entry(file.path.clone().unwrap_or_default()).or_default();
            }
            for d in s.diagnostics.iter() {
                // What has no place stands at the beginning of the model.
                let file = d.primary.as_ref().map_or(FileId(0), |p| p.span.file);
                let Some(path) = s.path(file) else { continue };
                let list = now.entry(path.to_path_buf()).or_default();
                let diagnostic = view.diagnostic(d);
                // A file that two models share is told once what holds in both.
                if !list.contains(&diagnostic) {
                    list.push(diagnostic);
                }
            }
        }
        for path in self.documents.paths() {
            now.entry(path.clone()).or_default();
        }
        let gone: Vec<PathBuf> = self.published.keys().filter(|p| !now.contains_key(*p)).cloned().collect();
        for path in gone {
            if self.published.remove(&path).is_some_and(|list| !list.is_empty()) {
                self.tell(&path, Vec::new());
            }
        }
        for (path, list) in now {
            let before = self.published.get(&path);
            let same = before.map_or(list.is_empty() && self.documents.get(&path).is_none(), |b| *b == list);
            if !same {
                self.tell(&path, list.clone());
                self.published.insert(path, list);
            }
        }
    }

    fn tell(&self, path: &std::path::Path, diagnostics: Vec<lsp::Diagnostic>) {
        let version = self.documents.get(path).map(|d| d.version);
        let params = lsp::PublishDiagnosticsParams { uri: self.documents.uri(path), version, diagnostics };
        self.send(Notification::new("textDocument/publishDiagnostics".to_owned(), params));
    }
}

/// What a notification says; one that can't be understood is passed over.
fn read<T: DeserializeOwned>(params: Value) -> Option<T> {
    serde_json::from_value(params).ok()
}
