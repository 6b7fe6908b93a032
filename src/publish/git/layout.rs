//! How wikis that are git repositories name their pages: a layout is an entry of [`ALL`].
//!
//! Pages of a publication lie side by side, so that a link from one to the next is the other's name. A page's files lie in
//! a folder of its name.

use crate::publish::failure::{Failure, Kind};
use crate::publish::mark::Fence;
use crate::publish::wiki::Pictures;
use crate::report::markdown::dialect::{self, Dialect, GFM};

/// A layout.
#[derive(Debug)]
pub struct Layout {
    /// What settings call it.
    pub name: &'static str,
    /// The dialect of its pages.
    pub dialect: &'static str,
    /// Whether pages may lie in folders; where not, all names are in one list.
    pub folders: bool,
    /// Whether names are written in lower case.
    pub lower: bool,
    /// Whether a link begins at the wiki's first page.
    pub rooted: bool,
    /// Whether the markup names files without the page's folder.
    pub bare_files: bool,
    /// The form of pictures.
    pub pictures: Pictures,
    /// The largest page that is shown well, in bytes.
    pub page_bytes: usize,
    /// The largest file, in bytes.
    pub file_bytes: usize,
    /// From the repository's address to the one under which people read: what it ends with, and what stands there
    /// instead.
    pub site: (&'static str, &'static str),
}

const MB: usize = 1_000_000;

const PLAIN: Layout = Layout {
    name: "gollum",
    dialect: "gfm",
    folders: true,
    lower: false,
    rooted: false,
    bare_files: false,
    pictures: Pictures::Svg,
    page_bytes: MB,
    file_bytes: 50 * MB,
    site: ("", ""),
};

/// All layouts, the one that is taken if neither settings nor address tell one first.
pub static ALL: [Layout; 6] = [
    // Larger pages are cut off where they are shown.
    Layout { name: "github", folders: false, page_bytes: MB / 2, site: (".wiki.git", "/wiki"), ..PLAIN },
    Layout { name: "gitlab", dialect: "gitlab", site: (".wiki.git", "/-/wikis"), ..PLAIN },
    Layout { name: "gitea", folders: false, site: (".wiki.git", "/wiki"), ..PLAIN },
    Layout {
        name: "azure",
        dialect: "azure",
        rooted: true,
        pictures: Pictures::Png,
        page_bytes: 10 * MB,
        file_bytes: 18 * MB,
        site: ("/_git/", "/_wiki/wikis/"),
        ..PLAIN
    },
    Layout { name: "otter", lower: true, bare_files: true, site: ("/.git", ""), ..PLAIN },
    PLAIN,
];

/// The lines around our part of a page.
pub const FENCE: Fence = Fence { begin: "<!-- trustline * begin -->", end: "<!-- trustline * end -->" };

/// The most bytes of a page's name: what file systems and web addresses take, with room for an ending.
const LONGEST: usize = 180;

/// Names that a system or a wiki keeps for itself.
const RESERVED: [&str; 10] =
    ["con", "prn", "aux", "nul", "git", "home", "index", "readme", "_sidebar", "_footer"];

impl Layout {
    /// The dialect.
    pub fn dialect(&self) -> &'static Dialect {
        dialect::find(self.dialect).unwrap_or(&GFM)
    }

    /// The layout of a name, or the one that an address tells.
    ///
    /// # Errors
    /// When there is none of this name.
    pub fn of(name: &str, url: &str) -> Result<&'static Layout, Failure> {
        let told = match name {
            "" if url.contains("gitlab") => "gitlab",
            "" if url.contains("dev.azure.com") || url.contains("visualstudio.com") => "azure",
            "" if url.contains("gitea") || url.contains("forgejo") || url.contains("codeberg.org") => "gitea",
            "" if url.ends_with("/.git") => "otter",
            "" => "github",
            name => name,
        };
        ALL.iter().find(|layout| layout.name == told).ok_or_else(|| {
            let names: Vec<&str> = ALL.iter().map(|layout| layout.name).collect();
            Failure::new(
                Kind::Settings,
                format!("there is no layout `{told}`"),
                format!("Set `layout` to one of {}.", names.join(", ")),
            )
        })
    }

    /// What a page with these titles, from the root page's down to its own, is called.
    ///
    /// # Errors
    /// When nothing of the titles can be a name.
    pub fn name(&self, titles: &[&str]) -> Result<String, Failure> {
        let mut name = plain(&titles.join(" "));
        if self.lower {
            name = name.to_lowercase();
        }
        let mut end = name.len().min(LONGEST);
        while !name.is_char_boundary(end) {
            end -= 1;
        }
        name.truncate(end);
        let name = name.trim_end_matches(['-', '.']);
        if name.is_empty() {
            return Err(Failure::new(
                Kind::Settings,
                format!("no page can be called `{}`", titles.join(" ")),
                "Give the model a title with letters or digits.",
            ));
        }
        // Settings may well mean the wiki's first page; a model's title may not.
        let reserved = RESERVED.contains(&name.to_lowercase().as_str()) && titles.len() > 1;
        Ok(if reserved || numbered_port(name) { format!("{name}-page") } else { name.to_owned() })
    }

    /// A folder of the settings, made plain: empty, or with a slash at its end.
    ///
    /// # Errors
    /// When it leads out of the wiki, or the wiki has no folders.
    pub fn folder(&self, space: &str) -> Result<String, Failure> {
        let space = space.trim_matches('/');
        if space.is_empty() {
            return Ok(String::new());
        }
        let wrong = |what: String, help: &str| Err(Failure::new(Kind::Settings, what, help));
        if !self.folders {
            return wrong(format!("wikis as those of {} have no folders", self.name), "Leave `space` out.");
        }
        let bad = |part: &str| {
            part.is_empty()
                || part.starts_with(['.', '-', '_'])
                || part.contains(['\\', ':'])
                || part.chars().any(char::is_control)
        };
        if space.split('/').any(bad) {
            return wrong(
                format!("`{space}` is no folder of a wiki"),
                "Write `space` as names with `/` between them.",
            );
        }
        Ok(if self.lower { format!("{}/", space.to_lowercase()) } else { format!("{space}/") })
    }

    /// What the markup calls a file of a page.
    pub fn file(&self, page: &str, name: &str) -> String {
        let name = plain_file(name);
        if self.bare_files { name } else { format!("{}/{name}", last(page)) }
    }

    /// Where a file that the markup calls so lies, seen from the folder of the pages.
    pub fn path_of_file(&self, page: &str, named: &str) -> String {
        if self.bare_files { format!("{}/{named}", last(page)) } else { named.to_owned() }
    }

    /// The address of a page under which people read it.
    pub fn link(&self, url: &str, folder: &str, page: &str) -> String {
        let web = url.starts_with("https://") || url.starts_with("http://");
        let (there, instead) = self.site;
        let at = if there.ends_with('/') {
            url.rfind(there)
        } else {
            url.ends_with(there).then(|| url.len() - there.len())
        };
        let cut = at
            .filter(|_| web && !there.is_empty())
            .and_then(|at| Some((url.get(..at)?, url.get(at + there.len()..)?)));
        let name = last(page);
        match cut {
            Some((before, after)) if self.rooted => {
                let path = format!("/{folder}{}", name.replace('-', " "));
                format!("{before}{instead}{after}?pagePath={}", crate::publish::http::escaped(&path))
            }
            Some((before, _)) => format!("{before}{instead}/{folder}{name}"),
            None => format!("{url} {folder}{name}.md"),
        }
    }
}

/// The name of a page in its address.
pub fn last(page: &str) -> &str {
    page.rsplit('/').next().unwrap_or(page)
}

/// Letters and digits of a text, with hyphens for what stands between them: no name that leads elsewhere, hides, or looks
/// like an option.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let kept = c.is_alphanumeric() || c == '_' || c == '.';
        if kept && !(c == '.' && out.ends_with('.')) {
            out.push(c);
        } else if !kept && !out.ends_with('-') {
            out.push('-');
        }
    }
    out.trim_matches(['-', '.', '_']).to_owned()
}

/// The name of a file in the same manner; its ending stays.
fn plain_file(name: &str) -> String {
    match plain(name) {
        name if name.is_empty() => "file".to_owned(),
        name => name,
    }
}

/// Names of devices that no file can have on Windows.
fn numbered_port(name: &str) -> bool {
    let lower = name.to_lowercase();
    let stem = lower.split('.').next().unwrap_or_default();
    let device = ["con", "prn", "aux", "nul"].contains(&stem);
    let port = stem.strip_prefix("com").or(stem.strip_prefix("lpt"));
    device || port.is_some_and(|n| n.len() == 1 && n.chars().all(|c| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layout(name: &str) -> &'static Layout {
        Layout::of(name, "").unwrap()
    }

    #[test]
    fn names_lead_nowhere_else() {
        let gollum = layout("gollum");
        for (titles, name) in [
            (vec!["Threats of the shop"], "Threats-of-the-shop"),
            (vec!["Shop", "Parts & flows"], "Shop-Parts-flows"),
            (vec!["../../etc/passwd"], "etc-passwd"),
            (vec!["-rf / --upload-pack=x"], "rf-upload-pack-x"),
            (vec![".git/hooks/pre-push"], "git-hooks-pre-push"),
            (vec!["a\0b\nc\\d:e"], "a-b-c-d-e"),
            (vec!["con"], "con-page"),
            (vec!["LPT1.x"], "LPT1.x-page"),
            (vec!["Home"], "Home"),
            (vec!["_Sidebar"], "Sidebar"),
            (vec!["...", "C#"], "C"),
            (vec!["v1..2 – 日本"], "v1.2-日本"),
        ] {
            assert_eq!(gollum.name(&titles).unwrap(), name, "{titles:?}");
        }
        assert_eq!(layout("otter").name(&["Threats of RAG"]).unwrap(), "threats-of-rag");
        assert!(gollum.name(&["../.."]).is_err() && gollum.name(&[]).is_err());
        assert!(gollum.name(&["é".repeat(500).as_str()]).unwrap().len() <= LONGEST);
        assert_eq!(gollum.file("Shop", "../../x y.png"), "Shop/x-y.png");
        assert_eq!(layout("otter").file("shop", "x.png"), "x.png");
        assert_eq!(layout("otter").path_of_file("shop", "x.png"), "shop/x.png");
    }

    #[test]
    fn folders_stay_inside() {
        let gollum = layout("gollum");
        assert_eq!(gollum.folder("/security/models/").unwrap(), "security/models/");
        for bad in ["../up", "a/../b", "a//b", ".git", "-x", "a/.hidden", "c:\\x", "a\nb"] {
            assert_eq!(gollum.folder(bad).unwrap_err().kind, Kind::Settings, "{bad}");
        }
        assert!(layout("github").folder("security").unwrap_err().what.contains("no folders"));
    }

    #[test]
    fn the_address_tells_the_layout_and_where_people_read() {
        for (url, name, link) in [
            ("https://github.com/o/r.wiki.git", "github", "https://github.com/o/r/wiki/Shop"),
            (
                "https://gitlab.example.org/g/r.wiki.git",
                "gitlab",
                "https://gitlab.example.org/g/r/-/wikis/Shop",
            ),
            ("https://codeberg.org/o/r.wiki.git", "gitea", "https://codeberg.org/o/r/wiki/Shop"),
            (
                "https://dev.azure.com/o/p/_git/p.wiki",
                "azure",
                "https://dev.azure.com/o/p/_wiki/wikis/p.wiki?pagePath=%2FShop",
            ),
            ("http://wiki.example.org/.git", "otter", "http://wiki.example.org/Shop"),
            ("git@github.com:o/r.wiki.git", "github", "git@github.com:o/r.wiki.git Shop.md"),
        ] {
            let layout = Layout::of("", url).unwrap();
            assert_eq!((layout.name, layout.link(url, "", "Shop").as_str()), (name, link));
        }
        assert!(Layout::of("svn", "").unwrap_err().help.contains("gollum"));
        for layout in &ALL {
            assert_eq!(layout.dialect().name, layout.dialect, "a dialect that is there");
        }
    }
}
