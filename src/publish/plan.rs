//! What has to be done: what is to be published, compared with what stands there. Pure; it calls nobody.
//!
//! A page that people changed since we wrote it is a conflict, and so is one that we never wrote. With a conflict on
//! any page nothing is written at all, unless it is forced: pages lead to each other and speak of one model.

use super::mark::{Fence, Mark, hash, same};
use super::page::{Attachment, Page, Publication};
use super::wiki::{Current, Held, Measures, Standing};
use std::collections::HashMap;

mod difference;
mod steps;

pub use difference::difference;
pub use steps::Step;

/// What a publish will do.
#[derive(Clone, Debug)]
pub struct Plan<'p> {
    /// The pages in their order, each with what is done about it.
    pub pages: Vec<Planned<'p>>,
    /// Pages with our mark that are not published any more.
    pub orphans: Vec<Orphan>,
}

/// A page with what is done about it.
#[derive(Clone, Debug)]
pub struct Planned<'p> {
    /// The page.
    pub page: &'p Page,
    /// The address of the page above.
    pub parent: Option<&'p str>,
    /// What is done about its text.
    pub doing: Doing,
    /// The mark that it gets.
    pub mark: Mark,
    /// Its files that are not there, or with another content.
    pub files: Vec<&'p Attachment>,
    /// Names of files that we put on it and that it does not show any more.
    pub strays: Vec<String>,
    /// Whether a label is missing.
    pub label: bool,
    /// Its text as it stands; empty if there is no page.
    pub before: String,
    /// Why it would be overwritten only by force.
    pub conflict: Option<Conflict>,
}

/// What is done about the text of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doing {
    /// It is made, with this text.
    Create(String),
    /// It is written with this text over this revision.
    Update(String, String),
    /// Nothing.
    Leave,
}

/// A page that is not ours as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// Why.
    pub why: Why,
    /// Who wrote it last; may be empty.
    pub author: String,
    /// When; may be empty.
    pub date: String,
    /// The whole text that force would write.
    pub ours: String,
}

/// Why a page is not ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Our part was changed since we wrote it.
    Edited,
    /// It was not written by this program, or the lines around our part are gone.
    Foreign,
    /// It holds the report of another model.
    Another,
    /// A file of this name was put there by somebody else.
    File(String),
}

/// A page with our mark that is not published any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Orphan {
    /// Where it stands.
    pub address: String,
    /// Whether people wrote something on it.
    pub edited: bool,
    /// Names of our files on it, where they don't go by themselves.
    pub files: Vec<String>,
}

/// What the call asks for.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub struct Wishes {
    /// Pages are written over whatever stands there.
    pub force: bool,
    /// Pages that are not published any more are deleted, and so are files that no page shows.
    pub prune: bool,
}

/// Compares. `standing` has one entry for each page, in their order; `marked` are pages with our mark that the
/// publication may not have any more.
pub fn plan<'p>(
    publication: &'p Publication,
    standing: &[Standing],
    marked: &[(String, Standing)],
    measures: &Measures,
    wishes: Wishes,
) -> Plan<'p> {
    let addresses: HashMap<&str, &str> =
        publication.pages.iter().map(|p| (p.key.as_str(), p.address.as_str())).collect();
    let of = Mark {
        of: publication.pages.first().map_or_else(String::new, |p| p.address.clone()),
        whose: publication.whose.clone(),
        model: publication.model.clone(),
        ..Mark::default()
    };
    let nothing = Standing::default();
    let pages = publication.pages.iter().enumerate().map(|(at, page)| {
        let standing = standing.get(at).unwrap_or(&nothing);
        let parent = page.parent.as_deref().and_then(|key| addresses.get(key).copied());
        one(page, parent, &of, standing, measures, wishes)
    });
    let published: Vec<&str> = addresses.values().copied().collect();
    let orphans = marked.iter().filter(|(address, _)| !published.contains(&address.as_str()));
    let orphans = orphans.filter_map(|(address, standing)| orphan(address, &of, standing, measures));
    Plan { pages: pages.collect(), orphans: orphans.collect() }
}

/// What is done about a page of a plan that was read again.
pub(super) fn again<'p>(
    planned: &Planned<'p>,
    standing: &[Standing],
    measures: &Measures,
    wishes: Wishes,
) -> Planned<'p> {
    let nothing = Standing::default();
    let standing = standing.first().unwrap_or(&nothing);
    one(planned.page, planned.parent, &planned.mark, standing, measures, wishes)
}

/// What is done about one page. `of` is a mark of the publication, whatever it says of texts.
fn one<'p>(
    page: &'p Page,
    parent: Option<&'p str>,
    of: &Mark,
    standing: &Standing,
    measures: &Measures,
    wishes: Wishes,
) -> Planned<'p> {
    let strays = standing.attached.iter().filter(|held| held.ours);
    let strays: Vec<&Held> =
        strays.filter(|held| page.attachments.iter().all(|f| f.name != held.name)).collect();
    let left =
        if measures.forgets_files { strays.iter().map(|held| held.trace()).collect() } else { Vec::new() };
    let of = &Mark { left, ..of.clone() };
    let text = hash(&page.body);
    let mark = Mark { kept: text.clone(), text, revision: String::new(), ..of.clone() };
    let held = |file: &Attachment| standing.attached.iter().find(|held| held.name == file.name);
    let files: Vec<&Attachment> =
        page.attachments.iter().filter(|file| held(file).is_none_or(|held| !file.is(&held.digest))).collect();
    let label = standing.labels.as_ref().is_some_and(|held| page.labels.iter().any(|l| !held.contains(l)));
    let strange = files.iter().find(|file| held(file).is_some_and(|held| !held.ours));
    let strange = strange.map(|file| Why::File(file.name.clone()));
    let mut planned = Planned {
        page,
        parent,
        doing: Doing::Leave,
        mark,
        files,
        strays: Vec::new(),
        label,
        before: String::new(),
        conflict: None,
    };
    let fresh = || measures.fence.map_or_else(|| page.body.clone(), |f| f.around(&page.body, of) + "\n");
    let Some(current) = &standing.page else {
        planned.doing = Doing::Create(fresh());
        return planned;
    };
    planned.before.clone_from(&current.text);
    let state = match measures.fence {
        Some(fence) => fenced(fence, page, of, current, measures.rewrites),
        None => whole(page, of, current, measures),
    };
    let (text, why) = match state {
        State::Same => (None, None),
        State::Ours(text) => (Some(text), None),
        State::Edited(text) => (Some(text), Some(Why::Edited)),
        State::Another(text) => (Some(text), Some(Why::Another)),
        State::Foreign => (Some(fresh()), Some(Why::Foreign)),
    };
    planned.conflict = why.or(strange).map(|why| Conflict {
        why,
        author: current.author.clone(),
        date: current.date.clone(),
        ours: text.clone().unwrap_or_else(|| current.text.clone()),
    });
    // On a page that is not ours nothing is.
    if wishes.force || planned.conflict.is_none() {
        planned.strays = strays.iter().map(|held| held.name.clone()).collect();
        if let Some(text) = text {
            planned.doing = Doing::Update(text, current.revision.clone());
        }
    }
    planned
}

/// How a page stands.
enum State {
    /// As it shall.
    Same,
    /// As we wrote it; this is its new text.
    Ours(String),
    /// Changed by people; this would be its new text.
    Edited(String),
    /// Of another model; this would be its new text.
    Another(String),
    /// Not written by us.
    Foreign,
}

/// A page with our part in fences.
fn fenced(fence: Fence, page: &Page, of: &Mark, current: &Current, rewrites: bool) -> State {
    if current.text.trim().is_empty() {
        return State::Ours(fence.around(&page.body, of) + "\n");
    }
    let Some(split) = fence.split(&current.text) else { return State::Foreign };
    let (there, wanted) = (hash(&split.ours), hash(&page.body));
    let text = format!("{}{}{}", split.above, fence.around(&page.body, of), split.below);
    if split.mark.is_of_another(of) {
        return State::Another(text);
    }
    if rewrites && let Some(mark) = own(current, of) {
        return match (untouched(mark, &there, current), same(&mark.text, &wanted)) {
            (true, true) => State::Same,
            (true, false) => State::Ours(text),
            (false, _) => State::Edited(text),
        };
    }
    if same(&there, &wanted) && same(&split.mark.text, &wanted) {
        return State::Same;
    }
    // Fences that somebody put there for us to fill have no mark and nothing between them.
    let empty = split.ours.is_empty() && split.mark.text.is_empty();
    if same(&there, &wanted) || same(&there, &split.mark.text) || empty {
        State::Ours(text)
    } else {
        State::Edited(text)
    }
}

/// The mark of this publication that the target tells. One that could not be completed does not say of which it is.
fn own<'c>(current: &'c Current, of: &Mark) -> Option<&'c Mark> {
    current.mark.as_ref().filter(|mark| mark.of == of.of || mark.of.is_empty())
}

/// Whether a text is what the target made of ours, by its hash or because nothing was written since.
fn untouched(mark: &Mark, there: &str, current: &Current) -> bool {
    same(there, &mark.kept) || (!mark.revision.is_empty() && mark.revision == current.revision)
}

/// A page that is ours as a whole.
fn whole(page: &Page, of: &Mark, current: &Current, measures: &Measures) -> State {
    let (there, wanted) = (hash(&current.text), hash(&page.body));
    let kept = !measures.rewrites && same(&there, &wanted);
    let Some(mark) = own(current, of) else {
        // What we wrote before a kill, and had no time to mark.
        let ours = kept || current.text.trim().is_empty();
        return if ours { State::Ours(page.body.clone()) } else { State::Foreign };
    };
    if mark.is_of_another(of) {
        return State::Another(page.body.clone());
    }
    match (untouched(mark, &there, current), same(&mark.text, &wanted)) {
        (true, true) => State::Same,
        (true, false) => State::Ours(page.body.clone()),
        (false, _) if kept => State::Ours(page.body.clone()),
        (false, _) => State::Edited(page.body.clone()),
    }
}

/// A page that we wrote once, if it is one. Those of other models, which may well stand below ours, are none.
fn orphan(address: &str, of: &Mark, standing: &Standing, measures: &Measures) -> Option<Orphan> {
    let current = standing.page.as_ref()?;
    let edited = match measures.fence {
        Some(fence) => {
            let split = fence.split(&current.text).filter(|split| !split.mark.is_of_another(of))?;
            let alone = split.above.trim().is_empty() && split.below.trim().is_empty();
            let there = hash(&split.ours);
            let ours = own(current, of).is_some_and(|mark| untouched(mark, &there, current));
            !(alone && (ours || same(&there, &split.mark.text)))
        }
        None => {
            let mark = own(current, of).filter(|mark| !mark.is_of_another(of))?;
            !untouched(mark, &hash(&current.text), current)
        }
    };
    let files = standing.attached.iter().filter(|held| held.ours && !measures.files_go);
    Some(Orphan { address: address.to_owned(), edited, files: files.map(|held| held.name.clone()).collect() })
}

impl Plan<'_> {
    /// The pages that people changed.
    pub fn conflicts(&self) -> impl Iterator<Item = (&Planned<'_>, &Conflict)> {
        self.pages.iter().filter_map(|p| p.conflict.as_ref().map(|c| (p, c)))
    }
}

#[cfg(test)]
mod tests {
    use super::super::mark::whose;
    use super::super::wiki::{Digest, Held, Markup, Pictures};
    use super::*;

    const FENCE: Fence = Fence { begin: "<!-- trustline * begin -->", end: "<!-- trustline * end -->" };
    const MODEL: &str = "0123456789abcdef0123456789abcdef";

    /// A mark of the model of this file; of before marks knew whose they are, if it is empty.
    fn of(file: &str) -> Mark {
        let whose = if file.is_empty() { String::new() } else { whose(file) };
        Mark { of: "Root".into(), whose, model: MODEL.into(), ..Mark::default() }
    }

    fn measures(fence: Option<Fence>, rewrites: bool) -> Measures {
        let usual = Measures::of(Markup::MediaWiki, Pictures::Png, (1_000_000, 1_000_000));
        Measures { fence, rewrites, ..usual }
    }

    fn page(body: &str) -> Publication {
        let file = Attachment { name: "a.png".into(), media: "image/png", bytes: b"abc".to_vec() };
        let page = Page {
            key: "report".into(),
            address: "Root".into(),
            body: body.into(),
            attachments: vec![file],
            ..Page::default()
        };
        Publication { whose: whose("rag.tm"), model: MODEL.into(), note: String::new(), pages: vec![page] }
    }

    fn standing(text: &str, mark: Option<Mark>) -> Standing {
        let page = Current {
            text: text.into(),
            revision: "7".into(),
            author: "Ana".into(),
            mark,
            ..Current::default()
        };
        let digest = Digest::Sha1("a9993e364706816aba3e25717850c26c9cd0d89d".into());
        Standing {
            page: Some(page),
            attached: vec![Held { name: "a.png".into(), digest, ours: true }],
            labels: None,
        }
    }

    /// What becomes of a page with this body where this stands: what is done, how many files, and why not.
    fn done(body: &str, there: Standing, measures: &Measures, force: bool) -> (Doing, usize, Option<Why>) {
        let publication = page(body);
        let plan = plan(&publication, &[there], &[], measures, Wishes { force, prune: false });
        let p = &plan.pages[0];
        (p.doing.clone(), p.files.len(), p.conflict.as_ref().map(|c| c.why.clone()))
    }

    #[test]
    fn a_fenced_page_is_ours_while_nobody_changed_it() {
        let m = measures(Some(FENCE), false);
        let ours = FENCE.around("one", &of("rag.tm"));
        let made = done("one", Standing::default(), &m, false);
        assert_eq!(made, (Doing::Create(format!("{ours}\n")), 1, None));
        assert_eq!(done("one", standing(&ours, None), &m, false), (Doing::Leave, 0, None));
        let theirs = format!("Their line\n{ours}\nMore\n");
        assert_eq!(done("one", standing(&theirs, None), &m, false), (Doing::Leave, 0, None));
        let two = theirs.replace(&ours, &FENCE.around("two", &of("rag.tm")));
        assert_eq!(
            done("two", standing(&theirs, None), &m, false),
            (Doing::Update(two, "7".into()), 0, None)
        );
        let edited = theirs.replace("\none\n", "\none!\n");
        assert_eq!(done("two", standing(&edited, None), &m, false), (Doing::Leave, 0, Some(Why::Edited)));
        let (doing, _, _) = done("two", standing(&edited, None), &m, true);
        assert!(
            matches!(&doing, Doing::Update(text, _) if text.starts_with("Their line\n") && text.ends_with("\nMore\n"))
        );
        assert_eq!(
            done("two", standing("A page of theirs", None), &m, false),
            (Doing::Leave, 0, Some(Why::Foreign))
        );
    }

    #[test]
    fn people_may_say_where_our_part_goes() {
        let m = measures(Some(FENCE), false);
        let there = "Their words\n<!-- trustline - begin -->\n<!-- trustline - end -->\nMore\n";
        let (doing, _, conflict) = done("one", standing(there, None), &m, false);
        assert_eq!(conflict, None);
        assert_eq!(
            doing,
            Doing::Update(format!("Their words\n{}\nMore\n", FENCE.around("one", &of("rag.tm"))), "7".into())
        );
    }

    #[test]
    fn two_models_of_one_title_do_not_take_each_others_page() {
        let (rag, bot, old) = (of("rag.tm"), of("bot.tm"), of(""));
        let why = |doing: (Doing, usize, Option<Why>)| (doing.0, doing.2);
        // Between fences, where the target keeps texts and where it rewrites them.
        for rewrites in [false, true] {
            let m = measures(Some(FENCE), rewrites);
            let marked = |of: &Mark| {
                let text = hash("one");
                let mark = Mark { kept: text.clone(), text, revision: "7".into(), ..of.clone() };
                standing(&FENCE.around("one", of), rewrites.then_some(mark))
            };
            assert_eq!(why(done("one", marked(&rag), &m, false)), (Doing::Leave, None));
            assert_eq!(why(done("one", marked(&bot), &m, false)), (Doing::Leave, Some(Why::Another)));
            let taken = Doing::Update(FENCE.around("two", &rag), "7".into());
            assert_eq!(why(done("two", marked(&bot), &m, false)), (Doing::Leave, Some(Why::Another)));
            assert_eq!(why(done("two", marked(&bot), &m, true)), (taken.clone(), Some(Why::Another)));
            // What was written before marks knew it is ours, and knows it from the next text on.
            assert_eq!(why(done("one", marked(&old), &m, false)), (Doing::Leave, None));
            assert_eq!(why(done("two", marked(&old), &m, false)), (taken, None));
        }
        // As a whole.
        let m = measures(None, false);
        let marked = |of: &Mark| {
            let text = hash("one");
            standing("one", Some(Mark { kept: text.clone(), text, ..of.clone() }))
        };
        let taken = Doing::Update("two".into(), "7".into());
        assert_eq!(why(done("two", marked(&bot), &m, false)), (Doing::Leave, Some(Why::Another)));
        assert_eq!(why(done("two", marked(&bot), &m, true)), (taken.clone(), Some(Why::Another)));
        assert_eq!(why(done("two", marked(&old), &m, false)), (taken, None));
    }

    #[test]
    fn pages_of_another_model_below_ours_are_no_orphans() {
        let publication = page("one");
        let wishes = Wishes { prune: true, force: true };
        for fence in [Some(FENCE), None] {
            let m = measures(fence, false);
            let at = |name: &str, of: Mark| {
                let text = hash("old");
                let mark = Mark { kept: text.clone(), text, ..of };
                let body = fence.map_or_else(|| "old".to_owned(), |f| f.around("old", &mark));
                (name.to_owned(), standing(&body, Some(mark)))
            };
            let marked = [at("Root/A", of("rag.tm")), at("Root/B", of("bot.tm")), at("Root/C", of(""))];
            let plan = plan(&publication, &[Standing::default()], &marked, &m, wishes);
            let told: Vec<_> = plan.orphans.iter().map(|o| o.address.as_str()).collect();
            assert_eq!(told, ["Root/A", "Root/C"]);
        }
    }

    #[test]
    fn an_edit_that_says_what_we_say_is_taken_over() {
        let m = measures(Some(FENCE), false);
        let edited = FENCE.around("one", &of("rag.tm")).replace("\none\n", "\ntwo\n");
        let (doing, _, conflict) = done("two", standing(&edited, None), &m, false);
        assert_eq!((doing, conflict), (Doing::Update(FENCE.around("two", &of("rag.tm")), "7".into()), None));
    }

    #[test]
    fn where_texts_are_rewritten_the_revision_tells() {
        let m = measures(None, true);
        let mark = |revision: &str, kept: &str| {
            Some(Mark {
                of: "Root".into(),
                text: hash("one"),
                kept: hash(kept),
                revision: revision.into(),
                ..Mark::default()
            })
        };
        assert_eq!(done("one", standing("<p>one</p>", mark("7", "")), &m, false).0, Doing::Leave);
        assert_eq!(done("one", standing("<p>one</p>", mark("6", "<p>one</p>")), &m, false).0, Doing::Leave);
        assert_eq!(
            done("two", standing("<p>one</p>", mark("7", "")), &m, false).0,
            Doing::Update("two".into(), "7".into())
        );
        assert_eq!(
            done("two", standing("<p>1</p>", mark("6", "<p>one</p>")), &m, false).2,
            Some(Why::Edited)
        );
        assert_eq!(done("two", standing("<p>one</p>", None), &m, false).2, Some(Why::Foreign));
        let other = Mark { of: "Other".into(), revision: "7".into(), ..Mark::default() };
        assert_eq!(done("two", standing("<p>one</p>", Some(other)), &m, false).2, Some(Why::Foreign));
    }

    #[test]
    fn between_fences_a_rewritten_text_is_known_by_its_mark() {
        let m = measures(Some(FENCE), true);
        let there = format!("Theirs\n{}", FENCE.around("one", &of("rag.tm")).replace("one", "<p>one</p>"));
        let mark = |of: &str, revision: &str, text: &str| {
            Some(Mark {
                of: of.into(),
                text: text.into(),
                kept: hash("<p>one</p>"),
                revision: revision.into(),
                ..Mark::default()
            })
        };
        let one = hash("one");
        assert_eq!(done("one", standing(&there, mark("Root", "7", &one)), &m, false).0, Doing::Leave);
        // People wrote outside of our part.
        assert_eq!(done("one", standing(&there, mark("Root", "6", &one)), &m, false).0, Doing::Leave);
        let (doing, _, conflict) = done("two", standing(&there, mark("Root", "6", &one)), &m, false);
        assert!(matches!(&doing, Doing::Update(text, _) if text.starts_with("Theirs\n")), "{doing:?}");
        assert_eq!(conflict, None);
        let edited = there.replace("<p>one</p>", "<p>won</p>");
        let why = |mark| done("two", standing(&edited, mark), &m, false).2;
        assert_eq!(why(mark("Root", "6", &one)), Some(Why::Edited));
        assert_eq!(why(None), Some(Why::Edited));
        // A run that broke off before it could write the whole mark is completed.
        let (doing, _, _) = done("one", standing(&there, mark("", "7", "")), &m, false);
        assert!(matches!(doing, Doing::Update(..)));
    }

    #[test]
    fn a_file_of_somebody_else_is_a_conflict() {
        let m = measures(Some(FENCE), false);
        let mut there = standing(&FENCE.around("one", &of("rag.tm")), None);
        there.attached[0].digest = Digest::Unknown;
        assert_eq!(done("one", there.clone(), &m, false), (Doing::Leave, 1, None), "an old one of ours");
        there.attached[0].ours = false;
        assert_eq!(done("one", there, &m, false), (Doing::Leave, 1, Some(Why::File("a.png".into()))));
    }

    #[test]
    fn what_is_not_published_any_more_is_told() {
        let m = measures(Some(FENCE), false);
        let publication = page("one");
        let at = |name: &str, text: &str| (name.to_owned(), standing(text, None));
        let ours = FENCE.around("old", &of("rag.tm"));
        let marked = [
            at("Root", &ours),
            at("Root/Old", &ours),
            at("Root/Noted", &format!("Note\n{ours}")),
            at("Root/Theirs", "x"),
        ];
        let wishes = Wishes { prune: true, force: false };
        let plan =
            plan(&publication, &[standing(&FENCE.around("one", &of("rag.tm")), None)], &marked, &m, wishes);
        let told: Vec<_> = plan.orphans.iter().map(|o| (o.address.as_str(), o.edited)).collect();
        assert_eq!(told, [("Root/Old", false), ("Root/Noted", true)]);
        let steps = plan.steps(&m, wishes);
        let wanted = [Step::Detach("Root/Old", "a.png"), Step::Delete("Root/Old")];
        assert_eq!(
            format!("{steps:?}"),
            format!("{wanted:?}"),
            "files before the page by which they are known"
        );
    }

    #[test]
    fn files_come_before_the_page_that_shows_them() {
        let mut m = measures(Some(FENCE), false);
        let publication = page("one");
        let plan = plan(&publication, &[], &[], &m, Wishes::default());
        assert!(matches!(plan.steps(&m, Wishes::default()).as_slice(), [Step::Attach(..), Step::Write(..)]));
        m.files_first = false;
        assert!(matches!(plan.steps(&m, Wishes::default()).as_slice(), [Step::Write(..), Step::Attach(..)]));
    }

    #[test]
    fn a_difference_has_its_lines() {
        let text = difference("a\r\nb\nc\n", "a\nB\nc", ("there", "model"));
        assert!(text.contains("--- there\n+++ model\n") && text.contains("-b\n+B\n"), "{text}");
        assert_eq!(difference("a\n", "a", ("", "")), "");
    }
}
