//! The report as one HTML file that loads nothing: style, script and pictures are in it, and a
//! Content-Security-Policy of its own admits these, by their hashes, and nothing else.
//!
//! A theme has templates, a style sheet with variables for its colours, and a script. Templates get `report` (the JSON, with
//! the fields that [`context`] adds) and escape whatever they print; only `*_html` fields, which
//! were made inert in [`super::prose`], and our own renderer's pictures are put in as they are.

use super::data::Report;
use super::names::Names;
use super::{Picture, words};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use tera::{Context, Kwargs, State, Tera, Value};

mod context;
mod engine;
mod fields;
mod given;
mod held;
pub mod paper;

pub use crate::theme::Theme;
pub use engine::{Fault, Spot};
pub use fields::FIELDS;
pub use given::given;

/// The report as HTML.
///
/// # Errors
/// What is wrong with a theme's templates.
pub fn write(report: &Report, pictures: &[Picture], theme: &Theme) -> Result<String, Vec<Fault>> {
    let mut tera = engine::engine();
    filters(&mut tera, report, &Names::new(report));
    engine::load(&mut tera, theme)?;
    let c =
        Context::from_serialize(&given(report, pictures, theme)?).map_err(|e| engine::faults(&e, theme))?;
    let page = tera.render("report.html", &c).map_err(|e| engine::faults(&e, theme))?;
    Ok(paper::with_contents(&page))
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

/// Filters that turn ids into what they stand for.
fn filters(tera: &mut Tera, report: &Report, names: &Names<'_>) {
    let mut labels: BTreeMap<String, String> = BTreeMap::new();
    let ids = report
        .elements
        .iter()
        .map(|e| &e.id)
        .chain(report.boundaries.iter().map(|b| &b.id))
        .chain(report.data.iter().map(|d| &d.id))
        .chain(report.flows.iter().map(|f| &f.id));
    for id in ids {
        labels.insert(id.clone(), names.of(id).to_owned());
    }
    let titles: BTreeMap<String, (String, String)> =
        report.threats.iter().map(|t| (t.id.clone(), (t.slug.clone(), t.title.clone()))).collect();
    let words = report.vocabulary.iter().map(|w| &w.id).chain(report.controls.iter().map(|c| &c.id));
    let controls: BTreeMap<String, String> = words.map(|id| (id.clone(), names.control(id))).collect();

    let one = labels.clone();
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
    let slugs = titles.clone();
    tera.register_filter("slug", move |id: &str, _: Kwargs, _: &State| -> String {
        slugs.get(id).map(|t| t.0.clone()).unwrap_or_default()
    });
    let places: BTreeMap<String, (String, String, String)> = report
        .threats
        .iter()
        .map(|t| (t.id.clone(), (names.place(t), t.residual.severity.to_string(), t.status.to_string())))
        .collect();
    let told = places.clone();
    tera.register_filter("threat_place", move |id: &str, _: Kwargs, _: &State| -> String {
        told.get(id).map(|t| t.0.clone()).unwrap_or_default()
    });
    let told = places.clone();
    tera.register_filter("threat_severity", move |id: &str, _: Kwargs, _: &State| -> String {
        told.get(id).map(|t| t.1.clone()).unwrap_or_default()
    });
    tera.register_filter("threat_status", move |id: &str, _: Kwargs, _: &State| -> String {
        places.get(id).map(|t| t.2.clone()).unwrap_or_default()
    });
    tera.register_filter("threat", move |id: &str, _: Kwargs, _: &State| -> String {
        titles.get(id).map_or_else(|| id.to_owned(), |t| t.1.clone())
    });
    tera.register_filter("shape", |level: &str, _: Kwargs, _: &State| -> &'static str {
        crate::model::responses::RiskLevel::from_word(level).map_or("✓", words::shape)
    });
    tera.register_filter("plain", |word: &str, _: Kwargs, _: &State| -> String { word.replace('_', " ") });
    tera.register_filter("anchor", |id: &str, _: Kwargs, _: &State| -> String { anchor(id) });
    tera.register_filter("lowered", |n: u64, _: Kwargs, _: &State| -> String {
        super::paths::lowered(usize::try_from(n).unwrap_or(usize::MAX))
    });
    tera.register_filter("count", |n: u64, kwargs: Kwargs, _: &State| -> tera::TeraResult<Value> {
        let word: String = kwargs.must_get("of")?;
        Ok(words::count(usize::try_from(n).unwrap_or(usize::MAX), &word).into())
    });
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
