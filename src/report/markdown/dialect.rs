//! What differs between programs that show Markdown, as plain data: a new one is an entry of [`ALL`].
//!
//! What was measured of each stands in `docs/formats.md`; `tests/markdown` asks the programs themselves.

/// A dialect of Markdown.
#[derive(Debug, PartialEq, Eq)]
pub struct Dialect {
    /// Its name on the command line.
    pub name: &'static str,
    /// For which program it is.
    pub program: &'static str,
    /// What stands before all else; `{title}` is the title as a YAML text.
    pub front: &'static str,
    /// How a reader gets the contents.
    pub contents: Contents,
    /// The tag that opens what folds away. Its body is Markdown.
    pub details: &'static str,
    /// Which file of a picture is shown.
    pub picture: Shown,
    /// How an alert is written.
    pub alert: Alert,
    /// Signs that are written as entities, since a `\` before them would be shown.
    pub entities: &'static str,
    /// What begins something at the start of a line, beside what does so in all dialects.
    pub openers: &'static [&'static str],
    /// How far what belongs to an item of a list is indented; as far as the item's text if not given.
    pub indent: Option<usize>,
    /// Whether code can stand in a list or a quotation.
    pub nested_code: bool,
}

/// How a reader gets the contents.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Contents {
    /// By links to the main headings.
    Links,
    /// The program puts them in place of this mark.
    Mark(&'static str),
    /// The program shows them beside the page.
    Beside,
}

/// Which file of a picture is shown, if there are both.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Shown {
    /// The SVG.
    Svg,
    /// The PNG.
    Png,
    /// The PNG, and a click leads to the SVG.
    PngToSvg,
}

/// How an alert is written.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Alert {
    /// A quotation that begins with `[!CAUTION]`.
    Quoted,
    /// A quotation, as the program knows no alerts.
    Plain,
    /// `!!! danger`, and the text indented under it.
    Indented,
    /// Between lines of `:::danger`.
    Colons,
    /// Fenced as a directive `{danger}`.
    Directive,
}

/// GitHub's.
pub const GFM: Dialect = Dialect {
    name: "gfm",
    program: "GitHub, Gitea, Forgejo and most editors",
    front: "",
    contents: Contents::Links,
    details: "<details>",
    picture: Shown::PngToSvg,
    alert: Alert::Quoted,
    entities: "",
    openers: &[],
    indent: None,
    nested_code: true,
};

/// All dialects, the one that is taken if none is named first.
pub static ALL: [Dialect; 7] = [
    GFM,
    Dialect {
        name: "gitlab",
        program: "GitLab's files and wikis",
        contents: Contents::Mark("[[_TOC_]]"),
        ..GFM
    },
    Dialect {
        name: "azure",
        program: "wikis of Azure DevOps",
        contents: Contents::Mark("[[_TOC_]]"),
        // Its wikis do not show SVG that lies beside a page.
        picture: Shown::Png,
        alert: Alert::Plain,
        ..GFM
    },
    Dialect {
        name: "mkdocs",
        program: "MkDocs and Backstage's TechDocs, with admonition and md_in_html",
        front: "---\ntitle: {title}\n---",
        contents: Contents::Beside,
        details: "<details markdown=\"1\">",
        picture: Shown::Svg,
        alert: Alert::Indented,
        entities: "~$",
        openers: &["!!!", "???", "==="],
        indent: Some(4),
        nested_code: false,
    },
    Dialect {
        name: "docusaurus",
        program: "Docusaurus and others that read MDX",
        front: "---\ntitle: {title}\n---",
        contents: Contents::Beside,
        picture: Shown::Svg,
        alert: Alert::Colons,
        openers: &["import", "export"],
        ..GFM
    },
    Dialect {
        name: "sphinx",
        program: "Sphinx with MyST, with myst_heading_anchors = 4",
        contents: Contents::Beside,
        picture: Shown::Svg,
        alert: Alert::Directive,
        openers: &["%", "("],
        ..GFM
    },
    Dialect { name: "mdbook", program: "mdBook", picture: Shown::Svg, ..GFM },
];

/// The dialect of a name.
pub fn find(name: &str) -> Option<&'static Dialect> {
    ALL.iter().find(|d| d.name == name)
}
