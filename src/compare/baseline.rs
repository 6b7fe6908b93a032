//! The file that keeps snapshots: JSON of a versioned form, sorted, a line for each thing that can
//! change by itself, so that the difference between two versions of it is small.

use super::snapshot::Snapshot;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::ser::Formatter;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// The version of the file's form. It grows when an older version can't read what is written.
pub const SCHEMA: u64 = 1;

/// The field that holds the version, by which a baseline is known.
const MARK: &str = "trustline_baseline";

/// Snapshots of models, by the paths of their files as seen from the baseline's folder.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Baseline {
    /// By path, with `/`; `-` is standard input.
    pub models: BTreeMap<String, Snapshot>,
}

/// Why a text is no baseline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// It is not JSON, or JSON of something else; says what was found.
    Other(String),
    /// It is of a newer form; its version, and that of the tool that wrote it.
    Newer(u64, String),
    /// It is a baseline, and damaged, as by a merge; says where and how.
    Damaged(String),
}

impl Baseline {
    /// A baseline from its text.
    ///
    /// # Errors
    /// When the text is not a whole baseline of a form that is known.
    pub fn read(text: &str) -> Result<Baseline, Unfit> {
        let value: Value = serde_json::from_str(text).map_err(|e| match text.contains(MARK) {
            true => Unfit::Damaged(e.to_string()),
            false => Unfit::Other("it is not JSON".to_owned()),
        })?;
        let schema = value.get(MARK).and_then(Value::as_u64);
        match schema {
            None => return Err(Unfit::Other(format!("it has no `{MARK}`"))),
            Some(n) if n > SCHEMA => {
                let tool = value.get("tool").and_then(Value::as_str).unwrap_or("another version");
                return Err(Unfit::Newer(n, tool.to_owned()));
            }
            Some(_) => {}
        }
        let mut baseline: Baseline =
            serde_json::from_value(value).map_err(|e| Unfit::Damaged(e.to_string()))?;
        // Lookups rely on the order, and hands may have moved lines.
        baseline.models.values_mut().for_each(Snapshot::sort);
        Ok(baseline)
    }

    /// Its text, which ends with a line feed. The same snapshots give the same bytes.
    ///
    /// # Errors
    /// None that is known: the data holds no number that JSON lacks.
    pub fn write(&self) -> serde_json::Result<String> {
        #[derive(Serialize)]
        struct File<'a> {
            trustline_baseline: u64,
            tool: &'a str,
            #[serde(flatten)]
            baseline: &'a Baseline,
        }
        let file = File { trustline_baseline: SCHEMA, tool: env!("CARGO_PKG_VERSION"), baseline: self };
        let mut out = Vec::new();
        let mut serializer = serde_json::Serializer::with_formatter(&mut out, Lines::default());
        file.serialize(&mut serializer)?;
        out.push(b'\n');
        Ok(String::from_utf8_lossy(&out).into_owned())
    }
}

/// How deep each value stands on a line of its own: the fields of a part, a flow or a threat.
const OPEN: usize = 5;

/// Writes JSON with a line for each thing that can change by itself: fields down to [`OPEN`],
/// below them each object of a list.
#[derive(Default)]
struct Lines {
    around: Vec<Frame>,
}

/// A list or an object that is being written.
struct Frame {
    list: bool,
    /// Whether each of its values stands on a line of its own.
    open: bool,
    /// Whether a line was begun in it.
    broken: bool,
}

impl Lines {
    fn line<W: ?Sized + Write>(&mut self, to: &mut W) -> io::Result<()> {
        if let Some(frame) = self.around.last_mut() {
            frame.broken = true;
        }
        to.write_all(b"\n")?;
        self.around.iter().try_for_each(|_| to.write_all(b"  "))
    }

    fn begin(&mut self, list: bool) {
        let open = self.around.len() < OPEN;
        self.around.push(Frame { list, open, broken: false });
    }

    fn end<W: ?Sized + Write>(&mut self, to: &mut W, close: &[u8]) -> io::Result<()> {
        if self.around.pop().is_some_and(|f| f.broken) {
            to.write_all(b"\n")?;
            self.around.iter().try_for_each(|_| to.write_all(b"  "))?;
        }
        to.write_all(close)
    }

    fn is_open(&self) -> bool {
        self.around.last().is_some_and(|f| f.open)
    }
}

impl Formatter for Lines {
    fn begin_array<W: ?Sized + Write>(&mut self, to: &mut W) -> io::Result<()> {
        self.begin(true);
        to.write_all(b"[")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, to: &mut W, first: bool) -> io::Result<()> {
        if !first {
            to.write_all(b",")?;
        }
        if self.is_open() { self.line(to) } else { Ok(()) }
    }

    fn end_array<W: ?Sized + Write>(&mut self, to: &mut W) -> io::Result<()> {
        self.end(to, b"]")
    }

    fn begin_object<W: ?Sized + Write>(&mut self, to: &mut W) -> io::Result<()> {
        if self.around.last().is_some_and(|f| f.list && !f.open) {
            self.line(to)?;
        }
        self.begin(false);
        to.write_all(b"{")
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, to: &mut W, first: bool) -> io::Result<()> {
        match (self.is_open(), first) {
            (true, true) => self.line(to),
            (true, false) => to.write_all(b",").and_then(|()| self.line(to)),
            (false, true) => Ok(()),
            (false, false) => to.write_all(b", "),
        }
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, to: &mut W) -> io::Result<()> {
        to.write_all(b": ")
    }

    fn end_object<W: ?Sized + Write>(&mut self, to: &mut W) -> io::Result<()> {
        self.end(to, b"}")
    }
}
