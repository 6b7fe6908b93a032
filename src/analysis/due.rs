//! What has a day: when it is over, and when it soon will be.
//!
//! The one place that compares days of a model with today; warnings, the status and the report all
//! ask here.

use super::threat::{Response as By, Threat};
use crate::model::parts::ControlStatus;
use crate::model::{Model, OwnControl, Question, Response, ResponseKind, Test};
use crate::syntax::tree::Date;
use serde::Serialize;

/// How many days ahead the end of an acceptance is told.
pub const AHEAD: i64 = 30;
/// How many days a verification holds.
pub const VERIFIED_FOR: i64 = 365;

/// How many days a test tells how a system is.
pub const TESTED_FOR: i64 = 365;

/// How far a day is away, in words; less than 0 if it is over.
pub fn away(days: i64) -> String {
    match days {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        -1 => "yesterday".to_owned(),
        n if n < 0 => format!("{} days ago", n.unsigned_abs()),
        n => format!("in {n} days"),
    }
}

/// Whether a day is over.
pub fn is_over(day: Option<Date>, today: Date) -> bool {
    day.is_some_and(|d| d.days() < today.days())
}

/// Whether a planned control should be in force already.
pub fn control_is_overdue(control: &OwnControl, today: Date) -> bool {
    control.status == ControlStatus::Planned && is_over(control.due, today)
}

/// Whether a question should have an answer already.
pub fn question_is_overdue(question: &Question, today: Date) -> bool {
    question.answer.is_none() && is_over(question.due, today)
}

/// Whether a response should have done its work already: its day is over, and a threat of it is
/// unsettled. It is named by its place in [`Model::responses`].
pub fn response_is_overdue(index: usize, response: &Response, threats: &[Threat], today: Date) -> bool {
    is_over(response.due, today) && threats_of(index, threats).any(|t| t.status.is_unsettled())
}

/// The threats that rely on a response, which is named by its place in [`Model::responses`].
pub fn threats_of(index: usize, threats: &[Threat]) -> impl Iterator<Item = &Threat> {
    let here = move |by: &Option<By>| by.is_some_and(|b| b.0 == index);
    threats.iter().filter(move |t| here(&t.response) || here(&t.rated))
}

/// Whether an acceptance is past its last day.
pub fn has_expired(response: &Response, today: Date) -> bool {
    response.kind == ResponseKind::Accept && is_over(response.until, today)
}

/// In how many days an acceptance ends, if that is today or within [`AHEAD`] days.
pub fn ends_in(response: &Response, today: Date) -> Option<i64> {
    let until = response.until.filter(|_| response.kind == ResponseKind::Accept)?;
    Some(until.days() - today.days()).filter(|left| (0..=AHEAD).contains(left))
}

/// The day of a control's verification, if it is [`VERIFIED_FOR`] days ago or more.
pub fn verified_long_ago(control: &OwnControl, today: Date) -> Option<Date> {
    let day = control.verified.filter(|_| control.status == ControlStatus::Verified)?;
    (today.days() - day.days() >= VERIFIED_FOR).then_some(day)
}

/// Whether a test is [`TESTED_FOR`] days ago or more. Of one without a day nothing is known.
pub fn tested_long_ago(test: &Test, today: Date) -> bool {
    test.date.is_some_and(|day| today.days() - day.days() >= TESTED_FOR)
}

/// When a model was and is to be reviewed.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// How often, in days; none if the model does not say.
    pub every: Option<u32>,
    /// The last review.
    pub last: Option<Date>,
    /// The day by which the next is due; none without a period or a last review.
    pub next: Option<Date>,
    /// How it stands.
    pub state: ReviewState,
}

/// How a model stands with its reviews.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ReviewState {
    /// The model asks for none.
    NotAsked,
    /// It asks for reviews and had none yet.
    Never,
    /// The next one is to come.
    UpToDate,
    /// The day of the next one is over.
    Overdue,
}

/// When a model was and is to be reviewed.
pub fn reviews(model: &Model, today: Date) -> Schedule {
    let every = model.info.review_days;
    let last = model.reviews.iter().map(|r| r.date).max_by_key(|d| d.days());
    let next = last.zip(every).map(|(l, n)| Date::from_days(l.days().saturating_add(i64::from(n))));
    let state = match (every, next) {
        (None, _) => ReviewState::NotAsked,
        (Some(_), None) => ReviewState::Never,
        (Some(_), next) if is_over(next, today) => ReviewState::Overdue,
        (Some(_), Some(_)) => ReviewState::UpToDate,
    };
    Schedule { every, last, next, state }
}
