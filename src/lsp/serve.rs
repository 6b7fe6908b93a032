//! The main loop: messages in order, what they ask for, and diagnostics when nothing more is to be read.

use super::capabilities::{self, Client};
use super::convert::View;
use super::documents::{Document, Documents};
use super::language::{Desk, NEED_ANALYSIS, Refusal, path_of};
use super::models::Models;
use super::pages::{self, Pages};
use super::work::{self, Done};
use super::{World, uri};
use crate::ide::picture::Spot;
use crate::source::FileId;
use gen_lsp_types as lsp;
use lsp_server::{Connection, ErrorCode, Message, Notification, Request, RequestId, Response};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};

/// What the loop waits for.
enum Event {
    Message(Message),
    /// The editor is gone.
    Closed,
    Analysed(Done),
    /// A place that is to be shown, because a part was clicked in a live page.
    Clicked(Spot),
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
    pages: Pages,
    world: World,
    /// By which others than the editor speak to the loop.
    events: Sender<Event>,
    /// How many requests the server has made.
    asked: i32,
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
        "capabilities": capabilities::server(&client, world.page.is_some()),
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
    let analysed = events.clone();
    let jobs = work::start(move |done| analysed.send(Event::Analysed(done)).is_ok());
    let mut models = Models::new(world, client.roots.clone(), jobs);
    models.bound.clone_from(&client.bound);
    let mut server = Server {
        connection,
        client,
        documents: Documents::default(),
        models,
        pages: Pages::default(),
        world,
        events,
        asked: 0,
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
                Event::Clicked(spot) => {
                    let shown = pages::shown(&self.models, &self.documents, &self.client, &spot);
                    self.ask("window/showDocument", shown);
                }
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

    /// Asks the editor for something; nothing hangs on its answer.
    fn ask(&mut self, method: &str, params: Value) {
        self.asked += 1;
        self.send(Request::new(self.asked.into(), method.to_owned(), params));
    }

    /// Asks to be told of files that change on disk.
    fn watch(&mut self) {
        if !self.client.watches {
            return;
        }
        let register = json!({ "registrations": [{
            "id": "models",
            "method": "workspace/didChangeWatchedFiles",
            "registerOptions": { "watchers": [{ "globPattern": "**/*.tm" }, { "globPattern": "**/*.svg" }] },
        }] });
        self.ask("client/registerCapability", register);
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
        if request.method == "workspace/executeCommand" {
            return self.command(request);
        }
        if NEED_ANALYSIS.contains(&request.method.as_str())
            && let Some(path) = path_of(&request.params, &self.models)
            && self.models.is_pending(&path)
        {
            self.parked.push(Parked { request, path });
            return;
        }
        self.answer(request);
    }

    /// Begins or ends a live page: `trustline.showPreview` with the address of a file, optionally a position,
    /// and `{ "open": false }` from an editor that shows the page itself; `trustline.closePreview` with the
    /// address, or all.
    fn command(&mut self, request: Request) {
        let Some(params) = read::<lsp::ExecuteCommandParams>(request.params) else {
            return self.refuse(request.id, ErrorCode::InvalidParams, "no command");
        };
        let arguments = params.arguments.unwrap_or_default();
        let address = arguments.first().and_then(Value::as_str).map(|u| lsp::Uri(u.to_owned()));
        match (params.command.as_str(), address) {
            (capabilities::SHOW_PREVIEW, Some(address)) => {
                self.show_preview(request.id, &address, &arguments)
            }
            (capabilities::SHOW_PREVIEW, None) => {
                self.refuse(request.id, ErrorCode::InvalidParams, "the address of a file is missing");
            }
            (capabilities::CLOSE_PREVIEW, address) => {
                self.pages.end(&mut self.models, address.as_ref());
                self.send(Response::new_ok(request.id, Value::Null));
            }
            (other, _) => {
                self.refuse(
                    request.id,
                    ErrorCode::InvalidParams,
                    format!("`{other}` is no command of the server"),
                );
            }
        }
    }

    fn show_preview(&mut self, id: RequestId, address: &lsp::Uri, arguments: &[Value]) {
        let (shows, events) = (self.client.shows, self.events.clone());
        let go = Box::new(move |spot| shows && events.send(Event::Clicked(spot)).is_ok());
        let page = self.pages.begin(&mut self.models, &self.client, self.world, address, go);
        let page = match page {
            Ok(page) => page.address().to_owned(),
            Err(why) => return self.refuse(id, ErrorCode::RequestFailed, why),
        };
        if let Some(position) = arguments.get(1) {
            let said = json!({ "textDocument": { "uri": address }, "position": position });
            self.pages.point(&self.models, &self.client, &said);
        }
        let itself = arguments.get(2).is_some_and(|a| a.get("open") == Some(&Value::Bool(false)));
        if self.client.shows && !itself {
            self.ask("window/showDocument", json!({ "uri": page, "external": true }));
        }
        self.send(Response::new_ok(id, json!({ "uri": page })));
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
                    let path = uri::to_path(&item.uri);
                    let document = Document::new(item.uri, item.version, item.text, self.client.encoding);
                    self.models.set(&path, &document.plain(), true);
                    self.documents.insert(self.models.spelling(&path), document);
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
            "trustline/showInPreview" => {
                self.refresh();
                self.pages.point(&self.models, &self.client, &n.params);
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
            self.models.set(&path, &text, false);
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
        let entry = done.entry.clone();
        if !self.models.analysed(done) {
            return;
        }
        self.publish();
        self.pages.show(&self.models, &entry);
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
        let several = self.models.all().nth(1).is_some();
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
                let shared = several && list.contains(&diagnostic);
                if !shared {
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
