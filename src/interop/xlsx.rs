//! The register as a workbook: threats, controls, actions and questions on a sheet each, with filters, a head that
//! stays, widths, and severities by sign and colour.
//!
//! Every text is written as a text, so that none is a formula. The workbook bears a fixed day, so that the same
//! report gives the same bytes.

use crate::model::responses::RiskLevel;
use crate::report::data::ResponseState;
use crate::report::names::Names;
use crate::report::register::{COLUMNS, Cell, line, rows};
use crate::report::{Report, answers, words};
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

/// The most characters that a cell holds.
const LONGEST: usize = 16_000;

/// A sheet: its name, its columns with their widths, its rows.
struct Sheet {
    name: &'static str,
    columns: Vec<(&'static str, u16)>,
    rows: Vec<Vec<Cell>>,
    /// How many columns on the left stay when a reader goes right.
    stay: u16,
}

/// The workbook.
///
/// # Errors
/// None that is known: texts are cut to what a cell holds, and no sheet has more rows than it may.
pub fn write(report: &Report) -> Result<Vec<u8>, String> {
    workbook(report).map_err(|e| e.to_string())
}

fn workbook(report: &Report) -> Result<Vec<u8>, XlsxError> {
    let names = Names::new(report);
    let mut book = Workbook::new();
    let mut properties = DocProperties::new()
        .set_title(short(&report.model.title, 200))
        .set_author(format!("Trustline {}", report.tool))
        .set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?);
    if let Some(marking) = &report.model.marking {
        properties = properties.set_status(short(marking, 200));
    }
    book.set_properties(&properties);
    let looks = Looks::new();
    for sheet in [
        threats(report, &names),
        controls(report, &names),
        actions(report, &names),
        questions(report, &names),
    ] {
        fill(book.add_worksheet(), &sheet, report, &looks)?;
    }
    book.save_to_buffer()
}

fn text(of: impl AsRef<str>) -> Cell {
    Cell::Text(line(of.as_ref()))
}

fn maybe(of: Option<&String>) -> Cell {
    of.map_or_else(|| Cell::Text(String::new()), text)
}

fn threats(report: &Report, names: &Names<'_>) -> Sheet {
    let columns = COLUMNS.iter().map(|c| (c.name, c.width)).collect();
    Sheet { name: "Threats", columns, rows: rows(report, names).collect(), stay: 2 }
}

fn controls(report: &Report, names: &Names<'_>) -> Sheet {
    let rows = report.controls.iter().map(|c| {
        vec![
            text(&c.label),
            text(&c.kind_label),
            text(c.status.to_string()),
            text(names.parts(&c.on)),
            maybe(c.owner.as_ref()),
            maybe(c.due.as_ref()),
            text(if c.overdue { "yes" } else { "" }),
            maybe(c.ticket.as_ref()),
            maybe(c.evidence.as_ref()),
            maybe(c.verified.as_ref()),
            Cell::Number(u32::try_from(c.counts_for.len()).unwrap_or(u32::MAX)),
            text(&c.id),
        ]
    });
    let columns = vec![
        ("Control", 30),
        ("Kind", 26),
        ("Status", 13),
        ("Where", 44),
        ("Owner", 18),
        ("Due", 12),
        ("Overdue", 10),
        ("Ticket", 14),
        ("Evidence", 36),
        ("Looked at", 12),
        ("Threats it counts for", 12),
        ("Id", 26),
    ];
    Sheet { name: "Controls", columns, rows: rows.collect(), stay: 1 }
}

/// What somebody has to do: a row for each thing, in the order of the first page.
fn actions(report: &Report, names: &Names<'_>) -> Sheet {
    let mut rows = Vec::new();
    for duty in &report.duties {
        let mut row =
            |what: &str, of: &str, place: &str, due: Option<&String>, overdue: bool, level: Cell| {
                rows.push(vec![
                    text(duty.owner.as_deref().unwrap_or("nobody")),
                    text(what),
                    text(of),
                    text(place),
                    level,
                    maybe(due),
                    text(if overdue { "yes" } else { "" }),
                ]);
            };
        let none = || Cell::Text(String::new());
        for t in duty.threats.iter().filter_map(|id| names.threat(id)) {
            let level = Cell::Level(t.residual.severity);
            row("an open threat", &t.title, &names.place(t), None, false, level);
        }
        for c in duty.controls.iter().filter_map(|id| report.controls.iter().find(|c| c.id == *id)) {
            row("a control to build", &c.label, &names.parts(&c.on), c.due.as_ref(), c.overdue, none());
        }
        for r in duty.responses.iter().filter_map(|i| report.responses.get(*i)) {
            let due = answers::due(report, r);
            row("a mitigation to carry out", &r.title, &names.parts(&r.on), due.as_ref(), r.overdue, none());
        }
        for q in duty.questions.iter().filter_map(|i| report.questions.get(*i)) {
            row("a question to answer", &q.text, &names.parts(&q.about), q.due.as_ref(), q.overdue, none());
        }
        for r in duty.acceptances.iter().filter_map(|i| report.responses.get(*i)) {
            let over = r.state == ResponseState::Expired;
            row("an acceptance that ends", &r.title, &names.parts(&r.on), r.until.as_ref(), over, none());
        }
        for a in duty.assumptions.iter().filter_map(|i| report.assumptions.get(*i)) {
            row("an assumption to confirm", &a.text, &names.parts(&a.about), None, false, none());
        }
        if duty.review {
            let m = &report.model;
            row("the next review", &m.title, "", m.next_review.as_ref(), m.review_overdue, none());
        }
    }
    let columns = vec![
        ("Who", 18),
        ("What", 24),
        ("Of", 56),
        ("Where", 36),
        ("Severity now", 14),
        ("Due", 12),
        ("Overdue", 10),
    ];
    Sheet { name: "Actions", columns, rows, stay: 1 }
}

fn questions(report: &Report, names: &Names<'_>) -> Sheet {
    let asked = report.questions.iter().map(|q| {
        vec![
            text("question"),
            text(&q.text),
            text(names.parts(&q.about)),
            maybe(q.owner.as_ref()),
            maybe(q.due.as_ref()),
            text(if q.overdue { "yes" } else { "" }),
            text(if q.answer.is_some() { "answered" } else { "open" }),
            maybe(q.answer.as_ref()),
        ]
    });
    let assumed = report.assumptions.iter().map(|a| {
        vec![
            text("assumption"),
            text(&a.text),
            text(names.parts(&a.about)),
            maybe(a.owner.as_ref()),
            text(""),
            text(""),
            text(if a.confirmed.is_some() { "confirmed" } else { "open" }),
            maybe(a.confirmed.as_ref()),
        ]
    });
    let columns = vec![
        ("Sort", 12),
        ("Text", 60),
        ("About", 36),
        ("Owner", 18),
        ("Due", 12),
        ("Overdue", 10),
        ("State", 12),
        ("Answer, or who confirmed it", 48),
    ];
    Sheet { name: "Questions", columns, rows: asked.chain(assumed).collect(), stay: 2 }
}

/// How cells look.
struct Looks {
    head: Format,
    text: Format,
}

impl Looks {
    fn new() -> Self {
        let body = || Format::new().set_align(FormatAlign::Top).set_border(FormatBorder::None);
        Looks {
            head: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Top)
                .set_background_color(Color::RGB(0x00E4_E8EE))
                .set_border_bottom(FormatBorder::Thin),
            text: body().set_text_wrap(),
        }
    }

    fn level(level: RiskLevel) -> Format {
        // Dark text on pale grounds: at least 7 to 1, and the sign says the same without colour.
        let ground = match level {
            RiskLevel::Critical => 0x00F4_B6B0,
            RiskLevel::High => 0x00F9_CFA0,
            RiskLevel::Medium => 0x00FB_E7A1,
            RiskLevel::Low => 0x00CF_E8CF,
        };
        Format::new().set_align(FormatAlign::Top).set_background_color(Color::RGB(ground))
    }
}

fn fill(to: &mut Worksheet, sheet: &Sheet, report: &Report, looks: &Looks) -> Result<(), XlsxError> {
    to.set_name(sheet.name)?;
    let last = u16::try_from(sheet.columns.len()).unwrap_or(u16::MAX).saturating_sub(1);
    for (column, (name, width)) in (0u16..).zip(&sheet.columns) {
        to.write_string_with_format(0, column, *name, &looks.head)?;
        to.set_column_width(column, f64::from(*width))?;
    }
    let levels: Vec<(RiskLevel, Format)> = RiskLevel::ALL.iter().map(|l| (*l, Looks::level(*l))).collect();
    for (row, cells) in (1u32..).zip(&sheet.rows) {
        for (column, cell) in (0u16..).zip(cells) {
            match cell {
                Cell::Text(t) if t.is_empty() => {}
                Cell::Text(t) => {
                    to.write_string_with_format(row, column, short(t, LONGEST), &looks.text)?;
                }
                Cell::Number(n) => {
                    to.write_number_with_format(row, column, f64::from(*n), &looks.text)?;
                }
                Cell::Level(level) => {
                    let said = format!("{} {level}", words::shape(*level));
                    let look = levels.iter().find(|(l, _)| l == level).map_or(&looks.text, |(_, f)| f);
                    to.write_string_with_format(row, column, said, look)?;
                }
            }
        }
        // Without a height of its own a row grows to its longest text, and nothing is seen at once.
        to.set_row_height(row, 45)?;
    }
    let rows = u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX);
    to.autofilter(0, 0, rows, last)?;
    to.set_freeze_panes(1, sheet.stay)?;
    to.set_repeat_rows(0, 0)?;
    to.set_landscape();
    to.set_print_fit_to_pages(1, 0);
    if let Some(marking) = &report.model.marking {
        // `&` begins an order there.
        to.set_header(format!("&C{}", short(&line(marking), 100).replace('&', "&&")));
    }
    Ok(())
}

/// A text cut to so many characters.
fn short(text: &str, longest: usize) -> String {
    match text.char_indices().nth(longest) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => text.to_owned(),
    }
}
