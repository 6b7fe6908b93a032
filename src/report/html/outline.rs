//! Outlines in fewer letters: each step from where the last one ended, and `h` and `v` where one is straight. Numbers
//! have two decimals at most in what we draw, so nothing is rounded and nothing moves.

use std::fmt::Write as _;

/// An outline of our renderer in fewer letters; as it is where it holds what ours do not.
pub(super) fn short(d: &str) -> String {
    shorter(d).filter(|s| s.len() < d.len()).unwrap_or_else(|| d.to_owned())
}

/// Hundredths.
type Point = (i64, i64);

fn shorter(d: &str) -> Option<String> {
    let mut out = String::with_capacity(d.len());
    let (mut at, mut start): (Point, Point) = ((0, 0), (0, 0));
    let mut last = ' ';
    let mut rest = d;
    while let Some(command) = rest.chars().next() {
        let body = rest.get(1..)?;
        let end = body.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(body.len());
        let (numbers, after) = body.split_at_checked(end)?;
        rest = after;
        let points = points(numbers)?;
        let letter = match (command, points.len()) {
            ('M', 1) => 'm',
            ('L', 1) => 'l',
            ('Q', 2) => 'q',
            ('C', 3) => 'c',
            ('z' | 'Z', 0) => 'z',
            _ => return None,
        };
        let Some(&to) = points.last() else {
            out.push(letter);
            (at, last) = (start, letter);
            continue;
        };
        let straight = match (letter, to.0 - at.0, to.1 - at.1) {
            ('l', dx, 0) => Some(('h', dx)),
            ('l', 0, dy) => Some(('v', dy)),
            _ => None,
        };
        let mut steps = Vec::with_capacity(6);
        let letter = match straight {
            Some((letter, by)) => {
                steps.push(by);
                letter
            }
            None => {
                for p in &points {
                    steps.extend([p.0 - at.0, p.1 - at.1]);
                }
                letter
            }
        };
        // A step of the same kind needs no letter; one behind `m` would be a line.
        let repeats = letter == last && letter != 'm';
        if !repeats {
            out.push(letter);
        }
        for (n, step) in steps.into_iter().enumerate() {
            number(&mut out, step, n == 0 && !repeats);
        }
        if letter == 'm' {
            start = to;
        }
        (at, last) = (to, letter);
    }
    // The first step of all is one from nowhere, so it says a place.
    Some(out)
}

/// Pairs of numbers as hundredths; none if they are not pairs, or finer.
fn points(text: &str) -> Option<Vec<Point>> {
    let numbers: Vec<i64> =
        text.split([' ', ',']).filter(|n| !n.is_empty()).map(hundredths).collect::<Option<_>>()?;
    numbers.chunks(2).map(|p| Some((*p.first()?, *p.get(1)?))).collect()
}

fn hundredths(text: &str) -> Option<i64> {
    let (sign, bare) = text.strip_prefix('-').map_or((1, text), |bare| (-1, bare));
    let (whole, part) = bare.split_once('.').unwrap_or((bare, ""));
    let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    if part.len() > 2 || whole.len() > 9 || !digits(whole) || !digits(part) || whole.len() + part.len() == 0 {
        return None;
    }
    let whole: i64 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
    let part: i64 = format!("{part:0<2}").parse().ok()?;
    Some(sign * (whole * 100 + part))
}

/// A number, with a blank before it where it would run into what stands there.
fn number(out: &mut String, n: i64, first: bool) {
    if !first && n >= 0 {
        out.push(' ');
    }
    if n < 0 {
        out.push('-');
    }
    let (whole, part) = (n.unsigned_abs() / 100, n.unsigned_abs() % 100);
    if whole > 0 || part == 0 {
        let _ = write!(out, "{whole}");
    }
    match (part % 10, part) {
        (_, 0) => {}
        (0, _) => {
            let _ = write!(out, ".{}", part / 10);
        }
        _ => {
            let _ = write!(out, ".{part:02}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn steps_end_where_the_outline_did() {
        for (d, wanted) in [
            ("M2859 125L2859 134Q2859 142 2851 142L2796 142", "m2859 125v9q0 8-8 8h-55"),
            ("M198.5 736L188 740.6L188 731.4z", "m198.5 736l-10.5 4.6v-9.2z"),
            ("M10 10L12 12L13 13.05L12.5 13z", "m10 10l2 2 1 1.05-.5-.05z"),
            ("M5 5L5 9zM1 2L3 2", "m5 5v4zm-4-3h2"),
            ("M10 10C11 11 12 12 13 13C14 14 15 15 16 16", "m10 10c1 1 2 2 3 3 1 1 2 2 3 3"),
        ] {
            assert_eq!(short(d), wanted, "{d}");
        }
    }

    #[test]
    fn what_is_not_ours_stays() {
        for d in ["m1 1l2 2", "M1 1A2 2 0 0 1 3 3", "M1.234 5L2 2", "M1 1L2", "", "M1e3 1", "M1 1H5", "Mé 1"]
        {
            assert_eq!(short(d), d);
        }
    }
}
