//! The thread that makes reports: always of the newest state, on a thread of its own, so that nobody who types
//! waits for a picture. Pictures are drawn in haste first, in the way in which they were drawn before, and with care
//! once nothing changes any more: then they are those of `trustline build`.

use super::board::Board;
use super::watch::{LOOK, Seen, Traced, Watch};
use crate::diagnostic::json::Plain;
use crate::diagnostic::{Diagnostic, Severity, codes};
use crate::ide::Snapshot;
use crate::project::pictures::{Artist, fault, refuse_empty};
use crate::report::html::{self, Fault};
use crate::report::{collect, tables::Tables};
use crate::scene::Pace;
use crate::source::{Disk, Sources};
use crate::theme::{self, Loaded};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

/// How old a report may get before a newer one is finished whatever comes meanwhile: the picture follows somebody
/// who types without a pause.
const FOLLOWS: Duration = Duration::from_millis(700);

/// How long nothing has to change until pictures that were drawn in haste are drawn with care: longer than from one
/// key to the next.
const PAUSE: Duration = Duration::from_millis(400);

/// What the thread is told.
pub enum Job {
    /// A new state.
    State(Snapshot),
    /// Something may have changed on the disk.
    Disk,
    /// Nothing more comes.
    End,
}

/// How many states there were: a report of an older one is given up.
#[derive(Default)]
pub struct Newest(AtomicU64);

impl Newest {
    pub fn next(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }

    fn now(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// Makes reports until the end.
pub struct Maker {
    pub board: Arc<Board>,
    pub newest: Arc<Newest>,
    /// The theme's name or folder.
    pub theme: String,
    /// Where the thread itself is told that files have changed.
    pub jobs: Sender<Job>,
}

/// The theme, with the files that it was read from.
struct Look {
    loaded: Loaded,
    seen: Seen,
}

impl Look {
    fn read(theme: &str) -> Look {
        let files = Traced::new(Disk);
        let loaded = theme::load(&files, theme);
        Look { loaded, seen: files.seen() }
    }
}

impl Maker {
    pub fn run(self, inbox: &Receiver<Job>) {
        let mut look = Look::read(&self.theme);
        let jobs = self.jobs.clone();
        let mut watch = Watch::new(move || {
            let _ = jobs.send(Job::Disk);
        });
        watch.over(&look.seen);
        let mut artist = None;
        let mut state: Option<Snapshot> = None;
        let mut last = Instant::now();
        // Whether what is shown was drawn in haste.
        let mut hasty = false;
        loop {
            let mut fresh = false;
            let mut rests = false;
            // All that is there is taken, and of the states the last.
            let mut job = match inbox.recv_timeout(if hasty { PAUSE } else { LOOK }) {
                Ok(job) => Some(job),
                Err(RecvTimeoutError::Timeout) => {
                    rests = true;
                    Some(Job::Disk)
                }
                Err(RecvTimeoutError::Disconnected) => return,
            };
            let mut disk = false;
            while let Some(next) = job {
                match next {
                    Job::State(s) => {
                        state = Some(s);
                        fresh = true;
                    }
                    Job::Disk => disk = true,
                    Job::End => return,
                }
                job = inbox.try_recv().ok();
            }
            if disk && look.seen.is_stale() {
                look = Look::read(&self.theme);
                watch.over(&look.seen);
                fresh = true;
            }
            let pace = if fresh { Pace::Quick } else { Pace::Careful };
            if let Some(state) = state.as_ref().filter(|_| fresh || hasty && rests) {
                self.make(state, &look, &mut artist, pace, &mut last);
                hasty = fresh && artist.as_ref().is_some_and(|a: &Artist| !a.is_settled());
            }
        }
    }

    /// Makes the report of a state, unless a newer one comes meanwhile; `last` is when one was made.
    fn make(
        &self,
        state: &Snapshot,
        look: &Look,
        artist: &mut Option<Artist>,
        pace: Pace,
        last: &mut Instant,
    ) {
        let begun = self.newest.now();
        let follows = pace == Pace::Quick && last.elapsed() > FOLLOWS;
        let wanted = || follows || self.newest.now() == begun;
        // A mistake of ours in one report must not end the page.
        let made = catch_unwind(AssertUnwindSafe(|| report(state, look, artist, pace, &wanted)));
        let made = made.unwrap_or_else(|_| {
            *artist = None;
            Made::Refused(vec![plain(&Diagnostic::bare(codes::PICTURE, "the report can't be made"))])
        });
        let (report, errors) = match made {
            Made::Late => return,
            Made::Report(html) => (Some(html), Vec::new()),
            Made::Refused(errors) => (None, errors),
        };
        *last = Instant::now();
        let model = state.model();
        let file = state.sources().iter().next().map(|(_, f)| f.name.clone()).unwrap_or_default();
        let warnings = state.diagnostics.iter().filter(|d| d.severity == Severity::Warning);
        self.board.put(report, |s| {
            model.info.title.clone_into(&mut s.title);
            s.file = file;
            s.errors = errors;
            s.warnings = warnings.count();
        });
    }
}

/// What came of a state.
enum Made {
    Report(String),
    Refused(Vec<Plain>),
    /// Nobody waits for it any more.
    Late,
}

fn plain(d: &Diagnostic) -> Plain {
    Plain::of(&Sources::new(), d)
}

fn report(
    state: &Snapshot,
    look: &Look,
    artist: &mut Option<Artist>,
    pace: Pace,
    wanted: &(dyn Fn() -> bool + Sync),
) -> Made {
    let (model, sources) = (state.model(), state.sources());
    let mut said = state.diagnostics.to_vec();
    refuse_empty(model, &mut said);
    let mut wrong: Vec<Plain> = said.iter().filter(|d| d.is_error()).map(|d| Plain::of(sources, d)).collect();
    let theirs = look.loaded.diagnostics.iter().filter(|d| d.is_error());
    wrong.extend(theirs.map(|d| Plain::of(&look.loaded.sources, d)));
    let Some(analysis) = state.analysis.as_deref().filter(|_| wrong.is_empty()) else {
        return Made::Refused(wrong);
    };
    let theme = &look.loaded.theme;
    if artist.is_none() {
        match Artist::new() {
            Ok(new) => *artist = Some(new),
            Err(e) => return Made::Refused(vec![plain(&fault(&e))]),
        }
    }
    let Some(artist) = artist else { return Made::Late };
    let drawn = match artist.draw(model, analysis, theme, pace, &mut Vec::new(), wanted) {
        Ok(Some(drawn)) => drawn,
        Ok(None) => return Made::Late,
        Err(e) => return Made::Refused(vec![plain(&fault(&e))]),
    };
    let pictures: Vec<_> = drawn.into_iter().map(|d| d.picture).collect();
    let data = collect(model, analysis, sources, &Tables);
    if !wanted() {
        return Made::Late;
    }
    match html::write(&data, &pictures, theme) {
        Ok(html) => Made::Report(html),
        Err(faults) => Made::Refused(faults.iter().map(|f| blamed(f, &look.loaded)).collect()),
    }
}

/// What is wrong with a template.
fn blamed(fault: &Fault, look: &Loaded) -> Plain {
    let message = format!("a template of the theme `{}` fails: {}", look.theme.name, fault.message);
    let d = Diagnostic::bare(codes::BAD_THEME, message);
    let file = fault.place.as_ref().and_then(|p| Some((p, *look.templates.get(&p.template)?)));
    match file {
        Some((place, file)) => {
            let span = crate::source::Span::new(file, place.range.start, place.range.end);
            Plain::of(&look.sources, &Diagnostic::new(codes::BAD_THEME, span, d.message))
        }
        None => plain(&d),
    }
}
