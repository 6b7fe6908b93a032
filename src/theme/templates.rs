//! The templates of the HTML report: the built-in ones, and those that a theme's folder holds.

use super::read::{Loaded, beside};
use crate::diagnostic::nearest::nearest;
use crate::diagnostic::{Diagnostic, codes};
use crate::source::{Files, ReadError, Span};
use std::path::{Component, Path};

macro_rules! built_in {
    ($($name:literal),* $(,)?) => {
        /// The built-in templates by their names, which are their paths in themes/default/templates. The
        /// page is `report.html`; it holds a block for each section and includes its file.
        pub const TEMPLATES: &[(&str, &str)] =
            &[$(($name, include_str!(concat!("../../themes/default/templates/", $name)))),*];
    };
}

built_in! {
    "report.html",
    "components.html",
    "sections/assumptions.html",
    "sections/cards.html",
    "sections/checklist.html",
    "sections/controls.html",
    "sections/data.html",
    "sections/diagram.html",
    "sections/entries.html",
    "sections/first-page.html",
    "sections/glossary.html",
    "sections/harm.html",
    "sections/inventory.html",
    "sections/joins.html",
    "sections/left.html",
    "sections/matrix.html",
    "sections/off.html",
    "sections/other-cards.html",
    "sections/owasp.html",
    "sections/parts.html",
    "sections/people.html",
    "sections/pictures.html",
    "sections/questions.html",
    "sections/ratings.html",
    "sections/register.html",
    "sections/requirements.html",
    "sections/responses.html",
    "sections/reviews.html",
    "sections/rules.html",
    "sections/scope.html",
    "sections/scorecard.html",
    "sections/stride.html",
    "sections/supply.html",
    "sections/techniques.html",
    "sections/tests.html",
    "sections/trials.html",
    "sections/ways.html",
}

/// The folder of a theme that holds its templates.
const FOLDER: &str = "templates";

/// What the names of the built-in templates begin with for templates of users, who may need both.
const BUILT_IN: &str = "default/";

/// Reads the templates of a theme's folder, if it has any. Files with other endings than `.html` are not
/// read: escaping goes by the ending.
pub(super) fn read(files: &dyn Files, folder: &Path, out: &mut Loaded) {
    let all = match files.below(&folder.join(FOLDER)) {
        Ok(all) => all,
        Err(ReadError::Missing) => return,
        Err(why) => return say(out, format!("`{FOLDER}` can't be read: {why}")),
    };
    for path in all {
        let Some(name) = plain(&path) else { continue };
        if name.starts_with(BUILT_IN) {
            say(out, format!("`{FOLDER}/{name}` has a name that begins as those of the built-in templates"));
            continue;
        }
        match beside(files, folder, &format!("{FOLDER}/{name}")) {
            Ok(text) => {
                let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
                let shown = folder.join(FOLDER).join(&name).to_string_lossy().replace('\\', "/");
                out.templates.insert(name.clone(), out.sources.add(shown, text.clone()));
                out.theme.templates.insert(name, text);
            }
            Err(why) => say(out, format!("`{FOLDER}/{name}` can't be read: {why}")),
        }
    }
    unused(out);
}

/// The name of a template from its path; none if it is no template.
fn plain(path: &Path) -> Option<String> {
    let parts = path.components().map(|c| match c {
        Component::Normal(part) => part.to_str(),
        _ => None,
    });
    let name = parts.collect::<Option<Vec<_>>>()?.join("/");
    let hidden = name.split('/').any(|part| part.starts_with('.'));
    (name.ends_with(".html") && !hidden).then_some(name)
}

/// A template that takes no other's place, that no other names and that defines no component is one that
/// nobody will see: its name is most likely wrong.
fn unused(out: &mut Loaded) {
    let own = |name: &str| TEMPLATES.iter().any(|(built_in, _)| *built_in == name);
    let named = |name: &str| {
        let quoted = [format!("\"{name}\""), format!("'{name}'"), format!("`{name}`")];
        out.theme.templates.values().any(|text| quoted.iter().any(|q| text.contains(q)))
    };
    let defines = |text: &str| {
        text.split("{%").any(|tag| tag.trim_start_matches('-').trim_start().starts_with("component "))
    };
    let mut found = Vec::new();
    for (name, text) in &out.theme.templates {
        if own(name) || named(name) || defines(text) {
            continue;
        }
        let Some(&file) = out.templates.get(name) else { continue };
        let message = format!("no template is called `{name}`, and none includes it");
        let d = Diagnostic::new(codes::BAD_THEME, Span::new(file, 0, 0), message);
        found.push(match nearest(name, TEMPLATES.iter().map(|(n, _)| *n)) {
            Some(near) => d.help(format!("Did you mean `{near}`?")),
            None => d.help("docs/templates.md lists the templates and what each shows."),
        });
    }
    out.diagnostics.extend(found);
}

fn say(out: &mut Loaded, message: String) {
    out.diagnostics.push(Diagnostic::bare(codes::BAD_THEME, message));
}
