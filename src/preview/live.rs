//! One live page: started, given states, ended.

use super::board::Board;
use super::guard::token;
use super::make::{Job, Maker, Newest};
use super::serve::{self, Desk, Wish};
use crate::ide::Snapshot;
use crate::ide::picture::{self, Spot};
use crate::report::html::anchor;
use serde::Serialize;
use std::net::{Ipv4Addr, TcpListener};
use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};
use std::thread::JoinHandle;
use tiny_http::Server;

/// The stack of the thread that makes reports, in bytes: boundaries nest, and layouts with them.
const STACK: usize = 16 << 20;

/// How a page is started.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The port; 0 for any that is free.
    pub port: u16,
    /// The theme's name or folder.
    pub theme: String,
    /// Whether places can be shown in an editor.
    pub editor: bool,
}

/// What came of the wish to see a place in the editor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Went {
    /// The editor shows it.
    Done,
    /// Whoever follows this link sees it.
    Link(String),
    /// No editor is known; this is the place, as `rag.tm:12:3`.
    Place(String),
    /// It has no place in a file.
    Nowhere,
}

/// A live page. It ends when this is dropped: its port is free then, and browsers are told.
pub struct Live {
    address: String,
    board: Arc<Board>,
    newest: Arc<Newest>,
    jobs: Sender<Job>,
    server: Option<Arc<Server>>,
    serving: Option<JoinHandle<()>>,
}

impl Live {
    /// Starts to serve, on this machine alone. `go` shows a place in the editor.
    ///
    /// # Errors
    /// When the port is taken, or the system gives none, or no thread.
    pub fn start(
        settings: &Settings,
        go: impl Fn(Spot) -> Went + Send + Sync + 'static,
    ) -> std::io::Result<Live> {
        let token = token()?;
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, settings.port))?;
        let address = format!("http://{}/{token}/", listener.local_addr()?);
        let server = Server::from_listener(listener, None).map_err(std::io::Error::other)?;
        let server = Arc::new(server);
        let board = Arc::new(Board::new(settings.editor));
        let newest = Arc::new(Newest::default());
        let (jobs, inbox) = channel();
        let maker = Maker {
            board: Arc::clone(&board),
            newest: Arc::clone(&newest),
            theme: settings.theme.clone(),
            jobs: jobs.clone(),
        };
        let making = move || maker.run(&inbox);
        std::thread::Builder::new().name("report".into()).stack_size(STACK).spawn(making)?;
        let known = Arc::clone(&board);
        let wishes = move |wish: Wish| match spot(&known, &wish) {
            Some(spot) => go(spot),
            None => Went::Nowhere,
        };
        let desk = Arc::new(Desk { token, board: Arc::clone(&board), go: Box::new(wishes) });
        let requests = Arc::clone(&server);
        let serving = move || serve::run(&requests, &desk);
        let serving = std::thread::Builder::new().name("preview".into()).spawn(serving)?;
        Ok(Live { address, board, newest, jobs, server: Some(server), serving: Some(serving) })
    }

    /// The address of the page, with its token.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Shows a state, which takes the place of those that are not shown yet.
    pub fn show(&self, state: Snapshot) {
        self.newest.next();
        self.board.newest(state.clone());
        let _ = self.jobs.send(Job::State(state));
    }

    /// Shows a part of the picture, by its id.
    pub fn point(&self, id: &str) {
        self.board.point(id, &anchor(id));
    }
}

/// Where that is which is to be shown: in the newest state, since the text may have moved on.
fn spot(board: &Board, wish: &Wish) -> Option<Spot> {
    let state = board.state()?;
    match wish {
        Wish::Part(id) => picture::declared(&state, id),
        Wish::Error(number) => {
            let error = state.diagnostics.iter().filter(|d| d.is_error()).nth(*number)?;
            picture::spot(&state, error.primary.as_ref()?.span)
        }
    }
}

impl Drop for Live {
    fn drop(&mut self) {
        self.newest.next();
        let _ = self.jobs.send(Job::End);
        self.board.end();
        if let Some(server) = self.server.take() {
            server.unblock();
        }
        if let Some(serving) = self.serving.take() {
            let _ = serving.join();
        }
    }
}
