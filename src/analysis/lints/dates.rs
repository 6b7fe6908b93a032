//! What is late, or soon will be.

use super::Seen;
use crate::analysis::due::{self, ReviewState};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Response, ResponseKind};

/// Responses of a kind, each with its place in the model.
fn responses<'m>(seen: &Seen<'_, 'm>, kind: ResponseKind) -> impl Iterator<Item = (usize, &'m Response)> {
    seen.model().responses.iter().enumerate().filter(move |(_, r)| r.kind == kind)
}

/// An acceptance in effect that ends soon.
pub(super) fn ending_accept(code: Code, seen: &Seen<'_, '_>) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    for (i, r) in responses(seen, ResponseKind::Accept) {
        let (Some(left), Some(until)) = (due::ends_in(r, seen.today), r.until) else { continue };
        let mut mine = due::threats_of(i, seen.threats);
        // One that answers nothing is stale or exceeded, which is said.
        let Some(first) = mine.next() else { continue };
        let what = match mine.count() {
            0 => format!("the acceptance of `{}`", first.id),
            n => format!("the acceptance of {} threats", n + 1),
        };
        let last =
            if left == 0 { "its last day is today".to_owned() } else { format!("ends {}", due::away(left)) };
        out.push(
            Diagnostic::new(code, r.span, format!("{what} ends on {until}"))
                .at(last)
                .help("After that day it counts no more: the threat is open again, and gates read it.")
                .help("Decide in time: extend `until` with today's reason, or mitigate the threat."),
        );
    }
    out
}

/// The day of the next review is over.
pub(super) fn overdue_review(code: Code, seen: &Seen<'_, '_>) -> Vec<Diagnostic> {
    let model = seen.model();
    let reviews = due::reviews(model, seen.today);
    let (ReviewState::Overdue, Some(span), Some(last), Some(next), Some(every)) =
        (reviews.state, model.info.span, reviews.last, reviews.next, reviews.every)
    else {
        return Vec::new();
    };
    let late = due::away(next.days() - seen.today.days());
    let mut d = Diagnostic::new(code, span, format!("the review of the model was due on {next}"))
        .at(format!("to be reviewed every {every} days; that was {late}"));
    if let Some(review) = model.reviews.iter().find(|r| r.date == last) {
        d = d.label(review.span, "the last review");
    }
    vec![d.help("A system changes, and a model that nobody looks at speaks of one that is no more.").help(
        format!(
            "Go through the model with those who build, then write `reviewed {} {{ by: \"…\" }}`.",
            seen.today
        ),
    )]
}

/// The model asks for reviews and had none yet. A model starts so, which is why this is a note.
pub(super) fn never_reviewed(code: Code, seen: &Seen<'_, '_>) -> Vec<Diagnostic> {
    let model = seen.model();
    let reviews = due::reviews(model, seen.today);
    let (ReviewState::Never, Some(span), Some(every)) = (reviews.state, model.info.span, reviews.every)
    else {
        return Vec::new();
    };
    vec![
        Diagnostic::new(
            code,
            span,
            format!("the model asks for a review every {every} days and has had none yet"),
        )
        .help("When the first is done, write `reviewed DATE { by: \"…\" }`: the next is counted from it."),
    ]
}

/// A control whose verification is long ago.
pub(super) fn old_verification(code: Code, seen: &Seen<'_, '_>) -> Vec<Diagnostic> {
    let all = seen.model().controls.iter();
    all.filter_map(|c| Some((c, due::verified_long_ago(c, seen.today)?)))
        .map(|(c, day)| {
            let age = seen.today.days() - day.days();
            Diagnostic::new(code, c.span, format!("the control `{}` was last verified on {day}", c.name))
                .at(format!("that is {age} days ago"))
                .help("What was true a year ago may not be now, and reports call the control verified.")
                .help("Look again and renew `verified` and `evidence`, or say `status: implemented`.")
        })
        .collect()
}

/// A planned control that should be in force by now.
pub(super) fn overdue_control(code: Code, seen: &Seen<'_, '_>) -> Vec<Diagnostic> {
    let all = seen.model().controls.iter().filter(|c| due::control_is_overdue(c, seen.today));
    all.filter_map(|c| Some((c, c.due?)))
        .map(|(c, day)| {
            let late = due::away(day.days() - seen.today.days());
            let who = c.owner.as_ref().map(|o| format!(", by {o}")).unwrap_or_default();
            Diagnostic::new(
                code,
                c.span,
                format!("the control `{}` was to be in force by {day}{who}", c.name),
            )
            .at(format!("still planned; that was {late}"))
            .help("A planned control lowers nothing: its threats are as bad as if nobody had planned it.")
            .help("If it is there, say `status: implemented`; else agree on a new `due`.")
        })
        .collect()
}

/// A mitigation whose day is over while a threat of it is unsettled.
pub(super) fn overdue_mitigation(code: Code, seen: &Seen<'_, '_>) -> Vec<Diagnostic> {
    responses(seen, ResponseKind::Mitigate)
        .filter(|(i, r)| due::response_is_overdue(*i, r, seen.threats, seen.today))
        .filter_map(|(i, r)| Some((i, r, r.due?)))
        .map(|(i, r, day)| {
            let open: Vec<_> = due::threats_of(i, seen.threats).filter(|t| t.status.is_unsettled()).collect();
            let what = match open.as_slice() {
                [one] => format!(
                    "the mitigation of `{}` was due on {day}, and the threat is {}",
                    one.id, one.status
                ),
                all => format!(
                    "this mitigation was due on {day}, and {} of its threats are not settled",
                    all.len()
                ),
            };
            let late = due::away(day.days() - seen.today.days());
            let who = r.owner.as_ref().map_or_else(String::new, |o| format!("{o} was to do it; "));
            Diagnostic::new(code, r.span, what)
                .at(format!("{who}that was {late}"))
                .help("Until it is done the risk is borne, and nobody has signed for that.")
                .help("Put its controls in force, agree on a new `due`, or have the risk accepted.")
        })
        .collect()
}

/// A question that should have an answer by now.
pub(super) fn overdue_question(code: Code, seen: &Seen<'_, '_>) -> Vec<Diagnostic> {
    let all = seen.model().questions.iter().filter(|q| due::question_is_overdue(q, seen.today));
    all.filter_map(|q| Some((q, q.due?)))
        .map(|(q, day)| {
            let late = due::away(day.days() - seen.today.days());
            let who = q.owner.as_ref().map(|o| format!(" by {o}")).unwrap_or_default();
            Diagnostic::new(code, q.span, format!("the question was to be answered{who} by {day}"))
                .at(format!("no `answer` yet; that was {late}"))
                .help("What is not known can't be judged: the model may be wrong where the question stands.")
                .help("Write the `answer`, and draw what follows from it; or agree on a new `due`.")
        })
        .collect()
}
