//! `trustline preview`: the report of a model in a browser, kept up to date.

use super::compile::{ModelArguments, complain, report as say_all};
use super::{Exit, Outcome, world};
use crate::diagnostic::{Diagnostic, Severity, codes};
use crate::ide::Snapshot;
use crate::model::{Entry, read, resolve};
use crate::preview::watch::{LOOK, Seen, Traced, Watch};
use crate::preview::{Editor, Live, Settings, Went};
use crate::project::Draft;
use crate::source::Disk;
use crate::theme;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};

/// For the help and the manual page.
pub const EXAMPLES: &str = "\
Examples:
  trustline preview rag.tm                       prints the address of the page
  trustline preview rag.tm --open                opens it in the browser
  trustline preview rag.tm --editor vscode       a click on a part shows its line in VS Code
  trustline preview rag.tm --theme brand         and keeps up with the theme in the folder brand";

#[derive(clap::Args)]
pub struct Arguments {
    /// The model's file.
    #[arg(value_name = "MODEL")]
    file: PathBuf,
    /// The port to serve at; any that is free if not given.
    #[arg(long, value_name = "PORT", default_value_t = 0, hide_default_value = true)]
    port: u16,
    /// Opens the page in the browser.
    #[arg(long)]
    open: bool,
    /// How the report looks: default, dark, print, high-contrast, colour-blind, or a folder with a theme.toml.
    #[arg(long, value_name = "NAME|DIR", default_value = "default", hide_default_value = true)]
    theme: String,
    /// The editor that shows the line of a part that is clicked: vscode, vscodium, cursor, idea, or an address
    /// with `{file}`, `{line}` and `{column}`.
    #[arg(long, value_name = "EDITOR")]
    editor: Option<String>,
    /// Ends when standard input is closed, as with the editor that started it.
    #[arg(long)]
    until_eof: bool,
    #[command(flatten)]
    model: ModelArguments,
}

/// What the loop waits for.
enum Event {
    Changed,
    End,
}

pub fn run(arguments: &Arguments) -> Exit {
    match preview(arguments) {
        Ok(exit) => exit,
        Err(d) => {
            complain(&d);
            Exit::Error
        }
    }
}

fn preview(arguments: &Arguments) -> Outcome<Exit> {
    let editor = check(arguments)?;
    let loaded = theme::load(&Disk, &arguments.theme);
    if loaded.failed() {
        say_all(&loaded.sources, &loaded.diagnostics);
        return Ok(Exit::Error);
    }
    let (events, inbox) = channel();
    end_with(&events, arguments.until_eof)?;
    let settings =
        Settings { port: arguments.port, theme: arguments.theme.clone(), editor: editor.is_some() };
    let live = Live::start(&settings, move |spot| match &editor {
        Some(editor) => Went::Link(editor.link(&spot)),
        None => {
            let at = &spot.location;
            Went::Place(format!("{}:{}:{}", at.file, at.line, at.column))
        }
    });
    let live = live.map_err(|e| {
        let d = Diagnostic::bare(codes::BAD_CALL, format!("the page can't be served: {e}"));
        Box::new(if arguments.port == 0 {
            d
        } else {
            d.help("Without `--port`, a port that is free is taken.")
        })
    })?;
    world::print(&format!("{}\n", live.address()));
    world::hint("Ctrl-C ends the preview.\n");
    if arguments.open {
        open(live.address());
    }
    let mut watch = Watch::new(move || {
        let _ = events.send(Event::Changed);
    });
    let mut said = Vec::new();
    let mut seen = show(arguments, &live, &mut said)?;
    watch.over(&seen);
    loop {
        match inbox.recv_timeout(LOOK) {
            Ok(Event::End) | Err(RecvTimeoutError::Disconnected) => return Ok(Exit::Done),
            Ok(Event::Changed) => {
                if inbox.try_iter().any(|e| matches!(e, Event::End)) {
                    return Ok(Exit::Done);
                }
            }
            Err(RecvTimeoutError::Timeout) => {}
        }
        if seen.is_stale() {
            seen = show(arguments, &live, &mut said)?;
            watch.over(&seen);
        }
    }
}

/// Whether the call can be carried out; gives the editor that it names.
fn check(arguments: &Arguments) -> Outcome<Option<Editor>> {
    if world::is_standard_input(&arguments.file) {
        let d = Diagnostic::bare(codes::BAD_CALL, "standard input can't be watched");
        return Err(d.help("Name a file.").into());
    }
    // What is wrong in the file is shown in the page.
    world::readable(&arguments.file)?;
    world::today(arguments.model.today.as_deref())?;
    arguments.model.switches()?;
    let editor = arguments.editor.as_deref().map(Editor::new).transpose();
    editor.map_err(|(why, help)| {
        Diagnostic::bare(codes::BAD_CALL, format!("`--editor`: {why}")).help(help).into()
    })
}

/// Reads the model and shows it; says what there is to say if that was not said before.
fn show(arguments: &Arguments, live: &Live, said: &mut Vec<Diagnostic>) -> Outcome<Seen> {
    let files = Traced::new(Disk);
    let read = read(&files, Entry::File(&arguments.file), arguments.model.root.as_deref());
    let draft = Draft::new(read, resolve);
    let today = world::today(arguments.model.today.as_deref())?;
    let call = arguments.model.switches()?;
    let mut analysis = draft.analyse(today);
    let mut diagnostics = draft.with(&mut analysis, &call);
    // As in a build: notes are the business of `check`.
    diagnostics.retain(|d| d.severity != Severity::Note);
    if *said != diagnostics {
        say_all(&draft.read.sources, &diagnostics);
        said.clone_from(&diagnostics);
    }
    live.show(Snapshot::new(Arc::new(draft), &call).analysed(Arc::new(analysis), diagnostics));
    Ok(files.seen())
}

/// Ends the preview at the usual signals, and with standard input if that is wanted.
fn end_with(events: &Sender<Event>, until_eof: bool) -> Outcome<()> {
    let end = events.clone();
    let asked = ctrlc::set_handler(move || {
        let _ = end.send(Event::End);
    });
    asked.map_err(|e| Diagnostic::bare(codes::BAD_CALL, format!("signals can't be taken: {e}")))?;
    if until_eof {
        let end = events.clone();
        let wait = move || {
            let mut some = [0; 256];
            let mut input = std::io::stdin().lock();
            while input.read(&mut some).is_ok_and(|n| n > 0) {}
            let _ = end.send(Event::End);
        };
        let begun = std::thread::Builder::new().name("input".into()).spawn(wait);
        begun.map_err(|e| {
            Diagnostic::bare(codes::BAD_CALL, format!("standard input can't be watched: {e}"))
        })?;
    }
    Ok(())
}

/// Opens an address in the browser of the system.
fn open(address: &str) {
    let (program, first): (&str, &[&str]) = if cfg!(windows) {
        ("rundll32", &["url.dll,FileProtocolHandler"])
    } else if cfg!(target_os = "macos") {
        ("open", &[])
    } else {
        ("xdg-open", &[])
    };
    let nothing = Stdio::null;
    let call = Command::new(Path::new(program))
        .args(first)
        .arg(address)
        .stdin(nothing())
        .stdout(nothing())
        .stderr(nothing())
        .spawn();
    match call {
        // It ends by itself, and nothing hangs on how.
        Ok(mut child) => {
            let _ = std::thread::Builder::new().spawn(move || child.wait());
        }
        Err(e) => world::say(&format!("the browser can't be opened: {e}\n")),
    }
}
