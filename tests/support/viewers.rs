//! Programs that show SVG, run without a screen and with chosen fonts: Chromium and librsvg.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// Which fonts a viewer has.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Fonts {
    /// Those that pictures are measured with.
    Inter,
    /// DejaVu Sans and no other: the widest of those that Linux machines have.
    DejaVu,
    /// DejaVu Sans, with fonts for Chinese and for emoji.
    World,
}

/// A folder of its own with the fonts of a viewer.
pub struct Viewer {
    dir: TempDir,
}

impl Viewer {
    /// A viewer with these fonts only.
    pub fn new(fonts: Fonts) -> Viewer {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join("fonts");
        fs::create_dir(&folder).unwrap();
        let system = Path::new("/usr/share/fonts/truetype");
        let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/fonts");
        let dejavu = ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"].map(|f| system.join("dejavu").join(f));
        let files: Vec<PathBuf> = match fonts {
            Fonts::Inter => ["Inter-Regular.otf", "Inter-SemiBold.otf"].map(|f| own.join(f)).to_vec(),
            Fonts::DejaVu => dejavu.to_vec(),
            Fonts::World => {
                let more = ["droid/DroidSansFallbackFull.ttf", "noto/NotoColorEmoji.ttf"];
                dejavu.into_iter().chain(more.map(|f| system.join(f))).collect()
            }
        };
        for file in files {
            let name = file.file_name().unwrap();
            fs::copy(&file, folder.join(name))
                .unwrap_or_else(|e| panic!("{}: {e}; ./test installs it", file.display()));
        }
        let conf = format!(
            "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig>\
             <dir>{}</dir><cachedir>{}</cachedir></fontconfig>",
            folder.display(),
            dir.path().join("cache").display()
        );
        fs::write(dir.path().join("fonts.conf"), conf).unwrap();
        Viewer { dir }
    }

    /// A file in the viewer's folder.
    pub fn put(&self, name: &str, text: &str) -> PathBuf {
        let path = self.dir.path().join(name);
        fs::write(&path, text).unwrap();
        path
    }

    fn command(&self, program: &str) -> Command {
        let mut c = Command::new(program);
        c.env("FONTCONFIG_FILE", self.dir.path().join("fonts.conf")).env("HOME", self.dir.path());
        c.env_remove("XDG_CACHE_HOME").env_remove("XDG_CONFIG_HOME");
        c
    }

    /// Chromium's answer to a call. A browser that does not end is ended.
    fn chromium(&self, arguments: &[&str], path: &Path) -> Output {
        let out = self.dir.path().join("out");
        let mut child = self
            .command("chromium")
            .args(["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run"])
            .arg(format!("--user-data-dir={}", self.dir.path().join("profile").display()))
            .args(arguments)
            .arg(format!("file://{}", path.display()))
            .stdout(fs::File::create(&out).unwrap())
            .stderr(std::process::Stdio::null())
            .spawn()
            .expect("chromium; ./test installs it");
        let begin = Instant::now();
        let status = loop {
            if let Some(status) = child.try_wait().unwrap() {
                break status;
            }
            if begin.elapsed() > Duration::from_secs(120) {
                let _ = child.kill();
                panic!("chromium does not end: {arguments:?}");
            }
            std::thread::sleep(Duration::from_millis(50));
        };
        Output { status, stdout: fs::read(&out).unwrap(), stderr: Vec::new() }
    }

    /// What a page's script leaves as the text of the element `answer`, when all has run. It is to be
    /// JSON in which `<`, `>` and `&` are written as escapes.
    pub fn ask(&self, page: &str, more: &[&str]) -> serde_json::Value {
        let path = self.put("page.html", page);
        let mut arguments = vec!["--dump-dom", "--window-size=1400,1000"];
        arguments.extend(more);
        let out = self.chromium(&arguments, &path);
        let text = String::from_utf8(out.stdout).unwrap();
        let answer = text.split("<pre id=\"answer\">").nth(1).and_then(|t| t.split("</pre>").next());
        let answer = answer.unwrap_or_else(|| panic!("no answer of {} bytes", text.len()));
        serde_json::from_str(answer).unwrap_or_else(|e| panic!("{e}: {answer}"))
    }

    /// An SVG as Chromium draws it, as PNG.
    pub fn in_chromium(&self, svg: &str, width: u32, height: u32) -> Vec<u8> {
        // Within a page, since a window has a least width.
        let page = format!(
            "<!doctype html><meta charset=utf-8><style>body{{margin:0}}svg{{display:block}}</style>{svg}"
        );
        let (path, shot) = (self.put("shot.html", &page), self.dir.path().join("shot.png"));
        let size = format!("--window-size={width},{height}");
        self.chromium(&[&size, &format!("--screenshot={}", shot.display())], &path);
        fs::read(&shot).expect("a picture")
    }

    /// An SVG as librsvg draws it, as PNG.
    pub fn in_librsvg(&self, svg: &str) -> Vec<u8> {
        let path = self.put("picture.svg", svg);
        let out = self.command("rsvg-convert").arg(&path).output().expect("rsvg-convert; ./test installs it");
        assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
        assert!(out.stderr.is_empty(), "{}", String::from_utf8_lossy(&out.stderr));
        out.stdout
    }
}
