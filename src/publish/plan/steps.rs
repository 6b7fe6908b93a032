//! What a plan does, step by step, in an order in which it can be broken off anywhere.

use super::{Doing, Plan, Planned, Wishes};
use crate::publish::page::{Attachment, Page};
use crate::publish::wiki::{Call, Measures};

/// A step of a plan, with all that carrying it out needs.
#[derive(Clone, Debug)]
pub enum Step<'a> {
    /// A page is made or written.
    Write(&'a Planned<'a>, &'a str, Option<&'a str>),
    /// A file is put on a page.
    Attach(&'a Page, &'a Attachment),
    /// A page gets its labels.
    Label(&'a Page),
    /// A page is deleted.
    Delete(&'a str),
    /// A file of a page is deleted.
    Detach(&'a str, &'a str),
}

impl Step<'_> {
    /// The step as a target tells its call.
    pub fn call(&self) -> Call<'_> {
        match self {
            Step::Write(planned, _, None) => Call::Create(planned.page),
            Step::Write(planned, _, Some(_)) => Call::Update(planned.page),
            Step::Attach(page, file) => Call::Attach(page, file),
            Step::Label(page) => Call::Label(page),
            Step::Delete(address) => Call::Delete(address),
            Step::Detach(address, name) => Call::Detach(address, name),
        }
    }
}

impl Plan<'_> {
    /// What is to be done, in an order in which it can be broken off anywhere: files before the page that shows
    /// them where the target takes them so, pages before those that stand under them, and what goes at the end.
    pub fn steps(&self, measures: &Measures, wishes: Wishes) -> Vec<Step<'_>> {
        let mut out = Vec::new();
        for planned in &self.pages {
            let files = planned.files.iter().map(|file| Step::Attach(planned.page, file));
            let (write, before) = match &planned.doing {
                Doing::Create(text) => (Some(Step::Write(planned, text, None)), measures.files_first),
                Doing::Update(text, over) => (Some(Step::Write(planned, text, Some(over))), true),
                Doing::Leave => (None, true),
            };
            if before {
                out.extend(files);
                out.extend(write);
            } else {
                out.extend(write);
                out.extend(files);
            }
            if planned.label || (matches!(planned.doing, Doing::Create(_)) && !planned.page.labels.is_empty())
            {
                out.push(Step::Label(planned.page));
            }
        }
        if wishes.prune {
            for planned in &self.pages {
                out.extend(planned.strays.iter().map(|name| Step::Detach(&planned.page.address, name)));
            }
            // Pages under others go before these, and files before the page by which they are known.
            for orphan in self.orphans.iter().rev().filter(|o| wishes.force || !o.edited) {
                out.extend(orphan.files.iter().map(|name| Step::Detach(&orphan.address, name)));
                out.push(Step::Delete(&orphan.address));
            }
        }
        out
    }
}
