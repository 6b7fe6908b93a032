//! The second thread: what follows from a model, of its newest state.

use crate::analysis::Analysis;
use crate::diagnostic::Diagnostic;
use crate::ide::Snapshot;
use crate::project::Draft;
use crate::syntax::tree::Date;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

/// How long the text has to rest before it is analysed: shorter than anybody waits, longer than the time
/// between the keys of a word that is typed fast.
const REST: Duration = Duration::from_millis(20);

/// A state to be analysed.
pub struct Job {
    /// The model's own file.
    pub entry: PathBuf,
    /// Which state of it.
    pub stamp: u64,
    /// The state.
    pub draft: Arc<Draft>,
    /// The day.
    pub today: Date,
}

/// A state that was analysed.
pub struct Done {
    /// The model's own file.
    pub entry: PathBuf,
    /// Which state of it.
    pub stamp: u64,
    /// What follows from it, and all that is to be said; none if the analysis failed.
    pub found: Option<(Arc<Analysis>, Vec<Diagnostic>)>,
}

/// Starts the thread. It ends when nobody sends any more, or nobody listens.
pub fn start(done: impl Fn(Done) -> bool + Send + 'static) -> Sender<Job> {
    let (sender, jobs) = channel();
    let run = move || work(&jobs, done);
    // Without a thread there is no analysis; names and forms are checked all the same.
    let _ = std::thread::Builder::new().name("analysis".into()).stack_size(16 << 20).spawn(run);
    sender
}

/// Starts a thread that does away with old states: a large one has a great many small pieces, and who types
/// does not wait until the last of them is given back.
pub fn bin() -> Sender<Snapshot> {
    let (sender, old) = channel::<Snapshot>();
    // Without a thread they go at once, by those who send them.
    let _ = std::thread::Builder::new().name("bin".into()).spawn(move || old.into_iter().for_each(drop));
    sender
}

fn work(jobs: &Receiver<Job>, done: impl Fn(Done) -> bool) {
    // By model, the newest state of each.
    let mut waiting: BTreeMap<PathBuf, Job> = BTreeMap::new();
    loop {
        if waiting.is_empty() {
            match jobs.recv() {
                Ok(job) => waiting.insert(job.entry.clone(), job),
                Err(_) => return,
            };
        }
        loop {
            match jobs.recv_timeout(REST) {
                Ok(job) => waiting.insert(job.entry.clone(), job),
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return,
            };
        }
        let Some((entry, job)) = waiting.pop_first() else { continue };
        let found = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            let mut analysis = job.draft.analyse(job.today);
            let diagnostics = job.draft.with(&mut analysis, &[]);
            (Arc::new(analysis), diagnostics)
        }));
        if !done(Done { entry, stamp: job.stamp, found: found.ok() }) {
            return;
        }
    }
}
