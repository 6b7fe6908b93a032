//! Reads themes: the built-in ones, and those of users with all that is wrong with them.

use super::{
    Band, Colour, Follows, LEVELS, Mark, Mode, NUMBERS, REPORT, Seen, Shade, Surface, TRUSTS, Theme,
};
use crate::diagnostic::nearest::nearest;
use crate::diagnostic::remarks::Remarks;
use crate::diagnostic::{Diagnostic, codes, counted};
use crate::scene::palette::Role;
use crate::source::{FileId, Files, ReadError, Sources, Span};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Component, Path};
use std::sync::LazyLock;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

macro_rules! built_in {
    ($count:literal: $($name:literal),*) => {
        /// The themes of `themes/`, each read when it is first asked for; the default one comes first.
        pub(super) static BUILT_IN: [(&str, LazyLock<Theme>); $count] = [
            $(($name, LazyLock::new(|| {
                own(include_str!(concat!("../../themes/", $name, "/theme.toml")))
            }))),*
        ];
    };
}

built_in!(5: "default", "dark", "print", "high-contrast", "colour-blind");

/// The files of the default theme; the other built-in ones have none of their own.
const FILES: [(&str, &str); 2] = [
    ("style.css", include_str!("../../themes/default/style.css")),
    ("report.js", include_str!("../../themes/default/report.js")),
];

/// The text of the default theme's file.
pub(super) const DEFAULT: &str = include_str!("../../themes/default/theme.toml");

/// Reads a built-in theme. That nothing is wrong with it, a test says.
fn own(text: &str) -> Theme {
    let open = |name: &str| {
        FILES.iter().find(|(own, _)| *own == name).map(|(_, text)| (*text).to_owned()).ok_or_else(String::new)
    };
    read(text, FileId(0), None, &open).0
}

/// A theme that was asked for, with what is to be said about it. With an error among that, it must not
/// be used.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The theme, as far as it could be read.
    pub theme: Theme,
    /// Its files, for the places of diagnostics.
    pub sources: Sources,
    /// What is wrong with it.
    pub diagnostics: Vec<Diagnostic>,
    /// Which of its files hold its templates, by their names.
    pub templates: BTreeMap<String, FileId>,
}

impl Loaded {
    /// Whether an error was found.
    pub fn failed(&self) -> bool {
        self.diagnostics.iter().any(Diagnostic::is_error)
    }
}

/// The theme of a name, or of a folder with a `theme.toml`.
pub fn load(files: &dyn Files, wanted: &str) -> Loaded {
    let mut out = Loaded {
        theme: Theme::default(),
        sources: Sources::new(),
        diagnostics: Vec::new(),
        templates: BTreeMap::new(),
    };
    if let Some(theme) = Theme::named(wanted) {
        out.theme = theme.clone();
        return out;
    }
    let folder = Path::new(wanted);
    let path = folder.join("theme.toml");
    let name = path.to_string_lossy().replace('\\', "/");
    let text = match files.read(&path) {
        Ok(text) => text,
        Err(e) => {
            out.diagnostics.push(absent(files, wanted, &name, &e));
            return out;
        }
    };
    let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
    let file = out.sources.add(name, text.clone());
    let open = |name: &str| beside(files, folder, name);
    (out.theme, out.diagnostics) = read(&text, file, Some(Theme::standard()), &open);
    super::templates::read(files, folder, &mut out);
    if out.theme.name.is_empty() {
        // A folder has a name, whether its file says one or not.
        let own = files.canonical(folder).unwrap_or_else(|_| folder.to_owned());
        out.theme.name = own.file_name().map_or_else(|| wanted.to_owned(), |n| n.to_string_lossy().into());
    }
    out
}

/// Why there is no theme of this name.
fn absent(files: &dyn Files, wanted: &str, name: &str, e: &ReadError) -> Diagnostic {
    let known = || Theme::built_in().map(|t| t.name.as_str());
    let list = known().map(|n| format!("`{n}`")).collect::<Vec<_>>().join(", ");
    if *e != ReadError::Missing {
        return Diagnostic::bare(codes::BAD_THEME, format!("`{name}` can't be read: {e}"));
    }
    if files.canonical(Path::new(wanted)).is_ok() {
        return Diagnostic::bare(codes::BAD_THEME, format!("`{wanted}` is no theme: it has no theme.toml"))
            .help("`trustline new --theme DIR` makes a theme to start from");
    }
    let d = Diagnostic::bare(codes::BAD_THEME, format!("there is no theme `{wanted}`"));
    let d = match nearest(wanted, known()) {
        Some(near) => d.help(format!("Did you mean `{near}`?")),
        None => d,
    };
    d.help(format!("built in are {list}; any other is a folder with a theme.toml"))
}

/// A file of a theme's folder.
pub(super) fn beside(files: &dyn Files, folder: &Path, name: &str) -> Result<String, String> {
    let whole = folder.join(name);
    let within =
        || -> Result<bool, ReadError> { Ok(files.canonical(&whole)?.starts_with(files.canonical(folder)?)) };
    // A link may lead out though the name does not.
    match within() {
        Ok(true) => files.read(&whole).map_err(|e| e.to_string()),
        Ok(false) => Err("it leads out of the theme's folder".to_owned()),
        Err(e) => Err(e.to_string()),
    }
}

/// Reads a theme's file over what it extends: a built-in theme, else `base`.
fn read(
    text: &str,
    file: FileId,
    base: Option<&Theme>,
    open: &dyn Fn(&str) -> Result<String, String>,
) -> (Theme, Vec<Diagnostic>) {
    let mut theme = base.cloned().unwrap_or_else(Theme::empty);
    theme.name.clear();
    let mut reader =
        Reader { open, theme, remarks: Remarks::new(file, codes::BAD_THEME), set: BTreeMap::new() };
    let root = reader.remarks.table(text);
    // What follows from a broken form would only be noise beside it.
    if reader.remarks.is_empty() {
        reader.root(root.get_ref());
    }
    if reader.remarks.is_empty() {
        reader.faint();
    }
    (reader.theme, reader.remarks.sorted())
}

type Key<'t> = Spanned<Cow<'t, str>>;
type Value<'t> = Spanned<DeValue<'t>>;

struct Reader<'a> {
    open: &'a dyn Fn(&str) -> Result<String, String>,
    theme: Theme,
    remarks: Remarks,
    /// Where colours are set in this file.
    set: BTreeMap<Surface, Span>,
}

impl Reader<'_> {
    fn wanted(&mut self, at: Range<usize>, key: &str, what: &str) {
        self.remarks.say(at, format!("`{key}` is to be {what}"));
    }

    fn root(&mut self, table: &DeTable<'_>) {
        const KEYS: [&str; 11] = [
            "name", "about", "extends", "follows", "picture", "report", "font", "shape", "frame", "mark",
            "files",
        ];
        // What is extended comes first, wherever it stands.
        if let Some((_, value)) = table.iter().find(|(key, _)| key.get_ref() == "extends")
            && let Some(word) = self.text("extends", value)
        {
            let known: Vec<&str> = BUILT_IN.iter().map(|(name, _)| *name).collect();
            match Theme::named(word) {
                Some(theme) => self.theme = Theme { name: String::new(), ..theme.clone() },
                None => self.remarks.unknown(value.span(), "there is no theme *", word, &known),
            }
        }
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "extends" => {}
                "name" => self.line("name", value, |theme| &mut theme.name),
                "about" => self.line("about", value, |theme| &mut theme.about),
                "follows" => {
                    if let Some(follows) = self.word("follows", value, &Follows::WORDS) {
                        self.theme.follows = follows;
                    }
                }
                "picture" => self.picture(value),
                "report" => self.report(value),
                "font" => self.fonts(value),
                "shape" => self.shapes(value),
                "frame" => self.frames(value),
                "mark" => self.marks(value),
                "files" => self.files(value),
                other => self.remarks.unknown(key.span(), "unknown key *", other, &KEYS),
            }
        }
    }

    fn text<'v>(&mut self, key: &str, value: &'v Value<'_>) -> Option<&'v str> {
        let text = value.get_ref().as_str();
        if text.is_none() {
            self.wanted(value.span(), key, "a text, in quotes");
        }
        text
    }

    /// A text of one line that is shown to people.
    fn line(&mut self, key: &str, value: &Value<'_>, place: fn(&mut Theme) -> &mut String) {
        let Some(text) = self.text(key, value) else { return };
        if text.trim().is_empty() || text.chars().any(char::is_control) {
            self.wanted(value.span(), key, "one line of text");
        } else {
            text.clone_into(place(&mut self.theme));
        }
    }

    /// One of a few words.
    fn word<T: Copy>(&mut self, key: &str, value: &Value<'_>, words: &[(T, &str)]) -> Option<T> {
        let word = self.text(key, value)?;
        let found = words.iter().find(|(_, own)| *own == word).map(|(of, _)| *of);
        if found.is_none() {
            let known: Vec<&str> = words.iter().map(|(_, own)| *own).collect();
            self.remarks.unknown(value.span(), &format!("`{key}` can't be *"), word, &known);
        }
        found
    }

    fn table<'v, 't>(&mut self, key: &str, value: &'v Value<'t>) -> Option<&'v DeTable<'t>> {
        let table = value.get_ref().as_table();
        if table.is_none() {
            self.wanted(value.span(), key, &format!("a table, under `[{key}]`"));
        }
        table
    }

    /// A number within bounds.
    fn number(&mut self, key: &str, value: &Value<'_>, least: f64, most: f64) -> Option<f64> {
        let number = match value.get_ref() {
            DeValue::Integer(n) if n.radix() == 10 => n.as_str().parse().ok(),
            DeValue::Float(n) => n.as_str().parse::<f64>().ok(),
            _ => None,
        };
        let fits = number.filter(|n| n.is_finite() && (least..=most).contains(n));
        if fits.is_none() {
            self.wanted(value.span(), key, &format!("a number from {least} to {most}"));
        }
        fits
    }

    fn picture(&mut self, value: &Value<'_>) {
        let Some(table) = self.table("picture", value) else { return };
        let names: Vec<&str> = Role::ALL.iter().map(|r| r.name()).collect();
        for (key, value) in table {
            match Role::ALL.into_iter().find(|r| r.name() == key.get_ref()) {
                Some(role) => {
                    let before = self.theme.picture.get(&role).cloned();
                    if let Some(shade) = self.shade(Surface::Picture(role), key, value, before) {
                        self.theme.picture.insert(role, shade);
                    }
                }
                None => self.remarks.unknown(key.span(), "pictures have no colour *", key.get_ref(), &names),
            }
        }
    }

    fn report(&mut self, value: &Value<'_>) {
        let Some(table) = self.table("report", value) else { return };
        for (key, value) in table {
            match REPORT.into_iter().find(|name| *name == key.get_ref()) {
                Some(name) => {
                    let before = self.theme.report.get(name).cloned();
                    if let Some(shade) = self.shade(Surface::Report(name), key, value, before) {
                        self.theme.report.insert(name, shade);
                    }
                }
                None => self.remarks.unknown(key.span(), "reports have no colour *", key.get_ref(), &REPORT),
            }
        }
    }

    /// A colour for all modes, or a table of them over what there was `before`.
    fn shade(
        &mut self,
        surface: Surface,
        key: &Key<'_>,
        value: &Value<'_>,
        before: Option<Shade>,
    ) -> Option<Shade> {
        self.set.insert(surface, self.remarks.span(&key.span()));
        let Some(table) = value.get_ref().as_table() else {
            let colour = self.colour(surface, value)?;
            return Some(Shade { light: colour.clone(), dark: colour.clone(), print: colour });
        };
        let mut shade = before.unwrap_or_else(|| Shade {
            light: super::colour::INK.clone(),
            dark: super::colour::INK.clone(),
            print: super::colour::INK.clone(),
        });
        let modes: &[(Mode, &str)] = match surface {
            Surface::Picture(_) => &[(Mode::Light, "light"), (Mode::Dark, "dark")],
            Surface::Report(_) => &[(Mode::Light, "light"), (Mode::Dark, "dark"), (Mode::Print, "print")],
        };
        let names: Vec<&str> = modes.iter().map(|(_, name)| *name).collect();
        let printed = table.iter().any(|(key, _)| key.get_ref() == "print");
        for (key, value) in table {
            let Some((mode, _)) = modes.iter().find(|(_, name)| *name == key.get_ref()) else {
                self.remarks.unknown(key.span(), "a colour has no side *", key.get_ref(), &names);
                continue;
            };
            let Some(colour) = self.colour(surface, value) else { continue };
            match mode {
                Mode::Light => {
                    if !printed {
                        shade.print = colour.clone();
                    }
                    shade.light = colour;
                }
                Mode::Dark => shade.dark = colour,
                Mode::Print => shade.print = colour,
            }
        }
        Some(shade)
    }

    fn colour(&mut self, surface: Surface, value: &Value<'_>) -> Option<Colour> {
        let written = value.get_ref().as_str();
        let Some(colour) = written.and_then(Colour::parse) else {
            let shown = written.map_or_else(|| "this".to_owned(), |w| format!("`{}`", w.escape_debug()));
            let help = "Write it as `#RRGGBB`, red, green and blue with two digits of 0 to f each.";
            self.remarks.add(value.span(), format!("{shown} is no colour"), Some(help.to_owned()));
            return None;
        };
        if colour.is_sheer() && surface != Surface::Report("shade") {
            let help = "Only `shade` of reports may let through what lies under it.";
            self.remarks.add(value.span(), format!("`{colour}` is not opaque"), Some(help.to_owned()));
            return None;
        }
        Some(colour)
    }

    fn fonts(&mut self, value: &Value<'_>) {
        let Some(table) = self.table("font", value) else { return };
        for (key, value) in table {
            match key.get_ref().as_ref() {
                // Smaller can't be read, larger has no room.
                "size" => {
                    if let Some(size) = self.number("size", value, 0.6, 1.0) {
                        self.theme.fonts.size = size;
                    }
                }
                name @ ("picture" | "report" | "code") => {
                    let Some(list) = self.families(name, value) else { continue };
                    match name {
                        "picture" => self.theme.fonts.picture = list,
                        "report" => self.theme.fonts.report = list,
                        _ => self.theme.fonts.code = list,
                    }
                }
                other => self.remarks.unknown(
                    key.span(),
                    "unknown key * in `font`",
                    other,
                    &["picture", "report", "code", "size"],
                ),
            }
        }
    }

    /// Names of fonts: nothing that would need more in CSS than quotes.
    fn families(&mut self, key: &str, value: &Value<'_>) -> Option<Vec<String>> {
        let list = value.get_ref().as_array().filter(|list| !list.is_empty());
        let Some(list) = list else {
            self.wanted(value.span(), key, "a list of fonts, as [\"Inter\", \"sans-serif\"]");
            return None;
        };
        let mut out = Vec::new();
        for item in list {
            let fits = |name: &&str| {
                let fine = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_');
                !name.is_empty() && name.trim() == *name && name.chars().all(fine)
            };
            match item.get_ref().as_str().filter(fits) {
                Some(name) => out.push(name.to_owned()),
                None => {
                    self.remarks.say(
                        item.span(),
                        "the name of a font is a text of letters, digits, blanks, `-` and `_`",
                    );
                }
            }
        }
        (out.len() == list.len()).then_some(out)
    }

    fn shapes(&mut self, value: &Value<'_>) {
        let Some(table) = self.table("shape", value) else { return };
        let names: Vec<&str> = NUMBERS.iter().map(|(name, ..)| *name).collect();
        for (key, value) in table {
            match NUMBERS.iter().find(|(name, ..)| *name == key.get_ref()) {
                Some((name, least, most, place)) => {
                    if let Some(number) = self.number(name, value, *least, *most) {
                        *place(&mut self.theme.shapes) = number;
                    }
                }
                None => self.remarks.unknown(key.span(), "unknown key * in `shape`", key.get_ref(), &names),
            }
        }
    }

    fn frames(&mut self, value: &Value<'_>) {
        let Some(table) = self.table("frame", value) else { return };
        let names: Vec<&str> = TRUSTS.iter().map(|(_, name)| *name).collect();
        for (key, value) in table {
            let Some((trust, name)) = TRUSTS.iter().find(|(_, name)| *name == key.get_ref()) else {
                self.remarks.unknown(key.span(), "there is no trust *", key.get_ref(), &names);
                continue;
            };
            let Some(table) = self.table(&format!("frame.{name}"), value) else { continue };
            let mut frame = self.theme.frame(*trust).clone();
            for (key, value) in table {
                match key.get_ref().as_ref() {
                    "line" => frame.line = self.number("line", value, 0.5, 5.0).unwrap_or(frame.line),
                    "dash" => frame.dash = self.dash(value).unwrap_or(frame.dash),
                    "band" => frame.band = self.word("band", value, &Band::WORDS).unwrap_or(frame.band),
                    other => self.remarks.unknown(
                        key.span(),
                        "unknown key * of a frame",
                        other,
                        &["line", "dash", "band"],
                    ),
                }
            }
            self.theme.frames.insert(*trust, frame);
        }
    }

    fn dash(&mut self, value: &Value<'_>) -> Option<Vec<f64>> {
        // Never a whole line: that a boundary is dashed is a word of data flow diagrams, and legends say so.
        let list = value.get_ref().as_array().filter(|list| matches!(list.len(), 2 | 4 | 6));
        let Some(list) = list else {
            self.wanted(value.span(), "dash", "the lengths of dashes and gaps, as [7, 5]: two, four or six");
            return None;
        };
        list.iter().map(|item| self.number("dash", item, 1.0, 40.0)).collect()
    }

    fn marks(&mut self, value: &Value<'_>) {
        let Some(table) = self.table("mark", value) else { return };
        let names: Vec<&str> = LEVELS.iter().map(|(_, name)| *name).collect();
        for (key, value) in table {
            let Some((level, name)) = LEVELS.iter().find(|(_, name)| *name == key.get_ref()) else {
                self.remarks.unknown(key.span(), "there is no level *", key.get_ref(), &names);
                continue;
            };
            let Some(table) = self.table(&format!("mark.{name}"), value) else { continue };
            let Mark { mut line, mut size } = *self.theme.mark(*level);
            for (key, value) in table {
                match key.get_ref().as_ref() {
                    "line" => line = self.number("line", value, 0.5, 3.0).unwrap_or(line),
                    "size" => size = self.number("size", value, 0.7, 1.25).unwrap_or(size),
                    other => {
                        self.remarks.unknown(key.span(), "unknown key * of a mark", other, &["line", "size"])
                    }
                }
            }
            self.theme.marks.insert(*level, Mark { line, size });
        }
    }

    fn files(&mut self, value: &Value<'_>) {
        const KEYS: [&str; 3] = ["style", "extra", "script"];
        let Some(table) = self.table("files", value) else { return };
        let mut extra = String::new();
        for (key, value) in table {
            let key_name = key.get_ref().as_ref();
            if !KEYS.contains(&key_name) {
                self.remarks.unknown(key.span(), "unknown key * in `files`", key_name, &KEYS);
                continue;
            }
            let Some(text) = self.part(key_name, value) else { continue };
            match key_name {
                "style" => self.theme.style = text,
                "script" => self.theme.script = text,
                _ => extra = text,
            }
        }
        self.theme.style.push_str(&extra);
    }

    /// The text of a file of the theme.
    fn part(&mut self, key: &str, value: &Value<'_>) -> Option<String> {
        let name = self.text(key, value)?;
        // Both systems' ways of leaving a folder, on both.
        let leaves = name.contains(['\\', ':'])
            || Path::new(name).components().any(|c| !matches!(c, Component::Normal(_) | Component::CurDir));
        if leaves {
            let help = "Files of a theme stand in its folder, as `style.css`.";
            let message = format!("`{}` leads out of the theme's folder", name.escape_debug());
            self.remarks.add(value.span(), message, Some(help.to_owned()));
            return None;
        }
        let text = match (self.open)(name) {
            Ok(text) => text,
            Err(why) => {
                self.remarks.say(value.span(), format!("`{name}` can't be read: {why}"));
                return None;
            }
        };
        // It goes into the page as it is, and must not end the element that it stands in.
        let (ends, element) = if key == "script" { ("</script", "script") } else { ("</style", "style") };
        if text.to_ascii_lowercase().contains(ends) {
            self.remarks.say(
                value.span(),
                format!("`{name}` has `{ends}` in it, which would end the page's {element}"),
            );
            return None;
        }
        Some(text)
    }

    /// Warns of what can hardly be seen: once a mode for each place of this file that makes it so, by the
    /// worst that it does.
    fn faint(&mut self) {
        let mut worst: BTreeMap<(Span, Mode), (Seen, usize)> = BTreeMap::new();
        for seen in self.theme.seen().into_iter().filter(|seen| seen.ratio < seen.least) {
            let place = self.set.get(&seen.what).or(self.set.get(&seen.ground));
            let Some(place) = place else { continue };
            let (most, count) = worst.entry((*place, seen.mode)).or_insert_with(|| (seen.clone(), 0));
            *count += 1;
            if seen.ratio / seen.least < most.ratio / most.least {
                *most = seen;
            }
        }
        for ((place, mode), (seen, count)) in worst {
            let when = match mode {
                Mode::Light => "by day",
                Mode::Dark => "by night",
                Mode::Print => "on paper",
            };
            let message = format!(
                "`{}` can hardly be seen on `{}` {when}: their contrast is {:.1}, and {} is the least",
                seen.what.name(),
                seen.ground.name(),
                // Never rounded up to what would do.
                (seen.ratio * 10.0).floor() / 10.0,
                seen.least
            );
            let mut d = Diagnostic::new(codes::LOW_CONTRAST, place, message);
            if let Some(ground) = self.set.get(&seen.ground).filter(|ground| **ground != place) {
                d = d.label(*ground, "what lies under it");
            }
            if count > 1 {
                d = d.help(format!(
                    "The same is true of {} with this colour.",
                    counted(count - 1, "other pair")
                ));
            }
            self.remarks.push(d);
        }
    }
}
