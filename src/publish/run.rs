//! Carries a plan out. Every step can be repeated, so that a run that was broken off anywhere ends, when it is run
//! again, in the state in which an undisturbed one would have ended.

use super::failure::{Failure, Kind};
use super::page::{Page, Publication};
use super::plan::{self, Doing, Plan, Planned, Step, Wishes};
use super::wiki::{Standing, Wiki, Write};

/// What a publish changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Done {
    /// Addresses of pages that were made.
    pub created: Vec<String>,
    /// Addresses of pages that were written over.
    pub updated: Vec<String>,
    /// How many pages stood as they shall.
    pub left: usize,
    /// Names of files that were put there.
    pub attached: Vec<String>,
    /// Addresses of pages and names of files that were deleted.
    pub deleted: Vec<String>,
    /// Names of files that should have gone and stay, because people show them elsewhere.
    pub kept: Vec<String>,
}

impl Done {
    /// Whether anything was changed.
    pub fn changed(&self) -> bool {
        !(self.created.is_empty()
            && self.updated.is_empty()
            && self.attached.is_empty()
            && self.deleted.is_empty())
    }
}

/// How far a run is.
#[derive(Copy, Clone, Debug)]
pub struct Progress<'a> {
    /// The step that begins now, from 1.
    pub step: usize,
    /// How many there are.
    pub of: usize,
    /// What it is about: a page's address or a file's name.
    pub what: &'a str,
}

/// Why a run ended early.
#[derive(Clone, Debug)]
pub enum Stopped {
    /// A call failed.
    Failed(Failure),
    /// Somebody changed this page since it was read; its text as it stands now.
    Changed {
        /// Its address.
        page: String,
        /// Its text.
        there: String,
        /// The text that was to be written.
        ours: String,
    },
}

impl From<Failure> for Stopped {
    fn from(failure: Failure) -> Self {
        Stopped::Failed(failure)
    }
}

/// Reads what stands there and says what has to be done. Writes nothing.
///
/// # Errors
/// When the target can't be read.
pub fn compare<'p>(
    wiki: &mut dyn Wiki,
    publication: &'p Publication,
    wishes: Wishes,
) -> Result<Plan<'p>, Failure> {
    let pages: Vec<&Page> = publication.pages.iter().collect();
    let standing = wiki.read(&pages)?;
    let root = pages.first().map_or("", |page| page.address.as_str());
    let mut under = wiki.under(root)?;
    under.retain(|address| pages.iter().all(|page| page.address != *address));
    under.sort();
    under.dedup();
    let bare: Vec<Page> =
        under.iter().map(|address| Page { address: address.clone(), ..Page::default() }).collect();
    let marked = if bare.is_empty() { Vec::new() } else { wiki.read(&bare.iter().collect::<Vec<_>>())? };
    let marked: Vec<(String, Standing)> = under.into_iter().zip(marked).collect();
    Ok(plan::plan(publication, &standing, &marked, &wiki.measures(), wishes))
}

/// Carries out what a plan says. `tell` hears of each step before it.
///
/// # Errors
/// When a call fails, or somebody wrote at the same time. What was done until then stands, and the next run goes on
/// from there.
pub fn carry_out(
    wiki: &mut dyn Wiki,
    publication: &Publication,
    plan: &Plan<'_>,
    wishes: Wishes,
    tell: &mut dyn FnMut(Progress<'_>),
) -> Result<Done, Stopped> {
    let steps = plan.steps(&wiki.measures(), wishes);
    let mut done =
        Done { left: plan.pages.iter().filter(|p| p.doing == Doing::Leave).count(), ..Done::default() };
    for (at, step) in steps.iter().enumerate() {
        let what = match step {
            Step::Write(planned, ..) => &planned.page.address,
            Step::Attach(_, file) => &file.name,
            Step::Label(page) => &page.address,
            Step::Delete(address) => *address,
            Step::Detach(_, name) => *name,
        };
        tell(Progress { step: at + 1, of: steps.len(), what });
        match step {
            Step::Write(planned, text, over) => {
                write(wiki, publication, planned, text, *over, wishes)?;
                let list = if over.is_some() { &mut done.updated } else { &mut done.created };
                list.push(planned.page.address.clone());
            }
            Step::Attach(page, file) => {
                twice(|| wiki.attach(page, file))?;
                done.attached.push(file.name.clone());
            }
            Step::Label(page) => twice(|| wiki.label(page))?,
            Step::Delete(address) => {
                twice(|| wiki.delete(address))?;
                done.deleted.push((*address).to_owned());
            }
            Step::Detach(address, name) => {
                let gone = twice(|| wiki.detach(address, name))?;
                let list = if gone { &mut done.deleted } else { &mut done.kept };
                list.push((*name).to_owned());
            }
        }
    }
    if done.changed() {
        wiki.finish(&publication.note)?;
    }
    Ok(done)
}

/// Does what can be done again without harm once more, if nobody knows whether it arrived.
fn twice<T>(mut step: impl FnMut() -> Result<T, Failure>) -> Result<T, Failure> {
    match step() {
        Err(failure) if failure.kind == Kind::Unreachable => step(),
        other => other,
    }
}

/// Writes a page. If the connection broke or somebody was faster, looks at what stands there now: what we wrote
/// after all is well, and what nobody of them touched is written once more.
fn write(
    wiki: &mut dyn Wiki,
    publication: &Publication,
    planned: &Planned<'_>,
    text: &str,
    over: Option<&str>,
    wishes: Wishes,
) -> Result<(), Stopped> {
    let page = planned.page;
    let call = |wiki: &mut dyn Wiki, text: &str, over: Option<&str>| {
        let note = &publication.note;
        wiki.write(&Write { page, parent: planned.parent, text, mark: &planned.mark, over, note })
    };
    let failure = match call(wiki, text, over) {
        Err(failure) if matches!(failure.kind, Kind::Unreachable | Kind::Conflict) => failure,
        other => return Ok(other?),
    };
    let there = wiki.read(&[page])?;
    let wishes = Wishes { prune: false, ..wishes };
    let again = plan::again(planned, &there, &wiki.measures(), wishes);
    if again.conflict.is_some() && !wishes.force {
        let there = again.before;
        return Err(Stopped::Changed { page: page.address.clone(), there, ours: text.to_owned() });
    }
    match again.doing {
        Doing::Leave => Ok(()),
        Doing::Create(text) => Ok(call(wiki, &text, None).map_err(|_| failure)?),
        Doing::Update(text, over) => Ok(call(wiki, &text, Some(&over)).map_err(|_| failure)?),
    }
}
