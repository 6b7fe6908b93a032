//! What is published here, and how: a report of three pages with pictures.

use super::fake::{Edition, Fake, TOKEN, USER};
use std::time::Duration;
use trustline::publish::confluence::Confluence;
use trustline::publish::failure::{Failure, Kind};
use trustline::publish::http::Patience;
use trustline::publish::mark::whose;
use trustline::publish::page::{Attachment, Page, Publication};
use trustline::publish::plan::{Plan, Wishes};
use trustline::publish::run::{self, Stopped};
use trustline::publish::secret::Secret;
use trustline::publish::targets::Place;
use trustline::publish::wiki::Wiki;

pub const ROOT: &str = "Threats of the shop";
pub const PARTS: &str = "Threats of the shop: parts & flows";
pub const OLD: &str = "Threats of the shop: old";

/// The report. Each number is said on one of its pages, or stands for the bytes of its picture.
pub fn report(root: u32, parts: u32, picture: u32) -> Publication {
    let file = |name: &str, n: u32| Attachment {
        name: name.into(),
        media: "image/png",
        bytes: format!("\x7fPNG {n}").into_bytes(),
    };
    let page = |key: &str, title: &str, parent: Option<&str>, body: String, files: Vec<Attachment>| Page {
        key: key.into(),
        parent: parent.map(str::to_owned),
        title: title.into(),
        address: title.into(),
        body,
        labels: vec!["threats".into(), "shop".into()],
        attachments: files,
    };
    let first = format!(
        "<h1>Threats</h1>\n<p>No. {root} &amp; more</p>\n<ac:image><ri:attachment ri:filename=\"shop.png\"/></ac:image>\n\
         <ac:structured-macro ac:name=\"toc\" ac:schema-version=\"1\"></ac:structured-macro>"
    );
    let second = format!("<p>Parts, no. {parts}</p>");
    Publication {
        whose: whose("shop.tm"),
        model: format!("{:064x}", root * 100 + parts * 10 + picture),
        note: "The threat model as of the 26th".into(),
        pages: vec![
            page("report", ROOT, None, first, vec![file("shop.png", picture), file("shop.json", 1)]),
            page("parts", PARTS, Some("report"), second, vec![file("parts.png", 1)]),
            page("old", OLD, Some("parts"), "<p>Old</p>".into(), vec![]),
        ],
    }
}

/// As long as tests wait.
pub fn patience() -> Patience {
    Patience {
        tries: 4,
        pause: Duration::from_millis(5),
        longest: Duration::from_secs(3),
        connect: Duration::from_secs(5),
        call: Duration::from_millis(700),
    }
}

pub fn place(fake: &Fake, edition: Edition) -> Place {
    let word = if edition == Edition::Cloud { "cloud" } else { "data-center" };
    Place {
        url: fake.url.clone(),
        space: "SEC".into(),
        user: if edition == Edition::Cloud { USER.into() } else { String::new() },
        secret: Some(Secret::new(TOKEN)),
        options: [("edition", word), ("width", "full")].map(|(k, v)| (k.to_owned(), v.to_owned())).into(),
        ..Place::default()
    }
}

/// A publish with all its steps, as the command does it; what it did, one line a step, or the titles in conflict.
pub fn publish(place: &Place, publication: &Publication, wishes: Wishes) -> Result<Done, Failure> {
    let mut wiki = Confluence::new(place, patience())?;
    wiki.open()?;
    let measures = wiki.measures();
    let plan: Plan<'_> = run::compare(&mut wiki, publication, wishes)?;
    let mut done = Done {
        conflicts: plan.conflicts().map(|(p, c)| format!("{}: {:?}", p.page.address, c.why)).collect(),
        strays: plan.pages.iter().flat_map(|p| p.strays.clone()).collect(),
        orphans: plan.orphans.iter().map(|o| format!("{} {}", o.address, o.edited)).collect(),
        calls: plan.steps(&measures, wishes).iter().map(|step| wiki.call(step.call())).collect(),
        ..Done::default()
    };
    if !done.conflicts.is_empty() && !wishes.force {
        done.calls.clear();
        return Ok(done);
    }
    run::carry_out(&mut wiki, publication, &plan, wishes, &mut |_| {}).map_err(|stopped| match stopped {
        Stopped::Failed(failure) => failure,
        Stopped::Changed { page, .. } => Failure::new(Kind::Conflict, format!("{page} was changed"), ""),
    })?;
    done.link = wiki.link(&publication.pages[0].address);
    Ok(done)
}

#[derive(Debug, Default)]
pub struct Done {
    pub conflicts: Vec<String>,
    pub orphans: Vec<String>,
    pub strays: Vec<String>,
    pub calls: Vec<String>,
    pub link: String,
}

/// Both Confluences, and one that stores bodies in another form.
pub fn everywhere(test: impl Fn(&Fake, &Place)) {
    for (edition, rewrites) in
        [(Edition::DataCenter, false), (Edition::DataCenter, true), (Edition::Cloud, true)]
    {
        let fake = Fake::start(edition);
        fake.store().rewrites = rewrites;
        eprintln!("{edition:?}, {}", if rewrites { "rewriting" } else { "keeping" });
        test(&fake, &place(&fake, edition));
    }
}

/// A publish that must end well and without a conflict.
pub fn well(place: &Place, publication: &Publication) -> Done {
    let done = publish(place, publication, Wishes::default()).unwrap_or_else(|f| panic!("{f}: {}", f.help));
    assert_eq!(done.conflicts, Vec::<String>::new());
    done
}
