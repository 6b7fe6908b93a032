//! `trustline.toml` beside a model: where it is published, and how. Read with all that is wrong with it, each at its
//! place. Secrets never stand in it: what looks like one is an error, and is not shown.

use super::marking;
use super::targets::{self, Target};
use crate::diagnostic::remarks::Remarks;
use crate::diagnostic::{Diagnostic, codes};
use crate::source::FileId;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// What the file is called.
pub const FILE: &str = "trustline.toml";

/// What one target's table says.
#[derive(Clone, Debug)]
pub struct Named {
    /// What the settings call it.
    pub name: String,
    /// Which kind it is.
    pub target: &'static Target,
    /// The wiki's web address, or a path.
    pub url: String,
    /// The space or namespace.
    pub space: String,
    /// The page under which the root page stands.
    pub parent: String,
    /// What the root page is called, with `{title}` for the model's title.
    pub title: String,
    /// Files that go with the report, by the words of `build --format`.
    pub attach: Vec<String>,
    /// Labels of all pages.
    pub labels: Vec<String>,
    /// Whether each further picture gets a page of its own.
    pub views: bool,
    /// The highest marking that may be published there.
    pub max_marking: Option<String>,
    /// Markings of the house, the lowest first; without them those of the Traffic Light Protocol are known.
    pub markings: Vec<String>,
    /// The web address of the model's text, with `{revision}`, `{path}` and `{file}`.
    pub source: String,
    /// The account, or the environment variable that holds it.
    pub user: Option<Given>,
    /// Where the password or token comes from.
    pub password: Option<Given>,
    /// What only this kind of target has.
    pub options: BTreeMap<String, String>,
}

impl Named {
    /// A target of which nothing else is known.
    pub fn bare(name: &str, target: &'static Target) -> Self {
        Named {
            name: name.to_owned(),
            target,
            url: String::new(),
            space: String::new(),
            parent: String::new(),
            title: "{title}".to_owned(),
            attach: Vec::new(),
            labels: Vec::new(),
            views: false,
            max_marking: None,
            markings: Vec::new(),
            source: String::new(),
            user: None,
            password: None,
            options: BTreeMap::new(),
        }
    }
}

/// Where an account or a secret comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// It is this.
    Plain(String),
    /// The environment variable of this name holds it.
    Variable(String),
    /// This program with its arguments prints it.
    Command(Vec<String>),
}

/// The settings as they were read.
#[derive(Clone, Debug, Default)]
pub struct Read {
    /// The targets, in the order of the file.
    pub targets: Vec<Named>,
    /// What is wrong. With an error among it nothing may be published.
    pub diagnostics: Vec<Diagnostic>,
    /// The text as it may be shown: what looks like a secret is struck out, sign by sign.
    pub shown: String,
}

/// The keys of a target's table that every kind has.
const KEYS: [&str; 15] = [
    "kind",
    "url",
    "space",
    "parent",
    "title",
    "attach",
    "labels",
    "views",
    "max_marking",
    "markings",
    "source",
    "user",
    "user_env",
    "password_env",
    "password_command",
];

/// Words of files that can be attached, as `build --format` calls them.
pub const ATTACHABLE: [&str; 11] =
    ["html", "md", "svg", "png", "pdf", "json", "csv", "xlsx", "sarif", "junit", "navigator"];

/// Reads the settings.
pub fn read(text: &str, file: FileId) -> Read {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader =
        Reader { remarks: Remarks::new(file, codes::BAD_SETTINGS), targets: Vec::new(), secrets: Vec::new() };
    let root = reader.remarks.table(text);
    let broken = !reader.remarks.is_empty();
    if !broken {
        reader.root(root.get_ref());
    }
    let shown = if broken { without_values(text) } else { struck(text, &reader.secrets) };
    Read { targets: reader.targets, diagnostics: reader.remarks.sorted(), shown }
}

type Value<'t> = Spanned<DeValue<'t>>;

struct Reader {
    remarks: Remarks,
    targets: Vec<Named>,
    /// Where things stand that nobody may see.
    secrets: Vec<Range<usize>>,
}

impl Reader {
    fn root(&mut self, table: &DeTable<'_>) {
        for (key, value) in table {
            if key.get_ref() != "publish" {
                self.remarks.unknown(key.span(), "unknown key *", key.get_ref(), &["publish"]);
                continue;
            }
            let Some(publish) = value.get_ref().as_table() else {
                self.remarks
                    .say(value.span(), "`publish` is to be a table of targets, each under `[publish.NAME]`");
                continue;
            };
            let mut names: Vec<_> = publish.iter().collect();
            names.sort_by_key(|(name, _)| name.span().start);
            for (name, value) in names {
                match value.get_ref().as_table() {
                    Some(table) => self.target(name, table),
                    None if is_secret(name.get_ref()) => self.secret(name, value),
                    None => self.remarks.say(
                        value.span(),
                        format!("`{}` is to be a table, under `[publish.NAME]`", name.get_ref()),
                    ),
                }
            }
        }
    }

    fn target(&mut self, name: &Spanned<Cow<'_, str>>, table: &DeTable<'_>) {
        let kinds: Vec<&str> = targets::ALL.iter().map(|t| t.kind).collect();
        let kind = table.iter().find(|(key, _)| key.get_ref() == "kind");
        let target = match kind.map(|(_, value)| (value, value.get_ref().as_str())) {
            None => {
                let help = format!("Known kinds are {}.", kinds.join(", "));
                self.remarks.add(name.span(), format!("`{}` has no `kind`", name.get_ref()), Some(help));
                None
            }
            Some((value, None)) => {
                self.remarks.say(value.span(), "`kind` is to be a text, in quotes");
                None
            }
            Some((value, Some(word))) => {
                let found = targets::find(word);
                if found.is_none() {
                    self.remarks.unknown(value.span(), "there is no kind of target *", word, &kinds);
                }
                found
            }
        };
        // Without a kind its own keys are not known either, and nothing more can be said of them.
        let own: Vec<&str> =
            target.map_or_else(Vec::new, |t| t.options.iter().map(|(key, _)| *key).collect());
        let known: Vec<&str> = KEYS.iter().copied().chain(own.iter().copied()).collect();
        let mut named = target.map(|t| Named::bare(name.get_ref(), t));
        for (key, value) in table {
            let word = key.get_ref().as_ref();
            if !known.contains(&word) {
                if is_secret(word) {
                    self.secret(key, value);
                } else if target.is_some() {
                    self.remarks.unknown(key.span(), "unknown key *", word, &known);
                }
                continue;
            }
            self.key(word, value, named.as_mut(), own.contains(&word));
        }
        let Some(named) = named else { return };
        if named.url.is_empty() && !self.remarks.failed() {
            self.remarks.say(name.span(), format!("`{}` has no `url`", name.get_ref()));
        }
        if let (Some(max), Some((_, value))) =
            (&named.max_marking, table.iter().find(|(key, _)| key.get_ref() == "max_marking"))
            && !marking::is_known(max, &named.markings)
        {
            let help = "Known are TLP:CLEAR, TLP:GREEN, TLP:AMBER, TLP:AMBER+STRICT and TLP:RED; others are listed in \
                        `markings`, the lowest first.";
            self.remarks.add(
                value.span(),
                format!("`{}` is no marking that is known", max.escape_debug()),
                Some(help.to_owned()),
            );
        }
        self.targets.push(named);
    }

    /// What a key says.
    fn key(&mut self, word: &str, value: &Value<'_>, named: Option<&mut Named>, own: bool) {
        let mut nowhere = Named::bare("", &NOWHERE);
        let named = named.unwrap_or(&mut nowhere);
        match word {
            "kind" => {}
            "attach" => {
                let words = self.list(word, value);
                for (at, word) in &words {
                    if !ATTACHABLE.contains(&word.as_str()) {
                        self.remarks.unknown(at.clone(), "* can't be attached", word, &ATTACHABLE);
                    }
                }
                named.attach = words.into_iter().map(|(_, word)| word).collect();
            }
            "labels" => named.labels = self.list(word, value).into_iter().map(|(_, word)| word).collect(),
            "markings" => named.markings = self.list(word, value).into_iter().map(|(_, word)| word).collect(),
            "password_command" => {
                let words: Vec<String> = self.list(word, value).into_iter().map(|(_, word)| word).collect();
                named.password = Some(Given::Command(words));
            }
            "views" => match value.get_ref().as_bool() {
                Some(flag) => named.views = flag,
                None => self.remarks.say(value.span(), "`views` is to be true or false"),
            },
            _ => {
                let Some(text) = self.line(word, value) else { return };
                match word {
                    "url" => {
                        if has_account(&text) {
                            self.secrets.push(value.span());
                            self.remarks.add(
                                value.span(),
                                "`url` holds an account",
                                Some(ELSEWHERE.to_owned()),
                            );
                            return;
                        }
                        named.url = text;
                    }
                    "space" => named.space = text,
                    "parent" => named.parent = text,
                    "title" => named.title = text,
                    "max_marking" => named.max_marking = Some(text),
                    "source" => named.source = text,
                    "user" => named.user = Some(Given::Plain(text)),
                    "user_env" => named.user = self.variable(word, value, text),
                    "password_env" => named.password = self.variable(word, value, text),
                    _ if own => {
                        named.options.insert(word.to_owned(), text);
                    }
                    _ => {}
                }
            }
        }
    }

    /// The name of an environment variable.
    fn variable(&mut self, word: &str, value: &Value<'_>, text: String) -> Option<Given> {
        if text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') {
            return Some(Given::Variable(text));
        }
        // Perhaps it is the secret itself.
        self.secrets.push(value.span());
        self.remarks.add(
            value.span(),
            format!("`{word}` is to be the name of an environment variable"),
            Some(ELSEWHERE.to_owned()),
        );
        None
    }

    /// A text of one line.
    fn line(&mut self, key: &str, value: &Value<'_>) -> Option<String> {
        match value.get_ref().as_str() {
            Some(text) if !text.chars().any(char::is_control) => Some(text.to_owned()),
            _ => {
                self.remarks.say(value.span(), format!("`{key}` is to be one line of text, in quotes"));
                None
            }
        }
    }

    /// A list of texts; one text stands for a list of one.
    fn list(&mut self, key: &str, value: &Value<'_>) -> Vec<(Range<usize>, String)> {
        if let Some(text) = value.get_ref().as_str() {
            return vec![(value.span(), text.to_owned())];
        }
        let Some(items) = value.get_ref().as_array() else {
            self.remarks.say(value.span(), format!("`{key}` is to be a list of texts"));
            return Vec::new();
        };
        let mut out = Vec::new();
        for item in items.iter() {
            match item.get_ref().as_str() {
                Some(text) => out.push((item.span(), text.to_owned())),
                None => self.remarks.say(item.span(), format!("`{key}` is to be a list of texts")),
            }
        }
        out
    }

    /// A key that holds a secret.
    fn secret(&mut self, key: &Spanned<Cow<'_, str>>, value: &Value<'_>) {
        self.secrets.push(value.span());
        self.remarks.add(
            key.span(),
            format!("`{}` is a secret, and does not belong in a file", key.get_ref().escape_debug()),
            Some(ELSEWHERE.to_owned()),
        );
    }
}

const ELSEWHERE: &str = "Name the environment variable that holds it (`password_env`), or a command that prints it \
    (`password_command`). A secret that stood in a file may be known by now: make a new one.";

/// Stands for a kind that is not known while its table is read.
static NOWHERE: Target = Target {
    kind: "",
    about: "",
    options: &[],
    variables: ("", ""),
    pictures: &[],
    make: |_| {
        Err(super::failure::Failure::new(super::failure::Kind::Settings, "no kind of target", "Name one."))
    },
};

/// Whether a key names a secret.
fn is_secret(key: &str) -> bool {
    let plain: String = key.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
    let words = ["password", "passwd", "passphrase", "secret", "token", "apikey", "credential", "privatekey"];
    plain == "pat" || plain == "pass" || words.iter().any(|word| plain.contains(word))
}

/// Whether a web address holds an account.
fn has_account(url: &str) -> bool {
    let rest = url.split_once("://").map_or("", |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().is_some_and(|authority| authority.contains('@'))
}

/// A text with `*` for each byte of some places.
fn struck(text: &str, places: &[Range<usize>]) -> String {
    let hidden = |at: usize| places.iter().any(|place| place.contains(&at));
    text.char_indices()
        .map(|(at, c)| if hidden(at) && c != '\n' { "*".repeat(c.len_utf8()) } else { c.to_string() })
        .collect()
}

/// A text without what stands behind `=` in lines that may hold a secret: for one that can't be read.
fn without_values(text: &str) -> String {
    let strike = |line: &str| -> String {
        let (line, end) = line.strip_suffix('\n').map_or((line, ""), |line| (line, "\n"));
        let hide = |rest: &str| -> String { rest.chars().map(|c| "*".repeat(c.len_utf8())).collect() };
        match line.split_once('=') {
            Some((key, rest)) if !KEYS.contains(&key.trim()) || has_account(rest) => {
                format!("{key}={}{end}", hide(rest))
            }
            Some(_) => format!("{line}{end}"),
            // A line without a key may go on with what stands above.
            None if line.trim_start().starts_with('[') => format!("{line}{end}"),
            None => format!("{}{end}", hide(line)),
        }
    };
    text.split_inclusive('\n').map(strike).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> (Vec<String>, String) {
        let read = read(text, FileId(0));
        let say = |d: &Diagnostic| {
            let at = d
                .primary
                .as_ref()
                .map_or(0, |p| text.get(..p.span.start as usize).unwrap().matches('\n').count() + 1);
            format!("{at}: {}", d.message)
        };
        (read.diagnostics.iter().map(say).collect(), read.shown)
    }

    #[test]
    fn a_target_is_read() {
        let text = r#"
[publish.house]
kind = "dokuwiki"
url = "https://wiki.example.org"
space = "security:models"
title = "Threat model: {title}"
attach = ["html", "json"]
labels = "threat-model"
max_marking = "TLP:AMBER"
password_env = "HOUSE_WIKI"
user = "ana"
files = "html,json"
"#;
        let read = read(text, FileId(0));
        assert!(read.diagnostics.is_empty(), "{:?}", read.diagnostics);
        let named = &read.targets[0];
        assert_eq!((named.name.as_str(), named.target.kind), ("house", "dokuwiki"));
        assert_eq!(named.attach, ["html", "json"]);
        assert_eq!(named.labels, ["threat-model"]);
        assert_eq!(named.password, Some(Given::Variable("HOUSE_WIKI".into())));
        assert_eq!(named.options.get("files").map(String::as_str), Some("html,json"));
        assert_eq!(read.shown, text);
    }

    #[test]
    fn what_is_wrong_has_its_place() {
        let (said, _) = said(concat!(
            "[publish.a]\nkind = \"mediawikki\"\n[publish.b]\nurl = 3\n[publish.c]\nkind = \"mediawiki\"\nurl = \"https://a.example\"\n",
            "spaec = \"x\"\nattach = [\"htm\"]\nmax_marking = \"hush\"\n[other]\n"
        ));
        assert_eq!(
            said,
            [
                "2: there is no kind of target `mediawikki`",
                "3: `b` has no `kind`",
                "4: `url` is to be one line of text, in quotes",
                "8: unknown key `spaec`",
                "9: `htm` can't be attached",
                "10: `hush` is no marking that is known",
                "11: unknown key `other`",
            ]
        );
    }

    #[test]
    fn a_secret_is_refused_and_not_shown() {
        for line in [
            "password = \"hunter2\"",
            "api_token = \"hunter2\"",
            "Client-Secret = \"hunter2\"",
            "url = \"https://ana:hunter2@w.example\"",
            "password_env = \"hunter2!\"",
            "pat = { a = \"hunter2\" }",
        ] {
            let (said, shown) = said(&format!("[publish.a]\nkind = \"mediawiki\"\n{line}\n"));
            assert!(!said.is_empty(), "{line}");
            assert!(!shown.contains("hunter2") && !said.join(" ").contains("hunter2"), "{said:?} {shown}");
        }
        let (said, shown) = said("[publish.a]\npassword = \"hunter2\nkind = 3\n");
        assert!(
            said.iter().any(|s| s.contains("not TOML")) && !shown.contains("hunter2"),
            "{said:?} {shown}"
        );
    }
}
