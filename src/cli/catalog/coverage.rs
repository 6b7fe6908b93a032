//! Coverage of frameworks as text.

use crate::catalog::Catalog;
use crate::catalog::coverage::{self, Covered, Standing};
use crate::catalog::frameworks::{Framework, FrameworkKind};
use crate::diagnostic::page::fold_under;
use crate::report::words::capital;

/// A line for each framework that threats and controls refer to or could.
pub(super) fn counts(catalog: &Catalog) -> String {
    let counts = coverage::counts(catalog);
    let width = counts.iter().map(|c| c.framework.prefix.len()).max().unwrap_or(0);
    let mut out = String::new();
    for (kind, title) in [(FrameworkKind::Framework, "Frameworks"), (FrameworkKind::Tool, "Tools")] {
        out.push_str(&format!("{title}\n"));
        for c in counts.iter().filter(|c| c.framework.kind == kind) {
            let f = c.framework;
            let excepted = match c.excepted {
                0 => String::new(),
                n => format!(", {n} left out for a reason"),
            };
            let many = format!("{} of {}", c.covered, c.all);
            out.push_str(&format!("  {:<width$}  {many:>10} {}{excepted}\n", f.prefix, f.plural()));
        }
    }
    out.push_str(
        "\nCounted are the entries of the sort that each is about, if a threat or control refers to them.\n\
         `trustline catalog --coverage FRAMEWORK` shows each entry.\n",
    );
    out
}

/// Every entry of a framework, with what refers to it; those of another sort come last.
pub(super) fn entries(framework: &Framework, all: &[Covered<'_>]) -> String {
    let mut out = format!("{}, {}\n{}\n", framework.title, framework.edition, framework.url);
    let mut sorts: Vec<&str> = all.iter().map(|c| c.entry.sort).collect();
    sorts.sort_by_key(|s| (*s != framework.sort, all.iter().position(|c| c.entry.sort == *s)));
    sorts.dedup();
    let mut told = None;
    for sort in &sorts {
        let of: Vec<&Covered<'_>> = all.iter().filter(|c| c.entry.sort == *sort).collect();
        let many = |s: Standing| of.iter().filter(|c| c.standing() == s).count();
        let mut counts =
            vec![format!("{} of {} covered", many(Standing::Covered) + many(Standing::Through), of.len())];
        for (n, what) in
            [(many(Standing::Excepted), "left out for a reason"), (many(Standing::Open), "not covered")]
        {
            if n > 0 {
                counts.push(format!("{n} {what}"));
            }
        }
        out.push_str(&format!("\n{}: {}\n", capital(sort), counts.join(", ")));
        for c in of {
            out.push_str(&one(c, &mut told));
        }
    }
    out.push_str(
        "\n+ covered by what refers to it, - left out for the reason told above, ? nothing refers to it\n",
    );
    out
}

/// One entry; a reason for leaving out several in a row is told with the first of them.
fn one(c: &Covered<'_>, told: &mut Option<&'static str>) -> String {
    let e = c.entry;
    let sign = match c.standing() {
        Standing::Covered | Standing::Through => '+',
        Standing::Excepted => '-',
        Standing::Open => '?',
    };
    let edition = if e.edition == e.framework.edition { String::new() } else { format!(" ({})", e.edition) };
    let mut out = format!("  {sign} {}:{}  {}{edition}\n", e.framework.prefix, e.id, e.name);
    let rules: Vec<&str> = c.rules.iter().map(|r| r.name.as_str()).collect();
    let controls: Vec<&str> = c.controls.iter().map(|c| c.name.as_str()).collect();
    let through: Vec<&str> = c.through.iter().map(|e| e.id).collect();
    for (what, list) in [("threats: ", rules), ("controls: ", controls), ("through ", through)] {
        if !list.is_empty() {
            out.push_str(&fold_under(&format!("{what}{}", list.join(", ")), "      "));
        }
    }
    if c.standing() == Standing::Excepted
        && let Some(why) = c.exception
        && *told != c.exception
    {
        *told = c.exception;
        out.push_str(&fold_under(why, "      "));
    }
    out
}
