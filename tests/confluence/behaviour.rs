//! What a publish does to a Confluence where all is well.

use super::fake::{Edition, Fake, STRANGER};
use super::shop::*;
use trustline::publish::failure::Kind;
use trustline::publish::plan::Wishes;
use trustline::publish::secret::Secret;
use trustline::publish::targets::Place;

const NONE: [&str; 0] = [];

fn version(fake: &Fake, title: &str) -> u64 {
    fake.store().titled(title).unwrap().version
}

fn changed(fake: &Fake) -> Vec<String> {
    fake.writes().iter().map(|r| format!("{} {}", r.method, r.path)).collect()
}

#[test]
fn pages_stand_as_they_shall() {
    everywhere(|fake, place| {
        let done = well(place, &report(1, 1, 1));
        let store = fake.store();
        let root = store.titled(ROOT).unwrap();
        let parts = store.titled(PARTS).unwrap();
        assert_eq!((root.parent, parts.parent), (Some(1000), Some(root.id)));
        assert_eq!(store.titled(OLD).unwrap().parent, Some(parts.id));
        assert!(root.body.contains("<p>No. 1 &amp; more</p>"), "{}", root.body);
        assert_eq!(root.attachment("shop.png").unwrap().bytes, b"\x7fPNG 1");
        assert_eq!(root.attachment("shop.png").unwrap().media, "image/png");
        let labels: Vec<_> = root.labels.iter().map(|l| format!("{}:{}", l.0, l.1)).collect();
        assert_eq!(labels, ["global:shop", "global:threats"]);
        for width in ["content-appearance-published", "content-appearance-draft"] {
            assert_eq!(parts.properties[width].value, "full-width");
        }
        let mark = &root.properties["trustline-publish"].value;
        assert_eq!((mark["of"].as_str(), mark["revision"].as_str()), (Some(ROOT), Some("1")));
        assert_eq!(mark["model"], report(1, 1, 1).model);
        assert_eq!(root.version, 1, "made in one go");
        assert!(done.link.ends_with(&format!("/pages/viewpage.action?pageId={}", root.id)), "{}", done.link);
        assert!(done.link.starts_with(&fake.url), "{}", done.link);
    });
}

#[test]
fn nothing_changes_where_nothing_changed() {
    everywhere(|fake, place| {
        well(place, &report(1, 1, 1));
        let before = fake.store().shown();
        fake.requests();
        let done = well(place, &report(1, 1, 1));
        assert_eq!(done.calls, NONE);
        let asked = fake.requests();
        assert!(asked.iter().all(|r| r.method == "GET"), "{asked:?}");
        let cloud = fake.url.ends_with("/wiki");
        // Space and pages below; a page, its files, and on Cloud its property and labels.
        assert_eq!(asked.len(), 2 + 3 * if cloud { 4 } else { 2 }, "{asked:#?}");
        assert_eq!(fake.store().shown(), before);
    });
}

#[test]
fn what_changed_is_written_and_nothing_else() {
    everywhere(|fake, place| {
        well(place, &report(1, 1, 1));
        fake.requests();
        well(place, &report(1, 2, 1));
        assert_eq!((version(fake, ROOT), version(fake, PARTS), version(fake, OLD)), (1, 2, 1));
        let written = changed(fake);
        assert_eq!(written.len(), 2, "the page and its mark: {written:?}");
        let parts = fake.store().titled(PARTS).unwrap().clone();
        assert!(parts.body.contains("Parts, no. 2"));
        assert!(
            parts.message.starts_with("The threat model as of the 26th [trustline 0000000000000000-"),
            "{}",
            parts.message
        );
        assert_eq!(parts.properties["trustline-publish"].value["revision"], "2");

        well(place, &report(1, 2, 2));
        let written = changed(fake);
        assert_eq!(written.len(), 1, "the picture: {written:?}");
        assert!(written[0].ends_with("/data"), "{written:?}");
        let picture = fake.store().titled(ROOT).unwrap().attachment("shop.png").unwrap().clone();
        assert_eq!((picture.version, picture.bytes.as_slice()), (2, b"\x7fPNG 2".as_slice()));
        assert_eq!(version(fake, ROOT), 1);
        well(place, &report(1, 2, 2));
        assert_eq!(changed(fake), NONE);
    });
}

#[test]
fn what_people_wrote_is_not_overwritten() {
    everywhere(|fake, place| {
        well(place, &report(1, 1, 1));
        let (id, body) = fake.store().titled(PARTS).map(|p| (p.id, p.body.clone())).unwrap();
        fake.store().edit(id, &body.replace("Parts, no. 1", "Parts, as we know them"));
        fake.requests();
        let done = publish(place, &report(2, 2, 2), Wishes::default()).unwrap();
        assert_eq!(done.conflicts, [format!("{PARTS}: Edited")]);
        assert_eq!(changed(fake), NONE, "on no page");
        assert!(fake.store().titled(PARTS).unwrap().body.contains("as we know them"));

        let done = publish(place, &report(2, 2, 2), Wishes { force: true, prune: false }).unwrap();
        assert_eq!(done.conflicts.len(), 1);
        assert!(fake.store().titled(PARTS).unwrap().body.contains("Parts, no. 2"));
        fake.requests();
        well(place, &report(2, 2, 2));
        assert_eq!(changed(fake), NONE);
    });
}

#[test]
fn what_people_wrote_around_our_part_stays() {
    everywhere(|fake, place| {
        well(place, &report(1, 1, 1));
        let (id, body) = fake.store().titled(PARTS).map(|p| (p.id, p.body.clone())).unwrap();
        fake.store().edit(id, &format!("<p>Read me first.</p>{body}<p>And me last.</p>"));
        fake.requests();
        well(place, &report(1, 1, 1));
        assert_eq!(changed(fake), NONE);
        well(place, &report(1, 2, 1));
        let now = fake.store().titled(PARTS).unwrap().body.replace('\n', "");
        assert!(now.starts_with("<p>Read me first.</p><ac:"), "{now}");
        assert!(now.contains("Parts, no. 2") && !now.contains("Parts, no. 1"), "{now}");
        assert!(now.ends_with("</ac:structured-macro><p>And me last.</p>"), "{now}");
    });
}

#[test]
fn pages_and_files_of_others_are_not_touched() {
    everywhere(|fake, place| {
        fake.store().by_hand(PARTS, 1000, "<p>Our own parts.</p>");
        let done = publish(place, &report(1, 1, 1), Wishes::default()).unwrap();
        assert_eq!(done.conflicts, [format!("{PARTS}: Foreign")]);
        assert_eq!(changed(fake), NONE);
        assert!(fake.store().titled(ROOT).is_none());

        let id = fake.store().titled(PARTS).unwrap().id;
        fake.store().pages.remove(&id);
        well(place, &report(1, 1, 1));
        let root = fake.store().titled(ROOT).unwrap().id;
        fake.store().attach(root, "shop.pdf", "application/pdf", b"theirs".to_vec(), "by hand").unwrap();
        let mut more = report(1, 1, 1);
        more.pages[0].attachments[1].name = "shop.pdf".into();
        fake.requests();
        let done = publish(place, &more, Wishes::default()).unwrap();
        assert_eq!(done.conflicts, [format!("{ROOT}: File(\"shop.pdf\")")]);
        assert_eq!(changed(fake), NONE);
    });
}

/// Titles are unique whatever their case: the page of another case is the one that stands in the way.
#[test]
fn a_title_in_another_case_is_the_same_title() {
    let fake = Fake::start(Edition::DataCenter);
    let place = place(&fake, Edition::DataCenter);
    fake.store().by_hand("THREATS OF THE SHOP", 1000, "<p>Theirs.</p>");
    let failure = publish(&place, &report(1, 1, 1), Wishes::default()).unwrap_err();
    assert_eq!(failure.kind, Kind::Conflict, "{failure}");
    assert_eq!(fake.store().pages.values().filter(|p| p.parent == Some(1000)).count(), 1);
}

#[test]
fn pages_that_are_no_longer_published_are_told_and_pruned() {
    everywhere(|fake, place| {
        well(place, &report(1, 1, 1));
        let parts = fake.store().titled(PARTS).unwrap().id;
        fake.store().by_hand("Minutes", parts, "<p>Ours, and nobody else's.</p>");
        let mut fewer = report(1, 1, 1);
        fewer.pages.pop();
        fake.requests();
        let done = well(place, &fewer);
        assert_eq!(done.orphans, [format!("{OLD} false")]);
        assert_eq!(changed(fake), NONE, "told, and no more");
        let done = publish(place, &fewer, Wishes { prune: true, force: false }).unwrap();
        assert_eq!(done.calls.len(), 1, "{:?}", done.calls);
        assert!(done.calls[0].starts_with("DELETE /") && done.calls[0].ends_with(&format!("title=`{OLD}`")));
        assert!(fake.store().titled(OLD).is_none());
        assert!(fake.store().pages.values().any(|p| p.title == OLD && p.trashed), "in the trash");
        assert!(fake.store().titled("Minutes").is_some());
    });
}

#[test]
fn files_that_no_page_shows_are_told_and_pruned() {
    everywhere(|fake, place| {
        well(place, &report(1, 1, 1));
        let root = fake.store().titled(ROOT).unwrap().id;
        // Files of people, also of those whose program writes digests as we do.
        let digest = format!("sha256:{}", "0".repeat(64));
        for (name, comment) in [("notes.pdf", "by hand"), ("other.png", digest.as_str())] {
            fake.store().attach(root, name, "application/pdf", b"theirs".to_vec(), comment).unwrap();
        }
        let mut fewer = report(1, 1, 1);
        fewer.pages[0].attachments.pop();
        fake.requests();
        for _ in 0..2 {
            let done = well(place, &fewer);
            assert_eq!((done.strays, done.orphans), (vec!["shop.json".to_owned()], vec![]));
            assert_eq!(changed(fake), NONE, "told, and no more");
        }
        let done = publish(place, &fewer, Wishes { prune: true, force: false }).unwrap();
        assert_eq!(done.calls, [format!("DELETE the file `shop.json` of the page {root}")]);
        let mut left: Vec<String> =
            fake.store().titled(ROOT).unwrap().attachments.iter().map(|a| a.name.clone()).collect();
        left.sort();
        assert_eq!(left, ["notes.pdf", "other.png", "shop.png"]);
        assert_eq!(well(place, &fewer).strays, NONE);
    });
}

#[test]
fn an_edited_page_is_not_pruned() {
    everywhere(|fake, place| {
        well(place, &report(1, 1, 1));
        let (id, body) = fake.store().titled(OLD).map(|p| (p.id, p.body.clone())).unwrap();
        fake.store().edit(id, &body.replace("Old", "Old, but dear"));
        let mut fewer = report(1, 1, 1);
        fewer.pages.pop();
        let done = publish(place, &fewer, Wishes { prune: true, force: false }).unwrap();
        assert_eq!(done.orphans, [format!("{OLD} true")]);
        assert!(fake.store().titled(OLD).is_some());
    });
}

#[test]
fn the_parent_is_found_by_title_and_by_id() {
    everywhere(|fake, place| {
        let id = fake.store().by_hand("Reviews: 2026 & later", 1000, "<p/>");
        for parent in ["Reviews: 2026 & later".to_owned(), id.to_string()] {
            let place = Place { parent, ..place.clone() };
            well(&place, &report(1, 1, 1));
            assert_eq!(fake.store().titled(ROOT).unwrap().parent, Some(id));
            fake.store().pages.retain(|p, _| *p <= id);
        }
        let failure =
            publish(&Place { parent: "2000".into(), ..place.clone() }, &report(1, 1, 1), Wishes::default())
                .unwrap_err();
        assert_eq!(failure.kind, Kind::Settings, "a page of another space: {failure}");
        let failure =
            publish(&Place { parent: "None".into(), ..place.clone() }, &report(1, 1, 1), Wishes::default())
                .unwrap_err();
        assert_eq!(failure.kind, Kind::Missing);
        assert!(failure.what.contains("`None`") && failure.help.contains("`parent`"), "{failure:?}");
        assert_eq!(changed(fake).iter().filter(|w| w.starts_with("DELETE")).count(), 0);
    });
}

#[test]
fn a_page_that_people_moved_stays_where_they_put_it() {
    everywhere(|fake, place| {
        well(place, &report(1, 1, 1));
        let elsewhere = fake.store().by_hand("Archive", 1000, "<p/>");
        let id = fake.store().titled(OLD).unwrap().id;
        fake.store().pages.get_mut(&id).unwrap().parent = Some(elsewhere);
        let mut new = report(1, 1, 1);
        new.pages[2].body = "<p>New</p>".into();
        well(place, &new);
        let store = fake.store();
        let old = store.titled(OLD).unwrap();
        assert_eq!((old.parent, old.version), (Some(elsewhere), 2));
    });
}

#[test]
fn long_lists_are_read_to_their_end() {
    everywhere(|fake, place| {
        fake.store().at_once = 5;
        let mut many = report(1, 1, 1);
        let one = many.pages[0].attachments[0].clone();
        let parts = many.pages[1].clone();
        for n in 0..12 {
            let mut file = one.clone();
            file.name = format!("file-{n}.png");
            many.pages[0].attachments.push(file);
            let mut page = parts.clone();
            page.key = format!("part-{n}");
            page.address = format!("{PARTS} {n}");
            page.attachments.clear();
            page.labels.clear();
            if n % 2 == 0 {
                many.pages.push(page);
            }
        }
        well(place, &many);
        fake.requests();
        well(place, &many);
        assert_eq!(changed(fake), NONE);
        let done = well(place, &report(1, 1, 1));
        assert_eq!(done.orphans.len(), 6);
    });
}

#[test]
fn scoped_tokens_go_through_the_common_host() {
    let fake = Fake::start(Edition::Cloud);
    for user in ["", super::fake::USER] {
        let place = Place { url: fake.scoped(), user: user.into(), ..place(&fake, Edition::Cloud) };
        let done = well(&place, &report(1, 1, 1));
        assert!(
            done.link.starts_with(&format!("{}/pages/", fake.url)),
            "the site, not the host: {}",
            done.link
        );
        assert!(fake.requests().iter().all(|r| r.path.starts_with("/ex/confluence/")));
    }
}

#[test]
fn the_calls_are_told_without_making_them() {
    everywhere(|_, place| {
        let done = well(place, &report(1, 1, 1));
        let v2 = done.calls[0].contains("/api/v2/");
        let create = if v2 { "POST /api/v2/pages" } else { "POST /rest/api/content" };
        assert_eq!(done.calls[0], format!("{create} title=`{ROOT}`"));
        assert!(
            done.calls.iter().any(|c| c.ends_with("/child/attachment file=`shop.png`")),
            "{:?}",
            done.calls
        );
        assert!(done.calls.iter().any(|c| c.ends_with("/label threats shop")), "{:?}", done.calls);
    });
}

#[test]
fn who_sees_no_space_is_told_so() {
    everywhere(|_, place| {
        let place = Place { secret: Some(Secret::new(STRANGER)), ..place.clone() };
        let failure = publish(&place, &report(1, 1, 1), Wishes::default()).unwrap_err();
        assert_eq!(failure.kind, Kind::Missing);
        assert!(failure.what.contains("no space `SEC`, or the account may not see it"), "{failure}");
    });
}

#[test]
fn settings_that_cannot_be_are_refused_at_once() {
    use trustline::publish::confluence::Confluence;
    let fake = Fake::start(Edition::Cloud);
    let good = place(&fake, Edition::Cloud);
    let option = |key: &str, value: &str| [(key.to_owned(), value.to_owned())].into();
    let cases = [
        (Place { space: String::new(), ..good.clone() }, Kind::Settings, "no space is named"),
        (Place { secret: None, ..good.clone() }, Kind::Login, "no token"),
        (Place { user: String::new(), ..good.clone() }, Kind::Login, "an account beside the token"),
        (Place { options: option("edition", "server"), ..good.clone() }, Kind::Settings, "`edition`"),
        (Place { options: option("width", "wide"), ..good.clone() }, Kind::Settings, "`width`"),
        (
            Place { url: "https://me:secret@wiki.example.org".into(), ..good },
            Kind::Settings,
            "holds an account",
        ),
    ];
    for (place, kind, what) in cases {
        let failure = Confluence::new(&place, patience()).map(|_| ()).unwrap_err();
        assert!(failure.kind == kind && failure.what.contains(what), "{failure:?}");
        assert!(!failure.help.is_empty() && !format!("{failure:?}").contains("me:secret"));
    }
    assert_eq!(fake.requests().len(), 0);
}
