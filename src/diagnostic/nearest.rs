//! The nearest word: what somebody probably meant.

/// The candidate nearest to `word`, if one is near enough to be worth saying. Case and the
/// difference between `-` and `_` cost nothing; a swapped pair of letters costs one step.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let fold = |s: &str| -> Vec<char> {
        s.chars().flat_map(char::to_lowercase).map(|c| if c == '-' { '_' } else { c }).collect()
    };
    let wanted = fold(word);
    let limit = (wanted.len() / 3).clamp(1, 3);
    let mut best: Option<(usize, &'a str)> = None;
    for candidate in candidates {
        let folded = fold(candidate);
        if folded.len().abs_diff(wanted.len()) > limit {
            continue;
        }
        let d = distance(&wanted, &folded);
        let nearer = best.is_none_or(|(b, w)| d < b || d == b && candidate < w);
        if d <= limit && d < wanted.len().max(1) && nearer {
            best = Some((d, candidate));
        }
    }
    best.map(|(_, w)| w)
}

/// Optimal string alignment: insertions, deletions, replacements and swaps of neighbours.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, ca) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, cb) in b.iter().enumerate() {
            let at = |v: &[usize], k: usize| v.get(k).copied().unwrap_or(usize::MAX / 2);
            let mut d = (at(&last, j) + usize::from(ca != cb)).min(at(&last, j + 1) + 1).min(at(&row, j) + 1);
            let swapped = i > 0 && j > 0 && a.get(i - 1) == Some(cb) && b.get(j - 1) == Some(ca);
            if swapped {
                d = d.min(at(&before, j - 1) + 1);
            }
            row.push(d);
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn finds_what_was_meant() {
        let words = ["boundary", "gateway", "output_filtering", "rag_store", "llm"];
        assert_eq!(nearest("boundry", words), Some("boundary"));
        assert_eq!(nearest("Gatewya", words), Some("gateway"));
        assert_eq!(nearest("output-filtering", words), Some("output_filtering"));
        assert_eq!(nearest("ragstore", words), Some("rag_store"));
        assert_eq!(nearest("x", words), None);
        assert_eq!(nearest("completely", words), None);
    }
}
