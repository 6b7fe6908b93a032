//! The sites that folders become, as data: a new one is an entry of [`ALL`].

use crate::report::markdown::escape;
use crate::report::prose::escape_markdown;
use crate::source::percent_encoded;
use std::path::Path;

/// A site.
#[derive(Debug)]
pub(super) struct Form {
    /// What settings call it.
    name: &'static str,
    /// The dialect of its pages.
    pub dialect: &'static str,
    /// Files that tell it, as seen from the folder with its pages.
    told_by: &'static [&'static str],
    /// Where its navigation is written, the first file that there is; empty if it finds pages by itself.
    pub navigation: &'static [Navigation],
}

/// A file that lists a site's pages. What we write of it stands between two lines of comment; all else is people's own.
#[derive(Debug)]
pub(super) struct Navigation {
    /// The file, as seen from the folder with the pages.
    pub file: &'static str,
    /// The line above, with `*` for the page's name.
    begin: &'static str,
    /// The line below.
    end: &'static str,
    /// What stands between for these pages, the root page first.
    entries: fn(&[Listed<'_>]) -> String,
    /// Whether it is put at the end where the lines are missing. Else people must have put them.
    appended: bool,
}

/// A page as a navigation names it.
#[derive(Copy, Clone, Debug)]
pub(super) struct Listed<'a> {
    /// Its title, plain text.
    pub title: &'a str,
    /// Its path, seen from the folder of the site's pages.
    pub page: &'a str,
    /// How many pages stand above it in the publication.
    pub depth: usize,
}

/// All sites, those that tell themselves first.
static ALL: [Form; 5] = [
    Form {
        name: "mkdocs",
        dialect: "mkdocs",
        told_by: &["../mkdocs.yml", "../mkdocs.yaml", "mkdocs.yml"],
        // Without `nav` it lists all pages; where there is one, only people know the place.
        navigation: &[MKDOCS, Navigation { file: "../mkdocs.yaml", ..MKDOCS }],
    },
    Form {
        name: "docusaurus",
        dialect: "docusaurus",
        told_by: &["../docusaurus.config.js", "../docusaurus.config.ts", "docusaurus.config.js"],
        navigation: &[],
    },
    Form {
        name: "sphinx",
        dialect: "sphinx",
        told_by: &["conf.py", "../conf.py"],
        navigation: &[
            Navigation {
                file: "index.md",
                begin: "% trustline * begin",
                end: "% trustline * end",
                entries: |pages| format!("```{{toctree}}\n:maxdepth: 1\n\n{}\n```", stems(pages, "")),
                appended: true,
            },
            Navigation {
                file: "index.rst",
                begin: ".. trustline * begin",
                end: ".. trustline * end",
                entries: |pages| format!("\n.. toctree::\n   :maxdepth: 1\n\n{}\n", stems(pages, "   ")),
                appended: true,
            },
        ],
    },
    Form {
        name: "mdbook",
        dialect: "mdbook",
        told_by: &["SUMMARY.md", "../book.toml"],
        navigation: &[Navigation {
            file: "SUMMARY.md",
            begin: "<!-- trustline * begin -->",
            end: "<!-- trustline * end -->",
            // Pages that are not listed are not built.
            entries: |pages| {
                let line = |p: &Listed<'_>| {
                    let (title, page) = (escape_markdown(p.title), percent_encoded(p.page));
                    format!("{}- [{title}]({page})\n", "  ".repeat(p.depth))
                };
                format!("\n{}", pages.iter().map(line).collect::<String>())
            },
            appended: true,
        }],
    },
    PLAIN,
];

const PLAIN: Form = Form { name: "gfm", dialect: "gfm", told_by: &[], navigation: &[] };

const MKDOCS: Navigation = Navigation {
    file: "../mkdocs.yml",
    begin: "# trustline * begin",
    end: "# trustline * end",
    entries: |pages| {
        let line = |p: &Listed<'_>, indent: &str| {
            format!("{indent}- {}: {}", yaml(&escape::title(p.title)), yaml(p.page))
        };
        match pages {
            [one] => line(one, ""),
            // A page and a section are two things there.
            all => {
                let section = all
                    .first()
                    .map_or_else(String::new, |root| format!("- {}:", yaml(&escape::title(root.title))));
                let lines = all.iter().map(|p| line(p, "  "));
                std::iter::once(section).chain(lines).collect::<Vec<_>>().join("\n")
            }
        }
    },
    appended: false,
};

/// The site of a name.
pub(super) fn find(name: &str) -> Option<&'static Form> {
    ALL.iter().find(|f| f.name == name)
}

/// The site that the files in and above a folder tell; plain Markdown if they tell none.
pub(super) fn told_by(folder: &Path) -> &'static Form {
    ALL.iter().find(|f| f.told_by.iter().any(|file| folder.join(file).is_file())).unwrap_or(&PLAIN)
}

/// The names of all sites, for those who wrote another one.
pub(super) fn known() -> String {
    let names: Vec<&str> = ALL.iter().map(|f| f.name).collect();
    format!("Known are {}.", names.join(", "))
}

/// The pages as a list of Sphinx has them: paths without their endings, which lead to their titles.
fn stems(pages: &[Listed<'_>], indent: &str) -> String {
    let lines = pages.iter().map(|p| format!("{indent}{}", p.page.trim_end_matches(".md")));
    lines.collect::<Vec<_>>().join("\n")
}

/// A text of JSON is one of YAML as well.
fn yaml(text: &str) -> String {
    serde_json::Value::from(escape::clean(text)).to_string()
}

impl Navigation {
    /// The file with the entries of some pages, `name` between the lines' words; none if it has them already, or has
    /// no place for them.
    pub fn with(&self, text: &str, name: &str, pages: &[Listed<'_>]) -> Option<String> {
        let line = |form: &str| form.replace('*', name);
        let (begin, end) = (line(self.begin), line(self.end));
        let place = |mark: &str, from: usize| {
            let lines = text.lines().enumerate().skip(from);
            lines.filter(|(_, l)| l.trim() == mark).map(|(n, _)| n).next()
        };
        let entry = (self.entries)(pages);
        let bounds = place(&begin, 0).and_then(|from| Some((from, place(&end, from + 1)?)));
        let made = match bounds {
            Some((from, to)) => {
                // As far in as people put the line above.
                let indent: String =
                    text.lines().nth(from)?.chars().take_while(|c| c.is_whitespace()).collect();
                // An entry may end with a blank line, which `lines` would leave out.
                let entry = entry
                    .split('\n')
                    .map(|l| if l.is_empty() { String::new() } else { format!("{indent}{l}") });
                let lines = || text.lines().map(str::to_owned);
                let all = lines().take(from + 1).chain(entry).chain(lines().skip(to));
                all.fold(String::with_capacity(text.len()), |out, l| out + &l + "\n")
            }
            None if self.appended => format!("{}\n\n{begin}\n{entry}\n{end}\n", text.trim_end()),
            None => return None,
        };
        (made != text).then_some(made)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_stands_where_people_put_its_lines() {
        let mkdocs =
            "nav:\n  - Home: index.md\n  # trustline rag begin\n  # trustline rag end\n  - More: more.md\n";
        let page = |title, page, depth| Listed { title, page, depth };
        let one = [page("A: \"b\"", "security/rag.md", 0)];
        let made = MKDOCS.with(mkdocs, "rag", &one).unwrap();
        let entry =
            "  # trustline rag begin\n  - \"A: \\\"b\\\"\": \"security/rag.md\"\n  # trustline rag end\n";
        assert!(made.contains(entry) && made.ends_with("  - More: more.md\n"), "{made}");
        assert_eq!(MKDOCS.with(&made, "rag", &one), None, "it is there already");
        // The site writes a title into its navigation as it is.
        let all = [page("</a><script> &lt; {{ x }}", "a.md", 0), page("<b> & c", "b.md", 1)];
        let hostile = MKDOCS.with(mkdocs, "rag", &all).unwrap();
        assert!(
            !hostile.contains(['<', '>']) && !hostile.contains("&lt;") && !hostile.contains("{{"),
            "{hostile}"
        );
        assert!(hostile.contains("    - \"‹b› & c\": \"b.md\"\n"), "{hostile}");
        assert_eq!(
            MKDOCS.with("nav:\n  - Home: index.md\n", "rag", &one),
            None,
            "only people know the place"
        );
        let made = MKDOCS.with(&made, "rag", &[page("A", "a.md", 0), page("B", "a-b.md", 1)]).unwrap();
        assert!(
            made.contains("begin\n  - \"A\":\n    - \"A\": \"a.md\"\n    - \"B\": \"a-b.md\"\n  # trust"),
            "{made}"
        );
    }

    #[test]
    fn an_entry_is_put_at_the_end_of_a_book() {
        let [nav] = find("mdbook").unwrap().navigation else { panic!("one") };
        let page = |title, page, depth| Listed { title, page, depth };
        let pages = [page("A [b]", "rag.md", 0), page("C", "rag-c.md", 1)];
        let made = nav.with("# Summary\n\n- [One](one.md)\n", "rag", &pages).unwrap();
        let end = "- [One](one.md)\n\n<!-- trustline rag begin -->\n\n- [A \\[b\\]](rag.md)\n  - [C](rag-c.md)\n\n<!-- trustline rag end -->\n";
        assert!(made.ends_with(end), "{made}");
        assert_eq!(nav.with(&made, "rag", &pages), None);
        let other = nav.with(&made, "bot", &[page("Bot", "bot.md", 0)]).unwrap();
        assert!(other.starts_with(&made) && other.contains("- [Bot](bot.md)"), "{other}");
    }
}
