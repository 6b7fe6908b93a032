//! What is published here, and how: a report of three pages with pictures, to a bare repository.

use std::path::{Path, PathBuf};
use std::process::Command;
use trustline::publish::failure::{Failure, Kind};
use trustline::publish::git::Git;
use trustline::publish::mark::whose;
use trustline::publish::page::{Attachment, Page, Publication};
use trustline::publish::plan::Wishes;
use trustline::publish::run::{self, Done, Stopped};
use trustline::publish::targets::Place;
use trustline::publish::wiki::Wiki;

pub const NOTE: &str = "The threat model as of the 26th";

/// The report, as the target names its pages. Each number is said on one of its pages, or stands in its picture.
pub fn report(wiki: &dyn Wiki, root: u32, parts: u32, picture: u32) -> Publication {
    let page = |key: &str, titles: &[&str], parent: Option<&str>, body: String, files: &[(&str, u32)]| {
        let address = wiki.address(titles).unwrap();
        let file = |(name, n): &(&str, u32)| Attachment {
            name: wiki.attachment(&address, name),
            media: "image/png",
            bytes: dot(*n),
        };
        let attachments: Vec<Attachment> = files.iter().map(file).collect();
        let shown: String = attachments.iter().map(|a| format!("\n\n![A picture](./{})", a.name)).collect();
        Page {
            key: key.into(),
            parent: parent.map(str::to_owned),
            title: titles.last().unwrap().to_string(),
            body: format!("# {}\n\n{body}{shown}\n", titles.last().unwrap()),
            address,
            labels: vec![],
            attachments,
        }
    };
    let parts_at = wiki.address(&["Shop threats", "Parts & flows"]).unwrap();
    Publication {
        whose: whose("shop.tm"),
        model: format!("{:064x}", root * 100 + parts * 10 + picture),
        note: NOTE.into(),
        pages: vec![
            page(
                "report",
                &["Shop threats"],
                None,
                format!(
                    "No. {root}; see [the parts]({parts_at}).\n\n<details>\n<summary>T1</summary>\n\nA *card*.\n\n</details>"
                ),
                &[("shop.png", picture)],
            ),
            page(
                "parts",
                &["Shop threats", "Parts & flows"],
                Some("report"),
                format!("Parts, no. {parts}"),
                &[("x.png", 1)],
            ),
            page("old", &["Shop threats", "Old"], Some("report"), "Old.".into(), &[]),
        ],
    }
}

/// A PNG of one point, told from others by what follows its end.
pub fn dot(n: u32) -> Vec<u8> {
    const DOT: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\0\x05\0\x01\xff\x89\x99=\x1d\0\0\0\0IEND\xaeB`\x82";
    [DOT, format!("{n}").as_bytes()].concat()
}

pub fn git(folder: &Path, arguments: &[&str]) -> String {
    let done = Command::new("git")
        .args(["-c", "user.name=Ana", "-c", "user.email=ana@example.org", "-c", "init.defaultBranch=main"])
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap();
    assert!(done.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8_lossy(&done.stdout).trim_end().to_owned()
}

/// A wiki's repository, and a clone in which people work.
pub struct Repository {
    pub folder: tempfile::TempDir,
}

impl Repository {
    pub fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        git(folder.path(), &["init", "-q", "--bare", "wiki.git"]);
        Self { folder }
    }

    /// With a first page, as browsers make it.
    pub fn new() -> Self {
        let made = Self::empty();
        made.people("Home.md", "# Welcome\n");
        made
    }

    pub fn path(&self) -> PathBuf {
        self.folder.path().join("wiki.git")
    }

    pub fn place(&self, layout: &str) -> Place {
        let options = [("layout", layout), ("author", "Threat models <models@example.org>")];
        Place {
            url: self.path().to_str().unwrap().to_owned(),
            options: options.map(|(k, v)| (k.to_owned(), v.to_owned())).into(),
            ..Place::default()
        }
    }

    /// People write a file and push it.
    pub fn people(&self, path: &str, text: &str) {
        let work = tempfile::tempdir().unwrap();
        git(work.path(), &["clone", "-q", self.path().to_str().unwrap(), "."]);
        let file = work.path().join(path);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, text).unwrap();
        git(work.path(), &["add", "-A"]);
        git(work.path(), &["commit", "-q", "-m", "By hand"]);
        git(work.path(), &["push", "-q", "origin", "HEAD:main"]);
    }

    pub fn show(&self, path: &str) -> String {
        git(&self.path(), &["show", &format!("main:{path}")])
    }

    pub fn files(&self) -> Vec<String> {
        git(&self.path(), &["ls-tree", "-r", "--name-only", "-z", "main"])
            .split('\0')
            .filter(|p| !p.is_empty())
            .map(str::to_owned)
            .collect()
    }

    pub fn head(&self) -> String {
        git(&self.path(), &["rev-parse", "main"])
    }

    /// The files that the newest commit changed.
    pub fn changed(&self) -> Vec<String> {
        let said = git(&self.path(), &["show", "--format=", "--name-only", "main"]);
        said.lines().map(str::to_owned).collect()
    }
}

/// A publish as the command does it: what was done, or the pages in conflict.
pub fn publish(
    place: &Place,
    numbers: (u32, u32, u32),
    wishes: Wishes,
) -> Result<Result<Done, Vec<String>>, Failure> {
    published(place, &|wiki| report(wiki, numbers.0, numbers.1, numbers.2), wishes)
}

pub fn published(
    place: &Place,
    report: &dyn Fn(&dyn Wiki) -> Publication,
    wishes: Wishes,
) -> Result<Result<Done, Vec<String>>, Failure> {
    let mut wiki = Git::new(place)?;
    wiki.open()?;
    let publication = report(&wiki);
    let plan = run::compare(&mut wiki, &publication, wishes)?;
    let conflicts: Vec<String> =
        plan.conflicts().map(|(p, c)| format!("{}: {:?}", p.page.address, c.why)).collect();
    if !conflicts.is_empty() && !wishes.force {
        return Ok(Err(conflicts));
    }
    let done = run::carry_out(&mut wiki, &publication, &plan, wishes, &mut |_| {});
    done.map(Ok).map_err(|stopped| match stopped {
        Stopped::Failed(failure) => failure,
        Stopped::Changed { page, .. } => Failure::new(Kind::Conflict, page, ""),
    })
}

/// A publish that must end well and without a conflict.
pub fn well(place: &Place, numbers: (u32, u32, u32)) -> Done {
    publish(place, numbers, Wishes::default()).unwrap_or_else(|f| panic!("{f}: {}", f.help)).unwrap()
}
