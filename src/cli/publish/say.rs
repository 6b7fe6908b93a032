//! What a publish says: what would change, what changed, and what somebody else changed.

use crate::cli::compile::complain;
use crate::cli::world;
use crate::diagnostic::calm::calm;
use crate::diagnostic::{Diagnostic, codes, counted};
use crate::publish::failure::Failure;
use crate::publish::page::Publication;
use crate::publish::plan::{Conflict, Doing, Plan, Why, Wishes, difference};
use crate::publish::run::{Done, Progress};
use crate::publish::settings::Named;
use crate::publish::wiki::{Call, Wiki};

/// Prints a text that a wiki had a part in.
fn print(text: &str) {
    world::print(&calm(text));
}

/// What went wrong at a target.
pub(super) fn failure(named: &Named, failure: &Failure) {
    let message = calm(&format!("{}: {}", named.name, failure.what));
    complain(&Diagnostic::bare(codes::PUBLISH, message).help(calm(&failure.help)));
}

/// What would be done: the texts that change, then the calls.
pub(super) fn plan(named: &Named, wiki: &dyn Wiki, plan: &Plan<'_>, wishes: Wishes) {
    for planned in &plan.pages {
        let address = &planned.page.address;
        match &planned.doing {
            Doing::Create(_) => print(&format!("new page {address}\n")),
            Doing::Update(text, _) => print(&format!(
                "page {address}\n{}",
                difference(&planned.before, text, ("there", "to be published"))
            )),
            Doing::Leave => {}
        }
    }
    let steps = plan.steps(&wiki.measures(), wishes);
    if steps.is_empty() {
        print(&format!("{}: nothing changes\n", named.name));
    } else {
        print(&format!("{}:\n", counted(steps.len(), "call")));
        let finish = wiki.call(Call::Finish);
        let calls = steps.iter().map(|step| wiki.call(step.call())).chain([finish]);
        for call in calls.filter(|call| !call.is_empty()) {
            print(&format!("  {call}\n"));
        }
    }
    orphans(plan, wishes);
}

/// Pages that are not published any more, and files that no page shows.
fn orphans(plan: &Plan<'_>, wishes: Wishes) {
    for orphan in &plan.orphans {
        let address = &orphan.address;
        if orphan.edited && !wishes.force {
            print(&format!("not published any more, but people wrote on it: {address}\n"));
        } else if !wishes.prune {
            print(&format!("not published any more: {address} (`--prune` deletes it)\n"));
        }
    }
    for name in plan.pages.iter().flat_map(|planned| &planned.strays).filter(|_| !wishes.prune) {
        print(&format!("not shown any more: {name} (`--prune` deletes it)\n"));
    }
}

/// Pages that are not ours as they stand.
pub(super) fn conflicts(named: &Named, wiki: &dyn Wiki, plan: &Plan<'_>, quiet: bool) {
    for (planned, conflict) in plan.conflicts() {
        if quiet {
            complain(&told(named, wiki, &planned.page.address, conflict));
        } else {
            conflicting(named, wiki, &planned.page.address, &planned.before, conflict);
        }
    }
}

/// A page that is not ours as it stands, with what differs.
fn conflicting(named: &Named, wiki: &dyn Wiki, page: &str, there: &str, conflict: &Conflict) {
    print(&format!("page {page}\n{}", difference(there, &conflict.ours, ("there", "to be published"))));
    complain(&told(named, wiki, page, conflict));
}

/// A conflict in words.
fn told(named: &Named, wiki: &dyn Wiki, page: &str, conflict: &Conflict) -> Diagnostic {
    let by = if conflict.author.is_empty() { String::new() } else { format!(" by {}", conflict.author) };
    let when = conflict.date.split('T').next().unwrap_or_default();
    let when = if when.is_empty() { String::new() } else { format!(" on {when}") };
    let (what, help) = match &conflict.why {
        Why::Edited => (
            format!("the page \"{page}\" was changed{by}{when}, after it was published"),
            "Take what is right about the change into the model; or move it above or below the lines of \
             Trustline, where it is kept; `--force` writes over it.",
        ),
        Why::Foreign => (
            format!("there is a page \"{page}\" already, last written{by}{when}, not by Trustline"),
            "Name another `title` or `parent`; `--force` writes over it.",
        ),
        Why::Another => (
            format!("the page \"{page}\" holds the report of another model, last written{by}{when}"),
            "Name another `title` or place for one of the two. If it is the same model and only its file was renamed, \
             `--force` takes the page over.",
        ),
        Why::File(file) => (
            format!("there is a file \"{file}\" already, not of Trustline"),
            "Name another `title`; `--force` writes over it.",
        ),
    };
    let message = calm(&format!("{}: {what}", named.name));
    let place = calm(&wiki.link(page));
    Diagnostic::bare(codes::PUBLISH_CONFLICT, message).help(help).help(format!("The page: {place}"))
}

/// Somebody changed a page while we published.
pub(super) fn changed(named: &Named, wiki: &dyn Wiki, page: &str, there: &str, ours: String) {
    let conflict = Conflict { why: Why::Edited, author: String::new(), date: String::new(), ours };
    conflicting(named, wiki, page, there, &conflict);
}

/// What was done.
pub(super) fn done(wiki: &dyn Wiki, publication: &Publication, plan: &Plan<'_>, done: &Done, wishes: Wishes) {
    let lists = [
        ("created", &done.created),
        ("updated", &done.updated),
        ("attached", &done.attached),
        ("deleted", &done.deleted),
    ];
    for (word, list) in lists {
        for item in list {
            print(&format!("{word} {item}\n"));
        }
    }
    for name in &done.kept {
        print(&format!("not shown here any more, but by pages of others: {name}\n"));
    }
    orphans(plan, wishes);
    let link = publication.pages.first().map(|page| wiki.link(&page.address)).unwrap_or_default();
    if done.changed() {
        print(&format!(
            "{} written, {} as before: {link}\n",
            counted(done.created.len() + done.updated.len(), "page"),
            done.left
        ));
    } else {
        print(&format!("nothing changed: {link}\n"));
    }
}

/// A line that says how far it is, on a terminal only.
pub(super) struct Line {
    shown: bool,
}

impl Line {
    /// Nothing is shown yet.
    pub fn new() -> Self {
        Line { shown: false }
    }

    /// Shows a step.
    pub fn show(&mut self, progress: Progress<'_>) {
        use std::io::IsTerminal as _;
        if std::io::stderr().is_terminal() {
            let what: String = calm(progress.what).chars().take(60).collect();
            world::say(&format!("\r\u{1b}[K{} of {}: {what}", progress.step, progress.of));
            self.shown = true;
        }
    }

    /// Takes the line away.
    pub fn clear(&mut self) {
        if self.shown {
            world::say("\r\u{1b}[K");
            self.shown = false;
        }
    }
}
