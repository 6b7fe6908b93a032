//! Outlines of icons, by the names that kinds use. See `icons/README.md` for their source.

use crate::scene::Shape;

const TABLE: &str = include_str!("icons/outlines.tsv");

/// Side of the field that outlines are drawn on.
pub const FIELD: f64 = 24.0;

/// The outline of an icon as SVG path data, to be stroked with a width of 2 on a [`FIELD`].
pub fn outline(name: &str) -> Option<&'static str> {
    rows().find(|(own, _)| *own == name).map(|(_, path)| path)
}

/// The outline of `name`, or that of its shape if there is none of that name.
pub fn outline_or(name: &str, shape: Shape) -> &'static str {
    let fallback = match shape {
        Shape::External => "external",
        Shape::Process => "process",
        Shape::Store => "store",
    };
    outline(name).or_else(|| outline(fallback)).unwrap_or_default()
}

/// All names, sorted.
pub fn names() -> impl Iterator<Item = &'static str> {
    rows().map(|(name, _)| name)
}

fn rows() -> impl Iterator<Item = (&'static str, &'static str)> {
    TABLE.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut fields = line.split('\t');
        Some((fields.next()?, fields.nth(1)?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outlines_are_paths_and_nothing_else() {
        let mut before = "";
        for (name, path) in rows() {
            assert!(before < name, "{name} is out of order or twice");
            before = name;
            assert!(path.starts_with(['M', 'm']), "{name}");
            let allowed = |c: char| c.is_ascii_digit() || "MmLlHhVvCcSsQqTtAaZz .,-".contains(c);
            assert!(path.chars().all(allowed), "{name}: {path}");
        }
        assert!(names().count() > 60);
    }

    #[test]
    fn every_shape_has_a_fallback() {
        for shape in [Shape::External, Shape::Process, Shape::Store] {
            assert!(!outline_or("no such icon", shape).is_empty());
        }
        assert_eq!(outline("no such icon"), None);
    }
}
