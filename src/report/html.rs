//! The report as one HTML file that loads nothing: style, script and pictures are in it, and a
//! Content-Security-Policy of its own admits these, by their hashes, and nothing else.
//!
//! A theme has templates, a style sheet with variables for its colours, and a script. Templates get `report` (the JSON, with
//! the fields that [`context`] adds) and escape whatever they print; only `*_html` fields, which
//! were made inert in [`super::prose`], and our own renderer's pictures are put in as they are.

use super::data::{Report, Threat};
use super::names::Names;
use super::{Picture, sets, words};
use crate::analysis::Status;
use crate::model::responses::RiskLevel;
use crate::threads::both;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::sync::{Arc, OnceLock};
use tera::{Context, Kwargs, State, Tera, Value};

mod cards;
mod context;
mod engine;
mod fields;
mod given;
mod held;
mod outline;
pub mod paper;
mod sheets;

pub use crate::theme::Theme;
pub use engine::{Fault, Spot};
pub use fields::FIELDS;
pub use given::given;

/// The report as HTML.
///
/// # Errors
/// What is wrong with a theme's templates.
pub fn write(report: &Report, pictures: &[Picture], theme: &Theme) -> Result<String, Vec<Fault>> {
    let names = Names::new(report);
    let mut tera = engine::engine();
    let single = filters(&mut tera, report, &names);
    engine::load(&mut tera, theme)?;
    let sheets = sheets::Sheets::new(pictures);
    let (written, given) = both(
        sets::is_long(report),
        || cards::write(&tera, report, &names, theme),
        || given::needed(report, &names, (pictures, &sheets), theme),
    );
    let fault = |e: serde_json::Error| vec![Fault { message: e.to_string(), ..Fault::default() }];
    let mut c = Context::from_serialize(&given.map_err(fault)?).map_err(|e| engine::faults(&e, theme))?;
    let (written, wrong) = match written {
        Ok(written) => (written, None),
        Err(wrong) => (cards::Written::default(), Some(wrong)),
    };
    for (name, html) in cards::PLACES.into_iter().zip([&written.rows, &written.worst, &written.others]) {
        c.insert(name, html);
    }
    // Nobody has filled it before.
    let _ = single.set(written.single);
    // What is wrong with a component is said best of a template that calls it.
    let page = tera.render("report.html", &c).map_err(|e| engine::faults(&e, theme))?;
    wrong.map_or_else(|| Ok(with_outlines(paper::with_contents(&page), &sheets.outlines())), Err)
}

/// The page with what its pictures share before all else, whatever its templates make of them: what its script
/// adds to its end stands behind it.
fn with_outlines(mut page: String, outlines: &str) -> String {
    let tag = page.find("<body").and_then(|at| Some(at + page.get(at..)?.find('>')? + 1));
    page.insert_str(tag.unwrap_or(0), outlines);
    page
}

/// Nothing is loaded; style and script run only if they are those of the theme.
fn policy(style: &str, script: &str) -> String {
    format!(
        "default-src 'none'; style-src {}; script-src {}; img-src data:; base-uri 'none'; form-action 'none'",
        hash(style),
        hash(script)
    )
}

/// A source of a Content-Security-Policy: the text's SHA-256.
fn hash(text: &str) -> String {
    // Browsers read CR LF as LF before they take the hash.
    let digest = Sha256::digest(text.replace("\r\n", "\n").as_bytes());
    format!("'sha256-{}'", base64(&digest))
}

/// Base 64 with padding (RFC 4648, section 4).
fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for chunk in bytes.chunks(3) {
        let at = |i: usize| u32::from(chunk.get(i).copied().unwrap_or(0));
        let all = at(0) << 16 | at(1) << 8 | at(2);
        for i in 0..4 {
            let sign = SIGNS.get((all >> (18 - 6 * i)) as usize & 63).copied().unwrap_or(b'=');
            out.push(if i <= chunk.len() { char::from(sign) } else { '=' });
        }
    }
    out
}

/// What filters say of a threat.
struct Told {
    slug: String,
    title: String,
    rule: String,
    place: String,
    severity: RiskLevel,
    status: Status,
}

/// A filter of the id of a threat.
type Tells = (&'static str, fn(&Told) -> String);

/// Cards by the ids of their threats, for those templates that call for single ones.
type Cards = Arc<OnceLock<HashMap<String, String>>>;

/// Filters that turn ids into what they stand for. The cards are filled in later.
fn filters(tera: &mut Tera, report: &Report, names: &Names<'_>) -> Cards {
    let ids = report
        .elements
        .iter()
        .map(|e| &e.id)
        .chain(report.boundaries.iter().map(|b| &b.id))
        .chain(report.data.iter().map(|d| &d.id))
        .chain(report.flows.iter().map(|f| &f.id));
    let labels: HashMap<String, String> = ids.map(|id| (id.clone(), names.of(id).to_owned())).collect();
    let labels = Arc::new(labels);
    let told = |t: &Threat| Told {
        slug: t.slug.clone(),
        title: t.title.clone(),
        rule: t.rule.clone(),
        place: names.place(t),
        severity: t.residual.severity,
        status: t.status,
    };
    let threats: HashMap<String, Told> = report.threats.iter().map(|t| (t.id.clone(), told(t))).collect();
    let threats = Arc::new(threats);
    let words = report.vocabulary.iter().map(|w| &w.id).chain(report.controls.iter().map(|c| &c.id));
    let controls: HashMap<String, String> = words.map(|id| (id.clone(), names.control(id))).collect();

    let one = Arc::clone(&labels);
    tera.register_filter("name", move |id: &str, _: Kwargs, _: &State| -> String {
        one.get(id).cloned().unwrap_or_else(|| id.to_owned())
    });
    tera.register_filter("names", move |ids: Vec<String>, _: Kwargs, _: &State| -> String {
        let all = ids.iter().map(|i| labels.get(i).cloned().unwrap_or_else(|| i.clone()));
        all.collect::<Vec<_>>().join(", ")
    });
    tera.register_filter("control", move |id: &str, _: Kwargs, _: &State| -> String {
        controls.get(id).cloned().unwrap_or_else(|| id.replace('_', " "))
    });
    let of: [Tells; 6] = [
        ("slug", |t| t.slug.clone()),
        ("threat", |t| t.title.clone()),
        ("threat_place", |t| t.place.clone()),
        ("threat_severity", |t| t.severity.to_string()),
        ("threat_status", |t| t.status.to_string()),
        ("threat_answered", |t| words::answered(t.status).to_owned()),
    ];
    for (name, of) in of {
        let threats = Arc::clone(&threats);
        tera.register_filter(name, move |id: &str, _: Kwargs, _: &State| -> String {
            let unknown = || if name == "threat" { id.to_owned() } else { String::new() };
            threats.get(id).map_or_else(unknown, of)
        });
    }
    let many = sets::are_many(report);
    tera.register_filter(
        "together",
        move |ids: Vec<String>, _: Kwargs, _: &State| -> tera::TeraResult<Value> {
            let all = sets::together(many, ids.iter(), |id| threats.get(*id).map_or("", |t| &t.rule));
            let told = all.into_iter().map(|(id, others)| {
                let (rule, place) = threats.get(id).map_or(("", ""), |t| (&t.rule, &t.place));
                // Where each rule stands once, its words alone tell it from the others.
                let place = if many { "" } else { place };
                serde_json::json!({ "id": id, "rule": rule, "more": others.len(), "place": place })
            });
            Value::try_from_serializable(&told.collect::<Vec<_>>())
        },
    );
    let cards = Cards::default();
    let filled = Arc::clone(&cards);
    tera.register_filter("card", move |id: &str, kwargs: Kwargs, _: &State| -> tera::TeraResult<Value> {
        let open = kwargs.get::<bool>("open")?;
        let card = filled.get().and_then(|all| all.get(id)).map_or("", String::as_str);
        let (head, body) = card.split_once('\n').unwrap_or((card, ""));
        let head = match open {
            Some(true) if !head.ends_with(" open>") => head.trim_end_matches('>').to_owned() + " open>",
            Some(false) => head.replace(" open>", ">"),
            _ => head.to_owned(),
        };
        Ok(Value::safe_string(&format!("{head}\n{body}")))
    });
    tera.register_filter("shape", |level: &str, _: Kwargs, _: &State| -> &'static str {
        RiskLevel::from_word(level).map_or("✓", words::shape)
    });
    tera.register_filter("answered", |status: &str, _: Kwargs, _: &State| -> &'static str {
        Status::from_word(status).map_or(words::CALM, words::answered)
    });
    tera.register_filter("plain", |word: &str, _: Kwargs, _: &State| -> String { words::plain(word) });
    let page = words::page();
    tera.register_filter("word", move |name: &str, kwargs: Kwargs, _: &State| -> tera::TeraResult<String> {
        let text =
            page.get(name).ok_or_else(|| tera::Error::message(format!("there is no word `{name}`")))?;
        // What fills it in is escaped where it is printed, with the word.
        let value = |hole: &str| kwargs.get::<Value>(hole).ok().flatten();
        Ok(words::filled(text, |hole| value(hole).map(|v| v.to_string()).unwrap_or_default()))
    });
    tera.register_filter("anchor", |id: &str, _: Kwargs, _: &State| -> String { anchor(id) });
    tera.register_filter("lowered", |n: u64, _: Kwargs, _: &State| -> String {
        words::paths::lowered(usize::try_from(n).unwrap_or(usize::MAX))
    });
    tera.register_filter("count", |n: u64, kwargs: Kwargs, _: &State| -> tera::TeraResult<Value> {
        let word: String = kwargs.must_get("of")?;
        Ok(words::count(usize::try_from(n).unwrap_or(usize::MAX), &word).into())
    });
    cards
}

/// The anchor of a part: its id with everything but letters, digits and `_` written as its number.
/// Anchors of threats are slugs, which have no `_`, so the two never meet.
pub fn anchor(id: &str) -> String {
    let mut out = String::from("part_");
    for c in id.chars() {
        match c {
            c if c.is_ascii_alphanumeric() || c == '_' => out.push(c),
            '-' => out.push('-'),
            c => out.push_str(&format!("_{:x}", u32::from(c))),
        }
    }
    out
}
