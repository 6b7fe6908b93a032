//! What the page shows now, and those who are told when that changes.

use crate::diagnostic::json::Plain;
use crate::ide::Snapshot;
use serde::Serialize;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// How many messages wait for a browser that reads slowly, before it is let go and has to come again.
const WAITING: usize = 32;
/// How many browsers are told at once.
const LISTENERS: usize = 32;

/// How things stand, as the page gets it.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Standing {
    /// The model's name.
    pub title: String,
    /// Its file, as users know it.
    pub file: String,
    /// The number of the report that is shown; 0 while there is none.
    pub report: u64,
    /// What is wrong with the newest state; the report is of an older one then.
    pub errors: Vec<Plain>,
    /// How many warnings there are.
    pub warnings: usize,
    /// Whether a place can be shown in an editor.
    pub editor: bool,
    /// Whether an editor has told where its cursor stands, so that the page can follow it.
    pub cursor: bool,
}

/// Everything that is served and changes.
#[derive(Default)]
pub struct Board {
    inner: Mutex<Inner>,
}

#[derive(Default)]
struct Inner {
    standing: Standing,
    report: Arc<str>,
    state: Option<Snapshot>,
    listeners: Vec<SyncSender<Arc<str>>>,
    over: bool,
}

/// A message of a stream of events (HTML Living Standard, section 9.2).
fn event(name: &str, data: &impl Serialize) -> Arc<str> {
    // JSON has no line ends of its own.
    let data = serde_json::to_string(data).unwrap_or_default();
    format!("event: {name}\ndata: {data}\n\n").into()
}

impl Board {
    pub fn new(editor: bool) -> Board {
        let standing = Standing { editor, ..Standing::default() };
        Board { inner: Mutex::new(Inner { standing, ..Inner::default() }) }
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The newest state, whether there is a report of it or not.
    pub fn state(&self) -> Option<Snapshot> {
        self.lock().state.clone()
    }

    /// Takes note of a state of which no report is made yet.
    pub fn newest(&self, state: Snapshot) {
        let before = self.lock().state.replace(state);
        // A large state takes its time to go, and nobody has to wait for that.
        drop(before);
    }

    /// The report; empty while there is none.
    pub fn report(&self) -> Arc<str> {
        Arc::clone(&self.lock().report)
    }

    /// Changes how things stand, with a new report if there is one, and tells all.
    pub fn put(&self, report: Option<String>, change: impl FnOnce(&mut Standing)) {
        let mut inner = self.lock();
        change(&mut inner.standing);
        if let Some(report) = report
            && *inner.report != *report
        {
            inner.report = report.into();
            inner.standing.report += 1;
        }
        let told = event("state", &inner.standing);
        inner.tell(&told);
    }

    /// Tells all to show a part of the picture: its id, and its anchor in the report.
    pub fn point(&self, id: &str, anchor: &str) {
        let told = event("point", &serde_json::json!({ "id": id, "anchor": anchor }));
        let mut inner = self.lock();
        if !std::mem::replace(&mut inner.standing.cursor, true) {
            let state = event("state", &inner.standing);
            inner.tell(&state);
        }
        inner.tell(&told);
    }

    /// What is told from now on, beginning with how things stand; nothing at the end, or if too many listen.
    pub fn listen(&self) -> Option<Receiver<Arc<str>>> {
        let mut inner = self.lock();
        // Those who are gone are known by it.
        inner.tell(&Arc::from(":\n\n"));
        if inner.over || inner.listeners.len() >= LISTENERS {
            return None;
        }
        let (sender, receiver) = sync_channel(WAITING);
        let _ = sender.try_send(event("state", &inner.standing));
        inner.listeners.push(sender);
        Some(receiver)
    }

    /// Says that nothing more comes.
    pub fn end(&self) {
        let mut inner = self.lock();
        inner.tell(&event("end", &()));
        inner.over = true;
        inner.listeners.clear();
    }
}

impl Inner {
    fn tell(&mut self, what: &Arc<str>) {
        self.listeners.retain(|l| l.try_send(Arc::clone(what)).is_ok());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_listens_is_told_what_stands_and_what_changes() {
        let board = Board::new(true);
        let told = board.listen().unwrap();
        assert!(told.recv().unwrap().contains("\"report\":0"));
        board.put(Some("<p>".to_owned()), |s| s.title = "A\nB".to_owned());
        let message = told.recv().unwrap();
        assert!(message.contains("\"report\":1") && message.matches('\n').count() == 3, "{message}");
        board.put(Some("<p>".to_owned()), |_| {});
        assert!(told.recv().unwrap().contains("\"report\":1"), "the same report has the same number");
        board.point("a->b", "part_a");
        let now = told.recv().unwrap();
        assert!(message.contains("\"cursor\":false") && now.contains("\"cursor\":true"), "{now}");
        let point = told.recv().unwrap();
        let data = point.strip_prefix("event: point\ndata: ").and_then(|d| d.strip_suffix("\n\n")).unwrap();
        let data: serde_json::Value = serde_json::from_str(data).unwrap();
        assert_eq!(data, serde_json::json!({ "id": "a->b", "anchor": "part_a" }));
        board.end();
        assert!(told.recv().unwrap().starts_with("event: end"));
        assert!(told.recv().is_err() && board.listen().is_none());
    }

    #[test]
    fn who_does_not_read_is_let_go() {
        let board = Board::new(false);
        let slow = board.listen().unwrap();
        for _ in 0..2 * WAITING {
            board.point("a", "part_a");
        }
        assert_eq!(slow.iter().count(), WAITING);
        let all: Vec<_> = (0..LISTENERS).map(|_| board.listen().unwrap()).collect();
        // They read, or they would be let go.
        all.iter().for_each(|told| told.try_iter().for_each(drop));
        assert!(board.listen().is_none(), "no more than so many");
        drop(all);
        assert!(board.listen().is_some(), "those who went leave room");
    }
}
