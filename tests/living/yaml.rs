//! As much of YAML as the files of an action and of hooks are written in: maps and lists by
//! indentation, plain and quoted texts, literal blocks, comments on lines of their own.

use std::collections::BTreeMap;

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub enum Yaml {
    Text(String),
    List(Vec<Yaml>),
    Map(BTreeMap<String, Yaml>),
}

impl Yaml {
    /// The value of a key.
    #[track_caller]
    pub fn at(&self, key: &str) -> &Yaml {
        self.get(key).unwrap_or_else(|| panic!("no `{key}` in {self:?}"))
    }

    pub fn get(&self, key: &str) -> Option<&Yaml> {
        match self {
            Yaml::Map(map) => map.get(key),
            _ => None,
        }
    }

    #[track_caller]
    pub fn text(&self) -> &str {
        match self {
            Yaml::Text(t) => t,
            other => panic!("no text: {other:?}"),
        }
    }

    #[track_caller]
    pub fn list(&self) -> &[Yaml] {
        match self {
            Yaml::List(l) => l,
            other => panic!("no list: {other:?}"),
        }
    }

    #[track_caller]
    pub fn map(&self) -> &BTreeMap<String, Yaml> {
        match self {
            Yaml::Map(m) => m,
            other => panic!("no map: {other:?}"),
        }
    }
}

/// A document.
pub fn parse(text: &str) -> Yaml {
    let lines: Vec<(usize, String)> =
        text.lines().map(|l| (l.len() - l.trim_start().len(), l.trim_start().to_owned())).collect();
    let mut at = 0;
    let value = block(&lines, &mut at, 0);
    skip(&lines, &mut at);
    assert_eq!(at, lines.len(), "all of it is read");
    value
}

fn skip(lines: &[(usize, String)], at: &mut usize) {
    while lines.get(*at).is_some_and(|(_, l)| l.is_empty() || l.starts_with('#')) {
        *at += 1;
    }
}

/// The list or map whose lines are indented as far as this.
fn block(lines: &[(usize, String)], at: &mut usize, indent: usize) -> Yaml {
    skip(lines, at);
    let mut list = Vec::new();
    let mut map = BTreeMap::new();
    while let Some((_, line)) = lines.get(*at).filter(|(i, _)| *i == indent) {
        if let Some(rest) = line.strip_prefix("- ") {
            // The item's first key stands on the dash's line.
            let mut inner = lines.to_vec();
            inner[*at] = (indent + 2, rest.to_owned());
            list.push(block(&inner, at, indent + 2));
        } else {
            let (key, value) = line.split_once(':').unwrap_or_else(|| panic!("no key: {line}"));
            *at += 1;
            let value = match value.trim() {
                "|" => literal(lines, at, indent),
                "" => {
                    skip(lines, at);
                    let deeper = lines.get(*at).map_or(0, |(i, _)| *i);
                    assert!(deeper > indent, "`{key}` has a value");
                    block(lines, at, deeper)
                }
                quoted if quoted.starts_with('"') => Yaml::Text(quoted.trim_matches('"').to_owned()),
                plain => {
                    assert!(!plain.contains(": ") && !plain.contains(" #"), "needs quotes: {plain}");
                    Yaml::Text(plain.to_owned())
                }
            };
            assert!(map.insert(key.to_owned(), value).is_none(), "`{key}` twice");
        }
        skip(lines, at);
    }
    assert!(list.is_empty() || map.is_empty(), "a list and a map in one");
    if map.is_empty() { Yaml::List(list) } else { Yaml::Map(map) }
}

fn literal(lines: &[(usize, String)], at: &mut usize, indent: usize) -> Yaml {
    let mut out = String::new();
    let first = lines[*at].0;
    while let Some((i, line)) = lines.get(*at).filter(|(i, l)| l.is_empty() || *i > indent) {
        if !line.is_empty() {
            out.push_str(&" ".repeat(i - first));
        }
        out.push_str(line);
        out.push('\n');
        *at += 1;
    }
    Yaml::Text(format!("{}\n", out.trim_end()))
}
