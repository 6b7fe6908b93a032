//! The machine's `git`, run so that nothing of the wiki or of the user's settings runs by surprise: no hooks, no filters
//! (there is no working tree), no other protocols, no prompts. A token goes by the environment, for the one server only.

use crate::publish::failure::{Failure, Kind};
use crate::publish::http::glimpse;
use crate::publish::secret::Secret;
use base64::Engine as _;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A bare repository in a folder of its own, which goes with it.
pub(super) struct Repository {
    folder: Scratch,
    settings: Vec<(String, String)>,
    /// What must stand in no message.
    secrets: Vec<Secret>,
    /// Author and committer, if the settings name one.
    author: Option<(String, String)>,
}

impl std::fmt::Debug for Repository {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Repository({})", self.folder.0.display())
    }
}

/// A folder that nobody else can read, and that goes when it is not needed any more.
struct Scratch(PathBuf);

impl Scratch {
    fn new() -> std::io::Result<Self> {
        let clock = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
        for attempt in 0..100_u32 {
            let name = format!("trustline-git-{}-{}-{attempt}", std::process::id(), clock.as_nanos());
            let path = std::env::temp_dir().join(name);
            let mut builder = std::fs::DirBuilder::new();
            #[cfg(unix)]
            std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
            match builder.create(&path) {
                Ok(()) => return Ok(Scratch(path)),
                Err(e) if e.kind() == std::io::ErrorKind::AlreadyExists => {}
                Err(e) => return Err(e),
            }
        }
        Err(std::io::ErrorKind::AlreadyExists.into())
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What can't be deleted stays in the folder for temporary files, where it harms nobody.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// What a run of `git` gave.
pub(super) struct Ran {
    pub ok: bool,
    pub out: Vec<u8>,
    pub said: String,
}

/// Variables that speak of another repository, when this runs in a hook; and those that print what is sent.
const FOREIGN: &[&str] = &[
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_PREFIX",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_COMMON_DIR",
    "GIT_NAMESPACE",
    "GIT_QUARANTINE_PATH",
    "GIT_CONFIG",
    "GIT_CONFIG_PARAMETERS",
    "GIT_TRACE",
    "GIT_TRACE_CURL",
    "GIT_TRACE_PACKET",
    "GIT_CURL_VERBOSE",
    "GIT_TEMPLATE_DIR",
];

/// Settings that hold whatever the user's own say.
const SETTINGS: &[(&str, &str)] = &[
    ("core.hooksPath", "/dev/null"),
    ("core.fsmonitor", "false"),
    ("gc.auto", "0"),
    ("maintenance.auto", "false"),
    ("push.gpgSign", "false"),
    ("push.followTags", "false"),
    ("push.recurseSubmodules", "no"),
    ("fetch.recurseSubmodules", "false"),
    // A server that says nothing for a minute says nothing.
    ("http.lowSpeedLimit", "1"),
    ("http.lowSpeedTime", "60"),
];

/// How long the longest call may take, in seconds.
const LONGEST: u64 = 600;

impl Repository {
    /// An empty one. `url` is where the wiki is; the secret is shown to that server only.
    ///
    /// # Errors
    /// When there is no `git`, or no room for the folder.
    pub(super) fn new(
        url: &str,
        user: &str,
        secret: Option<&Secret>,
        author: Option<(String, String)>,
    ) -> Result<Self, Failure> {
        let mut settings: Vec<(String, String)> =
            SETTINGS.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
        let mut secrets = Vec::new();
        if let Some(secret) = secret {
            let user = if user.is_empty() { "x-access-token" } else { user };
            let pair =
                base64::engine::general_purpose::STANDARD.encode(format!("{user}:{}", secret.expose()));
            if let Some(server) = server(url) {
                settings
                    .push((format!("http.{server}/.extraHeader"), format!("Authorization: Basic {pair}")));
                // Nowhere else, and not another one than this.
                settings.push(("http.followRedirects".into(), "false".into()));
                settings.push(("credential.helper".into(), String::new()));
            }
            secrets.push(secret.clone());
            secrets.push(Secret::new(pair));
        }
        let folder = Scratch::new().map_err(|e| {
            Failure::new(
                Kind::Broken,
                format!("no folder for temporary files can be made: {}", e.kind()),
                "Make room, or name another folder in TMPDIR.",
            )
        })?;
        let repository = Repository { folder, settings, secrets, author };
        repository.run(&["init", "--quiet", "--bare", "--template=", "."], b"")?;
        Ok(repository)
    }

    /// Runs `git` in the repository, whatever comes of it.
    ///
    /// # Errors
    /// When it can't be run, or does not end.
    pub(super) fn tried(&self, arguments: &[&str], input: &[u8]) -> Result<Ran, Failure> {
        let mut command = Command::new("git");
        command.arg("--no-pager").arg("--literal-pathspecs").args(arguments).current_dir(&self.folder.0);
        for name in FOREIGN {
            command.env_remove(name);
        }
        command
            .env("GIT_TERMINAL_PROMPT", "0")
            .env("LC_ALL", "C")
            .env("GIT_ALLOW_PROTOCOL", "file:http:https:ssh");
        command.env("GIT_INDEX_FILE", self.folder.0.join("index"));
        // After those that the caller's environment has already.
        let first: usize = std::env::var("GIT_CONFIG_COUNT").ok().and_then(|n| n.parse().ok()).unwrap_or(0);
        for (n, (key, value)) in self.settings.iter().enumerate() {
            command.env(format!("GIT_CONFIG_KEY_{}", first + n), key);
            command.env(format!("GIT_CONFIG_VALUE_{}", first + n), value);
        }
        command.env("GIT_CONFIG_COUNT", (first + self.settings.len()).to_string());
        if let Some((name, email)) = &self.author {
            for who in ["AUTHOR", "COMMITTER"] {
                command.env(format!("GIT_{who}_NAME"), name).env(format!("GIT_{who}_EMAIL"), email);
            }
        }
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().map_err(|e| {
            let what = match e.kind() {
                std::io::ErrorKind::NotFound => "there is no `git` on this machine".to_owned(),
                kind => format!("`git` can't be run: {kind}"),
            };
            Failure::new(
                Kind::Settings,
                what,
                "Install git, version 2.31 or later, and see that it is in PATH.",
            )
        })?;
        let (out, said) = (child.stdout.take(), child.stderr.take());
        let out = std::thread::spawn(move || all(out));
        let said = std::thread::spawn(move || all(said));
        if let Some(mut stdin) = child.stdin.take() {
            // A `git` that ends before it has read all of it says why.
            let _ = stdin.write_all(input);
        }
        let start = std::time::Instant::now();
        let status = loop {
            match child.try_wait() {
                Ok(Some(status)) => break status,
                Ok(None) if start.elapsed().as_secs() < LONGEST => {
                    std::thread::sleep(std::time::Duration::from_millis(2));
                }
                _ => {
                    let _ = child.kill();
                    let _ = child.wait();
                    let what = format!("`git {}` does not end", arguments.first().unwrap_or(&""));
                    return Err(Failure::new(
                        Kind::Unreachable,
                        what,
                        "See that the server answers, and publish again.",
                    ));
                }
            }
        };
        let text = String::from_utf8_lossy(&said.join().unwrap_or_default()).into_owned();
        let text = self.secrets.iter().fold(text, |text, secret| secret.hidden_in(&text));
        Ok(Ran { ok: status.success(), out: out.join().unwrap_or_default(), said: text })
    }

    /// Runs `git` and hands back what it printed.
    ///
    /// # Errors
    /// When it fails: with what it says, and what to do about it.
    pub(super) fn run(&self, arguments: &[&str], input: &[u8]) -> Result<Vec<u8>, Failure> {
        let ran = self.tried(arguments, input)?;
        if ran.ok { Ok(ran.out) } else { Err(failure(&ran.said, arguments.first().unwrap_or(&""))) }
    }

    /// The same, as one line of text.
    ///
    /// # Errors
    /// As [`Repository::run`].
    pub(super) fn line(&self, arguments: &[&str], input: &[u8]) -> Result<String, Failure> {
        Ok(String::from_utf8_lossy(&self.run(arguments, input)?).trim().to_owned())
    }

    /// Its folder.
    pub(super) fn folder(&self) -> &Path {
        &self.folder.0
    }
}

fn all(stream: Option<impl Read>) -> Vec<u8> {
    let mut out = Vec::new();
    if let Some(mut stream) = stream {
        // What could be read until the end of the program is what it said.
        let _ = stream.read_to_end(&mut out);
    }
    out
}

/// Scheme and host of a web address.
fn server(url: &str) -> Option<String> {
    let (scheme, rest) = url.split_once("://")?;
    let host = rest.split('/').next()?;
    (scheme == "https" || scheme == "http").then(|| format!("{scheme}://{host}"))
}

/// What a complaint of `git` means, and what to do about it.
pub(super) fn failure(said: &str, command: &str) -> Failure {
    let any = |words: &[&str]| words.iter().any(|w| said.contains(w));
    let (kind, what, help) = if any(&["returned error: 403", "403 Forbidden", "denied to", "TF401027"]) {
        (
            Kind::Forbidden,
            "the account may not do this",
            "Give the account, or its token, the right to write this wiki.",
        )
    } else if any(&[
        "Authentication failed",
        "could not read Username",
        "could not read Password",
        "Permission denied (",
        "returned error: 401",
        "Host key verification failed",
    ]) {
        (
            Kind::Login,
            "the account or its secret is refused",
            "Put a token into the environment variable TRUSTLINE_GIT_PASSWORD, or see that `git clone` of this address works \
             on this machine without asking: by a credential helper or an SSH key.",
        )
    } else if any(&["redirect"]) {
        (
            Kind::Settings,
            "the address leads on to another one, where no secret is sent to",
            "If that is the wiki, write its new address as `url`.",
        )
    } else if any(&[
        "not found",
        "does not exist",
        "does not appear to be a git repository",
        "returned error: 404",
        "TF401019",
        "Could not find remote branch",
        "couldn't find remote ref",
    ]) {
        (
            Kind::Missing,
            "there is no such repository or branch, or the account may not see it",
            "See that `url` and `branch` are right. On GitHub, GitLab and Gitea a wiki has no repository before its first page \
             was made in the browser.",
        )
    } else if any(&[
        "unable to access",
        "Could not resolve",
        "Connection refused",
        "Connection reset",
        "timed out",
        "early EOF",
        "hung up",
        "RPC failed",
        "Could not read from remote",
        "transfer closed",
        "low speed",
    ]) {
        (
            Kind::Unreachable,
            "the server can't be reached, or the connection broke",
            "See that `url` is right and the server runs, then publish again: nothing was changed, or all of it.",
        )
    } else if any(&["tell me who you are", "empty ident", "unable to auto-detect email"]) {
        (
            Kind::Settings,
            "git does not know who commits",
            "Set `author` as `Name <address>`, or user.name and user.email with `git config --global`.",
        )
    } else if any(&["transport", "not allowed"]) && any(&["not allowed", "protocol"]) {
        (Kind::Settings, "git can't speak this protocol", "Write `url` with https, ssh, or as a path.")
    } else if any(&["pre-receive hook declined", "protected branch", "remote rejected", "GH006", "TF402455"])
    {
        (
            Kind::Refused,
            "the server refuses the commit",
            "See what it says; a protected branch, or a limit on sizes, may be the reason.",
        )
    } else {
        (Kind::Broken, "git failed", "See what it says.")
    };
    let skip = |line: &&str| !line.trim().is_empty() && !line.starts_with("hint:");
    let lines: Vec<&str> = said.lines().filter(skip).collect();
    let said = glimpse(&lines.join(" "));
    let said = if said.is_empty() { said } else { format!(": `{said}`") };
    Failure::new(kind, format!("git {command}: {what}{said}"), help)
}
