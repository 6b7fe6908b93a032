//! How long a publish takes beside curl, which makes the same calls: `cargo bench --bench publish`.
//!
//! A real MediaWiki is started on the loopback (`./test` installs what it needs), and 50 new pages, each with a picture,
//! are put there by us and by `tests/wikis/speed/curl.sh`, in turns. The aim is at least 0.8 of curl's speed. Then
//! nothing has changed, and what is asked is counted: the aim is one read a page at most.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};
use trustline::publish::http::Patience;
use trustline::publish::mediawiki::MediaWiki;
use trustline::publish::page::{Attachment, Page, Publication};
use trustline::publish::plan::Wishes;
use trustline::publish::run;
use trustline::publish::secret::Secret;
use trustline::publish::targets::Place;
use trustline::publish::wiki::Wiki;
use wikis::Running;

#[path = "../tests/support/wikis.rs"]
mod wikis;

/// Pages side by side under a root page, each with a picture of its own.
fn publication(wiki: &dyn Wiki, title: &str, count: usize, picture: &[u8]) -> Publication {
    let page = |n: usize| {
        let name = format!("page {n}");
        let titles = if n == 0 { vec![title] } else { vec![title, name.as_str()] };
        let address = wiki.address(&titles).unwrap();
        let file = wiki.attachment(&address, "picture.png");
        // The wiki shall not know the bytes from another page.
        let bytes = [picture, format!("{title} {n}").as_bytes()].concat();
        Page {
            key: name.clone(),
            parent: (n > 0).then(|| "page 0".to_owned()),
            title: name,
            body: format!("Page {n} [[File:{file}]]"),
            address,
            labels: Vec::new(),
            attachments: vec![Attachment { name: file, media: "image/png", bytes }],
        }
    };
    Publication {
        whose: String::new(),
        model: "0".repeat(64),
        note: "speed".into(),
        pages: (0..count).map(page).collect(),
    }
}

/// A publish from its beginning, and how many pages it wrote.
fn publish(url: &str, title: &str, count: usize, picture: &[u8]) -> (Duration, usize) {
    let place = Place {
        url: url.to_owned(),
        user: "Admin@trustline".into(),
        secret: Some(Secret::new("0123456789abcdef0123456789abcdef")),
        ..Place::default()
    };
    let begin = Instant::now();
    let mut wiki = MediaWiki::new(place, Patience::default()).unwrap();
    wiki.open().unwrap();
    let publication = publication(&wiki, title, count, picture);
    let wishes = Wishes::default();
    let plan = run::compare(&mut wiki, &publication, wishes).unwrap();
    let done = run::carry_out(&mut wiki, &publication, &plan, wishes, &mut |_| {}).unwrap();
    (begin.elapsed(), done.created.len() + done.updated.len())
}

fn curl(url: &str, title: &str, count: usize, picture: &Path) -> Duration {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/wikis/speed/curl.sh");
    let begin = Instant::now();
    let run = Command::new(script).arg(url).arg(count.to_string()).arg(picture).arg(title).output().unwrap();
    let took = begin.elapsed();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    took
}

fn main() {
    // As a test, `cargo bench` and `cargo test --benches` call it with `--test`.
    let quick = std::env::args().any(|a| a == "--test");
    let (count, rounds) = if quick { (3, 1) } else { (50, 3) };
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/first-model.png");
    let picture = std::fs::read(&file).unwrap();
    let wiki = Running::mediawiki();
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for round in 0..rounds {
        theirs.push(curl(&wiki.url, &format!("Curl {round}"), count, &file));
        let (took, written) = publish(&wiki.url, &format!("Ours {round}"), count, &picture);
        assert_eq!(written, count);
        ours.push(took);
    }
    let best = |all: &[Duration]| all.iter().min().unwrap().as_secs_f64();
    let (ours, theirs) = (best(&ours), best(&theirs));
    println!(
        "{count} new pages with pictures: curl {theirs:.1} s, we {ours:.1} s: {:.2} of its speed",
        theirs / ours
    );
    let before = wiki.requests().len();
    let (took, written) = publish(&wiki.url, "Ours 0", count, &picture);
    let asked = wiki.requests().len() - before;
    assert_eq!(written, 0);
    println!("nothing changed: {:.2} s, {asked} requests for {count} pages", took.as_secs_f64());
}
