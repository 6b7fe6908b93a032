//! What a publish does where something goes wrong: each failure says what to do, names no secret, and leaves nothing that
//! the next run would not complete.

use super::fake::{Edition, Fake, Fault, READER, TOKEN, USER, What};
use super::shop::*;
use base64::Engine as _;
use std::time::{Duration, Instant};
use trustline::publish::failure::{Failure, Kind};
use trustline::publish::plan::Wishes;
use trustline::publish::secret::Secret;
use trustline::publish::targets::Place;

const ALWAYS: usize = usize::MAX;

fn fault(method: &'static str, path: &'static str, times: usize, what: What) -> Fault {
    Fault { method, path, times, what }
}

fn status(status: u16) -> What {
    What::Status(status, None)
}

/// The failure of a publish, which must say these words and name no secret.
fn failed(place: &Place, kind: Kind, words: &[&str]) -> Failure {
    let failure = publish(place, &report(1, 1, 1), Wishes::default()).unwrap_err();
    let all = format!("{} / {}", failure.what, failure.help);
    assert_eq!(failure.kind, kind, "{all}");
    for word in words {
        assert!(all.contains(word), "no {word:?} in: {all}");
    }
    let pair = base64::engine::general_purpose::STANDARD.encode(format!("{USER}:{TOKEN}"));
    assert!(!all.contains(TOKEN) && !all.contains(&pair) && !all.contains("Bearer "), "{all}");
    failure
}

/// All is as if nothing had happened.
fn mended(fake: &Fake, place: &Place) {
    fake.heal();
    well(place, &report(1, 1, 1));
    fake.requests();
    well(place, &report(1, 1, 1));
    assert_eq!(fake.writes().len(), 0);
    assert_eq!(fake.store().titled(ROOT).unwrap().version, 1);
}

#[test]
fn status_401_asks_for_the_right_secret() {
    everywhere(|fake, place| {
        let wrong = Place { secret: Some(Secret::new("another-secret")), ..place.clone() };
        let cloud = fake.url.ends_with("/wiki");
        let failure = failed(&wrong, Kind::Login, &["401", "is refused", "TRUSTLINE_CONFLUENCE_PASSWORD"]);
        assert!(!format!("{failure:?}").contains("another-secret"));
        assert_eq!(failure.help.contains("e-mail"), cloud, "{}", failure.help);
        assert_eq!(failure.help.contains("personal access token"), !cloud);
        assert_eq!(fake.store().pages.len(), 2);
        mended(fake, place);
    });
}

#[test]
fn status_403_asks_for_rights() {
    everywhere(|fake, place| {
        let reader = Place { secret: Some(Secret::new(READER)), ..place.clone() };
        failed(
            &reader,
            Kind::Forbidden,
            &["403", "may not do this", "right to add pages and attachments", ROOT],
        );
        assert_eq!(fake.store().pages.len(), 2);
        mended(fake, place);
    });
}

#[test]
fn a_captcha_is_told_from_missing_rights() {
    let fake = Fake::start(Edition::DataCenter);
    let what = What::Status(403, Some(("X-Seraph-LoginReason", "AUTHENTICATION_DENIED")));
    fake.fault(fault("GET", "/space/", ALWAYS, what));
    let place = place(&fake, Edition::DataCenter);
    failed(&place, Kind::Login, &["Log in once in a browser"]);
    mended(&fake, &place);
}

#[test]
fn status_404_asks_where_it_is() {
    everywhere(|fake, place| {
        let elsewhere =
            Place { url: fake.url.replace("/wiki", "").replace("/confluence", "/conf"), ..place.clone() };
        if !fake.url.ends_with("/wiki") {
            failed(&elsewhere, Kind::Missing, &["no space `SEC`", "`space`"]);
        }
        let nowhere = Place { space: "NOPE".into(), ..place.clone() };
        failed(&nowhere, Kind::Missing, &["no space `NOPE`", "key of a space"]);
        fake.fault(fault("POST", "/child/attachment", ALWAYS, status(404)));
        failed(place, Kind::Missing, &["404", "shop.png", ROOT]);
        mended(fake, place);
    });
}

/// Data Center has no v2, and Cloud no v1 to read with: whoever sets the wrong edition is told so, or that nothing is there.
#[test]
fn the_wrong_edition_is_told() {
    let fake = Fake::start(Edition::Cloud);
    let mut wrong = place(&fake, Edition::Cloud);
    wrong.options.insert("edition".into(), "data-center".into());
    failed(&wrong, Kind::Settings, &["410", "`edition`", "`cloud`"]);
    let fake = Fake::start(Edition::DataCenter);
    let mut wrong = Place { user: super::fake::USER.into(), ..place(&fake, Edition::DataCenter) };
    wrong.options.insert("edition".into(), "cloud".into());
    failed(&wrong, Kind::Missing, &["404", "path of Confluence"]);
}

#[test]
fn status_409_is_a_conflict_if_somebody_wrote_and_nothing_if_not() {
    everywhere(|fake, place| {
        well(place, &report(1, 1, 1));
        // The server trips over itself once: nobody wrote.
        fake.fault(fault("PUT", "/", 1, status(409)));
        well(place, &report(1, 2, 1));
        assert_eq!(fake.store().titled(PARTS).unwrap().version, 2);
        // It says so for ever.
        fake.fault(fault("PUT", "/", ALWAYS, status(409)));
        let failure = publish(place, &report(1, 3, 1), Wishes::default()).unwrap_err();
        assert_eq!(failure.kind, Kind::Conflict);
        assert!(failure.what.contains(PARTS) && failure.help.contains("Publish again"), "{failure:?}");
        fake.heal();
        well(place, &report(1, 3, 1));
    });
}

/// Between our look and our write, people write: their words stay.
#[test]
fn who_writes_between_look_and_write_keeps_the_word() {
    use trustline::publish::confluence::Confluence;
    use trustline::publish::plan::{Step, plan};
    use trustline::publish::wiki::{Wiki, Write};
    everywhere(|fake, place| {
        well(place, &report(1, 1, 1));
        let new = report(1, 2, 1);
        let mut wiki = Confluence::new(place, patience()).unwrap();
        wiki.open().unwrap();
        let standing = wiki.read(&new.pages.iter().collect::<Vec<_>>()).unwrap();
        let measures = wiki.measures();
        let plan = plan(&new, &standing, &[], &measures, Wishes::default());
        let (id, body) = fake.store().titled(PARTS).map(|p| (p.id, p.body.clone())).unwrap();
        fake.store().edit(id, &format!("{body}<p>Quick.</p>"));
        let steps = plan.steps(&measures, Wishes::default());
        let [Step::Write(planned, text, over)] = steps.as_slice() else { panic!("{steps:?}") };
        let write = Write {
            page: planned.page,
            parent: planned.parent,
            text,
            mark: &planned.mark,
            over: *over,
            note: "n",
        };
        let failure = wiki.write(&write).unwrap_err();
        assert_eq!(failure.kind, Kind::Conflict, "{failure}");
        assert!(fake.store().titled(PARTS).unwrap().body.ends_with("<p>Quick.</p>"));
        // The next run sees that they wrote beside our part, and keeps it.
        well(place, &new);
        let now = fake.store().titled(PARTS).unwrap().body.clone();
        assert!(now.contains("no. 2") && now.ends_with("<p>Quick.</p>"), "{now}");
    });
}

#[test]
fn status_413_says_what_is_too_large() {
    everywhere(|fake, place| {
        fake.store().limit = 1000;
        let mut large = report(1, 1, 1);
        large.pages[0].attachments[0].bytes = vec![1; 2000];
        let failure = publish(place, &large, Wishes::default()).unwrap_err();
        assert_eq!(failure.kind, Kind::TooLarge);
        assert!(failure.what.contains("shop.png") && failure.what.contains("413"), "{failure}");
        assert!(failure.help.contains("Attach less"), "{}", failure.help);
        let mut large = report(1, 1, 1);
        large.pages[1].body = format!("<p>{}</p>", "x".repeat(2000));
        let failure = publish(place, &large, Wishes::default()).unwrap_err();
        assert!(failure.kind == Kind::TooLarge && failure.what.contains(PARTS), "{failure}");
        fake.store().limit = 1 << 20;
        mended(fake, place);
    });
}

#[test]
fn status_429_is_waited_for_as_long_as_asked() {
    everywhere(|fake, place| {
        fake.fault(fault("POST", "", 1, What::Status(429, Some(("Retry-After", "1")))));
        let start = Instant::now();
        well(place, &report(1, 1, 1));
        assert!(start.elapsed() >= Duration::from_secs(1));
        fake.fault(fault("GET", "", ALWAYS, What::Status(429, Some(("Retry-After", "600")))));
        failed(place, Kind::Busy, &["600 seconds", "goes on where it stopped"]);
        fake.heal();
        fake.fault(fault("GET", "", ALWAYS, status(429)));
        failed(place, Kind::Busy, &["429", "Publish again later"]);
        mended(fake, place);
    });
}

#[test]
fn status_500_passes_or_is_told() {
    everywhere(|fake, place| {
        fake.fault(fault("GET", "", 2, status(500)));
        well(place, &report(1, 1, 1));
        fake.fault(fault("GET", "attachment", ALWAYS, status(500)));
        failed(place, Kind::Broken, &["500", "list the files of a page", "administrator"]);
        mended(fake, place);
        fake.store().pages.retain(|id, _| *id <= 2000);
        fake.fault(fault("POST", "", ALWAYS, status(500)));
        failed(place, Kind::Broken, &["500", "create the page", ROOT]);
        mended(fake, place);
    });
}

#[test]
fn an_answer_that_is_a_page_for_people_is_told() {
    everywhere(|fake, place| {
        fake.fault(fault("GET", "", ALWAYS, What::Page("<html><title>Log in</title></html>")));
        failed(place, Kind::Broken, &["not the data that was asked for", "Log in", "`url`"]);
        mended(fake, place);
    });
}

#[test]
fn a_cut_connection_is_mended_or_told() {
    everywhere(|fake, place| {
        for what in [What::CutBefore, What::CutAfter] {
            for method in ["GET", "POST"] {
                fake.fault(fault(method, "", 1, what.clone()));
                well(place, &report(1, 1, 1));
                let twice = fake.store().pages.values().filter(|p| p.title == ROOT).count();
                assert_eq!(twice, 1, "{method} {what:?}");
                mended(fake, place);
                fake.store().pages.retain(|id, _| *id <= 2000);
            }
        }
        fake.fault(fault("", "", ALWAYS, What::CutBefore));
        failed(place, Kind::Unreachable, &["connection broke", &fake.url, "Publish again"]);
        mended(fake, place);
    });
}

#[test]
fn nobody_there_is_told() {
    let fake = Fake::start(Edition::DataCenter);
    let gone = Place { url: "http://127.0.0.1:1/confluence".into(), ..place(&fake, Edition::DataCenter) };
    failed(&gone, Kind::Unreachable, &["http://127.0.0.1:1", "See that the wiki runs"]);
}

#[test]
fn a_slow_answer_is_waited_for_up_to_a_limit() {
    everywhere(|fake, place| {
        fake.fault(fault("GET", "", 1, What::Slow(Duration::from_millis(300))));
        well(place, &report(1, 1, 1));
        fake.store().pages.retain(|id, _| *id <= 2000);
        // Late, and still done: the second try finds it.
        fake.fault(fault("POST", "", 1, What::Slow(Duration::from_millis(900))));
        let start = Instant::now();
        let first = publish(place, &report(1, 1, 1), Wishes::default());
        assert!(
            first.is_ok() || first.is_err_and(|f| f.kind == Kind::Conflict || f.kind == Kind::Unreachable)
        );
        assert!(start.elapsed() < Duration::from_secs(10));
        std::thread::sleep(Duration::from_millis(400));
        mended(fake, place);
        fake.fault(fault("GET", "", ALWAYS, What::Slow(Duration::from_millis(1000))));
        failed(place, Kind::Unreachable, &["no whole answer in time", "Publish again"]);
        std::thread::sleep(Duration::from_millis(400));
        mended(fake, place);
    });
}

#[test]
fn a_page_that_cannot_be_found_yet_is_waited_for() {
    let fake = Fake::start(Edition::Cloud);
    fake.store().lag = 2;
    let place = place(&fake, Edition::Cloud);
    well(&place, &report(1, 1, 1));
    mended(&fake, &place);
}

#[test]
fn a_body_that_is_no_xml_is_told() {
    everywhere(|fake, place| {
        let mut bad = report(1, 1, 1);
        bad.pages[0].body = "<p>1 < 2</p>".into();
        let failure = publish(place, &bad, Wishes::default()).unwrap_err();
        assert_eq!(failure.kind, Kind::Broken);
        assert!(failure.what.contains("can't read the page") && failure.what.contains(ROOT), "{failure}");
        assert_eq!(fake.store().pages.len(), 2);
    });
}

/// Nobody answers any more after each single request of a publish, with this request done or not: a second run ends as
/// one that nothing happened to.
#[test]
fn a_kill_at_any_moment_is_mended_by_the_next_run() {
    for edition in [Edition::DataCenter, Edition::Cloud] {
        let start = |published: bool| {
            let fake = Fake::start(edition);
            fake.store().rewrites = true;
            let place = place(&fake, edition);
            if published {
                well(&place, &report(1, 1, 1));
            }
            fake.requests();
            (fake, place)
        };
        for (published, target) in [(false, report(1, 1, 1)), (true, report(2, 2, 2))] {
            let (fake, place) = start(published);
            well(&place, &target);
            let (expected, versions) = (shown(&fake), fake.store().titled(ROOT).unwrap().version);
            let requests = fake.requests();
            assert!(requests.len() > 10);
            for n in 1..=requests.len() {
                for done in [false, true] {
                    // A read that was answered or not leaves the same.
                    if requests[n - 1].method == "GET" && done {
                        continue;
                    }
                    let (fake, place) = start(published);
                    fake.die_after(n, done);
                    let first = publish(&place, &target, Wishes::default());
                    assert!(first.is_err() || n == requests.len(), "{edition:?} {n} {done}: {first:?}");
                    fake.heal();
                    well(&place, &target);
                    let what = format!(
                        "{edition:?}, {published}, after request {n}, done: {done}: {:?}",
                        requests[n - 1]
                    );
                    for (now, then) in shown(&fake).iter().zip(&expected) {
                        assert_eq!(now, then, "{what}");
                    }
                    assert_eq!(shown(&fake).len(), expected.len(), "{what}");
                    assert_eq!(fake.store().titled(ROOT).unwrap().version, versions, "{what}");
                    fake.requests();
                    well(&place, &target);
                    assert_eq!(fake.writes().len(), 0, "{what}");
                }
            }
        }
    }
}

/// What stands there, without the ids that macros get.
fn shown(fake: &Fake) -> Vec<String> {
    let plain = |text: String| {
        let mut parts = text.split("ac:macro-id=");
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |out, part| out + part.trim_start_matches('\\').split_once('>').map_or("", |p| p.1))
    };
    fake.store().shown().into_iter().map(|v| plain(v.to_string())).collect()
}
