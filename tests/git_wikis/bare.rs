//! What a publish does to a repository.

use super::shop::*;
use trustline::publish::failure::Kind;
use trustline::publish::git::Git;
use trustline::publish::git::layout::ALL;
use trustline::publish::mark::whose;
use trustline::publish::page::{Attachment, Publication};
use trustline::publish::plan::Wishes;
use trustline::publish::run::compare;
use trustline::publish::secret::Secret;
use trustline::publish::targets::Place;
use trustline::publish::wiki::{Call, Wiki};

#[test]
fn one_commit_holds_pages_and_pictures() {
    let wiki = Repository::new();
    well(&wiki.place("github"), (1, 1, 1));
    assert_eq!(
        wiki.files(),
        [
            ".trustline/Shop-threats.json",
            "Home.md",
            "Shop-threats-Old.md",
            "Shop-threats-Parts-flows.md",
            "Shop-threats-Parts-flows/x.png",
            "Shop-threats.md",
            "Shop-threats/shop.png",
        ]
    );
    let page = wiki.show("Shop-threats.md");
    assert!(page.starts_with("<!-- trustline 0000000000000000-"), "{page}");
    assert!(page.contains("No. 1; see [the parts](Shop-threats-Parts-flows)."), "{page}");
    assert!(page.contains("![A picture](./Shop-threats/shop.png)"), "{page}");
    assert_eq!(
        git(&wiki.path(), &["cat-file", "-s", "main:Shop-threats/shop.png"]),
        dot(1).len().to_string()
    );
    let log = git(&wiki.path(), &["log", "--format=%an <%ae> %cn: %s", "main"]);
    assert_eq!(
        log,
        format!(
            "Threat models <models@example.org> Threat models: {NOTE}\nAna <ana@example.org> Ana: By hand"
        )
    );
}

#[test]
fn an_empty_repository_gets_its_first_commit() {
    let wiki = Repository::empty();
    git(&wiki.path(), &["symbolic-ref", "HEAD", "refs/heads/main"]);
    well(&wiki.place("gitea"), (1, 1, 1));
    assert_eq!(git(&wiki.path(), &["rev-list", "--count", "main"]), "1");
    well(&wiki.place("gitea"), (1, 1, 1));
    assert_eq!(git(&wiki.path(), &["rev-list", "--count", "main"]), "1");
}

#[test]
fn nothing_changed_is_no_commit_and_one_change_is_one() {
    for layout in &ALL {
        let wiki = Repository::new();
        let mut place = wiki.place(layout.name);
        place.space = if layout.folders { "security/models".into() } else { String::new() };
        well(&place, (1, 1, 1));
        let head = wiki.head();
        let done = well(&place, (1, 1, 1));
        assert!(!done.changed(), "{}: {done:?}", layout.name);
        assert_eq!(wiki.head(), head, "{}", layout.name);
        well(&place, (1, 2, 1));
        let changed = wiki.changed();
        assert_eq!(changed.len(), 1, "{changed:?}");
        assert!(changed[0].to_lowercase().ends_with("shop-threats-parts-flows.md"), "{changed:?}");
        assert_eq!(changed[0].starts_with("security/models/"), layout.folders);
        well(&place, (1, 2, 2));
        let changed = wiki.changed();
        assert!(
            changed.len() == 2 && changed[0].ends_with(".json") && changed[1].ends_with("/shop.png"),
            "the picture, and the list that knows it: {changed:?}"
        );
        assert_eq!(git(&wiki.path(), &["rev-list", "--count", "main"]), "4");
    }
}

#[test]
fn what_people_wrote_is_not_overwritten() {
    let wiki = Repository::new();
    let place = wiki.place("github");
    well(&place, (1, 1, 1));
    let page = wiki.show("Shop-threats-Parts-flows.md");
    // Around our part: kept.
    wiki.people("Shop-threats-Parts-flows.md", &format!("Read me first.\n\n{page}\n\nAnd me last.\n"));
    well(&place, (1, 2, 1));
    let page = wiki.show("Shop-threats-Parts-flows.md");
    assert!(page.starts_with("Read me first.\n\n<!--") && page.ends_with("-->\n\nAnd me last."), "{page}");
    assert!(page.contains("Parts, no. 2"), "{page}");
    // Within it: a conflict, and nothing is written on any page.
    wiki.people("Shop-threats-Parts-flows.md", &page.replace("no. 2", "as we know them"));
    let head = wiki.head();
    let conflicts = publish(&place, (3, 3, 3), Wishes::default()).unwrap().unwrap_err();
    assert_eq!(conflicts, ["Shop-threats-Parts-flows: Edited"]);
    assert_eq!(wiki.head(), head);
    publish(&place, (3, 3, 3), Wishes { force: true, prune: false }).unwrap().unwrap();
    let page = wiki.show("Shop-threats-Parts-flows.md");
    assert!(page.contains("no. 3") && page.starts_with("Read me first."), "{page}");
    assert_eq!(git(&wiki.path(), &["rev-parse", "main~1"]), head, "their version stays in the history");
}

#[test]
fn another_model_of_the_same_title_does_not_take_the_page() {
    let wiki = Repository::new();
    let place = wiki.place("github");
    well(&place, (1, 1, 1));
    let head = wiki.head();
    let other = |wiki: &dyn Wiki| Publication { whose: whose("other.tm"), ..report(wiki, 2, 1, 1) };
    let conflicts = published(&place, &other, Wishes::default()).unwrap().unwrap_err();
    let all = ["Shop-threats", "Shop-threats-Parts-flows", "Shop-threats-Old"];
    assert_eq!(conflicts, all.map(|page| format!("{page}: Another")));
    assert_eq!(wiki.head(), head);
    // Taken over by force, it is the other's from then on.
    published(&place, &other, Wishes { force: true, prune: false }).unwrap().unwrap();
    assert!(wiki.show("Shop-threats.md").contains("No. 2"));
    let head = wiki.head();
    assert!(!published(&place, &other, Wishes::default()).unwrap().unwrap().changed());
    let conflicts = publish(&place, (1, 1, 1), Wishes::default()).unwrap().unwrap_err();
    assert!(conflicts.contains(&"Shop-threats: Another".to_owned()), "{conflicts:?}");
    assert_eq!(wiki.head(), head);
}

#[test]
fn a_page_of_others_is_not_touched() {
    let wiki = Repository::new();
    wiki.people("Shop-threats.md", "# Ours\n");
    let head = wiki.head();
    let conflicts = publish(&wiki.place("github"), (1, 1, 1), Wishes::default()).unwrap().unwrap_err();
    assert_eq!(conflicts, ["Shop-threats: Foreign"]);
    assert_eq!(wiki.head(), head);
}

/// A link in the repository leads nowhere: it counts as somebody's page, and nobody follows it.
#[cfg(unix)]
#[test]
fn a_link_is_not_followed() {
    let wiki = Repository::new();
    let outside = wiki.folder.path().join("outside.md");
    std::fs::write(&outside, "untouched").unwrap();
    let work = tempfile::tempdir().unwrap();
    git(work.path(), &["clone", "-q", wiki.path().to_str().unwrap(), "."]);
    std::os::unix::fs::symlink(&outside, work.path().join("Shop-threats.md")).unwrap();
    std::os::unix::fs::symlink(wiki.folder.path(), work.path().join("Shop-threats-Parts-flows")).unwrap();
    git(work.path(), &["add", "-A"]);
    git(work.path(), &["commit", "-q", "-m", "Links"]);
    git(work.path(), &["push", "-q", "origin", "HEAD:main"]);
    let conflicts = publish(&wiki.place("github"), (1, 1, 1), Wishes::default()).unwrap().unwrap_err();
    assert_eq!(conflicts, ["Shop-threats: Foreign"]);
    let forced = publish(&wiki.place("github"), (1, 1, 1), Wishes { force: true, prune: false });
    assert_eq!(std::fs::read_to_string(&outside).unwrap(), "untouched");
    assert!(!wiki.folder.path().join("x.png").exists());
    // Where a link stands in the place of a folder, git takes the folder for it, or nothing at all happens.
    assert!(forced.is_err() || wiki.files().contains(&"Shop-threats-Parts-flows/x.png".to_owned()));
}

#[test]
fn who_is_faster_is_waited_for_and_who_wrote_the_same_page_wins() {
    let wiki = Repository::new();
    let place = wiki.place("github");
    well(&place, (1, 1, 1));
    let wishes = Wishes::default();
    let late = |between: &dyn Fn()| {
        let mut target = Git::new(&place).unwrap();
        target.open().unwrap();
        let publication = report(&target, 1, 2, 1);
        let plan = compare(&mut target, &publication, wishes).unwrap();
        between();
        trustline::publish::run::carry_out(&mut target, &publication, &plan, wishes, &mut |_| {})
    };
    late(&|| wiki.people("Other.md", "Another page\n")).unwrap();
    assert!(wiki.show("Shop-threats-Parts-flows.md").contains("no. 2"));
    assert_eq!(wiki.show("Other.md"), "Another page", "theirs is there too");
    well(&place, (1, 1, 1));

    let page = wiki.show("Shop-threats-Parts-flows.md");
    let stopped =
        late(&|| wiki.people("Shop-threats-Parts-flows.md", &format!("{page}\nQuick.\n"))).unwrap_err();
    let trustline::publish::run::Stopped::Failed(failure) = stopped else { panic!("{stopped:?}") };
    assert_eq!(failure.kind, Kind::Conflict);
    assert!(failure.what.contains("`Shop-threats-Parts-flows.md`"), "{failure}");
    assert!(wiki.show("Shop-threats-Parts-flows.md").ends_with("Quick."));
    well(&place, (1, 2, 1));
    let page = wiki.show("Shop-threats-Parts-flows.md");
    assert!(page.contains("no. 2") && page.ends_with("Quick."), "{page}");
}

/// Only the end of a publish reaches the repository, so a run that breaks off before it leaves nothing.
#[test]
fn a_run_that_breaks_off_leaves_nothing() {
    let wiki = Repository::new();
    let head = wiki.head();
    let mut target = Git::new(&wiki.place("github")).unwrap();
    target.open().unwrap();
    let publication = report(&target, 1, 1, 1);
    let plan = compare(&mut target, &publication, Wishes::default()).unwrap();
    for step in plan.steps(&target.measures(), Wishes::default()) {
        if let Call::Attach(page, file) = step.call() {
            target.attach(page, file).unwrap();
        }
    }
    drop(target);
    assert_eq!(wiki.head(), head);
    well(&wiki.place("github"), (1, 1, 1));
    assert_eq!(git(&wiki.path(), &["rev-list", "--count", "main"]), "2");
}

#[test]
fn pages_that_are_no_longer_published_are_told_and_pruned() {
    let wiki = Repository::new();
    let place = wiki.place("github");
    well(&place, (1, 1, 1));
    wiki.people("Shop-threats-Minutes.md", "Ours, and nobody else's\n");
    let fewer = |wiki: &dyn Wiki| {
        let mut all = report(wiki, 1, 1, 1);
        all.pages.drain(1..);
        all
    };
    let head = wiki.head();
    let mut target = Git::new(&place).unwrap();
    target.open().unwrap();
    let publication = fewer(&target);
    let plan = compare(&mut target, &publication, Wishes::default()).unwrap();
    let orphans: Vec<_> = plan.orphans.iter().map(|o| (o.address.as_str(), o.edited)).collect();
    assert_eq!(orphans, [("Shop-threats-Old", false), ("Shop-threats-Parts-flows", false)]);
    published(&place, &fewer, Wishes::default()).unwrap().unwrap();
    assert_eq!(wiki.head(), head, "told, and no more");
    published(&place, &fewer, Wishes { prune: true, force: false }).unwrap().unwrap();
    assert_eq!(
        wiki.files(),
        [
            ".trustline/Shop-threats.json",
            "Home.md",
            "Shop-threats-Minutes.md",
            "Shop-threats.md",
            "Shop-threats/shop.png"
        ]
    );
    assert_eq!(
        wiki.show(".trustline/Shop-threats.json"),
        format!(
            "{{\n  \"files\": {{\n    \"Shop-threats/shop.png\": \"{}\"\n  }},\n  \"pages\": [\n    \"Shop-threats\"\n  ],\n  \
             \"root\": \"Shop-threats\"\n}}",
            git(&wiki.path(), &["rev-parse", "main:Shop-threats/shop.png"])
        )
    );
}

#[test]
fn files_that_no_page_shows_are_told_and_pruned() {
    for layout in ["github", "otter", "azure"] {
        let wiki = Repository::new();
        let place = wiki.place(layout);
        let more = |wiki: &dyn Wiki| {
            let mut all = report(wiki, 1, 1, 1);
            let page = &mut all.pages[0];
            for (name, n) in [("old.png", 7), ("edited.png", 8)] {
                let (name, media) = (wiki.attachment(&page.address, name), "image/png");
                page.attachments.push(Attachment { name, media, bytes: dot(n) });
            }
            all
        };
        published(&place, &more, Wishes::default()).unwrap().unwrap();
        let all = wiki.files();
        let of = |name: &str| all.iter().find(|f| f.ends_with(name)).unwrap().clone();
        wiki.people(&of("/edited.png"), "theirs by now");
        wiki.people(&of("/old.png").replace("old", "theirs"), "and always was");
        let head = wiki.head();
        let mut target = Git::new(&place).unwrap();
        target.open().unwrap();
        let publication = report(&target, 1, 1, 1);
        let plan = compare(&mut target, &publication, Wishes::default()).unwrap();
        let strays: Vec<&String> = plan.pages.iter().flat_map(|p| &p.strays).collect();
        assert_eq!(strays, [&target.attachment(&publication.pages[0].address, "old.png")], "{layout}");
        well(&place, (1, 1, 1));
        assert_eq!(wiki.head(), head, "told, and no more");
        let done = publish(&place, (1, 1, 1), Wishes { prune: true, force: false }).unwrap().unwrap();
        assert_eq!(done.deleted.len(), 1, "{done:?}");
        let left = wiki.files();
        let gone: Vec<&String> = all.iter().filter(|f| !left.contains(f)).collect();
        assert_eq!(gone, [&of("/old.png")], "{layout}: {left:?}");
        assert!(left.iter().any(|f| f.ends_with("/theirs.png")), "{left:?}");
        let head = wiki.head();
        publish(&place, (1, 1, 1), Wishes { prune: true, force: false }).unwrap().unwrap();
        assert_eq!(wiki.head(), head);
    }
}

#[test]
fn a_list_that_somebody_made_leads_nowhere() {
    let wiki = Repository::new();
    let place = wiki.place("github");
    well(&place, (1, 1, 1));
    let list = "{ \"files\": { \"Home.md\": \"x\", \"../x\": 7 }, \"pages\": [\"../../etc/passwd\", \".git/config\", \"Home\", 7, \"Shop-threats\"] }";
    wiki.people(".trustline/Shop-threats.json", list);
    let fewer = |wiki: &dyn Wiki| {
        let mut all = report(wiki, 1, 1, 1);
        all.pages.drain(1..);
        all
    };
    published(&place, &fewer, Wishes { prune: true, force: true }).unwrap().unwrap();
    assert_eq!(wiki.show("Home.md"), "# Welcome", "it has no mark of ours");
}

#[test]
fn hostile_titles_stay_in_their_folder() {
    let wiki = Repository::new();
    let place = Place { space: "models".into(), ..wiki.place("gollum") };
    for title in [
        "../../../evil",
        "-rf /",
        ".git/hooks/pre-push",
        "--upload-pack=touch x",
        "a\u{202e}b\0c",
        "CON",
        "$(touch y)`z`",
    ] {
        let hostile = |wiki: &dyn Wiki| {
            let mut all = report(wiki, 1, 1, 1);
            let address = wiki.address(&[title]).unwrap();
            all.pages.truncate(1);
            all.pages[0].attachments[0].name = wiki.attachment(&address, &format!("{title}.png"));
            all.pages[0].address = address;
            all
        };
        published(&place, &hostile, Wishes::default()).unwrap().unwrap();
    }
    for file in wiki.files() {
        let plain = file.split('/').all(|part| !part.starts_with(['.', '-']) || part == ".trustline");
        assert!(file == "Home.md" || file.starts_with("models/") && plain, "{file}");
    }
    assert_eq!(wiki.files().iter().filter(|f| f.ends_with(".md")).count(), 8);
}

#[test]
fn settings_that_cannot_be_are_refused_at_once() {
    let good = Repository::new().place("github");
    let option = |key: &str, value: &str| {
        let mut options = good.options.clone();
        options.insert(key.into(), value.into());
        Place { options, ..good.clone() }
    };
    let url = |url: &str| Place { url: url.into(), ..good.clone() };
    let secret =
        Place { secret: Some(Secret::new("tok-123456")), ..url("http://wiki.example.org/o/r.wiki.git") };
    let cases = [
        (url(""), "`url`"),
        (url("--upload-pack=x"), "`url`"),
        (url("ext::sh -c x"), "`url`"),
        (url("https://me:tok-123456@github.com/o/r.wiki.git"), "holds an account"),
        (url("https://tok-123456@github.com/o/r.wiki.git"), "holds an account"),
        (secret, "for everybody to read"),
        (option("layout", "svn"), "no layout `svn`"),
        (option("author", "nobody"), "`author`"),
        (option("branch", "--force"), "`branch`"),
        (option("branch", "a..b"), "`branch`"),
        (Place { space: "x".into(), ..good.clone() }, "no folders"),
        (Place { parent: "Home".into(), ..good.clone() }, "no parents"),
    ];
    for (place, what) in cases {
        let failure = Git::new(&place).map(|_| ()).unwrap_err();
        assert!(failure.kind == Kind::Settings && failure.what.contains(what), "{failure:?}");
        assert!(!failure.help.is_empty() && !format!("{failure:?}").contains("tok-123456"), "{failure:?}");
    }
    assert!(Git::new(&url("git@github.com:o/r.wiki.git")).is_ok());
    assert!(Git::new(&url("ssh://git@example.org/r.wiki.git")).is_ok());
}

#[test]
fn what_is_not_there_is_told() {
    let wiki = Repository::new();
    let mut place = wiki.place("github");
    place.url += ".gone";
    let failure = publish(&place, (1, 1, 1), Wishes::default()).unwrap_err();
    assert_eq!(failure.kind, Kind::Missing, "{failure}");
    assert!(failure.help.contains("first page"), "{}", failure.help);
    place.url = "http://127.0.0.1:1/o/r.wiki.git".into();
    let failure = publish(&place, (1, 1, 1), Wishes::default()).unwrap_err();
    assert_eq!(failure.kind, Kind::Unreachable, "{failure}");
}

/// A server may refuse a push for reasons of its own.
#[cfg(unix)]
#[test]
fn a_refused_push_is_told() {
    use std::os::unix::fs::PermissionsExt as _;
    let wiki = Repository::new();
    let hook = wiki.path().join("hooks/pre-receive");
    std::fs::create_dir_all(hook.parent().unwrap()).unwrap();
    std::fs::write(&hook, "#!/bin/sh\necho 'files of more than 10 MB are not taken' >&2\nexit 1\n").unwrap();
    std::fs::set_permissions(&hook, std::fs::Permissions::from_mode(0o755)).unwrap();
    let head = wiki.head();
    let failure = publish(&wiki.place("github"), (1, 1, 1), Wishes::default()).unwrap_err();
    assert_eq!(failure.kind, Kind::Refused, "{failure}");
    assert!(failure.what.contains("files of more than 10 MB are not taken"), "{failure}");
    assert_eq!(wiki.head(), head);
}
