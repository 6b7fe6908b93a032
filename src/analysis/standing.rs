//! How a model stands today: what is open, what is late, and what nobody has answered, confirmed or
//! looked at. Plain data; `trustline status` prints it.

use super::checklist::{Score, scorecard};
use super::counts::{BySeverity, Ratings, Row, by_part};
use super::due::{self, ReviewState};
use super::threat::Status;
use super::{Analysis, Stale};
use crate::model::{Model, Response};
use crate::source::{Location, Sources, Span};
use crate::syntax::tree::Date;
use serde::Serialize;

/// How a model stands.
#[derive(Clone, Debug, Serialize)]
pub struct Standing {
    /// The model's title.
    pub title: String,
    /// The day.
    pub today: String,
    /// Crossings.
    pub crossings: usize,
    /// Open threats by residual severity.
    pub open: BySeverity,
    /// Planned ones by residual severity.
    pub planned: BySeverity,
    /// Threats that are settled.
    pub closed: usize,
    /// Controls, mitigations and questions whose day is over, and acceptances that ended; the longest
    /// overdue first.
    pub overdue: Vec<Item>,
    /// Acceptances that end within [`due::AHEAD`] days; the first to end first.
    pub ending: Vec<Item>,
    /// Responses and tests whose threat does not arise.
    pub stale: Vec<Item>,
    /// Places where a rule of the house is broken.
    pub requirements_broken: usize,
    /// The controls that elements should have by default.
    pub checklist: Score,
    /// Reviews.
    pub review: Review,
    /// Questions without an answer, overdue ones too.
    pub unanswered: Vec<Item>,
    /// Assumptions that nobody confirmed.
    pub unconfirmed: Vec<Item>,
    /// How many ratings nobody has confirmed.
    #[serde(flatten)]
    pub ratings: Ratings,
    /// What was found where, by the letters of STRIDE.
    pub coverage: Vec<Row>,
}

/// A statement that somebody has to see to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Item {
    /// The statement's word: `control`, `mitigate`, `accept`, `question`, …
    pub what: &'static str,
    /// A name, `THREAT on TARGET`, or the sentence.
    pub text: String,
    /// Who answers for it.
    pub owner: Option<String>,
    /// Its day.
    pub day: Option<String>,
    /// How many days from today until that day; less than 0 if it is over.
    pub days_left: Option<i64>,
    /// Where it stands.
    pub location: Option<Location>,
}

/// When the model was and is to be reviewed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Review {
    /// How it stands.
    pub state: ReviewState,
    /// How often, in days.
    pub every_days: Option<u32>,
    /// The day of the last one.
    pub last: Option<String>,
    /// The day by which the next is due.
    pub next: Option<String>,
}

/// Several models together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Total {
    /// How many models.
    pub models: usize,
    /// Open threats by residual severity.
    pub open: BySeverity,
    /// Planned ones by residual severity.
    pub planned: BySeverity,
    /// What is overdue.
    pub overdue: usize,
    /// Acceptances that end within 30 days.
    pub ending: usize,
    /// Responses and tests whose threat does not arise.
    pub stale: usize,
    /// Places where a rule of the house is broken.
    pub requirements_broken: usize,
    /// The controls that elements should have by default.
    pub checklist: Score,
    /// Models whose review is overdue, or that ask for reviews and had none.
    pub unreviewed: usize,
    /// Questions without an answer.
    pub unanswered: usize,
    /// Assumptions that nobody confirmed.
    pub unconfirmed: usize,
    /// Threats whose rating nobody confirmed.
    pub unrated: usize,
}

impl Total {
    /// Counts one more model.
    pub fn add(&mut self, s: &Standing) {
        self.models += 1;
        self.open += s.open;
        self.planned += s.planned;
        self.overdue += s.overdue.len();
        self.ending += s.ending.len();
        self.stale += s.stale.len();
        self.requirements_broken += s.requirements_broken;
        self.checklist += s.checklist;
        self.unreviewed += usize::from(matches!(s.review.state, ReviewState::Never | ReviewState::Overdue));
        self.unanswered += s.unanswered.len();
        self.unconfirmed += s.unconfirmed.len();
        self.unrated += s.ratings.unrated;
    }
}

/// How a model stands on the day of its analysis. `sources` gives the places of statements.
pub fn standing(model: &Model, analysis: &Analysis, sources: &Sources) -> Standing {
    let today = analysis.today;
    let look = Look { model, sources, today };
    let of = |status: Status| {
        let mut by = BySeverity::default();
        let mine = analysis.threats.iter().filter(|t| t.status == status);
        mine.for_each(|t| by.add(t.residual.severity()));
        by
    };
    let reviews = due::reviews(model, today);
    Standing {
        title: model.info.title.clone(),
        today: today.to_string(),
        crossings: analysis.crossings.len(),
        open: of(Status::Open),
        planned: of(Status::Planned),
        closed: analysis.threats.iter().filter(|t| !t.status.is_unsettled()).count(),
        overdue: look.overdue(analysis),
        ending: look.ending(analysis),
        stale: analysis.stale.iter().filter_map(|s| look.stale(*s)).collect(),
        requirements_broken: analysis.requirements.iter().map(|r| r.broken.len()).sum(),
        checklist: scorecard(&analysis.checklist, &model.catalog).all,
        review: Review {
            state: reviews.state,
            every_days: reviews.every,
            last: reviews.last.map(|d| d.to_string()),
            next: reviews.next.map(|d| d.to_string()),
        },
        unanswered: look.questions(|q| q.answer.is_none()),
        unconfirmed: model
            .assumptions
            .iter()
            .filter(|a| a.confirmed.is_none())
            .map(|a| look.item("assumption", a.text.clone(), a.owner.as_ref(), None, a.span))
            .collect(),
        ratings: analysis.threats.iter().collect(),
        coverage: by_part(model, analysis),
    }
}

/// What items are made from.
struct Look<'a> {
    model: &'a Model,
    sources: &'a Sources,
    today: Date,
}

impl Look<'_> {
    fn item(
        &self,
        what: &'static str,
        text: String,
        owner: Option<&String>,
        day: Option<Date>,
        span: Span,
    ) -> Item {
        Item {
            what,
            text,
            owner: owner.cloned(),
            day: day.map(|d| d.to_string()),
            days_left: day.map(|d| d.days() - self.today.days()),
            location: self.sources.location(span),
        }
    }

    /// `THREAT on TARGET`, the target as it was written.
    fn on(&self, rule: crate::catalog::RuleId, target: Span) -> String {
        let rule = self.model.catalog.rules.get(rule.index()).map_or("", |r| r.name.as_str());
        let target: Vec<&str> = self.sources.text(target).split_whitespace().collect();
        format!("{rule} on {}", target.join(" "))
    }

    fn response(&self, r: &Response, day: Option<Date>) -> Item {
        let who = r.owner.as_ref().or(r.by.as_ref());
        self.item(r.kind.word(), self.on(r.rule, r.on.span), who, day, r.span)
    }

    fn questions(&self, wanted: impl Fn(&crate::model::Question) -> bool) -> Vec<Item> {
        let all = self.model.questions.iter().filter(|q| wanted(q));
        all.map(|q| self.item("question", q.text.clone(), q.owner.as_ref(), q.due, q.span)).collect()
    }

    fn overdue(&self, analysis: &Analysis) -> Vec<Item> {
        let controls = self.model.controls.iter().filter(|c| due::control_is_overdue(c, self.today));
        let mut out: Vec<Item> =
            controls.map(|c| self.item("control", c.name.clone(), c.owner.as_ref(), c.due, c.span)).collect();
        for (i, r) in self.model.responses.iter().enumerate() {
            if due::response_is_overdue(i, r, &analysis.threats, self.today) {
                out.push(self.response(r, r.due));
            }
            if due::has_expired(r, self.today) && !analysis.stale.contains(&Stale::Response(i)) {
                out.push(self.response(r, r.until));
            }
        }
        out.extend(self.questions(|q| due::question_is_overdue(q, self.today)));
        out.sort_by_key(|i| i.days_left);
        out
    }

    fn ending(&self, analysis: &Analysis) -> Vec<Item> {
        let all = self.model.responses.iter().enumerate();
        let mut out: Vec<Item> = all
            .filter(|(i, r)| {
                due::ends_in(r, self.today).is_some()
                    && due::threats_of(*i, &analysis.threats).next().is_some()
            })
            .map(|(_, r)| self.response(r, r.until))
            .collect();
        out.sort_by_key(|i| i.days_left);
        out
    }

    fn stale(&self, stale: Stale) -> Option<Item> {
        let s = stale.statement(self.model)?;
        let owner = match stale {
            Stale::Response(i) => {
                self.model.responses.get(i).and_then(|r| r.owner.as_ref().or(r.by.as_ref()))
            }
            Stale::Test(i) => self.model.tests.get(i).and_then(|t| t.by.as_ref()),
        };
        Some(self.item(s.word, self.on(s.rule, s.on.span), owner, None, s.span))
    }
}
