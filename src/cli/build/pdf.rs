//! The report on paper: the HTML, printed by a Chromium of this machine; or, where there is none, what
//! [`interop::pdf`](crate::interop) writes, in builds that have it.
//!
//! The browser gets a folder of its own for its profile, no scripts and no network, and is ended if it
//! does not end. It prints twice: the first time says on which pages the chapters begin.

use super::super::Outcome;
use super::look::Look;
use crate::diagnostic::{Diagnostic, codes};
use crate::report::html::paper;
use crate::report::{Picture, Report};
use crate::source::percent_encoded;
use crate::syntax::tree::Date;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// The variable that names the browser.
const VARIABLE: &str = "TRUSTLINE_CHROMIUM";
/// What it names to do without any.
const NONE: &str = "none";

/// What browsers that can print are called on a path, the likeliest first.
const NAMES: &[&str] = &[
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "chrome-headless-shell",
    "microsoft-edge",
    "brave-browser",
    "msedge",
];

/// Where some systems keep them beside the path.
const PLACES: &[&str] = &[
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/// How long one printing may take.
const PATIENCE: Duration = Duration::from_secs(180);

/// Who makes the PDF.
pub(super) enum Printer {
    /// This browser prints it.
    Browser(Browser),
    /// It is written without one.
    #[cfg(feature = "pdf")]
    Own,
}

/// What is to be on paper, and how it looks.
pub(super) struct Job<'a> {
    #[cfg_attr(not(feature = "pdf"), expect(dead_code, reason = "a browser prints the page"))]
    pub report: &'a Report,
    #[cfg_attr(not(feature = "pdf"), expect(dead_code, reason = "they stand in the page"))]
    pub pictures: &'a [Picture],
    #[cfg_attr(not(feature = "pdf"), expect(dead_code, reason = "the page has its own"))]
    pub look: &'a Look,
    pub html: &'a str,
    pub day: Date,
}

impl Printer {
    /// The browser that `TRUSTLINE_CHROMIUM` names, or the first that is found, or none.
    ///
    /// # Errors
    /// When there is none and this build can't do without; the error says what to install.
    pub fn find() -> Outcome<Printer> {
        let without = std::env::var_os(VARIABLE).is_some_and(|v| v == NONE);
        match if without { None } else { Browser::find()? } {
            Some(browser) => Ok(Printer::Browser(browser)),
            #[cfg(feature = "pdf")]
            None => Ok(Printer::Own),
            #[cfg(not(feature = "pdf"))]
            None => Err(none()),
        }
    }

    /// The PDF.
    ///
    /// # Errors
    /// When it can't be made.
    pub fn print(&self, job: Job<'_>) -> Outcome<Vec<u8>> {
        match self {
            Printer::Browser(browser) => browser.print(job.html, job.day),
            #[cfg(feature = "pdf")]
            Printer::Own => crate::interop::pdf::write(job.report, job.pictures, &job.look.fonts, job.day)
                .map_err(|e| fail(&e)),
        }
    }
}

/// There is no browser.
#[cfg(not(feature = "pdf"))]
fn none() -> Box<Diagnostic> {
    Diagnostic::bare(codes::BAD_CALL, "a PDF needs Chromium or Chrome, and none was found")
        .help(format!(
            "Install one (`apt install chromium`), or let {VARIABLE} name it; \
             or build the HTML and print it from any browser."
        ))
        .into()
}

/// A browser that prints.
pub(super) struct Browser {
    browser: PathBuf,
}

impl Browser {
    /// The browser that the variable names, or the first that is found.
    ///
    /// # Errors
    /// When what the variable names is no file.
    fn find() -> Outcome<Option<Browser>> {
        if let Some(named) = std::env::var_os(VARIABLE).filter(|v| !v.is_empty()) {
            let browser = PathBuf::from(&named);
            if browser.is_file() {
                return Ok(Some(Browser { browser }));
            }
            let message = format!("{VARIABLE} names `{}`, which is no file", browser.display());
            return Err(Diagnostic::bare(codes::BAD_CALL, message)
                .help("Let it be the whole path of Chromium or Chrome, or unset it.")
                .into());
        }
        let path = std::env::var_os("PATH").unwrap_or_default();
        let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
        let file = |name: &str| format!("{name}{}", std::env::consts::EXE_SUFFIX);
        let on_path = NAMES.iter().flat_map(|name| folders.iter().map(move |f| f.join(file(name))));
        let found = on_path.chain(PLACES.iter().map(PathBuf::from)).find(|p| p.is_file());
        Ok(found.map(|browser| Browser { browser }))
    }

    /// A page as PDF, dated with a day, with the numbers of pages in its contents.
    ///
    /// # Errors
    /// When the browser can't print it.
    fn print(&self, html: &str, day: Date) -> Outcome<Vec<u8>> {
        let folder = Folder::new()?;
        let html = &paper::without_scripts(html);
        let mut pdf = self.once(html, &folder)?;
        // The numbers take no room that was not kept for them, so that the pages stay as they are.
        if let Some(numbered) = paper::numbered(html, &pdf) {
            pdf = self.once(&numbered, &folder)?;
        }
        paper::dated(&mut pdf, &day.to_string());
        Ok(pdf)
    }

    fn once(&self, html: &str, folder: &Folder) -> Outcome<Vec<u8>> {
        let (page, out) = (folder.0.join("report.html"), folder.0.join("report.pdf"));
        std::fs::write(&page, html).map_err(|e| fail(&format!("its folder can't be used: {e}")))?;
        let _ = std::fs::remove_file(&out);
        // The sandbox can't work for the superuser and in some containers. What is printed runs no
        // script and loads nothing, so that it is done without where it must be.
        let (mut why, begin) = (String::new(), Instant::now());
        for sandbox in [true, false] {
            if begin.elapsed() >= PATIENCE {
                break;
            }
            why = match self.call(&page, &out, folder, sandbox) {
                Ok(()) => match std::fs::read(&out) {
                    Ok(pdf) if pdf.starts_with(b"%PDF") => return Ok(pdf),
                    _ => "it wrote no PDF".to_owned(),
                },
                Err(why) => why,
            };
        }
        Err(fail(&why))
    }

    fn call(&self, page: &Path, out: &Path, folder: &Folder, sandbox: bool) -> Result<(), String> {
        let mut command = Command::new(&self.browser);
        command
            .args(["--headless", "--disable-gpu", "--no-first-run", "--no-default-browser-check"])
            .args(["--disable-extensions", "--disable-sync", "--disable-component-update"])
            .args(["--disable-background-networking", "--no-pings", "--host-resolver-rules=MAP * ~NOTFOUND"])
            .args(["--no-pdf-header-footer", "--generate-pdf-document-outline", "--disable-dev-shm-usage"])
            .arg(format!("--user-data-dir={}", folder.0.join("profile").display()))
            .arg(format!("--print-to-pdf={}", out.display()));
        if !sandbox {
            command.arg("--no-sandbox");
        }
        command.arg(address(page)).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let child = command.spawn().map_err(|e| format!("it can't be started: {e}"))?;
        wait(child)
    }
}

/// Waits until the browser has ended, and ends it when that takes too long.
fn wait(mut child: Child) -> Result<(), String> {
    let begin = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(status)) if status.success() => return Ok(()),
            Ok(Some(status)) => return Err(format!("it ended with {status}")),
            Ok(None) if begin.elapsed() < PATIENCE => std::thread::sleep(Duration::from_millis(20)),
            Ok(None) => {
                let _ = child.kill();
                let _ = child.wait();
                return Err(format!("it did not end within {} seconds", PATIENCE.as_secs()));
            }
            Err(e) => return Err(e.to_string()),
        }
    }
}

fn fail(why: &str) -> Box<Diagnostic> {
    Diagnostic::bare(codes::UNWRITABLE, format!("the PDF can't be printed: {why}"))
        .help(format!("Let {VARIABLE} name another Chromium or Chrome, or print the HTML from a browser."))
        .into()
}

/// A file as an address; the colon of a drive stays.
fn address(path: &Path) -> String {
    let text = path.to_string_lossy().replace('\\', "/");
    let root = if text.starts_with('/') { "" } else { "/" };
    format!("file://{root}{}", percent_encoded(&text).replace("%3A", ":"))
}

/// A folder that is there for one printing.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Outcome<Folder> {
        let base = std::env::temp_dir();
        let mut last = String::new();
        for n in 0..100u32 {
            let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
            let nanos = now.map(|d| d.subsec_nanos()).unwrap_or(0);
            let path = base.join(format!("trustline-{}-{nanos}-{n}", std::process::id()));
            // It fails where something of this name stands: nobody can have put it there before.
            match private(&path) {
                Ok(()) => return Ok(Folder(path)),
                Err(e) => last = e.to_string(),
            }
        }
        Err(fail(&format!("no folder can be made in {}: {last}", base.display())))
    }
}

#[cfg(unix)]
fn private(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    std::fs::DirBuilder::new().mode(0o700).create(path)
}

#[cfg(not(unix))]
fn private(path: &Path) -> std::io::Result<()> {
    std::fs::create_dir(path)
}

impl Drop for Folder {
    fn drop(&mut self) {
        // Chromium's helpers may still write for a moment.
        for _ in 0..20 {
            if std::fs::remove_dir_all(&self.0).is_ok() || !self.0.exists() {
                return;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}
